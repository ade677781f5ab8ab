"""A surface's losses as a field of heights, and the ways of racers on it."""

import math
from typing import NamedTuple

import numpy as np

from ....draw.charts import Axis, Field, Line, Panel, Points
from ....draw.scales import reach
from ....replay.field import places_in


class Style(NamedTuple):
    """How a racer is told from the others, in any colour."""

    colour: str
    dash: bool | str
    shape: str


STYLES = {"SGD": Style("blue", False, "circle"), "momentum": Style("red", True, "square")}
STYLES["Adam"] = Style("green", "dots", "triangle")
SIZE = (235, 220)  # of a panel, in pixels: numbers stand beside the two


def heights(surface, span, size):
    """The losses as heights: equal steps of height are larger steps of loss further up, as in log(1 + loss)."""
    grid = surface.losses(places_in(span, size))
    known = grid[np.isfinite(grid)]
    low, middle, high = np.quantile(known, [0.0, 0.5, 0.98]) if len(known) else (0.0, 1.0, 1.0)
    unit = max((middle - low) / 10, 1e-12)
    heights = np.log1p((np.where(np.isfinite(grid), np.clip(grid, low, high), high) - low) / unit)
    shares = heights / (np.log1p((high - low) / unit) or 1.0)
    return Field("", _score(shares).reshape(size, size), tuple(_score(np.arange(1, 10) / 10).tolist()), heights=True)


def path(racer, span):
    """Its way as marks: a line, a symbol at each step, a large one where it is now."""
    style, (left, right, bottom, top) = STYLES[racer.name], span
    x, y = zip(*racer.places, strict=True)
    # What is far outside need not be exact, and the browser draws no line to 1e200.
    x = tuple(np.clip(x, 4 * left - 3 * right, 4 * right - 3 * left).tolist())
    y = tuple(np.clip(y, 4 * bottom - 3 * top, 4 * top - 3 * bottom).tolist())
    line = Line("", x, y, style.colour, style.dash, 1.5)
    return [
        line,
        Points(racer.name, x, y, style.colour, style.shape, 3),
        Points("", x[-1:], y[-1:], style.colour, style.shape, 7),
    ]


def loss_panel(racers, last):
    """The loss at each step, up to `last`. All racers in {name: Racer}."""
    every = [loss for racer in racers.values() for loss in racer.losses if math.isfinite(loss)]
    marks = []
    for name, racer in racers.items():
        style, steps = STYLES[name], tuple(range(len(racer.losses)))
        marks.append(Line(name, steps, tuple(racer.losses), style.colour, style.dash))
        marks.append(Points("", steps[-1:], tuple(racer.losses[-1:]), style.colour, style.shape, 7))
    across = Axis("step", 0.0, float(last))
    if min(every, default=0.0) < 0:
        scale = Axis("loss", *reach(every))
    else:
        powers = [math.log10(loss) for loss in every if loss] or [0.0]
        zero = 0.0 in every
        low, high = math.floor(min(powers)) - zero, math.ceil(max(powers) + 0.1)
        # Floats end at about 1e-308 and 1e308.
        scale = Axis("loss", 10.0 ** max(low, -300), 10.0 ** min(max(high, low + 2), 300), log=True, zero=zero)
    return Panel("loss by step", across, scale, tuple(marks), SIZE)


def _score(share):
    return 2 * np.arctanh(0.95 * share)  # a Field shows tanh(score / 2)
