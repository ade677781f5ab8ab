"""What live.neuron starts from: points, a row of weights for each unit, and where the graph is computed."""

import numpy as np

from .. import datasets

REACH = 4.0  # of a weight's slider
START = {
    0: [(1.0, -0.5, 0.8)],
    2: [(1.0, 0.5, 0.2), (-0.5, 1.0, 0.3), (1.0, 1.0, -1.0)],
    3: [(1.0, 0.2, 0.5), (-0.6, 1.0, 0.5), (-0.5, -1.0, 0.5), (1.0, 1.0, 1.0, -2.5)],
}

ROWS = "weights are {count} rows of {lengths} numbers here; got {found}. A row is (w1, w2, b)."
TOO_LARGE = "a weight here is from {low:g} to {high:g}; got {rows}. Scale the unit down."
NO_PLANE = (
    "live.neuron needs finite points in the plane with labels -1 or +1; got {shape} and labels {labels}. "
    "Try datasets.xor(40)."
)
OUTSIDE = (
    "the point must be in the picture, x1 from {low[0]:g} to {high[0]:g} and x2 from {low[1]:g} to {high[1]:g}; "
    "got {point}. Leave it out, and click there."
)


def weights_for(hidden, weights):
    """These rows of weights, or those to start with: (w1, w2, b) of each hidden unit, then the output's."""
    rows = START[hidden] if weights is None else [tuple(map(float, row)) for row in weights]
    lengths = [len(row) for row in START[hidden]]
    if [len(row) for row in rows] != lengths:
        found = ", ".join(str(len(row)) for row in rows)
        raise ValueError(ROWS.format(count=len(lengths), lengths=", ".join(map(str, lengths)), found=found))
    if not all(abs(number) <= REACH for row in rows for number in row):
        raise ValueError(TOO_LARGE.format(low=-REACH, high=REACH, rows=rows))
    return rows


def check(data):
    X, y = np.asarray(data.X, dtype=float), np.asarray(data.y)
    if X.ndim != 2 or X.shape[1] != 2 or not np.isfinite(X).all() or not set(y.tolist()) <= {-1, 1}:
        raise ValueError(NO_PLANE.format(shape=X.shape, labels=sorted(set(y.tolist()))[:4]))


def inside(window, point):
    """The point, by default (1, 0.5) or the place in the window that is nearest to it."""
    low, high = window.low, window.high
    if point is None:
        return tuple(float(x) for x in np.clip((1.0, 0.5), low, high))
    two = hasattr(point, "__len__") and len(point) == 2
    if not two or not all(a <= x <= b for a, x, b in zip(low, point, high, strict=True)):
        raise ValueError(OUTSIDE.format(low=low, high=high, point=point))
    return point


def blobs():
    """Two clouds that a line separates, around (0, 0)."""
    X, y = datasets.blobs(30, noise=1.4, seed=1)
    return datasets.Dataset(-0.35 * (X - X.mean(axis=0)), y)
