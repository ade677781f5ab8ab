"""What can go wrong where a neuron begins: what its weights and its bias are at first."""

import random

from ....engine import Value
from .slip import Slip

DRAWS = "asked is random.uniform(-1, 1) for each weight, in order, and 0.0 for b."
START = "A network that is to be found again by its seed has to draw the same numbers in the same order."


def _draws(how):
    return lambda self, nin: [Value(how()) for _ in range(nin)]


def _bias(how):
    return lambda self: Value(how())


def _seeded(seed):
    def weights(self, nin):
        random.seed(seed)
        return [Value(random.uniform(-1, 1)) for _ in range(nin)]

    return weights


def _one_value(self, nin):
    return [Value(random.uniform(-1, 1))] * nin


def _one_number(self, nin):
    number = random.uniform(-1, 1)
    return [Value(number) for _ in range(nin)]


DRAWN = (
    Slip(
        "one Value for all weights",
        "All its weights are one and the same Value: whoever moves one, moves them all. [Value(...)] * nin makes one "
        "Value and writes it nin times.",
        "make a new one for each input: [Value(...) for _ in range(nin)].",
        {"weights": _one_value},
    ),
    Slip(
        "one number for all weights",
        "Its weights all begin at the same number, because it is drawn once. " + START,
        "draw inside the comprehension: " + DRAWS,
        {"weights": _one_number},
    ),
    Slip(
        "one draw too many",
        "It draws a number more than it has weights, so the next neuron after the same seed begins with another one. "
        + START,
        DRAWS,
        {"weights": lambda self, nin: [Value(random.uniform(-1, 1)) for _ in range(nin + 1)][:nin]},
    ),
    *(
        Slip(
            "seeded by itself",
            "It seeds the random numbers itself, so all neurons begin with the same ones. random.seed(7) is for who "
            "wants the same network again.",
            "leave out random.seed.",
            {"weights": _seeded(seed)},
        )
        for seed in (7, 0, 1, 42)
    ),
    *(
        Slip(
            "smaller weights",
            "Its weights are made smaller where it has more inputs. That is done elsewhere, and " + DRAWS,
            "random.uniform(-1, 1), and nothing more.",
            {"weights": lambda self, nin, power=power: [Value(random.uniform(-1, 1) / nin**power) for _ in range(nin)]},
        )
        for power in (1, 0.5)
    ),
    Slip(
        "weights that are used up",
        "Its weights are a generator, by round brackets, and that is empty once it has been gone through.",
        "make a list: square brackets.",
        {"weights": lambda self, nin: (Value(random.uniform(-1, 1)) for _ in range(nin))},
    ),
    Slip(
        "one weight more",
        "It has a weight more than it has inputs.",
        "one weight for each input, and b beside them.",
        {"weights": lambda self, nin: [Value(random.uniform(-1, 1)) for _ in range(nin + 1)]},
    ),
    *(
        Slip(name, says + " " + START, DRAWS, {"weights": _draws(how)})
        for name, says, how in (
            ("weights at 0", "Its weights begin at 0, so all neurons of a layer would stay the same.", lambda: 0.0),
            ("weights at 1", "Its weights begin at 1, so all neurons of a layer would stay the same.", lambda: 1.0),
            ("never below 0", "Its weights lie between 0 and 1, and none begins below 0.", random.random),
            ("by gauss", "Its weights are drawn by gauss.", lambda: random.gauss(0, 1)),
            ("minus one to one, whole", "Its weights are whole numbers.", lambda: random.randint(-1, 1)),
        )
    ),
    *(
        Slip("a bias that is not 0", says, "let b begin at 0.0, without drawing.", {"bias": _bias(how)})
        for says, how in (
            ("b begins at 1. It should begin at 0.0.", lambda: 1.0),
            ("b is drawn, as the weights are. It should begin at 0.0: " + START, lambda: random.uniform(-1, 1)),
        )
    ),
)
