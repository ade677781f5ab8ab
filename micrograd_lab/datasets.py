"""Small seeded data sets in the plane: the same seed, the same points."""

import math
import random
from typing import NamedTuple

from .extras import needing


class Dataset(NamedTuple):
    """`X`: n points, an array of shape (n, 2). `y`: n labels, -1 or +1, or 0 to k - 1 for k > 2 classes."""

    X: object
    y: object

    def __repr__(self):
        counts = ", ".join(f"{int((self.y == label).sum())} of {label:+g}" for label in sorted(set(self.y.tolist())))
        return f"Dataset({len(self.X)} points: {counts})"


def moons(n: int = 100, noise: float = 0.1, seed: int = 0) -> Dataset:
    """Two half circles, one inside the arms of the other.

    They are scikit-learn's make_moons of this seed, to one in the last digit: made here, they need no library.
    """
    with needing("lab", "a data set"):
        import numpy as np

    X, y = moon_points(n, noise, seed)
    return _dataset(np.array(X).reshape(-1, 2), np.array(y))


def moon_points(n: int = 100, noise: float = 0.1, seed: int = 0) -> tuple[list, list]:
    """The points of moons() as plain numbers: n pairs, and n labels of -1.0 or 1.0."""
    _check(n, noise)
    outer, draw = n // 2, _mersenne_twister(seed)
    arc = [_evenly(i, outer) for i in range(outer)]
    points = [(math.cos(angle), math.sin(angle)) for angle in arc]
    arc = [_evenly(i, n - outer) for i in range(n - outer)]
    points += [(1 - math.cos(angle), 1 - math.sin(angle) - 0.5) for angle in arc]
    order = list(range(n))
    for last in range(n - 1, 0, -1):
        place = _up_to(last, draw)
        order[last], order[place] = order[place], order[last]
    spread = _normal(draw)
    X = [tuple(x + noise * next(spread) for x in points[i]) for i in order]
    return X, [-1.0 if i < outer else 1.0 for i in order]


def circles(n: int = 100, noise: float = 0.1, seed: int = 0) -> Dataset:
    """A ring around a disc: no straight line separates them (scikit-learn's make_circles)."""
    _check(n, noise)
    with needing("lab", "a data set"):
        from sklearn.datasets import make_circles

    X, y = make_circles(n_samples=n, noise=noise, factor=0.4, random_state=seed)
    return _dataset(X, 2 * y - 1)


def blobs(n: int = 100, noise: float = 1.0, classes: int = 2, seed: int = 0) -> Dataset:
    """One round cloud per class, of standard deviation `noise` (scikit-learn's make_blobs)."""
    _check(n, noise)
    with needing("lab", "a data set"):
        from sklearn.datasets import make_blobs

    X, y = make_blobs(n_samples=n, centers=classes, cluster_std=noise, random_state=seed)
    return _dataset(X, 2 * y - 1 if classes == 2 else y)


def xor(n: int = 100, noise: float = 0.1, seed: int = 0) -> Dataset:
    """Four corners of a square; opposite corners share a label (Minsky & Papert 1969)."""
    _check(n, noise)
    with needing("lab", "a data set"):
        import numpy as np

    rng = np.random.default_rng(seed)
    corners = np.array([[-1, -1], [1, 1], [-1, 1], [1, -1]], dtype=float)
    which = np.arange(n) % 4
    return _dataset(corners[which] + rng.normal(0, noise, (n, 2)), np.where(which < 2, -1, 1))


def spirals(n: int = 100, noise: float = 0.1, turns: float = 1.0, seed: int = 0) -> Dataset:
    """Two arms wound around each other (Lang & Witbrock 1988)."""
    _check(n, noise)
    with needing("lab", "a data set"):
        import numpy as np

    rng = np.random.default_rng(seed)
    y = np.where(np.arange(n) % 2, 1, -1)
    along = np.linspace(0.25, 1, n)
    angle = 2 * np.pi * turns * along + np.where(y > 0, np.pi, 0)
    X = 2 * along[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return _dataset(X + rng.normal(0, noise, (n, 2)), y)


def split(data: Dataset, test: float = 0.25, seed: int = 0) -> tuple[Dataset, Dataset]:
    """The same points in two Datasets, shuffled: one to train on, one of the share `test` to test on."""
    if not hasattr(data, "X"):
        raise TypeError(f"split takes a Dataset; got {type(data).__name__}. Try datasets.Dataset(X, y).")
    if not (isinstance(test, (int, float)) and 0 <= test <= 1):
        raise ValueError(f"test is a share, from 0 to 1; got {test!r}. Try 0.25.")
    with needing("lab", "a data set"):
        import numpy as np

    order = np.random.default_rng(seed).permutation(len(data.X))
    cut = len(order) - round(test * len(order))
    return tuple(Dataset(data.X[part], data.y[part]) for part in (order[:cut], order[cut:]))


def _evenly(i, many):
    return math.pi if many > 1 and i == many - 1 else i * (math.pi / max(1, many - 1))


def _mersenne_twister(seed):
    """NumPy's RandomState(seed) as a random.Random: one generator (Matsumoto & Nishimura 1998), seeded as there."""
    if not hasattr(type(seed), "__index__") or not 0 <= seed < 2**32:
        raise ValueError(f"a seed is a whole number from 0 to 4294967295; got {seed!r}. Try 0.")
    state = [int(seed)]
    for i in range(1, 624):
        state.append((1812433253 * (state[-1] ^ (state[-1] >> 30)) + i) % 2**32)
    draw = random.Random()
    draw.setstate((3, (*state, 624), None))
    return draw


def _up_to(largest, draw):
    """A whole number from 0 to the largest: draws are cut to its bits until one fits, as NumPy does it."""
    while (number := draw.getrandbits(32) & (2 ** largest.bit_length() - 1)) > largest:
        pass
    return number


def _normal(draw):
    """Normal numbers without end, two from each point in the unit circle (Marsaglia's polar method, 1964)."""
    while True:
        x, y = (2 * draw.random() - 1 for _ in range(2))
        square = x * x + y * y
        if 0 < square < 1:
            stretch = math.sqrt(-2 * math.log(square) / square)
            yield stretch * y
            yield stretch * x


def _check(n, noise):
    if not hasattr(type(n), "__index__") or n < 1:
        raise ValueError(f"a data set has n points, a whole number from 1; got {n!r}. Try 100.")
    if not (hasattr(type(noise), "__float__") and noise >= 0):
        raise ValueError(f"noise is a number, 0 or more; got {noise!r}. Try 0.1.")


def _dataset(X, y):
    return Dataset(X.astype(float), y.astype(float))
