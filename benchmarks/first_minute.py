"""The first minute of a learner:  python benchmarks/first_minute.py  writes FIRST_MINUTE.md beside this file.

What `python3 start.py` opens is opened in Chromium, in a window of 1366 by 768 pixels and with JupyterLab's own
settings, and used as somebody does who has read what stands there. After each act it is looked at whether anything
that is needed next lies outside the window, and a picture is kept in artefacts/first_minute.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from browser.lab import FLAGS, PATIENCE, browser_path  # noqa: E402  (after the path to it)

SHOTS = ROOT / "artefacts" / "first_minute"
WINDOW = {"width": 1366, "height": 768}
WORDS_A_MINUTE = 200  # of a careful reader
SECONDS_A_CLICK = 1.5  # to find a thing with the mouse and press it
HEAD = """# The first minute

Written by `python benchmarks/first_minute.py`: Chromium in a window of 1366 by 768 pixels, on the page that
`python3 start.py` opens. *Machine* is what it takes from the page being there; *with a reader* adds {speed} words a
minute for what must be read by then, and {click} s for each click or key.

| what is on screen | clicks and keys | words read | machine, s | with a reader, s | scrolling |
|---|---|---|---|---|---|
"""
ROW = "| {what} | {acts} | {words} | {machine:.1f} | {reader:.0f} | {scrolled} |\n"


class Learner:
    """Somebody at the page: counts what they press, and what they have to read for it."""

    def __init__(self, page):
        self.page, self.acts, self.words, self.rows, self.began, self.left = page, 0, 0, [], time.monotonic(), 0.0

    def read(self, place):
        """Read what stands in a place."""
        self.words += len(re.findall(r"\w+", place.inner_text()))

    def click(self, place):
        """Click on something, which has to lie in the window as it is."""
        box = place.bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        if not (0 <= x < WINDOW["width"] and 90 < y < WINDOW["height"] - 24):  # below the toolbar, above the status
            raise SystemExit(f"{place} lies outside the window, at {x:.0f}, {y:.0f}")
        self.acts += 1
        self.page.mouse.click(x, y)

    def press(self, keys):
        self.acts += 1
        self.page.keyboard.press(keys)

    def seen(self, name, what, whole=None):
        """Note how long it took until this is on screen; `whole` is what has to lie in the window by itself."""
        seconds = time.monotonic() - self.began - self.left
        down = self.page.locator(".jp-WindowedPanel-outer").first.evaluate("e => e.scrollTop")
        box = whole.bounding_box() if whole else None
        inside = box is None or (box["y"] > 85 and box["y"] + box["height"] < WINDOW["height"] - 24)
        reader = seconds + 60 * self.words / WORDS_A_MINUTE + SECONDS_A_CLICK * self.acts
        scrolled = "none" if inside and not down else f"by itself, {down:.0f} px" if inside else "needed"
        row = {"what": what, "acts": self.acts, "words": self.words, "machine": seconds, "reader": reader}
        self.rows.append(row | {"scrolled": scrolled})
        before = time.monotonic()
        self.page.screenshot(path=SHOTS / f"{len(self.rows)}-{name}.png")
        self.left += time.monotonic() - before  # a picture takes time that no learner waits


def server(folder):
    """JupyterLab as start.py starts it, on a learner's folder that is new; gives the process and the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    places = {f"JUPYTERLAB_{name}_DIR": str(folder / name.lower()) for name in ("SETTINGS", "WORKSPACES")}
    env = {**os.environ, **places, "MICROGRAD_LAB_DATA": str(folder / "data"), "PYTHONPATH": str(ROOT)}
    env |= {"JUPYTER_CONFIG_DIR": str(folder / "config"), "JUPYTER_PATH": str(ROOT / "settings" / "share" / "jupyter")}
    own = folder / "notebooks"
    for room in ("lessons", "exercises"):
        shutil.copytree(ROOT / room, own / room)
    words = [sys.executable, "-m", "jupyterlab", "--LabApp.default_url=/lab/tree/lessons/index.ipynb"]
    words += [
        f"--ServerApp.root_dir={own}",
        f"--port={port}",
        "--no-browser",
        "--IdentityProvider.token=",
        "--allow-root",
    ]
    process = subprocess.Popen(words, env=env, cwd=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}/"
    while True:
        try:
            urllib.request.urlopen(address + "api/status", timeout=5).close()
            return process, address
        except OSError:
            if process.poll() is not None:
                raise SystemExit("JupyterLab did not start") from None
            time.sleep(0.2)


