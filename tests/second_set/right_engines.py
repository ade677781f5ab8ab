"""Right answers in other people's shapes, written from the text of the exercises alone.

`exercises` are those that `source` answers, all in one cell. Sources for 2.x and 4.x bring their own class (4.x allows
"a class of your own that you like better"), unless `needs` says that the notebook's given class is used.
Those that reach 2.x always offer `data`, `inputs` and `op`, which 2.1 asks for by name.
"""

from textwrap import dedent

ENGINES = []
ALL2, ALL4 = ["2.1", "2.2", "2.3"], ["4.1", "4.2", "4.3", "4.4"]


def e(exercises, shape, source):
    ENGINES.append({"exercises": list(exercises), "source": dedent(source).strip("\n") + "\n", "shape": shape})


# ------------------------------------------------------------ 2.x and 4.x
e(
    ALL4,
    "micrograd's own names: _prev as a set, _op; backward closures that do not depend on the set",
    """
import math


class Value:
    def __init__(self, data, _children=(), _op=""):
        self.data = data
        self.grad = 0
        self._backward = lambda: None
        self._prev = set(_children)
        self._op = _op

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), "+")

        def _backward():
            self.grad += out.grad
            other.grad += out.grad

        out._backward = _backward
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), "*")

        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._backward = _backward
        return out

    def __pow__(self, other):
        assert isinstance(other, (int, float))
        out = Value(self.data**other, (self,), f"**{other}")

        def _backward():
            self.grad += (other * self.data ** (other - 1)) * out.grad

        out._backward = _backward
        return out

    def relu(self):
        out = Value(0 if self.data < 0 else self.data, (self,), "ReLU")

        def _backward():
            self.grad += (out.data > 0) * out.grad

        out._backward = _backward
        return out

    def tanh(self):
        out = Value(math.tanh(self.data), (self,), "tanh")

        def _backward():
            self.grad += (1 - out.data**2) * out.grad

        out._backward = _backward
        return out

    def exp(self):
        out = Value(math.exp(self.data), (self,), "exp")

        def _backward():
            self.grad += out.data * out.grad

        out._backward = _backward
        return out

    def log(self):
        out = Value(math.log(self.data), (self,), "log")

        def _backward():
            self.grad += out.grad / self.data

        out._backward = _backward
        return out

    def backward(self):
        topo, visited = [], set()

        def build_topo(v):
            if v not in visited:
                visited.add(v)
                for child in v._prev:
                    build_topo(child)
                topo.append(v)

        build_topo(self)
        self.grad = 1
        for v in reversed(topo):
            v._backward()

    def __neg__(self):
        return self * -1

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        return self + (-other)

    def __rsub__(self, other):
        return other + (-self)

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        return self * other**-1

    def __rtruediv__(self, other):
        return other * self**-1
""",
)

# One body of operators for classes that only say how a result is made: make(number, op, inputs, slopes).
OPERATORS = """
    @classmethod
    def wrap(cls, x):
        return x if isinstance(x, cls) else cls(x)

    def __add__(self, other):
        other = self.wrap(other)
        return self.make(self.data + other.data, "+", (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = self.wrap(other)
        return self.make(self.data * other.data, "*", (self, other), (other.data, self.data))

    def __pow__(self, k):
        if not isinstance(k, (int, float)):
            raise TypeError("the exponent has to be a plain number")
        if self.data < 0 and k != int(k):
            raise ValueError("a negative base with a fractional exponent is complex")
        slope = k * self.data ** (k - 1) if self.data or k >= 1 else math.inf if k else 0.0
        return self.make(self.data**k, f"**{k}", (self,), (slope,))

    def relu(self):
        return self.make(max(0.0, self.data), "relu", (self,), (1.0 if self.data > 0 else 0.0,))

    def tanh(self):
        t = math.tanh(self.data)
        return self.make(t, "tanh", (self,), (1 - t * t,))

    def exp(self):
        y = math.exp(self.data)
        return self.make(y, "exp", (self,), (y,))

    def log(self):
        return self.make(math.log(self.data), "log", (self,), (1 / self.data,))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + self.wrap(other) * -1

    def __rsub__(self, other):
        return self.wrap(other) - self

    def __truediv__(self, other):
        return self * self.wrap(other) ** -1

    def __rtruediv__(self, other):
        return self.wrap(other) / self

    def __radd__(self, other):
        return self.wrap(other) + self

    def __rmul__(self, other):
        return self.wrap(other) * self
"""


