"""Record a graph of Values once, then run it again, both ways, on new numbers or on whole arrays.

A recording turns the graph into a short program for NumPy. Values that are computed alike and at the
same level (no one depends on another) become rows of one array, and one call computes them all:

    level 1   16 sums w0*x0 + w1*x1 + b   one matrix product
    level 2   16 times ReLU               one maximum

An input may be an array of n numbers, one per sample. Then a row holds n numbers, and a parameter,
which is the same for all samples, is a row of one. The gradient is that of the mean over the samples.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

from ..engine import Value, topological_order
from .collapse import CONSTANT, MANY, ONE, SINGLE, collapsed
from .rows import Group, Rows, bind, rule_of

STRETCH = 2**17  # numbers to compute before the next samples' turn: a megabyte stays near the processor


class Replay:
    """A recorded graph; `record` makes one. `groups` is its program, a NumPy call or two each."""

    def __init__(self, root, inputs, parameters, keep, collapse):
        for given in (inputs, parameters, keep):
            if not hasattr(given, "__iter__"):
                raise TypeError(f"a recording takes lists of Values; got {type(given).__name__}. Put it into [ ].")
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
        self._lay_out(collapsed(made, self.kind, keep) if collapse else {v: (v.op, v.inputs) for v in made}, keep)
        self.samples, self.differentiated = None, False

    def forward(self, *inputs) -> np.ndarray | float:
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

    def backward(self) -> None:
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
    def parameter_data(self) -> np.ndarray:
        """One number per parameter, as the last forward() read them."""
        return self.single[: len(self.parameters), 0].copy()

    @property
    def parameter_grads(self) -> np.ndarray:
        """One number per parameter: d mean of root / d parameter. RuntimeError before backward()."""
        self._check_differentiated()
        return self.single_grad[: len(self.parameters), 0].copy()

    @property
    def input_grads(self) -> np.ndarray:
        """An array of shape (inputs, samples): d mean of root / d input. RuntimeError before backward()."""
        self._check_differentiated()
        return np.concatenate([grad[: len(self.inputs)] for _, _, grad in self.stretches], axis=1)

    def of(self, v: Value) -> np.ndarray:
        """What a recorded Value came to in the last forward(): one number per sample."""
        if v not in self.place:
            raise KeyError("this Value has no row of its own. Record again with it in `keep`, or with collapse=False.")
        batched, row = self.place[v]
        if batched:
            return np.concatenate([data[row] for _, data, _ in self.stretches])
        return np.full(self.samples, self.single[row, 0])

    def write_back(self, sample: int = 0) -> None:
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
                _, slopes, power = rule_of(v.op)
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


def record(root: Value, inputs=(), parameters=(), keep=(), collapse: bool = True) -> Replay:
    """Record the graph below root. `inputs` and `parameters` are the leaves that may change; all others may not.

    A parameter is one number, read from its Value at each forward(); an input is given to forward(), as a
    number or as an array with one number per sample. With `collapse` sums are computed as a whole, which is
    quicker and may differ in the last digits, and what is inside them has no row, unless it is in `keep`.
    Without it every Value has a row and a gradient, and the results of + - * / and relu equal the engine's
    exactly. What Python decided while the graph was built, as in an `if` on data, stays decided.
    """
    with collector_paused():
        return Replay(root, inputs, parameters, keep, collapse)


@contextmanager
def collector_paused() -> Iterator[None]:
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
