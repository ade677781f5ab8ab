"""Lesson 10: an optimiser's steps on given gradients, a largest rate, a ball's way to the hole, and two practices.

While a learner's code runs, nothing of the case is left here but what it is given.
"""

import json

from ..beside.number import Number
from ..beside.plain import plain
from ..beside.run import as_result, untouched
from ..beside.shape import number, row, shape

METHODS = ("__init__", "step")
ASKED = 100_000  # gradients that largest_rate may ask for
STEPS, NEAR, FAR = 300, 0.2, 1000.0
GIVEN = {"list": list, "tuple": tuple, "generator": lambda parameters: (p for p in parameters)}


def value_of(cls):
    """The class that a learner's methods find under the name Value; Number where they find none, or one whose values
    can be given nothing more to remember."""
    methods = [cls, *(one for kind in getattr(cls, "__mro__", ()) for one in vars(kind).values())]
    for one in methods:
        found = getattr(one, "__globals__", {}).get("Value")
        if isinstance(found, type) and hasattr(found(0.0), "__dict__"):
            return found
    return Number


def unfinished(cls):
    """What is there in the place of a class with a step(), as a result; {} of one that can be made."""
    if not callable(cls):
        return {"untouched": True} if untouched(cls) else {"gives": shape(cls)["shape"]}
    if not isinstance(cls, type):
        return {"untouched": True} if untouched(cls) else {}
    stubs = [name for name in METHODS if untouched(vars(cls).get(name, 0))]
    return {"untouched": True} if len(stubs) == len(METHODS) else {"stub": stubs[0]} if stubs else {}


def steps(cls, case):
    """{"places": the data of each parameter after each step, "grads": "as they were", "0" or "changed"} of an optimiser
    made with `settings`, by "name" or "place", on parameters that come in a `given` kind of row. With a `twin`, another
    of the class steps by turns with it, on as many others with opposite gradients: "beside" has their places. All of it
    is done twice, on the same parameters, put back: "again" is there where the second time gives something else.

    {"stub": method} of one as it was handed out, {"gives": shape} of no class, {"lacks": "step"}; an error has "at",
    where it was raised.
    """
    fault = unfinished(cls)
    if fault:
        return fault
    told = json.dumps(case)
    case.clear()
    Value, again = value_of(cls), json.loads(told)
    rows = [[Value(sign * x) for x in again["starts"]] for sign in (1, -1)[: 1 + again["twin"]]]
    found = _steps(cls, again, rows)
    again = found if "error" in found else _steps(cls, json.loads(told), rows)
    return found if str(again) == str(found) else {**found, "again": "other"}


def _steps(cls, case, rows):
    starts, series, rates = list(case["starts"]), [list(grads) for grads in case["grads"]], list(case["rates"])
    settings, by_name, given, twin = dict(case["settings"]), case["by"] == "name", case["given"], case["twin"]
    at = ["__init__"]
    for sign, parameters in zip((1, -1), rows, strict=False):
        for p, x in zip(parameters, starts, strict=True):
            p.data, p.grad = sign * x, 0.0
    found = [[] for _ in rows]
    state = "as they were"
    try:
        clubs = [_made(cls, GIVEN[given](parameters), rates[0], settings, by_name) for parameters in rows]
        if not all(callable(getattr(club, "step", None)) for club in clubs):
            return {"lacks": "step"}
        for n, grads in enumerate(series):
            for sign, club, parameters, places in zip((1, -1), clubs, rows, found, strict=False):
                for p, grad in zip(parameters, grads, strict=True):
                    p.grad = sign * grad
                if n and rates[n] != rates[n - 1]:
                    club.lr = rates[n]
                at[0] = "step"
                club.step()
                places.append([plain(p.data) for p in parameters])
                left = [plain(p.grad) for p in parameters]
                if left != [sign * grad for grad in grads]:
                    state = "changed" if state == "changed" or any(x != 0 for x in left) else "0"
    except NotImplementedError:
        raise
    except Exception as error:  # whatever a learner's class raises
        return {**as_result(error), "at": at[0]}
    return {"places": found[0], "grads": state} | ({"beside": found[1]} if twin else {})


def _made(cls, parameters, lr, settings, by_name):
    return cls(parameters, lr=lr, **settings) if by_name else cls(parameters, lr, *settings.values())


def slopes_of(rows, hole):
    """A function of a place: the slopes there of the bowl whose curvatures are these rows, around the hole."""

    def slopes(place):
        way = [float(x) - h for x, h in zip(place, hole, strict=True)]
        return [sum(a * w for a, w in zip(line, way, strict=True)) for line in rows]

    return slopes


