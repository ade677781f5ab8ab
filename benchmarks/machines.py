"""The kit's two machines and their peers in one run:  python benchmarks/machines.py [--quick]  writes MACHINES.md.

Needs PyTorch (`pip install -e .[oracle]`) and a C++ compiler for what it compiles, which takes minutes. How contenders
take turns stands in peers.py, and so do the moons; the GPT is the one of learner.py, its names are names.txt.
"""

import argparse
import os
import statistics
import textwrap
import time
from pathlib import Path
from typing import NamedTuple

import gpt_scalars
import peers
from peers import moons
from side_by_side import (
    CONTENDERS,
    CORES,
    HERE,
    Comparison,
    Contender,
    Table,
    compare,
    duration,
    figure,
    label,
    markdown,
    proven,
    speeds,
    spread,
)

MACHINES = {"arrays": "micrograd_lab, arrays", "tape": "micrograd_lab, tape", None: "micrograd_lab, as size decides"}
for name, what in MACHINES.items():
    threads = 1 if name == "tape" else CORES
    CONTENDERS |= {
        f"kit {name or 'chosen'}": Contender(f"{what}, run(100)", "kit", "Moons", (name,), threads),
        f"gpt kit {name or 'chosen'}": Contender(what, "kit", "GPT", (name,), threads),
    }
CONTENDERS |= {
    "kit learner's": Contender("a learner's own class, run(100)", "kit", "LearnersMoons", (None,), CORES),
    "gpt kit learner's": Contender("a learner's own class, recorded", "kit", "GPT", (None, "learner"), CORES),
    "gpt eager": Contender("eager, a Value as in microgpt", "gpt_scalars", "EagerGPT", ("microgpt",)),
    "gpt eager off": Contender("the same, collector off", "gpt_scalars", "EagerGPT", ("microgpt", "off")),
    "gpt learner": Contender(
        "eager, a learner's own class, collected once a step", "gpt_scalars", "EagerGPT", ("learner", "once a step")
    ),
    "gpt torch": Contender("PyTorch, 1 thread", "gpt_torch", "TorchGPT"),
    "gpt torch compiled": Contender("PyTorch, torch.compile, 1 thread", "gpt_torch", "TorchGPT", ("loss",)),
    "gpt torch whole": Contender("PyTorch, the whole step compiled, 1 thread", "gpt_torch", "TorchGPT", ("step",)),
    "gpt hand": Contender("NumPy by hand, 1 thread", "gpt_arrays", "HandGPT"),
}
NAMES = ["arrays", "tape"]  # as in kit.py
KIT = ["kit arrays", "kit tape", "kit chosen"]
TORCH = ["torch", "torch all", "torch whole"]
HAND = ["hand", "hand all"]
SIZES = {"hidden": [4, 8, 16, 32, 64, 128, 256], "samples": [10, 30, 100, 300, 1000, 3000, 10_000]}


class Grown(NamedTuple):
    axis: str
    size: int
    result: Comparison
    chosen: str  # the machine, by size


class Run(NamedTuple):
    moons: Comparison
    growth: list
    gpt: Comparison
    thousand: Comparison
    recording: Comparison
    names: list


def measure(quick, say):
    rounds, seconds = (3, 0.1) if quick else (15, 0.3)
    say("a training step on the moons")
    compiled = [] if quick else ["torch compiled"]
    step = proven(compare("", "training", [*HAND, *TORCH, *compiled, *KIT, "kit learner's"], moons(), rounds, seconds))
    grown = []
    for axis, sizes in SIZES.items():
        for size in sizes[::3] if quick else sizes:
            say(f"growth: {AXES[axis]}, {size:,}")
            crew = [*HAND, *TORCH[:: 2 if quick else 1], *KIT]
            found = compare("", "training", crew, moons(**{axis: size}), 3 if quick else 7, 0.1)
            (place,) = compare("", "chosen", ["kit chosen"], moons(**{axis: size}), 0, 0).checks["kit chosen"]
            grown.append(Grown(axis, size, proven(found), NAMES[int(place)]))
    say("a training step of the GPT")
    names = gpt_scalars.problem()
    machines = [f"gpt {key}" for key in (*KIT, "kit learner's")]
    fast = ["gpt hand", "gpt torch", *([] if quick else ["gpt torch compiled"]), "gpt torch whole", *machines]
    slow = ["gpt eager", "gpt eager off", *([] if quick else ["gpt learner"])]
    gpt = proven(compare("", "training", [*fast, *slow], names, 3 if quick else 7, seconds))
    thousand = compare("", "thousand", machines, names, 3, seconds)
    recording = compare("", "recording", machines, names, 3, seconds)
    return Run(step, grown, gpt, thousand, recording, names["names"])


