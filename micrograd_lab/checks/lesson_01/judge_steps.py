"""1.a to 1.d: what is completed and mended in lesson 1 itself, a line each."""

import math
import random
from itertools import combinations

from ..judge import Judge, Misconception
from .probe import function

LOSS = "(x - 1) ** 2 + 3"
OF_THREE = "w1 * w2 + 2 * b - w1"


def _numbers(seed, *ranges):
    chance = random.Random(seed)
    return [round(chance.uniform(*ends), 2) for ends in ranges]


def move_cases(seed):
    slope, nudge = _numbers(seed, (1.5, 9), (0.02, 0.3))
    return ({"slope": -0.6, "nudge": 0.1}, {"slope": slope, "nudge": nudge}, {"slope": slope, "nudge": -nudge})


def _simple(cases, expected, misconceptions, tells, tries):
    return Judge(cases, expected, misconceptions, tells=tells, otherwise=lambda case, found: ("", tries))


MOVE = _simple(
    move_cases,
    lambda case: case["slope"] * case["nudge"],
    (
        Misconception(
            "divided",
            lambda case: case["slope"] / case["nudge"],
            "You divided by the nudge. That is how a slope is found; here it is known, and a smaller nudge would move "
            "the loss more.",
            "ask how far it goes for a whole 1, and then for a tenth of it.",
        ),
        Misconception(
            "upside down",
            lambda case: case["nudge"] / case["slope"],
            "You divided the nudge by the slope, so that a steeper curve would move less.",
            "ask how far it goes for a whole 1, and then for a tenth of it.",
        ),
        Misconception(
            "added",
            lambda case: case["slope"] + case["nudge"],
            "You added the two. A slope of -0.6 with no nudge at all would then still move the loss.",
            "ask what a nudge of 0 should give.",
        ),
        Misconception(
            "the slope alone",
            lambda case: case["slope"],
            "That is how far it goes for a nudge of a whole 1.",
            "let the nudge count too.",
        ),
        Misconception(
            "the nudge alone",
            lambda case: case["nudge"],
            "That is how far the input moves. The output moves by the slope times as much.",
            "let the slope count too.",
        ),
        Misconception(
            "always downwards",
            lambda case: -abs(case["slope"] * case["nudge"]),
            "The size is right. But a slope above 0 lifts the loss, and a nudge to the left turns it round.",
            "leave the signs to the two numbers.",
        ),
    ),
    lambda case: "slope {slope:g}, nudge {nudge:g}".format(**case),
    "work it out for a nudge of 1 first, then for one of 0.1.",
)


def better_cases(seed):
    (far,) = _numbers(seed, (2.0, 5.0))
    return tuple({"f": LOSS, "of": "x", "x": x} for x in (0.0, 3.0, -far, far))


def _better(case):
    f = function(case["f"], case["of"])
    return str(f(case["x"] + 0.01) < f(case["x"]))


BETTER = _simple(
    better_cases,
    _better,
    (
        Misconception(
            "still uphill",
            lambda case: str(_better(case) == "False"),
            "It still says yes where the loss grows. A loss says how wrong the answers are, so the smaller one is "
            "better.",
            "ask which of the two losses you want, and turn the comparison.",
        ),
        Misconception(
            "always up",
            lambda case: "True",
            "It says yes everywhere.",
            "compare the loss at the two places, not the places.",
        ),
        Misconception(
            "never up",
            lambda case: "False",
            "It says no everywhere.",
            "compare the loss at the two places, not the places.",
        ),
        Misconception(
            "a number, not an answer",
            None,
            "It gives a number. Asked is yes or no, True or False, and a number that is not 0 counts as yes.",
            "compare two losses with < or >.",
            seen=lambda case, found: isinstance(found, (int, float)),
        ),
    ),
    lambda case: "a loss of {f} at x = {x:g}".format(**case),
    "print both losses, and say which you would rather have.",
)


def step_cases(seed):
    x, slope, lr = _numbers(seed, (-3, 3), (1.2, 5), (0.05, 0.4))
    return (
        {"x": 2.0, "slope": -3.0, "lr": 0.1},
        {"x": x, "slope": slope, "lr": lr},
        {"x": -x, "slope": -slope, "lr": lr},
    )


