"""Right answers in unusual styles, lessons 7 to 9. Form: see FORMAT.md."""

ANSWERS = []


def add(exercise, source, style, needs=None):
    ANSWERS.append({"exercise": exercise, "source": source, "style": style, "needs": needs or {}})


# ---------------------------------------------------------------- 7.1

add("7.1", '''
import operator


class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = list(map(Value, (random.uniform(-1, 1) for _ in range(nin))))
        self.b = Value(0.0)
        self.act = Value.relu if nonlin else lambda v: v

    def __call__(self, x):
        return self.act(sum(map(operator.mul, self.w, x), self.b))

    def parameters(self):
        return [*self.w, self.b]
''', "operator.mul and map, the activation kept as a function")

add("7.1", '''
from functools import reduce


class Neuron:
    __slots__ = ("weights", "bias", "bends")

    def __init__(self, nin, nonlin=True):
        self.bias, self.bends = Value(0.0), nonlin
        self.weights = [Value(random.uniform(-1, 1)) for _ in range(nin)]

    def __call__(self, x):
        score = reduce(lambda total, pair: total + pair[0] * pair[1], zip(self.weights, x), self.bias)
        return (score, score.relu())[1] if self.bends else score

    def parameters(self):
        return self.weights + [self.bias]
''', "reduce, __slots__, bias made before the weights")

add("7.1", '''
from dataclasses import dataclass, field


@dataclass(eq=False)
class Neuron:
    nin: int
    nonlin: bool = True
    w: list = field(init=False, repr=False)
    b: object = field(init=False, repr=False)

    def __post_init__(self):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(self.nin)]
        self.b = Value(0.0)

    def __call__(self, x):
        out = self.b + sum(xi * wi for xi, wi in zip(x, self.w, strict=True))
        if self.nonlin:
            out = out.relu()
        return out

    def parameters(self):
        return list(self.w) + [self.b]
''', "dataclass with __post_init__, numbers on the left of Values")

add("7.1", '''
class Neuron:
    def __init__(self, nin, nonlin=True):
        self.weights = []
        number_of_weight = 0
        while number_of_weight < nin:
            chance = random.uniform(-1, 1)
            self.weights.append(Value(chance))
            number_of_weight = number_of_weight + 1
        self.bias = Value(0.0)
        self.all_parameters = self.weights.copy()
        self.all_parameters.append(self.bias)
        self.with_relu = nonlin

    def __call__(self, x):
        result = Value(0.0)
        for place in range(0, len(self.weights)):
            product = self.weights[place] * x[place]
            result = result + product
        result = result + self.bias
        if self.with_relu == False:
            return result
        else:
            return result.relu()

    def parameters(self):
        return self.all_parameters
''', "verbose beginner's code, the same list object at each call of parameters")

# ---------------------------------------------------------------- 7.2

add("7.2", '''
from itertools import chain


class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = tuple(Neuron(nin, nonlin) for _ in range(nout))

    def __call__(self, x):
        first, *rest = (neuron(x) for neuron in self.neurons)
        return [first, *rest] if rest else first

    def parameters(self):
        return list(chain.from_iterable(map(Neuron.parameters, self.neurons)))
''', "tuple of neurons, starred unpacking, chain.from_iterable")

add("7.2", '''
class Layer(list):
    """A list of neurons that can be called."""

    def __init__(self, nin, nout, nonlin=True):
        super().__init__()
        for _ in range(nout):
            self.append(Neuron(nin, nonlin=nonlin))

    def __call__(self, x):
        if len(self) == 1:
            return self[0](x)
        return [neuron(x) for neuron in self]

    def parameters(self):
        return sum((neuron.parameters() for neuron in self), [])
''', "subclass of list, sum of lists with a fresh start")

add("7.2", '''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.nout = nout
        for i in range(nout):
            setattr(self, f"neuron_{i}", Neuron(nin, nonlin))

    def __iter__(self):
        for i in range(self.nout):
            yield getattr(self, f"neuron_{i}")

    def __call__(self, x):
        outs = []
        for n in self:
            outs += [n(x)]
        return outs.pop() if self.nout == 1 else outs

    def parameters(self):
        return [p for n in self for p in n.parameters()]
''', "neurons as attributes, found again by __iter__ with yield")

