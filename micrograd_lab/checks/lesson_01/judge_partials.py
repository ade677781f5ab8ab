"""1.4: the slopes of a function of several numbers, measured one input at a time."""

import random

from ..accident import odd
from ..candidates import Candidate, ModelJudge, rounded
from ..judge import Misconception, in_words, same
from .partial_models import own_steps, partial_slips
from .probe import function

COLAB = "-(a**3) + sin(3 * b) - 1 / c + b**2.5 - a**0.5"


def partials_cases(seed):
    chance = random.Random(seed)

    def some(low=1.2, high=2.8):
        return round(chance.uniform(low, high), 2)

    return (
        {"f": COLAB, "xs": [2.0, 3.0, 4.0], "h": 1e-6},
        {"f": "a * b", "xs": [some(), -some(3, 5)], "h": 1e-6},
        {"f": "a**2", "xs": [some()], "h": 1e-6},
        {"f": "a * b**2 + c", "xs": [*[some()] * 2, -some()], "h": 1e-6},  # two that are equal
        {"f": "a * b + sin(c) * d", "xs": [some(), some(3, 5), some(-0.5, 0.5), some(6, 8)], "h": 1e-6},
    )


def slopes(case):
    """To both sides, one input at a time."""
    xs, h = case["xs"], case["h"]
    f = function(case["f"], "abcd"[: len(xs)])
    return [(f(*_moved(xs, n, h)) - f(*_moved(xs, n, -h))) / (2 * h) for n in range(len(xs))]


def _moved(xs, n, h):
    return [x + h * (i == n) for i, x in enumerate(xs)]


def _too_few_for_f(case, result):
    """f refuses; where it has one input, it may take the number, or fail on a list."""
    return len(case["xs"]) == 1 or (result["error"] == "TypeError" and "f takes" in result["says"])


def _right(case, result):
    return result["changed"] is False and same(result["partials"], slopes(case), 1e-4)


DIFFERS = "The slope by {name} is {right:.6g} there; yours is {own:.6g}."
OTHER_MANY = "f has {wanted} inputs here; you gave {slopes}."
A_LIST = "a list: one slope for each input"
COLLECT = "collect the slopes in a list."
LEFT_MOVED = Misconception(
    "xs left moved",
    None,
    "The slopes are right, but xs is not what it was: whoever called your function has other numbers now.",
    "work on a copy, list(xs), or put the old number back. A second name, ys = xs, is no copy.",
)
ONE_LIST = Misconception(
    "one list under two names",
    None,
    "All slopes are 0, and xs itself has moved: both calls of f got the same list. A second name, ys = xs, is no copy.",
    "move a number in a copy, up = list(xs), and compare f(*up) with f(*xs).",
)
ONE_THING = Misconception(
    "f called with one thing",
    None,
    "f wants all its inputs, also those that stay.",
    "make a list in which one input has moved, and hand over its numbers with a star: f(*up).",
    seen=_too_few_for_f,
)


def _shape(case, result):
    found, wanted = result["partials"], len(case["xs"])
    if found is None:
        return "It gave None.", "is a `return` missing?"
    if not isinstance(found, list):
        return odd({"shape": "one number"} if isinstance(found, (int, float)) else found, A_LIST, COLLECT)
    if len(found) != wanted:
        many = "1 slope" if len(found) == 1 else "{many} slopes".format(many=len(found))
        return OTHER_MANY.format(wanted=wanted, slopes=many), "go through all of xs: for n in range(len(xs))."
    return odd(found, "one number for each input", "print what you append.") or (_differs(case, found), PRINT)


def _differs(case, found):
    """Where: the first slope that is not right, and the right one."""
    right = slopes(case)
    wrong = [n for n, own in enumerate(found) if not same(own, right[n], 1e-4)]
    return DIFFERS.format(name="abcd"[wrong[0]], right=right[wrong[0]], own=found[wrong[0]]) if wrong else ""


PRINT = "print, for each input, the list of numbers that you call f with."


def _candidates(cases, results):
    if any(r["changed"] for r in results):
        yield Candidate(LEFT_MOVED, tuple({"partials": slopes(c), "changed": True} for c in cases), 1)
        yield Candidate(ONE_LIST, tuple({"partials": [0.0] * len(c["xs"]), "changed": True} for c in cases), 1)
    yield from partial_slips(cases, results)
    yield from own_steps(cases, results)
    yield from rounded(cases, results, lambda case: {"partials": slopes(case), "changed": False})


PARTIALS = ModelJudge(
    partials_cases,
    expected=lambda case: {"partials": slopes(case), "changed": False},
    accepts=_right,
    tells=lambda case: "f = {f}, xs = {xs}".format(f=case["f"], xs=in_words(case["xs"])),
    shows=lambda result: in_words(result["partials"]),
    otherwise=_shape,
    tolerance=1e-4,
    candidates=_candidates,
    misconceptions=(ONE_THING,),
)
