"""1.2: the slope of a function of one number, measured with a step to both sides."""

import random

from ..candidates import ModelJudge, of, rounded
from ..judge import Misconception
from .judge_slope import PARABOLA, at, backward, central, forward, near_zero, on, one_number, own_step
from .quotients import always, quotients


def central_cases(seed):
    chance = random.Random(seed)
    return (
        {"f": PARABOLA, "x": 3.0, "h": 0.5},
        {"f": "x**3 - 2 * x", "x": round(chance.uniform(1.2, 2.5), 2), "h": -0.25},
        {"f": "sin(3 * x)", "x": near_zero(chance), "h": round(chance.uniform(0.1, 0.2), 3)},
        {"f": "exp(x)", "x": round(chance.uniform(0.5, 1.5), 2), "h": 0.4},
    )


SLIPS = (
    Misconception(
        "divided by h",
        on(lambda f, x, h: (f(x + h) - f(x - h)) / h),
        "It is exactly twice too large. The two points are 2h apart.",
        "divide by 2 * h.",
    ),
    Misconception(
        "divided by 2, times h",
        on(lambda f, x, h: (f(x + h) - f(x - h)) / 2 * h),
        "`/ 2 * h` divides by 2 and then multiplies by h: Python goes from left to right.",
        "put 2 * h in brackets.",
    ),
    Misconception(
        "divided by 2 alone",
        on(lambda f, x, h: (f(x + h) - f(x - h)) / 2),
        "You divided by 2. The distance between the two points is 2h.",
        "divide by 2 * h.",
    ),
    Misconception(
        "the change alone",
        on(lambda f, x, h: f(x + h) - f(x - h)),
        "You have the change in output. It is still to be divided by the change in input.",
        "divide by 2 * h.",
    ),
    Misconception(
        "brackets left out",
        on(lambda f, x, h: f(x + h) - f(x - h) / (2 * h)),
        "Only f(x - h) is divided: a division comes before a minus.",
        "put f(x + h) - f(x - h) in brackets.",
    ),
    Misconception(
        "one step ahead",
        on(forward),
        "That is the slope from x to x + h, as in 1.1. Here one step goes to each side of x.",
        "put f(x - h) in the place of f(x), and divide by 2 * h.",
    ),
    Misconception(
        "one step back",
        on(backward),
        "That is the slope from x - h to x. Here one step goes to each side of x.",
        "start from f(x + h), and divide by 2 * h.",
    ),
    Misconception(
        "one step, divided by 2h",
        on(lambda f, x, h: (f(x + h) - f(x)) / (2 * h)),
        "From x to x + h is one h. You divided by two.",
        "put f(x - h) in the place of f(x).",
    ),
    Misconception(
        "added",
        on(lambda f, x, h: (f(x + h) + f(x - h)) / (2 * h)),
        "You added the two values. A change is a difference.",
        "write f(x + h) - f(x - h).",
    ),
    Misconception(
        "signs turned round",
        on(lambda f, x, h: (f(x - h) - f(x + h)) / (2 * h)),
        "The size is right, the sign is turned round: you took the right-hand value off the left-hand one.",
        "write f(x + h) - f(x - h).",
    ),
    Misconception(
        "half steps",
        on(lambda f, x, h: (f(x + h / 2) - f(x - h / 2)) / h),
        "You went half a step to each side. That is a good slope, but not the one over h to each side that is "
        "asked for.",
        "use x + h and x - h, and divide by 2 * h.",
    ),
    Misconception(
        "2h to each side",
        on(lambda f, x, h: (f(x + 2 * h) - f(x - 2 * h)) / (4 * h)),
        "You went 2h to each side. Asked is h to each side.",
        "use x + h and x - h, and divide by 2 * h.",
    ),
)
RIGHT = "(f(x + h) - f(x - h)) / (2 * h)"


def _candidates(cases, results):
    yield from always(cases, results)
    yield from of(SLIPS, cases)
    yield from own_step(cases, results)
    yield from rounded(cases, results, on(central))
    yield from quotients(cases, results, RIGHT)


CENTRAL = ModelJudge(
    central_cases,
    expected=on(central),
    tells=at,
    otherwise=one_number,
    candidates=_candidates,
)
