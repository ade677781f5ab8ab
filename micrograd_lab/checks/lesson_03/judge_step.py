"""3.3: a step uphill."""

import math
import random

from ..accident import odd
from ..candidates import ModelJudge, of, rounded
from ..judge import Misconception
from .judge_hand import by_hand
from .lecture import LECTURE, RIGHT_THERE, TYPED_IN, at
from .step_slips import step_slips


def step_cases(seed):
    chance = random.Random(seed)
    others = [{name: round(chance.uniform(-3, 3), 2) for name in LECTURE} for _ in range(3)]
    steps = [0.01, round(chance.uniform(0.02, 0.05), 3), -0.01, round(chance.uniform(0.01, 0.05), 3)]
    return tuple({"inputs": {**inputs, "h": h}} for inputs, h in zip((LECTURE, *others), steps, strict=True))


def _L(a, b, c, f):
    return (a * b + c) * f


def stepped(a, b, c, f, h):
    return _L(*_moved(a, b, c, f, h).values())


def _moved(a, b, c, f, h):
    numbers = {"a": a, "b": b, "c": c, "f": f}
    grads = by_hand(a, b, c, f)
    return {name: number + h * grads[name] for name, number in numbers.items()}


def _one_after_another(a, b, c, f, h):
    """Each gradient taken when those before have moved already."""
    numbers = {"a": a, "b": b, "c": c, "f": f}
    for name in numbers:
        numbers[name] += h * by_hand(**numbers)[name]
    return _L(**numbers)


def _straight_line(a, b, c, f, h):
    grads = by_hand(a, b, c, f)
    return _L(a, b, c, f) + h * sum(grads[name] ** 2 for name in "abcf")


def _by_h_alone(a, b, c, f, h):
    return _L(a + h, b + h, c + h, f + h)


def _by_sign(a, b, c, f, h):
    moves = {name: h * math.copysign(1.0, grad) for name, grad in by_hand(a, b, c, f).items()}
    return _L(a + moves["a"], b + moves["b"], c + moves["c"], f + moves["f"])


def _replaced(a, b, c, f, h):
    grads = by_hand(a, b, c, f)
    return _L(*(h * grads[name] for name in "abcf"))


def _whole_gradient(a, b, c, f, h):
    return stepped(a, b, c, f, 1.0)


def _scaled(a, b, c, f, h):
    grads = by_hand(a, b, c, f)
    return _L(*(x * (1 + h * grads[name]) for name, x in zip("abcf", (a, b, c, f), strict=True)))


def _left_out(*names):
    def slip(a, b, c, f, h):
        return _L(**(_moved(a, b, c, f, h) | {n: x for n, x in zip("abcf", (a, b, c, f), strict=True) if n in names}))

    return slip


def _local_derivatives(a, b, c, f, h):
    return _L(a + h * b, b + h * a, c + h, f + h * (a * b + c))


def _typed_moves(a, b, c, f, h):
    grads = by_hand(**LECTURE)
    return _L(*(x + h * grads[name] for name, x in zip("abcf", (a, b, c, f), strict=True)))


# L, or the four gradients, as they are at the lesson's numbers.
TYPED = (
    _typed_moves,
    lambda a, b, c, f, h: stepped(**LECTURE, h=h),
    lambda a, b, c, f, h: stepped(**LECTURE, h=0.01),
)


def _change_alone(a, b, c, f, h):
    return stepped(a, b, c, f, h) - _L(a, b, c, f)


def on(slip):
    return lambda case: slip(**case["inputs"])


def _step_shape(case, result):
    if other := odd(result, "one number: L after the step", "compute (a * b + c) * f at the moved numbers."):
        return other
    if any(case["inputs"][name] != number for name, number in LECTURE.items()):
        return RIGHT_THERE
    return "", "print the four moved numbers for the lesson's case: 2.06, -3.04, 9.98 and -1.96."


SLIPS = (
    Misconception(
        "downhill",
        on(lambda a, b, c, f, h: stepped(a, b, c, f, -h)),
        "You went the other way: with h above 0, L fell where it should rise. A gradient points uphill: plus h "
        "times gradient raises L, minus lowers it.",
        "add h * gradient to each number.",
    ),
    Misconception(
        "nothing moved",
        on(lambda a, b, c, f, h: _L(a, b, c, f)),
        "That is L as it was: nothing has moved. L does not change when you compute only the gradients.",
        "move each of a, b, c and f, then compute L again from the moved numbers.",
    ),
    Misconception(
        "the straight line's guess",
        on(_straight_line),
        "That is the guess of a straight line: L plus h times the sum of the squared gradients. It is close, and "
        "not L at the new place, since L is curved.",
        "compute (a * b + c) * f at the moved numbers.",
    ),
    *(Misconception("the lesson's numbers typed in", on(slip), *TYPED_IN) for slip in TYPED),
    Misconception(
        "local derivatives alone",
        on(_local_derivatives),
        "You moved each number by h times its local derivative alone. Between a * b, c and the output stands the "
        "last *: what arrives at the + is f.",
        "multiply the moves of a, b and c by f: a + h * b * f, and so on.",
    ),
    Misconception(
        "one after another",
        on(_one_after_another),
        "You moved a, then computed the gradient of b with the new a, and so on. All four gradients belong to one "
        "place.",
        "compute all gradients first, then move all numbers.",
    ),
    Misconception(
        "moved by h alone",
        on(_by_h_alone),
        "You moved every number by h. Each must move by h times its own gradient: some up, some down, some far.",
        "write a + h * a_grad, and so on.",
    ),
    Misconception(
        "moved by the sign alone",
        on(_by_sign),
        "You moved each number by h in the right direction. How far also depends on its gradient.",
        "write a + h * a_grad, and so on.",
    ),
    Misconception(
        "replaced instead of moved",
        on(_replaced),
        "You put h times gradient in the place of each number. It is what to add to it.",
        "write a + h * a_grad, and so on.",
    ),
    Misconception(
        "h left out",
        on(_whole_gradient),
        "You moved by the whole gradient. That is a step of 1, so far that the slope says nothing about the way.",
        "multiply each gradient by h.",
    ),
    Misconception(
        "scaled instead of moved",
        on(_scaled),
        "You multiplied each number by 1 + h * gradient. A step is added.",
        "write a + h * a_grad, and so on.",
    ),
    Misconception(
        "f stays",
        on(_left_out("f")),
        "f has stayed where it was. It is a leaf like a, b and c, and its gradient is d.",
        "move f too, by h times d.",
    ),
    Misconception(
        "c stays",
        on(_left_out("c")),
        "c has stayed where it was. It is a leaf like a, b and f.",
        "move c too, by h times f.",
    ),
    Misconception(
        "only c and f move",
        on(_left_out("a", "b")),
        "a and b have stayed where they were.",
        "move all four leaves, each by h times its gradient.",
    ),
    Misconception(
        "the change alone",
        on(_change_alone),
        "That is by how much L changes. Asked is what L is after the step.",
        "give L at the moved numbers, without taking the old one off.",
    ),
)


def _candidates(cases, results):
    yield from of(SLIPS, cases)
    yield from step_slips(cases)
    yield from rounded(cases, results, on(stepped))


STEP = ModelJudge(
    step_cases,
    expected=lambda case: stepped(**case["inputs"]),
    tells=at,
    otherwise=_step_shape,
    candidates=_candidates,
)
