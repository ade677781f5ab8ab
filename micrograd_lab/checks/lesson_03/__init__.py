"""Lesson 3: backpropagation by hand. `from micrograd_lab.checks import lesson_03 as check`."""

from ..exercise import Exercise
from ..practice import Practice
from ..summary import Lesson
from . import practices, probe
from .judge_hand import HAND
from .judge_neuron import TANH_NEURON
from .judge_roads import ROADS
from .judge_step import STEP

__all__ = ["complete_relu", "complete_times", "hand", "lesson", "mend_roads", "mend_tanh", "neuron", "roads", "step"]
__all__ += ["summary"]
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
    "A step of all leaves",
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

complete_times = Practice(
    "3.a",
    "Complete it: a product",
    probe.in_order,
    practices.TIMES,
    hints=(
        "When b grows by 1, by how much does a * b grow?",
        "A * swaps: b gets the other input, times what has arrived.",
        "return b * arrived, a * arrived",
    ),
)

complete_relu = Practice(
    "3.b",
    "Complete it: a relu",
    probe.single,
    practices.RELU,
    hints=(
        "The gate is open. When x grows by 1, by how much does the output grow?",
        "By 1, so what has arrived is multiplied by 1.",
        "return arrived if x > 0 else 0.0",
    ),
)

mend_tanh = Practice(
    "3.c",
    "Mend it: tanh",
    probe.single,
    practices.TANH,
    hints=(
        "What is the local derivative of tanh made of: of what goes in, or of what comes out?",
        "n goes in. What comes out is math.tanh(n).",
        "y = math.tanh(n), and then return (1 - y**2) * arrived.",
    ),
)

mend_roads = Practice(
    "3.d",
    "Mend it: two roads",
    probe.single,
    practices.ROADS,
    hints=(
        "What does a_grad hold after the first of the two lines, and what after the second?",
        "The second line should leave what the first has found.",
        "a_grad += a",
    ),
)
