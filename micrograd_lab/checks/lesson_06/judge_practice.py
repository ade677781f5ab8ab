"""What lesson 6 has completed: a slope measured, and two numbers compared."""

import math
from functools import partial

from ..judge import Judge, Misconception

H = 1e-6
SLOPES = (
    {"f": "a * b", "xs": {"a": 2.0, "b": -3.0}, "i": 0},
    {"f": "a * b", "xs": {"a": 2.0, "b": -3.0}, "i": 1},
    {"f": "a**3 * b + c", "xs": {"a": 1.5, "b": -0.5, "c": 4.0}, "i": 0},
    {"f": "exp(a * b) + 2 * c", "xs": {"a": 0.5, "b": 1.5, "c": 3.0}, "i": 1},
    {"f": "exp(a * b) + 2 * c", "xs": {"a": 0.5, "b": 1.5, "c": 3.0}, "i": 2},
)


def _measured(case, up, down):
    """A slope with these changes of the inputs, {place: change}, where "i" is the input that is asked."""
    xs, i = list(case["xs"].values()), case["i"]
    code = compile(case["f"], "<f>", "eval")

    def f(changes):
        at = [
            change(x, n == i, n == (i - 1) % len(xs))
            for n, (x, change) in enumerate(zip(xs, [changes] * len(xs), strict=True))
        ]
        return eval(code, {"__builtins__": {}, "exp": math.exp}, dict(zip(case["xs"], at, strict=True)))

    return (f(up) - f(down)) / (2 * H)


def _up(x, own, other):
    return x + H if own else x


def _down(x, own, other):
    return x - H if own else x


def _stays(x, own, other):
    return x


def _all_down(x, own, other):
    return x - H


def _last_down(x, own, other):
    return x - H if other else x


def _step_alone(x, own, other):
    return -H if own else x


def slope(down=_down, up=_up):
    return partial(_measured, up=up, down=down)


MEASURED = Judge(
    lambda seed: tuple(map(dict, SLOPES)),
    slope(),
    tolerance=1e-5,
    tells=lambda case: "f = {f}, xs = {xs}, i = {i}".format(f=case["f"], xs=list(case["xs"].values()), i=case["i"]),
    misconceptions=(
        Misconception(
            "changes what it was given",
            None,
            "It moves the numbers that it was given, and they stay moved for whoever comes next.",
            "move the copy: down[i], not xs[i].",
            seen=lambda case, result: result == {"changed": "xs"},
        ),
        Misconception(
            "both the same way",
            slope(_up),
            "Both copies move the same way, or neither moves, so there is no difference between them.",
            "up has moved up by h; move down down by as much.",
        ),
        Misconception(
            "half a step",
            slope(_stays),
            "Only one side has moved, so the difference is that of one h, and it is divided by two.",
            "take h off down[i].",
        ),
        Misconception(
            "two steps ahead",
            slope(up=_up, down=lambda x, own, other: x - 2 * H if own else x),
            "The lower side has moved by two steps, so three are taken, and the difference is divided by two.",
            "take h off once.",
        ),
        Misconception(
            "all inputs move",
            slope(_all_down),
            "On the lower side all inputs move, and what the others do is counted too.",
            "move the one at i alone.",
        ),
        Misconception(
            "another input",
            slope(_last_down),
            "On the lower side another input moves than on the upper one.",
            "it is down[i] that moves.",
        ),
        Misconception(
            "the step alone",
            slope(_step_alone),
            "On the lower side the input is not moved by h but replaced: there stands -h, wherever it was before.",
            "take h off what is there: -= and not =.",
        ),
    ),
)

PAIRS = (
    (3.0, 3.00001),
    (30.0, 30.00009),
    (3.0, 3.1),
    (-3.0, 3.0),
    (3.0, -3.0),
    (3e9, 3.00001e9),
    (6e-6, 3e-6),
    (-6e-6, -3e-6),
    (0.0, 0.0),
    (2.0, 4.0),
    (4.0, 2.0),
    (-2.0, -2.0),
)
TOLERANCE = 1e-4


def _size(claimed, slope):
    return max(abs(claimed), abs(slope)) or 1.0


def agrees(error):
    return lambda case: bool(error(case["claimed"], case["slope"]) <= TOLERANCE)


NEAR = Judge(
    lambda seed: tuple({"claimed": one, "slope": other} for one, other in PAIRS),
    agrees(lambda c, s: abs(c - s) / _size(c, s)),
    misconceptions=(
        Misconception(
            "absolute",
            agrees(lambda c, s: abs(c - s)),
            "It compares the difference itself. In billions that is never small, and in millionths it always is.",
            "divide the difference by size.",
        ),
        Misconception(
            "signed",
            agrees(lambda c, s: (c - s) / _size(c, s)),
            "A claim that is too small gives a negative difference, and every negative number is below the tolerance.",
            "take abs(...) of the difference.",
        ),
        Misconception(
            "signed, the other way",
            agrees(lambda c, s: (s - c) / _size(c, s)),
            "A claim that is too large gives a negative difference, and every negative number is below the tolerance.",
            "take abs(...) of the difference.",
        ),
        Misconception(
            "sizes, not numbers",
            agrees(lambda c, s: abs(abs(c) - abs(s)) / _size(c, s)),
            "It compares how large the two are and forgets their signs: 3 and -3 agree.",
            "take the difference first, then abs(...) of it.",
        ),
        Misconception(
            "times size",
            agrees(lambda c, s: abs(c - s) * _size(c, s)),
            "It multiplies by the size: the larger the numbers, the larger the error becomes.",
            "divide by size.",
        ),
        Misconception(
            "the sum",
            agrees(lambda c, s: abs(c + s) / _size(c, s)),
            "It adds the two. Numbers that agree have a sum twice their size, and 3 and -3 have none.",
            "take the difference.",
        ),
    ),
)
