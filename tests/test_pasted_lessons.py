"""What a lesson shows is no answer to its exercises: its cells, pasted there, earn nothing."""

import ast
import contextlib
import inspect
import io

import nbformat
import pytest

from micrograd_lab import Value, authoring, cells, checks
from micrograd_lab.checks import handout
from micrograd_lab.mine import loading

# Exercises whose answer is to be typed off the page, and why: none.
COPIED = {}
# Exercises that their lesson still gives away: none.
KNOWN = {}
LESSONS = handout.lessons()
by_lesson = pytest.mark.parametrize("lesson", LESSONS)


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """What is pasted into the wrong place may never end."""
    for lesson in LESSONS:
        for exercise in checks.lesson(lesson).exercises:
            monkeypatch.setattr(exercise, "seconds", min(exercise.seconds, 1.0))


@pytest.fixture(autouse=True)
def as_it_was(monkeypatch):
    """A page's class may be the kit's or a checkpoint's, and an answer puts methods into it: other tests find both as
    they were."""
    monkeypatch.setattr(loading, "_loaded", {})
    before = dict(vars(Value))
    yield
    for name, method in before.items():
        if vars(Value)[name] is not method:
            setattr(Value, name, method)
    for name in vars(Value).keys() - before.keys():
        delattr(Value, name)


def sources(lesson, kind):
    """The code cells of a lesson, or (grade id, source) of those of its exercises as they are handed out."""
    (source,) = authoring.sources(lesson, (kind,))
    if kind == "lesson":
        return [cell.source for cell in authoring.read(source).cells if cell.cell_type == "code"]
    notebook = nbformat.read(authoring.unsolved(source), as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [(cell.metadata.get("nbgrader", {}).get("grade_id", ""), cell.source) for cell in code]


def run(source, names):
    """Run a cell as a page does: what it raises or shows is for whoever reads the page."""
    with contextlib.suppress(Exception), contextlib.redirect_stdout(io.StringIO()):
        exec(source, names)


def page(lesson):
    """What the lesson's page defines when all of it has run."""
    names = {"__name__": "__main__"}
    for source in sources(lesson, "lesson"):
        run(source, names)
    return names


def without_definitions(stub):
    """What an answer's cell does with what is to be written, as Value.exp = exp."""
    tree = ast.parse(stub)
    tree.body = [
        s for s in tree.body if not isinstance(s, ast.FunctionDef | ast.ClassDef) and "..." not in ast.unparse(s)
    ]
    return ast.unparse(tree)


def pasted(lesson):
    """{number: earned} where each answer is the lesson's cells that define its names."""
    built = handout.read(handout.place(lesson))["exercises"]
    names, earned = {"__name__": "__main__"}, {}
    for grade_id, source in sources(lesson, "exercises"):
        number, _, kind = grade_id.rpartition("-")
        given = built.get(number.replace("-", "."))
        if kind == "check" and given:
            exercise = getattr(checks, f"lesson_{lesson}").__dict__[given["attribute"]]
            thing = names.get("Value") if given["learner"] == "Value" else eval(given["learner"], names)
            exercise(thing)
            earned[exercise.number] = exercise.earned()
            continue
        run(source, names)
        if kind == "answer" and given:
            for cell in sources(lesson, "lesson"):
                if {*given["names"]} & {*(cells.made_in(cell) or {})}:
                    run(cell, names)
            run(without_definitions(source), names)
    return earned


def renamed(lesson):
    """{(number, name): earned} where each function of the page is given to each exercise that asks for one."""
    functions = {n: f for n, f in page(lesson).items() if inspect.isfunction(f) and f.__module__ == "__main__"}
    built, earned = handout.read(handout.place(lesson))["exercises"], {}
    for exercise in checks.lesson(lesson).exercises:
        given = built[exercise.number]
        if given["learner"] == given["names"][0] and f"def {given['learner']}(" in given["stub"]:
            for name, function in functions.items():
                exercise(function)
                earned[exercise.number, name] = exercise.earned()
    return earned


def won(earned):
    return {which for which, points in earned.items() if points} - COPIED.keys()


@by_lesson
def test_the_cells_of_a_lesson_pasted_into_its_exercises_earn_nothing(lesson):
    earned = pasted(lesson)
    assert earned.keys() == {exercise.number for exercise in checks.lesson(lesson).exercises}
    assert won(earned) <= {*KNOWN.get(lesson, ())}


@by_lesson
def test_no_function_of_a_page_earns_points_under_another_name(lesson):
    found = {number for number, _ in won(renamed(lesson))}
    assert found <= {*KNOWN.get(lesson, ())}
