"""From a solution to the exercise: nbgrader's metadata on its cells, and nbgrader's own preprocessors.

In a percent script a cell `# %% answer="5.2"` is what a learner writes, its solution between `### BEGIN SOLUTION`
and `### END SOLUTION`; a cell `# %% check="5.2"` checks it.
"""

import copy
import re

from nbgrader import preprocessors
from traitlets.config import Config

from .. import checks

STUB = "...  # your code here"
TWICE = re.compile(r"(?m)^(\s*\w+ = )\.\.\.\n\s*(?=\.\.\.  # your code here$)")  # a name that is given, and the stub
NO_EXERCISE = "a cell checks {number!r}, which is no exercise of lesson {lesson}. There are {numbers}."
NO_CELLS = "lesson {lesson} has exercises without an answer cell and a check cell: {missing}."


def marked(notebook, lesson):
    """Give answer and check cells nbgrader's metadata: stable ids, and points from the lesson's checks."""
    points = {exercise.number: exercise.points for exercise in checks.lesson(lesson).exercises}
    asked = {}
    for cell in notebook.cells:
        for kind in ("answer", "check"):
            number = cell.metadata.pop(kind, None)
            if number is None:
                continue
            if number in points or kind == "answer":
                asked.setdefault(kind, []).append(number)
                cell.metadata["nbgrader"] = _metadata(kind, number, points.get(number))
                continue
            raise ValueError(NO_EXERCISE.format(number=number, lesson=lesson, numbers=list(points)))
    missing = [n for n in points if n not in asked.get("check", []) or n not in asked.get("answer", [])]
    if missing:
        raise ValueError(NO_CELLS.format(lesson=lesson, missing=", ".join(missing)))
    return notebook


def exercise(solution):
    """The exercise notebook of a marked solution: no solutions, no outputs, checks locked."""
    config = Config()
    config.ClearSolutions.code_stub = {"python": STUB}
    notebook, resources = copy.deepcopy(solution), {}
    for name in (
        "LockCells",
        "ClearSolutions",
        "ClearOutput",
        "ClearHiddenTests",
        "ClearMarkScheme",
        "ComputeChecksums",
    ):
        notebook, resources = getattr(preprocessors, name)(config=config).preprocess(notebook, resources)
        for cell in notebook.cells if name == "ClearSolutions" else ():
            cell.source = TWICE.sub(r"\1", cell.source)  # one place to fill in
    notebook, resources = preprocessors.CheckCellMetadata(config=config).preprocess(notebook, resources)
    return notebook


def _metadata(kind, number, points):
    answer = kind == "answer"
    metadata = {
        "grade": not answer,
        "grade_id": f"{re.sub('[^0-9A-Za-z]', '-', number)}-{kind}",
        "locked": not answer,
        "schema_version": 3,
        "solution": answer,
        "task": False,
    }
    return metadata if answer else metadata | {"points": points}
