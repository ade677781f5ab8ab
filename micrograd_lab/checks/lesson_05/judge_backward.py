"""5.2: backward().

Asked are the gradients of all nodes. How they are found is not: whoever goes through the graph and measures each slope
well enough has answered it, and meets 5.5, where that takes too long.
"""

import random

from ..judge import Judge
from ..wrong_engines.backwards import gradients, misconceptions
from ..wrong_engines.exact import by_models
from ..wrong_engines.facts import FACTS
from ..wrong_engines.places import described, lines_of, numbers_of
from ..wrong_engines.sweeps import right

LINES = (
    ["y = a + b * c"],
    ["y = a + a + b * c"],
    ["t = a * b", "y = t + t * c"],
    ["t = a * b", "y = t * c + t"],
    ["y = (a * b) * (a + b)"],
    ["y = a.tanh() + a.exp() + a ** 3 + b * c"],
    ["t = a * b", "u = t + t * c", "y = u * c + u + t"],
    ["t = a + b", "u = t * t", "v = u * c", "y = v * a + u * t"],
)


def cases(seed):
    """The lecture's graphs and the ones that tell, at numbers of their own."""
    chance = random.Random(seed)
    at = [{name: some(chance) for name in "abc"} for _ in LINES]
    if not seed:
        at[:3] = [{"a": 2.0, "b": -3.0, "c": 4.0}] * 3  # the numbers of the lesson
    return tuple(described(inputs, lines, chance, bool(seed)) for inputs, lines in zip(at, LINES, strict=True))


def some(chance):
    """A number that is neither 0 nor 1, nor near."""
    return chance.choice((-1, 1)) * round(chance.choice((chance.uniform(0.3, 0.8), chance.uniform(1.2, 2))), 2)


def tells(case):
    return "{lines} at {numbers}".format(lines="; ".join(lines_of(case)), numbers=numbers_of(case))


MODELS = misconceptions(gradients)
BACKWARD = Judge(cases, gradients(right), tells=tells, misconceptions=FACTS, models=by_models(MODELS))
