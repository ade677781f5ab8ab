"""1.4: the slopes of a function of several numbers, measured one input at a time."""

import random

from ..judge import Judge, Misconception, in_words, same
from .probe import function

COLAB = "-(a**3) + sin(3 * b) - 1 / c + b**2.5 - a**0.5"


def partials_cases(seed):
    chance = random.Random(seed)

    def some(low=1.2, high=2.8):
        return round(chance.uniform(low, high), 2)

    return (
        {"f": COLAB, "xs": [2.0, 3.0, 4.0], "h": 1e-6},
        {"f": "a * b", "xs": [some(), -some(3, 5)], "h": 1e-6},
        {"f": "a**2", "xs": [some()], "h": 1e-6},
        {"f": "a * b + sin(c) * d", "xs": [some(), some(3, 5), some(-0.5, 0.5), some(6, 8)], "h": 1e-6},
    )


def slopes(case, move=lambda xs, n, h: [x + h * (i == n) for i, x in enumerate(xs)], by=lambda h: 2 * h, both=True):
    """By `move`, which says where a step of h for input n leads; divided by `by`."""
    xs, h = case["xs"], case["h"]
    f = function(case["f"], "abcd"[: len(xs)])
    found = []
    for n in range(len(xs)):
        before = move(xs, n, -h) if both else xs
        found.append((f(*move(xs, n, h)) - f(*before)) / by(h))
    return found


def _all(xs, n, h):
    return [x + h for x in xs]


def _all_up_to(xs, n, h):
    return [x + h * (i <= n) for i, x in enumerate(xs)]


def _is(wrong):
    """Is it this list of slopes, whatever has become of xs?"""
    return lambda case, result: same(result["partials"], wrong(case), 1e-4)


def _at_once(case, result):
    """The sum of all slopes, alone or somewhere among the others."""
    total, found = sum(slopes(case)), result["partials"]
    if len(case["xs"]) == 1:
        return same(found, total, 1e-4)
    return any(same(one, total, 1e-4) for one in (found if isinstance(found, list) else [found]))


def _too_few_for_f(case, result):
    """f refuses; where it has one input, it may take the number, or fail on a list."""
    return len(case["xs"]) == 1 or (result["error"] == "TypeError" and "f takes" in result["says"])


def _right(case, result):
    return result["changed"] is False and same(result["partials"], slopes(case), 1e-4)


OTHER_MANY = "f has {wanted} inputs here; you gave {slopes}."


def _shape(case, result):
    found, wanted = result["partials"], len(case["xs"])
    if found is None:
        return "It gave None.", "is a `return` missing?"
    if not isinstance(found, list):
        return "Your function must give a list: one slope for each input.", "collect the slopes in a list."
    if len(found) != wanted:
        many = "1 slope" if len(found) == 1 else "{many} slopes".format(many=len(found))
        return OTHER_MANY.format(wanted=wanted, slopes=many), "go through all of xs: for n in range(len(xs))."
    return "", "print, for each input, the list of numbers that you call f with."


PARTIALS = Judge(
    partials_cases,
    expected=lambda case: {"partials": slopes(case), "changed": False},
    accepts=_right,
    tells=lambda case: "f = {f}, xs = {xs}".format(f=case["f"], xs=in_words(case["xs"])),
    shows=lambda result: in_words(result["partials"]),
    otherwise=_shape,
    misconceptions=(
        Misconception(
            "moved for good",
            None,
            "The first slope is right. Each later one holds those before it too: an input that was moved stays moved, "
            "or one sum goes on through all rounds.",
            "make a new list for each input, or put the old number back; and start each slope from nothing.",
            seen=_is(lambda case: slopes(case, _all_up_to, lambda h: h, both=False)),
        ),
        Misconception(
            "all inputs at once",
            None,
            "You moved all inputs at once. That gives the sum of all slopes, and no single one of them.",
            "for each input make a list in which only that one has moved.",
            seen=_at_once,
        ),
        Misconception(
            "xs left moved",
            None,
            "The slopes are right, but xs is not what it was: whoever called your function has other numbers now.",
            "work on a copy, list(xs), or put the old number back. A second name, ys = xs, is no copy.",
            seen=lambda case, result: result["changed"] and same(result["partials"], slopes(case), 1e-4),
        ),
        Misconception(
            "divided by h, not 2h",
            None,
            "They are exactly twice too large. The two points are 2h apart.",
            "divide by 2 * h.",
            seen=_is(lambda case: slopes(case, by=lambda h: h)),
        ),
        Misconception(
            "divided by 2h, not h",
            None,
            "They are half of what they should be: you took one step of h, and divided by 2h.",
            "divide by h, or take a step to both sides.",
            seen=_is(lambda case: slopes(case, by=lambda h: 2 * h, both=False)),
        ),
        Misconception(
            "the change alone",
            None,
            "These are the changes in output, a millionth of what is asked for.",
            "divide each by the change in input.",
            seen=lambda case, result: any(
                _is(lambda c, both=both: slopes(c, by=lambda h: 1.0, both=both))(case, result) for both in (True, False)
            ),
        ),
        Misconception(
            "signs turned round",
            None,
            "The sizes are right, the signs are turned round.",
            "take the value before the step off the one after it.",
            seen=_is(lambda case: [-slope for slope in slopes(case)]),
        ),
        Misconception(
            "scaled instead of moved",
            None,
            "You made the step a share of each input: x * h instead of h. That gives x times the slope.",
            "add h itself to the input.",
            seen=_is(lambda case: [x * slope for x, slope in zip(case["xs"], slopes(case), strict=True)]),
        ),
        Misconception(
            "order turned round",
            None,
            "The slopes are right, and in the wrong order.",
            "give them in the order of xs.",
            seen=lambda case, result: len(case["xs"]) > 1 and _is(lambda c: slopes(c)[::-1])(case, result),
        ),
        Misconception(
            "always the first",
            None,
            "You moved the first input each time.",
            "move xs[n] in round n.",
            seen=_is(lambda case: [slopes(case)[0]] * len(case["xs"])),
        ),
        Misconception(
            "the first alone",
            None,
            "You gave the slope of the first input and stopped there. Does a `return` stand inside the loop?",
            "go on to the other inputs, and return the list after the loop.",
            seen=lambda case, result: same(result["partials"], slopes(case)[:1], 1e-4),
        ),
        Misconception(
            "one number, inside the loop",
            None,
            "You gave one number, the slope of the first input. Does a `return` stand inside the loop?",
            "collect the slopes in a list, and return it after the loop.",
            seen=lambda case, result: same(result["partials"], slopes(case)[0], 1e-4),
        ),
        Misconception(
            "the last alone",
            None,
            "You gave one number, the slope of the last input: each round has overwritten the one before.",
            "append each slope to a list, and return the list.",
            seen=lambda case, result: same(result["partials"], slopes(case)[-1], 1e-4),
        ),
        Misconception(
            "moved copies, not used",
            None,
            "All slopes are 0: f was called with the same numbers twice.",
            "call f with the list in which one input has moved.",
            seen=_is(lambda case: [0.0] * len(case["xs"])),
        ),
        Misconception(
            "f called with one thing",
            None,
            "f wants all its inputs, also those that stay.",
            "make a list in which one input has moved, and hand over its numbers with a star: f(*up).",
            seen=_too_few_for_f,
        ),
    ),
)
