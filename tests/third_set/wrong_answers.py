"""Wrong answers, each with the slip that a real learner made. Own work, without sight of any check."""

ANSWERS = []


def add(exercise, source, cause, kind, needs=None):
    entry = dict(exercise=exercise, source=source, cause=cause, kind=kind)
    if needs:
        entry["needs"] = needs
    ANSWERS.append(entry)


add(
    "0.1",
    r"""y = 2 * (x + 1)
""",
    "Adds before multiplying.",
    "order of operations",
)

add(
    "0.2",
    r"""def machine(x):
    return 2 * (x + 1)
""",
    "Brackets put around x + 1.",
    "brackets wrong",
)

add(
    "0.2",
    r"""def machine(x):
    print(2 * x + 1)
""",
    "Prints the number instead of returning it.",
    "print for return",
)

add(
    "0.3",
    r"""def change(x, by):
    return 2 * by + 1
""",
    "Counts the 1 in the change, though it stands on both sides.",
    "constant kept",
)

add(
    "0.3",
    r"""def change(x, by):
    return (2 * (x + by) + 1 - (2 * x + 1)) / by
""",
    "Gives the slope, not the change.",
    "divided too much",
)

add(
    "1.1",
    r"""def slope(f, x, h):
    return f(x + h) - f(x) / h
""",
    "Brackets missing: only f(x) is divided.",
    "brackets missing",
)

add(
    "1.1",
    r"""def slope(f, x, h):
    return (f(x + h) - f(x)) / abs(h)
""",
    "Takes the size of h, so a step to the left turns the sign.",
    "wrong sign",
)

add(
    "1.1",
    r"""def slope(f, x, h):
    return (f(x + h) - f(x)) / (x + h)
""",
    "Divides by the new input, not by the change of the input.",
    "wrong divisor",
)

add(
    "1.2",
    r"""def central(f, x, h):
    return (f(x + h) - f(x - h)) / h
""",
    "Forgot that the step is 2 h wide.",
    "factor two",
)

add(
    "1.2",
    r"""def central(f, x, h):
    return (f(x + h / 2) - f(x - h / 2)) / h
""",
    "Goes half of h to each side, though each side is h away.",
    "half step",
)

add(
    "1.3",
    r"""def gradient(a, b, c):
    return -3 * a**2, 3 * cos(3 * b) + 2.5 * b**1.5, 1 / c**2
""",
    "Overlooks the last term, in which a stands a second time.",
    "term forgotten",
)

add(
    "1.3",
    r"""def gradient(a, b, c):
    return -3 * a**2 - 0.5 * a**-0.5, 3 * cos(3 * b) + 2.5 * b**1.5, -1 / c**2
""",
    "Lost one of two minus signs at -1/c.",
    "wrong sign",
)

add(
    "1.3",
    r"""def gradient(a, b, c):
    return -3 * a**2 - 0.5 * a**-0.5, cos(3 * b) + 2.5 * b**1.5, 1 / c**2
""",
    "Forgot the inner 3 of sin(3b).",
    "inner factor forgotten",
)

add(
    "1.3",
    r"""def gradient(a, b, c):
    return -3 * a**2 - 0.5 * a**-0.5, 3 * cos(b) + 2.5 * b**1.5, 1 / c**2
""",
    "Lost the 3 inside the cosine.",
    "inner argument",
)

add(
    "1.3",
    r"""def gradient(a, b, c):
    return 3 * a**2 - 0.5 * a**-0.5, 3 * cos(3 * b) + 2.5 * b**1.5, 1 / c**2
""",
    "Lost the minus in front of a**3.",
    "wrong sign",
)

add(
    "1.3",
    r"""def gradient(a, b, c):
    return -3 * a**2 - 0.5 * a**0.5, 3 * cos(3 * b) + 2.5 * b**1.5, 1 / c**2
""",
    "Forgot to lower the exponent of the root.",
    "off by one",
)

add(
    "1.3",
    r"""from math import cos


def gradient(a, b, c):
    da = -3 * a**2 - 0.5 / a**0.5
    db = 3 * cos(3 * b) + 2.5 * b**1.5
    dc = c**-2
    return [db, da, dc]
""",
    "Gives the slopes in another order.",
    "order",
)

add(
    "1.3",
    r"""def gradient(a, b, c):
    da = -3 * a**2 - 0.5 / a**0.5
    db = 3 * cos(3 * b) + 2.5 * b**1.5
    dc = c**-2
    return da + db + dc
""",
    "Adds the three slopes up.",
    "sum returned",
)

add(
    "1.4",
    r"""def partials(f, xs, h=1e-6):
    y = f(*xs)
    slopes = []
    for i in range(len(xs)):
        xs[i] += h
        slopes.append((f(*xs) - y) / h)
    return slopes
""",
    "Moves one input after the other and never puts any back.",
    "inputs not restored",
)

add(
    "1.4",
    r"""def partials(f, xs, h=1e-6):
    moved = [x + h for x in xs]
    return [(f(*moved) - f(*xs)) / h for _ in xs]
""",
    "Moves all inputs at once.",
    "all at once",
)

add(
    "1.4",
    r"""def partials(f, xs, h=1e-6):
    return [(f(*[x + h if x == z else x for z in xs]) - f(*xs)) / h for x in xs]
""",
    "Compares values instead of places: equal inputs move together, and x stands in every place.",
    "value for place",
)

add(
    "1.4",
    r"""def partials(f, xs, h=1e-6):
    slopes = []
    for i in range(len(xs)):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slopes.append((f(*up) - f(*down)) / h)
    return slopes
""",
    "Central steps divided by h alone.",
    "factor two",
)

add(
    "1.4",
    r"""def partials(f, xs, h=1e-6):
    out = []
    for i in range(len(xs) - 1):
        up = xs[:i] + [xs[i] + h] + xs[i + 1 :]
        out.append((f(*up) - f(*xs)) / h)
    return out
""",
    "The loop ends one input too early.",
    "off by one",
)

add(
    "1.4",
    r"""def partials(f, xs, h=1e-6):
    for i, x in enumerate(xs):
        up = list(xs)
        up[i] = x + h
        return [(f(*up) - f(*xs)) / h]
""",
    "return inside the loop: one slope only.",
    "early return",
)

add(
    "1.4",
    r"""def partials(f, xs, h=1e-6):
    out = []
    for i in range(len(xs)):
        ys = xs
        ys[i] = ys[i] + h
        out.append((f(*ys) - f(*xs)) / h)
    return out
""",
    "ys = xs is the same list: both calls see the moved input, and every slope is 0.",
    "no copy",
)

add(
    "2.1",
    r'''class Value:
    """A number that remembers the Values it was made from, in `inputs`, and by which operation, in `op`."""

    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op
        self.grad, self.label = 0.0, ""

    def __repr__(self):
        return f"Value({self.data})"

    def __add__(self, other):
        return Value(self.data + other.data, (self, other), "+")

    def __mul__(self, other):
        return Value(self.data * other.data, (self, other), "*")
''',
    "No thought for a plain number on the right: it has no data.",
    "plain number forgotten",
)

add(
    "2.1",
    r'''class Value:
    """A number that remembers the Values it was made from, in `inputs`, and by which operation, in `op`."""

    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op
        self.grad, self.label = 0.0, ""

    def __repr__(self):
        return f"Value({self.data})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data)

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data)
''',
    "The result does not remember what it was made from.",
    "memory forgotten",
)

add(
    "2.1",
    r'''class Value:
    """A number that remembers the Values it was made from, in `inputs`, and by which operation, in `op`."""

    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op
        self.grad, self.label = 0.0, ""

    def __repr__(self):
        return f"Value({self.data})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, tuple(dict.fromkeys((self, other))), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, tuple(dict.fromkeys((self, other))), "*")
''',
    "Removes double inputs, so a * a remembers one factor.",
    "set for list",
)

add(
    "2.1",
    r'''class Value:
    """A number that remembers the Values it was made from, in `inputs`, and by which operation, in `op`."""

    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op
        self.grad, self.label = 0.0, ""

    def __repr__(self):
        return f"Value({self.data})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self.data, other.data), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self.data, other.data), "*")
''',
    "Remembers numbers instead of the Values.",
    "data for node",
)

add(
    "2.1",
    r'''class Value:
    """A number that remembers the Values it was made from, in `inputs`, and by which operation, in `op`."""

    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op
        self.grad, self.label = 0.0, ""

    def __repr__(self):
        return f"Value({self.data})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        self.data += other.data
        self.inputs, self.op = (self, other), '+'
        return self

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), "*")
''',
    "Changes self instead of making a new Value, which is then its own input.",
    "mutates input",
)

add(
    "2.1",
    r'''class Value:
    """A number that remembers the Values it was made from, in `inputs`, and by which operation, in `op`."""

    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op
        self.grad, self.label = 0.0, ""

    def __repr__(self):
        return f"Value({self.data})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), "+")
''',
    "Copied the sign of the sum into the product.",
    "wrong sign string",
)

add(
    "2.2",
    r"""def reflected_add(self, other):
    return other + self


def reflected_multiply(self, other):
    return other * self


Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
""",
    "Asks the number again, which asks self again, without end.",
    "endless recursion",
    needs=["2.1"],
)

add(
    "2.2",
    r"""def reflected_add(self, other):
    return other + self.data


def reflected_multiply(self, other):
    return other * self.data


Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
""",
    "Gives a plain number: the memory is lost.",
    "data returned",
    needs=["2.1"],
)

add(
    "2.2",
    r"""def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self + other


Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
""",
    "Copied the line of the sum into the product.",
    "wrong operation",
    needs=["2.1"],
)

add(
    "2.2",
    r"""def reflected_add(self, other):
    self.data += other
    return self


def reflected_multiply(self, other):
    self.data *= other
    return self


Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
""",
    "Changes self in place, so 3 + a changes a.",
    "mutates input",
    needs=["2.1"],
)

add(
    "2.2",
    r"""def reflected_add(self, other):
    return self + other if other else self.data


def reflected_multiply(self, other):
    return self * other


Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
""",
    "Means to spare sum its first 0, and gives a plain number there.",
    "special case wrong",
    needs=["2.1"],
)

add(
    "2.3",
    r"""def negative(self):
    return self * -1


def subtract(self, other):
    return self + other * -1


def reflected_subtract(self, other):
    return self - other


def divide(self, other):
    return self * other**-1


def reflected_divide(self, other):
    return self**-1 * other


def power(self, other):
    if isinstance(other, Value):
        raise TypeError("The exponent must be a plain number, not a Value.")
    if self.data < 0 and int(other) != other:
        raise ValueError("A negative base with a fractional exponent gives a complex number.")
    return Value(self.data**other, (self,), f"**{other}")


Value.__neg__, Value.__sub__, Value.__rsub__ = negative, subtract, reflected_subtract
Value.__truediv__, Value.__rtruediv__, Value.__pow__ = divide, reflected_divide, power
""",
    "Did not turn the operands round.",
    "order",
    needs=["2.1", "2.2"],
)

