"""Lesson 0: a number, and functions of one or two numbers."""

from ..beside.call import called
from ..beside.shape import number as plain_number

__all__ = ["change", "machine", "number", "way"]


def number(answer, case):
    """The number that the learner typed."""
    return plain_number(answer)


def machine(function, case):
    """What the learner's function gives for x."""
    return plain_number(called(function, {"x": case["x"]}))


def change(function, case):
    """What the learner's function gives for x, and the step by which it grows."""
    return plain_number(called(function, {"x": case["x"], "by": case["by"]}))


def way(function, case):
    """What the learner's function says of a loss before a move and after it."""
    return plain_number(called(function, {"before": case["before"], "after": case["after"]}))
