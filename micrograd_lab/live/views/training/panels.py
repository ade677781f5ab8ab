"""The panels of live.training: the field, the loss, and the size of the gradient."""

import math

from ....draw.charts import Axis, Bars, Field, Line, Panel
from ....graph import digits


def field_panel(scores, limits, points, name, now, side, click):
    """The scores at every place, and the points. `now` is a TrainingStep, or None where there are no points."""
    left, right, bottom, top = limits
    right_side = f"{now.accuracy:.0%} of the points are on their side." if now else "There are no points."
    return Panel(
        "decision field",
        Axis("", left, right),
        Axis("", bottom, top),
        (Field("score", scores), *points),
        (side, side),
        click=click,
        told=f"Decision field of {name}. {right_side}",
    )


def curve_panel(curve, with_test, size):
    """The loss without the penalty, step by step: `curve` holds (step, loss, loss on the test set)."""
    numbers, train, test = zip(*curve, strict=True) if curve else ((), (), ())
    lines = (Line("on the data", numbers, train),)
    told = f"Loss curve, {len(train)} points, the last {digits(train[-1])}." if train else "Loss curve, empty."
    if with_test:
        lines += (Line("on the test set", numbers, test, "red", dashed=True),)
        told += f" On the test set {digits(test[-1])}." if test else ""
    across, up = Axis("step", 0.0, ceiling(numbers, least=10)), Axis("", 0.0, ceiling((*train, *test), usual=1.0))
    return Panel("loss", across, up, lines, size, told=told)


def gradient_panel(sizes, size):
    """A bar for each layer's gradient: the root of the sum of its squares."""
    places = tuple(range(1, len(sizes) + 1))
    across = Axis("", 0.4, len(sizes) + 0.6, ticks=tuple((n, f"layer {n}") for n in places))
    bars, up = Bars("", places, tuple(sizes), 0.6, "purple"), Axis("", 0.0, ceiling(sizes, least=1e-3, usual=1.0))
    each = ", ".join(f"layer {n} {digits(x)}" for n, x in zip(places, sizes, strict=True))
    return Panel("size of the gradient", across, up, (bars,), size, below=True, told=f"Size of the gradient: {each}.")


def ceiling(numbers, least=1e-9, usual=0.0):
    """The smallest of 1, 2 and 5 times a power of ten that is not below any: an axis to it seldom changes."""
    x = max([n for n in numbers if math.isfinite(n)], default=usual)
    x = max(x, least)
    power = 10.0 ** math.floor(math.log10(x))
    return next(m * power for m in (1.0, 2.0, 5.0, 10.0) if m * power >= x * (1 - 1e-9))
