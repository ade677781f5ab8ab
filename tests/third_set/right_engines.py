"""Right answers in the shape of other people's engines. Own work, without sight of any check."""

ENGINES = []


def add(exercises, source, shape):
    ENGINES.append(dict(exercises=exercises, source=source, shape=shape))


add(
    ["4.1", "4.2", "4.3", "4.4"],
    r'''import math


class Value:
    """As in micrograd: a set of children, closures."""

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
        assert isinstance(other, (int, float)), "only supporting int/float powers for now"
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
        x = self.data
        t = (math.exp(2 * x) - 1) / (math.exp(2 * x) + 1)
        out = Value(t, (self,), "tanh")

        def _backward():
            self.grad += (1 - t**2) * out.grad

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
        topo = []
        visited = set()

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

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"
''',
    "micrograd as it is: _prev a set, own backward()",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import math
from dataclasses import dataclass, field


@dataclass(eq=False)
class Value:
    data: float
    inputs: tuple = ()
    partials: tuple = ()
    grad: float = field(default=0.0, repr=False)

    @staticmethod
    def of(x):
        return x if isinstance(x, Value) else Value(float(x))

    def __add__(self, other):
        other = Value.of(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = Value.of(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, k):
        return Value(self.data**k, (self,), (k * self.data ** (k - 1),))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (float(self.data > 0),))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t * t,))

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), (e,))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other
""",
    "dataclass without eq, partials as tuples, no _backward at all",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import math


class Value:
    __slots__ = ("data", "grad", "inputs", "partials")

    def __init__(self, data, inputs=None, partials=None):
        self.data = data
        self.grad = 0.0
        self.inputs = inputs or []
        self.partials = partials or []

    def __add__(self, other):
        other = lift(other)
        return Value(self.data + other.data, [self, other], [1, 1])

    def __mul__(self, other):
        other = lift(other)
        return Value(self.data * other.data, [self, other], [other.data, self.data])

    def __truediv__(self, other):
        other = lift(other)
        return Value(self.data / other.data, [self, other], [1 / other.data, -self.data / other.data**2])

    def __sub__(self, other):
        other = lift(other)
        return Value(self.data - other.data, [self, other], [1, -1])

    def __neg__(self):
        return Value(-self.data, [self], [-1])

    def __pow__(self, k):
        return Value(self.data**k, [self], [k * self.data ** (k - 1)])

    def relu(self):
        return Value(self.data, [self], [1]) if self.data > 0 else Value(0.0, [self], [0])

    def tanh(self):
        y = math.tanh(self.data)
        return Value(y, [self], [(1 - y) * (1 + y)])

    def exp(self):
        y = math.exp(self.data)
        return Value(y, [self], [y])

    def log(self):
        return Value(math.log(self.data), [self], [1 / self.data])

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other):
        return lift(other) - self

    def __rtruediv__(self, other):
        return lift(other) / self


def lift(x):
    return x if isinstance(x, Value) else Value(x)
""",
    "slots, lists, minus and division of their own, no _backward",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import math
from functools import partial


def send(pairs, out):
    for node, local in pairs:
        node.grad += local * out.grad


