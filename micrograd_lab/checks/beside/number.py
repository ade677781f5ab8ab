"""Numbers that remember how they were made, with local derivatives and nothing else: gradients are the exercise."""

import math

from ...valuelike import under_every_name


@under_every_name
class Number:
    """`data`, `grad`, `inputs` and one local derivative per input in `partials`; `_backward()` is one step by them.

    Whoever knows them by other names, micrograd's `_prev` or microgpt's `_local_grads`, finds them under those too.
    """

    def __init__(self, data, inputs=(), partials=(), op=""):
        self.data, self.grad = float(data), 0.0
        self.inputs, self.partials, self.op = tuple(inputs), tuple(partials), op

    def _backward(self):
        for i, partial in zip(self.inputs, self.partials, strict=True):
            i.grad += partial * self.grad

    def __add__(self, other):
        other = _number(other)
        return Number(self.data + other.data, (self, other), (1.0, 1.0), "+")

    def __mul__(self, other):
        other = _number(other)
        return Number(self.data * other.data, (self, other), (other.data, self.data), "*")

    def __pow__(self, k):
        return Number(self.data**k, (self,), (k * self.data ** (k - 1),), f"**{k}")

    def tanh(self):
        t = math.tanh(self.data)
        return Number(t, (self,), (1 - t * t,), "tanh")

    def exp(self):
        e = math.exp(self.data)
        return Number(e, (self,), (e,), "exp")

    def relu(self):
        on = self.data > 0
        return Number(self.data if on else 0.0, (self,), (1.0 if on else 0.0,), "ReLU")

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + -_number(other)

    def __truediv__(self, other):
        return self * _number(other) ** -1

    def __rsub__(self, other):
        return _number(other) - self

    def __rtruediv__(self, other):
        return _number(other) / self

    __radd__, __rmul__ = __add__, __mul__

    def __repr__(self):
        return f"Number(data={self.data}, grad={self.grad})"


def placed(case):
    """The Numbers of a case's graph, by place; afterwards the case has no graph any more.

    A graph is {"data", "inputs", "partials", "op"}, a list by place each, where inputs are places; the places are
    numbered at random. All Numbers are made before any is filled in, and filled in by place: neither where they lie
    in memory nor when they were made says what was made from what.
    """
    graph = case.pop("graph")
    made = [Number.__new__(Number) for _ in graph["data"]]
    for v, data, inputs, partials, op in zip(
        made, graph["data"], graph["inputs"], graph["partials"], graph["op"], strict=True
    ):
        v.__init__(data, [made[i] for i in inputs], map(float, partials), op)
    return made


def _number(x):
    return x if isinstance(x, Number) else Number(x)
