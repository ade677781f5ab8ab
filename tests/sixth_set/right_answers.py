"""Right answers in unusual but legitimate styles, lesson 10. Form: a list of dicts, see add()."""

ANSWERS = []


def add(exercise, source, style, needs=None):
    ANSWERS.append({"exercise": exercise, "source": source, "style": style, "needs": needs or {}})


# ---------------------------------------------------------------- 10.1

add("10.1", '''
class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.ps = [p for p in parameters]
        self.lr = lr
        self.mu = momentum
        self.speed = {id(p): 0.0 for p in self.ps}

    def step(self):
        for p in self.ps:
            self.speed[id(p)] = self.mu * self.speed[id(p)] + p.grad
            p.data -= self.lr * self.speed[id(p)]
''', "velocities in a dict by id of the parameter")

add("10.1", '''
class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.lr = lr
        self._rows = [[p, 0.0] for p in parameters]
        self._keep = momentum

    def step(self):
        for row in self._rows:
            p, v = row
            row[1] = v = self._keep * v + p.grad
            p.data = p.data - v * self.lr
''', "lists of [parameter, velocity] as state")

add("10.1", '''
class Momentum:
    __slots__ = ("things", "lr", "m", "vs")

    def __init__(self, parameters, lr, momentum=0.9):
        self.things = tuple(parameters)
        self.lr, self.m = lr, momentum
        self.vs = (0.0,) * len(self.things)

    def step(self):
        self.vs = tuple(self.m * v + p.grad for v, p in zip(self.vs, self.things, strict=True))
        for v, p in zip(self.vs, self.things, strict=True):
            p.data += -self.lr * v
''', "__slots__, tuples rebuilt in each step, two loops")

add("10.1", '''
class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.lr = lr

        def mover(p):
            velocity = 0.0

            def move():
                nonlocal velocity
                velocity = velocity * momentum + p.grad
                p.data -= self.lr * velocity

            return move

        self.movers = [mover(p) for p in parameters]

    def step(self):
        for move in self.movers:
            move()
''', "one closure for each parameter, nonlocal velocity")

add("10.1", '''
class _Rolling:
    def __init__(self, p):
        self.p = p
        self.v = 0.0

    def roll(self, lr, momentum):
        self.v *= momentum
        self.v += self.p.grad
        self.p.data -= lr * self.v


class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.lr, self.momentum = lr, momentum
        self.balls = list(map(_Rolling, parameters))

    def step(self):
        for ball in self.balls:
            ball.roll(self.lr, self.momentum)
''', "a helper class for each parameter")

add("10.1", '''
from collections import defaultdict


class Optimiser:
    def __init__(self, parameters, lr):
        self.parameters = list(parameters)
        self.lr = lr

    def step(self):
        for i, p in enumerate(self.parameters):
            p.data -= self.lr * self.direction(i, p.grad)

    def direction(self, i, grad):
        return grad


class Momentum(Optimiser):
    def __init__(self, parameters, lr, momentum=0.9):
        super().__init__(parameters, lr)
        self.momentum = momentum
        self.memory = defaultdict(float)

    def direction(self, i, grad):
        self.memory[i] = self.momentum * self.memory[i] + grad
        return self.memory[i]
''', "inheritance, template method, defaultdict by index")

add("10.1", '''
class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.parameters = list(parameters)
        self.lr = lr
        self.momentum = momentum
        self.velocity = None

    def step(self):
        grads = [p.grad for p in self.parameters]
        if self.velocity is None:
            self.velocity = grads
        else:
            self.velocity = [self.momentum * v + g for v, g in zip(self.velocity, grads)]
        for i in range(len(self.parameters)):
            self.parameters[i].data -= self.lr * self.velocity[i]
''', "velocity made at the first step, where it is the gradient")

