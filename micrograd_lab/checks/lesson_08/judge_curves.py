"""Lesson 8's six sick curves: which cause was given to which, and by what the two that were confused differ."""

from itertools import combinations

from ..judge import Judge, Misconception, in_words
from .sick_loops import CAUSES, SICK

# What sick_loops.measured finds in each of the six, by its cause.
MEASURED = {
    "labels shuffled": {"moved": 0.1591, "down": 60, "rise": 0.0, "climb": 0.0, "early": 0.955, "late": 0.0256},
    "rate too large": {"moved": 9.1282, "down": 45, "rise": 9.1282, "climb": 7.0395, "early": 1.6681, "late": -0.0781},
    "zero_grad before step": {"moved": 0.0, "down": 0, "rise": 0.0, "climb": 0.0, "early": 0.0, "late": 0.0},
    "no zero_grad": {"moved": 0.448, "down": 26, "rise": 0.082, "climb": 1.3168, "early": 0.9005, "late": 0.3169},
    "rate too small": {"moved": 0.0009, "down": 60, "rise": 0.0, "climb": 0.0, "early": 0.0172, "late": 0.0172},
    "wrong sign": {"moved": 0.172, "down": 0, "rise": 0.172, "climb": 10.3199, "early": -3.44, "late": -3.44},
}

# By what two curves differ, and what to ask: the first of these in which one of the two causes stands alone.
APART = (
    (
        "zero_grad before step",
        "The largest step that the loss takes, up or down, is {one[moved]:.4f} in {first} and {other[moved]:.4f} in "
        "{second}.",
        "with which of the two faults does every step find an empty gradient?",
    ),
    (
        "wrong sign",
        "Of its 60 steps, {one[down]} go down in {first}, and {other[down]} in {second}.",
        "which of the two faults never lets a step go the way in which the loss falls?",
    ),
    (
        "rate too large",
        "The largest rise in a single step is {one[rise]:.4f} in {first} and {other[rise]:.4f} in {second}.",
        "which of the two faults can throw a weight far away in one step?",
    ),
    (
        "no zero_grad",
        "Above its lowest place, {first} comes up again by {one[climb]:.4f}, and {second} by {other[climb]:.4f}.",
        "with which of the two faults do the steps go on, and grow, though the bottom has been passed?",
    ),
    (
        "rate too small",
        "In its first 20 steps {first} falls by {one[early]:.4f} and in the last 20 by {one[late]:.4f}; {second} by "
        "{other[early]:.4f} and by {other[late]:.4f}.",
        "with which of the two faults has the loop learned all that it can, and with which has it hardly begun?",
    ),
)
CONFUSED = "{first} and {second} are confused. {differ}"
PAIR = "{one} and {other}"


def confused(answer):
    """The two causes that an answer takes for each other, in the order of CAUSES; the first exchanged, else the first
    of which one stands where the other belongs. None where a cause is missing."""
    if set(answer) != set(SICK) or set(answer.values()) != set(CAUSES):
        return None
    wrong = {SICK[letter]: given for letter, given in answer.items() if given != SICK[letter]}
    exchanged = [(cause, given) for cause, given in wrong.items() if wrong[given] == cause]
    found = (exchanged or list(wrong.items()))[:1]
    return tuple(sorted(found[0], key=CAUSES.index)) if found else None


def _of(one, other):
    """The Misconception of two causes, told by their curves in the order of the letters."""
    letters = {cause: letter for letter, cause in SICK.items()}
    first, second = sorted((one, other), key=letters.get)
    _, differ, tries = next(apart for apart in APART if apart[0] in (one, other))
    names = {"first": letters[first], "second": letters[second]}
    return Misconception(
        PAIR.format(one=one, other=other),
        None,
        CONFUSED.format(differ=differ.format(one=MEASURED[first], other=MEASURED[second], **names), **names),
        tries,
        seen=lambda case, result: confused(result) == (one, other),
    )


def _otherwise(case, result):
    if set(result) != set(SICK):
        return "The curves A to F are asked, each with a cause.", "take the cell as it was, and fill in its blanks."
    strange = [given for given in result.values() if given not in CAUSES]
    if strange:
        says = "{typed} is none of the six causes.".format(typed=in_words(strange[0]))
        return says, "write a cause in quotes, just as it stands in the list."
    return "", ""


SIX = Judge(
    cases=lambda seed: ({"curves": list(SICK)},),
    expected=lambda case: SICK,
    accepts=lambda case, result: result == SICK,
    tells=lambda case: "",
    shows=lambda result: "",
    otherwise=_otherwise,
    misconceptions=(
        *(_of(*pair) for pair in combinations(CAUSES, 2)),
        Misconception(
            "a cause twice",
            None,
            "A cause stands there twice, so another one is missing. Each of the six loops has a fault of its own.",
            "give each cause to one curve.",
            seen=lambda case, result: (
                set(result) == set(SICK)
                and set(result.values()) < set(CAUSES)
                and len(set(result.values())) < len(CAUSES)
            ),
        ),
    ),
    remarks=lambda cases, results: (
        "You have told them apart by their losses alone. The cell below proves it: each gets well by its own cure."
    ),
)
