"""Lesson 7: a neuron, a layer, a network; nine numbers that decide, and four that prove that one neuron can't."""

from known_wrong.bank import Right, Wrong

LESSON = "lesson_07"

NEURON = """
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        act = sum((w * xi for w, xi in zip(self.w, x)), self.b)
        return act.relu() if self.nonlin else act

    def parameters(self):
        return [*self.w, self.b]
"""
LAYER = """
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin) for _ in range(nout)]

    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]
"""
MLP = """
class MLP:
    def __init__(self, nin, nouts):
        sizes = [nin, *nouts]
        self.layers = [Layer(sizes[i], sizes[i + 1], i != len(nouts) - 1) for i in range(len(nouts))]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x if isinstance(x, list) else [x])
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
"""
# What the exercise notebook has before each of them; a learner's own Value knows its steps as closures.
GIVEN = (
    """
import copy
import functools
import math
import operator
import random
from itertools import chain, pairwise

class Value:
    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op, self.grad = data, inputs, op, 0.0
        self._backward = lambda: None

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

    def relu(self):
        out = Value(max(0.0, self.data), (self,), "relu")
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

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    __radd__, __rmul__ = __add__, __mul__
"""
    + NEURON
    + LAYER
)


def neuron(*changes):
    return _changed(NEURON, changes)


def layer(*changes):
    return _changed(LAYER, changes)


def mlp(*changes):
    return _changed(MLP, changes)


def _changed(text, changes):
    for right, wrong in changes:
        assert right in text, right
        text = text.replace(right, wrong)
    return text


