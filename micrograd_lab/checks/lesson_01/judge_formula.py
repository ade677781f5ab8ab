"""1.3: the gradient of a function of three numbers, by formula."""

import random
from math import log

from ..accident import odd
from ..candidates import Candidate, ModelJudge, of, rounded
from ..judge import Misconception
from .term_slips import slope_slips


def f(a, b, c):
    return 3 * a**2 - b**3 + 1 / c


def gradient(a, b, c):
    """The slopes of f by a, b and c."""
    return {"a": 6 * a, "b": -3 * b**2, "c": -1 / c**2}


def _one(name, slip):
    """A slip in one of the three slopes."""
    return lambda a, b, c: gradient(a, b, c) | {name: slip({"a": a, "b": b, "c": c}[name])}


def _terms(a, b, c):
    return {"a": 3 * a**2, "b": -(b**3), "c": 1 / c}


def _others(a, b, c):
    """Of each input the terms in which it does not stand."""
    return {name: f(a, b, c) - own for name, own in _terms(a, b, c).items()}


POWER = "take 1/c as c**-1, bring the exponent down as a factor, and lower it by one."
SLIPS = (
    (
        _one("a", lambda a: 2 * a),
        "the 3 lost",
        "The 3 before a**2 is lost. A curve that is three times as high rises three times as fast.",
        "multiply the slope of a**2 by 3.",
    ),
    (
        _one("a", lambda a: 3 * a),
        "factor 2 missing",
        "The exponent of a**2 has been lowered, but not brought down as a factor.",
        "write 3 * 2 * a.",
    ),
    (
        _one("a", lambda a: 6 * a**2),
        "exponent of a**2 not lowered",
        "You brought 2 down and left the exponent as it was. It becomes 1.",
        "write 3 * 2 * a.",
    ),
    (
        _one("a", lambda a: 5 * a),
        "added in place of multiplied",
        "You added the 3 and the 2. The exponent comes down as a factor.",
        "write 3 * 2 * a.",
    ),
    (
        _one("a", lambda a: -6 * a),
        "sign of 3 * a**2",
        "A minus has come in: 3 * a**2 rises when a, above 0, grows.",
        "leave the minus out.",
    ),
    (
        _one("b", lambda b: 3 * b**2),
        "sign of -b**3",
        "The minus before b**3 is lost: that term falls when b grows.",
        "write -3 * b**2.",
    ),
    (
        _one("b", lambda b: -(b**2)),
        "factor 3 missing",
        "The exponent of b**3 has been lowered, but not brought down as a factor.",
        "write -3 * b**2.",
    ),
    (
        _one("b", lambda b: -3 * b**3),
        "exponent of b**3 not lowered",
        "You brought 3 down and left the exponent as it was. It becomes 2.",
        "write -3 * b**2.",
    ),
    (
        _one("c", lambda c: 1 / c**2),
        "sign of 1/c",
        "The slope of 1/c is -1/c²: when c grows, 1/c falls.",
        "put a minus before it.",
    ),
    (
        _one("c", lambda c: -1 / c),
        "exponent of 1/c not lowered",
        "1/c is c**-1. Lowering the exponent by one gives c**-2, not c**-1.",
        "write -1 / c**2.",
    ),
    (
        _one("c", lambda c: log(c)),
        "integrated",
        "That is a function whose slope is 1/c. You went the other way.",
        POWER,
    ),
    (
        _one("c", lambda c: -log(c)),
        "the slope of log, backwards",
        "The slope of log(c) is 1/c. That does not make log the slope of 1/c.",
        POWER,
    ),
    (
        _one("c", lambda c: -(c**2)),
        "1/c² without its bar",
        "The exponent of c**-1 becomes -2: one lower than -1, not one higher, and still below the bar.",
        "write -1 / c**2.",
    ),
    (
        _one("c", lambda c: -1.0),
        "exponent gone",
        "The exponent of c**-1 becomes -2, not 0: lower it by one.",
        "write -1 / c**2.",
    ),
    (
        _one("c", lambda c: 1.0),
        "slope below the bar",
        "You replaced c by its slope, 1, below the bar. The slope of a fraction is not made so.",
        POWER,
    ),
    (
        _terms,
        "terms, not slopes",
        "These are the terms of f in which this number stands. Asked is how fast they change.",
        "take the slope of each term.",
    ),
    (
        lambda a, b, c: {name: -slope for name, slope in gradient(a, b, c).items()},
        "all signs turned round",
        "The sizes are right, all signs are turned round.",
        "ask of one term whether it rises or falls when its input grows.",
    ),
    (
        lambda a, b, c: dict.fromkeys("abc", sum(gradient(a, b, c).values())),
        "all three at once",
        "That is the sum of all three slopes: how f changes when a, b and c grow together. Each has a slope of its "
        "own.",
        "for each input, take the terms in which it stands, and no others.",
    ),
    (
        lambda a, b, c: dict.fromkeys("abc", f(a, b, c)),
        "the value, not the slope",
        "That is f itself. A slope says how fast f changes with one of its inputs.",
        "take the slope of each term.",
    ),
    *(
        (
            lambda a, b, c, order=order: dict(zip("abc", map(gradient(a, b, c).get, order), strict=True)),
            "order turned round",
            "The slopes are right, and in the wrong order.",
            "return the slope by a first, then by b, then by c.",
        )
        for order in ("cba", "bac", "acb", "cab", "bca")
    ),
    (
        lambda a, b, c: gradient(2.0, 3.0, 4.0),
        "the lesson's numbers typed in",
        "It is right for the numbers of the text. The check tries others too.",
        "write formulas, made of a, b and c.",
    ),
    (
        lambda a, b, c: {name: slope + _others(a, b, c)[name] for name, slope in gradient(a, b, c).items()},
        "the other terms kept",
        "The terms in which this number does not stand are still there. They hold still, so that their slope is 0.",
        "leave them out.",
    ),
    (
        lambda a, b, c: dict.fromkeys("abc", 0.0),
        "all zero",
        "A slope of 0 says that f does not move with this number. Here it does.",
        "take the terms in which it stands, and find the slope of each.",
    ),
)


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
