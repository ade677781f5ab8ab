"""Ways to train on batches with smaller and smaller steps, on plain numbers: the right one, and the slips.

A network has two inputs, one hidden layer of ReLUs and one score. Its numbers are in the order of the probe's Network:
two weights and a bias for each hidden neuron, then a weight for each of them and a bias.
"""

import random
from dataclasses import dataclass
from itertools import islice

from . import batching as cuts
from .batching import epochs_of


def numbers_of(network):
    """All its numbers, in one list."""
    return [x for each in (*network["hidden"], network["out"]) for x in each]


def score(numbers, x):
    """The score of a point (2 numbers)."""
    units = len(numbers) // 4
    total = numbers[-1]
    for n in range(units):
        u, v, b = numbers[3 * n : 3 * n + 3]
        z = x[0] * u + x[1] * v + b
        total += z * numbers[3 * units + n] if z > 0 else 0.0
    return total


def add_slopes(numbers, x, factor, slopes):
    """Add `factor` times the slope of a point's score by each number to `slopes`."""
    units = len(numbers) // 4
    slopes[-1] += factor
    for n in range(units):
        u, v, b = numbers[3 * n : 3 * n + 3]
        z = x[0] * u + x[1] * v + b
        if z > 0:
            back = factor * numbers[3 * units + n]
            slopes[3 * n] += back * x[0]
            slopes[3 * n + 1] += back * x[1]
            slopes[3 * n + 2] += back
            slopes[3 * units + n] += factor * z


def drawn(chance, units, digits=3):
    """A network as data, of numbers between -1 and 1, rounded to so many digits."""

    def some():
        return round(chance.uniform(-1, 1), digits)

    return {
        "hidden": [[some(), some(), some()] for _ in range(units)],
        "out": [some() for _ in range(units + 1)],
    }


def falling(n, steps, size, count):
    """From 1.0, so that it would be 0.1 at step `steps`."""
    return 1.0 - 0.9 * n / steps


@dataclass(frozen=True)
class Way:
    """How somebody trains. `rate(n, steps, size, count)` is that of step n; `epochs` gives batches of places; the loss
    is hinge's, "mean" or "sum"; `told` says which loss is given: "before" the step, "after" it, of "all" points, or the
    number of its "batch" that is `wrong`; `labels` whose label a place takes: its "own", that of its place in the
    "batch", or of "all" points; `kept` gradients add up over steps, and `up` goes uphill; `margin` is hinge's; so many
    losses are left out at the beginning as `skipped` says; `stops` says whether it ends once all points are right, and
    `leaves` which numbers the network has afterwards: the "last", those of its "start", or the "best", those at the
    smallest loss, or the ones "behind" them, after that step.
    """

    rate: object = falling
    epochs: object = epochs_of()
    loss: str = "mean"
    told: str = "before"
    labels: str = "own"
    kept: bool = False
    up: bool = False
    margin: float = 1.0
    more: int = 0
    only: int = 0
    skipped: int = 0
    stops: bool = False
    leaves: str = "last"


RIGHT = Way()


def learned(way, case):
    """The losses that this way gives."""
    return trained(way, case)["losses"]


def trained(way, case):
    """{"losses" that this way gives, "numbers" of the network afterwards}."""
    numbers, points, labels = numbers_of(case["network"]), case["points"], case["labels"]
    steps, size, many = case["steps"], case["size"], len(points)
    batches = way.epochs(many, size, random.Random(case["chance"]).shuffle)
    slopes, losses, passed = [0.0] * len(numbers), [], [numbers]
    for n in range(way.only or steps + way.more):
        places = next(batches)
        signs = [labels[i] for i in places]
        if way.labels == "batch":
            signs = labels[: len(places)]
        pairs = [(points[i], y) for i, y in zip(places, signs, strict=True)]
        if not way.kept:
            slopes = [0.0] * len(numbers)
        by = 1 if way.loss == "sum" else len(pairs)
        loss = _loss(numbers, pairs, by, way.margin, slopes)
        if way.told == "all":
            everything = list(zip(points, labels, strict=True))
            loss = _loss(numbers, everything, len(everything), way.margin)
        rate = way.rate(n, steps, size, many) * (-1 if way.up else 1)
        numbers = [x - rate * slope for x, slope in zip(numbers, slopes, strict=True)]
        if way.told == "after":
            loss = _loss(numbers, pairs, by, way.margin)
        losses.append(loss)
        passed.append(numbers)
        if way.stops and all((score(numbers, x) > 0) == (y > 0) for x, y in zip(points, labels, strict=True)):
            break
    best = losses.index(min(losses))
    left = {"last": -1, "start": 0, "best": best, "behind": best + 1}[way.leaves]
    return {"losses": losses[way.skipped :], "numbers": passed[left]}


def _loss(numbers, pairs, by, margin, slopes=None):
    total = 0.0
    for x, y in pairs:
        lacks = margin - y * score(numbers, x)
        if lacks > 0:
            total += lacks
            if slopes is not None:
                add_slopes(numbers, x, -y / by, slopes)
    return total / by


def of_epoch(n, size, count):
    """Which epoch step n is in."""
    return n // -(-count // size)


def fewer(n, steps, size, count):
    """One rate an epoch."""
    return 1.0 - 0.9 * of_epoch(n, size, count) / max(1, -(-steps // -(-count // size)))


def by_epoch(n, steps, size, count):
    """The number of the epoch in the place of that of the step."""
    return 1.0 - 0.9 * of_epoch(n, size, count) / steps


def by_whole_epoch(n, steps, size, count):
    """Over the whole epochs that fit in."""
    return 1.0 - 0.9 * of_epoch(n, size, count) / max(1, steps // -(-count // size))


def multiplied(n, steps, size, count):
    """Each rate is the last one times what it should be."""
    rate = 1.0
    for k in range(n + 1):
        rate *= 1.0 - 0.9 * k / steps
    return rate


def everything(many, size, shuffle):
    """All places, in order, in each step."""
    while True:
        yield list(range(many))


def everything_shuffled(many, size, shuffle):
    """All places in each step, shuffled before."""
    order = list(range(many))
    while True:
        shuffle(order)
        yield list(order)


def anew(many, size, shuffle):
    """New batches for each step, of which the first is taken."""
    while True:
        yield next(epochs_of()(many, size, shuffle))


def swapped(many, size, shuffle):
    """So few places as a batch has, in batches of so many as there are points."""
    yield from epochs_of()(size, many, shuffle)


def the_first(many, size, shuffle):
    """The first batch in every step."""
    batch = next(epochs_of()(many, size, shuffle))
    while True:
        yield batch


def first_epoch_alone(many, size, shuffle):
    """The batches of one epoch, again and again."""
    batches = list(islice(epochs_of()(many, size, shuffle), -(-many // size)))
    while True:
        yield from batches


def one_ahead(many, size, shuffle):
    """A batch is taken and not used, at first."""
    batches = epochs_of()(many, size, shuffle)
    next(batches)
    yield from batches


def every_second(many, size, shuffle):
    """Two batches are taken for each step, and the first is used."""
    batches = epochs_of()(many, size, shuffle)
    while True:
        yield next(batches)
        next(batches)


def two_taken(many, size, shuffle):
    """Two batches are taken for each step, and the second is used."""
    batches = one_ahead(many, size, shuffle)
    while True:
        yield next(batches)
        next(batches)


def unshuffled(many, size, shuffle):
    """In order, epoch by epoch."""
    yield from epochs_of(before=cuts.nothing)(many, size, shuffle)
