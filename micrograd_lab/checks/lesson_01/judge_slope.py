"""1.1: the slope of a function of one number, measured with a step ahead."""

import math
import random

from ..accident import odd
from ..candidates import Candidate, ModelJudge, of, rounded, run
from ..judge import Misconception
from .probe import function
from .quotients import always, quotients

PARABOLA = "3 * x**2 - 4 * x + 5"
# Steps that someone takes instead of h: many floats long, a few, and none.
SOME, FEW_FLOATS, NONE = (
    [n * 10.0**-power for power in powers for n in (1, 2, 3, 4, 5, 8)]
    for powers in (range(12), (12, 13, 14, 15), (16, 17, 18, 20))
)


def near_zero(chance):
    """So near that a step of 1e-17 still moves it: who takes one gives other numbers than who does not move at all."""
    return chance.choice((-1, 1)) * round(chance.uniform(0.01, 0.03), 3)


def slope_cases(seed):
    chance = random.Random(seed)
    return (
        {"f": PARABOLA, "x": 3.0, "h": 0.5},
        {"f": "x**3 - 2 * x", "x": round(chance.uniform(1.2, 2.5), 2), "h": -0.25},
        {"f": "sin(3 * x)", "x": near_zero(chance), "h": round(chance.uniform(0.05, 0.1), 3)},
        {"f": PARABOLA, "x": -round(chance.uniform(0.5, 2.0), 2), "h": 0.001},
    )


def at(case):
    return f"f(x) = {case['f']}, x = {case['x']:g}, h = {case['h']:g}"


def on(slip):
    """A wrong implementation, of f, x and h."""
    return lambda case: slip(function(case["f"], "x"), case["x"], case["h"])


def forward(f, x, h):
    return (f(x + h) - f(x)) / h


def backward(f, x, h):
    return (f(x) - f(x - h)) / h


