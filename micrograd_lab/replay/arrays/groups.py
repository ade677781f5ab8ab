"""A group's calls on one stretch of samples, forwards and backwards, row by row or on sums and the like."""

from functools import partial

from .products import dot, matrix
from .rows import Place, gradient
from .rules import PASS, rule_of
from .tables import lookup, maximum, total


def bind(group, heaps):
    """The calls that compute a group, and a function of the wanted rows that gives the calls of backward."""
    y = Place(group.result, heaps)
    operands = [Place(rows, heaps) for rows in group.operands] if group.op != "matrix" else None
    if group.op == "matrix":
        operands, compute, sends = matrix(group, heaps, y)
    elif group.op == "dot":
        compute, sends = dot(group, heaps, y, operands)
    elif group.op == "lookup":
        return lookup(group, heaps, y)
    elif group.op in ("sum", "max"):
        compute, sends = (total if group.op == "sum" else maximum)(group, heaps, y, *operands)
    else:
        compute, sends = _row_by_row(group, y, operands)
    forward = [*[call for o in operands for call in o.fetch], *compute, *y.store]

    def backward(wanted):
        if not (dy := gradient(y, heaps)):
            return []
        dy, calls = dy
        if group.operands[0] == group.result:  # in place: what is sent is the first that arrives there
            y.unmark()
        for operand, send in zip(operands, sends, strict=True):
            if operand.moves(wanted):
                summed = group.op == "matrix" and not operand.many  # over the samples, by the product itself
                width = dy.shape[1] if operand.many or not summed or group.operands[0].many else 1
                calls += operand.receive((operand.count, width), send(dy))
        return calls

    return forward, backward


def _row_by_row(group, y, operands):
    rule, *slopes = rule_of(group.op)
    # NumPy takes one number of no dimension more quickly than one of two.
    inputs = [o.data.reshape(()) if o.data.shape == (1, 1) else o.data for o in operands]

    def send(slope):
        if slope == PASS:
            return lambda dy: dy
        return lambda dy: lambda out: [partial(slope, out, dy, y.data, *inputs)]

    return [partial(rule, *inputs, y.data)], [send(slope) for slope in slopes]
