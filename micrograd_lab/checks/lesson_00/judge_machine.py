"""0.2: y = 2x + 1 as a function."""

import math
import random

from ..accident import odd
from ..candidates import ModelJudge
from ..judge import Misconception
from .readings import READINGS, always, at, formulas, in_quotes, of, y


def machine_cases(seed):
    chance = random.Random(seed)
    # Where what is cut off and what is rounded differ, and where what is cut off and what is rounded down do.
    others = (chance.randint(2, 9) + chance.choice((0.3, 0.4)), -chance.randint(1, 5) - chance.choice((0.1, 0.2)))
    return tuple({"x": x} for x in (6, 0, *others))


CUT_OFF = (
    "whole numbers only",
    "It cuts off what stands behind the point.",
    "leave out int() and //.",
)
BY_THE_LESSON = Misconception(
    "always the same",
    lambda case: y(6),
    "It gives 13, whatever x is. That was the answer for one x.",
    "let x stand in the line: 2 * x + 1.",
)
WHOLE = (
    Misconception(CUT_OFF[0], lambda case: int(y(**case)), *CUT_OFF[1:]),
    Misconception(CUT_OFF[0], lambda case: math.floor(y(**case)), *CUT_OFF[1:]),
    Misconception(CUT_OFF[0], lambda case: 2 * int(case["x"]) + 1, *CUT_OFF[1:]),
    Misconception(
        "rounded",
        lambda case: round(y(**case)),
        "It rounds. Numbers with a point are numbers like others here.",
        "leave out round().",
    ),
)
SUMS = {"x": (-3, -2, -1, -0.5, 0.5, 1, 2, 3, 4), "": range(-4, 5)}
OTHERS = {
    "2x² + 1": lambda x: 2 * x**2 + 1,
    "x²": lambda x: x**2,
    "(2x)² + 1": lambda x: (2 * x) ** 2 + 1,
    "(x + 1)²": lambda x: (x + 1) ** 2,
    "(2x + 1)²": lambda x: (2 * x + 1) ** 2,
    "2**(x + 1)": lambda x: 2 ** (x + 1),
    "2**x": lambda x: 2**x,
    "x(x + 1)": lambda x: x * (x + 1),
    "the size of 2x + 1, without its sign": lambda x: abs(2 * x + 1),
    "2x + 1, where x has lost its sign": lambda x: 2 * abs(x) + 1,
}


def _candidates(cases, results):
    yield from in_quotes(cases, results)
    if any(r != y(6) for r in results):
        yield from always(cases, results)
    yield from of((*READINGS, BY_THE_LESSON, *WHOLE), cases)
    yield from formulas(cases, SUMS, OTHERS)


MACHINE = ModelJudge(
    machine_cases,
    expected=at(y),
    otherwise=lambda case, result: (
        odd(result, "one number", "return 2 * x + 1.") or ("", "call your function with this x in a cell of its own.")
    ),
    candidates=_candidates,
)
