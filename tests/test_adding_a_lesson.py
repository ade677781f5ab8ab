"""What it takes to add a lesson with one view and two exercises: ten new files, and a word in two that are there.

The lesson is tests/tiny, with NN for its number: the next one that is free. It is laid into a copy of the project.
"""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from micrograd_lab import authoring

ROOT = Path(__file__).resolve().parents[1]
TINY = ROOT / "tests" / "tiny"
LAST = authoring.number(authoring.lessons(authoring.COURSE)[-1])
NN = f"{int(LAST) + 1:02d}"
NEW = (
    "course/NN_tiny/lesson.py",
    "course/NN_tiny/exercises.py",
    "course/NN_tiny/bank.py",
    "micrograd_lab/checks/lesson_NN/__init__.py",
    "micrograd_lab/checks/lesson_NN/probe.py",
    "micrograd_lab/checks/lesson_NN/judge.py",
    "micrograd_lab/experiments/tiny.py",
    "micrograd_lab/live/views/tiny.py",
    "tests/live/test_live_tiny.py",
    "tests/browser/test_tiny.py",
)
EDITED = {
    "CHANGELOG.md": "\nA lesson on twice and half, with `live.tiny`.\n",
    "course/gallery/lesson.py": "\n\n# %% [markdown]\n# ## Twice and half\n\n# %%\nlive.tiny(x=2.0)\n",
}
IGNORED = (".git", ".venv", "artefacts", "__pycache__", ".pytest_cache", ".ruff_cache", "node_modules", "dist")
pytestmark = pytest.mark.long


def said(path):
    """A file of tests/tiny with the lesson's number in it."""
    text = (TINY / path).read_text(encoding="utf-8")
    return text.replace("NN", NN).replace('"N.', f'"{int(NN)}.').replace("## N.", f"## {int(NN)}.")


def state(folder):
    """{path: bytes} of a project's files."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


class Project:
    """A copy of the project, in which `run` runs Python, and `command` the command micrograd-lab."""

    def __init__(self, folder, data):
        self.folder = folder
        self.environment = {**os.environ, "PYTHONPATH": f"{folder}", "MICROGRAD_LAB_DATA": f"{data}"}
        self.environment["PYTHONDONTWRITEBYTECODE"] = "1"

    def run(self, *words):
        done = subprocess.run(
            [sys.executable, "-X", "utf8", *words],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
        return done.stdout

    def command(self, *words):
        return self.run("-c", "from micrograd_lab.cli import app; app()", *map(str, words))


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The copy with the lesson laid into it and built; `made` are the paths of what building added or changed."""
    folder = tmp_path_factory.mktemp("adding") / "project"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*IGNORED))
    for path in NEW:
        place = folder / path.replace("NN", NN)
        assert not place.exists()
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(said(path), encoding="utf-8")
    for path, words in EDITED.items():
        with (folder / path).open("a", encoding="utf-8") as file:
            file.write(words)
    project = Project(folder, tmp_path_factory.mktemp("data"))
    before = state(folder)
    project.command("build", NN)
    project.made = {path for path, held in state(folder).items() if before.get(path) != held}
    return project


def cells(project, path):
    return json.loads((project.folder / path).read_text(encoding="utf-8"))["cells"]


def test_it_takes_at_most_twelve_files_by_hand_and_an_edit_in_two_that_are_there():
    assert len(NEW) + len(EDITED) <= 12
    assert sorted(NEW) == sorted(p.relative_to(TINY).as_posix() for p in TINY.rglob("*") if p.suffix in (".py", ".md"))
    assert all((ROOT / path).exists() for path in EDITED)


def test_one_command_builds_all_the_rest(project):
    before = authoring.built(authoring.lessons(authoring.COURSE)[-1]).stem
    assert project.made == {
        "README.md",
        f"lessons/{before}.ipynb",  # each of its ways leads on to the new one now
        f"exercises/{before}_exercises.ipynb",
        f"solutions/{before}_solutions.ipynb",
        f"lessons/{NN}_tiny.ipynb",
        "lessons/gallery.ipynb",
        "lessons/index.ipynb",
        f"exercises/{NN}_tiny_exercises.ipynb",
        f"solutions/{NN}_tiny_solutions.ipynb",
        f"micrograd_lab/checks/lesson_{NN}/handout.json",
        f"micrograd_lab/checks/lesson_{NN}/page.json",
        f"micrograd_lab/checks/lesson_{NN}/reference.json",
    }
    assert project.command("verify") == "Every notebook is what its source says.\n"


