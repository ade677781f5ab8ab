"""Lesson 6: trust, but verify. `from micrograd_lab.checks import lesson_06 as check`."""

from ..beside.number import Number
from ..exercise import Exercise
from ..practice import Practice
from ..summary import Lesson
from . import probe
from .judge_again import AGAIN
from .judge_gradcheck import GRADCHECK
from .judge_mended import MEND_CARELESS, MEND_GATE
from .judge_parity import PARITY
from .judge_practice import MEASURED, NEAR
from .judge_probes import BREAK
from .on_engines import faults, tested, wall

__all__ = [
    "Number",
    "again",
    "complete_measured",
    "complete_near",
    "engines",
    "faults",
    "gradcheck",
    "lesson",
    "mend_careless",
    "mend_gate",
    "parity",
    "summary",
    "tested",
    "wall",
]
ALLOWS = ("engine",)  # an answer may use it: here it is not what one builds

gradcheck = Exercise(
    "6.1",
    "gradcheck",
    3,
    probe.gradcheck,
    GRADCHECK,
    hints=(
        "What do you compare, and how large may the difference be when the gradient itself is a billion?",
        "For each input: move it alone, to both sides, by 1e-6. Divide the difference by the larger of the two.",
        "measured = (f(*up) - f(*down)) / (2 * h); size = max(abs(g), abs(measured)) or 1.0; "
        "abs(g - measured) / size <= tolerance",
    ),
    keeps="gradcheck",
)

engines = Exercise(
    "6.2",
    "Break the engine",
    4,
    probe.programs,
    BREAK,
    hints=(
        "Which operations do your probes use? Which values are used twice?",
        "Three kinds of mistakes: a wrong rule (use each operation once), = for += (a leaf twice, by different "
        "operations), and a wrong order (a result twice, the short road first in one probe and last in another).",
        "Seven are enough: a + a; t + t*c and t*c + t with t = a*b; a product of two results; three functions of a; "
        "relu on both sides of 0, with a negative factor; and a plain number on the left of - and of /.",
    ),
)

again = Exercise(
    "6.3",
    "backward, twice",
    2,
    probe.again,
    AGAIN,
    hints=(
        "Which values keep something from the first call, and which of them should?",
        "Leaves add up, so that several losses do. Values with inputs begin at 0 in each call.",
        "for v in topological(root): if v.inputs: v.grad = 0.0 - then root.grad = 1.0, then the sweep.",
    ),
)

parity = Exercise(
    "6.4",
    "The same as PyTorch",
    2,
    probe.parity,
    PARITY,
    hints=(
        "What does f need to be given, so that its result can send gradients back?",
        "One Value for each number, f of them, backward() on the result. Then plain numbers.",
        "inputs = [Value(x) for x in numbers]; y = f(*inputs); y.backward(); [y.data, *[v.grad for v in inputs]]",
    ),
)

complete_measured = Practice(
    "6.a",
    "Complete it: measured",
    probe.measured,
    MEASURED,
    hints=("up has moved one input up by h. What does the other copy do?", "down[i] -= h"),
    answer="down[i] -= h",
)

complete_near = Practice(
    "6.b",
    "Complete it: near",
    probe.near,
    NEAR,
    hints=(
        "What is small in billions, and what is small in millionths?",
        "The difference without its sign, divided by size.",
        "abs(claimed - slope) / size",
    ),
    answer="return abs(claimed - slope) / size <= tolerance",
)

mend_careless = Practice(
    "6.c",
    "Mend it: careless",
    probe.verdict,
    MEND_CARELESS,
    hints=(
        "Where do the copies stand when the loop comes to the second input?",
        "One line has to run once for each input, and runs once in all.",
        "move `up, down = list(xs), list(xs)` into the loop",
    ),
)

mend_gate = Practice(
    "6.d",
    "Mend it: relu_is_right",
    probe.gate,
    MEND_GATE,
    hints=(
        "At which numbers does a wrong rule come to what the right one gives?",
        "Choose numbers that are neither 0 nor 1, one on each side.",
    ),
)

lesson = Lesson("06", "Trust, but verify", (gradcheck, engines, again, parity))
summary = lesson.summary
