"""First half of collapsing: chains of + and - become lists of terms, and what depends on constants alone a number.

Each value that + , -, neg or a product with a constant made is a linear form: terms (coefficient, value), and a
constant. So x * -1 and a + (-b) cost nothing, and the zero that sum() starts with is gone.
"""

from .wiring import CONSTANT

LONG = 64  # terms: no list longer than that is copied, so that folding takes time in proportion to the graph


class Folded:
    """`forms` are {value: (terms, constant)}, `made` are {value: (op, operands)} for all that no form makes.

    `order` has both, inputs first. `uses` counts who uses a value, and whoever looks at it from outside.
    """

    def __init__(self, wiring, kind, keep):
        self.wiring, self.kind = wiring, kind
        self.forms, self.made, self.order = {}, {}, []
        self.uses = uses = [0] * len(wiring.ops)
        inputs, ops = wiring.inputs, wiring.ops
        for v in wiring.order:
            if kind[v]:
                for i in inputs[v]:
                    uses[i] += 1
        for v in keep:
            uses[v] += 1
        rules = {"+": self._plus, "-": self._minus, "neg": self._neg, "*": self._times}
        for v in wiring.order:
            op = ops[v]
            if kind[v] and op:
                if op in rules:
                    rules[op](v, *inputs[v])
                else:
                    self.made[v] = op, tuple([self.alias(i) for i in inputs[v]])
                self.order.append(v)

    def product(self, v) -> bool:
        """Whether v is a product that nobody but one sum uses."""
        made = self.made.get(v)
        return made is not None and made[0] == "*" and self.uses[v] == 1

    def alias(self, v):
        """The value that v is one more name of, as v * 1; v itself for all others.

        sum([x]) stays a sum, of one term: where it stands beside longer ones, all are computed together.
        """
        terms, constant = self.forms.get(v, ((), 0.0))
        lone = len(terms) == 1 and terms[0][0] == 1.0 and constant == 0.0 and self.wiring.ops[v] != "+"
        return terms[0][1] if lone else v

    def same(self, v):
        """What v, which somebody looks at, has the number and the gradient of: x of sum([x]), where only v uses x."""
        terms, constant = self.forms.get(v, ((), 0.0))
        same = len(terms) == 1 and terms[0][0] == 1.0 and constant == 0.0 and self.uses[terms[0][1]] == 1
        return terms[0][1] if same else v

    def _plus(self, v, a, b):
        (terms, one), (others, other) = self._parts(a), self._parts(b)
        if len(terms) < len(others):
            terms, others = others, terms
        terms.extend(others)
        self.forms[v] = terms, one + other

    def _minus(self, v, a, b):
        (terms, one), (others, other) = self._parts(a), self._negative(b)
        terms.extend(others)
        self.forms[v] = terms, one + other

    def _neg(self, v, a):
        self.forms[v] = self._negative(a)

    def _times(self, v, a, b):
        if CONSTANT in (self.kind[a], self.kind[b]):
            c, x = (self.wiring.data[a], b) if self.kind[a] == CONSTANT else (self.wiring.data[b], a)
            if c == 1.0:
                self.forms[v] = self._parts(x)
            elif c == -1.0:
                self.forms[v] = self._negative(x)
            else:
                sign, x = self._signed(x)
                self.forms[v] = [(c * sign, x)], 0.0
            return
        (sign, a), (other, b) = self._signed(a), self._signed(b)
        if sign * other > 0:
            self.made[v] = "*", (a, b)
        else:  # -y * s is -(y * s): the product is a value of its own
            p = self.wiring.add("*", (a, b), -self.wiring.data[v])
            self.kind.append(self.kind[v])
            self.uses.append(1)
            self.made[p], self.forms[v] = ("*", (a, b)), ([(-1.0, p)], 0.0)
            self.order.append(p)

    def _parts(self, v):
        """What v adds to a sum: a list of terms, which is the sum's own, and a constant."""
        if self.kind[v] == CONSTANT:
            return [], self.wiring.data[v]
        terms, constant = self.forms.get(v, (None, 0.0))
        if terms is None:
            return [(1.0, v)], 0.0
        if self.uses[v] == 1:
            del self.forms[v]
            return terms, constant
        if len(terms) == 1 and constant == 0.0:
            return [terms[0]], 0.0
        return [(1.0, v)], 0.0

    def _negative(self, v):
        """What v takes away from a sum."""
        terms, _ = self.forms.get(v, ((), 0.0))
        if len(terms) > LONG or (len(terms) > 1 and any(self.product(i) for _, i in terms)):
            return [(-1.0, v)], 0.0  # its products stay together: they make a dot product
        terms, constant = self._parts(v)
        return [(-c, i) for c, i in terms], -constant

    def _signed(self, v):
        """(1 or -1, value) of what is that value or its negative; (1, v) of all others."""
        terms, constant = self.forms.get(v, ((), 0.0))
        if len(terms) == 1 and constant == 0.0 and abs(terms[0][0]) == 1.0:
            return terms[0]
        return 1.0, v
