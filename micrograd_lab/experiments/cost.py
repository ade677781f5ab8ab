"""What the slopes of one output by n numbers cost: measured, one run for each number, or passed back in one walk."""

import math
from typing import NamedTuple

from ..engine import Value
from ..graph import snapshot

STEP, DIGITS = 1e-6, 1e-5


class Cost(NamedTuple):
    """What n slopes take: `runs` by measuring, each of `operations`, and the arrows that one walk back goes along.

    `same` counts the slopes that are the same, to five digits, in both ways.
    """

    runs: int
    operations: int
    arrows: int
    same: int

    @property
    def measured(self):
        """Operations that are worked out when all slopes are measured."""
        return self.runs * self.operations

    @property
    def walked(self):
        """One run, and each arrow once."""
        return self.operations + self.arrows


def neuron(numbers, inputs):
    """tanh(w1*x1 + w2*x2 + ... + b): `numbers` are its weights and, last, its bias."""
    *weights, bias = numbers
    total = bias
    for w, x in zip(weights, inputs, strict=True):
        total = total + w * x
    return total.tanh() if isinstance(total, Value) else math.tanh(total)


def cost(n):
    """The Cost of the slopes of a neuron of n numbers, n - 1 weights and a bias: both ways are gone, and counted."""
    numbers = [math.sin(3 * k) / math.sqrt(n) for k in range(1, n + 1)]
    inputs = [math.cos(2 * k) for k in range(1, n)]
    leaves = [Value(number) for number in numbers]
    y = neuron(leaves, inputs)
    y.backward()
    records = snapshot(y)
    start, runs, same = neuron(numbers, inputs), 1, 0
    for place, leaf in enumerate(leaves):
        moved = [*numbers[:place], numbers[place] + STEP, *numbers[place + 1 :]]
        slope, runs = (neuron(moved, inputs) - start) / STEP, runs + 1
        same += math.isclose(slope, leaf.grad, rel_tol=DIGITS, abs_tol=DIGITS)
    return Cost(runs, sum(bool(r.inputs) for r in records), sum(len(r.inputs) for r in records), same)
