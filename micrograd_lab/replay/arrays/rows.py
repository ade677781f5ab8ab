"""Where a group reads and writes: views of the heaps where rows are evenly spaced, buffers where they are not."""

from functools import partial
from math import prod

import numpy as np

from ..program import spaced


class Heaps:
    """The numbers of one stretch of samples: `data` and `grad`, each (rows of one number, rows of one per sample).

    `marks` has for each row whether a gradient has been written there, in the order of backward(): the first one
    is written, later ones are added. Rows that get the first and a later one at once are in `zeroed`.
    """

    def __init__(self, data, grad, marks, zeroed, pool):
        self.data, self.grad, self.marks, self.zeroed, self.pool = data, grad, marks, zeroed, pool

    def scratch(self, slot: int, *shape):
        """An array that every group may use for the moment, another for each slot."""
        size = prod(shape)
        if (slot, size) not in self.pool:
            self.pool[slot, size] = np.empty(size)
        return self.pool[slot, size].reshape(shape)


class Place:
    """Rows of a heap as one array, of shape (rows, samples), where `fetch` and `store` move what is no view.

    An operand whose rows are all the same row is one row, which NumPy repeats.
    """

    def __init__(self, rows, heaps, index=None):
        self.rows, self.heaps, self.many = rows, heaps, rows.many
        index = rows.index if index is None else index
        self.count, self.index = len(index), np.array(index)
        self.data, self.fetch, self.store = self.of(heaps.data[rows.many], fixed=False)

    def of(self, heap, fixed):
        """(array, calls that fill it, calls that put it back)."""
        cut = self.cut()
        if cut is not None:
            return heap[cut], [], []
        buffer = (
            np.empty((self.count, heap.shape[1])) if not fixed else self.heaps.scratch(5, self.count, heap.shape[1])
        )
        fetch = partial(heap.take, self.index, axis=0, out=buffer, mode="clip")
        return buffer, [fetch], [partial(heap.__setitem__, self.index, buffer)]

    def cut(self):
        """The rows as a slice; None where they are not evenly spaced."""
        even = spaced(self.index.tolist())
        if even is None:
            return None
        first, step = even
        if step == 0:
            return slice(first, first + 1)
        stop = first + self.count * step
        return slice(first, stop if stop >= 0 else None, step)

    def moves(self, wanted):
        """Whether gradients go there, and somebody wants one of them."""
        return self.rows.moving and (wanted is None or any(wanted[self.many][row] for row in self.index.tolist()))

    def receive(self, shape, make):
        """The calls that bring a gradient here. `make` gives an array, or the calls that fill the one that it is given.

        `shape` is that of the gradient: (rows, samples) of the result's heap.
        """
        target, first = self.heaps.grad[self.many], self._mark()
        cut = self.cut()
        whole = cut is not None and self.count == len(range(*cut.indices(len(target))))
        if whole and first and target.shape[1] == shape[1]:
            calls, given = _filled(make, target[cut])
            return calls if given is None else [partial(np.copyto, target[cut], given)]
        calls, found = _filled(make, None, lambda: self.heaps.scratch(1, *shape))
        if found.shape[1] > target.shape[1]:  # one number for all samples hears from all of them
            reduced = self.heaps.scratch(2, shape[0], 1)
            calls.append(partial(np.add.reduce, found, axis=1, keepdims=True, out=reduced))
            found = reduced
        if cut is not None and not whole:  # one row for all
            total = self.heaps.scratch(3, 1, found.shape[1])
            calls.append(partial(np.add.reduce, found, axis=0, keepdims=True, out=total))
            found = total
        if cut is not None:
            view = target[cut]
            return [*calls, partial(np.copyto, view, found) if first else partial(np.add, view, found, view)]
        return calls + self._scatter(target, found, first)

    def _scatter(self, target, found, first):
        order = np.argsort(self.index, kind="stable")
        where, starts = np.unique(self.index[order], return_index=True)
        calls = []
        if len(where) < self.count:  # target[where] += found would keep only one addition to a repeated row
            sorted_, sums = (
                self.heaps.scratch(slot, n, found.shape[1]) for slot, n in ((3, self.count), (4, len(where)))
            )
            calls = [
                partial(found.take, order, axis=0, out=sorted_, mode="clip"),
                partial(np.add.reduceat, sorted_, starts, axis=0, out=sums),
            ]
            found = sums
        else:
            where = self.index
        return [*calls, partial(target.__setitem__, where, found) if first else partial(_add, target, where, found)]

    def unmark(self):
        """Have the next gradient of these rows be their first."""
        for row in self.index.tolist():
            self.heaps.marks[self.many][row] = 0

    def _mark(self):
        """Whether these rows get their first gradient now. Where some do, those are set to 0 beforehand."""
        marks, index = self.heaps.marks[self.many], set(self.index.tolist())
        new = [row for row in index if not marks[row]]
        for row in new:
            marks[row] = 1
        if len(new) < len(index):
            self.heaps.zeroed[self.many].update(new)
        return len(new) == len(index)


def gradient(y, heaps):
    """(The gradient of a group's results, calls that fetch it); None where nobody sent one."""
    marks, index = heaps.marks[y.many], y.index.tolist()
    missing = [row for row in index if not marks[row]]
    if len(missing) == len(index):
        return None
    for row in missing:
        marks[row] = 1
    heaps.zeroed[y.many].update(missing)
    dy, fetch, _ = y.of(heaps.grad[y.many], fixed=True)
    return dy, list(fetch)


def _filled(make, out, scratch=None):
    """(calls, array): make's own array, or out filled by calls; of None a scratch array."""
    if not callable(make):
        return [], make
    if out is None:
        out = scratch()
        return make(out), out
    return make(out), None


def _add(target, where, found):
    target[where] += found
