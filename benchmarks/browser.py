"""How fast the live views answer in JupyterLab:  python benchmarks/browser.py  writes BROWSER.md beside this file.

Chromium presses real keys. A press is timed in the page, from the key event to the first task after the frame in
which the picture has changed. Times depend on the machine and on what else it does: run this on a quiet one.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from browser_report import written
from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))
from browser.lab import FLAGS, PATIENCE, Lab, browser_path  # noqa: E402  (after the path to it)

IMPORTS = """import ipywidgets, numpy as np
from matplotlib import pyplot as plt
from micrograd_lab import datasets, live, losses, nn, optim, replay, steps"""
SMALL = """small = live.graph("((a * b + c).tanh() * (a + b) - c * a).relu() + (b * b + a).exp()", a=0.5, b=-1.0, c=0.5)
small"""
LARGE = """model = nn.MLP(2, [8, 8, 1], activation="tanh", seed=1)
large = live.graph(lambda a, b: model([a, b]), limit=None, a=0.5, b=-1.0)
large"""
FIELD = "field = live.training(datasets.moons(200, seed=1), lr=0.1)\nfield.which.value = 336\nfield"
COCKPIT = 'full = live.training(datasets.moons(200, seed=1), lr=0.1, controls="all")\nfull.which.value = 336\nfull'
# What one would write without this kit: the same network and grid, contours in an Output widget.
CONTOURS = """data = datasets.moons(200, seed=1)
net = nn.MLP(2, [16, 16, 1], seed=1)
weight = net.parameters()[336]
scores, start = replay.Field(net, 2), weight.data
across, up = (np.linspace(low - 0.5, high + 0.5, 100) for low, high in zip(data.X.min(axis=0), data.X.max(axis=0)))
grid = np.stack(np.meshgrid(across, up), axis=-1).reshape(-1, 2)
out, bar, drawn = ipywidgets.Output(), ipywidgets.FloatSlider(min=-3, max=3, step=0.05), 0

def draw(_=None):
    global drawn
    weight.data, drawn = start + bar.value, drawn + 1
    with out:
        out.clear_output(wait=True)
        figure, axes = plt.subplots(figsize=(4, 4))
        axes.contourf(across, up, scores(grid).reshape(100, 100), levels=20, cmap="RdBu")
        axes.scatter(*data.X.T, c=data.y)
        plt.show()

bar.observe(draw, "value")
draw()
ipywidgets.VBox([bar, out])"""
LOOP = """training = steps.Training(net, data, optim.SGD(net.parameters(), lr=0.1), losses.hinge)
for _ in range(60):
    next(training)
    start = weight.data
    draw()"""


class Measured(NamedTuple):
    """A view: its cell, what holds its picture, the slider that moves it, and what the kernel counts and shows."""

    cell: str
    picture: str
    slider: str
    redraws: str
    label: str = ""
    aim: int | None = None


TEXT = "'; '.join(' '.join(row) for row in {}.chart.numbers)"
VIEWS = {
    "graph of 15 values": Measured(SMALL, ".picture", "a", "small.redraws", "small.picture.sentence", 20),
    "graph of 299 values": Measured(LARGE, ".picture", "a", "large.redraws", "large.picture.sentence", 20),
    "field of 100x100, a weight dragged": Measured(
        FIELD, ".numbers", "add to it", "field.redraws", TEXT.format("field"), 20
    ),
    "cockpit, all panels, a weight dragged": Measured(
        COCKPIT, ".numbers", "add to it", "full.redraws", TEXT.format("full")
    ),
    "matplotlib contourf in an Output, a weight dragged": Measured(CONTOURS, ".widget-output", "", "drawn"),
}
PLAYED = {
    "training, 16-16, 200 points": FIELD,
    "training, 16-16, 200 points, all panels": COCKPIT,
    "matplotlib contourf in an Output": None,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--presses", type=int, default=30, help="timed key presses a view and round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="", help="measure only what has this in its name")
    parser.add_argument("--out", type=Path, default=HERE / "BROWSER.md")
    chosen = parser.parse_args()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        lab = Lab(Path(folder))
        try:
            lab.write("measured", [IMPORTS, *(measured.cell for measured in VIEWS.values())])
            browser = playwright.chromium.launch(executable_path=browser_path(), args=FLAGS.split())
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.set_default_timeout(PATIENCE)
            lesson = lab.open(page, "measured.ipynb")
            page.add_script_tag(content=(HERE / "browser.js").read_text(encoding="utf-8"))
            found = _measure(lesson, chosen)
            chromium = browser.version
            browser.close()
        finally:
            lab.stop()
    report = written(*found, VIEWS, PLAYED, how=chosen, load=load, chromium=chromium)
    print(report)
    if not chosen.only:
        chosen.out.write_text(report, encoding="utf-8")


def _measure(lesson, chosen):
    """Each view has its turn in each round. Gives {name: times}, {name: floods} and {name: frames a second}."""
    times, floods, frames = {}, {}, {}
    for number in range(chosen.rounds):
        print(f"round {number + 1} of {chosen.rounds}", file=sys.stderr)
        for name, measured in VIEWS.items():
            if chosen.only in name:
                handle = _watch(lesson, measured)
                times.setdefault(name, []).extend(_press(lesson, handle, n) for n in range(chosen.presses))
                floods.setdefault(name, []).append(_flood(lesson, measured, handle))
        for name, cell in PLAYED.items():
            if chosen.only in name:
                frames.setdefault(name, []).append(_play(lesson, cell) if cell else _contours(lesson))
    return times, floods, frames


def _watch(lesson, measured):
    """Look at this view's picture from now on; gives the handle that moves it."""
    cell = lesson.cell(measured.cell)
    area = cell.locator(".jp-Cell-outputWrapper")
    area.evaluate("e => e.scrollIntoView()")
    view = area.locator(".micrograd-view").first if measured.slider else area.locator(".jupyter-widgets").first
    view.locator(measured.picture).first.evaluate("e => watchFor(e)")
    if measured.slider:
        return view.get_by_role("slider", name=measured.slider, exact=True)
    return view.get_by_role("slider").first


