"""Four corners of a rectangle, opposite ones on one side; what nine numbers give at each, and nine that are right."""

import random

ENOUGH = 1 - 1e-9  # what counts as a margin of 1
UNIT = {"A": [0.0, 0.0, -1.0], "B": [1.0, 1.0, -1.0], "C": [0.0, 1.0, 1.0], "D": [1.0, 0.0, 1.0]}
# Where each of the nine stands in a list that is written otherwise than parameters() is.
ORDERS = {
    "weights first, then biases": (0, 1, 6, 2, 3, 7, 4, 5, 8),
    "weights of a layer first": (0, 1, 4, 2, 3, 5, 6, 7, 8),
    "bias first": (1, 2, 0, 4, 5, 3, 7, 8, 6),
    "last neuron first": (3, 4, 5, 6, 7, 8, 0, 1, 2),
    "by input": (0, 2, 4, 1, 3, 5, 6, 7, 8),
}

WIDTHS = (1.0, 2.0, 4.0)


def corners(seed):
    """{name: [x1, x2, side]}: the corners of a rectangle, opposite ones of one side. Those of the lesson at 0."""
    left, low, wide, high, first = 1.0, -1.0, 2.0, 1.0, -1.0
    if seed:
        chance = random.Random(seed)
        while True:
            left, low = (float(chance.randint(-4, 4)) for _ in range(2))
            wide, high = (chance.choice(WIDTHS) for _ in range(2))
            first = chance.choice((-1.0, 1.0))
            if wide != high and (left or low) and _alone(_named(left, low, wide, high, first)):
                break
    return _named(left, low, wide, high, first)


def _named(left, low, wide, high, first):
    return {
        "A": [left, low, first],
        "B": [left + wide, low + high, first],
        "C": [left, low + high, -first],
        "D": [left + wide, low, -first],
    }


def score(numbers, x1, x2, hidden=lambda t: max(0.0, t), last=lambda t: t):
    """What MLP(2, [2, 1]) gives with these nine numbers in parameters()."""
    w1, w2, b1, w3, w4, b2, v1, v2, b = numbers
    return last(v1 * hidden(w1 * x1 + w2 * x2 + b1) + v2 * hidden(w3 * x1 + w4 * x2 + b2) + b)


def solved(case):
    """Nine numbers that are right for a case's corners."""
    (x0, y0, side), (x1, y1, _) = case["corners"]["A"], case["corners"]["B"]
    w, v = 1 / (x1 - x0), 1 / (y1 - y0)
    rise = -side
    return [w, v, -w * x0 - v * y0, w, v, -w * x0 - v * y0 - 1, 2 * rise, -4 * rise, -rise]


def _alone(found):
    """Whether no list is right for these corners that is meant for others, or written in another order."""
    nine = solved({"corners": found})
    meant = [solved({"corners": UNIT}), solved({"corners": corners(0)})]
    others = [[turn * x if n > 5 else x for n, x in enumerate(m)] for m in meant for turn in (1, -1)]
    for order in ORDERS.values():
        written = [0.0] * 9
        for place, n in enumerate(order):
            written[n] = nine[place]
        others.append(written)
    return not any(all(score(o, x, y) * side >= ENOUGH for x, y, side in found.values()) for o in others)
