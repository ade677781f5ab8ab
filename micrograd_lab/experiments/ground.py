"""The moons' loss as a landscape over all numbers of somebody's own network, by a recording of its graph."""

import math
from itertools import islice
from typing import NamedTuple

import numpy as np

from .. import datasets
from .network_club import walk
from .own_training import BATCH, HIDDEN, NOISE, POINTS, SEED, mini_batches
from .what_if import MOST, Recorded


class Run(NamedTuple):
    """A training: all numbers before the first step and after each, and the step after which all points were right."""

    kept: list
    first: int | None


class Ground:
    """Loss, slopes and points that are right, wherever the network's numbers put it; `points` and `labels` are there.

    Numbers are an array of all parameters, in the network's own order; `some` are the numbers of samples, all by
    default.
    """

    def __init__(self, parts, hidden=HIDDEN):
        self.recorded = Recorded(parts, hidden)
        self.points, self.labels = datasets.moon_points(POINTS, noise=NOISE, seed=SEED)
        self.columns = np.array([self.labels, *zip(*self.points, strict=True)])

    def start(self, seed) -> np.ndarray:
        """The numbers of a new network from this seed."""
        self.recorded.begin(seed)
        return self.recorded.numbers()

    def loss(self, numbers, some=None) -> float:
        """The mean hinge loss."""
        self._forward(numbers, some)
        return float(self.recorded.replay.of(self.recorded.data_loss).mean())

    def slopes(self, numbers, some=None) -> np.ndarray:
        """The gradient of this loss: one slope for each number."""
        self._forward(numbers, some)
        self.recorded.replay.backward()
        return self.recorded.replay.parameter_grads[:-1]  # the last is the penalty's strength, 0 here

    def right(self, numbers) -> int:
        """How many of the points are right."""
        self._forward(numbers, None)
        return int(((self.recorded.replay.of(self.recorded.score) > 0) == (self.columns[0] > 0)).sum())

    def train(self, club, rate, seed, steps=MOST, start=None, on=False) -> Run:
        """Steps of a Club on mini-batches, until all points are right; with `on`, all of the steps."""
        plan = mini_batches(POINTS, BATCH, steps, seed)
        kept, first = [self.start(seed) if start is None else np.array(start, dtype=float)], None
        with np.errstate(all="ignore"):
            for now in islice(walk(club, rate, kept[0].tolist(), lambda n, x: self._plain(x, plan[n])), steps):
                if not all(map(math.isfinite, now)):
                    break
                kept.append(np.array(now))
                if first is None and self.right(kept[-1]) == POINTS:
                    first = len(kept) - 1
                    if not on:
                        break
        return Run(kept, first)

    def descend(self, club, rate, start, steps) -> list:
        """All numbers at the start and after each step of a Club on all points, as long as they are numbers."""
        kept = [np.array(start, dtype=float)]
        with np.errstate(all="ignore"):
            for now in islice(walk(club, rate, kept[0].tolist(), lambda _, x: self._plain(x, None)), steps):
                if not all(map(math.isfinite, now)):
                    break
                kept.append(np.array(now))
        return kept

    def _plain(self, numbers, some):
        return self.slopes(numbers, some).tolist()

    def _forward(self, numbers, some):
        self.recorded.put(numbers if isinstance(numbers, list) else numbers.tolist())
        self.recorded.replay.forward(*(self.columns if some is None else self.columns[:, some]))
