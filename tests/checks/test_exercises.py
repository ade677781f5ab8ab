"""The exercise and solution notebooks: untouched, solved, and in a course that uses nbgrader."""

import inspect
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from micrograd_lab import authoring, cells, checks, journal
from micrograd_lab.checks import handout

SOURCES = authoring.sources(None, ("exercises",))
by_name = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parent.name)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def shown(cell):
    """What a cell's result says, as text."""
    return "".join(output.get("data", {}).get("text/plain", "") for output in cell.outputs)


def grades(notebook):
    """{grade_id: points} of the cells that nbgrader counts."""
    found = [cell.metadata.get("nbgrader", {}) for cell in notebook.cells]
    return {entry["grade_id"]: entry["points"] for entry in found if entry.get("grade")}


def exercises_of(source):
    return checks.lesson(authoring.number(source)).exercises


@by_name
def test_an_untouched_exercise_runs_and_nothing_is_attempted(source, tmp_path):
    notebook = nbformat.read(authoring.unsolved(source), as_version=4)
    client = NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    )
    client.execute(env={**os.environ, "MICROGRAD_LAB_DATA": str(tmp_path / "data")})
    said = [shown(cell) for cell in code_cells(notebook) if cell.metadata.get("nbgrader", {}).get("grade")]
    assert len(said) == len(exercises_of(source))
    assert all("not attempted yet" in text for text in said), said
    # The page has run, and no learner: nothing of it is theirs.
    assert {entry["kind"] for entry in journal.entries()} == {"attempt"}
    assert {(entry["outcome"], entry["misconception"]) for entry in journal.entries()} == {("NotAttempted", "")}


@by_name
def test_each_given_cell_runs_when_only_the_answers_above_it_were_run_again(source, capsys):
    """Run All of the page as handed out, then each answer, and then any cell that was given."""
    names = {"__name__": "__main__"}
    for cell in code_cells(nbformat.read(authoring.unsolved(source), as_version=4)):
        exec(cell.source, names)
    given = []
    for cell in code_cells(nbformat.read(authoring.built(source), as_version=4)):
        if cell.metadata.get("nbgrader", {}).get("solution"):
            exec(cell.source, names)
            given.append([])
        elif given and not cell.metadata.get("nbgrader"):
            given[-1].append(cell.source)
    for group in given:
        # Numbers that a cell above another answer made may be older than that answer.
        older = {name for other in given if other is not group for text in other for name in cells.made_in(text)}
        here = {name: x for name, x in names.items() if name not in older or callable(x) or inspect.ismodule(x)}
        for text in group:
            exec(text, here)


@by_name
def test_an_exercise_holds_no_solution_and_no_output(source):
    text = authoring.unsolved(source).read_text(encoding="utf-8")
    assert "BEGIN SOLUTION" not in text
    notebook = nbformat.reads(text, as_version=4)
    assert all(not cell.outputs and cell.execution_count is None for cell in code_cells(notebook))
    solved = nbformat.read(authoring.built(source), as_version=4)
    answers = [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("solution")]
    originals = [cell for cell in solved.cells if cell.metadata.get("nbgrader", {}).get("solution")]
    for answer, original in zip(answers, originals, strict=True):
        assert "your code here" in answer.source
        assert not re.search(r"= \.\.\.\n\s*\.\.\.  # your code here", answer.source), "two places for one answer"
        assert answer.source != original.source


@by_name
def test_every_exercise_of_the_lesson_has_its_cells_and_points(source):
    expected = {f"{e.number.replace('.', '-')}-check": e.points for e in exercises_of(source)}
    for path in (authoring.unsolved(source), authoring.built(source)):
        notebook = nbformat.read(path, as_version=4)
        assert grades(notebook) == expected
        ids = [cell.metadata["nbgrader"]["grade_id"] for cell in notebook.cells if "nbgrader" in cell.metadata]
        assert len(ids) == len(set(ids))


@by_name
def test_every_solution_passes(source):
    notebook = nbformat.read(authoring.built(source), as_version=4)
    said = [shown(cell) for cell in code_cells(notebook) if cell.metadata.get("nbgrader", {}).get("grade")]
    assert len(said) == len(exercises_of(source))
    assert all("passed," in text for text in said), said


@by_name
def test_the_solution_shown_after_an_attempt_is_the_notebooks(source):
    for exercise in exercises_of(source):
        text = handout.right_answer(exercise.number)
        assert text
        assert "###" not in text
        assert text in authoring.built(source).read_text(encoding="utf-8") or len(text.splitlines()) > 1


@pytest.mark.long
def test_a_course_that_uses_nbgrader_takes_them_as_they_are(tmp_path):
    """nbgrader's own commands: the solutions are a course's source, a submission is graded with partial credit."""
    source = next(path for path in SOURCES if authoring.number(path) == "05")
    course = tmp_path / "course"
    assignment = course / "source" / "order"
    assignment.mkdir(parents=True)
    shutil.copy(authoring.built(source), assignment / authoring.unsolved(source).name)
    (course / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.course_id = 'course'\n")

    def nbgrader(*words):
        command = [sys.executable, "-m", "nbgrader", *words, "--course", str(course)]
        # It calls other commands of its environment by name.
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        run = subprocess.run(command, cwd=course, env={**os.environ, "PATH": path}, capture_output=True, text=True)
        assert run.returncode == 0, run.stderr[-3000:]

    nbgrader("generate_assignment", "order")
    released = course / "release" / "order" / authoring.unsolved(source).name
    assert grades(nbformat.read(released, as_version=4)) == grades(
        nbformat.read(authoring.unsolved(source), as_version=4)
    )

    solved = nbformat.read(authoring.built(source), as_version=4)
    for student, path in (("untouched", released), ("solved", authoring.built(source))):
        place = course / "submitted" / student / "order"
        place.mkdir(parents=True)
        shutil.copy(path, place / released.name)
    partly = nbformat.from_dict(solved)
    cell = next(c for c in partly.cells if c.metadata.get("nbgrader", {}).get("grade_id") == "5-2-answer")
    right = "for v in reversed(topological(self)):\n        v._backward()"
    early = "for v in (todo := [self]):\n        v._backward()\n        todo += [i for i in v.inputs if i not in todo]"
    assert right in cell.source
    cell.source = cell.source.replace(right, early)  # right on some graphs
    place = course / "submitted" / "partly" / "order"
    place.mkdir(parents=True)
    nbformat.write(partly, place / released.name)
    nbgrader("autograde", "order")

    import sqlite3

    rows = sqlite3.connect(course / "gradebook.db").execute(
        "select sa.student_id, sum(g.auto_score) from grade g join submitted_notebook sn on g.notebook_id = sn.id "
        "join submitted_assignment sa on sn.assignment_id = sa.id group by sa.student_id"
    )
    scores = dict(rows)
    total = sum(e.points for e in exercises_of(source))
    assert scores["solved"] == total
    assert scores["untouched"] == 0
    assert total - 3 < scores["partly"] < total
