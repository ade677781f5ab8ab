"""Training as an iterator: one step per next(), for whoever wants to watch, count or stop.

backward_steps does the same for backward().
"""

from __future__ import annotations

import math
from typing import NamedTuple

from . import losses, optim, task
from .backward_steps import ORDERS, BackwardStep, backward_steps
from .engine import Value
from .replay import edges, fingerprint, record
from .replay.columns import numpy
from .replay.fingerprint import first_difference
from .replay.running import FIRST, FlatParameters, Runner

__all__ = ["ORDERS", "BackwardStep", "Training", "TrainingStep", "backward_steps", "training_steps"]
np = numpy()  # None where there is none: backward_steps does without, and Training says so
# Steps from one comparison with the model to the next, which takes as long as some fifty steps: at least so many, and
# one for every ten parameters.
CHECK_EVERY, PARAMETERS = 1000, 10


class TrainingStep(NamedTuple):
    """The state before update `number`: `loss` with the penalty, `data_loss` without, `accuracy` from 0 to 1.

    In a step on a batch they are the batch's.
    """

    number: int
    loss: float
    data_loss: float
    accuracy: float


class Training:
    """Training of a model with one score: an iterator of TrainingSteps that never ends.

    `loss` works on Values, loss(scores, labels), and is a mean over the samples. `alpha` is the strength of
    the L2 penalty on the model's parameters. With `batch` a step trains on that many samples; an epoch takes
    each sample once, in an order that `seed` fixes. `alpha`, the optimiser's settings and the data of any
    parameter may be changed between steps. `machine` is what runs it: "arrays", "tape" or, without it, as size decides.

    Trained are the parameters that the optimiser holds. Its means (momentum and the like) start anew here,
    and those in `optimizer` itself stay what they are. After each step the parameters hold their new data,
    so stopping at any moment leaves those of a whole step; their `grad` is not set.

    One sample's graph is recorded and replayed on all. A ValueError says so where the model builds another
    graph for other samples, as with an `if` on data, or has got other parameters. The samples with the
    smallest and the largest numbers are looked at first, then one every 1,000 steps, of large networks fewer: a
    turn that only other samples take is not found.
    """

    def __init__(
        self,
        model,
        data,
        optimizer,
        loss=losses.hinge,
        alpha: float = 0.0,
        batch: int | None = None,
        seed: int = 0,
        machine: str | None = None,
    ):
        self.columns = task.columns(data)
        samples = self.columns.shape[1]
        if not isinstance(optimizer, optim.Optimizer):
            found = getattr(optimizer, "__name__", type(optimizer).__name__)
            raise TypeError(f"training needs an optimiser; got {found}. Try optim.SGD(model.parameters(), lr=0.1).")
        if not hasattr(model, "parameters"):
            found = getattr(model, "__name__", type(model).__name__)
            raise TypeError(f"training needs a model with parameters(); got {found}. Try nn.MLP(2, [16, 1]).")
        if not callable(loss):
            raise TypeError(f"training needs a loss, a function; got {loss!r}. Try losses.hinge.")
        if batch is not None and batch not in range(1, samples + 1):
            raise ValueError(f"a batch has from 1 to {samples} samples here; got {batch}. Leave it out to take all.")
        self.model, self.optimizer, self.loss, self.alpha = model, optimizer, loss, alpha
        self.batch, self.seed, self.number, self.order = batch, seed, 0, (None, None)
        self.parameters, self.trained = list(model.parameters()), list(optimizer.parameters)
        self.check_every = max(CHECK_EVERY, len(self.parameters) // PARAMETERS)
        trained = set(self.trained)
        if strangers := trained - set(self.parameters):
            raise ValueError(
                f"the optimiser moves parameters of this model; got {len(strangers)} that it does not have. "
                "Make it anew: optim.SGD(model.parameters(), lr=0.1)."
            )
        self.strength = Value(alpha)
        self.leaves, self.score, self.data_loss = task.graph(model, loss, self.columns[:, 0])
        total = self.data_loss + losses.l2(self.parameters, self.strength)
        others = [p for p in self.parameters if p not in trained]
        parameters = [*self.trained, *others, self.strength]
        self.replay = record(total, self.leaves, parameters, [self.score, self.data_loss], machine=machine)
        self.flat = FlatParameters(np.array([p.data for p in self.trained]))
        self.moves, self.most = optimizer.on([self.flat]), FIRST
        self.measure()
        some = edges(*self.columns)
        if graphs := self._compare(some, some):
            task.check_mean(loss, graphs)

    def measure(self, data=None) -> TrainingStep:
        """The loss and accuracy on all samples, with the parameters as they are; nothing is trained.

        With `data`, on those samples instead: a test set, say.
        """
        return self._measure(self.columns if data is None else task.columns(data))

    def gradients(self) -> np.ndarray:
        """d loss / d parameter on all samples, for the parameters as they are: one number for each that is trained."""
        self._measure(self.columns)
        self.replay.backward()
        return self.replay.parameter_grads[: len(self.trained)]

    def __iter__(self):
        self._check_parameters()
        return self

    def __next__(self):
        some = self._samples(self.number)
        measured = self._measure(self.columns[:, some])
        if (self.number + 1) % self.check_every == 0:
            numbers = np.arange(self.columns.shape[1])[some]
            place = self.number // self.check_every % len(numbers)
            self._compare([numbers[place]], [place])
        self.replay.backward()
        self.flat.data[:] = self.replay.parameter_data[: len(self.trained)]
        self.flat.grad = self.replay.parameter_grads[: len(self.trained)]
        for name in self.optimizer.settings:
            setattr(self.moves, name, getattr(self.optimizer, name))
        with np.errstate(all="ignore"):
            self.moves.step()
        moved = self.flat.data.tolist(), self.number + 1
        try:
            self._put(*moved)
        except KeyboardInterrupt:
            self._put(*moved)  # never a network of which only a part has moved
            raise
        return measured

    def run(self, steps: int, every: int | None = None, each=None) -> np.ndarray:
        """Train so many steps, with the parameters kept in the machine: the loss before each, as next() gives it.

        The Values get their new data at the end, where it is interrupted, and before each call of `each`, which gets
        the TrainingStep reached after every so many steps. An interruption leaves a whole step.
        """
        if every is not None and every < 1:
            raise ValueError(f"each is called every 1 or more steps; got {every}. Leave it out to have none.")
        self._check_parameters()
        found, runner, every = [], Runner(self.replay, self.moves, self._put), every or max(1, steps)
        runner.most = self.most
        try:
            while len(found) < steps:
                number = runner.reached[0] if runner.reached else self.number
                ahead = min(steps - len(found), every - len(found) % every, -(number + 1) % self.check_every)
                if ahead and runner.able:
                    found += self._piece(runner, number, ahead)
                else:  # a step that is compared with the model
                    runner.settle()
                    found.append(next(self).loss)
                if each is not None and len(found) % every == 0:
                    runner.settle()
                    each(self.measure())
        finally:
            runner.settle()
            self.most = runner.most
        return np.array(found)

    def _piece(self, runner, number, ahead):
        """The losses of some of the steps ahead."""
        if runner.reached is None:
            self.strength.data = float(self.alpha)
            runner.begin(number, {name: getattr(self.optimizer, name) for name in self.optimizer.settings})
        ahead = min(ahead, runner.most)
        if self.batch is None:
            return runner.run(ahead, self.columns)
        order = [self._samples(n) for n in range(number, number + ahead)]
        order = order[: next((n for n, some in enumerate(order) if len(some) != len(order[0])), ahead)]
        return runner.run(len(order), self.columns, order)

    def _put(self, data, number):
        for p, x in zip(self.trained, data, strict=True):
            p.data = x
        self.number = number

    def _samples(self, number):
        """Which samples that step trains on."""
        if self.batch is None:
            return slice(None)
        samples = self.columns.shape[1]
        epoch, place = divmod(number, math.ceil(samples / self.batch))
        if epoch != self.order[0]:
            self.order = epoch, np.random.default_rng([self.seed, epoch]).permutation(samples)
        return self.order[1][place * self.batch :][: self.batch]

    def _measure(self, columns):
        self.strength.data = float(self.alpha)
        total, n = self.replay.forward(*columns), columns.shape[1]
        right = task.right(self.replay.of(self.score), columns)
        loss, data_loss = (float(np.add.reduce(x)) / n for x in (total, self.replay.of(self.data_loss)))
        return TrainingStep(self.number, loss, data_loss, right / n)

    def _check_parameters(self):
        now = list(self.model.parameters())
        if now != self.parameters:
            raise ValueError(
                f"training was recorded on {len(self.parameters)} parameters; the model now has {len(now)}, of which "
                f"{len(set(now) - set(self.parameters))} are new. Record again: a new optimiser and a new Training."
            )

    def _compare(self, samples, places):
        """Compare these samples' graphs with the recorded one; `places` are theirs in the last forward().

        Another graph that comes to the same numbers may pass: log_softmax subtracts a constant that depends
        on the data, and its result does not. Gives the graphs.
        """
        self._check_parameters()
        graphs = []
        replayed = np.transpose([self.replay.of(v)[places] for v in (self.score, self.data_loss)])
        for sample, numbers in zip(samples, replayed, strict=True):
            if not np.isfinite(numbers).all():
                continue  # the engine raises where an array holds inf or NaN
            graphs.append(graph := task.graph(self.model, self.loss, self.columns[:, sample]))
            leaves, score, data_loss = graph
            if np.allclose([score.data, data_loss.data], numbers, rtol=1e-6, atol=1e-6):
                continue
            before = fingerprint(self.data_loss, self.leaves, self.parameters)
            after = fingerprint(data_loss, leaves, self.parameters)
            if before != after:
                raise ValueError(
                    f"training replays the graph of one sample; for sample {sample} the model builds another: "
                    f"{first_difference(before, after)}. An `if` on data, and a number taken from .data, are decided "
                    "once, when recording. Let Values decide, as relu() does. If the model has changed, record again: "
                    "make a new Training."
                )
        return graphs


def training_steps(model, data, optimizer, loss=losses.hinge, alpha: float = 0.0, **how) -> Training:
    """Train step by step: `for step in training_steps(...)`, which ends when you leave it. See Training."""
    return Training(model, data, optimizer, loss, alpha, **how)
