"""Losses over two numbers as holes of a golf course, and the largest rate at which SGD can end in each."""

import math
from collections.abc import Callable
from typing import NamedTuple


class Hole(NamedTuple):
    """A loss `f(x, y)` of Values, floats or arrays that is lowest, 0, at (0, 0): there the hole is.

    `slopes(x, y)` are its slopes by x and y. The ball begins at `start`; the course is `span`, (left, right, bottom,
    top), and a ball outside it is lost.
    """

    name: str
    f: Callable
    slopes: Callable
    start: tuple
    span: tuple


class Curvature(NamedTuple):
    """How fast the slope changes at the hole: least along the direction `along`, most across it; both of length 1."""

    least: float
    most: float
    along: tuple
    across: tuple

    @property
    def limit(self):
        """The rate above which each step of SGD ends farther out than it began: 2 / the largest curvature."""
        return 2 / self.most


def ravine(x, y):
    """(x**2 + 25 * y**2) / 2: 25 times as steep by y as by x."""
    return 0.5 * (x**2 + 25 * y**2)


def slanted(x, y):
    """The same ravine, turned by 45 degrees: now x and y are both steep."""
    return 0.25 * ((x + y) ** 2 + 25 * (x - y) ** 2)


def plateau(x, y):
    """8 r / (8 + r) with r = x**2 + y**2: round, and nearly level far out."""
    r = x**2 + y**2
    return 8 * r / (8 + r)


def _slanted_slopes(x, y):
    along, across = 0.5 * (x + y), 12.5 * (x - y)
    return along + across, along - across


def _plateau_slopes(x, y):
    by_r = 64 / (8 + x * x + y * y) ** 2
    return 2 * x * by_r, 2 * y * by_r


HOLES = {
    hole.name: hole
    for hole in (
        Hole("ravine", ravine, lambda x, y: (x, 25 * y), (10.0, 1.0), (-12.0, 12.0, -6.0, 6.0)),
        Hole("slanted ravine", slanted, _slanted_slopes, (7.0, 5.0), (-10.0, 10.0, -10.0, 10.0)),
        Hole("plateau", plateau, _plateau_slopes, (9.0, 3.0), (-12.0, 12.0, -8.0, 8.0)),
    )
}


def curvature(hole, h=1e-4):
    """The curvatures at the hole, measured: how much the slopes differ h to one side and to the other."""
    rows = []
    for x, y in ((h, 0.0), (0.0, h)):
        up, down = hole.slopes(x, y), hole.slopes(-x, -y)
        rows.append([(high - low) / (2 * h) for high, low in zip(up, down, strict=True)])
    (xx, xy), (_, yy) = rows
    middle, half = (xx + yy) / 2, math.hypot((xx - yy) / 2, xy)
    turned = math.atan2(2 * xy, xx - yy) / 2  # of the steepest direction
    across = math.cos(turned), math.sin(turned)
    return Curvature(middle - half, middle + half, (-across[1], across[0]), across)
