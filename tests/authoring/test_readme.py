"""What README.md shows works as it says."""

import re
from importlib import import_module

import nbformat
import pytest
from places import ROOT

from micrograd_lab import authoring, live

README = (ROOT / "README.md").read_text(encoding="utf-8")
LESSONS = authoring.lessons(authoring.COURSE)
LISTED = nbformat.read(ROOT / "lessons" / "index.ipynb", as_version=4).cells
by_lesson = pytest.mark.parametrize("source", LESSONS, ids=lambda source: source.parent.name)


def test_its_python_runs_and_gives_the_numbers_beside_it():
    (block,) = re.findall("(?s)```python\n(.*?)```", README)
    shown = {}
    exec(block, shown)
    assert f"# {shown['y'].data:.4f}" in block
    assert f"dy/dx: {shown['x'].grad:.4f}" in block


def test_its_graph_moves_where_its_sliders_start():
    (call,) = re.findall(r"^live\.graph\(.*?\)(?=  #)", README, re.MULTILINE)
    view = eval(call, {"live": live})
    # A tanh near 1 has a slope near 0: nothing would be seen to flow back.
    assert min(abs(leaf.grad) for leaf in view.leaves.values()) > 0.1


def test_it_says_which_lessons_put_something_into_mine_py():
    rooms = {
        number: import_module(f"micrograd_lab.checks.lesson_{number}")
        for number in map(authoring.number, LESSONS)
        if (ROOT / "micrograd_lab" / "checks" / f"lesson_{number}").exists()
    }
    keep = [str(int(n)) for n, room in rooms.items() if any(getattr(made, "keeps", "") for made in vars(room).values())]
    said = "in the exercises of lessons {} and {};".format(", ".join(keep[:-1]), keep[-1])
    assert said in " ".join(README.split())


def test_every_file_that_it_points_to_is_there():
    places = [place for place in re.findall(r"\]\(([^)]+)\)", README) if "://" not in place]
    assert len(places) > 3
    assert [place for place in places if not (ROOT / place).exists()] == []


def row_of(source):
    (row,) = [line for line in README.splitlines() if f"](lessons/{authoring.built(source).name})" in line]
    return row


@by_lesson
def test_every_lesson_has_its_row_with_its_minutes(source):
    _, name, taking, afterwards, exercises, _ = row_of(source).split("|")
    assert name.strip().startswith(f"[{int(authoring.number(source))} ")
    assert taking.strip() == str(authoring.header(source).minutes)
    assert len(afterwards.split()) > 5
    script = source.with_stem("exercises")
    expected = ""
    if script.exists():
        expected = f"(exercises/{authoring.unsolved(script).name}), {authoring.header(script).minutes}"
    assert exercises.strip().partition("]")[2] == expected


@by_lesson
def test_every_lesson_stands_in_the_list_of_lessons_with_its_minutes_and_a_picture(source):
    n = next(
        n for n, cell in enumerate(LISTED) if re.match(rf"## \[.*\]\({authoring.built(source).name}\)", cell.source)
    )
    text, picture = LISTED[n].source, LISTED[n + 1]
    said = authoring.header(source)
    assert text.startswith(f"## [{int(authoring.number(source))} {said.title}](")
    assert f"{said.minutes} minutes. Afterwards you can {said.afterwards}." in text
    assert "\ndraw." in picture.source
    assert any("image" in kind for output in picture.outputs for kind in output.data)
    script = source.with_stem("exercises")
    if script.exists():
        link = f"(../exercises/{authoring.unsolved(script).name}), {authoring.header(script).minutes} minutes"
        assert link in text


@by_lesson
def test_a_lesson_begins_with_its_title_and_minutes_and_leads_back_to_the_list(source):
    cells = nbformat.read(authoring.built(source), as_version=4).cells
    said = authoring.header(source)
    assert cells[0].source.startswith(f"# {int(authoring.number(source))} {said.title}\n\n{said.minutes} minutes. ")
    assert cells[-1].source.startswith("## Next\n\n")
    assert cells[-1].source.endswith("Back to the [list of lessons](index.ipynb).")
    for link in re.findall(r"\]\(([^)]+)\)", cells[-1].source):
        assert (ROOT / "lessons" / link).exists()
    if source.with_stem("exercises").exists():
        exercise = nbformat.read(authoring.unsolved(source), as_version=4).cells
        links = re.findall(r"\]\(([^)]+)\)", exercise[0].source + exercise[-1].source)
        assert f"../lessons/{authoring.built(source).name}" in links
        assert all((ROOT / "exercises" / link).exists() for link in links)


def test_the_list_of_lessons_points_to_what_is_there():
    text = "\n".join(cell.source for cell in LISTED)
    places = re.findall(r"\]\(([^)]+)\)", text)
    assert len(places) > len(LESSONS)
    assert [place for place in places if not (ROOT / "lessons" / place).exists()] == []
