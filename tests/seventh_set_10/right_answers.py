"""Right answers in unusual but correct styles, lessons 10 and 11. Form: a list of dicts, see add()."""

ANSWERS = []


def add(exercise, source, style, needs=None):
    ANSWERS.append({"exercise": exercise, "source": source, "style": style, "needs": needs or {}})


# ---------------------------------------------------------------- 10.1

add("10.1", '''\
class Momentum:
    __slots__ = ("lr", "momentum", "_pairs")

    def __init__(self, parameters, lr, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self._pairs = [[p, 0.0] for p in parameters]

    def step(self):
        for pair in self._pairs:
            pair[1] = self.momentum * pair[1] + pair[0].grad
            pair[0].data -= self.lr * pair[1]
''', "__slots__ and pairs of parameter and velocity")

add("10.1", '''\
from dataclasses import dataclass, field


@dataclass
class Momentum:
    parameters: list
    lr: float
    momentum: float = 0.9
    velocities: list = field(init=False)

    def __post_init__(self):
        self.parameters = list(self.parameters)
        self.velocities = [0.0 for _ in self.parameters]

    def step(self):
        self.velocities = [self.momentum * v + p.grad for p, v in zip(self.parameters, self.velocities)]
        for p, v in zip(self.parameters, self.velocities):
            p.data = p.data - self.lr * v
''', "a dataclass with __post_init__")

add("10.1", '''\
class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.lr = lr

        def mover(p):
            v = 0.0

            def move():
                nonlocal v
                v = momentum * v + p.grad
                p.data -= self.lr * v

            return move

        self._movers = [mover(p) for p in parameters]

    def step(self):
        for move in self._movers:
            move()
''', "a closure with nonlocal for each parameter")

add("10.1", '''\
class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.parameters = [*parameters]
        self.velocities = dict.fromkeys(range(len(self.parameters)), 0)

    def step(self):
        for n, p in enumerate(self.parameters):
            p.data -= self.lr * (v := self.momentum * self.velocities[n] + p.grad)
            self.velocities[n] = v
''', "walrus, and a dict by place that begins with whole zeros")

add("10.1", '''\
class _Memory:
    """One parameter with what is remembered of it."""

    def __init__(self, parameter):
        self.parameter = parameter
        self.velocity = 0.0

    def remember(self, momentum):
        self.velocity = momentum * self.velocity + self.parameter.grad

    def move(self, lr):
        self.parameter.data = self.parameter.data - lr * self.velocity


class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.lr, self.momentum = lr, momentum
        self.memories = list(map(_Memory, parameters))

    def step(self):
        for memory in self.memories:
            memory.remember(self.momentum)
        for memory in self.memories:
            memory.move(self.lr)
''', "a helper class for each parameter, two passes")

add("10.1", '''\
class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.lr = lr
        self._rounds = self._run(tuple(parameters), momentum)
        next(self._rounds)

    def _run(self, parameters, momentum):
        velocities = [0.0] * len(parameters)
        yield
        while True:
            for i in range(len(parameters)):
                velocities[i] *= momentum
                velocities[i] += parameters[i].grad
                parameters[i].data -= velocities[i] * self.lr
            yield

    def step(self):
        next(self._rounds)
''', "a generator that is resumed once a step")

add("10.1", '''\
class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        # First I copy the parameters into a list of my own.
        self.parameters = []
        self.velocities = []
        for parameter in parameters:
            self.parameters.append(parameter)
            self.velocities.append(0.0)
        self.lr = lr
        self.momentum = momentum

    def step(self):
        i = 0
        while i < len(self.parameters):
            parameter = self.parameters[i]
            old_velocity = self.velocities[i]
            gradient = parameter.grad
            new_velocity = self.momentum * old_velocity + gradient
            self.velocities[i] = new_velocity
            parameter.data = parameter.data - self.lr * new_velocity
            i = i + 1
        return None
''', "verbose beginner's code with while")

# ---------------------------------------------------------------- 10.2

