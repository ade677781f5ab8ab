"""A scalar autograd engine: numbers that remember how they were made.

Every operation makes a new Value that keeps its inputs, in order, and one partial
derivative per input. `backward()` walks that record once, from the output to the
leaves (reverse mode; Linnainmaa 1970). In the style of Andrej Karpathy's micrograd.
"""

import math

OPS = ("+", "-", "*", "/", "**", "neg", "ReLU", "tanh", "exp", "log", "sigmoid")


class Value:
    """A number in a computation graph.

    `data` is the number, `grad` the derivative by it of the output that `backward()` was called on.
    `op` is the operation's symbol: "" for a leaf; a power with a fixed exponent carries it: "**2".
    """

    # Two inputs by name, not in a tuple: 160 bytes a node, and less for Python's cycle collector to visit.
    __slots__ = ("_a", "_b", "_by_a", "_by_b", "_level", "_visit", "data", "grad", "label", "op")
    __array_ufunc__ = None  # numpy_scalar * Value then asks us, and makes no array of Values

    def __init__(self, data, label="", _op=""):
        self.data, self.grad = data if type(data) is float else _number(data), 0.0
        self.label, self.op, self._level = label, "", 0
        self._a = self._b = self._visit = None
        if label and type(label) is not str:
            _join(self, label, _op)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return _made("+", self.data + other.data, self, 1.0, other, 1.0)

    def __sub__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return _made("-", self.data - other.data, self, 1.0, other, -1.0)

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return _made("*", self.data * other.data, self, other.data, other, self.data)

    def __truediv__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        a, b = self.data, other.data
        if b == 0:
            raise ZeroDivisionError(f"a divisor can't be 0; got {a} / {b}. Check how the divisor is made.")
        return _made("/", a / b, self, 1 / b, other, -a / b / b)

    def __pow__(self, other):
        x = self.data if type(self.data) is float else _number(self.data)  # NumPy's would give nan, and a warning
        if not isinstance(other, Value):
            k = _number(other)
            return _made("**" + repr(k).removesuffix(".0"), _power(x, k), self, _power_slope(x, k))
        k = float(other.data)
        if x <= 0:
            raise ValueError(f"Value ** Value needs a base above 0; got {x} ** {k}. Try a plain number, as in a ** 2.")
        y = _power(x, k)
        return _made("**", y, self, _power_slope(x, k), other, y * math.log(x))

    def __xor__(self, other):
        raise TypeError("^ is no power of a Value, and comes after + and *; got a ^ b. Write a ** b.")

    def __neg__(self):
        return _made("neg", -self.data, self, -1.0)

    def relu(self):
        """max(0, x), with slope 0 at 0."""
        on = not self.data <= 0  # "not ... <=" lets NaN pass
        return _made("ReLU", self.data if on else 0.0, self, 1.0 if on else 0.0)

    def tanh(self):
        """The hyperbolic tangent, from -1 to 1."""
        t = math.tanh(self.data)
        return _made("tanh", t, self, 1 - t * t)  # d tanh = 1 - tanh**2

    def sigmoid(self):
        """1 / (1 + exp(-x)), from 0 to 1, for any x."""
        z = math.exp(-abs(self.data))  # at most 1: no overflow
        s = (1.0 if self.data >= 0 else z) / (1 + z)
        return _made("sigmoid", s, self, s * (1 - s))  # d sigmoid = sigmoid * (1 - sigmoid)

    def exp(self):
        """e to the power x. OverflowError above 709.78."""
        if self.data > 709.782712893384:  # log of the largest float
            raise OverflowError(f"exp takes up to 709.78; got {self.data}. Try exp(x - m), m the largest: same ratios.")
        e = math.exp(self.data)
        return _made("exp", e, self, e)  # d exp = exp

    def log(self):
        """The natural logarithm. ValueError unless x is greater than 0."""
        if self.data <= 0:
            raise ValueError(f"log takes a number greater than 0; got {self.data}. Of logits try losses.cross_entropy.")
        return _made("log", math.log(self.data), self, 1 / self.data)

    def backward(self):
        """Put d self / d v into v.grad for every Value v that self was made from.

        Leaves accumulate, so that several losses add up, until zero_grad() or `v.grad = 0`.
        What lies between is computed anew. Calling twice gives twice the gradient.
        """
        if self._level:
            self.grad = 0.0
        self.grad += 1.0
        # Inputs have lower levels than what is made of them: from the highest down, each grad is complete in its turn.
        visit = object()  # a Value that carries it has been met; quicker than a set of those met
        levels = [*([] for _ in range(self._level)), [self]]
        for level in levels[:0:-1]:
            for v in level:
                a, b, grad = v._a, v._b, v.grad
                if a._level and a._visit is not visit:
                    a._visit, a.grad = visit, 0.0
                    levels[a._level].append(a)
                a.grad += v._by_a * grad  # the chain rule; += since other roads may lead to a as well
                if b is not None:
                    if b._level and b._visit is not visit:
                        b._visit, b.grad = visit, 0.0
                        levels[b._level].append(b)
                    b.grad += v._by_b * grad

    @property
    def inputs(self):
        """The Values that it was made from: none, one or two."""
        return () if self._a is None else (self._a,) if self._b is None else (self._a, self._b)

    @property
    def partials(self):
        """Its derivative by each of its inputs, as it was when it was made: plain numbers."""
        return () if self._a is None else (self._by_a,) if self._b is None else (self._by_a, self._by_b)

    __rxor__ = __xor__
    # The names micrograd uses.
    _prev = inputs
    _op = property(lambda self: self.op)
    _backward = property(lambda self: lambda: _send(self), lambda self, send: _keep(self, send))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __rpow__(self, other):
        return Value(other) ** self

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __reduce_ex__(self, protocol):
        if self._level > 120:
            raise RecursionError(f"a copy recurses; this graph is {self._level} levels deep. Keep the model instead.")
        return super().__reduce_ex__(protocol)