SUM, ACT = "sum((w * xi for w, xi in zip(self.w, x)), self.b)", "return act.relu() if self.nonlin else act"
DRAWN, HANDED = "[Value(random.uniform(-1, 1)) for _ in range(nin)]", "return [*self.w, self.b]"
NO_BIAS = "sum((w * xi for w, xi in zip(self.w, x)), Value(0.0))"
NEURONS = [
    ("no bias", (SUM, NO_BIAS)),
    ("bias taken off", (SUM, "sum((w * xi for w, xi in zip(self.w, x)), -self.b)")),
    ("bias once for each input", (SUM, "sum((w * xi + self.b for w, xi in zip(self.w, x)), Value(0.0))")),
    ("bends before the bias", (SUM, NO_BIAS), (ACT, "return (act.relu() if self.nonlin else act) + self.b")),
    (
        "bends each product",
        (SUM, "sum(((w * xi).relu() if self.nonlin else w * xi for w, xi in zip(self.w, x)), self.b)"),
        (ACT, "return act"),
    ),
    ("never bends", (ACT, "return act")),
    ("always bends", (ACT, "return act.relu()")),
    ("nonlin turned round", (ACT, "return act if self.nonlin else act.relu()")),
    ("tanh", (ACT, "return act.tanh() if self.nonlin else act")),
    ("the other side", (ACT, "return (act * -1).relu() if self.nonlin else act")),
    ("the gate cuts", (ACT, "return Value(max(0.0, act.data)) if self.nonlin else act")),
    (
        "calculated with data",
        (
            SUM,
            "Value(sum(w.data * (xi.data if isinstance(xi, Value) else xi) for w, xi in zip(self.w, x)) + self.b.data)",
        ),
    ),
    (
        "data of the inputs",
        (SUM, "sum((w * (xi.data if isinstance(xi, Value) else xi) for w, xi in zip(self.w, x)), self.b)"),
    ),
    ("data of the weights", (SUM, "sum((w.data * xi for w, xi in zip(self.w, x)), self.b)")),
    ("one Value for all weights", (DRAWN, "[Value(random.uniform(-1, 1))] * nin")),
    (
        "one number for all weights",
        (DRAWN, "[Value(first) for _ in range(nin)]"),
        ("        self.w", "        first = random.uniform(-1, 1)\n        self.w"),
    ),
    ("drawn anew at each call", (SUM, "sum((Value(random.uniform(-1, 1)) * xi for xi in x), self.b)")),
    ("one weight more", ("range(nin)", "range(nin + 1)")),
    ("the last product alone", (SUM, "self.w[-1] * x[-1] + self.b")),
    ("the first product alone", (SUM, "self.w[0] * x[0] + self.b")),
    ("sum times sum", (SUM, "sum(self.w, Value(0.0)) * sum(x) + self.b")),
    ("added, not multiplied", ("w * xi", "w + xi")),
    ("divided by nin", (SUM, NO_BIAS + " * (1 / len(self.w)) + self.b")),
    ("weights at 0", ("random.uniform(-1, 1)", "0.0")),
    ("weights at 1", ("random.uniform(-1, 1)", "1.0")),
    ("never below 0", ("random.uniform(-1, 1)", "random.random()")),
    ("by gauss", ("random.uniform(-1, 1)", "random.gauss(0, 1)")),
    ("minus one to one, whole", ("random.uniform(-1, 1)", "random.randint(-1, 1)")),
    ("a bias that is not 0", ("Value(0.0)", "Value(1.0)")),
    ("a bias that is not 0", ("Value(0.0)", "Value(random.uniform(-1, 1))")),
    ("the bias not handed on", (HANDED, "return self.w")),
    ("the bias first", (HANDED, "return [self.b, *self.w]")),
    ("the bias alone", (HANDED, "return [self.b]")),
    ("copies handed on", (HANDED, "return [Value(p.data) for p in (*self.w, self.b)]")),
    ("plain numbers", (HANDED, "return [p.data for p in (*self.w, self.b)]")),
    ("plain numbers", (DRAWN, "[random.uniform(-1, 1) for _ in range(nin)]")),
    ("lists in the list", (HANDED, "return [self.w, self.b]")),
    ("data returned", (ACT, "return (act.relu() if self.nonlin else act).data")),
    ("a list times a list", (SUM, "self.w * x + self.b")),
    ("parameters() gives no list", (HANDED, "yield from [*self.w, self.b]")),
    ("parameters() gives no list", (HANDED, "[*self.w, self.b]")),
    ("no parameters()", ("def parameters", "def params")),
    ("a stub left", (HANDED, "...")),
    ("x is changed", (SUM, "(x.insert(0, 1.0), sum(w * xi for w, xi in zip([self.b, *self.w], x)))[1]")),
    ("x is changed", (SUM, "(x.append(1.0), sum(w * xi for w, xi in zip([*self.w, self.b], x)))[1]")),
    (
        "parameters() makes its own list longer",
        ("return [*self.w, self.b]", "self.w.append(self.b)\n        return self.w"),
    ),
    (
        "the sum is kept in b",
        ("act = " + SUM, "for w, xi in zip(self.w, x):\n            self.b = self.b + w * xi\n        act = self.b"),
    ),
    (
        "weights that are used up",
        (
            "= [Value(random.uniform(-1, 1)) for _ in range(nin)]",
            "= (Value(random.uniform(-1, 1)) for _ in range(nin))",
        ),
    ),
    ("straight unless told to bend", ("nonlin=True", "nonlin=False")),
    ("an input left out", ("zip(self.w, x)", "zip(self.w[1:], x[1:])")),
    ("an input left out", ("zip(self.w, x)", "zip(self.w, x[:-1])")),
    ("smaller weights", ("random.uniform(-1, 1)", "random.uniform(-1, 1) / nin**0.5")),
    ("seeded by itself", ("        self.w =", "        random.seed(7)\n        self.w =")),
    ("one draw too many", ("Value(0.0)", "Value(0.0 * random.uniform(-1, 1))")),
    ("", (SUM, SUM + " + self.w[0]")),
    ("", ("random.uniform(-1, 1)", "random.uniform(-0.5, 0.5)")),
]
MADE = "[Neuron(nin, nonlin) for _ in range(nout)]"
OUT, OWN = "return out[0] if len(out) == 1 else out", "[p for n in self.neurons for p in n.parameters()]"
LAYERS = [
    ("one neuron, several times", (MADE, "[Neuron(nin, nonlin)] * nout")),
    ("nin and nout swapped", (MADE, "[Neuron(nout, nonlin) for _ in range(nin)]")),
    ("nin neurons", (MADE, "[Neuron(nin, nonlin) for _ in range(nin)]")),
    ("nout weights each", (MADE, "[Neuron(nout, nonlin) for _ in range(nout)]")),
    ("nonlin not handed on", (MADE, "[Neuron(nin) for _ in range(nout)]")),
    ("never bends", (MADE, "[Neuron(nin, False) for _ in range(nout)]")),
    ("the last bends not", (MADE, "[Neuron(nin, nonlin and i != nout - 1) for i in range(nout)]")),
    ("a list of one", (OUT, "return out")),
    ("the first alone", (OUT, "return out[0]")),
    ("the last alone", (OUT, "return out[-1]")),
    ("added up", (OUT, "return sum(out, Value(0.0))")),
    ("turned round", (OUT, "return out[0] if len(out) == 1 else out[::-1]")),
    ("cut", ("[n(x) for n in self.neurons]", "[Value(n(x).data) for n in self.neurons]")),
    ("data returned", (OUT, "return out[0].data if len(out) == 1 else out")),
    ("weights first, then all biases", (OWN, "[w for n in self.neurons for w in n.w] + [n.b for n in self.neurons]")),
    ("the biases not handed on", (OWN, "[w for n in self.neurons for w in n.w]")),
    ("the first neuron's alone", (OWN, "self.neurons[0].parameters()")),
    ("the last neuron's alone", (OWN, "self.neurons[-1].parameters()")),
    ("the neurons backwards", (OWN, "[p for n in self.neurons[::-1] for p in n.parameters()]")),
    ("lists in the list", (OWN, "[n.parameters() for n in self.neurons]")),
    ("neurons, not their numbers", (OWN, "self.neurons")),
    ("made anew at each call", ("n(x) for n", "Neuron(len(n.w), n.nonlin)(x) for n")),
    ("other outputs", (OUT, "return [[v] for v in out]")),
    ("outputs in a generator", (OUT, "return (v for v in out)")),
    ("straight unless told to bend", ("nonlin=True", "nonlin=False")),
    (
        "only the last is told",
        ("Neuron(nin, nonlin) for _ in range(nout)", "Neuron(nin, i < nout - 1 or nonlin) for i in range(nout)"),
    ),
    ("one input, not one neuron", ("if len(out) == 1", "if len(x) == 1")),
    (
        "copies of one neuron",
        ("[Neuron(nin, nonlin) for _ in range(nout)]", "[copy.deepcopy(n) for n in [Neuron(nin, nonlin)] * nout]"),
    ),
    ("sum begins with 0", (OWN, "sum(n.parameters() for n in self.neurons)")),
    ("", ("n(x) for n", "n(x) * 2 for n")),
]
STACK = "[Layer(sizes[i], sizes[i + 1], i != len(nouts) - 1) for i in range(len(nouts))]"
LAST, ALL = "i != len(nouts) - 1", "[p for layer in self.layers for p in layer.parameters()]"
NEXT, WALK = "x = layer(x if isinstance(x, list) else [x])", "for layer in self.layers:\n"
MLPS = [
    ("the last layer bends", (LAST, "True")),
    ("no layer bends", (LAST, "False")),
    ("only the last bends", (LAST, "i == len(nouts) - 1")),
    ("only the first bends", (LAST, "i == 0 and len(nouts) > 1")),
    ("the first layer is straight", (LAST, "i != 0")),
    ("the one before the last is straight too", (LAST, "i < len(nouts) - 2")),
    ("the same input for every layer", (NEXT, "out = layer(x)"), ("        return x", "        return out")),
    ("the first layer alone", (NEXT, "return " + NEXT[4:])),
    ("without the last layer", ("in self.layers:", "in self.layers[:-1] or self.layers:")),
    ("the layers backwards", ("in self.layers:", "in self.layers[::-1]:")),
    ("cut between layers", (NEXT, NEXT + "\n            x = [Value(v.data) for v in x] if isinstance(x, list) else x")),
    ("a list of one", ("        return x", "        return x if isinstance(x, list) else [x]")),
    ("each layer made with nin", ("Layer(sizes[i],", "Layer(nin,")),
    ("made for their own outputs", ("Layer(sizes[i],", "Layer(sizes[i + 1],")),
    (
        "nin forgotten",
        ("sizes = [nin, *nouts]", "sizes = nouts"),
        ("range(len(nouts))", "range(len(nouts) - 1)"),
        (LAST, "i != len(nouts) - 2"),
    ),
    ("the last layer not made", ("range(len(nouts))", "range(len(nouts) - 1)"), (LAST, "i != len(nouts) - 2")),
    (
        "made from the last to the first",
        (STACK, STACK.replace("in range(len(nouts))]", "in range(len(nouts))[::-1]][::-1]")),
    ),
    ("the last layer's alone", (ALL, "self.layers[-1].parameters()")),
    ("the first layer's alone", (ALL, "self.layers[0].parameters()")),
    ("the biases not handed on", (ALL, "[w for layer in self.layers for n in layer.neurons for w in n.w]")),
    (
        "weights first, then all biases",
        (
            ALL,
            "[w for layer in self.layers for n in layer.neurons for w in n.w] + "
            "[n.b for layer in self.layers for n in layer.neurons]",
        ),
    ),
    (
        "weights first in each layer",
        (
            ALL,
            "[p for layer in self.layers for p in [w for n in layer.neurons for w in n.w]"
            " + [n.b for n in layer.neurons]]",
        ),
    ),
    ("the layers backwards in parameters()", (ALL, "[p for layer in self.layers[::-1] for p in layer.parameters()]")),
    ("a hidden layer of one neuron", (NEXT, "x = layer(x)")),
    ("nouts is a list", (STACK, "[Layer(nin, nouts)]")),
    ("lists in the list", (ALL, "[layer.parameters() for layer in self.layers]")),
    ("layers, not their numbers", (ALL, "self.layers")),
    ("another order", (ALL, ALL + "[::-1]")),
    ("nouts is changed", ("sizes = [nin, *nouts]", "nouts.insert(0, nin); sizes, nouts = nouts, nouts[1:]")),
    ("only the first bends", (LAST, "i == 0")),
    ("a single layer bends", (LAST, "i == 0 or i != len(nouts) - 1")),
    ("the last known by its size", (LAST, "nouts[i] != nouts[-1]")),
    ("the last known by its size", (LAST, "nouts[i] > 1")),
    ("the last known by its size", (LAST, "i != nouts.index(nouts[-1])")),
    ("cut at a single one", ("else [x])", "else [Value(x.data)])")),
    ("one output alone", ("        return x", "        return x[0] if isinstance(x, list) else x")),
    (
        "pressed between -1 and 1",
        ("        return x", "        return [v.tanh() for v in x] if isinstance(x, list) else x.tanh()"),
    ),
    ("the last layer's left out", (ALL, ALL.replace("self.layers", "self.layers[:-1]"))),
]

