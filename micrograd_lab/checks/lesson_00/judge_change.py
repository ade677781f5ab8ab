"""0.3: by how much y = 2x + 1 changes."""

import random

from ..accident import odd
from ..candidates import ModelJudge, rounded
from ..judge import Misconception
from .readings import always, at, formulas, of, y


def change_cases(seed):
    chance = random.Random(seed)
    others = ((round(chance.uniform(-4, 4), 1), round(chance.uniform(0.2, 0.9), 2)), (2.5, -0.75))
    return tuple({"x": x, "by": by} for x, by in ((1.0, 3.0), *others))


SLIPS = (
    Misconception(
        "the new y",
        at(lambda x, by: y(x + by)),
        "That is the new y. Asked is by how much y has grown: the new y minus the old y.",
        "take off 2 * x + 1.",
    ),
    Misconception(
        "the old y",
        at(lambda x, by: y(x)),
        "That is the old y, before x has grown.",
        "compute y at x + by too, and take the old one off.",
    ),
    Misconception(
        "x's own change",
        at(lambda x, by: by),
        "That is by how much x grows. y grows twice as fast: 2 * (x + by) doubles `by` too.",
        "compute the new y minus the old y, with a line for each.",
    ),
    Misconception(
        "the slope alone",
        at(lambda x, by: 2.0),
        "2 is by how much y grows when x grows by 1. Here x grows by `by`.",
        "multiply 2 by how much x grows.",
    ),
    Misconception(
        "1 added to the change",
        at(lambda x, by: 2 * by + 1),
        "It is 1 too large. The 1 is in the old y and in the new y, so it falls out of the change.",
        "write new - old, with a line for each.",
    ),
    Misconception(
        "brackets left out",
        at(lambda x, by: 2 * (x + by) + 1 - 2 * x + 1),
        "Brackets are missing: `- 2 * x + 1` takes off 2x and then adds 1 once more.",
        "write new - old, with a line for each; or - (2 * x + 1).",
    ),
    Misconception(
        "sign left out",
        at(lambda x, by: abs(2 * by)),
        "Where x falls, y falls: the change is below 0 there.",
        "leave out abs().",
    ),
    Misconception(
        "old minus new",
        at(lambda x, by: -2 * by),
        "The size is right, the sign is turned round: you took the new y off the old one.",
        "compute new - old.",
    ),
    Misconception(
        "x for the change",
        at(lambda x, by: 2 * x),
        "That is 2 times x, where x stands. Asked is what `by` adds.",
        "compute y at x + by, and take off y at x.",
    ),
)
SUMS = {"x": (-4, -3, -2, -1, 0, 1, 2, 3, 4), "by": (-4, -3, -2, -1, 0, 0.5, 1, 2, 3, 4), "": range(-3, 4)}
OTHERS = {
    "the new y divided by the old y": lambda x, by: y(x + by) / y(x),
    "the change divided by x": lambda x, by: 2 * by / x,
    "the new y divided by `by`": lambda x, by: y(x + by) / by,
    "2 * x * by": lambda x, by: 2 * x * by,
    "2 * x * by + 1": lambda x, by: 2 * x * by + 1,
    "(2x + 1) * by": lambda x, by: y(x) * by,
    "by²": lambda x, by: by**2,
    "2 * by²": lambda x, by: 2 * by**2,
    "2 / by": lambda x, by: 2 / by,
}
BOTH = "print the old y and the new y, then what you return."


def _candidates(cases, results):
    if any(r != 2 for r in results):
        yield from always(cases, results)
    yield from of(SLIPS, cases)
    yield from formulas(cases, SUMS, OTHERS)
    yield from rounded(cases, results, at(lambda x, by: 2 * by))


CHANGE = ModelJudge(
    change_cases,
    expected=at(lambda x, by: 2 * by),
    otherwise=lambda case, result: odd(result, "one number: by how much y grows", "return new - old.") or ("", BOTH),
    candidates=_candidates,
)
