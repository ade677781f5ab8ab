"""Lesson 3: slips of somebody who takes a step uphill, generated: in the gradients, the moves, and what is given."""

import math
from itertools import combinations, permutations, product
from typing import NamedTuple

from ..candidates import Candidate
from ..judge import Misconception

NAMES = "abcf"


class Way(NamedTuple):
    """`does` says it in a few words; `made` is a function, as the tables below have it."""

    does: str
    made: object


def _L(a, b, c, f):
    return (a * b + c) * f


def right_gradients(a, b, c, f):
    return {"a": b * f, "b": a * f, "c": f, "f": a * b + c}


def _but(**others):
    """The right gradients, but for some."""

    def made(a, b, c, f):
        return right_gradients(a, b, c, f) | {name: slip(a, b, c, f) for name, slip in others.items()}

    return made


GRADIENTS = (
    Way("", right_gradients),
    Way("takes the local derivatives alone", _but(a=lambda a, b, c, f: b, b=lambda a, b, c, f: a, c=lambda *_: 1.0)),
    Way("takes the local derivatives alone at a * b", _but(a=lambda a, b, c, f: b, b=lambda a, b, c, f: a)),
    Way("takes 1 as the gradient of c", _but(c=lambda *_: 1.0)),
    Way("takes c as the gradient of c", _but(c=lambda a, b, c, f: c)),
    Way("takes c * f as the gradient of c", _but(c=lambda a, b, c, f: c * f)),
    Way("takes a * b * f as the gradient of c", _but(c=lambda a, b, c, f: a * b * f)),
    Way("exchanges the gradients of a and b", _but(a=lambda a, b, c, f: a * f, b=lambda a, b, c, f: b * f)),
    Way("gives f to a and b, without the other factor", _but(a=lambda a, b, c, f: f, b=lambda a, b, c, f: f)),
    Way("takes f as the gradient of f", _but(f=lambda a, b, c, f: f)),
    Way("takes a * b as the gradient of f", _but(f=lambda a, b, c, f: a * b)),
    Way("takes 1 as the gradient of f", _but(f=lambda *_: 1.0)),
    Way("takes L as the gradient of f", _but(f=_L)),
    Way(
        "adds local and upstream",
        lambda a, b, c, f: {"a": b + f, "b": a + f, "c": 1 + f, "f": a * b + c},
    ),
    Way("adds local and upstream at a * b", _but(a=lambda a, b, c, f: b + f, b=lambda a, b, c, f: a + f)),
    Way("takes the numbers themselves for gradients", lambda a, b, c, f: {"a": a, "b": b, "c": c, "f": f}),
    Way("takes the gradients without their signs", lambda **n: {k: abs(g) for k, g in right_gradients(**n).items()}),
    Way(
        "begins at the output with L, not with 1", lambda **n: {k: g * _L(**n) for k, g in right_gradients(**n).items()}
    ),
)
# What becomes of a number, its gradient and h.
MOVES = (
    Way("", lambda x, g, h: x + h * g),
    Way("goes downhill", lambda x, g, h: x - h * g),
    Way("moves by h alone", lambda x, g, h: x + h),
    Way("moves by h in the direction of the gradient", lambda x, g, h: x + h * math.copysign(1.0, g)),
    Way("moves by the whole gradient, without h", lambda x, g, h: x + g),
    Way("puts h times gradient in the place of the number", lambda x, g, h: h * g),
    Way("multiplies the number by 1 + h * gradient", lambda x, g, h: x * (1 + h * g)),
    Way("moves by gradient / h", lambda x, g, h: x + g / h),
    Way("moves by h divided by the gradient", lambda x, g, h: x + h / g),
    Way("adds h to the gradient", lambda x, g, h: x + h + g),
    Way("moves by h times the number", lambda x, g, h: x + h * x),
    Way("moves twice as far", lambda x, g, h: x + 2 * h * g),
    Way("moves half as far", lambda x, g, h: x + h * g / 2),
    Way("multiplies by h twice", lambda x, g, h: x + h * h * g),
    Way("moves by the size of h, without its sign", lambda x, g, h: x + abs(h) * g),
    Way("takes 0.01 for h", lambda x, g, h: x + 0.01 * g),
    Way("squares the gradient", lambda x, g, h: x + h * g * g),
)


