"""Right answers in many styles, lessons 7 to 9. Form: see FORMAT.md."""

ANSWERS = []


def add(exercise, source, style, needs=None):
    ANSWERS.append({"exercise": exercise, "source": source, "style": style, "needs": needs or {}})


# ---------------------------------------------------------------- 7.1

add("7.1", r'''
class Neuron:
    """relu(w . x + b), or w . x + b where nonlin is false."""

    def __init__(self, nin, nonlin=True):
        self.weights = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.bias = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        """One Value, of a list of nin numbers or Values."""
        total = self.bias
        for weight, xi in zip(self.weights, x):
            total = total + weight * xi
        if self.nonlin:
            total = total.relu()
        return total

    def parameters(self):
        """[w1, w2, ..., b]"""
        return self.weights + [self.bias]
''', "weights and bias as attribute names, sum begins with the bias")

add("7.1", r'''
from functools import reduce
import operator


class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w, self.b, self.bend = [Value(random.uniform(-1, 1)) for _ in range(nin)], Value(0.0), nonlin

    def __call__(self, x):
        z = reduce(operator.add, map(operator.mul, self.w, x), self.b)
        return z.relu() if self.bend else z

    parameters = lambda self: [*self.w, self.b]
''', "reduce, operator, map, a lambda for a method")

add("7.1", r'''
class Neuron:
    """Ein Neuron: Gewichte, Schwelle, Knick."""

    def __init__(self, nin, nonlin=True):
        self.anzahl = nin
        self.knick = nonlin
        self.gewichte = []
        i = 0
        while i < self.anzahl:
            zufall = random.uniform(-1, 1)
            gewicht = Value(zufall)
            self.gewichte.append(gewicht)
            i = i + 1
        self.schwelle = Value(0.0)

    def __call__(self, x):
        summe = Value(0.0)
        i = 0
        while i < self.anzahl:
            produkt = self.gewichte[i] * x[i]
            summe = summe + produkt
            i = i + 1
        summe = summe + self.schwelle
        print("Summe", summe.data)
        if self.knick == False:
            return summe
        else:
            ergebnis = summe.relu()
            return ergebnis

    def parameters(self):
        liste = []
        for gewicht in self.gewichte:
            liste.append(gewicht)
        liste.append(self.schwelle)
        return liste
''', "German, while loops, a print left in, very long")

add("7.1", r'''
from dataclasses import dataclass, field


@dataclass(eq=False)
class Neuron:
    nin: int
    nonlin: bool = True
    weights: list = field(init=False, repr=False)
    bias: Value = field(init=False)

    def __post_init__(self):
        self.weights = [Value(random.uniform(-1, 1)) for _ in range(self.nin)]
        self.bias = Value(0.0)

    def __call__(self, x):
        score = sum(w * xi for w, xi in zip(self.weights, x, strict=True)) + self.bias
        return score.relu() if self.nonlin else score

    def parameters(self) -> list:
        return [*self.weights, self.bias]
''', "a dataclass with __post_init__")

add("7.1", r'''
from collections import namedtuple

Numbers = namedtuple("Numbers", ["w", "b"])


def dot(one, other):
    """The scalar product, by halves."""
    if not one:
        return Value(0.0)
    if len(one) == 1:
        return one[0] * other[0]
    middle = len(one) // 2
    return dot(one[:middle], other[:middle]) + dot(one[middle:], other[middle:])


class Neuron:
    def __init__(self, nin, nonlin=True):
        self.numbers = Numbers(w=[Value(random.uniform(-1, 1)) for _ in range(nin)], b=Value(0.0))
        self.activation = Value.relu if nonlin else (lambda v: v)

    def __call__(self, x):
        return self.activation(dot(self.numbers.w, x) + self.numbers.b)

    def parameters(self):
        w, b = self.numbers
        return w + [b]
''', "namedtuple, recursion by halves, the activation chosen once")

add("7.1", r'''
class Neuron:
    __slots__ = ("_alle", "nonlin")

    def __init__(self, nin, nonlin=True):
        self._alle = [Value(random.uniform(-1, 1)) for _ in range(nin)] + [Value(0)]
        self.nonlin = nonlin

    @property
    def poids(self):
        return self._alle[:-1]

    @property
    def biais(self):
        return self._alle[-1]

    def __call__(self, x):
        somme = sum((p * xi for p, xi in zip(self.poids, x)), self.biais)
        return somme.relu() if self.nonlin else somme

    def parameters(self):
        return list(self._alle)
''', "one list for all, properties, slots, French, the bias an int 0")

add("7.1", r'''
class Linear:
    """w . x + b"""

    def __init__(self, nin):
        self.w = list(map(lambda _: Value(random.uniform(-1, 1)), range(nin)))
        self.b = Value(0.0)

    def __call__(self, x):
        return self.b + sum(x[i] * self.w[i] for i in range(len(self.w)))

    def parameters(self):
        return [p for p in (*self.w, self.b)]


class Neuron(Linear):
    def __init__(self, nin, nonlin=True):
        super().__init__(nin)
        self.nonlin = nonlin

    def __call__(self, x):
        out = super().__call__(x)
        if not self.nonlin:
            return out
        return out.relu()
''', "inheritance: a linear base and a bend on top")

add("7.1", r'''
from random import uniform
from itertools import chain


class Neuron:
    def __init__(self, nin: int, nonlin: bool = True) -> None:
        self.w: list[Value] = [Value(uniform(-1, 1)) for _ in range(nin)]
        self.b: Value = Value(0.0)
        self.nonlin: bool = nonlin

    def __call__(self, x: list) -> Value:
        assert len(x) == len(self.w), "wrong number of inputs"
        # the bias is a weight whose input is always 1
        act = sum(w * xi for w, xi in zip(chain(self.w, [self.b]), chain(x, [1.0])))
        match bool(self.nonlin):
            case True:
                return act.relu()
            case False:
                return act

    def parameters(self) -> list[Value]:
        return list(chain(self.w, (self.b,)))
''', "from random import uniform, chain, match, type hints, the bias as a weight for 1")

add("7.1", r'''
class Neuron:
    def __init__(self, nin, nonlin=True):
        def draw():
            while True:
                yield Value(random.uniform(-1, 1))

        self.weights = [w for _, w in zip(range(nin), draw())]
        self.bias = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        terms = iter([w * xi for w, xi in zip(self.weights, x)] + [self.bias])
        out = next(terms)
        for term in terms:
            out += term
        return (out, out.relu())[bool(self.nonlin)]

    def _all(self):
        yield from self.weights
        yield self.bias

    def parameters(self):
        return list(self._all())
''', "generators, yield from, choice by index of a pair")

add("7.1", r'''
class Neuron:

    def __init__(self, nin, nonlin=True):
        self.p = []
        for i in range(nin):
            self.p.append(Value(random.uniform(-1, 1)))
        self.p.append(Value(0.0))
        self.nonlin = nonlin
        self.nin = nin

    def __call__(self, x):
        y = self.p[self.nin]
        for i in range(self.nin):
            y = self.p[i] * x[i] + y
        return y.relu() if self.nonlin else y

    def parameters(self):
        return self.p
''', "one stored list for all the Values, which parameters() gives back")

add("7.1", r'''
class Neuron:
    def __init__(s, nin, nonlin=True):
        s.w, s.b, s.n = [Value(random.uniform(-1, 1)) for _ in range(nin)], Value(0.0), nonlin

    def __call__(s, x):
        return (lambda v: v.relu() if s.n else v)(sum((a * c for a, c in zip(s.w, x)), s.b))

    def parameters(s):
        return s.w + [s.b]
''', "as short as it goes, s for self")

# ---------------------------------------------------------------- 7.2

add("7.2", r'''
class Layer:
    """nout neurons that all see the same nin inputs."""

    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin) for _ in range(nout)]

    def __call__(self, x):
        """A list of nout Values; where nout is 1, the Value itself."""
        out = [neuron(x) for neuron in self.neurons]
        return out[0] if len(out) == 1 else out

    def parameters(self):
        """Those of all neurons, in one list."""
        return [p for neuron in self.neurons for p in neuron.parameters()]
''', "comprehensions")

add("7.2", r'''
class Layer(list):
    """A list of neurons that can be called."""

    def __init__(self, nin, nout, nonlin=True):
        super().__init__(Neuron(nin, nonlin=nonlin) for _ in range(nout))

    def __call__(self, x):
        match [neuron(x) for neuron in self]:
            case [only]:
                return only
            case many:
                return many

    def parameters(self):
        return sum((neuron.parameters() for neuron in self), [])
''', "inherits from list, match, sum of lists")

add("7.2", r'''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neuronen = []
        self.anzahl = nout
        for nummer in range(nout):
            neuron = Neuron(nin, nonlin)
            self.neuronen.append(neuron)

    def __call__(self, x):
        ausgaben = []
        for neuron in self.neuronen:
            ausgabe = neuron(x)
            ausgaben.append(ausgabe)
        if self.anzahl == 1:
            # nur ein Neuron: den Wert selbst
            return ausgaben[0]
        return ausgaben

    def parameters(self):
        alle = []
        for neuron in self.neuronen:
            for parameter in neuron.parameters():
                alle.append(parameter)
        return alle
''', "German, step by step")

add("7.2", r'''
import itertools
import operator


class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.units = list(itertools.starmap(Neuron, itertools.repeat((nin, nonlin), nout)))

    def __call__(self, x):
        first, *rest = map(operator.methodcaller("__call__", x), self.units)
        return [first, *rest] if rest else first

    def parameters(self):
        return list(itertools.chain.from_iterable(map(operator.methodcaller("parameters"), self.units)))
''', "starmap, repeat, methodcaller, chain, star unpacking")

add("7.2", r'''
from dataclasses import dataclass


@dataclass(eq=False)
class Layer:
    nin: int
    nout: int
    nonlin: bool = True

    def __post_init__(self):
        self.neurons = tuple(Neuron(self.nin, self.nonlin) for _ in range(self.nout))

    def __call__(self, x):
        if self.nout == 1:
            (neuron,) = self.neurons
            return neuron(x)
        return [neuron(x) for neuron in self.neurons]

    def _walk(self):
        for neuron in self.neurons:
            yield from neuron.parameters()

    def parameters(self):
        return [*self._walk()]
''', "dataclass, a tuple of neurons, yield from")

add("7.2", r'''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurones = {}
        k = 0
        while k < nout:
            self.neurones[k] = Neuron(nin, nonlin)
            k += 1

    def __call__(self, x):
        sorties = []
        for k in sorted(self.neurones):
            sorties.append(self.neurones[k](x))
        print("sorties:", len(sorties))
        return sorties if len(sorties) > 1 else sorties.pop()

    def parameters(self):
        tous = []
        for k in sorted(self.neurones):
            tous.extend(self.neurones[k].parameters())
        return tous
''', "French, neurons in a dictionary, while, extend, a print")

add("7.2", r'''
from functools import reduce


class Layer:
    def __init__(self, nin, nout, nonlin=True):
        make = lambda _: Neuron(nin, nonlin)
        self.row = list(map(make, range(nout)))

    def __call__(self, x):
        if len(self.row) == 1:
            return self.row[0](x)
        return list(map(lambda neuron: neuron(x), self.row))

    def parameters(self):
        return reduce(lambda all, neuron: all + neuron.parameters(), self.row, [])
''', "map, lambda, reduce")