add(
    "2.3",
    r"""def negative(self):
    return self * -1


def subtract(self, other):
    return self + other * -1


def reflected_subtract(self, other):
    return self * -1 + other


def divide(self, other):
    return self * other**-1


def reflected_divide(self, other):
    return self / other


def power(self, other):
    if isinstance(other, Value):
        raise TypeError("The exponent must be a plain number, not a Value.")
    if self.data < 0 and int(other) != other:
        raise ValueError("A negative base with a fractional exponent gives a complex number.")
    return Value(self.data**other, (self,), f"**{other}")


Value.__neg__, Value.__sub__, Value.__rsub__ = negative, subtract, reflected_subtract
Value.__truediv__, Value.__rtruediv__, Value.__pow__ = divide, reflected_divide, power
""",
    "Did not turn the operands round.",
    "order",
    needs=["2.1", "2.2"],
)

add(
    "2.3",
    r"""def negative(self):
    return self * -1


def subtract(self, other):
    return self + other * -1


def reflected_subtract(self, other):
    return self * -1 + other


def divide(self, other):
    return self * other**-1


def reflected_divide(self, other):
    return self**-1 * other


def power(self, other):
    if isinstance(other, Value):
        raise TypeError("The exponent must be a plain number, not a Value.")
    return Value(self.data**other, (self,), f"**{other}")


Value.__neg__, Value.__sub__, Value.__rsub__ = negative, subtract, reflected_subtract
Value.__truediv__, Value.__rtruediv__, Value.__pow__ = divide, reflected_divide, power
""",
    "Lets a negative base with a fractional exponent become complex.",
    "refusal missing",
    needs=["2.1", "2.2"],
)

add(
    "2.3",
    r"""def negative(self):
    return self * -1


def subtract(self, other):
    return self + other * -1


def reflected_subtract(self, other):
    return self * -1 + other


def divide(self, other):
    return self * other**-1


def reflected_divide(self, other):
    return self**-1 * other


def power(self, other):
    other = other.data if isinstance(other, Value) else other
    if self.data < 0 and int(other) != other:
        raise ValueError("A negative base with a fractional exponent gives a complex number.")
    return Value(self.data**other, (self,), f"**{other}")


Value.__neg__, Value.__sub__, Value.__rsub__ = negative, subtract, reflected_subtract
Value.__truediv__, Value.__rtruediv__, Value.__pow__ = divide, reflected_divide, power
""",
    "Unwraps a Value as exponent instead of refusing it.",
    "refusal missing",
    needs=["2.1", "2.2"],
)

add(
    "2.3",
    r"""def negative(self):
    return self * -1


def subtract(self, other):
    return self + other * -1


def reflected_subtract(self, other):
    return self * -1 + other


def divide(self, other):
    return self * other**-1


def reflected_divide(self, other):
    return self**-1 * other


def power(self, other):
    if isinstance(other, Value):
        raise TypeError("The exponent must be a plain number, not a Value.")
    if self.data < 0:
        raise ValueError("A negative base gives a complex number.")
    return Value(self.data**other, (self,), f"**{other}")


Value.__neg__, Value.__sub__, Value.__rsub__ = negative, subtract, reflected_subtract
Value.__truediv__, Value.__rtruediv__, Value.__pow__ = divide, reflected_divide, power
""",
    "Refuses every negative base, also with a whole exponent.",
    "refuses too much",
    needs=["2.1", "2.2"],
)

add(
    "2.3",
    r"""def negative(self):
    return self * -1


def subtract(self, other):
    return self + other * -1


def reflected_subtract(self, other):
    return self * -1 + other


def divide(self, other):
    return self * other**-1


def reflected_divide(self, other):
    return self**-1 * other


def power(self, other):
    if isinstance(other, Value):
        raise TypeError("The exponent must be a plain number, not a Value.")
    if self.data < 0 and int(other) != other:
        raise ValueError("A negative base with a fractional exponent gives a complex number.")
    return Value(self.data**other)


Value.__neg__, Value.__sub__, Value.__rsub__ = negative, subtract, reflected_subtract
Value.__truediv__, Value.__rtruediv__, Value.__pow__ = divide, reflected_divide, power
""",
    "The power does not keep its base.",
    "memory forgotten",
    needs=["2.1", "2.2"],
)

add(
    "2.3",
    r"""def negative(self):
    return Value(-self.data)


def subtract(self, other):
    return self + other * -1


def reflected_subtract(self, other):
    return self * -1 + other


def divide(self, other):
    return self * other**-1


def reflected_divide(self, other):
    return self**-1 * other


def power(self, other):
    if isinstance(other, Value):
        raise TypeError("The exponent must be a plain number, not a Value.")
    if self.data < 0 and int(other) != other:
        raise ValueError("A negative base with a fractional exponent gives a complex number.")
    return Value(self.data**other, (self,), f"**{other}")


Value.__neg__, Value.__sub__, Value.__rsub__ = negative, subtract, reflected_subtract
Value.__truediv__, Value.__rtruediv__, Value.__pow__ = divide, reflected_divide, power
""",
    "The negative is a new leaf without memory.",
    "memory forgotten",
    needs=["2.1", "2.2"],
)

add(
    "2.3",
    r"""def negative(self):
    return self * -1


def subtract(self, other):
    return self + other * -1


def reflected_subtract(self, other):
    return self * -1 + other


def divide(self, other):
    return self * (1 / other.data if isinstance(other, Value) else 1 / other)


def reflected_divide(self, other):
    return self**-1 * other


def power(self, other):
    if isinstance(other, Value):
        raise TypeError("The exponent must be a plain number, not a Value.")
    if self.data < 0 and int(other) != other:
        raise ValueError("A negative base with a fractional exponent gives a complex number.")
    return Value(self.data**other, (self,), f"**{other}")


Value.__neg__, Value.__sub__, Value.__rsub__ = negative, subtract, reflected_subtract
Value.__truediv__, Value.__rtruediv__, Value.__pow__ = divide, reflected_divide, power
""",
    "Takes .data of the divisor, which is then missing in the graph.",
    "graph cut",
    needs=["2.1", "2.2"],
)

add(
    "2.3",
    r"""def negative(self):
    return self * -1


def subtract(self, other):
    return self + other * -1


def reflected_subtract(self, other):
    return self * -1 + other


def divide(self, other):
    return self * other**-1


def reflected_divide(self, other):
    return self**-1 * other


def power(self, other):
    if isinstance(other, Value):
        return TypeError("The exponent must be a plain number, not a Value.")
    if self.data < 0 and int(other) != other:
        return ValueError("A negative base with a fractional exponent gives a complex number.")
    return Value(self.data**other, (self,), f"**{other}")


Value.__neg__, Value.__sub__, Value.__rsub__ = negative, subtract, reflected_subtract
Value.__truediv__, Value.__rtruediv__, Value.__pow__ = divide, reflected_divide, power
""",
    "Returns the error instead of raising it.",
    "return for raise",
    needs=["2.1", "2.2"],
)

add(
    "2.4",
    r"""def trace(root):
    nodes, edges = [], []

    def visit(v):
        nodes.append(v)
        for i in v.inputs:
            edges.append((i, v))
            visit(i)

    visit(root)
    return nodes, edges
""",
    "No memory: shared nodes are listed again and again.",
    "no memory",
)

add(
    "2.4",
    r"""def trace(root):
    nodes, edges = [], []

    def visit(v):
        if v not in nodes:
            nodes.append(v)
            for i in v.inputs:
                edges.append((v, i))
                visit(i)

    visit(root)
    return nodes, edges
""",
    "The pairs are (result, input).",
    "order",
)

add(
    "2.4",
    r"""def trace(root):
    nodes, edges = [], []

    def visit(v):
        for i in v.inputs:
            if i not in nodes:
                nodes.append(i)
                edges.append((i, v))
                visit(i)

    visit(root)
    return nodes, edges
""",
    "Edges to nodes already known are left out, and root too.",
    "edges forgotten",
)

add(
    "3.1",
    r"""grads = {"f": 4, "d": -2, "e": -2, "c": -2, "a": 2, "b": -3}
""",
    "The product gives each factor its own value.",
    "wrong operand",
)

add(
    "3.1",
    r"""grads = {"f": 4, "d": -2, "e": 1, "c": 1, "a": -3, "b": 2}
""",
    "Stops at local slopes below d: the upstream -2 is forgotten.",
    "upstream forgotten",
)

add(
    "3.2",
    r"""def neuron(x1, x2, w1, w2, b):
    o = math.tanh(x1 * w1 + x2 * w2 + b)
    n = 1 - (x1 * w1 + x2 * w2 + b) ** 2
    return {"n": n, "b": n, "x1": w1 * n, "w1": x1 * n, "x2": w2 * n, "w2": x2 * n}
""",
    "Squares n where tanh of n is meant.",
    "input for output",
)

add(
    "3.2",
    r"""def neuron(x1, x2, w1, w2, b):
    o = math.tanh(x1 * w1 + x2 * w2 + b)
    n = 1 - o**2
    return {"n": n, "b": n, "x1": x1 * n, "w1": w1 * n, "x2": x2 * n, "w2": w2 * n}
""",
    "Input and weight exchanged.",
    "wrong operand",
)

add(
    "3.2",
    r"""def neuron(x1, x2, w1, w2, b):
    o = math.tanh(x1 * w1 + x2 * w2 + b)
    n = 1 - o**2
    return {"n": n, "b": n, "x1": w1, "w1": x1, "x2": w2, "w2": x2}
""",
    "Local slopes only, without the gradient of n.",
    "upstream forgotten",
)

add(
    "3.2",
    r"""def neuron(x1, x2, w1, w2, b):
    o = x1 * w1 + x2 * w2 + b
    n = 1 - math.tanh(o)
    return {"n": n, "b": n, "x1": w1 * n, "w1": x1 * n, "x2": w2 * n, "w2": x2 * n}
""",
    "Forgot the square in the slope of tanh.",
    "square forgotten",
)

add(
    "3.2",
    r"""def neuron(x1, x2, w1, w2, b):
    o = math.tanh(x1 * w1 + x2 * w2 + b)
    n = 1 - o**2
    return {"n": n, "b": 1.0, "x1": w1 * n, "w1": x1 * n, "x2": w2 * n, "w2": x2 * n}
""",
    "Believes that b's gradient is 1, whatever lies above it.",
    "upstream forgotten",
)

