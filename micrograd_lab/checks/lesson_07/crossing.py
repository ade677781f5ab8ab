"""Four points whose lines cross: two on one side, two on the other, and by how much each has to count."""

import random
from math import gcd

PARTS = (1, 2, 3, 4)
WAYS = ((1, 0), (0, 1), (1, 1), (1, -1), (2, 1), (1, 2), (2, -1), (1, -2))


def corners(seed):
    """{name: [x1, x2, side]}: A and B, whose line crosses that of C and D between them, at no point's middle."""
    if not seed:
        return {"A": [0, 0, 1], "B": [3, 3, 1], "C": [0, 2, -1], "D": [3, -1, -1]}
    chance = random.Random(seed)
    while True:
        (u, v), (s, t) = chance.sample(WAYS, 2)
        p, q, r, z = (chance.choice(PARTS) for _ in range(4))
        x, y, side = chance.randint(-3, 3), chance.randint(-3, 3), chance.choice((-1, 1))
        if u * t == v * s or p == q or r == z or (p, q) in ((r, z), (z, r)) or gcd(p, q) > 1 or gcd(r, z) > 1:
            continue
        found = {
            "A": [x + p * u, y + p * v, side],
            "B": [x - q * u, y - q * v, side],
            "C": [x + r * s, y + r * t, -side],
            "D": [x - z * s, y - z * t, -side],
        }
        if max(abs(n) for row in found.values() for n in row[:2]) <= 9 and len(set(weights(found).values())) >= 3:
            return found


def weights(points):
    """The smallest four: each point's is in proportion to how far the other on its line lies from the crossing."""
    (ax, ay, _), (bx, by, _), (cx, cy, _), (dx, dy, _) = (points[name] for name in "ABCD")

    def area(px, py, qx, qy, rx, ry):
        return abs((qx - px) * (ry - py) - (qy - py) * (rx - px))

    a, b = area(cx, cy, dx, dy, bx, by), area(cx, cy, dx, dy, ax, ay)
    c, d = area(ax, ay, bx, by, dx, dy), area(ax, ay, bx, by, cx, cy)
    a, b, c, d = a * (c + d), b * (c + d), c * (a + b), d * (a + b)
    common = gcd(gcd(a, b), gcd(c, d))
    return {name: n // common for name, n in zip("ABCD", (a, b, c, d), strict=True)}
