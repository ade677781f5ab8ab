"""What grading and the checks need of a lesson's exercises: the handout and right answers, as plain data."""

import ast
import json

import jupytext

from .. import checks
from ..checks import handout
from .course import ROOT, built, header, number, text, unsolved

BESIDE = ".beside."


def files(source, solved, exercise):
    """{path: text} of what is built of a lesson's exercises, from its marked solution and its exercise notebook."""
    return _texts(source, {"handout": handed_out(source, exercise), "reference": right_answers(solved)})


def page_files(source):
    """{path: text} of what is built of a lesson's own script, before it runs; none of a lesson without exercises."""
    return _texts(source, {"page": page(source)}) if source.with_stem("exercises").exists() else {}


def write(texts):
    """Write {path: text}."""
    for path, said in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(said, encoding="utf-8", newline="\n")


def _texts(source, made):
    root, lesson = source.parents[2], number(source)
    return {
        root / handout.place(lesson, name).relative_to(ROOT): json.dumps(said, ensure_ascii=False, indent=1) + "\n"
        for name, said in made.items()
    }


def handed_out(source, notebook):
    """The handout of an exercise notebook, as checks.handout describes it."""
    lesson = number(source)
    exercises = {exercise.number: exercise for exercise in checks.lesson(lesson).exercises}
    module = getattr(checks, f"lesson_{lesson}")
    attributes = {id(value): name for name, value in vars(module).items()}
    order, cells = [], []
    stubs, checked = texts(notebook, "answer"), texts(notebook, "check")
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        of, kind = _entry(cell)
        if kind == "answer":
            order.append(["answer", of])
        elif kind != "check":
            cells.append(cell.source.strip())
            order.append(["given", definitions(cell.source)])
    known = {n: v for n, v in vars(module).items() if BESIDE in getattr(v, "__module__", "")}
    return {
        "lesson": lesson,
        "minutes": header(source).minutes,
        # A course that uses nbgrader hands out what it calls as the solution; before that, it was called as the lesson.
        "files": [unsolved(source).stem, built(source).stem, source.parent.name],
        "order": order,
        "cells": cells,
        "check_modules": {f"lesson_{lesson}": {n: [v.__module__, v.__name__] for n, v in known.items()}},
        "exercises": {
            n: {
                "attribute": attributes[id(exercise)],
                "stub": stubs[n],
                "check": checked[n],
                "learner": ast.unparse(ast.parse(checked[n]).body[-1].value.args[0]),
                "names": defined(stubs[n]),
                "probe": [exercise.probe.__module__, exercise.probe.__name__],
            }
            for n, exercise in exercises.items()
        },
    }


def page(source):
    """Digests of the lesson's own code cells, as checks.handout describes them."""
    cells = jupytext.reads(text(source), fmt="py:percent").cells
    made = {handout.digest(cell.source) for cell in cells if cell.cell_type == "code" and cell.source.strip()}
    return {"lesson": number(source), "cells": sorted(made)}


def right_answers(solved):
    """{number: source} of the answer cells of a solution, without its marks."""
    return {
        n: "\n".join(line for line in source.splitlines() if "### BEGIN" not in line and "### END" not in line).strip()
        for n, source in texts(solved, "answer").items()
    }


def texts(notebook, kind):
    """{number: source} of the cells of this kind, "answer" or "check"."""
    return {_entry(cell)[0]: cell.source for cell in notebook.cells if _entry(cell)[1] == kind}


def _entry(cell):
    """(number, kind) of a cell that nbgrader knows; else ("", "")."""
    of, _, kind = cell.metadata.get("nbgrader", {}).get("grade_id", "").rpartition("-")
    return of.replace("-", "."), kind


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
    return made or [t.id for s in body if isinstance(s, ast.Assign) for t in s.targets if isinstance(t, ast.Name)]
