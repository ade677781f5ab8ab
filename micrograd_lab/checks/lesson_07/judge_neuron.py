"""7.1: a neuron, made on the learner's own Values."""

import random

from ..judge import Misconception, same
from .judging import judge_of
from .slips.neurons import SLIPS
from .slips.right import Neuron

SHAPES = ({"nin": 3}, {"nin": 3}, {"nin": 2, "nonlin": False}, {"nin": 2, "nonlin": False})
SHAPES += ({"nin": 1}, {"nin": 4, "nonlin": True})
LIFT = 0.35  # how far from 0 what goes into the gate is at least


def neuron_cases(seed):
    """Neurons of several sizes, whose gate is open where `open`, and shut in every second case."""
    chance, found = random.Random(seed + 700), []
    for n, shape in enumerate(SHAPES):
        case = {"makes": [shape["nin"]], "seed": chance.randint(1, 10**6)}
        case |= {"nonlin": shape["nonlin"]} if "nonlin" in shape else {}
        found.append({**case, **_numbers(chance, shape["nin"], n % 2 == 0)})
    return tuple(found)


def _numbers(chance, nin, is_open):
    """x, and numbers for w and b at which what goes into the gate is above 0 or below it, without b another."""
    while True:
        x, w = ([chance.choice((-1, 1)) * round(chance.uniform(0.4, 2.5), 2) for _ in range(nin)] for _ in "xw")
        products = [wi * xi for wi, xi in zip(w, x, strict=True)]
        b = chance.choice((-1, 1)) * round(chance.uniform(0.6, 2.0), 2)
        total = sum(products) + b
        mixed = nin == 1 or min(products) < -0.1 < 0.1 < max(products)
        if mixed and abs(sum(products)) > LIFT and (total > LIFT if is_open else total < -LIFT):
            return {"x": x, "numbers": [*w, b]}


def _drawn(case):
    """The weights of the neuron of a case."""
    chance = random.Random(case["seed"])
    return [chance.uniform(-1, 1) for _ in range(case["makes"][0])]


SEEN = (
    Misconception(
        "nonlin where it is called",
        None,
        "It is not made with nonlin. Whether it bends is said once, when it is made: Neuron(2, nonlin=False).",
        "let __init__ take it, nonlin=True, and keep it in self.nonlin.",
        seen=lambda case, result: (
            "nonlin" in case and result["at"] == "__init__" and any(w in result["says"] for w in ("takes", "'nonlin'"))
        ),
    ),
    Misconception(
        "the weights of others too",
        None,
        "It has the weights of the neurons made before it too: a list that stands in the class, or in the first line "
        "of a def, is made once, for all of them.",
        "make the list in __init__: self.w = [...].",
        seen=lambda case, result: (
            len(result["made"]) > case["makes"][0] + 1
            and same(result["made"][-case["makes"][0] - 1 : -1], _drawn(case))
        ),
    ),
    Misconception(
        "a list times a list",
        None,
        "Python can't multiply a list by a list: each weight has its own input.",
        "go through both at once: for w, xi in zip(self.w, x).",
        seen=lambda case, result: (
            "can't multiply sequence" in result["says"] or ("'list'" in result["says"] and "operand" in result["says"])
        ),
    ),
    Misconception(
        "weights are plain numbers",
        None,
        "The sum is a plain number, which has no relu: neither the weights nor b are Values.",
        "make Values of them: Value(random.uniform(-1, 1)), and Value(0.0) for b.",
        seen=lambda case, result: "'float' object has no attribute 'relu'" in result["says"],
    ),
)

NEURON = judge_of(
    Neuron,
    SLIPS,
    neuron_cases,
    SEEN,
    "A neuron is relu(w1 * x1 + w2 * x2 + ... + b), and parameters() is its weights in order, and then b.",
    "make one with two weights, put 1.0 and 2.0 into them and 0.5 into b, and work the output out by hand.",
)
