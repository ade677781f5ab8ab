"""10.3: the largest rate that a bowl bears: 2 by its largest curvature."""

import math
import random

from ..judge import Judge, Misconception, in_words
from .landscape import bowl, dot
from .rates import ALONG_THE_AXES, BY_CHANCE, WAYS, limit, of_all

WITHIN, EXACT = 0.01, 2e-3
LIMITS = (0.002, 8.0)
NEAR, FAR = 5.0, 60.0  # where holes may lie; a far one lies farther from 0 than the place, for who takes 0 for the hole
SHAPES = ((2, False, NEAR), (2, True, NEAR), (3, False, NEAR), (3, True, NEAR), (4, True, NEAR), (4, True, FAR))
APART = 0.03  # by which shares what misconceptions give is not the right rate


def rate_cases(seed):
    """Bowls along the axes and slanted ones, in which no wrong way gives the right rate."""
    chance = random.Random(seed + 3000)
    return tuple(_case(chance, *shape) for shape in SHAPES)


def _case(chance, many, slanted, far):
    while True:
        steepest = math.exp(chance.uniform(*(math.log(2 / limit) for limit in LIMITS[::-1])))
        flattest = steepest / chance.uniform(5, 15)
        between = [chance.uniform(1.5 * flattest, 0.85 * steepest) for _ in range(many - 2)]
        drawn = [(flattest, 4.0), *((one, 1.0) for one in between), (steepest, 0.5)]
        if slanted:
            chance.shuffle(drawn)
        elif many > 2:
            drawn.reverse()
        place = [chance.choice((-1, 1)) * chance.uniform(1, 2) * away for _, away in drawn]
        case = bowl(chance, [one for one, _ in drawn], place, slanted, far)
        left_out = BY_CHANCE | (set() if slanted else ALONG_THE_AXES)
        ways = [way(case) for name, _, _, way in WAYS if way is not of_all and name not in left_out]
        beyond = far == NEAR or dot(case["place"], case["place"]) < dot(case["hole"], case["hole"])
        if beyond and all(abs(found / limit(case) - 1) > APART for found in ways):
            return case


def _close(found, wanted, within):
    return abs(found / wanted - 1) <= within


def accepts(case, result):
    """Whether this is the largest rate, within 1 %."""
    return type(result) in (int, float) and _close(result, limit(case), WITHIN)


def known(cases, results):
    """The misconception that gives all of these numbers, if none with another name does."""
    pairs = list(zip(cases, results, strict=True))
    fits = [
        (name, says, tries)
        for name, says, tries, way in WAYS
        if all(_close(result, way(case), EXACT) for case, result in pairs)
    ]
    return Misconception(fits[0][0], None, *fits[0][1:]) if len({name for name, *_ in fits}) == 1 else None


OFF = "It is {share:.3g} times the largest rate. Within 1 % is asked: from 0.99 to 1.01 times."


def _otherwise(case, result):
    return OFF.format(share=result / limit(case)), (
        "let plain gradient descent take some hundred steps at your rate times 0.98 and times 1.02: one is to come "
        "nearer, and the other is to be thrown out."
    )


RATE = Judge(
    rate_cases,
    limit,
    also=accepts,
    models=known,
    tells=lambda case: "a bowl of {many} numbers, seen from {place}".format(
        many=len(case["place"]), place=in_words(case["place"])
    ),
    otherwise=_otherwise,
    misconceptions=(
        Misconception(
            "the place changed",
            None,
            "`place` isn't what it was: you have changed the list that you were given.",
            "make a new list for each place that you ask about: [x + h for x in place].",
            seen=lambda case, result: result.get("moved") is True,
        ),
        Misconception(
            "asked without end",
            None,
            "You have asked for more than 100,000 gradients.",
            "some hundred are enough. Is there something that ends the loop?",
            seen=lambda case, result: "asked" in result,
        ),
        Misconception(
            "below 0",
            None,
            "A rate is above 0.",
            "take the size of the curvature, or look at the order of a difference.",
            seen=lambda case, result: result < 0 and _close(-result, limit(case), 0.6),
        ),
    ),
)
