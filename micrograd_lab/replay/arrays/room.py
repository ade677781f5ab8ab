"""Arrays for so many samples, and the calls to be made on them: they are made once.

Samples are computed in stretches, so that a stretch stays near the processor.
"""

from math import prod

import numpy as np

from .groups import bind
from .rows import Heaps

LINE = 8  # numbers that come together from memory: rows begin where a line begins
STRETCH = 2**17  # numbers to compute before the next samples' turn: a megabyte


class Room:
    """`stretches` are (which samples, data, grad), and with `passing` the next one takes the arrays of the last.

    The calls that compute all groups are `alone`, of rows of one number, and `forwards`, a list for each stretch.
    """

    def __init__(self, program, singles, samples, passing=False):
        self.program, self.samples, self.passing = program, samples, passing
        self.single, self.single_grad = singles
        height, self.stretches, self.pool = program.heights[True], [], {}
        touched = {row for g in program.groups for rows in (g.result, *g.operands) if rows.many for row in rows.index}
        most = STRETCH // max(1, len(touched)) + 1
        length = max(1, -(-samples // max(1, -(-samples // most))))  # equal ones, and what is left
        if samples > length > LINE:
            length = -(-length // LINE) * LINE
        arrays = {}
        for first in range(0, max(1, samples), length):
            some = slice(first, min(first + length, samples))
            width = some.stop - some.start
            if not passing or width not in arrays:
                arrays[width] = _aligned(2, height, width)
                arrays[width][0, list(program.ones)] = 1.0
            self.stretches.append((some, *arrays[width]))
        self.training, self.bound, self.backwards = {}, self._bound(), {}
        self.alone = [call for group, _, forward, _ in self.bound if not group.result.many for call in forward]
        self.forwards = [
            [call for group, of, forward, _ in self.bound if group.result.many and of is heaps for call in forward]
            for heaps in self.heaps
        ]

    def way_back(self, trained: int | None = None) -> tuple:
        """The calls of backward(): of what leads to the first so many parameters, or of all.

        Three lists: what comes first, a list for each stretch, what comes last.
        """
        if trained not in self.backwards:
            self.backwards[trained] = self._way_back(None if trained is None else self._wanted(trained))
        return self.backwards[trained]

    def _bound(self):
        """(group, heaps, forward calls, backward calls) of all groups, one stretch after another."""
        height, bound = self.program.heights, []
        self.heaps = []
        for _, data, grad in self.stretches:
            marks = bytearray(height[False]), bytearray(height[True])
            heaps = Heaps((self.single, data), (self.single_grad, grad), marks, (set(), set()), self.pool)
            if not self.heaps:
                bound += [(g, heaps, *bind(g, heaps)) for g in self.program.groups if not g.result.many]
            bound += [(g, heaps, *bind(g, heaps)) for g in self.program.groups if g.result.many]
            self.heaps.append(heaps)
        return bound

    def _way_back(self, wanted):
        many, root = self.program.root
        marks, zeroed = bytearray(self.program.heights[False]), set()
        for heaps in self.heaps:
            heaps.marks, heaps.zeroed = (marks, bytearray(self.program.heights[True])), (zeroed, set())
            heaps.marks[many][root] = 1
        each, last = [[] for _ in self.heaps], []
        for n, heaps in enumerate(self.heaps):
            for group, of, _, backward in reversed(self.bound):
                if group.result.many and of is heaps:
                    each[n] += backward(wanted)
        for group, _, _, backward in reversed(self.bound):
            if not group.result.many:
                last += backward(wanted)
        first = _zeroing(self.single_grad, zeroed)
        first += [] if many else [_filling(self.single_grad[root], 1.0)]
        for (_, _, grad), heaps, calls in zip(self.stretches, self.heaps, each, strict=True):
            seed = [_filling(grad[root], 1.0 / max(1, self.samples))] if many else []
            calls[:0] = _zeroing(grad, heaps.zeroed[True]) + seed
        return first, each, last

    def _wanted(self, trained):
        """Which rows the first so many parameters reach: only they need gradients."""
        wanted = [bytearray(height) for height in self.program.heights]
        wanted[False][:trained] = bytes([1]) * trained
        for group in self.program.groups:
            if any(wanted[rows.many][row] for rows in group.operands for row in rows.index):
                for row in group.result.index:
                    wanted[group.result.many][row] = 1
        return wanted


def _aligned(*shape):
    whole = np.zeros(prod(shape) + LINE)
    first = -whole.ctypes.data // whole.itemsize % LINE
    return whole[first : first + prod(shape)].reshape(shape)


def _zeroing(grad, rows):
    index = np.array(sorted(rows), dtype=int)
    if not len(index):
        return []
    if index[-1] - index[0] == len(index) - 1:
        index = slice(index[0], index[-1] + 1)
    return [lambda: grad.__setitem__(index, 0.0)]


def _filling(row, number):
    return lambda: row.fill(number)
