"""A copy for a class: complete enough to work with, and without a solution in it."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import import_module

import nbformat
import nbformat.sign
import pytest
from nbclient import NotebookClient
from places import ROOT
from typer.testing import CliRunner

from micrograd_lab import authoring, checks, cli
from micrograd_lab.checks import exercise, handout, outcome

SOLUTIONS = authoring.sources(None, ("exercises",))
LESSONS = [checks.lesson(authoring.number(source)) for source in SOLUTIONS]
OWN = [e for lesson in LESSONS for e in lesson.exercises if e.judge.given]


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("release") / "class"
    answer = CliRunner().invoke(cli.app, ["build", "--release", str(folder)], catch_exceptions=False)
    assert answer.exit_code == 0, answer.output
    assert answer.output == f"{len(files(folder))} files in {folder}, no solutions among them.\n"
    return folder


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def run(copy, code, data, *options):
    """What this code prints with the copy's own package."""
    environment = {**os.environ, "PYTHONPATH": str(copy), "MICROGRAD_LAB_DATA": str(data)}
    command = [sys.executable, *options, "-X", "utf8", "-c", code]
    return subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=True).stdout


def plain(text):
    """Without spaces and comments, so that a solution is found however it stands there."""
    return re.sub(r"\s", "", re.sub(r"#.*", "", text))


def texts(copy):
    for path in files(copy):
        if path.suffix == ".ipynb":
            yield path, "\n".join(cell.source for cell in nbformat.read(path, as_version=4).cells)
        elif path.suffix != ".png":
            yield path, path.read_text(encoding="utf-8")


def solved():
    """(lesson, lines) of what stands between the marks of a solution, where that is more than a few."""
    for source in SOLUTIONS:
        for block in re.findall("(?s)### BEGIN SOLUTION\n(.*?)### END SOLUTION", source.read_text(encoding="utf-8")):
            if len(block.splitlines()) > 3:  # less can be what a lesson teaches
                yield source.parent.name, block


def test_no_solution_can_be_read_in_it(copy):
    assert not (copy / "solutions").exists()
    assert {path.name for path in (copy / "course").rglob("*.py")} == {"lesson.py"}
    assert not list(copy.rglob("reference.json"))
    searched = {path: plain(text) for path, text in texts(copy)}
    assert len(list(solved())) >= 10
    for name, block in solved():
        assert [path for path, text in searched.items() if plain(block) in text] == [], f"{name}\n{block}"


def test_a_solution_would_be_found(copy, tmp_path):
    leaky = tmp_path / "leaky"
    shutil.copytree(copy, leaky)
    shutil.copy(authoring.COURSE / "05_order" / "exercises.py", leaky / "course" / "05_order" / "notes.py")
    with pytest.raises(AssertionError):
        test_no_solution_can_be_read_in_it(leaky)


