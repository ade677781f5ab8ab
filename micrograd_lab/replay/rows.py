"""Rows of numbers that are computed alike, and the NumPy calls that do it, forwards and backwards."""

from functools import partial
from typing import NamedTuple

import numpy as np

# Each op's rule for whole rows: the call that computes it, then its derivative by each input, from inputs and result y.
RULES = {
    "+": (np.add, 1, 1),
    "-": (np.subtract, 1, -1),
    "*": (np.multiply, lambda a, b, y: b, lambda a, b, y: a),
    "/": (np.divide, lambda a, b, y: 1 / b, lambda a, b, y: -y / b),
    "**": (np.power, lambda a, b, y: _power_slope(a, b), lambda a, b, y: y * np.log(a)),
    "neg": (np.negative, -1),
    "ReLU": (lambda a, out: np.maximum(a, 0.0, out=out), lambda a, y: ~(a <= 0)),  # NaN passes, as in the engine
    "tanh": (np.tanh, lambda a, y: 1 - y * y),
    "exp": (np.exp, lambda a, y: y),
    "log": (np.log, lambda a, y: 1 / a),
    "sigmoid": (lambda a, out: _sigmoid(a, out), lambda a, y: y * (1 - y)),
}


class Rows:
    """Where some numbers stand: all in `single`, of shape (rows, 1), or all in a stretch, of shape (rows, samples)."""

    def __init__(self, batched, index, moving):
        self.batched, self.moving = batched, moving
        self.scattered = bool((np.diff(index) != 1).any())
        self.where = index if self.scattered else slice(index[0], index[-1] + 1)
        if self.scattered:
            self.order = np.argsort(index, kind="stable")
            self.targets, self.starts = np.unique(index[self.order], return_index=True)


class Group(NamedTuple):
    """Rows made alike from rows: by an op of the engine, as sums of `lengths` terms, or as dot products."""

    op: str
    result: Rows
    operands: list
    lengths: list


class Operand:
    """Rows on some samples: their `data`, and the way for gradients to reach them."""

    def __init__(self, rows, data, grad):
        self.rows, self.source, self.target = rows, data[rows.batched], grad[rows.batched]
        self.data, self.grad = self.source[rows.where], self.target[rows.where]  # views, unless scattered

    def fetch(self):
        self.source.take(self.rows.where, axis=0, out=self.data, mode="clip")

    def add(self, grad):
        if grad.shape[1] > self.grad.shape[1]:  # one number for all samples hears from all of them
            grad = np.add.reduce(grad, axis=1, keepdims=True)
        if not self.rows.scattered:
            self.grad += grad
        else:  # target[where] += grad would keep only one addition to a repeated row
            grad = np.add.reduceat(grad[self.rows.order], self.rows.starts, axis=0)
            self.target[self.rows.targets] += grad


def bind(group, data, grad):
    """A group's two calls on these arrays: forward, and backward."""
    y, dy = (arrays[group.result.batched][group.result.where] for arrays in (data, grad))
    operands = [Operand(rows, data, grad) for rows in group.operands]
    if group.op == "dot":
        weights, vector = operands[0].data.reshape(len(y), -1), operands[1].data
        compute = partial(np.matmul, weights, vector, out=y)
        parts = [lambda: (dy @ vector.T).reshape(-1, 1), lambda: weights.T @ dy]
    elif group.op == "sum":
        starts = np.cumsum([0, *group.lengths[:-1]])
        compute = partial(np.add.reduceat, operands[0].data, starts, axis=0, out=y)
        parts = [lambda: np.repeat(dy, group.lengths, axis=0)]
    else:
        rule, slopes, power = rule_of(group.op)
        inputs = [*[o.data for o in operands], *power]
        compute = partial(rule, *inputs, out=y)
        parts = [partial(_chain, slope, inputs, y, dy) for slope in slopes]
    scattered = [o for o in operands if o.rows.scattered]
    moving = [(o, part) for o, part in zip(operands, parts, strict=True) if o.rows.moving]

    def forward():
        for o in scattered:
            o.fetch()
        compute()

    def backward():
        for o, part in moving:
            o.add(part())

    return forward, backward


def rule_of(op):
    """(call, derivatives, fixed exponent or nothing): "**2" is ** with the exponent 2."""
    if op.startswith("**") and op != "**":
        return RULES["**"][0], RULES["**"][1:2], [float(op[2:])]
    if op not in RULES:
        raise ValueError(
            f"a recording knows {', '.join(RULES)}; got {op}. Build the graph from these, or run a function anew: "
            "live.graph(f, a=2.0)."
        )
    return RULES[op][0], RULES[op][1:], []


def _chain(slope, inputs, y, dy):
    # the chain rule: local derivative times the result's gradient
    return dy if slope == 1 else (slope(*inputs, y) if callable(slope) else slope) * dy


def _power_slope(a, b):
    # d a**b = b * a**(b-1), and 0 for the power 0 even at a = 0
    return np.where(b == 0, 0.0, b * np.power(a, b - 1.0))


def _sigmoid(a, out):
    z = np.exp(-np.abs(a))  # at most 1: no overflow
    return np.divide(np.where(a >= 0, 1.0, z), 1 + z, out=out)
