"""A program run plainly, number by number, forwards and by the chain rule: the oracle of machines. Random programs."""

import math
from random import Random

from micrograd_lab.replay.program import Group, Program, Rows, check, exponent

ROW_BY_ROW = ("+", "-", "*", "/", "**", "neg", "ReLU", "tanh", "exp", "log", "sigmoid", "**2", "**3", "**-0.5", "**0.3")
ALL = (*ROW_BY_ROW, "sum", "max", "dot", "matrix", "lookup")


def terms(group):
    """For each result, what it is made of: (places in the first operand, places in the second)."""
    op, result, _, lengths = group
    if op == "matrix":
        m, p, k = lengths
        return [
            (range(i * k, i * k + k), range(j * k, j * k + k)) for i in range(m) for j in range(p)
        ]  # fmt: skip
    if not lengths:
        return [(range(i, i + 1), range(i, i + 1)) for i in range(len(result.index))]
    ends = [sum(lengths[: i + 1]) for i in range(len(lengths))]
    places = [range(end - length, end) for end, length in zip(ends, lengths, strict=True)]
    return [(range(i, i + 1) if op == "lookup" else some, some) for i, some in enumerate(places)]


def value(op, a, b):
    """The result from its first and its second numbers."""
    if op == "sum":
        return sum(a)
    if op == "max":
        return max(a)
    if op in ("dot", "matrix"):
        return sum(x * y for x, y in zip(a, b, strict=True))
    if op == "lookup":
        return b[int(a[0])]
    x, y = a[0], b[0] if b else exponent(op)
    if op == "sigmoid":
        z = math.exp(-abs(x))
        return (1.0 if x >= 0 else z) / (1 + z)
    rules = {
        "+": lambda: x + y, "-": lambda: x - y, "*": lambda: x * y, "/": lambda: x / y, "neg": lambda: -x,
        "ReLU": lambda: 0.0 if x <= 0 else x, "tanh": lambda: math.tanh(x), "exp": lambda: math.exp(x),
        "log": lambda: math.log(x),
    }  # fmt: skip
    return rules[op]() if op in rules else x**y


def slopes(op, a, b, y):
    """The derivatives of the result y by each of the first, and by each of the second numbers."""
    if op == "sum":
        return [1.0] * len(a), []
    if op == "max":
        return [0.0] * len(a), []
    if op in ("dot", "matrix"):
        return b, a
    if op == "lookup":
        return [0.0], [float(n == int(a[0])) for n in range(len(b))]
    x, z = a[0], b[0] if b else exponent(op)
    rules = {
        "+": lambda: (1.0, 1.0), "-": lambda: (1.0, -1.0), "*": lambda: (z, x), "/": lambda: (1 / z, -x / z / z),
        "neg": lambda: (-1.0,), "ReLU": lambda: (float(x > 0),), "tanh": lambda: (1 - y * y,), "exp": lambda: (y,),
        "log": lambda: (1 / x,), "sigmoid": lambda: (y * (1 - y),), "**": lambda: (z * x ** (z - 1), y * math.log(x)),
    }  # fmt: skip
    found = rules[op]() if op in rules else (z * x ** (z - 1),)
    return found[:1], found[1:]


def started(program, parameters, columns):
    """data[many][row], a list of numbers each, before any group is computed."""
    samples = len(columns[0])
    data = [[[0.0] for _ in range(program.heights[0])], [[0.0] * samples for _ in range(program.heights[1])]]
    for row, x in [*enumerate(parameters), *program.constants]:
        data[0][row] = [x]
    for row, column in [*enumerate(columns), *[(row, [1.0] * samples) for row in program.ones]]:
        data[1][row] = list(column)
    return data


def read(data, rows, places, sample):
    return [data[rows.many][rows.index[n]][sample if rows.many else 0] for n in places]


def compute(group, data):
    """Put a group's results into data."""
    for row, places in zip(group.result.index, terms(group), strict=True):
        results = data[group.result.many][row]
        for s in range(len(results)):
            results[s] = value(
                group.op, *[read(data, rows, n, s) for rows, n in zip(group.operands, places, strict=False)],
                *([[]] if len(group.operands) == 1 else []),
            )  # fmt: skip


def forward(program, parameters, columns):
    data = started(program, parameters, columns)
    for group in program.groups:
        compute(group, data)
    return data


def backward(program, data):
    """Gradients of root's mean, placed as data; and the same of all terms' sizes, which bounds what rounding does."""
    grads, sizes = ([[[0.0] * len(row) for row in heap] for heap in data] for _ in range(2))
    many, root = program.root
    for some in (grads, sizes):
        some[many][root] = [1 / len(data[many][root])] * len(data[many][root])
    for group in sorted(program.groups, key=lambda g: g.result.many)[::-1]:
        for row, places in zip(group.result.index, terms(group), strict=True):
            for s, y in enumerate(data[group.result.many][row]):
                found = [read(data, rows, n, s) for rows, n in zip(group.operands, places, strict=False)]
                by = slopes(group.op, *found, *([[]] if len(found) == 1 else []), y)
                for rows, numbers, partials in zip(group.operands, places, by, strict=False):
                    for n, partial in zip(numbers, partials if rows.moving else [], strict=False):
                        at = s if rows.many else 0
                        to = rows.index[n]
                        grads[rows.many][to][at] += partial * grads[group.result.many][row][s]
                        sizes[rows.many][to][at] += abs(partial) * sizes[group.result.many][row][s]
    return grads, sizes


