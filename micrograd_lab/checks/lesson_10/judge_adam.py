"""10.2: Adam, compared place by place."""

import random

from .judge_momentum import drawn
from .judging import judge_of
from .slips.adam import SLIPS
from .slips.right import Adam

SETTINGS = {"beta1": 0.5, "beta2": 0.8, "eps": 0.1}
SHAPES = (
    {"many": 3, "steps": 6, "given": "list", "by": "place", "settings": {}},
    {"many": 1, "steps": 7, "given": "tuple", "by": "place", "settings": SETTINGS, "falls": 3},
    {"many": 2, "steps": 6, "given": "generator", "by": "name", "settings": {"beta1": 0.8, "beta2": 0.9}, "twin": True},
    {"many": 2, "steps": 5, "given": "list", "by": "name", "settings": {}, "falls": 2, "scale": 1e-6},
    {"many": 4, "steps": 5, "given": "list", "by": "name", "settings": {"eps": 0.01}, "scale": 1e6, "twin": True},
    {"many": 2, "steps": 4, "given": "tuple", "by": "name", "settings": {"beta1": 0.0, "beta2": 0.5}},
    {"many": 2, "steps": 4, "given": "list", "by": "name", "settings": {"eps": 0.2}, "scale": 0.1},
)


def adam_cases(seed):
    """Gradients of all sizes, that keep their sign, change it, and are 0 at times."""
    chance = random.Random(seed + 2000)
    return tuple(drawn(chance, **shape) for shape in SHAPES)


ADAM = judge_of(
    Adam,
    SLIPS,
    adam_cases,
    (),
    "take one parameter, lr=0.1 and a gradient of 5: after one step m is 0.5, v is 0.025, and it has moved by 0.1.",
)
