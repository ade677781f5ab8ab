"""2.a and 2.b: the record that an operation of the lesson's Number makes, completed and mended."""

import random

from ..judge import Judge, Misconception, in_words

RECORD = "a Number of {data} that keeps {keeps}"
AGAIN = "{data}, and {again} from its record"
KEEP = "keep what it was made from, in a tuple."


def _in_words(found):
    if "keeps" not in found:
        return in_words(found)
    if found["gives"] != "a Number":
        return "None" if found["gives"] == "NoneType" else in_words(found["data"])
    keeps = found["keeps"] if isinstance(found["keeps"], str) else " and ".join(found["keeps"]) or "nothing"
    return RECORD.format(data=in_words(found["data"]), keeps=keeps)


def _again(found):
    """A quotient's number, and the one that its record gives: what is amiss shows, and not where."""
    of = found.get("_of", ())
    if found.get("gives") != "a Number" or len(of) != 2 or not isinstance(found["data"], float):
        return _in_words(found)
    return AGAIN.format(data=in_words(found["data"]), again=in_words(of[0] / of[1]))


def _at(case):
    return ", ".join("{name} = {x:g}".format(name=name, x=x) for name, x in case["leaves"].items())


def _record(number):
    """What an operation with this number should make of the case's leaves."""
    return lambda case: {
        "gives": "a Number",
        "data": number(*case["leaves"].values()),
        "keeps": list(case["leaves"]),
        "changed": [],
        "_of": list(case["leaves"].values()),
    }


def _keeps(what):
    return lambda case, found: found["keeps"] == what and not found["changed"]


SHARED = (
    Misconception(
        "nothing returned",
        None,
        "It gave None. The new Number is to be handed back.",
        "begin its last line with return.",
        seen=lambda case, found: found["gives"] == "NoneType",
    ),
    Misconception(
        "a plain number",
        None,
        "The number may be right, and it remembers nothing: what came back is no Number.",
        "return a Number that is given the number, what it was made from, and the sign.",
        seen=lambda case, found: found["gives"] in ("int", "float"),
    ),
    Misconception(
        "changed in place",
        None,
        "What came in was changed, or handed back itself. An operation makes a new Number, and those that it works on "
        "stay as they were.",
        "return a new Number, and assign to no data.",
        seen=lambda case, found: bool(found["changed"]) or found["keeps"] == "itself",
    ),
    Misconception(
        "nothing kept",
        None,
        "The number may be right, and the record is empty: nobody can walk back from it.",
        KEEP,
        seen=_keeps([]),
    ),
    Misconception(
        "no comma",
        None,
        "What you kept is a Number itself, and no tuple of one. Brackets alone make no tuple; the comma does.",
        "put the comma behind it, within the brackets.",
        seen=_keeps("a Number itself"),
    ),
    Misconception(
        "a set",
        None,
        "You keep a set. A set forgets which came first, and holds a thing once even where it was used twice.",
        "write a tuple, in round brackets.",
        seen=_keeps("a set"),
    ),
    Misconception(
        "numbers kept",
        None,
        "You keep a plain number, which can't be followed further back: it doesn't know what made it.",
        "keep the Number itself, without .data.",
        seen=lambda case, found: bool({"float", "int"} & {*found["keeps"]}) or found["keeps"] in ("a float", "a int"),
    ),
    Misconception(
        "a copy kept",
        None,
        "You keep a new Number with the same number in it, and not the one that it was made from. What that one "
        "remembers is lost.",
        "keep the Number that you were given, as it is.",
        seen=lambda case, found: "another Number" in found["keeps"],
    ),
)


def size_cases(seed):
    chance = random.Random(seed)
    numbers = (-3.0, 2.0, -round(chance.uniform(0.5, 9), 2))
    return tuple({"leaves": {"a": x}} for x in numbers)


SIZE = Judge(
    size_cases,
    _record(abs),
    misconceptions=(
        *SHARED,
        Misconception(
            "kept twice",
            None,
            "You keep it twice, as if it had been used on both sides of a sign. Here it went in once.",
            "keep one, in a tuple of one.",
            seen=_keeps(["a", "a"]),
        ),
    ),
    tells=lambda case: "size of a Number, {at}".format(at=_at(case)),
    shows=_in_words,
)


def quotient_cases(seed):
    chance = random.Random(seed)
    numbers = ((6.0, 3.0), (1.0, -4.0), (round(chance.uniform(1, 9), 2), round(chance.uniform(1.5, 3), 2)))
    return tuple({"leaves": {"a": a, "b": b}} for a, b in numbers)


def _number_turned(case, found):
    a, b = case["leaves"].values()
    return found["gives"] == "a Number" and abs(found["data"] - b / a) < 1e-9


def _rounded_down(case, found):
    a, b = case["leaves"].values()
    return found["gives"] == "a Number" and found["data"] == a // b and found["keeps"] == ["a", "b"]


QUOTIENT = Judge(
    quotient_cases,
    _record(lambda a, b: a / b),
    misconceptions=(
        *SHARED[:3],
        Misconception(
            "the number turned round",
            None,
            "Now number and record agree, and both are wrong: you have turned the number to fit the record. 6 divided "
            "by 3 is 2.",
            "leave the number as it was, and look at what is kept.",
            seen=_number_turned,
        ),
        Misconception(
            "the record turned round",
            None,
            "The number is that of a / b, and the record says b / a: who follows it comes to another number.",
            "keep the left one first.",
            seen=_keeps(["b", "a"]),
        ),
        Misconception(
            "rounded down",
            None,
            "The record is right now, but // cuts the quotient off at the point.",
            "divide with /.",
            seen=_rounded_down,
        ),
        *SHARED[3:],
        Misconception(
            "one of two kept",
            None,
            "A quotient is made from two, and you keep one of them.",
            "keep both, the left one first.",
            seen=lambda case, found: found["keeps"] in (["a"], ["b"], ["a", "a"], ["b", "b"]),
        ),
    ),
    tells=lambda case: "a / b with {at}".format(at=_at(case)),
    shows=_again,
)