add(
    "3.2",
    r"""def neuron(x1, x2, w1, w2, b):
    o = math.tanh(x1 * w1 + x2 * w2 + b)
    n = 1 - o**2
    return {"n": n, "b": b * n, "x1": w1 * n, "w1": x1 * n, "x2": w2 * n, "w2": x2 * n}
""",
    "Treats the bias as a factor.",
    "wrong operation",
)

add(
    "3.3",
    r"""def stepped(a, b, c, f, h):
    a = a + h * f * b
    b = b + h * f * a
    c = c + h * f
    f = f + h * (a * b + c)
    return (a * b + c) * f
""",
    "Moves one after the other: later gradients see inputs that have already moved.",
    "not at once",
)

add(
    "3.3",
    r"""def stepped(a, b, c, f, h):
    ga, gb, gc, gf = f * b, f * a, f, a * b + c
    return ((a - h * ga) * (b - h * gb) + c - h * gc) * (f - h * gf)
""",
    "Goes downhill.",
    "wrong sign",
)

add(
    "3.3",
    r"""def stepped(a, b, c, f, h):
    ga, gb, gc, gf = b, a, 1.0, a * b + c
    return ((a + h * ga) * (b + h * gb) + c + h * gc) * (f + h * gf)
""",
    "The gradients of a, b and c lack the factor f.",
    "upstream forgotten",
)

add(
    "3.3",
    r"""def stepped(a, b, c, f, h):
    return ((a + h) * (b + h) + c + h) * (f + h)
""",
    "Moves by h alone, without the gradients.",
    "gradient forgotten",
)

add(
    "3.3",
    r"""def stepped(a, b, c, f, h):
    L = (a * b + c) * f
    grads = (f * b, f * a, f, a * b + c)
    return L + h * sum(grads)
""",
    "Adds the gradients to L instead of computing L at the new place.",
    "not recomputed",
)

add(
    "3.4",
    r"""def two_roads(a, b):
    e, d = a * b, a + b
    return b * d, a * d
""",
    "Only the road through the product.",
    "one road",
)

add(
    "3.4",
    r"""def two_roads(a, b):
    e, d = a * b, a + b
    return b * e + d, a * e + d
""",
    "Each road multiplied by the other's branch: upstream exchanged.",
    "wrong upstream",
)

add(
    "3.4",
    r"""def two_roads(a, b):
    e, d = a * b, a + b
    return b * d * e, a * d * e
""",
    "Multiplies the two roads where they add up.",
    "times for plus",
)

add(
    "3.4",
    r"""def two_roads(a, b):
    return a * a + 2 * a * b, b * b + 2 * a * b
""",
    "Gives b's gradient first.",
    "order",
)

add(
    "3.4",
    r"""def two_roads(a, b):
    de, dd = a + b, a * b
    grad_a = de * b
    grad_a = dd
    grad_b = de * a
    grad_b = dd
    return grad_a, grad_b
""",
    "The second road replaces the first, = for +=.",
    "= for +=",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += out.grad
        other.grad += out.grad

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad += self.data * out.grad
        other.grad += other.data * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "Takes each factor's own value as its slope instead of the other factor's.",
    "wrong operand",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += out.grad
        other.grad += out.grad

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad += other.data
        other.grad += self.data

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "The product writes only its local derivative and forgets what has arrived in out.grad.",
    "upstream forgotten",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += out.grad
        other.grad += out.grad

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad = other.data * out.grad
        other.grad = self.data * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "The product sets the gradients, so a second user wipes out the first one's share.",
    "= for +=",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad = out.grad
        other.grad = out.grad

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad += other.data * out.grad
        other.grad += self.data * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "The sum sets the gradients, so that a + a gives 1 instead of 2.",
    "= for +=",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += 1.0
        other.grad += 1.0

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad += other.data * out.grad
        other.grad += self.data * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "Knows that a sum has slope 1, and forgets to multiply it by out.grad.",
    "upstream forgotten",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += out.grad

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad += other.data * out.grad
        other.grad += self.data * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "Thinks of the sum as something that self does, and gives the other summand nothing.",
    "one input alone",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += other.data * out.grad
        other.grad += self.data * out.grad

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad += other.data * out.grad
        other.grad += self.data * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "Copied the product's rule into the sum.",
    "wrong operation",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += out.grad
        other.grad += out.grad

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad += other.grad * out.grad
        other.grad += self.grad * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "Wrote .grad of the other factor where its .data is meant.",
    "grad for data",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += out.grad
        other.grad += out.grad

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad += out.data * out.grad
        other.grad += out.data * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "Multiplies by the product itself in place of the other factor.",
    "output for input",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += out.grad
        other.grad += out.grad

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad += other.data + out.grad
        other.grad += self.data + out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "Adds local slope and upstream gradient where the chain rule multiplies them.",
    "plus for times",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        out.grad += self.grad
        out.grad += other.grad

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        out.grad += other.data * self.grad
        out.grad += self.data * other.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "Sends forward, from inputs to output: confuses the direction of the flow.",
    "wrong direction",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += out.grad
        other.grad += out.grad

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        if self is other:
            self.grad += other.data * out.grad
        else:
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "Believes that a * a must be protected from counting twice, and gives only half.",
    "square counted once",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        share = out.grad / 2
        self.grad += share
        other.grad += share

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad += other.data * out.grad
        other.grad += self.data * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "Believes that a sum splits its gradient between its two inputs.",
    "wrong factor",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += out.grad
        other.grad += out.grad

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad += other.data * out.grad
        other.grad = self.data * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "Wrote += in the first line and fell back to = in the second.",
    "= for +=",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad =+ out.grad
        other.grad =+ out.grad

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad += other.data * out.grad
        other.grad += self.data * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "Typed =+ for +=, which Python reads as an assignment of a positive number.",
    "= for +=",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad -= out.grad
        other.grad -= out.grad

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad -= other.data * out.grad
        other.grad -= self.data * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "Mixes up sending back with a step of gradient descent, and subtracts.",
    "wrong sign",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += out.grad
        other.grad += out.grad

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        left, right = self.grad, other.grad
        left += other.data * out.grad
        right += self.data * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "Adds to local names, which are plain numbers: the nodes never hear of it.",
    "nothing stored",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += out.grad
        other.grad += out.grad

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.data += other.data * out.grad
        other.data += self.data * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "Writes into data where grad is meant.",
    "data for grad",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += out.data
        other.grad += out.data

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad += other.data * out.grad
        other.grad += self.data * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "Hands back out.data in place of out.grad.",
    "data for grad",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += out.grad
        other.grad += out.grad

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad += out.data / self.data * out.grad
        other.grad += out.data / other.data * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "Gets the other factor by dividing the product, which fails at a factor of 0.",
    "division by zero",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += out.grad
        other.grad += out.grad

    out._backward = _backward()
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad += other.data * out.grad
        other.grad += self.data * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "Calls _backward when the sum is made, instead of storing it for later.",
    "called too early",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += out.grad
        other.grad += out.grad

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad += (other.data * out.grad + self.data * out.grad)
        other.grad += (other.data * out.grad + self.data * out.grad)

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "Gives the whole product rule to both factors instead of each its own term.",
    "product rule whole",
)

add(
    "4.1",
    r"""def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")

    def _backward():
        self.grad += out.grad
        other.grad += out.grad

    out._backward = _backward
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")

    def _backward():
        self.grad += other.data * out.grad
        other.grad += self.grad * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
    "The second line uses self.grad, just changed, where self.data belongs.",
    "grad for data",
)

add(
    "4.1",
    r"""class Value:
    def __init__(self, data, inputs=(), partials=()):
        self.data = data
        self.inputs = inputs
        self.partials = partials
        self.grad = 0.0

    def __add__(self, other):
        other = value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = value(other)
        return Value(self.data * other.data, (self, other), (self.data, other.data))
""",
    "Keeps local derivatives as data, in the order of the inputs' own values instead of the other's.",
    "wrong operand",
)

add(
    "4.1",
    r"""class Value:
    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op
        self.grad = 0.0

    def __add__(self, other):
        other = value(other)
        return Value(self.data + other.data, (self, other), "+")

    def __mul__(self, other):
        other = value(other)
        return Value(self.data * other.data, (self, other), "*")

    def backward(self, upstream=1.0):
        self.grad = upstream
        if self.op == "+":
            for i in self.inputs:
                i.backward(upstream)
        elif self.op == "*":
            left, right = self.inputs
            left.backward(right.data * upstream)
            right.backward(left.data * upstream)
""",
    "A recursive backward of its own that replaces the gradient at every visit, instead of adding.",
    "= for +=",
)

add(
    "4.1",
    r"""class Value:
    def __init__(self, data):
        self.data = data
        self.grad = 0.0
        self.senders = []

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data)
        out.senders = [(self, lambda g: g), (other, lambda g: g)]
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data)
        out.senders = [(self, lambda g: g * other.data), (other, lambda g: g * self.data)]
        return out

    def backward(self):
        self.grad = 1.0
        todo, seen = [self], {self}
        while todo:
            v = todo.pop(0)
            for i, rule in v.senders:
                i.grad += rule(v.grad)
                if i not in seen:
                    seen.add(i)
                    todo.append(i)
""",
    "Walks back level by level: a node with a short and a long road sends before the long one has arrived.",
    "wrong order",
)

add(
    "4.1",
    r"""class Value:
    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op
        self.grad = 0.0
        self._backward = lambda: None

    def _make(self, other, data, op, left, right):
        out = Value(data, (self, other), op)

        def _backward():
            for v, local in {self: left, other: right}.items():
                v.grad += local * out.grad

        out._backward = _backward
        return out

    def __add__(self, other):
        other = value(other)
        return self._make(other, self.data + other.data, "+", 1.0, 1.0)

    def __mul__(self, other):
        other = value(other)
        return self._make(other, self.data * other.data, "*", other.data, self.data)
