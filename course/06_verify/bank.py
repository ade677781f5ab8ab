"""Lesson 6: trust, but verify."""

from known_wrong.bank import Right, Wrong

LESSON = "lesson_06"

# What the exercise notebook defines before 6.3 and 6.4.
GIVEN = """
import math
from micrograd_lab import Value

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

def sweep(order):
    for v in reversed(order):
        for i, p in zip(v.inputs, v.partials):
            i.grad += p * v.grad
"""

CHECK = """
def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, g in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        measured = (f(*up) - f(*down)) / (2 * h)
        size = max(abs(g), abs(measured)) or 1.0
        answers.append(abs(g - measured) / size <= tolerance)
    return answers
"""


def check(*changes):
    text = CHECK
    for right, wrong in changes:
        assert right in text, right
        text = text.replace(right, wrong)
    return text


SIZE, AGREE = "max(abs(g), abs(measured)) or 1.0", "abs(g - measured) / size <= tolerance"


def again(before, seed="root.grad = 1.0", after=""):
    return f"""
def backward(root):
    order = topological(root)
    {before}
    {seed}
    sweep(order)
    {after}
"""


def parity(*lines):
    return "def by_engine(f, *numbers):\n    inputs = [Value(x) for x in numbers]\n    " + "\n    ".join(lines) + "\n"


RUN = ("y = f(*inputs)", "y.backward()")
GRADS = "[v.grad for v in inputs]"

