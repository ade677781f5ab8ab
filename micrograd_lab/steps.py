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


class Training:
    """Full-batch training of a model with one score, an iterator of TrainingSteps that never ends.

    `loss` works on Values: loss(scores, labels). `alpha` is the strength of the L2 penalty, and may
    change between steps, as may the optimiser's lr. The graph of one sample is recorded and replayed on all.
    """

    def __init__(self, model, data, optimizer, loss=losses.hinge, alpha=0.0):
        self.model, self.data, self.optimizer, self.alpha = model, data, optimizer, alpha
        self.number = 0
        X = np.asarray(data.X)
        x = [Value(0.0) for _ in range(X.shape[1])]
        y, strength = Value(1.0), Value(0.0)
        self.score = model(x)
        self.data_loss = loss([self.score], [y])
        total = self.data_loss + losses.l2(model.parameters(), strength)
        self.replay = record(total, [*x, y, strength], model.parameters())

    def measure(self):
        """The loss and accuracy with the parameters as they are; nothing is trained."""
        total = self.replay.forward(*self.data.X.T, self.data.y, self.alpha)
        right = (self.replay.of(self.score) > 0) == (self.data.y > 0)
        data_loss = float(np.mean(self.replay.of(self.data_loss)))
        return TrainingStep(self.number, float(np.mean(total)), data_loss, float(np.mean(right)))

    def __iter__(self):
        return self

    def __next__(self):
        measured = self.measure()
        self.optimizer.zero_grad()
        self.replay.backward()
        self.optimizer.step()
        self.number += 1
        return measured
