"""Notebooks that a learner could hand in, what their own checks say, and what grading gives for them."""

import contextlib
import io
import json
from dataclasses import replace

import pytest
from places import exercise_notebook, solution_notebook

from micrograd_lab import checks
from micrograd_lab.grading import sandbox
from micrograd_lab.grading.marking.notebook import Settings, grade_notebook

SECRET = b"a secret for tests"
TOPOLOGICAL = """def topological(root):
    order, seen = [], set()
    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            order.append(v)
    visit(root)
    return order
"""
SETTINGS = Settings(SECRET, sandboxed=sandbox.kind() == "bubblewrap")
SHORT = replace(SETTINGS, limits=sandbox.Limits(seconds=4, wall=40))  # for what has no end: it is waited for


def red(reason, raises=AssertionError):
    """What does not hold yet, and fails for no other reason than that."""
    return pytest.mark.xfail(strict=True, raises=raises, reason=reason)


def notebook(lesson, place=solution_notebook):
    return json.loads(place(lesson).read_text(encoding="utf-8"))


def lesson_of(number):
    """ "10" of "10.1", and "02" of "2.1"."""
    return f"{int(number.split('.')[0]):02d}"


def handed_out(lesson):
    return notebook(lesson, exercise_notebook)


def index(book, number, kind="answer"):
    """Where the cell of an exercise is."""
    wanted = f"{number.replace('.', '-')}-{kind}"
    return next(n for n, c in enumerate(book["cells"]) if c["metadata"].get("nbgrader", {}).get("grade_id") == wanted)


def code(source):
    return {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None}


def answered(number, source, *below, book=None):
    """A notebook, solved, with this answer, and cells `below` it that have no id."""
    book = book or notebook(lesson_of(number))
    at = index(book, number)
    book["cells"][at]["source"] = source
    book["cells"][at + 1 : at + 1] = [code(one) for one in below]
    return book


def with_me(book, line):
    """The notebook with another line in place of `me = ""`."""
    for cell in book["cells"]:
        cell["source"] = "".join(cell["source"]).replace('me = ""', line)
    return book


def split(book, number, *sources):
    """The cell of an answer, split as JupyterLab does: all parts keep its id."""
    at = index(book, number)
    cell = book["cells"][at]
    book["cells"][at : at + 1] = [{**cell, "source": source} for source in sources]
    return book


def graded(book, name="nb.ipynb", settings=SETTINGS):
    """The record of a notebook."""
    return grade_notebook(json.dumps(book).encode(), name, "", settings)


def entry(book, number, **how):
    """What grading says of one exercise."""
    record = graded(book, **how)
    if not record["exercises"]:
        pytest.fail(record["trouble"])
    one = next(one for one in record["exercises"] if one["number"] == number)
    return one


def state(book, number, **how):
    return entry(book, number, **how)["state"]


def passes_in_the_notebook(book, *numbers):
    """Run the notebook as a kernel does, cell by cell: its own checks must say passed, or a test says nothing."""
    exercises = {one.number: one for one in checks.lesson(numbers[0][0].zfill(2)).exercises}
    for one in exercises.values():
        one.outcome = None
    names = {"__name__": "__main__"}
    for cell in book["cells"]:
        if cell["cell_type"] == "code":
            source = "".join(cell["source"]).replace(" draw\n", " graph as draw\n")  # pictures take time
            with contextlib.suppress(Exception), contextlib.redirect_stdout(io.StringIO()):
                exec(compile(source, "cell", "exec"), names)
    for number in numbers:
        if not exercises[number].outcome:
            pytest.fail(f"the notebook itself says of {number}: {exercises[number].outcome}")
    return True
