"""Right answers in unusual but legitimate styles, to lessons 0 to 6.

Each of ANSWERS is a dict:
  exercise  "5.2"
  source    the whole text of the answer cell
  style     what is unusual
and, where it matters,
  before    {"5.1": source}: what stands in earlier answer cells of the same notebook (else: any right answer there)
  doubt     why a strict reading might refuse it; the text, as I read it, allows it
  needs     a package that must be installed (numpy, matplotlib, typing_extensions)
  shell     True where the cell holds IPython magics or ! lines (not plain Python)

In 2.5 and 4.5 the exercise text alone does not say which letters are right (check.hunt.show() and
check.reuse.given(me) print them), so @RIGHT@ stands for the letter(s), without quotes: "B", or "ACE".
@LIST@ stands for the same as the inside of a list: "A", "C", "E".
"""

ANSWERS = []


def A(exercise, style, source, **more):
    ANSWERS.append({"exercise": exercise, "style": style, "source": source.strip("\n"), **more})


# ---------------------------------------------------------------- 0.1
A("0.1", "computed from x, the dots line left below", "y = 2 * x + 1\n...  # your code here")
A("0.1", "walrus as an expression statement, echoed", "(y := 2 * x + 1)")
A(
    "0.1",
    "type hint and a named constant in the same cell",
    "from typing import Final\n\nSTEIGUNG: Final = 2\nACHSE: Final[int] = 1\ny: float = STEIGUNG * x + ACHSE\ny",
)
A("0.1", "lambda called at once, print with f-string, semicolons", 'y = (lambda t: t + t + 1)(x); print(f"{y = }");')
A(
    "0.1",
    "numpy scalar as the number",
    "import numpy as np\n\ny = np.float64(2) * x + np.float64(1)\nprint(y)",
    needs="numpy",
)
A(
    "0.1",
    "numpy 0-dimensional result turned to float by .item()",
    "import numpy as np\ny = np.polyval([2, 1], x).item()",
    needs="numpy",
)
A(
    "0.1",
    "loop that adds up, y first set to 1",
    "y = 1\nfor _ in range(2):\n    y += x\n\n# Kontrolle\nassert (y - 1) / 2 == x",
)
A("0.1", "chained assignment with other names", "ergebnis = y = result = x * 2 + 1\n# 答えは上の通りです")
A("0.1", "tuple unpacking", "x_alt, y = x, 2 * x + 1")
A(
    "0.1",
    "conditional on a wrong type of x, never taken",
    "if isinstance(x, str):\n    x = float(x)\ny = 2*x+1\n'''\ntried on paper first\n'''",
)

# ---------------------------------------------------------------- 0.2
A("0.2", "lambda assigned to the name, spare spaces", "machine=lambda x:2*x+1")
A("0.2", "other argument name, positional-only", "def machine(zahl, /):\n    return zahl * 2 + 1")
A(
    "0.2",
    "keyword-only constants with defaults",
    'def machine(x, *, factor=2, offset=1):\n    """2x + 1."""\n    return factor * x + offset',
)
A(
    "0.2",
    "object with __call__",
    "class Machine:\n    def __init__(self, m, t):\n        self.m, self.t = m, t\n\n    def __call__(self, x):\n        return self.m * x + self.t\n\n\nmachine = Machine(2, 1)",
)
A(
    "0.2",
    "functools.partial of a general line",
    "from functools import partial\n\n\ndef gerade(m, t, x):\n    return m * x + t\n\n\nmachine = partial(gerade, 2, 1)",
)
A(
    "0.2",
    "numpy poly1d, which is callable",
    "import numpy as np\n\nmachine = np.poly1d([2, 1])\nprint(machine)",
    needs="numpy",
)
A(
    "0.2",
    "decorator with *args, **kwargs and no functools.wraps",
    '''
def logged(function):
    def wrapper(*args, **kwargs):
        result = function(*args, **kwargs)
        print("called with", args, "->", result)
        return result

    return wrapper


@logged
def machine(x):
    """2x + 1."""
    return 2 * x + 1
''',
)
A(
    "0.2",
    "match statement, print inside",
    '''
def machine(x):
    """2x + 1."""
    match x:
        case 0:
            return 1
        case _:
            print("x =", x)
            return 2 * x + 1
''',
)
A(
    "0.2",
    "staticmethod of a class bound to the name",
    "class Lesson0:\n    @staticmethod\n    def machine(x):\n        return x + x + 1\n\n\nmachine = Lesson0.machine",
)
A(
    "0.2",
    "early return, the dots left after it",
    'def machine(x):\n    """2x + 1."""\n    return 2 * x + 1\n    ...  # your code here\n\nmachine(3)',
)
A(
    "0.2",
    "%timeit and a shell line in the cell",
    "!echo hello\ndef machine(x):\n    return 2 * x + 1\n\n%timeit -n 1 -r 1 machine(3)",
    shell=True,
)
A(
    "0.2",
    "plot in the cell, one variable is named line",
    """
try:
    import matplotlib.pyplot as plt
except ImportError:
    plt = None


def machine(x):
    return 2 * x + 1


if plt:
    fig, ax = plt.subplots()
    line, = ax.plot([0, 1, 2], [machine(x) for x in [0, 1, 2]])
    plt.show()
""",
)

# ---------------------------------------------------------------- 0.3
A("0.3", "uses machine of 0.2", "def change(x, by):\n    return machine(x + by) - machine(x)")
A("0.3", "x ignored, other names", "def change(_, zuwachs):\n    return 2 * zuwachs")
A("0.3", "lambda with underscore default", "change = lambda x, by=1: by * 2  # noqa: E731")
A(
    "0.3",
    "*args unpacked",
    "def change(*args):\n    x, by = args\n    before = 2 * x + 1\n    after = 2 * (x + by) + 1\n    return after - before",
)
A(
    "0.3",
    "nested function and type hints from __future__-style strings",
    """
def change(x: "float", by: "float") -> "float":
    def y(x):
        return 2 * x + 1

    return -y(x) + y(x + by)
""",
)
A(
    "0.3",
    "operator module with reduce",
    "import operator as op\nfrom functools import reduce\n\n\ndef change(x, by):\n    return reduce(op.add, (by, by))",
)
A(
    "0.3",
    "two attempts in one cell, the last is the right one",
    "def change(x, by):\n    return by\n\n\ndef change(x, by):\n    return by + by",
)

# ---------------------------------------------------------------- 1.1
A(
    "1.1",
    "other names, keyword default",
    "def slope(funktion, stelle, schritt=1e-6):\n    Δy = funktion(stelle + schritt) - funktion(stelle)\n    return Δy / schritt",
)
A(
    "1.1",
    "unicode identifiers and divides by the true step",
    '''
def slope(f, x, h):
    """Change of output divided by change of input."""
    x2 = x + h
    Δf, Δx = f(x2) - f(x), x2 - x
    return Δf / Δx
''',
    doubt="(x + h) - x is not exactly h in floats; the relative difference is 1e-10 or so at h = 1e-6",
)
A("1.1", "lambda", "slope = lambda f, x, h: (f(x + h) - f(x)) / h")
A(
    "1.1",
    "object with __call__, f called with the right point first",
    """
class Slope:
    def __call__(self, f, x, h):
        right, left = f(x + h), f(x)
        return (right - left) / h

    def __repr__(self):
        return "<my slope>"


slope = Slope()
slope
""",
)
A(
    "1.1",
    "h = 0 refused by an own error, negative h swapped by hand",
    """
def slope(f, x, h):
    if h == 0:
        raise ValueError("h must not be 0")
    if h < 0:
        # Schritt nach links: Punkte tauschen
        return (f(x) - f(x + h)) / (-h)
    return (f(x + h) - f(x)) / h
""",
)
A(
    "1.1",
    "map and unpacking, typing_extensions",
    """
from collections.abc import Callable

try:
    from typing_extensions import TypeAlias
except ImportError:
    from typing import TypeAlias

Funktion: TypeAlias = "Callable[[float], float]"


def slope(f: Funktion, x: float, h: float) -> float:
    y0, y1 = map(f, (x, x + h))
    return (y1 - y0) / h
""",
)
A(
    "1.1",
    "numpy.diff over two points",
    "import numpy as np\n\n\ndef slope(f, x, h):\n    xs = np.array([x, x + h])\n    ys = np.array([f(float(v)) for v in xs])\n    return float((np.diff(ys) / h)[0])",
    needs="numpy",
)

# ---------------------------------------------------------------- 1.2
A("1.2", "uses slope of 1.1", "def central(f, x, h):\n    return slope(f, x - h, 2 * h)")
A(
    "1.2",
    "mean of the two one-sided slopes by slope of 1.1",
    "def central(f, x, h):\n    ahead = slope(f, x, h)\n    behind = slope(f, x, -h)\n    return (ahead + behind) / 2",
)
A("1.2", "h/2-free form with two divisions", "def central(f,x,h):\n  return (f(x+h)-f(x-h))/2/h")
A(
    "1.2",
    "statistics.mean in place of dividing by 2",
    "import statistics\n\n\ndef central(f, x, h):\n    return statistics.mean([(f(x + h) - f(x)) / h, (f(x) - f(x - h)) / h])",
)
A(
    "1.2",
    "partial over a more general function with keyword-only argument",
    """
from functools import partial


def difference(f, x, h, *, sides):
    left = x - h if sides == 2 else x
    return (f(x + h) - f(left)) / (sides * h)


central = partial(difference, sides=2)
central.__doc__ = "The slope at x, from x - h to x + h."
""",
)

