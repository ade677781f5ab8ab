"""A program as machine.wat reads it: where everything stands in its memory, and each group in 40 words.

Rows that are neighbours, or evenly spaced where a matrix is made of them, are read where they stand. Others get a
list, by which the machine fetches them. The words are told at the head of machine.wat.
"""

import struct
from array import array
from typing import NamedTuple

from ..program import ROW_OPS, exponent

NUMBERS = 512  # where the numbers begin: below is the header
ROOM = 2**16  # numbers of a stretch: with their gradients they stay near the processor
LEAST = 128  # samples of a stretch all the same: shorter rows take longer
WORDS, BLOCK = 40, 32  # words of a group; bytes to which rows are filled up, four numbers
KERNELS = [*ROW_OPS, "**2", "power", "sum", "max", "dot", "dot_one", "lookup", "matrix", "matrix_many", "matrix_across"]
IN_PLACE, GATHER, GATHER_MANY, REPEAT = range(4)  # the ways to fetch rows
MOVES, LEADS = 1, 2  # gradients go there; and on to a parameter


class Layout(NamedTuple):
    """Where everything stands, as addresses in bytes, for a number of samples."""

    samples: int
    width: int  # samples in a stretch
    stretches: int
    stride: int  # bytes from row to row of a stretch
    many: int  # the first stretch
    stretch: int  # bytes from stretch to stretch
    grads: int  # bytes from a number to its gradient
    groups: int
    counts: tuple  # groups of one number, groups with a number per sample
    words: array
    loaded: int  # the inputs, column after column
    end: int


