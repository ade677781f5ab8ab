"""A copy for a class: complete enough to work with, and without a solution in it."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib import import_module

import nbformat
import nbformat.sign
import pytest
from known_wrong.bank import banks
from nbclient import NotebookClient
from places import ROOT
from typer.testing import CliRunner

from micrograd_lab import authoring, checks, cli
from micrograd_lab.authoring.release.packed import TOP
from micrograd_lab.checks import exercise, handout, outcome

SOLUTIONS = authoring.sources(None, ("exercises",))
LESSONS = [checks.lesson(authoring.number(source)) for source in SOLUTIONS]
OWN = [e for lesson in LESSONS for e in lesson.exercises if e.judge.given]
SOME = ("04", "05")


def built(target, *words):
    """What `micrograd-lab build --release` says."""
    answer = CliRunner().invoke(cli.app, ["build", "--release", str(target), *words], catch_exceptions=False)
    assert answer.exit_code == 0, answer.output
    return answer.output


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("release") / "class"
    said = built(folder)
    assert said == f"{len(files(folder)) - 1} files in {folder}, no solutions among them.\n"
    return folder


@pytest.fixture(scope="module")
def some(tmp_path_factory):
    """A zip of two lessons, unpacked."""
    folder = tmp_path_factory.mktemp("some")
    built(folder / "class.zip", "--lessons", "4,5")
    with zipfile.ZipFile(folder / "class.zip") as archive:
        archive.extractall(folder)
    return folder / TOP


@pytest.fixture(params=["copy", "some"])
def either(request):
    return request.getfixturevalue(request.param)


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def run(copy, code, data, *options):
    """What this code prints with the copy's own package."""
    environment = {**os.environ, "PYTHONPATH": str(copy), "MICROGRAD_LAB_DATA": str(data)}
    command = [sys.executable, *options, "-X", "utf8", "-c", code]
    return subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=True).stdout


def start_of(copy):
    spec = importlib.util.spec_from_file_location("start", copy / "start.py")
    start = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(start)
    return start


def plain(text):
    """Without spaces and comments, so that a solution is found however it stands there."""
    return re.sub(r"\s", "", re.sub(r"#.*", "", text))


def texts(copy):
    """{path: its text without spaces and comments}, of all that is in a copy."""
    found = {}
    for path in files(copy):
        if path.suffix == ".wasm":
            continue
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".ipynb":
            text = "\n".join(cell.source for cell in nbformat.reads(text, as_version=4).cells)
        found[path.relative_to(copy).as_posix()] = plain(text)
    return found


def answers():
    """(lesson, text) of every right answer that is known, where it has more than a few lines: less can be what a
    lesson teaches."""
    for lesson in handout.lessons():
        for text in handout.read(handout.place(lesson, "reference")).values():
            yield lesson, text
    for source in SOLUTIONS:
        for text in re.findall("(?s)### BEGIN SOLUTION\n(.*?)### END SOLUTION", source.read_text(encoding="utf-8")):
            yield authoring.number(source), text
    for lesson, bank in banks().items():
        for right in bank.RIGHT:
            yield lesson, right.source


def lines():
    """(lesson, line) of every line of a right answer that says something and is not in the exercise as handed out."""
    for source in SOLUTIONS:
        lesson = authoring.number(source)
        stubs = handout.read(handout.place(lesson))["exercises"].values()
        given = {plain(line) for one in stubs for line in one["stub"].splitlines()}
        for text in handout.read(handout.place(lesson, "reference")).values():
            yield from (
                (lesson, line) for line in text.splitlines() if len(plain(line)) > 15 and plain(line) not in given
            )


def test_no_solution_can_be_read_in_it(either):
    searched = texts(either)
    parts = {part for name in searched for part in name.split("/")}
    assert not parts & {"solutions", "course", "tests", "bank.py", "reference.json", "handout.json", "private", "seed"}
    assert not parts & {"authoring", "grading"}
    whole = [(lesson, text) for lesson, text in answers() if len(text.strip().splitlines()) > 3]
    assert len(whole) > 60
    for lesson, text in whole:
        assert [name for name, held in searched.items() if plain(text) in held] == [], f"{lesson}\n{text}"