class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = [p for p, _ in parents]
        self._backward = partial(send, tuple(parents), self)

    @classmethod
    def wrap(cls, x):
        return x if isinstance(x, cls) else cls(x)

    def __add__(self, other):
        other = self.wrap(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = self.wrap(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def __pow__(self, k):
        return Value(self.data**k, [(self, k * self.data ** (k - 1))])

    def relu(self):
        return Value(max(0.0, self.data), [(self, 1.0 if self.data > 0 else 0.0)])

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def exp(self):
        t = math.exp(self.data)
        return Value(t, [(self, t)])

    def log(self):
        return Value(math.log(self.data), [(self, 1 / self.data)])

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other
""",
    "functools.partial as _backward, children called parents",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r'''import math


class Function:
    """An operation, as in PyTorch: forward keeps in ctx what backward needs."""

    def __init__(self, *parents):
        self.parents = parents
        self.saved = ()

    def save_for_backward(self, *xs):
        self.saved = xs

    @classmethod
    def apply(cls, *args, **kwargs):
        args = tuple(a if isinstance(a, Value) else Value(a) for a in args)
        ctx = cls(*args)
        out = Value(ctx.forward(*(a.data for a in args), **kwargs))
        out._ctx = ctx
        return out


class Add(Function):
    def forward(self, x, y):
        return x + y

    def backward(self, g):
        return g, g


class Mul(Function):
    def forward(self, x, y):
        self.save_for_backward(x, y)
        return x * y

    def backward(self, g):
        x, y = self.saved
        return y * g, x * g


class Pow(Function):
    def forward(self, x, k):
        self.save_for_backward(x, k)
        return x**k

    def backward(self, g):
        x, k = self.saved
        return (k * x ** (k - 1) * g, 0.0)


class ReLU(Function):
    def forward(self, x):
        self.save_for_backward(x > 0)
        return x if x > 0 else 0.0

    def backward(self, g):
        (mask,) = self.saved
        return (g if mask else 0.0,)


class Tanh(Function):
    def forward(self, x):
        y = math.tanh(x)
        self.save_for_backward(y)
        return y

    def backward(self, g):
        (y,) = self.saved
        return (g * (1 - y * y),)


class Exp(Function):
    def forward(self, x):
        y = math.exp(x)
        self.save_for_backward(y)
        return y

    def backward(self, g):
        return (g * self.saved[0],)


class Log(Function):
    def forward(self, x):
        self.save_for_backward(x)
        return math.log(x)

    def backward(self, g):
        return (g / self.saved[0],)


class Value:
    def __init__(self, data):
        self.data, self.grad, self._ctx = data, 0.0, None

    def deepwalk(self):
        def walk(node, visited, nodes):
            if node not in visited:
                visited.add(node)
                if node._ctx:
                    for i in node._ctx.parents:
                        walk(i, visited, nodes)
                nodes.append(node)
            return nodes

        return walk(self, set(), [])

    def backward(self):
        self.grad = 1.0
        for node in reversed(self.deepwalk()):
            if node._ctx:
                for parent, g in zip(node._ctx.parents, node._ctx.backward(node.grad)):
                    parent.grad += g

    def __add__(self, o):
        return Add.apply(self, o)

    def __mul__(self, o):
        return Mul.apply(self, o)

    def __pow__(self, k):
        return Pow.apply(self, k)

    def relu(self):
        return ReLU.apply(self)

    def tanh(self):
        return Tanh.apply(self)

    def exp(self):
        return Exp.apply(self)

    def log(self):
        return Log.apply(self)

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other
''',
    "Function classes with a context, as in PyTorch and tinygrad; own backward()",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import math

TAPE = []


class Value:
    def __init__(self, data):
        self.data, self.grad = data, 0.0

    def backward(self):
        adjoint = {id(self): 1.0}
        for out, entries in reversed(TAPE):
            g = adjoint.get(id(out))
            if g is None:
                continue
            for v, local in entries:
                adjoint[id(v)] = adjoint.get(id(v), 0.0) + local * g
        nodes = {id(self): self}
        for out, entries in TAPE:
            nodes[id(out)] = out
            nodes.update((id(v), v) for v, _ in entries)
        for key, g in adjoint.items():
            nodes[key].grad += g

    def __add__(self, other):
        other = constant(other)
        return record(self.data + other.data, (self, 1.0), (other, 1.0))

    def __mul__(self, other):
        other = constant(other)
        return record(self.data * other.data, (self, other.data), (other, self.data))

    def __pow__(self, k):
        return record(self.data**k, (self, k * self.data ** (k - 1)))

    def relu(self):
        return record(max(0.0, self.data), (self, float(self.data > 0)))

    def tanh(self):
        t = math.tanh(self.data)
        return record(t, (self, 1 - t * t))

    def exp(self):
        t = math.exp(self.data)
        return record(t, (self, t))

    def log(self):
        return record(math.log(self.data), (self, 1 / self.data))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other


def constant(x):
    return x if isinstance(x, Value) else Value(x)


def record(data, *entries):
    out = Value(data)
    TAPE.append((out, entries))
    return out
""",
    "a global tape, read backwards; nodes know nothing of each other",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r'''import math
from itertools import count

clock = count()


class Value:
    """No sorting: a node made later has its turn earlier."""

    def __init__(self, data, sources=()):
        self.data = data
        self.grad = 0.0
        self.sources = sources
        self.born = next(clock)

    def backward(self):
        self.grad = 1.0
        family, todo = {self}, [self]
        while todo:
            for v, _ in todo.pop().sources:
                if v not in family:
                    family.add(v)
                    todo.append(v)
        for v in sorted(family, key=lambda v: v.born, reverse=True):
            for source, rule in v.sources:
                source.grad += rule(v.grad)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, ((self, lambda g: g), (other, lambda g: g)))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, ((self, lambda g: g * other.data), (other, lambda g: g * self.data)))

    def __pow__(self, k):
        return Value(self.data**k, ((self, lambda g: g * k * self.data ** (k - 1)),))

    def relu(self):
        return Value(max(0.0, self.data), ((self, lambda g: g if self.data > 0 else 0.0),))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, ((self, lambda g: g * (1 - t * t)),))

    def exp(self):
        t = math.exp(self.data)
        return Value(t, ((self, lambda g: g * t),))

    def log(self):
        return Value(math.log(self.data), ((self, lambda g: g / self.data),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other
''',
    "a birth number in place of a sort; vector-Jacobian lambdas as in autograd",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import math


class Value:
    def __init__(self, data):
        self.data = data
        self.grad = 0.0

    def operands(self):
        return ()

    def _backward(self):
        pass

    def __add__(self, other):
        return Sum(self, other)

    def __mul__(self, other):
        return Product(self, other)

    def __pow__(self, k):
        return Power(self, k)

    def relu(self):
        return Relu(self)

    def tanh(self):
        return Tanh(self)

    def exp(self):
        return Exp(self)

    def log(self):
        return Log(self)

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other


class Binary(Value):
    def __init__(self, left, right):
        self.left = left if isinstance(left, Value) else Value(left)
        self.right = right if isinstance(right, Value) else Value(right)
        super().__init__(self.forward(self.left.data, self.right.data))

    @property
    def inputs(self):
        return self.left, self.right


class Sum(Binary):
    def forward(self, x, y):
        return x + y

    def _backward(self):
        self.left.grad += self.grad
        self.right.grad += self.grad


class Product(Binary):
    def forward(self, x, y):
        return x * y

    def _backward(self):
        self.left.grad += self.right.data * self.grad
        self.right.grad += self.left.data * self.grad


class Unary(Value):
    def __init__(self, arg):
        self.arg = arg
        super().__init__(self.forward(arg.data))

    @property
    def inputs(self):
        return (self.arg,)

    def _backward(self):
        self.arg.grad += self.slope() * self.grad


class Power(Unary):
    def __init__(self, arg, k):
        self.k = k
        super().__init__(arg)

    def forward(self, x):
        return x**self.k

    def slope(self):
        return self.k * self.arg.data ** (self.k - 1)


class Relu(Unary):
    def forward(self, x):
        return x if x > 0 else 0.0

    def slope(self):
        return 1.0 if self.data > 0 else 0.0


class Tanh(Unary):
    def forward(self, x):
        return math.tanh(x)

    def slope(self):
        return 1 - self.data**2


class Exp(Unary):
    def forward(self, x):
        return math.exp(x)

    def slope(self):
        return self.data


class Log(Unary):
    def forward(self, x):
        return math.log(x)

    def slope(self):
        return 1 / self.arg.data


Value.inputs = ()
""",
    "a subclass for each operation, _backward a method, inputs a property",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import math
import operator

RULES = {
    "+": (operator.add, lambda x, y, out: (1.0, 1.0)),
    "*": (operator.mul, lambda x, y, out: (y, x)),
    "-": (operator.sub, lambda x, y, out: (1.0, -1.0)),
    "/": (operator.truediv, lambda x, y, out: (1 / y, -out / y)),
    "neg": (operator.neg, lambda x, out: (-1.0,)),
    "relu": (lambda x: max(0.0, x), lambda x, out: (float(out > 0),)),
    "tanh": (math.tanh, lambda x, out: (1 - out * out,)),
    "exp": (math.exp, lambda x, out: (out,)),
    "log": (math.log, lambda x, out: (1 / x,)),
}


class Value:
    def __init__(self, data, op=None, args=(), slopes=()):
        self.data, self.op, self.args, self.slopes, self.grad = data, op, args, slopes, 0.0

    def _backward(self):
        for arg, slope in zip(self.args, self.slopes):
            arg.grad += slope * self.grad

    def __pow__(self, k):
        return Value(self.data**k, "**", (self,), (k * self.data ** (k - 1),))


def register(op, method, swap=False):
    forward, slopes = RULES[op]

    def call(*args):
        args = tuple(a if isinstance(a, Value) else Value(a) for a in (reversed(args) if swap else args))
        xs = [a.data for a in args]
        out = forward(*xs)
        return Value(out, op, args, slopes(*xs, out))

    setattr(Value, method, call)


for op, name in {"+": "add", "*": "mul", "-": "sub", "/": "truediv"}.items():
    register(op, f"__{name}__")
    register(op, f"__r{name}__", swap=True)
register("neg", "__neg__")
for name in ("relu", "tanh", "exp", "log"):
    register(name, name)
""",
    "an operator registry; methods made in a loop; children in args, _backward a bound method",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import math
from collections import deque


class Value:
    def __init__(self, data, edges=()):
        self.data, self.edges, self.grad = data, list(edges), 0.0

    def backward(self):
        degree, todo = {self: 0}, deque([self])
        while todo:
            for child, _ in todo.popleft().edges:
                if child not in degree:
                    degree[child] = 0
                    todo.append(child)
                degree[child] += 1
        self.grad = 1.0
        ready = deque([self])
        while ready:
            v = ready.popleft()
            for child, weight in v.edges:
                child.grad += weight * v.grad
                degree[child] -= 1
                if degree[child] == 0:
                    ready.append(child)

    def __add__(self, other):
        if isinstance(other, Value):
            return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])
        return Value(self.data + other, [(self, 1.0)])

    def __mul__(self, other):
        if isinstance(other, Value):
            return Value(self.data * other.data, [(self, other.data), (other, self.data)])
        return Value(self.data * other, [(self, other)])

    def __pow__(self, k):
        return Value(self.data**k, [(self, k * self.data ** (k - 1))])

    def relu(self):
        return Value(max(0.0, self.data), [(self, 1.0)] if self.data > 0 else [])

    def tanh(self):
        y = math.tanh(self.data)
        return Value(y, [(self, 1 - y**2)])

    def exp(self):
        y = math.exp(self.data)
        return Value(y, [(self, y)])

    def log(self):
        return Value(math.log(self.data), [(self, 1 / self.data)])

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other
""",
    "Kahn in backward(); a plain number is no node; a closed relu keeps no edge",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import math


class Value:
    def __init__(self, data, *history):
        self.__data = data
        self.__grad = 0.0
        self.__history = history

    @property
    def data(self):
        return self.__data

    @data.setter
    def data(self, new):
        self.__data = new

    @property
    def grad(self):
        return self.__grad

    @grad.setter
    def grad(self, new):
        self.__grad = float(new)

    @property
    def inputs(self):
        return tuple(v for v, _ in self.__history)

    @property
    def partials(self):
        return tuple(p for _, p in self.__history)

    def __add__(self, other):
        o = other if isinstance(other, Value) else Value(other)
        return Value(self.data + o.data, (self, 1.0), (o, 1.0))

    def __mul__(self, other):
        o = other if isinstance(other, Value) else Value(other)
        return Value(self.data * o.data, (self, o.data), (o, self.data))

    def __pow__(self, k):
        return Value(self.data**k, (self, k * self.data ** (k - 1)))

    def relu(self):
        return Value(max(0.0, self.data), (self, 0.0 if self.data <= 0 else 1.0))

    def tanh(self):
        return Value(t := math.tanh(self.data), (self, 1 - t * t))

    def exp(self):
        return Value(e := math.exp(self.data), (self, e))

    def log(self):
        return Value(math.log(self.data), (self, 1 / self.data))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other
""",
    "everything private, data, grad, inputs and partials are properties",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import math
