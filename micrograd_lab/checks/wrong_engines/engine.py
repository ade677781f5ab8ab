"""A small right engine: a table of local derivatives, an order in which values send, and a way of sending.

It works on programs (probes/tape.py), so that one expression runs on all engines.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from operator import add, mul, neg, sub, truediv

from ..beside.tape import taped
from ..judge import Misconception
from .order import topological
from .send import sending


class Node:
    """A value of an engine: `op` is its operation, `k` the exponent of a power."""

    __slots__ = ("data", "grad", "inputs", "k", "op")

    def __init__(self, data, op="", inputs=(), k=None):
        self.data, self.grad, self.op, self.inputs, self.k = data, 0.0, op, inputs, k


FORWARD = {
    "+": add,
    "-": sub,
    "*": mul,
    "/": truediv,
    "neg": neg,
    "relu": lambda x: x if x > 0 else 0.0,
    "tanh": math.tanh,
    "exp": math.exp,
    "log": math.log,
}
# One local derivative for each input.
SLOPES = {
    "+": lambda out, a, b: (1.0, 1.0),
    "-": lambda out, a, b: (1.0, -1.0),
    "*": lambda out, a, b: (b.data, a.data),
    "/": lambda out, a, b: (1 / b.data, -a.data / b.data**2),
    "**": lambda out, a: (out.k * a.data ** (out.k - 1),),
    "neg": lambda out, a: (-1.0,),
    "relu": lambda out, a: (1.0 if a.data > 0 else 0.0,),
    "tanh": lambda out, a: (1 - out.data**2,),
    "exp": lambda out, a: (out.data,),
    "log": lambda out, a: (1 / a.data,),
}


@dataclass(frozen=True)
class Engine:
    """`name` says what is wrong with it, `nickname` is what learners call it by. `nudge` says where to look for it;
    `says` and `tries` are for whoever has written it: what is wrong, and what to try."""

    name: str = ""
    nickname: str = ""
    nudge: str = ""
    says: str = ""
    tries: str = ""
    slopes: dict = field(default_factory=lambda: SLOPES)
    order: Callable = topological
    send: Callable = sending
    seed: Callable = lambda root: 1.0
    swaps: tuple = ("rsub", "rdiv")  # reflected forms whose operands it turns round, as it must

    def run(self, program):
        """(data, gradients of the inputs) of a program after this engine's backward()."""
        nodes = [Node(x) for x in program["inputs"]]
        leaves = tuple(nodes)
        for op, *places in program["steps"]:
            nodes.append(Node(places[0]) if op == "number" else self._node(op, [nodes[n] for n in places]))
        root = nodes[program["output"]]
        root.grad = self.seed(root)
        for v in self.order(root):
            if v.inputs:
                self.send(v, self.slopes[v.op](v, *v.inputs))
        return root.data, [leaf.grad for leaf in leaves]

    def gradients(self, case):
        """{input: gradient} of a case of lines (probes/number.py)."""
        return dict(zip(case["inputs"], self.run(taped(case))[1], strict=True))

    def misconception(self, wrong=None):
        """What recognises a learner's engine that is this one; `wrong(case)` gives its results, by default the
        gradients."""
        return Misconception(self.name, wrong or self.gradients, self.says, self.tries)

    def _node(self, op, inputs):
        if op.startswith("**"):
            k = float(op[2:])
            return Node(inputs[0].data ** k, "**", tuple(inputs), k)
        if op in self.swaps:
            inputs = inputs[::-1]
        op = {"radd": "+", "rmul": "*", "rsub": "-", "rdiv": "/"}.get(op, op)
        return Node(FORWARD[op](*[i.data for i in inputs]), op, tuple(inputs))


RIGHT = Engine("right")


def with_rule(op, slopes, *words):
    """The right engine with another local derivative for one operation."""
    return replace(RIGHT, slopes=SLOPES | {op: slopes}, **_texts(words))


def but(*words, **changed):
    return replace(RIGHT, **changed, **_texts(words))


def _texts(words):
    return dict(zip(("name", "nickname", "nudge", "says", "tries"), words, strict=True))


def exposed(engine, program):
    """Whether this engine's numbers differ from the right ones. One that fails, or never ends, is exposed too."""
    data, grads = RIGHT.run(program)
    try:
        got = engine.run(program)
    except (ArithmeticError, ValueError, RecursionError):
        return True
    return not all(_close(x, y) for x, y in zip((data, *grads), (got[0], *got[1]), strict=True))


def _close(x, y):
    return math.isclose(x, y, rel_tol=1e-6, abs_tol=1e-9) or (math.isnan(x) and math.isnan(y))
