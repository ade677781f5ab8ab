"""Dot products and matrix products, and what they send."""

from functools import partial

import numpy as np

from .rows import Place


def dot(group, heaps, y, operands):
    """The calls of dot products of any lengths, and what they send to each side."""
    width = y.data.shape[1]
    a, b = [np.broadcast_to(o.data, (o.count, o.data.shape[1])) for o in operands]
    product = heaps.scratch(0, len(a), width)
    starts = np.cumsum([0, *group.lengths[:-1]])
    repeat = np.repeat(np.arange(len(group.lengths)), group.lengths)

    def send(other):
        def into(dy):
            return lambda out: [
                partial(dy.take, repeat, axis=0, out=out, mode="clip"),
                partial(np.multiply, out, other, out=out),
            ]

        return into

    compute = [
        partial(np.multiply, a, b, out=product),
        partial(np.add.reduceat, product, starts, axis=0, out=y.data),
    ]
    return compute, [send(b), send(a)]


def matrix(group, heaps, y):
    """The operands of a matrix product, its calls, and what it sends to each side."""
    (m, p, k), (left, right) = group.lengths, group.operands
    if left.many:
        return _per_sample(group, heaps, y)
    # One product for all positions and samples: the vectors as columns, (k, p * samples).
    columns = Place(right, heaps, [right.index[j * k + q] for q in range(k) for j in range(p)])
    weights = Place(left, heaps)
    width = y.data.shape[1]
    if left.index == right.index and not right.many and m == p == 1:  # a sum of squares: both sides at once
        v = _whole(weights, k)
        square = _matmul(v.T, v, y.data)
        return [weights], [square], [lambda dy: lambda out: [partial(_twice, dy, v, out)]]
    w, x = (_whole(place, rows) for place, rows in ((weights, m * k), (columns, k * p)))
    w, x, out = w.reshape(m, k), x.reshape(k, p * width), y.data.reshape(m, p * width)
    sends = [
        lambda dy: lambda out: [_matmul(dy.reshape(m, -1), x.T, out.reshape(m, k))],
        lambda dy: lambda out: [_back(w.T, dy.reshape(m, -1), out.reshape(k, -1))],
    ]
    return [weights, columns], [_matmul(w, x, out)], sends


def _per_sample(group, heaps, y):
    """Vectors that differ between samples on the left."""
    (m, p, k), width = group.lengths, y.data.shape[1]
    operands = [Place(rows, heaps) for rows in group.operands]
    a, b = (_whole(o, n).reshape(-1, k, o.data.shape[1]) for o, n in zip(operands, (m * k, p * k), strict=True))
    out = y.data.reshape(m, p, width)
    if width == 1:
        a, b = a[:, :, 0], b[:, :, 0]
        sends = [
            lambda dy: lambda to: [_matmul(dy.reshape(m, p), b, to.reshape(m, k))],
            lambda dy: lambda to: [_matmul(dy.reshape(m, p).T, a, to.reshape(p, k))],
        ]
        return operands, [_matmul(a, b.T, out[:, :, 0])], sends
    every = heaps.scratch(0, m, p, k, width)
    a, b = a[:, None], b[None]
    compute = [partial(np.multiply, a, b, out=every), partial(np.add.reduce, every, axis=2, out=out)]

    def send(other, axis):
        def into(dy):
            def calls(to):
                shape = (m, k, width) if axis else (p, k, width)
                return [
                    partial(np.multiply, dy.reshape(m, p, 1, width), other, out=every),
                    partial(np.add.reduce, every, axis=axis, out=to.reshape(shape)),
                ]

            return calls

        return into

    return operands, compute, [send(b, 1), send(a, 0)]


def _twice(dy, v, out):
    np.multiply(v, 2.0 * dy[0, 0], out)


def _whole(place, rows):
    return np.broadcast_to(place.data, (rows, place.data.shape[1]))


def _back(w, dy, out):
    # Of one result, which is twice as quick.
    return partial(np.multiply, w, dy, out) if len(dy) == 1 else _matmul(w, dy, out)


def _matmul(a, b, out):
    # Of the same BLAS, and so of the same bits, dot is half a microsecond quicker.
    return partial(np.dot if out.ndim == 2 and out.flags.c_contiguous else np.matmul, a, b, out)
