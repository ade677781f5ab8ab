"""Lesson 0: a number, and functions of one or two numbers."""

from ..beside.plain import plain


def number(answer, case):
    """The number that the learner typed."""
    return plain(answer)


def machine(function, case):
    """What the learner's function gives for x."""
    return plain(function(case["x"]))


def change(function, case):
    """What the learner's function gives for x, and the step by which it grows."""
    return plain(function(case["x"], case["by"]))
