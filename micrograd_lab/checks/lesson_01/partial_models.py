"""Lesson 1: the slopes that somebody measures with one slip, or with two, generated from what may go wrong."""

import math
from itertools import product

from ..candidates import Candidate, alike
from ..judge import Misconception, same
from .partial_slips import COMPARED, DIVIDED, GIVEN, MOVES, TOO_LARGE, TOO_SMALL
from .probe import function

TWO = "Your numbers are those of somebody who {one}, and {other}."
BOTH = "mend one after the other: {one} Then {other}"

# {places: (the divisor that belongs there, what is compared)}: "+" is after a step of h, "-" after one of -h.
WAYS = {"+-": (2, ""), "+0": (1, ""), "0-": (1, ""), "-+": (2, "r"), "0+": (1, "r"), "-0": (1, "r"), "00": (1, "0")}
PLACES = {"+": 1, "-": -1}
DIVISORS = {
    1: lambda h, x: h,
    2: lambda h, x: 2 * h,
    "change": lambda h, x: 1.0,
    "product": lambda h, x: 1 / h,
    "half": lambda h, x: 2.0,
    "order": lambda h, x: 2 / h,
    "x": lambda h, x: x,
    "x + h": lambda h, x: x + h,
}


def partial_slips(cases, results):
    """A Candidate for each slip, and for each two, that gives these results, whatever has become of xs."""
    moved = any(result["changed"] for result in results)
    tables = [[_values(case, move.made) for move in MOVES] for case in cases]
    for (number, move), way, compared, by in product(enumerate(MOVES), WAYS, "d+1", DIVISORS):
        slips = [slip for slip in (move, _compared(way, compared), _divided(way, by)) if slip.name]
        if len(slips) > 2 or (way == "00" and (moved or len(slips) > 1)):
            continue

        def given(n, hand_over, made=(number, way, compared, by)):
            return hand_over(_slopes(cases[n], tables[n][made[0]], made[1], made[2], DIVISORS[made[3]]))

        for last in GIVEN[: 1 if len(slips) == 2 or way == "00" else None]:
            both = [*slips, *([last] if last.name else [])]
            if both and alike(results[0]["partials"], given(0, last.made), 1e-4):
                found = [{"partials": given(n, last.made), "changed": r["changed"]} for n, r in enumerate(results)]
                yield Candidate(Misconception(both[0].name, None, *_told(both)), tuple(found), len(both))


NEAR = 1e-3  # a slope that is as good as the one over h
OWN = [n * 10.0**-power for power in range(16) for n in (1, 2, 5)]
OWN_STEP = Misconception(
    "a step of one's own",
    None,
    "Your numbers are slopes over a step of one's own size, too large or too small for what is asked.",
    "use h, the third argument.",
)
ITSELF = Misconception(
    "the value, not the slope",
    None,
    "Your numbers are those of f itself. A slope says by how much f changes.",
    "take the value before the step off the one after it, and divide.",
)


def own_steps(cases, results):
    """The Candidates of somebody who takes another step than h, or does not compare at all."""
    for step in OWN:
        for before, by in ((0.0, 1), (-step, 2)):
            found = [_over(case, step, before, by * step) for case in cases]
            near = all(same(f, _over(c, c["h"], -c["h"], 2 * c["h"]), NEAR) for c, f in zip(cases, found, strict=True))
            if any(map(any, found)) and not near:
                given = ({"partials": f, "changed": r["changed"]} for f, r in zip(found, results, strict=True))
                yield Candidate(OWN_STEP, tuple(given), 1.5)
    yield Candidate(
        ITSELF,
        tuple(
            {"partials": [_tried(function(c["f"], "abcd"[: len(c["xs"])]), c["xs"])] * len(c["xs"]), "changed": False}
            for c in cases
        ),
    )


def _over(case, after, before, by):
    """The slopes over the step from `before` to `after`, at each input."""
    xs = case["xs"]
    f = function(case["f"], "abcd"[: len(xs)])

    def at(n, step):
        return _tried(f, [x + step * (i == n) for i, x in enumerate(xs)])

    return [(at(n, after) - at(n, before)) / by for n in range(len(xs))]


def _values(case, move):
    """For each input what f gives after a step of h, after one of -h, and without one."""
    xs, h = case["xs"], case["h"]
    f = function(case["f"], "abcd"[: len(xs)])
    at = {sign: [_tried(f, move(xs, n, h * side)) for n in range(len(xs))] for sign, side in PLACES.items()}
    return [{"+": at["+"][n], "-": at["-"][n], "0": _tried(f, xs)} for n in range(len(xs))]


def _tried(f, xs):
    try:
        return f(*xs)
    except (ArithmeticError, ValueError):
        return math.nan


def _slopes(case, values, way, compared, divisor):
    h, after, before = case["h"], way[0], way[1]
    found = []
    for x, at in zip(case["xs"], values, strict=True):
        top = {"d": at[after] - at[before], "+": at[after] + at[before], "1": at[after]}[compared]
        found.append(top / divisor(h, x) if divisor(h, x) else math.nan)
    return found


def _compared(way, compared):
    return COMPARED[WAYS[way][1] if compared == "d" else compared]


def _divided(way, by):
    """What is wrong with the divisor: it belongs to the places that are compared."""
    if by in DIVIDED:
        return DIVIDED[by]
    right = WAYS[way][0]
    return COMPARED[""] if by == right else TOO_LARGE if by < right else TOO_SMALL


def _told(slips):
    """(what is said, what to try) of one slip or two."""
    if len(slips) == 1:
        return slips[0].says, slips[0].tries
    one, other = slips
    return TWO.format(one=one.does, other=other.does), BOTH.format(one=one.tries, other=other.tries)
