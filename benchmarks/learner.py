"""What a learner adds to the engine of lesson 6, until lesson 14: networks, better steps, a GPT.

The engine itself is the course's own checkpoint. Nothing here is the kit's: it stands for a file of a learner's own.
"""

import random

from micrograd_lab.mine.checkpoints.checkpoint_06 import Value

# Lesson 7: an expression that can decide.


class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b, self.nonlin = Value(0.0), nonlin

    def __call__(self, x):
        act = sum((w * xi for w, xi in zip(self.w, x)), self.b)
        return act.relu() if self.nonlin else act

    def parameters(self):
        return [*self.w, self.b]


class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = [Neuron(nin, nonlin) for _ in range(nout)]

    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]


class MLP:
    def __init__(self, nin, nouts):
        sizes = [nin, *nouts]
        self.layers = [Layer(a, b, nonlin=i != len(nouts) - 1) for i, (a, b) in enumerate(zip(sizes, nouts))]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]


# Lessons 8 and 10: the loop that moves them all, and better steps.


class Adam:
    def __init__(self, parameters, lr, beta1=0.85, beta2=0.99, eps=1e-8):
        self.p, self.lr, self.beta1, self.beta2, self.eps, self.t = parameters, lr, beta1, beta2, eps, 0
        self.m, self.v = [0.0] * len(parameters), [0.0] * len(parameters)

    def step(self, scale=1.0):
        self.t += 1
        for i, p in enumerate(self.p):
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad**2
            m, v = self.m[i] / (1 - self.beta1**self.t), self.v[i] / (1 - self.beta2**self.t)
            p.data -= self.lr * scale * m / (v**0.5 + self.eps)


def train(loss_of, parameters, step, steps):
    for n in range(steps):
        loss = loss_of(n)
        for p in parameters:
            p.grad = 0.0
        loss.backward()
        step(n)
        yield loss.data


# Lesson 9: be right, with a margin.


def hinge(scores, labels):
    return sum((1 + -y * s).relu() for y, s in zip(labels, scores)) * (1 / len(labels))


# Lesson 12: an answer that is a share of certainty.


def log_softmax(logits):
    top = max(v.data for v in logits)
    shifted = [v - top for v in logits]
    total = sum(v.exp() for v in shifted).log()
    return [v - total for v in shifted]


# Lessons 13 and 14: letters that choose where to look.


def linear(x, w):
    return [sum(wi * xi for wi, xi in zip(row, x)) for row in w]


def rmsnorm(x):
    scale = (sum(v * v for v in x) * (1 / len(x)) + 1e-5) ** -0.5
    return [v * scale for v in x]


class GPT:
    def __init__(self, letters, width=16, heads=4, block=16, spread=0.08):
        def matrix(rows, columns):
            return [[Value(random.gauss(0, spread)) for _ in range(columns)] for _ in range(rows)]

        self.width, self.heads, self.block = width, heads, block
        self.letter, self.place, self.out = matrix(letters, width), matrix(block, width), matrix(letters, width)
        self.q, self.k, self.v, self.o = (matrix(width, width) for _ in range(4))
        self.up, self.down = matrix(4 * width, width), matrix(width, 4 * width)

    def parameters(self):
        parts = [self.letter, self.place, self.out, self.q, self.k, self.v, self.o, self.up, self.down]
        return [p for part in parts for row in part for p in row]

    def __call__(self, letter, place, keys, values):
        """The logits of the next letter; keys and values remember what came before, and grow by one."""
        x = rmsnorm([a + b for a, b in zip(self.letter[letter], self.place[place])])
        n = rmsnorm(x)
        q, size = linear(n, self.q), self.width // self.heads
        keys.append(linear(n, self.k))
        values.append(linear(n, self.v))
        looked = []
        for h in range(0, self.width, size):
            scores = [sum(a * b for a, b in zip(q[h : h + size], k[h : h + size])) * size**-0.5 for k in keys]
            weights = [s.exp() for s in log_softmax(scores)]
            looked += [sum(w * v[h + j] for w, v in zip(weights, values)) for j in range(size)]
        x = [a + b for a, b in zip(x, linear(looked, self.o))]
        hidden = [v.relu() for v in linear(rmsnorm(x), self.up)]
        x = [a + b for a, b in zip(x, linear(hidden, self.down))]
        return linear(x, self.out)


def name_loss(model, tokens):
    n, keys, values, total = min(model.block, len(tokens) - 1), [], [], Value(0.0)
    for i in range(n):
        total = total - log_softmax(model(tokens[i], i, keys, values))[tokens[i + 1]]
    return total * (1 / n)