# ---------------------------------------------------------------- 1.3
A(
    "1.3",
    "returns a list",
    "def gradient(a, b, c):\n    return [-3 * a**2 - 0.5 * a**-0.5, 3 * cos(3 * b) + 2.5 * b**1.5, c**-2]",
)
A(
    "1.3",
    "returns a tuple of named parts",
    "def gradient(a, b, c):\n    by_a = -3 * a ** 2 - 1 / (2 * a ** 0.5)\n    by_b = 3 * cos(3 * b) + 2.5 * b ** 1.5\n    by_c = 1 / c ** 2\n    return by_a, by_b, by_c",
)
A(
    "1.3",
    "numpy array as the answer",
    "import numpy as np\n\n\ndef gradient(a, b, c):\n    return np.array([-3 * a**2 - 0.5 / np.sqrt(a), 3 * np.cos(3 * b) + 2.5 * b**1.5, 1 / c**2])",
    needs="numpy",
    doubt="the text says neither list nor tuple; the given cell below works with an array",
)
A(
    "1.3",
    "named tuple",
    '''
from collections import namedtuple

Gradient = namedtuple("Gradient", "a b c")


def gradient(a, b, c):
    """The slopes of f by a, by b and by c, in this order."""
    import math as m

    return Gradient(
        a=-3 * m.pow(a, 2) - 0.5 * m.pow(a, -0.5),
        b=3 * m.cos(3 * b) + 2.5 * m.pow(b, 1.5),
        c=-(-1) * m.pow(c, -2),
    )
''',
)
A(
    "1.3",
    "math imported again as a module, sqrt, dots in variable names",
    "import math\n\ndef gradient(a, b, c):\n    wurzel = math.sqrt\n    return (-3*a*a - 1/(2*wurzel(a)), 3*math.cos(3*b) + 5/2*b*wurzel(b), 1/(c*c))",
)
A(
    "1.3",
    "power rule as an inner function",
    """
def gradient(a, b, c):
    def p(k, x):  # the slope of x**k
        return k * x ** (k - 1)

    return [-p(3, a) - p(0.5, a), 3 * cos(3 * b) + p(2.5, b), -p(-1, c)]
""",
)
A(
    "1.3",
    "yield, made into a list by a decorator",
    """
def as_list(generator):
    return lambda *args: list(generator(*args))


@as_list
def gradient(a, b, c):
    yield -3 * a**2 - 0.5 * a**-0.5
    yield 3 * cos(3 * b) + 2.5 * b**1.5
    yield c**-2
""",
)

# ---------------------------------------------------------------- 1.4
A(
    "1.4",
    "uses central of 1.2 with a closure",
    """
def partials(f, xs, h=1e-6):
    def one(i):
        return lambda x: f(*xs[:i], x, *xs[i + 1 :])

    return [central(one(i), x, h) for i, x in enumerate(xs)]
""",
)
A(
    "1.4",
    "one-sided, with a copy",
    "def partials(f, xs, h=1e-6):\n    result = []\n    base = f(*xs)\n    for i in range(len(xs)):\n        moved = list(xs)\n        moved[i] += h\n        result.append((f(*moved) - base) / h)\n    return result",
)
A(
    "1.4",
    "changes xs and puts back the saved number",
    """
def partials(f, xs, h=1e-6):
    out = []
    for i in range(len(xs)):
        old = xs[i]
        xs[i] = old + h
        up = f(*xs)
        xs[i] = old - h
        down = f(*xs)
        xs[i] = old
        out += [(up - down) / (2 * h)]
    return out
""",
    doubt="'leave the list xs itself as it is': afterwards it is, in between it is not",
)
A(
    "1.4",
    "numpy identity matrix, tolist at the end",
    "import numpy as np\n\n\ndef partials(f, xs, h=1e-6):\n    x = np.asarray(xs, dtype=float)\n    return [float((f(*(x + d)) - f(*(x - d))) / (2 * h)) for d in h * np.eye(len(x))]",
    needs="numpy",
)
A(
    "1.4",
    "deepcopy, while loop, other default",
    """
from copy import deepcopy


def partials(f, xs, h=1e-5):
    n, slopes = 0, []
    while n < len(xs):
        left, right = deepcopy(xs), deepcopy(xs)
        left[n] -= h
        right[n] += h
        slopes.append((f(*right) - f(*left)) / (right[n] - left[n]))
        n += 1
    return slopes
""",
)
A(
    "1.4",
    "recursion over the inputs with a default accumulator",
    """
def partials(f, xs, h=1e-6, done=()):
    if len(done) == len(xs):
        return list(done)
    i = len(done)
    shift = lambda s: f(*[x + s * (j == i) for j, x in enumerate(xs)])
    return partials(f, xs, h, done + ((shift(h) - shift(-h)) / (2 * h),))
""",
)
A(
    "1.4",
    "generator turned into a list",
    """
def partials(f, xs, h=1e-6):
    def slopes():
        for i, x in enumerate(xs):
            yield (f(*xs[:i], x + h, *xs[i + 1:]) - f(*xs)) / h

    return [*slopes()]
""",
)

# ---------------------------------------------------------------- 1.5
A(
    "1.5",
    "computed from the places, not looked at",
    "order = ''.join(sorted(places, key=lambda p: 1 + 4 * cos(2 * places[p])))",
    doubt="'No calculation here', but the answer is the right one",
)
A(
    "1.5",
    "sorted by central of 1.2",
    """
curve = lambda x: x + 2 * sin(2 * x)
slopes = {name: central(curve, x, 1e-5) for name, x in places.items()}
print(slopes)
order = "".join(name for name, _ in sorted(slopes.items(), key=lambda item: item[1]))
order
""",
)
A(
    "1.5",
    "str += in a loop, order also printed",
    """
rest = dict(places)
order = ""
while rest:
    smallest = min(rest, key=lambda p: 1 + 4 * cos(2 * rest[p]))
    order += smallest
    del rest[smallest]
print("Reihenfolge:", order)
""",
)
A(
    "1.5",
    "plot with line, = and a loop variable x that shadows nothing needed",
    """
try:
    import matplotlib.pyplot as plt

    fig, ax = plt.subplots()
    line, = ax.plot([-2, 0, 2], [-1, 3, -1])
except ImportError:
    pass
order = str().join(p for s, p in sorted((1 + 4 * cos(2 * x), p) for p, x in places.items()))
""",
)

# ---------------------------------------------------------------- 2.1
INIT = """
    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op
        self.grad, self.label = 0.0, ""

    def __repr__(self):
        return f"Value({self.data})"
"""
A(
    "2.1",
    "isinstance with a conditional expression",
    "class Value:"
    + INIT
    + """
    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), "*")
""",
)
A(
    "2.1",
    "inputs kept in a list instead of a tuple",
    "class Value:"
    + INIT.replace("inputs=()", "inputs=None").replace("= data, inputs, op", "= data, inputs or [], op")
    + """
    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [self, other], "+")

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, inputs=[self, other], op="*")
""",
    doubt="the box uses a tuple; the text asks only for 'what it was made from'",
)
A(
    "2.1",
    "dataclass with eq=False, helper classmethod",
    """
from dataclasses import dataclass


@dataclass(eq=False, repr=False)
class Value:
    data: float
    inputs: tuple = ()
    op: str = ""
    grad: float = 0.0
    label: str = ""

    @classmethod
    def of(cls, x):
        return x if isinstance(x, cls) else cls(x)

    def __repr__(self):
        return f"Value(data={self.data})"

    def __add__(self, other):
        other = Value.of(other)
        return Value(self.data + other.data, (self, other), "+")

    def __mul__(self, other):
        other = Value.of(other)
        return Value(self.data * other.data, (self, other), "*")
""",
)
A(
    "2.1",
    "__slots__, hasattr instead of isinstance",
    """
class Value:
    __slots__ = ("data", "inputs", "op", "grad", "label")
"""
    + INIT
    + """
    def _wrap(self, other):
        return other if hasattr(other, "data") and hasattr(other, "inputs") else type(self)(other)

    def __add__(self, other):
        other = self._wrap(other)
        return type(self)(self.data + other.data, (self, other), "+")

    def __mul__(self, other):
        other = self._wrap(other)
        return type(self)(self.data * other.data, (self, other), "*")
""",
)
A(
    "2.1",
    "other class name, Value is an alias; methods made by a function with operator",
    '''
import operator


def binary(function, sign):
    def method(self, other):
        other = other if isinstance(other, Zahl) else Zahl(other)
        return Zahl(function(self.data, other.data), (self, other), sign)

    return method


class Zahl:
    """Eine Zahl, die weiß, woraus sie entstand."""
'''
    + INIT
    + """
    __add__ = binary(operator.add, "+")
    __mul__ = binary(operator.mul, "*")


Value = Zahl
""",
)
A(
    "2.1",
    "everything of 2.1 to 2.3 already in the class, and backward of a later lesson too",
    "class Value:"
    + INIT
    + """
    def _v(x):
        return x if isinstance(x, Value) else Value(x)

    def __add__(self, other):
        other = Value._v(other)
        return Value(self.data + other.data, (self, other), "+")

    def __mul__(self, other):
        other = Value._v(other)
        return Value(self.data * other.data, (self, other), "*")

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def backward(self):
        raise NotImplementedError("lesson 5")
""",
)
A(
    "2.1",
    "returns NotImplemented for what is no number",
    """
from numbers import Real


class Value:"""
    + INIT
    + """
    def __add__(self, other):
        if isinstance(other, Real):
            other = Value(other)
        elif not isinstance(other, Value):
            return NotImplemented
        return Value(self.data + other.data, (self, other), "+")

    def __mul__(self, other):
        if isinstance(other, Real):
            other = Value(other)
        elif not isinstance(other, Value):
            return NotImplemented
        return Value(self.data * other.data, (self, other), "*")
""",
)
A(
    "2.1",
    "try/except AttributeError in place of isinstance, tried out in the cell",
    "class Value:"
    + INIT
    + """
    def __add__(self, other):
        try:
            other.inputs
        except AttributeError:
            other = Value(other)
        return Value(self.data + other.data, (self, other), "+")

    def __mul__(self, other):
        try:
            other.inputs
        except AttributeError:
            other = Value(other)
        return Value(self.data * other.data, (self, other), "*")


a = Value(2); b = Value(3)
print(a + b, a * b, (a + 1).inputs)
""",
)
A(
    "2.1",
    "keyword-only constructor arguments in own __init__",
    """
class Value:
    def __init__(self, data, *, inputs=(), op=""):
        self.data = data
        self.inputs = tuple(inputs)
        self.op = op
        self.grad = 0.0
        self.label = ""

    def __repr__(self):
        return "Value(%s)" % self.data

    def __add__(self, other):
        if not isinstance(other, Value): other = Value(other)
        return Value(self.data + other.data, inputs=(self, other), op="+")

    def __mul__(self, other):
        if not isinstance(other, Value): other = Value(other)
        return Value(self.data * other.data, inputs=(self, other), op="*")
""",
    doubt="changes how the box is called with three arguments; 2.2 and 2.3 in the same style must follow",
)

