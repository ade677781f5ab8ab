"""Checks that answer at once: one folder a lesson, as in `from micrograd_lab.checks import lesson_05 as check`.

Each exercise has a probe, which runs the learner's object on cases and gives plain numbers, and a judge, which
knows the right numbers and recognises misconceptions by theirs.
"""

from importlib import import_module
from pathlib import Path

from .. import cells
from .exercise import Exercise
from .judge import Judge, Misconception
from .outcome import CellFailed, Incorrect, NotAttempted, Outcome, Passed
from .practice import Practice
from .summary import Lesson

__all__ = [
    "CellFailed",
    "Exercise",
    "Incorrect",
    "Judge",
    "Lesson",
    "Misconception",
    "NotAttempted",
    "Outcome",
    "Passed",
    "Practice",
    "allows",
    "lesson",
    "lessons",
    "practices",
]


def lessons():
    """The numbers of the lessons that have exercises, in order: ("00", "01", ...). A lesson is its folder."""
    return tuple(sorted(place.name[-2:] for place in Path(__file__).parent.glob("lesson_[0-9][0-9]")))


def lesson(number):
    """The Lesson of this number, as "05": its exercises in order. ModuleNotFoundError where there is none."""
    return import_module(f"{__name__}.lesson_{number}").lesson


def practices(number):
    """{name in the lesson's module: Practice} of what this lesson, as "05", has done on the spot."""
    found = vars(import_module(f"{__name__}.lesson_{number}"))
    return {name: thing for name, thing in found.items() if isinstance(thing, Practice)}


def allows(number):
    """The modules of the package that an answer of this lesson may use, being no answer there: ("engine",), or ()."""
    return getattr(import_module(f"{__name__}.lesson_{number}"), "ALLOWS", ())


cells.watch()  # a check must know whether the cell that makes what it is given has failed
