"""How fast the live views answer in JupyterLab: `python benchmarks/browser.py` prints a table.

Chromium presses real keys. A press is timed in the page, from the key event to the first task after the frame in
which the picture has changed. Times depend on the machine and on what else it does: run this on a quiet one.
"""

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from browser.lab import FLAGS, PATIENCE, Lab, browser_path  # noqa: E402  (after the path to it)

IMPORTS = "from micrograd_lab import datasets, live, nn"
SMALL = 'small = live.graph("(a * b + c).tanh()", a=0.5, b=-1.0, c=0.5)\nsmall'
LARGE = """model = nn.MLP(2, [8, 8, 1], activation="tanh", seed=1)
large = live.graph(lambda a, b: model([a, b]), limit=None, a=0.5, b=-1.0)
large"""
FIELD = "field = live.training(datasets.moons(100, noise=0.1, seed=1), hidden=[16, 16])\nfield.which.value = 336\nfield"


class Measured(NamedTuple):
    """A view: its cell and variable, the slider to move, by name and in Python, what changes, and the aim in ms."""

    cell: str
    variable: str
    slider: str
    handle: str
    picture: str
    aim: int | None = None


VIEWS = {
    "graph, 6 boxes": Measured(SMALL, "small", "a", 'small.sliders["a"]', "svg", 50),
    "graph, 299 boxes": Measured(LARGE, "large", "a", 'large.sliders["a"]', "svg"),
    "field, 100x100": Measured(FIELD, "field", "add to it", "field.nudge", ".numbers", 66),
}
WATCH = """(picture) => {
    const watch = window.watch = { pressed: 0, answered: 0, changes: [] };
    document.addEventListener("keydown", event => (watch.pressed = event.timeStamp), true);
    new MutationObserver(() => {
        watch.changes.push(performance.now());
        if (watch.answered) return;
        watch.answered = -1;
        requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => (watch.answered = performance.now());
            port2.postMessage(0);
        });
    }).observe(picture, { subtree: true, childList: true, characterData: true, attributes: true });
}"""
FLOOD = """async (handle, [keys, apart]) => {
    watch.changes = [];
    const press = key => handle.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    const start = performance.now();
    for (let i = 0; i < keys; i++) {
        press(i % 4 === 3 ? "ArrowLeft" : "ArrowRight");
        await new Promise(done => setTimeout(done, Math.max(0, start + (i + 1) * apart - performance.now())));
    }
    const last = performance.now();
    while (performance.now() - Math.max(last, watch.changes.at(-1) ?? 0) < 1500)
        await new Promise(done => setTimeout(done, 50));
    return [last - start, watch.changes.length, watch.changes.at(-1) - last];
}"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--presses", type=int, default=40, help="timed key presses a view and round")
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        lab = Lab(Path(folder))
        try:
            lab.write("measured", [IMPORTS, *(measured.cell for measured in VIEWS.values())])
            browser = playwright.chromium.launch(executable_path=browser_path(), args=FLAGS.split())
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.set_default_timeout(PATIENCE)
            lesson = lab.open(page, "measured.ipynb")
            for number in range(chosen.rounds):
                print(f"\nround {number + 1}, load average {_load()} on {os.cpu_count()} cores")
                _round(lesson, chosen.presses)
            browser.close()
        finally:
            lab.stop()


def _round(lesson, presses):
    print(f"{'key to picture':<17}{'median':>9}{'95 %':>9}{'aim':>9}   100 keys in 1 s: handled, shown, last after")
    for name, measured in VIEWS.items():
        view = lesson.view(measured.cell)
        view.evaluate("e => e.scrollIntoView()")
        handle = view.get_by_role("slider", name=measured.slider, exact=True)
        view.locator(measured.picture).evaluate(WATCH)
        times = sorted(_press(lesson, handle, number) for number in range(presses))
        middle, late = statistics.median(times), times[round(0.95 * (len(times) - 1))]
        before = _redraws(lesson, measured)
        took, shown, lag = handle.evaluate(FLOOD, [100, 10])
        handled = _redraws(lesson, measured) - before
        _assert_last_state(lesson, measured, view, handle)
        print(
            f"{name:<17}{middle:>6.0f} ms{late:>6.0f} ms{f'{measured.aim} ms' if measured.aim else '-':>9}   "
            f"in {took / 1000:.2f} s: {handled}, {shown}, {lag:.0f} ms"
        )
    print(f"training plays at {_frames(lesson):.0f} frames a second (aim 30)")


def _redraws(lesson, measured):
    return int(lesson.ask(f"print({measured.variable}.redraws)"))


def _press(lesson, handle, number):
    """Milliseconds from one key press until what it changes is on screen."""
    handle.focus()
    lesson.page.wait_for_timeout(120)
    lesson.page.evaluate("watch.answered = 0")
    lesson.page.keyboard.press("ArrowRight" if number % 6 < 3 else "ArrowLeft")
    lesson.page.wait_for_function("watch.answered > 0", polling=20)
    return lesson.page.evaluate("watch.answered - watch.pressed")


def _assert_last_state(lesson, measured, view, handle):
    """After a flood, the kernel stands where the slider does, and the page shows what the kernel holds."""
    stands = float(lesson.ask(f"print({measured.handle}.value)"))
    assert abs(stands - float(handle.get_attribute("aria-valuetext"))) < 1e-9
    pictured = view.get_by_role("img").first.get_attribute("aria-label")
    assert pictured == lesson.ask(f"print({measured.variable}.picture.label)")


def _frames(lesson, seconds=5):
    """Frames a second while a network trains on screen."""
    view = lesson.view(FIELD)
    view.get_by_role("button", name="reset").click()
    view.locator(".numbers").evaluate(WATCH)
    view.get_by_role("button", name="play").click()
    rate = lesson.page.evaluate(
        """async milliseconds => {
            while (watch.changes.length < 5) await new Promise(done => setTimeout(done, 20));
            const before = watch.changes.length, start = performance.now();
            await new Promise(done => setTimeout(done, milliseconds));
            return (watch.changes.length - before) / (performance.now() - start) * 1000;
        }""",
        seconds * 1000,
    )
    view.get_by_role("button", name="pause").click()
    return rate


def _load():
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


if __name__ == "__main__":
    main()