add("7.2", '''
class Layer:
    def __init__(self, nin, nout, nonlin=True):
        neurons = [Neuron(nin, nonlin) for _ in range(nout)]

        def forward(x):
            match [n(x) for n in neurons]:
                case [alone]:
                    return alone
                case outs:
                    return outs

        def everything():
            found = []
            for n in neurons:
                found.extend(n.parameters())
            return found

        self._forward, self.parameters = forward, everything

    def __call__(self, x):
        return self._forward(x)
''', "closures kept in the object, match on the list")

# ---------------------------------------------------------------- 7.3

add("7.3", '''
from functools import reduce
from itertools import pairwise


class MLP:
    def __init__(self, nin, nouts):
        *hidden, last = pairwise([nin, *nouts])
        self.layers = [Layer(*sizes) for sizes in hidden] + [Layer(*last, nonlin=False)]

    def __call__(self, x):
        return reduce(lambda got, layer: layer([got] if isinstance(got, Value) else got), self.layers, x)

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
''', "pairwise and reduce")

add("7.3", '''
class MLP:
    """The first layer, and the rest, which is a network itself."""

    def __init__(self, nin, nouts):
        first, rest = nouts[0], nouts[1:]
        self.first = Layer(nin, first, bool(rest))
        self.rest = MLP(first, rest) if rest else None

    def __call__(self, x):
        out = self.first(x)
        if self.rest is None:
            return out
        return self.rest(out if type(out) is list else [out])

    def parameters(self):
        return self.first.parameters() + (self.rest.parameters() if self.rest else [])
''', "recursion: a network is a layer and a network")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        sizes = list(nouts)
        sizes.insert(0, nin)
        self.layers = []
        for i in range(1, len(sizes)):
            if i < len(sizes) - 1:
                layer = Layer(sizes[i - 1], sizes[i], True)
            else:
                layer = Layer(sizes[i - 1], sizes[i], False)
            self.layers.append(layer)

    def __call__(self, x):
        values = x
        for i in range(len(self.layers)):
            values = self.layers[i](values)
            is_last = i == len(self.layers) - 1
            if not is_last:
                if isinstance(values, list) == False:
                    values = [values]
        return values

    def parameters(self):
        result = []
        for layer in self.layers:
            for parameter in layer.parameters():
                result.append(parameter)
        return result
''', "verbose beginner's code on a copy of nouts")

add("7.3", '''
class MLP:
    def __init__(self, nin, nouts):
        left = len(nouts)
        self.layers = []
        for nout in nouts:
            self.layers.append(Layer(nin, nout, nonlin=(left := left - 1) > 0))
            nin = nout

    def __call__(self, x):
        *hidden, last = self.layers
        for layer in hidden:
            x = y if isinstance(y := layer(x), list) else [y]
        return last(x)

    def parameters(self):
        return [*(p for layer in self.layers for p in layer.parameters())]
