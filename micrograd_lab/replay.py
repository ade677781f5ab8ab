"""Record a graph of Values once, then run it again, both ways, on new numbers or on whole arrays.

A recording turns the graph into a short program for NumPy. Values that are computed alike and at the
same level (no one depends on another) become rows of one array, and one call computes them all:

    level 1   16 sums of products w*x     one matrix product
    level 2   16 additions of a bias      one addition
    level 3   16 times ReLU               one maximum

An input may be an array of n numbers, one per sample. Then a row holds n numbers, and a parameter,
which is the same for all samples, is a row of one. The gradient is that of the mean over the samples.
"""

import gc
from contextlib import contextmanager

import numpy as np

from .engine import Value, topological_order

# Each op's rule for whole rows: the result into `out`; then the derivative by each input, from inputs and result y.
RULES = {
    "+": (np.add, lambda a, b, y: 1.0, lambda a, b, y: 1.0),
    "-": (np.subtract, lambda a, b, y: 1.0, lambda a, b, y: -1.0),
    "*": (np.multiply, lambda a, b, y: b, lambda a, b, y: a),
    "/": (np.divide, lambda a, b, y: 1 / b, lambda a, b, y: -y / b),
    "**": (lambda a, b, out: _power(a, b, out), lambda a, b, y: _power_slope(a, b), lambda a, b, y: y * np.log(a)),
    "neg": (np.negative, lambda a, y: -1.0),
    "ReLU": (lambda a, out: np.maximum(a, 0.0, out=out), lambda a, y: ~(a <= 0)),  # NaN passes, as in the engine
    "tanh": (np.tanh, lambda a, y: 1 - y * y),
    "exp": (np.exp, lambda a, y: y),
    "log": (np.log, lambda a, y: 1 / a),
    "sigmoid": (lambda a, out: _sigmoid(a, out), lambda a, y: y * (1 - y)),
}
CONSTANT, SINGLE, MANY = range(3)  # the same for ever; the same for all samples; one number per sample