# ---------------------------------------------------------------- 2.2
A(
    "2.2",
    "commutative: the other way round",
    "def reflected_add(self, other):\n    return self + other\n\n\ndef reflected_multiply(self, other):\n    return self * other\n\n\nValue.__radd__, Value.__rmul__ = reflected_add, reflected_multiply",
)
A(
    "2.2",
    "order kept: the number is the left input",
    "def reflected_add(self, other):\n    return Value(other) + self\n\n\ndef reflected_multiply(self, other):\n    return Value(other) * self\n\n\nValue.__radd__, Value.__rmul__ = reflected_add, reflected_multiply",
)
A("2.2", "the same methods, functions deleted", "Value.__radd__ = Value.__add__\nValue.__rmul__ = Value.__mul__")
A(
    "2.2",
    "setattr in a loop with lambdas",
    'for name in ("add", "mul"):\n    setattr(Value, f"__r{name}__", lambda self, other, name=name: getattr(self, f"__{name}__")(other))',
)
A(
    "2.2",
    "class extended by a subclass of the same name",
    """
class Value(Value):
    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), "*")

    __radd__ = __add__
    __rmul__ = __mul__
""",
)
A(
    "2.2",
    "explicit call of the method, comment that answers the question",
    """
def reflected_add(self, other):
    # sum() fängt mit 0 an: 0 + a -> a.__radd__(0)
    return self.__add__(other)


def reflected_multiply(self, other):
    return self.__mul__(other)


Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
print(sum([Value(1.0), Value(2.0)]))
""",
)

# ---------------------------------------------------------------- 2.3
TAIL23 = """

Value.__neg__, Value.__sub__, Value.__rsub__ = negative, subtract, reflected_subtract
Value.__truediv__, Value.__rtruediv__, Value.__pow__ = divide, reflected_divide, power
"""
A(
    "2.3",
    "assert as the refusal, as in micrograd",
    """
def negative(self):
    return self * -1

def subtract(self, other):
    return self + (-other)

def reflected_subtract(self, other):
    return other + (-self)

def divide(self, other):
    return self * other**-1

def reflected_divide(self, other):
    return other * self**-1

def power(self, other):
    assert isinstance(other, (int, float)), "only int and float exponents are supported"
    assert self.data >= 0 or other == int(other), "a negative base needs a whole exponent"
    return Value(self.data**other, (self,), f"**{other}")
"""
    + TAIL23,
)
A(
    "2.3",
    "TypeError and ValueError, float.is_integer, lambdas",
    """
def power(self, other):
    if isinstance(other, Value):
        raise TypeError("the exponent must be a plain number, not a Value")
    if self.data < 0 and not float(other).is_integer():
        raise ValueError(f"{self.data} ** {other} would be complex")
    return Value(self.data ** other, (self,), "**" + str(other))

Value.__pow__ = power
Value.__neg__ = lambda self: -1 * self
Value.__sub__ = lambda self, other: self + -1 * other
Value.__rsub__ = lambda self, other: Value(other) - self
Value.__truediv__ = lambda self, other: self * (other if isinstance(other, Value) else Value(other)) ** -1
Value.__rtruediv__ = lambda self, other: Value(other) / self
""",
)
A(
    "2.3",
    "own error class, complex result looked at after computing",
    """
class CannotDo(Exception):
    pass


def negative(self):
    return Value(-1) * self


def subtract(self, other):
    return self + other * -1


def reflected_subtract(self, other):
    return -(self - other)


def divide(self, other):
    return self * pow(other, -1)


def reflected_divide(self, other):
    return pow(self, -1) * other


def power(self, other):
    if isinstance(other, Value):
        raise CannotDo("Exponent darf kein Value sein.")
    result = self.data**other
    if isinstance(result, complex):
        raise CannotDo("Negative Basis mit gebrochenem Exponenten geht nicht.")
    return Value(result, (self,), f"**{other}")
"""
    + TAIL23,
)
A(
    "2.3",
    "divides directly, with an own sign, the rest as usual",
    """
def wrap(x):
    return x if isinstance(x, Value) else Value(x)


def negative(self):
    return Value(-self.data, (self,), "neg")


def subtract(self, other):
    other = wrap(other)
    return Value(self.data - other.data, (self, other), "-")


def reflected_subtract(self, other):
    return wrap(other) - self


def divide(self, other):
    other = wrap(other)
    return Value(self.data / other.data, (self, other), "/")


def reflected_divide(self, other):
    return wrap(other) / self


def power(self, other):
    if isinstance(other, Value):
        raise NotImplementedError("x ** Value is not implemented: use a plain number")
    if self.data < 0 and other % 1:
        raise NotImplementedError("negative base with a fractional exponent gives a complex number")
    return Value(self.data**other, (self,), f"**{other}")
"""
    + TAIL23,
    doubt="'Most are one line, made of + * and **' is advice in my reading; memory is kept in full",
)
A(
    "2.3",
    "match in power, raise from a helper",
    """
def refuse(sentence):
    raise ValueError(sentence)


def power(self, other):
    match other:
        case Value():
            refuse("The exponent is a Value, and should be a plain number.")
        case _ if self.data < 0 and other != round(other):
            refuse("The base is negative, and the exponent is no whole number.")
        case int() | float():
            return Value(self.data**other, (self,), f"**{other}")
    return Value(self.data ** float(other), (self,), f"**{other}")


def negative(self): return self * (-1.0)
def subtract(self, other): return self + negative(other if isinstance(other, Value) else Value(other))
def reflected_subtract(self, other): return negative(self) + other
def divide(self, other): return self * power(other if isinstance(other, Value) else Value(other), -1)
def reflected_divide(self, other): return power(self, -1) * other
"""
    + TAIL23,
)
A(
    "2.3",
    "a mixin's methods copied over by a loop",
    """
class Rest:
    def __neg__(self):
        return -1.0 * self

    def __sub__(self, other):
        return self + (-other)

    def __rsub__(self, other):
        return (-self) + other

    def __truediv__(self, other):
        return self * (other ** -1)

    def __rtruediv__(self, other):
        return (self ** -1) * other

    def __pow__(self, k):
        if isinstance(k, Value):
            raise TypeError("please give a plain number as exponent")
        if self.data < 0 and k - int(k) != 0:
            raise ArithmeticError("no real result for a negative base here")
        return Value(self.data ** k, (self,), "**%s" % k)


for name, method in vars(Rest).items():
    if callable(method) and name.startswith("__"):
        setattr(Value, name, method)
""",
)

# ---------------------------------------------------------------- 2.4
A(
    "2.4",
    "micrograd's build with sets, made into lists at the end",
    """
def trace(root):
    nodes, edges = set(), set()

    def build(v):
        if v not in nodes:
            nodes.add(v)
            for child in v.inputs:
                edges.add((child, v))
                build(child)

    build(root)
    return list(nodes), list(edges)
""",
)
A(
    "2.4",
    "stack instead of recursion, returned as a list of two lists",
    """
def trace(root):
    nodes, edges, todo = [], [], [root]
    while todo:
        v = todo.pop()
        if v in nodes:
            continue
        nodes.append(v)
        for i in v.inputs:
            if (i, v) not in edges:
                edges.append((i, v))
            todo.append(i)
    return [nodes, edges]
""",
)
A(
    "2.4",
    "both pairs of a + a kept",
    '''
def trace(root):
    """All Values below root and root itself, and the pairs (input, result)."""
    nodes = [root]
    for v in nodes:  # the list grows meanwhile
        nodes.extend(dict.fromkeys(i for i in v.inputs if i not in nodes))
    edges = [(i, v) for v in nodes for i in v.inputs]
    return nodes, edges
''',
    doubt="'one pair is enough' allows two",
)
A(
    "2.4",
    "named tuples for the pairs and for the result",
    """
from typing import NamedTuple


class Edge(NamedTuple):
    input: "Value"
    result: "Value"


class Traced(NamedTuple):
    nodes: list
    edges: list


def trace(root):
    seen = {}

    def visit(v):
        if id(v) in seen:
            return
        seen[id(v)] = v
        [visit(i) for i in v.inputs]

    visit(root)
    nodes = list(seen.values())
    return Traced(nodes, [Edge(i, v) for v in nodes for i in set(v.inputs)])
""",
)
A(
    "2.4",
    "recursion with default arguments that carry the lists",
    """
def trace(root, nodes=None, edges=None):
    nodes = [] if nodes is None else nodes
    edges = [] if edges is None else edges
    if not any(root is n for n in nodes):
        nodes += [root]
        for i in root.inputs:
            if not any(i is x and root is y for x, y in edges):
                edges.append((i, root))
            trace(i, nodes, edges)
    return nodes, edges
""",
)
A(
    "2.4",
    "global state, cleared at each call",
    """
NODES, EDGES = [], []


def go(v):
    global NODES, EDGES
    if v in NODES:
        return
    NODES = NODES + [v]
    for i in dict.fromkeys(v.inputs):
        EDGES = EDGES + [(i, v)]
        go(i)


def trace(root):
    global NODES, EDGES
    NODES, EDGES = [], []
    go(root)
    return NODES, EDGES
""",
)
A(
    "2.4",
    "breadth first with a deque, edges as dict keys",
    """
from collections import deque


def trace(root):
    queue, nodes, edges = deque([root]), {root: None}, {}
    while queue:
        v = queue.popleft()
        for i in v.inputs:
            edges[i, v] = True
            if i not in nodes:
                nodes[i] = None
                queue.append(i)
    return list(nodes), list(edges)
""",
)

