"""9.5: one number of a network changed, so that one more point is right and none is lost. Whatever does it is right."""

import math
import random

from ..judge import Judge, Misconception, in_words
from .learning import drawn, numbers_of, score

UNITS, POINTS, CASES = 3, 6, 4
GRID = tuple(k / 10 for k in range(-20, 21) if k)  # changes of which one does it, for some number
CLEAR = 0.04  # how far a score is from 0, before and after


def point_cases(seed):
    """Networks that are right about all points but one, where the last bias can't bring it over."""
    chance = random.Random(seed)
    return tuple(_case(chance) for _ in range(CASES))


def _case(chance):
    while True:
        network = drawn(chance, UNITS)
        numbers = numbers_of(network)
        points = [[round(chance.uniform(-1.5, 2.5), 2), round(chance.uniform(-1, 1.5), 2)] for _ in range(POINTS)]
        place, by = chance.randrange(len(numbers) - 1), chance.choice(GRID)
        before, after = _scores(numbers, points), _scores(_changed(numbers, place, by), points)
        labels = [1 if s > 0 else -1 for s in after]
        case = {"network": network, "points": points, "labels": labels}
        others = (_changed(numbers, place, by + off) for off in (-0.04, 0.04))
        if (
            min(map(abs, before + after)) > CLEAR
            and abs(sum(labels)) <= POINTS - 4
            and sum(_rights(before, labels)) == POINTS - 1
            and all(all(_rights(_scores(other, points), labels)) for other in others)
            and not _by_the_last_bias(before, labels)
        ):
            return case


def _changed(numbers, place, by):
    return [x + by * (n == place) for n, x in enumerate(numbers)]


def _scores(numbers, points):
    return [score(numbers, x) for x in points]


def _rights(scores, labels):
    return [(s > 0) == (y > 0) for s, y in zip(scores, labels, strict=True)]


def _by_the_last_bias(scores, labels):
    """Whether adding the same to every score can do it: all scores of +1 are above all of -1."""
    return min(s for s, y in zip(scores, labels, strict=True) if y > 0) > max(
        s for s, y in zip(scores, labels, strict=True) if y < 0
    )


def rights(case, place=0, by=0.0):
    """Which points are right, once `by` has been added to the number at a place."""
    numbers = numbers_of(case["network"])
    place = range(len(numbers))[int(place)]
    return _rights(_scores(_changed(numbers, place, by), case["points"]), case["labels"])


def does(case, place, by):
    """Whether all points are right then."""
    return all(rights(case, place, by))


def accepts(case, result):
    """Whether these two, a place and a change, bring it over."""
    place, by = result
    return place == int(place) and math.isfinite(by) and does(case, place, by)


def right(case):
    """One way that does it."""
    places = range(len(numbers_of(case["network"])))
    return next([place, by] for place in places for by in GRID if does(case, place, by))


def _brought(case, result):
    """(whether the point that was wrong is right now, how many of the others are not)."""
    before, after = rights(case), rights(case, *result)
    wrong = before.index(False)
    return after[wrong], sum(not ok for n, ok in enumerate(after) if n != wrong)


def _two_numbers(result):
    return isinstance(result, list) and len(result) == 2 and all(type(x) in (int, float) for x in result)


def _new_value(case, result):
    place, data = result
    return does(case, place, data - numbers_of(case["network"])[int(place)])


def _of_the_last_bias(case, result):
    return _two_numbers(result) and range(4 * UNITS + 1)[int(result[0])] == 4 * UNITS


def _others_lost(case, result):
    brought, lost = _brought(case, result)
    return _two_numbers(result) and brought and lost > 0


def _not_brought(case, result):
    return _two_numbers(result) and result[1] != 0 and not _brought(case, result)[0]


POINT = Judge(
    point_cases,
    right,
    accepts=accepts,
    tells=lambda case: "a network that is right about {n} of {all} points, and wrong about {point}".format(
        n=sum(rights(case)), all=len(case["points"]), point=case["points"][rights(case).index(False)]
    ),
    shows=lambda result: (
        "{by:+.3g} at place {place}".format(by=result[1], place=result[0]) if _two_numbers(result) else in_words(result)
    ),
    otherwise=lambda case, result: (
        "Asked are two numbers: the place of a parameter, and what is to be added to it.",
        "give them as (place, change).",
    ),
    misconceptions=(
        Misconception(
            "the network left changed",
            None,
            "The network isn't as it was: a number of it that you have tried is still there.",
            "put p.data back after each try, also before the return.",
            seen=lambda case, result: isinstance(result, dict) and set(result) == {"left"},
        ),
        Misconception(
            "the parameter, not its place",
            None,
            "It gives the parameter itself. Asked is its place in model.parameters(), counted from 0.",
            "for place, p in enumerate(model.parameters()).",
            seen=lambda case, result: isinstance(result[0], dict) and "of" in result[0]["shape"],
        ),
        Misconception(
            "the change first",
            None,
            "The two stand the other way round: the place comes first, and then the change.",
            "return place, change.",
            seen=lambda case, result: type(result[1]) is int and accepts(case, result[::-1]),
        ),
        Misconception(
            "places from 1 on",
            None,
            "Your change does it for the parameter one place before. Places are counted from 0.",
            "model.parameters()[place] is to be the one that you have changed.",
            seen=lambda case, result: result[0] >= 1 and accepts(case, [result[0] - 1, result[1]]),
        ),
        Misconception(
            "the new value",
            None,
            "You give what the parameter is to be. Asked is what is to be added to it.",
            "take off what it is already.",
            seen=_new_value,
        ),
        Misconception(
            "the other way",
            None,
            "The same change the other way would do it: its sign is turned.",
            "what you give is added to p.data.",
            seen=lambda case, result: accepts(case, [result[0], -result[1]]),
        ),
        Misconception(
            "no change",
            None,
            "With a change of 0 the point stays where it is.",
            "try changes until the score of that point is on its side.",
            seen=lambda case, result: _two_numbers(result) and result[1] == 0,
        ),
        Misconception(
            "the last bias",
            None,
            "The last bias is added to every score alike, so here it brings the point over only together with another "
            "one, or not at all.",
            "try the other parameters: each has more say about some points than about others.",
            seen=_of_the_last_bias,
        ),
        Misconception(
            "others are lost",
            None,
            "The point is brought over, and others go wrong by it.",
            "try each change on all points, and take one with which all are right.",
            seen=_others_lost,
        ),
        Misconception(
            "not brought over",
            None,
            "The point is still on the wrong side.",
            "ask for the sign of its score: above 0 for +1, and 0 or below for -1.",
            seen=_not_brought,
        ),
    ),
)