# What the lesson has completed and mended on the spot.
MEASURED = """
def measured(f, xs, i, h=1e-6):
    up, down = list(xs), list(xs)
    up[i] += h
    {}
    return (f(*up) - f(*down)) / (2 * h)
"""
NEAR = """
def near(claimed, slope, tolerance=1e-4):
    size = max(abs(claimed), abs(slope)) or 1.0
    return {} <= tolerance
"""
CARELESS = """
import math
def careless(f, xs, grads, h=1e-6):
    {}
    for i, claimed in enumerate(grads):
        {}
        slope = (f(*up) - f(*down)) / (2 * h)
        if not math.isclose(claimed, slope, rel_tol=1e-4):
            return False
    return True
"""
COPIES, MOVES = "up, down = list(xs), list(xs)", "up[i] += h; down[i] -= h"
GATE = """
def relu_is_right(slope):
    return all(slope(x) == (x > 0) for x in ({}))
"""
ON_THE_SPOT = [
    Wrong("complete_measured", "both the same way", MEASURED.format("down[i] += h")),
    Wrong("complete_measured", "half a step", MEASURED.format("down[i] = xs[i]")),
    Wrong("complete_measured", "two steps ahead", MEASURED.format("down[i] -= 2 * h")),
    Wrong("complete_measured", "all inputs move", MEASURED.format("down = [x - h for x in down]")),
    Wrong("complete_measured", "another input", MEASURED.format("down[i - 1] -= h")),
    Wrong("complete_measured", "the step alone", MEASURED.format("down[i] = -h")),
    Wrong("complete_measured", "changes what it was given", MEASURED.format("xs[i] -= h; down = xs")),
    Wrong("complete_near", "absolute", NEAR.format("abs(claimed - slope)")),
    Wrong("complete_near", "signed", NEAR.format("(claimed - slope) / size")),
    Wrong("complete_near", "signed, the other way", NEAR.format("(slope - claimed) / size")),
    Wrong("complete_near", "sizes, not numbers", NEAR.format("abs(abs(claimed) - abs(slope)) / size")),
    Wrong("complete_near", "times size", NEAR.format("abs(claimed - slope) * size")),
    Wrong("complete_near", "the sum", NEAR.format("abs(claimed + slope) / size")),
    Wrong("mend_careless", "more and more", CARELESS.format(COPIES, MOVES)),
    Wrong(
        "mend_careless",
        "all inputs move",
        CARELESS.format("", "up, down = [x + h for x in xs], [x - h for x in xs]"),
    ),
    *[
        Wrong("mend_careless", name, CARELESS.format(*lines).replace("2 * h", size))
        for name, size, *lines in (
            ("nothing moves", "2 * h", COPIES, f"{MOVES}; {COPIES}"),
            (
                "nothing moves",
                "2 * h",
                "up, down = list(xs), list(xs)",
                f"up = xs if i else up; down = xs if i else down; {MOVES}",
            ),
            ("divided by how many have moved", "2 * h * (i + 1)", COPIES, MOVES),
            ("one copy put back", "2 * h", COPIES, f"up = list(xs); {MOVES}"),
        )
    ],
    Wrong("mend_careless", "content with everything", "def careless(f, xs, grads, h=1e-6):\n    return True"),
    Wrong(
        "mend_careless",
        "the first alone",
        CARELESS.format("", f"{COPIES}; {MOVES}").replace("    return True", "        return True"),
    ),
    Wrong("mend_gate", "at 0 and 1", GATE.format("0.0, 1.0")),
    Wrong("mend_gate", "still at 1", GATE.format("1.0, -3.0")),
    Wrong("mend_gate", "still at 0", GATE.format("0.0, 2.0")),
    Wrong("mend_gate", "one side alone", GATE.format("2.0, 3.0")),
    Wrong("mend_gate", "the shut side alone", GATE.format("-2.0, -3.0")),
]
SPOT_ON = [
    Right("complete_measured", "take off", MEASURED.format("down[i] -= h")),
    Right("complete_measured", "from the given", MEASURED.format("down[i] = xs[i] - h")),
    Right("complete_measured", "a slice", MEASURED.format("down[i:i + 1] = [down[i] - h]")),
    Right(
        "complete_measured", "a comprehension", MEASURED.format("down = [x - h * (n == i) for n, x in enumerate(xs)]")
    ),
    Right("complete_near", "as asked", NEAR.format("abs(claimed - slope) / size")),
    Right("complete_near", "the other way round", NEAR.format("abs(slope - claimed) / size")),
    Right("complete_near", "a quotient in abs", NEAR.format("abs((claimed - slope) / size)")),
    Right("complete_near", "each divided", NEAR.format("abs(claimed / size - slope / size)")),
    Right("mend_careless", "into the loop", CARELESS.format("", f"{COPIES}; {MOVES}")),
    Right("mend_careless", "moved back", CARELESS.format(COPIES, f"up[:], down[:] = xs, xs; {MOVES}")),
    Right("mend_careless", "slices", CARELESS.format("", f"up, down = xs[:], xs[:]; {MOVES}")),
    Right(
        "mend_careless",
        "comprehensions",
        CARELESS.format("", "up, down = ([x + d * (n == i) for n, x in enumerate(xs)] for d in (h, -h))"),
    ),
    Right("mend_gate", "one on each side", GATE.format("2.0, -3.0")),
    Right("mend_gate", "several", GATE.format("-3.0, -0.5, 0.5, 2.0")),
    Right("mend_gate", "a range", GATE.format("*range(-3, 0), 2.0, 5.0")),
    Right("mend_gate", "not at 0", GATE.format("0.25, -0.25")),
]

