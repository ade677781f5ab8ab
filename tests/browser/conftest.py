"""Chromium, driven by Playwright. Screenshots go to artefacts/."""

import os

import pytest

from .lab import FLAGS, PATIENCE, ROOT, Lab, browser_path

ARTEFACTS = ROOT / "artefacts"


def _cannot_run(why):
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(why)
    pytest.skip(why)


# Scoped to this folder: while Playwright runs, no other test of this process can run a notebook.
@pytest.fixture(scope="package")
def chromium():
    found = browser_path()
    if not found:
        _cannot_run("no Chromium, Chrome or Edge was found; install one to run the browser tests")
    try:
        from playwright import sync_api
    except ImportError:
        _cannot_run("Playwright is not installed; `python3 start.py test` installs it")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS.split())
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def lab(tmp_path_factory):
    lab = Lab(tmp_path_factory.mktemp("lab"))
    yield lab
    lab.stop()


@pytest.fixture(scope="module")
def open_lesson(chromium, lab):
    """open_lesson("02_expressions"): in a window of its own, as wide and high as a small laptop's.

    Windows, kernels and the journal end with the file of tests: all windows at once would fill a small machine's
    memory, and each file's tests begin with a learner of whom nothing is known.
    """
    windows = []

    def open_lesson(name):
        windows.append(chromium.new_context(viewport={"width": 1280, "height": 720}))
        windows[-1].set_default_timeout(PATIENCE)
        return lab.open(windows[-1].new_page(), f"{name}.ipynb")

    yield open_lesson
    for window in windows:
        window.pages[0].evaluate("() => window.jupyterapp?.serviceManager.sessions.shutdownAll()")
        window.close()
    lab.forget()


@pytest.fixture(scope="module")
def open_cells(open_lesson, lab):
    """open_cells("name", "live.softmax()", ...): a new notebook of these cells, run; with the public names imported."""

    def open_cells(name, *cells):
        lab.write(name, ["from micrograd_lab import *", *cells])
        return open_lesson(name)

    return open_cells


@pytest.fixture(scope="session")
def shoot():
    """shoot(page, "name"): keep what is on screen, for a person to look at."""
    ARTEFACTS.mkdir(exist_ok=True)

    def shoot(page, name):
        page.screenshot(path=ARTEFACTS / f"{name}.png")

    return shoot