add("10.2", '''\
class Adam:
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.state = [(p, 0.0, 0.0) for p in parameters]
        self.t = 0

    def step(self):
        self.t += 1
        new = []
        for p, m, v in self.state:
            m += (1 - self.beta1) * (p.grad - m)
            v += (1 - self.beta2) * (p.grad * p.grad - v)
            p.data -= self.lr * (m / (1 - self.beta1**self.t)) / ((v / (1 - self.beta2**self.t)) ** 0.5 + self.eps)
            new.append((p, m, v))
        self.state = new
''', "state as tuples built anew, running mean as m += share * (new - m)")

add("10.2", '''\
import math


class Adam:
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr = lr
        self.parameters = list(parameters)
        self.betas = beta1, beta2
        self.eps = eps
        self.memory = {n: [0.0, 0.0] for n, _ in enumerate(self.parameters)}
        self.left1 = self.left2 = 1.0

    def step(self):
        b1, b2 = self.betas
        self.left1 *= b1
        self.left2 *= b2
        for n, p in enumerate(self.parameters):
            memory = self.memory[n]
            memory[0] = b1 * memory[0] + (1 - b1) * p.grad
            memory[1] = b2 * memory[1] + (1 - b2) * p.grad**2
            p.data -= self.lr * memory[0] / (1 - self.left1) / (math.sqrt(memory[1] / (1 - self.left2)) + self.eps)
''', "powers of beta as running products, a dict of [m, v]")

add("10.2", '''\
from itertools import count


class Adam:
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr = lr
        self._rounds = self._walk([*parameters], beta1, beta2, eps)

    def _walk(self, ps, beta1, beta2, eps):
        ms, vs = [0.0] * len(ps), [0.0] * len(ps)
        for t in count(1):
            ms = [beta1 * m + (1 - beta1) * p.grad for m, p in zip(ms, ps)]
            vs = [beta2 * v + (1 - beta2) * p.grad**2 for v, p in zip(vs, ps)]
            for p, m, v in zip(ps, ms, vs):
                p.data -= self.lr * m / (1 - beta1**t) / ((v / (1 - beta2**t)) ** 0.5 + eps)
            yield

    def step(self):
        next(self._rounds)
''', "a generator over itertools.count")

add("10.2", '''\
class RunningMean:
    def __init__(self, beta):
        self.beta, self.kept, self.count = beta, 0.0, 0

    def take(self, number):
        self.count += 1
        self.kept = self.beta * self.kept + (1 - self.beta) * number
        return self

    @property
    def value(self):
        return self.kept / (1 - self.beta**self.count)


class Adam:
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.eps = lr, eps
        self.all = [(p, RunningMean(beta1), RunningMean(beta2)) for p in parameters]

    def step(self):
        for p, first, second in self.all:
            up = first.take(p.grad).value
            down = second.take(p.grad * p.grad).value ** 0.5
            p.data -= self.lr * up / (down + self.eps)
''', "a class for running means with a property, and a count in each")

add("10.2", '''\
from dataclasses import dataclass


@dataclass
class Slot:
    p: object
    m: float = 0.0
    v: float = 0.0


@dataclass
class Adam:
    parameters: object
    lr: float
    beta1: float = 0.9
    beta2: float = 0.999
    eps: float = 1e-8

    def __post_init__(self):
        self.slots = [Slot(p) for p in self.parameters]
        self.t = 0

    def step(self):
        self.t += 1
        scale1, scale2 = 1 / (1 - self.beta1**self.t), 1 / (1 - self.beta2**self.t)
        for s in self.slots:
            g = s.p.grad
            s.m, s.v = self.beta1 * s.m + (1 - self.beta1) * g, self.beta2 * s.v + (1 - self.beta2) * g * g
            s.p.data -= self.lr * s.m * scale1 / ((s.v * scale2) ** 0.5 + self.eps)
''', "two dataclasses, corrections as factors")

add("10.2", '''\
def Adam(parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    class Optimiser:
        pass

    self = Optimiser()
    self.lr = lr
    kept = [[p, 0.0, 0.0] for p in parameters]
    t = 0

    def step():
        nonlocal t
        t += 1
        for slot in kept:
            p = slot[0]
            slot[1] = beta1 * slot[1] + (1 - beta1) * p.grad
            slot[2] = beta2 * slot[2] + (1 - beta2) * p.grad**2
            p.data -= self.lr * (slot[1] / (1 - beta1**t)) / ((slot[2] / (1 - beta2**t)) ** 0.5 + eps)

    self.step = step
    return self
''', "a function that builds the object, with closures instead of methods")

