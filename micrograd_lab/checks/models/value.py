"""The right class of values, of which each wrong one is made by other methods or other rules."""

import math

from ..beside.walk import below

# The slope of an operation by each of its inputs; v is what it made.
SLOPES = {
    "+": (lambda v: 1.0, lambda v: 1.0),
    "*": (lambda v: v.b.data, lambda v: v.a.data),
    "-": (lambda v: 1.0, lambda v: -1.0),
    "/": (lambda v: 1 / v.b.data, lambda v: -v.a.data / v.b.data**2),
    "neg": (lambda v: -1.0,),
    "**": (lambda v: v.k * v.a.data ** (v.k - 1),),
    "relu": (lambda v: 1.0 if v.a.data > 0 else 0.0,),
    "tanh": (lambda v: 1 - v.data**2,),
    "exp": (lambda v: v.data,),
    "log": (lambda v: 1 / v.a.data,),
}


def sends(slopes):
    """The right rule with these slopes: local times upstream, added."""

    def rule(v):
        for i, slope in zip(v.inputs, slopes, strict=True):
            i.grad += slope(v) * v.grad

    return rule


RULES = {op: sends(slopes) for op, slopes in SLOPES.items()}
RULES["cut"] = lambda v: None  # of what hands nothing back


class Value:
    """`rules` say what each operation does when its turn comes; `k` is the exponent of a power."""

    rules = RULES

    def __init__(self, data, inputs=(), op="", k=None):
        self.data, self.inputs, self.op, self.k, self.grad = data, inputs, op, k, 0.0

    @property
    def a(self):
        """The first input."""
        return self.inputs[0]

    @property
    def b(self):
        """The last input: of two, the second."""
        return self.inputs[-1]

    def wrapped(self, other):
        """Other as a value."""
        return other if isinstance(other, Value) else type(self)(other)

    def node(self, data, op, *inputs, k=None):
        """What an operation makes."""
        return type(self)(data, inputs, op, k)

    def _backward(self):
        if self.op:
            self.rules[self.op](self)

    def __add__(self, other):
        other = self.wrapped(other)
        return self.node(self.data + other.data, "+", self, other)

    def __mul__(self, other):
        other = self.wrapped(other)
        return self.node(self.data * other.data, "*", self, other)

    def __pow__(self, k):
        if not isinstance(k, (int, float)) or (self.data < 0 and k != int(k)):
            raise ValueError("refused")
        return self.node(self.data**k, "**", self, k=k)

    def relu(self):
        return self.node(max(0.0, self.data), "relu", self)

    def tanh(self):
        return self.node(math.tanh(self.data), "tanh", self)

    def exp(self):
        return self.node(math.exp(self.data), "exp", self)

    def log(self):
        return self.node(math.log(self.data), "log", self)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -self.wrapped(other)

    def __rsub__(self, other):
        return self.wrapped(other) - self

    def __truediv__(self, other):
        return self * self.wrapped(other) ** -1

    def __rtruediv__(self, other):
        return self.wrapped(other) / self


def made(methods=(), rules=()):
    """The right class with these methods and rules in place of its own; a method that is None is missing."""
    named = {name: _missing if method is None else method for name, method in dict(methods).items()}
    return type("Value", (Value,), {**named, "rules": {**RULES, **dict(rules)}})


def filled(root):
    """Call each `_backward` once, the output's first, as a check does with a learner's class."""
    root.grad = 1.0
    for v in below(root)[::-1]:
        v._backward()


def _missing(*_):
    return NotImplemented  # what Python finds where there is no such method
