"""Networks that are right about all points but one, and what changing one of their numbers does."""

import math
import random

from .learning import drawn, numbers_of, score

UNITS, POINTS, MANY = 3, 6, 12
GRID = tuple(k / 10 for k in range(-20, 21) if k)  # changes of which one does it, for some number
WHOLE = (-2.0, -1.0, 1.0, 2.0)
CLEAR, DIGITS = 0.04, 8  # how far a score is from 0, before and after; digits of the numbers, so that none is round


def point_cases(seed):
    """Networks that are right about all points but one: one that needs the very first number, and the last change of
    the grid; one where no whole number does it; one of many points, where only some below 0 do; and one that is wrong
    by a score of exactly 0."""
    chance = random.Random(seed)
    return (
        _the_last_of_the_first(chance),
        _no_whole_number(chance),
        _many_and_below_0(chance),
        _by_a_score_of_0(chance),
    )


def _case(chance, many=POINTS, place=None, by=None):
    """One where this change does it, any if it is not given, and where the last bias can't bring the point over. The
    last bias is such that the score of a point gets over 0 a little before."""
    while True:
        network, points = drawn(chance, UNITS, DIGITS), _points(chance, many)
        at = chance.randrange(4 * UNITS) if place is None else place
        change = chance.choice(GRID) if by is None else by
        off = score(_changed(numbers_of(network), at, change - math.copysign(0.07, change)), points[0])
        network["out"][-1] = round(network["out"][-1] - off, DIGITS)
        case = _labelled(network, points, at, change)
        if case and not by_the_last_bias(case)[1]:
            return case


def _the_last_of_the_first(chance):
    """Of all changes of the grid only 2.0 does it, and only at place 0."""
    while True:
        case = _case(chance, POINTS, 0, 2.0)
        if all(found == (0, 2.0) for found in _that_do(case, GRID)):
            return case


def _no_whole_number(chance):
    """A change that is no whole number has to be tried."""
    while True:
        case = _case(chance)
        if not any(_that_do(case, WHOLE)):
            return case


def _many_and_below_0(chance):
    """Many points, and of all changes of the grid only some below 0 do it."""
    while True:
        case = _case(chance, MANY, chance.randrange(4 * UNITS), chance.choice(GRID[:20]))
        if not any(_that_do(case, GRID[20:])):
            return case


def _by_a_score_of_0(chance):
    """The point of +1 that is wrong has all gates shut, and the last bias is 0: whoever lets 0 count as right for both
    labels is content with a change that changes nothing."""
    while True:
        network, points = drawn(chance, UNITS, DIGITS), _points(chance, POINTS)
        network["out"][-1] = 0.0
        shut = next((x for x in _points(chance, 20) if score(numbers_of(network), x) == 0.0), None)
        if not shut:
            continue
        points[0] = shut
        case = _labelled(network, points, chance.randrange(4 * UNITS), chance.choice(GRID), shut)
        if case and case["labels"][0] > 0 and not does(case, *_content(case)):
            return case


def _content(case):
    """The first place and change with which no score is on the wrong side of 0."""
    numbers = numbers_of(case["network"])
    return next(
        (place, by)
        for place in range(len(numbers))
        for by in GRID
        if all(
            s * y >= 0
            for s, y in zip(_scores(_changed(numbers, place, by), case["points"]), case["labels"], strict=True)
        )
    )


def _that_do(case, changes):
    return ((place, by) for place in range(4 * UNITS + 1) for by in changes if does(case, place, by))


def _points(chance, many):
    return [[round(chance.uniform(-1.5, 2.5), 2), round(chance.uniform(-1, 1.5), 2)] for _ in range(many)]


def _labelled(network, points, place, by, at_0=None):
    """The case whose labels are those of the network after this change, where it is wrong about one point before; None
    where a score lies too near to 0, but for that of a point that is to be at 0."""
    numbers = numbers_of(network)
    before, after = _scores(numbers, points), _scores(_changed(numbers, place, by), points)
    labels = [1 if s > 0 else -1 for s in after]
    if sum(_rights(before, labels)) != len(points) - 1 or abs(sum(labels)) > len(points) - 4:
        return None
    near = [s for s, x in zip(before, points, strict=True) if x is not at_0] + after
    others = (_changed(numbers, place, by + off) for off in (-0.04, 0.04))
    if min(map(abs, near)) > CLEAR and all(all(_rights(_scores(other, points), labels)) for other in others):
        return {"network": network, "points": points, "labels": labels}
    return None


def _changed(numbers, place, by):
    return [x + by * (n == place) for n, x in enumerate(numbers)]


def _scores(numbers, points):
    return [score(numbers, x) for x in points]


def _rights(scores, labels):
    return [(s > 0) == (y > 0) for s, y in zip(scores, labels, strict=True)]


def by_the_last_bias(case):
    """[its place, a change] that adds the same to every score, so that all of +1 are above 0 and those of -1 are not;
    a change of 0 where no such does it."""
    scores = _scores(numbers_of(case["network"]), case["points"])
    up, down = ([s for s, y in zip(scores, case["labels"], strict=True) if y == side] for side in (1, -1))
    return [4 * UNITS, -(min(up) + max(down)) / 2 if min(up) > max(down) else 0.0]


def rights(case, place=0, by=0.0):
    """Which points are right, once `by` has been added to the number at a place."""
    numbers = numbers_of(case["network"])
    place = range(len(numbers))[int(place)]
    return _rights(_scores(_changed(numbers, place, by), case["points"]), case["labels"])


def does(case, place, by):
    """Whether all points are right then."""
    return all(rights(case, place, by))


def right(case):
    """One way that does it."""
    places = range(len(numbers_of(case["network"])))
    return next([place, by] for place in places for by in GRID if does(case, place, by))
