"""What a bank of answers holds, and how an answer's text becomes the object that a check takes."""

import linecache
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import NamedTuple

COURSE = Path(__file__).resolve().parents[2] / "course"


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


def banks():
    """{lesson: its bank}, as "05", of every lesson that has one: course/05_order/bank.py."""
    return {path.parent.name[:2]: _bank(path) for path in sorted(COURSE.glob("[0-9][0-9]_*/bank.py"))}


def _bank(path):
    name = f"{__package__}.bank_{path.parent.name}"
    if name not in sys.modules:
        spec = spec_from_file_location(name, path)
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        sys.modules[name] = module
    return sys.modules[name]


def learner(source, given=""):
    """What the answer's last statement defines, as a cell of a notebook does; `given` are the cells before it."""
    names = {"__name__": "__main__"}
    for number, cell in enumerate((given, source)):
        filename = f"<cell {number}>"
        linecache.cache[filename] = (len(cell), None, cell.splitlines(True), filename)
        before = dict(names)
        exec(compile(cell, filename, "exec"), names)
    return next(value for name, value in reversed(names.items()) if before.get(name, names) is not value)
