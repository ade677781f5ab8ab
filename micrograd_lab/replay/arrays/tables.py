"""Sums and maxima of terms one after another, and lookups."""

from functools import partial

import numpy as np

from .rows import Place, gradient


def total(group, heaps, y, terms):
    """The calls of a sum, and what it sends to its terms."""
    starts = _starts(group.lengths)
    length = group.lengths[0]
    width = y.data.shape[1]
    if terms.data.shape[0] < terms.count:  # one row, again and again
        terms.data = np.broadcast_to(terms.data, (terms.count, width))
    if set(group.lengths) == {length}:
        cube = terms.data.reshape(-1, length, width)
        compute = partial(np.add.reduce, cube, axis=1, out=y.data)
        return [compute], [lambda dy: lambda out: [partial(np.copyto, out.reshape(cube.shape), dy[:, None])]]
    repeat = np.repeat(np.arange(len(group.lengths)), group.lengths)
    send = lambda dy: lambda out: [partial(dy.take, repeat, axis=0, out=out, mode="clip")]  # noqa: E731
    return [partial(np.add.reduceat, terms.data, starts, axis=0, out=y.data)], [send]


def maximum(group, heaps, y, terms):
    """The calls of a maximum, which sends nothing."""
    if terms.data.shape[0] < terms.count:
        terms.data = np.broadcast_to(terms.data, (terms.count, y.data.shape[1]))
    return [partial(np.maximum.reduceat, terms.data, _starts(group.lengths), axis=0, out=y.data)], [None]


def lookup(group, heaps, y):
    """The calls of a lookup, and a function that gives those of its way back."""
    choices, table = group.operands
    data, grad = heaps.data[table.many], heaps.grad[table.many]
    rows, starts = np.array(table.index), _starts(group.lengths)[:, None]
    last = np.array(group.lengths)[:, None] - 1
    index = np.array(choices.index)
    width = y.data.shape[1]
    where, chosen = np.empty((len(index), width), int), np.empty((len(index), width))
    samples = np.broadcast_to(np.arange(width), where.shape)
    source = heaps.data[True]

    def forward():
        source.take(index, axis=0, out=chosen, mode="clip")
        np.copyto(where, chosen, casting="unsafe")
        np.clip(where, 0, last, out=where)
        np.add(where, starts, out=where)
        rows.take(where, out=where, mode="clip")
        y.data[...] = data[where, samples] if table.many else data[where, 0]

    def backward(wanted):
        if not table.moving or not (found := gradient(y, heaps)):
            return []
        dy, calls = found
        place = Place(table, heaps)
        if not place.moves(wanted):
            return []
        marks = heaps.marks[table.many]
        heaps.zeroed[table.many].update(row for row in table.index if not marks[row])
        for row in table.index:
            marks[row] = 1
        at = (where, samples) if table.many else (where, 0)
        return [*calls, partial(np.add.at, grad, at, dy)]

    return [forward, *y.store], backward


def _starts(lengths):
    return np.cumsum([0, *lengths[:-1]])
