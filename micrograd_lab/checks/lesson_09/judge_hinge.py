"""9.1: the hinge loss, on Values of the learner's own. What is compared is the loss and its slope by each score."""

import random
from dataclasses import dataclass, replace
from functools import partial

from .. import unread
from ..judge import Judge, Misconception, in_words, raised
from .slips.hinge import WAYS


@dataclass(frozen=True)
class Way:
    """How somebody adds up. `term(y, s)` is what a score lacks, with its slope; `over` what the sum is divided by:
    "many", "none", "missing", "one less", "two", "twice", "sides"; `whole` is done to the mean: "open", "max of 0" or
    "negative"; `chosen` says which of n places count, and `told` what becomes of the labels."""

    term: object
    over: str = "many"
    whole: str = "open"
    chosen: object = range
    told: object = list
    cut: bool = False
    worst: bool = False


def right_term(y, s):
    """What is missing, and its slope."""
    return (1 - y * s, -y) if y * s < 1 else (0.0, 0.0)


RIGHT = Way(right_term)


def told(way, case):
    """{"loss", "slopes"} of this way."""
    scores, labels = case["scores"], way.told(case["labels"])
    terms = [(0.0, 0.0)] * len(scores)
    for n in way.chosen(len(scores)):
        terms[n] = way.term(labels[n], scores[n])
    if way.worst:
        at = max(range(len(terms)), key=lambda n: terms[n][0])
        terms = [term if n == at else (0.0, 0.0) for n, term in enumerate(terms)]
    many = len(scores)
    lacking = sum(loss > 0 for loss, _ in terms)
    by = {
        "many": many,
        "none": 1,
        "missing": lacking or 1,
        "one less": many - 1,
        "two": 2 * many,
        "twice": many**2,
        "sides": 2,
    }[way.over]
    loss, slopes = sum(loss for loss, _ in terms) / by, [slope / by for _, slope in terms]
    if way.whole == "max of 0" and loss <= 0:
        loss, slopes = 0.0, [0.0] * many
    if way.whole == "negative":
        loss, slopes = -loss, [-slope for slope in slopes]
    return {"loss": loss, "slopes": [0.0] * many if way.cut else slopes}


def hinge_cases(seed):
    """Scores on both sides of 0 and of the margin, none at it: some of each label, many, one alone, all at ease."""
    chance = random.Random(seed)

    def some(low, high):
        return round(chance.uniform(low, high), 2)

    def case(*pairs):
        pairs = chance.sample(pairs, len(pairs))
        return {"scores": [y * m for y, m in pairs], "labels": [y for y, _ in pairs]}

    wide, near, off, far = some(1.2, 2.8), some(0.15, 0.85), some(-0.8, -0.2), some(-2.8, -1.2)
    other = [some(1.2, 2.8), some(0.15, 0.85), some(-0.8, -0.2), some(-2.8, -1.2)]
    return (
        case((1, near), (-1, wide), (1, off), (-1, far)),
        case(*((y, m) for y, ms in ((1, (wide, far, off)), (-1, other)) for m in ms)),
        case((-1, near)),
        case((1, wide), (-1, wide + 3), (-1, other[0]), (1, other[0] + 5)),
        case((1, off), (1, wide), (1, other[1])),
        case((-1, other[2]), (-1, wide), (-1, wide + 1), (-1, near), (-1, 0.9)),
    )


def _kept(case, result):
    return "cut" in result and result["cut"].startswith(("a list", "a tuple", "a generator", "a map"))


def _plain(case, result):
    return result.get("cut") == "one number"


HINGE = Judge(
    hinge_cases,
    partial(told, RIGHT),
    guesses=(lambda case: {"loss": 0.0, "slopes": [0.0] * len(case["scores"])},),
    tells=lambda case: "scores {scores}, labels {labels}".format(
        scores=in_words(case["scores"]), labels=in_words(case["labels"])
    ),
    shows=lambda result: (
        "a loss of {loss} with slopes {slopes}".format(loss=in_words(result["loss"]), slopes=in_words(result["slopes"]))
        if isinstance(result, dict) and "slopes" in result
        else result["cut"]
        if isinstance(result, dict) and "cut" in result
        else in_words(result)
    ),
    otherwise=unread.otherwise,
    misconceptions=(
        Misconception(
            "what it was given is changed",
            None,
            "The lists that it was given are no longer what they were. Whoever calls it goes on with them.",
            "read scores and labels, and put what you compute into a list of your own.",
            seen=lambda case, result: result == {"changed": True},
        ),
        Misconception(
            "a plain number where nothing is missing",
            None,
            "Where every score has its margin you give a plain number. There is no loss left then, and yet whoever "
            "calls backward() on it needs a Value.",
            "let the sum begin with a Value, or let each point add its own, also where that holds 0.",
            seen=lambda case, result: _plain(case, result) and told(RIGHT, case)["loss"] == 0,
        ),
        Misconception(
            "no Value but a number",
            None,
            "It gives a plain number, which has forgotten the scores that it came from. No gradient can go back.",
            "calculate with the scores themselves, without .data and float(): then the sum is a Value.",
            seen=_plain,
        ),
        Misconception(
            "nothing given back",
            None,
            "It gives None, and a loss is asked. Is it printed, or is the `return` missing?",
            "return the mean, as one Value.",
            seen=lambda case, result: result.get("cut") == "None",
        ),
        Misconception(
            "one for each point",
            None,
            "It gives what is missing point by point. A loss is one Value, so that one backward() answers for all.",
            "add them up, and divide by how many they are.",
            seen=_kept,
        ),
        Misconception(
            "max of a Value",
            None,
            "max() asks which of the two is larger, and your Values can't be asked that.",
            "there is an operation that gives what is above 0 and else 0, and knows its step back: lesson 4.",
            seen=raised("TypeError", ("'>' not supported", "'<' not supported")),
        ),
        *(
            Misconception(name, partial(told, replace(RIGHT, **change)), says, tries)
            for name, says, tries, changes in WAYS
            for change in changes
        ),
    ),
)
