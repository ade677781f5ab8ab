"""The training of own_training once more, by the recording of its graph: a whole run is a matter of moments."""

import numpy as np

from .. import datasets, optim
from ..replay import Steps, record
from .own_training import BATCH, HIDDEN, MARGIN, NOISE, POINTS, RATE, SEED, everywhere, mini_batches, seeded

SIZE, MOST = 80, 300  # places a side of the field; and steps of a run


class Recorded:
    """One graph of a learner's own classes, recorded: a point's score, its hinge loss, and the L2 penalty.

    The loss is asked for score * label with a label of 1, which is the same number, so that a label may be a column.
    """

    def __init__(self, parts, hidden):
        self.parts, self.hidden = parts, list(hidden)
        self.model = parts.MLP(2, [*hidden, 1])
        self.parameters = list(self.model.parameters())
        value = type(self.parameters[0])
        self.leaves, self.strength = [value(1.0), value(0.5), value(-0.5)], value(0.0)
        label, *x = self.leaves
        self.score = self.model(x)
        self.data_loss = parts.hinge([self.score * label], [1.0])
        squares = [p * p for p in self.parameters]
        penalty = sum(squares[1:], squares[0]) * self.strength
        some = [*self.parameters, self.strength]
        keep = [self.score, self.data_loss]
        self.replay = record(self.data_loss + penalty, self.leaves, some, keep, machine="tape")

    def begin(self, seed) -> None:
        """The numbers of a new network from this seed."""
        with seeded(seed):
            fresh = self.parts.MLP(2, [*self.hidden, 1])
        self.put(p.data for p in fresh.parameters())

    def put(self, numbers) -> None:
        """Set the parameters."""
        for p, x in zip(self.parameters, numbers, strict=True):
            p.data = x

    def numbers(self) -> np.ndarray:
        """The parameters as they are."""
        return np.array([p.data for p in self.parameters])

    def scores(self, across, up) -> np.ndarray:
        """A score for each place."""
        self.replay.forward(1.0, np.asarray(across), np.asarray(up))
        return self.replay.of(self.score)

    def steps(self, rate, columns) -> Steps:
        """Training of the parameters on these columns: labels, across, up."""
        return Steps(self.replay, optim.SGD(self.parameters, lr=rate), columns)


class WhatIf:
    """A whole training, made anew whenever something is `set`: `rate`, `batch`, `hidden` size, `alpha` and `seed`.

    `losses` has the loss of each step, on its mini-batch and with the penalty; `rights` how many points were right
    before each step and after the last; `first` the number of steps after which all were, or None. `look(number)`
    puts the network as it was after so many steps on show: `scores`, `right`, `hinges` and, of the chosen `point`,
    `pull` and `pulls`: how far it alone, and the mean of all, would move each parameter at rate 1.
    """

    def __init__(self, parts, hidden=HIDDEN, rate=RATE, batch=BATCH, alpha=0.0, seed=SEED, steps=MOST):
        self.parts, self.rate, self.batch, self.alpha, self.seed, self.most = parts, rate, batch, alpha, seed, steps
        self.hidden, self.point = list(hidden), None
        self.points, self.labels = datasets.moon_points(POINTS, noise=NOISE, seed=SEED)
        across, up = zip(*self.points, strict=True)
        self.columns = np.array([self.labels, across, up])
        self.limits = min(across) - MARGIN, max(across) + MARGIN, min(up) - MARGIN, max(up) + MARGIN
        self._places = everywhere(self.limits, SIZE, self.points)
        self.recorded = None
        self.run()

    def set(self, **settings) -> None:
        """Set some of rate, batch, hidden, alpha and seed, and train anew."""
        vars(self).update(settings)
        self.run()

    def run(self) -> None:
        """Train from the beginning, and look at the network as it is at the end: when all are right, or at the last."""
        if self.recorded is None or self.recorded.hidden != self.hidden:
            self.recorded = Recorded(self.parts, self.hidden)
        recorded = self.recorded
        recorded.begin(self.seed)
        recorded.strength.data = float(self.alpha)
        steps, plan = recorded.steps(self.rate, self.columns), mini_batches(POINTS, self.batch, self.most, self.seed)
        self.losses, self.rights, self._kept, self.first = [], [self._shares()], [recorded.numbers()], None
        with np.errstate(all="ignore"):
            for some in plan:
                self.losses.append(float(steps.run(1, order=[some])[0]))
                self._kept.append(recorded.numbers())
                if not np.isfinite(self._kept[-1]).all():
                    self._kept.pop()
                    self.losses.pop()
                    break
                self.rights.append(self._shares())
                if self.first is None and self.rights[-1] == POINTS:
                    self.first = len(self.losses)
        self.look(len(self.losses) if self.first is None else self.first)

    @property
    def number(self) -> int:
        """After how many steps the network on show was as it is."""
        return self._number

    @property
    def last(self) -> int:
        """How many steps the run has: fewer than asked for where its numbers came to be no numbers."""
        return len(self.losses)

    def look(self, number) -> None:
        """Show the network as it was after so many steps, at most the last."""
        self._number = min(number, self.last)
        self.recorded.put(self._kept[self._number].tolist())
        scores = self.recorded.scores(*self._places)
        self.scores, here = scores[: SIZE**2].reshape(SIZE, SIZE), scores[SIZE**2 :]
        self.right = tuple(((here > 0) == (self.columns[0] > 0)).tolist())
        self.hinges = np.maximum(0.0, 1 - here * self.columns[0])
        self.choose(self.point)

    def choose(self, point) -> None:
        """Ask what this point, by its number, wants of every parameter; None asks nobody."""
        self.point = point
        self.pulls = self._pull(self.columns)
        self.pull = None if point is None else self._pull(self.columns[:, [point]])

    def nearest(self, x, y) -> int:
        """The number of the point that is nearest to a place."""
        return int(np.argmin((self.columns[1] - x) ** 2 + (self.columns[2] - y) ** 2))

    def _shares(self):
        scores = self.recorded.scores(*self.columns[1:])
        return int(((scores > 0) == (self.columns[0] > 0)).sum())

    def _pull(self, columns):
        """Minus the gradient of these points' mean hinge loss, without the penalty."""
        replay, self.recorded.strength.data = self.recorded.replay, 0.0
        replay.forward(*columns)
        replay.backward()
        self.recorded.strength.data = float(self.alpha)
        return -replay.parameter_grads[:-1]