# ---------------------------------------------------------------- 2.5
A("2.5", "single quotes, dots line left", "letter = '@RIGHT@'\n...  # your code here")
A(
    "2.5",
    "a str built from parts, comment with the reason",
    'antwort = "@RIGHT@"  # nobody has called L.backward()\nletter = antwort.strip()\nprint(letter)',
)
A(
    "2.5",
    "type hint Literal and parentheses",
    'from typing import Literal\n\nletter: Literal["A", "B", "C", "D", "E", "F"] = ("@RIGHT@")',
)
A(
    "2.5",
    "tried out what the reason is, before the letter",
    'L.backward()\nprint(a.grad, b.grad)\nletter = """@RIGHT@"""',
)

# ---------------------------------------------------------------- 3.1
A("3.1", "plain numbers, ints", 'grads = {"f": 4, "d": -2, "e": -2, "c": -2, "a": 6, "b": -4}')
A(
    "3.1",
    "computed from the numbers, any numbers",
    """
g_f = numbers["a"] * numbers["b"] + numbers["c"]
g_d = numbers["f"]
grads = dict(f=g_f, d=g_d, e=g_d, c=g_d, a=g_d * numbers["b"], b=g_d * numbers["a"])
grads
""",
)
A(
    "3.1",
    "dict filled line by line, with extra key L",
    """
grads = {}
grads["L"] = 1.0
grads["d"] = grads["L"] * f.data
grads["f"] = grads["L"] * d.data
grads["c"] = grads["e"] = grads["d"]
grads["a"] = grads["e"] * b.data
grads["b"] = grads["e"] * a.data
""",
    doubt="one key more than asked; the six asked are right",
)
A(
    "3.1",
    "the given dict kept, then changed below",
    'grads = {"f": ..., "d": ..., "e": ..., "c": ..., "a": ..., "b": ...}\ngrads.update(f=4.0, d=-2.0, e=-2.0)\ngrads |= {"c": -2.0, "a": 6.0, "b": -4.0}',
)
A(
    "3.1",
    "measured, not derived",
    """
def L_of(a, b, c, f):
    return (a * b + c) * f

h = 1e-6
at = dict(numbers)
grads = {k: round((L_of(**{**at, k: at[k] + h}) - L_of(**at)) / h, 3) for k in "abcf"}
grads["d"] = grads["e"] = grads["c"]
""",
    doubt="measured numbers, rounded to 3 digits: 6.0 and so on exactly; with own numbers the same",
)
A(
    "3.1",
    "OrderedDict / zip, other key order, numpy floats",
    'import numpy as np\nfrom collections import OrderedDict\n\ngrads = OrderedDict(zip("abcdef", np.array([6, -4, -2, -2, -2, 4], dtype=float)))',
    needs="numpy",
)

# ---------------------------------------------------------------- 3.2
A(
    "3.2",
    "as taught, a line a gradient",
    """
def neuron(x1, x2, w1, w2, b):
    o = math.tanh(x1 * w1 + x2 * w2 + b)
    n = (1 - o**2) * 1.0
    return {"n": n, "b": n, "x1": w1 * n, "w1": x1 * n, "x2": w2 * n, "w2": x2 * n}
""",
)
A(
    "3.2",
    "dict() and cosh in place of 1 - o**2",
    """
from math import cosh

def neuron(x1, x2, w1, w2, b):
    δ = 1 / cosh(x1*w1 + x2*w2 + b)**2
    return dict(n=δ, b=δ, x1=w1*δ, w1=x1*δ, x2=w2*δ, w2=x2*δ)
""",
)
A(
    "3.2",
    "an own tanh by exp, helper defined in the cell",
    """
def my_tanh(x):
    e = math.exp(-2 * abs(x))
    t = (1 - e) / (1 + e)
    return t if x >= 0 else -t


def neuron(x1, x2, w1, w2, b):
    grads = {}
    o = my_tanh(x1 * w1 + x2 * w2 + b)
    grads["o"] = 1.0
    grads["n"] = (1 - o * o) * grads["o"]
    grads["b"] = grads["n"]
    for i, (x, w) in enumerate([(x1, w1), (x2, w2)], start=1):
        grads[f"x{i}"] = w * grads["n"]
        grads[f"w{i}"] = x * grads["n"]
    return grads
""",
    doubt="an extra key o",
)
A(
    "3.2",
    "numpy vectors inside, floats outside",
    """
import numpy as np


def neuron(x1, x2, w1, w2, b):
    x, w = np.array([x1, x2], float), np.array([w1, w2], float)
    n = 1 - np.tanh(x @ w + b) ** 2
    (gx1, gx2), (gw1, gw2) = w * n, x * n
    return {"n": float(n), "b": float(n), "x1": float(gx1), "w1": float(gw1), "x2": float(gx2), "w2": float(gw2)}
""",
    needs="numpy",
)
A(
    "3.2",
    "*args, a nested function that shadows names of the notebook",
    '''
def neuron(*args):
    """Les gradients de o."""
    def f(x1, x2, w1, w2, b):
        return math.tanh(x1 * w1 + x2 * w2 + b)

    x1, x2, w1, w2, b = args
    up = 1.0 - f(*args) * f(*args)
    names = "n b x1 w1 x2 w2".split()
    return dict(zip(names, [up, up, up * w1, up * x1, up * w2, up * x2], strict=True))
''',
)

# ---------------------------------------------------------------- 3.3
A(
    "3.3",
    "as taught, from temporaries",
    """
def stepped(a, b, c, f, h):
    d = a * b + c
    ga, gb, gc, gf = b * f, a * f, f, d
    return ((a + h * ga) * (b + h * gb) + (c + h * gc)) * (f + h * gf)
""",
)
A(
    "3.3",
    "lambda with walrus",
    "stepped = lambda a, b, c, f, h: ((a + h * b * f) * (b + h * a * f) + (c + h * f)) * (f + h * (d := a * b + c))",
)
A(
    "3.3",
    "simultaneous assignment, own function L inside",
    """
def stepped(a, b, c, f, h=0.01):
    def L():
        return (a * b + c) * f

    a, b, c, f = a + h * b * f, b + h * a * f, c + h * f, f + h * (a * b + c)
    return L()
""",
)
A(
    "3.3",
    "uses the ready engine to get the gradients",
    """
def stepped(a, b, c, f, h):
    leaves = [Value(x) for x in (a, b, c, f)]
    A, B, C, F = leaves
    ((A * B + C) * F).backward()
    a, b, c, f = (v.data + h * v.grad for v in leaves)
    return (a * b + c) * f
""",
    doubt="'No engine is used here', but the number is right; 3.1 alone says backward() is not allowed",
)
A(
    "3.3",
    "dict of gradients and **, prints",
    """
def stepped(a, b, c, f, h):
    here = dict(a=a, b=b, c=c, f=f)
    up = dict(a=b * f, b=a * f, c=f, f=a * b + c)
    there = {k: v + h * up[k] for k, v in here.items()}
    lauf = lambda a, b, c, f: (a * b + c) * f
    print(f"L: {lauf(**here):.4f} -> {lauf(**there):.4f}")
    return lauf(**there)
""",
)

# ---------------------------------------------------------------- 3.4
A("3.4", "tuple, expanded formula", "def two_roads(a, b):\n    return 2 * a * b + b**2, a**2 + 2 * a * b")
A(
    "3.4",
    "list, two roads summed",
    """
def two_roads(a, b):
    p, s = a * b, a + b
    from_product = [b * s, a * s]
    from_sum = [1 * p, 1 * p]
    return [x + y for x, y in zip(from_product, from_sum)]
""",
)
A(
    "3.4",
    "named tuple by dataclass-like class",
    """
from typing import NamedTuple

class Gradients(NamedTuple):
    a: float
    b: float

def two_roads(a, b):
    return Gradients(b=a * (a + b) + a * b, a=b * (a + b) + a * b)
""",
)
A(
    "3.4",
    "numpy array",
    "import numpy as np\n\n\ndef two_roads(a, b):\n    return np.array([b, a]) * (a + b) + np.ones(2) * (a * b)",
    needs="numpy",
    doubt="the text asks for two numbers in this order, and names no type",
)
A(
    "3.4",
    "symmetry: one function used twice with swapped arguments",
    "def two_roads(a, b):\n    one = lambda u, v: v * (2 * u + v)\n    return tuple(one(*pair) for pair in ((a, b), (b, a)))",
)