def cls(exercises, shape, head, tail="", operators=OPERATORS):
    ENGINES.append(
        {
            "exercises": list(exercises),
            "shape": shape,
            "source": "import math\n" + dedent(head).strip("\n") + "\n" + operators.rstrip("\n") + "\n" + dedent(tail),
        }
    )


cls(
    ALL2 + ALL4,
    "local derivatives in partials, no _backward at all; other.data read at build time",
    """
class Value:
    def __init__(self, data, inputs=(), op="", partials=()):
        self.data, self.inputs, self.op, self.partials = data, inputs, op, partials
        self.grad, self.label = 0.0, ""

    def __repr__(self):
        return f"Value({self.data})"

    def make(self, y, op, inputs, slopes):
        return Value(y, inputs, op, slopes)
""",
)
cls(
    ALL2 + ALL4,
    "dataclass with eq=False and field(default_factory)",
    """
from dataclasses import dataclass, field


@dataclass(eq=False)
class Value:
    data: float
    inputs: tuple = ()
    op: str = ""
    partials: tuple = field(default_factory=tuple, repr=False)
    grad: float = field(default=0.0, init=False)
    label: str = field(default="", init=False)

    def make(self, y, op, inputs, slopes):
        return Value(y, inputs, op, slopes)
""",
)
cls(
    ALL2 + ALL4,
    "dataclass with slots=True, eq=False, lists for inputs and partials",
    """
from dataclasses import dataclass, field


@dataclass(eq=False, slots=True)
class Value:
    data: float
    inputs: list = field(default_factory=list)
    op: str = ""
    partials: list = field(default_factory=list)
    grad: float = 0.0
    label: str = ""

    def make(self, y, op, inputs, slopes):
        return type(self)(y, list(inputs), op, list(slopes))
""",
)
cls(
    ALL2 + ALL4,
    "__slots__, _backward is a method that walks over the slopes",
    """
class Value:
    __slots__ = ("data", "grad", "inputs", "op", "label", "_slopes")

    def __init__(self, data, inputs=(), op="", slopes=()):
        self.data = data
        self.grad = 0.0
        self.inputs = inputs
        self.op = op
        self.label = ""
        self._slopes = slopes

    def make(self, y, op, inputs, slopes):
        return Value(y, inputs, op, slopes)

    def _backward(self):
        for v, s in zip(self.inputs, self._slopes):
            v.grad += s * self.grad
""",
)
cls(
    ALL2 + ALL4,
    "__new__ in place of __init__: wrapping a Value gives the Value itself",
    """
class Value:
    def __new__(cls, data, inputs=(), op=""):
        if isinstance(data, cls):
            return data
        self = super().__new__(cls)
        self.data, self.inputs, self.op, self.grad, self.label = data, inputs, op, 0.0, ""
        self.partials = ()
        return self

    def make(self, y, op, inputs, slopes):
        out = Value(y, inputs, op)
        out.partials = slopes
        return out
""",
)
cls(
    ALL2 + ALL4,
    "NamedTuple edges (source, slope); inputs and partials are properties",
    """
from typing import NamedTuple


class Edge(NamedTuple):
    source: "Value"
    slope: float


class Value:
    def __init__(self, data, edges=(), op=""):
        self.data, self.edges, self.op, self.grad, self.label = data, edges, op, 0.0, ""

    @property
    def inputs(self):
        return tuple(edge.source for edge in self.edges)

    @property
    def partials(self):
        return tuple(edge.slope for edge in self.edges)

    def make(self, y, op, inputs, slopes):
        return Value(y, tuple(map(Edge, inputs, slopes)), op)
""",
)
for name in ("parents", "children", "args", "operands", "src", "_prev", "deps"):
    cls(
        ALL4,
        f"inputs are kept as {name}; _backward is a closure that zips",
        f"""
class Value:
    def __init__(self, data, {name}=()):
        self.data, self.{name}, self.grad = data, {name}, 0.0
        self._backward = lambda: None

    def make(self, y, op, inputs, slopes):
        out = Value(y, inputs)

        def _backward():
            for v, s in zip(out.{name}, slopes):
                v.grad += s * out.grad

        out._backward = _backward
        return out
""",
    )
