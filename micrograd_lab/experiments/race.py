"""Optimisers on their way down a surface, each from the same start."""

import math

import numpy as np

from .. import optim
from ..steps import FlatParameters

RACERS = ("SGD", "momentum", "Adam")
LIMIT = 300  # steps; a longer path would be slow to draw, and shows no more


class Race:
    """The `racers` of a race, {name: Racer}, and the `number` of steps that they have made: `steps` to begin with."""

    def __init__(self, surface, start, lr, momentum, names, steps=0):
        self.racers = {name: Racer(name, surface, start, lr, momentum) for name in names}
        self.number = 0
        self.step(steps)

    def step(self, n=1):
        """n steps of each racer, up to LIMIT in all."""
        n = min(n, LIMIT - self.number)
        for racer in self.racers.values():
            for _ in range(n):
                racer.step()
        self.number += n

    @property
    def ended(self):
        """Whether the last step is taken, or every racer is lost."""
        return self.number == LIMIT or (bool(self.racers) and all(racer.lost for racer in self.racers.values()))

    def outside(self, span):
        """The names of those that are lost, or outside (left, right, bottom, top)."""
        left, right, bottom, top = span
        ends = {name: racer.places[-1] for name, racer in self.racers.items()}
        inside = {name: left <= x <= right and bottom <= y <= top for name, (x, y) in ends.items()}
        return [name for name, racer in self.racers.items() if racer.lost or not inside[name]]


class Racer:
    """One optimiser: the `places` in the picture it has been at, and the `losses` there.

    It is `lost`, and stops, where these are no longer finite.
    """

    def __init__(self, name, surface, start, lr, momentum):
        self.name, self.surface = name, surface
        self.flat = FlatParameters(surface.point(start))
        self.optimizer = _optimizer(name, [self.flat], lr, momentum)
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
        loss, self.flat.grad = self.surface.loss(self.flat.data)
        self.lost = not (math.isfinite(loss) and np.isfinite(self.flat.data).all())
        self.places.append(self.surface.place(self.flat.data))
        self.losses.append(float(loss))


def _optimizer(name, parameters, lr, momentum):
    if name == "Adam":
        return optim.Adam(parameters, lr=lr)
    return optim.SGD(parameters, lr=lr, momentum=momentum if name == "momentum" else 0.0)
