"""1.3: the gradient of a function of three numbers, by formula."""

import random

from ..judge import Judge, Misconception, in_words
from .formula_slips import SLIPS, gradient

LECTURE = {"a": 2.0, "b": 3.0, "c": 4.0}


def formula_cases(seed):
    """One slope a case, at the lecture's numbers and at two other places."""
    chance = random.Random(seed)
    others = ({name: round(chance.uniform(1.2, 4.5), 1) for name in "abc"} for _ in range(2))
    return tuple({"inputs": inputs, "name": name} for inputs in (LECTURE, *others) for name in "abc")


MANY = "Your function gives {many} numbers. A gradient has one for each input: three."
MEASURE = "measure it: move {name} alone by 1e-6, and divide the change of f by 1e-6."


def _shape(case, result):
    if isinstance(result, dict) and "many" in result:
        return MANY.format(many=result["many"]), "return three numbers: the slope by a, by b and by c."
    if isinstance(result, dict) and "alone" in result:
        return (
            "A gradient is not one number: f has three inputs, and a slope for each.",
            "return three numbers: the slope by a, by b and by c.",
        )
    return "", MEASURE.format(name=case["name"])


def _in_words(result):
    if isinstance(result, dict) and "many" in result:
        return "{many} numbers".format(many=result["many"])
    return in_words(result["alone"] if isinstance(result, dict) and "alone" in result else result)


GRADIENT = Judge(
    formula_cases,
    expected=lambda case: gradient(**case["inputs"])[case["name"]],
    tells=lambda case: "The slope by {name}, at {numbers}".format(
        name=case["name"], numbers=", ".join(f"{n} = {x:g}" for n, x in case["inputs"].items())
    ),
    shows=_in_words,
    one_by_one=True,
    otherwise=_shape,
    tolerance=1e-5,
    misconceptions=tuple(
        Misconception(name, lambda case, slip=slip: slip(**case["inputs"])[case["name"]], says, tries)
        for slip, name, says, tries in SLIPS
    ),
)
