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
        x, y = first.data.X[first.data.y == sign].T.tolist()
        marks.append(Points(name, tuple(x), tuple(y), colour, shape, 5.0))
    x, y = first.data.X[~first.right].T.tolist()
    marks.append(Points("not right yet", tuple(x), tuple(y), "ink", "cross", 8.0))
    told = FIELD.format(right=int(first.right.sum()), count=len(first.right))
    axes = Axis("", left, right, ticks=()), Axis("", bottom, top, ticks=())
    return Panel("two moons, and the border it draws", *axes, tuple(marks), (270, 200), told=told)


def moved(first):
    """A bar for each number: from where it began to where it is."""
    far = first.moved.tolist()
    marks = (
        Bars("", tuple(range(first.count)), tuple(far), 1.0, "grey"),
        Bars("", (FOLLOWED,), (far[FOLLOWED],), 3.0, "purple"),
        Label("w1", FOLLOWED, far[FOLLOWED] + 0.08, "middle", "purple"),
    )
    told = MOVED.format(count=first.count, most=max(map(abs, far)), w1=far[FOLLOWED])
    title = "how far each of the {count} numbers has moved".format(count=first.count)
    axes = Axis("number", -4.0, first.count + 4.0), Axis("", -REACH, REACH)
    return Panel(title, *axes, marks, (330, 172), told=told)