""",
    "Keeps the local slopes in a dict by input, where a * a and a + a have only one key.",
    "dict loses one",
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += k * self.data**k * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += (self.data > 0) * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Took the k down and forgot to lower the exponent by one.",
    "off by one",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += self.data ** (k - 1) * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += (self.data > 0) * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Lowered the exponent and forgot the factor k.",
    "factor forgotten",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += k * self.data ** (k - 1)

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += (self.data > 0) * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Forgot to multiply by what has arrived from the output.",
    "upstream forgotten",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad = k * self.data ** (k - 1) * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += (self.data > 0) * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Sets the gradient, so x**2 + x**3 keeps only one road.",
    "= for +=",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += k * out.data ** (k - 1) * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += (self.data > 0) * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Puts the power itself into the slope formula instead of its base.",
    "output for input",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += k * self.data**k - 1 * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += (self.data > 0) * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Left out the brackets around k - 1.",
    "brackets missing",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += out.data * math.log(abs(self.data)) * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += (self.data > 0) * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Used the slope of k**x, an exponential, for x**k.",
    "wrong function's rule",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += 2 * self.data * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += (self.data > 0) * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Tried it on squares only and wrote the rule of the square.",
    "special case only",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += k * out.data / self.data * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += (self.data > 0) * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Lowers the exponent by a division, which fails at x = 0.",
    "division by zero",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        slope = k
        for _ in range(int(k) - 1):
            slope *= self.data
        self.grad += slope * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += (self.data > 0) * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Builds the power by repeated multiplication, which a negative or broken exponent has not.",
    "whole powers only",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += k * (self.data * out.grad) ** (k - 1)

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += (self.data > 0) * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Took the upstream gradient into the power with the base.",
    "brackets wrong",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += (k - 1) * self.data ** (k - 1) * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += (self.data > 0) * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Lowered the exponent first and then took the lowered one down as factor.",
    "off by one",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += abs(k) * self.data ** (k - 1) * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += (self.data > 0) * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Thinks that a factor in front has to be positive; 1/x then slopes upwards.",
    "wrong sign",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += k * self.data ** (k - 1) * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "relu hands back everything, also where it was closed.",
    "gate forgotten",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += k * self.data ** (k - 1) * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += out.grad if out.grad > 0 else 0.0

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Looks at the sign of the gradient instead of the sign of the input.",
    "gate on gradient",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += k * self.data ** (k - 1) * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += out.data * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Multiplies by relu's value instead of relu's slope, 1.",
    "value for slope",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += k * self.data ** (k - 1) * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += 1.0 if self.data > 0 else 0.0

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Gives the slope of relu alone, without what arrived.",
    "upstream forgotten",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += k * self.data ** (k - 1) * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad = out.grad if self.data > 0 else 0.0

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Sets the gradient, and erases what another user has brought.",
    "= for +=",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += k * self.data ** (k - 1) * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        if self.data <= 0:
            self.grad = 0.0
            return
        self.grad += out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "A closed relu resets the input's gradient to 0 instead of adding nothing to it.",
    "resets input",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += k * self.data ** (k - 1) * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        if self.data < 0:
            self.grad += out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Turned the comparison round.",
    "comparison inverted",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += k * self.data ** (k - 1) * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += (1.0 if self.data > 0 else 0.01) * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Wrote a leaky relu's slope below an ordinary relu.",
    "wrong function's rule",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += k * self.data ** (k - 1) * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Took the slope of abs for that of relu.",
    "wrong function's rule",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += k * self.data ** (k - 1) * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += (self.grad > 0) * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Asks self.grad instead of self.data whether the gate is open.",
    "grad for data",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def _unary(rule):
    def method(self, *args):
        data, slope = rule(self.data, *args)
        out = Value(data, (self,), rule.__name__)

        def _backward():
            self.grad += slope * out.grad

        out._backward = _backward
        return out

    return method


@_unary
def power(x, k):
    return x**k, k * (k - 1) * x ** (k - 2)


@_unary
def relu(x):
    return max(0.0, x), float(x > 0)


Value.__pow__, Value.relu = power, relu
""",
    "Differentiates the power twice.",
    "second derivative",
    needs=["4.1"],
)

add(
    "4.2",
    r"""def power(self, k):
    out = self
    for _ in range(k - 1):
        out = out * self
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += (out.data > 0) * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    "Makes a power of products, which cannot do exponents such as -1 and 0.5.",
    "whole powers only",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
    out = Value(math.tanh(self.data), (self,), "tanh")

    def _backward():
        self.grad += (1 - self.data**2) * out.grad

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


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "Squares the input instead of tanh of it.",
    "input for output",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
    out = Value(math.tanh(self.data), (self,), "tanh")

    def _backward():
        self.grad += (1 + out.data**2) * out.grad

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


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "Plus for minus: the slope of tan, not of tanh.",
    "wrong sign",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
    out = Value(math.tanh(self.data), (self,), "tanh")

    def _backward():
        self.grad += out.data * (1 - out.data) * out.grad

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


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "Used the slope of the sigmoid for tanh.",
    "wrong function's rule",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
    out = Value(math.tanh(self.data), (self,), "tanh")

    def _backward():
        self.grad += (1 - out.data) * out.grad

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


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "Forgot the square.",
    "square forgotten",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
    out = Value(math.tanh(self.data), (self,), "tanh")

    def _backward():
        self.grad += 1 - out.data**2

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


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "Forgot out.grad at tanh.",
    "upstream forgotten",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
    out = Value(math.tanh(self.data), (self,), "tanh")

    def _backward():
        self.grad = (1 - out.data**2) * out.grad

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


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "tanh sets the gradient where it should add.",
    "= for +=",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
    out = Value(math.tanh(self.data), (self,), "tanh")

    def _backward():
        self.grad += (1 - out.grad**2) * out.data

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


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "Exchanged data and grad of the output.",
    "grad for data",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
    out = Value(math.tanh(self.data), (self,), "tanh")

    def _backward():
        self.grad += (1 - math.tanh(out.data) ** 2) * out.grad

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


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "Applies tanh once more to what is already its output.",
    "function twice",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
    out = Value(math.tanh(self.data), (self,), "tanh")

    def _backward():
        self.grad += 1 - out.data**2 * out.grad

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


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "Brackets missing: the gradient multiplies only the square.",
    "brackets missing",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
    out = Value(math.tanh(self.data), (self,), "tanh")

    def _backward():
        self.grad += (1 - out.data**2) * out.grad

    out._backward = _backward
    return out


def exp(self):
    out = Value(math.exp(self.data), (self,), "exp")

    def _backward():
        self.grad += self.data * out.grad

    out._backward = _backward
    return out


def log(self):
    out = Value(math.log(self.data), (self,), "log")

    def _backward():
        self.grad += out.grad / self.data

    out._backward = _backward
    return out


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "Takes x where exp(x) is the slope.",
    "input for output",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
    out = Value(math.tanh(self.data), (self,), "tanh")

    def _backward():
        self.grad += (1 - out.data**2) * out.grad

    out._backward = _backward
    return out


def exp(self):
    out = Value(math.exp(self.data), (self,), "exp")

    def _backward():
        self.grad += out.grad

    out._backward = _backward
    return out


def log(self):
    out = Value(math.log(self.data), (self,), "log")

    def _backward():
        self.grad += out.grad / self.data

    out._backward = _backward
    return out


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "'exp is its own derivative', so it hands the gradient on unchanged.",
    "local derivative forgotten",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
    out = Value(math.tanh(self.data), (self,), "tanh")

    def _backward():
        self.grad += (1 - out.data**2) * out.grad

    out._backward = _backward
    return out


def exp(self):
    out = Value(math.exp(self.data), (self,), "exp")

    def _backward():
        self.grad += math.exp(out.data) * out.grad

    out._backward = _backward
    return out


def log(self):
    out = Value(math.log(self.data), (self,), "log")

    def _backward():
        self.grad += out.grad / self.data

    out._backward = _backward
    return out


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "Applies exp to its own output.",
    "function twice",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
    out = Value(math.tanh(self.data), (self,), "tanh")

    def _backward():
        self.grad += (1 - out.data**2) * out.grad

    out._backward = _backward
    return out


def exp(self):
    out = Value(math.exp(self.data), (self,), "exp")

    def _backward():
        self.grad += out.data

    out._backward = _backward
    return out


def log(self):
    out = Value(math.log(self.data), (self,), "log")

    def _backward():
        self.grad += out.grad / self.data

    out._backward = _backward
    return out


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "Forgot out.grad at exp.",
    "upstream forgotten",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
    out = Value(math.tanh(self.data), (self,), "tanh")

    def _backward():
        self.grad += (1 - out.data**2) * out.grad

    out._backward = _backward
    return out


def exp(self):
    out = Value(math.exp(self.data), (self,), "exp")

    def _backward():
        self.grad += self.data * math.exp(self.data - 1) * out.grad

    out._backward = _backward
    return out


def log(self):
    out = Value(math.log(self.data), (self,), "log")

    def _backward():
        self.grad += out.grad / self.data

    out._backward = _backward
    return out


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "Used the power rule on e**x.",
    "wrong function's rule",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
    out = Value(math.tanh(self.data), (self,), "tanh")

    def _backward():
        self.grad += (1 - out.data**2) * out.grad

    out._backward = _backward
    return out


def exp(self):
    out = Value(math.exp(self.data), (self,), "exp")

    def _backward():
        self.grad = out.data * out.grad

    out._backward = _backward
    return out


def log(self):
    out = Value(math.log(self.data), (self,), "log")

    def _backward():
        self.grad += out.grad / self.data

    out._backward = _backward
    return out


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "exp sets the gradient where it should add.",
    "= for +=",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
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
        self.grad += out.grad / out.data

    out._backward = _backward
    return out


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "Divides by log(x) instead of x: the answer to the question at the top, turned round.",
    "output for input",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
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
        self.grad += 1 / self.data

    out._backward = _backward
    return out


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "Forgot out.grad at log.",
    "upstream forgotten",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
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
        self.grad += self.data * out.grad

    out._backward = _backward
    return out


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "Multiplied by x instead of dividing by it.",
    "times for divided",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
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
        self.grad += -1 / self.data**2 * out.grad

    out._backward = _backward
    return out


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "Differentiated once too often: the slope of 1/x.",
    "second derivative",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
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
        self.grad += out.grad / (self.data * math.log(10))

    out._backward = _backward
    return out


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "Used the slope of the logarithm to base 10.",
    "wrong base",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
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
        self.grad = out.grad / self.data

    out._backward = _backward
    return out


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "log sets the gradient where it should add.",
    "= for +=",
    needs=["4.1"],
)

add(
    "4.3",
    r"""def tanh(self):
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
        self.grad += out.grad // self.data

    out._backward = _backward
    return out


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    "Typed // for /.",
    "whole division",
    needs=["4.1"],
)

add(
    "4.3",
    r"""SLOPES = {
    "tanh": lambda x, y: 1 - y * y,
    "exp": lambda x, y: y,
    "log": lambda x, y: 1 / x,
}


def make(name):
    def method(self):
        out = Value(getattr(math, name)(self.data), (self,), name)
        out._backward = lambda: setattr(self, "grad", self.grad + SLOPES[name](out.data, self.data) * out.grad)
        return out

    return method


Value.tanh, Value.exp, Value.log = make("tanh"), make("exp"), make("log")
""",
    "A table of slopes by x and y, called with the two exchanged.",
    "arguments exchanged",
    needs=["4.1"],
)