''', "walrus for what is left and for the output")

# ---------------------------------------------------------------- 7.4

add("7.4", '''
# u and v are x1 and x2 brought to 0 .. 1.  |u - v| is relu(u - v) + relu(v - u): 0 on one diagonal, 1 on the other.
xs = sorted({x1 for x1, _, _ in corners.values()})
ys = sorted({x2 for _, x2, _ in corners.values()})
a, c = 1 / (xs[1] - xs[0]), 1 / (ys[1] - ys[0])
b = -xs[0] * a + ys[0] * c
other = next(side for x1, x2, side in corners.values() if (x1, x2) == (xs[1], ys[0]))
nine = [a, -c, b, -a, c, -b, 2 * other, 2 * other, -other]
''', "another fold: the absolute difference")

add("7.4", '''
low1, high1 = min(c[0] for c in corners.values()), max(c[0] for c in corners.values())
low2, high2 = min(c[1] for c in corners.values()), max(c[1] for c in corners.values())
w1, w2 = 1 / (high1 - low1), 1 / (high2 - low2)
b = -(low1 * w1 + low2 * w2)
(side,) = [c[2] for c in corners.values() if list(c[:2]) == [low1, low2]]
nine = [w1, w2, b] + [w1, w2, b - 1] + [-2 * side, 4 * side, side]
''', "the page's fold, brought over, in pieces joined by +")

add("7.4", '''
def solution():
    low = [min(c[i] for c in corners.values()) for i in (0, 1)]
    wide = [max(c[i] for c in corners.values()) - low[i] for i in (0, 1)]
    start = [c[2] for c in corners.values() if c[0] == low[0] and c[1] == low[1]][0]
    # ten times steeper in the first layer, so ten times flatter in the last, and a margin of 3
    for k in (0, 1):
        yield from (10 / wide[0], 10 / wide[1], 10 * (-low[0] / wide[0] - low[1] / wide[1] - k))
    yield from (start * -0.6, start * 1.2, start * 3.0)


nine = list(solution())
''', "generator turned into a list, other scale, larger margin")

# ---------------------------------------------------------------- 7.5

add("7.5", '''
from fractions import Fraction
from math import gcd, lcm

A, B, C, D = [[Fraction(str(z)) for z in points[k][:2]] for k in "ABCD"]


def twice_area(p, q, r):
    return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])


