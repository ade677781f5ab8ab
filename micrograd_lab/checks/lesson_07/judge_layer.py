"""7.2: a layer of neurons, made of the learner's own Neuron."""

import random

from ..judge import Misconception
from .judging import judge_of
from .slips.layers import SLIPS
from .slips.right import Layer

SHAPES = (([3, 2], None), ([2, 4], True), ([2, 3], False), ([4, 1], False), ([1, 2], None))


def layer_cases(seed):
    """Layers of several sizes, one of a single neuron; in each some gate is open and, of three and more, some shut."""
    chance, found = random.Random(seed + 7200), []
    for (nin, nout), nonlin in SHAPES:
        case = {"makes": [nin, nout], "seed": chance.randint(1, 10**6)}
        case |= {"nonlin": nonlin} if nonlin is not None else {}
        found.append({**case, **_numbers(chance, nin, nout)})
    return tuple(found)


def _numbers(chance, nin, nout):
    while True:
        x = [chance.choice((-1, 1)) * round(chance.uniform(0.4, 2.0), 2) for _ in range(nin)]
        rows = [[round(chance.uniform(-2, 2), 2) for _ in range(nin + 1)] for _ in range(nout)]
        totals = [sum(w * xi for w, xi in zip(row, [*x, 1.0], strict=True)) for row in rows]
        shut = sum(t < -0.2 for t in totals)
        if min(map(abs, totals)) > 0.2 and (shut == 1 if nout == 1 else 0 < shut < nout):
            return {"x": x, "numbers": [number for row in rows for number in row]}


SEEN = (
    Misconception(
        "lists in the list",
        None,
        "parameters() gives lists in a list. Whoever moves them wants Values, one after the other.",
        "two `for` in one comprehension: for n in self.neurons for p in n.parameters().",
        seen=lambda case, result: "nested" in result,
    ),
    Misconception(
        "nonlin where it is called",
        None,
        "It is not made with nonlin. Whether it bends is said once, when it is made: Layer(2, 3, nonlin=False).",
        "let __init__ take it, nonlin=True, and keep it in self.nonlin.",
        seen=lambda case, result: (
            "nonlin" in case and result["at"] == "__init__" and any(w in result["says"] for w in ("takes", "'nonlin'"))
        ),
    ),
    Misconception(
        "neurons, not their numbers",
        None,
        "parameters() gives the neurons themselves, and asked are the Values inside them.",
        "two `for` in one comprehension: for n in self.neurons for p in n.parameters().",
        seen=lambda case, result: result["plain"] == case["makes"][1],
    ),
)

LAYER = judge_of(
    Layer,
    SLIPS,
    layer_cases,
    SEEN,
    "It stands on your Neuron: has that passed 7.1 as it is here?",
    "make a Layer(2, 3), and compare what it gives with what its three neurons give, one by one.",
)
