"""Lesson 0: how a check answers. `from micrograd_lab.checks import lesson_00 as check`."""

from ..example import Example
from ..exercise import Exercise
from ..practice import Practice
from ..summary import Lesson
from . import probe
from .judge_change import CHANGE
from .judge_double import DOUBLE
from .judge_line import LINE
from .judge_machine import MACHINE
from .judge_way import WAY

__all__ = ["change", "complete_way", "double", "lesson", "line", "machine", "slip", "summary"]

double = Example(
    "double",
    probe.machine,
    DOUBLE,
    hints=(
        "What is the double of 5, and how did you find it?",
        "The double of x is x + x, or 2 times x.",
        "return 2 * x",
    ),
    answer="def double(x):\n    return 2 * x",
)

line = Exercise(
    "0.1",
    "A number",
    1,
    probe.number,
    LINE,
    hints=(
        "In y = 2x + 1, what is done to x first?",
        "2x means 2 times x. Multiply first, then add 1.",
        "Type 2 * x + 1, with the number of the cell above for x.",
    ),
)

machine = Exercise(
    "0.2",
    "A function",
    1,
    probe.machine,
    MACHINE,
    hints=(
        "Your function is given x. What shall it hand back?",
        "Python wants the sign between 2 and x: 2 * x. And a function hands back what stands after return.",
        "return 2 * x + 1",
    ),
)

change = Exercise(
    "0.3",
    "A check that fails",
    1,
    probe.change,
    CHANGE,
    hints=(
        "What is y before x grows, and what is it after?",
        "The change is the new y minus the old y.",
        "new = 2 * (x + by) + 1; old = 2 * x + 1; return new - old",
    ),
)

slip = Example("a slip", probe.change, CHANGE, hints=change.hints, answer=change.hints[-1])

complete_way = Practice(
    "0.a",
    "Complete it: which way",
    probe.way,
    WAY,
    hints=(
        "When did your hand go on with a slider, and when did it turn round?",
        "A loss is better when it is smaller.",
    ),
    answer="if after < before:",
)

lesson = Lesson("00", "Start here", (line, machine, change))
summary = lesson.summary
