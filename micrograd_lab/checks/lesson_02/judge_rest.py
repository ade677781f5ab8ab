"""2.3: minus, division and powers."""

from ..judge import Misconception, raised
from .judge_first import asks_a_number
from .judge_reflected import no_reflected
from .judge_value import COMMON, REST, Value, by, either, judge, values


def rest_cases(seed):
    lines = (
        "2 - a",
        ("6 / a", {"at": {"a": -4.0}}),
        "-a",
        "a - b",
        "a - 1.5",
        "a / b",
        "a / 2",
        "a ** 2",
        "a ** 3",
        "a ** -1",
        "a ** 0.5",
        ("a ** 2", {"at": {"a": -1.5}}),
        ("a ** 0.5", {"at": {"a": -2.0}, "refuse": True}),
        ("a ** b", {"refuse": True, "value exponent": True}),
        "(2 - a) * (6 / a) - b ** 2 / 4",
    )
    return tuple(values(*lines, methods=REST, seed=seed, known={"a": 4.0, "b": -3.0, "c": 10.0}))


def _both_remembered(case, found):
    """A Value as exponent, done in full."""
    a, b = case["leaves"].values()
    full = found["gives"] == "a value" and found["from"] == ["a", "b"] and not found["changed"] + found["strays"]
    return "value exponent" in case and full and abs(found["data"] - a**b) < 1e-9 * a**b


def _says_nothing(case, found):
    return found["gives"] == "an error without a sentence"


def _exponent_lost(case, found):
    return "value exponent" in case and found["gives"] == "a value"


def right_power(s, k, data):
    Value.__pow__(s, k)  # refuses what the right one refuses
    return type(s)(data, (s,), "**")


def repeated(s, k):
    """self times itself, k times."""
    number = 1.0
    for _ in range(k):
        number *= s.data
    return type(s)(number, (s,), "**")


def from_self(s, k):
    number = s.data
    for _ in range(k - 1):
        number *= s.data
    return type(s)(number, (s,), "**")


def _with_either_division(power):
    """A wrong power, and division that rests on it, with a plain divisor wrapped before or left as it is."""
    return either(by(__pow__=power), by(__pow__=power, __truediv__=lambda s, o: s * o**-1))