add("10.2", '''\
import math


class Adam:
    """Adam, with a method for the step of one parameter."""

    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.parameters = tuple(parameters)
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.ms = [0] * len(self.parameters)
        self.vs = [0] * len(self.parameters)
        self.steps_so_far = 0

    def step(self):
        self.steps_so_far = self.steps_so_far + 1
        t = self.steps_so_far
        for i in range(len(self.parameters)):
            self._step_one(i, t)

    def _step_one(self, i, t):
        g = self.parameters[i].grad
        self.ms[i] = self.beta1 * self.ms[i] + (1 - self.beta1) * g
        self.vs[i] = self.beta2 * self.vs[i] + (1 - self.beta2) * (g**2)
        m_hat = self.ms[i] / (1 - math.pow(self.beta1, t))
        v_hat = self.vs[i] / (1 - math.pow(self.beta2, t))
        change = self.lr * m_hat / (math.sqrt(v_hat) + self.eps)
        self.parameters[i].data = self.parameters[i].data - change
''', "verbose, a method for one parameter, tuple of parameters")

# ---------------------------------------------------------------- 10.3

add("10.3", '''\
def largest_rate(gradient, place):
    base = gradient(list(place))

    def curved(v):
        return [a - b for a, b in zip(gradient([x + d for x, d in zip(place, v)]), base)]

    v, size = base, 1.0
    for _ in range(2000):
        length = sum(a * a for a in v) ** 0.5
        v = curved([a / length for a in v])
        size = sum(a * a for a in v) ** 0.5
    return 2 / size
''', "power iteration on differences of slopes, from the gradient here")

add("10.3", '''\
def largest_rate(gradient, place):
    def thrown_out(rate):
        x = list(place)
        first = max(map(abs, gradient(x)))
        for _ in range(3000):
            slopes = gradient(x)
            if max(map(abs, slopes)) > 1e6 * first:
                return True
            x = [a - rate * s for a, s in zip(x, slopes)]
        return False

    low, high = 0.001, 10.0
    for _ in range(25):
        middle = (low * high) ** 0.5
        if thrown_out(middle):
            high = middle
        else:
            low = middle
    return low
''', "halving on a log scale, 3000 steps each, judged by slopes that explode")

add("10.3", '''\
import math


def largest_rate(gradient, place):
    n = len(place)
    base = gradient(list(place))
    h = [[b - a for a, b in zip(base, gradient([x + (i == j) for j, x in enumerate(place)]))] for i in range(n)]
    # Jacobi: turn pairs of axes until nothing stands beside the diagonal.
    for _ in range(50):
        for i in range(n):
            for j in range(i + 1, n):
                if abs(h[i][j]) < 1e-13:
                    continue
                angle = 0.5 * math.atan2(2 * h[i][j], h[i][i] - h[j][j])
                c, s = math.cos(angle), math.sin(angle)
                for k in range(n):
                    h[k][i], h[k][j] = c * h[k][i] + s * h[k][j], c * h[k][j] - s * h[k][i]
                h[i], h[j] = (
                    [c * a + s * b for a, b in zip(h[i], h[j])],
                    [c * b - s * a for a, b in zip(h[i], h[j])],
                )
    return 2 / max(h[i][i] for i in range(n))
''', "the whole matrix of curvatures, then Jacobi rotations")

add("10.3", '''\
def largest_rate(gradient, place):
    n = len(place)
    base = gradient(list(place))
    matrix = []
    for i in range(n):
        there = place[:i] + [place[i] + 1.0] + place[i + 1 :]
        matrix.append([a - b for a, b in zip(gradient(there), base)])

    def squared(m):
        scale = max(abs(a) for row in m for a in row)
        m = [[a / scale for a in row] for row in m]
        return [[sum(a * b for a, b in zip(row, column)) for column in zip(*m)] for row in m]

    m = matrix
    for _ in range(14):
        m = squared(m)
    v = max(m, key=lambda row: sum(a * a for a in row))
    hv = [sum(a * b for a, b in zip(row, v)) for row in matrix]
    return 2 * sum(a * a for a in v) / sum(a * b for a, b in zip(v, hv))
''', "the matrix squared again and again, then the curvature along its longest row")

