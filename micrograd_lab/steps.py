"""Training as a generator: one step per next(), for whoever wants to watch, count or stop."""

from typing import NamedTuple

import numpy as np

from . import losses
from .engine import Value
from .replay import record


class TrainingStep(NamedTuple):
    """The state before update `number`: `loss` with the penalty, `data_loss` without, `accuracy` from 0 to 1."""

    number: int
    loss: float
    data_loss: float
    accuracy: float


class Block:
    """All parameters as one: `data` and `grad` are arrays, and an optimiser's step moves every number in it."""

    def __init__(self, data):
        self.data, self.grad = data, np.zeros_like(data)


class Training:
    """Full-batch training of a model with one score: an iterator of TrainingSteps that never ends.

    `loss` works on Values: loss(scores, labels). `alpha` is the strength of the L2 penalty; it may change
    between steps, as may `optimizer.lr` and any parameter's data. One sample's graph is recorded and
    replayed on all. After each step the parameters hold their new data, so stopping loses nothing.
    The optimiser's own means (momentum and the like) start anew here.
    """

    def __init__(self, model, data, optimizer, loss=losses.hinge, alpha=0.0):
        self.data, self.optimizer, self.alpha = data, optimizer, alpha
        self.number = 0
        self.columns = [*np.asarray(data.X, dtype=float).T, np.asarray(data.y, dtype=float)]
        x = [Value(0.0) for _ in self.columns[:-1]]
        y, strength = Value(1.0), Value(0.0)
        self.score = model(x)
        self.data_loss = loss([self.score], [y])
        self.parameters = model.parameters()
        total = self.data_loss + losses.l2(self.parameters, strength)
        keep = [self.score, self.data_loss]
        self.replay = record(total, [*x, y, strength], self.parameters, keep)
        self.block = Block(np.array([p.data for p in self.parameters]))
        self.moves = optimizer.on([self.block])

    def measure(self):
        """The loss and accuracy with the parameters as they are; nothing is trained."""
        total = self.replay.forward(*self.columns, self.alpha)
        n = len(total)
        right = np.count_nonzero((self.replay.of(self.score) > 0) == (self.columns[-1] > 0))
        return TrainingStep(
            self.number, float(total.sum()) / n, float(self.replay.of(self.data_loss).sum()) / n, right / n
        )

    def __iter__(self):
        return self

    def __next__(self):
        measured = self.measure()
        self.replay.backward()
        self.block.data[:] = self.replay.parameter_data
        self.block.grad = self.replay.parameter_grads
        self.moves.lr = self.optimizer.lr
        self.moves.step()
        for p, data in zip(self.parameters, self.block.data.tolist(), strict=True):
            p.data = data
        self.number += 1
        return measured