def _floor(s, o):
    return type(s)(s.data // s.wrapped(o).data, (s, s.wrapped(o)), "/")


REPEATED = (
    "Multiplying again and again gives whole powers from 1 on, and neither -1, which division needs, nor 0.5.",
    "use Python's own power: self.data ** other.",
)

REST_OPS = judge(
    rest_cases,
    also=_both_remembered,
    misconceptions=(
        Misconception(
            "rsub as sub",
            by(__rsub__=lambda s, o: s - o),
            "Your __rsub__ computes self - other. Reflected means that self stands on the right: 2 - a asks for "
            "other - self.",
            "wrap other, and take self off it; or return -self + other.",
        ),
        Misconception(
            "rdiv as div",
            by(__rtruediv__=lambda s, o: s / o),
            "Your __rtruediv__ computes self / other. Reflected means that self stands on the right: 6 / a asks for "
            "other / self.",
            "wrap other, and divide it by self; or return other * self ** -1.",
        ),
        Misconception(
            "both reflections unreflected",
            by(__rsub__=lambda s, o: s - o, __rtruediv__=lambda s, o: s / o),
            "Your __rsub__ and __rtruediv__ compute self - other and self / other. Reflected means that self stands on "
            "the right.",
            "wrap other, then return other - self, and other / self.",
        ),
        Misconception(
            "complex",
            None,
            "A negative base with a fractional power: Python silently gives a complex number, and no gradient will "
            "know what to do with it.",
            "look before you compute: if self.data < 0 and the exponent is no whole number, raise ValueError.",
            seen=lambda case, found: "refuse" in case and found["data"] == {"type": "complex"},
        ),
        Misconception(
            "exponent forgotten",
            None,
            "An exponent that is a Value has a gradient too, and your result does not remember it. So micrograd "
            "asserts that an exponent is a plain number.",
            "refuse it: assert isinstance(other, (int, float)), with a sentence on what is allowed.",
            seen=_exponent_lost,
        ),
        Misconception(
            "complex, and exponent forgotten",
            None,
            "Two inputs should be refused. A negative base with a fractional power gives a complex number; an exponent "
            "that is a Value is lost from the graph.",
            "before you compute: raise ValueError for the first, and assert that the exponent is a number for the "
            "second.",
            seen=lambda case, found: found["data"] == {"type": "complex"} or _exponent_lost(case, found),
        ),
        Misconception(
            "not refused",
            None,
            "That gave a result where there is none: no real number is the square root of a negative one.",
            "raise ValueError if self.data < 0 and the exponent is no whole number.",
            seen=lambda case, found: "refuse" in case and "value exponent" not in case and found["gives"] == "a value",
        ),
        Misconception(
            "an error without a sentence",
            None,
            "You refuse it, and the error says nothing. Whoever meets it must guess what was wrong.",
            'give it a sentence: raise TypeError("the exponent must be a plain number"). After an assert it follows a '
            "comma.",
            seen=_says_nothing,
        ),
        Misconception(
            "numbers as inputs of /",
            None,
            "Among the inputs of a quotient is a plain number, which cannot remember anything and cannot be drawn.",
            "return self * other ** -1, and other * self ** -1: then the memory comes for free.",
            seen=lambda case, found: bool(found["strays"]) and "/" in case["line"],
        ),
        Misconception(
            "the exponent as input",
            None,
            "The exponent stands among the inputs of **. It is a plain number, no Value: it remembers nothing and "
            "cannot be drawn. Where / is made of **, it does the same.",
            "keep the base alone, (self,), and name the exponent in op.",
            seen=lambda case, found: bool(found["strays"]) and ("/" in case["line"] or "**" in case["line"]),
        ),
        Misconception(
            "- adds",
            None,
            "Your - adds.",
            "return self + (-other), after wrapping other.",
            seen=either(
                by(__sub__=lambda s, o: s + o), by(__sub__=lambda s, o: s + o, __rsub__=lambda s, o: s.wrapped(o) - s)
            ),
        ),
        Misconception(
            "/ rounds down",
            None,
            "Your / rounds down to whole numbers.",
            "divide with /, not with //; or return self * other ** -1.",
            seen=either(by(__truediv__=_floor), by(__truediv__=_floor, __rtruediv__=lambda s, o: s.wrapped(o) / s)),
        ),
        Misconception(
            "power as product",
            None,
            "Your ** multiplies by the exponent.",
            "use self.data ** other.",
            seen=_with_either_division(lambda s, k: right_power(s, k, s.data * k)),
        ),
        Misconception(
            "only squares",
            None,
            "Your ** always squares. Division needs the power -1 too.",
            "use self.data ** other.",
            seen=_with_either_division(lambda s, k: right_power(s, k, s.data**2)),
        ),
        Misconception("only whole powers", None, *REPEATED, seen=_with_either_division(repeated)),
        Misconception("only whole powers, from self on", None, *REPEATED, seen=_with_either_division(from_self)),
        Misconception(
            "- the wrong way round",
            None,
            "Your - takes the left from the right: a - b asks for self - other.",
            "return self + (-other), after wrapping other.",
            seen=either(
                by(__sub__=lambda s, o: s.wrapped(o) + -s),
                by(__sub__=lambda s, o: s.wrapped(o) + -s, __rsub__=lambda s, o: s.wrapped(o) - s),
            ),
        ),
        Misconception(
            "no change of sign",
            by(__neg__=lambda s: s * 1),
            "Your -a gives a.",
            "return self * -1.",
        ),
        Misconception(
            "no reflected -",
            None,
            "The number on the left knows no Values, and your class has no __rsub__ that Python finds.",
            "write __rsub__, with two underscores on each side, and run the cell that gives it to the class.",
            seen=no_reflected("-"),
        ),
        Misconception(
            "no negative",
            None,
            "-a asks a for __neg__, and your class has none that Python finds.",
            "write __neg__, with two underscores on each side, and run the cell that gives it to the class.",
            seen=raised("TypeError", "bad operand type for unary -"),
        ),
        Misconception(
            "no division",
            None,
            "Python looks for __truediv__, and for __rtruediv__ when a number stands on the left. It finds one of them "
            "at most.",
            "write both, under these names, and run the cell that gives them to the class.",
            seen=no_reflected("/"),
        ),
        Misconception(
            "asks for itself again",
            None,
            "An operation that is written with itself never ends: other - self calls __rsub__ again.",
            "wrap other first, so that a Value stands on the left; or use + and -self.",
            seen=raised("RecursionError"),
        ),
        Misconception(
            "no wrapping",
            None,
            "A plain number has no data, and no inputs.",
            "wrap it first, as in +; or write a - b as a + (-b), and leave the wrapping to +.",
            seen=asks_a_number,
        ),
        *COMMON,
    ),
)