add("10.1", '''
class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.lr = lr
        self._going = self._run(list(parameters), momentum)

    def _run(self, parameters, momentum):
        velocity = [0.0] * len(parameters)
        while True:
            for i, p in enumerate(parameters):
                velocity[i] = momentum * velocity[i] + p.grad
                p.data -= self.lr * velocity[i]
            yield

    def step(self):
        next(self._going)
''', "a generator as the memory, next() in step")

add("10.1", '''
class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.parameters = list(parameters)
        self.lr = lr
        self.momentum = momentum
        # kept the other way round: minus the velocity
        self.push = [0.0 for _ in self.parameters]

    def step(self):
        for i, p in enumerate(self.parameters):
            self.push[i] = self.momentum * self.push[i] - p.grad
            p.data += self.lr * self.push[i]
''', "sign of the velocity turned, added instead of taken away")

add("10.1", '''
from dataclasses import InitVar, dataclass, field


@dataclass(eq=False)
class Momentum:
    parameters: list
    lr: float
    momentum: float = 0.9
    v: list = field(init=False, repr=False)

    def __post_init__(self):
        self.parameters = [*self.parameters]
        self.v = [0.0] * len(self.parameters)

    def step(self) -> None:
        self.v[:] = (self.momentum * v + p.grad for v, p in zip(self.v, self.parameters))
        for p, v in zip(self.parameters, self.v):
            p.data -= self.lr * v
''', "dataclass with __post_init__, slice assignment")

# ---------------------------------------------------------------- 10.2

add("10.2", '''
class Adam:
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr = lr
        self.b1, self.b2, self.eps = beta1, beta2, eps
        self.state = [[p, 0.0, 0.0] for p in parameters]
        self.t = 0

    def step(self):
        self.t += 1
        for s in self.state:
            p, m, v = s
            g = p.grad
            s[1] = m = self.b1 * m + (1 - self.b1) * g
            s[2] = v = self.b2 * v + (1 - self.b2) * g * g
            p.data -= self.lr * (m / (1 - self.b1**self.t)) / ((v / (1 - self.b2**self.t)) ** 0.5 + self.eps)
''', "state in lists of lists, ** 0.5")

add("10.2", '''
import math


class Adam:
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.parameters = list(parameters)
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m = [0.0] * len(self.parameters)
        self.v = [0.0] * len(self.parameters)
        self.p1 = self.p2 = 1.0

    def step(self):
        self.p1 *= self.beta1
        self.p2 *= self.beta2
        for i, p in enumerate(self.parameters):
            self.m[i] += (1 - self.beta1) * (p.grad - self.m[i])
            self.v[i] += (1 - self.beta2) * (p.grad**2 - self.v[i])
            p.data -= self.lr * self.m[i] / (1 - self.p1) / (math.sqrt(self.v[i] / (1 - self.p2)) + self.eps)
''', "powers of beta kept as products, running means as m += (1-b)(g-m)")

add("10.2", '''
class Adam:
    """Keeps the weights' sum beside each mean, instead of counting."""

    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.ps = tuple(parameters)
        self.lr = lr
        self.beta1, self.beta2, self.eps = beta1, beta2, eps
        self.means = {id(p): (0.0, 0.0) for p in self.ps}
        self.w1 = self.w2 = 0.0

    def step(self):
        a, b = self.beta1, self.beta2
        self.w1 = a * self.w1 + (1 - a)
        self.w2 = b * self.w2 + (1 - b)
        for p in self.ps:
            m, v = self.means[id(p)]
            m, v = a * m + (1 - a) * p.grad, b * v + (1 - b) * p.grad**2
            self.means[id(p)] = m, v
            p.data = p.data - self.lr * (m / self.w1) / ((v / self.w2) ** 0.5 + self.eps)
''', "sum of weights as the bias correction, dict by id")

