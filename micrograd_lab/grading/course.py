"""What was handed out for a lesson: its exercises in order, the cells that are given, the stubs, and right answers."""

import ast
import json
import marshal
from dataclasses import dataclass
from functools import cache

from .. import checks
from ..checks.exercise import SOLUTIONS, solution_of
from .remembering import remembering

EXERCISES = SOLUTIONS.parents[1] / "exercises"


@dataclass(frozen=True)
class Given:
    """One exercise as it was handed out: `learner` is what its check takes, `names` what its answer cell defines."""

    exercise: object
    called: str
    stub: str
    check: str
    learner: str
    names: tuple


@dataclass(frozen=True)
class Course:
    """A lesson's exercise notebook: `order` holds ("given", source) and ("answer", number) in turn."""

    lesson: str
    file: str
    order: tuple
    given: dict
    cells: frozenset
    faces: dict

    def numbers_before(self, number):
        found = [text for kind, text in self.order if kind == "answer"]
        return [n for n in found[: found.index(number)] if n in self.given]


@cache
def lessons():
    """The numbers of the lessons whose exercises can be graded."""
    return tuple(sorted(path.name[:2] for path in EXERCISES.glob("[0-9][0-9]_*.ipynb")))


@cache
def course(lesson):
    """The Course of a lesson, as "05"."""
    found = sorted(EXERCISES.glob(f"{lesson}_*.ipynb"))
    if not found:
        there = ", ".join(lessons()) or f"no notebook in {EXERCISES.name}/"
        raise FileNotFoundError(
            f"asked: to grade lesson {lesson}\nfound: exercises of {there}\n"
            "try:   one of these, in a copy of the whole project: its package alone holds no exercises"
        )
    cells = json.loads(found[0].read_text(encoding="utf-8"))["cells"]
    exercises = {exercise.number: exercise for exercise in checks.lesson(lesson).exercises}
    module = getattr(checks, f"lesson_{lesson}")
    called = {id(value): name for name, value in vars(module).items()}
    order, stubs, looks, sources = [], {}, {}, []
    for cell in cells:
        if cell["cell_type"] != "code":
            continue
        source, entry = "".join(cell["source"]), cell["metadata"].get("nbgrader", {})
        number, _, kind = entry.get("grade_id", "").rpartition("-")
        number = number.replace("-", ".")
        if kind == "answer":
            order.append(("answer", number))
            stubs[number] = source
        elif kind == "check":
            looks[number] = source
        else:
            sources.append(source)
            order.append(("given", definitions(source)))
    given = {}
    for number, exercise in exercises.items():
        names = defined(stubs[number])
        learner = ast.unparse(ast.parse(looks[number]).body[-1].value.args[0])
        given[number] = Given(remembering(exercise), called[id(exercise)], stubs[number], looks[number], learner, names)
    known = {n: v for n, v in vars(module).items() if ".beside." in getattr(v, "__module__", "")}
    faces = {f"lesson_{lesson}": {n: [v.__module__, v.__name__] for n, v in known.items()}}
    return Course(lesson, found[0].stem, tuple(order), given, frozenset(map(str.strip, sources)), faces)


def definitions(source):
    """The imports, functions, classes, plain names and own numbers of a cell that is given; not what it shows."""
    tree = ast.parse(source)
    tree.body = [
        s
        for s in tree.body
        if isinstance(s, ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef)
        or (isinstance(s, ast.Assign) and isinstance(s.value, ast.Constant | ast.Attribute))
        or (isinstance(s, ast.Assign) and ".given(" in ast.unparse(s.value))
    ]
    return ast.unparse(tree)


def defined(source):
    """The names of the functions and classes that a cell defines, or else those that it sets."""
    body = ast.parse(source).body
    made = [s.name for s in body if isinstance(s, ast.FunctionDef | ast.ClassDef)]
    return tuple(
        made or [t.id for s in body if isinstance(s, ast.Assign) for t in s.targets if isinstance(t, ast.Name)]
    )


@cache
def reference(number):
    """A right answer as compiled code without its text; None where this copy has none."""
    source = solution_of(number)
    return marshal.dumps(compile(source, "<a right answer>", "exec", optimize=2)) if source else None
