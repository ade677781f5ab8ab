"""2.3: minus, division and powers."""

import re
from itertools import combinations

from ..judge import Misconception
from ..models import methods
from .facts import NESTED
from .judge_value import FIRST, GIVEN, REST, judge, values
from .reads import inputs, is_right, missing, of_a_number
from .rest_slips import SLIPS


def rest_cases(seed):
    lines = (
        "-a",
        "a - b",
        "a / b",
        "a ** 2",
        "a - 1.5",
        "a / 2",
        "2 - a",
        ("6 / a", {"at": {"a": -4.0}}),
        ("a / b", {"at": {"a": 2.5, "b": -0.8}}),
        ("a - b", {"at": {"a": 1.2, "b": 3.4}}),
        ("-a", {"at": {"a": -1.7}}),
        "a ** 3",
        "a ** -1",
        "a ** 0.5",
        ("a ** 2", {"at": {"a": -1.5}}),
        ("a ** b", {"refuse": True, "value exponent": True}),
        "(2 - a) * (6 / a) - b ** 2 / 4",
    )
    return tuple(values(*lines, methods=REST, seed=seed, known={"a": 4.0, "b": -3.0, "c": 10.0}))


def _exponent_lost(case, found):
    return "value exponent" in case and found["gives"] == "a value" and "b" not in found["from"]


def _exponent_kept(case, found):
    return "value exponent" in case and found["gives"] == "a value" and "b" in found["from"]


def _exponent_wrapped(case, found):
    """Whether the power remembers a second input, which is a Value of the exponent's number."""
    exponent = re.fullmatch(r"a \*\* (-?[\d.]+)", case["line"])
    named = found["_nodes"][0][3]
    second = [x for x, name in zip(inputs(found), named, strict=True) if not name]
    return bool(exponent) and is_right(case, found) and "a" in named and second == [float(exponent[1])]


CIRCLE = "{methods} {calls}: none of them comes to an operation that stands by itself."
ITSELF, EACH_OTHER = "is written with itself, and calls itself without end", "call each other without end"
TURN = (
    "follow it with a finger: each has to come to the + and * of 2.1 in the end, or, in **, to Python's own power of a "
    "number."
)


def _circles():
    """What goes on calling itself, by the methods that were running."""
    for many in (1, 2, 3):
        for names in combinations(sorted((*REST, *FIRST, "__radd__", *GIVEN)), many):
            says = CIRCLE.format(methods=" and ".join(names), calls=ITSELF if many == 1 else EACH_OTHER)
            yield Misconception("asks for itself again", None, says, TURN, seen=_circling(names))


def _circling(names):
    return lambda case, found: found["error"] == "RecursionError" and found["in"] == list(names)


FACTS = (
    Misconception(
        "exponent forgotten",
        None,
        "An exponent that is a Value has a gradient too, and your result does not remember it. So micrograd "
        "asserts that an exponent is a plain number.",
        "ask what kind of thing the exponent is before you work with it, and raise an error with a sentence.",
        seen=_exponent_lost,
    ),
    Misconception(
        "a Value as exponent",
        None,
        "An exponent that is a Value is taken. The exercise asks to refuse it: it has a gradient too, and that follows "
        "another rule.",
        "ask what kind of thing the exponent is before you work with it, and raise an error with a sentence.",
        seen=_exponent_kept,
    ),
    Misconception(
        "an error without a sentence",
        None,
        "You refuse it, and the error says nothing. Whoever meets it must guess what was wrong.",
        "put a sentence in quotes into the brackets behind the error's name; after an assert it follows a comma.",
        seen=lambda case, found: found["gives"] == "an error without a sentence",
    ),
    Misconception(
        "numbers as inputs of /",
        None,
        "Among the inputs of a quotient is a plain number, which cannot remember anything and cannot be drawn.",
        "make / of operations that you have: they turn plain numbers into Values, and the memory comes for free.",
        seen=lambda case, found: bool(found["strays"]) and "/" in case["line"],
    ),
    Misconception(
        "the exponent as input",
        None,
        "The exponent stands among the inputs of **. It is a plain number, no Value: it remembers nothing and "
        "cannot be drawn. Where / is made of **, it does the same.",
        "keep the base alone, and name the exponent in op.",
        seen=lambda case, found: bool(found["strays"]) and ("/" in case["line"] or "**" in case["line"]),
    ),
    Misconception(
        "reflected forms lost",
        None,
        "The number on the left knows no Values, and your class has not got the reflected methods that stood below "
        "your own in this cell. A class that is made anew has lost what cells gave it.",
        "keep their lines and the last line of the cell, and run it after each change of the class.",
        seen=lambda case, found: any(missing(name)(case, found) for name in GIVEN),
    ),
    Misconception(
        "no negative",
        None,
        "-a asks a for __neg__, and your class has none that Python finds.",
        "write __neg__, with two underscores on each side, and run the cell that gives it to the class.",
        seen=missing("__neg__"),
    ),
    Misconception(
        "no division",
        None,
        "a / b asks a for __truediv__, and your class has none that Python finds.",
        "write __truediv__, with two underscores on each side, and run the cell that gives it to the class.",
        seen=missing("__truediv__"),
    ),
    *_circles(),
    Misconception(
        ".data of a number",
        None,
        "The exponent is a plain number already: it has no data.",
        "use it as it is, and refuse a Value.",
        seen=lambda case, found: of_a_number(case, found) and found["in"] == ["__pow__"],
    ),
    Misconception(
        "no wrapping",
        None,
        "A plain number has no data, and no inputs.",
        "ask whether you need its data at all: an operation that you have turns a plain number into a Value for you.",
        seen=lambda case, found: of_a_number(case, found) and found["in"] != ["__pow__"],
    ),
)

AMISS = (
    Misconception(
        "the exponent wrapped as an input",
        None,
        "The number is right, but your ** keeps its exponent as a second input, made a Value. Each input gets a "
        "gradient later, and by an exponent that is another rule. Here ** keeps its base alone.",
        "hand it a tuple of one, with its comma, and name the exponent in op.",
        seen=_exponent_wrapped,
    ),
)

OF_A_VALUE = Misconception(
    NESTED.name,
    None,
    "The data of the result is a Value itself, and not a number: a Value was made of what is one already.",
    "look for a Value(...) that is one too many. The operations that you have give Values, and take plain numbers too.",
    seen=NESTED.seen,
)

REST_OPS = judge(rest_cases, SLIPS, facts=FACTS, amiss=AMISS, late=(OF_A_VALUE,), styles=methods.styles)
