"""A loss over two directions of parameter space: its value and gradient at a point, and as a field."""

from copy import deepcopy

import numpy as np

from .. import optim
from ..engine import Value
from ..replay import Field, record
from ..steps import Training

STRETCH = 2**14  # numbers given to a recording at once
MANY = 40  # parameters, beyond which one place after another is quicker
PARAMETER = "parameter {number}"


class FunctionSurface:
    """f(x, y), two Values to a Value. A point is an array of both, and its place is the same."""

    def __init__(self, f):
        self.f, self.labels, self.sliders, self.exact = f, ("x", "y"), ("start x", "start y"), True
        self.field = Field(self, 2)

    def __call__(self, inputs):
        return self.f(*inputs)

    def parameters(self):
        """No parameters: a function has nothing that is trained."""
        return []

    def loss(self, point):
        """(loss, gradient) by the engine; NaN where it has none."""
        inputs = [Value(x) for x in point.tolist()]
        try:
            loss = self.f(*inputs)
            loss.backward()
        except (ValueError, ArithmeticError):
            return np.nan, np.full(2, np.nan)
        return loss.data, np.array([x.grad for x in inputs])

    def losses(self, places):
        """The loss at each row of `places`, an array of shape (n, 2)."""
        with np.errstate(all="ignore"):
            return self.field(places)

    def point(self, place):
        """The point at a place of the picture: (x, y) as an array."""
        return np.array(place, dtype=float)

    def place(self, point):
        """The place (x, y) of a point."""
        return tuple(point.tolist())


class LossSlice:
    """A model's loss on data, cut along two directions; a point is an array of all the parameters that move.

    `along` are two parameters' numbers: only they move, and a place is their numbers. Without it all move, and
    a place is how far they are from the start along two random directions, at right angles and of length 1,
    which `seed` fixes. The model itself stays as it is.
    """

    def __init__(self, model, data, loss, along, seed):
        self.model, self.exact = deepcopy(model), along is not None
        parameters = self.model.parameters()
        now = np.array([p.data for p in parameters])
        if along is None:
            self.labels = ("direction 1", "direction 2")
            self.moving, self.centre = parameters, now
            chance = np.random.default_rng(seed).normal(size=(len(now), 2))
            self.directions = np.linalg.qr(chance)[0].T
        else:
            self.labels = tuple(PARAMETER.format(number=n) for n in along)
            self.moving, self.centre = [parameters[n] for n in along], np.zeros(2)
            self.directions = np.eye(2)
        self.sliders = self.labels
        self.training = Training(self.model, data, optim.SGD(self.moving), loss)
        self.here = (0.0, 0.0) if along is None else tuple(now[list(along)].tolist())
        self.per_sample = loss

    def loss(self, point):
        """(loss, gradient) on all samples, by replay."""
        self._put(point)
        loss = self.training.measure().loss
        self.training.replay.backward()
        return loss, self.training.replay.parameter_grads[: len(point)]

    def losses(self, places):
        """The loss at each row of `places`, an array of shape (n, 2)."""
        points, columns = self.centre + places @ self.directions, self.training.columns
        samples = columns.shape[1]
        if len(self.moving) > MANY:  # the same for all samples, they make matrix products
            return np.array([self._loss_only(point) for point in points])
        leaves = [Value(x) for x in columns[:, 0].tolist()]
        loss = self.per_sample([self.model(leaves[1:])], leaves[:1])
        moving = set(self.moving)
        replay = record(loss, [*leaves, *self.moving], [p for p in self.model.parameters() if p not in moving])
        parts, together = [], max(1, STRETCH // (samples * len(self.moving)))
        for start in range(0, len(points), together):
            some = points[start : start + together]
            losses = replay.forward(*np.tile(columns, len(some)), *np.repeat(some, samples, axis=0).T)
            parts.append(losses.reshape(len(some), samples).mean(axis=1))
        return np.concatenate(parts)

    def point(self, place):
        """All parameters at the place (x, y) of the picture, as an array."""
        return self.centre + np.array(place, dtype=float) @ self.directions

    def place(self, point):
        """The place (x, y) of a point, seen at a right angle to the picture."""
        return tuple((self.directions @ (point - self.centre)).tolist())

    def off(self, point):
        """How far a point is from the plane of the picture."""
        apart = point - self.centre
        return float(np.linalg.norm(apart - apart @ self.directions.T @ self.directions))

    def _put(self, point):
        for p, x in zip(self.moving, point.tolist(), strict=True):
            p.data = x

    def _loss_only(self, point):
        self._put(point)
        return self.training.measure().loss


def valley(x, y):
    """(x**2 + 25 * y**2) / 2: steep across, and nearly level along."""
    return 0.5 * (x**2 + 25 * y**2)