class Claim(NamedTuple):
    what: str
    asked: str
    measured: str
    met: bool


def claims(run):
    """What is asked of the machines, and what came of it."""

    def ratio(what, result, slow, fast, bound, most=False):
        ratios = result.ratios(slow, fast)
        middle = statistics.median(ratios)
        asked = f"within {bound} times" if most else f"{bound} times or more"
        return Claim(what, asked, spread(ratios), middle <= bound if most else middle >= bound)

    moons, gpt = run.moons, run.gpt
    hand, mine = moons.fastest("hand"), "kit chosen"
    eager_torch = min(moons.times.keys() & {"torch", "torch all", "torch compiled"}, key=moons.seconds)
    found = [
        ratio(f"moons: {label(mine)}, against {label(hand)}", moons, mine, hand, 1.5, most=True),
        ratio(f"moons: the same against {label(eager_torch)}", moons, eager_torch, mine, 2.5),
        ratio(f"moons: the same against {label('torch whole')}", moons, "torch whole", mine, 2.5),
        ratio("moons: a learner's own class, against the kit's", moons, "kit learner's", mine, 1.2, most=True),
    ]
    for axis, size, result, _ in run.growth:
        hand, torch = result.fastest("hand"), result.fastest("torch")
        by_hand = result.ratio("kit chosen", hand)
        far = result.ratio(torch, hand) >= 1.6
        against = result.ratio("kit chosen", torch)
        bound = 1.0 if far else 1.2
        found.append(
            Claim(
                f"{AXES[axis]}: {size:,}",
                f"within 1.6 times by hand, {bound} times PyTorch",
                f"{figure(by_hand)}x, {figure(against)}x",
                by_hand <= 1.6 and against <= bound,
            )
        )
    mine = "gpt kit chosen"
    found += [
        ratio(f"GPT: {label(mine)}, against {label('gpt eager')}", gpt, "gpt eager", mine, 400),
        ratio("GPT: the same, collector off", gpt, "gpt eager off", mine, 240),
        ratio("GPT: the same, against NumPy by hand", gpt, "gpt hand", mine, 1.0),
        ratio("GPT: a learner's own class, against the kit's", gpt, "gpt kit learner's", "gpt kit chosen", 1.2, True),
    ]
    seconds = run.thousand.seconds("gpt kit chosen")
    found.append(Claim("GPT: 1,000 steps", "1 s or less", duration(seconds), seconds <= 1))
    for key in ("gpt kit chosen", "gpt kit learner's"):
        seconds = run.recording.seconds(key)
        found.append(Claim(f"GPT: recording, {label(key)}", "2 s or less", duration(seconds), seconds <= 2))
    return found


def tables(run):
    verdict = {True: "met", False: "not met"}
    names = "\n".join(textwrap.wrap(", ".join(run.names), 110))
    times = [("1,000 steps", run.thousand), ("recording", run.recording)]
    return [
        Table(
            "Must show",
            "Medians of the ratios within each round, and in brackets their quartiles.",
            ["what", "asked", "measured", ""],
            [(c.what, c.asked, c.measured, verdict[c.met]) for c in claims(run)],
        ),
        speeds("A training step on the moons", MOONS, run.moons, "torch", "hand"),
        *(grown(run.growth, axis) for axis in SIZES),
        speeds(
            "A training step of a GPT",
            GPT.format(names=names),
            run.gpt,
            "gpt eager",
            "gpt torch",
            "gpt hand",
        ),
        Table(
            "1,000 steps of the GPT, and its recording",
            "The steps are one call, each on one name; a recording starts from the parameters.",
            ["contender", *(what for what, _ in times)],
            [
                (label(key), *(duration(result.seconds(key)) if key in result.times else "" for _, result in times))
                for key in run.thousand.times
            ],
        ),
    ]