class Encoder:
    """Encodes the groups of one program for so many samples; `layout` is what came of it."""

    def __init__(self, program, samples: int):
        singles, many = program.heights
        lanes = max(1, samples)
        self.wide = lanes > 1
        width = -(-lanes // max(1, min(-(-lanes * many // ROOM), lanes // LEAST)))
        self.stride = _filled(8 * width) if self.wide else 8
        if self.stride % 1024 == 0:  # rows so far apart would all want the same corner of the cache
            self.stride += BLOCK
        self.first = NUMBERS + _filled(8 * singles) + BLOCK
        stretch, stretches = _filled(many * self.stride) + BLOCK, -(-lanes // width)
        groups = sorted(program.groups, key=lambda group: group.result.many)
        end = grads = self.first + stretches * stretch
        self.room = 0
        while self._encode(program, groups, end, grads := -(-grads // 4096) * 4096 + 2080):
            grads = 3 * self.room  # scratch has gradients too, which must not begin before it ends
        scratch = _filled(self.at + 4 * len(self.words))
        for n in range(len(groups)):
            for slot in range(3):
                self.words[n * WORDS + 13 + 10 * slot] = scratch + slot * self.room
        ones = sum(not group.result.many for group in groups)
        loaded = scratch + grads + 3 * self.room
        self.layout = Layout(
            samples, width, stretches, self.stride, self.first, stretch, grads, self.at, (ones, len(groups) - ones),
            self.words, loaded, loaded + _filled(8 * program.inputs * lanes),
        )  # fmt: skip

    def _encode(self, program, groups, end, grads):
        """All groups; and whether their gradients stand too near for the scratch that they need."""
        self.at, self.lists, leads = grads + end, {}, _leading(program)
        self.words = array("i", bytes(4 * WORDS * len(groups)))
        for n, group in enumerate(groups):
            self.words[n * WORDS : (n + 1) * WORDS] = array("i", self._group(group, leads))
        return 3 * self.room > grads

    def place(self, many: bool, row: int) -> int:
        """The address of a row: in the first stretch, if it has a number per sample."""
        return self.first + row * self.stride if many else NUMBERS + 8 * row

    def _step(self, rows):
        return self.stride if rows.many else 8

    def _list(self, index, step):
        """The address of a list: the way in bytes from the first row of all to each of these."""
        key = index, step
        if key not in self.lists:
            self.lists[key] = self.at + 4 * len(self.words)
            self.words.extend([row * step for row in index])
        return self.lists[key]

    def _group(self, group, leads):
        """The words of one group."""
        wide = group.result.many and self.wide
        if wide:
            group = _with_weights_left(group)
        op, result, operands, lengths = group
        step, k, head, listed = self.stride if wide else 8, exponent(op), (0, 0, 0), 0
        if op == "matrix":
            op, head, rows = self._matrix(wide, lengths, result, *operands)
        elif lengths:
            listed = self._list(tuple(lengths), 1)
            rows = [self._rows(result, wide), *[self._walked(some, wide, op) for some in operands]]
            if op == "dot" and wide and not operands[0].many:
                op, rows[1] = "dot_one", self._walked(operands[0], False, op)
        else:
            rows = [self._rows(some, wide) for some in (result, *operands)]
            if k is not None and op != "**2":
                op, head = "power", (*struct.unpack("ii", struct.pack("d", k)), 0)
        words = [KERNELS.index(op), len(result.index), len(result.index) * step // 8, listed, *head, step]
        rows += [(0,) * 7] * (3 - len(rows))
        flags = [0, *[_flags(some, leads) for some in operands], 0]
        for (*place, first, second), moving in zip(rows, flags[:3], strict=True):
            words += [*place, 0, moving, first, second, 0]
        return [*words, 0, 0]

    def _matrix(self, wide, lengths, result, left, right):
        """Which of the three matrix products, its lengths and the words of its rows."""
        m, p, k = lengths
        rows = self._spaced(result, m, p)
        if wide:
            return "matrix_many", lengths, [rows, self._spaced(left, m, k, True), _turned(self._spaced(right, p, k))]
        across = p >= 4 and rows[-1] == 8 and _spacing(right.index, p, k)
        if across and across[1] == 1:
            return "matrix_across", lengths, [rows, self._spaced(left, m, k), _turned(self._spaced(right, p, k))]
        return "matrix", lengths, [rows, self._spaced(left, m, k, True), self._spaced(right, p, k, True)]

    def _rows(self, rows, wide):
        """The words of rows that are read one after another."""
        index, first = rows.index, rows.index[0]
        if wide and not rows.many:
            return self._described(rows, REPEAT)
        if index == tuple(range(first, first + len(index))):
            return self._described(rows, IN_PLACE, first)
        return self._gathered(rows)

    def _gathered(self, rows, steps=(0, 0)):
        return self._described(rows, GATHER if self._step(rows) == 8 else GATHER_MANY, 0, steps)

    def _described(self, rows, way, first=0, steps=(0, 0)):
        index = () if way == IN_PLACE else rows.index
        listed = self._list(index, self._step(rows)) if index else 0
        self.room = max(self.room, _filled(len(index) * (8 if way == GATHER else self.stride)) + BLOCK)
        return (int(rows.many), self.place(rows.many, first), listed, len(index), way, *steps)

    def _walked(self, rows, wide, op):
        """The words of rows that a kernel reads by a list: of terms, of factors, or of what can be looked up."""
        listed = self._list(rows.index, self._step(rows))
        if op == "lookup":
            return self._described(rows, IN_PLACE, 0, (listed, 0 if wide and not rows.many else -1))
        if rows.many or not wide:
            return self._described(rows, IN_PLACE, 0, (listed, 0))
        return self._described(rows, REPEAT, 0, (self._list(tuple(range(len(rows.index))), self.stride), 0))

    def _spaced(self, rows, m, n, neighbours=False):
        """The words of a matrix of m * n rows, with the steps from line to line and from column to column."""
        step, found = self._step(rows), _spacing(rows.index, m, n)
        if found and (found[2] == 1 or not neighbours):
            return self._described(rows, IN_PLACE, found[0], (found[1] * step, found[2] * step))
        return self._gathered(rows, (n * step, step))


def _turned(words):
    """These words of rows with the steps in both directions exchanged."""
    *place, down, across = words
    return (*place, across, down)


def _filled(size):
    return -(-size // BLOCK) * BLOCK


def _leading(program):
    """Of both kinds the rows that depend on a parameter."""
    leads = set(range(program.parameters)), set()
    for group in program.groups:
        if any(not leads[rows.many].isdisjoint(rows.index) for rows in group.operands):
            leads[group.result.many].update(group.result.index)
    return leads


def _flags(rows, leads):
    return rows.moving * (MOVES + LEADS * (not leads[rows.many].isdisjoint(rows.index)))


def _spacing(index, m, n):
    """(first row, from line to line, from column to column) of m * n different rows so spaced; None of others."""
    first = index[0]
    down, across = index[n] - first if m > 1 else n, index[1] - first if n > 1 else 1
    if len(set(index)) < len(index):  # gradients that are added at once must not meet
        return None
    even = all(
        index[i * n : i * n + n] == tuple(range(start, start + n * across, across))
        for i, start in enumerate(range(first, first + m * down, down))
    )
    return (first, down, across) if even else None


def _with_weights_left(group):
    """A group on many samples: what is the same for all of them stands left in a matrix product, or in dot products.

    Of a matrix whose sides both have a number per sample, or neither, products one by one are what is left: dots.
    """
    op, result, operands, lengths = group
    if op not in ("matrix", "dot") or (operands[1].many and not operands[0].many):
        return group
    left, right = operands
    if op == "dot":
        return group if left.many == right.many else group._replace(operands=(right, left))
    m, p, k = lengths
    if left.many and not right.many:
        turned = tuple([result.index[i * p + j] for j in range(p) for i in range(m)])
        return group._replace(result=result._replace(index=turned), operands=(right, left), lengths=(p, m, k))
    lefts = tuple([row for i in range(m) for _ in range(p) for row in left.index[i * k : i * k + k]])
    rights = tuple([row for _ in range(m) for j in range(p) for row in right.index[j * k : j * k + k]])
    operands = left._replace(index=lefts), right._replace(index=rights)
    return group._replace(op="dot", operands=operands, lengths=(k,) * (m * p))
