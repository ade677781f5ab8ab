"""Slips in one operation's rule, generated: another slope, or right slopes sent in a wrong way."""

import math

from .alike import OF_SOME
from .formulas import ANY, OF_ONE, OF_TWO, RIGHT
from .kinds import KINDS
from .known import KNOWN
from .own import OWN
from .sending import at_one
from .slip import Slip
from .value import RULES, SLOPES, Value, sends

WRITTEN = {"**": "x**k"}  # in a name, where that is not the operation's own sign
NAMES = {name for name, _, _ in KNOWN.values()}
FORWARD = {
    "+": lambda a, b, k: a.data + b.data,
    "-": lambda a, b, k: a.data - b.data,
    "*": lambda a, b, k: a.data * b.data,
    "/": lambda a, b, k: a.data / b.data,
    "neg": lambda a, k: -a.data,
    "**": lambda a, k: a.data**k,
    "relu": lambda a, k: max(0.0, a.data),
    "tanh": lambda a, k: math.tanh(a.data),
    "exp": lambda a, k: math.exp(a.data),
    "log": lambda a, k: math.log(a.data),
}
# a, b (None: the same as a), k, what has arrived, what a and b hold already
SAMPLES = (
    (1.7, -2.3, 3, 1.0, (0.0, 0.0)),
    (1.7, -2.3, -1, 1.3, (0.7, 0.3)),
    (1.3, 2.1, 3, -0.6, (0.0, 0.5)),
    (-1.2, 2.9, 3, 1.0, (0.4, 0.5)),
    (-1.2, -2.9, 2, -0.6, (0.0, 0.5)),
    (0.4, None, 0.5, 1.9, (0.2, 0.2)),
    (0.0, 1.1, 2, 1.0, (0.0, 0.0)),
)
SLOPE = "At {shown} the slope comes out as {formula}. It is {right}."
WRITE = "write {code}."
AT_ONE = "{says} That is so in what {side} gets."
AND_ALONE = "{says} And what has arrived from the output, out.grad, is missing."
AND_TIMES = "{tries}, and see that out.grad is a factor of it."
MADE, NAME = "{op} with the slope {formula}", "{name}, without upstream"


def slips_of(op):
    """All slips of one operation's rule, of those that do the same the first alone."""
    known = [slip for slip in _slopes(op) if slip.name in NAMES]
    own = [Slip(name, says, tries, {op: _rule(send, SLOPES[op])}) for name, says, tries, send in OWN.get(op, ())]
    found, done = [], {_done(op, RULES[op])}
    for slip in (*known, *own, *_ways(op), *_slopes(op), *_slopes(op, alone=True)):
        does = _done(op, slip.rules[op])
        if does not in done:
            done.add(does)
            found.append(slip)
    return tuple(found)


def _done(op, rule):
    """What a rule does to gradients, at numbers of every kind: two rules that do the same here are one."""
    return tuple(_step(op, rule, *numbers) for numbers in SAMPLES)


def _step(op, rule, a, b, k, g, before):
    a = Value(a)
    b = a if b is None else Value(b)
    a.grad, b.grad = before
    inputs = (a, b) if len(SLOPES[op]) == 2 else (a,)
    try:
        v = Value(FORWARD[op](*inputs, k), inputs, op, k)
        v.grad = g
        rule(v)
    except (ArithmeticError, ValueError) as error:
        return type(error).__name__
    return tuple(round(i.grad.real, 9) for i in (a, b, v))


def alike_in(ops, *kinds):
    """The same slip in several operations at once, for each of these kinds."""
    found = []
    for kind in kinds:
        name, says, tries, send = OF_SOME[kind]
        rules = {op: _rule(send, SLOPES[op]) for op in ops}
        found.append(Slip(name, says, tries, rules=rules))
    return tuple(found)


def named_in(op):
    """An operation's sign in a name."""
    return WRITTEN.get(op, op)


def _ways(op):
    """The right slopes, sent in a wrong way."""
    shown, right, code = RIGHT[op]
    for name, says, tries, send, inputs in KINDS:
        if inputs in (0, len(SLOPES[op])):
            told = {"op": named_in(op), "shown": shown, "right": right, "code": code}
            yield Slip(name.format(**told), says.format(**told), tries.format(**told), {op: _rule(send, SLOPES[op])})
        if inputs == 0 and len(SLOPES[op]) == 2 and name != "nothing arrives":
            for place, side in enumerate(("self", "other")):
                told_of = AT_ONE.format(says=says.format(**told), side=side)
                rule = _rule(at_one(place, send), SLOPES[op])
                yield Slip(name.format(**told), told_of, tries.format(**told), {op: rule})


def _slopes(op, alone=False):
    """Other slopes, sent in the right way, or without what has arrived."""
    shown, right, code = RIGHT[op]
    for formula, slopes in _formulas(op):
        told = {"op": named_in(op), "shown": shown, "formula": formula, "right": right, "code": code}
        name, says, tries = KNOWN.get((op, formula), (MADE.format(**told), SLOPE.format(**told), WRITE.format(**told)))
        if alone:
            name, says = NAME.format(name=name), AND_ALONE.format(says=says)
            tries = AND_TIMES.format(tries=tries.removesuffix("."))
        yield Slip(name, says, tries, {op: _alone(slopes) if alone else sends(slopes)})


def _formulas(op):
    """(formula, slopes as functions of what the operation made)."""
    for formula, slopes in OF_TWO.get(op, {}).items():
        yield formula, tuple(_of_two(slope) for slope in slopes)
    if len(SLOPES[op]) == 1:
        for formula, slope in {**OF_ONE.get(op, {}), **ANY}.items():
            yield formula, (_of_one(slope),)


def _of_one(slope):
    return lambda v: slope(v.a.data, v.data, v.k)


def _of_two(slope):
    return lambda v: slope(v.a.data, v.b.data, v.data)


def _alone(slopes):
    def rule(v):
        for i, slope in zip(v.inputs, slopes, strict=True):
            i.grad += slope(v)

    return rule


def _rule(send, slopes):
    return lambda v: send(v, [slope(v) for slope in slopes])