add("7.2", r'''
class Module:
    """Whatever has parts that have parameters."""

    parts: list

    def parameters(self):
        return [p for part in self.parts for p in part.parameters()]

    def zero_grad(self):
        for p in self.parameters():
            p.grad = 0.0


class Layer(Module):
    def __init__(self, nin: int, nout: int, nonlin: bool = True):
        self.parts = [Neuron(nin, nonlin) for _ in range(nout)]

    def __call__(self, x: list) -> "Value | list[Value]":
        outs = [part(x) for part in self.parts]
        return outs if len(outs) != 1 else outs[0]
''', "a base class that gathers the parameters, hints, an extra method")

add("7.2", r'''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin) for _ in range(nout)]
        self._parameters = []
        for neuron in self.neurons:
            self._parameters += neuron.parameters()
        self._shape = (lambda outs: outs[0]) if nout == 1 else (lambda outs: outs)

    def __call__(self, x):
        return self._shape([neuron(x) for neuron in self.neurons])

    def parameters(self):
        return self._parameters[:]
''', "everything decided in __init__, parameters collected once")

# ---------------------------------------------------------------- 7.3

add("7.3", r'''
class MLP:
    """Layers of neurons, one after the other: the hidden ones with relu, the last one without."""

    def __init__(self, nin, nouts):
        sizes = [nin, *nouts]
        last = len(nouts) - 1
        self.layers = [Layer(sizes[i], sizes[i + 1], nonlin=i < last) for i in range(len(nouts))]

    def __call__(self, x):
        """What the last layer gives, of a list of nin numbers or Values."""
        for layer in self.layers:
            if isinstance(x, Value):
                x = [x]
            x = layer(x)
        return x

    def parameters(self):
        """Those of all layers, in one list."""
        return [p for layer in self.layers for p in layer.parameters()]
''', "the usual way, Value into a list before each layer")

add("7.3", r'''
from functools import reduce
from itertools import chain, pairwise


class MLP:
    def __init__(self, nin, nouts):
        pairs = list(pairwise([nin] + nouts))
        self.layers = [Layer(a, b) for a, b in pairs[:-1]] + [Layer(*pairs[-1], False)]

    def __call__(self, x):
        return reduce(lambda h, layer: layer(h if isinstance(h, list) else [h]), self.layers, x)

    def parameters(self):
        return list(chain.from_iterable(layer.parameters() for layer in self.layers))
''', "pairwise, reduce, chain")

add("7.3", r'''
class MLP:
    """A layer, and the network behind it."""

    def __init__(self, nin, nouts):
        first, *others = nouts
        self.first = Layer(nin, first, nonlin=bool(others))
        self.rest = MLP(first, others) if others else None

    def __call__(self, x):
        out = self.first(x)
        if self.rest is None:
            return out
        return self.rest(out if isinstance(out, list) else [out])

    def parameters(self):
        return self.first.parameters() + (self.rest.parameters() if self.rest else [])
''', "recursion: a network is a layer and a smaller network")

add("7.3", r'''
class MLP:
    def __init__(self, nin, nouts):
        self.schichten = []
        eingaenge = nin
        nummer = 0
        anzahl_schichten = len(nouts)
        while nummer < anzahl_schichten:
            ausgaenge = nouts[nummer]
            if nummer == anzahl_schichten - 1:
                # die letzte Schicht knickt nicht
                schicht = Layer(eingaenge, ausgaenge, False)
            else:
                schicht = Layer(eingaenge, ausgaenge, True)
            self.schichten.append(schicht)
            eingaenge = ausgaenge
            nummer = nummer + 1

    def __call__(self, x):
        werte = x
        for nummer in range(len(self.schichten)):
            schicht = self.schichten[nummer]
            ergebnis = schicht(werte)
            if nummer == len(self.schichten) - 1:
                return ergebnis
            if type(ergebnis) != list:
                ergebnis = [ergebnis]
            werte = ergebnis

    def parameters(self):
        liste = []
        for schicht in self.schichten:
            liste = liste + schicht.parameters()
        return liste
''', "German, while, very long")

add("7.3", r'''
class MLP:
    def __init__(self, nin, nouts):
        *cachees, dernier = nouts
        self.cachees = []
        for n in cachees:
            self.cachees.append(Layer(nin, n))
            nin = n
        self.sortie = Layer(nin, dernier, nonlin=False)

    def __call__(self, x):
        for couche in self.cachees:
            y = couche(x)
            x = y if isinstance(y, list) else [y]
        return self.sortie(x)

    def parameters(self):
        tous = []
        for couche in self.cachees:
            tous += couche.parameters()
        return tous + self.sortie.parameters()
''', "French, hidden layers and output layer apart")

add("7.3", r'''
def as_list(v):
    """A Value alone becomes a list of one."""
    return [v] if not isinstance(v, (list, tuple)) else v


class MLP:
    def __init__(self, nin, nouts):
        self.layers = []
        for i, (a, b) in enumerate(zip([nin, *nouts], nouts), start=1):
            self.layers.append(Layer(a, b, i != len(nouts)))

    def __call__(self, x):
        out = x
        for layer in self.layers:
            out = layer(as_list(out))
        return out

    def parameters(self):
        return list(self)

    def __iter__(self):
        for layer in self.layers:
            yield from layer.parameters()
''', "a helper beside it, zip of sizes, __iter__ with yield from")

add("7.3", r'''
from dataclasses import dataclass


@dataclass(eq=False)
class MLP:
    nin: int
    nouts: list

    def __post_init__(self):
        ins = [self.nin] + list(self.nouts[:-1])
        bends = [True] * (len(self.nouts) - 1) + [False]
        self.layers = list(map(Layer, ins, self.nouts, bends))

    def __call__(self, x):
        h = x
        for layer in self.layers[:-1]:
            h = layer(h)
            match h:
                case list():
                    pass
                case _:
                    h = [h]
        return self.layers[-1](h)

    def parameters(self):
        return sum([layer.parameters() for layer in self.layers], [])
''', "dataclass, map of Layer over three lists, match")

add("7.3", r'''
class Chain:
    """Parts one after the other."""

    def __init__(self, *parts):
        self.parts = parts

    def __call__(self, x):
        for i, part in enumerate(self.parts):
            if i and not isinstance(x, list):
                x = [x]
            x = part(x)
        return x

    def parameters(self):
        return [p for part in self.parts for p in part.parameters()]


class MLP(Chain):
    def __init__(self, nin, nouts):
        def layers():
            before = nin
            for place, n in enumerate(nouts):
                yield Layer(before, n, place + 1 < len(nouts))
                before = n

        super().__init__(*layers())
''', "inheritance from a chain of parts, a nested generator")

add("7.3", r'''
class MLP:
    def __init__(self, nin, nouts):
        assert len(nouts) > 0
        self.layers = []
        remaining = len(nouts)
        for nout in nouts:
            remaining -= 1
            self.layers.append(Layer(nin, nout, nonlin=remaining > 0))
            nin = nout

    def __call__(self, x):
        def through(x, k):
            y = self.layers[k](x)
            if k + 1 == len(self.layers):
                return y
            return through([y] if isinstance(y, Value) else y, k + 1)

        return through(x, 0)

    def parameters(self):
        p = []
        for layer in self.layers:
            for v in layer.parameters():
                p.append(v)
        print(len(p), "parameters")
        return p
''', "counts down, a nested recursive function, a print and an assert")

add("7.3", r'''
class MLP:
    def __init__(self, nin, nouts):
        self.l = [Layer(i, o, k < len(nouts)) for k, (i, o) in enumerate(zip([nin, *nouts], nouts), 1)]

    def __call__(self, x):
        for f in self.l:
            x = f([x] if hasattr(x, "data") else x)
        return x

    def parameters(self):
        return [p for f in self.l for p in f.parameters()]
''', "very short, a Value known by its data")

# ---------------------------------------------------------------- 7.4

add("7.4", r'''
# s is 0 at one corner of -1, 1 at both of +1, and 2 at the other of -1. Then the page's two folds do it.
low = [(x1, x2) for x1, x2, side in corners.values() if side < 0]
high = [(x1, x2) for x1, x2, side in corners.values() if side > 0]
(px, py), _ = low
(ax, ay), (bx, by) = high
det = (ax - px) * (by - py) - (ay - py) * (bx - px)
w1 = ((by - py) - (ay - py)) / det
w2 = ((ax - px) - (bx - px)) / det
b = -(w1 * px + w2 * py)
nine = [w1, w2, b, w1, w2, b - 1, 4, -8, -2]
''', "Cramer's rule for the page's s, margin 2")

add("7.4", r'''
# Two folds along the line through both corners of +1: |z| is 0 on it, and equally large at the others.
plus = [c for c in corners.values() if c[2] > 0]
minus = [c for c in corners.values() if c[2] < 0]
w1 = plus[1][1] - plus[0][1]
w2 = plus[0][0] - plus[1][0]
b = -(w1 * plus[0][0] + w2 * plus[0][1])
far = abs(w1 * minus[0][0] + w2 * minus[0][1] + b)
nine = [w1, w2, b, -w1, -w2, -b, -4 / far, -4 / far, 2]
print(nine)
''', "the absolute value by two relus, along the diagonal of +1")

add("7.4", r'''
def fold(corners):
    """The same with the other diagonal: 0 at both corners of -1."""
    (p1, p2, _), (q1, q2, _) = (c for c in corners.values() if c[2] == -1)
    r1, r2, _ = next(c for c in corners.values() if c[2] == 1)
    w = [q2 - p2, p1 - q1]
    b = -w[0] * p1 - w[1] * p2
    height = abs(w[0] * r1 + w[1] * r2 + b)
    return [*w, b, *(-v for v in w), -b, 10 / height, 10 / height, -5]


nine = fold(corners)
assert len(nine) == 9
''', "a function, the diagonal of -1, rising folds, margin 5")

add("7.4", r'''
# with complex numbers: turn and stretch the paper until the corner lies at 0 and the opposite one at 2
minus = [complex(x1, x2) for x1, x2, side in corners.values() if side == -1]
plus = [complex(x1, x2) for x1, x2, side in corners.values() if side == 1]
normal = 1j * (plus[1] - plus[0])


def along(z):
    return (z * normal.conjugate()).real


if along(minus[0]) > along(minus[1]):
    minus.reverse()
start, middle = along(minus[0]), along(plus[0])
scale = 1 / (middle - start)
w1, w2 = scale * normal.real, scale * normal.imag
nine = [w1, w2, -scale * start, w1, w2, -scale * middle, 20.0, -40.0, -10.0]
''', "complex numbers")

add("7.4", r'''
from fractions import Fraction

gruppen = {-1: [], 1: []}
for name in corners:
    x1, x2, seite = corners[name]
    gruppen[int(seite)].append((Fraction(x1), Fraction(x2)))
(ax, ay), (bx, by) = gruppen[1]
(cx, cy), (dx, dy) = gruppen[-1]
# Gewichte senkrecht auf der Diagonale der +1
w1 = ay - by
w2 = bx - ax
mitte = w1 * ax + w2 * ay
anfang = w1 * cx + w2 * cy
ende = w1 * dx + w2 * dy
if anfang > ende:
    anfang, ende = ende, anfang
hoehe = mitte - anfang
w1 = w1 / hoehe
w2 = w2 / hoehe
nine = []
nine.append(float(w1))
nine.append(float(w2))
nine.append(float(-anfang / hoehe))
nine.append(float(w1))
nine.append(float(w2))
nine.append(float(-mitte / hoehe))
nine.append(3.0)
nine.append(-6.0)
nine.append(-1.5)
for zahl in nine:
    print(zahl)
''', "German, fractions turned into floats, append by append")