add(
    "4.3",
    r"""functions = {}
for name, slope in (("tanh", lambda x, y: 1 - y * y), ("exp", lambda x, y: y), ("log", lambda x, y: 1 / x)):

    def method(self, name=name):
        out = Value(getattr(math, name)(self.data), (self,), name)

        def _backward():
            self.grad += slope(self.data, out.data) * out.grad

        out._backward = _backward
        return out

    functions[name] = method

Value.tanh, Value.exp, Value.log = functions["tanh"], functions["exp"], functions["log"]
""",
    "Late binding in a loop: all three functions use the last slope, that of log.",
    "late binding",
    needs=["4.1"],
)

add(
    "4.4",
    r"""def negate(self):
    return Value(-self.data)


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Makes a fresh value, that knows nothing of self: no gradient comes back.",
    "graph cut",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    self.data = -self.data
    return self


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Changes self in place instead of making a new value.",
    "mutates input",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    out = Value(-self.data, (self,), "neg")

    def _backward():
        self.grad += out.grad

    out._backward = _backward
    return out


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "A negation of its own, whose backward forgot the minus.",
    "wrong sign",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    out = Value(-self.data, (self,), "neg")

    def _backward():
        self.grad = -out.grad

    out._backward = _backward
    return out


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "A negation of its own that sets instead of adding: a - a shows it.",
    "= for +=",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return -self + other


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Turned the difference round.",
    "order",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return Value(self.data - value(other).data)


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Computes the right number and forgets where it came from.",
    "graph cut",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other).data


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Takes .data of the subtrahend: it becomes a constant without gradient.",
    "graph cut",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    return value(other) * self**-1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Turned the fraction upside down.",
    "order",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    return self * value(other).data ** -1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Takes the divisor as a plain number, so it gets no gradient.",
    "graph cut",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    other = value(other)
    out = Value(self.data / other.data, (self, other), "/")

    def _backward():
        self.grad += out.grad / other.data
        other.grad += self.data / other.data**2 * out.grad

    out._backward = _backward
    return out


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "A division of its own that forgot the minus in the divisor's slope.",
    "wrong sign",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    other = value(other)
    out = Value(self.data / other.data, (self, other), "/")

    def _backward():
        self.grad += out.grad / other.data
        other.grad += -out.data * out.grad

    out._backward = _backward
    return out


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "The divisor's slope misses one division by the divisor.",
    "square forgotten",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    other = value(other)
    out = Value(self.data / other.data, (self, other), "/")

    def _backward():
        self.grad += out.grad / other.data

    out._backward = _backward
    return out


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Only the numerator gets a gradient.",
    "one input alone",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    other = value(other)
    return self * Value(1 / other.data)


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Wraps the reciprocal in a new leaf: the divisor is cut off.",
    "graph cut",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    return self * value(other) ** 1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Forgot the minus of the exponent, so dividing multiplies.",
    "wrong sign",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return self - other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Did not turn the operands round: 2 - a gives a - 2.",
    "order",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self / other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Did not turn the operands round: 2 / a gives a / 2.",
    "order",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return other / self


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "other / self asks __rtruediv__ again, without end.",
    "endless recursion",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return other - self


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "other - self asks __rsub__ again, without end.",
    "endless recursion",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    return other + self


def reflected_multiply(self, other):
    return other * self


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Both reflected methods call themselves again.",
    "endless recursion",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Gives 1 / a for every numerator.",
    "operand forgotten",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self - other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Negated the number together with the value.",
    "wrong sign",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    self.data += other
    return self


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Adds the number to self instead of making a new value.",
    "mutates input",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    if other == 0:
        return self


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Thought only of sum, which begins with 0; every other number gives None.",
    "special case only",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return Value(other * self.data, (self,), '*')


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "A product with a memory of self, but with a _backward that does nothing.",
    "backward forgotten",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_divide, reflected_subtract
""",
    "Exchanged two names in the last line.",
    "wrong name",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * self


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Uses self twice in place of the number.",
    "wrong operand",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    other = value(other)
    other.data = -other.data
    return self + other


def divide(self, other):
    return self * value(other) ** -1


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Flips the sign inside the other value, which stays flipped.",
    "mutates input",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "4.4",
    r"""def negate(self):
    return self * -1


def subtract(self, other):
    return self + -value(other)


def divide(self, other):
    other = value(other)
    out = Value(self.data / other.data, (self, other), "/")
    left, right = 1 / other.data, -self.data / other.data**2

    def _backward():
        self.grad = self.grad + left * out.grad
        other.grad = right * out.grad

    out._backward = _backward
    return out


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return -self + other


def reflected_divide(self, other):
    return self**-1 * other


Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
""",
    "Partials kept beforehand, but the divisor's share is set, not added.",
    "= for +=",
    needs=["4.1", "4.2", "4.3"],
)

add(
    "5.1",
    r"""def topological(root):
    order, seen = [], set()

    def visit(v):
        if v not in seen:
            seen.add(v)
            order.append(v)
            for i in v.inputs:
                visit(i)

    visit(root)
    return order
""",
    "Writes a node down before its inputs: root comes first.",
    "order",
)

add(
    "5.1",
    r"""def topological(root):
    order = []

    def visit(v):
        for i in v.inputs:
            visit(i)
        order.append(v)

    visit(root)
    return order
""",
    "No memory of visited nodes: a shared node stands in the list several times.",
    "no memory",
)

add(
    "5.1",
    r"""def topological(root):
    order, seen = [], set()

    def visit(v):
        if v in seen:
            return
        seen.add(v)
        order.append(v)
        for i in v.inputs:
            visit(i)

    visit(root)
    return order[::-1]
""",
    "Believes that a reversed preorder is an order after the inputs; at t + t * c it is not.",
    "preorder reversed",
)

add(
    "5.1",
    r"""from collections import deque


def topological(root):
    order, seen, queue = [], {root}, deque([root])
    while queue:
        v = queue.popleft()
        order.append(v)
        for i in v.inputs:
            if i not in seen:
                seen.add(i)
                queue.append(i)
    return list(reversed(order))
""",
    "Level by level from the root, then reversed: a node with a short and a long road comes too late.",
    "breadth first",
)

add(
    "5.1",
    r"""def topological(root):
    order, seen = [], set()

    def visit(v):
        for i in v.inputs:
            if i not in seen:
                seen.add(i)
                visit(i)
                order.append(i)

    visit(root)
    return order
""",
    "Every node is appended by its user, so root itself is never appended.",
    "root forgotten",
)

add(
    "5.1",
    r"""def topological(root):
    return [*root.inputs, root]
""",
    "Looks one level down only.",
    "one level",
)

add(
    "5.1",
    r"""def topological(root):
    order, seen = [], set()

    def visit(v):
        if v.data not in seen:
            seen.add(v.data)
            for i in v.inputs:
                visit(i)
            order.append(v)

    visit(root)
    return order
""",
    "Remembers numbers instead of nodes: two nodes with equal data become one.",
    "data for node",
)

add(
    "5.1",
    r"""def topological(root, order=[], seen=set()):
    if root not in seen:
        seen.add(root)
        for i in root.inputs:
            topological(i, order, seen)
        order.append(root)
    return order
""",
    "Mutable defaults: the second call still has the nodes of the first.",
    "mutable defaults",
)

add(
    "5.1",
    r"""def topological(root):
    order, seen = [], set()

    def visit(v):
        if v in seen:
            return
        seen.add(v)
        for i in v.inputs:
            return visit(i)
        order.append(v)

    visit(root)
    return order
""",
    "return inside the loop: only the first input is visited, and only the last leaf is written down.",
    "early return",
)

add(
    "5.1",
    r"""def topological(root):
    order, seen = [], set()

    def visit(v):
        if not v.inputs:
            return
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            order.append(v)

    visit(root)
    return order
""",
    "Stops at the leaves before they are written down.",
    "leaves forgotten",
)

add(
    "5.1",
    r"""def topological(root):
    order, seen = [], set()

    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            order.append(v.data)

    visit(root)
    return order
""",
    "A list of numbers, not of nodes.",
    "data for node",
)

add(
    "5.1",
    r"""def topological(root):
    found, stack = set(), [root]
    while stack:
        v = stack.pop()
        if v not in found:
            found.add(v)
            stack.extend(v.inputs)
    return sorted(found, key=lambda v: len(v.inputs))
""",
    "Sorts by the number of inputs: leaves first, but a tanh then comes before the sum it is made from.",
    "wrong sort key",
)

add(
    "5.1",
    r"""def topological(root):
    depth = {}

    def visit(v, d):
        if v not in depth:
            depth[v] = d
            for i in v.inputs:
                visit(i, d + 1)

    visit(root, 0)
    return sorted(depth, key=lambda v: -depth[v])
""",
    "Sorts by the depth at the first visit, not by the greatest depth.",
    "first depth only",
)

add(
    "5.1",
    r"""def topological(root):
    walk = []

    def visit(v):
        for i in v.inputs:
            visit(i)
        walk.append(v)

    visit(root)
    return list(dict.fromkeys(reversed(walk)))[::-1]
""",
    "Removes duplicates from the wrong end: of each node the last occurrence stays, after its user.",
    "wrong duplicate kept",
)

add(
    "5.1",
    r"""seen = set()


def topological(root):
    if root in seen:
        return []
    seen.add(root)
    order = []
    for i in root.inputs:
        order += topological(i)
    return order + [root]
""",
    "The memory lives outside the function and is never emptied.",
    "global memory",
)

add(
    "5.1",
    r"""def topological(root):
    users = {root: 0}
    stack = [root]
    while stack:
        v = stack.pop()
        for i in set(v.inputs):
            if i not in users:
                users[i] = 0
                stack.append(i)
            users[i] += 1
    order, ready = [], [root]
    while ready:
        v = ready.pop()
        order.append(v)
        for i in v.inputs:
            users[i] -= 1
            if users[i] == 0:
                ready.append(i)
    return order[::-1]
""",
    "Kahn's counting with a set when counting and a list when taking away: a + a goes below zero.",
    "set for list",
)

add(
    "5.1",
    r"""def topological(root):
    order, seen = [], set()

    def visit(v):
        if v in seen:
            return
        for i in v.inputs:
            visit(i)
            seen.add(i)
            order.append(i)

    visit(root)
    order.append(root)
    return order
""",
    "Appends at every use and asks seen only at the door: t + t writes t twice.",
    "duplicates",
)

add(
    "5.1",
    r"""def topological(root):
    order = []

    def visit(v):
        order.append(v)
        for i in v.inputs:
            if i not in order:
                visit(i)

    visit(root)
    order.reverse()
    return order
""",
    "Preorder with the list as memory, reversed at the end.",
    "preorder reversed",
)

