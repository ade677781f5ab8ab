"""4.5: what a slope is made from."""

import random

from ..choice import not_letters
from ..judge import Judge, Misconception, in_words

LETTERS = "ABCDE"
# What each operation's slope needs; and what to say to whoever chose wrongly.
OPERATIONS = {
    "exp(x)": (True, "The slope of exp(x) is exp(x): the output itself."),
    "tanh(x)": (True, "The slope of tanh is 1 - t**2, and t is the output."),
    "relu(x)": (True, "relu's output is above 0 just where its input is, and there the slope is 1: the output tells."),
    "log(x)": (False, "The slope of log(x) is 1 / x. The output is log(x): to get back to x you would need exp."),
    "x**2": (False, "The slope of x**2 is 2x. The output says how large x is, and not which sign it has."),
}


def options(seed):
    names = list(OPERATIONS)
    if seed:
        random.Random(seed).shuffle(names)
    else:
        names = ["log(x)", "exp(x)", "x**2", "tanh(x)", "relu(x)"]
    return dict(zip(LETTERS, names, strict=True))


def _right(case):
    return [letter for letter, name in case["options"].items() if OPERATIONS[name][0]]


def _chosen(name):
    reusable, says = OPERATIONS[name]
    kind = "left out" if reusable else "chosen"

    def seen(case, result):
        letter = next(letter for letter, text in case["options"].items() if text == name)
        return bool(result) and (letter in result) is not reusable and set(result) <= set(case["options"])

    return Misconception(
        f"{name} {kind}", None, says, "write down the slope of each, and see whether x itself is in it.", seen=seen
    )


NO_OPTION = "{typed} is none of the options."
NONE = "You have chosen none. For some of them the output is enough."
TRY = "write down the slope of each, and see whether x itself is in it."
CHOOSE = "choose from {options}."


def _letters(case, result):
    strange = [letter for letter in result if letter not in case["options"]]
    if not result:
        return NONE, TRY
    if not strange:
        return "", ""
    if unread := not_letters(strange, LETTERS[0]):
        return unread
    return NO_OPTION.format(typed=strange[0]), CHOOSE.format(options=", ".join(case["options"]))


REUSE = Judge(
    cases=lambda seed: ({"options": options(seed), "ordered": False},),
    expected=_right,
    accepts=lambda case, result: result == _right(case),
    tells=lambda case: "",
    shows=lambda result: ", ".join(result) if isinstance(result, list) else in_words(result),
    otherwise=_letters,
    misconceptions=(
        Misconception(
            "all of them",
            None,
            "Not all: for one of them the way back from the output to x is lost or long.",
            "write down the slope of each, and see whether x itself is in it.",
            seen=lambda case, result: result == list(case["options"]),
        ),
        Misconception(
            "none of them",
            None,
            "Some can: the slope of exp(x), for one, is exp(x), the output itself.",
            "write down the slope of each, and see whether x itself is in it.",
            seen=lambda case, result: result == [],
        ),
        Misconception(
            "the others",
            None,
            "You have named those that need their input.",
            "name the ones whose slope can be had from the output.",
            seen=lambda case, result: result == [x for x in case["options"] if x not in _right(case)],
        ),
        *(_chosen(name) for name in OPERATIONS),
    ),
    given=options,
)
