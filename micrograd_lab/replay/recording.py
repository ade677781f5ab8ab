"""Record a graph of values once, then run it again, both ways, on new numbers or on whole columns of them.

A recording turns the graph into a short program, which a machine runs. Values that are computed alike and at the
same level (no one depends on another) become rows that one call computes:

    level 1   16 sums w0*x0 + w1*x1 + b   one matrix product
    level 2   16 times ReLU               one maximum

An input may be a column of n numbers, one per sample. Then a row holds n numbers, and a parameter, which is the
same for all samples, is a row of one. The gradient is that of the mean over the samples.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .. import valuelike
from ..engine import Value
from . import columns, machines, partials
from .choice import Choice
from .compare import compare
from .recorder.turning import turned
from .recorder.wiring import wired


class Replay:
    """A recorded graph; `record` makes one. `program` is what it became."""

    def __init__(self, root, inputs, parameters, keep, collapse, machine=None):
        for given in (inputs, parameters, keep):
            if not hasattr(given, "__iter__"):
                raise TypeError(f"a recording takes lists of Values; got {type(given).__name__}. Put it into [ ].")
        self.root, self.inputs, self.parameters = root, list(inputs), list(parameters)
        chosen = [leaf for choice in self.inputs if isinstance(choice, Choice) for leaf in choice.leaves]
        plain = [v for v in self.inputs if not isinstance(v, Choice)]
        _check(root, [*plain, *chosen, *self.parameters])
        wiring = wired(root)
        self.values, self._number = wiring.values, wiring.number.get
        keep = list({id(v): v for v in [root, *keep]}.values())
        self.program, self.place, self.constants = turned(wiring, keep, self.inputs, self.parameters, collapse)
        self.samples, self._machine, self._lanes, self.differentiated = None, None, 1, False
        self._machines, self._asked, self._width = {}, machines.asked(machine), machines.wide(self.program)
        if not isinstance(root, Value):
            compare(self, wiring)

    @property
    def groups(self) -> tuple:
        """The groups of its program, in the order in which they are computed."""
        return self.program.groups

    def forward(self, *inputs) -> Any:
        """Run the graph on a number or a column of numbers for each input, and on the parameters as they are now.

        Gives root's data: an array with one number per sample, or a float where all inputs are numbers.
        """
        if len(inputs) != len(self.inputs):
            raise ValueError(f"this recording has {len(self.inputs)} inputs; got {len(inputs)}. Pass one for each.")
        found, samples = columns.of(inputs)
        for v, data in self.constants:
            if v.data != data and repr(v.data) != repr(data):  # NaN does not equal itself
                raise ValueError(
                    f"a constant, {getattr(v, 'label', '') or data}, is now {v.data}, but was recorded as {data}. "
                    "Record again, or make it one of the inputs."
                )
        self.check(found)
        self.load(found, 1 if samples is None else samples)
        self.samples, self.differentiated = 1 if samples is None else samples, False
        self._machine.forward()
        return float(self._machine.data(*self.program.root)[0]) if samples is None else self.of(self.root)

    def check(self, found) -> None:
        """ValueError where a choice among these columns is no whole number of one of its leaves."""
        for choice, column in zip(self.inputs, found, strict=True):
            if isinstance(choice, Choice):
                columns.check_choice(choice, column)

    def load(self, found, samples: int) -> None:
        """Put columns, and the parameters as they are now, into the machine."""
        machine = self.started(samples)
        machine.load(found)
        numbers = machine.parameters
        if len(self.parameters):
            numbers[:] = columns.buffer([p.data for p in self.parameters])

    def started(self, samples: int) -> Any:
        """The machine for so many samples, with room for them."""
        name = self._asked or machines.chosen(self._width, samples)
        if name not in self._machines:
            self._machines[name] = machines.made(name, self.program)
        self._machine, self._lanes = self._machines[name], samples
        try:
            self._machine.allot(samples)
        except BaseException:
            del self._machines[name]  # interrupted: it may have half of its room
            raise
        return self._machine

    @property
    def machine(self) -> str:
        """The name of what runs it, on as many samples as it had last, or on one."""
        return self._asked or machines.chosen(self._width, self._lanes)

    def backward(self) -> None:
        """The gradient of root's mean over the samples: see `parameter_grads` and `input_grads`."""
        if not self.samples:
            found = "a forward() on no samples" if self.samples == 0 else "no forward() yet"
            raise RuntimeError(f"backward() needs the numbers of a forward(); got {found}. Run it on data first.")
        self._machine.backward()
        self.differentiated = True

    @property
    def parameter_data(self) -> Any:
        """One number per parameter, as the last forward() read them."""
        return columns.array(self.started(self.samples or 1).parameters)

    @property
    def parameter_grads(self) -> Any:
        """One number per parameter: d mean of root / d parameter. RuntimeError before backward()."""
        self._check_differentiated()
        return columns.array(self._machine.parameter_grads)

    @property
    def input_grads(self) -> Any:
        """An array of shape (inputs, samples): d mean of root / d input. RuntimeError before backward()."""
        self._check_differentiated()
        return columns.stacked([self._machine.grad(True, row) for row in range(len(self.inputs))], self.samples)

    def of(self, v) -> Any:
        """What a recorded Value came to in the last forward(): one number per sample."""
        place = self.place.get(self._number(v))
        if place is None:
            raise KeyError("this Value has no row of its own. Record again with it in `keep`, or with collapse=False.")
        many, row = place
        data = self._machine.data(many, row)
        return columns.array(data) if many else columns.repeated(data[0], self.samples)

    def write_back(self, sample: int = 0) -> None:
        """Put one sample's numbers into the Values that have a row: data, grad and local derivatives.

        A drawing then shows them. `grad` is that of the mean over all samples; it is 0 while backward()
        has not run since the last forward().
        """
        if not 0 <= sample < (self.samples or 0):
            raise IndexError(f"write_back() takes a sample of the last forward(); got {sample} of {self.samples or 0}.")
        data, grad = self._machine.sample(sample, self.differentiated)
        values = [(v, self.place[n]) for n, v in enumerate(self.values) if n in self.place]
        for v, (many, row) in values:
            v.data, v.grad = data[many][row], grad[many][row] if self.differentiated else 0.0
        partials.write([v for v, _ in values])

    def _check_differentiated(self):
        if not self.differentiated:
            raise RuntimeError("gradients need a backward() after the last forward(); there was none. Call backward().")


