"""What holds without bubblewrap, for an ordinary user: limits, and the list of system calls; the report says so."""

import json
import os
import sys

import pytest
from hostile.ordinary import as_ordinary_user, why_not

from micrograd_lab.grading.sandbox.inside import calls

from .notebooks import TOPOLOGICAL, answered, notebook

CLI = "from micrograd_lab.cli import app; app()"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the limits are Linux's")
# An answer that is right where this is refused, and wrong where it can be done.
REFUSED = "import os\ntry:\n    {source}\nexcept (OSError, MemoryError):\n    {right}"
TRIED = {
    "a child": "os.fork()",
    "a program": "os.execv('/bin/true', ['true'])",
    "a socket": "__import__('socket').socket()",
    "a signal to the grader": "os.kill(os.getppid(), 0)",
    "a trace": "assert __import__('ctypes').CDLL(None).ptrace(16, os.getppid(), 0, 0) == 0 or exec('raise OSError')",
    "memory": "bytearray(4 << 30)",
    "a large file": "open('large', 'wb').write(bytes(64 << 20))",
}


def submissions():
    yield "solved", notebook("05")
    for name, source in TRIED.items():
        right = TOPOLOGICAL.replace("\n", "\n    ")
        yield name.replace(" ", "_"), answered("5.1", REFUSED.format(source=source, right=right))
    yield "never_ends", answered("5.1", TOPOLOGICAL, "while True:\n    pass")


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("class")
    folder.chmod(0o755)
    for name, book in submissions():
        (folder / "in" / name).mkdir(parents=True)
        (folder / "in" / name / "05_order_exercises.ipynb").write_text(json.dumps(book))
    command = ["env", "PATH=/nowhere", sys.executable, "-c", CLI, "grade", str(folder / "in")]
    command += ["--out", str(folder / "out"), "--seconds", "4"]
    if os.geteuid():
        pytest.skip("needs root, to be an ordinary user of whom nothing else is known")
    if why_not():
        pytest.skip(why_not())
    run = as_ordinary_user(command, folder)
    assert run.returncode == 0, run.stdout + run.stderr
    learners = json.loads((folder / "out" / "grades.json").read_text(encoding="utf-8"))["learners"]
    return {
        "text": run.stdout + (folder / "out" / "index.html").read_text(encoding="utf-8"),
        **{one["id"]: {e["number"]: e["earned"] for e in one["exercises"]} for one in learners},
    }


@pytest.mark.parametrize("name", ["solved", "never_ends", *(name.replace(" ", "_") for name in TRIED)])
def test_what_is_right_earns_all_and_what_is_refused_is_refused(name, report):
    if not calls.known():
        pytest.skip("no filter for this processor")
    assert report[name] == {"5.1": 2, "5.2": 3, "5.4": 2, "5.5": 2}


def test_the_report_says_that_there_was_no_sandbox(report):
    assert "without a sandbox" in report["text"]
