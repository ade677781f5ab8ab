"""A panel that views of two moons share: the border that a network draws between the points."""

import math

from ...draw.charts import Axis, Field, Line, Panel, Points

TITLE = "two moons, and the border it draws"
FIELD = "Two moons and the border that your network draws between them: {right} of {count} points are right."
HALO = 0.17  # the radius of the ring around a point, in units of the plane
SIZE = (300, 222)  # in pixels


def border(shown, halo=None, click=False, size=SIZE):
    """The score in the plane, the points, a cross on each that is not right, and a ring around the point `halo`.

    `shown` has `limits` (left, right, bottom, top), `scores` (rows from the top), `points`, `labels` and `right`.
    """
    left, right, bottom, top = shown.limits
    marks = [Field("score", shown.scores), *([_ring(*shown.points[halo])] if halo is not None else [])]
    for name, sign, colour, shape in (("+1", 1.0, "orange", "circle"), ("-1", -1.0, "blue", "square")):
        here = [point for point, label in zip(shown.points, shown.labels, strict=True) if label == sign]
        marks.append(Points(name, *_apart(here), colour, shape, 5.0))
    wrong = [point for point, good in zip(shown.points, shown.right, strict=True) if not good]
    marks.append(Points("not right", *_apart(wrong), "ink", "cross", 8.0))
    told = FIELD.format(right=sum(shown.right), count=len(shown.right))
    axes = Axis("", left, right, ticks=()), Axis("", bottom, top, ticks=())
    return Panel(TITLE, *axes, tuple(marks), size, click=click, told=told)


def _ring(x, y):
    turns = [2 * math.pi * n / 24 for n in range(25)]
    across, up = ([at + HALO * f(turn) for turn in turns] for at, f in ((x, math.cos), (y, math.sin)))
    return Line("", tuple(across), tuple(up), "green", width=4.0)


def _apart(points):
    return tuple(x for x, _ in points), tuple(y for _, y in points)
