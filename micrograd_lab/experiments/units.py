"""What every unit of a network answers, and which of them have stopped learning."""

import numpy as np

from ..engine import Value
from ..replay import record

TILE = 24  # scores a side of a unit's field


class Units:
    """What every unit of an MLP of two inputs answers: one recording of the network, run once a frame.

    `kinds` are the layers' activations; `numbers[l][j]` are the parameters' numbers of unit j in layer l, its
    weights and then its bias.
    """

    def __init__(self, model):
        inputs = [Value(0.0), Value(0.0)]
        x, self.layers, self.numbers, first = inputs, [], [], 0
        for layer in model.layers:
            x = layer(x)
            x = [x] if isinstance(x, Value) else x
            self.layers.append(x)
            wide = len(layer.neurons[0].w) + 1
            self.numbers.append([range(first + j * wide, first + (j + 1) * wide) for j in range(len(x))])
            first += wide * len(x)
        self.sizes = [2, *map(len, self.layers)]
        self.kinds = [layer.neurons[0].activation for layer in model.layers]
        kept = [unit for layer in self.layers for unit in layer]
        self.replay = record(self.layers[-1][0], inputs, model.parameters(), keep=kept)

    def __call__(self, X):
        """A list of arrays of shape (units, n), one a layer, for places of shape (n, 2)."""
        self.replay.forward(*X.T)
        return [np.array([self.replay.of(unit) for unit in layer]) for layer in self.layers]


def dead(answers, kind):
    """Which units answer 0 on all points: a ReLU there passes no gradient on. `answers` has shape (units, n)."""
    return (answers <= 0).all(axis=1) if kind == "relu" else np.zeros(len(answers), dtype=bool)


def saturated(answers, kind):
    """Which units stand at their limits, |tanh| above 0.97, on more than half of the points."""
    scale = {"tanh": answers, "sigmoid": 2 * answers - 1}.get(kind)  # sigmoid(2x) = (1 + tanh x) / 2
    return np.zeros(len(answers), dtype=bool) if scale is None else (abs(scale) > 0.97).mean(axis=1) > 0.5