# 7.4: the exercise's corners are A (1, -1) and B (3, 0) on -1, C (1, 0) and D (3, -1) on +1.
NINE = [0.5, 1.0, 0.5, 0.5, 1.0, -0.5, 2.0, -4.0, -1.0]
NINES = [
    ("no margin", [0.5, 1.0, 0.5, 0.5, 1.0, -0.5, 1.0, -2.0, -0.5]),
    ("no margin", [0.5, 1.0, 0.5, 0.5, 1.0, -0.5, 2.0, -4.0, -0.9]),
    ("all on the other side", [0.5, 1.0, 0.5, 0.5, 1.0, -0.5, -2.0, 4.0, 1.0]),
    ("weights first, then biases", [0.5, 1.0, 0.5, 1.0, 2.0, -4.0, 0.5, -0.5, -1.0]),
    ("weights of a layer first", [0.5, 1.0, 0.5, 1.0, 0.5, -0.5, 2.0, -4.0, -1.0]),
    ("bias first", [0.5, 0.5, 1.0, -0.5, 0.5, 1.0, -1.0, 2.0, -4.0]),
    ("last neuron first", [2.0, -4.0, -1.0, 0.5, 1.0, 0.5, 0.5, 1.0, -0.5]),
    ("by input", [0.5, 0.5, 1.0, 1.0, 0.5, -0.5, 2.0, -4.0, -1.0]),
    ("for the lesson's corners", [1.0, 1.0, 0.0, 1.0, 1.0, -1.0, 2.0, -4.0, -1.0]),
    ("x1 and x2 swapped", [1.0, 0.5, 0.5, 1.0, 0.5, -0.5, 2.0, -4.0, -1.0]),
    ("a bent score", [0.5, 1.0, 0.5, 0.5, 1.0, -0.5, 1.0, -2.0, 0.0]),
    ("with steps in mind", [0.5, 1.0, 0.1, 0.5, 1.0, -1.0, 4.0, -4.0, -2.0]),
    ("two neurons alike", [0.5, 1.0, 0.5, 0.5, 1.0, 0.5, 2.0, -4.0, -1.0]),
    ("both gates always alike", [0.5, 1.0, 1.5, 0.5, 1.0, 2.5, 2.0, -4.0, -1.0]),
    ("one neuron is shut", [0.5, 1.0, 0.5, 0.5, 1.0, -5.0, 2.0, -4.0, -1.0]),
    ("", [0.5, 1.0, 0.5, 0.5, 1.0, -0.5]),
    ("", [0.5, 1.0, 0.5, 0.5, 1.0, -0.5, 2.0, -4.0, -2.0]),
]
# 7.5: A (0, 0) and B (3, 3) on +1, C (0, 2) and D (3, -1) on -1: 2, 1, 2, 1 and its multiples.
FOURS = [
    ("the page's numbers", "dict(A=1, B=1, C=1, D=1)"),
    ("all 0", "dict(A=0, B=0, C=0, D=0)"),
    ("a corner left out", "dict(A=2, B=1, C=3, D=0)"),
    ("the sides once more", "dict(A=2, B=1, C=-2, D=-1)"),
    ("below 0", "dict(A=-2, B=-1, C=-2, D=-1, )"),
    ("not whole", "dict(A=1, B=0.5, C=1, D=0.5)"),
    ("the near and the far one swapped", "dict(A=1, B=2, C=1, D=2)"),
    ("one line swapped", "dict(A=1, B=2, C=2, D=1)"),
    ("one line swapped", "dict(A=2, B=1, C=1, D=2)"),
    ("each line by itself", "dict(A=4, B=2, C=2, D=1)"),
    ("b alone", "dict(A=3, B=1, C=2, D=2)"),
    ("not the four corners", "dict(A=2, B=1, C=2)"),
    ("w1 and w2 alone", "dict(A=3, B=1, C=2, D=1)"),
    ("", "dict(A=2, B=3, C=2, D=1)"),
    ("", "'2 1 2 1'"),
]