WRONG = [
    *ON_THE_SPOT,
    # 6.1
    Wrong("gradcheck", "absolute error", check(("/ size <=", "<="))),
    Wrong(
        "gradcheck",
        "relative above 1 only",
        check(("max(abs(g), abs(measured)) or 1.0", "max(1.0, abs(g), abs(measured))")),
    ),
    Wrong(
        "gradcheck",
        "all inputs moved",
        check(("up[i] += h\n        down[i] -= h", "up = [x + h for x in xs]; down = [x - h for x in xs]")),
    ),
    Wrong("gradcheck", "divided by h", check(("(2 * h)", "h"))),
    Wrong("gradcheck", "not divided", check((" / (2 * h)", ""))),
    Wrong("gradcheck", "0 divided by 0", check((" or 1.0", ""))),
    Wrong("gradcheck", "forward difference", check(("- f(*down)) / (2 * h)", "- f(*xs)) / h"))),
    Wrong("gradcheck", "h too large", check(("h=1e-6", "h=0.1"))),
    Wrong("gradcheck", "h too small", check(("h=1e-6", "h=1e-12"))),
    Wrong("gradcheck", "sizes alone", check(("abs(g - measured)", "abs(abs(g) - abs(measured))"))),
    Wrong(
        "gradcheck",
        "signs alone",
        check(("abs(g - measured) / size <= tolerance", "(g > 0) == (measured > 0) and (g < 0) == (measured < 0)")),
    ),
    Wrong("gradcheck", "without abs", check(("abs(g - measured)", "(g - measured)"))),
    Wrong("gradcheck", "tolerance too large", check(("tolerance=1e-4", "tolerance=0.05"))),
    Wrong("gradcheck", "xs changed", check(("up, down = list(xs), list(xs)", "up, down = xs, list(xs)"))),
    Wrong("gradcheck", "one answer for all", check(("return answers", "return all(answers)"))),
    Wrong("gradcheck", "errors, not answers", check((" <= tolerance", ""))),
    Wrong("gradcheck", "", check(("    return answers\n", ""))),
    Wrong("gradcheck", "one input alone", check(("        answers.append", "    answers.append"))),
    Wrong(
        "gradcheck",
        "divided by the smaller",
        """
def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
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
    ),
    Wrong(
        "gradcheck",
        "one side divided by 2h",
        """
def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
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
    ),
    Wrong("gradcheck", "divided by both sizes", check((SIZE, "(abs(g) + abs(measured)) + 1e-12"))),
    Wrong("gradcheck", "divided by the mean", check((SIZE, "(abs(g) + abs(measured)) / 2 or 1.0"))),
    Wrong("gradcheck", "divided by what is claimed", check((AGREE, "abs(g - measured) <= tolerance * abs(g)"))),
    Wrong("gradcheck", "divided by what is measured", check((AGREE, "abs(g - measured) <= tolerance * abs(measured)"))),
    Wrong("gradcheck", "less than the tolerance", check(("<= tolerance", "< tolerance"))),
    Wrong("gradcheck", "percent", check(("abs(g - measured) /", "100 * abs(g - measured) /"))),
    Wrong("gradcheck", "a tolerance of its own", check(("<= tolerance", "<= 1e-4"))),
    Wrong(
        "gradcheck", "found by value", check(("enumerate(grads):", "((xs.index(x), g) for x, g in zip(xs, grads)):"))
    ),
    Wrong(
        "gradcheck",
        "an absolute tolerance too",
        check((AGREE, "math.isclose(g, measured, rel_tol=tolerance, abs_tol=1e-8)")),
    ),
    Wrong("gradcheck", "without abs", check(("abs(g - measured)", "(g - measured)"), ("<= tolerance", "< 1e-4"))),
    # 6.2
    Wrong(
        "engines", "the lectures' graphs", "probes = ['a * b + c', 'a + a', '(a * b) * (a + b)', '(a * b + c).tanh()']"
    ),
    Wrong("engines", "others each time", "probes = (f'a * {n}' for n in range(8))"),
    Wrong("engines", "others each time", "import random\nprobes = [lambda a: a * random.random()]"),
    Wrong("engines", "no probes", "probes = []"),
    Wrong("engines", "too many", "probes = ['a + a'] * 9"),
    Wrong("engines", "only + and *", "probes = ['a + a * c', 't = a * b; t + t * c', 't = a * b; t * c + t']"),
    Wrong(
        "engines",
        "only trees",
        "probes = ['(a * b).tanh() * c', '(a / b).exp() * c', '(2 - a) * (6 / b) - c.relu()', '(-a) ** 3']",
    ),
    Wrong(
        "engines",
        "only leaves twice",
        "probes = ['a.tanh() + a.exp() + a ** 3', '(2 - a) * (6 / a)', 'a.relu() * c + (-a).relu() - 3 * b.relu()']",
    ),
    Wrong(
        "engines",
        "",
        "probes = ['a + a', 't = a * b; t + t * c', '(a * b) * (a + b)', 'a.tanh() + a.exp() + a ** 3', "
        "'a.relu() * c + (-a).relu() - 3 * b.relu()', '(2 - a) * (6 / a)']",
    ),
    Wrong("engines", "a function for a method", "probes = ['a + a', 'tanh(a)']"),
    Wrong("engines", "a plain number", "probes = ['a + a', lambda a, b: a.data * b.data]"),
    Wrong("engines", "not Python", "probes = ['a +* b']"),
    Wrong("engines", "all gradients 0", "probes = ['a * 0', 'b * 0', '(a + b + c) * 0']"),
    # 6.3
    Wrong("again", "what lies between keeps its gradient", again("pass")),
    Wrong("again", "everything zeroed", again("for v in order: v.grad = 0.0")),
    Wrong("again", "leaves zeroed", again("for v in order: v.grad = v.grad if v.inputs else 0.0")),
    Wrong("again", "the seed adds up", again("pass", "root.grad += 1.0")),
    Wrong(
        "again",
        "no seed",
        again("pass", "root.grad = 1.0\n    for v in order: v.grad = 0.0 if v.inputs else v.grad"),
    ),
    Wrong(
        "again",
        "the second call does nothing",
        again(
            "if hasattr(root, 'seen'): return\n    root.seen = True\n"
            "    for v in order: v.grad = 0.0 if v.inputs else v.grad"
        ),
    ),
    Wrong(
        "again",
        "the second call is refused",
        again(
            "if hasattr(root, 'seen'): raise RuntimeError('Trying to backward through the graph a second time')\n"
            "    root.seen = True\n    for v in order: v.grad = 0.0 if v.inputs else v.grad"
        ),
    ),
    Wrong(
        "again",
        "what lies between adds up",
        """
def backward(root, amount=1.0):
    root.grad += amount
    for i, p in zip(root.inputs, root.partials):
        backward(i, p * amount)
""",
    ),
    Wrong(
        "again",
        "",
        again("root.grad = 0.0", "root.grad = 1.0", "root.grad = 0.0\n    for v in root.inputs: v.grad = 0.0"),
    ),
    Wrong("again", "starts from 2", again("for v in order: v.grad = 0.0 if v.inputs else v.grad", "root.grad = 2.0")),
    # 6.4
    Wrong("parity", "no backward", parity("y = f(*inputs)", f"return [y.data, *{GRADS}]")),
    Wrong("parity", "Values given", parity(*RUN, f"return [y, *{GRADS}]")),
    Wrong("parity", "the result left out", parity(*RUN, f"return {GRADS}")),
    Wrong("parity", "the result alone", parity(*RUN, "return [y.data]")),
    Wrong("parity", "the result last", parity(*RUN, f"return [*{GRADS}, y.data]")),
    Wrong("parity", "data for grad", parity(*RUN, "return [y.data, *[v.data for v in inputs]]")),
    Wrong("parity", "backward twice", parity(*RUN, "y.backward()", f"return [y.data, *{GRADS}]")),
    Wrong("parity", "measured or rounded", parity(*RUN, f"return [round(y.data, 2), *[round(g, 2) for g in {GRADS}]]")),
    Wrong(
        "parity",
        "measured or rounded",
        """
def by_engine(f, *numbers):
    def at(*xs):
        return f(*map(Value, xs)).data
    slopes = []
    for i in range(len(numbers)):
        up, down = list(numbers), list(numbers)
        up[i] += 1e-6
        down[i] -= 1e-6
        slopes.append((at(*up) - at(*down)) / 2e-6)
    return [at(*numbers), *slopes]
""",
    ),
    Wrong(
        "parity",
        "plain numbers into f",
        "def by_engine(f, *numbers):\n    y = f(*numbers)\n    y.backward()\n    return [y.data]",
    ),
    Wrong("parity", "the result alone", parity(*RUN, "return y.data")),
    Wrong("parity", "", parity(*RUN)),
    Wrong(
        "parity",
        "equal numbers, one Value",
        """
def by_engine(f, *numbers):
    inputs = {x: Value(x) for x in numbers}
    y = f(*[inputs[x] for x in numbers])
    y.backward()
    return [y.data, *[inputs[x].grad for x in numbers]]
""",
    ),
]

