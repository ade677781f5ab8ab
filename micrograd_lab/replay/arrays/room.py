"""Arrays for so many samples, and the calls to be made on them: they are made once.

Samples are computed in stretches, so that a stretch stays near the processor.
"""

import numpy as np

from .groups import bind
from .rows import Heaps

STRETCH = 2**17  # numbers to compute before the next samples' turn: a megabyte


class Room:
    """`stretches` are (which samples, data, grad); `forwards` the calls that compute all groups on them."""

    def __init__(self, program, singles, samples):
        self.program, self.samples = program, samples
        self.single, self.single_grad = singles
        height, self.stretches, self.pool = program.heights[True], [], {}
        most = STRETCH // max(1, height) + 1
        count = max(1, -(-samples // most))  # stretches of equal length
        for n in range(count):
            some = slice(n * samples // count, (n + 1) * samples // count)
            data, grad = np.zeros((2, height, some.stop - some.start))
            data[list(program.ones)] = 1.0
            self.stretches.append((some, data, grad))
        self.bound, self.backwards = self._bound(), {}
        self.forwards = [call for _, _, forward, _ in self.bound for call in forward]

    def way_back(self, trained: int | None = None) -> list:
        """The calls of backward(): of what leads to the first so many parameters, or of all."""
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
        alike = {}
        for group, heaps, _, backward in self.bound:
            alike.setdefault((not group.result.many, self.heaps.index(heaps)), []).append(backward)
        calls = [call for _, some in sorted(alike.items()) for backward in some[::-1] for call in backward(wanted)]
        start = _zeroing(self.single_grad, zeroed)
        for (_, _, grad), heaps in zip(self.stretches, self.heaps, strict=True):
            start += _zeroing(grad, heaps.zeroed[True])
            if many:
                start.append(_filling(grad[root], 1.0 / max(1, self.samples)))
        if not many:
            start.append(_filling(self.single_grad[root], 1.0))
        return start + calls

    def _wanted(self, trained):
        """Which rows the first so many parameters reach: only they need gradients."""
        wanted = [bytearray(height) for height in self.program.heights]
        wanted[False][:trained] = bytes([1]) * trained
        for group in self.program.groups:
            if any(wanted[rows.many][row] for rows in group.operands for row in rows.index):
                for row in group.result.index:
                    wanted[group.result.many][row] = 1
        return wanted


def _zeroing(grad, rows):
    index = np.array(sorted(rows), dtype=int)
    if not len(index):
        return []
    if index[-1] - index[0] == len(index) - 1:
        index = slice(index[0], index[-1] + 1)
    return [lambda: grad.__setitem__(index, 0.0)]


def _filling(row, number):
    return lambda: row.fill(number)
