"""Lesson 7's three classes as they should be, with a method for each thing that can go wrong in one."""

import random

from ....engine import Value


class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w, self.b, self.nonlin = self.weights(nin), self.bias(), nonlin

    def weights(self, nin):
        return [Value(random.uniform(-1, 1)) for _ in range(nin)]

    def bias(self):
        return Value(0.0)

    def __call__(self, x):
        return self.gate(self.total(x))

    def total(self, x):
        return sum((w * xi for w, xi in zip(self.w, x, strict=False)), self.b)

    def gate(self, total):
        return total.relu() if self.nonlin else total

    def parameters(self):
        return [*self.w, self.b]


class Layer:
    def __init__(self, nin, nout, nonlin=True):
        self.neurons = self.row(nin, nout, nonlin)

    def row(self, nin, nout, nonlin):
        return [Neuron(nin, nonlin) for _ in range(nout)]

    def __call__(self, x):
        return self.given([n(x) for n in self.neurons])

    def given(self, out):
        return out[0] if len(out) == 1 else out

    def parameters(self):
        return [p for n in self.neurons for p in n.parameters()]


class MLP:
    def __init__(self, nin, nouts):
        self.layers = self.stack(nin, list(nouts))

    def stack(self, nin, nouts):
        sizes = [nin, *nouts]
        return [self.layer(sizes[i], sizes[i + 1], self.bends(i, len(nouts))) for i in range(len(nouts))]

    def layer(self, nin, nout, nonlin):
        return Layer(nin, nout, nonlin)

    def bends(self, i, many):
        return i != many - 1

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x if isinstance(x, list) else [x])
        return x

    def parameters(self):
        return [p for layer in self.layers for p in layer.parameters()]
