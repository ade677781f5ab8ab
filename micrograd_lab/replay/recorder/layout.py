"""Where each number stands: rows for cells, and cells that are alike together in groups."""

from ..program import Group, Program, Rows, check
from .collapse import ONE
from .wiring import CONSTANT, MANY


class Layout:
    """The `program` that computes these cells, and the `place` of each value in it: (many, row).

    `leaves` are the values of the parameters and of the inputs. `still` are values that pass no gradient.
    """

    def __init__(self, cells, kind, numbers, leaves, keep, root, still=()):
        self.cells, self.kind, self.numbers, self.still = cells, kind, numbers, set(still)
        self.place, self.heights, self.ones, self.groups = {}, [0, 0], {}, []
        # Below what stands before a ONE in a dot product goes a row of ones.
        self.before = {
            values[-2]
            for op, operands in cells.values()
            if op == "dot"
            for values in operands
            if len(values) > 1 and values[-1] == ONE != values[-2]
        }
        parameters, inputs = leaves
        self._give_rows(parameters)
        self._give_rows(inputs)
        for together in self._alike():
            self._add(*together)
        self._give_rows(keep)
        constants = tuple([(self.place[v][1], x) for v, x in numbers.items() if v in self.place])
        self.program = check(
            Program(
                tuple(self.heights), len(parameters), len(inputs), constants, tuple(self.ones), tuple(self.groups),
                self.place[root],
            )
        )  # fmt: skip

    def _alike(self):
        """Cells that one group can compute: (results, op, lengths), in an order in which they can be computed."""
        level, together = {}, {}
        for result, (op, operands) in self.cells.items():
            level[result] = 1 + max([level.get(i, 0) for values in operands for i in values])
            kinds = tuple([self._kind(values) for values in operands])
            # Row by row an operand that moves nothing stands apart; sums and the like may mix.
            key = self.kind[result] == MANY, level[result], op, kinds
            together.setdefault(key, []).append(result)
        for (_, _, op, _), results in sorted(together.items(), key=lambda item: item[0][:2]):
            if op == "dot":
                yield from self._matrices(results)
            elif op in ("sum", "max", "lookup"):
                results.sort(key=lambda v: self._first(self.cells[v][1][-1]))
                yield results, op, tuple([len(self.cells[v][1][-1]) for v in results])
            else:
                yield results, op, ()

    def _first(self, values):
        """Where the first of these stands: in that order others are made of them, so that they stand like them."""
        return self.place.get(values[0], (False, -1))

    def _kind(self, values):
        """(Whether these have a number per sample, whether gradients go there)."""
        return (
            any(v == ONE or self.kind[v] == MANY for v in values),
            any(v != ONE and self.kind[v] != CONSTANT and v not in self.still for v in values),
        )

    def _matrices(self, results):
        """Dot products with the same partners as matrix products, and those that have none of their own as one group.

        Of a linear layer all its weights meet each position's vector: one matrix product. Where both sides differ
        between samples, as in attention, each on the left has partners of its own: the keys that it looks at.
        """
        partners, found, alone = {}, {}, []
        side = 0 if all(many for many, _ in map(self._kind, self.cells[results[0]][1])) else 1
        for v in results:
            pair = self.cells[v][1]
            if partners.setdefault(pair[side], {}).setdefault(pair[1 - side], v) != v:
                alone.append(v)  # the same once more
        for one, others in sorted(partners.items(), key=lambda item: self._first(item[0])):
            found.setdefault(tuple(sorted(others, key=self._first)), []).append(one)
        for others, ones in found.items():
            if len(ones) * len(others) > 1:
                lefts, rights = (others, ones) if side else (ones, others)
                of = [partners[pair[side]][pair[1 - side]] for i in lefts for j in rights for pair in [(i, j)]]
                yield of, "matrix", (len(lefts), len(rights), len(lefts[0]))
            else:
                alone.append(partners[ones[0]][others[0]])
        if len(alone) == 1:
            yield alone, "matrix", (1, 1, len(self.cells[alone[0]][1][0]))
        elif alone:
            yield alone, "dot", tuple([len(self.cells[v][1][0]) for v in alone])

    def _add(self, results, op, lengths):
        """A group more, and rows for its results."""
        cells = [self.cells[v][1] for v in results]
        if op == "matrix":
            m, p, _ = lengths
            columns = [[v for i in range(m) for v in cells[i * p][0]], [v for j in range(p) for v in cells[j][1]]]
        elif lengths:
            columns = [[v for operands in cells for v in operands[n]] for n in range(len(cells[0]))]
        else:
            self._give_rows([v for operands in cells for (v,) in operands])  # constants, which have none yet
            # As what they are made of stands, so do they: then no numbers have to be gathered.
            order = sorted(range(len(results)), key=lambda n: [self.place[v] for (v,) in cells[n]])
            results = [results[n] for n in order]
            columns = [[cells[n][k][0] for n in order] for k in range(len(cells[0]))]
        operands = tuple([self._rows(column, lengths if op == "matrix" else ()) for column in columns])
        self._give_rows(results)
        many = self.kind[results[0]] == MANY
        moving = op != "max" and any(rows.moving for rows in operands)
        if op == "max":
            operands = tuple([rows._replace(moving=False) for rows in operands])
        index = tuple([self.place[v][1] for v in results])
        self.groups.append(Group(op, Rows(many, index, moving), operands, lengths))

    def _give_rows(self, values):
        """A row for each that has none, one below another; then ones where somebody needs them there."""
        new = [v for v in dict.fromkeys(values) if v not in self.place and v != ONE]
        for v in new:
            many = self.kind[v] == MANY
            self.place[v] = many, self.heights[many]
            self.heights[many] += 1
        ones = 0
        while new and new[-1 - ones % len(new)] in self.before and ones < len(new):
            ones += 1
        for _ in range(ones):
            self._one()

    def _one(self):
        self.ones[self.heights[True]] = row = self.heights[True]
        self.heights[True] += 1
        return row

    def _rows(self, values, lengths=()):
        """Where these stand, as a group reads them."""
        self._give_rows(values)
        many, moving = self._kind(values)
        index = []
        for v in values:
            if v == ONE:
                step = index[-1] - index[-2] if len(index) > 1 else 1
                below = [row for row in (index[-1] + step, index[-1] + 1) if row in self.ones] if index else []
                index.append(below[0] if below else next(iter(self.ones)) if self.ones else self._one())
            else:
                index.append(self.place[v][1])
        return Rows(many, tuple(index), moving)