def test_it_holds_the_checkpoints_that_its_teacher_allows_and_no_other(copy, tmp_path):
    assert not list(copy.rglob("checkpoint_*"))
    said = built(tmp_path / "class", "--checkpoints", "2,4")
    assert said.endswith("\nWith checkpoint 2,4 of mine.py: right answers to the lessons up to there.\n")
    assert sorted(p.name for p in (tmp_path / "class").rglob("checkpoint_*")) == [
        "checkpoint_02.py",
        "checkpoint_04.py",
    ]
    code = "from micrograd_lab import mine; mine.checkpoint({n}); print(mine.Value(2.0))"
    assert run(tmp_path / "class", code.format(n=4), tmp_path / "data") == "Value(2.0)\n"
    for place, number in ((copy, 2), (tmp_path / "class", 5)):
        with pytest.raises(subprocess.CalledProcessError) as error:
            run(place, code.format(n=number), tmp_path / "data")
        assert f"asked: checkpoint {number}\nfound: this copy holds" in error.value.stderr
    answer = CliRunner().invoke(cli.app, ["build", "--release", str(tmp_path / "other"), "--checkpoints", "3"])
    assert answer.exit_code == 1
    found = "found: there are 02, 04, 05, 06, 07, 08, 09, 10, 11"
    assert f"asked: checkpoint 03\n{found}\ntry:   --checkpoints" in answer.output


def test_no_page_holds_a_line_of_a_solution(either):
    """A lesson teaches some of them, later exercises build on earlier ones, and the package is where the judges are."""
    pages = {name: text for name, text in texts(either).items() if not name.startswith(("lessons/", "micrograd_lab/"))}
    assert len(list(lines())) > 60
    for lesson, line in lines():
        found = [name for name, text in pages.items() if plain(line) in text]
        assert [name for name in found if not lesson < name.removeprefix("exercises/")[:2] <= "99"] == [], line


def test_a_solution_would_be_found(copy, tmp_path):
    leaky = tmp_path / "leaky"
    shutil.copytree(copy, leaky)
    shutil.copy(authoring.COURSE / "05_order" / "exercises.py", leaky / "lessons" / "notes.py")
    with pytest.raises(AssertionError):
        test_no_solution_can_be_read_in_it(leaky)
    (leaky / "README.md").write_text("for v in reversed(topological(self)):")
    with pytest.raises(AssertionError):
        test_no_page_holds_a_line_of_a_solution(leaky)


def test_it_holds_what_a_class_works_with(copy):
    for source in authoring.sources(None, ("lesson",)):
        name = authoring.built(source).name
        assert (copy / "lessons" / name).read_bytes() == (ROOT / "lessons" / name).read_bytes()
    for source in SOLUTIONS:
        assert (copy / "exercises" / authoring.unsolved(source).name).exists()
    for name in (
        "start.py",
        "requirements.lock",
        "pyproject.toml",
        "LICENSE",
        "micrograd_lab/live/base/static/chart/chart.js",
    ):
        assert (copy / name).read_bytes() == (ROOT / name).read_bytes()
    # Installing lays these into the environment, and stops without them.
    project = tomllib.loads((copy / "pyproject.toml").read_text(encoding="utf-8"))
    assert (copy / project["project"]["readme"]).exists()
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert (copy / wheel["hooks"]["custom"]["path"]).exists()
    for folder in (*wheel["shared-data"], "lessons", "exercises"):
        assert len(files(copy / folder)) == len(files(ROOT / folder)) >= 1
    assert not [path for path in files(copy) if "__pycache__" in path.parts or path.name.startswith("test_")]


def test_every_kind_of_file_that_the_package_is_made_of_is_in_it(copy):
    package, rooms = ROOT / "micrograd_lab", {"authoring", "grading", "notebooks", "checkpoints", "__pycache__"}
    for path in files(package):
        parts = path.relative_to(package).parts
        if not rooms & {*parts} and path.name not in ("reference.json", "handout.json"):
            assert (copy / path.relative_to(ROOT)).read_bytes() == path.read_bytes()


def test_every_module_of_it_can_be_imported(either, tmp_path):
    code = (
        "import pkgutil, micrograd_lab as m, importlib\n"
        "for one in pkgutil.walk_packages(m.__path__, 'micrograd_lab.'): importlib.import_module(one.name)\n"
        "print(m.__file__)"
    )
    assert run(either, code, tmp_path).splitlines()[-1] == str(either / "micrograd_lab" / "__init__.py")


def test_what_a_learner_reads_in_it_is_for_learners(either):
    readme = re.sub(r"(?m)^\|.*\n", "", (either / "README.md").read_text(encoding="utf-8"))  # without the lessons' rows
    said = [readme, start_of(either).__doc__]
    said += [help_of(either), help_of(either, "install"), help_of(either, "lab")]
    for text in said:
        assert not re.search(r"(?i)\b(tests?|pytest|grad(e|ing)|release|teachers?|authors?|build|nbgrader)\b", text), (
            text
        )
    names = {path.name for path in either.iterdir()}
    assert not names & {"CONTRIBUTING.md", "CHANGELOG.md", "environment.yml", "tests", "benchmarks", ".ci"}