add("10.2", '''
from math import sqrt


def adam_rule(owner, p, beta1, beta2, eps):
    m = v = 0.0
    t = 0

    def move():
        nonlocal m, v, t
        t += 1
        m = beta1 * m + (1 - beta1) * p.grad
        v = beta2 * v + (1 - beta2) * p.grad * p.grad
        first, second = m / (1 - beta1**t), v / (1 - beta2**t)
        p.data -= owner.lr * first / (sqrt(second) + eps)

    return move


class Adam:
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr = lr
        self.moves = [adam_rule(self, p, beta1, beta2, eps) for p in parameters]

    def step(self):
        for move in self.moves:
            move()
''', "closures, t counted for each parameter by itself")

add("10.2", '''
import itertools
import math


class _Mean:
    def __init__(self, beta):
        self.beta, self.kept = beta, 0.0

    def __call__(self, new, t):
        self.kept = self.beta * self.kept + (1 - self.beta) * new
        return self.kept / (1 - self.beta**t)


class Adam:
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.eps = lr, eps
        self.rows = [(p, _Mean(beta1), _Mean(beta2)) for p in parameters]
        self.clock = itertools.count(1)

    def step(self):
        t = next(self.clock)
        for p, mean, mean_of_squares in self.rows:
            way = mean(p.grad, t)
            size = math.sqrt(mean_of_squares(p.grad**2, t)) + self.eps
            p.data -= self.lr * way / size
''', "a running-mean class of its own, itertools.count")

add("10.2", '''
class Adam:
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.params = list(parameters)
        self.lr = lr
        self.settings = beta1, beta2, eps
        self.history = [[] for _ in self.params]

    def step(self):
        b1, b2, eps = self.settings
        for p, seen in zip(self.params, self.history):
            seen.append(p.grad)
            m = v = 0.0
            for g in seen:
                m = b1 * m + (1 - b1) * g
                v = b2 * v + (1 - b2) * g**2
            m /= 1 - b1 ** len(seen)
            v /= 1 - b2 ** len(seen)
            p.data -= self.lr * m / (v**0.5 + eps)
''', "keeps all gradients and computes the means anew in each step")

add("10.2", '''
class Adam:
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.parameters = list(parameters)
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.t = 0
        self.m = [0.0] * len(self.parameters)
        self.v = [0.0] * len(self.parameters)

    def step(self):
        self.t = self.t + 1
        c1 = 1 - self.beta1**self.t
        c2 = (1 - self.beta2**self.t) ** 0.5
        for i in range(len(self.parameters)):
            g = self.parameters[i].grad
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * g
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * g**2
            # the same, numerator and denominator times c2
            self.parameters[i].data -= self.lr * c2 / c1 * self.m[i] / (self.v[i] ** 0.5 + self.eps * c2)
''', "the paper's other order of computation, eps scaled along")

add("10.2", '''
from collections import namedtuple

Memory = namedtuple("Memory", "m v t", defaults=(0.0, 0.0, 0))


class Adam:
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.parameters = [*parameters]
        self.lr = lr
        self.update = lambda mem, g: Memory(
            beta1 * mem.m + (1 - beta1) * g, beta2 * mem.v + (1 - beta2) * g**2, mem.t + 1
        )
        self.way = lambda mem: mem.m / (1 - beta1**mem.t) / ((mem.v / (1 - beta2**mem.t)) ** 0.5 + eps)
        self.memories = [Memory()] * len(self.parameters)

    def step(self):
        self.memories = [self.update(mem, p.grad) for mem, p in zip(self.memories, self.parameters)]
        for mem, p in zip(self.memories, self.parameters):
            p.data -= self.lr * self.way(mem)
''', "namedtuples as unchangeable state, lambdas")

add("10.2", '''
class Adam:
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.ps, self.lr, self.b1, self.b2, self.eps = list(parameters), lr, beta1, beta2, eps
        self.m, self.v, self.t = {}, {}, 0

    def step(self):
        self.t += 1
        for i, p in enumerate(self.ps):
            self.m[i] = self.b1 * self.m.get(i, 0.0) + (1 - self.b1) * p.grad
            self.v[i] = self.b2 * self.v.get(i, 0.0) + (1 - self.b2) * p.grad**2
            if self.v[i] == 0:
                continue  # nothing but 0 so far: stays
            p.data -= self.lr * (self.m[i] / (1 - self.b1**self.t)) / ((self.v[i] / (1 - self.b2**self.t)) ** 0.5 + self.eps)
''', "dict.get, parameters without any gradient so far skipped after the update")

