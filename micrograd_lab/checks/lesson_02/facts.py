"""What a probe reports of a class of lesson 2 that is a misconception by itself, whatever the numbers."""

import math
import re

from ..judge import Misconception

COMPUTED = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b if b else math.nan,
}


def close(a, b):
    return isinstance(a, (int, float)) and math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-9)


def _two_sided(found):
    """(operation, data, data of both inputs) of each result that has two, and says what made it."""
    for op, data, inputs, _ in found["_nodes"]:
        if op in COMPUTED and len(inputs) == 2 and all(isinstance(x, (int, float)) for x in inputs):
            yield op, data, *inputs


def _says_otherwise(found):
    """A result that its own operation does not give of its inputs, and another does."""

    def gives(sign, data, a, b):
        return close(data, COMPUTED[sign](a, b)) or close(data, COMPUTED[sign](b, a))

    return any(
        not gives(op, *numbers) and any(gives(other, *numbers) for other in COMPUTED)
        for op, *numbers in _two_sided(found)
    )


def _is_turned_round(case, found):
    """A result that its own operation gives of its inputs turned round; or a - b that keeps b and a."""
    if any(
        not close(data, COMPUTED[op](a, b)) and close(data, COMPUTED[op](b, a)) for op, data, a, b in _two_sided(found)
    ):
        return True
    _, data, inputs, named = found["_nodes"][0]
    sign = re.fullmatch("a ([-/]) b", case["line"])
    return bool(sign) and named == ["b", "a"] and close(data, COMPUTED[sign[1]](*inputs[::-1]))


def is_right(case, found):
    """Is it the number that the line asks for, worked out without any class?"""
    expected = eval(case["line"], {"__builtins__": {"sum": sum}, **case["leaves"]})
    return found["gives"] == "a value" and close(found["data"], expected)


def _inputs(found):
    return found["_nodes"][0][2]


def of_a_number(case, found):
    """A plain number is asked for its data."""
    return found["error"] == "AttributeError" and bool(
        re.search("'(int|float|bool)' object has no attribute", found["says"])
    )


def missing(method):
    """Recognises that the class has not got a method that the line, or another of its methods, asks for."""
    words = {"__neg__": "bad operand type for unary -", "__radd__": "for +", "__rmul__": "for *", "__rsub__": "for -"}
    words |= {"__sub__": "for -", "__truediv__": "for /", "__rtruediv__": "for /", "__pow__": "for **"}

    def seen(case, found):
        reflected = bool(re.search(r": '(int|float)' and", found["says"]))
        of_this_side = reflected is method.startswith("__r") or method == "__neg__"
        named = found["error"] == "TypeError" and found["of"] and words[method] in found["says"]
        return named and of_this_side and method in found["lacks"]

    return seen


def whole_value(case, found):
    """A value stands where its number belongs."""
    if isinstance(found.get("data"), dict):
        return "value" in found["data"]
    return found["error"] == "TypeError" and found["a number wanted"] and found["of"] and found["at"] != "the line"


AN_INSTANCE = Misconception(
    "an instance for the class",
    None,
    "This check takes the class itself, and makes Values of its own. It was given something else.",
    "write Value, without brackets and without a number.",
    seen=lambda case, found: found["gives"].startswith("an instance"),
)

NOTHING = Misconception(
    "nothing returned",
    None,
    "It gave None: there is no result. Either a return is missing, or this method is still to be written.",
    "end each method with return Value(...).",
    seen=lambda case, found: found.get("gives") == "NoneType" or "'NoneType'" in found.get("says", ""),
)

A_NUMBER = Misconception(
    "a plain number",
    None,
    "The graph is cut: the result is a plain number, and that remembers nothing.",
    "return a Value that is given the number and its inputs: Value(number, (self, other), op).",
    seen=lambda case, found: found["gives"] in ("int", "float"),
)

AN_ERROR = Misconception(
    "an error returned",
    None,
    "It gives back an error in place of raising it: whoever calls it goes on with that as a result.",
    "write raise in place of return.",
    seen=lambda case, found: bool(re.search("(Error|Exception)$", found["gives"])),
)

CHANGED = Misconception(
    "changed in place",
    None,
    "A leaf has changed. An operation makes a new Value; those it works on stay as they were.",
    "do not assign to self.data or other.data: return Value(...) instead.",
    seen=lambda case, found: bool(found["changed"]),
)