cls(
    ALL2 + ALL4,
    "inputs kept as parents, with a read-only alias `inputs`",
    """
class Value:
    def __init__(self, data, parents=(), how=""):
        self.data, self.parents, self.how = data, parents, how
        self.grad = 0.0
        self.label = ""
        self.weights = ()

    inputs = property(lambda self: self.parents)
    op = property(lambda self: self.how)
    partials = property(lambda self: self.weights)

    def make(self, y, op, inputs, slopes):
        out = Value(y, inputs, op)
        out.weights = slopes
        return out
""",
)
cls(
    ALL4,
    "functools.partial of a module function for _backward",
    """
from functools import partial


def send(node, pairs):
    for v, s in pairs:
        v.grad += s * node.grad


def nothing():
    pass


class Value:
    def __init__(self, data):
        self.data, self.grad, self._backward = data, 0.0, nothing

    def make(self, y, op, inputs, slopes):
        out = Value(y)
        out._backward = partial(send, out, list(zip(inputs, slopes)))
        return out
""",
)
cls(
    ALL4,
    "bound method of a tape record for _backward",
    """
class Record:
    def __init__(self, out, inputs, slopes):
        self.out, self.inputs, self.slopes = out, inputs, slopes

    def play(self):
        upstream = self.out.grad
        for k, v in enumerate(self.inputs):
            v.grad += upstream * self.slopes[k]


class Value:
    def __init__(self, data):
        self.data = data
        self.grad = 0.0
        self._backward = Record(self, (), ()).play

    def make(self, y, op, inputs, slopes):
        out = Value(y)
        out._backward = Record(out, inputs, slopes).play
        return out
""",
)
cls(
    ALL4,
    "a callable object with __call__ for _backward",
    """
class Rule:
    __slots__ = ("out", "pairs")

    def __init__(self, out, pairs=()):
        self.out, self.pairs = out, pairs

    def __call__(self):
        for v, slope in self.pairs:
            v.grad = v.grad + slope * self.out.grad


class Value:
    def __init__(self, data, inputs=()):
        self.data, self.inputs, self.grad = data, inputs, 0.0
        self._backward = Rule(self)

    def make(self, y, op, inputs, slopes):
        out = Value(y, inputs)
        out._backward = Rule(out, tuple(zip(inputs, slopes)))
        return out
""",
)
cls(
    ALL2 + ALL4,
    "data and grad are properties over private names; data always a float",
    """
class Value:
    def __init__(self, data, inputs=(), op=""):
        self._data, self._grad = float(data), 0.0
        self.inputs, self.op, self.label, self.partials = inputs, op, "", ()

    @property
    def data(self):
        return self._data

    @data.setter
    def data(self, x):
        self._data = float(x)

    @property
    def grad(self):
        return self._grad

    @grad.setter
    def grad(self, x):
        self._grad = float(x)

    def make(self, y, op, inputs, slopes):
        out = Value(y, inputs, op)
        out.partials = slopes
        return out
""",
)
cls(
    ALL2 + ALL4,
    "grad starts as the integer 0",
    """
class Value:
    grad = 0  # each instance shadows it by its first +=
    label = ""

    def __init__(self, data, inputs=(), op="", partials=()):
        self.data = data
        self.inputs = inputs
        self.op = op
        self.partials = partials

    def make(self, y, op, inputs, slopes):
        return Value(y, inputs, op, slopes)
""",
)
cls(
    ALL4,
    "a backward() of its own: Kahn's algorithm with edge counts; no _backward, no partials by that name",
    """
from collections import Counter


class Value:
    def __init__(self, data, inputs=(), d=()):
        self.data, self.inputs, self.d, self.grad = data, inputs, d, 0.0

    def make(self, y, op, inputs, slopes):
        return Value(y, inputs, slopes)

    def backward(self):
        pending, todo, seen = Counter(), [self], {self}
        while todo:
            for i in todo.pop().inputs:
                pending[i] += 1
                if i not in seen:
                    seen.add(i)
                    todo.append(i)
        self.grad = 1.0
        ready = [self]
        while ready:
            v = ready.pop()
            for i, slope in zip(v.inputs, v.d):
                i.grad += slope * v.grad
                pending[i] -= 1
                if not pending[i]:
                    ready.append(i)
""",
)
cls(
    ALL4,
    "backward() of its own: age numbers and a heap, newest first",
    """
import heapq
from itertools import count


class Value:
    ages = count()

    def __init__(self, data, src=(), d=()):
        self.data, self.src, self.d, self.grad = data, src, d, 0.0
        self.age = next(Value.ages)

    def make(self, y, op, inputs, slopes):
        return Value(y, inputs, slopes)

    def backward(self):
        self.grad = 1.0
        heap, seen = [(-self.age, self)], {self.age}
        while heap:
            _, v = heapq.heappop(heap)
            for i, slope in zip(v.src, v.d):
                i.grad += slope * v.grad
                if i.age not in seen:
                    seen.add(i.age)
                    heapq.heappush(heap, (-i.age, i))
""",
)
cls(
    ALL4,
    "backward(gradient=1.0) with an argument, generator for the order",
    """
class Value:
    def __init__(self, data, children=(), local=()):
        self.data, self.children, self.local, self.grad = data, children, local, 0.0

    def make(self, y, op, inputs, slopes):
        return Value(y, inputs, slopes)

    def _walk(self, seen):
        if id(self) not in seen:
            seen.add(id(self))
            for child in self.children:
                yield from child._walk(seen)
            yield self

    def backward(self, gradient=1.0):
        self.grad += gradient
        for v in list(self._walk(set()))[::-1]:
            for child, slope in zip(v.children, v.local):
                child.grad += slope * v.grad
""",
)
cls(
    ALL4,
    "linked nodes: left and right attributes, None for a leaf",
    """
class Value:
    def __init__(self, data, left=None, right=None, dl=0.0, dr=0.0):
        self.data, self.grad = data, 0.0
        self.left, self.right, self.dl, self.dr = left, right, dl, dr

    def make(self, y, op, inputs, slopes):
        left, right = (*inputs, None)[:2]
        dl, dr = (*slopes, 0.0)[:2]
        return Value(y, left, right, dl, dr)

    def _backward(self):
        if self.left is not None:
            self.left.grad += self.dl * self.grad
        if self.right is not None:
            self.right.grad += self.dr * self.grad
""",
)

