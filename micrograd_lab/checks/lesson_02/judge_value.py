"""The Value of lesson 2, and what each of its exercises meets."""

import random

from .. import unread
from ..judge import Judge, Misconception, in_words, same
from ..memory import outcome_of
from . import probe

FIRST = ("__add__", "__mul__")
REFLECTED = ("__radd__", "__rmul__")
REST = ("__neg__", "__sub__", "__rsub__", "__truediv__", "__rtruediv__", "__pow__")


class Value:
    """What a right class does; the wrong ones below differ in a method each."""

    def __init__(self, data, inputs=(), op=""):
        self.data, self.inputs, self.op = data, inputs, op

    def wrapped(self, other):
        return other if isinstance(other, Value) else type(self)(other)

    def __add__(self, other):
        other = self.wrapped(other)
        return type(self)(self.data + other.data, (self, other), "+")

    def __mul__(self, other):
        other = self.wrapped(other)
        return type(self)(self.data * other.data, (self, other), "*")

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -self.wrapped(other)

    def __rsub__(self, other):
        return -self + other

    def __truediv__(self, other):
        return self * self.wrapped(other) ** -1

    def __rtruediv__(self, other):
        return self**-1 * other

    def __pow__(self, k):
        if not isinstance(k, (int, float)) or (self.data < 0 and k != int(k)):
            raise ValueError("refused")
        return type(self)(self.data**k, (self,), f"**{k}")


def by(**methods):
    """What is case_in_words of a class that differs from the right one in these methods; None takes one away."""

    def wrong(case):
        cls = type("Value", (Value,), {n: m for n, m in methods.items() if m is not None})
        for name in (n for n, m in methods.items() if m is None):
            setattr(cls, name, _missing)
        return probe.result(cls, case)

    return wrong


def either(*wrongs):
    """Recognises what any of these gives: the same slip shows elsewhere too where other methods rest on it."""
    return lambda case, found: any(same(found, outcome_of(wrong, case)) for wrong in wrongs)


def _missing(*_):
    return NotImplemented  # what Python finds where there is no such method


def right(case):
    if "value exponent" in case:
        return {"gives": "an error with a sentence"}
    return by()(case)


def right_number(case, found):
    return same(found["data"], right(case)["data"])


MADE_FROM, FROM_NOTHING = " made from {leaves}", " that remembers no leaf"
WITH_A_STRAY = ", with a plain {type} among the inputs"
NAMED = ", named {op!r}"
VALUE = "a Value of {number}{made}{strays}{named}"
STRAY = "Among the inputs is a {type}, which is no Value."


def value_in_words(found):
    """What a check shows of a result."""
    if unread.is_unread(found):
        return unread.in_words(found)
    if "data" not in found:
        return found["gives"] if "gives" in found else in_words(found)
    data = in_words(found["data"])
    if found["gives"] != "a value":
        return "None" if found["gives"] == "NoneType" else "the {type} {data}".format(type=found["gives"], data=data)
    made = MADE_FROM.format(leaves=" and ".join(found["from"])) if found.get("from") else FROM_NOTHING
    strays = "".join(WITH_A_STRAY.format(type=kind) for kind in sorted(set(found.get("strays", ()))))
    named = NAMED.format(op=found["op"]) if "op" in found else ""
    return VALUE.format(number=data, made=made, strays=strays, named=named)


def case_in_words(case):
    numbers = ", ".join(f"{name} = {number:g}" for name, number in case["leaves"].items())
    return "{line} at {numbers}".format(line=case["line"], numbers=numbers)


def values(*lines, methods, seed, known):
    """A case for each line; the first ones at known numbers, the others at numbers of the seed."""
    chance = random.Random(seed)
    for n, line in enumerate(lines):
        line, options = line if isinstance(line, tuple) else (line, {})
        at = known if n < 4 else {name: round(chance.uniform(0.5, 4), 2) for name in "abc"}
        leaves = {name: number for name, number in (at | options.pop("at", {})).items() if name in line}
        yield {"line": line, "leaves": leaves, "methods": list(methods), **options}


def no_value(case, found):
    if unread.is_unread(found):
        return unread.otherwise(case, found)
    if isinstance(found, dict) and "strays" in found and found["strays"]:
        return STRAY.format(type=found["strays"][0]), "keep Values only: (self, other)."
    return "", "run this line in a cell of its own, and print the result's data and inputs."


def keeps_a_set(cases, results):
    if not any(isinstance(r, dict) and r.get("_set") for r in results):
        return ""
    return (
        "Your class keeps its inputs in a set. That passes here. But a set forgets that a + a uses a twice and which "
        "of a - b comes first, and its order differs from run to run: pictures, and later backward(), become flaky. A "
        "tuple, (self, other), forgets nothing."
    )


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
    "The graph is cut: the number is right, but it is a plain number, and that remembers nothing.",
    "return a Value that is given the number and its inputs: Value(number, (self, other), op).",
    seen=lambda case, found: found["gives"] in ("int", "float") and right_number(case, found),
)

CHANGED = Misconception(
    "changed in place",
    None,
    "A leaf has changed. An operation makes a new Value; those it works on stay as they were.",
    "do not assign to self.data or other.data: return Value(...) instead.",
    seen=lambda case, found: bool(found["changed"]),
)

FORGETS = Misconception(
    "inputs forgotten",
    None,
    "The graph is cut: the number is right, but the new Value does not know what it was made from.",
    "hand it its inputs too: Value(number, (self, other), op).",
    seen=lambda case, found: (
        found["gives"] == "a value" and right_number(case, found) and not found["from"] and not found["strays"]
    ),
)

ONE_INPUT = Misconception(
    "one input forgotten",
    None,
    "The new Value remembers only some of what it was made from.",
    "hand it both inputs: (self, other).",
    seen=lambda case, found: (
        right_number(case, found) and not found["strays"] and 0 < len(found["from"]) < len(right(case)["from"])
    ),
)

NUMBERS_KEPT = Misconception(
    "numbers as inputs",
    None,
    "Among the inputs is a plain number, which cannot remember anything and cannot be drawn.",
    "keep the Values themselves, (self, other), after wrapping other: not their data, and not the number given.",
    seen=lambda case, found: bool(found["strays"]),
)

NESTED = Misconception(
    "a Value as data",
    None,
    "The data of the result is a Value itself, and not a number.",
    "calculate with the numbers: self.data and other.data.",
    seen=lambda case, found: isinstance(found["data"], dict) and "value" in found["data"],
)

COMMON = (AN_INSTANCE, NOTHING, A_NUMBER, CHANGED, NESTED, NUMBERS_KEPT, FORGETS, ONE_INPUT)


def judge(cases, misconceptions, **more):
    """The Judge of an exercise on a learner's Value. Each case stands for itself."""
    in_text = {"tells": case_in_words, "shows": value_in_words, "otherwise": no_value, "remarks": keeps_a_set}
    return Judge(cases, right, misconceptions, one_by_one=True, **in_text, **more)
