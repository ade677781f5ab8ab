"""A patient of the ward, run and trained in plain numbers: what its layers answer, what comes back, what it learns.

A patient is a dict as the exercise describes it: {"activation", "weights": [layer][unit][input], "biases":
[layer][unit], "rate", "points", "labels"}. All layers but the last bend; the last has one unit, the score.
"""

import math
from math import fsum  # the same in every Python, to the last digit
from operator import mul

STEPS, FAR = 200, 0.99  # of a training; from where on an answer of tanh is saturated
HUGE = 1e150  # beyond it nothing is trained on: it has burst


def relu(z):
    """0 below 0, and z above."""
    return z if z > 0 else 0.0


BENDS = {"relu": (relu, lambda a: 1.0 if a > 0 else 0.0), "tanh": (math.tanh, lambda a: 1.0 - a * a)}


def answers(patient, point):
    """What each layer answers to a point, the point itself first: a list a layer. The last holds the score alone."""
    bend = BENDS[patient["activation"]][0]
    found, last = [point], len(patient["weights"]) - 1
    for layer, (rows, biases) in enumerate(zip(patient["weights"], patient["biases"], strict=True)):
        sums = [fsum(map(mul, row, found[-1])) + b for row, b in zip(rows, biases, strict=True)]
        found.append(sums if layer == last else [bend(z) for z in sums])
    return found


def slopes(patient):
    """(loss, slopes by the weights, slopes by the biases, right): of the mean hinge loss of all points; in the form of
    the weights and of the biases. `right` counts the points whose score is on their side."""
    weights, slope_of = patient["weights"], BENDS[patient["activation"]][1]
    by_weights = [[[0.0] * len(row) for row in rows] for rows in weights]
    by_biases = [[0.0] * len(rows) for rows in weights]
    loss, right, many = 0.0, 0, len(patient["points"])
    for point, label in zip(patient["points"], patient["labels"], strict=True):
        found = answers(patient, point)
        score = found[-1][0]
        right += (score > 0) == (label > 0)
        lacks = 1 - label * score
        if not lacks > 0:
            continue
        loss += lacks / many
        arrived = [-label / many]
        for layer in range(len(weights) - 1, -1, -1):
            below = found[layer]
            for unit, a in enumerate(arrived):
                if a:
                    by_biases[layer][unit] += a
                    by_weights[layer][unit] = [s + a * x for s, x in zip(by_weights[layer][unit], below, strict=True)]
            if layer:
                sent = [fsum(map(mul, arrived, column)) for column in zip(*weights[layer], strict=True)]
                arrived = [g * slope_of(x) for g, x in zip(sent, below, strict=True)]
    return loss, by_weights, by_biases, right


def trained(patient, steps=STEPS):
    """[(loss, right) before each step, and after the last], steps + 1 of them; the patient stays as it is. If nothing
    moves any more, or numbers burst, the rest is what it was then."""
    one = {**patient, "weights": [[list(row) for row in rows] for rows in patient["weights"]]}
    one["biases"] = [list(layer) for layer in patient["biases"]]
    rate, told = patient["rate"], []
    for step in range(steps + 1):
        loss, by_weights, by_biases, right = slopes(one)
        told.append((loss, right))
        if step == steps or not loss < HUGE or not any(map(any, by_biases)):
            break
        for rows, changes in zip(one["weights"], by_weights, strict=True):
            rows[:] = [
                [w - rate * s for w, s in zip(row, change, strict=True)]
                for row, change in zip(rows, changes, strict=True)
            ]
        for layer, changes in zip(one["biases"], by_biases, strict=True):
            layer[:] = [b - rate * s for b, s in zip(layer, changes, strict=True)]
    return told + told[-1:] * (steps + 1 - len(told))


def size(numbers):
    """The root of the mean square of some numbers; 0 of none."""
    numbers = list(numbers)
    return math.sqrt(sum(x * x for x in numbers) / len(numbers)) if numbers else 0.0


def instruments(patient):
    """{"inputs": the points' spread, "layers": for each {"spread", "out", "units", "gradient", "rows"}}, before any
    step. "out" counts the units that are shut or saturated for every point; the score is never counted so."""
    found = [answers(patient, point) for point in patient["points"]]
    _, by_weights, _, _ = slopes(patient)
    layers = []
    for n, rows in enumerate(patient["weights"]):
        units = list(zip(*(layers_of[n + 1] for layers_of in found), strict=True))
        layers.append(
            {
                "spread": size(a for unit in units for a in unit),
                "out": sum(_out(unit, patient["activation"]) for unit in units) if n < len(found[0]) - 2 else 0,
                "units": len(units),
                "gradient": size(s for row in by_weights[n] for s in row),
                "rows": len({tuple(row) for row in rows}),
            }
        )
    return {"inputs": size(x for point in patient["points"] for x in point), "layers": layers}


def _out(unit, activation):
    return all(a == 0 for a in unit) if activation == "relu" else all(abs(a) > FAR for a in unit)
