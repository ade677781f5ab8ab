"""What a probe reports that is a misconception by itself, whatever the numbers."""

import re

from ..judge import Misconception
from .circles import circles

SIGNS = {"+": "add", "-": "sub", "*": "mul", "/": "truediv", "**": "pow"}


def _operands(result):
    """(the operation's method, type on the left, type on the right) of Python's words on a missing operation."""
    found = re.search(r"for (\S+?)=?(?: or pow\(\))?: '(\w+)' and '(\w+)'", result["says"])
    return (SIGNS.get(found[1], ""), found[2], found[3]) if found else ("", "", "")


def _lost(case, result):
    """The class has not got an operation that the case, or another of its methods, asks for."""
    if not result["of"] or result["at"] == "back":
        return False
    attribute = re.search(r"has no attribute '(\w+)'", result["says"])
    if attribute:
        return attribute[1] in result["lacks"]
    if "unary -" in result["says"]:
        return "__neg__" in result["lacks"]
    name, left, _ = _operands(result)
    return left not in ("int", "float") and f"__{name}__" in result["lacks"]


def no_reflected(case, result):
    """A number on the left, and no reflected form."""
    name, left, _ = _operands(result)
    return result["of"] and result["at"] != "back" and left in ("int", "float") and f"__r{name}__" in result["lacks"]


def _whole_value(case, result):
    """A value stands where its number belongs: in the words of an error, or as a number of the result."""
    if "error" in result:
        wanted = result["error"] == "TypeError" and result["a number wanted"]
        return (wanted and result["of"] and result["at"] != "the line") or _of_a_number_beside_a_value(case, result)
    return result.get("slopes") == "a value" or any(
        isinstance(number, dict) and "value" in number for number in result.values()
    )


def _of_a_number(case, result):
    return result["error"] == "AttributeError" and re.search(
        "'(int|float|bool)' object has no attribute 'data'", result["says"]
    )


def _of_a_number_beside_a_value(case, result):
    """An operation of the class runs within a step back: a value stood there, beside the number whose data it asks."""
    return _of_a_number(case, result) and result["at"] == "back" and result["in"] and "__pow__" not in result["in"]


def _is_cut(result):
    """A plain number where the value should be that an operation made."""
    return result.get("cut") in ("int", "float") or bool(
        re.search("'(int|float)' object has no attribute '_backward'", result["says"])
    )


HELD_BEFORE = (
    "The gradients are right where the inputs held none before, and 1 comes to the output. The check also runs this "
    "with 4 in the inputs and -1.5 at the output: then {name} should hold 4 more than -1.5 times its gradient, "
    "{wanted}, and it holds {held}.",
    "do the same by hand: set {name}.grad = 4.0 and -1.5 at the output, take each step back, and look at {name}.grad.",
)

LOST = Misconception(
    "operations lost",
    None,
    "Your class has no such operation (any more). Running the cell with `class Value` makes a new class, without "
    "what the cells below it had given to the old one.",
    "run the cells below the class again, one after the other, down to this check.",
    seen=_lost,
)

DATA_FORGOTTEN = Misconception(
    ".data forgotten",
    None,
    "A whole Value stands where a number belongs: .data is missing after a name, or .grad where a gradient is meant.",
    "go through each name in that step: self.data, other.data and out.data are numbers, self, other and out are not.",
    seen=_whole_value,
)

FACTS = (
    LOST,
    *circles(),
    Misconception(
        "nothing returned",
        None,
        "It gave None: there is no result.",
        "let each way through the operation end with a return, also the one past an `if` that does not hold.",
        seen=lambda case, result: result == {"cut": "NoneType"},
    ),
    Misconception(
        "the graph is cut",
        None,
        "The result is a plain number: it has no inputs, so nothing can flow back through it.",
        "return out, the Value that you made, and not its data.",
        seen=lambda case, result: _is_cut(result),
    ),
    Misconception(
        "a number not wrapped",
        None,
        "A plain number has no data. Whatever comes in beside self may be one.",
        "begin with other = value(other).",
        seen=lambda case, result: (
            _of_a_number(case, result) and result["at"] == "forward" and "__pow__" not in result["in"]
        ),
    ),
    Misconception(
        ".data of a number",
        None,
        "What is asked for its data here is a number already: k, a gradient, or what .data has given.",
        "leave that .data out.",
        seen=lambda case, result: (
            _of_a_number(case, result)
            and (result["at"] == "back" or "__pow__" in result["in"])
            and not _of_a_number_beside_a_value(case, result)
        ),
    ),
    Misconception(
        "called at once",
        None,
        "`out._backward` is None. With brackets, `_backward()` runs at once, and what it returns is handed over.",
        "write out._backward = _backward, without brackets.",
        seen=lambda case, result: result == {"_backward": "None"},
    ),
    Misconception(
        "other each time",
        None,
        "The gradients differ from run to run, on the same numbers.",
        "look for what remembers an earlier run, or has no order of its own, as a set: keep the inputs in a tuple.",
        seen=lambda case, result: result == {"_runs": "differ"},
    ),
    Misconception(
        "a local derivative for each input",
        None,
        "There are more inputs than local derivatives beside them, or fewer.",
        "keep one number for each input, in their order.",
        seen=lambda case, result: isinstance(result["slopes"], int),
    ),
    DATA_FORGOTTEN,
    Misconception(
        "a number changed",
        None,
        "The data of an input is no longer what it was. A step back changes gradients, and an operation makes a new "
        "Value: neither changes data.",
        "look for self.data or other.data on the left of a = or +=; write .grad there, or make a new Value.",
        seen=lambda case, result: bool(result["_changed"]),
    ),
)
