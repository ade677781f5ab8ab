"""Lines in a square window on the plane: where a unit's score w1 * x1 + w2 * x2 + b is 0."""

import math

import numpy as np

from ..replay.field import places_in

BARB = 0.08  # of an arrow, in half sides of the window


class Window:
    """The square of the plane around `centre` that reaches `half` to each side."""

    def __init__(self, centre, half):
        self.centre, self.half = np.array(centre, dtype=float), float(half)
        self.low, self.high = self.centre - self.half, self.centre + self.half

    def grid(self, size):
        """Places row by row from the top: an array of shape (size * size, 2)."""
        return places_in((self.low[0], self.high[0], self.low[1], self.high[1]), size)

    def foot(self, w, b):
        """The place on the line that is nearest to the centre, and its distance; None where there is no line."""
        length = math.hypot(*w)
        if not length:
            return None
        w = np.array(w)
        away = (w @ self.centre + b) / length  # the centre's distance, positive on the side w points to
        return self.centre - away * w / length, abs(away)

    def line(self, w, b):
        """The two ends of the line in the window, an array of shape (2, 2); None where it does not pass there."""
        stood = self.foot(w, b)
        if stood is None:
            return None
        foot, _ = stood
        along = np.array([-w[1], w[0]]) / math.hypot(*w)
        # foot + t * along is inside while low <= it <= high: an interval of t for each axis.
        first, last = -math.inf, math.inf
        for f, a, low, high in zip(foot, along, self.low, self.high, strict=True):
            if abs(a) < 1e-12:
                if not low <= f <= high:
                    return None
                continue
            ends = sorted(((low - f) / a, (high - f) / a))
            first, last = max(first, ends[0]), min(last, ends[1])
        return np.array([foot + first * along, foot + last * along]) if first < last else None

    def arrow(self, w, b):
        """The arrow (w1, w2) from its foot on the line, as places to join; None where the foot is outside."""
        if self.line(w, b) is None or self.foot(w, b)[1] > self.half:
            return None
        foot, w = self.foot(w, b)[0], np.array(w)
        along, tip = w / math.hypot(*w), foot + w
        across, barb = np.array([-along[1], along[0]]), BARB * self.half
        left, right = tip - barb * (along - 0.6 * across), tip - barb * (along + 0.6 * across)
        return np.array([foot, tip, left, right, tip])

    def dragged(self, kind, w, b, moved):
        """{name: number} of what changes, to two decimals, when the line or the arrow's tip is `moved` this far."""
        w = np.array(w)
        if kind == "line":  # it goes through foot + moved: b changes, and w does not
            return {"b": round(b - float(w @ moved), 2)}
        turned = np.round(w + moved, 2)
        return {"w1": float(turned[0]), "w2": float(turned[1]), "b": round(-float(turned @ self.foot(w, b)[0]), 2)}


def around(X):
    """The window on points, a little larger than they need."""
    low, high = X.min(axis=0), X.max(axis=0)
    half = max(1.0, math.ceil(4 * (0.5 * (high - low).max() + 0.4)) / 4)
    return Window(np.round(0.5 * (low + high), 1), half)


def kinks(lines, outgoing, window):
    """The lines on which a sum of outgoing * relu(w1 * x1 + w2 * x2 + b) folds, as a list of (w, b).

    Across its line the slope of one such term changes by outgoing * |w|. Units on one line add up: they
    may make one fold, or, where their changes cancel, none.
    """
    folds = []
    for (w, b), v in zip(lines, outgoing, strict=True):
        length = math.hypot(*w)
        if not length or window.line(w, b) is None:
            continue
        place = np.array([*w, b]) / length
        for fold in folds:
            if np.allclose(fold[0], place, atol=1e-9) or np.allclose(fold[0], -place, atol=1e-9):
                fold[1] += v * length
                break
        else:
            folds.append([place, v * length])
    return [(tuple(place[:2]), float(place[2])) for place, change in folds if abs(change) > 1e-9]


def crossings(score, ends, size=400):
    """How often a score changes its sign along the line between two places."""
    t = np.linspace(0, 1, size)[:, None]
    side = score(ends[0] + t * (ends[1] - ends[0])) > 0
    return int((side[1:] != side[:-1]).sum())
