"""2.1: + and *, for Values and plain numbers."""

import re

from ..judge import Misconception
from ..models import Slip, methods
from .judge_value import FIRST, judge, values
from .reads import close, inputs, is_right, of_a_number


def first_cases(seed):
    lines = (
        ("a + b", {"op": "+"}),
        ("a * b", {"op": "*"}),
        "a + 3",
        "a * 2.5",
        "a + 2.5",
        "a * 2",
        "a + a",
        "a * a",
        "(a + 1) * (b + a)",
        "a * b * c + a * c",
    )
    return tuple(values(*lines, methods=FIRST, seed=seed, known={"a": 2.0, "b": -3.0, "c": 10.0}))


NO_WRAPPING = Misconception(
    "no wrapping",
    None,
    "A plain number has no data, and no inputs.",
    "make a Value of it before you ask it for its data. How can you tell that it is none yet?",
    seen=of_a_number,
)

WHOLE_NUMBERS = Misconception(
    "whole numbers not wrapped",
    None,
    "Your class wraps 2.5 but not 3: an int is a number too.",
    "ask the other way round: not whether it is this kind of number or that, but whether it is a Value.",
    seen=lambda case, found: of_a_number(case, found) and not any("." in part for part in case["line"].split()),
)

NO_NAME = Misconception(
    "no name of the operation",
    None,
    "The number is right, but the result does not say which operation made it.",
    "hand over its sign too, as the lesson's minus did.",
    seen=lambda case, found: found["op"] == "" and is_right(case, found),
)

PLUS_NAMED = Misconception(
    "* is named +",
    None,
    "The number is right, but the result says that a + made it: a reader of the graph would be misled.",
    "look at the sign that __mul__ hands over.",
    seen=lambda case, found: is_right(case, found) and _is_named_plus(found),
)

A_NUMBER_FORGOTTEN = Misconception(
    "the plain number forgotten",
    None,
    "The number is right, but the result was made from two, and remembers one: the plain number is missing. Whoever "
    "reads the graph can't tell what was added, or by what was multiplied.",
    "make a Value of the plain number first, and keep that too.",
    seen=lambda case, found: (
        bool(re.fullmatch(r"a [+*] [\d.]+", case["line"])) and is_right(case, found) and len(inputs(found)) == 1
    ),
)


def _is_named_plus(found):
    """All results whose op does not give them are products that say +."""
    strange = [(op, data, *inputs) for op, data, inputs, _ in found["_nodes"] if len(inputs) == 2]
    strange = [(op, data, a, b) for op, data, a, b in strange if op != "*" and not close(data, a + b)]
    return bool(strange) and all(op == "+" and close(data, a * b) for op, data, a, b in strange)


KNOWN = {
    "__add__": {},
    "__mul__": {"self + other": ("* adds", "Your * adds.", "look at the sign between the two numbers in __mul__.")},
}
COMPUTED = {"__add__": ("+", lambda a, b: a + b), "__mul__": ("*", lambda a, b: a * b)}
AGAIN = (
    "a Value wrapped again",
    "You wrap everything, also what is a Value already. Then its data is no number but a Value.",
    "ask first: if other is a Value, leave it as it is.",
)
WHOLE = (
    "other instead of other.data",
    "You add or multiply a number, self.data, and a whole Value, other.",
    "other is a Value by then: which part of it is the number?",
)


def _wrapped_again(method):
    op, number = COMPUTED[method]

    def body(s, o):
        w = type(s)(o)
        return s.node(number(s.data, w.data), op, s, w)

    return body


def _whole(method, wrap):
    op, number = COMPUTED[method]

    def body(s, o):
        w = s.wrapped(o) if wrap else o
        return s.node(number(s.data, w), op, s, w)

    return body


def _forms():
    """The two slips with .data in either method or both, in a class that has reflected forms or has none."""
    for reflected in ({}, {"__radd__": None, "__rmul__": None}):
        for names in (("__add__",), ("__mul__",), ("__add__", "__mul__")):
            yield Slip(*AGAIN, methods={**{name: _wrapped_again(name) for name in names}, **reflected})
            for wrap in (True, False):
                yield Slip(*WHOLE, methods={**{name: _whole(name, wrap) for name in names}, **reflected})


SLIPS = (*(slip for method in FIRST for slip in methods.others(method, KNOWN[method])), *_forms())

FIRST_OPS = judge(
    first_cases,
    SLIPS,
    facts=(WHOLE_NUMBERS, NO_WRAPPING, PLUS_NAMED, NO_NAME),
    amiss=(A_NUMBER_FORGOTTEN,),
)
