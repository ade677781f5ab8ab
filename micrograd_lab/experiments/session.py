"""A training to play with: a network, the points it learns, and how. What live.training shows, without a screen."""

import math

import numpy as np

from .. import datasets, losses, nn, optim
from ..replay import Field
from ..replay.field import grid
from ..steps import Training
from .units import TILE, Units, dead, saturated

MADE = {"moons": datasets.moons, "circles": datasets.circles, "spirals": datasets.spirals, "XOR": datasets.xor}
KEPT = 400  # points of the loss curve; beyond, every second one is dropped


class Session:
    """An MLP that learns points of the plane, a Dataset of labels -1 and +1, and what is measured of it.

    `model` is the network and `training` its steps.Training, None without points; `test` is a Dataset or None.
    `lr`, `alpha` and `batch` (None for all samples) may be set at any time, and hold from then on. After `loss` or
    `optimizer` is set, retrain() takes them up. `curve` holds (step, loss, loss on the test set), the penalty in
    neither: at most KEPT of them, of every step, or of one in `every`. `which` is the number of the parameter that is
    held, and `base` what it was then.

    `measure()` sets `now` and `tested`, TrainingSteps or None, and `scores`, an array of shape (size, size) for the
    places in `grid`. It sets more where `watch` asks for it: with "gradients" `sizes_of_gradients`, a number for each
    layer; with "units" `tiles`, for the inputs and each layer an array of shape (units, TILE, TILE), and for each
    hidden unit whether it is `dead` or `saturated`.
    """

    def __init__(
        self,
        data,
        hidden=(16, 16),
        loss=losses.hinge,
        optimizer=optim.SGD,
        lr=1.0,
        alpha=0.0,
        activation="relu",
        batch=None,
        seed=1,
        test=None,
        size=100,
        watch=(),
    ):
        self.given, self.sizes, self.activation, self.seed = (data, test), list(hidden), activation, seed
        self.loss, self.optimizer, self.lr, self.alpha, self.batch = loss, optimizer, lr, alpha, batch
        self.size, self.watch, self.which = size, watch, 0
        self.begin(data, test)

    @property
    def accuracy(self):
        """The share of points on their side, from 0 to 1; NaN without points."""
        return self.training.measure().accuracy if self.training else math.nan

    def begin(self, data, test=None):
        """Other points, a window around them, and a new network."""
        self.data, self.test = data, test
        self.grid, self.limits = grid(data, self.size)
        self.small, _ = grid(data, TILE)
        self.restart()

    def make(self, name, noise):
        """Begin with points that MADE names, as many as were given first, and others of their kind to test on."""
        samples, seed = len(self.given[0].X), self.seed or 0
        self.begin(*(MADE[name](samples, noise=noise, seed=s) for s in (seed, seed + 1000)))

    def restart(self, hidden=None, activation=None):
        """A new network from the same seed, by default as it was at the start."""
        self.sizes = self.sizes if hidden is None else list(hidden)
        self.activation = activation or self.activation
        self.model = nn.MLP(2, [*self.sizes, 1], activation=self.activation, seed=self.seed)
        self.field, self.units = Field(self.model, 2), Units(self.model)
        self.training, self.curve, self.every = None, [], 1
        self.retrain()
        self.hold(min(self.which, len(self.model.parameters()) - 1))

    def retrain(self):
        """Train this network from here on: on other data, or in another way. The count of steps goes on."""
        done = self.training.number if self.training else 0
        self.training = None
        if len(self.data.X):
            optimizer = self.optimizer(self.model.parameters(), lr=self.lr)
            self.training = Training(self.model, self.data, optimizer, self.loss)
            self.training.number = done

    def learn(self, data):
        """Other points for the same network, in the same window, and no test set."""
        self.data, self.test = data, None
        self.retrain()

    def add(self, x, y, label):
        """One more point."""
        self.learn(datasets.Dataset(np.append(self.data.X, [[x, y]], axis=0), np.append(self.data.y, label)))

    def clear(self):
        """No points: nothing can be learned until some are added."""
        self.learn(datasets.Dataset(np.zeros((0, 2)), np.zeros(0)))

    def hold(self, number):
        """Take hold of a parameter by its number: nudge() counts from what it is now."""
        self.which, self.base = number, self.model.parameters()[number].data

    def nudge(self, by):
        """Set the parameter that is held to what it was when taken hold of, and so much more."""
        self.model.parameters()[self.which].data = self.base + by

    def step(self, n=1):
        """Train n steps. Gives the TrainingStep that ends it, as its loss is no longer a number; else None."""
        if not self.training:
            raise ValueError("a step needs points to learn; got none. Add some of both labels: session.add(0, 1, -1).")
        self._set()
        for _ in range(n):
            with np.errstate(all="ignore"):
                measured = next(self.training)
            if not math.isfinite(measured.loss):
                return measured
            self._keep(measured.number, measured.data_loss)
        return None

    def adopt(self, parameters, losses):
        """Take over steps that were trained elsewhere: the parameters after them, and each one's loss on the data."""
        for loss in losses:
            self._keep(self.training.number, loss)
            self.training.number += 1
        for p, x in zip(self.model.parameters(), parameters, strict=True):
            p.data = x

    def measure(self):
        """What the network is now."""
        self.now = self.tested = None
        with np.errstate(all="ignore"):
            if self.training:
                self._set()
                self.now = self.training.measure()
                self.tested = self.training.measure(self.test) if self.test else None
            self.scores = self.field(self.grid).reshape(self.size, self.size)
            if "gradients" in self.watch:
                self._measure_gradients()
            if "units" in self.watch:
                self._measure_units()

    def _set(self):
        self.training.optimizer.lr, self.training.alpha = self.lr, self.alpha
        self.training.batch = self.batch if self.batch and self.batch < len(self.data.X) else None

    def _measure_gradients(self):
        layers = self.units.numbers
        grads = self.training.gradients() if self.training else np.full(layers[-1][-1][-1] + 1, math.nan)
        # The size of a layer's gradient: the root of the sum of its squares.
        self.sizes_of_gradients = [float(np.hypot.reduce(grads[of[0][0] : of[-1][-1] + 1])) for of in layers]

    def _measure_units(self):
        answers = self.units(np.concatenate([self.small, self.data.X]))
        places, points = zip(*(np.split(a, [TILE**2], axis=1) for a in answers), strict=True)
        self.tiles = [tile.reshape(-1, TILE, TILE) for tile in [self.small.T, *places]]
        hidden = list(zip(points[:-1], self.units.kinds, strict=False)) if self.training else []
        self.dead, self.saturated = (
            tuple(bool(yes) for answers, kind in hidden for yes in find(answers, kind)) or (False,) * sum(self.sizes)
            for find in (dead, saturated)
        )

    def _keep(self, number, loss):
        if number % self.every == 0:
            tested = self.training.measure(self.test).data_loss if self.test else math.nan
            self.curve.append((number, loss, tested))
            if len(self.curve) > KEPT:
                self.curve, self.every = self.curve[::2], 2 * self.every