class TooMany(Exception):
    """A gradient was asked for once too often."""


def largest_rate(function, case):
    """The number that a learner's function gives for a bowl; {"moved": True} where it has changed the place that it was
    given, {"asked": many} where it would not stop asking."""
    slopes, place = slopes_of(case["rows"], case["hole"]), list(case["place"])
    case.clear()
    given, many = list(place), [0]

    def gradient(at):
        many[0] += 1
        if many[0] > ASKED:
            raise TooMany
        return slopes(_numbers(at, len(place)))

    try:
        found = function(gradient, given)
    except TooMany:
        return {"asked": ASKED}
    return {"moved": True} if given != place else number(found)


def _numbers(at, many):
    found = list(at)
    if len(found) != many:
        wanted = "gradient takes a place of {many} numbers; this one has {found}"
        raise ValueError(wanted.format(many=many, found=len(found)))
    return found


def rounds(cls, case):
    """{"ways": the places after each step of a round on each of the bowls}, as a learner's optimiser plays them: 300
    steps at most, fewer where it is in the hole or far away. As `steps` gives them where it is no such class."""
    fault = unfinished(cls)
    if fault:
        return fault
    landscapes = [(*ground(one["rows"], one["hole"]), list(one["place"])) for one in case["bowls"]]
    case.clear()
    Value, at = value_of(cls), ["__init__"]
    try:
        return {"ways": [_round(cls, Value, at, *landscapes.pop(0)) for _ in range(len(landscapes))]}
    except Lacks:
        return {"lacks": "step"}
    except NotImplementedError:
        raise
    except Exception as error:  # whatever a learner's class raises
        return {**as_result(error), "at": at[0]}


class Lacks(Exception):
    """There is no step()."""


def ground(rows, hole):
    """(slopes, gone): functions of a place, the slopes there and how far it is from the hole.

    Neither holds the hole: slopes are rows x - b, and what is left to go solves rows way = slopes. So who looks around
    in here finds what a few slopes tell as well.
    """
    b = [sum(a * h for a, h in zip(line, hole, strict=True)) for line in rows]
    solved = inverse(rows)

    def slopes(place):
        return [
            sum(a * float(x) for a, x in zip(line, place, strict=True)) - c for line, c in zip(rows, b, strict=True)
        ]

    def gone(place):
        found = slopes(place)
        return _distance([sum(a * s for a, s in zip(line, found, strict=True)) for line in solved], [0.0] * len(rows))

    return slopes, gone


def inverse(rows):
    """The inverse of a bowl's curvatures, by elimination; they are positive definite, so no row has to be sought."""
    size = len(rows)
    work = [[*map(float, line), *(float(i == j) for j in range(size))] for i, line in enumerate(rows)]
    for i in range(size):
        work[i] = [x / work[i][i] for x in work[i]]
        for j in range(size):
            if j != i:
                work[j] = [x - work[j][i] * y for x, y in zip(work[j], work[i], strict=True)]
    return [line[size:] for line in work]


def _round(cls, Value, at, slopes, gone, place):
    at[0] = "__init__"
    parameters, way = [Value(x) for x in place], []
    club = cls(list(parameters))
    if not callable(getattr(club, "step", None)):
        raise Lacks
    at[0] = "step"
    for _ in range(STEPS):
        for p, slope in zip(parameters, slopes(place), strict=True):
            p.grad = slope
        club.step()
        before, place = place, [plain(p.data) for p in parameters]
        way.append(place)
        if not all(type(x) in (int, float) for x in place) or _ended(before, place, gone):
            break
    return way


def _ended(before, place, gone):
    """Whether a round is over: in the hole, or more than a thousand away."""
    away = gone(place)
    return not away <= FAR or (away < NEAR and _distance(place, before) < NEAR)


def in_hole(before, place, hole):
    """Whether a step ends in the hole: near it, and not past it."""
    return _distance(place, hole) < NEAR and _distance(place, before) < NEAR


def _distance(one, other):
    return sum(min(abs(a - b), 1e100) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5


def left(function, case):
    """Which share of the way is left, by the learner's function."""
    return number(function(case["rate"], case["curvature"]))


def means(function, case):
    """The running means of some numbers, by the learner's function."""
    numbers, beta = list(case["numbers"]), case["beta"]
    case.clear()
    return row(function(numbers, beta))