from typing import NamedTuple


class Edge(NamedTuple):
    source: "Value"
    derivative: float


class Value:
    def __init__(self, data, edges=()):
        self.data, self.grad, self.edges = data, 0.0, tuple(edges)

    def order(self, seen=None):
        seen = set() if seen is None else seen
        if self not in seen:
            seen.add(self)
            for edge in self.edges:
                yield from edge.source.order(seen)
            yield self

    def backward(self, seed=1.0):
        self.grad = seed
        for v in reversed([*self.order()]):
            for source, derivative in v.edges:
                source.grad += derivative * v.grad

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, [Edge(self, 1.0), Edge(other, 1.0)])

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, [Edge(self, other.data), Edge(other, self.data)])

    def __pow__(self, k):
        return Value(self.data**k, [Edge(self, k * self.data ** (k - 1))])

    def relu(self):
        return Value(max(0.0, self.data), [Edge(self, float(self.data > 0))])

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, [Edge(self, 1 - t * t)])

    def exp(self):
        t = math.exp(self.data)
        return Value(t, [Edge(self, t)])

    def log(self):
        return Value(math.log(self.data), [Edge(self, 1 / self.data)])

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other


def as_value(x):
    return x if isinstance(x, Value) else Value(x)
""",
    "named tuples as edges, the order a generator, backward(seed)",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import math


class Value:
    def __init__(self, data, inputs=(), pull=None):
        self.data, self.inputs, self.pull = data, list(inputs), pull
        self.grad = 0.0

    def _backward(self):
        if self.pull is None:
            return
        for v, g in zip(self.inputs, self.pull(self.grad)):
            v.grad = v.grad + g

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [self, other], lambda g: (g, g))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        x, y = self.data, other.data
        return Value(x * y, [self, other], lambda g: (g * y, g * x))

    def __pow__(self, k):
        x = self.data
        return Value(x**k, [self], lambda g: [g * k * x ** (k - 1)])

    def relu(self):
        gate = self.data > 0
        return Value(self.data * gate, [self], lambda g: [g * gate])

    def tanh(self):
        y = math.tanh(self.data)
        return Value(y, [self], lambda g: [g - g * y * y])

    def exp(self):
        y = math.exp(self.data)
        return Value(y, [self], lambda g: [g * y])

    def log(self):
        x = self.data
        return Value(math.log(x), [self], lambda g: [g / x])

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other
""",
    "pullbacks as in JAX: g to a list; _backward a method with v.grad = v.grad + g",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import math


class Op:
    def __init__(self, name, forward, *slopes):
        self.name, self.forward, self.slopes = name, forward, slopes

    def __call__(self, *args):
        args = [a if isinstance(a, Value) else Value(a) for a in args]
        return Value(self.forward(*[a.data for a in args]), self, args)

    def __get__(self, instance, owner):
        return lambda *more: self(instance, *more)

    def locals(self, args):
        return [slope(*[a.data for a in args]) for slope in self.slopes]


class Value:
    def __init__(self, data, op=None, inputs=()):
        self.data, self.op, self.inputs, self.grad = data, op, tuple(inputs), 0.0

    @property
    def partials(self):
        return self.op.locals(self.inputs) if self.op else []

    __add__ = Op("+", lambda x, y: x + y, lambda x, y: 1, lambda x, y: 1)
    __mul__ = Op("*", lambda x, y: x * y, lambda x, y: y, lambda x, y: x)
    __sub__ = Op("-", lambda x, y: x - y, lambda x, y: 1, lambda x, y: -1)
    __truediv__ = Op("/", lambda x, y: x / y, lambda x, y: 1 / y, lambda x, y: -x / y**2)
    __radd__, __rmul__ = __add__, __mul__
    __rsub__ = Op("r-", lambda x, y: y - x, lambda x, y: -1, lambda x, y: 1)
    __rtruediv__ = Op("r/", lambda x, y: y / x, lambda x, y: -y / x**2, lambda x, y: 1 / x)
    __neg__ = Op("neg", lambda x: -x, lambda x: -1)
    relu = Op("relu", lambda x: max(x, 0.0), lambda x: 1.0 if x > 0 else 0.0)
    tanh = Op("tanh", math.tanh, lambda x: 1 / math.cosh(x) ** 2)
    exp = Op("exp", math.exp, math.exp)
    log = Op("log", math.log, lambda x: 1 / x)

    def __pow__(self, k):
        return Op(f"**{k}", lambda x: x**k, lambda x: k * x ** (k - 1))(self)
