"""5.2: backward().

Asked are the gradients of all nodes. How they are found is not: whoever goes through the graph and measures each slope
well enough has answered it, and meets 5.5, where that takes too long.
"""

import random

from ..judge import Judge, Misconception
from ..wrong_engines.backwards import gradients, misconceptions
from ..wrong_engines.exact import by_models
from ..wrong_engines.facts import FACTS
from ..wrong_engines.places import described, lines_of, numbers_of
from ..wrong_engines.sweeps import right, swept

LINES = (
    ["y = a + b * c"],
    ["y = a + a + b * c"],
    ["t = a * b", "y = t + t * c"],
    ["t = a * b", "y = t * c + t"],
    ["y = (a * b) * (a + b)"],
    ["y = a.tanh() + a.exp() + a ** 3 + b * c"],
    ["t = a * b", "u = t + t * c", "y = u * c + u + t"],
    ["t = a + b", "u = t * t", "v = u * c", "y = v * a + u * t"],
    ["t = a * b", "u = t * c", "v = u.relu()", "y = v + t"],  # closed: u has 0, and t sends after it
    # whoever counts t * t as one user and takes two away is early in any order of the users
    ["t = a * b", "u = t * c * a * b", "y = t * t + (u + t * t)"],
    ["y = a"],
)
CLOSED, LEAF = 8, 10
SIGNS = {"a": 1, "b": -1, "c": 1}  # so that the relu is closed


def cases(seed):
    """The lecture's graphs and the ones that tell, at numbers of their own."""
    chance = random.Random(seed)
    at = [numbers(n, chance) for n in range(len(LINES))]
    if not seed:
        at[:3] = [{"a": 2.0, "b": -3.0, "c": 4.0}] * 3  # the numbers of the lesson
    return tuple(described(inputs, lines, chance, bool(seed)) for inputs, lines in zip(at, LINES, strict=True))


def numbers(n, chance):
    """What a, b and c are in the graph of LINES[n]."""
    at = {name: some(chance) for name in "abc"}
    return {name: SIGNS[name] * abs(x) for name, x in at.items()} if n == CLOSED else at


def some(chance):
    """A number that is neither 0 nor 1, nor near."""
    return chance.choice((-1, 1)) * round(chance.choice((chance.uniform(0.3, 0.8), chance.uniform(1.2, 2))), 2)


ALONE = "y, a Number made from nothing,"
A_LEAF = Misconception(
    "a leaf as root",
    None,
    "Here the output is a leaf. It has no inputs to send to; but its derivative by itself is 1, as that of any output.",
    "give the output its 1.0 first, even where it is a leaf.",
    seen=lambda case, result: not lines_of(case) and result["y"] == 0,
)


def tells(case):
    return "{lines} at {numbers}".format(lines="; ".join(lines_of(case)) or ALONE, numbers=numbers_of(case))


MODELS = misconceptions(gradients)


def nobody(g):
    """No node has its turn: only the output has its 1, which is all there is where it is a leaf."""
    return ()


BACKWARD = Judge(
    cases,
    gradients(right),
    tells=tells,
    misconceptions=(A_LEAF, *FACTS),
    models=by_models(MODELS),
    guesses=(gradients(swept(nobody)),),
)
