"""Lesson 3: backpropagation by hand. `from micrograd_lab.checks import lesson_03 as check`."""

from ..exercise import Exercise
from ..summary import Lesson
from . import probe
from .judge_hand import HAND
from .judge_neuron import TANH_NEURON
from .judge_roads import ROADS
from .judge_step import STEP

__all__ = ["hand", "lesson", "neuron", "roads", "step", "summary"]
ALLOWS = ("engine",)  # an answer may use it: here it is not what one builds

hand = Exercise(
    "3.1",
    "Six gradients",
    3,
    probe.entry,
    HAND,
    hints=(
        "Which value is L made from directly, and by which operation? What does that operation do to a small change?",
        "Walk back from L. At each arrow: the user's gradient, times the local derivative written on the arrow.",
        "d gets f, f gets d. The + hands d's gradient on to e and c. a gets b times e's gradient, b gets a times it.",
    ),
)

neuron = Exercise(
    "3.2",
    "A neuron",
    3,
    probe.by_names,
    TANH_NEURON,
    hints=(
        "Which operation is the last one on the way to o, and what is its local derivative made of?",
        "n gets 1 - o². The sums hand that on unchanged. Each product multiplies it by the other factor.",
        "o = math.tanh(x1 * w1 + x2 * w2 + b); n = 1 - o * o; the gradient of w1 is x1 * n, that of b is n.",
    ),
)

step = Exercise(
    "3.3",
    "A step uphill",
    2,
    probe.single,
    STEP,
    hints=(
        "If a's gradient is positive and L shall rise, which way must a move?",
        "First all four gradients, at the old numbers. Then move all four. Then compute L again.",
        "With up = h * f: L is ((a + up * b) * (b + up * a) + c + up) * (f + h * (a * b + c)).",
    ),
)

roads = Exercise(
    "3.4",
    "Two roads",
    2,
    probe.in_order,
    ROADS,
    hints=(
        "Put a finger on the output. On how many ways can you walk back to a?",
        "Each road: multiply along it. Then add what the roads bring.",
        "a gets b * (a + b) over the product, and 1 * (a * b) over the sum.",
    ),
)

lesson = Lesson("03", "Backprop by hand", (hand, neuron, step, roads))
summary = lesson.summary