e(
    ALL2 + ALL4,
    "inheritance: a subclass for each operation, slope as a method",
    """
import math


class Value:
    op = ""

    def __init__(self, data):
        self.data, self.inputs, self.grad, self.label = data, (), 0.0, ""

    def slopes(self):
        return ()

    def _backward(self):
        for v, slope in zip(self.inputs, self.slopes()):
            v.grad += slope * self.grad

    def __add__(self, other):
        return Sum(self, other)

    def __mul__(self, other):
        return Product(self, other)

    def __radd__(self, other):
        return Sum(Value(other), self)

    def __rmul__(self, other):
        return Product(Value(other), self)

    def __neg__(self):
        return Product(self, -1)

    def __sub__(self, other):
        return self + -(other if isinstance(other, Value) else Value(other))

    def __rsub__(self, other):
        return Sum(Value(other), -self)

    def __pow__(self, k):
        return Power(self, k)

    def __truediv__(self, other):
        return self * (other if isinstance(other, Value) else Value(other)) ** -1

    def __rtruediv__(self, other):
        return Value(other) * self**-1

    def relu(self):
        return Relu(self)

    def tanh(self):
        return Tanh(self)

    def exp(self):
        return Exp(self)

    def log(self):
        return Log(self)


class Operation(Value):
    def __init__(self, *inputs):
        inputs = tuple(v if isinstance(v, Value) else Value(v) for v in inputs)
        super().__init__(self.forward(*(v.data for v in inputs)))
        self.inputs = inputs


class Sum(Operation):
    op = "+"

    def forward(self, a, b):
        return a + b

    def slopes(self):
        return 1.0, 1.0


class Product(Operation):
    op = "*"

    def forward(self, a, b):
        return a * b

    def slopes(self):
        a, b = self.inputs
        return b.data, a.data


class Power(Operation):
    op = "**"

    def __init__(self, base, k):
        if isinstance(k, Value):
            raise TypeError("exponents are plain numbers here")
        if base.data < 0 and k % 1:
            raise ValueError("no complex numbers here")
        self.k = k
        super().__init__(base)

    def forward(self, a):
        return a**self.k

    def slopes(self):
        return (self.k * self.inputs[0].data ** (self.k - 1),)


class Relu(Operation):
    op = "relu"

    def forward(self, a):
        return a if a > 0 else 0.0

    def slopes(self):
        return (float(self.data > 0),)


class Tanh(Operation):
    op = "tanh"

    def forward(self, a):
        return math.tanh(a)

    def slopes(self):
        return (1 - self.data**2,)


class Exp(Operation):
    op = "exp"

    def forward(self, a):
        return math.exp(a)

    def slopes(self):
        return (self.data,)


class Log(Operation):
    op = "log"

    def forward(self, a):
        return math.log(a)

    def slopes(self):
        return (1 / self.inputs[0].data,)
""",
)

