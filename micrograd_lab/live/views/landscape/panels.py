"""A surface's losses as a field of heights."""

import numpy as np

from ....draw.charts import Field


def heights(surface, span, size):
    """The losses as heights: equal steps of height are larger steps of loss further up, as in log(1 + loss)."""
    left, right, bottom, top = span
    across, down = np.meshgrid(np.linspace(left, right, size), np.linspace(top, bottom, size))
    grid = surface.losses(np.stack([across.ravel(), down.ravel()], axis=1))
    known = grid[np.isfinite(grid)]
    low, middle, high = np.quantile(known, [0.0, 0.5, 0.98]) if len(known) else (0.0, 1.0, 1.0)
    unit = max((middle - low) / 10, 1e-12)
    heights = np.log1p((np.where(np.isfinite(grid), np.clip(grid, low, high), high) - low) / unit)
    shares = heights / (np.log1p((high - low) / unit) or 1.0)
    return Field("", _score(shares).reshape(size, size), tuple(_score(np.arange(1, 10) / 10).tolist()), heights=True)


def _score(share):
    return 2 * np.arctanh(0.95 * share)  # a Field shows tanh(score / 2)
