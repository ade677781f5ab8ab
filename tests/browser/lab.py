"""JupyterLab on a copy of the lessons, and a lesson opened in it by Chromium."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parents[2]
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
PATIENCE = 60_000  # milliseconds; a busy machine is slow, not wrong


def browser_path():
    """Where a browser of the Chromium family is, or None."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or next((place for place in PLACES if Path(place).exists()), None)


class Lab:
    """A JupyterLab server on a copy of the lessons, with a journal of its own."""

    def __init__(self, folder):
        self.data = folder / "data"
        self.lessons = folder / "lessons"
        shutil.copytree(ROOT / "lessons", self.lessons, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
        settings = folder / "settings" / "@jupyterlab"
        _write(settings / "apputils-extension" / "notification.jupyterlab-settings", {"fetchNews": "false"})
        # Cells far from the window have no text or size by default.
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
        self.environment = {
            **os.environ,
            # What is laid into an environment, as this checkout has it.
            "JUPYTER_PATH": str(ROOT / "settings" / "share" / "jupyter"),
            "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
            "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
            "MICROGRAD_LAB_DATA": str(self.data),
        }
        self.log = (folder / "server.log").open("w")
        self.command = [sys.executable, "-m", "jupyterlab", *(f"--{name}={value}" for name, value in options.items())]
        self.start()

    def start(self):
        """Start the server, and wait until it answers."""
        self.server = subprocess.Popen(self.command, env=self.environment, stdout=self.log, stderr=self.log)
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/api/status", timeout=5).close()
                break
            except OSError:
                if time.monotonic() > deadline or self.server.poll() is not None:
                    raise RuntimeError(Path(self.log.name).read_text()) from None
                time.sleep(0.2)

    def restart(self):
        """Start it anew, as on the next day: every kernel is gone."""
        self.server.terminate()
        self.server.wait(20)
        self.start()

    def open(self, page, notebook):
        """Open a notebook, run all of its cells, and wait until the last has finished."""
        lesson = self.show(page, notebook)
        # Settled when the last cell has: a promise that is kept only then.
        assert page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')") is not False
        return lesson

    def show(self, page, notebook):
        """Open a notebook, and wait until it has a kernel."""
        lesson = Lesson(page, notebook.removesuffix(".ipynb"))
        page.goto(f"http://127.0.0.1:{self.port}/lab/tree/{notebook}?reset")
        page.wait_for_function(
            "() => window.jupyterapp?.shell.currentWidget?.context?.isReady"
            " && window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'",
            timeout=PATIENCE,
        )
        return lesson

    def write(self, name, cells):
        """Put a notebook of these code cells beside the lessons."""
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
        notebook.metadata.kernelspec = {"display_name": "Python 3", "language": "python", "name": "python3"}
        nbformat.write(notebook, self.lessons / f"{name}.ipynb")

    def journal(self):
        """What the learner's journal holds, as a list of entries."""
        path = self.data / "journal.jsonl"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []

    def forget(self):
        """Make the journal an empty one."""
        shutil.rmtree(self.data, ignore_errors=True)

    def stop(self):
        self.server.terminate()
        self.server.wait(20)
        self.log.close()


class Lesson:
    """A notebook in JupyterLab, all of whose cells have run."""

    def __init__(self, page, name):
        self.page, self.name = page, name
        self.complaints = []  # what the browser's console calls an error
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)

    def cells(self):
        """Each code cell's source, the types of its outputs, and the errors among them in words."""
        return self.page.evaluate(
            """() => jupyterapp.shell.currentWidget.content.widgets.filter(c => c.model.type === "code").map(c => {
                const outputs = c.model.outputs.toJSON();
                return {
                    source: c.model.sharedModel.getSource(),
                    types: outputs.flatMap(o => Object.keys(o.data ?? {})),
                    errors: outputs.filter(o => o.output_type === "error").map(o => `${o.ename}: ${o.evalue}`),
                };
            })"""
        )

    def cell(self, source):
        """The cell with this text in its source."""
        place = self.page.evaluate(
            """text => jupyterapp.shell.currentWidget.content.widgets.findIndex(
                c => c.model.sharedModel.getSource().includes(text))""",
            source,
        )
        assert place >= 0, f"no cell of this lesson has {source!r}"
        return self.page.locator(".jp-Notebook .jp-Cell").nth(place)

    def view(self, source):
        """The live view below the cell with this text in its source."""
        return self.cell(source).locator(".jp-OutputArea .micrograd-view").first

    def ask(self, code):
        """Run code in the lesson's kernel; gives what it prints."""
        return self.page.evaluate(
            """async code => {
                const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session, said = [];
                const future = kernel.requestExecute({ code, store_history: false });
                future.onIOPub = message => said.push(message.content.text ?? message.content.evalue ?? "");
                await future.done;
                return said.join("").trim();
            }""",
            code,
        )

    def until(self, read, expected):
        """Wait until read() gives what is expected."""
        deadline = time.monotonic() + PATIENCE / 1000
        while (seen := read()) != expected and time.monotonic() < deadline:
            self.page.wait_for_timeout(50)
        assert seen == expected, f"on screen:\n{seen}\nexpected:\n{expected}"

    def theme(self, name):
        """Change JupyterLab's theme, "Light" or "Dark"."""
        name = f"JupyterLab {name}"
        self.page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', { theme })", name)
        self.page.wait_for_function("theme => document.body.dataset.jpThemeName === theme", arg=name, timeout=PATIENCE)
        self.page.locator("#jupyterlab-splash").wait_for(state="detached", timeout=PATIENCE)


def _write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content))
