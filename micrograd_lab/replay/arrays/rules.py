"""Each op's rule for whole rows: the call that computes it, then what it sends to each of its inputs.

A call takes the inputs and out; what it sends takes (out, dy, y, *inputs): out becomes the derivative times dy, the
gradient of the result y. PASS sends dy itself.
"""

from functools import lru_cache

import numpy as np

from ..program import exponent

PASS = "pass"
_zeros = lru_cache(64)(np.zeros)  # NumPy's maximum of two arrays is twice as quick as that of an array and a number


def _relu(out, dy, y, a):
    np.multiply(dy, np.not_equal(y, 0.0), out)  # y is 0 or larger, or NaN, which passes as in the engine


def _tanh(out, dy, y, a):
    np.multiply(y, y, out)
    np.subtract(1.0, out, out)
    np.multiply(out, dy, out)


def _sigmoid(out, dy, y, a):
    np.subtract(1.0, y, out)
    np.multiply(out, y, out)
    np.multiply(out, dy, out)


def _logistic(a, out):
    z = np.exp(-np.abs(a))  # at most 1: no overflow
    np.divide(np.where(a >= 0, 1.0, z), 1 + z, out)


def _by_divisor(out, dy, y, a, b):
    np.divide(y, b, out)
    np.multiply(out, dy, out)
    np.negative(out, out)


def _by_base(out, dy, y, a, b):
    # d a**b = b * a**(b-1), and 0 for the power 0 even at a = 0
    out[...] = np.where(b == 0, 0.0, b * np.power(a, b - 1.0)) * dy


def _by_exponent(out, dy, y, a, b):
    out[...] = y * np.log(a) * dy


RULES = {
    "+": (np.add, PASS, PASS),
    "-": (np.subtract, PASS, lambda out, dy, y, a, b: np.negative(dy, out)),
    "*": (
        np.multiply,
        lambda out, dy, y, a, b: np.multiply(b, dy, out),
        lambda out, dy, y, a, b: np.multiply(a, dy, out),
    ),
    "/": (np.divide, lambda out, dy, y, a, b: np.divide(dy, b, out), _by_divisor),
    "**": (np.power, _by_base, _by_exponent),
    "neg": (np.negative, lambda out, dy, y, a: np.negative(dy, out)),
    "ReLU": (lambda a, out: np.maximum(a, _zeros(a.shape), out=out), _relu),  # NaN passes, as in the engine
    "tanh": (np.tanh, _tanh),
    "exp": (np.exp, lambda out, dy, y, a: np.multiply(y, dy, out)),
    "log": (np.log, lambda out, dy, y, a: np.divide(dy, a, out)),
    "sigmoid": (_logistic, _sigmoid),
}


def rule_of(op: str) -> tuple:
    """(call, what it sends to each input): a power with a fixed exponent has one input."""
    b = exponent(op)
    if b is None:
        return RULES[op]
    if b == 2.0:
        return np.square, _by_square
    return lambda a, out: np.power(a, b, out=out), lambda out, dy, y, a: _by_base(out, dy, y, a, b)


def _by_square(out, dy, y, a):
    np.multiply(a, dy, out)
    np.multiply(out, 2.0, out)