# how far A and B lie from the line CD, and C and D from AB: the farther one counts less
a, b = abs(twice_area(C, D, B)), abs(twice_area(C, D, A))
c, d = abs(twice_area(A, B, D)), abs(twice_area(A, B, C))
m = lcm(*(x.denominator for x in (a, b, c, d)))
whole = [int(x * m) for x in (a, b, c, d)]
times = dict(zip("ABCD", (x // gcd(*whole) for x in whole)))
''', "areas of triangles as weights, made whole and reduced")

add("7.5", '''
from itertools import count


def search():
    A, B, C, D = (points[k] for k in "ABCD")
    for total in count(2):
        for a in range(1, total):
            for c in range(1, total):
                b, d = total - a, total - c
                if all(abs(a * A[i] + b * B[i] - c * C[i] - d * D[i]) < 1e-9 for i in (0, 1)):
                    return {"A": a, "B": b, "C": c, "D": d}


times = search()
''', "search with a growing total")

add("7.5", '''
from fractions import Fraction

(ax, ay), (bx, by), (cx, cy), (dx, dy) = [[Fraction(str(z)) for z in points[k][:2]] for k in "ABCD"]

# where do the lines cross: a share s of the way from A to B, a share t of the way from C to D
det = (dx - cx) * (by - ay) - (bx - ax) * (dy - cy)
s = ((dx - cx) * (cy - ay) - (cx - ax) * (dy - cy)) / det
t = ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / det
many = s.denominator * t.denominator

times = {}
times["D"] = int(many * t)
times["C"] = int(many) - times["D"]
times["B"] = int(many * s)
times["A"] = int(many) - times["B"]
times = {name: times[name] for name in sorted(times)}
''', "crossing point with fractions, not reduced, dict filled step by step")

# ---------------------------------------------------------------- 8.1

add("8.1", '''
def train(loss_of, parameters, step, steps):
    def one(n):
        loss = loss_of(n)
        for p in parameters:
            p.grad = 0.0
        loss.backward()
        step(n)
        return loss.data

    yield from map(one, range(steps))
''', "yield from a map")

add("8.1", '''
def train(loss_of, parameters, step, steps):
    n = 0
    while n != steps:
        loss = loss_of(n)
        loss.backward()
        step(n)
        n += 1
        yield loss.data
        for p in parameters:
            p.grad = 0.0
''', "while, gradients emptied after the yield, by the promise that they begin at 0.0")

add("8.1", '''
from itertools import count, takewhile


def train(loss_of, parameters, step, steps):
    for n in takewhile(lambda n: n < steps, count()):
        [setattr(p, "grad", 0.0) for p in parameters]
        (loss := loss_of(n)).backward()
        step(n)
        yield loss.data
''', "takewhile on count, setattr in a comprehension, walrus")

add("8.1", '''
def train(loss_of, parameters, step, steps):
    return ((clear(parameters), loss := loss_of(n), loss.backward(), step(n), loss.data)[-1] for n in range(steps))


def clear(parameters):
    for p in parameters:
        p.grad = 0.0
''', "generator expression over a tuple of acts")

add("8.1", '''
class Round:
    def __init__(self, loss_of, parameters, step):
        self.loss_of, self.parameters, self.step = loss_of, parameters, step

    def __enter__(self):
        for p in self.parameters:
            p.grad = 0.0
        return self

    def __exit__(self, *error):
        return False

    def go(self, n):
        loss = self.loss_of(n)
        number = loss.data
        loss.backward()
        self.step(n)
        return number


def train(loss_of, parameters, step, steps):
    for n in range(steps):
        with Round(loss_of, parameters, step) as one:
            number = one.go(n)
        yield number
''', "a context manager that empties the gradients")

# ---------------------------------------------------------------- 8.2

TRIALS = '''
# What should come out is worked out on plain numbers, by hand: loss (a w + c - t)^2 + c^2 and so on.


def rounds(train):
    """n in loss_of and in step, each once a round and in turn, losses before the step, nothing ahead of its time."""
    w, b, log = Value(1.0), Value(-2.0), []

    def loss_of(n):
        log.append(("loss", n))
        return (w * (n + 1) + b - 3) ** 2 - 5

    def step(n):
        log.append(("step", n))
        w.data -= 0.02 / (n + 1) * w.grad
        b.data -= 0.02 / (n + 1) * b.grad

    x, y, expected = 1.0, -2.0, []
    losses = iter(train(loss_of, [w, b], step, 6))
    for n in range(6):
        off = x * (n + 1) + y - 3
        before = off * off - 5
        x, y = x - 0.02 / (n + 1) * 2 * off * (n + 1), y - 0.02 / (n + 1) * 2 * off
        assert close([next(losses)], [before])
        assert close([w.data, b.data], [x, y])
        expected += [("loss", n), ("step", n)]
        assert log == expected
    assert list(losses) == []
    return log == expected


def unused_in_some_rounds(train):
    """A parameter that this round's loss does not use is wanted nothing of: its gradient is 0.0 at the step."""
    ps, seen = [Value(float(i + 1)) for i in range(3)], []

    def step(n):
        seen.append([p.grad for p in ps])

    losses = list(train(lambda n: ps[n % 3] * ps[n % 3] * (n + 1), ps, step, 7))
    wanted = [[2.0 * (i + 1) * (n + 1) if i == n % 3 else 0.0 for i in range(3)] for n in range(7)]
    assert close(losses, [float((n % 3 + 1) ** 2 * (n + 1)) for n in range(7)])
    return len(seen) == 7 and all(close(one, other) for one, other in zip(seen, wanted))


def whatever_the_losses(train):
    """Zero, negative, tiny, huge, equal, rising: as many rounds as steps, losses and gradients as they are."""
    sizes = [0.0, -3.0, 1e-7, 2e6, 2e6, 5e6, 0.1234567891, 0.0, -1e5, 1.0, 1.0, 1.0]
    w, grads, asked = Value(1.0), [], []

    def loss_of(n):
        asked.append(n)
        return w * sizes[n]

    losses = list(train(loss_of, [w], lambda n: grads.append(w.grad), len(sizes)))
    return close(losses, sizes) and close(grads, sizes) and asked == list(range(len(sizes))) and w.data == 1.0


def few_rounds(train):
    """No round, one, two and many; each run begins anew."""
    for steps in (0, 1, 2, 0, 1, 40):
        w, calls = Value(2.0), []

        def step(n):
            calls.append(n)
            w.data -= 0.1 * w.grad

        losses = list(train(lambda n: calls.append(-1 - n) or w * w, [w], step, steps))
        assert close(losses, [4 * 0.64**n for n in range(steps)])
        assert calls == [c for n in range(steps) for c in (-1 - n, n)]
        assert abs(w.data - 2 * 0.8**steps) < 1e-9
    return True


def two_side_by_side(train):
    """Two runs in turn do not know of each other; who stops early finds no further step."""
    runs = []
    for start in (1.0, 5.0):
        w, calls = Value(start), []

        def step(n, w=w, calls=calls):
            calls.append(n)
            w.data -= 0.25 * w.grad

        runs.append((start, w, calls, iter(train(lambda n, w=w: (w + 1) ** 2, [w], step, 9))))
    for n in range(3):
        for start, w, calls, losses in runs:
            assert close([next(losses)], [((start + 1) * 0.5**n) ** 2])
            assert close([w.data], [(start + 1) * 0.5 ** (n + 1) - 1])
            assert calls == list(range(n + 1))
    return True


def list_stays(train):
    """The list of parameters is as it was, plain numbers come out, and only step moves anything."""
    ps = [Value(0.5), Value(-1.5), Value(4.0)]
    given = list(ps)
    losses = list(train(lambda n: given[0] * given[1] + given[2] * given[2], ps, lambda n: None, 3))
    assert len(ps) == 3 and all(one is other for one, other in zip(ps, given))
    assert all(isinstance(loss, (int, float)) for loss in losses)
    return close([p.data for p in given], [0.5, -1.5, 4.0]) and close(losses, [15.25] * 3)
'''

add("8.2", TRIALS + '''

tests = [rounds, unused_in_some_rounds, whatever_the_losses, few_rounds, two_side_by_side, list_stays]
''', "six tests against numbers worked out by hand")

add("8.2", '''
def reference(loss_of, parameters, step, steps):
    for n in range(steps):
        loss = loss_of(n)
        for p in parameters:
            p.grad = 0.0
        loss.backward()
        step(n)
        yield loss.data


def story(loop, steps, size, stop):
    """All that can be seen of a run, as one flat list of numbers."""
    ps, seen = [Value(0.3 * i - 0.7) for i in range(4)], []

    def loss_of(n):
        seen.extend([101.0, float(n)])
        a, b = ps[n % 4], ps[(n * n + 1) % 4]
        return ((a * (n + 1) - b) ** 2 - 0.5) * size

    def step(n):
        seen.extend([202.0, float(n)] + [p.grad for p in ps])
        for p in ps:
            p.data -= 0.03 / size / (n + 1) * p.grad

    run = iter(loop(loss_of, ps, step, steps))
    for _ in range(stop):
        loss = next(run, None)
        seen.extend([303.0] if loss is None else [404.0, loss])
        seen.extend(p.data for p in ps)
    return seen


def compare(steps, size, stop):
    def test(train):
        trusted = story(reference, steps, size, stop)
        return all(close(story(train, steps, size, stop), trusted) for _ in range(2))  # twice: nothing is kept

    return test


def constant(train):
    """The losses stand still, at exactly 0 and elsewhere."""
    for level in (0.0, -2.0, 7.0):
        w = Value(1.0)
        if list(train(lambda n: w * level, [w], lambda n: None, 5)) != [level] * 5 or w.data != 1.0:
            return False
    return True


tests = [
    compare(0, 1.0, 1),
    compare(1, 1.0, 2),
    compare(11, 1.0, 12),
    compare(11, 1.0, 4),
    compare(11, -1.0, 12),
    constant,
]
''', "side by side with a trusted loop, tests made by a closure, all that can be seen in one list")

add("8.2", '''
class Trial:
    """Called with a loop, it runs one story and says whether all was as 8.1 promises."""

    def __init__(self, rates, slopes):
        self.rates, self.slopes = rates, slopes

    @property
    def expected(self):
        x, y = 2.0, -1.0
        for n, (rate, (p, q, r)) in enumerate(zip(self.rates, self.slopes)):
            loss = p * x * x + q * y + r
            gx, gy = 2 * p * x, q
            x, y = x - rate * gx, y - rate * gy
            yield n, loss, gx, gy, x, y

    def __call__(self, train):
        return self.once(train) and self.once(train)

    def once(self, train):
        w, b, events = Value(2.0), Value(-1.0), []
        given = [w, b]

        def loss_of(n):
            events.append(n)
            p, q, r = self.slopes[n]
            terms = ([w * w * p] if p else []) + ([b * q] if q else [])
            return sum(terms, Value(r))

        def step(n):
            events.append((n, w.grad, b.grad))
            w.data -= self.rates[n] * w.grad
            b.data -= self.rates[n] * b.grad

        run = iter(train(loss_of, given, step, len(self.rates)))
        for n, loss, gx, gy, x, y in self.expected:
            assert close([next(run)], [loss])
            called, (at, *grads) = events
            assert (called, at) == (n, n) and close(grads, [gx, gy]) and close([w.data, b.data], [x, y])
            events.clear()
        assert next(run, "over") == "over" and not events
        return given[0] is w and given[1] is b and len(given) == 2


tests = [
    Trial([], []),
    Trial([0.1], [(1.0, 1.0, 0.0)]),
    Trial([0.1, 0.2, 0.05, 0.3, 0.1, 0.1, 0.2, 0.1], [(1.0, 3.0, 0.5)] * 8),
    Trial([0.1] * 6, [(1.0, 0.0, 0.0), (0.0, 2.0, 0.0)] * 3),
    Trial([0.0] * 5, [(1.0, 4.0, 0.0), (1.0, 1.0, -3.0), (0.0, 0.0, 0.0), (-1.0, 1.0, -9.0), (50.0, 1e4, 1e5)]),
    Trial([-0.05] * 12, [(1.0, -1.0, 1e-6)] * 12),
]
''', "objects that can be called as tests, with a property for what is expected")

# ---------------------------------------------------------------- 9.1

add("9.1", '''
def hinge(scores, labels):
    return sum(map(lambda s, y: (1 + -y * s).relu(), scores, labels)) * (1 / len(scores))
''', "map with two lists, mean by a factor")

add("9.1", '''
def hinge(scores, labels):
    def lacks(i):
        if i == len(scores):
            return Value(0.0)
        return (Value(1.0) - scores[i] * labels[i]).relu() + lacks(i + 1)

    total = lacks(0)
    return total / len(labels)
''', "recursion over the places")

add("9.1", '''
def hinge(scores, labels):
    total = None
    for i in range(len(scores)):
        if labels[i] == 1:
            lack = 1 - scores[i]
        else:
            lack = 1 + scores[i]
        # nothing is lacking below 0; times 0 keeps the score in the graph
        lack = lack if lack.data > 0 else lack * 0.0
        total = lack if total is None else total + lack
    return total / len(scores)
''', "beginner's cases by label, without relu")

# ---------------------------------------------------------------- 9.2

add("9.2", '''
def accuracy(scores, labels):
    return 1 - sum((getattr(s, "data", s) > 0) ^ (y > 0) for s, y in zip(scores, labels)) / len(scores)
''', "one line: 1 minus the share of wrong ones, with xor")

add("9.2", '''
from statistics import mean


def accuracy(scores, labels):
    def side(score):
        match score:
            case int() | float():
                return +1 if score > 0 else -1
            case _:
                return side(score.data)

    return mean(float(side(s) == y) for s, y in zip(scores, labels))
''', "match, a step of recursion, statistics.mean")

add("9.2", '''
from collections import Counter
from operator import eq


def accuracy(scores, labels):
    numbers = [s.data for s in scores] if isinstance(scores[0], Value) else scores
    says = [(-1, 1)[n > 0] for n in numbers]
    return Counter(map(eq, says, labels))[True] / len(labels)
''', "Counter of comparisons, tuple indexed by a bool")

# ---------------------------------------------------------------- 9.3

add("9.3", '''
from itertools import count as forever, islice


def batches(count, size, shuffle):
    order = [*range(count)]
    for _ in forever():
        shuffle(order)
        pieces = iter(tuple(order))
        while piece := tuple(islice(pieces, size)):
            yield piece
''', "islice with walrus, tuples out")

add("9.3", '''
def batches(count, size, shuffle):
    def epoch():
        shuffle(order)
        return [order[at : at + size] for at in range(0, count, size)]

    order = list(range(count))
    while True:
        yield from epoch()
''', "an inner function for the epoch, yield from a list of slices")

add("9.3", '''
def batches(count, size, shuffle):
    order = []
    for place in range(count):
        order.append(place)
    position = count
    while True:
        if position >= count:
            shuffle(order)
            position = 0
        batch = []
        while len(batch) < size and position < count:
            batch.append(order[position])
            position = position + 1
        yield batch
''', "verbose beginner's code with one position")

# ---------------------------------------------------------------- 9.4

add("9.4", '''
def learn(model, points, labels, size, steps, shuffle):
    turns = batches(len(points), size, shuffle)
    parameters = model.parameters()

    def loss_of(_):
        xs, ys = zip(*((points[i], labels[i]) for i in next(turns)))
        return hinge(list(map(model, xs)), list(ys))

    def step(n):
        for p in parameters:
            p.data += -(1.0 - n * (0.9 / steps)) * p.grad

    yield from train(loss_of, parameters, step, steps)
''', "zip(*...) to part points and labels, yield from train")

add("9.4", '''
from dataclasses import dataclass


@dataclass
class Learner:
    model: object
    data: list
    turns: object
    steps: int

    def rate(self, n):
        return 1.0 - 0.9 * n / self.steps

    def loss_of(self, n):
        batch = [self.data[i] for i in next(self.turns)]
        return hinge([self.model(x) for x, _ in batch], [y for _, y in batch])

    def step(self, n):
        for p in self.model.parameters():
            p.data -= self.rate(n) * p.grad

    def losses(self):
        return list(train(self.loss_of, self.model.parameters(), self.step, self.steps))


def learn(model, points, labels, size, steps, shuffle):
    return Learner(model, list(zip(points, labels)), batches(len(points), size, shuffle), steps).losses()
''', "dataclass whose methods are handed to train, a list at the end")

add("9.4", '''
def learn(model, points, labels, size, steps, shuffle):
    ps = model.parameters()
    losses = []
    for n, places in zip(range(steps), batches(len(points), size, shuffle)):
        for p in ps:
            p.grad = 0.0
        loss = hinge([model(points[i]) for i in places], [labels[i] for i in places])
        loss.backward()
        rate = (steps - 0.9 * n) / steps
        for p in ps:
            p.data = p.data - rate * p.grad
        losses.append(loss.data)
    return losses
''', "a loop of its own, zip of steps and batches")

# ---------------------------------------------------------------- 9.5

add("9.5", '''
from itertools import product


def bring_over(model, points, labels):
    parameters = model.parameters()

    def works(place, change):
        p = parameters[place]
        old = p.data
        try:
            p.data = old + change
            return all((model(x).data > 0) == (y > 0) for x, y in zip(points, labels))
        finally:
            p.data = old

    changes = [k / 10 for k in range(-20, 21)]
    return next((i, c) for i, c in product(range(len(parameters)), changes) if works(i, c))
''', "product and next, try/finally puts the number back")

add("9.5", '''
def bring_over(model, points, labels):
    # the wrong one first, since it settles most tries; small changes before large ones
    order = sorted(zip(points, labels), key=lambda xy: (model(xy[0]).data > 0) == (xy[1] > 0))
    answer = None
    for size in range(1, 21):
        for change in (size / 10, -size / 10):
            for place, p in enumerate(model.parameters()):
                kept = p.data
                p.data = kept + change
                for x, y in order:
                    if (1 if model(x).data > 0 else -1) != y:
                        break
                else:
                    answer = answer or (place, change)
                p.data = kept
        if answer is not None:
            break
    return answer
''', "nested loops with for-else, the smallest change wins")