# ---------------------------------------------------------------- 4.1
A(
    "4.1",
    "as taught",
    """
def add(self, other):
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
        other.grad += self.data * out.grad

    out._backward = _backward
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
)
A(
    "4.1",
    "a factory of operations with lambdas, operator and zip",
    """
import operator


def operation(function, slopes, sign):
    def method(*args):
        args = tuple(map(value, args))
        out = Value(function(*(v.data for v in args)), args, sign)

        def _backward():
            for v, slope in zip(args, slopes(*(v.data for v in args))):
                v.grad = v.grad + slope * out.grad

        out._backward = _backward
        return out

    return method


Value.__add__ = operation(operator.add, lambda x, y: (1.0, 1.0), "+")
Value.__mul__ = operation(operator.mul, lambda x, y: (y, x), "*")
""",
)
A(
    "4.1",
    "functools.partial as _backward, functions with default arguments",
    """
from functools import partial


def _plus_backward(a, b, out):
    a.grad += 1.0 * out.grad
    b.grad += 1.0 * out.grad


def _times_backward(a, b, out):
    a.grad, b.grad = a.grad, b.grad
    a.grad += b.data * out.grad
    b.grad += a.data * out.grad


def add(self, other):
    other = value(other)
    out = Value(self.data + other.data, (self, other), "+")
    out._backward = partial(_plus_backward, self, other, out)
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")
    out._backward = partial(_times_backward, self, other, out=out)
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
)
A(
    "4.1",
    "_backward as an object with __call__, setattr in lambda style",
    """
class Send:
    def __init__(self, out, slopes):
        self.out, self.slopes = out, slopes

    def __call__(self):
        for v, s in zip(self.out.inputs, self.slopes):
            v.grad += s * self.out.grad


def add(self, other):
    out = Value(self.data + value(other).data, (self, value(other)), "+")
    out._backward = Send(out, [1, 1])
    return out


def multiply(self, other):
    other = value(other)
    out = Value(self.data * other.data, (self, other), "*")
    out._backward = Send(out, [other.data, self.data])
    return out


Value.__add__, Value.__mul__ = add, multiply
""",
)
A(
    "4.1",
    "helper `value` given anew as a method, no use of the given one",
    """
def wert(x):
    if not isinstance(x, Value):
        x = Value(x)
    return x


def add(self, other):
    other = wert(other)
    out = Value(self.data + other.data, (self, other), "+")

    def rückwärts():
        self.grad += out.grad
        other.grad += out.grad

    out._backward = rückwärts
    return out


def multiply(self, other):
    other = wert(other)
    out = Value(self.data * other.data, (self, other), "*")

    def rückwärts():
        self.grad += other.data * out.grad
        other.grad += self.data * out.grad

    out._backward = rückwärts
    return out


Value.__add__ = add
Value.__mul__ = multiply
value = wert
""",
)
OWN = '''
class Value:
    """My own engine: local derivatives in partials."""

    def __init__(self, data, inputs=(), op="", partials=()):
        self.data, self.inputs, self.op, self.partials = data, inputs, op, partials
        self.grad = 0.0

    def __add__(self, other):
        other = value(other)
        return Value(self.data + other.data, (self, other), "+", (1.0, 1.0))

    def __mul__(self, other):
        other = value(other)
        return Value(self.data * other.data, (self, other), "*", (other.data, self.data))

    def __pow__(self, k):
        return Value(self.data**k, (self,), f"**{k}", (k * self.data ** (k - 1),))

    def relu(self):
        return Value(max(0.0, self.data), (self,), "relu", (1.0 if self.data > 0 else 0.0,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), "tanh", (1 - t * t,))

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), "exp", (e,))

    def log(self):
        return Value(math.log(self.data), (self,), "log", (1 / self.data,))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-value(other))

    def __truediv__(self, other):
        return self * value(other) ** -1

    def __rsub__(self, other):
        return value(other) - self

    def __rtruediv__(self, other):
        return value(other) / self

    __radd__, __rmul__ = __add__, __mul__


def value(x):
    return x if isinstance(x, Value) else Value(x)
'''
A("4.1", "an own class with local derivatives in `partials`, for all of 4; 4.2 to 4.4 are then left empty of code", OWN)
A("4.2", "nothing left to do: the own class of 4.1 has it already", "# schon oben in der Klasse", before={"4.1": OWN})
A("4.3", "nothing left to do: the own class of 4.1 has it already", "pass", before={"4.1": OWN, "4.2": "pass"})
A(
    "4.4",
    "nothing left to do: the own class of 4.1 has it already",
    "Value",
    before={"4.1": OWN, "4.2": "pass", "4.3": "pass"},
)
OWN_BACKWARD = (
    OWN.replace(
        "self.data, self.inputs, self.op, self.partials = data, inputs, op, partials",
        "self.data, self.inputs, self.op, self._slopes = data, inputs, op, partials",
    )
    + '''

def _backward_all(self):
    """Reverse topological order, without recursion."""
    order, stack, seen = [], [(self, False)], set()
    while stack:
        v, ready = stack.pop()
        if ready:
            order.append(v)
        elif id(v) not in seen:
            seen.add(id(v))
            stack.append((v, True))
            stack.extend((i, False) for i in v.inputs)
    self.grad = 1.0
    for v in reversed(order):
        for i, s in zip(v.inputs, v._slopes):
            i.grad += s * v.grad


Value.backward = _backward_all
'''
)
A("4.1", "an own class with a backward() of its own, and neither _backward nor partials", OWN_BACKWARD)
A(
    "4.4",
    "an own class with a backward() of its own, given in 4.1",
    "...  # see 4.1",
    before={"4.1": OWN_BACKWARD, "4.2": "...", "4.3": "..."},
)

# ---------------------------------------------------------------- 4.2
A(
    "4.2",
    "comparison as the slope, exponent by other name",
    """
def power(self, exponent):
    out = Value(self.data**exponent, (self,), f"**{exponent}")

    def _backward():
        self.grad += exponent * self.data ** (exponent - 1) * out.grad

    out._backward = _backward
    return out


def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += (out.data > 0) * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
)
A(
    "4.2",
    "relu slope by if, adds only where open; lambda with setattr",
    '''
def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")
    local = k * self.data ** (k - 1)
    out._backward = lambda: setattr(self, "grad", self.grad + local * out.grad)
    return out


def relu(self):
    """0 für alles, was nicht positiv ist."""
    out = Value(self.data if self.data > 0 else 0.0, (self,), "ReLU")

    def _backward():
        if self.data <= 0:
            return
        self.grad += out.grad

    out._backward = _backward
    return out


Value.__pow__ = power
Value.relu = relu
''',
)
A(
    "4.2",
    "numpy heaviside and maximum, float at the end",
    """
import numpy as np


def power(self, k):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += float(k * np.float64(self.data) ** (k - 1) * out.grad)

    out._backward = _backward
    return out


def relu(self):
    out = Value(float(np.maximum(0.0, self.data)), (self,), "relu")

    def _backward():
        self.grad += float(np.heaviside(self.data, 0.0)) * out.grad

    out._backward = _backward
    return out


Value.__pow__, Value.relu = power, relu
""",
    needs="numpy",
)
A(
    "4.2",
    "methods are added by a subclass-free decorator",
    """
def method_of(cls, name):
    def keep(function):
        setattr(cls, name, function)
        return function

    return keep


@method_of(Value, "__pow__")
def power(self, k: "plain number"):
    out = Value(self.data**k, (self,), f"**{k}")

    def _backward():
        self.grad += out.grad * k * self.data ** (k - 1)

    out._backward = _backward
    return out


@method_of(Value, "relu")
def relu(self):
    out = Value(max(0.0, self.data), (self,), "relu")

    def _backward():
        self.grad += {True: 1.0, False: 0.0}[self.data > 0] * out.grad

    out._backward = _backward
    return out
""",
)

# ---------------------------------------------------------------- 4.3
A(
    "4.3",
    "cosh for tanh, division for log",
    """
def tanh(self):
    out = Value(math.tanh(self.data), (self,), "tanh")

    def _backward():
        self.grad += out.grad / math.cosh(self.data) ** 2

    out._backward = _backward
    return out


def exp(self):
    out = Value(math.exp(self.data), (self,), "exp")

    def _backward():
        self.grad += out.grad * math.exp(self.data)

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
)
A(
    "4.3",
    "one maker for three, with lambdas in a table",
    """
TABLE = {
    "tanh": (math.tanh, lambda x, o: 1 - o**2),
    "exp": (math.exp, lambda x, o: o),
    "log": (math.log, lambda x, o: x**-1),
}


def make(name):
    function, slope = TABLE[name]

    def method(self):
        out = Value(function(self.data), (self,), name)

        def _backward():
            self.grad += slope(self.data, out.data) * out.grad

        out._backward = _backward
        return out

    method.__name__ = name
    return method


for name in TABLE:
    setattr(Value, name, make(name))
""",
)
A(
    "4.3",
    "factors (1 - t)(1 + t), cmath-free, imports inside",
    """
def tanh(self):
    from math import exp as e

    t = (e(2 * self.data) - 1) / (e(2 * self.data) + 1)
    out = Value(t, (self,), "tanh")

    def _backward():
        self.grad += (1 + t) * (1 - t) * out.grad

    out._backward = _backward
    return out


def exp(self):
    out = Value(math.e**self.data, (self,), "exp")

    def _backward():
        self.grad += out.data * out.grad

    out._backward = _backward
    return out


def log(self):
    import math as m

    out = Value(m.log(self.data), (self,), "log")

    def _backward():
        self.grad += (1.0 / self.data) * out.grad

    out._backward = _backward
    return out


Value.tanh, Value.exp, Value.log = tanh, exp, log
""",
    doubt="math.e**x and the tanh formula differ from math's in the last digits",
)
A(
    "4.3",
    "tanh built of exp and others, so that it needs no _backward of its own",
    """
def exp(self):
    out = Value(math.exp(self.data), (self,), "exp")

    def _backward():
        self.grad += out.data * out.grad

    out._backward = _backward
    return out


def log(self):
    out = Value(math.log(self.data), (self,), "log")

    def _backward():
        self.grad += self.data**-1 * out.grad

    out._backward = _backward
    return out


Value.exp, Value.log = exp, log


def tanh(self):
    e = (self * 2).exp()
    return (e + -1) * (e + 1) ** -1


Value.tanh = tanh
""",
    doubt="the output's _backward alone sends to the product below it, not yet to a; right only for a check that walks the graph",
)