# ---------------------------------------------------------------- 10.3

MATRIX = '''
def curvatures(gradient, place):
    here = gradient(list(place))
    rows = []
    for i in range(len(place)):
        there = list(place)
        there[i] += 1.0
        rows.append([b - a for a, b in zip(here, gradient(there))])
    return rows

'''

add("10.3", MATRIX + '''
def largest_rate(gradient, place):
    h = curvatures(gradient, place)
    n = len(h)
    x = [1.0 + 0.37 * i for i in range(n)]
    for _ in range(3000):
        y = [sum(h[i][j] * x[j] for j in range(n)) for i in range(n)]
        size = sum(c * c for c in y) ** 0.5
        x = [c / size for c in y]
    return 2 / size
''', "matrix of curvatures by differences, power iteration on it")

add("10.3", '''
import random


def largest_rate(gradient, place):
    zero = gradient(list(place))
    dice = random.Random(3)
    d = [dice.gauss(0, 1) for _ in place]
    for _ in range(4000):
        there = gradient([x + c for x, c in zip(place, d)])
        hd = [t - z for t, z in zip(there, zero)]
        size = sum(c * c for c in hd) ** 0.5
        d = [c / size for c in hd]
    return 2 / size
''', "power iteration through the gradients themselves, random start")

add("10.3", '''
def largest_rate(gradient, place):
    def thrown_out(rate):
        x = list(place)
        first = sum(abs(s) for s in gradient(x))
        for _ in range(3000):
            slope = gradient(x)
            x = [a - rate * s for a, s in zip(x, slope)]
            if sum(abs(s) for s in slope) > 1e9 * first:
                return True
        return sum(abs(s) for s in gradient(x)) > first

    low, high = 0.001, 10.0
    while high / low > 1.004:
        middle = (low * high) ** 0.5
        if thrown_out(middle):
            high = middle
        else:
            low = middle
    return (low * high) ** 0.5
''', "bisection of the rate by trying, judged by the size of the slopes")

add("10.3", MATRIX + '''
import math


def largest_rate(gradient, place):
    a = curvatures(gradient, place)
    n = len(a)
    for _ in range(60):
        for p in range(n):
            for q in range(p + 1, n):
                if abs(a[p][q]) < 1e-14:
                    continue
                angle = 0.5 * math.atan2(2 * a[p][q], a[q][q] - a[p][p])
                c, s = math.cos(angle), math.sin(angle)
                for k in range(n):
                    a[k][p], a[k][q] = c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]
                for k in range(n):
                    a[p][k], a[q][k] = c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]
    return 2 / max(a[i][i] for i in range(n))
''', "Jacobi rotations")

add("10.3", MATRIX + '''
def largest_rate(gradient, place):
    h = curvatures(gradient, place)
    n = len(h)

    def product(a, b):
        return [[sum(a[i][k] * b[k][j] for k in range(n)) for j in range(n)] for i in range(n)]

    # Faddeev and LeVerrier: the characteristic polynomial
    coefficients, m = [1.0], [[float(i == j) for j in range(n)] for i in range(n)]
    for k in range(1, n + 1):
        hm = product(h, m)
        c = -sum(hm[i][i] for i in range(n)) / k
        coefficients.append(c)
        m = [[hm[i][j] + c * (i == j) for j in range(n)] for i in range(n)]

    # Newton from above comes down to the largest root
    x = sum(h[i][i] for i in range(n)) * 1.01
    for _ in range(500):
        f = df = 0.0
        for c in coefficients:
            df = df * x + f
            f = f * x + c
        if df == 0 or abs(f / df) < 1e-12 * x:
            break
        x -= f / df
    return 2 / x
''', "characteristic polynomial and Newton from above")

