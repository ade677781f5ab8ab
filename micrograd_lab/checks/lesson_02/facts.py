"""What a probe reports of a class of lesson 2 that is a misconception by itself, whatever the numbers."""

import re

from ..judge import Misconception
from .reads import COMPUTED, close, inputs, is_right, is_turned_round, says_otherwise, whole_value

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
    "let each method hand back, with return, what it has made.",
    seen=lambda case, found: found.get("gives") == "NoneType" or "'NoneType'" in found.get("says", ""),
)

A_NUMBER = Misconception(
    "a plain number",
    None,
    "The graph is cut: the result is a plain number, and that remembers nothing.",
    "look at what the lesson's Number gave back from its minus, beside the number.",
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
    "assign to no data of theirs, and hand back a new one instead.",
    seen=lambda case, found: bool(found["changed"]),
)

A_SET = Misconception(
    "inputs in a set",
    None,
    "Your class keeps its inputs in a set. A set holds a thing once, so a + a has one input; it forgets which of a - b "
    "comes first; and its order differs from run to run.",
    "keep them in a tuple, as they come.",
    seen=lambda case, found: bool({"set", "frozenset"} & set(found["_kept"])),
)

NO_COMMA = Misconception(
    "no comma",
    None,
    "The inputs are a Value itself, and no tuple of one: nobody can go through them. Brackets alone make no tuple.",
    "put both into one pair of brackets with a comma between; a tuple of one needs its comma too, as in (5,).",
    seen=lambda case, found: "a value" in found["_kept"],
)

NUMBERS_KEPT = Misconception(
    "numbers as inputs",
    None,
    "Among the inputs is something that is no Value: it cannot remember anything, and cannot be drawn.",
    "keep Values alone: not their data, and in the place of a plain number the Value that was made of it.",
    seen=lambda case, found: bool(found["strays"]),
)

TURNED_ROUND = Misconception(
    "inputs turned round",
    None,
    "The number is right, but the inputs are kept in the other order: whoever draws it reads b - a where a - b was "
    "computed.",
    "keep first what stands on the left of the sign. In a reflected method, which of the two is that?",
    seen=is_turned_round,
)

ANOTHER_NAME = Misconception(
    "named by another operation",
    None,
    "The number is right, but the result says that another operation made it: its op does not give this number of its "
    "inputs.",
    "look at the sign that each method hands to the new Value.",
    seen=lambda case, found: is_right(case, found) and says_otherwise(found),
)

FORGETS = Misconception(
    "inputs forgotten",
    None,
    "The graph is cut: the number is right, but the new Value does not know what it was made from.",
    "hand it what it was made from too.",
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
    "ask of each name in the line that works out the number whether the record has it too.",
    seen=lambda case, found: is_right(case, found) and _is_single(case, found),
)


def _has_no_inputs(case, found):
    return is_right(case, found) and not inputs(found) and not found["strays"] and not found["changed"]


def _are_copies(case, found):
    simple = re.fullmatch(r"(\w+) [-+*/] (\w+)", case["line"])
    leaves = [case["leaves"].get(name) for name in simple.groups() if name in case["leaves"]]
    data = inputs(found)
    same = all(any(close(x, leaf) for x in data) for leaf in leaves)
    return is_right(case, found) and same and not found["strays"] and len(found["from"]) < len(set(case["leaves"]))


def _is_single(case, found):
    return re.fullmatch("a [-+*/] b", case["line"]) and len(inputs(found)) == 1 and len(found["from"]) == 1


ONCE = Misconception(
    "used twice, kept once",
    None,
    "The number is right, but where a Value stands on both sides, as in a * a, the result remembers it once. It was "
    "made from two: a factor is missing from the graph.",
    "keep the inputs as they come, also where both are the same.",
    seen=lambda case, found: (
        is_right(case, found)
        and bool(re.fullmatch(r"(\w+) [+*] \1", case["line"]))
        and len(found["_nodes"][0][3]) == 1
        and _is_of_two(found)
    ),
)


def _is_of_two(found):
    """Whether y says + or * of the one input that it has."""
    op, data, of, _ = found["_nodes"][0]
    return op in ("+", "*") and bool(of) and close(data, COMPUTED[op](*of, *of))


SAME_TWICE = Misconception(
    "the same input twice",
    None,
    "The number is right, but the new Value remembers the same Value twice, in place of both.",
    "look at the two names that it is handed.",
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
    "go through the line: where does a Value stand, and where its number?",
    seen=lambda case, found: whole_value(case, found) and isinstance(found.get("data"), dict),
)

WHOLE = Misconception(
    ".data forgotten",
    None,
    "A whole Value stands where a number belongs: .data is missing after a name.",
    "go through the names in that line: which are Values, and which are numbers?",
    seen=whole_value,
)

FACTS = (AN_INSTANCE, NOTHING, A_NUMBER, AN_ERROR, CHANGED, NO_COMMA, NUMBERS_KEPT, A_SET, TURNED_ROUND, ANOTHER_NAME)
FACTS += (SAME_TWICE, ONCE, COPIES, FORGETS, ONE_INPUT)
LATE = (NESTED, WHOLE)
