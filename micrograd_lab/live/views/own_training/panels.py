"""The panels of live.own_training: the border between the moons, the loss, and the points that are right."""

from ....draw.charts import Axis, Field, Line, Panel, Points

FIELD = "Two moons and the border that your network draws between them: {right} of {count} points are right."
CURVE = "The loss of each step on its mini-batch, {count} steps, the last {last:.4f}."
NO_CURVE = "The loss of each step on its mini-batch: no step yet."
SHARE = "Of {count} points that are right: {first} at the start, {last} now."


def border(training):
    """The score in the plane, the points, and a cross on each that is not right yet."""
    left, right, bottom, top = training.limits
    marks = [Field("score", training.scores), *point_marks(training.points, training.labels)]
    wrong = [point for point, good in zip(training.points, training.right, strict=True) if not good]
    marks.append(Points("not right yet", *apart(wrong), "ink", "cross", 8.0))
    told = FIELD.format(right=sum(training.right), count=len(training.right))
    axes = Axis("", left, right, ticks=()), Axis("", bottom, top, ticks=())
    return Panel("two moons, and the border it draws", *axes, tuple(marks), (300, 222), told=told)


def curve(training):
    """The loss of each step, on the points of its mini-batch."""
    losses = tuple(training.losses)
    told = CURVE.format(count=len(losses), last=losses[-1]) if losses else NO_CURVE
    line = Line("", tuple(range(1, len(losses) + 1)), losses, "ink", width=1.5)
    across, up = Axis("step", 0.0, reach(training)), Axis("", 0.0, max(1.0, *losses, 0.0))
    return Panel("loss on the mini-batch", across, up, (line,), (260, 84), told=told)


def shares(training):
    """How many points were right, before the first step and after each."""
    heights = tuple(100 * share for share in training.shares)
    told = SHARE.format(count=len(training.points), first=round(heights[0]), last=round(heights[-1]))
    line = Line("", tuple(range(len(heights))), heights, "purple", width=2.5)
    across, up = Axis("step", 0.0, reach(training)), Axis("", min(50.0, *heights), 100.0)
    return Panel("points that are right", across, up, (line,), (260, 84), below=True, told=told)


def point_marks(points, labels):
    """The points as marks: orange circles for +1, blue squares for -1."""
    marks = []
    for name, sign, colour, shape in (("+1", 1.0, "orange", "circle"), ("-1", -1.0, "blue", "square")):
        here = [point for point, label in zip(points, labels, strict=True) if label == sign]
        marks.append(Points(name, *apart(here), colour, shape, 5.0))
    return tuple(marks)


def reach(training):
    """How far the axis of steps goes: in jumps, so that it seldom changes."""
    return 60.0 * max(1, -(-training.number // 60))


def apart(points):
    """Pairs as two tuples."""
    return tuple(x for x, _ in points), tuple(y for _, y in points)
