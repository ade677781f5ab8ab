"""The class of lesson 2: its cases, what is right of it, and what is told of it."""

import random

from .. import unread
from ..judge import Judge, in_words, same
from ..memory import Memory
from ..models import made, parts_of, recogniser
from . import probe
from .facts import FACTS, LATE

FIRST = ("__add__", "__mul__")
REFLECTED = ("__radd__",)
REST = ("__neg__", "__sub__", "__truediv__", "__pow__")
GIVEN = ("__rmul__", "__rsub__", "__rtruediv__")  # the other reflected ones, which are given below the answer
KEPT = Memory()


def right(case):
    if "value exponent" in case:
        return {"gives": "an error with a sentence"}
    return probe.result(made(), case)


def right_number(case, found):
    return same(found["data"], KEPT.outcome_of(right, case).get("data"))


MADE_FROM, FROM_NOTHING = " made from {leaves}", " that remembers no leaf"
WITH_A_STRAY = ", with a plain {type} among the inputs"
NAMED = ", named {op!r}"
VALUE = "a Value of {number}{made}{strays}{named}"


def value_in_words(found):
    """What a check shows of a result."""
    if unread.is_unread(found):
        return unread.in_words(found)
    if "data" not in found:
        return found["gives"] if "gives" in found else in_words(found)
    data = in_words(found["data"])
    if found["gives"] != "a value":
        if found["gives"] == "NoneType":
            return "None"
        is_number = isinstance(found["data"], (int, float))
        return "the {type} {data}".format(type=found["gives"], data=data) if is_number else data
    made_from = MADE_FROM.format(leaves=" and ".join(found["from"])) if found.get("from") else FROM_NOTHING
    strays = "".join(WITH_A_STRAY.format(type=kind) for kind in sorted(set(found.get("strays", ()))))
    named = NAMED.format(op=found["op"]) if "op" in found else ""
    return VALUE.format(number=data, made=made_from, strays=strays, named=named)


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


NO_NUMBER = "The data of the result is no number: its type is {type}."
NUMBER = "The number is not right: {expected} is asked for, and {found} came out."
BY_HAND = "work the line out by hand, one operation at a time, and print what each of yours gives."
LEAVES = (
    "The number is right, but what it was made from is not: following its inputs, one comes to {found} of {expected}."
)
NO_LEAF = "none"
DRAW = (
    "draw the result: draw.graph(y) shows what it remembers. Each box should have an arrow from what it was made from."
)
NAME = "The number is right, but the result says that {found!r} made it, and {expected!r} did."
READ = "look at the last thing that this operation hands to the new Value."
STRAY = "Among the inputs is a {type}, which is no Value."


def otherwise(case, found):
    """What differs, and how to look, where nothing is recognised; no cause is guessed."""
    if unread.is_unread(found):
        return unread.otherwise(case, found)
    expected = KEPT.outcome_of(right, case)
    if not isinstance(found, dict) or "data" not in found or "data" not in expected:
        return "", "run this line in a cell of its own, and print the result's data and inputs."
    if not isinstance(found["data"], (int, float)):
        return NO_NUMBER.format(type=type(found["data"]).__name__), BY_HAND
    if not same(found["data"], expected["data"]):
        told = {"expected": in_words(expected["data"]), "found": in_words(found["data"])}
        return NUMBER.format(**told), BY_HAND
    if found.get("strays"):
        return STRAY.format(type=found["strays"][0]), "keep Values alone."
    if found.get("from") != expected["from"]:
        told = {"found": " and ".join(found.get("from", ())) or NO_LEAF, "expected": " and ".join(expected["from"])}
        return LEAVES.format(**told), DRAW
    if found.get("op") != expected.get("op"):
        return NAME.format(found=found.get("op"), expected=expected.get("op")), READ
    return "", DRAW


def judge(cases, slips, facts=(), amiss=(), late=(), styles=lambda slip: ({},)):
    """The Judge of an exercise on a learner's Value. Each case stands for itself. `amiss` are facts that are wrong here
    though the numbers are right, and `late` those that are told where no model gives the same numbers."""

    def is_amiss(case, found):
        """Whether what is kept is wrong though the numbers are right."""
        return any(fact.explains(case, found, None) for fact in (*amiss, *FACTS))

    def is_right(case, found):
        return same(found, KEPT.outcome_of(right, case)) and not is_amiss(case, found)

    search = recogniser(slips, probe.result, parts_of(probe.result), is_right, styles, _alike_inputs)

    def models(cases, results):
        found = search(cases, results)
        first = next((pair for pair in zip(cases, results, strict=True) if not is_right(*pair)), None)
        return found or next((fact for fact in (*late, *LATE) if first and fact.explains(*first, None)), None)

    in_text = {"tells": case_in_words, "shows": value_in_words, "otherwise": otherwise}
    return Judge(cases, right, (*facts, *amiss, *FACTS), unless=is_amiss, models=models, one_by_one=True, **in_text)


def _alike_inputs(result, model):
    """Whether what y itself was made from has the same numbers."""
    numbers = [sorted(found["_nodes"][0][2]) if "_nodes" in found else [] for found in (result, model)]
    return same(*numbers)