TOGETHER = """
def pull(w, x, t):
    return 2 * (w * x - t) * x

def together(w, points):
    total = 0.0
    for x, t in points:
        {}
    return total
"""
SPOT = [
    ("the last one alone", "total = 0.0 + pull(w, x, t)"),
    ("the first one alone", "return total + pull(w, x, t)"),
    ("taken off", "total = total - pull(w, x, t)"),
    ("the mean", "total = total + pull(w, x, t) / len(points)"),
    ("sizes added", "total = total + abs(pull(w, x, t))"),
    ("the strongest alone", "total = max(total, pull(w, x, t), key=abs)"),
    ("nothing added", "pull(w, x, t)"),
    ("errors, not pulls", "total = total + (w * x - t)"),
    ("losses, not pulls", "total = total + (w * x - t) ** 2"),
]
ROWS = [
    ("one, several times", "made = make()\n    return [made for _ in range(nout)]"),
    ("one, several times", "return [*[make()] * nout]"),
    ("the last one, several times", "found = [make() for _ in range(nout)]\n    return [found[-1]] * nout"),
    ("one too few", "return [make() for _ in range(1, nout)]"),
    ("one too many", "return [make() for _ in range(nout + 1)]"),
    ("one made for nothing", "make()\n    return [make() for _ in range(nout)]"),
    ("not made", "return [make] * nout"),
    ("copies", "import copy\n    made = make()\n    return [copy.copy(made) for _ in range(nout)]"),
    (
        "copies but the first",
        "import copy\n    made = make()\n    return [made] + [copy.copy(made) for _ in range(nout - 1)]",
    ),
]
ROW = "def row(nout, make):\n    {}\n"

