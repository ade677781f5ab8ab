"""My engine, as it stands after lesson 11."""

import math
import random

# Lesson 2: numbers that remember how they were made.


def value(x):
    return x if isinstance(x, Value) else Value(x)


class Value:
    def __init__(self, data, inputs=(), op="", label=""):
        self.data, self.inputs, self.op, self.label = data, inputs, op, label
        self.grad = 0.0
        self._backward = lambda: None

    def __repr__(self):
        return f"Value({self.data})"

    def __radd__(self, other):
        return value(other) + self

    def __rmul__(self, other):
        return value(other) * self

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -value(other)

    def __rsub__(self, other):
        return value(other) - self

    def __rtruediv__(self, other):
        return value(other) / self

    # Lesson 4: each operation knows its own step back.

    def __add__(self, other):
        other = value(other)
        out = Value(self.data + other.data, (self, other), "+")

        def _backward():
            self.grad += out.grad
            other.grad += out.grad

        out._backward = _backward
        return out

    def __mul__(self, other):
        other = value(other)
        out = Value(self.data * other.data, (self, other), "*")

        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._backward = _backward
        return out

    def __pow__(self, k):
        if not isinstance(k, (int, float)):
            raise TypeError("the exponent must be a plain number")
        if self.data < 0 and k != int(k):
            raise ValueError("a negative base needs a whole exponent")
        out = Value(self.data**k, (self,), f"**{k}")

        def _backward():
            self.grad += k * self.data ** (k - 1) * out.grad

        out._backward = _backward
        return out

    def __truediv__(self, other):
        other = value(other)
        out = Value(self.data / other.data, (self, other), "/")

        def _backward():
            self.grad += out.grad / other.data
            other.grad += -out.data / other.data * out.grad

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

    def exp(self):
        out = Value(math.exp(self.data), (self,), "exp")

        def _backward():
            self.grad += out.data * out.grad

        out._backward = _backward
        return out

    def log(self):
        out = Value(math.log(self.data), (self,), "log")

        def _backward():
            self.grad += out.grad / self.data

        out._backward = _backward
        return out

    # Lesson 5: nobody sends before all of its users have.

    def backward(self):
        self.grad = 1.0
        for v in reversed(topological(self)):
            v._backward()


def trace(root):
    nodes, edges = [], []

    def visit(v):
        if v in nodes:
            return
        nodes.append(v)
        for i in v.inputs:
            edges.append((i, v))
            visit(i)

    visit(root)
    return nodes, edges


# Lesson 5: nobody sends before all of its users have.


def topological(root):
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        v, done = stack.pop()
        if done:
            order.append(v)
        elif v not in seen:
            seen.add(v)
            stack.append((v, True))
            stack.extend((i, False) for i in v.inputs)
    return order


# Lesson 6: trust, but verify.


def gradcheck(f, xs, grads, h=1e-6, tolerance=1e-4):
    answers = []
    for i, claimed in enumerate(grads):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        measured = (f(*up) - f(*down)) / (2 * h)
        size = max(abs(claimed), abs(measured)) or 1.0
        answers.append(abs(claimed - measured) / size <= tolerance)
    return answers


# Lesson 7: an expression that can decide.


class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0.0)
        self.nonlin = nonlin

    def __call__(self, x):
        act = sum((w * xi for w, xi in zip(self.w, x, strict=True)), self.b)
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
        self.layers = [Layer(sizes[i], sizes[i + 1], nonlin=i != len(nouts) - 1) for i in range(len(nouts))]

    def __call__(self, x):
        for layer in self.layers:
            x = layer([x] if isinstance(x, Value) else x)
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]


# Lesson 8: the loop that moves them all.


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
    return sum((1 + -y * s).relu() for y, s in zip(labels, scores, strict=True)) * (1 / len(labels))


def accuracy(scores, labels):
    sides = [1 if getattr(s, "data", s) > 0 else -1 for s in scores]
    return sum(side == y for side, y in zip(sides, labels, strict=True)) / len(labels)


def batches(count, size, shuffle):
    order = list(range(count))
    while True:
        shuffle(order)
        for start in range(0, count, size):
            yield order[start : start + size]


# Lesson 10: fewer steps.


class Momentum:
    def __init__(self, parameters, lr, momentum=0.9):
        self.parameters, self.lr, self.momentum = list(parameters), lr, momentum
        self.v = [0.0 for _ in self.parameters]

    def step(self):
        for i, p in enumerate(self.parameters):
            self.v[i] = self.momentum * self.v[i] + p.grad
            p.data -= self.lr * self.v[i]


class Adam:
    def __init__(self, parameters, lr, beta1=0.9, beta2=0.999, eps=1e-8):
        self.parameters, self.lr = list(parameters), lr
        self.beta1, self.beta2, self.eps = beta1, beta2, eps
        self.t = 0
        self.m = [0.0 for _ in self.parameters]
        self.v = [0.0 for _ in self.parameters]

    def step(self):
        self.t += 1
        for i, p in enumerate(self.parameters):
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * p.grad
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * p.grad * p.grad
            m = self.m[i] / (1 - self.beta1**self.t)
            v = self.v[i] / (1 - self.beta2**self.t)
            p.data -= self.lr * m / (v**0.5 + self.eps)


# Lesson 11: keep the signal alive.


def init(nin, nout, activation):
    gain = 2**0.5 if activation == "relu" else 1.0
    return [[random.gauss(0, gain / nin**0.5) for _ in range(nin)] for _ in range(nout)]
