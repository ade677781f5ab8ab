"""JupyterLab in Chromium, driven by Playwright. Screenshots go to artefacts/."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARTEFACTS = ROOT / "artefacts"
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)


def _no_browser(why):
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture(scope="session")
def chromium():
    found = next(filter(None, map(shutil.which, NAMES)), None)
    found = found or next((place for place in PLACES if Path(place).exists()), None)
    if not found:
        _no_browser("no Chromium, Chrome or Edge was found; install one to run the browser tests")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS.split())
        yield browser
        browser.close()


class Lab:
    """A JupyterLab server on a copy of the lessons, with a journal of its own."""

    def __init__(self, folder, theme):
        self.data = folder / "data"
        self.lessons = folder / "lessons"
        shutil.copytree(ROOT / "lessons", self.lessons, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
        settings = folder / "settings" / "@jupyterlab"
        _write(settings / "apputils-extension" / "themes.jupyterlab-settings", {"theme": theme})
        _write(settings / "apputils-extension" / "notification.jupyterlab-settings", {"fetchNews": "false"})
        _write(settings / "notebook-extension" / "tracker.jupyterlab-settings", {"windowingMode": "none"})
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        options = {
            "IdentityProvider.token": "",
            "ServerApp.root_dir": str(self.lessons),
            "ServerApp.open_browser": False,
            "ServerApp.port": self.port,
            "LabApp.expose_app_in_browser": True,
            "ServerApp.allow_root": True,
        }
        environment = {
            **os.environ,
            "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
            "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
            "MICROGRAD_LAB_DATA": str(self.data),
        }
        self.log = (folder / "server.log").open("w")
        arguments = [f"--{name}={value}" for name, value in options.items()]
        self.server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *arguments], env=environment, stdout=self.log, stderr=self.log
        )
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/api/status", timeout=5).close()
                break
            except OSError:
                if time.monotonic() > deadline or self.server.poll() is not None:
                    raise RuntimeError((folder / "server.log").read_text()) from None
                time.sleep(0.2)

    def open(self, page, notebook):
        """Open a notebook, run all of its cells, and wait until the last has finished."""
        page.goto(f"http://127.0.0.1:{self.port}/lab/tree/{notebook}?reset")
        page.wait_for_function("() => window.jupyterapp?.shell.currentWidget?.context?.isReady", timeout=60_000)
        page.wait_for_function(
            "() => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'",
            timeout=60_000,
        )
        # A kernel has begun when the first cell of a notebook has its number; too early a run is lost.
        finished = page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
        assert finished is not False
        page.wait_for_function("() => window.jupyterapp.shell.currentWidget.content.widgets"
                               ".filter(c => c.model.type === 'code').every(c => c.model.executionCount)",
                               timeout=120_000)

    def stop(self):
        self.server.terminate()
        self.server.wait(20)
        self.log.close()


def _write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content))


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    lab = Lab(tmp_path_factory.mktemp("lab"), "JupyterLab Light")
    yield lab
    lab.stop()


@pytest.fixture(scope="session")
def dark_lab(tmp_path_factory):
    lab = Lab(tmp_path_factory.mktemp("dark"), "JupyterLab Dark")
    yield lab
    lab.stop()


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    yield page
    context.close()


@pytest.fixture(scope="session")
def shoot():
    """shoot(page, "name"): keep what is on screen, for a person to look at."""
    ARTEFACTS.mkdir(exist_ok=True)

    def shoot(target, name):
        target.screenshot(path=ARTEFACTS / f"{name}.png")

    return shoot
