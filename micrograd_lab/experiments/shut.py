"""A network whose hidden neurons all begin shut, and what steps can do about it."""

from typing import NamedTuple

import numpy as np

from .ground import Ground
from .network_club import clubs_of
from .own_training import RATE
from .what_if import MOST

BIAS = -10.0


class Shut(NamedTuple):
    """What became of it: the `moved` numbers, the first being 1, of how many; points that are `right`; and the loss."""

    moved: tuple[int, ...]
    count: int
    right: int
    loss: float


def shut(parts, club="SGD", rate=RATE, steps=MOST, seed=1, bias=BIAS, ground=None) -> Shut:
    """Train a network whose hidden biases all begin at `bias`, by "SGD", "momentum", "Adam" or a learner's class.

    A mini-batch a step, from the learner's own classes' recording. NoRound, in three parts, where their class can't
    go on.
    """
    ground = ground or Ground(parts)
    begun = ground.start(seed)
    for place in biases(ground.recorded.hidden):
        begun[place] = bias
    clubs = clubs_of(None if isinstance(club, str) else club)
    chosen = clubs[club] if isinstance(club, str) else list(clubs.values())[-1]
    run = ground.train(chosen, rate, seed, steps, begun, on=True)
    last = run.kept[-1]
    moved = np.flatnonzero(np.any(np.array(run.kept) != begun, axis=0))
    return Shut(tuple((moved + 1).tolist()), len(begun), ground.right(last), ground.loss(last))


def biases(hidden, inputs=2) -> list[int]:
    """The places of the hidden biases among a network's parameters, which come neuron by neuron, the bias last."""
    found, end = [], 0
    for nin, nout in zip([inputs, *hidden], hidden, strict=False):
        for _ in range(nout):
            end += nin + 1
            found.append(end - 1)
    return found
