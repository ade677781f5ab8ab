"""The panels of live.three: six points and the line between the signs of y, and the loss, change by change."""

from ....draw.charts import Axis, Field, Line, Panel, Points
from ....experiments.three import GOAL, POINTS

LOW, HIGH, SIZE = (-1.6, -1.9), (3.0, 2.7), 80
PLANE = "Plane of x1 and x2: {right} of {count} points lie where y has their sign."
CURVE = "The loss now {loss:.3f}; it is to come below {goal}."


def plane(three):
    """The six points, and y at every place: orange above 0, blue below."""
    marks = [Field("y", three.scores(LOW, HIGH, SIZE))]
    for name, sign, colour, shape in (("+1", 1.0, "orange", "circle"), ("-1", -1.0, "blue", "square")):
        x, y = zip(*((x1, x2) for x1, x2, t in POINTS if t == sign), strict=True)
        marks.append(Points(name, x, y, colour, shape, 8.0))
    axes = (Axis(name, low, high) for name, low, high in zip(("x1", "x2"), LOW, HIGH, strict=True))
    told = PLANE.format(right=three.right, count=len(POINTS))
    return Panel("y, and what it should be", *axes, tuple(marks), (230, 230), told=told)


def curve(three):
    """The losses so far, and the goal."""
    first = three.changes + 1 - len(three.losses)
    places, end = tuple(range(first, three.changes + 1)), max(20, three.changes)
    goal = Line("goal", (first, end), (GOAL, GOAL), "green", dashed=True)
    losses = Line("loss", places, tuple(three.losses), "ink")
    now = Points("", places[-1:], tuple(three.losses[-1:]), "ink", size=6.0)
    told = CURVE.format(loss=three.loss, goal=GOAL)
    axes = Axis("changes", first, end), Axis("", 0.0, max(3.5, *three.losses))
    return Panel("loss", *axes, (goal, losses, now), (230, 230), told=told)