""",
    "operations are descriptor objects; partials a property worked out from the inputs when asked",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import math
import weakref


class Value:
    count = 0

    def __init__(self, data, children=(), local_grads=()):
        self.data, self.grad = data, 0
        self._children = children
        self._local_grads = local_grads
        Value.count += 1

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), (1, 1))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, other):
        return Value(self.data**other, (self,), (other * self.data ** (other - 1),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(0, self.data), (self,), (float(self.data > 0),))

    def backward(self):
        topo, visited = [], set()

        def build(v):
            if v not in visited:
                visited.add(v)
                for child in v._children:
                    build(child)
                topo.append(v)

        build(self)
        self.grad = 1
        for v in reversed(topo):
            for child, local_grad in zip(v._children, v._local_grads):
                child.grad += local_grad * v.grad

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other
""",
    "as in microgpt: _children and _local_grads, own backward(), whole-number grads",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import math


class Value:
    def __init__(self, data):
        self.data = data
        self.grad = 0.0
        self._deps = {}

    def _depend(self, v, d):
        self._deps[v] = self._deps.get(v, 0.0) + d
        return self

    def _backward(self):
        for v, d in self._deps.items():
            v.grad += d * self.grad

    @property
    def inputs(self):
        return list(self._deps)

    @property
    def partials(self):
        return list(self._deps.values())

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data)._depend(self, 1.0)._depend(other, 1.0)

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data)._depend(self, other.data)._depend(other, self.data)

    def __pow__(self, k):
        return Value(self.data**k)._depend(self, k * self.data ** (k - 1))

    def relu(self):
        return Value(max(0.0, self.data))._depend(self, 1.0 * (self.data > 0))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t)._depend(self, 1 - t * t)

    def exp(self):
        t = math.exp(self.data)
        return Value(t)._depend(self, t)

    def log(self):
        return Value(math.log(self.data))._depend(self, 1 / self.data)

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other
""",
    "a dict node -> derivative in which a * a is one input with the two slopes added up",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import math
from functools import wraps


def differentiable(rule):
    @wraps(rule)
    def method(self, *args):
        nodes = [self] + [a if isinstance(a, Value) else Value(a) for a in args]
        data, *locals_ = rule(*[n.data for n in nodes])
        out = Value(data)
        out.prev = nodes

        def _backward():
            for node, local in zip(nodes, locals_):
                node.grad += local * out.grad

        out._backward = _backward
        return out

    return method


class Value:
    def __init__(self, data):
        self.data = data
        self.grad = 0.0
        self.prev = []
        self._backward = lambda: None

    @differentiable
    def __add__(x, y):
        return x + y, 1.0, 1.0

    @differentiable
    def __mul__(x, y):
        return x * y, y, x

    @differentiable
    def __pow__(x, k):
        return x**k, k * x ** (k - 1), 0.0

    @differentiable
    def relu(x):
        return (x, 1.0) if x > 0 else (0.0, 0.0)

    @differentiable
    def tanh(x):
        t = math.tanh(x)
        return t, 1 - t**2

    @differentiable
    def exp(x):
        return math.exp(x), math.exp(x)

    @differentiable
    def log(x):
        return math.log(x), 1 / x

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other
""",
    "a decorator turns rules (value, slopes) into methods; children in prev; the exponent is a node too",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import math


class Tape:
    def __init__(self):
        self.entries = []

    def play_back(self, root):
        root.grad = 1.0
        for out, ins in reversed(self.entries):
            for v, d in ins:
                v.grad += d * out.grad


