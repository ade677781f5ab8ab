"""7.3: layers one after the other, the last of them straight."""

import random

from ..judge import Misconception
from .judging import judge_of
from .slips.networks import SLIPS
from .slips.right import MLP

SHAPES = ([2, [3, 2]], [3, [4, 3, 1]], [2, [1, 1]], [2, [2, 2, 2]], [3, [2]], [2, [3, 1, 1]])
LARGE = [2, [16, 16, 1]]


def mlp_cases(seed):
    """Networks of several sizes: one with a hidden layer of one neuron, one of a single layer, and that of lesson 0."""
    chance, found = random.Random(seed + 7300), []
    for nin, nouts in (*SHAPES, LARGE):
        case = {"makes": [nin, nouts], "seed": chance.randint(1, 10**6)}
        found.append({**case, **_numbers(chance, nin, nouts)})
    return tuple(found)


def _numbers(chance, nin, nouts):
    """x and numbers such that in each hidden layer a gate is open, that of several not all are, and that an output
    lies below 0."""
    spread = 0.6 if max(nouts) > 8 else 1.5
    while True:
        x = [chance.choice((-1, 1)) * round(chance.uniform(0.5, 1.5), 2) for _ in range(nin)]
        values, numbers, good = x, [], True
        for n, nout in enumerate(nouts):
            rows = [[round(chance.uniform(-spread, spread), 2) for _ in range(len(values) + 1)] for _ in range(nout)]
            totals = [sum(w * v for w, v in zip(row, [*values, 1.0], strict=True)) for row in rows]
            numbers += [number for row in rows for number in row]
            last = n == len(nouts) - 1
            good &= min(map(abs, totals)) > (0.01 if nout > 8 else 0.05)
            good &= min(totals) < 0 if last else max(totals) > 0 and (nout == 1 or min(totals) < 0)
            values = totals if last else [max(0.0, t) for t in totals]
        if good:
            return {"x": x, "numbers": numbers}


def _has_one_inside(case):
    return 1 in case["makes"][1][:-1]


SEEN = (
    Misconception(
        "a list for each neuron",
        None,
        "parameters() gives a list for each neuron, and asked are the Values, one after the other. Does your Layer's "
        "parameters() give lists already? Then Layer is not right yet, and nothing has to be changed here.",
        "print Layer(2, 3).parameters(), which is to be nine Values, and run check.layer once more.",
        seen=lambda case, result: result["nested"] == sum(case["makes"][1]),
    ),
    Misconception(
        "lists in the list",
        None,
        "parameters() gives lists in a list. Whoever moves them wants Values, one after the other.",
        "two `for` in one comprehension: for layer in self.layers for p in layer.parameters().",
        seen=lambda case, result: "nested" in result,
    ),
    Misconception(
        "a hidden layer of one neuron",
        None,
        "It works, but for a hidden layer of one neuron: MLP(2, [1, 1]). That layer gives a Value by itself, and the "
        "next one wants a list.",
        "before it goes into the next layer, make a list of it: [x] where x is no list.",
        seen=lambda case, result: _has_one_inside(case) and result["at"] == "__call__" and "error" in result,
    ),
    Misconception(
        "nouts is a list",
        None,
        "nouts is a list, with the number of neurons of each layer, and it is taken for one number.",
        "go through it: one layer for each number in it.",
        seen=lambda case, result: result["at"] == "__init__" and "'list'" in result["says"],
    ),
    Misconception(
        "layers, not their numbers",
        None,
        "parameters() gives the layers or the neurons themselves, and asked are the Values inside them.",
        "for layer in self.layers for p in layer.parameters()",
        seen=lambda case, result: result["plain"] in (len(case["makes"][1]), sum(case["makes"][1])),
    ),
)

MLP_JUDGE = judge_of(
    MLP,
    SLIPS,
    mlp_cases,
    SEEN,
    "It stands on your Layer: has that passed 7.2 as it is here?",
    "make an MLP(2, [3, 1]), and compare what it gives with its first layer, and its second on what that gave.",
)
