"""A model's scores at many places, through a recording."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ..engine import Value
from .recording import record

if TYPE_CHECKING:  # loaded with the first places: recording itself does without
    import numpy as np


class Field:
    """A model's score at many places: recorded at the first call, then as quick as array code.

    The data of its parameters may change. A ValueError says so where the recording is not the model: if the
    model decides by data, as in an `if`, and the first call's outermost places show it, or if it has been resized.
    """

    def __init__(self, model, features: int):
        self.model, self.features, self.replay = model, features, None

    def __call__(self, X) -> np.ndarray:
        """One score for each row of X, an array of shape (n, features)."""
        import numpy as np

        X = np.asarray(X, dtype=float)
        if X.ndim != 2 or X.shape[1] != self.features:
            raise ValueError(f"places are an array of shape (n, {self.features}); got {X.shape}. Give each a row.")
        if not len(X):
            return np.zeros(0)
        if self.replay is None:
            self.replay = self._recorded(X)
        elif self.replay.parameters != list(self.model.parameters()):
            raise ValueError("this field was recorded; the model has got other parameters since. Make a new Field.")
        return self.replay.forward(*X.T)

    def _recorded(self, X):
        x = [Value(number) for number in X[0].tolist()]
        replay = record(self.model(x), x, self.model.parameters())
        for place in X[edges(*X.T)].tolist():
            replayed = replay.forward(*place)
            if math.isfinite(replayed):  # the engine raises where an array holds inf or NaN
                exact = self.model([Value(number) for number in place]).data
                if not math.isclose(exact, replayed, rel_tol=1e-6, abs_tol=1e-6):
                    raise ValueError(
                        f"a field replays one recording; at {place} it gives {replayed:g}, and the model {exact:g}. "
                        "An `if` on data is decided when recording: let Values decide instead, as relu() does."
                    )
        return replay


def scores(model, X) -> np.ndarray:
    """The model's score for each row of X, an array of shape (n, features): n scores, with no graph left over."""
    import numpy as np

    return Field(model, np.shape(X)[-1])(X)


def grid(data, size: int = 100, margin: float = 0.5) -> tuple[np.ndarray, tuple]:
    """Places around the data, as places_in() gives them; and the picture's limits."""
    low, high = data.X.min(axis=0) - margin, data.X.max(axis=0) + margin
    limits = float(low[0]), float(high[0]), float(low[1]), float(high[1])
    return places_in(limits, size), limits


def places_in(limits: tuple, size: int) -> np.ndarray:
    """An array of shape (size * size, 2), row by row from the top. `limits` are (left, right, bottom, top)."""
    import numpy as np

    left, right, bottom, top = limits
    across, down = np.linspace(left, right, size), np.linspace(top, bottom, size)
    return np.stack(np.meshgrid(across, down), axis=-1).reshape(-1, 2)


def edges(*columns) -> list[int]:
    """Where a column has its smallest or its largest number, at most 8 places: there an `if` on data may turn."""
    import numpy as np

    return list(dict.fromkeys(int(find(column)) for column in columns for find in (np.argmin, np.argmax)))[:8]