class Value:
    def __init__(self, data, tape=None):
        self.data, self.grad, self.tape = data, 0.0, tape

    def _emit(self, data, *ins):
        entries, seen = [], set()
        for v, _ in ins:
            for entry in v.tape.entries if v.tape else []:
                if id(entry) not in seen:
                    seen.add(id(entry))
                    entries.append(entry)
        out = Value(data, Tape())
        out.tape.entries = [*entries, (out, ins)]
        return out

    def backward(self):
        (self.tape or Tape()).play_back(self)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self._emit(self.data + other.data, (self, 1.0), (other, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self._emit(self.data * other.data, (self, other.data), (other, self.data))

    def __pow__(self, k):
        return self._emit(self.data**k, (self, k * self.data ** (k - 1)))

    def relu(self):
        return self._emit(max(0.0, self.data), (self, float(self.data > 0)))

    def tanh(self):
        t = math.tanh(self.data)
        return self._emit(t, (self, 1 - t * t))

    def exp(self):
        t = math.exp(self.data)
        return self._emit(t, (self, t))

    def log(self):
        return self._emit(math.log(self.data), (self, 1 / self.data))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other
""",
    "every value carries its own tape, merged at each operation: already in order, no walk",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import math


class Value(object):
    def __init__(self, data, creator=None):
        self.data = data
        self.grad = 0.0
        self.creator = creator
        self.generation = creator.generation + 1 if creator else 0

    def backward(self):
        import heapq

        self.grad = 1.0
        heap, seen = [], set()

        def push(f):
            if f is not None and id(f) not in seen:
                seen.add(id(f))
                heapq.heappush(heap, (-f.generation, id(f), f))

        push(self.creator)
        while heap:
            _, _, f = heapq.heappop(heap)
            for x, g in zip(f.inputs, f.derive(f.output.grad)):
                x.grad += g
                push(x.creator)

    def __add__(self, o):
        return Call(lambda x, y: x + y, lambda g, x, y, z: (g, g))(self, o)

    def __mul__(self, o):
        return Call(lambda x, y: x * y, lambda g, x, y, z: (g * y, g * x))(self, o)

    def __pow__(self, k):
        return Call(lambda x: x**k, lambda g, x, z: (g * k * x ** (k - 1),))(self)

    def relu(self):
        return Call(lambda x: max(0.0, x), lambda g, x, z: (g if x > 0 else 0.0,))(self)

    def tanh(self):
        return Call(math.tanh, lambda g, x, z: (g * (1 - z * z),))(self)

    def exp(self):
        return Call(math.exp, lambda g, x, z: (g * z,))(self)

    def log(self):
        return Call(math.log, lambda g, x, z: (g / x,))(self)

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other


class Call:
    def __init__(self, forward, pull):
        self.forward, self.pull = forward, pull

    def __call__(self, *args):
        self.inputs = [a if isinstance(a, Value) else Value(a) for a in args]
        self.generation = max(x.generation for x in self.inputs)
        self.output = Value(self.forward(*(x.data for x in self.inputs)), self)
        return self.output

    def derive(self, g):
        return self.pull(g, *(x.data for x in self.inputs), self.output.data)
""",
    "as in DeZero: creator functions, generations, a heap",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import math


class Value:
    def __init__(self, data, left=None, right=None, dleft=0.0, dright=0.0):
        self.data = data
        self.left, self.right = left, right
        self.dleft, self.dright = dleft, dright
        self.grad = 0.0

    @property
    def _backward(self):
        return self.hand_down

    def hand_down(self):
        if self.left is not None:
            self.left.grad += self.dleft * self.grad
        if self.right is not None:
            self.right.grad += self.dright * self.grad

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, self, other, 1.0, 1.0)

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, self, other, other.data, self.data)

    def __pow__(self, k):
        return Value(self.data**k, self, dleft=k * self.data ** (k - 1))

    def relu(self):
        return Value(max(0.0, self.data), self, dleft=float(self.data > 0))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, self, dleft=1 - t * t)

    def exp(self):
        t = math.exp(self.data)
        return Value(t, self, dleft=t)

    def log(self):
        return Value(math.log(self.data), self, dleft=1 / self.data)

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other
""",
    "a binary tree with left and right; _backward is a property that gives a method",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r'''import math


class Node:
    """The general part: a number with links, not knowing any operation."""

    def __init__(self, data, links=()):
        self.data, self.links, self.grad = data, links, 0.0

    def backward(self):
        stack, order, seen = [(self, iter(self.links))], [], {self}
        while stack:
            node, rest = stack[-1]
            for child, _ in rest:
                if child not in seen:
                    seen.add(child)
                    stack.append((child, iter(child.links)))
                    break
            else:
                order.append(node)
                stack.pop()
        self.grad = 1.0
        while order:
            node = order.pop()
            for child, slope in node.links:
                child.grad += slope * node.grad


class Arithmetic(Node):
    def new(self, data, *links):
        return type(self)(data, links)

    def lift(self, x):
        return x if isinstance(x, Node) else type(self)(x)

    def __add__(self, o):
        o = self.lift(o)
        return self.new(self.data + o.data, (self, 1), (o, 1))

    def __mul__(self, o):
        o = self.lift(o)
        return self.new(self.data * o.data, (self, o.data), (o, self.data))

    def __pow__(self, k):
        return self.new(self.data**k, (self, k * self.data ** (k - 1)))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other


class Functions:
    def relu(self):
        return self.new(max(0.0, self.data), (self, int(self.data > 0)))

    def tanh(self):
        t = math.tanh(self.data)
        return self.new(t, (self, 1 - t * t))

    def exp(self):
        t = math.exp(self.data)
        return self.new(t, (self, t))

    def log(self):
        return self.new(math.log(self.data), (self, 1 / self.data))


class Value(Functions, Arithmetic):
    pass
''',
    "inheritance and a mixin; iterative walk with iterators on a stack",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""def _engine():
    import math

    class Value:
        def __init__(self, data, inputs=(), op=""):
            self.data, self.inputs, self.op = data, inputs, op
            self.grad = 0.0
            self._backward = _nothing

    def _nothing():
        return None

    def _node(data, op, *pairs):
        out = Value(data, tuple(v for v, _ in pairs), op)
        out._backward = lambda: [setattr(v, "grad", v.grad + d * out.grad) for v, d in pairs] and None
        return out

    def _v(x):
        return x if isinstance(x, Value) else Value(x)

    def _binary(op, rule):
        def method(a, b):
            a, b = _v(a), _v(b)
            z, da, db = rule(a.data, b.data)
            return _node(z, op, (a, da), (b, db))

        return method, lambda a, b: method(b, a)

    for name, op, rule in (
        ("add", "+", lambda x, y: (x + y, 1, 1)),
        ("mul", "*", lambda x, y: (x * y, y, x)),
        ("sub", "-", lambda x, y: (x - y, 1, -1)),
        ("truediv", "/", lambda x, y: (x / y, 1 / y, -x / y / y)),
    ):
        method, reflected = _binary(op, rule)
        setattr(Value, f"__{name}__", method)
        setattr(Value, f"__r{name}__", reflected)
    Value.__neg__ = lambda a: _node(-a.data, "neg", (a, -1))
    Value.__pow__ = lambda a, k: _node(a.data**k, f"**{k}", (a, k * a.data ** (k - 1)))
    Value.relu = lambda a: _node(max(a.data, 0.0), "relu", (a, 1 if a.data > 0 else 0))
    Value.tanh = lambda a: _node(math.tanh(a.data), "tanh", (a, 1 - math.tanh(a.data) ** 2))
    Value.exp = lambda a: _node(math.exp(a.data), "exp", (a, math.exp(a.data)))
    Value.log = lambda a: _node(math.log(a.data), "log", (a, 1 / a.data))
    return Value


Value = _engine()
""",
    "a factory function that gives the class; everything a lambda; setattr in a list",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import math


class Value:
    def __init__(self, data, inputs=(), local=None):
        self.data = float(data)
        self.inputs = tuple(inputs)
        self._local = local or (lambda: ())
        self.zero_grad()

    def zero_grad(self):
        self.grad = 0.0

    @property
    def partials(self):
        return tuple(self._local())

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), lambda: (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), lambda: (other.data, self.data))

    def __pow__(self, k):
        return Value(self.data**k, (self,), lambda: (k * self.data ** (k - 1),))

    def relu(self):
        return Value(max(0.0, self.data), (self,), lambda: (1.0 if self.data > 0 else 0.0,))

    def tanh(self):
        out = Value(math.tanh(self.data), (self,))
        out._local = lambda: (1 - out.data**2,)
        return out

    def exp(self):
        out = Value(math.exp(self.data), (self,))
        out._local = lambda: (out.data,)
        return out

    def log(self):
        return Value(math.log(self.data), (self,), lambda: (1 / self.data,))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other
""",
    "lazy partials: closures, run when the property is read",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import math


class Value:
    def __init__(self, data, inputs=(), op="", extra=None):
        self.data, self.inputs, self.op, self.extra = data, inputs, op, extra
        self.grad = 0.0

    def _backward(self):
        g = self.grad
        match self.op, self.inputs:
            case "", _:
                return
            case "+", (a, b):
                a.grad += g
                b.grad += g
            case "*", (a, b):
                a.grad += b.data * g
                b.grad += a.data * g
            case "**", (a,):
                a.grad += self.extra * a.data ** (self.extra - 1) * g
            case "relu", (a,):
                a.grad += g if a.data > 0 else 0.0
            case "tanh", (a,):
                a.grad += (1 - self.data**2) * g
            case "exp", (a,):
                a.grad += self.data * g
            case "log", (a,):
                a.grad += g / a.data

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), "*")

    def __pow__(self, k):
        return Value(self.data**k, (self,), "**", k)

    def relu(self):
        return Value(max(0.0, self.data), (self,), "relu")

    def tanh(self):
        return Value(math.tanh(self.data), (self,), "tanh")

    def exp(self):
        return Value(math.exp(self.data), (self,), "exp")

    def log(self):
        return Value(math.log(self.data), (self,), "log")

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other
""",
    "one _backward method with match on op",
)

add(
    ["2.1", "2.2", "2.3"],
    r"""from dataclasses import dataclass


@dataclass(eq=False)
class Value:
    data: float
    inputs: tuple = ()
    op: str = ""
    grad: float = 0.0
    label: str = ""

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), "*")

    def __pow__(self, k):
        if isinstance(k, Value):
            raise TypeError("The exponent of ** has to be a plain number, not a Value.")
        if self.data < 0 and k % 1:
            raise ValueError("A negative base has no real power with a fractional exponent.")

        return Value(self.data**k, (self,), f"**{k}")

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return other + -self

    def __truediv__(self, other):
        return self * other**-1

    def __rtruediv__(self, other):
        return other * self**-1
""",
    "dataclass without eq",
)

