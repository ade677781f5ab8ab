"""Runs a program with NumPy: each group is a call or two on views of arrays that are made once.

It keeps the room for as many samples as it had last, for a few of such numbers: batches end with a smaller one.
"""

from itertools import chain

import numpy as np

from .room import Room
from .training import ran

ROOMS = 3


class Machine:
    """One program, on as many samples as `allot` makes room for."""

    def __init__(self, program):
        self.program, self.rooms, self.room = program, {}, None
        self.single, self.single_grad = np.zeros((2, program.heights[False], 1))
        for row, number in program.constants:
            self.single[row] = number
        self.parameters = self.single[: program.parameters, 0]

    def allot(self, samples: int) -> None:
        """Make room for so many samples; nothing where that has been done already."""
        if samples not in self.rooms:
            while len(self.rooms) >= ROOMS:
                del self.rooms[next(iter(self.rooms))]
            self.rooms[samples] = Room(self.program, (self.single, self.single_grad), samples)
        self.room = self.rooms[samples]

    def load(self, columns) -> None:
        """One number, or a buffer with a float64 for each sample, for each input."""
        for some, data, _ in self.room.stretches:
            for row, x in enumerate(columns):
                data[row] = x if isinstance(x, float) else np.asarray(x)[some]

    def forward(self) -> None:
        """Compute all groups."""
        with np.errstate(all="ignore"):
            for call in chain(self.room.alone, *self.room.forwards):
                call()

    def backward(self) -> None:
        """The gradient of root's mean over the samples, of every row that moves."""
        first, each, last = self.room.way_back()
        with np.errstate(all="ignore"):
            for call in chain(first, *each, last):
                call()

    def data(self, many: bool, row: int) -> np.ndarray:
        """The numbers in a row, one per sample, or one."""
        return np.concatenate([data[row] for _, data, _ in self.room.stretches]) if many else self.single[row].copy()

    def grad(self, many: bool, row: int) -> np.ndarray:
        """The gradients in a row, one per sample, or one."""
        return (
            np.concatenate([grad[row] for _, _, grad in self.room.stretches]) if many else self.single_grad[row].copy()
        )

    def sample(self, number: int, grads: bool = True) -> tuple:
        """All data and all gradients of one sample: two pairs of lists, rows of one number and rows of many."""
        some, *arrays = next(stretch for stretch in self.room.stretches if number < stretch[0].stop)
        singles = self.single, self.single_grad
        return tuple(
            (single[:, 0].tolist(), many[:, number - some.start].tolist())
            for single, many in zip(singles, arrays, strict=True)
        )

    @property
    def parameter_grads(self) -> np.ndarray:
        """One number for each parameter."""
        return self.single_grad[: self.program.parameters, 0].copy()

    def run(self, plan):
        """Train as the plan says: see plan.py."""
        with np.errstate(all="ignore"):
            return ran(self, plan)
