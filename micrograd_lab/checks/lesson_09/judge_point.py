"""9.5: one number of a network changed, so that one more point is right and none is lost. Whatever does it is right."""

import math

from ..judge import Judge, Misconception, in_words
from .almost import UNITS, by_the_last_bias, does, point_cases, right, rights
from .learning import numbers_of


def accepts(case, result):
    """Whether these two, a place and a change, bring it over."""
    place, by = result
    return place == int(place) and math.isfinite(by) and does(case, place, by)


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


ALL_RIGHT = "try each change on all points, and take one with which all are right."
CHANGED = (
    "The network isn't as it was: one of its numbers is another one afterwards.",
    "keep p.data as it is before the first try, and put just that back after each, also before the return.",
)
NOTHING = (
    "It gives None: it has found nothing here, or its `return` is missing. One of the changes -2.0, -1.9, ..., 2.0 "
    "does it.",
    "try all of them at every parameter, both ends and the first one too, and each from where that parameter stood: "
    "put it back before the next change. All points are right as in 9.2: no margin is asked for.",
)
NO_PAIR = (
    "Asked are two numbers: the place of a parameter, and what is to be added to it.",
    "give them as (place, change).",
)


def _otherwise(case, result):
    """What is wrong with the first that is."""
    if isinstance(result, dict) and set(result) == {"left"}:
        return CHANGED
    if result == {"nothing": True}:
        return NOTHING
    if not _two_numbers(result):
        return NO_PAIR
    brought, lost = _brought(case, result)
    return LEFT.format(
        point=BROUGHT if brought else "The point is still on the wrong side",
        others=", and {lost} of the others are wrong".format(lost=lost) if lost else "",
    ), ALL_RIGHT


BROUGHT, LEFT = "The point is brought over", "{point}{others}."

POINT = Judge(
    point_cases,
    right,
    accepts=accepts,
    tells=lambda case: "a network that is right about {n} of {all} points, and wrong about {point}".format(
        n=sum(rights(case)), all=len(case["points"]), point=case["points"][rights(case).index(False)]
    ),
    shows=lambda result: (
        "None"
        if result == {"nothing": True}
        else "a network that is no longer what it was"
        if isinstance(result, dict) and set(result) == {"left"}
        else "{by:+.3g} at place {place}".format(by=result[1], place=result[0])
        if _two_numbers(result)
        else in_words(result)
    ),
    otherwise=_otherwise,
    guesses=(by_the_last_bias,),
    misconceptions=(
        Misconception(
            "the network left changed",
            None,
            *CHANGED,
            seen=lambda case, result: isinstance(result, dict) and set(result) == {"left"},
        ),
        Misconception(
            "nothing found",
            None,
            *NOTHING,
            seen=lambda case, result: result == {"nothing": True},
        ),
        Misconception(
            "several pairs",
            None,
            "It gives several pairs. Asked is one place and one change.",
            "return the first that does it: place, change.",
            seen=lambda case, result: all(one["shape"].startswith(("a tuple", "a list")) for one in result),
        ),
        Misconception(
            "the parameter, not its place",
            None,
            "It gives the parameter itself. Asked is its place in model.parameters(), counted from 0.",
            "for place, p in enumerate(model.parameters()).",
            seen=lambda case, result: isinstance(result[0], dict) and "a Value" in result[0]["shape"],
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
            "tenths, not the change",
            None,
            "A tenth of your change does it: you give how many tenths it is.",
            "give what you have added to p.data.",
            seen=lambda case, result: accepts(case, [result[0], result[1] / 10]),
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
            "The last bias is added to every score alike, so it moves the points that are right as far as the one that "
            "is wrong.",
            "give a place and a change with which all points are right: each of the other parameters has more say "
            "about some points than about others. Where you have found one, does break end both loops?",
            seen=_of_the_last_bias,
        ),
        Misconception(
            "others are lost",
            None,
            "The point is brought over, and others go wrong by it.",
            ALL_RIGHT,
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