add(
    ["2.1", "2.2", "2.3"],
    r"""class Value:
    __slots__ = "data", "inputs", "op", "grad", "label"

    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op, self.grad, self.label = data, list(inputs), op, 0.0, ""

    def __repr__(self):
        return f"<{self.data}>"

    @staticmethod
    def lift(x):
        return x if isinstance(x, Value) else Value(x)

    def __add__(self, other):
        return Value(self.data + (other := self.lift(other)).data, [self, other], "+")

    def __mul__(self, other):
        return Value(self.data * (other := self.lift(other)).data, [self, other], "*")

    def __pow__(self, k):
        if isinstance(k, Value):
            raise TypeError("The exponent of ** has to be a plain number, not a Value.")
        if self.data < 0 and k % 1:
            raise ValueError("A negative base has no real power with a fractional exponent.")

        return Value(self.data**k, [self], "**")

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return other + -self

    def __truediv__(self, other):
        return self * other**-1

    def __rtruediv__(self, other):
        return other * self**-1
""",
    "slots, inputs a list, walrus",
)

add(
    ["2.1", "2.2", "2.3"],
    r"""class Value:
    def __init__(self, data, _prev=(), _op=""):
        self.data, self._prev, self._op = data, tuple(_prev), _op
        self.grad, self.label = 0.0, ""

    inputs = property(lambda self: self._prev)
    op = property(lambda self: self._op)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, _prev=(self, other), _op="+")

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, _prev=(self, other), _op="*")

    def __pow__(self, k):
        if isinstance(k, Value):
            raise TypeError("The exponent of ** has to be a plain number, not a Value.")
        if self.data < 0 and k % 1:
            raise ValueError("A negative base has no real power with a fractional exponent.")

        return Value(self.data**k, _prev=(self,), _op=f"**{k}")

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return other + -self

    def __truediv__(self, other):
        return self * other**-1

    def __rtruediv__(self, other):
        return other * self**-1
""",
    "micrograd's _prev and _op inside, inputs and op as properties",
)

add(
    ["2.1", "2.2", "2.3"],
    r"""import operator


def make(op, function):
    def method(self, other):
        both = (self, other if isinstance(other, Value) else Value(other))
        return Value(function(*[v.data for v in both]), both, op)

    def reflected(self, other):
        both = (Value(other), self)
        return Value(function(*[v.data for v in both]), both, op)

    return method, reflected


class Value:
    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op
        self.grad, self.label = 0.0, ""

    def __repr__(self):
        return f"Value({self.data})"

    __add__, __radd__ = make("+", operator.add)
    __mul__, __rmul__ = make("*", operator.mul)
    __sub__, __rsub__ = make("-", operator.sub)
    __truediv__, __rtruediv__ = make("/", operator.truediv)

    def __neg__(self):
        return Value(-self.data, (self,), "neg")

    def __pow__(self, k):
        if isinstance(k, Value):
            raise TypeError("The exponent of ** has to be a plain number, not a Value.")
        if self.data < 0 and k % 1:
            raise ValueError("A negative base has no real power with a fractional exponent.")

        return Value(self.data**k, (self,), f"**{k}")
""",
    "methods from a factory; minus and division are operations of their own",
)

add(
    ["2.1", "2.2", "2.3"],
    r'''class Node:
    """What any node has."""

    def __init__(self, data, inputs=(), op=""):
        self.data = data
        self.inputs = inputs
        self.op = op
        self.grad = 0.0
        self.label = ""


class Value(Node):
    def __add__(self, other):
        return self._combine("+", other, lambda x, y: x + y)

    def __mul__(self, other):
        return self._combine("*", other, lambda x, y: x * y)

    def __pow__(self, k):
        if isinstance(k, Value):
            raise TypeError("The exponent of ** has to be a plain number, not a Value.")
        if self.data < 0 and k % 1:
            raise ValueError("A negative base has no real power with a fractional exponent.")

        return type(self)(self.data**k, (self,), f"^{k}")

    def _combine(self, op, other, how):
        if not isinstance(other, Node):
            other = type(self)(other)
        return type(self)(how(self.data, other.data), (self, other), op)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return other + -self

    def __truediv__(self, other):
        return self * other**-1

    def __rtruediv__(self, other):
        return other * self**-1
''',
    "inheritance, type(self), one helper for both operations",
)

add(
    ["2.1", "2.2", "2.3"],
    r"""from collections import deque


class Value:
    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, deque(inputs), op
        self.grad, self.label = 0.0, ""

    def __add__(self, other):
        match other:
            case Value():
                return Value(self.data + other.data, (self, other), "+")
            case int() | float():
                return self + Value(other)
        return NotImplemented

    def __mul__(self, other):
        match other:
            case Value():
                return Value(self.data * other.data, (self, other), "*")
            case int() | float():
                return self * Value(other)
        return NotImplemented

    def __pow__(self, k):
        match k:
            case Value():
                raise NotImplementedError("Sorry, the exponent must not be a Value.")
            case float() if self.data < 0 and not k.is_integer():
                raise ArithmeticError("Sorry, this power would be a complex number.")
        return Value(self.data**k, (self,), "pow")

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return other + -self

    def __truediv__(self, other):
        return self * other**-1

    def __rtruediv__(self, other):
        return other * self**-1
""",
    "inputs a deque, match, NotImplemented for strangers",
)

add(
    ["2.1", "2.2", "2.3"],
    r"""class Op:
    def __init__(self, sign, *inputs):
        self.sign, self.inputs = sign, inputs


class Value:
    def __init__(self, data, origin=None):
        self.data, self.origin = data, origin
        self.grad, self.label = 0.0, ""

    @property
    def inputs(self):
        return self.origin.inputs if self.origin else ()

    @property
    def op(self):
        return self.origin.sign if self.origin else ""

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, Op("+", self, other))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, Op("*", self, other))

    def __pow__(self, k):
        if isinstance(k, Value):
            raise TypeError("The exponent of ** has to be a plain number, not a Value.")
        if self.data < 0 and k % 1:
            raise ValueError("A negative base has no real power with a fractional exponent.")

        return Value(self.data**k, Op(f"**{k}", self))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return other + -self

    def __truediv__(self, other):
        return self * other**-1

    def __rtruediv__(self, other):
        return other * self**-1
""",
    "an Op object stands between; inputs and op read through it",
)

