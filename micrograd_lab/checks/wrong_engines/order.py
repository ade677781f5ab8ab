"""In which order the values of an engine send: the right order first, then what is done instead."""

from ... import orders
from ..beside.walk import below

FIRINGS = 20_000  # recursion takes one for each road; more is a graph to leave alone


def topological(root):
    """Every value once, after all of its users: the output first. As a learner's class is swept (beside/engine.py),
    so that whoever replaces a gradient loses the same."""
    return leaves_first(root)[::-1]


def leaves_first(root):
    return below(root, orders.INPUTS)


recursive = orders.limited(orders.recursive, FIRINGS)
recursive_last_first = orders.limited(orders.last_input_first(orders.recursive), FIRINGS)
once = orders.once
once_last_first = orders.last_input_first(orders.once)
level_by_level = orders.level_by_level
level_by_level_again = orders.limited(orders.level_by_level_again, FIRINGS)
