"""The wheel, without a checkout: it opens the lessons, grades, and shows solutions."""

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from places import solution_notebook

from micrograd_lab.checks import handout

ROOT = Path(__file__).resolve().parents[1]
CLI = "from micrograd_lab.cli import app; app()"


def built(folder, how):
    code = f"import sys; from hatchling.build import {how}; {how}(sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, str(folder)], cwd=ROOT, check=True, capture_output=True)
    (found,) = folder.iterdir()
    return found


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return built(tmp_path_factory.mktemp("wheel"), "build_wheel")


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The wheel's files, somewhere else."""
    folder = tmp_path_factory.mktemp("site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def run(installed, tmp_path):
    """run(code, *words): what it prints with the installed package, in an empty folder."""
    (tmp_path / "empty").mkdir()
    environment = {**os.environ, "PYTHONPATH": str(installed), "MICROGRAD_LAB_DATA": str(tmp_path / "data")}

    def run(code, *words):
        command = [sys.executable, "-X", "utf8", "-c", code, *map(str, words)]
        done = subprocess.run(command, cwd=tmp_path / "empty", env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def test_the_wheel_holds_all_that_learners_open_and_nothing_of_the_authors(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for kind in ("lessons", "exercises"):
        for path in (ROOT / kind).glob("*.ipynb"):
            assert f"micrograd_lab/notebooks/{kind}/{path.name}" in names
    for path in (ROOT / "micrograd_lab").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert path.relative_to(ROOT).as_posix() in names
    for path in (path for path in (ROOT / "settings").rglob("*") if path.is_file()):
        end = f".data/data/{path.relative_to(ROOT / 'settings').as_posix()}"
        assert [name for name in names if name.endswith(end)]
    assert not [name for name in names if name.startswith(("course", "solutions", "tests", "start"))]


def test_an_editable_installation_is_a_path_and_settings_and_no_copy_of_anything(tmp_path):
    names = zipfile.ZipFile(built(tmp_path, "build_editable")).namelist()
    assert not [name for name in names if name.startswith("micrograd_lab/")]
    assert [name for name in names if name.endswith(".pth")]
    assert sum(name.endswith("micrograd-lab.json") for name in names) == 3


def test_jupyterlab_is_told_to_ask_for_no_news_wherever_the_kit_is_installed():
    place = Path(sys.prefix, "share", "jupyter", "lab", "settings", "overrides.d", "micrograd-lab.json")
    said = json.loads(place.read_text(encoding="utf-8"))
    assert said == {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}}


def test_a_wheel_can_be_built_from_what_a_source_archive_holds(tmp_path):
    with tarfile.open(built(tmp_path, "build_sdist")) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    needed = ["pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "lessons/index.ipynb"]
    assert not {*needed, "exercises/05_order_exercises.ipynb", "micrograd_lab/live/base/static/chart/chart.js"} - names


def test_it_is_that_package_which_runs(run, installed):
    assert run("import micrograd_lab; print(micrograd_lab.__file__)").startswith(str(installed))


def test_it_opens_the_lessons_in_a_folder_of_the_learners_own(run, installed, tmp_path):
    code = "import sys; from micrograd_lab.learner_folder import main; sys.exit(main(sys.argv[1:]))"
    assert run(code, tmp_path / "mine") == f"{tmp_path / 'mine'}\n"
    for kind in ("lessons", "exercises"):
        there = {path.name: path.read_bytes() for path in (tmp_path / "mine" / kind).iterdir()}
        assert there == {path.name: path.read_bytes() for path in (ROOT / kind).glob("*.ipynb")}
    assert not list((tmp_path / "empty").iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="the sandbox is Linux's")
def test_it_grades(run, tmp_path):
    place = tmp_path / "in" / "ada"
    place.mkdir(parents=True)
    (place / "05_order_exercises.ipynb").write_bytes(solution_notebook("05").read_bytes())
    said = run(CLI, "grade", tmp_path / "in", "--out", tmp_path / "out")
    assert "1 notebook handed in, graded" in said
    assert '"earned": 9.0' in (tmp_path / "out" / "grades.json").read_text(encoding="utf-8")


def test_it_shows_a_solution_after_an_attempt(run):
    code = "from micrograd_lab.checks import lesson_05 as check; check.order(lambda root: [root])"
    assert run(f"{code}; print(check.order.solution())") == handout.right_answer("5.1") + "\n"
