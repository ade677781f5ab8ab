"""2.2: a plain number on the left."""

from ..judge import Misconception, raised
from .judge_first import asks_a_number
from .judge_value import COMMON, REFLECTED, by, judge, values


def reflected_cases(seed):
    lines = ("3 + a", "2.5 * a", "sum([a, b, c])", "1 + 2 * a", "sum([a, a])", "2 * (a + 1)", "0 * a", "0.5 + b * c")
    return tuple(values(*lines, methods=REFLECTED, seed=seed, known={"a": 2.0, "b": -3.0, "c": 10.0}))


def no_reflected(sign):
    return raised("TypeError", "unsupported operand", f"for {sign}:")


REFLECTED_OPS = judge(
    reflected_cases,
    misconceptions=(
        Misconception(
            "no reflected +",
            None,
            "sum starts from 0, so Python tries 0 + Value. The 0 knows no Values, and your class has no __radd__ that "
            "Python finds.",
            "write __radd__, with two underscores on each side, and run the cell that gives it to the class.",
            seen=no_reflected("+"),
        ),
        Misconception(
            "no reflected *",
            None,
            "The number on the left knows no Values, and your class has no __rmul__ that Python finds.",
            "write __rmul__, with two underscores on each side, and run the cell that gives it to the class.",
            seen=no_reflected("*"),
        ),
        Misconception(
            "asks for itself again",
            None,
            "other + self is the very thing that Python could not do: it calls __radd__ again, and so on.",
            "put self on the left: self + other.",
            seen=raised("RecursionError"),
        ),
        Misconception(
            "the number has no data",
            None,
            "In a reflected method other is the plain number on the left. It has no data.",
            "leave the wrapping to + itself: self + other.",
            seen=asks_a_number,
        ),
        Misconception(
            "only for sum",
            by(__radd__=lambda s, o: s),
            "Your __radd__ gives self back whatever stands on the left. That is right for the 0 of sum, and for no "
            "other number.",
            "return self + other.",
        ),
        Misconception(
            "*'s reflection adds",
            by(__rmul__=lambda s, o: s + o),
            "Your __rmul__ adds.",
            "return self * other there.",
        ),
        Misconception(
            "+'s reflection multiplies",
            by(__radd__=lambda s, o: s * o),
            "Your __radd__ multiplies.",
            "return self + other there.",
        ),
        Misconception(
            "self twice",
            by(__radd__=lambda s, o: s + s, __rmul__=lambda s, o: s * s),
            "You combine self with itself. The number on the left is lost.",
            "return self + other, and self * other.",
        ),
        *COMMON,
    ),
)
