"""A walk downhill in the dark: a curve of which one knows the place and the slope underfoot, and nothing else."""

import math

from .three import START, loss

NUDGE = 1e-4  # to each side, for the slope underfoot
FLAT = 0.02  # a slope that is no more than it, in two decimals as it is shown, counts as none
SEEN = 161  # places of the curve, once there is light


def of_w1(w1):
    """The loss of three numbers by w1 alone: w2 and b stay where they begin."""
    return loss((w1, *START[1:]))


class Walk:
    """Steps on the curve of f from x on, within `reach`, a pair (low, high). `path` are the places, the newest last."""

    def __init__(self, f, x, reach, path=()):
        self.f, self.low, self.high = f, *reach
        self.path = [x, *path]

    @property
    def x(self):
        """Where one stands."""
        return self.path[-1]

    def height(self, x):
        """What f gives at x; NaN where it has no value."""
        try:
            return float(self.f(x))
        except (ValueError, ArithmeticError):
            return math.nan

    def slope(self, x):
        """The slope underfoot at x, from a nudge to each side."""
        return (self.height(x + NUDGE) - self.height(x - NUDGE)) / (2 * NUDGE)

    @property
    def flat(self):
        """Whether one feels no slope underfoot."""
        return self._flat_at(self.x)

    @property
    def flat_before(self):
        """The number of the last step, before the newest, that ended where it is flat; None where none did."""
        return next((n for n in reversed(range(len(self.path) - 1)) if self._flat_at(self.path[n])), None)

    def _flat_at(self, x):
        return abs(round(self.slope(x), 2)) <= FLAT

    def ahead(self, by):
        """Where a step so far leads: to the edge at most."""
        return min(self.high, max(self.low, round(self.x + by, 6)))

    def downhill(self, lr):
        """How far the next step leads that is lr times the slope, against it."""
        return -lr * self.slope(self.x)

    def step(self, by):
        """Go so far. Gives whether the edge was in the way."""
        there = self.x + by
        self.path.append(self.ahead(by))
        return abs(self.x - there) > 1e-5

    def back(self):
        """Forget all steps."""
        del self.path[1:]

    def curve(self):
        """(places, heights) from edge to edge."""
        places = [self.low + (self.high - self.low) * n / (SEEN - 1) for n in range(SEEN)]
        return places, [self.height(x) for x in places]