add(
    ["2.1", "2.2", "2.3"],
    r"""class Value:
    def __init__(self, data, inputs=(), op=""):
        if isinstance(data, Value):
            data, inputs, op = data.data, data.inputs, data.op
        self.data, self.inputs, self.op = data, inputs, op
        self.grad, self.label = 0.0, ""

    def __add__(self, other):
        if isinstance(other, Value):
            return Value(self.data + other.data, (self, other), "+")
        return self + Value(other)

    def __mul__(self, other):
        if isinstance(other, Value):
            return Value(self.data * other.data, (self, other), "*")
        return self * Value(other)

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self):
        return -1 * self

    def __sub__(self, other):
        return self + (-1) * other

    def __rsub__(self, other):
        return (-1) * self + other

    def __pow__(self, k):
        assert not isinstance(k, Value), "The exponent must be a plain number, please."
        assert self.data >= 0 or k == int(k), "This root of a negative number is complex."
        return Value(self.data**k, (self,), f"**{k}")

    def __truediv__(self, other):
        return self * (Value(other) if not isinstance(other, Value) else other) ** (-1)

    def __rtruediv__(self, other):
        return Value(other) / self
""",
    "__radd__ is __add__ itself; refuses by assert",
)

add(
    ["2.1", "2.2", "2.3", "4.1", "4.2", "4.3", "4.4"],
    r'''import math


class Value:
    """One engine for both lessons: inputs, op, partials, a closure and a backward."""

    def __init__(self, data, inputs=(), op="", partials=()):
        self.data, self.inputs, self.op, self.partials = data, tuple(inputs), op, tuple(partials)
        self.grad, self.label = 0.0, ""

    def _backward(self):
        for i, p in zip(self.inputs, self.partials):
            i.grad += p * self.grad

    def backward(self):
        order, stack, seen = [], [(self, False)], set()
        while stack:
            v, done = stack.pop()
            if done:
                order.append(v)
            elif v not in seen:
                seen.add(v)
                stack.append((v, True))
                stack += [(i, False) for i in v.inputs]
        self.grad = 1.0
        for v in reversed(order):
            v._backward()

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), "+", (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), "*", (other.data, self.data))

    def __pow__(self, k):
        if isinstance(k, Value):
            raise TypeError("The exponent of ** has to be a plain number, not a Value.")
        if self.data < 0 and k % 1:
            raise ValueError("A negative base has no real power with a fractional exponent.")

        return Value(self.data**k, (self,), f"**{k}", (k * self.data ** (k - 1),))

    def relu(self):
        return Value(max(0.0, self.data), (self,), "relu", (float(self.data > 0),))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), "tanh", (1 - t * t,))

    def exp(self):
        t = math.exp(self.data)
        return Value(t, (self,), "exp", (t,))

    def log(self):
        return Value(math.log(self.data), (self,), "log", (1 / self.data,))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return other + -self

    def __truediv__(self, other):
        return self * other**-1

    def __rtruediv__(self, other):
        return other * self**-1
''',
    "all three at once: partials, _backward and backward()",
)

add(
    ["2.1", "2.2", "2.3"],
    r'''class Value(float):
    """A float that remembers."""

    def __new__(cls, data, inputs=(), op=""):
        return super().__new__(cls, data)

    def __init__(self, data, inputs=(), op=""):
        self.inputs, self.op, self.grad, self.label = inputs, op, 0.0, ""

    __hash__ = object.__hash__

    def __eq__(self, other):
        return self is other

    @property
    def data(self):
        return float(self)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), "*")

    def __pow__(self, k):
        if isinstance(k, Value):
            raise TypeError("The exponent of ** has to be a plain number, not a Value.")
        if self.data < 0 and k % 1:
            raise ValueError("A negative base has no real power with a fractional exponent.")

        return Value(self.data**k, (self,), f"**{k}")

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return other + -self

    def __truediv__(self, other):
        return self * other**-1

    def __rtruediv__(self, other):
        return other * self**-1
''',
    "a subclass of float, with eq and hash by identity",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""def node(data, op, *pairs):
    out = Value(data, tuple(v for v, _ in pairs), op)

    def _backward():
        for v, slope in pairs:
            v.grad += slope * out.grad

    out._backward = _backward
    return out


def add(self, other):
    other = value(other)
    return node(self.data + other.data, "+", (self, 1), (other, 1))


def multiply(self, other):
    other = value(other)
    return node(self.data * other.data, "*", (self, other.data), (other, self.data))


def power(self, k):
    return node(self.data**k, f"**{k}", (self, k * self.data ** (k - 1)))


def relu(self):
    return node(max(0.0, self.data), "relu", (self, int(self.data > 0)))


def tanh(self):
    return node(t := math.tanh(self.data), "tanh", (self, 1 - t * t))


def exp(self):
    return node(e := math.exp(self.data), "exp", (self, e))


def log(self):
    return node(math.log(self.data), "log", (self, 1 / self.data))


Value.__add__, Value.__mul__, Value.__pow__ = add, multiply, power
Value.relu, Value.tanh, Value.exp, Value.log = relu, tanh, exp, log
Value.__radd__, Value.__rmul__ = add, multiply
Value.__neg__ = lambda self: self * -1
Value.__sub__ = lambda self, other: self + -value(other)
Value.__rsub__ = lambda self, other: value(other) - self
Value.__truediv__ = lambda self, other: self * value(other) ** -1
Value.__rtruediv__ = lambda self, other: value(other) / self
""",
    "the text's class, a helper of one's own that takes (input, slope) pairs",
)

add(
    ["4.1", "4.2", "4.3", "4.4"],
    r"""import types


def _pass(self, pairs):
    for v, slope in pairs:
        v.grad += slope() * self.grad


def bind(out, *pairs):
    out._backward = types.MethodType(lambda self: _pass(self, pairs), out)
    return out


def binary(op, forward, left, right):
    def method(self, other):
        x, y = self, value(other)
        return bind(Value(forward(x.data, y.data), (x, y), op), (x, lambda: left(x.data, y.data)), (y, lambda: right(x.data, y.data)))

    return method


def unary(op, forward, slope):
    def method(self):
        return bind(Value(forward(self.data), [self], op), (self, lambda: slope(self.data)))

    return method


Value.__add__ = Value.__radd__ = binary("+", lambda x, y: x + y, lambda x, y: 1.0, lambda x, y: 1.0)
Value.__mul__ = Value.__rmul__ = binary("*", lambda x, y: x * y, lambda x, y: y, lambda x, y: x)
Value.__sub__ = binary("-", lambda x, y: x - y, lambda x, y: 1.0, lambda x, y: -1.0)
Value.__rsub__ = binary("-", lambda x, y: y - x, lambda x, y: -1.0, lambda x, y: 1.0)
Value.__truediv__ = binary("/", lambda x, y: x / y, lambda x, y: 1 / y, lambda x, y: -x / y**2)
Value.__rtruediv__ = binary("/", lambda x, y: y / x, lambda x, y: -y / x**2, lambda x, y: 1 / x)
Value.__neg__ = unary("neg", lambda x: -x, lambda x: -1.0)
Value.__pow__ = lambda self, k: unary(f"**{k}", lambda x: x**k, lambda x: k * x ** (k - 1))(self)
Value.relu = unary("relu", lambda x: max(x, 0.0), lambda x: 1.0 if x > 0 else 0.0)
Value.tanh = unary("tanh", math.tanh, lambda x: 1 - math.tanh(x) ** 2)
Value.exp = unary("exp", math.exp, math.exp)
Value.log = unary("log", math.log, lambda x: 1 / x)
""",
    "the text's class, bound methods by types.MethodType, slopes worked out at sending",
)

add(
    ["5.1", "5.2"],
    r"""from collections import Counter, deque


def topological(root):
    users, todo, seen = Counter(), deque([root]), {root}
    while todo:
        for i in todo.popleft().inputs:
            users[i] += 1
            if i not in seen:
                seen.add(i)
                todo.append(i)
    order, ready = deque(), deque([root])
    while ready:
        v = ready.popleft()
        order.appendleft(v)
        for i in v.inputs:
            users[i] -= 1
            if users[i] == 0:
                ready.append(i)
    return list(order)


def backward(root):
    order = topological(root)
    for v in order:
        v.grad = 0.0
    root.grad = 1.0
    for v in order[::-1]:
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    "Kahn with Counter and deque, zeroing first",
)