add("7.4", r'''
from dataclasses import dataclass


@dataclass
class Corner:
    x1: float
    x2: float
    side: float

    def at(self, w1, w2):
        return w1 * self.x1 + w2 * self.x2


plus, minus = [], []
for c in corners.values():
    c = Corner(*c)
    match c.side > 0:
        case True:
            plus.append(c)
        case _:
            minus.append(c)

a, b = plus
w = (a.x2 - b.x2, b.x1 - a.x1)
lo, hi = sorted(c.at(*w) for c in minus)
mid = a.at(*w)

net = MLP(2, [2, 1])
w11, w12, b1, w21, w22, b2, v1, v2, v = net.parameters()
k = 2 / (mid - lo)
w11.data, w12.data, b1.data = w[0], w[1], -lo
w21.data, w22.data, b2.data = w[0], w[1], -mid
v1.data, v2.data, v.data = 2 * k, -4 * k, -2.0
nine = [p.data for p in net.parameters()]
print({name: score.data for name, score in at_corners(net).items()})
''', "dataclass, match, the numbers put into an own MLP and read out of it")

add("7.4", r'''
# Each hidden neuron is open at one corner of -1 alone: score = 3 - (what is seen there).
(c1, c2, _), (d1, d2, _) = [c for c in corners.values() if c[2] < 0]
(a1, a2, _), (b1, b2, _) = [c for c in corners.values() if c[2] > 0]
m1, m2 = (a1 + b1) / 2, (a2 + b2) / 2
n1, n2 = b2 - a2, a1 - b1
to_c = n1 * (c1 - m1) + n2 * (c2 - m2)
n1, n2 = n1 / to_c, n2 / to_c
nine = [n1, n2, -(n1 * m1 + n2 * m2), -n1, -n2, n1 * m1 + n2 * m2, -6, -6, 3]
''', "one neuron for each corner of -1, from the centre")

add("7.4", r'''
import random as dice


def scores(numbers):
    w1, w2, b1, w3, w4, b2, v1, v2, b = numbers
    relu = lambda z: max(0.0, z)
    for x1, x2, side in corners.values():
        yield side * (v1 * relu(w1 * x1 + w2 * x2 + b1) + v2 * relu(w3 * x1 + w4 * x2 + b2) + b)


def search():
    """Take two corners of different sides for each fold, try all pairs, and keep what works."""
    names = list(corners)
    for one in names:
        for other in names:
            if corners[one][2] == corners[other][2]:
                continue
            a = next(n for n in names if n != one and corners[n][2] == corners[one][2])
            w = (corners[one][1] - corners[a][1], corners[a][0] - corners[one][0])
            at = w[0] * corners[one][0] + w[1] * corners[one][1]
            far = abs(w[0] * corners[other][0] + w[1] * corners[other][1] - at)
            for sign in (-1, 1):
                found = [w[0], w[1], -at, -w[0], -w[1], at, sign * 6 / far, sign * 6 / far, -sign * 3]
                if all(s >= 1 for s in scores(found)):
                    return found


nine = search()
''', "search over pairs of corners and signs, tested before it is kept")

# ---------------------------------------------------------------- 7.5

add("7.5", r'''
from itertools import count

(ax, ay, _), (bx, by, _), (cx, cy, _), (dx, dy, _) = (points[name] for name in "ABCD")


def search():
    for total in count(2):
        for a in range(1, total):
            for c in range(1, total):
                b, d = total - a, total - c
                if a * ax + b * bx == c * cx + d * dx and a * ay + b * by == c * cy + d * dy:
                    return {"A": a, "B": b, "C": c, "D": d}


times = search()
''', "search with a growing sum, itertools.count")

add("7.5", r'''
from fractions import Fraction
from math import lcm

# where does the line from A to B cross the one from C to D?
A, B, C, D = [[Fraction(v) for v in points[name][:2]] for name in ("A", "B", "C", "D")]
det = (B[0] - A[0]) * (D[1] - C[1]) - (B[1] - A[1]) * (D[0] - C[0])
t = ((C[0] - A[0]) * (D[1] - C[1]) - (C[1] - A[1]) * (D[0] - C[0])) / det
u = ((C[0] - A[0]) * (B[1] - A[1]) - (C[1] - A[1]) * (B[0] - A[0])) / det
n = lcm(t.denominator, u.denominator)
times = {"A": int((1 - t) * n), "B": int(t * n), "C": int((1 - u) * n), "D": int(u * n)}
print(t, u, times)
''', "the crossing point, fractions, least common denominator")

add("7.5", r'''
def det3(p, q, r):
    return (
        p[0] * (q[1] * r[2] - q[2] * r[1])
        - p[1] * (q[0] * r[2] - q[2] * r[0])
        + p[2] * (q[0] * r[1] - q[1] * r[0])
    )


# before w1, w2 and b stand these three, for each of the points
want = {name: (side * x1, side * x2, side) for name, (x1, x2, side) in points.items()}
A, B, C, D = (want[name] for name in "ABCD")
raw = [det3(B, C, D), -det3(A, C, D), det3(A, B, D), -det3(A, B, C)]
times = {name: abs(round(v)) for name, v in zip("ABCD", raw)}
''', "four determinants of three wants each, as they come out, unshortened")

add("7.5", r'''
namen = ["A", "B", "C", "D"]
gefunden = False
grenze = 4
while not gefunden:
    for a in range(1, grenze):
        for b in range(1, grenze):
            for c in range(1, grenze):
                d = a + b - c          # b muss wegfallen
                if d < 1 or gefunden:
                    continue
                zahlen = [a, b, c, d]
                vor_w1 = 0
                vor_w2 = 0
                vor_b = 0
                for i in range(4):
                    x1, x2, seite = points[namen[i]]
                    vor_w1 = vor_w1 + zahlen[i] * seite * x1
                    vor_w2 = vor_w2 + zahlen[i] * seite * x2
                    vor_b = vor_b + zahlen[i] * seite
                if abs(vor_w1) < 1e-9 and abs(vor_w2) < 1e-9 and abs(vor_b) < 1e-9:
                    times = {"A": a, "B": b, "C": c, "D": d}
                    gefunden = True
    grenze = grenze * 2
print(times)
''', "German, nested loops, the limit doubled until something is found")

add("7.5", r'''
from fractions import Fraction
from functools import reduce
from math import gcd


def cross(p, q, r):
    """Twice the area of the triangle p q r."""
    return abs((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))


A, B, C, D = [tuple(map(Fraction, points[k][:2])) for k in "ABCD"]
# the crossing divides A-B as the areas on the two sides of C-D, and the other way round
areas = [cross(B, C, D), cross(A, C, D), cross(D, A, B), cross(C, A, B)]
denominator = reduce(lambda m, f: m * f.denominator, areas, 1)
whole = [int(a * denominator) for a in areas]
g = reduce(gcd, whole)
times = dict(zip("ABCD", (w // g for w in whole)))
assert times["A"] + times["B"] == times["C"] + times["D"]
''', "areas of triangles, shortened by the gcd")

add("7.5", r'''
from collections import OrderedDict
from fractions import Fraction


def elimination(rows):
    """The vector that the rows send to 0, by Gauss, with a last entry of 1."""
    rows = [[Fraction(v) for v in row] for row in rows]
    for k in range(3):
        pivot = next(i for i in range(k, 3) if rows[i][k] != 0)
        rows[k], rows[pivot] = rows[pivot], rows[k]
        rows[k] = [v / rows[k][k] for v in rows[k]]
        for i in range(3):
            if i != k:
                rows[i] = [v - rows[i][k] * w for v, w in zip(rows[i], rows[k])]
    return [-row[3] for row in rows] + [Fraction(1)]


found = elimination(zip(*((s * x1, s * x2, s) for x1, x2, s in map(points.get, "ABCD"))))
n = 1
while any((n * v).denominator > 1 for v in found):
    n += 1
times = OrderedDict((name, int(n * v)) for name, v in zip("ABCD", found))
''', "Gauss on the three equations, an OrderedDict")

add("7.5", r'''
import itertools


def left(times):
    """What is left before w1, w2 and b."""
    return [sum(times[k] * p[2] * f for k, p in points.items() for f in [(p + type(p)([1]))[i]]) for i in (0, 1, 3)]


def candidates():
    for total in itertools.count(2):
        for a, c in itertools.product(range(1, total), repeat=2):
            yield dict(A=a, B=total - a, C=c, D=total - c)


times = next(t for t in candidates() if not any(left(t)))
times = {name: 3 * number for name, number in times.items()}  # three times as often will do as well
''', "next over a generator of candidates, then everything three times")

add("7.5", r'''
class Jeu:
    def __init__(self, points):
        self.lignes = [[s * x, s * y, s] for x, y, s in (points[k] for k in "ABCD")]

    def reste(self, fois):
        return [sum(f * ligne[i] for f, ligne in zip(fois, self.lignes)) for i in range(3)]

    def resoudre(self):
        somme = 2
        while True:
            for a in range(1, somme):
                for c in range(1, somme):
                    fois = (a, somme - a, c, somme - c)
                    if self.reste(fois) == [0, 0, 0]:
                        return fois
            somme += 1


a, b, c, d = Jeu(points).resoudre()
times = {"D": d, "C": c, "B": b, "A": a}
times
''', "French, a class that searches, the keys in another order")

# ---------------------------------------------------------------- 8.1

add("8.1", r'''
def train(loss_of, parameters, step, steps):
    """Take steps, and yield the loss before each."""
    for n in range(steps):
        loss = loss_of(n)
        for p in parameters:
            p.grad = 0.0
        loss.backward()
        step(n)
        yield loss.data
''', "as the lesson has it, zero_grad after forward")

add("8.1", r'''
def train(loss_of, parameters, step, steps):
    n = 0
    while n < steps:
        for i in range(len(parameters)):
            parameters[i].grad = 0
        loss = loss_of(n)
        loss.backward()
        before = loss.data
        step(n)
        print("round", n, "loss", before)
        yield before
        n += 1
''', "while, zeroed before forward by index, an int 0, a print")

add("8.1", r'''
def train(loss_of, parameters, step, steps):
    for n in range(steps):
        loss = loss_of(n)
        loss.backward()
        step(n)
        for p in parameters:
            p.grad = 0.0
        yield loss.data
''', "emptied after step: at the start they are 0.0 anyway")

add("8.1", r'''
def train(loss_of, parameters, step, steps):
    def one_round(n):
        loss = loss_of(n)
        for p in parameters:
            p.grad = 0.0
        loss.backward()
        before = loss.data
        step(n)
        return before

    yield from map(one_round, range(steps))
''', "yield from map of a nested function")

add("8.1", r'''
from contextlib import contextmanager


@contextmanager
def fresh(parameters):
    """Inside, the gradients are those of one round alone."""
    for p in parameters:
        p.grad = 0.0
    try:
        yield
    finally:
        for p in parameters:
            p.grad = 0.0


def train(loss_of, parameters, step, steps):
    for n in range(steps):
        with fresh(parameters):
            (loss := loss_of(n)).backward()
            lost = loss.data
            step(n)
        yield lost
''', "a context manager, walrus, emptied twice")

add("8.1", r'''
def train(loss_of, parameters, step, steps):
    """Trainiert, Runde für Runde."""

    def gradienten_loeschen():
        for parameter in parameters:
            parameter.grad = 0.0

    def vorwaerts(runde):
        return loss_of(runde)

    def rueckwaerts(verlust):
        verlust.backward()

    runde = 0
    while True:
        if runde >= steps:
            return
        verlust = vorwaerts(runde)
        verlust_zahl = verlust.data
        gradienten_loeschen()
        rueckwaerts(verlust)
        step(runde)
        yield verlust_zahl
        runde = runde + 1
''', "German, each act a function, while True with return")