add("10.3", '''\
def largest_rate(gradient, place):
    """With a rate far too high the ball runs away along the steepest way: see by which factor."""
    rate, x, factor = 20000.0, list(place), 0.0
    slopes = gradient(x)
    base_place, base = list(x), list(slopes)
    way = list(slopes)
    for _ in range(1500):
        size = sum(w * w for w in way) ** 0.5
        way = [w / size for w in way]
        after = gradient([a + w for a, w in zip(base_place, way)])
        moved = [w - rate * (s - b) for w, s, b in zip(way, after, base)]
        factor = sum(m * w for m, w in zip(moved, way))
        way = moved
    return 2 * rate / (1 - factor)
''', "the factor by which a far too high rate throws the ball out")

add("10.3", '''\
from functools import reduce
from operator import mul, sub


def largest_rate(gradient, place):
    dot = lambda a, b: sum(map(mul, a, b))
    base = gradient(list(place))

    def turn(v, _):
        size = dot(v, v) ** 0.5
        there = [x + a / size for x, a in zip(place, v)]
        return list(map(sub, gradient(there), base))

    v = reduce(turn, range(3000), base)
    w = turn(v, None)
    return 2 / (dot(v, w) / dot(v, v) ** 0.5)
''', "functional power iteration with reduce and operator")

# ---------------------------------------------------------------- 10.4

add("10.4", '''\
class Club(Momentum):
    def __init__(self, parameters, lr=0.15, momentum=0.7):
        super().__init__(parameters, lr, momentum)
''', "a class made from Momentum")

add("10.4", '''\
from functools import partial

Club = partial(Momentum, lr=0.14, momentum=0.72)
''', "functools.partial as the club")

add("10.4", '''\
def Club(parameters, lr=0.15):
    return Momentum(list(parameters), lr=lr, momentum=0.65)
''', "a function that gives an optimiser")

add("10.4", '''\
class Club:
    """Measures curvature as it goes: BFGS, the inverse of the curvatures from steps and changes of slopes."""

    def __init__(self, parameters, lr=0.05):
        self.parameters = list(parameters)
        self.lr = lr
        n = len(self.parameters)
        self.inverse = [[lr if i == j else 0.0 for j in range(n)] for i in range(n)]
        self.before = None

    def step(self):
        x = [p.data for p in self.parameters]
        g = [p.grad for p in self.parameters]
        h, n = self.inverse, len(x)
        if self.before:
            s = [a - b for a, b in zip(x, self.before[0])]
            y = [a - b for a, b in zip(g, self.before[1])]
            sy = sum(a * b for a, b in zip(s, y))
            if sy > 1e-12:
                hy = [sum(a * b for a, b in zip(row, y)) for row in h]
                yhy = sum(a * b for a, b in zip(y, hy))
                for i in range(n):
                    for j in range(n):
                        h[i][j] += (sy + yhy) * s[i] * s[j] / sy**2 - (hy[i] * s[j] + s[i] * hy[j]) / sy
        self.before = x, g
        for p, row in zip(self.parameters, h):
            p.data -= sum(a * b for a, b in zip(row, g))
''', "BFGS, which measures the curvature")

add("10.4", '''\
class Club:
    """Nesterov: momentum that looks ahead."""

    __slots__ = "parameters", "lr", "velocity"

    def __init__(self, parameters, lr=0.05):
        self.parameters, self.lr = tuple(parameters), lr
        self.velocity = {}

    def step(self):
        for n, p in enumerate(self.parameters):
            v = self.velocity[n] = 0.8 * self.velocity.get(n, 0.0) + p.grad
            p.data -= self.lr * (p.grad + 0.8 * v)
''', "Nesterov's momentum with __slots__")

# ---------------------------------------------------------------- 11.1