add(
    "5.2",
    r"""def backward(root):
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    "Nobody gives root its 1, so all gradients stay 0.",
    "seed forgotten",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = root.data
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    "Starts with root's value instead of 1.",
    "wrong seed",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in topological(root):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    "Walks from the leaves to the root: they send before anything has arrived.",
    "not reversed",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in topological(root)[::-1]:
        for i, p in zip(v.inputs, v.partials):
            i.grad = p * v.grad
""",
    "Sets the input's gradient; of several users only the last one counts.",
    "= for +=",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += v.grad
""",
    "Hands the gradient on without the local derivative of the edge.",
    "local derivative forgotten",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p
""",
    "Adds only local derivatives; the chain to the root is missing.",
    "upstream forgotten",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, reversed(v.partials)):
            i.grad += p * v.grad
""",
    "Reversed the partials as well, so each input gets the other's derivative.",
    "zip reversed",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, root.partials):
            i.grad += p * v.grad
""",
    "Takes root's partials at every node.",
    "zip wrong list",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i in v.inputs:
            i.grad += i.data * v.grad
""",
    "Takes the input's data for the local derivative.",
    "data for partial",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        if v.inputs:
            v.inputs[0].grad += v.partials[0] * v.grad
""",
    "Sends to the first input only.",
    "one input alone",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    for v in reversed(topological(root)):
        v.grad = 1.0
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    "The seed slipped into the loop: every node starts again with 1.",
    "seed in loop",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0

    def send(v):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
            send(i)

    send(root)
""",
    "Plain recursion: a node with two users sends twice, the second time with all it has.",
    "recursion without order",
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    seen = set()

    def send(v):
        if v in seen:
            return
        seen.add(v)
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
        for i in v.inputs:
            send(i)

    send(root)
""",
    "Each node sends once, but at the first visit, before everything has arrived.",
    "sends too early",
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
        return
""",
    "return stands inside the loop: only root sends.",
    "early return",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p + v.grad
""",
    "Adds local derivative and gradient where they multiply.",
    "plus for times",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, p in dict(zip(v.inputs, v.partials)).items():
            i.grad += p * v.grad
""",
    "A dict has one entry for a * a, so one of its two edges is lost.",
    "dict loses one",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
        if v.inputs:
            v.grad = 0.0
""",
    "Empties each inner node after it has sent, root too, but every node should keep its gradient.",
    "gradient erased",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    grads = {v: 0.0 for v in topological(root)}
    grads[root] = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            grads[i] += p * grads[v]
    return grads
""",
    "Returns the gradients in a dict and never writes them into v.grad.",
    "nothing stored",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i in v.inputs:
            i.grad = 0.0
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    "Zeroes the inputs just before sending, and with it what other users had brought.",
    "zeroed too late",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for k in range(len(v.inputs)):
            v.inputs[k].grad += v.partials[k - 1] * v.grad
""",
    "Index off by one: each input gets its neighbour's derivative.",
    "off by one",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            if i.grad == 0:
                i.grad = p * v.grad
""",
    "Believes that a gradient which is already there must not be touched.",
    "first one only",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            v.grad += p * i.grad
""",
    "Pulls from the inputs into v: forward, not backward.",
    "wrong direction",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        if v.grad == 0:
            break
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    "A node without gradient ends the whole loop, where it should only be skipped.",
    "break for continue",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * root.grad
""",
    "Multiplies by root's gradient, always 1, instead of the node's.",
    "wrong upstream",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    if not root.inputs:
        return
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    "A root without inputs keeps 0, though its slope by itself is 1.",
    "early return",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in topological(root)[:0:-1]:
        for i, p in zip(v.inputs, v.partials[:1] * len(v.inputs)):
            i.grad += p * v.grad
""",
    "Uses the first partial for all inputs of a node.",
    "wrong partial",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    order = topological(root)
    root.grad = 1.0
    for v in order[-2::-1]:
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    "The slice leaves root out, so nobody begins.",
    "off by one",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            i.grad *= p * v.grad
""",
    "Thinks of the chain rule as a product only and multiplies where roads add up.",
    "times for plus",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    order = topological(root)
    for v in order:
        v.grad = 1.0 if v is root else 0.0
    queue = [root]
    while queue:
        v = queue.pop(0)
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
            if i not in queue:
                queue.append(i)
""",
    "Has the order but walks a queue, from which a node can go twice.",
    "order not used",
    needs=["5.1"],
)

add(
    "5.2",
    r"""def backward(root):
    root.grad = 1.0
    for v in topological(root):
        for u in topological(root):
            for i, p in zip(u.inputs, u.partials):
                if i is v:
                    v.grad += p * u.grad
""",
    "Collects from the users, but begins at the leaves, whose users have nothing yet.",
    "not reversed",
    needs=["5.1"],
)

add(
    "5.4",
    r"""def expression(a, b, c):
    return a + a
""",
    "Believes that any value used twice is enough; but a leaf sends nothing on.",
    "shared leaf",
)

add(
    "5.4",
    r"""def expression(a, b, c):
    return a * b + c
""",
    "A tree: nothing is shared.",
    "nothing shared",
)

add(
    "5.4",
    r"""def expression(a, b, c):
    return (a * b) * (a + b)
""",
    "Two roads to leaves only, as in lesson 3; the inner nodes have one user each.",
    "shared leaf",
)

add(
    "5.4",
    r"""def expression(a, b, c):
    return (a * b) + (a * b)
""",
    "Writes the same product twice, which makes two nodes, not one shared.",
    "two nodes",
)

add(
    "5.4",
    r"""def expression(a, b, c):
    return a * a * a * b * c
""",
    "A long chain with a leaf in it three times; chains are no trouble.",
    "shared leaf",
)

add(
    "5.4",
    r"""def expression(a, b, c):
    t = a * b
    u = a * b
    return t * c + u
""",
    "t and u are equal numbers in two nodes.",
    "two nodes",
)

add(
    "5.4",
    r"""def expression(a, b, c):
    t = a * b
    return t**2 + c
""",
    "A square has its base as one input, once: the node t has one user and one edge.",
    "one edge",
)

add(
    "5.4",
    r"""def expression(a, b, c):
    t = a * b
    return (t + t * c).data
""",
    "Gives back the number, not the expression.",
    "data returned",
)

add(
    "5.4",
    r"""def expression(a, b, c):
    y = a
    for k in range(5):
        y = y * b + c
    return y
""",
    "Believes that depth is the trouble.",
    "depth not sharing",
)

add(
    "5.5",
    r"""def backward_deep(root):
    order, seen = [], set()

    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            order.append(v)

    visit(root)
    root.grad = 1.0
    for v in reversed(order):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    "The sending is a loop, but the order still recurses.",
    "still recursive",
)

add(
    "5.5",
    r"""def backward_deep(root):
    root.grad = 1.0
    stack = [root]
    while stack:
        v = stack.pop()
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
            stack.append(i)
""",
    "A stack in place of recursion, with the same fault: shared nodes send more than once.",
    "no order",
)

add(
    "5.5",
    r"""def backward_deep(root):
    root.grad = 1.0
    stack, seen = [root], {root}
    while stack:
        v = stack.pop()
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
            if i not in seen:
                seen.add(i)
                stack.append(i)
""",
    "Each node sends once, as soon as it is found.",
    "sends too early",
)

add(
    "5.5",
    r"""from collections import deque


def backward_deep(root):
    order, seen, queue = [], {root}, deque([root])
    while queue:
        v = queue.popleft()
        order.append(v)
        for i in v.inputs:
            if i not in seen:
                seen.add(i)
                queue.append(i)
    root.grad = 1.0
    for v in order:
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    "Breadth first is taken for a topological order.",
    "breadth first",
)

add(
    "5.5",
    r"""def backward_deep(root):
    order, seen, stack = [], set(), [root]
    while stack:
        v = stack[-1]
        todo = [i for i in v.inputs if i not in seen]
        if todo:
            stack.append(todo[0])
        else:
            stack.pop()
            if v not in seen:
                seen.add(v)
                order.append(v)
    for v in reversed(order):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    "A good order, and no 1 for root.",
    "seed forgotten",
)

add(
    "5.5",
    r"""def backward_deep(root):
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        v, done = stack.pop()
        if done:
            order.append(v)
        elif v not in seen:
            seen.add(v)
            stack.append((v, True))
            stack.extend((i, False) for i in v.inputs)
    root.grad = 1.0
    for v in order:
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    "Forgot to reverse: the order has the inputs first.",
    "not reversed",
)

add(
    "5.5",
    r"""def backward_deep(root):
    users, stack = {root: 0}, [root]
    while stack:
        v = stack.pop()
        for i in v.inputs:
            if i not in users:
                users[i] = 0
                stack.append(i)
            users[i] += 1
    root.grad = 1.0
    ready = [root]
    while ready:
        v = ready.pop()
        for i, p in zip(v.inputs, v.partials):
            i.grad = p * v.grad
            users[i] -= 1
            if not users[i]:
                ready.append(i)
""",
    "Counts users rightly and then sets the gradients.",
    "= for +=",
)

add(
    "5.5",
    r"""def backward_deep(root):
    users, stack, seen = {}, [root], set()
    while stack:
        v = stack.pop()
        if v in seen:
            continue
        seen.add(v)
        for i in set(v.inputs):
            users[i] = users.get(i, 0) + 1
            stack.append(i)
    root.grad = 1.0
    ready = [root]
    while ready:
        v = ready.pop()
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
            users[i] -= 1
            if users[i] == 0:
                ready.append(i)
""",
    "Counts a + a as one user and takes two away.",
    "set for list",
)

add(
    "5.5",
    r"""def backward_deep(root):
    seen = set()

    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                yield from visit(i)
            yield v

    root.grad = 1.0
    for v in reversed(list(visit(root))):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    "Believes that a generator does not count as recursion.",
    "still recursive",
)

add(
    "5.5",
    r"""def backward_deep(root):
    order, seen = [], set()

    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            order.append(v)

    try:
        visit(root)
    except RecursionError:
        pass
    root.grad = 1.0
    for v in reversed(order):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    "Silences the RecursionError and goes on with half an order.",
    "error silenced",
)