add("8.1", r'''
from typing import Callable, Iterator


class _Trainer:
    def __init__(self, loss_of, parameters, step):
        self.loss_of, self.parameters, self.step = loss_of, parameters, step

    def zero_grad(self) -> None:
        [setattr(p, "grad", 0.0) for p in self.parameters]

    def __call__(self, n: int) -> float:
        loss = self.loss_of(n)
        self.zero_grad()
        loss.backward()
        data = loss.data
        self.step(n)
        return data


def train(loss_of: Callable, parameters: list, step: Callable, steps: int) -> Iterator[float]:
    trainer = _Trainer(loss_of, parameters, step)
    for n in range(steps):
        yield trainer(n)
''', "a class with __call__, setattr, type hints")

add("8.1", r'''
import itertools


def train(loss_of, parameters, step, steps):
    for n in itertools.islice(itertools.count(), steps):
        loss = loss_of(n)
        loss.backward()
        step(n)
        yield loss.data
        for p in parameters:
            p.grad *= 0.0
''', "count and islice, emptied when the next one is asked for, by * 0.0")

add("8.1", r'''
def train(loss_of, parameters, step, steps):
    todo = list(range(steps))[::-1]
    while todo:
        n = todo.pop()
        perte = loss_of(n)
        for p in parameters: p.grad = 0.0
        perte.backward(); valeur = perte.data; step(n)
        yield valeur
''', "French, a stack of rounds, several commands a line")

add("8.1", r'''
def train(loss_of, parameters, step, steps):
    def rounds():
        for n in range(steps):
            for p in parameters:
                p.grad = 0.0
            yield n, loss_of(n)

    for n, loss in rounds():
        loss.backward()
        yield (loss.data, step(n))[0]
''', "a nested generator of losses, data and step in one pair")

add("8.1", r'''
def train(loss_of, parameters, step, steps):
    assert steps >= 0
    left = steps
    while left:
        n = steps - left
        left -= 1
        loss = loss_of(n)
        assert hasattr(loss, "backward"), "loss_of has to give a Value"
        for p in list(parameters):
            p.grad -= p.grad
        loss.backward()
        number = float(loss.data)
        step(n)
        yield number
''', "counts down, asserts, grad minus itself, float")

# ---------------------------------------------------------------- 8.2

add("8.2", r'''
def close(one, other):
    return len(one) == len(other) and all(abs(a - b) < 1e-9 for a, b in zip(one, other, strict=True))


my_train = train


def problem():
    """Two numbers, another batch and another rate in each round; some rounds ask only one of the numbers."""
    u, v = Value(1.5), Value(-0.5)
    batches = [(1.0, 2.0), (0.0, -1.0), (2.0, 0.0), (-1.0, 1.5), (0.5, 0.5)]
    seen = []

    def loss_of(n):
        a, b = batches[n % 5]
        return (u * a + v * b - 1) * (u * a + v * b - 1) + u * v * (a * b) - 1

    def step(n):
        for p in (u, v):
            p.data -= 0.05 / (1 + n) * p.grad
        seen.append((n, u.data, v.data, u.grad, v.grad))

    return loss_of, [u, v], step, seen


def same_as_mine(train):
    loss_of, parameters, step, seen = problem()
    losses = list(train(loss_of, parameters, step, 12))
    other_loss_of, other_parameters, other_step, other_seen = problem()
    expected = list(my_train(other_loss_of, other_parameters, other_step, 12))
    return close(losses, expected) and close(sum(map(list, seen), []), sum(map(list, other_seen), []))


def in_between(train):
    w, calls = Value(2.0), []

    def loss_of(n):
        calls.append(("loss", n))
        return w * w * 3

    def step(n):
        calls.append(("step", n))
        w.data -= 0.1 * w.grad

    running = iter(train(loss_of, [w], step, 10))
    number = 2.0
    for n in range(4):
        assert abs(next(running) - 3 * number**2) < 1e-9
        number -= 0.6 * number
        assert abs(w.data - number) < 1e-9
        assert calls == [(what, k) for k in range(n + 1) for what in ("loss", "step")]
    return True


tests = [same_as_mine, in_between]
''', "against the own loop, and what happens between two nexts")

add("8.2", r'''
def everything(train):
    """One test for all: it steps by hand along with the loop."""
    xs = [1.0, -2.0, 0.5]
    params = [Value(x) for x in xs]
    log = []

    def gradient(n, x):
        # loss: sum of c_i * x_i ** 2 + d_i * x_i
        return [2 * c(n) * xi + d(n) for c, d, xi in zip(C, D, x)]

    C = [lambda n: 1.0, lambda n: float(n % 3 == 0), lambda n: -0.25 * (n % 2)]
    D = [lambda n: n * 0.5, lambda n: 0.0, lambda n: 1.0 - n]

    def value_at(n, x):
        return sum((c(n) * xi * xi + d(n) * xi for c, d, xi in zip(C, D, x)), 0)

    def loss_of(n):
        log.append(("loss", n))
        return value_at(n, params)

    def step(n):
        log.append(("step", n))
        for p, g in zip(params, gradient(n, xs)):
            assert abs(p.grad - g) < 1e-9
        for p in params:
            p.data -= 0.1 / (n + 1) * p.grad

    rounds = 0
    for loss in train(loss_of, params, step, 7):
        assert isinstance(loss, (int, float)) and not isinstance(loss, bool)
        assert abs(loss - value_at(rounds, xs)) < 1e-9
        xs = [x - 0.1 / (rounds + 1) * g for x, g in zip(xs, gradient(rounds, xs))]
        assert all(abs(p.data - x) < 1e-9 for p, x in zip(params, xs))
        rounds += 1
        assert log == [(what, n) for n in range(rounds) for what in ("loss", "step")]
    return rounds == 7


tests = [everything]
''', "one single test that computes along by hand, with asserts")

add("8.2", r'''
def rundenzahl(train):
    w = Value(1.0)
    runden_loss, runden_step = [], []

    def loss_of(n):
        runden_loss.append(n)
        return w * 2

    def step(n):
        runden_step.append(n)

    verluste = list(train(loss_of, [w], step, 5))
    print(verluste)
    return len(verluste) == 5 and runden_loss == [0, 1, 2, 3, 4] and runden_step == [0, 1, 2, 3, 4]


def gradienten_frisch(train):
    a, b = Value(1.0), Value(2.0)
    gesehen = []

    def step(n):
        gesehen.append(a.grad)
        gesehen.append(b.grad)

    list(train(lambda n: a * 3 + b * (n + 1), [a, b], step, 4))
    return gesehen == [3, 1, 3, 2, 3, 3, 3, 4]


def verlust_vor_dem_schritt(train):
    w = Value(4.0)

    def step(n):
        w.data -= 1

    return close(list(train(lambda n: w * 1.0, [w], step, 4)), [4, 3, 2, 1])


def zahl(train):
    w = Value(1.0)
    return all(type(x) in (int, float) for x in train(lambda n: w * w, [w], lambda n: None, 3))


def steigt(train):
    """Auch wenn der Verlust steigt, unter 0 liegt oder 0 ist, geht es weiter."""
    w = Value(0.0)
    soll = [0.0, -5.0, 3.0, 3.0, 10.0, -7.0, 0.0, 1.0]
    return close(list(train(lambda n: w * 0 + soll[n], [w], lambda n: None, len(soll))), soll)


def schaut_dazwischen(train):
    w = Value(10.0)

    def step(n):
        w.data -= 2 * w.grad

    lauf = train(lambda n: w * 1, [w], step, 100)
    next(lauf)
    if w.data != 8.0:
        return False
    next(lauf)
    return w.data == 6.0


tests = [rundenzahl, gradienten_frisch, verlust_vor_dem_schritt, zahl, steigt, schaut_dazwischen]
''', "German, six small tests, one promise each")

add("8.2", r'''
def sees_what_it_should(train):
    w = Value(3.0)
    expected, x = [], 3.0
    for n in range(6):
        expected.append((x - n) ** 2)
        x -= 0.1 * 2 * (x - n)

    def step(n):
        w.data -= 0.1 * w.grad

    return close(list(train(lambda n: (w - n) ** 2, [w], step, 6)), expected)


tests = [falls, sees_what_it_should]
''', "short: the given test and one with expected losses")

add("8.2", r'''
import itertools


class Recorder:
    """Plays loss_of and step, and writes down what it is asked."""

    def __init__(self, *numbers):
        self.parameters = [Value(x) for x in numbers]
        self.events = []

    def loss_of(self, n):
        self.events.append(f"loss {n}")
        return sum(((p - n) ** 2 for p in self.parameters), Value(0.0))

    def step(self, n):
        self.events.append(f"step {n}")
        self.events.append(tuple(round(p.grad, 9) + 0.0 for p in self.parameters))
        for p in self.parameters:
            p.data -= 0.25 * (n + 1) * p.grad

    def by_hand(self, steps, numbers):
        events, losses = [], []
        for n in range(steps):
            losses.append(sum((x - n) ** 2 for x in numbers))
            events.append(f"loss {n}")
            events.append(f"step {n}")
            grads = [2 * (x - n) for x in numbers]
            events.append(tuple(round(g, 9) + 0.0 for g in grads))
            numbers = [x - 0.25 * (n + 1) * g for x, g in zip(numbers, grads)]
        return events, losses, numbers


def whole_run(train):
    r = Recorder(1.0, -1.0, 0.5)
    losses = [x for x in train(r.loss_of, r.parameters, r.step, 4)]
    events, expected, numbers = r.by_hand(4, [1.0, -1.0, 0.5])
    return r.events == events and close(losses, expected) and close([p.data for p in r.parameters], numbers)


def stopped_early(train):
    r = Recorder(2.0, 3.0)
    losses = list(itertools.islice(train(r.loss_of, r.parameters, r.step, 50), 3))
    events, expected, numbers = r.by_hand(3, [2.0, 3.0])
    return r.events == events and close(losses, expected) and close([p.data for p in r.parameters], numbers)


def twice_in_a_row(train):
    return whole_run(train) and whole_run(train)


def two_at_once(train):
    one, other = Recorder(1.0), Recorder(-2.0)
    pairs = list(zip(train(one.loss_of, one.parameters, one.step, 3), train(other.loss_of, other.parameters, other.step, 3)))
    return close([a for a, _ in pairs], one.by_hand(3, [1.0])[1]) and close(
        [b for _, b in pairs], other.by_hand(3, [-2.0])[1]
    )


tests = [whole_run, stopped_early, twice_in_a_row, two_at_once]
''', "a recorder class whose bound methods are loss_of and step, four tests")

add("8.2", r'''
def make_test(start, loss, slope, rate, steps):
    """A test of one number: loss(n, w) for Values and numbers, its slope by hand."""

    def test(train):
        w, x = Value(start), start

        def step(n):
            w.data -= rate(n) * w.grad

        k = 0
        for lost in train(lambda n: loss(n, w), [w], step, steps):
            if abs(lost - loss(k, x)) > 1e-9:
                return False
            x -= rate(k) * slope(k, x)
            if abs(w.data - x) > 1e-9:
                return False
            k += 1
        return k == steps

    return test


tests = [
    make_test(3.0, lambda n, w: w * w, lambda n, w: 2 * w, lambda n: 0.1, 20),
    make_test(1.0, lambda n, w: (w - n) * (w - n), lambda n, w: 2 * (w - n), lambda n: 0.3 / (1 + n), 15),
    make_test(-1.0, lambda n, w: w * (-1) ** n - 2, lambda n, w: (-1) ** n, lambda n: 1.0, 9),
    make_test(0.5, lambda n, w: w * w * w, lambda n, w: 3 * w * w, lambda n: -0.1, 5),
    make_test(2.0, lambda n, w: w * 0.0 + 1.0, lambda n, w: 0.0, lambda n: 1.0, 1),
]
''', "a factory of tests, closures, five of them")