add("11.1", '''\
def init(nin, nout, activation):
    gain = dict(relu=2**0.5, linear=1, tanh=5 / 3)[activation]
    border = gain * (3 / nin) ** 0.5
    return [[random.uniform(-border, border) for _ in range(nin)] for _ in range(nout)]
''', "uniform, with a border larger by the root of 3")

add("11.1", '''\
import random


def init(nin, nout, activation):
    if activation == "relu":
        mean_square = 2 / nin
    elif activation == "linear":
        mean_square = 1 / nin
    else:
        mean_square = 1.5 / nin
    spread = mean_square**0.5
    return [random.choices((-spread, spread), k=nin) for _ in range(nout)]
''', "only two numbers, plus and minus the spread")

add("11.1", '''\
from itertools import islice, repeat, starmap
from random import gauss


def init(nin, nout, activation):
    spread = {"relu": 2, "linear": 1, "tanh": 25 / 9}[activation] ** 0.5 * nin**-0.5
    numbers = starmap(gauss, repeat((0, spread)))
    return [list(islice(numbers, nin)) for _ in range(nout)]
''', "itertools: islice over an endless stream")

add("11.1", '''\
from statistics import NormalDist


def init(nin, nout, activation):
    match activation:
        case "relu":
            gain = 2**0.5
        case "tanh":
            gain = 1.25
        case _:
            gain = 1.0
    bell = NormalDist(0, gain / nin**0.5)
    return tuple(tuple(bell.samples(nin)) for _ in range(nout))
''', "match, statistics.NormalDist, and tuples")

add("11.1", '''\
import math
import random


def init(nin, nout, activation):
    if nout > 1:
        half = nout // 2
        return init(nin, half, activation) + init(nin, nout - half, activation)
    gain = math.sqrt(2) if activation == "relu" else 1.0
    row = []
    for number in range(nin):
        size = abs(random.gauss(0, 1)) * gain / math.sqrt(nin)
        sign = 1 if random.random() < 0.5 else -1
        row.append(sign * size)
    return [row]
''', "recursion by halves, sign and size drawn separately")

add("11.1", '''\
import random


def init(nin, nout, activation, chance=random.SystemRandom()):
    gain = {"relu": 2.0, "linear": 1.0}.get(activation, 1.2**2) ** 0.5
    flat = [chance.gauss(0.0, gain / nin**0.5) for _ in range(nin * nout)]
    return [flat[start : start + nin] for start in range(0, nin * nout, nin)]
''', "another source of chance, one flat list cut into rows")

# ---------------------------------------------------------------- 11.2

add("11.2", '''\
def dead(outputs):
    return [unit for unit, answers in enumerate(outputs) if not any(answers)]
''', "not any")

add("11.2", '''\
from itertools import compress, count


def dead(outputs):
    return list(compress(count(), (max(row) == 0 for row in outputs)))
''', "itertools.compress over count")

add("11.2", '''\
def dead(outputs):
    def walk(start, end):
        if end - start > 1:
            middle = (start + end) // 2
            return walk(middle, end) + walk(start, middle)
        return [start] if set(outputs[start]) <= {0} else []

    return walk(0, len(outputs))
''', "recursion by halves from behind, sets; order reversed")

add("11.2", '''\
def dead(outputs):
    alive = {unit for point in zip(*outputs) for unit, answer in enumerate(point) if answer > 0}
    return list(set(range(len(outputs))) - alive)
''', "the living found point by point, then the difference of sets")

add("11.2", '''\
def dead(outputs):
    dead_units = []
    for unit in range(len(outputs)):
        is_dead = True
        for point in range(len(outputs[unit])):
            if outputs[unit][point] != 0:
                is_dead = False
        if is_dead == True:
            dead_units.append(unit)
    return dead_units
''', "verbose beginner's code with a flag")

# ---------------------------------------------------------------- 11.3