STEP = _simple(
    step_cases,
    lambda case: case["x"] - case["lr"] * case["slope"],
    (
        Misconception(
            "uphill",
            lambda case: case["x"] + case["lr"] * case["slope"],
            "You step uphill: with a slope above 0 the loss grows to the right, and that is where you go.",
            "turn the sign round.",
        ),
        Misconception(
            "not scaled",
            lambda case: case["x"] - case["slope"],
            "Your step is as long as the slope itself, whatever the rate says.",
            "multiply the slope by lr.",
        ),
        Misconception(
            "of one length",
            lambda case: case["x"] - case["lr"],
            "Your step is lr long, and always to the left.",
            "let the slope say which way, and how far.",
        ),
        Misconception(
            "divided",
            lambda case: case["x"] - case["slope"] / case["lr"],
            "You divided by the rate: the smaller it is, the longer your step.",
            "multiply the two.",
        ),
        Misconception(
            "added",
            lambda case: case["x"] - (case["lr"] + case["slope"]),
            "You added rate and slope. Where it is flat you would still go on.",
            "multiply the two.",
        ),
        Misconception(
            "against the place",
            lambda case: case["x"] - case["lr"] * case["x"],
            "You took a share of x off x. How far to go is said by the slope.",
            "multiply lr by the slope.",
        ),
    ),
    lambda case: "at x = {x:g}, slope {slope:g}, lr = {lr:g}".format(**case),
    "go through it with a slope of 0: a step should lead nowhere.",
)


def alone_cases(seed):
    w1, w2, b = _numbers(seed, (-3, 3), (2, 4), (-2, 2))
    places = ((-1.0, -1.0, 1.0), (w1, w2, b), (w1 + 1, -w2, b))
    return tuple(
        {"f": OF_THREE, "of": ("w1", "w2", "b"), **dict(zip(("w1", "w2", "b"), p, strict=True))} for p in places
    )


def _slope(case, *moved):
    h, f = 1e-4, function(case["f"], case["of"])
    here = [case[name] for name in case["of"]]
    there = [x + h * (name in moved) for name, x in zip(case["of"], here, strict=True)]
    return (f(*there) - f(*here)) / h


H = 1e-6  # the step that stands in the first line of the function


def _undivided(case, found):
    """Whether it is a change over that step, whichever numbers moved, and no slope."""
    slopes = (_slope(case, *moved) for many in (1, 2, 3) for moved in combinations(case["of"], many))
    return any(slope and math.isclose(found, H * slope, rel_tol=1e-3) for slope in slopes)


def _alone(*moved):
    return lambda case: _slope(case, *moved)


ALONE = Judge(
    alone_cases,
    _alone("w1"),
    (
        Misconception(
            "the change alone",
            None,
            "That is by how much the loss changed over the step, a millionth of 1. A slope is the change for each 1 of "
            "w1.",
            "put / h behind it again, and the difference in brackets.",
            seen=_undivided,
        ),
        Misconception(
            "all three still move",
            _alone("w1", "w2", "b"),
            "All three still move, so you get the sum of their slopes.",
            "add h to w1 alone.",
        ),
        *(
            Misconception(
                "another one moves",
                _alone(other),
                "Now {other} moves, and w1 stands still.".format(other=other),
                "add h to w1 alone.",
            )
            for other in ("w2", "b")
        ),
        *(
            Misconception(
                "two still move",
                _alone("w1", other),
                "One of the others still moves along with w1.",
                "add h to w1 alone.",
            )
            for other in ("w2", "b")
        ),
        Misconception(
            "nothing moves",
            lambda case: 0.0,
            "It gives 0: nothing moves any more, not even w1.",
            "add h to w1, and leave the others.",
        ),
    ),
    tells=lambda case: "a loss of {f} at w1 = {w1:g}, w2 = {w2:g}, b = {b:g}".format(**case),
    otherwise=lambda case, found: ("", "print both losses that you compare, and what differs between the two calls."),
    tolerance=1e-3,
)