A_SET = Misconception(
    "inputs in a set",
    None,
    "Your class keeps its inputs in a set. A set holds a thing once, so a + a has one input; it forgets which of a - b "
    "comes first; and its order differs from run to run.",
    "keep them in a tuple, as they come: (self, other).",
    seen=lambda case, found: bool({"set", "frozenset"} & set(found["_kept"])),
)

NO_COMMA = Misconception(
    "no comma",
    None,
    "The inputs are a Value itself, and no tuple of one: nobody can go through them. Brackets alone make no tuple.",
    "hand over one tuple: (self, other), or (self,), with a comma.",
    seen=lambda case, found: "a value" in found["_kept"],
)

NUMBERS_KEPT = Misconception(
    "numbers as inputs",
    None,
    "Among the inputs is something that is no Value: it cannot remember anything, and cannot be drawn.",
    "keep the Values themselves, (self, other), after wrapping other: not their data, and not the number given.",
    seen=lambda case, found: bool(found["strays"]),
)

TURNED_ROUND = Misconception(
    "inputs turned round",
    None,
    "The number is right, but the inputs are kept in the other order: whoever draws it reads b - a where a - b was "
    "computed.",
    "keep the left one first: (self, other), and in a reflected method (other, self).",
    seen=_is_turned_round,
)

ANOTHER_NAME = Misconception(
    "named by another operation",
    None,
    "The number is right, but the result says that another operation made it: its op does not give this number of its "
    "inputs.",
    "look at the sign that each method hands to Value(...).",
    seen=lambda case, found: is_right(case, found) and _says_otherwise(found),
)

FORGETS = Misconception(
    "inputs forgotten",
    None,
    "The graph is cut: the number is right, but the new Value does not know what it was made from.",
    "hand it its inputs too: Value(number, (self, other), op).",
    seen=lambda case, found: _has_no_inputs(case, found),
)

COPIES = Misconception(
    "copies as inputs",
    None,
    "The number is right, but the inputs are new Values with the same numbers, and not those that it was made from. "
    "What these remember is lost.",
    "hand it self and other themselves. Only a plain number is to be wrapped.",
    seen=lambda case, found: _are_copies(case, found),
)

ONE_INPUT = Misconception(
    "one input forgotten",
    None,
    "The number is right, but the new Value remembers only some of what it was made from.",
    "hand it both inputs: (self, other).",
    seen=lambda case, found: is_right(case, found) and _is_single(case, found),
)


def _has_no_inputs(case, found):
    return is_right(case, found) and not _inputs(found) and not found["strays"] and not found["changed"]


def _are_copies(case, found):
    simple = re.fullmatch(r"(\w+) [-+*/] (\w+)", case["line"])
    leaves = [case["leaves"].get(name) for name in simple.groups() if name in case["leaves"]]
    data = _inputs(found)
    same = all(any(close(x, leaf) for x in data) for leaf in leaves)
    return is_right(case, found) and same and not found["strays"] and len(found["from"]) < len(set(case["leaves"]))


def _is_single(case, found):
    return re.fullmatch("a [-+*/] b", case["line"]) and len(_inputs(found)) == 1 and len(found["from"]) == 1


SAME_TWICE = Misconception(
    "the same input twice",
    None,
    "The number is right, but the new Value remembers the same Value twice, in place of both.",
    "hand it both inputs: (self, other).",
    seen=lambda case, found: (
        bool(re.fullmatch("a [-+*/] b", case["line"]))
        and is_right(case, found)
        and found["_nodes"][0][3] in (["a", "a"], ["b", "b"])
    ),
)

NESTED = Misconception(
    "a Value as data",
    None,
    "The data of the result is a Value itself, and not a number.",
    "calculate with the numbers: self.data and other.data.",
    seen=lambda case, found: whole_value(case, found) and isinstance(found.get("data"), dict),
)

WHOLE = Misconception(
    ".data forgotten",
    None,
    "A whole Value stands where a number belongs: .data is missing after a name.",
    "go through the names in that line: self.data and other.data are numbers, self and other are not.",
    seen=whole_value,
)

FACTS = (AN_INSTANCE, NOTHING, A_NUMBER, AN_ERROR, CHANGED, NO_COMMA, NUMBERS_KEPT, A_SET, TURNED_ROUND, ANOTHER_NAME)
FACTS += (SAME_TWICE, COPIES, FORGETS, ONE_INPUT)
LATE = (NESTED, WHOLE)