def test_it_is_in_the_lists_and_after_the_lesson_before(project):
    n = int(NN)
    row = (
        f"| [{n} Twice and half](lessons/{NN}_tiny.ipynb) | 5 | say what doubling does to a slope "
        f"| [exercises {n}](exercises/{NN}_tiny_exercises.ipynb), 5 |"
    )
    assert row in (project.folder / "README.md").read_text(encoding="utf-8").splitlines()
    listed = "\n".join("".join(cell["source"]) for cell in cells(project, "lessons/index.ipynb"))
    assert f"## [{n} Twice and half]({NN}_tiny.ipynb)\n\n5 minutes. Afterwards you can say what" in listed
    before = authoring.built(authoring.lessons(authoring.COURSE)[-1]).stem
    assert f"n to [lesson {n}: twice and half]({NN}_tiny.ipynb)." in "".join(
        cells(project, f"lessons/{before}.ipynb")[-1]["source"]
    )
    handout = json.loads((project.folder / f"micrograd_lab/checks/lesson_{NN}/handout.json").read_text("utf-8"))
    assert [given["attribute"] for given in handout["exercises"].values()] == ["twice", "half"]
    gallery = "".join("".join(cell["source"]) for cell in cells(project, "lessons/gallery.ipynb"))
    assert "live.tiny(x=2.0)" in gallery


def test_its_page_has_run_and_nobody_has_completed_or_mended_anything(project):
    said = {
        "".join(cell["source"]): "".join("".join(out.get("data", {}).get("text/plain", [])) for out in cell["outputs"])
        for cell in cells(project, f"lessons/{NN}_tiny.ipynb")
        if cell["cell_type"] == "code"
    }
    assert said["check.complete_twice(double)"].startswith(f"{int(NN)}.a Complete it: twice: not attempted yet.")
    assert said["check.mend_half(half)"].startswith(f"{int(NN)}.b Mend it: half: still as it was on the page.")


def test_its_check_answers_a_right_and_a_wrong_answer(project):
    code = (
        f"from micrograd_lab.checks import lesson_{NN} as check, lessons\n"
        "print(check.twice(lambda x: x + x).state, check.twice(lambda x: x * x).misconception)\n"
        f"print({NN!r} in lessons())"
    )
    assert project.run("-c", code) == "passed squared\nTrue\n"


def test_its_view_is_found_and_each_of_its_controls_acts(project):
    code = "from micrograd_lab import live; print('tiny' in live.__all__, live.tiny(x=2).numbers())"
    assert project.run("-c", code) == "True {'twice x': '4', 'half of x': '1'}\n"
    code = "import sys; sys.path.append('tests'); import every_view as e; print('tiny' in e.VIEWS, 'tiny' in e.CHARTS)"
    assert project.run("-c", code) == "True True\n"
    answer = project.run(
        "-m", "pytest", "-q", "--all", "-p", "no:cacheprovider", "tests/live/test_live_controls.py", "-k", "tiny"
    )
    assert re.search(r"\b2 passed", answer), answer


def test_the_tests_that_go_through_all_lessons_go_through_it(project):
    """Its notebooks, its bank, its handout, its sandbox, its floors: by what they are named."""
    files = (
        "tests/live/test_live_tiny.py",
        "tests/known_wrong/test_known_wrong.py",
        "tests/authoring/test_course.py",
        "tests/checks/test_exercises.py",
        "tests/authoring/test_authoring.py",
        "tests/test_floors.py",
        "tests/test_literals.py",
        *["tests/grading/test_marking_answers.py"] * (sys.platform == "linux"),
    )
    chosen = f"tiny or {NN}_ or lesson_{NN}"
    answer = project.run("-m", "pytest", "-q", "-rN", "-p", "no:cacheprovider", *files, "-k", chosen)
    assert int(re.search(r"(\d+) passed", answer)[1]) > 30, answer
    # And with it there, another one is still found.
    project.run("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/authoring/test_course.py")


@pytest.mark.skipif(sys.platform != "linux", reason="the sandbox is Linux's")
def test_its_solution_earns_all_points_and_what_was_handed_out_none(project, tmp_path):
    for who, place in (
        ("ada", f"solutions/{NN}_tiny_solutions.ipynb"),
        ("bob", f"exercises/{NN}_tiny_exercises.ipynb"),
    ):
        (tmp_path / "class" / who).mkdir(parents=True)
        shutil.copy(project.folder / place, tmp_path / "class" / who / f"{NN}_tiny_exercises.ipynb")
    project.command("grade", tmp_path / "class", "--out", tmp_path / "report")
    with (tmp_path / "report" / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["id"], float(row["points"])) for row in rows] == [("ada", 2.0), ("bob", 0.0)]


def test_a_copy_for_a_class_has_it_without_its_solution(project, tmp_path):
    project.command("build", "--release", tmp_path / "copy")
    held = state(tmp_path / "copy")
    assert {f"lessons/{NN}_tiny.ipynb", f"exercises/{NN}_tiny_exercises.ipynb"} <= held.keys()
    assert f"micrograd_lab/checks/lesson_{NN}/probe.py" in held
    assert not [path for path in held if path.endswith(("reference.json", "handout.json")) or path.startswith("sol")]
    assert b"return x / 2\\n" not in held[f"exercises/{NN}_tiny_exercises.ipynb"]
