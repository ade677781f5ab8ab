"""Lesson 11: a start drawn at random, units that are dead, and five networks to be treated.

Before a learner's function runs, Python's random begins at the case's number, and goes on afterwards as if nothing had
been. While it runs, nothing of the case is left here but what it is given.
"""

import random
from itertools import islice

from ..beside.call import called
from ..beside.shape import goes_through, number, row, shape, unordered

DIGITS, LONGEST = "{:.7g}", 5000  # of a number; and of a list
PARTS = ("activation", "weights", "biases", "rate", "points", "labels")


def from_there(chance, do):
    """What do() gives when Python's random has been begun at this number."""
    state = random.getstate()
    random.seed(chance)
    try:
        return do()
    finally:
        random.setstate(state)


def nested(thing, depth):
    """Lists of lists, so deep, of numbers; the shape of what is something else."""
    if not depth or not _can_be_read(thing):
        return number(thing)
    return [nested(one, depth - 1) for one in islice(thing, LONGEST)]


def _can_be_read(thing):
    return goes_through(thing) and not unordered(thing) and not isinstance(thing, (str, bytes, dict))


def init(function, case):
    """{"draws": for each call the rows that it gave, of numbers to seven digits}."""
    asked = {name: case[name] for name in ("nin", "nout", "activation")}
    chance, calls = case["chance"], case["draws"]
    case.clear()
    found = from_there(chance, lambda: [_short(nested(called(function, asked), 2)) for _ in range(calls)])
    return None if found == [None] * calls else {"draws": found}


def _short(thing):
    if isinstance(thing, list):
        return [_short(one) for one in thing]
    return float(DIGITS.format(thing)) if isinstance(thing, float) else thing


def dead(function, case):
    """The numbers that a learner's function gives, a set of them from small to large; {"changed": True} where it has
    changed what it was given."""
    outputs = [list(answers) for answers in case["outputs"]]
    case.clear()
    before = [list(answers) for answers in outputs]
    found = function(outputs)
    if outputs != before:
        return {"changed": True}
    if unordered(found):
        found = sorted(found)
    return [int(one) if isinstance(one, bool) else one for one in found] if _truths(found) else row(found)


def _truths(found):
    """Is it a list of truth values alone? These are told as 0 and 1."""
    return isinstance(found, (list, tuple)) and bool(found) and all(isinstance(one, bool) for one in found)


def treat(function, case):
    """{"cause": text, "patient": what is in it} that a learner's function gives for a patient; None for none."""
    name, patient, chance = case["name"], case["patient"], case["chance"]
    case.clear()
    found = from_there(chance, lambda: function(name, patient))
    if found is None or not isinstance(found, (tuple, list)) or len(found) != 2:
        return None if found is None else shape(found)
    cause, mended = found
    return {"cause": cause if isinstance(cause, str) else shape(cause), "patient": _told(mended)}


def _told(mended):
    if not isinstance(mended, dict):
        return shape(mended)
    return {name: _part(name, mended[name]) for name in PARTS if name in mended}


def _part(name, thing):
    return thing if isinstance(thing, str) else nested(thing, 3 if name == "weights" else 2)


def spread_of_sum(function, case):
    """What the learner's function makes of three numbers."""
    return number(function(case["nin"], case["w"], case["x"]))


def begin(function, case):
    """{"first", "again", "other"}: the rows of two calls with one seed, and of one with another."""
    nin, nout, seed, other, chance = (case[name] for name in ("nin", "nout", "seed", "other", "chance"))
    case.clear()
    found = from_there(chance, lambda: [nested(function(nin, nout, one), 2) for one in (seed, seed, other)])
    return None if found[0] is None else dict(zip(("first", "again", "other"), found, strict=True))
