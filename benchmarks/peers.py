"""micrograd_lab against its peers, side by side in one run:  python benchmarks/peers.py [--quick]

Needs PyTorch (`pip install -e .[oracle]`). The other peers, see requirements.txt, are installed with pip into a
temporary folder, or once and for all:  pip install --no-deps --target FOLDER -r benchmarks/requirements.txt
and then  python benchmarks/peers.py --peers FOLDER

Each contender runs in a process of its own, so that no one's garbage is collected in another's time, and only one of
them works at any moment. In each round each contender has a turn; a ratio is the median over the rounds of the ratios
within a round.
"""

import argparse
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from side_by_side import (
    CONTENDERS,
    CORES,
    HERE,
    Comparison,
    Contender,
    Failed,
    Table,
    Worker,
    compare,
    duration,
    label,
    markdown,
    proven,
    speeds,
    spread,
)

CONTENDERS |= {
    "micrograd": Contender("karpathy/micrograd", "scalars", "Eager", ("micrograd",)),
    "micrograd collected": Contender(
        "karpathy/micrograd, collected once a step", "scalars", "Eager", ("micrograd", "once a step")
    ),
    "microgpt": Contender("a Value as in microgpt", "scalars", "Eager", ("microgpt",)),
    "minigrad": Contender("minigrad (C)", "scalars", "Eager", ("minigrad",)),
    "eager": Contender("micrograd_lab, eager", "scalars", "Eager", ("micrograd_lab",)),
    "paused": Contender("micrograd_lab, eager, collector paused", "scalars", "Eager", ("micrograd_lab", "paused")),
    "whole": Contender("micrograd_lab, replay of the whole graph", "scalars", "Whole", (), CORES),
    "batched": Contender("micrograd_lab, replay batched", "scalars", "Batched", (), CORES),
    "batched 1": Contender("micrograd_lab, replay batched, 1 thread", "scalars", "Batched"),
    "torch": Contender("PyTorch, 1 thread", "arrays_torch", "Torch"),
    "torch all": Contender(f"PyTorch, {CORES} threads", "arrays_torch", "Torch", (), CORES),
    "torch compiled": Contender("PyTorch, torch.compile, 1 thread", "arrays_torch", "Torch", ("loss",)),
    "torch whole": Contender("PyTorch, the whole step compiled, 1 thread", "arrays_torch", "Torch", ("step",)),
    "hand": Contender("NumPy by hand, 1 thread", "arrays", "Hand"),
    "hand all": Contender(f"NumPy by hand, {CORES} threads", "arrays", "Hand", (), CORES),
    "plain": Contender("NumPy, a new array for each result, 1 thread", "arrays", "Plain"),
}
SCALAR = ["micrograd", "microgpt", "eager", "paused"]
ARRAYS = ["batched", "batched 1", "torch", "torch all", "hand", "hand all"]


def moons(samples=100, hidden=16, model="MLP", loss="hinge", noise=0.1):
    """A training problem: micrograd's demo at any size, or on the residual model, which has 3 * hidden more weights."""
    from sklearn.datasets import make_moons

    X, y = make_moons(n_samples=samples, noise=noise, random_state=1337)
    rng = random.Random(1337)
    inputs = (2 if model == "MLP" else 3, hidden, hidden)
    start = [
        rng.uniform(-1, 1) if i < nin else 0.0
        for nin, nout in zip(inputs, (hidden, hidden, 1), strict=True)
        for _ in range(nout)
        for i in range(nin + 1)
    ]
    return {
        "model": model,
        "loss": loss,
        "hidden": hidden,
        "X": X.tolist(),
        "y": (2.0 * y - 1).tolist(),
        "start": start,
        "alpha": 1e-4,
        "lr": 0.05,
    }


def notebook_problem(slices):
    """What micrograd's demo notebook makes of its seeds: points and starting weights."""
    import numpy as np
    from sklearn.datasets import make_moons

    np.random.seed(1337)
    X, y = make_moons(n_samples=100, noise=0.1)
    return moons() | {"X": X.tolist(), "y": (2.0 * y - 1).tolist(), "slices": slices}


def grid():
    """The places of a field of 100 by 100."""
    ticks = [-2 + 4 * i / 99 for i in range(100)]
    return [[x, y] for y in ticks for x in ticks]