e(
    ALL2 + ALL4,
    "mixins: arithmetic in one, functions in another, the node in a third",
    """
import math


class Arithmetic:
    def __add__(self, o): return self._op("+", lambda a, b: a + b, lambda a, b, y: (1, 1), o)
    def __mul__(self, o): return self._op("*", lambda a, b: a * b, lambda a, b, y: (b, a), o)
    def __radd__(self, o): return self + o
    def __rmul__(self, o): return self * o
    def __neg__(self): return -1 * self
    def __sub__(self, o): return self + -1 * self.lift(o)
    def __rsub__(self, o): return -self + o
    def __truediv__(self, o): return self * self.lift(o) ** -1
    def __rtruediv__(self, o): return o * self**-1

    def __pow__(self, k):
        if isinstance(k, Value):
            raise TypeError("a Value cannot be an exponent")
        if self.data < 0 and not float(k).is_integer():
            raise ValueError("this power would be complex")
        return self._op(f"**{k}", lambda a: a**k, lambda a, y: (k * a ** (k - 1),))


class Functions:
    def relu(self): return self._op("relu", lambda a: max(a, 0.0), lambda a, y: (a > 0,))
    def tanh(self): return self._op("tanh", math.tanh, lambda a, y: (1 - y * y,))
    def exp(self): return self._op("exp", math.exp, lambda a, y: (y,))
    def log(self): return self._op("log", math.log, lambda a, y: (1 / a,))


class Value(Arithmetic, Functions):
    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op, self.grad, self.label = data, inputs, op, 0.0, ""
        self._slopes = None

    @staticmethod
    def lift(x):
        return x if isinstance(x, Value) else Value(x)

    def _op(self, op, compute, slopes, *others):
        inputs = (self, *map(self.lift, others))
        out = Value(compute(*[v.data for v in inputs]), inputs, op)
        out._slopes = slopes
        return out

    def _backward(self):
        if self._slopes:
            for v, s in zip(self.inputs, self._slopes(*[v.data for v in self.inputs], self.data)):
                v.grad += s * self.grad
""",
)

e(
    ALL2 + ALL4,
    "operator table, methods made by a factory and setattr after the class",
    """
import math
import operator


class Value:
    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op
        self.grad, self.label = 0.0, ""
        self._backward = lambda: None


TABLE = {
    "__add__": ("+", operator.add, lambda y, a, b: (1.0, 1.0)),
    "__mul__": ("*", operator.mul, lambda y, a, b: (b, a)),
    "relu": ("relu", lambda a: a * (a > 0), lambda y, a: (1.0 * (a > 0),)),
    "tanh": ("tanh", math.tanh, lambda y, a: (1 - y**2,)),
    "exp": ("exp", math.exp, lambda y, a: (y,)),
    "log": ("log", math.log, lambda y, a: (1 / a,)),
}


def node(sign, compute, slopes, *inputs):
    inputs = tuple(v if isinstance(v, Value) else Value(v) for v in inputs)
    out = Value(compute(*(v.data for v in inputs)), inputs, sign)

    def _backward():
        for v, s in zip(inputs, slopes(out.data, *(v.data for v in inputs))):
            v.grad += s * out.grad

    out._backward = _backward
    return out


def method(sign, compute, slopes):
    return lambda *inputs: node(sign, compute, slopes, *inputs)


for name, row in TABLE.items():
    setattr(Value, name, method(*row))


def power(self, k):
    if isinstance(k, Value):
        raise TypeError("only plain numbers as exponents")
    if self.data < 0 and k != round(k):
        raise ValueError("a negative number has no real power of this kind")
    return node(f"**{k}", lambda a: a**k, lambda y, a: (k * a ** (k - 1),), self)


Value.__pow__ = power
Value.__radd__ = lambda self, other: Value(other) + self
Value.__rmul__ = lambda self, other: Value(other) * self
Value.__neg__ = lambda self: self * -1
Value.__sub__ = lambda self, other: self + other * -1
Value.__rsub__ = lambda self, other: Value(other) + self * -1
Value.__truediv__ = lambda self, other: self * other**-1
Value.__rtruediv__ = lambda self, other: Value(other) * self**-1
""",
)

