"""Lesson 2: numbers that remember. `from micrograd_lab.checks import lesson_02 as check`."""

from ..choice import Choice
from ..exercise import Exercise
from ..practice import Practice
from ..summary import Lesson
from . import probe
from .judge_first import FIRST_OPS
from .judge_made import QUOTIENT, SIZE
from .judge_reflected import REFLECTED_OPS
from .judge_rest import REST_OPS
from .judge_trace import TRACE
from .judge_walks import CARRY, COUNT

__all__ = ["first", "hunt", "lesson", "reflected", "rest", "summary", "trace"]
__all__ += ["complete_carry", "complete_size", "mend_count", "mend_quotient"]

first = Exercise(
    "2.1",
    "+ and *",
    2,
    probe.result,
    FIRST_OPS,
    hints=(
        "What must the result of a + b know, besides its number?",
        "Make a Value of what is none. Then make a new one: of the number, of both inputs in a tuple, of the sign.",
        "other = other if isinstance(other, Value) else Value(other); "
        'return Value(self.data + other.data, (self, other), "+")',
    ),
    keeps="Value",
)

reflected = Exercise(
    "2.2",
    "A number on the left",
    1,
    probe.result,
    REFLECTED_OPS,
    hints=(
        "In 3 + a, which of the two is self, and which is other?",
        "The order of a sum does not matter: let the + that you have do the work.",
        "return self + other",
    ),
    keeps="Value",
)

rest = Exercise(
    "2.3",
    "The whole set",
    1,
    probe.result,
    REST_OPS,
    hints=(
        "Which of these can be said in terms of + and * and **?",
        "-a is a * -1. a - b is a + (-b). a / b is a * b ** -1. Only ** makes a Value of its own, of one input.",
        "negative: self * -1. subtract: self + -other. divide: self * other ** -1. power: refuse a Value, then "
        "Value(self.data ** other, (self,), f'**{other}')",
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
        "B": "Nobody has worked them out yet: 0.0 is what a grad begins with.",
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
            "0.0 is what a Value starts with. Nobody has asked for slopes, so it says nothing of them yet, and the "
            "pictures of this course leave it out until somebody does.",
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

complete_size = Practice(
    "2.a",
    "Complete it: a Number's size",
    probe.made,
    SIZE,
    hints=(
        "From how many Numbers is a size made, and what did the minus above hand over in this place?",
        "A tuple of one thing needs its comma.",
    ),
    answer='return Number(abs(self.data), (self,), "abs")',
)

mend_quotient = Practice(
    "2.b",
    "Mend it: a quotient",
    probe.made,
    QUOTIENT,
    hints=("Which of the two stands left of the sign, and which does the record name first?",),
    answer='return Number(self.data / other.data, (self, other), "/")',
)

mend_count = Practice(
    "2.c",
    "Mend it: counting boxes",
    probe.counted,
    COUNT,
    hints=(
        "How often does the walk come to k, and what could it look into before it goes there?",
        "Go on to an input only if it is not in met yet.",
    ),
    answer="    for i in v.inputs:\n        if i not in met:\n            boxes(i, met)",
)

complete_carry = Practice(
    "2.d",
    "Complete it: one nudge, carried",
    probe.carried,
    CARRY,
    hints=("b grows by 1, and a stays. By how much does a * b grow?",),
    answer="product_moves = nudge * a",
)

lesson = Lesson("02", "Numbers that remember", (first, reflected, rest, trace, hunt))
summary = lesson.summary
