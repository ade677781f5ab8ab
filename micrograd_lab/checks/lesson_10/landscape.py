"""Bowls of two to four numbers: drawn at random, slanted any way, and measured by their matrix."""

import math

TURNS = 60  # of two axes each: after some ten a matrix of four rows has nothing left beside its diagonal


def bowl(chance, curvatures, place, slanted=True, far=5.0):
    """{"rows": the matrix of its curvatures, "hole", "place"}: `place` says how far it starts from the hole along each
    of the directions that have these curvatures. Each number of the hole is between -far and far."""
    many = len(curvatures)
    axes = turned(chance, many) if slanted else [[float(i == k) for k in range(many)] for i in range(many)]
    rows = [
        [sum(c * a[i] * a[k] for c, a in zip(curvatures, axes, strict=True)) for k in range(many)] for i in range(many)
    ]
    hole = [round(chance.uniform(-far, far), 2) for _ in range(many)]
    start = [h + sum(way * a[i] for way, a in zip(place, axes, strict=True)) for i, h in enumerate(hole)]
    return {"rows": rows, "hole": hole, "place": start}


def turned(chance, many):
    """So many axes, each at right angles to the others: turned by some angle in each plane of two of them."""
    axes = [[float(i == k) for k in range(many)] for i in range(many)]
    for one in range(many):
        for other in range(one):
            angle = chance.choice((-1, 1)) * chance.uniform(0.35, 1.2)
            axes = [rotated(axis, one, other, angle) for axis in axes]
    return axes


def rotated(axis, one, other, angle):
    """A direction, turned in the plane of two coordinates."""
    c, s, found = math.cos(angle), math.sin(angle), list(axis)
    found[one], found[other] = c * axis[one] - s * axis[other], s * axis[one] + c * axis[other]
    return found


def curvatures(rows):
    """The curvatures of a bowl along its own axes, the flattest first (the eigenvalues, by Jacobi's turns)."""
    found = [list(line) for line in rows]
    many = range(len(found))
    for _ in range(TURNS):
        i, k = max(((i, k) for i in many for k in many if i < k), key=lambda pair: abs(found[pair[0]][pair[1]]))
        if abs(found[i][k]) < 1e-15 * max(abs(found[n][n]) for n in many):
            break
        angle = 0.5 * math.atan2(2 * found[i][k], found[k][k] - found[i][i])
        found = [rotated(line, i, k, angle) for line in found]
        found = [list(line) for line in zip(*found, strict=True)]
        found = [rotated(line, i, k, angle) for line in found]
        found = [list(line) for line in zip(*found, strict=True)]
    return sorted(found[n][n] for n in many)


def times(rows, way):
    """What the slopes change by along a way."""
    return [sum(a * w for a, w in zip(line, way, strict=True)) for line in rows]


def dot(one, other):
    """The sum of the products."""
    return sum(a * b for a, b in zip(one, other, strict=True))
