"""10.1: momentum, compared place by place."""

import random

from .judging import judge_of
from .slips.momentum import SLIPS
from .slips.right import Momentum

# How many parameters and steps, how they come, the settings, and after which step lr is changed.
SHAPES = (
    {"many": 3, "steps": 6, "given": "list", "by": "place", "settings": {}},
    {"many": 1, "steps": 7, "given": "tuple", "by": "place", "settings": {"momentum": 0.5}, "falls": 3},
    {"many": 2, "steps": 6, "given": "generator", "by": "name", "settings": {"momentum": 0.8}, "twin": True},
    {"many": 4, "steps": 5, "given": "list", "by": "name", "settings": {"momentum": 0.95}, "falls": 2, "scale": 1000.0},
    {"many": 2, "steps": 4, "given": "tuple", "by": "name", "settings": {"momentum": 0.0}, "twin": True},
)


def momentum_cases(seed):
    """Gradients that keep their sign, change it, and are 0 at times."""
    chance = random.Random(seed + 1000)
    return tuple(drawn(chance, **shape) for shape in SHAPES)


def drawn(chance, many, steps, given, by, settings, falls=None, twin=False, scale=1.0, zeros=True):
    """A case of these; `falls` is after which step lr becomes another, `zeros` whether one gradient is 0
    at first, and another later."""
    lr = chance.choice((0.05, 0.1, 0.2, 0.3))
    grads = [[_gradient(chance) * scale for _ in range(many)] for _ in range(steps)]
    if zeros and many > 1:
        for row in grads[:2]:
            row[-1] = 0.0
        grads[-2][0] = 0.0
    later = round(lr * chance.choice((0.3, 0.5, 2.0)), 4)
    return {
        "starts": [round(chance.uniform(-3, 3), 2) for _ in range(many)],
        "grads": grads,
        "rates": [lr if falls is None or n < falls else later for n in range(steps)],
        "settings": settings,
        "by": by,
        "given": given,
        "twin": twin,
    }


def _gradient(chance):
    return round(chance.choice((-1, 1, 1)) * chance.uniform(0.2, 3.0), 2)


MOMENTUM = judge_of(
    Momentum,
    SLIPS,
    momentum_cases,
    (),
    "take one parameter, lr=0.1 and gradients of 1, 1, 1, and work out its velocities by hand: 1, 1.9, 2.71.",
)
