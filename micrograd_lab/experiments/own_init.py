"""A learner's init(nin, nout, activation), from which anything may come, asked for the weights of many layers."""

import linecache
import random
import time
import traceback
from itertools import islice
from pathlib import Path

import numpy as np

from .club import TooLong, bounded

PACKAGE, LIBRARY = str(Path(__file__).parents[1]), str(Path(random.__file__).parent)
EACH, MORE, SECONDS = 500, 100_000, 10.0  # instructions a weight, and beside them; seconds for all layers
ENOUGH = 10  # so many times as many rows or numbers as asked for are gone through: what has no end is no list
SMALL = (2, 3)  # not a square: rows and columns are told apart

WAY = "def init(nin, nout, activation): which returns a list of nout rows, each of nin plain numbers"
NO_FUNCTION = (
    "asked: a function init(nin, nout, activation)\nfound: {found}\ntry:   live.signal(init), no brackets behind it"
)
RAISED = "asked: {call}\nfound: {kind}: {error}{where}\ntry:   {way}"
MEND = "mend that line and run the cell again"
WHERE = ", in line {number}, {code}"
LONG = (
    "asked: {call} in no more than {most:,} instructions\nfound: it was still not done\n"
    "try:   look at what ends the loop in it: {nout} rows of {nin} numbers, and then return"
)
SLOW = (
    "asked: {layers} layers within {seconds:g} s\nfound: only {n} of them by then\n"
    "try:   a smaller width, or fewer layers"
)
NO_ROWS = "asked: {call}, a list of {nout} rows of {nin} numbers\nfound: {found}\ntry:   {way}"
ROWS, LENGTH, MANY = "{count} rows", "{count} numbers in row {row}", "{count} and more"
TURNED = "{count} rows of {length} numbers: it lies on its side"
NO_NUMBER = "asked: {call}, plain numbers\nfound: {found} in row {row}\ntry:   {way}"
PLAIN = "numbers as random.gauss(0, spread) gives them; a network makes its own Values of them"


class NoWeights(Exception):
    """Why there are no weights of a learner's, in three parts."""


def weights(init, layers, width, activation, seed, clock=time.monotonic):
    """The weights of each layer, arrays (width, width), as this function gives them after random.seed(seed).

    NoWeights, and nothing else, for whatever goes wrong in it. Python's random goes on afterwards as if nobody had
    asked it; NumPy's old one too.
    """
    if not callable(init):
        raise NoWeights(NO_FUNCTION.format(found=_shortly(init)))
    before, old, began = random.getstate(), np.random.get_state(), clock()
    random.seed(seed)
    np.random.seed(seed)
    try:
        asked(init, *SMALL, activation)
        random.seed(seed)
        np.random.seed(seed)
        found = []
        for n in range(layers):
            if clock() - began > SECONDS:
                raise NoWeights(SLOW.format(layers=layers, seconds=SECONDS, n=n))
            found.append(asked(init, width, width, activation))
        return found
    finally:
        random.setstate(before)
        np.random.set_state(old)


def asked(init, nin, nout, activation):
    """One layer's weights, an array (nout, nin); NoWeights where they are none."""
    call = "init({nin}, {nout}, {activation!r})".format(nin=nin, nout=nout, activation=activation)
    most = EACH * nin * nout + MORE
    try:
        given = bounded(lambda: init(nin, nout, activation), most)
    except TooLong:
        raise NoWeights(LONG.format(call=call, most=most, nin=nin, nout=nout)) from None
    except (Exception, SystemExit) as error:
        where = _where(error)
        said = {"kind": type(error).__name__, "error": _shortly(error), "where": where, "way": MEND if where else WAY}
        raise NoWeights(RAISED.format(call=call, **said)) from None
    enough = ENOUGH * max(nin, nout)
    try:
        rows = bounded(lambda: [list(islice(row, enough)) for row in islice(given, enough)], most)
    except (Exception, TooLong):
        raise NoWeights(NO_ROWS.format(call=call, nin=nin, nout=nout, found=_shortly(given), way=WAY)) from None
    if found := _shape(rows, nin, nout):
        raise NoWeights(NO_ROWS.format(call=call, nin=nin, nout=nout, found=found, way=WAY))
    return np.array([[_number(x, call, n) for x in row] for n, row in enumerate(rows, 1)])


def _shape(rows, nin, nout):
    """What is wrong with the numbers of rows and columns; "" where nothing is."""
    lengths = [len(row) for row in rows]

    def many(count):
        return str(count) if count < ENOUGH * max(nin, nout) else MANY.format(count=count)

    if len(rows) == nin != nout and set(lengths) == {nout}:
        return TURNED.format(count=len(rows), length=nout)
    if len(rows) != nout:
        return ROWS.format(count=many(len(rows)))
    wrong = [(n, length) for n, length in enumerate(lengths, 1) if length != nin]
    return LENGTH.format(count=many(wrong[0][1]), row=wrong[0][0]) if wrong else ""


def _number(x, call, row):
    try:
        number = float(x + 0.0)  # text has no sum with a number, and float reads no Value
        if np.isfinite(number):
            return number
    except Exception:
        pass
    raise NoWeights(NO_NUMBER.format(call=call, found=_shortly(x), row=row, way=PLAIN)) from None


def _where(error):
    """The learner's own line at which it was raised, where Python has kept it."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        code = (frame.line or linecache.getline(frame.filename, frame.lineno)).strip()
        if not frame.filename.startswith((PACKAGE, LIBRARY)) and code:
            return WHERE.format(number=frame.lineno, code=code[:80])
    return ""


def _shortly(thing):
    """What somebody's object says of itself, in a line; its kind, where it says nothing."""
    try:
        said = str(thing) if isinstance(thing, BaseException) else repr(thing)
        said = "an object of the class " + type(thing).__name__ if " at 0x" in said else said
        return " ".join(said.split())[:120] or type(thing).__name__
    except Exception:
        return type(thing).__name__
