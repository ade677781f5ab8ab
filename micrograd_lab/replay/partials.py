"""Local derivatives of one value of the engine's, from the numbers that it and its inputs hold."""

import math

from ..engine import Value
from .program import exponent


def _power(a, b, y):
    return 0.0 if b == 0 else b * a ** (b - 1.0)


# By each input, from the inputs and the result y. What has no derivative there is nan, or infinite.
SLOPES = {
    "+": (lambda a, b, y: 1.0, lambda a, b, y: 1.0),
    "-": (lambda a, b, y: 1.0, lambda a, b, y: -1.0),
    "*": (lambda a, b, y: b, lambda a, b, y: a),
    "/": (lambda a, b, y: 1 / b, lambda a, b, y: -y / b),
    "**": (_power, lambda a, b, y: y * math.log(a)),
    "neg": (lambda a, y: -1.0,),
    "ReLU": (lambda a, y: 0.0 if a <= 0 else 1.0,),
    "tanh": (lambda a, y: 1 - y * y,),
    "exp": (lambda a, y: y,),
    "log": (lambda a, y: 1 / a,),
    "sigmoid": (lambda a, y: y * (1 - y),),
}


# The results themselves, for who wants to know whether another class has the same.
RESULTS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "**": lambda a, b: a**b,
    "neg": lambda a: -a,
    "ReLU": lambda a: a if a > 0 else 0.0,
    "tanh": math.tanh,
    "exp": math.exp,
    "log": math.log,
    "sigmoid": lambda a: 1 / (1 + math.exp(-a)),
}


def value_of(op: str, numbers: list) -> float:
    """What the op makes of these numbers; nan where it makes nothing."""
    power = exponent(op)
    rule, numbers = (RESULTS[op], numbers) if power is None else (RESULTS["**"], [*numbers, power])
    return _tried(rule, numbers)


def slopes_of(op: str, numbers: list, y: float) -> list[float]:
    """The derivatives of the result y by each of these numbers."""
    power = exponent(op)
    slopes = SLOPES[op] if power is None else SLOPES["**"][:1]
    numbers = [*numbers, y] if power is None else [*numbers, power, y]
    return [_tried(slope, numbers) for slope in slopes]


def write(values) -> None:
    """Put into each of these Values that something made the derivatives by its inputs."""
    for v in values:
        if isinstance(v, Value) and v.op:
            v._by_a, v._by_b = [*slopes_of(v.op, [i.data for i in v.inputs], v.data), 0.0][:2]


def _tried(rule, numbers):
    try:
        found = rule(*numbers)
    except ZeroDivisionError:
        return math.copysign(math.inf, -numbers[-1]) if len(numbers) > 2 and numbers[-1] else math.inf
    except (ValueError, OverflowError):
        return math.nan
    return math.nan if isinstance(found, complex) else found
