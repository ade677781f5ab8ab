"""Lesson 4: automate one node. `from micrograd_lab.checks import lesson_04 as check`."""

from ..exercise import Exercise
from ..practice import Practice
from ..summary import Lesson
from . import one_step, probe
from .judge_combined import COMBINED
from .judge_functions import FUNCTIONS
from .judge_plus_times import PLUS_TIMES
from .judge_power_relu import POWER_RELU
from .judge_reuse import REUSE

__all__ = ["all_together", "complete_larger", "complete_root", "functions", "lesson", "mend_half", "mend_square"]
__all__ += ["plus_times", "power_relu", "reuse", "summary"]

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
    probe.in_one_box,
    COMBINED,
    hints=(
        "When a grows a little, by how much does a / b grow? And when b grows: does a / b rise or fall?",
        "a / b is a * b**-1. Its slope by a is 1 / b, and by b it is -a / b**2, which is also -out / b.",
        "self.grad += out.grad / other.data, and other.grad += -out.data / other.data * out.grad. And in every "
        "_backward: +=, since other roads may lead there too.",
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

complete_larger = Practice(
    "4.a",
    "Complete it: a gate",
    probe.one_step,
    one_step.LARGER,
    hints=(
        "When the smaller input moves a little, what does the output do? And when the larger one does?",
        "The gate is open for other where other is the larger one.",
        "other.grad += (other.data > self.data) * out.grad",
    ),
)

complete_root = Practice(
    "4.b",
    "Complete it: a root",
    probe.one_step,
    one_step.ROOT,
    hints=(
        "x**-0.5 is 1 / x**0.5. And what is x**0.5?",
        "The slope is half of 1 / root, and the root stands in out.data.",
        "self.grad += 0.5 / out.data * out.grad",
    ),
)

mend_half = Practice(
    "4.c",
    "Mend it: half",
    probe.one_step,
    one_step.HALF,
    hints=(
        "When does the step run: when half is called, or when its turn comes?",
        "Print out._backward of what half gives. What is it?",
        "out._backward = _backward, without brackets: the function itself, and not what calling it gives.",
    ),
)

mend_square = Practice(
    "4.d",
    "Mend it: square",
    probe.one_step,
    one_step.SQUARE,
    hints=(
        "How fast does x * x grow at x = 3? Nudge it.",
        "It should be 6, and 18 comes out. Which number stands there in the place of x?",
        "self.grad += 2 * self.data * out.grad",
    ),
)
