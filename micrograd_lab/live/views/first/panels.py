"""The panels of live.first: the border between the moons, and how far each number has come."""

from ....draw.charts import Axis, Bars, Field, Label, Panel, Points
from ....experiments.first import FOLLOWED

FIELD = "Two moons and the border that the network draws between them: {right} of {count} points are right."
MOVED = "How far each of {count} numbers is from where it began: the furthest by {most:.2f}, w1 by {w1:.3f}."
REACH = 1.0  # no number comes further


def border(first):
    """The score in the plane, the points, and a cross on each that is not right yet."""
    left, right, bottom, top = first.limits
    marks = [Field("score", first.scores)]
    for name, sign, colour, shape in (("+1", 1.0, "orange", "circle"), ("-1", -1.0, "blue", "square")):
        here = [point for point, label in zip(first.points, first.labels, strict=True) if label == sign]
        marks.append(Points(name, *_apart(here), colour, shape, 5.0))
    wrong = [point for point, right in zip(first.points, first.right, strict=True) if not right]
    marks.append(Points("not right yet", *_apart(wrong), "ink", "cross", 8.0))
    told = FIELD.format(right=sum(first.right), count=len(first.right))
    axes = Axis("", left, right, ticks=()), Axis("", bottom, top, ticks=())
    return Panel("two moons, and the border it draws", *axes, tuple(marks), (270, 200), told=told)


def moved(first):
    """A bar for each number: from where it began to where it is."""
    far = first.moved
    marks = (
        Bars("", tuple(range(first.count)), far, 1.0, "grey"),
        Bars("", (FOLLOWED,), (far[FOLLOWED],), 3.0, "purple"),
        Label("w1", FOLLOWED, far[FOLLOWED] + 0.08, "middle", "purple"),
    )
    told = MOVED.format(count=first.count, most=max(map(abs, far)), w1=far[FOLLOWED])
    title = "how far each of the {count} numbers has moved".format(count=first.count)
    axes = Axis("number", -4.0, first.count + 4.0), Axis("", -REACH, REACH)
    return Panel(title, *axes, marks, (330, 172), told=told)


def _apart(points):
    return tuple(x for x, _ in points), tuple(y for _, y in points)