# ---------------------------------------------------------------- 4.4
TAIL44 = """

Value.__neg__, Value.__sub__, Value.__truediv__ = negate, subtract, divide
Value.__radd__, Value.__rmul__ = reflected_add, reflected_multiply
Value.__rsub__, Value.__rtruediv__ = reflected_subtract, reflected_divide
"""
A(
    "4.4",
    "as taught, one line each, all with value()",
    """
def negate(self):
    return self * -1
def subtract(self, other):
    return self + value(other) * -1
def divide(self, other):
    return self * value(other) ** -1
def reflected_add(self, other):
    return value(other) + self
def reflected_multiply(self, other):
    return value(other) * self
def reflected_subtract(self, other):
    return value(other) - self
def reflected_divide(self, other):
    return value(other) / self
"""
    + TAIL44,
)
A(
    "4.4",
    "lambdas and swapped",
    """
swapped = lambda method: lambda self, other: method(value(other), self)

Value.__neg__ = lambda v: v * (-1)
Value.__sub__ = lambda v, w: v + -value(w)
Value.__truediv__ = lambda v, w: v * value(w) ** (-1)
Value.__radd__, Value.__rmul__ = swapped(Value.__add__), swapped(Value.__mul__)
Value.__rsub__, Value.__rtruediv__ = swapped(Value.__sub__), swapped(Value.__truediv__)
""",
)
A(
    "4.4",
    "own _backward for minus and division although none is needed",
    """
def negate(self):
    out = Value(-self.data, (self,), "neg")

    def _backward():
        self.grad -= out.grad

    out._backward = _backward
    return out


def subtract(self, other):
    other = value(other)
    out = Value(self.data - other.data, (self, other), "-")

    def _backward():
        self.grad += out.grad
        other.grad -= out.grad

    out._backward = _backward
    return out


def divide(self, other):
    other = value(other)
    out = Value(self.data / other.data, (self, other), "/")

    def _backward():
        self.grad += out.grad / other.data
        other.grad += -out.grad * self.data / other.data**2

    out._backward = _backward
    return out


def reflected_add(self, other):
    return self + other


def reflected_multiply(self, other):
    return self * other


def reflected_subtract(self, other):
    return subtract(value(other), self)


def reflected_divide(self, other):
    return divide(value(other), self)
"""
    + TAIL44,
    doubt="'need no _backward of their own' does not forbid one",
)
A(
    "4.4",
    "difference as -(other - self), operator module",
    """
import operator


def negate(self):
    return Value(-1.0) * self


def subtract(self, other):
    return operator.add(self, operator.neg(value(other)))


def divide(self, other):
    if not isinstance(other, Value):
        return self * (1 / other)
    return self * operator.pow(other, -1)


def reflected_add(self, other):
    return operator.add(self, other)


def reflected_multiply(self, other):
    return operator.mul(self, other)


def reflected_subtract(self, other):
    return -(self - other)


def reflected_divide(self, other):
    return (self**-1) * other
"""
    + TAIL44,
)

# ---------------------------------------------------------------- 4.5
A("4.5", "list(...) of a str", 'letters = list("@RIGHT@")')
A(
    "4.5",
    "other order of the letters",
    "letters = [@LIST@][::-1]",
    doubt="'the letters of those that can' names no order",
)
A(
    "4.5",
    "comprehension over a dict of notes",
    """
kann = {letter: False for letter in check.reuse.given(me)}
for letter in "@RIGHT@":
    kann[letter] = True
letters = [letter for letter, ja in kann.items() if ja]
letters
""",
)
A("4.5", "built with append", 'letters = []\nfor one in ("@RIGHT@"):\n    letters.append(one)\nletters.sort()')
A(
    "4.5",
    "split of a text with blanks, comment with reasons",
    'letters = " ".join("@RIGHT@").split()  # exp: o; tanh: 1 - o*o; relu: o > 0',
)