def grown(points, axis):
    """One row a contender, one column a size, and the ratios of what the kit chose."""
    points = [point for point in points if point.axis == axis]
    keys = list(dict.fromkeys(key for point in points for key in point.result.times))
    rows = [(label(key), *(cell(point.result, key) for point in points)) for key in keys]
    for what, name in (("NumPy by hand", "hand"), ("the fastest PyTorch", "torch")):
        ratios = [figure(p.result.ratio("kit chosen", p.result.fastest(name))) for p in points]
        rows.append((f"chosen: its time by that of {what}", *ratios))
    rows.append(("the machine chosen", *(p.chosen for p in points)))
    return Table(f"Growth with {AXES[axis]}", "A step.", ["", *(f"{p.size:,}" for p in points)], rows)


def cell(result, key):
    return duration(result.seconds(key)) if key in result.times else result.failures.get(key, "")


def main():
    parser = argparse.ArgumentParser(description="micrograd_lab's two machines and their peers, in one run")
    parser.add_argument("--quick", action="store_true", help="rough figures in a few minutes")
    parser.add_argument("--out", type=Path, default=HERE / "MACHINES.md", help="the file to write")
    arguments = parser.parse_args()
    began, load = time.monotonic(), os.getloadavg()[0]

    def say(what):
        print(f"{time.monotonic() - began:5.0f} s  {what}", flush=True)

    about = peers.machine("", ("hand", "torch"))
    run = measure(arguments.quick, say)
    text = HEAD.format(
        words=" --quick" if arguments.quick else "",
        about=about,
        load=load,
        minutes=(time.monotonic() - began) / 60,
    )
    arguments.out.write_text("\n".join([text, *map(markdown, tables(run))]), encoding="utf-8")
    say(f"written: {arguments.out.name}")


AXES = {"hidden": "hidden size, 100 samples", "samples": "samples, hidden size 16"}
HEAD = """\
# Two machines and their peers

Written by `python benchmarks/machines.py{words}`. {about}.
Load of the machine before: {load:.1f} (0 is a quiet machine). The run took {minutes:.0f} minutes.

Contenders take turns, each in a process of its own; times are medians over the rounds, ratios medians of the ratios
within a round, "x PyTorch" so many times as fast as the fastest PyTorch. Before the clock starts each contender's loss
and gradients (of the GPT also its losses and parameters after a step on each name) are held against those of NumPy by
hand: they differ by 1e-9 or less, or the run stops. All is in float64, and OPENBLAS variables are unset.

NumPy by hand makes its arrays and views once, writes into them, has biases as weights of a constant 1, masks in place,
the learning rate within the first slope, and goes in stretches of some 2,500 samples. PyTorch: operation by operation
(`autograd.grad` on one flat tensor), with `torch.compile` of the loss, and with the whole step, backward and update
too, compiled and called from C++. The kit takes 100 steps in a call (`Training.run`).
"""
MOONS = "100 moons, MLP 2-16-16-1, hinge loss and L2 penalty, SGD: forward, backward, update."
GPT = """\
4,192 parameters: one layer, width 16, four heads, block 16, rmsnorm, ReLU. A step is forward, backward and Adam on one
name; the time is the mean over these names, of the kit's in calls of 100 steps:
{names}.
By hand and in PyTorch a name is computed at once under a causal mask. The compiled step and the kit have a block of 16
and give what is beyond a name the weight 0, which the tape leaves out; all others take a name at its own length."""


if __name__ == "__main__":
    main()
