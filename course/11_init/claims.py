"""What lesson 11 says of many networks: deep ones at three scales, and the moons from other starts."""

import random
from functools import cache
from itertools import pairwise

import numpy as np

from micrograd_lab import datasets
from micrograd_lab.authoring.claims import claim
from micrograd_lab.experiments.own_training import BATCH, HIDDEN, KIT, NOISE, POINTS, RATE, SEED, mini_batches
from micrograd_lab.experiments.signal import kit, passage, sent
from micrograd_lab.experiments.what_if import Recorded

DEEP = [16] * 8


@cache
def through(seed, scale, activation="relu"):
    """The Passage through this seed's network of 30 layers."""
    return passage(kit(activation=activation, seed=seed), activation, scale, *sent(seed=seed))


def ends(seed, scale, activation="relu"):
    """By how much the spread is multiplied there, and back."""
    found = through(seed, scale, activation)
    return found.there, found.back


@claim("At half the scale less than a hundred-millionth is left, there and back, in 30 of 30 networks", exactly=30)
def dies_at_half(seed):
    return max(ends(seed, 0.5)) < 1e-8


@claim("at twice the scale it grows more than ten million times, in 30 of 30", exactly=30)
def explodes_at_twice(seed):
    return min(ends(seed, 2.0)) > 1e7


@claim(
    "at the right scale what arrives is between a hundredth of what went in and twice as much, in 30 of 30", exactly=30
)
def lives_at_the_right_scale(seed):
    return min(ends(seed, 1.0)) > 0.01 and max(ends(seed, 1.0)) < 2


@claim("they are as many at a half as at twice, in 30 of 30", exactly=30)
def as_many_are_dead_at_each_scale(seed):
    return through(seed, 0.5).dead == through(seed, 1.0).dead == through(seed, 2.0).dead


@claim(
    "With tanh at twice the scale the answers keep their spread and the gradients grow more than ten thousand times, "
    "in 30 of 30",
    exactly=30,
)
def tanh_keeps_the_answers_and_not_the_gradients(seed):
    there, back = ends(seed, 2.0, "tanh")
    return 0.8 < there < 1 and back > 1e4


@cache
def recorded(hidden):
    """One recording of a network on the moons for all seeds."""
    return Recorded(KIT, list(hidden))


@cache
def points():
    """The labels, and the places, of lesson 9's 100 points."""
    found, labels = datasets.moon_points(POINTS, noise=NOISE, seed=SEED)
    return np.array([labels, *zip(*found, strict=True)])


def trained(seed, hidden=HIDDEN, start=None, rate=RATE, steps=100):
    """(Loss, how many of 100 points are right, numbers at the start, numbers at the end) of lesson 9's training.

    `start(numbers, sizes, seed)` gives the first numbers in place of the usual ones.
    """
    run, columns = recorded(tuple(hidden)), points()
    run.begin(seed)
    if start:
        run.put(start(run.numbers(), [2, *hidden, 1], seed))
    first, stepping = run.numbers(), run.steps(rate, columns)
    with np.errstate(all="ignore"):
        for some in mini_batches(POINTS, BATCH, steps, seed):
            stepping.run(1, order=[some])
        scores = run.scores(*columns[1:])
        loss = float(np.maximum(0.0, 1 - scores * columns[0]).mean())
    return loss, int(((scores > 0) == (columns[0] > 0)).sum()), first, run.numbers()


def units(numbers, sizes):
    """(Weights (nout, nin), biases (nout,)) of each layer, from all of its network's numbers."""
    found, at = [], 0
    for nin, nout in pairwise(sizes):
        rows = numbers[at : at + nout * (nin + 1)].reshape(nout, nin + 1)
        found.append((rows[:, :nin], rows[:, nin]))
        at += rows.size
    return found


def dead(numbers, sizes):
    """How many hidden ReLUs answer 0 at each of the 100 points."""
    answers, count = points()[1:].T, 0
    for weights, biases in units(numbers, sizes)[:-1]:
        answers = np.maximum(answers @ weights.T + biases, 0.0)
        count += int((answers == 0).all(axis=0).sum())
    return count


def zeros(numbers, sizes, seed):
    return np.zeros_like(numbers).tolist()


def equal(numbers, sizes, seed):
    """All weights 0.3, biases 0."""
    return np.where(numbers == 0, 0.0, 0.3).tolist()


def small(numbers, sizes, seed):
    return (numbers / 100).tolist()


def kept(numbers, sizes, seed):
    """The start of exercise 11.1: a spread of gain / nin ** 0.5, the last layer linear."""
    draws, found = random.Random(seed), []
    for nin, nout in pairwise(sizes):
        spread = (1 if nout == sizes[-1] else 2**0.5) / nin**0.5
        for _ in range(nout):
            found += [draws.gauss(0, spread) for _ in range(nin)] + [0.0]
    return found


STARTS = {start.__name__: start for start in (zeros, equal, small, kept)}


@cache
def ended(seed, start="", hidden=tuple(HIDDEN), rate=RATE, steps=100):
    """What trained() gives."""
    return trained(seed + 1, hidden, STARTS.get(start), rate, steps)


@claim("from zeros 336 of 337 numbers do not move in 300 steps, in 30 of 30 tries", exactly=30)
def nothing_moves_from_zeros(seed):
    """All but the last, the output's own bias."""
    *_, first, last = ended(seed, "zeros", steps=300)
    return bool((first[:-1] == last[:-1]).all())


@claim("From weights that are all 0.3 some 86 of 100 come out right", close=(86.0, 2.0))
def right_from_equal_weights(seed):
    return ended(seed, "equal")[1]


@claim("and at the end all 16 units of a layer still have the same weights, in 30 of 30", exactly=30)
def equal_rows_stay_equal(seed):
    layers = units(ended(seed, "equal")[3], [2, *HIDDEN, 1])
    return all(len(np.unique(weights, axis=0)) == 1 for weights, _ in layers)


@claim("from weights of a hundredth of the usual size the loss is still 1.000 after 100 steps, in 30 of 30", exactly=30)
def small_weights_do_not_wake(seed):
    return "{:.3f}".format(ended(seed, "small")[0]) == "1.000"


@claim("At a rate of 5 some 28 of the 32 ReLUs are shut for every point after 100 steps", close=(28.0, 2.5))
def dead_at_a_rate_of_5(seed):
    return dead(ended(seed, rate=5.0)[3], [2, *HIDDEN, 1])


@claim(
    "With eight hidden layers the usual start gets 50 of 100 points right after 200 steps, in 30 of 30 tries",
    exactly=30,
)
def deep_from_the_usual_start(seed):
    return ended(seed, hidden=tuple(DEEP), steps=200)[1] == 50


@claim("from `init` some 98 come out right", close=(98.0, 2.0))
def deep_from_init(seed):
    return ended(seed, "kept", hidden=tuple(DEEP), steps=200)[1]


@claim("At a tenth of it the same start gets some 99 of 100 right", close=(99.0, 2.0))
def deep_at_a_tenth_of_the_rate(seed):
    return ended(seed, hidden=tuple(DEEP), rate=RATE / 10, steps=200)[1]


@claim("with two hidden layers the usual start has some 98.5 of 100 right after 100 steps", close=(98.5, 1.0))
def two_layers_from_the_usual_start(seed):
    return ended(seed)[1]


@claim("and the right scale some 95.4", close=(95.4, 2.5))
def two_layers_from_the_right_scale(seed):
    return ended(seed, "kept")[1]
