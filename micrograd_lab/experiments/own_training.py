"""Two moons, learned by a learner's own classes: their network, their loop, their loss, on their engine."""

import random
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from .. import datasets, losses, nn, optim
from ..replay import collector_paused, record
from .eagerly import eagerly

POINTS, NOISE, SEED = 100, 0.1, 1  # the moons of the first page
HIDDEN, RATE, BATCH, STEPS = (16, 16), 0.3, 20, 300
# By PyTorch 2.14.1, in float64, on the same mini-batches: step, its loss, points that are right after it.
RECORDED = (
    (1, 0.6744312811044274, 84),
    (10, 0.232317777555565, 86),
    (20, 0.11190933344919354, 89),
    (30, 0.3310105339546758, 97),
    (40, 0.28587563801952454, 97),
    (50, 0.0938641531385381, 99),
    (53, 0.07815435638995363, 100),
)
FOLLOWED = 9  # the weight that the course follows: w1 of unit 4 in the first layer
SIZE, MARGIN = 80, 0.5  # places a side of the field; and how far it reaches beyond the points
LACKS = "asked: {name}, to train with it\nfound: none in {where}\ntry:   {tries}"
FROM = {"MLP": "exercise 7.3, whose check keeps yours", "train": "exercise 8.1, whose check keeps yours"}
ENDED = (
    "asked: step {number} of train\nfound: the loop had ended already\n"
    "try:   exercise 8.1: train gives a loss for each of the steps that it is asked for"
)


class Parts(NamedTuple):
    """What a training is made of; `lent` are the names of those that are the course's, as there are none yet."""

    MLP: Any
    train: Any
    hinge: Any
    accuracy: Any
    lent: tuple = ()


def train(loss_of, parameters, step, steps) -> Iterator[float]:
    """The course's own loop: the loss before each of so many steps."""
    optimizer = optim.SGD(parameters)
    for turn in range(steps):
        now = loss_of(turn)
        optimizer.zero_grad()
        now.backward()
        step(turn)
        yield now.data


def accuracy(scores, labels) -> float:
    """The share of scores, Values of any class, that have the sign of their label; 0 counts as minus."""
    return losses.accuracy([s.data for s in scores], labels)


KIT = Parts(nn.MLP, train, losses.hinge, accuracy)


def parts_of(module) -> Parts:
    """MLP, train, hinge and accuracy of a module such as mine; of the last two the course's, where there are none.

    ImportError, in three parts, where there is no MLP or no train.
    """
    if isinstance(module, Parts):
        return module
    found, lent = [], []
    for name, instead in (("MLP", None), ("train", None), ("hinge", losses.hinge), ("accuracy", accuracy)):
        try:
            found.append(getattr(module, name))
        except (AttributeError, ImportError):
            if instead is None:
                where = getattr(module, "__name__", type(module).__name__).rpartition(".")[2]
                raise ImportError(LACKS.format(name=name, where=where, tries=FROM[name])) from None
            found.append(instead)
            lent.append(name)
    return Parts(*found, tuple(lent))


@contextmanager
def seeded(seed) -> Iterator[None]:
    """Python's own `random` begun from this seed, and afterwards as it was before."""
    before = random.getstate()
    random.seed(seed)
    try:
        yield
    finally:
        random.setstate(before)


def mini_batches(count: int, size: int, steps: int, seed: int) -> list[list[int]]:
    """The numbers of the samples of each step. Each epoch the running order is shuffled on, and cut into pieces."""
    draw, order, found = random.Random(seed), list(range(count)), []
    while len(found) < steps:
        draw.shuffle(order)
        found += [order[first : first + size] for first in range(0, count, size)]
    return found[:steps]


class OwnTraining:
    """A network of somebody's own classes that learns the moons, one mini-batch a step.

    `points` are pairs and `labels` -1.0 or 1.0 for each; `limits` the window, left, right, bottom, top. `losses` has
    the loss before each step, on its mini-batch; `right` a boolean for each point, and `scores` SIZE rows of SIZE, from
    the top. The steps are theirs; the picture of the plane is their own graph, recorded and replayed.
    """

    def __init__(self, parts, hidden=HIDDEN, rate=RATE, batch=BATCH, steps=STEPS, seed=SEED):
        self.parts, self.hidden, self.rate, self.batch, self.most, self.seed = parts, hidden, rate, batch, steps, seed
        self.points, self.labels = datasets.moon_points(POINTS, noise=NOISE, seed=SEED)
        across, up = zip(*self.points, strict=True)
        self.limits = min(across) - MARGIN, max(across) + MARGIN, min(up) - MARGIN, max(up) + MARGIN
        self._places = everywhere(self.limits, SIZE, self.points)
        self.plan = mini_batches(POINTS, batch, steps, seed)
        self.reset()

    def reset(self) -> None:
        """A new network from the same seed."""
        with seeded(self.seed):
            self.model = self.parts.MLP(2, [*self.hidden, 1])
        self.parameters = list(self.model.parameters())
        self.losses, self.shares = [], []
        self._steps = eagerly(self.parts.train(self._loss_of, self.parameters, self._move, self.most))
        x = [type(self.parameters[0])(number) for number in self.points[0]]
        self._score = record(self.model(x), x, self.parameters, machine="tape")
        self._measure()

    @property
    def count(self) -> int:
        """How many numbers the network has."""
        return len(self.parameters)

    @property
    def number(self) -> int:
        """How many steps were made."""
        return len(self.losses)

    @property
    def done(self) -> bool:
        """Whether every point is right, or no step is left."""
        return self.learned or self.number >= self.most

    def step(self) -> None:
        """Make one step. RuntimeError, in three parts, where their loop ends too early."""
        try:
            loss = next(self._steps)
        except StopIteration:
            raise RuntimeError(ENDED.format(number=self.number + 1)) from None
        self.losses.append(float(loss))
        self._measure()

    def _loss_of(self, n):
        some = self.plan[n]
        return self.parts.hinge([self.model(list(self.points[i])) for i in some], [self.labels[i] for i in some])

    def _move(self, _n):
        for p in self.parameters:
            p.data -= self.rate * p.grad

    def _measure(self):
        scores = self._score.forward(*self._places).tolist()
        self.scores = [scores[row * SIZE :][:SIZE] for row in range(SIZE)]
        value, here = type(self.parameters[0]), scores[SIZE**2 :]
        share = self.parts.accuracy([value(score) for score in here], self.labels)
        if share == 1:  # then their engine has the last word, and not the recording
            with collector_paused():
                share = self.parts.accuracy([self.model(list(point)) for point in self.points], self.labels)
        self.learned = share == 1
        self.shares.append(float(share))
        self.right = tuple((score > 0) == (label > 0) for score, label in zip(here, self.labels, strict=True))


def everywhere(limits, size, points) -> tuple[array, array]:
    """Two columns: the places of a field, row by row from the top, and below them the points."""
    left, right, bottom, top = limits
    x = [left + (right - left) * n / (size - 1) for n in range(size)]
    y = [top - (top - bottom) * n / (size - 1) for n in range(size)]
    across, up = zip(*points, strict=True)
    return array("d", x * size + [*across]), array("d", [v for v in y for _ in x] + [*up])
