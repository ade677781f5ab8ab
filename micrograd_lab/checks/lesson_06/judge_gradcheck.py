"""6.1: a gradient check, written by the learner.

What it gives may be a list, an array or anything else in order, of bools of Python's or NumPy's, or of 0 and 1.
"""

import math
import random

from ..judge import Judge, Misconception, in_words
from ..wrong_engines.exact import by_models
from .checking import RIGHT, but, checked
from .checking_slips import WAYS


def check_cases(seed):
    """Functions with gradients claimed for them: right ones, and wrong ones of many kinds."""
    chance = random.Random(seed)

    def some(low=1.2, high=2.8):
        return round(chance.uniform(low, high), 2)

    x, y, z = some(), -some(), some()
    one, two, three = {"x": x}, {"x": x, "y": y}, {"x": x, "y": y, "z": z}
    small = round(chance.uniform(0.002, 0.004), 4)
    return (
        _case("x * y + z", three, [y, x, 1.0]),
        _case("x * y + z", three, [x, y, 1.0]),
        _case("x * y", two, [-y, x]),
        _case("x * y", two, [5 * y, x]),
        _case("x * y", two, [y, 1.01 * x]),
        _case("x * y", two, [0.99 * y, x]),
        _case("x * y", two, [0.0, x]),
        _case("x * y", two, [0.5 * y, x]),
        _case("x * y", two, [2e-6 * y, 1e-6 * x]),
        _case("x + 2 * y", {"x": x, "y": 0.0}, [1.0, 2.0]),
        _case("x * 0 * y + z", three, [0.5, -0.5, 1.0]),
        _case("1e9 * x**3 * y", two, [3e9 * x * x * y, 1e9 * x**3]),
        _case("1e9 * x**3 * y", two, [3e9 * x * x * y, 1e9 * x**2]),
        _case("1e-6 * x * y", two, [2e-6 * y, 1e-6 * x]),
        _case("x * y", {"x": x, "y": 0.0}, [0.0, x]),
        _case("x * x + 2 * y", {"x": small, "y": y}, [2 * small, 2.0]),
        _case("exp(5 * x)", {"x": 0.1 * x}, [5 * math.exp(0.5 * x)]),
        _case("x + 1000", one, [1.0]),
        _case("3 * x", {"x": 0.0}, [3.000003]),
        _case("x * y", two, [y, "nan"]),
    )


def _case(f, xs, grads):
    return {"f": f, "xs": xs, "grads": grads}


CHANGED = "another xs than before"


def shows_truth(result):
    return CHANGED if result == {"changed": "xs"} else in_words(result)


def tells_check(case):
    xs = ", ".join(f"{name} = {x:g}" for name, x in case["xs"].items())
    grads = ", ".join(g if g == "nan" else f"{g:.6g}" for g in case["grads"])
    return "f = {f} at {xs}, gradients claimed: [{grads}]".format(f=case["f"], xs=xs, grads=grads)


NAN_AGREES = (
    "One thing that nobody asked: where NaN is claimed, yours says that it agrees. No comparison with NaN is True; so "
    "ask whether the error *is* small enough, error <= tolerance."
)


def _but_for_nan(case, result):
    """Right wherever a number is claimed. What NaN agrees with is not said in the exercise."""
    return len(result) == len(case["grads"]) and all(
        own is right or (claim == "nan" and own is True)
        for own, right, claim in zip(result, checked(RIGHT)(case), case["grads"], strict=True)
    )


def _remark(cases, results):
    pairs = [pair for case, r in zip(cases, results, strict=True) for pair in zip(case["grads"], r, strict=True)]
    return NAN_AGREES if ("nan", True) in pairs else ""


MODELS = tuple(
    Misconception(name, but(**change), says, tries) for name, says, tries, changes in WAYS for change in changes
)

GRADCHECK = Judge(
    check_cases,
    checked(RIGHT),
    also=_but_for_nan,
    remarks=_remark,
    tells=tells_check,
    shows=shows_truth,
    guesses=(lambda case: [True] * len(case["grads"]), lambda case: [False] * len(case["grads"])),
    misconceptions=(
        Misconception(
            "one answer for all",
            None,
            "You give one answer for all inputs. Which of them is wrong is what one wants to know.",
            "return a list: True or False for each input.",
            seen=lambda case, result: isinstance(result, bool),
        ),
        Misconception(
            "one input alone",
            None,
            "Your list does not have one answer for each input.",
            "append an answer inside the loop over the inputs.",
            seen=lambda case, result: isinstance(result, list) and len(result) != len(case["xs"]),
        ),
        Misconception(
            "errors, not answers",
            None,
            "You give the errors themselves. Asked is whether each is small enough.",
            "compare each error with the tolerance, and give the list of True and False.",
            seen=lambda case, result: (
                isinstance(result, list) and bool(result) and all(type(x) in (int, float) for x in result)
            ),
        ),
        Misconception(
            "a set or a dict",
            None,
            "That is no list: in a set equal answers are one, and a dict has names.",
            "append each answer to a list, in the order of the inputs.",
            seen=lambda case, result: "shape" in result,
        ),
        Misconception(
            "xs changed",
            None,
            "Afterwards the list xs holds other numbers than before. Whoever called you still needs them.",
            "work on a copy: moved = list(xs), then change moved[i].",
            seen=lambda case, result: result == {"changed": "xs"},
        ),
    ),
    models=by_models(MODELS),
)
