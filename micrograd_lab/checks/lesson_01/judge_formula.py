"""1.3: the gradient of a function of three numbers, by formula."""

import random

from ..accident import odd
from ..candidates import Candidate, ModelJudge, of, rounded
from ..judge import Misconception
from .formula_slips import SLIPS, gradient
from .term_slips import slope_slips

LECTURE = {"a": 2.0, "b": 3.0, "c": 4.0}


def formula_cases(seed):
    """One slope a case, at the lecture's numbers and at two other places."""
    chance = random.Random(seed)
    others = ({name: round(chance.uniform(1.2, 4.5), 1) for name in "abc"} for _ in range(2))
    return tuple({"inputs": inputs, "name": name} for inputs in (LECTURE, *others) for name in "abc")


THREE = "three numbers: the slope by a, by b and by c"
MEASURE = "measure it: move {name} alone by 1e-6, and divide the change of f by 1e-6."
KNOWN = tuple(
    Misconception(name, lambda case, slip=slip: slip(**case["inputs"])[case["name"]], says, tries)
    for slip, name, says, tries in SLIPS
)


TYPED = next(known for known in KNOWN if known.name == "the lesson's numbers typed in")


def _is_near(case, result):
    return abs(result - _slope(case)) <= 1e-3 * abs(_slope(case))


def _otherwise(case, result):
    return odd(result, THREE, "return by_a, by_b, by_c.") or ("", MEASURE.format(name=case["name"]))


def _slope(case):
    return gradient(**case["inputs"])[case["name"]]


def _candidates(cases, results):
    yield from of(KNOWN, cases)
    for digits in range(2, 7):  # as they are printed
        yield Candidate(TYPED, tuple(round(TYPED.wrong(case), digits) for case in cases))
    if len({case["name"] for case in cases}) == 1:
        yield from slope_slips(cases)
    yield from rounded(cases, results, _slope)


GRADIENT = ModelJudge(
    formula_cases,
    expected=_slope,
    tells=lambda case: "The slope by {name}, at {numbers}".format(
        name=case["name"], numbers=", ".join(f"{n} = {x:g}" for n, x in case["inputs"].items())
    ),
    otherwise=_otherwise,
    tolerance=1e-11,  # slopes measured over a step agree to 1e-10 or so
    misconceptions=(
        Misconception(
            "measured, not by formula",
            None,
            "This is near, and not equal: a measured slope. Here the formula is asked for; measuring comes in 1.4.",
            "write down the slope of each term, by the two rules above.",
            seen=_is_near,
        ),
    ),
    candidates=_candidates,
    part=lambda case: case["name"],
)
