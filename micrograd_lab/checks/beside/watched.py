"""What a learner's function does to Numbers while it runs, where what it leaves behind does not show it."""

import sys
from contextlib import contextmanager


@contextmanager
def grads_set(number):
    """The ids of those Numbers that ever had a gradient other than 0."""
    ever = set()

    def note(v, name, x):
        if name == "grad" and not (isinstance(x, (int, float)) and x == 0):
            ever.add(id(v))
        object.__setattr__(v, name, x)

    number.__setattr__ = note
    try:
        yield ever
    finally:
        del number.__setattr__


@contextmanager
def calls_deeper_than(most, number):
    """[most] as soon as a Number's inputs have been read more than so many calls deep.

    That takes a higher recursion limit, and is seen also where the limit has been put back since.
    """
    deeper = []

    def inputs(v):
        if not deeper and sys.getrecursionlimit() > most:
            try:
                sys._getframe(most)
                deeper.append(most)
            except ValueError:  # not so deep
                pass
        return v.__dict__["inputs"]

    def keep(v, found):
        v.__dict__["inputs"] = found

    number.inputs = property(inputs, keep)
    try:
        yield deeper
    finally:
        del number.inputs