add("8.2", r'''
def reference(loss_of, parameters, step, steps):
    """The loop that is trusted: a plain list, no generator."""
    losses = []
    for n in range(steps):
        for p in parameters:
            p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        losses.append(loss.data)
        step(n)
    return losses


def net_and_data():
    numbers = [Value(x) for x in (-0.8, 0.4, 0.3, 0.9, -0.5, -0.5, 0.5, 0.3, -0.4)]
    corners = [(0.0, 0.0, -1.0), (1.0, 1.0, -1.0), (0.0, 1.0, 1.0), (1.0, 0.0, 1.0)]

    def loss_of(n):
        w1, w2, b1, w3, w4, b2, v1, v2, b = numbers
        x1, x2, side = corners[n % 4]
        score = v1 * (w1 * x1 + w2 * x2 + b1).relu() + v2 * (w3 * x1 + w4 * x2 + b2).relu() + b
        return (score - side) ** 2

    def step(n):
        for x in numbers:
            x.data -= 0.2 / (1 + 0.1 * n) * x.grad

    return loss_of, numbers, step


def as_reference(train):
    mine_loss, mine_numbers, mine_step = net_and_data()
    their_loss, their_numbers, their_step = net_and_data()
    expected = reference(mine_loss, mine_numbers, mine_step, 30)
    assert close(list(train(their_loss, their_numbers, their_step, 30)), expected)
    assert close([p.data for p in their_numbers], [p.data for p in mine_numbers])
    return True


def calls(train):
    counted = {"loss": 0, "step": 0}
    w = Value(1.0)

    def loss_of(n):
        assert n == counted["loss"]
        counted["loss"] += 1
        return w + n

    def step(n):
        assert n == counted["step"] == counted["loss"] - 1
        assert w.grad == 1.0
        counted["step"] += 1
        w.data += 1

    k = 0
    for loss in train(loss_of, [w], step, 6):
        k += 1
        assert counted == {"loss": k, "step": k}, counted
        assert loss == 1 + 2 * (k - 1)
        assert w.data == 1 + k
    assert k == 6
    return True


tests = [as_reference, calls]
tests.append(falls)
''', "an own reference loop, the net of the lesson, counted calls")

add("8.2", r'''
def test_ordre(train):
    journal = []
    w = Value(1.0)

    def perte(n):
        journal.append("perte")
        return w * (n + 2)

    def pas(n):
        journal.append("pas")
        journal.append(w.grad)
        w.data = w.data + 1

    for valeur in train(perte, [w], pas, 3):
        journal.append(valeur)
        journal.append(w.data)
    return journal == ["perte", "pas", 2, 2, 2, "perte", "pas", 3, 6, 3, "perte", "pas", 4, 12, 4]


tests = [test_ordre]
''', "French, one journal compared with the expected one, small")

add("8.2", r'''
def run(train, rounds, take=None):
    w, b = Value(0.5), Value(0.25)
    rates = [0.5, 0.25, 0.125, 1.0, 0.0625]
    data = [(1, 1), (2, -1), (-1, 2), (0, 3), (3, 0)]

    def loss_of(n):
        x, y = data[n]
        return (w * x + b - y) ** 2

    def step(n):
        w.data -= rates[n] * w.grad
        b.data -= rates[n] * b.grad

    result = []
    running = train(loss_of, [w, b], step, rounds)
    while take is None or len(result) // 3 < take:
        try:
            loss = next(running)
        except StopIteration:
            break
        result += [loss, w.data, b.data]
    return result


def expected(rounds):
    w, b = 0.5, 0.25
    rates = [0.5, 0.25, 0.125, 1.0, 0.0625]
    data = [(1, 1), (2, -1), (-1, 2), (0, 3), (3, 0)]
    result = []
    for rate, (x, y) in list(zip(rates, data))[:rounds]:
        off = w * x + b - y
        w, b = w - rate * 2 * off * x, b - rate * 2 * off
        result += [off**2, w, b]
    return result


def agrees(train, rounds, take=None):
    return close(run(train, rounds, take), expected(min(rounds, take or rounds)))


tests = [lambda train: agrees(train, 5), lambda train: agrees(train, 1), lambda train: agrees(train, 5, take=2)]
''', "three lambdas about one function, next and StopIteration")

# ---------------------------------------------------------------- 9.1

add("9.1", r'''
def hinge(scores, labels):
    """The mean of what the points lack up to their margin of 1, as one Value."""
    return sum((1 - y * s).relu() for s, y in zip(scores, labels, strict=True)) / len(scores)
''', "one line, reversed minus, division by an int")

add("9.1", r'''
def hinge(scores, labels):
    total = Value(0.0)
    for i in range(len(scores)):
        margin = scores[i] * labels[i]
        lacks = (margin * -1 + 1).relu()
        total = total + lacks
    return total * (1 / len(scores))
''', "index loop, only + and *")

add("9.1", r'''
from functools import reduce
from operator import add, mul


def hinge(scores, labels):
    margins = map(mul, scores, labels)
    lacks = map(lambda m: (-m + 1.0).relu(), margins)
    return reduce(add, lacks) / float(len(labels))
''', "map and reduce, operator")

add("9.1", r'''
def hinge(scores, labels):
    """Wer seine 1 hat, bei dem wird mit 0 malgenommen."""
    summe = 0
    anzahl = 0
    for wert, etikett in zip(scores, labels):
        fehlt = 1 - etikett * wert
        if fehlt.data > 0:
            summe = summe + fehlt
        else:
            summe = summe + fehlt * 0.0
        anzahl = anzahl + 1
    mittel = summe / anzahl
    print("Mittel:", mittel.data)
    return mittel
''', "German, no relu: multiplied by 0 where nothing is missing, a print")

add("9.1", r'''
def hinge(scores: list, labels: list) -> Value:
    assert len(scores) == len(labels)

    def lack(score, label):
        match label:
            case 1:
                return (1 - score).relu()
            case -1:
                return (1 + score).relu()

    def mean(values):
        values = list(values)
        return sum(values, Value(0)) / Value(len(values))

    return mean(lack(s, y) for s, y in zip(scores, labels))
''', "match over the label, a nested mean, division by a Value")

add("9.1", r'''
def hinge(scores, labels):
    def total(lo, hi):
        if hi - lo == 1:
            return (1.0 - scores[lo] * labels[lo]).relu()
        middle = (lo + hi) // 2
        return total(lo, middle) + total(middle, hi)

    return total(0, len(scores)) / len(scores)
''', "recursion by halves over places")

add("9.1", r'''
def manques(scores, labels):
    """Ce qui manque à chaque point."""
    i = 0
    while i < len(scores):
        yield (1 - labels[i] * scores[i]).relu()
        i += 1


def hinge(scores, labels):
    n = len(scores)
    perte, *reste = manques(scores, labels)
    for m in reste:
        perte += m
    return perte * n**-1
''', "French, a generator beside it, times n ** -1")

add("9.1", r'''
def hinge(scores, labels):
    scores, labels = list(scores), list(labels)
    n = len(scores)
    lost = []
    while scores:
        s, y = scores.pop(), labels.pop()
        lost.append(((y - s) * y).relu() / n)
    return sum(lost)
''', "pops from copies, (label - score) * label, each divided by n")

add("9.1", r'''
class Hinge:
    def __init__(self, margin=1.0):
        self.margin = margin

    def lacks(self, score, label):
        return (Value(self.margin) - label * score).relu()

    def __call__(self, scores, labels):
        return sum(map(self.lacks, scores, labels)) / len(labels)


hinge = Hinge()
''', "a class with __call__, an object of it for a function")

# ---------------------------------------------------------------- 9.2

add("9.2", r'''
def accuracy(scores, labels):
    """The share of the points whose score says their label: a number from 0 to 1."""
    right = 0
    for score, label in zip(scores, labels, strict=True):
        number = score.data if isinstance(score, Value) else score
        says = 1 if number > 0 else -1
        if says == label:
            right += 1
    return right / len(labels)
''', "a loop that counts")

add("9.2", r'''
def accuracy(scores, labels):
    return sum((getattr(s, "data", s) > 0) == (y > 0) for s, y in zip(scores, labels)) / len(scores)
''', "one line, getattr with a default, a sum of bools")

add("9.2", r'''
from statistics import fmean


def accuracy(scores, labels):
    def says(score):
        try:
            return +1 if score.data > 0 else -1
        except AttributeError:
            return +1 if score > 0 else -1

    return fmean(map(float, map(lambda s, y: says(s) == y, scores, labels)))
''', "try and except, fmean, map")

add("9.2", r'''
def accuracy(scores, labels):
    anzahl_richtig = 0
    anzahl_alle = 0
    stelle = 0
    while stelle < len(scores):
        wert = scores[stelle]
        etikett = labels[stelle]
        if type(wert) == int or type(wert) == float:
            zahl = wert
        else:
            zahl = wert.data
        if zahl > 0 and etikett == 1:
            anzahl_richtig = anzahl_richtig + 1
        elif zahl <= 0 and etikett == -1:
            anzahl_richtig = anzahl_richtig + 1
        anzahl_alle = anzahl_alle + 1
        stelle = stelle + 1
    anteil = anzahl_richtig / anzahl_alle
    return anteil
''', "German, while, all cases written out")

add("9.2", r'''
import operator


def accuracy(scores, labels):
    numbers = [value(s).data for s in scores]
    said = [(-1, +1)[x > 0] for x in numbers]
    return list(map(operator.eq, said, labels)).count(True) / len(said)


def value(x):
    return x if isinstance(x, Value) else Value(x)
''', "all turned into Values first, a pair indexed by a bool, count")

add("9.2", r'''
from collections import Counter


def accuracy(scores, labels):
    def verdict(pair):
        match pair:
            case [Value(data=d), y] | [(int() | float()) as d, y]:
                return (d > 0) is (y == 1)

    counts = Counter(map(verdict, zip(scores, labels)))
    print(counts)
    return counts[True] / counts.total()
''', "match with a class pattern, Counter, a print")

add("9.2", r'''
def accuracy(scores, labels):
    wrong = [1 for s, y in zip(scores, labels) if (1 if (s.data if hasattr(s, "data") else s) > 0 else -1) != y]
    return 1 - len(wrong) / len(labels)
''', "1 minus the share of the wrong ones")

add("9.2", r'''
from functools import singledispatch


@singledispatch
def nombre(score):
    return score


@nombre.register(Value)
def _(score):
    return score.data


def accuracy(scores, labels):
    justes = [y for s, y in zip(scores, labels) if (nombre(s) > 0 and y > 0) or (not nombre(s) > 0 and y < 0)]
    return len(justes) / len(labels)
''', "French, singledispatch, a filtered list")

# ---------------------------------------------------------------- 9.3