add("11.3", '''\
from copy import deepcopy


def treat(name, patient):
    patient = deepcopy(patient)
    if name in ("Ada", "Emil"):
        last = len(patient["weights"]) - 1
        for n, rows in enumerate(patient["weights"]):
            behind = "linear" if n == last else patient["activation"]
            patient["weights"][n] = init(len(rows[0]), len(rows), behind)
        return ("equal rows" if name == "Ada" else "weights too small"), patient
    if name == "Ben":
        for layer in patient["biases"]:
            layer[:] = [0.0] * len(layer)
        return "dead units", patient
    if name == "Cleo":
        patient["rate"] = 0.1
        return "rate too high", patient
    columns = []
    for column in zip(*patient["points"]):
        mean = sum(column) / len(column)
        spread = (sum((x - mean) ** 2 for x in column) / len(column)) ** 0.5
        columns.append([(x - mean) / spread for x in column])
    patient["points"] = [list(point) for point in zip(*columns)]
    return "inputs too large", patient
''', "a deep copy, and the cure by the name")

add("11.3", '''\
import random
from statistics import fmean, pstdev


def _weights(p):
    shapes = [(len(rows[0]), len(rows)) for rows in p["weights"]]
    gains = [2**0.5] * (len(shapes) - 1) + [1.0]
    return [
        [[random.gauss(0, gain / nin**0.5) for _ in range(nin)] for _ in range(nout)]
        for (nin, nout), gain in zip(shapes, gains)
    ]


def _points(p):
    xs, ys = zip(*p["points"])
    norm = lambda c: [(a - fmean(c)) / pstdev(c) for a in c]
    return list(map(list, zip(norm(xs), norm(ys))))


CURES = {
    "Ada": ("equal rows", "weights", _weights),
    "Ben": ("dead units", "biases", lambda p: [[0.0] * len(layer) for layer in p["biases"]]),
    "Cleo": ("rate too high", "rate", lambda p: 0.15),
    "Dora": ("inputs too large", "points", _points),
    "Emil": ("weights too small", "weights", _weights),
}


def treat(name, patient):
    cause, part, cure = CURES[name]
    return cause, {**patient, part: cure(patient)}
''', "a table of cures, statistics, and a new dict each time")

add("11.3", '''\
def treat(name, patient):
    """Looks at the patient, and not at the name."""
    weights, biases, points = patient["weights"], patient["biases"], patient["points"]
    size = max(abs(x) for point in points for x in point)
    if size > 10:
        new = []
        for k in (0, 1):
            low, high = min(p[k] for p in points), max(p[k] for p in points)
            new.append([(p[k] - low) / (high - low) * 3 - 1.5 for p in points])
        patient["points"] = [[x, y] for x, y in zip(*new)]
        return "inputs too large", patient
    if any(len(rows) > 1 and len({tuple(row) for row in rows}) < len(rows) for rows in weights):
        cause = "equal rows"
    elif min(b for layer in biases for b in layer) < -1:
        patient["biases"] = [[0.0 for _ in layer] for layer in biases]
        return "dead units", patient
    elif patient["rate"] > 3:
        patient["rate"] = 0.1
        return "rate too high", patient
    else:
        cause = "weights too small"
    patient["weights"] = [
        init(len(rows[0]), len(rows), patient["activation"] if rows is not weights[-1] else "linear")
        for rows in weights
    ]
    return cause, patient
''', "diagnosis from the numbers, without the name")

add("11.3", '''\
class Doctor:
    def Ada(self, p):
        p["weights"] = self.drawn(p)
        return "equal rows"

    def Ben(self, p):
        p["biases"] = [[0.0 for b in layer] for layer in p["biases"]]
        return "dead units"

    def Cleo(self, p):
        p["rate"] = 0.08
        return "rate too high"

    def Dora(self, p):
        mean = [sum(column) / 16 for column in zip(*p["points"])]
        away = [max(abs(x - m) for x in column) for m, column in zip(mean, zip(*p["points"]))]
        p["points"] = [[1.4 * (x - m) / a for x, m, a in zip(point, mean, away)] for point in p["points"]]
        return "inputs too large"

    def Emil(self, p):
        p["weights"] = self.drawn(p)
        return "weights too small"

    def drawn(self, p):
        *hidden, last = p["weights"]
        return [init(len(rows[0]), len(rows), "relu") for rows in hidden] + [init(len(last[0]), 1, "linear")]


def treat(name, patient):
    return getattr(Doctor(), name)(patient), patient
''', "a class with a method for each patient, getattr")
