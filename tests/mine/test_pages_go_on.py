"""Lessons 5 and 6 run to their end on whatever class the learner has: what it lacks, the course lends."""

import linecache

import pytest

from micrograd_lab import authoring, cells, mine
from micrograd_lab.mine import loading


def run(source, monkeypatch):
    """Run each code cell of a page, in one world."""
    page = {"__name__": "__main__"}
    monkeypatch.setattr(cells, "watching", lambda: False)
    for n, cell in enumerate(c for c in authoring.read(source).cells if c.cell_type == "code"):
        name = f"<cell {n} of {source.parent.name}>"
        known = len(cell.source), None, cell.source.splitlines(keepends=True), name
        monkeypatch.setitem(linecache.cache, name, known)
        exec(compile(cell.source, name, "exec"), page)


@pytest.mark.parametrize(
    ("lesson", "number", "says"),
    [
        ("05", 2, "Your Value has no step back yet: exercises 4 give it one."),
        ("06", 2, "Your Value has no step back yet: exercises 4 give it one."),
        ("06", 4, "Your Value has no backward() yet: exercise 5.2 gives it one."),
    ],
)
def test_a_lesson_goes_on_and_names_the_exercises_that_are_still_to_do(lesson, number, says, capsys, monkeypatch):
    mine.checkpoint(number)
    monkeypatch.setattr(loading, "lesson_here", lambda: int(lesson))
    (source,) = authoring.sources(lesson, ("lesson",))
    run(source, monkeypatch)
    said = capsys.readouterr().out
    lines = [line for line in said.splitlines() if line.startswith("Your Value")]
    before = int(lesson) - 1
    assert lines == [f"{says} Until then this page takes the course's; mine.checkpoint({before}) puts it into mine.py."]
