"""Six training loops, each with one fault, and the losses that they give: curves whose causes are to be found.

A linear score of two inputs learns two moons of POINTS points by the hinge loss, the mean of 1 - y * score where that
is above 0. Its bias starts far off, at 3, so whatever can fall has far to fall.
"""

import random
from itertools import pairwise

from ...datasets import moon_points
from ...engine import Value

CAUSES = ("no zero_grad", "zero_grad before step", "wrong sign", "rate too large", "rate too small", "labels shuffled")
SICK = {letter: CAUSES[n] for letter, n in zip("ABCDEF", (5, 3, 1, 0, 4, 2), strict=True)}  # {curve: its cause}
RATES = {"wrong sign": -0.5, "rate too large": 50.0, "rate too small": 0.0025}
RATE, POINTS, STEPS, SEED = 0.5, 40, 60, 1

NO_CURVE = "there is no curve {letter!r}; there are {letters}."
NO_CAUSE = "there is no cause {cause!r}; there are {causes}."


def losses(fault="", seed=SEED):
    """The loss before each of STEPS steps and after the last, of a loop with this fault; of a right one for ""."""
    X, labels = moon_points(POINTS, 0.1, seed)
    if fault == "labels shuffled":
        labels = random.Random(seed).sample(labels, POINTS)
    chance = random.Random(seed)
    w1, w2, b = parameters = [Value(chance.uniform(-1, 1)), Value(chance.uniform(-1, 1)), Value(3.0)]
    found = []
    for _ in range(STEPS + 1):
        scores = [b + w1 * x1 + w2 * x2 for x1, x2 in X]
        loss = sum((1 - y * score).relu() for score, y in zip(scores, labels, strict=True)) * (1 / POINTS)
        found.append(loss.data)
        if fault != "no zero_grad":
            _zero_grad(parameters)
        loss.backward()
        if fault == "zero_grad before step":
            _zero_grad(parameters)
        for p in parameters:
            p.data -= RATES.get(fault, RATE) * p.grad
    return found


def _zero_grad(parameters):
    for p in parameters:
        p.grad = 0.0


def sick_curve(letter):
    """The losses of the sick loop of this letter, from A to F, 61 of them. ValueError for any other."""
    return losses(SICK[_known(letter)])


def treated_curve(letter, cause):
    """The same, after what `cause` names has been put right: a loop that does not suffer from it goes on as before.

    Of `...`, as long as nothing is named, it is the sick one. ValueError of a cause that is none of CAUSES.
    """
    if cause is not ... and cause not in CAUSES:
        raise ValueError(NO_CAUSE.format(cause=cause, causes=", ".join(CAUSES)))
    return losses("" if cause == SICK[_known(letter)] else SICK[letter])


def measured(curve):
    """By what the six differ, {name: number}.

    "moved" is the largest step either way, "down" how many steps go down, "rise" the largest step up, "climb" how far
    it comes up again above its lowest, "early" and "late" how far it falls in the first and the last 20 steps.
    """
    steps = [after - before for before, after in pairwise(curve)]
    lowest = curve.index(min(curve))
    return {
        "moved": max(map(abs, steps)),
        "down": sum(step < 0 for step in steps),
        "rise": max(0.0, *steps),
        "climb": max(curve[lowest:]) - curve[lowest],
        "early": curve[0] - curve[20],
        "late": curve[-21] - curve[-1],
    }


def _known(letter):
    if letter not in SICK:
        raise ValueError(NO_CURVE.format(letter=letter, letters=", ".join(SICK)))
    return letter
