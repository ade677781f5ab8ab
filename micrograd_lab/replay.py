"""Record a graph of Values once, then run it again, both ways, on new numbers or on whole arrays.

A recording turns the graph into a short program for NumPy. Values that are computed alike and at the
same level (no one depends on another) become rows of one array, and one call computes them all:

    level 1   16 sums w0*x0 + w1*x1 + b   one matrix product
    level 2   16 times ReLU               one maximum

An input may be an array of n numbers, one per sample. Then a row holds n numbers, and a parameter,
which is the same for all samples, is a row of one. The gradient is that of the mean over the samples.
"""

import gc
import math
from collections import Counter
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

import numpy as np

from .engine import Value, topological_order

# Each op's rule for whole rows: the call that computes it, then its derivative by each input, from inputs and result y.
RULES = {
    "+": (np.add, 1, 1),
    "-": (np.subtract, 1, -1),
    "*": (np.multiply, lambda a, b, y: b, lambda a, b, y: a),
    "/": (np.divide, lambda a, b, y: 1 / b, lambda a, b, y: -y / b),
    "**": (np.power, lambda a, b, y: _power_slope(a, b), lambda a, b, y: y * np.log(a)),
    "neg": (np.negative, -1),
    "ReLU": (lambda a, out: np.maximum(a, 0.0, out=out), lambda a, y: ~(a <= 0)),  # NaN passes, as in the engine
    "tanh": (np.tanh, lambda a, y: 1 - y * y),
    "exp": (np.exp, lambda a, y: y),
    "log": (np.log, lambda a, y: 1 / a),
    "sigmoid": (lambda a, out: _sigmoid(a, out), lambda a, y: y * (1 - y)),
}
CONSTANT, SINGLE, MANY = range(3)  # the same for ever; the same for all samples; one number per sample
ONE = "one"  # what a bias is the weight of: an input that is always 1
STRETCH = 2**17  # numbers to compute before the next samples' turn: a megabyte stays near the processor


