"""What a learner's code can reach, with bubblewrap and without; and what is said where there is none."""

import os
import subprocess
import sys

import pytest
from places import ROOT, solution_notebook
from typer.testing import CliRunner

from micrograd_lab import checks
from micrograd_lab.cli import app
from micrograd_lab.grading import sandbox
from micrograd_lab.grading.handout import handout, lessons
from micrograd_lab.grading.sandbox import bubblewrap, stage

from . import inside

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the sandbox is Linux's")
sandboxed = pytest.mark.skipif(sandbox.kind() != "bubblewrap", reason=sandbox.why_not())


def seen(source):
    return inside.seen(source)[0]


@sandboxed
def test_there_is_python_and_little_else():
    there = seen("import os\nseen = sorted(os.listdir('/'))")
    assert "home" not in there
    assert "proc" not in there
    assert "sys" not in there
    assert str(ROOT.parts[1]) not in there or ROOT.parts[1] in ("usr", "tmp")
    assert "FileNotFound" in seen(
        f"try:\n    seen = open({__file__!r}).read()\nexcept OSError as e:\n    seen = repr(e)"
    )


@sandboxed
def test_it_is_another_user_without_rights():
    text = seen("import os\ntry:\n    os.setuid(0)\nexcept OSError:\n    pass\nseen = f'user {os.getuid()}'")
    assert "user " in text
    assert "user 0" not in text


@sandboxed
@pytest.mark.parametrize("place", ["/", "/usr/lib", "/stage", "/packages", "/dev", "/dev/shm"])
def test_nothing_can_be_written_but_in_its_own_folder(place):
    tried = f"try:\n    open('{place}/x', 'w')\n    seen = 'written'\nexcept OSError as e:\n    seen = type(e).__name__"
    assert "written" not in seen(tried)


@sandboxed
@pytest.mark.parametrize(
    "name", ["numpy", "scipy", "sklearn", "matplotlib", "typing_extensions", "IPython", "ipywidgets"]
)
def test_what_the_kit_installs_is_there(name):
    assert seen(f"import {name}\nseen = {name}.__name__") == name


@sandboxed
@pytest.mark.parametrize("name", ["pytest", "torch", "micrograd", "hypothesis", "no_such_library"])
def test_what_the_kit_does_not_install_is_an_import_error(name):
    tried = f"try:\n    import {name}\n    seen = 'there'\nexcept ImportError:\n    seen = 'absent'"
    assert seen(tried) == "absent"


@sandboxed
def test_the_environment_and_the_command_tell_nothing():
    text = seen("import os, sys\nseen = (dict(os.environ), sys.path, sys.argv)")
    assert str(ROOT) not in text


@pytest.mark.parametrize("lesson", lessons())
def test_no_file_of_the_stage_knows_an_answer(lesson, tmp_path):
    folder = stage.make(lesson, tmp_path / "stage")
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*.py")}
    assert not [name for name in names if "judge" in name or ("lesson_" in name and f"lesson_{lesson}" not in name)]
    text = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    assert "Misconception" not in text
    assert "expected" not in text.replace("as expected", "")
    assert ("micrograd_lab/engine.py" in names) == ("engine" in checks.allows(lesson))


def test_numbers_that_are_answers_elsewhere_are_not_beside_these():
    assert "number.py" not in {path.name for lesson in ("02", "04") for path in stage.files_for(lesson)}
    assert "number.py" in {path.name for path in stage.files_for("05")}


@pytest.fixture
def without_bubblewrap(monkeypatch):
    monkeypatch.setattr(bubblewrap, "_works", lambda: False)
    monkeypatch.setattr(bubblewrap.shutil, "which", lambda name: None)


def test_require_sandbox_refuses_where_there_is_none(without_bubblewrap, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ada.ipynb").write_text("{}")
    run = CliRunner().invoke(app, ["grade", str(tmp_path / "in"), "--out", str(tmp_path / "o"), "--require-sandbox"])
    assert run.exit_code == 1
    assert "no bubblewrap" in run.output
    assert not (tmp_path / "o").exists()


def reachable():
    """Can another user start this Python? Where it can't, root refuses to grade with limits alone."""
    if os.geteuid():
        return True
    code = "import os; os.setresuid(65534, 65534, 65534); import random"
    return subprocess.run([sys.executable, "-S", "-c", code], capture_output=True).returncode == 0


def test_without_a_sandbox_the_report_says_so_or_root_refuses(without_bubblewrap, tmp_path):
    place = tmp_path / "in" / "ada"
    place.mkdir(parents=True)
    file = f"{handout('05').file}.ipynb"
    (place / file).write_bytes(solution_notebook("05").read_bytes())
    run = CliRunner().invoke(app, ["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out")])
    if reachable():
        assert run.exit_code == 0, run.output
        assert "without a sandbox" in run.output
        assert "without a sandbox" in (tmp_path / "out" / "index.html").read_text()
        assert '"earned": 9.0' in (tmp_path / "out" / "grades.json").read_text()
    else:
        assert run.exit_code == 1
        assert "another user" in run.output


def test_a_lesson_without_exercises_is_said_before_anything_is_graded(tmp_path):
    (tmp_path / "ada.ipynb").write_text("{}")
    run = CliRunner().invoke(app, ["grade", str(tmp_path), "--out", str(tmp_path / "out"), "--lesson", "77"])
    assert run.exit_code == 1
    assert "exercises of 00, 01" in run.output
    assert not (tmp_path / "out").exists()


@sandboxed
def test_a_sandbox_that_cannot_take_the_rights_from_an_answer_is_none(monkeypatch, tmp_path):
    """As on a machine whose calls cannot be filtered: no answer runs there, and none is graded as if one had."""
    bubblewrap._works.cache_clear()
    assert bubblewrap._works()
    made = stage.make

    def without_a_filter(lesson, folder):
        found = made(lesson, folder)
        calls = found / "inside" / "calls.py"
        calls.write_text(calls.read_text().replace("MACHINES = {", "MACHINES = {} and {"))
        for kept in (found / "inside" / "__pycache__").glob("calls*"):
            kept.unlink()
        return found

    monkeypatch.setattr(stage, "make", without_a_filter)
    bubblewrap._works.cache_clear()
    assert not bubblewrap._works()
    monkeypatch.undo()
    bubblewrap._works.cache_clear()
