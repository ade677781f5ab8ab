"""Local derivatives of one value of the engine's, from the numbers that it and its inputs hold."""

import math

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


def write(values) -> None:
    """Put into each of these Values that something made the derivatives by its inputs."""
    for v in values:
        if v.op:
            numbers = [i.data for i in v.inputs]
            power = exponent(v.op)
            slopes = SLOPES[v.op] if power is None else SLOPES["**"][:1]
            numbers += [v.data] if power is None else [power, v.data]
            v._by_a, v._by_b = [*[_slope(slope, numbers) for slope in slopes], 0.0][:2]


def _slope(slope, numbers):
    try:
        found = slope(*numbers)
    except ZeroDivisionError:
        return math.inf if len(numbers) < 3 or numbers[-1] == 0 else math.copysign(math.inf, -numbers[-1])
    except (ValueError, OverflowError):
        return math.nan
    return math.nan if isinstance(found, complex) else found
