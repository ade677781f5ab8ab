"""What a sample is to a model with one score: its leaves, its graph, its loss, and whether it counts as right.

Samples are the columns of an array of shape (1 + features, samples): the label, -1 or +1, above the features.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from .engine import Value
from .extras import needing

if TYPE_CHECKING:  # loaded with the first data
    import numpy as np


def columns(data) -> np.ndarray:
    """The labels, then the features of data with X and y: an array of shape (1 + features, samples).

    TypeError where it has no X; ValueError unless X has shape (samples, features) and y shape (samples,).
    """
    with needing("lab", "a Training"):
        import numpy as np

    if not hasattr(data, "X"):
        raise TypeError(f"training needs data with X and y; got {type(data).__name__}. Try datasets.Dataset(X, y).")
    X, y = np.asarray(data.X, dtype=float), np.asarray(data.y, dtype=float)
    if X.ndim != 2 or y.shape != X.shape[:1] or not len(y):
        raise ValueError(
            f"training needs X of shape (samples, features) and y of shape (samples,); got {X.shape} and {y.shape}. "
            "Check that each row of X is one sample with one label."
        )
    return np.array([y, *X.T])


def graph(model, loss, sample) -> tuple[list[Value], Value, Value]:
    """The graph of one sample, a column: its leaves (the label, then the features), its score, its loss.

    TypeError where the model gives anything but one Value.
    """
    y, *x = [Value(number) for number in sample.tolist()]
    score = model(x)
    if not isinstance(score, Value):
        found = type(score).__name__
        raise TypeError(f"training needs a model with one score, a Value; got a {found}. End it with one neuron.")
    return [y, *x], score, loss([score], [y])


def right(scores, samples) -> int:
    """How many of these samples, columns, have a score with the sign of their label; 0 counts as minus."""
    import numpy as np

    return int(np.count_nonzero((scores > 0) == (samples[0] > 0)))


def check_mean(loss, graphs) -> None:
    """ValueError unless the loss of these samples, as graph() gives them, is the mean of theirs."""
    leaves, scores, parts = zip(*graphs, strict=True)
    whole = loss(scores, [y for y, *_ in leaves]).data
    mean = sum(part.data for part in parts) / len(parts)
    if not math.isclose(whole, mean, rel_tol=1e-6, abs_tol=1e-6):
        raise ValueError(
            f"training needs a loss that is the mean of its samples' losses; this one gives {whole:g} on "
            f"{len(parts)} samples, where the mean is {mean:g}. Divide a sum by the number of samples."
        )
