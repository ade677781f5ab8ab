"""Lesson 1: slips of somebody who measures the slopes of a function of several numbers.

Four things may go wrong: which inputs move, which two places are compared, what is divided by, and what is handed back.
"""

from itertools import accumulate
from typing import NamedTuple


class Slip(NamedTuple):
    """`name` is its id; `does` says it in a few words, where it is one of two; `says` and `tries` where it is alone."""

    name: str
    does: str
    says: str
    tries: str
    made: object = None


def _moved(which):
    return lambda xs, n, h: [x + h * which(i, n, xs) for i, x in enumerate(xs)]


MOVES = (
    Slip("", "", "", "", _moved(lambda i, n, xs: i == n)),
    Slip(
        "all inputs at once",
        "moves all inputs at once",
        "You moved all inputs at once. That gives the sum of all slopes, and no single one of them.",
        "for each input make a list in which only that one has moved.",
        _moved(lambda i, n, xs: True),
    ),
    Slip(
        "moved for good",
        "leaves each input moved, or goes on with one sum",
        "The first slope is right. Each later one holds those before it too: an input that was moved stays moved, or "
        "one sum goes on through all rounds.",
        "make a new list for each input, or put the old number back; and start each slope from nothing.",
        _moved(lambda i, n, xs: i <= n),
    ),
    Slip(
        "always the first",
        "moves the first input each time",
        "You moved the first input each time.",
        "move xs[n] in round n.",
        _moved(lambda i, n, xs: i == 0),
    ),
    Slip(
        "always the last",
        "moves the last input each time",
        "You moved the last input each time.",
        "move xs[n] in round n.",
        _moved(lambda i, n, xs: i == len(xs) - 1),
    ),
    Slip(
        "the first that is equal",
        "moves the first input that has this number",
        "Where two inputs have the same number, you moved the first of them each time. xs.index(x) finds the first.",
        "count with `for n in range(len(xs))` or `enumerate(xs)`, and move xs[n].",
        _moved(lambda i, n, xs: i == xs.index(xs[n])),
    ),
    Slip(
        "all that are equal",
        "moves all inputs that have this number",
        "Where two inputs have the same number, you moved both of them.",
        "ask for the place, i == n, and not for the number.",
        _moved(lambda i, n, xs: xs[i] == xs[n]),
    ),
    Slip(
        "the one before",
        "moves the input before",
        "You moved the input before the one that is asked for: xs[n - 1] in round n.",
        "move xs[n] in round n.",
        _moved(lambda i, n, xs: i == (n - 1) % len(xs)),
    ),
    Slip(
        "all but one",
        "moves all inputs but the one that is asked for",
        "You moved all inputs but the one that is asked for.",
        "leave the others, and move xs[n] alone.",
        _moved(lambda i, n, xs: i != n),
    ),
    Slip(
        "scaled instead of moved",
        "moves each input by a share of it",
        "Your numbers are x times the slope, as where the step is a share of the input: x * h instead of h.",
        "add h itself to the input.",
        lambda xs, n, h: [x + x * h * (i == n) for i, x in enumerate(xs)],
    ),
    Slip(
        "replaced by h",
        "puts h in the place of the input",
        "You put h in the place of the input, instead of adding it.",
        "write up[n] = xs[n] + h, or up[n] += h.",
        lambda xs, n, h: [h if i == n else x for i, x in enumerate(xs)],
    ),
)
NO_CHANGE = "Your numbers are as large as f itself divided by h: the other value is added, or not taken off."
TIMES_H = (
    "Where h should divide it multiplies, so that your numbers are tiny. `/ 2 * h` divides by 2 and then multiplies by "
    "h: Python goes from left to right."
)
COMPARED = {
    "": Slip("", "", "", "", None),
    "r": Slip(
        "signs turned round",
        "takes the value after the step off the one before",
        "The sizes are right, the signs are turned round.",
        "take the value before the step off the one after it.",
    ),
    "0": Slip(
        "moved copies, not used",
        "compares f with itself at the same place",
        "All slopes are 0, as where nothing moves between two calls of f.",
        "call f with the list in which one input has moved, and with one in which it has not; print both lists.",
    ),
    "+": Slip(
        "f(*xs) not taken off",
        "adds the two values",
        NO_CHANGE,
        "take the value before the step off the one after it.",
    ),
    "1": Slip(
        "f(*xs) not taken off",
        "does not take the old value off",
        NO_CHANGE,
        "take the value before the step off the one after it.",
    ),
}
TOO_LARGE = Slip(
    "divided by h, not 2h",
    "divides by h what lies 2 * h apart",
    "They are exactly twice too large. The two points are 2h apart.",
    "divide by 2 * h.",
)
TOO_SMALL = Slip(
    "divided by 2h, not h",
    "divides one step of h by 2 * h",
    "They are half of what they should be: you took one step of h, and divided by 2h.",
    "divide by h, or take a step to both sides.",
)
DIVIDED = {
    "change": Slip(
        "the change alone",
        "does not divide",
        "These are the changes in output, a millionth of what is asked for.",
        "divide each by the change in input.",
    ),
    "product": Slip(
        "multiplied by h",
        "multiplies by h",
        TIMES_H,
        "put 2 * h in brackets where you divide by it.",
    ),
    "half": Slip(
        "divided by 2 alone",
        "divides by 2 alone",
        "You divided by 2. The distance between the two points is 2h.",
        "divide by 2 * h.",
    ),
    "order": Slip(
        "divided by 2, times h",
        "divides by 2 and then multiplies by h",
        TIMES_H,
        "put 2 * h in brackets where you divide by it.",
    ),
    "x": Slip(
        "divided by x",
        "divides by the input",
        "You divided by the input, where the step begins. What counts is how long it is.",
        "divide by h.",
    ),
    "x + h": Slip(
        "divided by x + h",
        "divides by the moved input",
        "You divided by the input that has moved, where the step ends. What counts is how long it is.",
        "divide by h.",
    ),
}
GIVEN = (
    Slip("", "", "", "", list),
    Slip(
        "order turned round",
        "gives them in the wrong order",
        "The slopes are right, and in the wrong order.",
        "give them in the order of xs.",
        lambda slopes: slopes[::-1],
    ),
    Slip(
        "the first alone",
        "stops after the first",
        "You gave the slope of the first input and stopped there. Does a `return` stand inside the loop?",
        "go on to the other inputs, and return the list after the loop.",
        lambda slopes: slopes[:1],
    ),
    Slip(
        "one is missing: the last",
        "leaves out the last",
        "The slope of the last input is missing: you stopped one too early.",
        "go through all of xs: for n in range(len(xs)).",
        lambda slopes: slopes[:-1],
    ),
    Slip(
        "one is missing: the first",
        "leaves out the first",
        "The slope of the first input is missing: you began one too late. Python counts from 0.",
        "go through all of xs: for n in range(len(xs)).",
        lambda slopes: slopes[1:],
    ),
    Slip(
        "the last alone, in a list",
        "keeps the last alone",
        "You gave the slope of the last input alone: each round has begun a new list, or overwritten the one before.",
        "make the list once, before the loop.",
        lambda slopes: slopes[-1:],
    ),
    Slip(
        "moved for good",
        "goes on with one sum",
        MOVES[2].says,
        MOVES[2].tries,
        lambda slopes: list(accumulate(slopes)),
    ),
    Slip(
        "one number, inside the loop",
        "gives one number, the first",
        "You gave one number, the slope of the first input. Does a `return` stand inside the loop?",
        "collect the slopes in a list, and return it after the loop.",
        lambda slopes: slopes[0],
    ),
    Slip(
        "the last alone",
        "gives one number, the last",
        "You gave one number, the slope of the last input: each round has overwritten the one before.",
        "append each slope to a list, and return the list.",
        lambda slopes: slopes[-1],
    ),
    Slip(
        "all inputs at once",
        "gives one number, the sum",
        "You gave one number, the sum of all slopes: how f changes when all inputs move at once.",
        "move one input at a time, append each slope to a list, and return the list.",
        lambda slopes: sum(slopes),
    ),
)
