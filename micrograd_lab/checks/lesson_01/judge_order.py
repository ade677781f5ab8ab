"""1.5: five slopes of one curve, put in order by looking at it."""

import math
import random
from itertools import pairwise

from ..choice import not_letters
from ..judge import Judge, Misconception, in_words

LETTERS = "ABCDE"
LECTURE = (-2.0, 0.6, 1.6, 2.3, 2.7)  # the places of the exercise
APART = 0.9  # between two slopes, so that the eye can tell


def f(x):
    return x + 2 * math.sin(2 * x)


def slope(x):
    return 1 + 4 * math.cos(2 * x)


ORDERS = (
    (
        lambda x: -slope(x),
        "greatest first",
        "That is the right order, from the other end: you began with the greatest.",
        "begin where the curve falls fastest.",
    ),
    (
        lambda x: abs(slope(x)),
        "steepness without its sign",
        "You have put them in order of steepness, whichever way the curve goes. A slope has a sign: where the curve "
        "falls, it is below 0, so the steepest fall is the smallest of all.",
        "take the falling places first, the steepest fall at the start.",
    ),
    (
        f,
        "height for slope",
        "You have put them in order of height. The slope says how fast the curve rises, not how high it stands.",
        "lay a ruler on the curve at each point, and look how the ruler leans.",
    ),
    (
        lambda x: -f(x),
        "height for slope, from the top",
        "You have put them in order of height, the highest first. The slope says how fast the curve rises, not how "
        "high it stands.",
        "lay a ruler on the curve at each point, and look how the ruler leans.",
    ),
    (
        lambda x: -abs(slope(x)),
        "steepness, from the steepest",
        "You have put the steepest first, whichever way the curve goes. A slope has a sign: a steep fall is at one "
        "end, a steep rise at the other.",
        "take the falling places first, the steepest fall at the start.",
    ),
    (
        lambda x: x,
        "from left to right",
        "That is their order along x.",
        "lay a ruler on the curve at each point, and look how the ruler leans.",
    ),
    (
        lambda x: -x,
        "from right to left",
        "That is their order along x, from the right.",
        "lay a ruler on the curve at each point, and look how the ruler leans.",
    ),
)


def places(seed):
    """{letter: x}, from left to right: those of the exercise at 0, of one learner at any other seed."""
    chance, xs = random.Random(seed), LECTURE
    if seed:
        xs = _drawn(chance)
        while not _tells_apart(xs):
            xs = _drawn(chance)
    return dict(zip(LETTERS, xs, strict=True))


def _drawn(chance):
    return sorted(chance.sample([n / 10 for n in range(-20, 31)], len(LETTERS)))


def _tells_apart(xs):
    """Can the eye tell the points and their slopes apart, and does each wrong idea give an order of its own?"""
    orders = {tuple(sorted(xs, key=key)) for key in (slope, *(key for key, *_ in ORDERS))}
    return _gap(xs) >= 0.4 and _gap(map(slope, xs)) >= APART and len(orders) == 1 + len(ORDERS)


def _gap(numbers):
    return min(b - a for a, b in pairwise(sorted(numbers)))


def _in_order(case, key):
    return sorted(case["places"], key=lambda letter: key(case["places"][letter]))


NO_POINT = "{typed} is none of the points."
IN_QUOTES = 'write letters in quotes, of {points}: "ABCDE" is one order. Does the cell above run without an error?'
PUT_ALL = "put all of {points} in order."
WRONG_WAY = "{one} stands before {two}. The slope at {one} is about {here:.1f}, at {two} about {there:.1f}."


def _pair(case, result):
    """What to look at: two neighbours in the answer that stand the wrong way round."""
    points = ", ".join(case["places"])
    strange = [letter for letter in result if letter not in case["places"]]
    if unread := not_letters(strange, "".join(case["places"])):
        return unread
    if strange or not result:
        first = strange[0][:1].upper() + strange[0][1:] if strange else "An empty answer"
        return NO_POINT.format(typed=first), IN_QUOTES.format(points=points)
    if sorted(result) != sorted(case["places"]):
        return "An order holds each point once.", PUT_ALL.format(points=points)
    at = case["places"]
    one, two = next((p, q) for p, q in pairwise(result) if slope(at[p]) > slope(at[q]))
    return (
        WRONG_WAY.format(one=one, two=two, here=slope(at[one]), there=slope(at[two])),
        "lay a ruler on the curve at both points. Where it leans down, the slope is below 0.",
    )


def _ordered(key):
    return lambda case, result: result == _in_order(case, key)


ORDER = Judge(
    cases=lambda seed: ({"places": places(seed), "ordered": True},),
    expected=lambda case: _in_order(case, slope),
    accepts=_ordered(slope),
    tells=lambda case: "",
    shows=lambda result: ", ".join(result) if isinstance(result, list) else in_words(result),
    otherwise=_pair,
    given=places,
    misconceptions=tuple(
        Misconception(name, None, says, tries, seen=_ordered(key)) for key, name, says, tries in ORDERS
    ),
)