class Replay:
    """A recorded graph; `record` makes one. `groups` is its program, a NumPy call or two each."""

    def __init__(self, root, inputs, parameters, keep, collapse):
        self.root, self.inputs, self.parameters, self.collapse = root, list(inputs), list(parameters), collapse
        values = topological_order(root)
        leaves = [*self.inputs, *self.parameters]
        if len(set(leaves)) < len(leaves) or any(v.inputs for v in leaves):
            raise ValueError("inputs and parameters must be different leaves. Pass each Value once, and no results.")
        self.kind = dict.fromkeys(self.inputs, MANY) | dict.fromkeys(self.parameters, SINGLE)
        for v in values:
            self.kind.setdefault(v, max((self.kind[i] for i in v.inputs), default=CONSTANT))
        self.constants = [(v, v.data) for v in values if not v.inputs and self.kind[v] == CONSTANT]
        self._compile(self._cells(values, [root, *keep]))
        self.samples = 0

    def forward(self, *inputs):
        """Run the graph on an array or a number for each input, and on the parameters as they are now.

        Gives root's data: an array with one number per sample, or a float where all inputs are numbers.
        """
        if len(inputs) != len(self.inputs):
            raise ValueError(f"this recording has {len(self.inputs)} inputs; got {len(inputs)}. Pass one for each.")
        for v, data in self.constants:
            if v.data != data and data == data:
                raise ValueError(
                    f"a constant, {v.label or data}, is now {v.data}, but was recorded as {data}. "
                    "Record again, or make it one of the inputs."
                )
        sizes = {len(x) for x in inputs if np.ndim(x)} or {1}
        if len(sizes) > 1:
            raise ValueError(f"inputs must be numbers, or arrays of one length; got lengths {sorted(sizes)}.")
        self._allot(sizes.pop())
        for row, x in zip(self.many, inputs, strict=False):
            row[:] = x
        self.single[: len(self.parameters), 0] = [p.data for p in self.parameters]
        with np.errstate(all="ignore"):
            for group in self.groups:
                group.forward(self.single, self.many)
        y = self.of(self.root)
        return y if any(np.ndim(x) for x in inputs) else float(y[0])

    def backward(self):
        """The gradient of root's mean over the samples: see `parameter_grads` and `input_grads`."""
        if self.many_grad is None:
            self.single_grad, self.many_grad = np.empty_like(self.single), np.empty_like(self.many)
        self.single_grad[:], self.many_grad[:] = 0.0, 0.0
        batched, slot = self.slot[self.root]
        (self.many_grad if batched else self.single_grad)[slot] = 1.0 / self.samples if batched else 1.0
        with np.errstate(all="ignore"):
            for group in reversed(self.groups):
                group.backward(self.single, self.many, self.single_grad, self.many_grad)

    @property
    def parameter_data(self):
        """One number per parameter, as the last forward() read them."""
        return self.single[: len(self.parameters), 0]

    @property
    def parameter_grads(self):
        """One number per parameter."""
        return self.single_grad[: len(self.parameters), 0]

    @property
    def input_grads(self):
        """An array of shape (inputs, samples)."""
        return self.many_grad[: len(self.inputs)]

    def of(self, v):
        """What a recorded Value came to in the last forward(): one number per sample."""
        if v not in self.slot:
            raise KeyError("this Value has no row of its own. Record again with it in `keep`, or with collapse=False.")
        batched, slot = self.slot[v]
        return self.many[slot] if batched else np.broadcast_to(self.single[slot], self.samples)

    def write_back(self, sample=0):
        """Put one sample's data and gradients into the Values that have a row, so that a drawing shows them."""
        for v, (batched, slot) in self.slot.items():
            if isinstance(v, Value):
                data, grad = (self.many, self.many_grad) if batched else (self.single, self.single_grad)
                v.data = float(data[slot, sample if batched else 0])
                v.grad = float(grad[slot, sample if batched else 0])

    def _cells(self, values, keep):
        """What to compute, in order, as {result: (op, inputs)}. Chains of + become sums and dot products."""
        uses = dict.fromkeys(keep, 1)  # what is looked at from outside does not dissolve
        for v in values:
            for i in v.inputs:
                uses[i] = uses.get(i, 0) + 1
        terms, inside = {}, set()
        for v in values if self.collapse else ():
            if v.op == "+" and self.kind[v]:
                # A + that only this + uses dissolves in it; its list of terms grows in place.
                lists = [terms.pop(i) if i in terms and uses[i] == 1 else [i] for i in v.inputs]
                inside.update(
                    i for i, parts in zip(v.inputs, lists, strict=True) if parts[0] is not i or len(parts) > 1
                )
                longer, shorter = sorted(lists, key=len, reverse=True)
                longer.extend(shorter)
                terms[v] = longer
        pairs = {}
        for v, parts in terms.items():
            pairs[v] = [i for i in parts if i.op == "*" and uses[i] == 1 and self._crossed(i)]
            if len(pairs[v]) > 1:
                inside.update(pairs[v])
        cells = {}
        for v in values:
            if v.inputs and self.kind[v] and v not in inside:
                if v in terms:
                    self._sum(cells, v, terms[v], inside)
                else:
                    power = v.op.startswith("**") and len(v.inputs) == 1
                    cells[v] = ("**", (v.inputs[0], float(v.op[2:]))) if power else (v.op, v.inputs)
        return cells

    def _crossed(self, v):
        return {self.kind[i] == MANY for i in v.inputs} == {True, False}

    def _sum(self, cells, total, terms, inside):
        """total = the sum of terms: a dot product for its products, and a sum for each kind of the rest."""
        pairs = [sorted(i.inputs, key=self.kind.get) for i in terms if i in inside]
        parts = {CONSTANT: [], SINGLE: [], MANY: []}
        for i in terms:
            if i not in inside and (self.kind[i] or i.data):
                parts[self.kind[i]].append(i)
        steps = []
        if pairs:
            weights, vector = zip(*pairs, strict=True)
            steps.append((MANY, "dot", (*weights, *vector)))
        for kind, alike in parts.items():
            if kind == CONSTANT and alike:
                alike = [float(sum(i.data for i in alike))]
            if len(alike) > 1:
                steps.append((kind, "sum" if len(alike) > 2 else "+", tuple(alike)))
            elif alike:
                steps.append((kind, "", alike[0]))
        # Each step makes one number; the next is added to what there is.
        so_far, so_kind = None, CONSTANT
        for n, (kind, op, of) in enumerate(steps):
            last = n == len(steps) - 1
            part = of
            if op:
                part = total if last and so_far is None else (total, n)
                self.kind[part], cells[part] = kind, (op, of)
            if so_far is None:
                so_far, so_kind = part, kind
                continue
            so_kind = max(so_kind, kind)
            result = total if last else (total, n, "+")
            self.kind[result], cells[result] = so_kind, ("+", (so_far, part))
            so_far = result
        if so_far is not total and total not in cells:
            cells[total] = ("sum", (so_far,))

    def _compile(self, cells):
        """Give each result a row, and compute those of one level, op and kind together."""
        level, together = {}, {}
        for result, (op, inputs) in cells.items():
            level[result] = 1 + max(level.get(i, 0) for i in inputs)
            kinds = tuple(self.kind.get(i, CONSTANT) for i in inputs) if op not in ("dot", "sum") else ()
            # Alike also means: the same fixed exponent, the same vector in a dot product, one kind of sum.
            same = inputs[1] if op == "**" and kinds[1] == CONSTANT else None
            same = inputs[len(inputs) // 2 :] if op == "dot" else self.kind[result] if op == "sum" else same
            together.setdefault((level[result], op, kinds, same), []).append((result, inputs))
        counts = [0, 0]  # rows of numbers that are the same for all samples, and of those that are not
        self.slot, fixed = {}, {}

        def place(v):
            if v not in self.slot:
                batched = self.kind.get(v, CONSTANT) == MANY
                self.slot[v] = (batched, counts[batched])
                if self.kind.get(v, CONSTANT) == CONSTANT:
                    fixed[v] = v.data if isinstance(v, Value) else v
                counts[batched] += 1
            return self.slot[v]

        for v in (*self.parameters, *self.inputs):
            place(v)
        self.groups = []
        for (_, op, kinds, same), members in sorted(together.items(), key=lambda item: item[0][0]):
            inputs = [i for _, i in members]
            if op == "dot":
                weights, vector = [w for i in inputs for w in i[: len(i) // 2]], same
                operands = [Rows(map(place, column)) for column in (weights, vector)]
                group = Dot(Rows(place(result) for result, _ in members), *operands)
            elif op == "sum":
                operands = [Rows(place(i) for terms in inputs for i in terms)]
                group = Sum(Rows(place(result) for result, _ in members), *operands, [len(i) for i in inputs])
            else:
                fixed_power = op == "**" and kinds[1] == CONSTANT
                columns = list(zip(*inputs, strict=True))[: 1 if fixed_power else 2]
                operands = [Rows(map(place, column)) for column in columns]
                moving = [kind != CONSTANT for kind in kinds]
                result = Rows(place(result) for result, _ in members)
                group = Alike(op, result, operands, moving, same if fixed_power else None)
            self.groups.append(group)
        place(self.root)
        self.single = np.zeros((counts[0], 1))
        for v, data in fixed.items():
            self.single[self.slot[v][1]] = data
        self.rows = counts[1]

    def _allot(self, samples):
        if samples != self.samples:
            self.samples = samples
            self.many = np.zeros((self.rows, samples))
            self.many_grad = None


class Rows:
    """Where some numbers stand: all in `single`, of shape (rows, 1), or all in `many`, of shape (rows, samples)."""

    def __init__(self, places):
        batched, slots = zip(*places, strict=True)
        self.batched = batched[0]
        index = np.array(slots)
        self.length = len(index)
        self.repeated = len(set(slots)) < len(slots)
        self.index = index
        if (np.diff(index) == 1).all():
            self.index = slice(index[0], index[-1] + 1)
        elif self.repeated:
            self.order = np.argsort(index, kind="stable")
            self.targets, self.starts = np.unique(index[self.order], return_index=True)

    def read(self, single, many):
        return (many if self.batched else single)[self.index]

    def add(self, single_grad, many_grad, grad):
        if not self.batched and grad.shape[1] > 1:
            grad = grad.sum(axis=1, keepdims=True)  # one number for all samples hears from all of them
        target = many_grad if self.batched else single_grad
        if self.repeated:  # x[index] += y would keep one addition of each repeated row
            target[self.targets] += np.add.reduceat(grad[self.order], self.starts, axis=0)
        else:
            target[self.index] += grad


class Alike:
    """Rows made by the same op from rows."""

    def __init__(self, op, result, operands, moving, power):
        self.rule, *self.partials = RULES[op]
        self.result, self.operands, self.moving = result, operands, moving
        self.fixed = () if power is None else (power,)

    def forward(self, single, many):
        inputs = [rows.read(single, many) for rows in self.operands]
        self.rule(*inputs, *self.fixed, out=self.result.read(single, many))

    def backward(self, single, many, single_grad, many_grad):
        inputs = [rows.read(single, many) for rows in self.operands]
        y, grad = self.result.read(single, many), self.result.read(single_grad, many_grad)
        for rows, partial, moves in zip(self.operands, self.partials, self.moving, strict=False):
            if moves:
                rows.add(single_grad, many_grad, partial(*inputs, *self.fixed, y) * grad)


class Sum:
    """Rows that are sums of rows."""

    def __init__(self, result, terms, lengths):
        self.result, self.terms, self.lengths = result, terms, lengths
        self.starts = np.cumsum([0, *lengths[:-1]])

    def forward(self, single, many):
        np.add.reduceat(self.terms.read(single, many), self.starts, axis=0, out=self.result.read(single, many))

    def backward(self, single, many, single_grad, many_grad):
        grad = self.result.read(single_grad, many_grad)
        self.terms.add(single_grad, many_grad, np.repeat(grad, self.lengths, axis=0))


class Dot:
    """Rows that are dot products of weights with one vector: together, a matrix product."""

    def __init__(self, result, weights, vector):
        self.result, self.weights, self.vector = result, weights, vector
        self.shape = (result.length, vector.length)

    def forward(self, single, many):
        weights = self.weights.read(single, many).reshape(self.shape)
        np.matmul(weights, self.vector.read(single, many), out=self.result.read(single, many))

    def backward(self, single, many, single_grad, many_grad):
        weights, vector = self.weights.read(single, many).reshape(self.shape), self.vector.read(single, many)
        grad = self.result.read(single_grad, many_grad)
        self.weights.add(single_grad, many_grad, (grad @ vector.T).reshape(-1, 1))
        self.vector.add(single_grad, many_grad, weights.T @ grad)


def record(root, inputs=(), parameters=(), keep=(), collapse=True):
    """Record the graph below root. `inputs` and `parameters` are the leaves that may change; all others may not.

    A parameter is one number, read from its Value at each forward(); an input is given to forward(), as
    a number or as an array with one number per sample. With `collapse` sums are computed as a whole,
    which is quicker and may differ in the last digits, and the Values in `keep` have a row of their own;
    without it + * and relu are exact, and every Value has one. What Python decided while the graph was built, as in an `if` on data, stays
    decided.
    """
    return Replay(root, inputs, parameters, keep, collapse)


class Field:
    """A model's score at many places: recorded once, then as quick as array code. Parameters may change."""

    def __init__(self, model, features):
        x = [Value(0.0) for _ in range(features)]
        self.replay = record(model(x), x, model.parameters())

    def __call__(self, X):
        """One score for each row of X, an array of shape (n, features)."""
        return np.broadcast_to(self.replay.forward(*np.asarray(X, dtype=float).T), len(X))


def scores(model, X):
    """The model's score for each row of X, an array of shape (n, features): n scores, with no graph left over."""
    return Field(model, np.shape(X)[1])(X)


@contextmanager
def collector_paused():
    """No garbage collection inside: a large graph of Values leaves no cycles, yet sets it off over and over."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _power(a, b, out):
    # NumPy squares faster than it raises to the power 2.
    return np.multiply(a, a, out=out) if np.isscalar(b) and b == 2 else np.power(a, b, out=out)


def _power_slope(a, b):
    # d a**b = b * a**(b-1), and 0 for the power 0 even at a = 0
    return 2 * a if np.isscalar(b) and b == 2 else np.where(b == 0, 0.0, b * np.power(a, b - 1.0))


def _sigmoid(a, out):
    z = np.exp(-np.abs(a))  # at most 1: no overflow
    return np.divide(np.where(a >= 0, 1.0, z), 1 + z, out=out)
