"""Lesson 2: expressions that remember. `from micrograd_lab.checks import lesson_02 as check`."""

from ..choice import Choice
from ..exercise import Exercise
from ..summary import Lesson
from . import probe
from .judge_first import FIRST_OPS
from .judge_reflected import REFLECTED_OPS
from .judge_rest import REST_OPS
from .judge_trace import TRACE

__all__ = ["first", "hunt", "lesson", "reflected", "rest", "summary", "trace"]

first = Exercise(
    "2.1",
    "+ and *",
    2,
    probe.result,
    FIRST_OPS,
    hints=(
        "What must the result of a + b know, besides its number?",
        "Wrap what is no Value. Then make a new Value: the number, the inputs as a tuple, the sign.",
        "other = other if isinstance(other, Value) else Value(other); "
        'return Value(self.data + other.data, (self, other), "+")',
    ),
    keeps="Value",
)

reflected = Exercise(
    "2.2",
    "Numbers on the left",
    2,
    probe.result,
    REFLECTED_OPS,
    hints=(
        "In 3 + a, which of the two is self, and which is other?",
        "The order of a sum does not matter: let the + that you have do the work.",
        "return self + other, and in the other method return self * other",
    ),
    keeps="Value",
)

rest = Exercise(
    "2.3",
    "The whole set",
    4,
    probe.result,
    REST_OPS,
    hints=(
        "Which of these can be said in terms of + and * and **? And how do 2 - a and a - 2 differ?",
        "-a is a * -1. a - b is a + (-b). a / b is a * b ** -1. Reflected: self stands on the right.",
        "rsub: -self + other. rtruediv: other * self ** -1. pow: refuse what is no number, refuse a negative base with "
        "a fractional power, then Value(self.data ** other, (self,), ...)",
    ),
    keeps="Value",
)

trace = Exercise(
    "2.4",
    "Trace a graph",
    2,
    probe.trace,
    TRACE,
    hints=(
        "You stand at a Value. Which two things do you write down, and where do you go next?",
        "Visit the root. Visiting a Value: if it was met before, return. Else note it, note an edge from each input, "
        "and visit each input.",
        "def visit(v): if v in nodes: return; nodes.append(v); for i in v.inputs: edges.append((i, v)); visit(i)",
    ),
    seconds=2.0,
    keeps="trace",
)

hunt = Choice(
    "2.5",
    "Only zeros",
    1,
    {
        "A": "The gradients are right: no input moves L.",
        "B": "Nobody has called L.backward(): a grad is 0.0 from the start.",
        "C": "The graph is cut: L does not remember its inputs.",
        "D": "The gradients are too small to be seen in four decimals.",
        "E": "L.grad is 0, so L must be a constant.",
    },
    "B",
    {
        "A": (
            "L = d * f, so raising f by 1 raises L by d, which is 4 and not 0.",
            "ask who computes a gradient, and when.",
        ),
        "B": (
            "0.0 is what a Value starts with. backward has not run, so it says nothing about slopes yet; that is why "
            'the pictures of this course write "not yet" there.',
            "",
        ),
        "C": (
            "Then a, b, c, e, d and f could not have been found from L, and would not be in the list.",
            "ask who computes a gradient, and when.",
        ),
        "D": (
            "Raise f by 0.01 and L changes by 0.04: that is a slope of 4, which four decimals show well.",
            "ask who computes a gradient, and when.",
        ),
        "E": (
            "L is the output, and the derivative of L by itself is 1, even for a constant. Here it shows 0.",
            "ask who would have put that 1 there, and when.",
        ),
    },
    hints=(
        "Which line of the code computes a gradient?",
        "Look at L itself. Whatever L is, its own gradient must be 1. Who has not put it there?",
        "A Value is made with grad = 0.0, and it stays so until somebody asks for slopes.",
    ),
)

lesson = Lesson("02", "Expressions that remember", (first, reflected, rest, trace, hunt))
summary = lesson.summary
