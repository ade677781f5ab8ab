"""Twice and half. `from micrograd_lab.checks import lesson_NN as check`."""

from ..exercise import Exercise
from ..practice import Practice
from ..summary import Lesson
from . import probe
from .judge import HALF, TWICE

__all__ = ["complete_twice", "half", "lesson", "mend_half", "summary", "twice"]

twice = Exercise(
    "N.1",
    "Twice",
    1,
    probe.number,
    TWICE,
    hints=("How often do you need x?", "Add x to itself, or multiply it.", "return 2 * x"),
)

half = Exercise(
    "N.2",
    "Half",
    1,
    probe.number,
    HALF,
    hints=("What gives x, taken twice?", "Divide x, and do not round.", "return x / 2"),
)

complete_twice = Practice("N.a", "Complete it: twice", probe.number, TWICE, hints=("2 * x",))
mend_half = Practice("N.b", "Mend it: half", probe.number, HALF, hints=("Which sign divides?", "// rounds down."))

lesson = Lesson("NN", "Twice and half", (twice, half))
summary = lesson.summary
