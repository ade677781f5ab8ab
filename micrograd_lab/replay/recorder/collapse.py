"""Second half of collapsing: linear forms become sums, dot products, lookups. Fewer numbers to keep, fewer calls.

A cell says how a row is computed: (op, (operand, ...)), each operand a tuple of values. Row by row an operand is one
value; of a sum it is all terms, of a dot product all factors.
"""

from .wiring import CHOSEN, CONSTANT, MANY, SINGLE

ONE = -1  # what a bias is the weight of: an input that is always 1


class Collapsed:
    """`cells` are {value: cell}, inputs first; `numbers` are {value: number}, the constants that cells use.

    `choice` says of each leaf of a choice (the input that stands for its choice, which one of it, how many they are).
    """

    def __init__(self, folded, keep, choice):
        self.folded, self.choice = folded, choice
        self.kind, self.wiring = folded.kind, folded.wiring
        self.numbers, self.constants, self.needed, found = {}, {}, set(), []
        for v in keep:
            self.need(v)
        for v in reversed(folded.order):
            if v in self.needed:
                found += reversed(self._form(v) if v in folded.forms else self._row(v, *folded.made[v]))
        self.cells = dict(reversed(found))

    def need(self, v):
        """v, which a cell uses, or the constant that it is."""
        if v == ONE or v in self.numbers:
            return v
        if self.kind[v] == CONSTANT:
            return self.number(self.wiring.data[v])
        if self.kind[v] == CHOSEN:
            _, place, many = self.choice[v]
            raise ValueError(
                "a choice is used in sums over all of its leaves, as in sum(one * x for one, x in zip(leaves, table)); "
                f"got another use of leaf {place} of {many}. Take each leaf once in each sum."
            )
        self.needed.add(v)
        return v

    def number(self, x: float):
        """A value that is a constant, the same for the same number."""
        key = repr(x)
        if key not in self.constants:
            self.constants[key] = v = self.new(CONSTANT)
            self.numbers[v] = x
        return self.constants[key]

    def new(self, kind):
        """One value more."""
        self.kind.append(kind)
        return self.wiring.add("", (), 0.0)

    def _row(self, v, op, operands):
        if op == "max":
            cells = []
            terms = self._alike(operands, cells)
            return [*cells, (v, (op, (terms,)))]
        return [(v, (op, tuple([(self.need(i),) for i in operands])))]

    def _alike(self, values, cells):
        """These, all with a number per sample if one has: what is the same for all samples is lifted."""
        if MANY in [self.kind[i] for i in values]:
            values = [i if self.kind[i] == MANY else self._new_cell(MANY, "dot", (i,), (ONE,), cells) for i in values]
        return self._all(values)

    def _form(self, v):
        """The cells of a linear form, v's own last."""
        terms, constant = self.folded.forms[v]
        cells, heaps, products, chosen = [], ([], []), {}, {}
        for c, i in terms:
            if self.kind[i] == CHOSEN:
                chosen.setdefault(1.0, []).append((self.number(c), i))
            elif self.folded.product(i):
                a, b = self.folded.made[i][1]
                a, b = (b, a) if self.kind[a] > self.kind[b] else (a, b)
                if self.kind[b] == CHOSEN:
                    chosen.setdefault(c, []).append((a, b))
                else:
                    products.setdefault((self.kind[a], self.kind[b] == MANY, c), []).append((a, b, i))
            else:
                heaps[self.kind[i] == MANY].append((c, i))
        if constant or constant != constant:
            heaps[0].append((1.0, self.number(constant)))
        for c, found in chosen.items():
            heaps[1].extend([(c, i) for i in self._lookups(found, cells)])
        for (low, many, c), found in products.items():
            bias = [i for d, i in heaps[0] if d == 1.0] if (low, many, c) == (SINGLE, True, 1.0) else []
            if len(found) + len(bias) > 1 or (len(terms) == 1 and self.wiring.ops[v] == "+" and c == 1.0):
                if bias:
                    heaps[0][:] = [(d, i) for d, i in heaps[0] if d != 1.0]
                left, right, _ = zip(*found, *[(i, ONE, i) for i in bias], strict=True)
                heaps[many].append((c, self._new_cell(MANY if many else SINGLE, "dot", left, right, cells)))
            else:
                heaps[many].extend([(c, i) for _, _, i in found])
        total = self._total(v, *heaps, cells)
        return [*cells, *total]

    def _new_cell(self, kind, op, left, right, cells):
        part = self.new(kind)
        cells.append((part, (op, (self._all(left), self._all(right)))))
        return part

    def _all(self, values):
        return tuple([self.need(i) for i in values])

    def _total(self, v, singles, many, made):
        """The cells of v, the sum of terms that are the same for all samples, and of others."""
        cells = []
        if singles and many:
            if len(many) > 1 or abs(many[0][0]) != 1.0:
                many = [(1.0, self._partial(many, MANY, cells))]
            if len(singles) > 1 or abs(singles[0][0]) != 1.0 or (singles[0][0], many[0][0]) == (-1.0, -1.0):
                singles = [(1.0, self._partial(singles, SINGLE, cells))]
        terms = [*singles, *many]
        if len(terms) == 1 and terms[0][0] == 1.0 and made and terms[0][1] == made[-1][0]:
            return [(v, made.pop()[1])]  # a form that is one dot product: v is its name
        return [*cells, (v, self._cell(terms))]

    def _partial(self, terms, kind, cells):
        if len(terms) == 1 and terms[0][0] == 1.0:
            return terms[0][1]
        part = self.new(max(kind, *[self.kind[i] for _, i in terms]))
        cells.append((part, self._cell(terms)))
        return part

    def _cell(self, terms):
        """The cell of a sum of terms that are all of one kind, or of two."""
        factors, values = [c for c, _ in terms], self._all([i for _, i in terms])
        if len(terms) == 2 and factors != [-1.0, -1.0] and all(abs(c) == 1.0 for c in factors):
            a, b = values if factors[0] == 1.0 else values[::-1]
            return "+" if factors == [1.0, 1.0] else "-", ((a,), (b,))
        if all(c == 1.0 for c in factors):
            return "sum", (values,)
        if len(terms) == 1:
            c, (v,) = factors[0], values
            return ("neg", ((v,),)) if c == -1.0 else ("*", ((self.number(c),), (v,)))
        return "dot", (tuple([self.number(c) for c in factors]), values)

    def _lookups(self, found, cells):
        """Of what is chosen from, and the leaves that choose: lookups, each over a whole choice."""
        tables = {}
        for x, leaf in found:
            choice, place, many = self.choice[leaf]
            tables.setdefault(choice, [[] for _ in range(many)])[place].append(x)
        for choice, table in tables.items():
            often = [len(column) for column in table]
            if min(often) < max(often):
                raise ValueError(
                    f"a sum over a choice takes each of its leaves as often; got leaf {often.index(min(often))} of "
                    f"{len(table)} less often than leaf {often.index(max(often))}. Sum over all: zip(leaves, table)."
                )
            for candidates in zip(*table, strict=True):
                yield self._new_cell(MANY, "lookup", (choice,), self._alike(candidates, cells), cells)
