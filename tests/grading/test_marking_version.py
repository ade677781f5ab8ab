"""What has decided a grade is in its key: a change of any of it grades again."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import micrograd_lab
from micrograd_lab.grading.marking.notebook import DECIDE, version

PACKAGE = Path(micrograd_lab.__file__).parent


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """A copy of the package's files."""
    ignored = shutil.ignore_patterns("__pycache__", "*.js", "*.css")
    return shutil.copytree(PACKAGE, tmp_path_factory.mktemp("copy") / "micrograd_lab", ignore=ignored)


@pytest.mark.parametrize(
    "name",
    [
        "engine.py",
        "valuelike.py",
        "checks/judge.py",
        "checks/beside/run.py",
        "checks/lesson_05/judge_order.py",
        "checks/lesson_05/handout.json",
        "checks/lesson_05/reference.json",
        "experiments/gradient_slips.py",
        "grading/handout.py",
        "grading/intake/answers.py",
        "grading/marking/verdict.py",
        "grading/sandbox/process.py",
        "grading/sandbox/inside/stand_ins.py",
    ],
)
def test_another_byte_of_what_decides_a_grade_is_another_version(package, name):
    before, path = version.__wrapped__(package), package / name
    content = path.read_bytes()
    path.write_bytes(content + b"\n")
    assert version.__wrapped__(package) != before
    path.write_bytes(content)
    assert version.__wrapped__(package) == before == version()


@pytest.mark.parametrize("name", ["grading/report/page.py", "live/base/view.py", "cli.py"])
def test_what_shows_a_grade_is_not_what_decides_it(package, name):
    before = version.__wrapped__(package)
    (package / name).write_bytes(b"")
    assert version.__wrapped__(package) == before


# What the checks load beside these keeps what a learner did, and has no part in a grade.
KEEPS = {"__init__.py", "cells.py", "extras.py", "journal", "jsonlines.py", "learner_folder.py", "mine", "platform.py"}


def test_all_that_the_checks_load_decides_or_only_keeps():
    code = (
        "import sys\n"
        "from micrograd_lab.grading.handout import handout, lessons\n"
        "[handout(lesson) for lesson in lessons()]\n"
        "print(*[m.__file__ for name, m in sys.modules.items() if name.split('.')[0] == 'micrograd_lab'], sep='\\n')"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    names = {Path(line).relative_to(PACKAGE) for line in loaded.splitlines()}
    decides = {path.relative_to(PACKAGE) for place in DECIDE for path in PACKAGE.glob(place)}
    assert {name.as_posix() for name in names - decides if name.parts[0] not in KEEPS} == set()