def test_it_holds_what_a_class_works_with(copy):
    for source in authoring.sources(None, ("lesson",)):
        assert (copy / "lessons" / authoring.built(source).name).exists()
    for source in SOLUTIONS:
        assert (copy / "exercises" / authoring.unsolved(source).name).exists()
        assert (copy / handout.place(authoring.number(source)).relative_to(ROOT)).exists()
    for name in (
        "start.py",
        "requirements.lock",
        "pyproject.toml",
        "LICENSE",
        "micrograd_lab/live/base/static/chart.js",
    ):
        assert (copy / name).read_bytes() == (ROOT / name).read_bytes()
    # Installing lays these into the environment, and stops without them.
    project = tomllib.loads((copy / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert (copy / wheel["hooks"]["custom"]["path"]).exists()
    for folder in (*wheel["shared-data"], "lessons", "exercises"):
        assert len(files(copy / folder)) == len(files(ROOT / folder)) >= 1
    readme = (copy / "README.md").read_text(encoding="utf-8")
    assert "## Your data" in readme
    assert "grade" not in readme
    assert not [path for path in files(copy) if "__pycache__" in path.parts or path.name.startswith("test_")]


def test_its_links_lead_somewhere(copy):
    pages = [copy / "README.md", copy / "lessons" / "index.ipynb"]
    pages += sorted((copy / "lessons").glob("0*.ipynb")) + sorted((copy / "exercises").glob("*.ipynb"))
    for page in pages:
        text = page.read_text(encoding="utf-8")
        if page.suffix == ".ipynb":
            cells = nbformat.reads(text, as_version=4).cells
            text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
        for link in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", text):
            assert "://" in link or (page.parent / link).exists(), f"{page.name}: {link}"


def test_its_solutions_are_said_to_be_missing_and_none_is_noted(copy, tmp_path):
    code = (
        "from micrograd_lab import journal\nfrom micrograd_lab.checks import lesson_05 as check\n"
        "check.order(lambda root: [root])\nprint(check.order.solution())\nprint(journal.progress()[0]['solution'])"
    )
    assert run(copy, code, tmp_path) == "Solutions are not part of this copy.\nFalse\n"


def test_its_notebooks_can_be_verified_and_built(copy, tmp_path):
    code = "from micrograd_lab import authoring as a; print(a.verify(), [s.parent.name for s in a.sources('02')])"
    assert run(copy, code, tmp_path) == "[] ['02_expressions']\n"


def test_start_py_works_in_it(copy, monkeypatch, tmp_path):
    spec = importlib.util.spec_from_file_location("start", copy / "start.py")
    start = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(start)
    start.check_project()
    (notebooks,) = start.pytest_runs([], everything=True)
    assert "lessons" in notebooks
    assert not {"solutions", "tests"} & set(notebooks)
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    monkeypatch.setattr(start, "PYTHON", sys.executable)
    monkeypatch.setattr(start, "TRUSTED", tmp_path / "trusted")
    start.trust(wait=True)
    lesson = nbformat.read(copy / "lessons" / "02_expressions.ipynb", as_version=4)
    assert nbformat.sign.NotebookNotary().check_signature(lesson)


@pytest.mark.long
def test_start_pys_tests_of_it_pass(copy, tmp_path):
    spec = importlib.util.spec_from_file_location("start", copy / "start.py")
    start = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(start)
    (words,) = start.pytest_runs(["-q", "--deselect=lessons/09_moons.ipynb"], everything=False)
    environment = {**os.environ, "PYTHONPATH": str(copy), "MICROGRAD_LAB_DATA": str(tmp_path)}
    answer = subprocess.run([sys.executable, *words[1:]], cwd=copy, env=environment, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout[-3000:]


@pytest.mark.parametrize("name", ["a file", "a folder with something in it"])
def test_a_folder_that_is_not_empty_is_refused_and_left_alone(name, tmp_path):
    folder = tmp_path / "class"
    if name == "a file":
        folder.write_text("mine")
    else:
        folder.mkdir()
        (folder / "grades.csv").write_text("mine")
    answer = CliRunner().invoke(cli.app, ["build", "--release", str(folder)])
    assert answer.exit_code == 1
    assert [line[:7] for line in answer.output.splitlines()] == ["asked: ", "found: ", "try:   "]
    assert str(folder) in answer.output
    assert [path.read_text() for path in (tmp_path, *tmp_path.rglob("*")) if path.is_file()] == ["mine"]


def test_notebooks_that_are_not_what_their_sources_say_are_not_released(monkeypatch, tmp_path):
    trouble = "lessons/05_order.ipynb is not what course/05_order/lesson.py says. Run `micrograd-lab build 05`."
    monkeypatch.setattr(import_module("micrograd_lab.authoring.release"), "verify", lambda: [trouble])
    answer = CliRunner().invoke(cli.app, ["build", "--release", str(tmp_path / "class")])
    assert answer.exit_code == 1
    assert trouble in answer.output
    assert not (tmp_path / "class").exists()


def right(e, who):
    """What a learner answers who works with the numbers of this one."""
    expected = [e.judge.expected(case) for case in e.cases(who=who)]
    return {name: x for part in expected for name, x in part.items()} if len(expected) > 1 else expected[0]


@pytest.mark.parametrize("e", OWN, ids=lambda e: e.number)
def test_two_learners_have_different_numbers_and_the_answer_of_one_is_refused_for_the_other(e):
    ada = "Ada Lovelace"
    assert e.given(ada) == e.given(" ada LOVELACE ")
    emmy = next(who for who in (f"emmy{n}@example.org" for n in range(9)) if right(e, who) != right(e, ada))
    assert e.given(emmy) != e.given(ada)
    assert e(right(e, ada), who=ada)
    assert e(right(e, emmy), who=emmy)
    assert isinstance(e(right(e, ada), who=emmy), outcome.Incorrect)
    assert isinstance(e(right(e, emmy), who=ada), outcome.Incorrect)


def test_of_thirty_learners_few_have_the_same_numbers():
    for e in OWN:
        assert len({json.dumps(e.given(f"learner {n}")) for n in range(30)}) > 20, e.name


@pytest.fixture
def released(monkeypatch, copy):
    monkeypatch.setattr(exercise, "RELEASE", copy / "micrograd_lab" / "checks" / "RELEASE.txt")


@pytest.mark.parametrize("e", OWN, ids=lambda e: e.number)
def test_a_release_asks_for_a_name(e, released):
    for nobody in ("", "  "):
        with pytest.raises(ValueError, match=rf"^{re.escape(e.name)} needs a name; got none\. .*quotes of `me`"):
            e.given(nobody)
        answer = e(right(e, "Ada"), who=nobody)
        assert isinstance(answer, outcome.NotAttempted)
        assert "put your name or id between the quotes of `me`" in answer.text
    assert e(right(e, "Ada"), who="Ada")


def test_outside_of_a_release_nobody_needs_a_name():
    assert not exercise.RELEASE.exists()
    assert all(e.given() and e(right(e, ""), who="") for e in OWN)


def test_a_release_asks_in_the_notebook_where_the_numbers_are_given(copy, tmp_path):
    notebook = nbformat.read(copy / "exercises" / "03_by_hand_exercises.ipynb", as_version=4)
    (cell,) = [cell for cell in notebook.cells if 'me = ""' in cell.source]
    environment = {**os.environ, "PYTHONPATH": str(copy), "MICROGRAD_LAB_DATA": str(tmp_path)}

    def outputs():
        client = NotebookClient(notebook, timeout=60, kernel_name="python3", allow_errors=True)
        client.execute(env=environment)
        return cell.outputs

    (asked,) = outputs()
    assert asked.output_type == "error"
    assert asked.evalue.startswith("3.1 Six gradients needs a name; got none.")
    cell.source = cell.source.replace('me = ""', 'me = "Ada Lovelace"')
    (shown,) = outputs()
    (three_one,) = [e for e in OWN if e.number == "3.1"]
    assert shown.data["text/plain"] == repr(three_one.given("Ada Lovelace"))
