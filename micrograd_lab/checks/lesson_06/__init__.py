"""Lesson 6: trust, but verify. `from micrograd_lab.checks import lesson_06 as check`."""

from ..beside.number import Number
from ..exercise import Exercise
from ..summary import Lesson
from . import probe
from .judge_again import AGAIN
from .judge_gradcheck import GRADCHECK
from .judge_parity import PARITY
from .judge_probes import BREAK

__all__ = ["Number", "again", "engines", "gradcheck", "lesson", "parity", "summary"]
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

lesson = Lesson("06", "Trust, but verify", (gradcheck, engines, again, parity))
summary = lesson.summary