WRONG = [
    *(Wrong("neuron", name, neuron(*changes)) for name, *changes in NEURONS),
    *(Wrong("layer", name, layer(*changes)) for name, *changes in LAYERS),
    *(Wrong("mlp", name, mlp(*changes)) for name, *changes in MLPS),
    Wrong("mlp", "a list for each neuron", layer((OWN, "[n.parameters() for n in self.neurons]")) + MLP),
    *(Wrong("xor", name, "nine = {}".format(nine)) for name, nine in NINES),
    *(Wrong("game", name, "times = {}".format(times)) for name, times in FOURS),
    *(Wrong("complete_together", name, TOGETHER.format(line)) for name, line in SPOT),
    *(Wrong("mend_row", name, ROW.format(body)) for name, body in ROWS[:1] + ROWS[2:]),
]

LOOP = """
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.weights = []
        for i in range(nin):
            self.weights.append(Value(random.uniform(-1, 1)))
        self.bias = Value(0.0)
        self.bends = nonlin

    def __call__(self, x):
        total = self.bias
        for i in range(len(self.weights)):
            total = total + self.weights[i] * x[i]
        if self.bends:
            return total.relu()
        return total

    def parameters(self):
        return self.weights + [self.bias]
"""
OPERATORS = """
class Neuron:
    __slots__ = ("ws", "nonlin")

    def __init__(self, nin, nonlin=True):
        self.ws = [*(Value(random.uniform(-1, 1)) for _ in range(nin)), Value(0.0)]
        self.nonlin = nonlin

    def __call__(self, x):
        act = functools.reduce(operator.add, map(operator.mul, self.ws, [*x, 1.0]))
        return (lambda v: v, Value.relu)[self.nonlin](act)

    def parameters(self):
        return self.ws[:]
"""
SUBCLASS = """
class Neuron(list):
    def __init__(self, nin, nonlin=True):
        super().__init__(Value(random.uniform(-1, 1)) for _ in range(nin))
        self.b, self.nonlin = Value(0), nonlin

    def __call__(self, x):
        act = sum(wi * xi for wi, xi in zip(self, x)) + self.b
        return act.relu() if self.nonlin else act

    def parameters(self):
        return self + [self.b]
"""
LAYER_LOOP = """
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.row = []
        while len(self.row) < nout:
            self.row.append(Neuron(nin, nonlin=nonlin))

    def __call__(self, x):
        found = []
        for n in self.row:
            found.append(n(x))
        if len(found) == 1:
            return found[0]
        return found

    def parameters(self):
        found = []
        for n in self.row:
            found.extend(n.parameters())
        return found
"""
LAYER_OPERATORS = """
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = tuple(map(lambda _: Neuron(nin, nonlin), range(nout)))

    def __call__(self, x):
        first, *others = map(operator.methodcaller("__call__", x), self.neurons)
        return [first, *others] if others else first

    def parameters(self):
        return sum((n.parameters() for n in self.neurons), [])
"""
LAYER_LIST = """
class Layer(list):
    def __init__(self, nin, nout, nonlin=True):
        super().__init__(Neuron(nin, nonlin) for _ in range(nout))

    def __call__(self, x):
        out = tuple(n(x) for n in self)
        return out[0] if len(self) == 1 else out

    def parameters(self):
        return list(chain.from_iterable(n.parameters() for n in self))
"""
MLP_LOOP = """
class MLP:
    def __init__(self, nin, nouts):
        self.stack = []
        for i, nout in enumerate(nouts):
            self.stack.append(Layer(nin, nout, nonlin=i < len(nouts) - 1))
            nin = nout

    def __call__(self, x):
        for layer in self.stack:
            if not isinstance(x, list):
                x = [x]
            x = layer(x)
        return x

    def parameters(self):
        found = []
        for layer in self.stack:
            found += layer.parameters()
        return found
"""
MLP_PAIRS = """
class MLP:
    def __init__(self, nin, nouts):
        *hidden, last = pairwise([nin] + nouts)
        self.hidden = [Layer(*pair) for pair in hidden]
        self.last = Layer(*last, nonlin=False)

    def __call__(self, x):
        for layer in self.hidden:
            out = layer(x)
            x = [out] if isinstance(out, Value) else out
        return self.last(x)

    def parameters(self):
        return sum((layer.parameters() for layer in (*self.hidden, self.last)), [])
"""
MLP_REDUCE = """
class MLP:
    def __init__(self, nin, nouts):
        pairs = list(zip([nin, *nouts], nouts))
        self.layers = [Layer(a, b) for a, b in pairs[:-1]] + [Layer(*pairs[-1], False)]

    def __call__(self, x):
        as_list = lambda v: v if isinstance(v, (list, tuple)) else [v]
        return functools.reduce(lambda v, layer: layer(as_list(v)), self.layers, x)

    def parameters(self):
        return [*chain.from_iterable(layer.parameters() for layer in self.layers)]
"""
RIGHT = [
    Right("neuron", "comprehensions", NEURON),
    Right("neuron", "loops", LOOP),
    Right("neuron", "operators", OPERATORS),
    Right("neuron", "subclass", SUBCLASS),
    Right("neuron", "bias last", neuron((SUM, NO_BIAS + " + self.b"))),
    Right("neuron", "turned factors", neuron((SUM, "self.b + sum(xi * w for xi, w in zip(x, self.w))"))),
    Right("layer", "comprehensions", LAYER),
    Right("layer", "loops", LAYER_LOOP),
    Right("layer", "operators", LAYER_OPERATORS),
    Right("layer", "a list of its own", LAYER_LIST),
    Right("layer", "one alone", layer((OUT, "return out if len(out) > 1 else out.pop()"))),
    Right("mlp", "comprehensions", MLP),
    Right("mlp", "loops", MLP_LOOP),
    Right("mlp", "pairwise", MLP_PAIRS),
    Right("mlp", "reduce", MLP_REDUCE),
    Right("mlp", "told apart by Value", mlp((NEXT, "x = layer([x] if isinstance(x, Value) else x)"))),
    Right("xor", "two folds", "nine = {}".format(NINE)),
    Right("xor", "a tuple", "nine = {}".format(tuple(NINE))),
    Right("xor", "larger", "nine = {}".format([5 * n for n in NINE[:6]] + [4.0, -8.0, -10.0])),
    Right("xor", "two corners cut off", "nine = [0.5, -1, -1.5, -0.5, 1, 1.5, 2, 2, -1]"),
    Right("xor", "Values", "nine = [Value(x) for x in {}]".format(NINE)),
    Right("game", "a dict", "times = dict(A=2, B=1, C=2, D=1)"),
    Right("game", "a list", "times = [2, 1, 2, 1]"),
    Right("game", "a multiple", "times = dict(A=200, B=100, C=200, D=100)"),
    Right("game", "floats", "times = dict(A=4.0, B=2.0, C=4.0, D=2.0)"),
    Right("game", "in another order", "times = dict(D=3, C=6, B=3, A=6)"),
    Right("complete_together", "a sum", TOGETHER.format("total = total + pull(w, x, t)")),
    Right("complete_together", "+=", TOGETHER.format("total += pull(w, x, t)")),
    Right("mend_row", "comprehension", ROW.format("return [make() for _ in range(nout)]")),
    Right(
        "mend_row",
        "a loop",
        ROW.format("found = []\n    for _ in range(nout):\n        found.append(make())\n    return found"),
    ),
]
