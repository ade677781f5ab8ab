"""Lesson 1: slopes of functions of plain numbers. A case holds its function as text."""

import math
from functools import lru_cache

from ..beside.call import called
from ..beside.choice import letters
from ..beside.shape import by_name, goes_through, named, number, row, shape

__all__ = ["descended", "function", "letters", "measured", "partial", "partials", "told"]

KNOWN = {"__builtins__": {}, "sin": math.sin, "exp": math.exp}
TAKES_ONE, TAKES = "f takes 1 number; got {found}", "f takes {many} numbers; got {found}"


@lru_cache(maxsize=64)
def _code(text):
    return compile(text, "<f>", "eval")


def function(text, names):
    """A function of plain numbers, called with as many as it has names: function("a * b", "ab")."""
    code = _code(text)

    def f(*numbers):
        if len(numbers) != len(names):
            raise TypeError((TAKES if len(names) > 1 else TAKES_ONE).format(many=len(names), found=len(numbers)))
        return eval(code, KNOWN, dict(zip(names, numbers, strict=True)))

    return f


def measured(learner, case):
    """The slope that the learner's function measures, of f at x with step h."""
    return number(called(learner, {"f": function(case["f"], "x"), "x": case["x"], "h": case["h"]}))


def partial(learner, case):
    """One of the three slopes that the learner's function gives for a, b and c, in this order or by these names."""
    gives = called(learner, case["inputs"])
    names = named(gives)
    if names is not None and set(names) == set(case["inputs"]):
        return by_name(names)[case["name"]]
    if names is not None and not isinstance(gives, tuple):  # a namedtuple has an order, whatever its names are
        return shape(gives)
    found = row(gives)
    if not isinstance(found, list):
        return found
    return found[list(case["inputs"]).index(case["name"])] if len(found) == 3 else shape(gives)


def partials(learner, case):
    """The slopes that the learner's function measures, one for each of xs; "changed" where it has moved xs itself."""
    names = "abcd"[: len(case["xs"])]
    xs = list(case["xs"])
    gives = called(learner, {"f": function(case["f"], names), "xs": xs, "h": case["h"]})
    found = row(gives) if goes_through(gives) else number(gives)
    # h added and taken off again may leave a rounding.
    moved = len(xs) != len(case["xs"]) or any(abs(x - old) > 1e-12 for x, old in zip(xs, case["xs"], strict=True))
    return {"partials": found, "changed": moved}


def descended(learner, case):
    """The place where the learner's function ends; {"many": numbers} where it gives several."""
    gives = called(learner, {"f": function(case["f"], "x"), **{name: case[name] for name in ("x", "lr", "steps")}})
    found = row(gives) if goes_through(gives) else number(gives)
    return {"many": found} if isinstance(found, list) else found


def told(learner, case):
    """What a small function of the lesson gives: a number, or "True" or "False". A case holds its inputs by name, and
    "f" as text, of as many numbers as it has names in "of"."""
    inputs = {name: x for name, x in case.items() if name not in ("f", "of")}
    given = {"f": function(case["f"], case["of"]), **inputs} if "f" in case else inputs
    gives = called(learner, given)
    return str(bool(gives)) if type(gives).__name__ in ("bool", "bool_") else number(gives)
