"""A network learns two moons: how often it has asked one of its numbers which way to move, and what has come of it."""

import numpy as np

from .. import datasets
from .session import Session

POINTS, NOISE, SEED, RATE = 100, 0.1, 1, 0.2
FOLLOWED = 9  # the weight that the course follows: w1 of unit 4 in the first layer
SIZE = 80  # places a side of the field
# Seconds that a step is worth: more where the border moves, and more again where a point changes sides.
CALM, MOVING, TURNING = 0.05, 4.0, 0.15
LONGEST = 0.4


class First:
    """Training until every point is right, and what is measured of it, step by step.

    `right` is a boolean for each point, `moved` how far each number has come from where it began, and `worth` the
    seconds for which somebody who watches should see the last step.
    """

    def __init__(self):
        self.data = datasets.moons(POINTS, noise=NOISE, seed=SEED)
        self.session = Session(self.data, lr=RATE, seed=SEED, size=SIZE)
        self.reset()

    def reset(self):
        """Put the 337 numbers back to where they began."""
        self.session.restart()
        self.steps, self.worth = 0, CALM
        self._begun = self._numbers()
        self._measure()

    @property
    def count(self):
        """How many numbers the network has."""
        return len(self._begun)

    @property
    def questions(self):
        """How often one number has been asked which way it should move: once a step, each of them."""
        return self.steps * self.count

    @property
    def done(self):
        """Whether every point is right."""
        return bool(self.right.all())

    @property
    def scores(self):
        """The scores in the plane, an array of shape (SIZE, SIZE)."""
        return self.session.scores

    @property
    def limits(self):
        """The window: left, right, bottom, top."""
        return self.session.limits

    @property
    def moved(self):
        """How far each number is from where it began, an array."""
        return self._numbers() - self._begun

    @property
    def followed(self):
        """The weight that the course follows."""
        return self._numbers()[FOLLOWED]

    def step(self):
        """Ask every number once, and move each a little."""
        right, signs = self.right, self.scores > 0
        self.session.step()
        self.steps += 1
        self._measure()
        border = float(((self.scores > 0) != signs).mean())
        turned = bool((right != self.right).any())
        self.worth = CALM + min(LONGEST, MOVING * border) + TURNING * turned

    def _numbers(self):
        return np.array([p.data for p in self.session.model.parameters()])

    def _measure(self):
        self.session.measure()
        self.right = (self.session.field(self.data.X) > 0) == (self.data.y > 0)
