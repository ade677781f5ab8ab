"""What is on screen of a training loop: its loss, and one parameter, over the presses."""

import math

from ....draw.charts import Axis, Line, Panel, Points
from ....draw.scales import reach

DRAWN, MARKED = 300, 30  # places of a curve, and marks on it; of more, every second or third is drawn
CEILING = 20.0  # a loss that explodes leaves the panel at its top
SIZE = (205, 165)  # three beside each other


def loss_over_presses(across, loop, before=None):
    """The Panel of the losses that forward() found, with a mark where an update was pressed."""
    losses = [loss for run in (loop, before) if run for _, loss in run.losses]
    low, high = reach([min(loss, CEILING) for loss in losses], (0.0,), least=1.0)
    marks = []
    if before:
        marks.append(Line("the run before", *_thin(before.losses, DRAWN), "grey", dashed=True))
    x, y = _thin(loop.losses, DRAWN)
    marks.append(Line("loss", x, y))
    marks.append(Points("update", *_thin(_updates(loop), MARKED), "orange", "triangle"))
    marks.append(Points("", x[-1:], y[-1:], "blue"))
    return Panel("loss", across, Axis("", max(low, -0.05 * (high - low)), high), tuple(marks), SIZE)


def course(title, across, numbers, colour):
    """The Panel of one number after each press."""
    x, y = _thin(list(enumerate(numbers)), DRAWN)
    low, high = reach(numbers, least=0.2, pad=0.15)
    marks = (Line("", x, y, colour), Points("now", x[-1:], y[-1:], colour))
    return Panel(title, across, Axis("", low, high), marks, SIZE)


def _updates(loop):
    """(press, loss) of each update. It moves the parameters, and the loss stays what the last forward() found."""
    found, last, at = dict(loop.losses), math.nan, {}
    for press in range(1, len(loop.presses) + 1):
        at[press] = last = found.get(press, last)
    return [(press, at[press]) for press in loop.updates]


def _thin(pairs, most):
    """x and y of about so many of these pairs at most; always of the last."""
    every = math.ceil(len(pairs) / most) or 1
    kept = [*pairs[:-1:every], *pairs[-1:]]
    return tuple(x for x, _ in kept), tuple(float(y) for _, y in kept)
