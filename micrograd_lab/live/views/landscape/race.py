"""Optimisers on their way down a surface, each from the same start, and how that is drawn."""

import math
from typing import NamedTuple

import numpy as np

from .... import optim
from ....draw.charts import Axis, Line, Panel, Points, reach
from ....steps import FlatParameters


class Look(NamedTuple):
    """How a racer is told from the others, in any colour."""

    colour: str
    dash: bool | str
    shape: str


LOOKS = {"SGD": Look("blue", False, "circle"), "momentum": Look("red", True, "square")}
LOOKS["Adam"] = Look("green", "dots", "triangle")

SIZE = (235, 220)  # of a panel, in pixels: numbers stand beside the two


def optimizer(name, parameters, lr, momentum):
    if name == "Adam":
        return optim.Adam(parameters, lr=lr)
    return optim.SGD(parameters, lr=lr, momentum=momentum if name == "momentum" else 0.0)


class Racer:
    """One optimiser: the `places` in the picture it has been at, and the `losses` there.

    It is `lost`, and stops, where these are no longer finite.
    """

    def __init__(self, name, surface, start, lr, momentum):
        self.name, self.surface = name, surface
        self.block = FlatParameters(surface.point(start))
        self.optimizer = optimizer(name, [self.block], lr, momentum)
        self.places, self.losses, self.lost = [], [], False
        self._arrive()

    def step(self):
        if not self.lost:
            with np.errstate(all="ignore"):
                self.optimizer.step()
                self._arrive()

    @property
    def loss(self):
        return self.losses[-1]

    def _arrive(self):
        loss, self.block.grad = self.surface.loss(self.block.data)
        self.lost = not (math.isfinite(loss) and np.isfinite(self.block.data).all())
        self.places.append(self.surface.place(self.block.data))
        self.losses.append(float(loss))


def path(racer, span):
    """Its way as marks: a line, a symbol at each step, a large one where it is now."""
    look, (left, right, bottom, top) = LOOKS[racer.name], span
    x, y = zip(*racer.places, strict=True)
    # What is far outside need not be exact, and the browser draws no line to 1e200.
    x = tuple(np.clip(x, 4 * left - 3 * right, 4 * right - 3 * left).tolist())
    y = tuple(np.clip(y, 4 * bottom - 3 * top, 4 * top - 3 * bottom).tolist())
    line = Line("", x, y, look.colour, look.dash, 1.5)
    return [
        line,
        Points(racer.name, x, y, look.colour, look.shape, 3),
        Points("", x[-1:], y[-1:], look.colour, look.shape, 7),
    ]


def loss_panel(racers, last):
    """The loss at each step, up to `last`. All racers in {name: Racer}."""
    every = [loss for racer in racers.values() for loss in racer.losses if math.isfinite(loss)]
    marks = []
    for name, racer in racers.items():
        look, steps = LOOKS[name], tuple(range(len(racer.losses)))
        marks.append(Line(name, steps, tuple(racer.losses), look.colour, look.dash))
        marks.append(Points("", steps[-1:], tuple(racer.losses[-1:]), look.colour, look.shape, 7))
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