add("10.3", MATRIX + '''
def largest_rate(gradient, place):
    h = curvatures(gradient, place)
    n = len(h)

    def above_all(x):
        # x - H has only pivots above 0 just when x is more than every curvature
        a = [[x * (i == j) - h[i][j] for j in range(n)] for i in range(n)]
        for k in range(n):
            if a[k][k] <= 0:
                return False
            for i in range(k + 1, n):
                f = a[i][k] / a[k][k]
                for j in range(k, n):
                    a[i][j] -= f * a[k][j]
        return True

    low, high = 0.0, 4000.0
    for _ in range(80):
        middle = (low + high) / 2
        if above_all(middle):
            high = middle
        else:
            low = middle
    return 2 / high
''', "bisection of the curvature, pivots of elimination")

add("10.3", MATRIX + '''
def largest_rate(gradient, place):
    h = curvatures(gradient, place)
    n = len(h)
    log, power = 0.0, 1
    import math

    size = sum(h[i][i] for i in range(n))
    h = [[c / size for c in row] for row in h]
    total = math.log(size)
    for _ in range(14):
        h = [[sum(h[i][k] * h[k][j] for k in range(n)) for j in range(n)] for i in range(n)]
        power *= 2
        size = sum(h[i][i] for i in range(n))
        h = [[c / size for c in row] for row in h]
        total = total * 2 + math.log(size)
    return 2 / math.exp(total / power)
''', "trace of the matrix squared again and again")

add("10.3", '''
def largest_rate(gradient, place):
    # too large a rate on purpose: what is thrown out goes along the steepest way
    x = list(place)
    rate = 10.0
    step = [0.0] * len(x)
    s = gradient(x)
    for _ in range(2000):
        size = sum(c * c for c in s) ** 0.5
        d = [c / size for c in s]
        y = [a + c for a, c in zip(x, d)]
        t = gradient(y)
        s = [b - a for a, b in zip(gradient(x), t)]
    curvature = sum(a * b for a, b in zip(s, d))
    return 2.0 / curvature
''', "directions of slope differences, Rayleigh quotient at the end, start along the slope")

# ---------------------------------------------------------------- practices

add("10 complete_left", '''
def left(rate, curvature):
    return 1 - rate * curvature
''', "plain")

add("10 complete_left", '''
def left(rate, curvature):
    way = 10.0
    slope = curvature * way
    return 1 - (rate * slope) / way
''', "by way of 10, divided out again")

add("10 mend_means", '''
def means(numbers, beta):
    m, found = 0.0, []
    for t, number in enumerate(numbers, start=1):
        m = beta * m + (1 - beta) * number
        found.append(m / (1 - beta**t))
    return found
''', "plain")

add("10 mend_means", '''
def means(numbers, beta):
    m, weight, found = 0.0, 0.0, []
    for number in numbers:
        m = beta * m + (1 - beta) * number
        weight = beta * weight + (1 - beta)
        found += [m / weight]
    return found
''', "sum of the weights kept beside the mean")

add("10 mend_means", '''
def means(numbers, beta):
    def mean(seen):
        weights = [beta**k for k in reversed(range(len(seen)))]
        return sum(w * n for w, n in zip(weights, seen)) / sum(weights)

    return [mean(numbers[: t + 1]) for t in range(len(numbers))]
''', "weighted mean of all numbers so far, in the open")

# ---------------------------------------------------------------- 10.4

add("10.4", '''
class Club(Momentum):
    def __init__(self, parameters, lr=0.08, momentum=0.7):
        super().__init__(parameters, lr, momentum)
''', "inherits Momentum, other settings")

add("10.4", '''
def Club(parameters, lr=0.05):
    return Momentum(parameters, lr, momentum=0.8)
''', "a function that gives an optimiser")