add(
    ["5.1", "5.2"],
    r"""def topological(root):
    def walk(v, seen):
        if v in seen:
            return
        seen.add(v)
        for i in v.inputs:
            yield from walk(i, seen)
        yield v

    return [*walk(root, set())]


def backward(root):
    root.grad = 1.0
    for v in topological(root)[::-1]:
        for k, p in enumerate(v.partials):
            v.inputs[k].grad += p * v.grad
""",
    "a recursive generator; enumerate over partials",
)

add(
    ["5.1", "5.2"],
    r"""def topological(root, seen=None):
    seen = {} if seen is None else seen
    if root not in seen:
        seen[root] = None
        inputs = [v for i in root.inputs for v in topological(i, seen)]
        return inputs + [root]
    return []


def backward(root):
    flow = dict.fromkeys(topological(root), 0.0)
    flow[root] = 1.0
    for v in reversed(flow):
        v.grad = flow[v]
        for i, p in zip(v.inputs, v.partials):
            flow[i] += p * v.grad
""",
    "lists put together by recursion; gradients in a dict that is also the order",
)

add(
    ["5.1", "5.2"],
    r"""def topological(root):
    order, stack = {}, [root]
    while stack:
        v = stack[-1]
        missing = [i for i in v.inputs if i not in order]
        if missing:
            stack.extend(missing)
        else:
            order.setdefault(stack.pop(), len(order))
    return list(order)


def backward(root):
    root.grad = 1.0
    order = topological(root)
    while order:
        v = order.pop()
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    "iterative, a dict as ordered set, pop from the end",
)

add(
    ["5.1", "5.2"],
    r"""class Order:
    def __init__(self):
        self.nodes, self.known = [], set()

    def __call__(self, v):
        if id(v) not in self.known:
            self.known.add(id(v))
            [self(i) for i in v.inputs]
            self.nodes.append(v)
        return self.nodes


def topological(root):
    return Order()(root)


def backward(root):
    def send(v):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad

    root.grad = 1.0
    for _ in map(send, reversed(topological(root))):
        pass
""",
    "a callable class that remembers by id; map for the sending",
)

add(
    ["5.1", "5.2"],
    r"""from functools import lru_cache


def topological(root):
    @lru_cache(maxsize=None)
    def depth(v):
        return 1 + max((depth(i) for i in v.inputs), default=0)

    @lru_cache(maxsize=None)
    def nodes(v):
        return frozenset([v]).union(*(nodes(i) for i in v.inputs))

    return sorted(nodes(root), key=depth)


def backward(root):
    users = {}
    for v in topological(root):
        for i, p in zip(v.inputs, v.partials):
            users.setdefault(i, []).append((v, p))
    for v in topological(root)[::-1]:
        v.grad = 1.0 if v is root else sum(p * u.grad for u, p in users[v])
""",
    "sorted by the longest road to a leaf, with lru_cache; each node gathers from its users",
)

add(
    ["5.1", "5.2"],
    r"""from graphlib import TopologicalSorter


def topological(root):
    graph, stack = {}, [root]
    while stack:
        v = stack.pop()
        if v not in graph:
            graph[v] = set(v.inputs)
            stack.extend(v.inputs)
    return list(TopologicalSorter(graph).static_order())


def backward(root):
    order = topological(root)
    grads = {id(v): 0.0 for v in order}
    grads[id(root)] = 1.0
    for v in reversed(order):
        for i, p in zip(v.inputs, v.partials):
            grads[id(i)] += p * grads[id(v)]
    for v in order:
        v.grad = grads[id(v)]
""",
    "graphlib of the standard library; gradients by id, written in the end",
)

add(
    ["5.2"],
    r"""from functools import lru_cache


def backward(root):
    nodes, stack = {root: []}, [root]
    while stack:
        v = stack.pop()
        for i, p in zip(v.inputs, v.partials):
            if i not in nodes:
                nodes[i] = []
                stack.append(i)
            nodes[i].append((v, p))

    @lru_cache(maxsize=None)
    def grad(v):
        return float(v is root) + sum(p * grad(user) for user, p in nodes[v])

    for v in nodes:
        v.grad = grad(v)
""",
    "no order at all: recursion from each node up to its users, with memory",
)

add(
    ["5.2"],
    r"""def backward(root):
    order, seen = [], set()

    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            order.append(v)

    visit(root)
    position = {v: k for k, v in enumerate(order)}
    for v in order:
        tangent = [0.0] * len(order)
        tangent[position[v]] = 1.0
        for u in order[position[v] + 1 :]:
            tangent[position[u]] = sum(p * tangent[position[i]] for i, p in zip(u.inputs, u.partials))
        v.grad = tangent[-1]
""",
    "forward mode: for every node one sweep from it to root",
)

add(
    ["5.1", "5.2"],
    r"""import heapq


def topological(root):
    height = {}
    stack = [root]
    while stack:
        v = stack[-1]
        todo = [i for i in v.inputs if i not in height]
        if todo:
            stack += todo
        else:
            height[v] = max([height[i] for i in v.inputs], default=-1) + 1
            stack.pop()
    heap = [(h, n, v) for n, (v, h) in enumerate(height.items())]
    heapq.heapify(heap)
    return [heapq.heappop(heap)[2] for _ in range(len(heap))]


def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad = i.grad + p * v.grad
""",
    "heights and a heap",
)

add(
    ["5.1"],
    r"""def topological(root):
    order = []
    state = {}
    stack = [(root, iter(root.inputs))]
    state[root] = "open"
    while stack:
        v, rest = stack[-1]
        i = next(rest, None)
        if i is None:
            state[v] = "closed"
            order.append(v)
            stack.pop()
        elif i not in state:
            state[i] = "open"
            stack.append((i, iter(i.inputs)))
    return order
""",
    "three colours, iterators on a stack",
)

add(
    ["5.1"],
    r"""def topological(root):
    layer, layers = {root}, []
    while layer:
        layers.append(layer)
        layer = {i for v in layer for i in v.inputs}
    order = []
    for layer in reversed(layers):
        order += [v for v in layer if v not in order]
    return order
""",
    "layers by the longest road from root, deepest first, later copies dropped",
)