e(
    ALL4,
    "match statement on op in one _backward method; type hints and docstrings",
    '''
from __future__ import annotations

import math


class Value:
    """A number, and how it was made."""

    def __init__(self, data: float, operands: tuple[Value, ...] = (), op: str = "", extra: float | None = None) -> None:
        self.data, self.operands, self.op, self.extra = data, operands, op, extra
        self.grad: float = 0.0

    def _backward(self) -> None:
        """Give each operand its share."""
        match self.op, self.operands:
            case "+", (a, b):
                a.grad += self.grad
                b.grad += self.grad
            case "*", (a, b):
                a.grad += b.data * self.grad
                b.grad += a.data * self.grad
            case "**", (a,):
                a.grad += self.extra * a.data ** (self.extra - 1) * self.grad
            case "relu", (a,) if a.data > 0:
                a.grad += self.grad
            case "tanh", (a,):
                a.grad += (1.0 - self.data * self.data) * self.grad
            case "exp", (a,):
                a.grad += self.data * self.grad
            case "log", (a,):
                a.grad += self.grad / a.data
            case _:
                pass

    def __add__(self, other: Value | float) -> Value:
        return Value(self.data + (o := _value(other)).data, (self, o), "+")

    def __mul__(self, other: Value | float) -> Value:
        return Value(self.data * (o := _value(other)).data, (self, o), "*")

    def __pow__(self, k: float) -> Value:
        return Value(self.data**k, (self,), "**", k)

    def relu(self) -> Value:
        return Value(self.data if self.data > 0 else 0.0, (self,), "relu")

    def tanh(self) -> Value:
        return Value(math.tanh(self.data), (self,), "tanh")

    def exp(self) -> Value:
        return Value(math.exp(self.data), (self,), "exp")

    def log(self) -> Value:
        return Value(math.log(self.data), (self,), "log")

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self) -> Value:
        return self * -1

    def __sub__(self, other: Value | float) -> Value:
        return self + -_value(other)

    def __rsub__(self, other: float) -> Value:
        return -self + other

    def __truediv__(self, other: Value | float) -> Value:
        return self * _value(other) ** -1

    def __rtruediv__(self, other: float) -> Value:
        return self**-1 * other


def _value(x: Value | float) -> Value:
    return x if isinstance(x, Value) else Value(x)
''',
)

e(
    ALL2 + ALL4,
    "decorator that turns (number, slopes) functions into methods",
    """
import functools
import math


class Value:
    def __init__(self, data, inputs=(), op="", partials=()):
        self.data, self.inputs, self.op, self.partials, self.grad, self.label = data, inputs, op, partials, 0.0, ""


def operation(sign, *names):
    def decorate(rule):
        @functools.wraps(rule)
        def method(*inputs):
            inputs = tuple(x if isinstance(x, Value) else Value(x) for x in inputs)
            y, slopes = rule(*(x.data for x in inputs))
            return Value(y, inputs, sign, slopes)

        for name in names:
            setattr(Value, name, method)
        return rule

    return decorate


@operation("+", "__add__")
def plus(a, b):
    return a + b, (1.0, 1.0)


@operation("*", "__mul__")
def times(a, b):
    return a * b, (b, a)


@operation("relu", "relu")
def relu(a):
    return (a, (1.0,)) if a > 0 else (0.0, (0.0,))


@operation("tanh", "tanh")
def tanh(a):
    return (t := math.tanh(a)), (1 - t**2,)


@operation("exp", "exp")
def exp(a):
    return (y := math.exp(a)), (y,)


@operation("log", "log")
def log(a):
    return math.log(a), (1 / a,)


def power(self, k):
    if isinstance(k, Value):
        raise TypeError("an exponent is a plain number")
    if self.data < 0 and k % 1 != 0:
        raise ValueError("a negative base needs a whole exponent")
    slope = k * self.data ** (k - 1) if self.data or k >= 1 else math.inf if k else 0.0
    return Value(self.data**k, (self,), f"**{k}", (slope,))


Value.__pow__ = power
Value.__radd__ = lambda self, other: Value(other) + self
Value.__rmul__ = lambda self, other: Value(other) * self
Value.__neg__ = lambda self: -1 * self
Value.__sub__ = lambda self, other: self + -1 * (other if isinstance(other, Value) else Value(other))
Value.__rsub__ = lambda self, other: other + -self
Value.__truediv__ = lambda self, other: self * (other if isinstance(other, Value) else Value(other)) ** -1
Value.__rtruediv__ = lambda self, other: other * self**-1
""",
)

