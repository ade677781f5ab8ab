"""The graph that a probe tells of an expression: read as data that anybody may have written."""

import math
from typing import NamedTuple

from .probe import LARGEST

# An operation's number, and its local derivatives, from its inputs' numbers.
OPERATIONS = {
    "+": (2, lambda a, b: a + b, lambda a, b: (1.0, 1.0)),
    "*": (2, lambda a, b: a * b, lambda a, b: (b, a)),
    "tanh": (1, math.tanh, lambda a: (1 - math.tanh(a) ** 2,)),
    "exp": (1, math.exp, lambda a: (math.exp(a),)),
    "ReLU": (1, lambda a: max(0.0, a), lambda a: (1.0 if a > 0 else 0.0,)),
}


class Told(NamedTuple):
    """By place: `inputs`, `partials` and `data`, worked out here; `order`, inputs first, what lies below `root`;
    `leaves`, the places of a, b and c, -1 for one that is not used; and `ops`."""

    inputs: list
    partials: list
    data: list
    order: list
    root: int
    leaves: dict
    ops: list


def told(case, result):
    """The Told graph, with its numbers as they must be at the case's inputs.

    ValueError where it is no graph, knows another operation, or tells of other numbers than it has.
    """
    ops, inputs, data, root, leaves = (result[name] for name in ("ops", "inputs", "data", "root", "leaves"))
    many = len(ops)
    if not (isinstance(ops, list) and isinstance(inputs, list) and isinstance(data, list)):
        raise ValueError("no lists")
    if not 0 < many <= LARGEST or len(inputs) != many or len(data) != many:
        raise ValueError("lists of another length")
    if leaves.keys() != case["inputs"].keys() or not all(_is_place(n, many, -1) for n in leaves.values()):
        raise ValueError("other leaves")
    if not all(type(x) in (int, float) and math.isfinite(x) for x in data) or not _is_place(root, many):
        raise ValueError("no numbers")
    if not all(isinstance(i, list) and len(i) <= 2 and all(_is_place(n, many) for n in i) for i in inputs):
        raise ValueError("no places")
    order = _order(root, inputs)
    if len(order) != many:
        raise ValueError("places that lead nowhere")
    found, partials = [0.0] * many, [()] * many
    at = {place: float(case["inputs"][name]) for name, place in leaves.items() if place >= 0}
    for v in order:
        if not inputs[v] and ops[v] == "":
            found[v] = at.get(v, float(data[v]))
        else:
            takes, forward, slopes = _operation(ops[v])
            of = [found[i] for i in inputs[v]]
            if takes != len(of) or v in at:
                raise ValueError("another operation")
            found[v], partials[v] = forward(*of), slopes(*of)
        if not math.isclose(found[v], data[v], rel_tol=1e-9, abs_tol=1e-12):
            raise ValueError("another number")
    return Told(inputs, partials, found, order, root, leaves, ops)


def _is_place(n, many, least=0):
    return type(n) is int and least <= n < many


def _operation(op):
    if not isinstance(op, str):
        raise ValueError("no operation")
    if op.startswith("**"):
        k = float(op[2:])
        return 1, lambda a: a**k, lambda a: (k * a ** (k - 1),)
    return OPERATIONS[op]


def _order(root, inputs):
    """The places below root, inputs first; ValueError where they make a circle."""
    order, state, stack = [], {}, [root]
    while stack:
        v = stack[-1]
        if state.get(v) is None:
            state[v] = "open"
            for i in inputs[v]:
                if state.get(i) == "open":
                    raise ValueError("a circle")
                if i not in state:
                    stack.append(i)
        else:
            stack.pop()
            if state[v] == "open":
                state[v] = "done"
                order.append(v)
    return order


def turns_of(told):
    """How often each place has its turn in plain recursion: once for each road from the output. As large as it is."""
    roads = [0] * len(told.ops)
    roads[told.root] = 1
    for v in reversed(told.order):
        for i in told.inputs[v]:
            roads[i] += roads[v]
    return roads


def made_alike(told):
    """By place, a number that those have in common that are made in the same way from the same things."""
    known, made = {}, {}
    for v in told.order:
        key = (told.ops[v], *(made[i] for i in told.inputs[v])) if told.inputs[v] else ("leaf", _leaf(told, v))
        made[v] = known.setdefault(key, len(known))
    return made


def _leaf(told, v):
    """Which input it is; a plain number is the same as another that is equal."""
    return next((name for name, place in told.leaves.items() if place == v), told.data[v])
