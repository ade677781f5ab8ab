"""Small seeded data sets in the plane: the same seed, the same points."""

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
    """Two half circles, one inside the arms of the other (scikit-learn's make_moons)."""
    _check(n, noise)
    with needing("lab", "a data set"):
        from sklearn.datasets import make_moons

    X, y = make_moons(n_samples=n, noise=noise, random_state=seed)
    return _dataset(X, 2 * y - 1)


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


def _check(n, noise):
    if not hasattr(type(n), "__index__") or n < 1:
        raise ValueError(f"a data set has n points, a whole number from 1; got {n!r}. Try 100.")
    if not (hasattr(type(noise), "__float__") and noise >= 0):
        raise ValueError(f"noise is a number, 0 or more; got {noise!r}. Try 0.1.")


def _dataset(X, y):
    return Dataset(X.astype(float), y.astype(float))
