"""Ways to check claimed gradients against measured slopes: the right one, and the slips."""

import math
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Way:
    """How somebody checks: the step `h`, how a slope is measured, what the difference is `over`, how it is compared.

    `moved` says which inputs move, "one", "all", "more and more" or "found by value"; `blind` is what both numbers go
    through first; an error of `absolute` passes in any case; `tolerance` is meant where a case has none, or always
    where it is `fixed`; `strict` is whether the error is to be below it;
    `zero` what happens where it would be divided by 0: "agrees", "raises" (or "raises at one", where both are 0 it
    agrees), "differs", or "either" of the two is enough.
    """

    h: float = 1e-6
    how: str = "central"
    over: str = "larger"
    zero: str = "agrees"
    compare: str = "at most"
    tolerance: float = 1e-4
    fixed: bool = False
    strict: bool = False
    absolute: float = -1.0
    moved: str = "one"
    scaled: bool = False
    blind: object = None
    against: str = "grads"
    turned: bool = False


RIGHT = Way()
SIGNS = {
    "both above 0": lambda claim, slope: (claim > 0) == (slope > 0),
    "both below 0": lambda claim, slope: (claim < 0) == (slope < 0),
    "product": lambda claim, slope: claim * slope > 0,
    "product or 0": lambda claim, slope: claim * slope >= 0,
}


def checked(way):
    """What this way says of a case: a list of bools."""

    def answers(case):
        names, xs = list(case["xs"]), list(case["xs"].values())
        code = compile(case["f"], "<f>", "eval")

        def f(at):
            return eval(code, {"__builtins__": {}, "exp": math.exp}, dict(zip(names, at, strict=True)))

        grads = [math.nan if g == "nan" else g for g in case["grads"]]
        claims = xs if way.against == "xs" else grads
        tolerance = way.tolerance if way.fixed else case.get("tolerance", way.tolerance)
        found = [_agrees(way, tolerance, _slope(way, f, xs, n), claim) for n, claim in enumerate(claims)]
        return [not ok for ok in found] if way.turned else found

    return answers


def _slope(way, f, xs, n):
    h = way.h * abs(xs[n]) if way.scaled else way.h
    places = {"one": (n,), "all": range(len(xs)), "more and more": range(n + 1), "found by value": (xs.index(xs[n]),)}[
        way.moved
    ]
    up = [x + h if i in places else x for i, x in enumerate(xs)]
    down = [x - h if i in places else x for i, x in enumerate(xs)]
    if way.how == "central":
        return (f(up) - f(down)) / (2 * h)
    if way.how == "half":
        return (f(up) - f(down)) / h
    if way.how == "half forward":
        return (f(up) - f(xs)) / (2 * h)
    if way.how == "forward":
        return (f(up) - f(xs)) / h
    if way.how == "change ahead":
        return f(up) - f(xs)
    if way.how == "backward":
        return (f(xs) - f(down)) / h
    return f(up) - f(down)


def _agrees(way, tolerance, slope, claim):
    if way.blind:
        slope, claim = way.blind(slope), way.blind(claim)
    if way.compare in SIGNS:
        return SIGNS[way.compare](claim, slope)
    apart = {
        "signed": claim - slope,
        "signed, measured first": slope - claim,
        "equal": 0.0 if claim == slope else math.inf,
    }.get(way.compare, abs(claim - slope))
    if way.zero == "either" and (claim == 0 or slope == 0):
        return True
    if apart <= way.absolute:
        return True
    size = {
        "larger": lambda: max(abs(claim), abs(slope)),
        "smaller": lambda: min(abs(claim), abs(slope)),
        "sum": lambda: abs(claim) + abs(slope),
        "mean": lambda: (abs(claim) + abs(slope)) / 2,
        "claimed": lambda: abs(claim),
        "measured": lambda: abs(slope),
        "signed larger": lambda: max(claim, slope),
        "signed claimed": lambda: claim,
        "signed measured": lambda: slope,
        "at least 1": lambda: max(1.0, abs(claim), abs(slope)),
        "one more": lambda: 1.0 + abs(slope),
        "one": lambda: 1.0,
    }[way.over]()
    if way.compare == "times":
        return _small(way, apart, tolerance * size)
    if size == 0 and not (way.zero == "raises at one" and claim == slope):
        if way.zero in ("raises", "raises at one"):
            raise ZeroDivisionError
        if way.zero == "differs":
            return False
    size = size or 1.0
    if way.compare == "not more":
        return not apart / size > tolerance
    return _small(way, 100 * apart / size if way.compare == "percent" else apart / size, tolerance)


def _small(way, error, most):
    return error < most if way.strict else error <= most


def but(**changed):
    return checked(replace(RIGHT, **changed))


def sign(x):
    return math.copysign(1.0, x) if x == x and abs(x) > 1e-12 else x


def four_digits(x):
    return round(x, 4) if x == x else x


def whole(x):
    return float(int(x)) if x == x else x
