"""Lesson 1: quotients that somebody might take for a slope, generated: two places, a sign between, a divisor."""

import math
import operator
from itertools import product

from ..candidates import Candidate
from ..judge import Misconception, same
from .probe import function

THOSE_OF = "Your numbers are those of {formula}."
PART_BY_PART = "compare that with {right}, part by part."
SAME = "It gives {number:.6g}, whatever it is given."
LOOK_AT_BOTH = "print what you take from f at the two places: are they different places, and is x in them?"

PLACES = {
    "f(x + h)": lambda f, x, h: f(x + h),
    "f(x)": lambda f, x, h: f(x),
    "f(x - h)": lambda f, x, h: f(x - h),
    "f(h)": lambda f, x, h: f(h),
    "(f(x) + h)": lambda f, x, h: f(x) + h,
    "(f(x) - h)": lambda f, x, h: f(x) - h,
    "f(x + 2 * h)": lambda f, x, h: f(x + 2 * h),
    "f(x - 2 * h)": lambda f, x, h: f(x - 2 * h),
    "f(x + h / 2)": lambda f, x, h: f(x + h / 2),
    "f(x - h / 2)": lambda f, x, h: f(x - h / 2),
    "f(x * h)": lambda f, x, h: f(x * h),
    "f(x + x * h)": lambda f, x, h: f(x + x * h),
    "f(x - x * h)": lambda f, x, h: f(x - x * h),
    "f(x + 1)": lambda f, x, h: f(x + 1),
    "f(x + abs(h))": lambda f, x, h: f(x + abs(h)),
    "f(x - abs(h))": lambda f, x, h: f(x - abs(h)),
    "f(0)": lambda f, x, h: f(0.0),
    "f(-h)": lambda f, x, h: f(-h),
    "f(2 * h)": lambda f, x, h: f(2 * h),
    "f(x)**2": lambda f, x, h: f(x) ** 2,
    "(x + h)": lambda f, x, h: x + h,
    "(x - h)": lambda f, x, h: x - h,
    "x": lambda f, x, h: x,
    "h": lambda f, x, h: h,
}
DIVISORS = {
    "/ h": lambda f, x, h: h,
    "/ (2 * h)": lambda f, x, h: 2 * h,
    "": lambda f, x, h: 1.0,
    "* h": lambda f, x, h: 1 / h,
    "/ 2": lambda f, x, h: 2.0,
    "/ 2 * h": lambda f, x, h: 2 / h,
    "/ x": lambda f, x, h: x,
    "/ (x + h)": lambda f, x, h: x + h,
    "/ (x - h)": lambda f, x, h: x - h,
    "/ (2 * x)": lambda f, x, h: 2 * x,
    "/ abs(h)": lambda f, x, h: abs(h),
    "/ (2 * abs(h))": lambda f, x, h: 2 * abs(h),
    "/ -h": lambda f, x, h: -h,
    "/ (h / 2)": lambda f, x, h: h / 2,
    "* 2 / h": lambda f, x, h: h / 2,
    "/ (4 * h)": lambda f, x, h: 4 * h,
    "/ h**2": lambda f, x, h: h * h,
    "* 2 * h": lambda f, x, h: 1 / (2 * h),
    "/ (2 + h)": lambda f, x, h: 2 + h,
    "/ f(x)": lambda f, x, h: f(x),
}
AFTERWARDS = {
    "abs({})": abs,
    "-{}": lambda slope: -slope,
    "int({})": int,
    "round({})": round,
    "2 * {}": lambda slope: 2 * slope,
    "{} / 2": lambda slope: slope / 2,
    "({})**2": lambda slope: slope**2,
    "1 / {}": lambda slope: 1 / slope,
    "atan({})": math.atan,
}


def quotients(cases, results, right):
    """A Candidate for each quotient that gives these results, the shorter the better; `right` is what is asked for."""
    for place, (formula, found) in enumerate((*_differences(cases, results), *_later(cases))):
        says, tries = THOSE_OF.format(formula=f"`{formula}`"), PART_BY_PART.format(right=f"`{right}`")
        yield Candidate(Misconception(formula, None, says, tries), found, 2 + len(formula) / 1e3 + place / 1e7)


def always(cases, results):
    """The Candidate of one number for all cases."""
    if all(same(r, results[0]) for r in results):
        known = Misconception("always the same", None, SAME.format(number=results[0]), LOOK_AT_BOTH)
        yield Candidate(known, tuple(results), 1.6)


def _numbers(table, case):
    f = function(case["f"], "x")
    return {name: _tried(made, f, case["x"], case["h"]) for name, made in table.items()}


def _tried(made, *numbers):
    try:
        return float(made(*numbers))
    except (ArithmeticError, ValueError, TypeError):
        return math.nan


# {how it is written: what becomes of two places and a divisor}; "bare" ones have no second place.
PAIRS = {
    "({u} - {v}) {by}": lambda u, v, by: (u - v) / by,
    "({u} + {v}) {by}": lambda u, v, by: (u + v) / by,
    "{u} * {v} {by}": lambda u, v, by: u * v / by,
    "{u} - {v} {by}": lambda u, v, by: u - v / by,
    "{u} + {v} {by}": lambda u, v, by: u + v / by,
}


def _differences(cases, results):
    """(formula, results) of those that give the first result: few, so that only they are worked out in full."""
    places, divisors = ([_numbers(table, case) for case in cases] for table in (PLACES, DIVISORS))

    first, near = results[0], 1e-5 * abs(results[0])
    by_h = [(by, number) for by, number in divisors[0].items() if number]

    def found(formula, made, u, v, by):
        numbers = zip(places, divisors, strict=True)
        written = formula.format(u=u, v=v, by=by).strip()
        if not by and written.startswith("("):
            written = written[1:-1]
        return written, tuple(_tried(made, p[u], p[v], d[by]) for p, d in numbers)

    for (formula, made), (u, one), (v, other) in product(PAIRS.items(), places[0].items(), places[0].items()):
        for by, number in by_h if u != v else ():
            if abs(made(one, other, number) - first) <= near:
                yield found(formula, made, u, v, by)
    for (u, one), (by, number) in product(places[0].items(), by_h):
        if abs(one / number - first) <= near:
            yield found("{u} {by}", _bare, u, u, by)
    for by in DIVISORS:
        bends = zip(map(_bend, places), divisors, strict=True)
        yield f"({BEND}) {by}".strip(), tuple(_tried(_bare, bend, None, d[by]) for bend, d in bends)


def _bare(u, _v, by):
    return u / by


BEND = "f(x + h) - 2 * f(x) + f(x - h)"


def _bend(places):
    return places["f(x + h)"] - 2 * places["f(x)"] + places["f(x - h)"]


def _later(cases):
    """A slope, forward, back or to both sides, with something done to it afterwards."""
    places = [_numbers(PLACES, case) for case in cases]
    for u, v, many in (("f(x + h)", "f(x)", 1), ("f(x + h)", "f(x - h)", 2), ("f(x)", "f(x - h)", 1)):
        written = f"({u} - {v}) / {'h' if many == 1 else '(2 * h)'}"
        parts = [(p[u] - p[v], many * case["h"]) for p, case in zip(places, cases, strict=True)]
        yield written.replace(") /", ") //"), tuple(_tried(operator.floordiv, *part) for part in parts)
        for text, done in AFTERWARDS.items():
            yield text.format(written), tuple(_tried(done, top / by) for top, by in parts)