def _press(lesson, handle, number):
    """Milliseconds from one key press until what it changes is on screen."""
    handle.focus()
    lesson.page.wait_for_timeout(120)
    lesson.page.evaluate("watch.answered = 0")
    lesson.page.keyboard.press("ArrowRight" if number % 6 < 3 else "ArrowLeft")
    lesson.page.wait_for_function("watch.answered > 0", polling=20)
    return lesson.page.evaluate("watch.answered - watch.pressed")


def _flood(lesson, measured, handle):
    """200 keys in 1 s: how often the kernel drew, how often the page changed, and how late the last change came."""
    before = int(lesson.ask(f"print({measured.redraws})"))
    handle.press("Home")
    lesson.page.wait_for_timeout(500)
    took, changes, lag = handle.evaluate("e => flood(e, 200, 5)")
    drawn = int(lesson.ask(f"print({measured.redraws})")) - before
    if measured.label:
        _check_last_state(lesson, measured, handle)
    return took, drawn, changes, lag


def _check_last_state(lesson, measured, handle):
    """After a flood the page shows what the kernel holds, and that is where the slider stands."""
    view = lesson.view(measured.cell)
    if measured.picture == ".picture":
        shown = view.locator("svg[role=img]").get_attribute("aria-label")
    else:
        rows = view.locator(".numbers tr")
        shown = "; ".join(rows.evaluate_all("rows => rows.map(r => [...r.cells].map(c => c.textContent).join(' '))"))
    held = lesson.ask(f"print({measured.label})")
    if shown != held:
        raise RuntimeError(f"after 200 keys the page shows\n{shown}\nand the kernel holds\n{held}")
    name = measured.redraws.partition(".")[0]
    box = f"{name}.added" if measured.slider == "add to it" else f'{name}.boxes["{measured.slider}"]'
    stands, says = handle.get_attribute("aria-valuetext"), lesson.ask(f"print({box}.value)")
    if float(stands) != float(says):
        raise RuntimeError(f"after 200 keys the slider stands at {stands}, and the kernel holds {says}")


def _play(lesson, cell, seconds=5):
    """Frames a second while a network trains on screen, a step a frame."""
    view = lesson.view(cell)
    view.evaluate("e => e.scrollIntoView()")
    view.get_by_role("button", name="reset").click()
    view.locator(".numbers").evaluate("e => watchFor(e)")
    view.get_by_role("button", name="play").click()
    frames = lesson.page.evaluate("ms => rate(ms)", seconds * 1000)
    view.get_by_role("button", name="pause").click()
    return frames


def _contours(lesson):
    """The same by redrawing a figure: changes a second while a loop of 60 steps runs."""
    _watch(lesson, VIEWS["matplotlib contourf in an Output, a weight dragged"])
    lesson.page.evaluate("watch.changes = []")
    lesson.ask(LOOP)
    changes = lesson.page.evaluate("watch.changes")
    return (len(changes) - 1) / (changes[-1] - changes[0]) * 1000


if __name__ == "__main__":
    main()
