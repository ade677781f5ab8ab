"""What a method gives in place of what it should: a function of s, self, of o, other, and of w, other as a value."""

import math

from .value import Value


def leaf(s, number):
    return type(s)(number)


def plus(s, o):
    return Value.__add__(s, o)


def times(s, o):
    return Value.__mul__(s, o)


def power(s, k):
    return s.node(s.data**k, "**", s, k=k)


# Of two: what a method gives that should give something else. s is self, o other, w other as a value.
TWO = {
    "self + other": lambda s, o, w: plus(s, w),
    "self * other": lambda s, o, w: times(s, w),
    "self - other": lambda s, o, w: plus(s, times(w, -1)),
    "other - self": lambda s, o, w: plus(w, times(s, -1)),
    "self / other": lambda s, o, w: times(s, power(w, -1)),
    "other / self": lambda s, o, w: times(w, power(s, -1)),
    "-(self + other)": lambda s, o, w: times(plus(s, w), -1),
    "self": lambda s, o, w: s,
    "other": lambda s, o, w: w,
    "-self": lambda s, o, w: times(s, -1),
    "-other": lambda s, o, w: times(w, -1),
    "self + self": lambda s, o, w: plus(s, s),
    "self * self": lambda s, o, w: times(s, s),
    "self - self": lambda s, o, w: plus(s, times(s, -1)),
    "other + other": lambda s, o, w: plus(w, w),
    "other * other": lambda s, o, w: times(w, w),
    "1 / self": lambda s, o, w: power(s, -1),
    "1 / other": lambda s, o, w: power(w, -1),
    "self * other**-2": lambda s, o, w: times(s, power(w, -2)),
    "self**-1 * other**-1": lambda s, o, w: times(power(s, -1), power(w, -1)),
    "other * self**-2": lambda s, o, w: times(w, power(s, -2)),
    "-(self / other)": lambda s, o, w: times(times(s, power(w, -1)), -1),
    "self // other": lambda s, o, w: s.node(s.data // w.data, "cut", s, w),
    "other // self": lambda s, o, w: s.node(w.data // s.data, "cut", w, s),
    "self ** other": lambda s, o, w: s.node(s.data**w.data, "cut", s, w),
    "the size of self - other": lambda s, o, w: s.node(abs(s.data - w.data), "cut", s, w),
    "self % other": lambda s, o, w: s.node(s.data % w.data, "cut", s, w),
}
ONE = {
    "self": lambda s: s,
    "self, as a new Value made from it": lambda s: times(s, 1),
    "1 / self": lambda s: power(s, -1),
    "self - 1": lambda s: plus(s, -1),
    "the size of self": lambda s: s.node(abs(s.data), "cut", s),
    "-1": lambda s: leaf(s, -1.0),
    "-2 * self": lambda s: times(s, -2),
    "0": lambda s: times(s, 0),
    "minus the size of self": lambda s: s.node(-abs(s.data), "cut", s),
}
POWERS = {
    "self * k": lambda s, k: s.node(s.data * k, "**", s, k=k),
    "self * self": lambda s, k: s.node(s.data**2, "**", s, k=k),
    "k ** self": lambda s, k: s.node(k**s.data, "**", s, k=k),
    "self ** (k - 1)": lambda s, k: s.node(s.data ** (k - 1), "**", s, k=k),
    "self ** -k": lambda s, k: s.node(s.data**-k, "**", s, k=k),
    "self ** k, with a whole k": lambda s, k: s.node(s.data ** int(k), "**", s, k=k),
    "the size of self, to the power of k": lambda s, k: s.node(abs(s.data) ** k, "**", s, k=k),
    "self": lambda s, k: s,
    "k": lambda s, k: leaf(s, k),
}
FUNCTIONS = {
    "relu": {
        "x, whatever its sign": lambda x: x,
        "the size of x": abs,
        "min(0, x)": lambda x: min(0.0, x),
        "0.01 * x below 0": lambda x: x if x > 0 else 0.01 * x,
        "1 above 0": lambda x: float(x > 0),
        "max(1, x)": lambda x: max(1.0, x),
    },
    "tanh": {
        "tan(x)": math.tan,
        "sinh(x)": math.sinh,
        "atan(x)": math.atan,
        "1 / (1 + exp(-x))": lambda x: 1 / (1 + math.exp(-x)),
        "1 / tanh(x)": lambda x: 1 / math.tanh(x),
        "cosh(x)": math.cosh,
        "tanh(x / 2)": lambda x: math.tanh(x / 2),
        "tanh(2 * x)": lambda x: math.tanh(2 * x),
    },
    "exp": {
        "2**x": lambda x: 2.0**x,
        "exp(x) - 1": math.expm1,
        "exp(-x)": lambda x: math.exp(-x),
        "10**x": lambda x: 10.0**x,
        "e * x": lambda x: math.e * x,
        "x**e": lambda x: x**math.e,
    },
    "log": {
        "log10(x)": math.log10,
        "log2(x)": math.log2,
        "log(1 + x)": math.log1p,
        "-log(x)": lambda x: -math.log(x),
        "1 / x": lambda x: 1 / x,
    },
}
