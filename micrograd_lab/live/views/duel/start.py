"""What live.duel is called with, looked over."""

import math

from ....experiments.duel import MOST, POINTS, SIDES, Duel, started

NO_POINTS = "points are 2 to {most} pairs of numbers; got {points!r}. Try points=[(2, 0.5), (-1, 2)], sides=[1, -1]."
NO_SIDES = "sides are +1 or -1, one for each of the {count} points; got {sides!r}. Try sides=[{example}]."
NO_RATE = "lr is a number above 0, up to 10; got {lr!r}. Try 0.6."


def begun(points, sides, lr, seed):
    """The Duel that was asked for. ValueError for what is none, with what to try."""
    points = POINTS if points is None else points
    try:
        points = tuple((float(x1), float(x2)) for x1, x2 in points)
    except (TypeError, ValueError):
        raise ValueError(NO_POINTS.format(most=MOST, points=points)) from None
    if not 2 <= len(points) <= MOST or not all(math.isfinite(x) for point in points for x in point):
        raise ValueError(NO_POINTS.format(most=MOST, points=points))
    sides = SIDES if sides is None else sides
    if not hasattr(sides, "__len__") or len(sides) != len(points) or not all(side in (-1, 1) for side in sides):
        example = ", ".join("1" if n % 2 else "-1" for n in range(len(points)))
        raise ValueError(NO_SIDES.format(count=len(points), sides=sides, example=example))
    if isinstance(lr, bool) or not isinstance(lr, (int, float)) or not 0 < lr <= 10:
        raise ValueError(NO_RATE.format(lr=lr))
    return Duel(points, tuple(map(int, sides)), float(lr), started(seed))