class Run(NamedTuple):
    """All that one run of the benchmark measured."""

    training: Comparison
    tanh: Comparison
    root: Comparison
    notebook: Comparison
    field: Comparison
    neuron: Comparison
    chain: Comparison
    memory: Comparison
    batch: Comparison
    recording: Comparison
    growth: list
    quick: bool


def measure(peers, quick, say):
    rounds, seconds = (3, 0.1) if quick else (15, 0.3)
    slices = 10
    few = 1 if quick else slices

    def step(keys, problem):
        say(f"a training step: {problem['model']}, {len(problem['X'])} samples")
        return proven(compare(peers, "training", keys, problem, rounds, seconds))

    def others(what, *arguments, **options):
        say(what)
        return compare(peers, what, *arguments, **options)

    odd = [*SCALAR, "whole", *ARRAYS]
    training = step(
        [*odd, "minigrad", "micrograd collected", *([] if quick else ["torch compiled", "torch whole"])], moons()
    )
    tanh, root = (step(odd, moons(hidden=8, model=squash, loss="squared")) for squash in ("tanh", "root"))
    batch = step(ARRAYS, moons(10_000))
    recording = others("recording", ["whole", "batched"], moons(), rounds, seconds)
    three = {"x": [1.0, -2.0, 3.0], "start": [0.6, -0.4, 0.7, 0.0]}
    neuron = others("neuron", [*SCALAR, "minigrad", "hand"], three, rounds, seconds)
    places = moons() | {"points": grid(), "slices": slices}
    field = others("field", [*SCALAR, "minigrad", *ARRAYS, "plain"], places, few, seconds, 1000 * few, late=True)
    long = {"operations": 20_000 if quick else 1_000_000}
    chain = others("chain", [*SCALAR, "minigrad", "hand"], long, 3, seconds)
    memory = others("memory", ["micrograd", "microgpt", "minigrad", "eager"], moons(), 0, seconds)
    keys = [*SCALAR, "micrograd collected", "whole", "batched", "torch", "hand"]
    notebook = others("notebook", keys, notebook_problem(slices), few, seconds, 1 if quick else 2, late=True)
    for result in (neuron, field, chain, notebook):
        proven(result)
    grown = growth(peers, quick, say)
    return Run(training, tanh, root, notebook, field, neuron, chain, memory, batch, recording, grown, quick)


class Point(NamedTuple):
    """One place in the picture of growth; `work` is "training" or "recording", `axis` "hidden" or "samples"."""

    axis: str
    size: int
    work: str
    key: str
    seconds: float


def growth(peers, quick, say):
    """Step and recording times for growing networks and batches, as Points."""
    axes = {"hidden": [4, 8, 16, 32, 64, 128], "samples": [10, 30, 100, 300, 1000, 3000, 10_000]}
    limit = 0.3 if quick else 2.0
    points = []
    for axis, sizes in axes.items():
        crews = {"training": [*SCALAR, "whole", "batched", "torch", "hand"], "recording": ["whole", "batched"]}
        for size in sizes[::2] if quick else sizes:
            for work, keys in crews.items():
                say(f"growth: {work}, {axis} {size}")
                result = compare(peers, work, keys, moons(**{axis: size}), 3, 0.05)
                if work == "training":
                    proven(result)
                points += [Point(axis, size, work, key, result.seconds(key)) for key in result.times]
            # Who needed longer than the limit is not asked for a larger size.
            late = {p.key for p in points if p.axis == axis and p.seconds > limit}
            crews = {work: [key for key in keys if key not in late] for work, keys in crews.items()}
    return points


class Claim(NamedTuple):
    what: str
    asked: str
    measured: str
    met: bool | None


