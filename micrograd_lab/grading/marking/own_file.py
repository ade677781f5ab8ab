"""What an answer has as `mine`: the learner's file as it was handed in, or what earlier notebooks make; or a right one.

A right one is the course's own, up to an earlier lesson than the one that is graded.
"""

import base64
import marshal
from functools import cache

from ...mine import loading
from ..handout import handout
from ..intake.answers import Unreadable
from . import bench
from .arrangement import LESSON, handed_in

FILE = "mine.py"
RIGHT = "graded with a right mine.py in the place of the learner's, in which something is wrong or missing"


class OwnFile:
    """For one notebook of a lesson, from {path: bytes} of a learner's own files and the notebooks of earlier lessons,
    {lesson: bytes}. `files` are those files as they are run."""

    def __init__(self, lesson, files, earlier):
        self.lesson, self.right = lesson, _right(lesson)
        paths = sorted((len(path), path) for path in files if path.split("/")[-1] == FILE)
        texts = {path: bench.own_file(files[path], lesson) for _, path in paths}
        self.files = {**files, **{path: text.encode() for path, text in texts.items() if text is not None}}
        text = next((text for text in texts.values() if text is not None), None)
        self.own = {"file": text} if text is not None else _from_notebooks(lesson, earlier)

    def task(self, right=False):
        """What the sandbox is told of it: the learner's, or what is right."""
        return {"right": self.right} if right else {**self.own, "right": self.right}


def _from_notebooks(lesson, earlier):
    cells, methods = [], []
    for number in sorted(number for number in earlier if number < lesson):
        try:
            read, _ = bench.read_notebook(earlier[number])
        except Unreadable:
            continue
        plan = handout(number)
        found = [cell for cell in handed_in(read, plan) if not cell.place.startswith("check") and cell.place != LESSON]
        cells += [{"name": f"{number}: {cell.name}", "source": cell.source} for cell in found if cell.source.strip()]
        kept = [(given.exercise.keeps, given.learner) for given in plan.given.values()]
        methods += [[name, learner] for name, learner in kept if "." in name]
    return {"cells": cells, "methods": methods}


@cache
def _right(lesson):
    """The newest checkpoint of an earlier lesson, as code without its text; "" where there is none."""
    numbers = [number for number in loading.checkpoints() if number < int(lesson)]
    if not numbers:
        return ""
    code = compile(loading.text_of(numbers[-1]), "<a right part>", "exec", optimize=2)
    return base64.b64encode(marshal.dumps(code)).decode()
