"""Two panels of live.own_training: the loss of each step, and the points that are right."""

from ....draw.charts import Axis, Line, Panel

CURVE = "The loss of each step on its mini-batch, {count} steps, the last {last:.4f}."
NO_CURVE = "The loss of each step on its mini-batch: no step yet."
SHARE = "Of {count} points that are right: {first} at the start, {last} now."


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


def reach(training):
    """How far the axis of steps goes: in jumps, so that it seldom changes."""
    return 60.0 * max(1, -(-training.number // 60))
