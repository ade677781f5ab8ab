"""Where a training stands in the landscape of its loss: how it bends across and along, and how far there is to go."""

import math
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from .ground import Ground
from .network_club import clubs_of

LOOK = 30  # the step at which the ravine is looked at first
REACH = 0.1  # how far to either side a bend is measured: about as far as a step goes there
ROUNDS, STARTS, SHIFT = 60, 3, 3.0  # of the search for the steepest direction
STEPS = 24  # steps from here
SEEDS = 5  # of a race
BEST = {"SGD": 0.7, "momentum": 0.15, "Adam": 0.07}  # of 13, 12 and 12 rates, the one with the fewest steps: 30 seeds


class Bends(NamedTuple):
    """By how much the slope changes a unit, across the ravine and along it, measured REACH to either side."""

    across: float
    along: float

    @property
    def limit(self):
        """The largest rate at which SGD would stay, were the ravine smooth: 2 / across; any, where nothing bends."""
        return 2 / self.across if self.across > 0 else math.inf


class Ravine:
    """A training of a learner's own classes by SGD on mini-batches, looked at after `number` steps: `look(number)`.

    There: `numbers`, all of them; `loss` and `pulls` (minus the gradient) of all points; `left`, what is still to be
    added to each number; `across` and `along`, two directions of length 1 at right angles, the steepest and what is
    left of the way without it; and `bends`. `first` is the step after which all points are right, or None; `last` the
    end of the way, which is that step or the last of all.
    """

    def __init__(self, parts, rate, seed, club=None, number=LOOK, ground=None):
        self.ground, self.rate, self.seed = ground or Ground(parts), rate, seed
        self.clubs = clubs_of(club)
        self.run = self.ground.train(self.clubs["SGD"], rate, seed)
        self.first, self.last = self.run.first, len(self.run.kept) - 1
        self.look(number)

    def look(self, number) -> None:
        """Stand where the training was after so many steps: from 0 to the one before the last."""
        self.number = max(0, min(number, self.last - 1))
        self.numbers = self.run.kept[self.number]
        self.loss, self.right = self.ground.loss(self.numbers), self.ground.right(self.numbers)
        self.pulls = -self.ground.slopes(self.numbers)
        self.left = self.run.kept[self.last] - self.numbers
        self.across = self._steepest()
        self.along = _unit(self.left - _dot(self.left, self.across) * self.across)
        self.bends = Bends(self.bend(self.across), self.bend(_unit(self.left)))

    def bend(self, direction, reach=REACH) -> float:
        """By how much the slope along a direction changes a unit, measured so far to either side."""
        return _dot(direction, self._change(direction, reach))

    def place(self, numbers) -> tuple[float, float]:
        """(along, across): where a network lies on the map, seen from above, and this place is (0, 0)."""
        apart = numbers - self.numbers
        return _dot(apart, self.along), _dot(apart, self.across)

    def losses(self, along, across) -> np.ndarray:
        """The losses at places of the map, given as two arrays of one shape."""
        flat = [
            self.ground.loss(self.numbers + x * self.along + y * self.across)
            for x, y in zip(np.ravel(along).tolist(), np.ravel(across).tolist(), strict=True)
        ]
        return np.array(flat).reshape(np.shape(along))

    def way(self) -> list:
        """The places of the training itself, from here to the end of the way."""
        return [self.place(numbers) for numbers in self.run.kept[self.number :]]

    def longer(self) -> float:
        """How many times as long as the crow flies the steps are from here to the end of the way."""
        lengths = [_length(b - a) for a, b in pairwise(self.run.kept[self.number :])]
        return sum(lengths) / (_length(self.left) or 1.0)

    def needs(self) -> np.ndarray:
        """Of each number that still has a way to go: how many steps of its present size it needs at rate 1."""
        moving = self.left != 0
        with np.errstate(divide="ignore"):
            return np.abs(self.left[moving]) / np.abs(self.pulls[moving])

    def steps(self, name, rate, count=STEPS) -> list:
        """All numbers from here on, by so many steps of a club on all points. NoRound where it can't go on."""
        return self.ground.descend(self.clubs[name], rate, self.numbers, count)

    def race(self, name, rate, seeds=SEEDS) -> list:
        """Of networks 1, 2, 3 ...: the step of a club on mini-batches after which all points are right, or None."""
        return [self.ground.train(self.clubs[name], rate, seed).first for seed in range(1, seeds + 1)]

    def _change(self, direction, reach):
        ahead, behind = (self.ground.slopes(self.numbers + by * direction) for by in (reach, -reach))
        return (ahead - behind) / (2 * reach)

    def _steepest(self):
        """By power iteration on differences of the gradient; shifted, so that bends up win over bends down."""
        best, most = _unit(self.pulls), -np.inf
        for start in range(STARTS):
            now = _unit(np.random.default_rng(start).normal(size=len(self.numbers)))
            for _ in range(ROUNDS):
                change = self._change(now, REACH)
                if (bend := _dot(now, change)) > most:
                    best, most = now, bend
                now = _unit(change + SHIFT * now)
        return best if _dot(best, self.pulls) >= 0 else -best


def _unit(direction):
    """The direction with length 1; that of the first number, where it has none."""
    length = _length(direction)
    return direction / length if length else np.eye(len(direction))[0]


def _dot(a, b):
    """Rounded once, so that a search that is drawn to kinks ends at the same place on every processor."""
    return math.fsum((a * b).tolist())


def _length(a):
    return math.sqrt(_dot(a, a))