def claims(run):
    """What the issues ask for, and what came of it."""

    def faster(what, result, slow, fast, bound):
        ratios = result.ratios(slow, fast)
        return Claim(what, f"{bound:,}x or more", spread(ratios), statistics.median(ratios) >= bound)

    def within(what, result, mine, other, bound):
        ratios = result.ratios(mine, other)
        return Claim(what, f"within {bound}x", spread(ratios), statistics.median(ratios) <= bound)

    step, field, batch, notebook = run.training, run.field, run.batch, run.notebook
    torch, batch_torch = step.fastest("torch"), batch.fastest("torch")
    hand, field_hand = step.fastest("hand"), field.fastest("hand")
    recording = run.recording.seconds("batched")
    memory, nodes = run.memory.checks["eager"]
    ends = [notebook.checks[key][2] for key in ("micrograd", "eager")]
    seen, all_right = ("not run to its end", None) if run.quick else (f"{ends[0]:.0%}, {ends[1]:.0%}", min(ends) == 1.0)
    return [
        faster("eager training step, default collector, against micrograd", step, "micrograd", "eager", 12),
        faster("eager step, collector paused, against micrograd", step, "micrograd", "paused", 20),
        faster("neuron forward and backward, eager, against micrograd", run.neuron, "micrograd", "eager", 2.5),
        faster("replayed training step against micrograd", step, "micrograd", "batched", 5000),
        faster(f"replayed training step against {label(torch)}", step, torch, "batched", 1.2),
        within(f"replayed step against {label(hand)}", step, "batched", hand, 4),
        faster("100 steps, recording included, against micrograd", notebook, "micrograd", "batched", 200),
        within(f"100x100 field against {label(field_hand)}", field, "batched", field_hand, 1.3),
        Claim("batched recording of MLP 2-16-16-1", "30 ms", duration(recording), recording <= 0.030),
        within(f"10,000-sample batch step against {label(batch_torch)}", batch, "batched", batch_torch, 3),
        faster("micrograd's demo notebook, import replaced (issue 2)", notebook, "micrograd", "eager", 10),
        Claim("accuracy it ends with: micrograd, micrograd_lab", "100 % both", seen, all_right),
        Claim(
            "bytes a node, after backward() (issue 2)", "200 or less", f"{memory / nodes:.0f}", memory <= 200 * nodes
        ),
    ]


def tables(run):
    """All results, as rows of text."""
    verdict = {True: "met", False: "not met", None: ""}
    nodes = run.memory.checks["eager"][1]
    chain = f"A chain of {'20,000' if run.quick else '1,000,000'} operations, built, differentiated and freed"
    part = " (a tenth of it, times ten)" if run.quick else ""
    return [
        Table(
            "Must show",
            "Medians of the ratios within each round, and in brackets their quartiles.",
            ["what", "asked", "measured", ""],
            [(c.what, c.asked, c.measured, verdict[c.met]) for c in claims(run)],
        ),
        speeds("A training step", STEP.format(nodes=int(nodes)), run.training, "micrograd", "torch", "hand"),
        speeds(
            "A training step of a model that nothing was made for: tanh", RESIDUAL, run.tanh, "eager", "torch", "hand"
        ),
        speeds("The same with z / sqrt(z² + 1) in place of tanh", ROOT, run.root, "micrograd", "torch", "hand"),
        speeds("A training step on 10,000 samples", "As above, more of them.", run.batch, "torch", "hand"),
        speeds(f"100 steps from a standing start{part}", NOTEBOOK, run.notebook, "micrograd", "torch", "hand"),
        Table(
            "Where the 100 steps end",
            "The loss of the last step, and the accuracy where it was counted.",
            ["contender", "loss", "accuracy"],
            [
                (label(key), f"{loss:.12f}", "" if accuracy is None else f"{accuracy:.0%}")
                for key, (_, loss, accuracy) in run.notebook.checks.items()
            ],
        ),
        speeds(f"A field of 100x100 scores{part}", FIELD, run.field, "micrograd", "torch", "hand"),
        speeds("A neuron forward and backward", NEURON, run.neuron, "micrograd", "eager"),
        speeds(chain, CHAIN, run.chain, "eager"),
        Table(
            "Memory",
            "By tracemalloc, of a training step's graph after backward(). What C code takes for itself is not in it.",
            ["contender", "bytes a node"],
            [(label(key), f"{check[0] / nodes:.0f}") for key, check in run.memory.checks.items()],
        ),
        Table(
            "Recording",
            "From a model to a recording that can be trained; for the whole graph, building that graph included.",
            ["contender", "time"],
            [(label(key), duration(run.recording.seconds(key))) for key in run.recording.times],
        ),
        *(grown(run.growth, axis) for axis in AXES),
    ]


