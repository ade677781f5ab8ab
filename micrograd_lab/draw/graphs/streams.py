"""Arrows: plain on the way forward; on the way back, streams as wide as what they carry, with their taps."""

import math
import re
from itertools import pairwise, product

from .marks import DOWN, TIMES, number, rect, text, way, wide

WIDEST, HOLLOW, HAIR = 18.0, 4.0, 0.8
TAP, PILL, HEAD = 14.0, 6.0, 16.0  # pixels from the sign to its tap, from the tap to the pill; of an arrow's head


def width(carried, most):
    """How wide a stream is: on one scale for a whole picture, without an offset."""
    return max(HAIR, WIDEST * min(1.0, abs(carried) / most)) if math.isfinite(carried) else WIDEST


class Road:
    """The line that Graphviz has drawn for an edge, from the input's box at its left to the sign at its right.

    On the way back its arrow ends at `tip`, on the input's box, and begins beneath the sign, at `x`.
    """

    def __init__(self, path, tip, x, across=None):
        ends = re.findall(r"-?[\d.]+", path)
        points = [(float(a), float(b)) for a, b in zip(ends[::2], ends[1::2], strict=True)]
        line = [points[0]]
        for k in range(1, len(points) - 2, 3):
            line += [_bezier(points[k - 1 : k + 3], t / 12) for t in range(1, 13)]
        self.d, self.tip, self.base = path, tip, points[-1]
        if across is not None:
            far = math.dist(points[0], tip) or 1.0
            share = min(1.0, (10 + 0.7 * across) / far)
            self.base = tuple(t + share * (p - t) for t, p in zip(tip, points[0], strict=True))
            start = "{:.1f},{:.1f} L{:.1f},{:.1f}".format(*self.base, *points[0])
            self.d = f"M{start}{path[path.index('C') :]} L{x:.1f},{points[-1][1]:.1f}"
            line.insert(0, tip)
        else:
            line.append(tip)
        self.line, self.long = line, sum(math.dist(p, q) for p, q in pairwise(line))

    def at(self, distance):
        """The place so many pixels before the sign."""
        last = self.line[-1]
        for point in reversed(self.line[:-1]):
            step = math.dist(last, point)
            if step >= distance and step:
                share = distance / step
                return last[0] + share * (point[0] - last[0]), last[1] + share * (point[1] - last[1])
            distance, last = distance - step, point
        return last


def _bezier(points, t):
    shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return tuple(sum(share * point[n] for share, point in zip(shares, points, strict=True)) for n in (0, 1))


def flow(edge, road, most):
    """The arrow itself, beneath the boxes."""
    if edge.carried is None:
        return f'<path class="plain" d="{road.d}"/>' + _head(road, 4.0, "head")
    kind, across = way(edge.carried), width(edge.carried, most)
    parts = []
    if edge.now:
        parts.append(_path(road, "rim", across + 3))
    dash = "2 5" if not edge.carried else "9 4" if kind == DOWN and across <= HOLLOW else ""
    parts.append(_path(road, f"stream {kind}", max(across, 1.6) if not edge.carried else across, dash))
    if kind == DOWN and across > HOLLOW:
        parts.append(_path(road, "stream hollow", across - HOLLOW))
    return "".join(parts) + _head(road, across / 2 + 5, f"tip {kind}{' now' if edge.now else ''}")


def _path(road, kind, across, dash=""):
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path class="{kind}" d="{road.d}" stroke-width="{across:.1f}"{dashed}/>'


def _head(road, half, kind):
    (x, y), (bx, by) = road.tip, road.base
    long = math.dist((x, y), (bx, by)) or 1.0
    dx, dy = half * (by - y) / long, half * (x - bx) / long
    corners = ((x, y), (bx + dx, by + dy), (bx - dx, by - dy))
    return f'<polygon class="{kind}" points="{" ".join(f"{a:.1f},{b:.1f}" for a, b in corners)}"/>'


def labels(edge, spots):
    """The tap at the sign, and the pill that says what comes out of it, above everything else."""
    parts, now = [], " now" if edge.now else ""
    if edge.carried is not None:
        (x, y), words, kind = spots[1], number(edge.carried), way(edge.carried)
        across = max(24.0, wide(words, 13, True) + 14)
        parts += [rect(x - across / 2, y - 11, across, 22, f"pill {kind}", 11)]
        parts += [text(x, y + 5, words, f"figure {kind}")]
    if edge.local is not None:
        (x, y), words = spots[0], TIMES + number(edge.local)
        across = wide(words, 13, True) + 8
        parts += [rect(x - across / 2, y - 10, across, 20, f"tap{now}")]
        parts += [text(x, y + 5, words, f"factor{now}")]
    return "".join(parts)


def places(roads, sizes, boxes):
    """{edge: (the tap's place, the pill's)}: near the sign, and free of each other and of boxes.

    `sizes` are how wide both are, {edge: (tap, pill)}, `boxes` what is taken: (x, y, width, height).
    """
    taken, found = Taken(boxes), {}
    for which in (0, 1):
        for road in roads.values() if which else ():  # pills leave the heads of arrows free
            taken.add(road.tip[0], road.tip[1] - 10, HEAD, 20)
        for key, road in roads.items():
            wide, start = sizes[key][which], TAP if not which else TAP + sizes[key][0] + PILL
            best, least = None, math.inf
            for x, y in _tries(road, start, wide, 1 if key[1] else -1):
                if (over := taken.over(x - wide / 2, y - 11, wide, 22)) < least:
                    best, least = (x, y), over
                if not least:
                    break
            found.setdefault(key, []).append(best)
            taken.add(best[0] - wide / 2, best[1] - 11, wide, 22)
    return {key: tuple(spots) for key, spots in found.items()}


def _tries(road, start, wide, side):
    """Places for a label on a road, the best first; beside it, on the side away from the other arrow of its sign."""
    for off in (0, 13 * side, -13 * side, 24 * side, -24 * side):
        first = (TAP if abs(off) > 20 else start) + wide / 2
        for k in range(max(1, min(24, int((road.long - first - wide / 2 - 12) / 4)))):
            x, y = road.at(first + 4 * k)
            yield x, y + off


class Taken:
    """Rectangles that are taken, by the squares of a grid that they lie in."""

    SQUARE = 100

    def __init__(self, rectangles):
        self.squares = {}
        for rectangle in rectangles:
            self.add(*rectangle)

    def _squares(self, x, y, across, high):
        (left, top), (right, bottom) = ((int(a // self.SQUARE) for a in p) for p in ((x, y), (x + across, y + high)))
        return product(range(left, right + 1), range(top, bottom + 1))

    def add(self, *rectangle):
        """Take a rectangle."""
        for square in self._squares(*rectangle):
            self.squares.setdefault(square, []).append(rectangle)

    def over(self, x, y, across, high):
        """How much of a rectangle, with a pixel around it, is taken."""
        over = 0.0
        for left, top, broad, tall in {r for s in self._squares(x, y, across, high) for r in self.squares.get(s, ())}:
            dx = min(x + across + 1, left + broad) - max(x - 1, left)
            dy = min(y + high + 1, top + tall) - max(y - 1, top)
            over += dx * dy if dx > 0 and dy > 0 else 0.0
        return round(over, 1)