add(
    "5.5",
    r"""def backward_deep(root):
    order, seen, stack = [], set(), [root]
    while stack:
        v = stack.pop()
        if not v.inputs:
            break
        if v in seen:
            continue
        seen.add(v)
        order.append(v)
        stack.extend(v.inputs)
    root.grad = 1.0
    for v in order:
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    "Stops the whole walk at the first leaf.",
    "break for continue",
)

add(
    "5.5",
    r"""def backward_deep(root):
    nodes, stack = [], [root]
    seen = {root}
    while stack:
        v = stack.pop()
        nodes.append(v)
        for i in v.inputs:
            if i not in seen:
                seen.add(i)
                stack.append(i)
    root.grad = 1.0
    for _ in range(1000):
        new = {v: 0.0 for v in nodes}
        new[root] = 1.0
        for v in nodes:
            for i, p in zip(v.inputs, v.partials):
                new[i] += p * v.grad
        done = all(new[v] == v.grad for v in nodes)
        for v in nodes:
            v.grad = new[v]
        if done:
            break
""",
    "Repeats rounds until nothing changes, but gives up after 1000: too few for 5,000 levels.",
    "too few rounds",
)

add(
    "5.5",
    r"""def backward_deep(root):
    order, stack = [], [root]
    while stack:
        v = stack.pop()
        order.append(v)
        stack.extend(i for i in v.inputs if i not in order and i not in stack)
    root.grad = 1.0
    while order:
        v = order.pop(0)
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
    "Takes the order in which a stack finds nodes for an order in which all has arrived.",
    "no order",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        top = max(abs(slope), abs(grad))
        answers.append(abs(slope - grad) <= tolerance)
    return answers
""",
    "Compares the difference itself: small gradients always agree, large ones hardly ever.",
    "absolute error",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        top = max(abs(slope), abs(grad))
        answers.append(top == 0 or (slope - grad) / top <= tolerance)
    return answers
""",
    "Forgot abs: a claim that is too large always agrees.",
    "signed error",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        top = max(slope, grad)
        answers.append(top == 0 or abs(slope - grad) / top <= tolerance)
    return answers
""",
    "The larger number instead of the larger size: negative slopes turn the sign.",
    "abs forgotten",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        top = abs(slope) + abs(grad)
        answers.append(top == 0 or abs(slope - grad) / top <= tolerance)
    return answers
""",
    "Divides by the sum of the sizes, which lets twice the error pass.",
    "wrong divisor",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        top = min(abs(slope), abs(grad))
        answers.append(top == 0 or abs(slope - grad) / top <= tolerance)
    return answers
""",
    "Divides by the smaller size; against a claimed 0 everything agrees.",
    "wrong divisor",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        top = max(abs(slope), abs(grad))
        answers.append(abs(slope - grad) / top <= tolerance)
    return answers
""",
    "No thought for two zeros: 0 / 0 stops the program.",
    "zeros forgotten",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        top = max(abs(slope), abs(grad))
        answers.append(top != 0 and abs(slope - grad) / top <= tolerance)
    return answers
""",
    "Two zeros are called a disagreement.",
    "zeros refused",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        top = max(abs(slope), abs(grad))
        answers.append(abs(slope - grad) <= tolerance * abs(grad))
    return answers
""",
    "Measures the error against the claim only, not the larger of the two.",
    "wrong divisor",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        top = max(abs(slope), abs(grad))
        answers.append(abs(slope - grad) <= tolerance * abs(slope))
    return answers
""",
    "Measures the error against the measured slope only, not the larger of the two.",
    "wrong divisor",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / h
        top = max(abs(slope), abs(grad))
        answers.append(top == 0 or abs(slope - grad) / top <= tolerance)
    return answers
""",
    "Two steps wide, divided by one: all slopes twice too large.",
    "factor two",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*xs)) / h
        top = max(abs(slope), abs(grad))
        answers.append(top == 0 or abs(slope - grad) / top <= tolerance)
    return answers
""",
    "One-sided: at the bottom of a parabola it measures h, not 0, and a right 0 is refused.",
    "one-sided difference",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*down) - f(*up)) / (2 * h)
        top = max(abs(slope), abs(grad))
        answers.append(top == 0 or abs(slope - grad) / top <= tolerance)
    return answers
""",
    "Up and down exchanged.",
    "wrong sign",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / 2 * h
        top = max(abs(slope), abs(grad))
        answers.append(top == 0 or abs(slope - grad) / top <= tolerance)
    return answers
""",
    "Brackets missing: multiplies by h.",
    "brackets missing",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(up) - f(down)) / (2 * h)
        top = max(abs(slope), abs(grad))
        answers.append(top == 0 or abs(slope - grad) / top <= tolerance)
    return answers
""",
    "Hands the list over as one argument.",
    "star forgotten",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        top = max(abs(slope), abs(grad))
        answers.append(top == 0 or abs(slope - grad) / top < tolerance)
    return answers
""",
    "'At most' became 'less than': with tolerance 0 an exact gradient is refused.",
    "boundary excluded",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        top = max(abs(slope), abs(grad))
        answers.append(top == 0 or abs(slope - grad) / top > tolerance)
    return answers
""",
    "The comparison says where they disagree.",
    "comparison inverted",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        top = max(abs(slope), abs(grad))
        answers.append(round(slope, 4) == round(grad, 4))
    return answers
""",
    "Compares rounded numbers, whatever their size.",
    "rounding",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        top = max(abs(slope), abs(grad))
        answers.append(slope == grad)
    return answers
""",
    "Expects a measured slope to be exact.",
    "no tolerance",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        top = max(abs(slope), abs(grad))
        answers.append(top == 0 or 100 * abs(slope - grad) / top <= tolerance)
    return answers
""",
    "Reads the tolerance as percent.",
    "factor hundred",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        top = max(abs(slope), abs(grad))
        answers.append(slope * grad == 0 or abs(slope - grad) / top <= tolerance)
    return answers
""",
    "One zero is enough to agree, where both must be 0.",
    "zeros confused",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    h = 0.1
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        top = max(abs(slope), abs(grad))
        answers.append(top == 0 or abs(slope - grad) / top <= tolerance)
    return answers
""",
    "Sets h itself, too wide for a curve.",
    "h wrong",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    h = 1e-16
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        top = max(abs(slope), abs(grad))
        answers.append(top == 0 or abs(slope - grad) / top <= tolerance)
    return answers
""",
    "'The smaller the better': with h = 1e-16 nothing moves.",
    "h wrong",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += tolerance
        down[i] -= tolerance
        slope = (f(*up) - f(*down)) / (2 * h)
        top = max(abs(slope), abs(grad))
        answers.append(top == 0 or abs(slope - grad) / top <= tolerance)
    return answers
""",
    "Steps by tolerance and divides by h.",
    "wrong name",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        top = max(abs(slope), abs(grad))
        answers.append(top == 0 or abs(slope - grad) / top <= tolerance)
    return all(answers)
""",
    "One verdict for all, where one for each is asked.",
    "single answer",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    errors = []
    for i, grad in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        slope = (f(*up) - f(*down)) / (2 * h)
        errors.append(abs(slope - grad) / max(abs(slope), abs(grad), 1e-300))
    return errors
""",
    "Gives the errors and leaves the verdict to the reader.",
    "no verdict",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    result = []
    for i in range(len(xs)):
        before = f(*xs)
        xs[i] += h
        slope = (f(*xs) - before) / h
        top = max(abs(slope), abs(grads[i]))
        result.append(top == 0 or abs(slope - grads[i]) / top <= tolerance)
    return result
""",
    "Moves the inputs of the list itself and never puts them back.",
    "inputs not restored",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    up = [x + h for x in xs]
    down = [x - h for x in xs]
    slope = (f(*up) - f(*down)) / (2 * h)
    return [abs(slope - g) <= tolerance * max(abs(slope), abs(g)) for g in grads]
""",
    "Moves all inputs at once and compares every gradient with the same slope.",
    "all at once",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for x, g in zip(xs, grads):
        i = xs.index(x)
        slope = (f(*xs[:i], x + h, *xs[i + 1 :]) - f(*xs[:i], x - h, *xs[i + 1 :])) / (2 * h)
        answers.append(abs(slope - g) <= tolerance * max(abs(slope), abs(g)))
    return answers
""",
    "Looks up the place by value: of two equal inputs the first is moved twice.",
    "index by value",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    for i, g in enumerate(grads):
        up = [x + h * (k == i) for k, x in enumerate(xs)]
        down = [x - h * (k == i) for k, x in enumerate(xs)]
        slope = (f(*up) - f(*down)) / (2 * h)
        return [abs(slope - g) <= tolerance * max(abs(slope), abs(g))]
""",
    "return inside the loop: only the first input is looked at.",
    "early return",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    import math

    def slope(i):
        up, down = xs.copy(), xs.copy()
        up[i], down[i] = up[i] + h, down[i] - h
        return (f(*up) - f(*down)) / (2 * h)

    return [math.isclose(slope(i), g, rel_tol=tolerance, abs_tol=1e-6) for i, g in enumerate(grads)]
""",
    "Adds an absolute tolerance, under which wrong small gradients pass.",
    "absolute error",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    def moved(i, by):
        ys = xs
        ys[i] += by
        return f(*ys)

    out = []
    for i, g in enumerate(grads):
        s = (moved(i, h) - moved(i, -h)) / (2 * h)
        out.append(s == g == 0 or abs(s - g) / max(abs(s), abs(g)) <= tolerance)
    return out
""",
    "ys = xs is no copy: the second step only undoes the first, so half the slope is measured.",
    "no copy",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    results = []
    for i, claimed in enumerate(grads):
        measured = (f(*[x + h if k == i else x for k, x in enumerate(xs)]) - f(*[x - h if k == i else x for k, x in enumerate(xs)])) / (2 * h)
        error = abs(abs(measured) - abs(claimed))
        results.append(error <= tolerance * max(abs(measured), abs(claimed)))
    return results
""",
    "Compares sizes only: a gradient with the wrong sign agrees.",
    "sign ignored",
)

add(
    "6.1",
    r"""def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    ok = set()
    for i, g in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        s = (f(*up) - f(*down)) / (2 * h)
        ok.add(abs(s - g) <= tolerance * max(abs(s), abs(g)))
    return list(ok)
""",
    "Collects the verdicts in a set, where equal ones fall together.",
    "set for list",
)

add(
    "6.2",
    r"""probes = ["a + b", "a * b", "a - b", "a / b", "a**2", "a.relu()", "a.tanh()", "a.exp()", "b.relu()"]
""",
    "One expression for each operation and one more: nine, where eight are allowed.",
    "too many",
)

add(
    "6.2",
    r"""probes = ["a * b + c"]
""",
    "Takes a tree with + and * for a full test; minus, powers, functions and orders are never tried.",
    "too weak",
)

add(
    "6.2",
    r"""probes = ["a + b", "a * b", "a - b", "a / c", "b**2", "b.relu()", "b.tanh()", "b.exp()"]
""",
    "Tries each operation once, alone: no value is used twice, so orders and = for += survive.",
    "nothing shared",
)

add(
    "6.2",
    r"""probes = ["t = a * b; t + t * c", "sin(a)", "a.cos()"]
""",
    "Uses functions that the engines do not have.",
    "unknown function",
)

