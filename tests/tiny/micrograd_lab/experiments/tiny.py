"""Twice a number and half of it, by the engine."""

from ..engine import Value


def twice_and_half(x):
    """(2x, x / 2) as plain numbers."""
    v = Value(x)
    return (2 * v).data, (v / 2).data
