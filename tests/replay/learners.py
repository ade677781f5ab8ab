"""A class of values as a learner may have written it, and a small GPT on values of any class."""

import math
import random
from itertools import pairwise


class Number:
    """Keeps each step back as a function, its inputs in `parents`, the op's name in words; knows no neg, -, /."""

    def __init__(self, data, parents=(), operation=None):
        self.data, self.parents, self.operation = data, parents, operation
        self.grad, self.back = 0.0, None

    def made(self, data, operation, *edges):
        out = type(self)(data, tuple(v for v, _ in edges), operation)

        def back():
            for v, slope in edges:
                v.grad += slope() * out.grad

        out.back = back
        return out

    def __add__(self, other):
        other = other if isinstance(other, Number) else type(self)(other)
        return self.made(self.data + other.data, "add", (self, lambda: 1.0), (other, lambda: 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Number) else type(self)(other)
        return self.made(self.data * other.data, "mul", (self, lambda: other.data), (other, lambda: self.data))

    def __pow__(self, k):
        return self.made(self.data**k, f"pow({k})", (self, lambda: k * self.data ** (k - 1)))

    def relu(self):
        return self.made(max(0.0, self.data), "relu", (self, lambda: float(self.data > 0)))

    def tanh(self):
        t = math.tanh(self.data)
        return self.made(t, "tanh", (self, lambda: self.slope_of_tanh(t)))

    def slope_of_tanh(self, t):
        return 1 - t * t

    def exp(self):
        e = math.exp(self.data)
        return self.made(e, "exp", (self, lambda: e))

    def log(self):
        return self.made(math.log(self.data), "ln", (self, lambda: 1 / self.data))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -1 * other if isinstance(other, Number) else self + -other

    def __truediv__(self, other):
        return self * other**-1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for i in v.parents:
                    visit(i)
                order.append(v)

        visit(self)
        self.grad = 1.0
        for v in reversed(order):
            if v.back:
                v.back()


def network(value, sizes, seed=1):
    """(parameters, model): a network of relu, the last layer without, on values of this class."""
    rng = random.Random(seed)
    layers = [
        [([value(rng.uniform(-1, 1)) for _ in range(a)], value(rng.uniform(-0.1, 0.1))) for _ in range(b)]
        for a, b in pairwise(sizes)
    ]

    def model(x):
        for layer in layers:
            sums = [sum((w * xi for w, xi in zip(ws, x, strict=True)), b) for ws, b in layer]
            x = [s.relu() for s in sums]
        return sums[0]

    return [p for layer in layers for ws, b in layer for p in (*ws, b)], model


def log_softmax(logits):
    top = max(v.data for v in logits)
    shifted = [v - top for v in logits]
    total = sum(v.exp() for v in shifted).log()
    return [v - total for v in shifted]


def linear(weights, x):
    return [sum(w * xi for w, xi in zip(row, x, strict=True)) for row in weights]


def normed(x):
    scale = (sum(v * v for v in x) * (1 / len(x)) + 1e-5) ** -0.5
    return [v * scale for v in x]


class GPT:
    """One layer of attention with heads and one of neurons, as in microgpt."""

    def __init__(self, value, letters=5, width=4, heads=2, block=3, seed=1):
        rng = random.Random(seed)

        def matrix(rows, columns):
            return [[value(rng.gauss(0, 0.5)) for _ in range(columns)] for _ in range(rows)]

        self.value, self.letters, self.width, self.heads, self.block = value, letters, width, heads, block
        self.letter, self.place = matrix(letters, width), matrix(block, width)
        self.query, self.key, self.content, self.out = (matrix(width, width) for _ in range(4))
        self.up, self.down, self.last = matrix(2 * width, width), matrix(width, 2 * width), matrix(letters, width)

    def parameters(self):
        parts = [self.letter, self.place, self.query, self.key, self.content, self.out, self.up, self.down, self.last]
        return [p for part in parts for row in part for p in row]

    def logits(self, row, place, keys, contents):
        x = normed([a + b for a, b in zip(row, self.place[place], strict=True)])
        n, size = normed(x), self.width // self.heads
        q = linear(self.query, n)
        keys.append(linear(self.key, n))
        contents.append(linear(self.content, n))
        seen = []
        for h in range(0, self.width, size):
            scores = [sum(a * b for a, b in zip(q[h:], k[h : h + size], strict=False)) * size**-0.5 for k in keys]
            shares = [s.exp() for s in log_softmax(scores)]
            seen += [sum(s * c[h + j] for s, c in zip(shares, contents, strict=True)) for j in range(size)]
        x = [a + b for a, b in zip(x, linear(self.out, seen), strict=True)]
        x = [a + b for a, b in zip(x, linear(self.down, [v.relu() for v in linear(self.up, normed(x))]), strict=True)]
        return linear(self.last, x)

    def loss(self, name):
        """The mean loss of a name, a list of letters' numbers, as it is written for one name."""
        keys, contents, total = [], [], 0.0
        for place, (letter, after) in enumerate(pairwise(name)):
            total = total - log_softmax(self.logits(self.letter[letter], place, keys, contents))[after]
        return total * (1 / (len(name) - 1))

    def leaves(self, name):
        """One-hot leaves of each place's letter, of the letter after it, and a weight each."""
        padded = [*name, *[0] * (self.block + 1 - len(name))]
        before, after = (
            [[self.value(float(n == letter)) for n in range(self.letters)] for letter in part]
            for part in (padded[:-1], padded[1:])
        )
        many = len(name) - 1
        weights = [self.value(1 / many if place < many else 0.0) for place in range(self.block)]
        return before, after, weights

    def loss_of_all(self, letters, afters, weights):
        """The same loss for names of all lengths: letters are chosen by leaves, and each place has a weight."""
        keys, contents, total = [], [], 0.0
        for place in range(self.block):
            row = [sum(o * r[d] for o, r in zip(letters[place], self.letter, strict=True)) for d in range(self.width)]
            shares = log_softmax(self.logits(row, place, keys, contents))
            total = total - sum(o * s for o, s in zip(afters[place], shares, strict=True)) * weights[place]
        return total


def columns_of(gpt, names):
    """What a recording of loss_of_all gets: letters, those after them, weights; one column for each place."""
    found = []
    for name in names:
        padded, many = [*name, *[0] * (gpt.block + 1 - len(name))], len(name) - 1
        weights = [1 / many if place < many else 0.0 for place in range(gpt.block)]
        found.append([*padded[:-1], *padded[1:], *weights])
    return [list(map(float, column)) for column in zip(*found, strict=True)]
