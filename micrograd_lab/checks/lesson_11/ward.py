"""Five networks that don't learn: drawn at random, each with the illness of its name."""

import random

from .network import trained

CAUSES = (
    "equal rows",
    "weights too small",
    "weights too large",
    "dead units",
    "inputs too large",
    "rate too high",
    "rate too low",
)
SUFFERS = {
    "Ada": "equal rows",
    "Ben": "dead units",
    "Cleo": "rate too high",
    "Dora": "inputs too large",
    "Emil": "weights too small",
}
PATIENTS = tuple(SUFFERS)
CLOUDS = ((1, 1, 1), (-1, -1, 1), (1, -1, -1), (-1, 1, -1))  # where each lies, and its label
EACH, WIDE = 4, 0.3  # points of a cloud, and how far they lie from its middle at most
ENOUGH, LOW = 15, 0.3  # right points of 16, and a loss: with so many and less it has recovered
HEALTHY = 0.1  # a rate, for relu
GAINS = {"relu": 2**0.5, "tanh": 1.0}


def healthy(chance, widths, activation):
    """A network that would learn: hidden layers of these widths."""
    sizes = [2, *widths, 1]
    gains = [GAINS[activation]] * len(widths) + [1.0]
    return {
        "activation": activation,
        "weights": [
            [[round(chance.gauss(0, gain / nin**0.5), 4) for _ in range(nin)] for _ in range(nout)]
            for nin, nout, gain in zip(sizes, sizes[1:], gains, strict=False)
        ],
        "biases": [[0.0] * nout for nout in sizes[1:]],
        "rate": HEALTHY,
        "points": [
            [round(x + chance.uniform(-WIDE, WIDE), 2) for x in cloud[:2]] for cloud in CLOUDS for _ in range(EACH)
        ],
        "labels": [cloud[2] for cloud in CLOUDS for _ in range(EACH)],
    }


def equal_rows(chance):
    """One number for all weights of a layer, but for those of the points: there it is one row for all units."""
    patient = healthy(chance, [16, 16], "relu")
    first = [round(chance.choice([-1, 1]) * chance.uniform(0.6, 1.2), 2) for _ in range(2)]
    patient["weights"][0] = [list(first) for _ in range(16)]
    for rows, most in zip(patient["weights"][1:], (0.09, 0.09), strict=True):
        same = round(chance.uniform(0.05, most), 3)
        rows[:] = [[same] * 16 for _ in rows]
    return patient


def dead_units(chance):
    """Hidden biases of about -10."""
    patient = healthy(chance, [16, 16], "relu")
    for layer in patient["biases"][:-1]:
        layer[:] = [round(chance.uniform(-11, -9), 1) for _ in layer]
    return patient


def rate_too_high(chance):
    """A rate some hundreds of times too high."""
    return {**healthy(chance, [16, 16], "relu"), "rate": round(chance.uniform(30, 60), 1)}


def inputs_too_large(chance):
    """Coordinates in hundreds, so that tanh is at its end for nearly all points."""
    patient = {**healthy(chance, [16], "tanh"), "rate": 0.3}
    scale = chance.randrange(300, 900)
    patient["points"] = [[round(scale * x) for x in point] for point in patient["points"]]
    return patient


def weights_too_small(chance):
    """Weights of a twentieth or so of what they should be, in four layers."""
    patient = healthy(chance, [16, 16, 16], "relu")
    scale = chance.uniform(0.04, 0.08)
    patient["weights"] = [[[round(scale * w, 5) for w in row] for row in rows] for rows in patient["weights"]]
    return patient


ILL = {
    "equal rows": equal_rows,
    "dead units": dead_units,
    "rate too high": rate_too_high,
    "inputs too large": inputs_too_large,
    "weights too small": weights_too_small,
}


def drawn(name, seed):
    """A patient of this name, with its illness and other numbers for each seed. It doesn't learn as it is."""
    chance = random.Random("{name} {seed}".format(name=name, seed=seed))
    while True:
        patient = ILL[SUFFERS[name]](chance)
        if trained(patient)[-1][1] < ENOUGH - 2:
            return patient
