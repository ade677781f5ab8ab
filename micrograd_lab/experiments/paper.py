"""A sheet of paper that the ReLUs of one hidden layer fold: creases, flat pieces, and how high each place lies."""

import math
from typing import NamedTuple

from .duel import border

XOR = (1.0, 1.0, 0.0, 1.0, 1.0, -1.0, 2.0, -4.0, -1.0)  # lesson 7's nine numbers
CORNERS = ((0.0, 0.0, -1.0), (1.0, 1.0, -1.0), (0.0, 1.0, 1.0), (1.0, 0.0, 1.0))  # (x1, x2, side)
MARGIN = 0.5  # of what the points span: so far the sheet goes on beyond them
RATE = 0.05  # a quarter of lesson 7's: slow enough to be watched
NEAR = 1e-7  # two places that are no farther apart are one
SLIVER = 1e-9  # a polygon with no more area is none


class Fold(NamedTuple):
    """One ReLU and what the last neuron makes of it: v * relu(w1 * x1 + w2 * x2 + b)."""

    w1: float
    w2: float
    b: float
    v: float

    def reach(self, x1, x2):
        """What is below 0 on the side that stays as it was, 0 on the crease, above 0 on the side that is folded."""
        return self.w1 * x1 + self.w2 * x2 + self.b

    @property
    def bends(self):
        """Whether there is a crease at all."""
        return self.v != 0 and (self.w1 != 0 or self.w2 != 0)

    def turned(self, foot, place):
        """The same fold, as steep, with its crease through `foot` and its open side towards `place`."""
        way = [there - here for there, here in zip(place, foot, strict=True)]
        if (far := math.hypot(*way)) < NEAR:
            return self
        w1, w2 = (math.hypot(self.w1, self.w2) / far * part for part in way)
        return self._replace(w1=w1, w2=w2, b=-w1 * foot[0] - w2 * foot[1])

    def made(self, share):
        """The same fold, made to this share, from 0 to 1."""
        return self._replace(v=self.v * share)


class Cell(NamedTuple):
    """A polygon between creases, of which all is flat: score = slope[0] * x1 + slope[1] * x2 + base.

    `corners` are (x1, x2), in order around it. `opened` says of each fold whether this cell lies on its folded side.
    """

    corners: tuple
    opened: tuple
    slope: tuple
    base: float

    def score(self, x1, x2):
        """How high the plane of this cell lies there."""
        return self.slope[0] * x1 + self.slope[1] * x2 + self.base


class Sheet:
    """The score over a square from corner `low` to corner `high`, as `folds` and the last neuron's bias `out` make it.

    `points` are (x1, x2, side): by default the four corners of XOR.
    """

    def __init__(self, folds, out, points=CORNERS):
        self.folds, self.out, self.points = tuple(folds), out, tuple(points)
        self.low, self.high = around(self.points)
        self.cells = self._cells()
        self.pieces = _merged(self.cells)

    def score(self, x1, x2):
        """How high the sheet lies at a place."""
        return _score(self.folds, self.out, x1, x2)

    @property
    def right(self):
        """How many points lie where the score has their sign."""
        return sum(self.score(x1, x2) * side > 0 for x1, x2, side in self.points)

    def crease(self, n):
        """The two ends of fold n's crease on the edge of the sheet, n from 0; () where it does not cross the sheet."""
        w1, w2, b, _ = self.folds[n]
        return border((w1, w2, b), self.low, self.high)

    def _cells(self):
        (left, bottom), (right, top) = self.low, self.high
        found = [(((left, bottom), (right, bottom), (right, top), (left, top)), ())]
        for fold in self.folds:
            if not fold.bends:
                found = [(corners, (*opened, fold.w1 == fold.w2 == 0 < fold.b)) for corners, opened in found]
                continue
            halves = [(half, (*opened, up)) for corners, opened in found for up, half in cut(corners, fold.reach)]
            found = [(half, opened) for half, opened in halves if area(half) > SLIVER]
        return tuple(self._cell(corners, opened) for corners, opened in found)

    def _cell(self, corners, opened):
        at = [fold for fold, up in zip(self.folds, opened, strict=True) if up]
        slope = sum(fold.v * fold.w1 for fold in at), sum(fold.v * fold.w2 for fold in at)
        return Cell(corners, opened, slope, self.out + sum(fold.v * fold.b for fold in at))


def from_numbers(numbers):
    """(Folds, bias of the last neuron) of 4 k + 1 numbers: w1, w2, b of each ReLU, then a v for each, then the bias."""
    k = len(numbers) // 4
    rows = [numbers[3 * n : 3 * n + 3] for n in range(k)]
    return tuple(Fold(*row, v) for row, v in zip(rows, numbers[3 * k : 4 * k], strict=True)), numbers[4 * k]


