"""Lesson 1: slopes. `from micrograd_lab.checks import lesson_01 as check`."""

from ..exercise import Exercise
from ..practice import Practice
from ..summary import Lesson
from . import probe
from .judge_central import CENTRAL
from .judge_descend import DESCEND
from .judge_formula import GRADIENT
from .judge_order import ORDER
from .judge_partials import PARTIALS
from .judge_slope import SLOPE
from .judge_steps import ALONE, BETTER, MOVE, STEP

__all__ = ["central", "descend", "gradient", "lesson", "order", "partials", "slope", "summary"]
__all__ += ["complete_move", "complete_step", "mend_alone", "mend_better"]
ALLOWS = ("engine",)  # an answer may use it: here it is not what one builds

slope = Exercise(
    "1.1",
    "A slope",
    2,
    probe.measured,
    SLOPE,
    hints=(
        "By how much does f change when x grows by h? And by how much for each 1 of x?",
        "The new value minus the old value, divided by the length of the step.",
        "return (f(x + h) - f(x)) / h",
    ),
)

central = Exercise(
    "1.2",
    "A step to both sides",
    1,
    probe.measured,
    CENTRAL,
    hints=(
        "Which two points does it compare, and how far apart are they?",
        "f at x + h minus f at x - h, divided by the distance between the two.",
        "return (f(x + h) - f(x - h)) / (2 * h)",
    ),
)

gradient = Exercise(
    "1.3",
    "A gradient by formula",
    2,
    probe.partial,
    GRADIENT,
    hints=(
        "In which term of f does a stand? What do the others do when only a moves?",
        "x**k has the slope k * x**(k - 1). A number before it stays before it, and so does a minus.",
        "by a: 3 * 2 * a; by b: -3 * b**2; by c: 1/c is c**-1, so -1 / c**2.",
    ),
)

partials = Exercise(
    "1.4",
    "A gradient by measuring",
    2,
    probe.partials,
    PARTIALS,
    hints=(
        "To find the slope by one input, what must the other inputs do?",
        "For each n: a copy of xs in which xs[n] alone is h larger, and one in which it is h smaller.",
        "for n in range(len(xs)): up, down = list(xs), list(xs); up[n] += h; down[n] -= h; "
        "append (f(*up) - f(*down)) / (2 * h)",
    ),
)

order = Exercise(
    "1.5",
    "Five slopes in order",
    1,
    probe.letters,
    ORDER,
    hints=(
        "Which way does the curve lean at each point: down, up, or hardly at all?",
        "Falling comes first, the steepest fall at the very start. Then nearly flat, then rising.",
        "Measure: sort the letters by slope(f, x, 1e-6), with your own slope of 1.1.",
    ),
)

descend = Exercise(
    "1.6",
    "Downhill",
    2,
    probe.descended,
    DESCEND,
    hints=(
        "Where do you have to stand to know the slope of the next step?",
        "As often as steps says: measure the slope where you stand, and take lr times that off x.",
        "for _ in range(steps): x = x - lr * central(f, x, 1e-6); and below the loop, return x",
    ),
)

complete_move = Practice(
    "1.a",
    "Complete it: how far it moves",
    probe.told,
    MOVE,
    hints=("For a nudge of a whole 1 it moves by the slope. And for a nudge of a tenth?",),
    answer="return slope * nudge",
)

mend_better = Practice(
    "1.b",
    "Mend it: a step without a slope",
    probe.told,
    BETTER,
    hints=("Which of two losses would you rather have?",),
    answer="return f(x + 0.01) < f(x)",
)

complete_step = Practice(
    "1.c",
    "Complete it: a step downhill",
    probe.told,
    STEP,
    hints=("What should a step do where the slope is 0? And which way, where it is above 0?",),
    answer="return x - lr * slope",
)

mend_alone = Practice(
    "1.d",
    "Mend it: a number that hardly matters",
    probe.told,
    ALONE,
    hints=("Which of the three numbers differ between the two calls?",),
    answer="return (f(w1 + h, w2, b) - f(w1, w2, b)) / h",
)

lesson = Lesson("01", "Slopes", (slope, central, gradient, partials, order, descend))
summary = lesson.summary