add("9.3", r'''
def batches(count, size, shuffle):
    """Batches of `size` places each, without end; every epoch holds each of the places 0 to count - 1 once."""
    order = list(range(count))
    while True:
        shuffle(order)
        for start in range(0, count, size):
            yield order[start : start + size]
''', "the usual way, slices")

add("9.3", r'''
from itertools import islice


def batches(count, size, shuffle):
    order = [*range(count)]
    while True:
        shuffle(order)
        places = iter(order)
        while batch := tuple(islice(places, size)):
            yield batch
''', "islice of an iterator, walrus, tuples")

add("9.3", r'''
def batches(count, size, shuffle):
    reihenfolge = []
    for platz in range(count):
        reihenfolge.append(platz)
    while True:
        shuffle(reihenfolge)
        stapel = []
        for platz in reihenfolge:
            stapel.append(platz)
            if len(stapel) == size:
                yield stapel
                stapel = []
        if len(stapel) > 0:
            yield stapel
''', "German, filled one by one, what is left at the end")

add("9.3", r'''
def batches(count, size, shuffle):
    order = list(range(count))

    def epoch():
        shuffle(order)
        rest = order[:]
        while rest:
            yield rest[:size]
            rest = rest[size:]

    while True:
        yield from epoch()
''', "yield from a nested generator of one epoch")

add("9.3", r'''
from itertools import count as numbers


def batches(count, size, shuffle):
    order = list(range(count))
    cuts = -(-count // size)
    for n in numbers():
        epoch, k = divmod(n, cuts)
        if k == 0:
            shuffle(order)
            print("epoch", epoch)
        yield order[k * size : min((k + 1) * size, count)]
''', "one loop over all batches, divmod, a print at each epoch")

add("9.3", r'''
from collections import deque


def batches(count, size, shuffle):
    order = list(range(count))
    queue = deque()
    while True:
        if not queue:
            shuffle(order)
            queue.extend(order)
        yield [queue.popleft() for _ in range(min(size, len(queue)))]
''', "a deque that is refilled when it is empty")

add("9.3", r'''
class Ordre:
    """L'ordre des places, et où l'on en est."""

    def __init__(self, combien, taille, melanger):
        self.places = list(range(combien))
        self.taille = taille
        self.melanger = melanger

    def __iter__(self):
        while True:
            self.melanger(self.places)
            debut = 0
            while debut < len(self.places):
                fin = debut + self.taille
                yield self.places[debut:fin]
                debut = fin


def batches(count, size, shuffle):
    yield from Ordre(count, size, shuffle)
''', "French, a class with __iter__, yield from it")

add("9.3", r'''
from itertools import zip_longest
from typing import Callable, Iterator

NOBODY = object()


def batches(count: int, size: int, shuffle: Callable[[list], None]) -> Iterator[list[int]]:
    assert count > 0 and size > 0
    order: list[int] = list(range(count))
    while True:
        shuffle(order)
        for group in zip_longest(*[iter(order)] * size, fillvalue=NOBODY):
            yield [place for place in group if place is not NOBODY]
''', "zip_longest of one iterator, type hints")

add("9.3", r'''
def batches(count, size, shuffle):
    def cut(order):
        if not order:
            return []
        return [order[:size]] + cut(order[size:]) if len(order) <= 50 * size else halves(order)

    def halves(order):
        middle = len(order) // size // 2 * size
        return cut(order[:middle]) + cut(order[middle:])

    order = list(range(count))
    while shuffle(order) is None:
        yield from cut(order)
''', "recursive cutting, shuffle called in the condition of while")

# ---------------------------------------------------------------- 9.4

add("9.4", r'''
def learn(model, points, labels, size, steps, shuffle):
    """The losses of so many steps on batches, each a plain number; the model is trained by it."""
    parameters = model.parameters()
    feed = batches(len(points), size, shuffle)

    def loss_of(n):
        places = next(feed)
        return hinge([model(points[i]) for i in places], [labels[i] for i in places])

    def step(n):
        for p in parameters:
            p.data -= (1.0 - 0.9 * n / steps) * p.grad

    return list(train(loss_of, parameters, step, steps))
''', "train with two nested functions, a list")

add("9.4", r'''
def learn(model, points, labels, size, steps, shuffle):
    places = batches(len(points), size, shuffle)

    def loss_of(_):
        batch = [(model(points[i]), labels[i]) for i in next(places)]
        scores, sides = map(list, zip(*batch))
        return hinge(scores, sides)

    def step(n):
        rate = 1.0 + (0.1 - 1.0) * (n / steps)
        for p in model.parameters():
            p.data = p.data - rate * p.grad

    yield from train(loss_of, model.parameters(), step, steps)
''', "a generator, zip(*...), parameters asked for each time")

add("9.4", r'''
def learn(model, points, labels, size, steps, shuffle):
    verluste = []
    stapel = batches(len(points), size, shuffle)
    rate = 1.0
    weniger = 0.9 / steps
    schritt = 0
    while schritt < steps:
        plaetze = next(stapel)
        werte = []
        etiketten = []
        for platz in plaetze:
            punkt = points[platz]
            wert = model(punkt)
            werte.append(wert)
            etiketten.append(labels[platz])
        verlust = hinge(werte, etiketten)
        for parameter in model.parameters():
            parameter.grad = 0.0
        verlust.backward()
        verluste.append(verlust.data)
        for parameter in model.parameters():
            parameter.data = parameter.data - rate * parameter.grad
        print("Schritt", schritt, "Rate", rate, "Verlust", verlust.data)
        rate = rate - weniger
        schritt = schritt + 1
    return verluste
''', "German, the loop by hand, the rate less and less, a print")

add("9.4", r'''
class _Learning:
    def __init__(self, model, points, labels, feed, steps):
        self.model, self.points, self.labels, self.feed, self.steps = model, points, labels, feed, steps

    @property
    def parameters(self):
        return self.model.parameters()

    def rate(self, n):
        return (self.steps - 0.9 * n) / self.steps

    def loss_of(self, n):
        places = next(self.feed)
        return hinge(list(map(self.model, map(self.points.__getitem__, places))), list(map(self.labels.__getitem__, places)))

    def step(self, n):
        for p in self.parameters:
            p.data += -self.rate(n) * p.grad


def learn(model, points, labels, size, steps, shuffle):
    it = _Learning(model, points, labels, batches(len(points), size, shuffle), steps)
    return train(it.loss_of, it.parameters, it.step, steps)
''', "a class with bound methods, a property, train's generator itself given back")

add("9.4", r'''
from operator import itemgetter


def learn(model, points, labels, size, steps, shuffle):
    rates = [1.0 - k * (1.0 - 0.1) / steps for k in range(steps)]
    p = model.parameters()
    losses = []
    for rate, places in zip(rates, batches(len(points), size, shuffle)):
        loss = hinge([model(itemgetter(i)(points)) for i in places], [itemgetter(i)(labels) for i in places])
        for v in p:
            v.grad = 0.0
        loss.backward()
        losses.append(loss.data)
        for v in p:
            v.data -= rate * v.grad
    return losses
''', "zip of rates and batches, rates first, no train")

add("9.4", r'''
def learn(model, points, labels, size, steps, shuffle):
    lots = batches(len(points), size, shuffle)
    params = model.parameters()

    def taux(n):
        """De 1.0 vers 0.1, en ligne droite."""
        return 1.0 - n * 0.9 / steps

    def perte(n):
        lot = next(lots)
        return hinge(scores=[model(points[i]) for i in lot], labels=[labels[i] for i in lot])

    def pas(n):
        t = taux(n)
        for p in params:
            p.data -= t * p.grad

    pertes = []
    for valeur in train(perte, params, pas, steps):
        pertes.append(valeur)
    assert len(pertes) == steps
    return pertes
''', "French, keyword arguments, an append loop over train")

add("9.4", r'''
def learn(model, points, labels, size, steps, shuffle):
    data = list(zip(points, labels))
    feed = iter(batches(len(data), size, shuffle))
    schedule = iter([(10 * steps - 9 * n) / (10 * steps) for n in range(steps)])

    def loss_of(n):
        chosen = [data[place] for place in next(feed)]
        return hinge([model(x) for x, _ in chosen], [y for _, y in chosen])

    def step(n):
        rate = next(schedule)
        for p in model.parameters():
            p.data -= rate * p.grad

    return [loss for loss in train(loss_of, model.parameters(), step, steps)]
''', "points and labels zipped, the rates from an iterator")

add("9.4", r'''
def learn(model, points, labels, size, steps, shuffle):
    """A generator by hand, that empties the gradients when it has used them, too."""

    def zero():
        for p in model.parameters():
            p.grad = 0.0

    feed = batches(len(points), size, shuffle)
    for n in range(steps):
        scores, wanted = [], []
        for i in next(feed):
            scores += [model(points[i])]
            wanted += [labels[i]]
        zero()
        (loss := hinge(scores, wanted)).backward()
        for p in model.parameters():
            p.data -= (1 - 0.9 * n / steps) * p.grad
        zero()
        yield loss.data
''', "a generator with the loop in it, walrus")

# ---------------------------------------------------------------- 9.5

add("9.5", r'''
def bring_over(model, points, labels):
    """(place, change): the change of one parameter with which all points are right."""

    def all_right():
        return all((model(x).data > 0) == (y > 0) for x, y in zip(points, labels))

    for place, p in enumerate(model.parameters()):
        before = p.data
        for tenth in range(-20, 21):
            p.data = before + tenth / 10
            found = all_right()
            p.data = before
            if found:
                return place, tenth / 10
''', "two loops, put back before it is looked at what came out")

add("9.5", r'''
from itertools import product


def bring_over(model, points, labels):
    parameters = model.parameters()
    old = [p.data for p in parameters]
    try:
        for place, tenths in product(range(len(parameters)), range(-20, 21)):
            parameters[place].data = old[place] + tenths / 10
            if accuracy([model(x) for x in points], labels) == 1:
                return place, tenths / 10
            parameters[place].data = old[place]
    finally:
        for p, x in zip(parameters, old):
            p.data = x
''', "product, accuracy of 9.2, try and finally")

add("9.5", r'''
from contextlib import contextmanager


@contextmanager
def moved(p, change):
    before = p.data
    p.data = before + change
    try:
        yield
    finally:
        p.data = before


def bring_over(model, points, labels):
    def right(place, change):
        with moved(model.parameters()[place], change):
            return all(model(x).data > 0 if y == 1 else model(x).data <= 0 for x, y in zip(points, labels))

    changes = sorted((k / 10 for k in range(-20, 21)), key=abs)
    return next((i, c) for c in changes for i in range(len(model.parameters())) if right(i, c))
''', "a context manager, next of a generator, smallest changes first")

add("9.5", r'''
def bring_over(model, points, labels):
    parameter_liste = model.parameters()
    stelle = 0
    while stelle < len(parameter_liste):
        alt = parameter_liste[stelle].data
        zehntel = -20
        while zehntel <= 20:
            aenderung = zehntel / 10
            parameter_liste[stelle].data = alt + aenderung
            falsche = 0
            for nummer in range(len(points)):
                wert = model(points[nummer]).data
                if wert > 0:
                    sagt = 1
                else:
                    sagt = -1
                if sagt != labels[nummer]:
                    falsche = falsche + 1
            parameter_liste[stelle].data = alt
            if falsche == 0:
                print("gefunden:", stelle, aenderung)
                return (stelle, aenderung)
            zehntel = zehntel + 1
        stelle = stelle + 1
    return None
''', "German, while in while, a print")