class Replay:
    """A recorded graph; `record` makes one. `groups` is its program, a NumPy call or two each."""

    def __init__(self, root, inputs, parameters, keep, collapse):
        self.root, self.inputs, self.parameters = root, list(inputs), list(parameters)
        self.kind = dict.fromkeys(self.inputs, MANY) | dict.fromkeys(self.parameters, SINGLE)
        _check(root, [*self.inputs, *self.parameters])
        values = topological_order(root)
        self.constants = {v: v.data for v in values if not v.op and v not in self.kind}
        # Without collapse a constant is like a parameter: it gets a gradient.
        self.kind |= dict.fromkeys(self.constants, CONSTANT if collapse else SINGLE)
        for v in values:
            if v.op:
                self.kind[v] = max([self.kind[i] for i in v.inputs])
        keep = dict.fromkeys([root, *keep], 1)
        if strangers := keep.keys() - self.kind.keys():
            raise ValueError(f"keep takes Values below root; got {len(strangers)} that are not. Leave them out.")
        made = [v for v in values if v.op and self.kind[v]]
        self._lay_out(_collapsed(made, self.kind, keep) if collapse else {v: (v.op, v.inputs) for v in made}, keep)
        self.samples, self.differentiated = None, False

    def forward(self, *inputs):
        """Run the graph on a number or an array for each input, and on the parameters as they are now.

        Gives root's data: an array with one number per sample, or a float where all inputs are numbers.
        """
        if len(inputs) != len(self.inputs):
            raise ValueError(f"this recording has {len(self.inputs)} inputs; got {len(inputs)}. Pass one for each.")
        columns = [np.asarray(x, dtype=float) for x in inputs]
        shapes = {x.shape for x in columns if x.shape}
        if len(shapes) > 1 or any(len(shape) > 1 for shape in shapes):
            found = " and ".join(map(str, sorted(shapes)))
            raise ValueError(f"inputs are numbers or arrays of one length; got shapes {found}. Pass X[:, 0], X[:, 1].")
        for v, data in self.constants.items():
            if v.data != data and repr(v.data) != repr(data):  # NaN does not equal itself
                raise ValueError(
                    f"a constant, {v.label or data}, is now {v.data}, but was recorded as {data}. "
                    "Record again, or make it one of the inputs."
                )
        self._allot(shapes.pop()[0] if shapes else 1)
        for some, data, _ in self.stretches:
            for row, x in zip(data, columns, strict=False):
                row[:] = x[some] if x.shape else x
        self.single[: len(self.parameters), 0] = [p.data for p in self.parameters]
        self.differentiated = False
        with np.errstate(all="ignore"):
            for forward in self.forwards:
                forward()
        y = self.of(self.root)
        return y if any(x.shape for x in columns) else float(y[0])

    def backward(self):
        """The gradient of root's mean over the samples: see `parameter_grads` and `input_grads`."""
        if not self.samples:
            found = "a forward() on no samples" if self.samples == 0 else "no forward() yet"
            raise RuntimeError(f"backward() needs the numbers of a forward(); got {found}. Run it on data first.")
        batched, row = self.place[self.root]
        self.single_grad[:] = 0.0
        for _, _, grad in self.stretches:
            grad[:] = 0.0
            if batched:
                grad[row] = 1.0 / self.samples
        if not batched:
            self.single_grad[row] = 1.0
        with np.errstate(all="ignore"):
            for backward in self.backwards:
                backward()
        self.differentiated = True

    @property
    def parameter_data(self):
        """One number per parameter, as the last forward() read them."""
        return self.single[: len(self.parameters), 0].copy()

    @property
    def parameter_grads(self):
        """One number per parameter."""
        self._check_differentiated()
        return self.single_grad[: len(self.parameters), 0].copy()

    @property
    def input_grads(self):
        """An array of shape (inputs, samples)."""
        self._check_differentiated()
        return np.concatenate([grad[: len(self.inputs)] for _, _, grad in self.stretches], axis=1)

    def of(self, v):
        """What a recorded Value came to in the last forward(): one number per sample."""
        if v not in self.place:
            raise KeyError("this Value has no row of its own. Record again with it in `keep`, or with collapse=False.")
        batched, row = self.place[v]
        if batched:
            return np.concatenate([data[row] for _, data, _ in self.stretches])
        return np.full(self.samples, self.single[row, 0])

    def write_back(self, sample=0):
        """Put one sample's numbers into the Values that have a row: data, grad and local derivatives.

        A drawing then shows them. `grad` is that of the mean over all samples; it is 0 while backward()
        has not run since the last forward().
        """
        if not 0 <= sample < (self.samples or 0):
            raise IndexError(f"write_back() takes a sample of the last forward(); got {sample} of {self.samples or 0}.")
        some, data, grad = next(stretch for stretch in self.stretches if sample < stretch[0].stop)
        values = [v for v in self.place if isinstance(v, Value)]
        for v in values:
            batched, row = self.place[v]
            d, g, at = (data, grad, sample - some.start) if batched else (self.single, self.single_grad, 0)
            v.data, v.grad = float(d[row, at]), float(g[row, at]) if self.differentiated else 0.0
        with np.errstate(all="ignore"):
            for v in [v for v in values if v.op]:
                _, slopes, power = _rule(v.op)
                numbers = [*[np.float64(i.data) for i in v.inputs], *power, np.float64(v.data)]
                partials = [float(slope(*numbers) if callable(slope) else slope) for slope in slopes]
                v._by_a, v._by_b = [*partials, 0.0][:2]

    def _lay_out(self, cells, keep):
        """Give every number a row, and compute those of one level, op and kind together."""
        kind, level, together = self.kind, {}, {}
        for result, (op, of) in cells.items():
            level[result] = 1 + max([level.get(i, 0) for i in of])
            # Alike also means: the same vector in dot products, operands of the same kinds elsewhere.
            alike = of[len(of) // 2 :] if op == "dot" else () if op == "sum" else tuple([kind[i] for i in of])
            together.setdefault((kind[result], level[result], op, alike), []).append(result)
        self.place, self.heights, self.ones, self.groups = {}, [0, 0], [], []
        self._place(self.parameters)
        self._place(self.inputs)
        for (_, _, op, alike), results in sorted(together.items(), key=lambda item: item[0][:2]):
            results.reverse()  # topological_order starts from the root: now as they were made
            inputs = [cells[result][1] for result in results]
            if op == "dot":
                operands = [[w for of in inputs for w in of[: len(alike)]], alike]
            else:
                operands = [[i for of in inputs for i in of]] if op == "sum" else zip(*inputs, strict=True)
            operands = [self._rows(column) for column in operands]
            self.groups.append(Group(op, self._rows(results), operands, [len(of) for of in inputs]))
        self._place(keep)
        self.single, self.single_grad = np.zeros((2, self.heights[False], 1))
        for v, (_, row) in self.place.items():
            if v in self.constants or kind[v] == CONSTANT:
                self.single[row] = v.data

    def _place(self, values):
        """A row for each that has none, one below another. Below rows with a number per sample goes one of ones."""
        new = [v for v in dict.fromkeys(values) if v not in self.place and v is not ONE]
        for v in new:
            batched = self.kind[v] == MANY
            self.place[v] = batched, self.heights[batched]
            self.heights[batched] += 1
        if new and batched:
            self.ones.append(self.heights[True])
            self.heights[True] += 1

    def _rows(self, values):
        """Where these stand, as a group reads or makes them."""
        self._place(values)
        index = [self.place[v][1] for v in values if v is not ONE]
        if len(index) < len(values):
            below = index[-1] + 1
            index += [below if below in self.ones else self.ones[0]] * (len(values) - len(index))
        kinds = {self.kind[v] for v in values if v is not ONE}
        return Rows(MANY in kinds, np.array(index), moving=kinds != {CONSTANT})

    def _allot(self, samples):
        """Arrays for so many samples, one stretch after another, and the calls to be made on them."""
        if samples == self.samples:
            return
        calls = [bind(g, (self.single,), (self.single_grad,)) for g in self.groups if not g.result.batched]
        stretches, width = [], STRETCH // max(1, self.heights[True]) + 1
        for start in range(0, max(1, samples), width):
            some = slice(start, min(start + width, samples))
            data, grad = np.zeros((2, self.heights[True], some.stop - start))
            data[self.ones] = 1.0
            stretches.append((some, data, grad))
            arrays = (self.single, data), (self.single_grad, grad)
            calls += [bind(g, *arrays) for g in self.groups if g.result.batched]
        self.forwards, self.backwards = [f for f, _ in calls], [b for _, b in reversed(calls)]
        self.stretches, self.samples = stretches, samples

    def _check_differentiated(self):
        if not self.differentiated:
            raise RuntimeError("gradients need a backward() after the last forward(); there was none. Call backward().")


class Rows:
    """Where some numbers stand: all in `single`, of shape (rows, 1), or all in a stretch, of shape (rows, samples)."""

    def __init__(self, batched, index, moving):
        self.batched, self.moving = batched, moving
        self.scattered = bool((np.diff(index) != 1).any())
        self.where = index if self.scattered else slice(index[0], index[-1] + 1)
        if self.scattered:
            self.order = np.argsort(index, kind="stable")
            self.targets, self.starts = np.unique(index[self.order], return_index=True)


class Group(NamedTuple):
    """Rows made alike from rows: by an op of the engine, as sums of `lengths` terms, or as dot products."""

    op: str
    result: Rows
    operands: list
    lengths: list


class Operand:
    """Rows on some samples: their `data`, and the way for gradients to reach them."""

    def __init__(self, rows, data, grad):
        self.rows, self.source, self.target = rows, data[rows.batched], grad[rows.batched]
        self.data, self.grad = self.source[rows.where], self.target[rows.where]  # views, unless scattered

    def fetch(self):
        self.source.take(self.rows.where, axis=0, out=self.data, mode="clip")

    def add(self, grad):
        if grad.shape[1] > self.grad.shape[1]:  # one number for all samples hears from all of them
            grad = np.add.reduce(grad, axis=1, keepdims=True)
        if not self.rows.scattered:
            self.grad += grad
        else:  # target[where] += grad would keep only one addition to a repeated row
            grad = np.add.reduceat(grad[self.rows.order], self.rows.starts, axis=0)
            self.target[self.rows.targets] += grad


def bind(group, data, grad):
    """A group's two calls on these arrays: forward, and backward."""
    y, dy = (arrays[group.result.batched][group.result.where] for arrays in (data, grad))
    operands = [Operand(rows, data, grad) for rows in group.operands]
    if group.op == "dot":
        weights, vector = operands[0].data.reshape(len(y), -1), operands[1].data
        compute = partial(np.matmul, weights, vector, out=y)
        parts = [lambda: (dy @ vector.T).reshape(-1, 1), lambda: weights.T @ dy]
    elif group.op == "sum":
        starts = np.cumsum([0, *group.lengths[:-1]])
        compute = partial(np.add.reduceat, operands[0].data, starts, axis=0, out=y)
        parts = [lambda: np.repeat(dy, group.lengths, axis=0)]
    else:
        rule, slopes, power = _rule(group.op)
        inputs = [*[o.data for o in operands], *power]
        compute = partial(rule, *inputs, out=y)
        parts = [partial(_chain, slope, inputs, y, dy) for slope in slopes]
    scattered = [o for o in operands if o.rows.scattered]
    moving = [(o, part) for o, part in zip(operands, parts, strict=True) if o.rows.moving]

    def forward():
        for o in scattered:
            o.fetch()
        compute()

    def backward():
        for o, part in moving:
            o.add(part())

    return forward, backward


def _rule(op):
    """(call, derivatives, fixed exponent or nothing): "**2" is ** with the exponent 2."""
    if op.startswith("**") and op != "**":
        return RULES["**"][0], RULES["**"][1:2], [float(op[2:])]
    return RULES[op][0], RULES[op][1:], []


def _chain(slope, inputs, y, dy):
    # the chain rule: local derivative times the result's gradient
    return dy if slope == 1 else (slope(*inputs, y) if callable(slope) else slope) * dy


def _collapsed(values, kind, keep):
    """What to compute, in order, as {result: (op, inputs)}. Chains of + become sums and dot products."""
    uses = Counter(i for v in values for i in v.inputs)
    uses.update(keep)  # what is looked at from outside does not dissolve
    terms, dissolved = {}, set()
    for v in values:
        if v.op == "+":
            # A + that only this + uses dissolves in it; its list of terms grows in place.
            lists = [terms.pop(i) if i in terms and uses[i] == 1 else [i] for i in v.inputs]
            dissolved.update([i for i, parts in zip(v.inputs, lists, strict=True) if len(parts) > 1])
            shorter, longer = sorted(lists, key=len)
            longer += shorter
            terms[v] = longer
    for parts in terms.values():
        # A product of a number for all samples with one per sample: two of them make a dot product.
        products = [i for i in parts if i.op == "*" and uses[i] == 1]
        products = [i for i in products if {kind[j] == MANY for j in i.inputs} == {True, False}]
        if len(products) > 1:
            dissolved.update(products)
    cells = {}
    for v in values:
        if v in terms:
            _sum(v, terms[v], kind, dissolved, cells)
        elif v not in dissolved:
            cells[v] = (v.op, v.inputs)
    return cells


def _sum(total, terms, kind, dissolved, cells):
    """Into cells: total = a dot product, or a sum of what is the same for all samples, + a sum of what is not."""
    products = [sorted(i.inputs, key=kind.get) for i in terms if i in dissolved]
    fixed = [i for i in terms if kind[i] == SINGLE or (kind[i] == CONSTANT and i.data)]  # sum() starts with a 0
    many = [i for i in terms if kind[i] == MANY and i not in dissolved]
    parts = [("sum", fixed), ("sum", many)]
    if products:
        weights, vector = zip(*products, *[(i, ONE) for i in fixed], strict=True)
        parts[0] = ("dot", (*weights, *vector))
    parts = [(op, tuple(of)) for op, of in parts if of]
    made = []
    for n, (op, of) in enumerate(parts):
        part = of[0]
        if len(of) > 1 or len(parts) == 1:
            part = total if len(parts) == 1 else (total, n)
            kind[part] = max([SINGLE, *[kind[i] for i in of if i is not ONE]])
            cells[part] = ("+" if op == "sum" and len(of) == 2 else op, of)
        made.append(part)
    if len(made) == 2:
        cells[total] = ("+", tuple(made))


def record(root, inputs=(), parameters=(), keep=(), collapse=True):
    """Record the graph below root. `inputs` and `parameters` are the leaves that may change; all others may not.

    A parameter is one number, read from its Value at each forward(); an input is given to forward(), as a
    number or as an array with one number per sample. With `collapse` sums are computed as a whole, which is
    quicker and may differ in the last digits, and what is inside them has no row, unless it is in `keep`.
    Without it every Value has a row and a gradient, and the results of + - * / and relu equal the engine's
    exactly. What Python decided while the graph was built, as in an `if` on data, stays decided.
    """
    with collector_paused():
        return Replay(root, inputs, parameters, keep, collapse)


def fingerprint(root, inputs=(), parameters=()):
    """How the graph below root is made, from the root down: ops, wiring and constants, but no data that may change.

    One entry per Value: ("input 0",), ("parameter 3",), ("constant 2.0",), or an op and the places of what it is
    made from, as in ("*", 4, 5). The same code gives the same on any data, unless it decides by data.
    """
    leaf = {v: (f"input {n}",) for n, v in enumerate(inputs)}
    leaf |= {v: (f"parameter {n}",) for n, v in enumerate(parameters)}
    place, order, entries = {root: 0}, [root], []
    for v in order:  # grows while it is read
        for i in v.inputs:
            if i not in place:
                place[i] = len(order)
                order.append(i)
        entries.append((v.op, *[place[i] for i in v.inputs]) if v.op else leaf.get(v) or (f"constant {v.data}",))
    return tuple(entries)


class Field:
    """A model's score at many places: recorded at the first call, then as quick as array code.

    The data of its parameters may change. A ValueError says so where the recording is not the model: if the
    model decides by data, as in an `if`, and the first call's outermost places show it, or if it has been resized.
    """

    def __init__(self, model, features):
        self.model, self.features, self.replay = model, features, None

    def __call__(self, X):
        """One score for each row of X, an array of shape (n, features)."""
        X = np.asarray(X, dtype=float)
        if X.ndim != 2 or X.shape[1] != self.features:
            raise ValueError(f"places are an array of shape (n, {self.features}); got {X.shape}. Give each a row.")
        if not len(X):
            return np.zeros(0)
        if self.replay is None:
            self.replay = self._recorded(X)
        elif self.replay.parameters != list(self.model.parameters()):
            raise ValueError("this field was recorded; the model has got other parameters since. Make a new Field.")
        return self.replay.forward(*X.T)

    def _recorded(self, X):
        x = [Value(number) for number in X[0].tolist()]
        replay = record(self.model(x), x, self.model.parameters())
        for place in X[edges(*X.T)].tolist():
            replayed = replay.forward(*place)
            if math.isfinite(replayed):  # the engine raises where an array holds inf or NaN
                exact = self.model([Value(number) for number in place]).data
                if not math.isclose(exact, replayed, rel_tol=1e-6, abs_tol=1e-6):
                    raise ValueError(
                        f"a field replays one recording; at {place} it gives {replayed:g}, and the model {exact:g}. "
                        "An `if` on data is decided when recording: let Values decide instead, as relu() does."
                    )
        return replay


def scores(model, X):
    """The model's score for each row of X, an array of shape (n, features): n scores, with no graph left over."""
    return Field(model, np.shape(X)[-1])(X)


def edges(*columns):
    """Where a column has its smallest or its largest number, at most 8 places: there an `if` on data may turn."""
    return list(dict.fromkeys(int(find(column)) for column in columns for find in (np.argmin, np.argmax)))[:8]


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


def _check(root, leaves):
    if not isinstance(root, Value):
        raise TypeError(f"a recording starts from one Value; got {type(root).__name__}. Record each output, or a sum.")
    for v in leaves:
        if not isinstance(v, Value) or v.op:
            found = f"the result of {v.op}" if isinstance(v, Value) else type(v).__name__
            raise ValueError(f"inputs and parameters are Values that nothing made; got {found}. Pass its own inputs.")
    if len(set(leaves)) < len(leaves):
        raise ValueError("inputs and parameters are different Values; got one of them twice. Pass each once.")


def _power_slope(a, b):
    # d a**b = b * a**(b-1), and 0 for the power 0 even at a = 0
    return np.where(b == 0, 0.0, b * np.power(a, b - 1.0))


def _sigmoid(a, out):
    z = np.exp(-np.abs(a))  # at most 1: no overflow
    return np.divide(np.where(a >= 0, 1.0, z), 1 + z, out=out)
