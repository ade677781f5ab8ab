"""2.1: + and *, for Values and plain numbers."""

import re

from ..judge import Misconception, raised
from .judge_value import COMMON, FIRST, by, judge, right_number, values


def first_cases(seed):
    lines = (
        ("a + b", {"op": "+"}),
        ("a * b", {"op": "*"}),
        "a + 3",
        "a * 2.5",
        "a + 2.5",
        "a * 2",
        "a + a",
        "(a + 1) * (b + a)",
        "a * b * c + a * c",
    )
    return tuple(values(*lines, methods=FIRST, seed=seed, known={"a": 2.0, "b": -3.0, "c": 10.0}))


def _ints_alone(case, found):
    return raised("AttributeError", "int")(case, found) and not any("." in part for part in case["line"].split())


def _number_and_value(found):
    """Raised by 2.0 + a Value, or by the reflected method that it calls."""
    says = found.get("says", "")
    unknown = "unsupported operand" in says and re.search("'(int|float)'", says)
    return found.get("error") == "RecursionError" or bool(unknown)


def _data_left_out(case, found):
    """A number and a whole Value are combined: `self.data + other`."""
    if isinstance(found.get("data"), dict):  # which a reflected method makes possible
        return found["from"] == list(case["leaves"])
    return _number_and_value(found) and re.search(r"\.data\s*[+*]\s*\w+\b(?!\s*[.(])", found.get("code", ""))


def _two_values(case, found):
    """Fails where both sides are Values, and there alone."""
    nested = isinstance(found.get("data"), dict)
    one_value = re.fullmatch(r"a [+*] [\d.]+", case["line"])
    # In a + a nothing tells the two slips apart: the other cases do.
    left_out = _data_left_out(case, found) and not (nested and len(case["leaves"]) == 1)
    return (nested or _number_and_value(found)) and not one_value and not left_out


def asks_a_number(case, found):
    return found["error"] == "AttributeError" and re.search("'(int|float)' object has no attribute", found["says"])


FIRST_OPS = judge(
    first_cases,
    misconceptions=(
        Misconception(
            "whole numbers not wrapped",
            None,
            "Your class wraps 2.5 but not 3: an int is a number too.",
            "ask the other way round: if other is not a Value, wrap it.",
            seen=_ints_alone,
        ),
        Misconception(
            "no wrapping",
            None,
            "A plain number has no data, and no inputs.",
            "wrap it first: other = other if isinstance(other, Value) else Value(other).",
            seen=asks_a_number,
        ),
        Misconception(
            "a Value wrapped again",
            None,
            "You wrap everything, also what is a Value already. Then its data is no number but a Value.",
            "ask first: if other is a Value, leave it as it is.",
            seen=_two_values,
        ),
        Misconception(
            "other instead of other.data",
            None,
            "You add or multiply a number, self.data, and a whole Value, other.",
            "use other.data, after wrapping other.",
            seen=lambda case, found: _number_and_value(found) or _data_left_out(case, found),
        ),
        Misconception(
            "* adds",
            by(__mul__=lambda s, o: type(s)(s.data + s.wrapped(o).data, (s, s.wrapped(o)), "*")),
            "Your * adds.",
            "multiply self.data by other.data in __mul__.",
        ),
        Misconception(
            "* is named +",
            by(__mul__=lambda s, o: type(s)(s.data * s.wrapped(o).data, (s, s.wrapped(o)), "+")),
            "The number is right, but the result says that a + made it: a reader of the graph would be misled.",
            'name the operation of __mul__ "*".',
        ),
        Misconception(
            "no name of the operation",
            None,
            "The number is right, but the result does not say which operation made it.",
            'hand over its sign too: Value(number, (self, other), "+").',
            seen=lambda case, found: found["op"] == "" and right_number(case, found),
        ),
        *COMMON,
    ),
)
