"""Ravine golf: an optimiser's steps from the start to the hole, and how their number depends on the rate."""

import time
from typing import NamedTuple

from ..engine import Value
from .club import NoRound, lost

LIMIT, RADIUS = 300, 0.2  # steps of a round; the hole's
LOW, HIGH, RATES = 0.001, 2.0, 61  # the rates of a sweep, in equal factors
PATIENCE = 10.0  # seconds for a whole sweep
IN, OUT, NAN, SHORT, STOPPED = "in", "out", "nan", "short", "stopped"  # how a round ends


class Round(NamedTuple):
    """The `places` of the ball from the start on, the `losses` there, how it `ended`, and why, if it was `stopped`.

    `uphill` says whether the first step went with the slope.
    """

    places: list
    losses: list
    ended: str
    stopped: str = ""
    uphill: bool = False

    @property
    def steps(self):
        """How many steps were made."""
        return len(self.places) - 1


class Sweep(NamedTuple):
    """The number of `steps` to the hole at each of `rates`; None where it isn't reached. `whole`: all rates were."""

    rates: list
    steps: list
    whole: bool = True

    @property
    def best(self):
        """(fewest steps, at the smallest rate that does it), or None."""
        return min(((n, rate) for n, rate in zip(self.steps, self.rates, strict=True) if n is not None), default=None)


def play(hole, club, rate):
    """One Round with this club at this rate, of at most LIMIT steps.

    The ball is in the hole when a step ends within RADIUS of it and was shorter than that: a ball that is too fast
    runs over the hole. A ball outside the course is out, and one that is no number any more is nan.
    """
    ball = [Value(x, label) for x, label in zip(hole.start, ("x", "y"), strict=True)]
    places, losses, uphill = [hole.start], [float(hole.f(*hole.start))], False
    try:
        club.take(ball, rate)
        for n in range(1, LIMIT + 1):
            slopes = hole.slopes(*places[-1])
            for p, slope in zip(ball, slopes, strict=True):
                p.grad = slope
            club.step(n)
            if lost(ball):
                return Round(places, losses, NAN, uphill=uphill)
            places.append(tuple(p.data for p in ball))
            moved = [there - here for here, there in zip(*places[-2:], strict=True)]
            if n == 1:
                uphill = sum(by * slope for by, slope in zip(moved, slopes, strict=True)) > 0
            if not _on(hole, places[-1]):
                return Round(places, losses, OUT, uphill=uphill)
            losses.append(float(hole.f(*places[-1])))
            if _far(places[-1]) < RADIUS and _far(moved) < RADIUS:
                return Round(places, losses, IN, uphill=uphill)
    except NoRound as lacking:
        return Round(places, losses, STOPPED, str(lacking), uphill)
    return Round(places, losses, SHORT, uphill=uphill)


def sweep(hole, club, clock=time.monotonic):
    """The Sweep of this club, from the smallest rate up: it ends where a round is stopped, or all took too long."""
    rates = [LOW * (HIGH / LOW) ** (k / (RATES - 1)) for k in range(RATES)]
    steps, began = [], clock()
    for rate in rates:
        if clock() - began > PATIENCE:
            break
        played = play(hole, club, rate)
        if played.ended == STOPPED:
            break
        steps.append(played.steps if played.ended == IN else None)
    return Sweep(rates, steps + [None] * (RATES - len(steps)), len(steps) == RATES)


def _far(place):
    x, y = place
    return (x * x + y * y) ** 0.5


def _on(hole, place):
    (left, right, bottom, top), (x, y) = hole.span, place
    return left <= x <= right and bottom <= y <= top
