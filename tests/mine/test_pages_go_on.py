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


@pytest.fixture
def no_checkpoints(tmp_path, monkeypatch):
    """As in a class copy whose teacher allows none."""
    monkeypatch.setattr(loading, "CHECKPOINTS", tmp_path)


@pytest.mark.usefixtures("no_checkpoints")
@pytest.mark.parametrize("lesson", ["04", "05", "06"])
def test_where_none_may_be_taken_the_page_says_so_once_and_what_needs_no_value_runs(lesson, monkeypatch):
    monkeypatch.setattr(loading, "lesson_here", lambda: int(lesson))
    (source,) = authoring.sources(lesson, ("lesson",))
    page, failed = {"__name__": "__main__"}, []
    for cell in (c.source for c in authoring.read(source).cells if c.cell_type == "code"):
        try:
            exec(compile(cell, "<a cell>", "exec"), page)
        except Exception as error:
            failed.append((cell, error))
    first = failed[0][1]
    assert isinstance(first, loading.CantRead)
    asked, found, tries = first._render_traceback_()
    assert asked == "asked: Value of mine.py"
    assert found.endswith("this copy holds none that may be taken instead")
    assert "exercise 2.1" in tries
    # what is made of a Value is not there either; nothing else is missing
    unknown = {error.name for _, error in failed if isinstance(error, NameError)}
    assert unknown <= {"Value", "r", "y", "a", "yours"}
    assert not [cell for cell, _ in failed if "check." in cell and "Value" not in cell]


@pytest.mark.usefixtures("no_checkpoints")
def test_a_class_without_its_steps_is_told_that_none_may_be_taken_instead(capsys, monkeypatch):
    mine.path().parent.mkdir(parents=True, exist_ok=True)
    mine.path().write_text("class Value:\n    def __init__(self, data): self.data, self.grad = data, 0.0\n")
    monkeypatch.setattr(loading, "lesson_here", lambda: 5)
    assert mine.Value(2.0).data == 2.0
    assert capsys.readouterr().out == (
        "Your Value has no step back yet: exercises 4 give it one. This copy holds none that may be taken instead: do "
        "those first. What needs none runs already, cell by cell.\n"
    )


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