OWN = """
class Own:
    def __init__(self, data, inputs=(), local=()):
        self.data, self.inputs, self.local, self.grad = data, inputs, local, 0.0
    def __add__(self, o): o = wrap(o); return Own(self.data + o.data, (self, o), (1, 1))
    def __mul__(self, o): o = wrap(o); return Own(self.data * o.data, (self, o), (o.data, self.data))
    def __pow__(self, k): return Own(self.data**k, (self,), (k * self.data ** (k - 1),))
    def relu(self): return Own(max(0, self.data), (self,), (self.data > 0,))
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + -wrap(o)
    def __truediv__(self, o): return self * wrap(o) ** -1
    def __rtruediv__(self, o): return wrap(o) / self
    __radd__, __rmul__ = __add__, __mul__

def wrap(x):
    return x if isinstance(x, Own) else Own(x)
"""
SEVEN = """
'a + a', 't = a * b; t + t * c', 't = a * b; t * c + t', '(a * b) * (a + b)', 'a.tanh() + a.exp() + a ** 3',
'a.relu() * c + (-a).relu() - 3 * b.relu()', '(2 - a) * (6 / a)'
"""
LINES = '''
probes = [
    """
    a + a
    """,
    "t = a * b\\nt + t * c  # the short road first",
    """
    t = a * b
    t *= 1
    y = t * c + t
    """,
    "def both(a, b):\\n    return (a * b) * (a + b)",
    "lambda a: a.tanh() + a.exp() + a ** 3",
    "a.relu() * c + (-a).relu() - 3 * b.relu()",
    "(2 - a) * (6 / a)",
]
'''
ALL = """
from functools import partial

def scaled(k, a):
    return a + a * k

probes = (
    lambda *v: v[0] + v[0], lambda *v: (lambda t: t + t * v[2])(v[0] * v[1]),
    lambda a, *rest: a * rest[0] * rest[1] + a,
    lambda b, a, c: (lambda t: t * c + t)(a * b), lambda x, y: (x * y) * (x + y),
    lambda a, k=3: a.tanh() + a.exp() + a ** k,
    lambda b, *, a, c: a.relu() * c + (-a).relu() - 3 * b.relu(), lambda a: (2 - a) * (6 / a),
)
"""
FUNCTIONS = """
def short_first(a, b, c):
    t = a * b
    return t + t * c

def long_first(a, b, c):
    t = a * b
    return t * c + t

def squashed(a):
    return a.tanh() + a.exp() + a**3

def gates(a, b, c):
    return a.relu() * c + (-a).relu() - 3 * b.relu()

probes = [lambda a: a + a, short_first, long_first, lambda a, b: (a * b) * (a + b), squashed, gates,
          lambda a: (2 - a) * (6 / a)]
"""

