"""A network learns two moons: how often it has asked one of its numbers which way to move, and what has come of it."""

from array import array

from .. import datasets, losses, nn, optim
from ..engine import Value
from ..replay import record

POINTS, NOISE, SEED, RATE = 100, 0.1, 1, 0.2
HIDDEN = [16, 16]
FOLLOWED = 9  # the weight that the course follows: w1 of unit 4 in the first layer
SIZE, MARGIN = 80, 0.5  # places a side of the field; and how far it reaches beyond the points
# Seconds that a step is worth: more where the border moves, and more again where a point changes sides.
CALM, MOVING, TURNING = 0.05, 4.0, 0.15
LONGEST = 0.4


class First:
    """Training until every point is right, and what is measured of it, step by step: plain numbers all of it.

    `points` are 100 pairs, `labels` -1.0 or 1.0 for each, `limits` the window: left, right, bottom, top. `right` is a
    boolean for each point, `scores` SIZE rows of SIZE, from the top, and `worth` the seconds for which somebody who
    watches should see the last step.
    """

    def __init__(self):
        self.points, self.labels = datasets.moon_points(POINTS, noise=NOISE, seed=SEED)
        self.model = nn.MLP(2, [*HIDDEN, 1], activation="relu", seed=SEED)
        self.parameters = self.model.parameters()
        self.optimizer = optim.SGD(self.parameters, lr=RATE)
        self._begun = self._numbers()
        across, up = zip(*self.points, strict=True)
        self.limits = min(across) - MARGIN, max(across) + MARGIN, min(up) - MARGIN, max(up) + MARGIN
        self._samples = [array("d", column) for column in (self.labels, across, up)]
        self._places = self._everywhere(across, up)
        y, *x = self._leaves = [Value(column[0]) for column in self._samples]
        score = self.model(x)
        self._loss = record(losses.hinge([score], [y]), self._leaves, self.parameters)
        self._score = record(score, x, self.parameters)
        self.reset()

    def reset(self):
        """Put the 337 numbers back to where they began."""
        for parameter, number in zip(self.parameters, self._begun, strict=True):
            parameter.data = number
        self.steps, self.worth = 0, CALM
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
        return all(self.right)

    @property
    def moved(self):
        """How far each number is from where it began."""
        return tuple(now - then for now, then in zip(self._numbers(), self._begun, strict=True))

    @property
    def followed(self):
        """The weight that the course follows."""
        return self.parameters[FOLLOWED].data

    def step(self):
        """Ask every number once, and move each a little."""
        right, above = self.right, self._above
        self._loss.forward(*self._samples)
        self._loss.backward()
        for parameter, grad in zip(self.parameters, self._loss.parameter_grads.tolist(), strict=True):
            parameter.grad = grad
        self.optimizer.step()
        self.steps += 1
        self._measure()
        border = sum(map(bool.__ne__, self._above, above)) / SIZE**2
        self.worth = CALM + min(LONGEST, MOVING * border) + TURNING * (right != self.right)

    def _numbers(self):
        return [parameter.data for parameter in self.parameters]

    def _everywhere(self, across, up):
        """Two columns: the places of the field, row by row from the top, and below them the points."""
        left, right, bottom, top = self.limits
        x = [left + (right - left) * n / (SIZE - 1) for n in range(SIZE)]
        y = [top - (top - bottom) * n / (SIZE - 1) for n in range(SIZE)]
        return array("d", x * SIZE + [*across]), array("d", [v for v in y for _ in x] + [*up])

    def _measure(self):
        scores = self._score.forward(*self._places).tolist()
        self.scores = [scores[row * SIZE :][:SIZE] for row in range(SIZE)]
        self._above = [score > 0 for score in scores[: SIZE**2]]
        points = zip(scores[SIZE**2 :], self.labels, strict=True)
        self.right = tuple((score > 0) == (label > 0) for score, label in points)
