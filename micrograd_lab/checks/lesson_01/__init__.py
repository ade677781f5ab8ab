"""Lesson 1: slopes. `from micrograd_lab.checks import lesson_01 as check`."""

from ..exercise import Exercise
from ..summary import Lesson
from . import probe
from .judge_central import CENTRAL
from .judge_formula import GRADIENT
from .judge_order import ORDER
from .judge_partials import PARTIALS
from .judge_slope import SLOPE

__all__ = ["central", "gradient", "lesson", "order", "partials", "slope", "summary"]
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
    3,
    probe.partial,
    GRADIENT,
    hints=(
        "In which terms of f does a stand? What do the others do when only a moves?",
        "x**k has the slope k * x**(k - 1). sin has the slope cos, times how fast its inside grows. A minus stays.",
        "by a: -3 * a**2 - 0.5 * a**-0.5; by b: 3 * cos(3 * b) + 2.5 * b**1.5; by c: -1/c is -(c**-1), so +1 / c**2.",
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

lesson = Lesson("01", "Slopes", (slope, central, gradient, partials, order))
summary = lesson.summary
