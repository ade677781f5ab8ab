"""What a bank of answers holds, and how an answer's text becomes the object that a check takes."""

import linecache
from typing import NamedTuple


class Wrong(NamedTuple):
    """A wrong answer: the exercise's name in its lesson's module, the misconception that must be recognised ("" if
    none is expected to be), and what the learner wrote."""

    exercise: str
    misconception: str
    source: str


class Right(NamedTuple):
    """A right answer, and how it is written: "loops", "recursion", "NumPy", "closures", "micrograd", "microgpt"..."""

    exercise: str
    style: str
    source: str


def learner(source, given=""):
    """What the answer's last statement defines, as a cell of a notebook does; `given` are the cells before it."""
    names = {"__name__": "__main__"}
    for number, cell in enumerate((given, source)):
        filename = f"<cell {number}>"
        linecache.cache[filename] = (len(cell), None, cell.splitlines(True), filename)
        before = dict(names)
        exec(compile(cell, filename, "exec"), names)
    return next(value for name, value in reversed(names.items()) if before.get(name, names) is not value)