e(
    ["4.1"],
    "the given functions; the shares sent in a loop over pairs",
    """
def _send(out, *pairs):
    def _backward():
        for v, slope in pairs:
            v.grad += slope * out.grad

    out._backward = _backward
    return out


def add(self, other):
    other = value(other)
    return _send(Value(self.data + other.data, (self, other), "+"), (self, 1), (other, 1))


def multiply(self, other):
    other = value(other)
    return _send(Value(self.data * other.data, (self, other), "*"), (self, other.data), (other, self.data))


Value.__add__, Value.__mul__ = add, multiply
""",
)
e(
    ["4.2"],
    "branches: k == 0 apart, relu that sends only when open; lambda with setattr",
    """
def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        if k != 0:
            self.grad += out.grad * k * pow(self.data, k - 1)

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")
    out._backward = lambda: setattr(self, "grad", self.grad + (out.grad if out.data > 0 else 0.0))
    return out


Value.__pow__, Value.relu = power, relu
""",
)
e(
    ["4.3"],
    "tanh by cosh, exp recomputed, log by a power: right without the output",
    """
def _unary(compute, slope, sign):
    def method(self):
        out = Value(compute(self.data), (self,), sign)

        def _backward():
            self.grad += slope(self.data) * out.grad

        out._backward = _backward
        return out

    return method


tanh = _unary(math.tanh, lambda x: 1 / math.cosh(x) ** 2, "tanh")
exp = _unary(math.exp, math.exp, "exp")
log = _unary(math.log, lambda x: x**-1, "log")
Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
)

e(
    ["2.4"],
    "explicit stack, dict.fromkeys as an ordered set",
    """
def trace(root):
    nodes, stack = {root: None}, [root]
    while stack:
        for i in stack.pop().inputs:
            if i not in nodes:
                nodes[i] = None
                stack.append(i)
    return list(nodes), list(dict.fromkeys((i, v) for v in nodes for i in v.inputs))
""",
)
e(
    ["2.4"],
    "recursive generator, deduplicated by id; every edge of a + a kept once",
    """
def trace(root):
    def walk(v):
        yield v
        for i in v.inputs:
            yield from walk(i)

    nodes = list({id(v): v for v in walk(root)}.values())
    edges = []
    for v in nodes:
        edges += [(i, v) for k, i in enumerate(v.inputs) if i not in v.inputs[:k]]
    return [nodes, edges]
""",
)

# ------------------------------------------------------------ 5.x
e(
    ["5.1"],
    "explicit stack with (node, expanded) pairs",
    """
def topological(root):
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        v, expanded = stack.pop()
        if expanded:
            order.append(v)
        elif v not in seen:
            seen.add(v)
            stack.append((v, True))
            stack.extend((i, False) for i in v.inputs)
    return order
""",
)
e(
    ["5.1"],
    "Kahn from the root, then reversed, with a deque",
    """
from collections import Counter, deque


def topological(root):
    found, todo = {root}, deque([root])
    users = Counter()
    while todo:
        for i in todo.popleft().inputs:
            users[i] += 1
            if i not in found:
                found.add(i)
                todo.append(i)
    order, ready = [], deque([root])
    while ready:
        v = ready.popleft()
        order.append(v)
        for i in v.inputs:
            users[i] -= 1
            if users[i] == 0:
                ready.append(i)
    return order[::-1]
""",
)
e(
    ["5.1"],
    "graphlib from the standard library",
    """
from graphlib import TopologicalSorter


def topological(root):
    graph, todo = {}, [root]
    while todo:
        if (v := todo.pop()) not in graph:
            graph[v] = v.inputs
            todo += v.inputs
    return list(TopologicalSorter(graph).static_order())
""",
)
e(
    ["5.1"],
    "recursive generator with a shared seen",
    """
def topological(root, seen=None):
    def walk(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                yield from walk(i)
            yield v

    seen = set() if seen is None else seen
    return [*walk(root)]
""",
)
e(
    ["5.1"],
    "sorted by height: the longest way down to a leaf, memoised",
    """
def topological(root):
    height = {}

    def measure(v):
        if v not in height:
            height[v] = 1 + max((measure(i) for i in v.inputs), default=-1)
        return height[v]

    measure(root)
    return sorted(height, key=height.get)
""",
)
e(
    ["5.2"],
    "recursive order in a helper, zip, root first",
    """
def _post(v, order, seen):
    if v in seen:
        return order
    seen.add(v)
    for i in v.inputs:
        _post(i, order, seen)
    order.append(v)
    return order


def backward(root):
    root.grad = 1.0
    for v in reversed(_post(root, [], set())):
        for k, i in enumerate(v.inputs):
            i.grad += v.partials[k] * v.grad
""",
)
e(
    ["5.2"],
    "gradients gathered in a dict by node, written at the end",
    """
def backward(root):
    order = []

    def visit(v):
        if v not in order:
            for i in v.inputs:
                visit(i)
            order.append(v)

    visit(root)
    total = dict.fromkeys(order, 0.0)
    total[root] = 1.0
    while order:
        v = order.pop()
        for i, p in zip(v.inputs, v.partials, strict=True):
            total[i] += p * total[v]
        v.grad = total[v]
""",
)
e(
    ["5.2"],
    "pull in place of push: each node asks its users, memoised",
    """
from collections import defaultdict
from functools import cache


def backward(root):
    users, todo, seen = defaultdict(list), [root], {root}
    while todo:
        v = todo.pop()
        for i, p in zip(v.inputs, v.partials):
            users[i].append((v, p))
            if i not in seen:
                seen.add(i)
                todo.append(i)

    @cache
    def gradient(v):
        return 1.0 if v is root else sum(p * gradient(u) for u, p in users[v])

    for v in seen:
        v.grad = gradient(v)
""",
)
e(
    ["5.2", "5.5"],
    "Kahn by edges, with counts in a dict; both names",
    """
def backward_deep(root):
    waiting, todo = {root: 0}, [root]
    for v in todo:
        for i in v.inputs:
            if i not in waiting:
                waiting[i] = 0
                todo.append(i)
            waiting[i] += 1
    root.grad, ready = 1.0, {root}
    while ready:
        v = ready.pop()
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
            waiting[i] -= 1
            if not waiting[i]:
                ready.add(i)


backward = backward_deep
""",
)
e(
    ["5.5"],
    "stack of iterators",
    """
def backward_deep(root):
    order, seen = [], {root}
    stack = [(root, iter(root.inputs))]
    while stack:
        v, rest = stack[-1]
        for i in rest:
            if i not in seen:
                seen.add(i)
                stack.append((i, iter(i.inputs)))
                break
        else:
            order.append(v)
            stack.pop()
    root.grad = 1.0
    for v in order[::-1]:
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
)
e(
    ["5.5"],
    "two stacks, None as the marker for 'inputs done'",
    """
def backward_deep(root):
    post, todo, visited = [], [root], set()
    while todo:
        v = todo.pop()
        if v is None:
            post.append(todo.pop())
        elif v not in visited:
            visited.add(v)
            todo += [v, None, *v.inputs]
    root.grad = 1.0
    while post:
        v = post.pop()
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
)

# ------------------------------------------------------------ 6.1, 6.3, 6.4
e(
    ["6.1"],
    "math.isclose with rel_tol only: it divides by the larger, and zeros agree",
    """
from math import isclose


def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    def at(i, d):
        return f(*(x + d * (i == j) for j, x in enumerate(xs)))

    return [isclose((at(i, h) - at(i, -h)) / (2 * h), g, rel_tol=tolerance) for i, g in enumerate(grads)]
""",
)
e(
    ["6.1"],
    "multiplied out, no division; slices for the copies",
    """
def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    verdicts = []
    xs = tuple(xs)
    for i, claimed in enumerate(grads):
        before, x, after = xs[:i], xs[i], xs[i + 1:]
        slope = (f(*before, x + h, *after) - f(*before, x - h, *after)) / (h + h)
        verdicts.append(abs(claimed - slope) <= tolerance * max(abs(claimed), abs(slope)))
    return verdicts
""",
)
e(
    ["6.1"],
    "one working copy, moved in place and put back; early continue for zeros",
    """
def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    work, out = [*xs], []
    for i in range(len(work)):
        kept = work[i]
        work[i] = kept + h
        up = f(*work)
        work[i] = kept - h
        down = f(*work)
        work[i] = kept
        slope = (up - down) / 2 / h
        if slope == grads[i] == 0:
            out.append(True)
            continue
        out.append(bool(abs(slope - grads[i]) / max(map(abs, (slope, grads[i]))) <= tolerance))
    return out
""",
)
e(
    ["6.3"],
    "comprehension for the inner nodes, seed by += that also serves a root that is a leaf",
    """
def backward(root):
    order = topological(root)
    for v in [v for v in order if v.inputs]:
        v.grad = 0.0
    root.grad += 1.0
    sweep(order)
""",
)
e(
    ["6.3"],
    "leaves' old grads saved, all zeroed, swept, old ones added back to leaves",
    """
def backward(root):
    order = topological(root)
    old = {v: 0.0 if v.inputs else v.grad for v in order}
    for v in order:
        v.grad = 0.0
    root.grad = 1.0
    sweep(order)
    for v, g in old.items():
        v.grad += g
""",
)
e(
    ["6.4"],
    "dict of Values, result by unpacking",
    """
def by_engine(f, *numbers):
    inputs = dict(enumerate(map(Value, numbers)))
    (result := f(*inputs.values())).backward()
    return [result.data, *(v.grad for v in inputs.values())]
""",
)