def grown(points, axis):
    """One row a contender, one column a size."""
    points = [p for p in points if p.axis == axis]
    sizes = sorted({p.size for p in points})
    found = {(p.work, p.key, p.size): duration(p.seconds) for p in points}
    rows = [
        (("recording: " if work == "recording" else "") + label(key), *(found.get((work, key, n), "") for n in sizes))
        for work, key in dict.fromkeys((p.work, p.key) for p in points)
    ]
    note = "A step, or a recording; empty where the size before took too long."
    return Table(f"Growth with {AXES[axis]}", note, ["", *(f"{n:,}" for n in sizes)], rows)


def picture(points, path):
    """Step time and recording time, log-log, against hidden size and against samples."""
    import matplotlib

    matplotlib.use("svg")
    import matplotlib.pyplot as plt

    plt.rcParams |= {"svg.fonttype": "none", "svg.hashsalt": "growth", "font.size": 9}
    figure, panels = plt.subplots(1, 2, figsize=(9.5, 6), sharey=True, layout="constrained")
    for panel, (axis, title) in zip(panels, AXES.items(), strict=True):
        sizes = sorted({p.size for p in points if p.axis == axis})
        for work, key in dict.fromkeys((p.work, p.key) for p in points):
            colour, marker = LOOKS[key]
            line = [(p.size, p.seconds) for p in points if (p.axis, p.work, p.key) == (axis, work, key)]
            style, name = ("-", label(key)) if work == "training" else ("--", f"recording: {label(key)}")
            panel.plot(*zip(*line, strict=True), style, color=colour, marker=marker, ms=4, label=name)
        panel.set(xscale="log", yscale="log", xlabel=title)
        panel.set_xticks(sizes, [f"{size:,}" for size in sizes])
        panel.minorticks_off()
        panel.grid(alpha=0.3)
    panels[0].set_ylabel("seconds a step, or a recording")
    figure.legend(*panels[0].get_legend_handles_labels(), loc="outside lower center", ncols=2, frameon=False)
    figure.savefig(path, metadata={"Date": None})


def machine(peers, needed=("hand", "torch", "micrograd")):
    """Processor, versions and threads: all that a time depends on, and no name or address."""
    kernels = []
    for key in needed:  # without one of these there is nothing to compare with
        worker = Worker(key, peers)
        try:
            worker.ask("prepare", "training", moons(10))
            kernels += [worker.ask("machine")] if key != "micrograd" else []
        except Failed as why:
            raise SystemExit(f"{label(key)}: {why}. The first lines of this file say how to install it.") from None
        finally:
            worker.close()
    info = Path("/proc/cpuinfo")
    names = info.read_text().splitlines() if info.exists() else []
    model = next((line.split(":")[1].strip() for line in names if line.startswith("model name")), platform.machine())
    return f"{model}, {CORES} cores; {platform.system()}, Python {platform.python_version()}; {'; '.join(kernels)}"


@contextmanager
def installed(folder):
    """The folder of the peers: the one given, or a temporary one that pip fills."""
    if folder:
        yield folder
        return
    with tempfile.TemporaryDirectory() as folder:
        for line in (HERE / "requirements.txt").read_text().splitlines():
            if not line.startswith("#"):
                command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder, line]
                if subprocess.run(command).returncode:
                    print(f"{line} could not be installed: its row says so.", file=sys.stderr)
        yield folder