def to_numbers(folds, out):
    """The 4 k + 1 numbers of k folds and the last neuron's bias."""
    return (*(x for fold in folds for x in fold[:3]), *(fold.v for fold in folds), out)


def partly(folds, made):
    """The folds as far as they are made: the first `made` of them, the next one to what is left of the number."""
    return tuple(fold.made(min(1.0, max(0.0, made - n))) for n, fold in enumerate(folds))


def loss(folds, out, points):
    """The mean of the squares by which the scores at the points miss their sides."""
    return sum((_score(folds, out, x1, x2) - side) ** 2 for x1, x2, side in points) / len(points)


def downhill(folds, out, points, lr=RATE):
    """(Folds, bias) after one step of gradient descent on the loss: each number goes lr times its slope, against it."""
    slopes, by_out = [[0.0] * 4 for _ in folds], 0.0
    for x1, x2, side in points:
        miss = 2 * (_score(folds, out, x1, x2) - side) / len(points)
        by_out += miss
        for row, fold in zip(slopes, folds, strict=True):
            if (reached := fold.reach(x1, x2)) > 0:  # else its gate is shut, and this point wants nothing of it
                for k, along in enumerate((fold.v * x1, fold.v * x2, fold.v, reached)):
                    row[k] += miss * along
    moved = [[x - lr * slope for x, slope in zip(*pair, strict=True)] for pair in zip(folds, slopes, strict=True)]
    return tuple(Fold(*row) for row in moved), out - lr * by_out


def around(points):
    """The corners of a square around all points, with room at its edges."""
    across, up, _ = zip(*points, strict=True)
    half = (max(max(across) - min(across), max(up) - min(up)) / 2 or 1.0) * (1 + 2 * MARGIN)
    middle = (max(across) + min(across)) / 2, (max(up) + min(up)) / 2
    return tuple(x - half for x in middle), tuple(x + half for x in middle)


def cut(corners, height):
    """Cut a convex polygon where height(x1, x2) is 0: (False, what lies below), (True, what lies above).

    A part may be (): there is none.
    """
    heights = [height(*corner) for corner in corners]
    near = 1e-12 * max(1.0, *map(abs, heights))
    heights = [0.0 if abs(h) < near else h for h in heights]
    if max(heights) == 0:
        return (False, tuple(corners)), (True, ())
    below, above = [], []
    for n, (here, h) in enumerate(zip(corners, heights, strict=True)):
        there, to = corners[n - 1], heights[n - 1]
        if h * to < 0:
            share = to / (to - h)
            crossed = tuple(a + share * (b - a) for a, b in zip(there, here, strict=True))
            below.append(crossed)
            above.append(crossed)
        if h <= 0:
            below.append(here)
        if h >= 0:
            above.append(here)
    return (False, tuple(below)), (True, tuple(above))


def area(corners):
    """The area of a polygon; 0 for what is none."""
    if len(corners) < 3:
        return 0.0
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, (*corners[1:], corners[0]), strict=True))) / 2


def bands(cell, levels):
    """The cell cut at each of the rising levels of the score: (corners, lowest, highest), the lowest first."""
    made, rest, low = [], cell.corners, -math.inf
    for level in (*levels, math.inf):
        if level == math.inf:
            part, left = rest, ()
        else:
            (_, part), (_, left) = cut(rest, lambda x1, x2, level=level: cell.score(x1, x2) - level)
        if area(part) > SLIVER:
            made.append((part, low, level))
        if area(left) <= SLIVER:
            break
        rest, low = left, level
    return made


def _score(folds, out, x1, x2):
    return sum((fold.v * max(0.0, fold.reach(x1, x2)) for fold in folds), out)


def _merged(cells):
    """Groups of cells that are one flat piece: they have an edge in common, and no bend along it."""
    groups = []
    for cell in cells:
        joined = [group for group in groups if any(_flat(cell, other) for other in group)]
        groups = [group for group in groups if group not in joined] + [[cell, *(c for g in joined for c in g)]]
    return tuple(map(tuple, groups))


def _flat(one, other):
    size = max(1.0, *map(abs, (*one.slope, one.base)))
    numbers = zip((*one.slope, one.base), (*other.slope, other.base), strict=True)
    alike = all(abs(a - b) < NEAR * size for a, b in numbers)
    shared = sum(any(math.dist(a, b) < NEAR for b in other.corners) for a in one.corners)
    return alike and shared >= 2
