"""Lesson 1: slopes of functions of plain numbers. A case holds its function as text."""

import math

from ..beside.choice import letters
from ..beside.plain import plain

__all__ = ["function", "letters", "measured", "partial", "partials"]

KNOWN = {"__builtins__": {}, "sin": math.sin, "exp": math.exp}
TAKES_ONE, TAKES = "f takes 1 number; got {found}", "f takes {many} numbers; got {found}"


def function(text, names):
    """A function of plain numbers, called with as many as it has names: function("a * b", "ab")."""
    code = compile(text, "<f>", "eval")

    def f(*numbers):
        if len(numbers) != len(names):
            raise TypeError((TAKES if len(names) > 1 else TAKES_ONE).format(many=len(names), found=len(numbers)))
        return eval(code, KNOWN, dict(zip(names, numbers, strict=True)))

    return f


def measured(learner, case):
    """The slope that the learner's function measures, of f at x with step h."""
    return plain(learner(function(case["f"], "x"), case["x"], case["h"]))


def partial(learner, case):
    """One of the three slopes that the learner's function gives for a, b and c."""
    found = plain(learner(**case["inputs"]))
    if isinstance(found, dict) and set(found) == {"a", "b", "c"}:
        return found[case["name"]]
    if isinstance(found, list) and len(found) == 3:
        return found["abc".index(case["name"])]
    if found is None:
        return None
    return {"many": len(found)} if isinstance(found, list) else {"alone": found}


def partials(learner, case):
    """The slopes that the learner's function measures, one for each of xs; "changed" where it has moved xs itself."""
    names = "abcd"[: len(case["xs"])]
    xs = list(case["xs"])
    found = plain(learner(function(case["f"], names), xs, case["h"]))
    # h added and taken off again may leave a rounding.
    moved = len(xs) != len(case["xs"]) or any(abs(x - old) > 1e-12 for x, old in zip(xs, case["xs"], strict=True))
    return {"partials": found, "changed": moved}
