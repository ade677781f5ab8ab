"""Twice and half: a function of one number."""

from ..beside.plain import plain


def number(function, case):
    """What the learner's function gives for x."""
    return plain(function(case["x"]))