def _given(before, moved, grads, h):
    squares = sum(g * g for g in grads.values())
    return {
        "": _L(**moved),
        "gives the change of L": _L(**moved) - _L(**before),
        "gives what a straight line guesses": _L(**before) + h * squares,
        "gives by how much a straight line guesses that L changes": h * squares,
        "gives d after the step, not L": moved["a"] * moved["b"] + moved["c"],
        "gives the sum of the moved numbers": sum(moved.values()),
        "gives a alone": moved["a"],
        "gives f alone": moved["f"],
        "gives twice L": 2 * _L(**moved),
        "gives a * (b + c) * f, with brackets elsewhere": moved["a"] * (moved["b"] + moved["c"]) * moved["f"],
        "adds h times the sum of the gradients to L": _L(**before) + h * sum(grads.values()),
        "adds h to L": _L(**before) + h,
        "gives a * b + c * f, without the brackets": moved["a"] * moved["b"] + moved["c"] * moved["f"],
        "leaves out c in the end": moved["a"] * moved["b"] * moved["f"],
    }


GIVES = tuple(_given(*(dict.fromkeys(NAMES, 1.0),) * 3, 1.0))
SOMEBODY, TWO = "Your number is that of somebody who {one}.", "Your number is that of somebody who {one}, and {other}."
PART_BY_PART = "print the four gradients, the four moved numbers, then L, and work out one case by hand."
AT = "{does}, at {names} alone"
STAY, IN_TURN = "does not move {names}", "takes some gradients when other numbers have moved already"


def step_slips(cases):
    """A Candidate for each slip, and for each two."""
    inputs = [case["inputs"] for case in cases]
    stays = [(), *(some for size in (1, 2, 3) for some in combinations(NAMES, size))]
    for gradients, move, still in product(GRADIENTS, MOVES, stays):
        does = [gradients.does, move.does, _stays(still)]
        if sum(map(bool, does)) <= 2:
            every = [_stepped(one, gradients.made, move.made, still) for one in inputs]
            for gives in GIVES:
                yield from _candidate([*does, gives], tuple(found[gives] for found in every))
    for move in MOVES[1:]:
        for some in stays[1:]:
            found = tuple(_some_otherwise(one, move.made, some) for one in inputs)
            yield from _candidate([AT.format(names=_listed(some), does=move.does)], found, 1.6)
    for order in permutations(NAMES):
        yield from _candidate([IN_TURN], tuple(_in_turn(one, order) for one in inputs))
    for some in stays[1:]:
        rest = [name for name in NAMES if name not in some]
        yield from _candidate([IN_TURN], tuple(_in_two(one, some, rest) for one in inputs))


def _candidate(does, results, slips=None):
    does = [one for one in does if one]
    if 0 < len(does) <= 2:
        told = SOMEBODY.format(one=does[0]) if len(does) == 1 else TWO.format(one=does[0], other=does[1])
        yield Candidate(Misconception(" and ".join(does), None, told, PART_BY_PART), results, slips or 0.5 + len(does))


def _stays(names):
    return STAY.format(names=_listed(names)) if names else ""


def _listed(names):
    *most, last = names
    return "{first} and {last}".format(first=", ".join(most), last=last) if most else last


def _some_otherwise(inputs, move, some):
    """Some of the numbers moved in another way, the rest as is right."""
    h, before = inputs["h"], {name: inputs[name] for name in NAMES}
    grads = right_gradients(**before)
    ways = {name: move if name in some else MOVES[0].made for name in NAMES}
    try:
        return _L(**{name: ways[name](x, grads[name], h) for name, x in before.items()})
    except ArithmeticError:
        return math.nan


def _in_two(inputs, first, then):
    """Some numbers moved, then the rest by gradients at the new place."""
    numbers = {name: inputs[name] for name in NAMES}
    for names in (first, then):
        grads = right_gradients(**numbers)
        numbers |= {name: numbers[name] + inputs["h"] * grads[name] for name in names}
    return _L(**numbers)


def _stepped(inputs, gradients, move, still):
    """{what is given: the number}, as _given has it."""
    h = inputs["h"]
    before = {name: inputs[name] for name in NAMES}
    try:
        grads = gradients(**before)
        moved = {name: x if name in still else move(x, grads[name], h) for name, x in before.items()}
        return _given(before, moved, grads, h)
    except ArithmeticError:
        return dict.fromkeys(GIVES, math.nan)


def _in_turn(inputs, order):
    numbers = {name: inputs[name] for name in NAMES}
    for name in order:
        numbers[name] += inputs["h"] * right_gradients(**numbers)[name]
    return _L(**numbers)