def record(root, inputs=(), parameters=(), keep=(), collapse: bool = True, machine: str | None = None) -> Replay:
    """Record the graph below root. `inputs` and `parameters` are the leaves that may change; all others may not.

    A parameter is one number, read from its Value at each forward(); an input is given to forward(), as a
    number or as an array with one number per sample. With `collapse` sums are computed as a whole, which is
    quicker and may differ in the last digits, and what is inside them has no row, unless it is in `keep`.
    Without it every Value has a row and a gradient, and the results of + - * / and relu equal the engine's
    exactly. What Python decided while the graph was built, as in an `if` on data, stays decided.

    Values may be of any class that `graph` can read. `machine` is "arrays" or "tape"; without it, the size decides.
    """
    with collector_paused():
        return Replay(root, inputs, parameters, keep, collapse, machine)


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
    if not hasattr(root, "data") or not hasattr(type(root), "__add__"):
        raise TypeError(f"a recording starts from one Value; got {type(root).__name__}. Record each output, or a sum.")
    for v in leaves:
        if not isinstance(v, type(root)) or _made(v):
            found = f"the result of {_made(v)}" if isinstance(v, type(root)) else type(v).__name__
            raise ValueError(f"inputs and parameters are Values that nothing made; got {found}. Pass its own inputs.")
    if len({id(v) for v in leaves}) < len(leaves):
        raise ValueError("inputs and parameters are different Values; got one of them twice. Pass each once.")


def _made(v):
    """The op that made v, "" for a leaf."""
    return v.op if isinstance(v, Value) else valuelike.op_of(v) if valuelike.inputs_of(v) else ""