class Made:
    """A random program of `groups` groups, with numbers for its parameters and inputs. All of its numbers are tame."""

    def __init__(self, seed: int, groups: int, samples: int, ops=ALL):
        self.random = random = Random(seed)
        lows = [random.choice((-2, 0.1)) for _ in range(60)]  # logarithms and roots take what is above 0
        self.parameters = [random.uniform(low, 2) for low in lows[: random.choice((1, 4, 9, 30))]]
        columns = [[random.uniform(low, 2) for _ in range(samples)] for low in lows[-random.choice((1, 4, 9, 30)) :]]
        choices = [[float(random.randrange(3)) for _ in range(samples)] for _ in range(2)]
        self.columns = [*columns, *choices]
        singles, many = len(self.parameters), len(self.columns)
        self.free = [list(range(singles + 2, singles + 400)), list(range(many + 1, many + 400))]
        self.there = [list(range(singles + 2)), [*range(len(columns)), many]]
        self.choices = range(len(columns), many)
        constants = ((singles, 0.5), (singles + 1, -1.5))
        empty = Program((singles + 400, many + 400), singles, many, constants, (many,), (), (True, 0))
        self.data, made = started(empty, self.parameters, self.columns), []
        for op in [random.choice(ops) for _ in range(groups)]:
            group = self.group(op)
            made.append(group)
            self.there[group.result.many] += group.result.index
        kind, row = made[-1].result.many, random.choice(made[-1].result.index)
        self.program = check(empty._replace(groups=tuple(made), root=(kind, row)))

    def group(self, op):
        """One more group. Where its numbers would grow wild, or a ReLU be near its kink, a milder one."""
        random = self.random
        lengths, counts = (), (random.randint(1, 9),) * 2
        if op in ("sum", "max", "dot"):
            lengths = tuple(random.randint(1, 6) for _ in range(random.randint(1, 6)))
            counts = (sum(lengths),) * 2
        elif op == "lookup":
            lengths = tuple(random.randint(3, 5) for _ in range(random.randint(1, 4)))
            counts = len(lengths), sum(lengths)
        elif op == "matrix":
            m, p, k = lengths = tuple(random.choice([1, 1, 2, 3, 4, 5, 6, 9]) for _ in range(3))
            counts = m * k, p * k
        binary = op in ("+", "-", "*", "/", "**", "dot", "matrix", "lookup")
        operands = [self.rows(count) for count in counts[: 1 + binary]]
        if op == "matrix":
            operands = [self.lines(rows, n, k) for rows, n in zip(operands, (m, p), strict=True)]
        if op == "max":
            operands = [operands[0]._replace(moving=False)]
        if op == "lookup":
            operands[0] = Rows(True, tuple(random.choice(self.choices) for _ in lengths), False)
        kind = any(rows.many for rows in operands)
        results = lengths[0] * lengths[1] if op == "matrix" else len(lengths) or counts[0]
        moving = any(rows.moving for rows in operands)
        group = Group(op, Rows(kind, self.places(kind, results), moving), tuple(operands), lengths)
        try:
            compute(group, self.data)
            first, *_, last = [
                [x for row in rows.index for x in self.data[rows.many][row]] for rows in (*operands, group.result)
            ]
            second = [x for rows in operands[1:] for row in rows.index for x in self.data[rows.many][row]]
            tame = max(map(abs, last)) < 50
            tame = tame and not (op in ("log", "**", "**-0.5", "**0.3") and min(first) < 0.05)
            tame = tame and not (op == "ReLU" and min(map(abs, first)) < 1e-6)
            tame = tame and not (op == "/" and min(map(abs, second)) < 0.05)
        except (ValueError, ZeroDivisionError, OverflowError, TypeError):
            tame = False
        if tame:
            return group
        self.free[kind] = sorted([*self.free[kind], *group.result.index])
        return self.group(self.random.choice(("tanh", "sigmoid", "neg")))

    def rows(self, count):
        """Rows to read: neighbours, evenly spaced, or any, some of them twice."""
        random = self.random
        kind = random.random() < 0.7
        there = self.there[kind]
        start, step = random.choice(there), random.choice([1, 1, 1, 2, 3, -1])
        index = tuple(range(start, start + count * step, step))
        if random.random() < 0.4 or not {*there}.issuperset(index):
            index = tuple(random.choice(there) for _ in range(count))
        return Rows(kind, index, random.random() < 0.85)

    def lines(self, rows, m, n):
        """The rows of a matrix: as they are; or, where there are enough, line by line apart, or column by column."""
        random, there = self.random, self.there[rows.many]
        start, how, gap = random.choice(there[:5]), random.randrange(3), random.choice([0, 0, 1, 2])
        index = [start + i * (n + gap) + j for i in range(m) for j in range(n)]
        if how == 1:
            index = [start + i + j * (m + gap) for i in range(m) for j in range(n)]
        return rows._replace(index=tuple(index)) if how < 2 and {*there}.issuperset(index) else rows

    def places(self, kind, count):
        """Rows to write: the next ones, every other one, or in any order."""
        free, how = self.free[kind], self.random.randrange(4)
        index = free[: 2 * count : 2] if how == 1 else free[:count]
        if how == 2:
            self.random.shuffle(index)
        self.free[kind] = [row for row in free if row not in index]
        return tuple(index)