RIGHT = [
    *SPOT_ON,
    Right("gradcheck", "loops", CHECK),
    Right(
        "gradcheck",
        "recursion",
        """
def gradcheck(f, xs, grads, i=0):
    if i == len(xs):
        return []
    h = 1e-6
    at = lambda x: f(*xs[:i], x, *xs[i + 1:])
    m = (at(xs[i] + h) - at(xs[i] - h)) / (2 * h)
    ok = m == grads[i] or abs(m - grads[i]) <= 1e-4 * max(abs(m), abs(grads[i]))
    return [ok] + gradcheck(f, xs, grads, i + 1)
""",
    ),
    Right(
        "gradcheck",
        "NumPy",
        """
import numpy as np
def gradcheck(f, xs, grads):
    xs, grads, h = np.array(xs), np.array(grads), 1e-5
    steps = h * np.eye(len(xs))
    measured = np.array([(f(*(xs + s)) - f(*(xs - s))) / (2 * h) for s in steps])
    size = np.maximum(np.abs(grads), np.abs(measured))
    return list(np.abs(grads - measured) <= 1e-4 * size)
""",
    ),
    Right(
        "gradcheck",
        "a floor below",
        check(("max(abs(g), abs(measured)) or 1.0", "max(abs(g), abs(measured), 1e-12)")),
    ),
    Right(
        "gradcheck",
        "isclose, with a tiny abs_tol",
        check(("abs(g - measured) / size <= tolerance", "math.isclose(g, measured, rel_tol=tolerance, abs_tol=1e-12)")),
    ),
    Right(
        "gradcheck",
        "names of its own",
        check(
            ("tolerance=1e-4", "tol=1e-4"), ("<= tolerance", "<= tol"), ("h=1e-6", "eps=1e-6"), ("= h", "= eps")
        ).replace("2 * h", "2 * eps"),
    ),
    Right(
        "gradcheck",
        "isclose",
        check(("abs(g - measured) / size <= tolerance", "math.isclose(g, measured, rel_tol=tolerance)")),
    ),
    Right(
        "gradcheck",
        "NaN agrees, which nobody asked",
        check(("abs(g - measured) / size <= tolerance", "not abs(g - measured) / size > tolerance")),
    ),
    Right("gradcheck", "an array", "import numpy as np" + check(("return answers", "return np.array(answers)"))),
    Right("gradcheck", "ones and zeros", check(("return answers", "return tuple(map(int, answers))"))),
    Right("engines", "texts", f"probes = [{SEVEN}]"),
    Right("engines", "several lines and functions as text", LINES),
    Right("engines", "lambda of all", ALL),
    Right("engines", "functions", FUNCTIONS),
    Right("engines", "eight of another kind", f"probes = [{SEVEN}, 'a.tanh() * (b - c) / a']"),
    Right(
        "engines",
        "few and large",
        """
def everything(a, b, c):
    t = a * b
    return (t + t * c) * (c - b) / (a - 3)

probes = [everything, 't = a * b; t * c + t', 'a.tanh() * 2 + a.exp() * 3 + a ** 3 * b + a',
          'a.relu() * c + (-a).relu() - 3 * b.relu()', '(2 - a) * (6 / a)', 'y = a + a', '(a * b) * (a + b)',
          'a.tanh() + a.exp() + a ** 3']
""",
    ),
    Right("again", "loops", again("for v in order:\n        if v.inputs: v.grad = 0.0")),
    Right(
        "again",
        "zero afterwards",
        again("root.grad = 0.0", after="for v in order: v.grad = 0.0 if v.inputs else v.grad"),
    ),
    Right(
        "again",
        "a dict of its own",
        """
def backward(root):
    flow = {root: 1.0}
    for v in reversed(topological(root)):
        for i, p in zip(v.inputs, v.partials):
            flow[i] = flow.get(i, 0.0) + p * flow[v]
    for v, g in flow.items():
        v.grad = g if v.inputs else v.grad + g
""",
    ),
    Right(
        "again",
        "passing the increment",
        """
def backward(root, amount=1.0):
    if not root.inputs:
        root.grad += amount
    for i, p in zip(root.inputs, root.partials):
        backward(i, p * amount)
""",
    ),
    Right("parity", "Value", parity(*RUN, f"return [y.data, *{GRADS}]")),
    Right(
        "parity",
        "microgpt",
        OWN
        + """
def by_engine(f, *numbers):
    inputs = [Own(x) for x in numbers]
    y = f(*inputs)
    y.grad = 1.0
    for v in reversed(topological(y)):
        for i, p in zip(v.inputs, v.local):
            i.grad += p * v.grad
    return [y.data] + [v.grad for v in inputs]
""",
    ),
    Right("parity", "NumPy", "import numpy as np\n" + parity(*RUN, f"return list(np.array([y.data, *{GRADS}]))")),
    Right(
        "parity",
        "recursion",
        OWN
        + """
def by_engine(f, *numbers):
    inputs = tuple(map(Own, numbers))
    y = f(*inputs)
    def send(v, amount):
        v.grad += amount
        for i, p in zip(v.inputs, v.local):
            send(i, p * amount)
    send(y, 1.0)
    return y.data, *(v.grad for v in inputs)
""",
    ),
]
