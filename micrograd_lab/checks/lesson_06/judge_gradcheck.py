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
        _case("x * y", two, [1.00015 * y, 1.00005 * x]),  # near the tolerance on either side
        _case("x + 2 * y", {"x": x, "y": x}, [1.0, 1.0]),
        _case("1e-9 * x * y", two, [0.9e-9 * y, 1e-9 * x]),
        _case("2 * x + 4 * y + z - w", {**three, "w": some()}, [2 * 0.902, 4 * 1.108, 1.0005, -1.3], 0.1),
        _case("2 * x", {"x": 0.0}, [1.0], 0.5),  # at 0 a measured slope is exact, whatever h is
    )


def _case(f, xs, grads, tolerance=None):
    case = {"f": f, "xs": xs, "grads": grads}
    return case if tolerance is None else {**case, "tolerance": tolerance}


CHANGED = "another xs than before"


def shows_truth(result):
    return CHANGED if result == {"changed": "xs"} else in_words(result)


def tells_check(case):
    xs = ", ".join(f"{name} = {x:g}" for name, x in case["xs"].items())
    grads = ", ".join(g if g == "nan" else f"{g:.6g}" for g in case["grads"])
    told = "f = {f} at {xs}, gradients claimed: [{grads}]".format(f=case["f"], xs=xs, grads=grads)
    return told + (", tolerance {size:g}".format(size=case["tolerance"]) if "tolerance" in case else "")


NAN_AGREES = (
    "One thing that nobody asked: where NaN is claimed, yours says that it agrees. No comparison with NaN is True; so "
    "ask whether the error *is* small enough, error <= tolerance."
)


def _not_asked(case, result):
    """Right wherever a number is claimed: what NaN agrees with is not said in the exercise. And a function that has no
    tolerance, but one in its lines, can't be asked with another."""
    if result == {"takes": "no tolerance"}:
        return "tolerance" in case
    return len(result) == len(case["grads"]) and all(
        own is right or (claim == "nan" and own is True)
        for own, right, claim in zip(result, checked(RIGHT)(case), case["grads"], strict=True)
    )


def _remark(cases, results):
    pairs = [pair for case, r in zip(cases, results, strict=True) for pair in zip(case["grads"], r, strict=True)]
    return NAN_AGREES if ("nan", True) in pairs else ""


def _models(**habit):
    return tuple(
        Misconception(name, but(**{**habit, **change}), says, tries)
        for name, says, tries, changes in WAYS
        for change in changes
    )


MODELS = _models()
# Alone, and with habits: the tolerance is a number in a line, or the error is to be below it.
HABITS = ({}, {"fixed": True}, {"strict": True}, {"fixed": True, "strict": True})
RECOGNISED = tuple(by_models(_models(**habit)) for habit in HABITS)


def _the_slip(cases, results):
    """The slip that gives all of these, alone; or else beside a habit."""
    pairs = [pair for pair in zip(cases, results, strict=True) if pair[1] != {"takes": "no tolerance"}]
    cases, results = zip(*pairs, strict=True)
    return next((found for recognise in RECOGNISED if (found := recognise(cases, results))), None)


GRADCHECK = Judge(
    check_cases,
    checked(RIGHT),
    also=_not_asked,
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
    models=_the_slip,
)
