"""A network as a picture: each unit as a small field of what it answers, each weight as an edge between two."""

import numpy as np

from ....draw.charts import Axis, Edges, Line, Panel, Points, Tiles, Words
from ....engine import Value
from ....replay import record

SIZE, WIDEST = 24, 24  # scores a side of a unit's field, and its side in pixels
WIDTH, HEIGHT = 240, 280
PULL = 40  # pixels to drag an edge for its weight to change by 1


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


def picture(units, fields, gone, full, weights, chosen):
    """The Panel. `fields`: for the inputs and each layer its tiles, (units, n, n); `gone` and `full`: the hidden
    layers' dead and saturated units; `weights`: all parameters as numbers; `chosen`: the number of one."""
    sizes, side = units.sizes, min(WIDEST, 0.94 * HEIGHT / max(units.sizes))
    across = np.linspace(side, WIDTH - side, len(sizes)).tolist()
    places = [[(x, HEIGHT * (1 - (j + 0.5) / n)) for j in range(n)] for x, n in zip(across, sizes, strict=True)]
    spots = [spot for layer in places for spot in layer]
    ends = [(x + shift * side / 2, y) for x, y in spots for shift in (-1, 1)]  # of an edge: left and right of a unit
    pairs, keys, first = [], [], 0
    for before, layer in zip(sizes, units.numbers, strict=False):
        for j, numbers in enumerate(layer):
            pairs += [(2 * (first + i) + 1, 2 * (first + before + j)) for i in range(before)]
            keys += list(numbers)[:-1]
        first += before
    biases = [str(numbers[-1]) for layer in units.numbers for numbers in layer]
    ex, ey = zip(*ends, strict=True)
    tx, ty = zip(*spots, strict=True)
    ring = _halo(chosen, keys, pairs, ends, biases, spots, side)
    edges = Edges("weights", ex, ey, tuple(pairs), tuple(weights[k] for k in keys), tuple(map(str, keys)))
    tiles = Tiles("units", np.concatenate(fields), tx, ty, side, ("", "", *biases))
    hidden = [spot for layer in places[1:-1] for spot in layer]
    marks = [
        _marked("dead", hidden, gone, "red", "cross", side / 2),
        _marked("saturated", hidden, full, "purple", "triangle", side / 2),
    ]
    names = [Words(f"x{i}", x, y - side / 2 - 9, "middle") for i, (x, y) in enumerate(places[0])]
    named = "-".join(map(str, sizes))
    told = f"The network {named}: {sum(gone)} units are dead, {sum(full)} are saturated. "
    told += f"Parameter {chosen} is {weights[chosen]:.4g}."
    empty = (Axis("", 0.0, WIDTH, ticks=()), Axis("", 0.0, HEIGHT, ticks=()))
    return Panel(f"network {named}", *empty, (ring, edges, tiles, *marks, *names), (WIDTH, HEIGHT), told=told)


def _halo(chosen, keys, pairs, ends, biases, spots, side):
    """A broad line below the chosen edge, or around the unit of the chosen bias."""
    if chosen in keys:
        (x0, y0), (x1, y1) = (ends[end] for end in pairs[keys.index(chosen)])
        return Line("", (x0, x1), (y0, y1), "green", width=7.0)
    (x, y), r = spots[2 + biases.index(str(chosen))], side / 2 + 2
    return Line("", (x - r, x + r, x + r, x - r, x - r), (y - r, y - r, y + r, y + r, y - r), "green", width=5.0)


def _marked(name, spots, which, colour, shape, size):
    there = [spot for spot, yes in zip(spots, which, strict=True) if yes]
    x, y = zip(*there, strict=True) if there else ((), ())
    return Points(name, x, y, colour, shape, min(6.0, size))