add(
    "6.2",
    r"""probes = ["a * b + d", "d * c"]
""",
    "Uses a name that is not there.",
    "unknown name",
)

add(
    "6.2",
    r"""probes = ["a * 0", "b * 0", "(a + b + c) * 0"]
""",
    "Times zero hides every gradient: nothing can differ below it.",
    "gradient hidden",
)

add(
    "6.3",
    r"""def backward(root):
    root.grad = 1.0
    sweep(topological(root))
""",
    "The same as above: what lies between keeps its old gradient, and the second call gives 3.",
    "not zeroed",
)

add(
    "6.3",
    r"""def backward(root):
    order = topological(root)
    for v in order:
        v.grad = 0.0
    root.grad = 1.0
    sweep(order)
""",
    "Zeroes the leaves too: the second call gives 1, and two losses do not add up.",
    "leaves zeroed",
)

add(
    "6.3",
    r"""def backward(root):
    order = topological(root)
    for v in order:
        if not v.inputs:
            v.grad = 0.0
    root.grad = 1.0
    sweep(order)
""",
    "The condition is turned round: leaves are zeroed, and what lies between is kept.",
    "condition inverted",
)

add(
    "6.3",
    r"""def backward(root):
    order = topological(root)
    for v in order[:-1]:
        if v.inputs:
            v.grad = 0.0
    root.grad += 1.0
    sweep(order)
""",
    "Adds 1 to root and leaves root out of the zeroing: the second sweep starts with 2.",
    "root accumulates",
)

add(
    "6.3",
    r"""def backward(root):
    order = topological(root)
    root.grad = 1.0
    for v in order:
        if v.inputs:
            v.grad = 0.0
    sweep(order)
""",
    "Zeroes after the seed, and root's 1 is gone.",
    "zeroed too late",
)

add(
    "6.3",
    r"""def backward(root):
    for i in root.inputs:
        if i.inputs:
            i.grad = 0.0
    root.grad = 1.0
    sweep(topological(root))
""",
    "Zeroes one level below root only.",
    "one level",
)

add(
    "6.3",
    r"""def backward(root):
    order = topological(root)
    for v in order:
        if not v.inputs:
            break
        v.grad = 0.0
    root.grad = 1.0
    sweep(order)
""",
    "break for continue: the first node is a leaf, so nothing is zeroed.",
    "break for continue",
)

add(
    "6.3",
    r"""def backward(root):
    order = topological(root)
    for v in order:
        if v.inputs:
            v.grad == 0.0
    root.grad = 1.0
    sweep(order)
""",
    "Typed == for =: compares and throws the answer away.",
    "== for =",
)

add(
    "6.3",
    r"""def backward(root):
    order = topological(root)
    old = {v: v.grad for v in order if not v.inputs}
    for v in order:
        v.grad = 0.0
    root.grad = 1.0
    sweep(order)
    for v, grad in old.items():
        v.grad = grad
""",
    "Puts the leaves' old gradients back over the new ones, instead of adding.",
    "= for +=",
)

add(
    "6.3",
    r"""done = set()


def backward(root):
    if root in done:
        return
    done.add(root)
    root.grad = 1.0
    sweep(topological(root))
""",
    "A second call does nothing at all, so it adds nothing.",
    "second call skipped",
)

add(
    "6.3",
    r"""def backward(root):
    order = topological(root)
    for v in order:
        if v.inputs:
            v.grad = 0.0
    root.grad = 1.0
    sweep(order[::-1])
""",
    "sweep reverses by itself; reversed twice, it begins at the leaves.",
    "reversed twice",
)

add(
    "6.3",
    r"""def backward(root):
    for v in topological(root):
        if v.inputs:
            v.grad = 0.0
            root.grad = 1.0
            sweep(topological(root))
""",
    "The sweep slipped into the loop and runs once for every inner node.",
    "indented too far",
)

add(
    "6.3",
    r"""def backward(root):
    grads = dict.fromkeys(topological(root), 0.0)
    grads[root] = 1.0
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            grads[i] += p * grads[v]
    for v, g in grads.items():
        v.grad = g
""",
    "Works on fresh numbers, and then sets the leaves instead of adding to them.",
    "= for +=",
)

add(
    "6.3",
    r"""def backward(root):
    order = topological(root)
    sweep(order)
    for v in order:
        if v.inputs:
            v.grad = 0.0
    root.grad = 1.0
""",
    "Clears and seeds after the sweep: the first call sends nothing.",
    "order of steps",
)

add(
    "6.3",
    r"""def backward(root, zeroed=[]):
    order = topological(root)
    for v in order:
        if v.inputs and v not in zeroed:
            v.grad = 0.0
            zeroed.append(v)
    root.grad = 1.0
    sweep(order)
""",
    "A mutable default remembers what was zeroed once and never zeroes it again.",
    "mutable default",
)

add(
    "6.4",
    r"""def by_engine(f, *numbers):
    inputs = [Value(x) for x in numbers]
    y = f(*inputs)
    return [y.data, *[v.grad for v in inputs]]
""",
    "Never sends gradients back: they are all 0.",
    "backward forgotten",
)

add(
    "6.4",
    r"""def by_engine(f, *numbers):
    inputs = [Value(x) for x in numbers]
    y = f(*inputs)
    y.backward()
    return [y, *inputs]
""",
    "Gives Values, where plain numbers are asked.",
    "not plain numbers",
)

add(
    "6.4",
    r"""def by_engine(f, *numbers):
    inputs = [Value(x) for x in numbers]
    y = f(*inputs)
    y.backward()
    return [y.data, *[v.data for v in inputs]]
""",
    "Reads data of the inputs, not grad.",
    "data for grad",
)

add(
    "6.4",
    r"""def by_engine(f, *numbers):
    inputs = [Value(x) for x in numbers]
    y = f(*inputs)
    y.backward()
    return [y.grad, *[v.grad for v in inputs]]
""",
    "Reads grad of the result, always 1, instead of data.",
    "grad for data",
)

add(
    "6.4",
    r"""def by_engine(f, *numbers):
    inputs = [Value(x) for x in numbers]
    y = f(*inputs)
    y.backward()
    return [v.grad for v in inputs]
""",
    "Leaves out the result.",
    "result forgotten",
)

add(
    "6.4",
    r"""def by_engine(f, *numbers):
    inputs = [Value(x) for x in numbers]
    y = f(*inputs)
    y.backward()
    return [*[v.grad for v in inputs], y.data]
""",
    "The result stands last instead of first.",
    "order",
)

add(
    "6.4",
    r"""def by_engine(f, *numbers):
    inputs = [Value(x) for x in numbers]
    y = f(*inputs)
    y.backward()
    return [y.data, [v.grad for v in inputs]]
""",
    "A list within the list.",
    "nested list",
)

add(
    "6.4",
    r"""def by_engine(f, *numbers):
    inputs = [Value(x) for x in numbers]
    y = f(*[Value(x) for x in numbers])
    y.backward()
    return [y.data, *[v.grad for v in inputs]]
""",
    "Makes the Values twice and reads the gradients of those that were not used.",
    "other Values",
)

add(
    "6.4",
    r"""def by_engine(f, *numbers):
    inputs = map(Value, numbers)
    y = f(*inputs)
    y.backward()
    return [y.data, *[v.grad for v in inputs]]
""",
    "map is used up after the first walk: no gradients are left to read.",
    "iterator used up",
)

add(
    "6.4",
    r"""def by_engine(f, *numbers):
    inputs = [Value(x) for x in numbers]
    f(*inputs).backward()
    return [f(*numbers), *[v.grad for v in inputs]]
""",
    "Runs f on plain numbers for the result, which know no relu.",
    "plain numbers",
)

add(
    "6.4",
    r"""def by_engine(f, *numbers):
    inputs = {x: Value(x) for x in numbers}
    y = f(*[inputs[x] for x in numbers])
    y.backward()
    return [y.data, *[inputs[x].grad for x in numbers]]
""",
    "Keeps the Values by number: two equal numbers become one input.",
    "dict loses one",
)

add(
    "6.4",
    r"""def by_engine(f, *numbers, inputs=[]):
    for x in numbers:
        inputs.append(Value(x))
    y = f(*inputs[-len(numbers) :])
    y.backward()
    return [y.data, *[v.grad for v in inputs]]
""",
    "A mutable default keeps the inputs of earlier calls, and their gradients are listed too.",
    "mutable default",
)

add(
    "6.4",
    r"""def by_engine(f, *numbers):
    inputs = [Value(x) for x in numbers]
    y = f(*inputs)
    y.backward()
    return [y.data, inputs[0].grad]
""",
    "Thinks of one input only.",
    "one input alone",
)

add(
    "6.4",
    r"""def by_engine(f, *numbers):
    inputs = [Value(x) for x in numbers]
    y = f(*inputs)
    y.backward()
    return [y.data, *[v.grad for v in reversed(inputs)]]
""",
    "The gradients come in reverse, in the order of sending back.",
    "order",
)

add(
    "6.4",
    r"""def by_engine(f, *numbers):
    inputs = [Value(x) for x in numbers]
    y = f(*inputs)
    y.backward()
    for v in inputs:
        v.grad = 0.0
    return [y.data, *[v.grad for v in inputs]]
""",
    "Cleans the gradients up before they are read.",
    "zeroed too early",
)

add(
    "6.4",
    r"""def by_engine(f, *numbers):
    h = 1e-2
    value = lambda xs: f(*[Value(x) for x in xs]).data
    y = value(numbers)
    grads = []
    for i in range(len(numbers)):
        moved = list(numbers)
        moved[i] += h
        grads.append((value(moved) - y) / h)
    return [y, *grads]
""",
    "Measures slopes with a wide step instead of sending gradients back.",
    "measured not sent",
)

add(
    "6.4",
    r"""def by_engine(f, *numbers):
    grads = []
    for k in range(len(numbers)):
        inputs = [Value(x) for x in numbers]
        y = f(*inputs)
        y.backward()
        grads.append(inputs[k - 1].grad)
    return [y.data, *grads]
""",
    "Index off by one: the gradients are rotated.",
    "off by one",
)

# What a later text of an exercise no longer asks: kept, and not measured. {exercise, or (it, cause): why}
VOID = {
    "1.3": "1.3 has another function",
    ("2.2", "Copied the line of the sum into the product."): "2.2 asks for __radd__ alone",
    ("2.3", "Lets a negative base with a fractional exponent become complex."): "2.3 asks no more to refuse a negative base",
}
for entry in ANSWERS:
    why = VOID.get(entry["exercise"]) or VOID.get((entry["exercise"], entry["cause"]))
    if why:
        entry["void"] = why
