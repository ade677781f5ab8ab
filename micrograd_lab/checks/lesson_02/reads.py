"""What a result of a class of lesson 2 shows: whether numbers and names go together, and which method it lacks."""

import math
import re

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


def says_otherwise(found):
    """A result that its own operation does not give of its inputs, and another does."""

    def gives(sign, data, a, b):
        return close(data, COMPUTED[sign](a, b)) or close(data, COMPUTED[sign](b, a))

    return any(
        not gives(op, *numbers) and any(gives(other, *numbers) for other in COMPUTED)
        for op, *numbers in _two_sided(found)
    )


def is_turned_round(case, found):
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


def inputs(found):
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