def help_of(copy, *words):
    command = [sys.executable, "start.py", *words, "-h"]
    return subprocess.run(command, cwd=copy, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("words", [["test"], ["build", "05"], ["grade", "x"], ["install", "--extra", "test"]])
def test_start_py_in_it_says_that_it_has_no_such_command(copy, words):
    answer = subprocess.run([sys.executable, "start.py", *words], cwd=copy, capture_output=True, text=True)
    assert answer.returncode == 1
    assert [line[:7] for line in answer.stderr.splitlines()] == ["asked: ", "found: ", "try:   "]
    assert not (copy / ".venv").exists()


def test_its_command_knows_what_a_learner_needs(copy, tmp_path):
    code = "from micrograd_lab.cli import app; print(sorted(c.callback.__name__ for c in app.registered_commands))"
    assert run(copy, code, tmp_path) == "['journal', 'lab']\n"


def test_its_links_lead_somewhere(either):
    for page in [either / "README.md", *sorted(either.rglob("*.ipynb"))]:
        text = page.read_text(encoding="utf-8")
        if page.suffix == ".ipynb":
            cells = nbformat.reads(text, as_version=4).cells
            text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
        for link in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", text):
            assert "://" in link or (page.parent / link).exists(), f"{page.name}: {link}"


def test_a_copy_of_some_lessons_has_these_alone(some):
    names = {path.name for kind in ("lessons", "exercises") for path in (some / kind).iterdir()}
    assert {name[:2] for name in names if name[0].isdigit()} == {*SOME}
    assert {name for name in names if not name[0].isdigit()} == {"index.ipynb", "gallery.ipynb"}
    index = nbformat.read(some / "lessons" / "index.ipynb", as_version=4).cells
    assert [cell.source[:5] for cell in index if cell.source.startswith("## ")] == ["## [4", "## [5"]
    shown = [cell for cell in index if cell.cell_type == "code"]
    assert all(any("image" in kind for output in cell.outputs for kind in output.data) for cell in shown)
    last = nbformat.read(some / "lessons" / "05_order.ipynb", as_version=4).cells[-1].source
    assert "goes on" not in last
    assert last.endswith("45 minutes. Back to the [list of lessons](index.ipynb).")
    rows = re.findall(r"(?m)^\| \[(\d)", (some / "README.md").read_text(encoding="utf-8"))
    assert rows == ["4", "5"]


def test_the_list_of_lessons_in_a_copy_of_some_runs(some, tmp_path):
    executed(some, some / "lessons" / "index.ipynb", tmp_path)


def test_it_says_what_to_hand_in_under_which_name_and_where_it_lies(either):
    readme = (either / "README.md").read_text(encoding="utf-8")
    notebooks = sorted((either / "exercises").iterdir())
    assert notebooks
    for path in notebooks:
        cells = nbformat.read(path, as_version=4).cells
        own = any(".given(" in cell.source for cell in cells)
        for text in (cells[-2].source, readme.partition("## What to hand in")[2]):
            assert f"{path.name}`" in text
            assert "folder `exercises` of your notebooks" in text
        assert ("quotes of `me`" in cells[-2].source) == own
        begun = any(re.search(r"^Value.* = mine\.Value", cell.source, re.MULTILINE) for cell in cells)
        assert ("Hand in `mine.py` with it" in cells[-2].source) == begun
        (row,) = re.findall(rf"(?m)^- .*{path.name}`.*", readme)
        assert row.endswith("quotes of `me`") == own
        assert (f"{path.name}` and `mine.py`" in row) == begun
    assert "`micrograd-notebooks`" in readme


def test_what_it_says_to_hand_in_lies_there_once_the_copy_was_started(either, tmp_path):
    mine = tmp_path / "mine"
    words = [sys.executable, "-m", "micrograd_lab.learner_folder", str(mine)]
    environment = {**os.environ, "PYTHONPATH": str(either)}
    answer = subprocess.run(words, cwd=either, env=environment, capture_output=True, text=True, check=True)
    assert answer.stdout == f"{mine}\n"
    said = re.findall(r"(?m)^- lesson \d+: `([^`]+)`", (either / "README.md").read_text(encoding="utf-8"))
    assert said == sorted(path.relative_to(mine).as_posix() for path in (mine / "exercises").iterdir())


def test_its_solutions_are_said_to_be_missing_and_none_is_noted(copy, tmp_path):
    code = (
        "from micrograd_lab import journal\nfrom micrograd_lab.checks import lesson_05 as check\n"
        "check.order(lambda root: [root])\nprint(check.order.solution())\nprint(journal.progress()[0]['solution'])"
    )
    assert run(copy, code, tmp_path) == "Solutions are not part of this copy.\nFalse\n"


def test_start_py_works_in_it(either, monkeypatch, tmp_path):
    start = start_of(either)
    start.check_project()
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    monkeypatch.setattr(start, "PYTHON", sys.executable)
    monkeypatch.setattr(start, "TRUSTED", tmp_path / "trusted")
    start.trust(wait=True)
    lesson = nbformat.read(either / "lessons" / "05_order.ipynb", as_version=4)
    assert nbformat.sign.NotebookNotary().check_signature(lesson)


def test_notebooks_that_are_not_what_their_sources_say_are_not_released(monkeypatch, tmp_path):
    trouble = "lessons/05_order.ipynb is not what course/05_order/lesson.py says. Run `micrograd-lab build 05`."
    monkeypatch.setattr(import_module("micrograd_lab.authoring.release"), "verify", lambda: [trouble])
    answer = CliRunner().invoke(cli.app, ["build", "--release", str(tmp_path / "class")])
    assert answer.exit_code == 1
    assert trouble in answer.output
    assert not (tmp_path / "class").exists()


@pytest.mark.parametrize(
    ("said", "chosen"),
    [("4,5", ("04", "05")), ("05, 4", ("04", "05")), ("0-2", ("00", "01", "02")), ("3 9", ("03", "09"))],
)
def test_lessons_are_named_by_number_or_range(said, chosen):
    assert authoring.numbered(said) == chosen


@pytest.mark.parametrize(
    "words",
    [
        ["--release", "x", "--lessons", "17"],
        ["--release", "x", "--lessons", "order"],
        ["--release", "x", "--lessons", "5-4"],
        ["--release", "x", "--lessons", " "],
        ["--lessons", "4"],
        ["05", "--release", "x"],
    ],
)
def test_lessons_that_are_not_there_are_answered_in_three_parts(words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = CliRunner().invoke(cli.app, ["build", *words])
    assert answer.exit_code == 1
    assert [line[:7] for line in answer.output.splitlines()] == ["asked: ", "found: ", "try:   "]
    assert list(tmp_path.iterdir()) == []


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
def test_a_release_asks_for_a_name(e, released, capsys):
    for nobody in ("", "  "):
        assert set(e.given(nobody)) == set(e.given("Ada"))
        said = capsys.readouterr().out
        assert said.startswith(
            f"{e.name}: no name yet. Everyone has their own numbers here: put your name or id between"
        )
        answer = e(right(e, nobody), who=nobody)
        assert isinstance(answer, outcome.NotAttempted)
        assert "put your name or id between the quotes of `me`" in answer.text
    assert e(right(e, "Ada"), who="Ada")
    assert capsys.readouterr().out == ""


def test_outside_of_a_release_nobody_needs_a_name(capsys):
    assert not exercise.RELEASE.exists()
    assert all(e.given() and e(right(e, ""), who="") for e in OWN)
    assert capsys.readouterr().out == ""


def executed(copy, path, data):
    """A notebook, run from top to bottom in a folder beside the copy's notebooks; an error stops it."""
    notebook = nbformat.read(path, as_version=4)
    environment = {**os.environ, "PYTHONPATH": str(copy), "MICROGRAD_LAB_DATA": str(data)}
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute(env=environment)
    return notebook


@pytest.mark.parametrize("source", SOLUTIONS, ids=lambda source: source.parent.name)
def test_what_is_handed_out_runs_to_its_end_in_a_class_and_alone_and_its_text_is_true_in_both(source, copy, tmp_path):
    name = authoring.unsolved(source).name
    so_far = "checkpoint_{:02d}.py".format(max(6, int(source.parent.name[:2]) - 1))
    shutil.copy(ROOT / "micrograd_lab" / "mine" / "checkpoints" / so_far, tmp_path / "mine.py")
    for place in (copy, ROOT):
        notebook = executed(place, place / "exercises" / name, tmp_path)
        for before, cell in zip(notebook.cells, notebook.cells[1:], strict=False):
            if ".given(me)" in cell.source:
                assert "In a class, put your name or id between the quotes of `me`" in before.source
                assert "Alone, leave it empty" in before.source
                said = "".join(output.get("text", "") for output in cell.outputs)
                assert ("Everyone has their own numbers here" in said) == (place == copy)


def test_a_name_gives_a_learner_their_own_numbers_in_the_notebook(copy, tmp_path):
    notebook = nbformat.read(copy / "exercises" / "03_by_hand_exercises.ipynb", as_version=4)
    (n,) = [n for n, cell in enumerate(notebook.cells) if 'me = ""' in cell.source]
    notebook.cells[n].source = notebook.cells[n].source.replace('me = ""', 'me = "Ada Lovelace"')
    nbformat.write(notebook, tmp_path / "mine.ipynb")
    (shown,) = executed(copy, tmp_path / "mine.ipynb", tmp_path / "data").cells[n].outputs
    (three_one,) = [e for e in OWN if e.number == "3.1"]
    assert shown.data["text/plain"] == repr(three_one.given("Ada Lovelace"))
