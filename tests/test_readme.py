"""What README.md shows works as it says."""

import re
from pathlib import Path

import pytest

from micrograd_lab import live

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
LESSONS = [path for path in sorted((ROOT / "lessons" / "source").glob("*.py")) if path.stem[0].isdigit()]
by_lesson = pytest.mark.parametrize("source", LESSONS, ids=lambda path: path.stem)


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


def test_every_file_that_it_points_to_is_there():
    places = [place for place in re.findall(r"\]\(([^)]+)\)", README) if "://" not in place]
    assert len(places) > 3
    assert [place for place in places if not (ROOT / place).exists()] == []


def minutes(path):
    """How long a lesson or its exercises take, as the source or the notebook says itself."""
    return re.search(r"(\d+) minutes\.", path.read_text(encoding="utf-8"))[1]


@by_lesson
def test_every_lesson_has_its_row_with_its_minutes(source):
    (row,) = [line for line in README.splitlines() if f"](lessons/{source.stem}.ipynb)" in line]
    _, name, taking, afterwards, exercises, _ = row.split("|")
    assert name.strip().startswith(f"[{int(source.stem[:2])} ")
    assert taking.strip() == minutes(source)
    assert len(afterwards.split()) > 5
    notebook = ROOT / "exercises" / f"{source.stem}.ipynb"
    expected = f"(exercises/{source.stem}.ipynb), {minutes(notebook)}" if notebook.exists() else ""
    assert exercises.strip().partition("]")[2] == expected


@by_lesson
def test_every_lesson_stands_in_the_list_of_lessons_with_its_minutes_and_a_picture(source):
    parts = (ROOT / "lessons" / "source" / "index.py").read_text(encoding="utf-8").split("\n# ## ")
    (part,) = [part for part in parts if f"]({source.stem}.ipynb)" in part]
    title = source.read_text(encoding="utf-8").splitlines()[1].removeprefix("# # ")
    assert part.startswith(f"[{title}]({source.stem}.ipynb)")
    assert f"\n# {minutes(source)} minutes. Afterwards you can" in part
    assert "\ndraw." in part
    notebook = ROOT / "exercises" / f"{source.stem}.ipynb"
    if notebook.exists():
        assert f"(../exercises/{source.stem}.ipynb), {minutes(notebook)} minutes" in part


def test_the_list_of_lessons_points_to_what_is_there():
    text = (ROOT / "lessons" / "source" / "index.py").read_text(encoding="utf-8")
    places = re.findall(r"\]\(([^)]+)\)", text)
    assert len(places) > len(LESSONS)
    assert [place for place in places if not (ROOT / "lessons" / place).exists()] == []