def topological_order(root):
    """Every Value that root depends on, and root last: each one after all of its inputs."""
    order, seen = [root], {root}
    for v in order:  # grows while it is read
        for i in (v._a, v._b):
            if i is not None and i not in seen:
                seen.add(i)
                order.append(i)
    return sorted(order, key=lambda v: v._level)


def _made(op, data, a, by_a, b=None, by_b=0.0, new=object.__new__):
    v = new(Value)
    v.data, v.grad, v._visit = data, 0.0, None
    v.op, v.label = op, ""
    v._a, v._by_a = a, by_a
    v._b, v._by_b = b, by_b
    # The level is the longest way down to a leaf, so inputs always have a lower one.
    v._level = (a._level if b is None or a._level > b._level else b._level) + 1
    return v


def _join(v, inputs, op):
    if isinstance(inputs, (tuple, list, set)):
        v.label, inputs = "", list(dict.fromkeys(inputs))  # (a, a) is one input, as in micrograd's set
        if len(inputs) > 2 or not all(isinstance(i, Value) for i in inputs):
            raise TypeError(f"a Value is made from one or two Values; got {len(inputs)}: {inputs}. Make it in steps.")
        v.op, (v._a, v._b), v._by_a, v._by_b = op or "?", (*inputs, None)[:2], 0.0, 0.0
        v._level = 1 + max(i._level for i in inputs)


def _keep(v, send):
    # What send adds to each input for a gradient of 1 is the partial: kept as a number, not as a function.
    before = {i: i.grad for i in (v, *v.inputs)}
    for i in before:
        i.grad = float(i is v)
    send()
    v._by_a, v._by_b = (*[i.grad for i in v.inputs], 0.0, 0.0)[:2]
    for i, grad in before.items():
        i.grad = grad


def _send(v):
    for i, partial in zip(v.inputs, v.partials, strict=True):
        i.grad += partial * v.grad


def _power(x, k):
    try:
        y = x**k
    except ZeroDivisionError:
        raise ZeroDivisionError(f"0 has no power {k}: that is 1 / 0. Check the base.") from None
    except OverflowError:
        raise OverflowError(f"{x} ** {k} is larger than a float can be. Use a smaller base or exponent.") from None
    if isinstance(y, complex):
        raise ValueError(f"a negative base needs a whole exponent; got {x} ** {k}. Check the base's sign.")
    return y


def _power_slope(x, k):  # d x**k = k * x**(k-1)
    if x == 0 and k < 1:
        return math.inf if k else 0.0  # the square root is vertical at 0
    try:
        return k * x ** (k - 1)
    except OverflowError:
        return k / x * x**k


def _number(x):
    kind = type(x).__name__
    if hasattr(type(x), "__float__") and "complex" not in kind and not getattr(x, "ndim", 0):
        try:
            return float(x)
        except OverflowError:
            raise OverflowError("a number is at most 1.8e308; got a larger one. Use a smaller one.") from None
    hints = (
        (isinstance(x, Value), "It is a Value already: use it as it is."),
        (isinstance(x, str), "Turn text into a number first: float(text)."),
        ("complex" in kind, "Use its real part: x.real."),
        (x is None, "None often comes from a function without a return."),
        (getattr(getattr(x, "dtype", 0), "kind", "") == "O", "Calculate with each in it: [x / total for x in xs]."),
        (True, "For several numbers make several Values: [Value(x) for x in xs]."),
    )
    hint = next(hint for holds, hint in hints if holds)
    raise TypeError(f"a Value works with one real number; got {kind}. {hint}")
