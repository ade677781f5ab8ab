"""Fresh worlds: in each some noisy points to learn, many others of the same kind to be tested on, and a new network."""

import math
from typing import NamedTuple

import numpy as np

from .. import datasets
from .what_if import Recorded

LEARNED, TESTED, NOISE = 20, 200, 0.35
RATE, LAST_RATE, STEPS, WORLDS = 1.0, 0.1, 150, 20  # large steps first, small ones later
ENOUGH = 3.0  # standard errors; below them nothing is claimed


class Mean(NamedTuple):
    """The mean of some numbers, and its standard error: about as far as it would move if all was done once more."""

    mean: float
    error: float

    @property
    def told(self) -> bool:
        """Whether it is further from 0 than ENOUGH standard errors."""
        return abs(self.mean) >= ENOUGH * self.error


def mean(numbers) -> Mean:
    """The mean of two numbers or more."""
    numbers = np.asarray(numbers, dtype=float)
    return Mean(float(numbers.mean()), float(numbers.std(ddof=1) / math.sqrt(len(numbers))))


def world(seed) -> tuple[np.ndarray, np.ndarray]:
    """What there is to learn in this world, and what to be tested on: columns of labels, across and up."""
    both = datasets.moons(LEARNED + TESTED, noise=NOISE, seed=seed)
    parts = datasets.split(both, test=TESTED / (LEARNED + TESTED), seed=seed)
    return tuple(np.array([part.y, *part.X.T]) for part in parts)


class Worlds:
    """Networks of a learner's own classes in worlds 0, 1, 2 ...: of each the points of 100 that are right.

    `train` and `test` are arrays with a number from 0 to 100 for each world that has been.
    """

    def __init__(self, parts, width=16, alpha=0.0, steps=STEPS):
        self.parts, self.recorded = parts, None
        self.set(width, alpha, steps)

    def set(self, width, alpha, steps) -> None:
        """Another width of both hidden layers, strength of L2, or number of steps: no world has been yet."""
        self.width, self.alpha, self.steps = width, alpha, steps
        self.train = self.test = np.zeros(0)

    def run(self, worlds=WORLDS) -> None:
        """Learn in so many worlds, from the first on."""
        found = np.array([self.learn(seed) for seed in range(worlds)])
        self.train, self.test = found.T

    def learn(self, seed) -> tuple[float, float]:
        """Learn in one world: of 100 points how many are right, of the learned and of the others."""
        hidden, (learned, others) = [self.width, self.width], world(seed)
        if self.recorded is None or self.recorded.hidden != hidden:
            self.recorded = Recorded(self.parts, hidden)
        recorded = self.recorded
        recorded.begin(seed)
        recorded.strength.data = float(self.alpha)
        rates = RATE - (RATE - LAST_RATE) * np.arange(self.steps) / max(1, self.steps)
        with np.errstate(all="ignore"):
            recorded.steps(RATE, learned).run(self.steps, rates=rates)
            return tuple(self._share_of(part) for part in (learned, others))

    def _share_of(self, columns):
        scores = self.recorded.scores(*columns[1:])
        return 100 * float(((scores > 0) == (columns[0] > 0)).mean())