add("9.5", r'''
from collections import namedtuple

Move = namedtuple("Move", "place change")


def bring_over(model, points, labels):
    says = lambda x: 1 if model(x).data > 0 else -1
    pairs = list(zip(points, labels))
    pairs.sort(key=lambda pair: says(pair[0]) == pair[1])  # the wrong one first, so that most tries end at once

    def tries():
        for place, p in enumerate(model.parameters()):
            for k in range(1, 21):
                yield from ((p, Move(place, k / 10)), (p, Move(place, -k / 10)))

    for p, move in tries():
        keep, p.data = p.data, p.data + move.change
        good = all(says(x) == y for x, y in pairs)
        p.data = keep
        if good:
            return move
''', "namedtuple, generator of tries, the wrong point first")

add("9.5", r'''
import random as hasard


def bring_over(model, points, labels):
    """On essaie au hasard, d'abord les dixièmes, mélangés."""
    params = model.parameters()
    avant = [p.data for p in params]
    essais = [(i, d / 10) for i in range(len(params)) for d in range(-20, 21) if d != 0]
    hasard.Random(0).shuffle(essais)
    trouve = None
    while trouve is None:
        i, d = essais.pop()
        params[i].data = avant[i] + d
        if all(y * (1 if model(x).data > 0 else -1) > 0 for x, y in zip(points, labels)):
            trouve = (i, d)
        params[i].data = avant[i]
    assert [p.data for p in params] == avant
    return trouve
''', "French, tries in a shuffled order, an own Random")

add("9.5", r'''
def bring_over(model, points, labels):
    parameters = model.parameters()

    def works(place, change):
        p = parameters[place]
        before = p.data
        p.data += change
        try:
            return accuracy([model(x) for x in points], labels) > 1 - 1e-9
        finally:
            p.data = before

    def search(place):
        for change in (k / 20 for k in range(-80, 81)):
            if works(place, change):
                return place, change
        return search(place + 1)

    return search(0)
''', "recursion over the places, a finer and wider grid")

add("9.5", r'''
from math import nextafter, inf


def bring_over(model, points, labels):
    """All that work, and of those the one in the middle of its longest run, which is the safest."""
    best = (0, None, None)
    for place, p in enumerate(model.parameters()):
        start, run = p.data, []
        for k in [*range(-20, 21), None]:
            ok = False
            if k is not None:
                p.data = start + k / 10
                ok = all((1 if model(x).data > 0 else -1) == y for x, y in zip(points, labels))
            if ok:
                run.append(k / 10)
            else:
                if len(run) > best[0]:
                    best = (len(run), place, run[len(run) // 2])
                run = []
        p.data = start
    return best[1:]
''', "looks at all, the middle of the longest run of changes, unused import left")

# ---------------------------------------------------------------- practices

PULL = '''
def pull(w, x, t):
    return 2 * (w * x - t) * x

'''

add("07 complete_together", PULL + r'''
def together(w, points):
    total = 0.0
    for x, t in points:
        total = total + pull(w, x, t)
    return total
''', "total in the place of the dots")

add("07 complete_together", PULL + r'''
def together(w, points):
    total = 0.0
    for x, t in points:
        total += pull(w, x, t)
    return total
''', "+=")

add("07 complete_together", PULL + r'''
def together(w, points):
    return sum(pull(w, x, t) for x, t in points)
''', "a sum")

add("07 complete_together", PULL + r'''
from itertools import starmap


def together(w, points):
    """Alle Wünsche zusammen."""
    wuensche = list(starmap(lambda x, t: pull(w, x, t), points))
    print(wuensche)
    summe = 0
    while wuensche:
        summe = wuensche.pop(0) + summe
    return summe
''', "German, starmap, while, a print")

add("07 mend_row", r'''
def row(nout, make):
    return [make() for _ in range(nout)]
''', "a comprehension")

add("07 mend_row", r'''
def row(nout, make):
    made = []
    while len(made) < nout:
        made.append(make())
    return made
''', "while and append")

add("07 mend_row", r'''
from itertools import repeat, starmap


def row(nout, make):
    return list(starmap(make, repeat((), nout)))
''', "starmap of nothing, repeated")

add("07 mend_row", r'''
def row(nout, make):
    return [f() for f in [make] * nout]
''', "the list times nout, of the function itself")

add("07 mend_row", r'''
def row(nout, make):
    def rangee():
        for i in range(nout):
            neurone = make()
            yield neurone

    resultat = list(rangee())
    assert len(resultat) == nout
    return resultat
''', "French, a nested generator, an assert")

add("08 complete_wants", r'''
def wants(loss_of, examples, w):
    found = []
    for example in examples:
        w.grad = 0.0
        loss_of(example).backward()
        found.append(w.grad)
    return found
''', "the missing line")

add("08 complete_wants", r'''
def wants(loss_of, examples, w):
    def alone(example):
        loss = loss_of(example)
        w.grad = 0
        loss.backward()
        return w.grad

    return [alone(example) for example in examples]
''', "a nested function, emptied between forward and backward, an int 0")

add("08 complete_wants", r'''
def wants(loss_of, examples, w):
    found = []
    for example in examples:
        w.grad -= w.grad
        loss_of(example).backward()
        found.append(w.grad)
        print(example, w.grad)
    return found
''', "grad minus itself, a print")

add("08 complete_wants", r'''
def wants(loss_of, examples, w):
    found = []
    w.grad = 0.0
    for example in examples:
        loss_of(example).backward()
        found.append(w.grad)
        w.grad = 0.0
    return found
''', "emptied before the loop and after each look")

add("08 mend_step", r'''
def step(parameters, lr):
    for p in parameters:
        p.data = p.data - lr * p.grad
''', "p.data in the place of p")

add("08 mend_step", r'''
def step(parameters, lr):
    for p in parameters:
        p.data -= lr * p.grad
''', "-=")

add("08 mend_step", r'''
def step(parameters, lr):
    i = 0
    while i < len(parameters):
        gradient = parameters[i].grad
        deplacement = -lr * gradient
        parameters[i].data += deplacement
        i += 1
''', "French, while, by index, step by step")

add("08 mend_step", r'''
def step(parameters, lr):
    new = [p.data - p.grad * lr for p in parameters]
    for p, x in zip(parameters, new):
        setattr(p, "data", x)
''', "all new numbers first, then setattr")

add("09 complete_missing", r'''
def missing(label, score):
    return max(0.0, 1 - label * score)
''', "1 - label * score")

add("09 complete_missing", r'''
def missing(label, score):
    return max(0.0, 1.0 - score if label > 0 else 1.0 + score)
''', "a case for each label")

add("09 complete_missing", r'''
def missing(label, score):
    return max(0.0, label * (label - score))
''', "label * (label - score)")

add("09 complete_missing", r'''
def missing(label, score):
    rand = label * score
    if rand >= 1:
        return 0
    return 1 - rand
''', "German, an if for max, an int 0")

add("09 complete_missing", r'''
def missing(label, score):
    match label:
        case 1:
            return max(0.0, 1 - score)
        case -1:
            return max(0.0, score + 1)
''', "match")

add("09 mend_split", r'''
def split(points, share, shuffle):
    many = round(share * len(points))
    shuffle(points)
    learn = points[:many]
    test = points[many:]
    return learn, test
''', "the second shuffle is gone")

add("09 mend_split", r'''
def split(points, share, shuffle):
    shuffle(points)
    many = round(share * len(points))
    return points[:many], points[many:]
''', "shorter, shuffled first of all")

add("09 mend_split", r'''
def split(points, share, shuffle):
    many = round(share * len(points))
    mixed = list(points)
    shuffle(mixed)
    learn, test = [], []
    for place, point in enumerate(mixed):
        if place < many:
            learn.append(point)
        else:
            test.append(point)
    return learn, test
''', "a shuffled copy, a loop")

add("09 mend_split", r'''
from itertools import islice


def split(points, share, shuffle):
    combien = round(share * len(points))
    shuffle(points)
    # shuffle(points)
    restants = iter(points)
    apprendre = list(islice(restants, combien))
    return apprendre, list(restants)
''', "French, an iterator cut in two, the line commented out")

# ---------------------------------------------------------------- some more of each

add("7.1", r'''
class Neuron:
    def __init__(self, nin, nonlin=True, draw=lambda: random.uniform(-1, 1)):
        self.kanten, self.schwelle, self.mit_knick = [], Value(0.0), nonlin
        for _ in range(nin):
            self.kanten.append(Value(draw()))

    def erregung(self, x):
        return sum((k * xi for k, xi in zip(self.kanten, x)), start=self.schwelle)

    def __call__(self, x):
        z = self.erregung(x)
        if self.mit_knick and z.data <= 0:
            return z * 0.0  # das Tor ist zu, und nichts geht zurück
        return z

    def parameters(self):
        return [*self.kanten] + [self.schwelle]
''', "German, the bend by hand without relu, a third argument with a default")

add("7.1", r'''
from abc import ABC, abstractmethod


class HasParameters(ABC):
    @abstractmethod
    def parameters(self):
        ...


def identity(v):
    return v


class Neuron(HasParameters):
    activations = {True: Value.relu, False: identity}

    def __init__(self, nin, nonlin=True):
        super().__init__()
        self.__weights = [None] * nin
        for i, _ in enumerate(self.__weights):
            self.__weights[i] = Value(random.uniform(-1.0, 1.0))
        self.__bias = Value(0.0)
        self.__activation = self.activations[bool(nonlin)]

    def __call__(self, x):
        pre = self.__bias
        for i, xi in enumerate(x):
            pre = pre + xi * self.__weights[i]
        return self.__activation(pre)

    def parameters(self):
        return self.__weights.copy() + [self.__bias]
''', "abstract base class, private names, a dictionary of activations")

add("7.2", r'''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self._n = [Neuron(nin, nonlin) for _ in range(nout)]

    def __len__(self):
        return len(self._n)

    def __iter__(self):
        return iter(self._n)

    def __getitem__(self, i):
        return self._n[i]

    def __call__(self, x):
        o = [n(x) for n in self]
        return o if o[1:] else o[0]

    def parameters(self):
        ps = []
        ps.extend(p for n in self for p in n.parameters())
        return ps
''', "a container with __len__, __iter__, __getitem__")

add("7.3", r'''
class MLP:
    def __init__(self, nin, nouts):
        self.layers = []
        inputs = nin
        for outputs in nouts[:-1]:
            self.layers.append(Layer(inputs, outputs))
            inputs = outputs
        self.layers.append(Layer(inputs, nouts[-1], nonlin=False))

    def __call__(self, x):
        for layer in self.layers:
            try:
                iter(x)
            except TypeError:
                x = [x]
            x = layer(x)
        return x

    def parameters(self):
        queue, found = list(self.layers), []
        while queue:
            found += queue.pop(0).parameters()
        return found
''', "try and except for a single Value, a queue of layers")

