"""The groups of a program as machine.wat reads them: each in 40 words.

Rows that are neighbours, or evenly spaced where a matrix is made of them, are read where they stand. Others get a
list, by which the machine fetches them. The words are told at the head of machine.wat.
"""

import struct
from array import array

from ..program import ROW_OPS, exponent

WORDS, BLOCK = 40, 32  # words of a group; bytes to which rows are filled up, four numbers
KERNELS = [*ROW_OPS, "**2", "power", "sum", "max", "dot", "dot_one", "lookup", "matrix", "matrix_many", "matrix_across"]
IN_PLACE, GATHER, GATHER_MANY, REPEAT = range(4)  # the ways to fetch rows
MOVES, LEADS = 1, 2  # gradients go there; and on to a parameter


class Encoder:
    """The `words` of all groups, and their lists behind them, from the address `at` on; and the `room` in bytes that
    an operand, or a result, needs where it can't be read or written where it stands.

    `stride` is the way in bytes from row to row of a stretch, `place` gives the address of a row.
    """

    def __init__(self, program, stride: int, place, at: int):
        self.stride, self.place, self.at = stride, place, at
        self.wide, self.room, self.lists = stride > 8, 0, {}
        groups, leads = in_order(program), _leading(program)
        self.count = len(groups)
        self.words = array("i", bytes(4 * WORDS * self.count))
        for n, group in enumerate(groups):
            self.words[n * WORDS : (n + 1) * WORDS] = array("i", self._group(group, leads))

    def use(self, scratch: int) -> None:
        """Say where scratch begins, which is not known before: three times the room."""
        for n in range(self.count):
            for slot in range(3):
                self.words[n * WORDS + 13 + 10 * slot] = scratch + slot * self.room

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
        self.room = max(self.room, filled(len(index) * (8 if way == GATHER else self.stride)) + BLOCK)
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


def in_order(program) -> list:
    """The groups: of one number first, then those of many, which are run for each stretch."""
    return sorted(program.groups, key=lambda group: group.result.many)


def _turned(words):
    """These words of rows with the steps in both directions exchanged."""
    *place, down, across = words
    return (*place, across, down)


def filled(size: int) -> int:
    """So many bytes and what fills up four numbers."""
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