# ---------------------------------------------------------------- 5.1
TOPO = """
def topological(root):
    order, seen = [], set()

    def visit(v):
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                visit(i)
            order.append(v)

    visit(root)
    return order
"""
TOPO_ITER = '''
def topological(root):
    """Ohne Rekursion: Stapel aus (Knoten, Iterator)."""
    order, seen, stack = [], {root}, [(root, iter(root.inputs))]
    while stack:
        v, inputs = stack[-1]
        for i in inputs:
            if i not in seen:
                seen.add(i)
                stack.append((i, iter(i.inputs)))
                break
        else:
            order.append(v)
            stack.pop()
    return order
'''
A(
    "5.1",
    "as taught, with id() in place of the nodes in the set",
    TOPO.replace("v not in seen", "id(v) not in seen").replace("seen.add(v)", "seen.add(id(v))"),
)
A("5.1", "iterative, for/else", TOPO_ITER)
A(
    "5.1",
    "graphlib of the standard library",
    """
from graphlib import TopologicalSorter


def topological(root):
    graph, todo = {}, [root]
    while todo:
        v = todo.pop()
        if v not in graph:
            graph[v] = set(v.inputs)
            todo.extend(v.inputs)
    return list(TopologicalSorter(graph).static_order())
""",
)
A(
    "5.1",
    "sorted by depth, depth with lru_cache",
    """
from functools import lru_cache


def topological(root):
    @lru_cache(maxsize=None)
    def depth(v):
        return 1 + max(map(depth, v.inputs)) if v.inputs else 0

    nodes, todo = set(), [root]
    while todo:
        v = todo.pop()
        if v not in nodes:
            nodes.add(v)
            todo += v.inputs
    return sorted(nodes, key=depth)
""",
)
A(
    "5.1",
    "Kahn from the root, reversed",
    """
from collections import Counter


def topological(root):
    users, seen, todo = Counter(), {root}, [root]
    while todo:
        v = todo.pop()
        for i in v.inputs:
            users[i] += 1
            if i not in seen:
                seen.add(i)
                todo.append(i)
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
)
A(
    "5.1",
    "generator with yield from, list at the end",
    """
def topological(root):
    def walk(v, seen=None):
        seen = set() if seen is None else seen
        if v not in seen:
            seen.add(v)
            for i in v.inputs:
                yield from walk(i, seen)
            yield v

    return list(walk(root))
""",
    doubt="walk(i, seen) with seen an empty set at first: passes on, since the root is in it by then",
)
A(
    "5.1",
    "very slow: repeated passes until all are placed",
    """
def topological(root):
    nodes = [root]
    for v in nodes:
        for i in v.inputs:
            if not any(i is n for n in nodes):
                nodes.append(i)
    placed = []
    while len(placed) < len(nodes):
        for v in nodes:
            if not any(v is p for p in placed) and all(any(i is p for p in placed) for i in v.inputs):
                placed.append(v)
    return placed
""",
)
A(
    "5.1",
    "one-liner over the roads, doubles removed by dict.fromkeys",
    """
from itertools import chain

def topological(root):
    return list(dict.fromkeys(chain(*[topological(i) for i in root.inputs], [root])))
""",
    doubt="walks every road: right, but exponential where nodes are shared again and again; the text asks for no speed",
)
A(
    "5.1",
    "default argument that carries the list, inputs from right to left",
    """
def topological(root, order=None):
    if order is None:
        order = []
    if root in order:
        return order
    for i in reversed(root.inputs):
        topological(i, order)
    if root not in order:
        order.append(root)
    return order
""",
)

# ---------------------------------------------------------------- 5.2
A(
    "5.2",
    "uses topological of 5.1, as taught",
    """
def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, local in zip(v.inputs, v.partials):
            i.grad += local * v.grad
""",
    before={"5.1": TOPO},
)
A(
    "5.2",
    "zeroes everything first, returns the root",
    """
def backward(root):
    order = topological(root)
    for v in order:
        v.grad = 0.0
    root.grad += 1
    while order:
        v = order.pop()
        for k in range(len(v.inputs)):
            v.inputs[k].grad = v.inputs[k].grad + v.partials[k] * v.grad
    return root
""",
    before={"5.1": TOPO},
)
A(
    "5.2",
    "pull instead of push: each node sums over its users, with a cache",
    """
def backward(root):
    users = {}
    for v in topological(root):
        for i, p in zip(v.inputs, v.partials):
            users.setdefault(i, []).append((v, p))

    known = {root: 1.0}

    def gradient(v):
        if v not in known:
            known[v] = sum(p * gradient(u) for u, p in users[v])
        return known[v]

    for v in topological(root):
        v.grad = gradient(v)
""",
    before={"5.1": TOPO},
)
A(
    "5.2",
    "counts users, sends when all have sent; no topological",
    """
def backward(root):
    waiting, stack, seen = {}, [root], set()
    while stack:
        v = stack.pop()
        if v in seen:
            continue
        seen.add(v)
        for i in v.inputs:
            waiting[i] = waiting.get(i, 0) + 1
            stack.append(i)
    for v in seen:
        v.grad = 0.0
    root.grad = 1.0

    def send(v):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
            waiting[i] -= 1
            if not waiting[i]:
                send(i)

    send(root)
""",
)
A(
    "5.2",
    "numpy: a linear system for all gradients at once",
    """
import numpy as np


def backward(root):
    nodes = topological(root)
    place = {v: n for n, v in enumerate(nodes)}
    M = np.eye(len(nodes))
    for v in nodes:
        for i, p in zip(v.inputs, v.partials):
            M[place[i], place[v]] -= p
    e = np.zeros(len(nodes))
    e[place[root]] = 1.0
    for v, g in zip(nodes, np.linalg.solve(M, e)):
        v.grad = float(g)
""",
    before={"5.1": TOPO},
    needs="numpy",
    doubt="right up to rounding: 9.999999999999998 may stand for 10",
)
A(
    "5.2",
    "passes the increment: right, slow on many roads",
    """
def backward(root, arrived=1.0):
    root.grad += arrived
    for i, local in zip(root.inputs, root.partials):
        backward(i, local * arrived)
""",
    doubt="right gradients on fresh numbers, exponential where nodes are shared again and again (the lesson says so); 'put' may be read as: not on top of what was there",
)
A(
    "5.2",
    "keyword-only helper argument, match on inputs",
    '''
def backward(root, *, seed=1.0):
    """Fill in the gradients of all nodes below root."""
    root.grad = seed
    for v in topological(root)[::-1]:
        match v.inputs:
            case ():
                continue
            case (only,):
                only.grad += v.partials[0] * v.grad
            case (left, right):
                left.grad += v.partials[0] * v.grad
                right.grad += v.partials[1] * v.grad
            case _:
                for i, p in zip(v.inputs, v.partials, strict=True):
                    i.grad += p * v.grad
''',
    before={"5.1": TOPO},
    doubt="case () wants a tuple or list as inputs, as Number has",
)
A(
    "5.2",
    "a class with __call__, and an own topological inside",
    """
class Backward:
    def order(self, v):
        if v not in self.seen:
            self.seen.append(v)
            for i in v.inputs:
                self.order(i)
            self.done.insert(0, v)

    def __call__(self, root):
        self.seen, self.done = [], []
        self.order(root)
        for v in self.done:
            v.grad = 1.0 if v is root else 0.0
        for v in self.done:
            for n, i in enumerate(v.inputs):
                i.grad += v.partials[n] * v.grad


backward = Backward()
""",
)

# ---------------------------------------------------------------- 5.3 (no points)
A(
    "5.3",
    "a list of str and the reason in a comment",
    'my_order = ["y", "t * c", "t", "a", "b"]  # t waits for both of its users',
)
A("5.3", "one text, several lines, in French", 'my_order = """y, t*c, t, b, a\nparce que t a deux utilisateurs"""')
A(
    "5.3",
    "the nodes themselves, not names",
    "my_order = [y, y.inputs[1], t, a, b]\nmy_reason = 'senden erst, wenn alles da ist'",
)

# ---------------------------------------------------------------- 5.4
A("5.4", "the lesson's", "def expression(a, b, c):\n    t = a * b\n    return t + t * c")
A("5.4", "walrus in one line", "expression = lambda a, b, c: (t := a * b) * c + t")
A(
    "5.4",
    "square of a sum",
    "def expression(x, y, z):\n    s = x + y\n    return s * s + z",
    doubt="as I read 'plain recursion' it calls itself once per input, so s sends twice",
)
A(
    "5.4",
    "t + t, c unused",
    "def expression(a, b, c):\n    t = a * b\n    return t + t",
    doubt="'an expression of three Numbers' might ask that c is used; 'the smaller, the better' speaks for it",
)
A(
    "5.4",
    "large, by a loop",
    "def expression(*numbers):\n    a, b, c = numbers\n    t = a + b\n    for _ in range(4):\n        t = t * c + t\n    return t",
)
A(
    "5.4",
    "inner function called with the shared node",
    "def expression(a, b, c):\n    def twice(t):\n        return t * a + t\n\n    return twice(b * c)",
)
A(
    "5.4",
    "plain numbers in between, operator module",
    "import operator as o\n\ndef expression(a, b, c):\n    t = o.mul(a, 3)\n    return o.add(o.mul(t, b), o.mul(t, c))",
)

# ---------------------------------------------------------------- 5.5
A(
    "5.5",
    "iterative post-order and sweep",
    """
def backward_deep(root):
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        v, done = stack.pop()
        if done:
            order.append(v)
        elif v not in seen:
            seen.add(v)
            stack.append((v, True))
            for i in v.inputs:
                stack.append((i, False))
    root.grad = 1.0
    for v in reversed(order):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
""",
)
BACK = """
def backward(root):
    root.grad = 1.0
    for v in reversed(topological(root)):
        for i, local in zip(v.inputs, v.partials):
            i.grad += local * v.grad
"""
A(
    "5.5",
    "the same function under another name: 5.1 was iterative already",
    "backward_deep = backward",
    before={"5.1": TOPO_ITER, "5.2": BACK},
)
A(
    "5.5",
    "calls backward of 5.2, which was iterative already",
    "def backward_deep(root):\n    return backward(root)",
    before={"5.1": TOPO_ITER, "5.2": BACK},
)
A(
    "5.5",
    "graphlib, inside the function",
    """
def backward_deep(root):
    from graphlib import TopologicalSorter

    graph = {}
    stack = [root]
    while stack:
        if (v := stack.pop()) not in graph:
            graph[v] = v.inputs
            stack += v.inputs
    root.grad = 1.0
    for v in [*TopologicalSorter(graph).static_order()][::-1]:
        for i, p in zip(v.inputs, v.partials, strict=True):
            i.grad += p * v.grad
""",
)
A(
    "5.5",
    "counts users, with a deque",
    """
from collections import defaultdict, deque


def backward_deep(root):
    missing = defaultdict(int)
    todo, known = deque([root]), {id(root)}
    while todo:
        for i in todo.popleft().inputs:
            missing[id(i)] += 1
            if id(i) not in known:
                known.add(id(i))
                todo.append(i)
    root.grad = 1.0
    todo.append(root)
    while todo:
        v = todo.popleft()
        for i, p in zip(v.inputs, v.partials):
            i.grad += v.grad * p
            missing[id(i)] -= 1
            if missing[id(i)] == 0:
                todo.append(i)
""",
)
A(
    "5.5",
    "very slow: looks again and again for a node whose users have all sent (seconds for 5,000)",
    """
def backward_deep(root):
    nodes, todo, users = [], [root], {root: 0}
    while todo:
        v = todo.pop()
        nodes.append(v)
        for i in v.inputs:
            if i not in users:
                users[i] = 0
                todo.append(i)
            users[i] += 1
    root.grad = 1.0
    left = list(nodes)
    while left:
        for v in left:
            if users[v] == 0:
                break
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
            users[i] -= 1
        left.remove(v)
""",
    doubt="quadratic, or worse, in the worst order: some seconds at 5,000",
)

# ---------------------------------------------------------------- 6.1
A(
    "6.1",
    "math.isclose, whose rule is just the one in the text",
    """
import math


def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    result = []
    for i, g in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        result.append(math.isclose((f(*up) - f(*down)) / (2 * h), g, rel_tol=tolerance, abs_tol=0.0))
    return result
""",
)
A(
    "6.1",
    "without division, by <= of products",
    """
def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    def messung(i):
        plus = f(*(x + h * (i == j) for j, x in enumerate(xs)))
        minus = f(*(x - h * (i == j) for j, x in enumerate(xs)))
        return (plus - minus) / 2 / h

    return [abs(g - (m := messung(i))) <= tolerance * max(abs(g), abs(m)) for i, g in enumerate(grads)]
""",
)
A(
    "6.1",
    "numpy, tolist at the end",
    """
import numpy as np


def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    xs, grads = np.array(xs, float), np.array(grads, float)
    m = np.array([(f(*(xs + e)) - f(*(xs - e))) / (2 * h) for e in np.eye(len(xs)) * h])
    size = np.maximum(abs(m), abs(grads))
    error = np.divide(abs(m - grads), size, out=np.zeros_like(size), where=size > 0)
    return (error <= tolerance).tolist()
""",
    needs="numpy",
)
A(
    "6.1",
    "a list of numpy bools",
    """
import numpy as np


def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    agree = []
    for i in range(len(xs)):
        step = np.zeros(len(xs))
        step[i] = h
        slope = (f(*(np.array(xs) + step)) - f(*(np.array(xs) - step))) / (2 * h)
        size = max(abs(slope), abs(grads[i])) or 1.0
        agree.append(np.abs(slope - grads[i]) / size <= tolerance)
    return agree
""",
    needs="numpy",
    doubt="np.True_ is not True, but == True; printed and used it is the same",
)
A(
    "6.1",
    "try/except ZeroDivisionError for two zeros, class for one input",
    """
class Input:
    def __init__(self, f, xs, i):
        self.f, self.xs, self.i = f, tuple(xs), i

    def at(self, shift):
        return self.f(*self.xs[: self.i], self.xs[self.i] + shift, *self.xs[self.i + 1 :])


def gradcheck(f, xs, grads, *, h=1e-6, tolerance=1e-4):
    verdicts = []
    for i, claimed in enumerate(grads):
        one = Input(f, xs, i)
        slope = (one.at(h) - one.at(-h)) / (2 * h)
        try:
            verdicts.append(abs(claimed - slope) / max(abs(claimed), abs(slope)) <= tolerance)
        except ZeroDivisionError:
            verdicts.append(True)
    return verdicts
""",
    doubt="h and tolerance became keyword-only; given positionally they would fail",
)
A(
    "6.1",
    "map over zip, lambda in a default",
    """
def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4, measure=lambda f, xs, i, h: (f(*xs[:i], xs[i] + h, *xs[i+1:]) - f(*xs[:i], xs[i] - h, *xs[i+1:])) / (2*h)):
    slopes = [measure(f, list(xs), i, h) for i in range(len(xs))]
    relative = lambda p, q: 0.0 if p == q == 0 else abs(p - q) / max(abs(p), abs(q))
    return list(map(lambda pair: relative(*pair) <= tolerance, zip(slopes, grads)))