def central(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


OWN_STEPS = (
    (
        NONE,
        "a step too small for floats",
        "With a step this small x + h is x again in places. Next to 3 the floats stand 4.4e-16 apart: what is less "
        "than half of that gap does not move it, and f does not change.",
        "take the h that the function is given.",
    ),
    (
        FEW_FLOATS,
        "a step of a few floats",
        "You took a tiny h of your own, not the h that is given. With 1e-15, x + h is only about two float steps away "
        "from 3, and the difference is mostly rounding.",
        "take the h that the function is given.",
    ),
    (
        SOME,
        "a step of one's own",
        "That is the slope over a step of one's own, which does not depend on the h that is given. Asked is the slope "
        "measured over this h.",
        "use h, the third argument, in both places.",
    ),
)
NEARLY_TRUE = Misconception(
    OWN_STEPS[2][1],
    None,
    "That is nearly the true slope, and does not depend on the h that is given. Asked is the slope measured over this "
    "h.",
    OWN_STEPS[2][3],
)


def own_step(cases, results):
    """The Candidates of a step that is not the h of the case, or of a slope that is the true one, h or no h."""
    for steps, name, says, tries in OWN_STEPS:
        known = Misconception(name, None, says, tries)
        for step in steps:
            for way in (forward, central, backward):
                found = run(on(lambda f, x, h, step=step, way=way: way(f, x, step)), cases)
                if any(found):  # who gives 0 everywhere may have moved by nothing at all
                    yield Candidate(known, found)
    true = run(on(lambda f, x, h: central(f, x, 1e-5)), cases)
    if all(math.isclose(r, t, rel_tol=2e-5) for r, t in zip(results, true, strict=True)):
        yield Candidate(NEARLY_TRUE, tuple(results), 1.5)


ONE_NUMBER = "one number: the slope"
PRINT = "print f(x + h), f(x), their difference and h for this case."


def one_number(case, result):
    return odd(result, ONE_NUMBER, "return change_of_output / h.") or ("", PRINT)


SLIPS = (
    Misconception(
        "the change alone",
        on(lambda f, x, h: f(x + h) - f(x)),
        "You have the change in output. A slope is by how much the output grows for each 1 of input.",
        "divide by the change in input, h.",
    ),
    Misconception(
        "multiplied by h",
        on(lambda f, x, h: (f(x + h) - f(x)) * h),
        "You multiplied the change by h. A smaller step then makes it smaller twice.",
        "divide by h.",
    ),
    Misconception(
        "upside down",
        on(lambda f, x, h: h / (f(x + h) - f(x))),
        "That is change of input over change of output: the slope upside down.",
        "divide the change of f by h.",
    ),
    Misconception(
        "size of h alone",
        on(lambda f, x, h: (f(x + h) - f(x)) / abs(h)),
        "With h below 0 your sign is turned round. A step to the left that lowers f is a rising slope.",
        "divide by h, with its sign.",
    ),
    Misconception(
        "size of the slope alone",
        on(lambda f, x, h: abs(forward(f, x, h))),
        "The sign is missing. Below 0 means: f falls when x grows.",
        "leave out abs().",
    ),
    Misconception(
        "signs turned round",
        on(lambda f, x, h: (f(x) - f(x + h)) / h),
        "The size is right, the sign is turned round: where f rises, yours is below 0.",
        "take the old value off the new one: f(x + h) - f(x).",
    ),
    Misconception(
        "brackets left out",
        on(lambda f, x, h: f(x + h) - f(x) / h),
        "Only f(x) is divided by h: a division comes before a minus.",
        "put f(x + h) - f(x) in brackets.",
    ),
    Misconception(
        "f(x) not taken off",
        on(lambda f, x, h: f(x + h) / h),
        "You divided the new value by h. What counts is by how much it differs from the old one.",
        "take off f(x) first.",
    ),
    Misconception(
        "h added outside",
        on(lambda f, x, h: (f(x) + h - f(x)) / h),
        "It gives 1 everywhere. You added h to what comes out of f; it belongs to what goes in.",
        "write f(x + h).",
    ),
    Misconception(
        "f of h alone",
        on(lambda f, x, h: (f(h) - f(x)) / h),
        "You compare f(x) with f(h). The second place is h away from x.",
        "write f(x + h).",
    ),
    Misconception(
        "divided by x",
        on(lambda f, x, h: (f(x + h) - f(x)) / x),
        "You divided by x, where the step begins. What counts is how long it is.",
        "divide by h.",
    ),
    Misconception(
        "divided by x + h",
        on(lambda f, x, h: (f(x + h) - f(x)) / (x + h)),
        "You divided by x + h, where the step ends. What counts is how long it is.",
        "divide by h.",
    ),
    Misconception(
        "a step to the left",
        on(backward),
        "You measured from x - h to x. Asked is the step from x to x + h.",
        "write (f(x + h) - f(x)) / h.",
    ),
    Misconception(
        "a step to both sides",
        on(central),
        "That is the central difference, with a step to both sides. It is the next exercise; here one step ahead "
        "is asked for.",
        "write (f(x + h) - f(x)) / h.",
    ),
    Misconception(
        "the value, not the slope",
        on(lambda f, x, h: f(x)),
        "That is how high f stands at x. The slope says how fast it changes there.",
        "compute f at x + h too, and compare.",
    ),
    Misconception(
        "the new value",
        on(lambda f, x, h: f(x + h)),
        "That is f at the end of the step. The slope says how fast f changes on the way.",
        "take off f(x), then divide by h.",
    ),
    Misconception(
        "divided, not compared",
        on(lambda f, x, h: f(x + h) / (x + h)),
        "You divided the new output by the new input. A slope compares two places: change of output over change "
        "of input.",
        "take f(x) off f(x + h), then divide by h.",
    ),
    Misconception(
        "the parabola's formula",
        on(lambda f, x, h: 6 * x - 4),
        "6x - 4 is the formula for the slope of 3x² - 4x + 5. The check hands over other functions too.",
        "measure: call f at x + h and at x.",
    ),
)
RIGHT = "(f(x + h) - f(x)) / h"


def _candidates(cases, results):
    yield from always(cases, results)
    yield from of(SLIPS, cases)
    yield from own_step(cases, results)
    yield from rounded(cases, results, on(forward))
    yield from quotients(cases, results, RIGHT)


SLOPE = ModelJudge(
    slope_cases,
    expected=on(forward),
    tells=at,
    otherwise=one_number,
    candidates=_candidates,
)