def main():
    from rich.console import Console
    from rich.table import Table as Printed
    from rich.text import Text

    parser = argparse.ArgumentParser(description="micrograd_lab against its peers, side by side in one run")
    parser.add_argument("--quick", action="store_true", help="a few minutes, rough figures, no file written")
    parser.add_argument("--peers", help="a folder with what requirements.txt names; without it, a temporary one")
    parser.add_argument(
        "--out", type=Path, help="where RESULTS.md and growth.svg go; without --quick, beside this file"
    )
    arguments = parser.parse_args()
    out = arguments.out or (None if arguments.quick else HERE)

    console = Console(width=None if sys.stdout.isatty() else 120)
    began, load = time.monotonic(), os.getloadavg()[0]

    def say(what):
        console.print(f"[dim]{time.monotonic() - began:5.0f} s  {what}[/dim]")

    with installed(arguments.peers) as peers:
        about = machine(peers)
        run = measure(peers, arguments.quick, say)
    about += (
        f".\nLoad of the machine before: {load:.1f} (0 is a quiet machine). "
        f"{'A quick run' if arguments.quick else 'The run'} took {(time.monotonic() - began) / 60:.0f} minutes."
    )
    found = tables(run)
    for table in found:
        printed = Printed(*table.columns, title=table.title, caption=Text(table.note.replace("\n", " ")))
        for row in table.rows:
            printed.add_row(*row)
        console.print(printed)
    console.print(about)
    if out:
        picture(run.growth, out / "growth.svg")
        text = [
            "# micrograd_lab against its peers\n",
            f"Written by `python benchmarks/peers.py{' --quick' if arguments.quick else ''}`. {about}\n",
            METHOD,
            *map(markdown, found),
            "![Step time and recording time against hidden size and number of samples](growth.svg)\n",
        ]
        (out / "RESULTS.md").write_text("\n".join(text), encoding="utf-8")


AXES = {"hidden": "hidden size, 100 samples", "samples": "samples, hidden size 16"}
LOOKS = {  # Okabe and Ito's colours, which the colour-blind can tell apart, and a marker each
    "micrograd": ("#000000", "o"),
    "microgpt": ("#999999", "<"),
    "eager": ("#D55E00", "s"),
    "paused": ("#E69F00", "D"),
    "whole": ("#009E73", "^"),
    "batched": ("#0072B2", "v"),
    "torch": ("#CC79A7", "P"),
    "hand": ("#56B4E9", "X"),
}
STEP = """\
100 moons, MLP 2-16-16-1, hinge loss and L2 penalty, SGD: forward, backward, update. {nodes:,} nodes on a scalar engine.
minigrad's numbers are made once and kept: it crashes when they are freed."""
RESIDUAL = """\
h = tanh(A [x1, x2, x1*x2, 1]), score = c [h + tanh(B [h, 1]), 1], width 8, squared error and L2 penalty, 100 samples.
micrograd and minigrad have no tanh."""
ROOT = "What micrograd can compute: sums, products and powers. minigrad crashes on powers."
NOTEBOOK = """\
micrograd's demo notebook, its seeds and learning rates. On scalar engines its own code, only the import replaced;
elsewhere the same work, from the numbers to the last step, recording included. Compared are the first loss and, where
all came so far, the last. minigrad crashes, since the notebook mixes Values with plain numbers."""
FIELD = "MLP 2-16-16-1, arrays in, arrays out. What can be made before, such as a recording, is made before."
NEURON = "Three inputs, ReLU. By hand it is one expression of floats."
CHAIN = "y = y * a + b, at Python's own limit on recursion. By hand the numbers are floats in a list."
METHOD = """\
Each contender runs in a process of its own, so that no one's garbage is collected in another's time; only one works at
any moment. In each round each has a turn, in alternating order. Times are medians over the rounds, ratios medians of
the ratios within a round; "x PyTorch" means: so many times as fast as PyTorch. Before the clock starts, each
contender's loss and gradients are held against those of NumPy by hand: they differ by 1e-9 or less (the loss
relative to itself, a gradient to the largest one), or the run stops. "differs by" shows it.

All is in float64. PyTorch: one flat tensor of parameters seen layer by layer, `addmm`, ReLU in place,
`torch.autograd.grad`, update in place; on one thread, on all, and (a training step) with `torch.compile` of the loss,
or of the whole step, called from C++; ratios are to the fastest of these. NumPy by hand: features in rows, biases as
weights of a constant 1, arrays and views made once and written again in each step, stretches of some 2,500 samples; on
one thread and on all, ratios to the faster. Replay has as many threads as there are cores, its
default. The Value as in microgpt has micrograd's neurons. The collector is on, as Python starts, but where the row says
otherwise: "paused" is `replay.collector_paused()` around the loop; "collected once a step" is `gc.collect()` after each
step and the collector off within, since micrograd's graphs are cycles that nothing else frees.
"""


if __name__ == "__main__":
    main()