""",
)

# ---------------------------------------------------------------- 6.2 (points by share: all forms of the same eight must get the same share)
EIGHT = [
    "t = a * b; t + t * c",
    "t = a + b; t * c + t * t",
    "(a - b) / c - 2 / a + (3 - b) - c / 5",
    "a ** 3 + b ** -1 + c ** 0.5 + b ** 2",
    "(a * 0.1).tanh() * (b * 0.3).tanh() + 2 * (c * 0.1).tanh()",
    "(a * 0.5).exp() * b + (b * 0.2).exp() * c + b.relu() * a",
    "a.relu() * b + b.relu() * b.relu() + (-c).relu() + (a + 5).relu() * c",
    "u = (a * b).tanh(); v = u.exp(); w = v * u; -w / c + 1 + a + a",
]
A("6.2", "plain texts", "probes = " + repr(EIGHT).replace("', '", "',\n    '"))
A(
    "6.2",
    "tuple of texts turned into a list, one per line, trailing comments",
    "probes = list((\n" + "".join(f"    {p!r},  # {n}\n" for n, p in enumerate(EIGHT, 1)) + "))\nlen(probes)",
)
A(
    "6.2",
    "functions and lambdas instead of texts, the same eight",
    '''
def p1(a, b, c):
    t = a * b
    return t + t * c


def p2(x, y, z):
    t = x + y
    return t * z + t * t


p3 = lambda a, b, c: (a - b) / c - 2 / a + (3 - b) - c / 5
p4 = lambda *v: v[0] ** 3 + v[1] ** -1 + v[2] ** 0.5 + v[1] ** 2


def p5(a, b, c, s=0.1):
    return (a * s).tanh() * (b * 0.3).tanh() + 2 * (c * s).tanh()


class P6:
    def __call__(self, a, b, c):
        return (a * 0.5).exp() * b + (b * 0.2).exp() * c + b.relu() * a


from functools import partial


def general(k, a, b, c):
    return a.relu() * b + b.relu() * b.relu() + (-c).relu() + (a + k).relu() * c


def p8(a, b, c):
    """Ein tiefer Graph."""
    u = (a * b).tanh()
    v = u.exp()
    w = v * u
    return -w / c + 1 + a + a


probes = [p1, p2, p3, p4, p5, P6(), partial(general, 5), p8]
''',
)
A(
    "6.2",
    "texts and functions mixed, built with append and +=",
    "probes = []\nprobes.append(lambda a, b, c: (lambda t: t + t * c)(a * b))\nprobes += ["
    + repr(EIGHT[1])
    + "]\nfor text in "
    + repr(EIGHT[2:])
    + ":\n    probes.append(text)\nprint(len(probes), 'probes')",
)
A(
    "6.2",
    "more spaces, brackets and names in the texts; str.split of a block of lines",
    'text = """\nt = (a*b);  t+ (t*c)\nsum1=a+b ; sum1*c+sum1*sum1\n'
    + "\n".join(EIGHT[2:])
    + '\n"""\nprobes = [row for row in text.splitlines() if row.strip()]',
    doubt="a name such as sum1 in place of t",
)

# ---------------------------------------------------------------- 6.3
A(
    "6.3",
    "zeroes what has inputs, adds 1 to the root",
    """
def backward(root):
    order = topological(root)
    for v in order:
        if v.inputs:
            v.grad = 0.0
    root.grad += 1.0
    sweep(order)
""",
)
A(
    "6.3",
    "saves the leaves, zeroes all, adds the saved",
    """
def backward(root):
    order = topological(root)
    kept = {v: v.grad for v in order if not v.inputs}
    for v in order:
        v.grad = 0
    root.grad = 1
    sweep(order)
    for leaf, before in kept.items():
        leaf.grad += before
""",
)
A(
    "6.3",
    "redefines the given helpers in the cell, non-recursive",
    TOPO_ITER.strip("\n")
    + """


def sweep(order):
    for v in order[::-1]:
        for k, i in enumerate(v.inputs):
            i.grad += v.partials[k] * v.grad


def backward(root, /, seed=1.0):
    for v in (order := topological(root)):
        v.grad = v.grad if not v.inputs else 0.0
    root.grad = seed + (0.0 if root.inputs else root.grad)
    sweep(order)
""",
)
A(
    "6.3",
    "zeroes afterwards: what lies between is reset after the sweep, too",
    '''
def backward(root):
    """Une feuille garde, le reste recommence."""
    order = topological(root)
    inner = list(filter(lambda v: len(v.inputs) > 0, order))
    [setattr(v, "grad", 0.0) for v in inner]
    root.grad = root.grad + 1.0
    sweep(order)
    return None
''',
)
A(
    "6.3",
    "try/finally, print, map, __class__ check in place of inputs",
    """
def backward(root):
    nodes = topological(root)
    leaves = [v for v in nodes if v.inputs == () or not list(v.inputs)]
    before = [leaf.grad for leaf in leaves]
    for v in nodes:
        v.grad = float(v is root)
    try:
        sweep(nodes)
    finally:
        for leaf, g in zip(leaves, before):
            leaf.grad += g
    print("nodes:", len(nodes))
""",
)

# ---------------------------------------------------------------- 6.4
A(
    "6.4",
    "starred list",
    """
def by_engine(f, *numbers):
    inputs = [Value(x) for x in numbers]
    y = f(*inputs)
    y.backward()
    return [y.data, *[v.grad for v in inputs]]
""",
)
A(
    "6.4",
    "map, + of lists, other names",
    """
def by_engine(funktion, *zahlen):
    werte = list(map(Value, zahlen))
    (ergebnis := funktion(*werte)).backward()
    return [ergebnis.data] + [w.grad for w in werte]
""",
)
A(
    "6.4",
    "generator and list(), float()",
    '''
def by_engine(f, *numbers):
    """[result, gradient of the first input, of the second...]"""
    def parts():
        vs = tuple(Value(float(n)) for n in numbers)
        y = f(*vs)
        y.backward()
        yield float(y.data)
        for v in vs:
            yield float(v.grad)

    return list(parts())
''',
)
A(
    "6.4",
    "dataclass result inside, list outside; labels given; prints the graph's name",
    """
from dataclasses import astuple, dataclass, field


@dataclass
class Run:
    result: float
    grads: list = field(default_factory=list)


def by_engine(f, *numbers):
    vs = [Value(x, f"x{i}") for i, x in enumerate(numbers)]
    y = f(*vs)
    y.backward()
    run = Run(y.data, [v.grad for v in vs])
    result, grads = astuple(run)
    return [result] + grads
""",
)
A(
    "6.4",
    "the learner's own engine in the cell, under the same name Value",
    """
class Value:
    def __init__(self, data, inputs=(), partials=()):
        self.data, self.inputs, self.partials, self.grad = data, inputs, partials, 0.0

    @staticmethod
    def of(x):
        return x if isinstance(x, Value) else Value(x)

    def __add__(self, o):
        o = Value.of(o)
        return Value(self.data + o.data, (self, o), (1.0, 1.0))

    def __mul__(self, o):
        o = Value.of(o)
        return Value(self.data * o.data, (self, o), (o.data, self.data))

    def __pow__(self, k):
        return Value(self.data**k, (self,), (k * self.data ** (k - 1),))

    def relu(self):
        return Value(max(0.0, self.data), (self,), (float(self.data > 0),))

    def __neg__(self):
        return self * -1

    def __sub__(self, o):
        return self + -Value.of(o)

    def __rsub__(self, o):
        return Value.of(o) - self

    def __truediv__(self, o):
        return self * Value.of(o) ** -1

    def __rtruediv__(self, o):
        return Value.of(o) / self

    __radd__, __rmul__ = __add__, __mul__


def by_engine(f, *numbers):
    vs = [Value(x) for x in numbers]
    y = f(*vs)
    y.grad = 1.0
    sweep(topological(y))
    return [y.data] + [v.grad for v in vs]
""",
    doubt="'run f on Values': its own Values; uses the given topological and sweep of 6.3",
)
A(
    "6.4",
    "async leftovers and %time",
    """
import asyncio


async def later():
    await asyncio.sleep(0)


def by_engine(f, *numbers):
    values = []
    for number in numbers:
        values.append(Value(number))
    y = f(*values)
    y.backward()
    result = [y.data]
    for v in values:
        result.append(v.grad)
    return result


await later()
%time by_engine(sanity, -4.0)
""",
    shell=True,
)

# What a later text of an exercise no longer asks: kept, and not measured. {exercise, or (it, style): why}
VOID = {
    ("2.3", "assert as the refusal, as in micrograd"): "2.3's cell gives __rmul__ now, which this takes from 2.2",
    ("2.3", "TypeError and ValueError, float.is_integer, lambdas"): "2.3's cell gives __rmul__ now, which this takes from 2.2",
    ("2.3", "a mixin's methods copied over by a loop"): "2.3's cell gives __rmul__ now, which this takes from 2.2",
    "1.3": "1.3 has another function",
    ("5.4", "the lesson's"): "5.4 asks for another than the lesson's",
    ("1.5", "computed from the places, not looked at"): "1.5's cell imports sin alone",
    ("1.5", "str += in a loop, order also printed"): "1.5's cell imports sin alone",
    ("1.5", "plot with line, = and a loop variable x that shadows nothing needed"): "1.5's cell imports sin alone",
}
for entry in ANSWERS:
    why = VOID.get(entry["exercise"]) or VOID.get((entry["exercise"], entry["style"]))
    if why:
        entry["void"] = why