def landing(page):
    """The page that opens, up to a network that has learned."""
    picture = page.locator(".jp-Notebook .jp-OutputArea img").first
    picture.wait_for()
    learner = Learner(page)
    page.get_by_role("heading", name="Learn how").wait_for()
    learner.read(page.locator(".jp-Notebook .jp-RenderedMarkdown").first)
    learner.seen("opened", "the page, a still picture", picture)
    learner.click(picture)
    learner.press("Shift+Enter")
    view = page.locator(".jp-OutputArea .micrograd-view").first
    view.get_by_role("radio").first.wait_for()
    view.locator("canvas").first.wait_for()
    page.wait_for_timeout(300)
    learner.read(view.locator(".widget-html").first)
    learner.read(view.locator(".widget-radio-box").first)
    learner.seen("alive", "the same, alive, and a question")
    learner.click(view.get_by_role("radio").nth(1))
    learner.click(view.get_by_role("button", name="commit"))
    page.wait_for_timeout(200)
    learner.click(view.get_by_role("button", name="let it learn"))
    field = view.locator("figure").first
    page.wait_for_function("e => !e.innerText.includes(' 0 questions')", arg=view.element_handle())
    learner.seen("learning", "a network that learns", field)
    page.wait_for_timeout(3000)
    learner.seen("bending", "its border, 3 s later", field)
    page.wait_for_function("e => e.innerText.includes('All 100')", arg=view.element_handle())
    page.wait_for_timeout(300)
    learner.seen("learned", "all 100 points right, beside the prediction", field)
    return learner


def by_hand(page, learner):
    """Lesson 0, from the landing page: up to three numbers that the learner's own hand moves."""
    page.locator(".jp-RenderedMarkdown a", has_text="Start here").first.scroll_into_view_if_needed()
    learner.click(page.locator(".jp-RenderedMarkdown a", has_text="Start here").first)
    page.get_by_role("heading", name="0 Start here").wait_for()
    opened = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
    cell = opened.locator(".jp-Cell", has_text="hand = live.three()").first
    cell.locator("img").first.wait_for()
    learner.read(opened.locator(".jp-RenderedMarkdown", has_text="Take its place with three").first)
    cell.evaluate("e => e.scrollIntoView()")
    page.wait_for_timeout(300)
    learner.click(cell.locator("img").first)
    learner.press("Shift+Enter")
    view = cell.locator(".micrograd-view").first
    view.locator("canvas").first.wait_for()
    page.wait_for_timeout(300)
    cell.evaluate("e => e.scrollIntoView()")
    handle = view.get_by_role("slider", name="w1", exact=True)
    learner.click(handle)
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    view.get_by_text("s left").wait_for()
    page.wait_for_timeout(500)
    learner.seen("by_hand", "lesson 0: three numbers, moved by hand", view)
    return learner.rows


def main():
    shutil.rmtree(SHOTS, ignore_errors=True)
    SHOTS.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        process, address = server(Path(folder))
        try:
            browser = playwright.chromium.launch(executable_path=browser_path(), args=FLAGS.split())
            page = browser.new_context(viewport=WINDOW).new_page()
            page.set_default_timeout(PATIENCE)
            page.goto(address)
            rows = by_hand(page, landing(page))
            browser.close()
        finally:
            process.terminate()
            process.wait(20)
    head = HEAD.format(speed=WORDS_A_MINUTE, click=SECONDS_A_CLICK)
    (Path(__file__).parent / "FIRST_MINUTE.md").write_text(head + "".join(ROW.format(**row) for row in rows))
    print(head + "".join(ROW.format(**row) for row in rows))


if __name__ == "__main__":
    main()