add("10.4", '''
import functools

Club = functools.partial(Momentum, lr=0.06, momentum=0.75)
''', "functools.partial")

add("10.4", '''
class Club:
    def __init__(self, parameters, lr=0.09):
        self.parameters = list(parameters)
        self.lr = lr

    def step(self):
        for p in self.parameters:
            p.data -= self.lr * p.grad
''', "plain gradient descent with a large rate, slow but it arrives")

add("10.4", '''
class Club:
    """Barzilai and Borwein: the rate comes from the last step and what it did to the slopes."""

    def __init__(self, parameters, lr=0.05):
        self.ps, self.lr, self.last = list(parameters), lr, None

    def step(self):
        x, g = [p.data for p in self.ps], [p.grad for p in self.ps]
        rate = self.lr
        if self.last is not None:
            s = [a - b for a, b in zip(x, self.last[0])]
            y = [a - b for a, b in zip(g, self.last[1])]
            sy, ss = sum(a * b for a, b in zip(s, y)), sum(a * a for a in s)
            if sy > 0:
                rate = ss / sy
        self.last = x, g
        for p, slope in zip(self.ps, g):
            p.data -= rate * slope
''', "Barzilai-Borwein rate over all parameters together")

add("10.4", '''
class Club:
    def __init__(self, parameters, lr=0.05, momentum=0.8):
        self.rows = [[p, 0.0] for p in parameters]
        self.lr, self.momentum = lr, momentum

    def step(self):
        for row in self.rows:
            p, v = row
            v = row[1] = self.momentum * v + p.grad
            p.data -= self.lr * (p.grad + self.momentum * v)
''', "Nesterov's momentum")

add("10.4", '''
class Club:
    def __init__(self, parameters, lr=0.05):
        self.ps = list(parameters)
        self.lr = lr
        n = len(self.ps)
        self.h = [[lr * (i == j) for j in range(n)] for i in range(n)]
        self.last = None

    def step(self):
        n = len(self.ps)
        x, g = [p.data for p in self.ps], [p.grad for p in self.ps]
        if self.last:
            s = [a - b for a, b in zip(x, self.last[0])]
            y = [a - b for a, b in zip(g, self.last[1])]
            hy = [sum(self.h[i][j] * y[j] for j in range(n)) for i in range(n)]
            r = [a - b for a, b in zip(s, hy)]
            ry = sum(a * b for a, b in zip(r, y))
            if abs(ry) > 1e-12 * (sum(c * c for c in r) * sum(c * c for c in y)) ** 0.5 and ry:
                for i in range(n):
                    for j in range(n):
                        self.h[i][j] += r[i] * r[j] / ry
        self.last = x, g
        for i, p in enumerate(self.ps):
            p.data -= sum(self.h[i][j] * g[j] for j in range(n))
''', "quasi-Newton, symmetric rank one")

add("10.4", '''
class Club(Adam):
    def __init__(self, parameters, lr=0.3, beta1=0.9, beta2=0.9):
        super().__init__(parameters, lr, beta1, beta2)
        self.count = 0

    def step(self):
        super().step()
        self.count += 1
        if self.count > 40:
            self.lr = max(0.03, self.lr * 0.98)
''', "Adam with a rate that shrinks")

add("10.4", '''
class Club:
    def __init__(self, parameters, lr=0.05, momentum=0.9):
        self.ps, self.lr, self.momentum = list(parameters), lr, momentum
        self.v = [0.0] * len(self.ps)

    def step(self):
        grads = [p.grad for p in self.ps]
        if sum(a * b for a, b in zip(self.v, grads)) < 0:
            self.v = [0.0] * len(self.ps)
        self.v = [self.momentum * v + g for v, g in zip(self.v, grads)]
        for p, v in zip(self.ps, self.v):
            p.data -= self.lr * v
''', "momentum that begins anew when it goes uphill")