add("7.3", r'''
from itertools import accumulate


class MLP:
    def __init__(self, nin, nouts):
        self.layers = tuple(
            Layer(before, after, nonlin=number < len(nouts))
            for number, (before, after) in enumerate(zip((nin, *nouts[:-1]), nouts), start=1)
        )

    def activations(self, x):
        """x, and what each of the layers gives."""
        return list(accumulate(self.layers, lambda h, layer: layer(h if type(h) is list else [h]), initial=x))

    def __call__(self, x):
        *_, last = self.activations(x)
        return last

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "accumulate, of which the last is taken")

add("7.4", r'''
# look along the diagonal of -1: there the two of +1 lie somewhere between the two ends
(p1, p2, _), (q1, q2, _) = [c for c in corners.values() if c[2] < 0]
w1, w2 = q1 - p1, q2 - p2


def t(x1, x2):
    return w1 * (x1 - p1) + w2 * (x2 - p2)


end = t(q1, q2)
near, far = sorted(t(x1, x2) for x1, x2, side in corners.values() if side > 0)
down = -4 / (end - far)  # from 2 at the farther one of +1 to -2 at the end
top = 2 - down * (far - near)
up = (top + 2) / near
start = -(w1 * p1 + w2 * p2)
nine = [w1, w2, start, w1, w2, start - near, up, down - up, -2]
''', "along the other diagonal, up and down again, with two slopes")

add("7.4", r'''
ecken_minus = []
ecken_plus = []
for name, ecke in corners.items():
    if ecke[2] == 1:
        ecken_plus.append(ecke)
    if ecke[2] == -1:
        ecken_minus.append(ecke)

r, s = ecken_plus[0], ecken_plus[1]
p = ecken_minus[0]
n1 = r[1] - s[1]
n2 = s[0] - r[0]
c = n1 * r[0] + n2 * r[1]
abstand = n1 * p[0] + n2 * p[1] - c
if abstand < 0:
    n1, n2, c, abstand = -n1, -n2, -c, -abstand
erstes = [n1, n2, -c]
zweites = [-n1, -n2, c]
letztes = [-100 / abstand, -100 / abstand, 50]
nine = erstes + zweites + letztes
''', "German, a very large margin, three lists put together")

add("7.5", r'''
from fractions import Fraction as F
import math

ax, ay = points["A"][0], points["A"][1]
bx, by = points["B"][0], points["B"][1]
cx, cy = points["C"][0], points["C"][1]
dx, dy = points["D"][0], points["D"][1]

# A + t (B - A) = C + u (D - C)
nenner = (bx - ax) * (cy - dy) - (by - ay) * (cx - dx)
t = ((cx - ax) * (cy - dy) - (cy - ay) * (cx - dx)) / nenner
u = ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / nenner
t, u = F(t).limit_denominator(10**5), F(u).limit_denominator(10**5)
gemeinsam = math.lcm(t.denominator, u.denominator)
times = {}
times["A"] = (1 - t) * gemeinsam
times["B"] = t * gemeinsam
times["C"] = (1 - u) * gemeinsam
times["D"] = u * gemeinsam
for name in times:
    times[name] = int(times[name])
''', "German, the crossing in decimals, then back to fractions")

add("8.1", r'''
def train(loss_of, parameters, step, steps):
    for n in range(steps):
        if n > 0:
            for p in parameters:
                p.grad = 0.0
        loss = loss_of(n)
        loss.backward()
        step(n)
        yield loss.data
''', "emptied from the second round on, since they begin at 0.0")

add("8.1", r'''
class Rounds:
    def __init__(self, loss_of, parameters, step, steps):
        self.args = loss_of, parameters, step
        self.left = iter(range(steps))

    def __iter__(self):
        return self

    def __next__(self):
        n = next(self.left)
        loss_of, parameters, step = self.args
        loss = loss_of(n)
        for p in parameters:
            p.grad = 0.0
        loss.backward()
        before = loss.data
        step(n)
        return before


def train(loss_of, parameters, step, steps):
    yield from Rounds(loss_of, parameters, step, steps)
''', "an iterator class with __next__, and yield from it")

add("8.1", r'''
def train(loss_of, parameters, step, steps):
    n = -1
    try:
        while (n := n + 1) < steps:
            perte = loss_of(n)
            for p in parameters:
                p.grad = 0.0
            perte.backward()
            avant = perte.data
            step(n)
            yield avant
    finally:
        print("terminé après", n, "tours")
''', "French, walrus, try and finally with a print")

add("8.2", r'''
def hits_every_round(train):
    """Three numbers, of which each round asks one alone: the others must not move."""
    ps = [Value(1.0), Value(10.0), Value(100.0)]
    history = []

    def loss_of(n):
        return ps[n % 3] * (n + 1) - 50

    def step(n):
        history.append([p.grad for p in ps])
        for p in ps:
            p.data -= (n + 1) * p.grad

    losses = []
    positions = []
    for loss in train(loss_of, ps, step, 5):
        losses.append(loss)
        positions.append([p.data for p in ps])

    return (
        close(losses, [-49, -30, 250, -50, -20])
        and history == [[1, 0, 0], [0, 2, 0], [0, 0, 3], [4, 0, 0], [0, 5, 0]]
        and positions == [[0, 10, 100], [0, 6, 100], [0, 6, 91], [-16, 6, 91], [-16, -19, 91]]
    )


def asks_once(train):
    asked = []
    w = Value(1.0)

    def loss_of(n):
        asked.append(n)
        return w * w

    def step(n):
        asked.append(-n)

    for _ in train(loss_of, [w], step, 3):
        asked.append("loss")
    return asked == [0, 0, "loss", 1, -1, "loss", 2, -2, "loss"]


tests = [hits_every_round, asks_once]
''', "expected numbers worked out on paper, two tests")

add("8.2", r'''
import random

tests = []


def test(f):
    tests.append(f)
    return f


def by_hand(a, x, rate, steps):
    """loss a[n] / 2 * x ** 2 + x"""
    losses, places = [], []
    for n in range(steps):
        losses.append(a[n] / 2 * x**2 + x)
        x -= rate(n) * (a[n] * x + 1)
        places.append(x)
    return losses, places


def rate(n):
    return 0.3 / (n + 1)


@test
def hundred_rounds(train):
    dice = random.Random(1)
    a = [dice.uniform(0, 2) for _ in range(100)]
    w, places = Value(1.5), []

    def step(n):
        w.data -= rate(n) * w.grad
        places.append(w.data)

    losses = list(train(lambda n: w**2 * (a[n] / 2) + w, [w], step, 100))
    expected_losses, expected_places = by_hand(a, 1.5, rate, 100)
    return close(losses, expected_losses) and close(places, expected_places)


@test
def two_parameters(train):
    u, v = Value(1.0), Value(2.0)
    grads = []
    losses = list(train(lambda n: u * 2 + v * n, [u, v], lambda n: grads.append((u.grad, v.grad)), 3))
    return grads == [(2, 0), (2, 1), (2, 2)] and close(losses, [2, 4, 6])


@test
def moved_when_yielded(train):
    w, count = Value(0.0), 0

    def step(n):
        w.data += 1

    for loss in train(lambda n: w + 1, [w], step, 4):
        count += 1
        if w.data != count or loss != count:
            return False
    return count == 4
''', "a decorator that gathers the tests, one with chance of its own seed")

add("9.1", r'''
def hinge(scores, labels):
    lacks = []
    for score, label in zip(scores, labels):
        gap = 1 + -1 * label * score
        lacks.append(gap * (gap.data > 0))
    return sum(lacks, Value(0.0)) * (1.0 / len(lacks))
''', "gap times a bool in the place of relu")

add("9.1", r'''
def hinge(scores, labels):
    n = len(scores)

    def terms():
        yield from (Value.relu(-(s * y - 1)) for s, y in zip(scores, labels, strict=True))

    mean = Value(0.0)
    for term in terms():
        mean = mean + term / n
    return mean
''', "a nested generator, -(s * y - 1), each term over n")

add("9.2", r'''
def accuracy(scores: "list[Value | float]", labels: list) -> float:
    """Anteil der richtigen Punkte."""
    richtig = falsch = 0
    for s, y in zip(scores, labels):
        if isinstance(s, Value):
            s = s.data
        if s > 0:
            if y > 0:
                richtig += 1
            else:
                falsch += 1
        else:
            if y > 0:
                falsch += 1
            else:
                richtig += 1
    assert richtig + falsch == len(labels)
    return richtig / (richtig + falsch)
''', "German, right and wrong counted apart, nested ifs")

add("9.3", r'''
from itertools import cycle


def batches(count, size, shuffle):
    order = list(range(count))
    for start in cycle(range(0, count, size)):
        if start == 0:
            shuffle(order)
        yield order[start : start + size]
''', "cycle over the starts, shuffled at 0")

add("9.3", r'''
from itertools import groupby


def batches(count, size, shuffle):
    order = [i for i in range(count)]
    while 1:
        shuffle(order)
        for _, group in groupby(enumerate(order), key=lambda pair: pair[0] // size):
            yield [place for _, place in group]
''', "groupby over the numbers of the places")

add("9.4", r'''
from functools import partial


def falling(steps):
    for n in range(steps):
        yield 1.0 - 0.9 * n / steps


def batch_loss(model, points, labels, feed, n):
    scores, sides = [], []
    for place in next(feed):
        scores.append(model(points[place]))
        sides.append(labels[place])
    return hinge(scores, sides)


def descend(parameters, rates, n):
    rate = next(rates)
    for p in parameters:
        p.data -= rate * p.grad


def learn(model, points, labels, size, steps, shuffle):
    ps = model.parameters()
    feed = batches(len(points), size, shuffle)
    return list(
        train(partial(batch_loss, model, points, labels, feed), ps, partial(descend, ps, falling(steps)), steps)
    )
''', "partial of functions beside it, rates from a generator")

add("9.4", r'''
def learn(model, points, labels, size, steps, shuffle):
    b, P = batches(len(points), size, shuffle), model.parameters()

    def step(n):
        for p in P: p.data -= (1 - .9 * n / steps) * p.grad

    return [*train(lambda n: hinge(*map(list, zip(*((model(points[i]), labels[i]) for i in next(b))))), P, step, steps)]
''', "as short as it goes")

add("9.5", r'''
def bring_over(model, points, labels):
    params = model.parameters()

    def wrong(place, change):
        keep = params[place].data
        params[place].data = keep + change
        count = sum((1 if model(x).data > 0 else -1) != y for x, y in zip(points, labels))
        params[place].data = keep
        return count

    return min(
        ((place, k / 10) for place in range(len(params)) for k in range(-20, 21)),
        key=lambda move: wrong(*move),
    )
''', "min over all moves by the number of wrong points")

add("9.5", r'''
class Probe:
    """Versucht eine Änderung und nimmt sie zurück."""

    def __init__(self, model, points, labels):
        self.model = model
        self.aufgaben = list(zip(points, labels))

    def __call__(self, stelle, um):
        p = self.model.parameters()[stelle]
        vorher = p.data
        p.data = vorher + um
        gut = True
        for punkt, etikett in self.aufgaben:
            if (self.model(punkt).data > 0) != (etikett == 1):
                gut = False
                break
        p.data = vorher
        return gut


def bring_over(model, points, labels):
    probe = Probe(model, points, labels)
    aenderungen = [-2.0, -1.9, -1.8, -1.7, -1.6, -1.5, -1.4, -1.3, -1.2, -1.1, -1.0, -0.9, -0.8, -0.7, -0.6, -0.5,
                   -0.4, -0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5,
                   1.6, 1.7, 1.8, 1.9, 2.0]
    ergebnis = None
    for stelle in reversed(range(len(model.parameters()))):
        for um in aenderungen:
            if ergebnis is None and probe(stelle, um):
                ergebnis = (stelle, um)
    return ergebnis
''', "German, a class with __call__, changes written out, from the last parameter")

add("07 mend_row", r'''
def row(nout, make):
    return list(map(lambda _: make(), range(nout)))
''', "map with a lambda")

add("08 complete_wants", r'''
def wants(loss_of, examples, w):
    def each():
        for example in examples:
            setattr(w, "grad", 0.0)
            loss_of(example).backward()
            yield w.grad

    return list(each())
''', "a nested generator, setattr")
