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
    """[most] as soon as a Number has been read more than so many calls deep: that takes a higher recursion limit, also
    where it has been put back since."""
    deeper = []

    def note(v, name):
        if not deeper and sys.getrecursionlimit() > most:
            try:
                sys._getframe(most)
                deeper.append(most)
            except ValueError:  # not so deep
                pass
        return object.__getattribute__(v, name)

    number.__getattribute__ = note
    try:
        yield deeper
    finally:
        del number.__getattribute__
