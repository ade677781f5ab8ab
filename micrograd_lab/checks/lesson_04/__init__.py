"""Lesson 4: automate one node. `from micrograd_lab.checks import lesson_04 as check`."""

from ..exercise import Exercise
from ..summary import Lesson
from . import probe
from .judge_combined import COMBINED
from .judge_functions import FUNCTIONS
from .judge_plus_times import PLUS_TIMES
from .judge_power_relu import POWER_RELU
from .judge_reuse import REUSE

__all__ = ["all_together", "functions", "lesson", "plus_times", "power_relu", "reuse", "summary"]

plus_times = Exercise(
    "4.1",
    "+ and *",
    2,
    probe.results,
    PLUS_TIMES,
    hints=(
        "When a grows by 1, by how much does a + b grow? And a * b?",
        "Each input gets: the slope of this operation by that input, times what has arrived at out.",
        "At *: self.grad += other.data * out.grad, and other.grad += self.data * out.grad.",
    ),
    keeps="Value",
)

power_relu = Exercise(
    "4.2",
    "Powers and relu",
    2,
    probe.results,
    POWER_RELU,
    hints=(
        "What is the slope of x**3 at x = 2? And relu's slope left and right of 0?",
        "x**k: bring k down and lower the exponent by one. relu: a gate, open where its input is above 0.",
        "self.grad += k * self.data ** (k - 1) * out.grad, and self.grad += (out.data > 0) * out.grad.",
    ),
    keeps="Value",
)

functions = Exercise(
    "4.3",
    "tanh, exp and log",
    3,
    probe.results,
    FUNCTIONS,
    hints=(
        "Which of the three is its own slope?",
        "d exp = exp, d tanh = 1 - tanh**2, d log = 1 / x. Which of them are made of the output?",
        "(1 - out.data ** 2) * out.grad, out.data * out.grad, and out.grad / self.data.",
    ),
    keeps="Value",
)

all_together = Exercise(
    "4.4",
    "All together, on two roads",
    3,
    probe.combined,
    COMBINED,
    hints=(
        "Which operations that you have already can a minus be made of? And a division?",
        "-a is a * -1, a - b is a + (-b), a / b is a * b**-1. In a reflected form self stands on the right.",
        "__rsub__: return value(other) - self. And in every _backward: +=, since other roads may lead there too.",
    ),
    keeps="Value",
)

reuse = Exercise(
    "4.5",
    "Which reuse their output?",
    1,
    probe.letters,
    REUSE,
    hints=(
        "What is the slope of each? Write the five down.",
        "In which of the five slopes does x itself stand, and cannot be read off the output by a sum or a comparison?",
        "Three of the five can: one is its own slope, one is 1 minus the square of itself, and one is a gate.",
    ),
)
reuse.options = reuse.judge.given(0)

lesson = Lesson("04", "Automate one node", (plus_times, power_relu, functions, all_together, reuse))
summary = lesson.summary
