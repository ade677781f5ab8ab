"""The lesson's example: the double."""

from ..accident import odd
from ..judge import Judge, Misconception
from .readings import at

CALL = "call your function with this x in a cell of its own."

DOUBLE = Judge(
    cases=lambda seed: ({"x": 2}, {"x": 5}, {"x": -1.5}),
    expected=at(lambda x: 2 * x),
    otherwise=lambda case, result: odd(result, "one number", "return 2 * x.") or ("", CALL),
    misconceptions=(
        Misconception(
            "2 added",
            at(lambda x: x + 2),
            "You added 2. That is the double at x = 2 alone.",
            "write a star for times.",
        ),
        Misconception(
            "squared",
            at(lambda x: x**2),
            "You multiplied x by itself. That is the double at x = 2 alone.",
            "write 2 * x, with one star.",
        ),
    ),
)
