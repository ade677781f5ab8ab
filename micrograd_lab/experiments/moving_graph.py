"""Where live.graph gets its graph from: a function that is run anew, or a Value that is replayed."""

import math
import operator
from contextlib import suppress
from dataclasses import replace

from .. import fired
from ..backward_steps import gradients
from ..engine import Value, topological_order
from ..graph import snapshot, values
from ..replay import record
from .expression import compiled
from .typed_code import is_name, quoted

SLIDERS = 8

NO_VALUE = "the function must give a Value; got {kind}. {remedy}"
NO_RETURN, NO_VALUES = "Is a return missing?", "Calculate with its inputs as they are, without .data."
NO_LEAF = (
    "a leaf is made as {name}(2.0); that gave {error}. Let its __init__ take the number alone, the rest with defaults."
)
NO_INPUTS = "live.{command} needs a number for each input; got none. Try live.{command}(f, a=2.0)."
NO_OPERATION = "values here are made by {known} and powers; got {op}. Build the graph from these."
INPUTS = "live.{command} takes inputs for a function; got {inputs} for a Value. Leave them out."


class Graph:
    """A graph whose leaves move. `root` is its output, `leaves` the Values with a slider, by name.

    `ran_at` are the leaves' numbers at the last forward pass, `differentiated_at` those at the last backward one.
    """

    root = None
    ran_at = differentiated_at = None
    _shape = ()

    def forward(self, numbers):
        """Compute everything at these numbers. Gradients stay what they were, old or not."""
        grads = [v.grad for v in below(self.root)] if self.root is not None else []
        root, leaves = self._run(numbers)
        after = below(root)
        before = self._shape or (_shape(self.root) if self.root is not None else ())
        shape = _shape(root)
        self._shape, same = shape, shape == before
        for v, grad in zip(after, grads if same else [0.0] * len(after), strict=True):
            v.grad = grad
        if not same:
            self.differentiated_at = None
        self.root, self.leaves, self.ran_at = root, leaves, dict(numbers)

    def backward(self):
        """All gradients, as the class of the values works them out; none where it can't yet."""
        made = below(self.root)
        for v in made:
            v.grad = 0.0
        if hasattr(self.root, "backward"):
            self.root.backward()
        else:
            records = fired.records_of(self.root)
            if any(len(r.partials) != len(r.inputs) for r in records):
                return
            for number, gradient in gradients(records).items():
                made[number].grad = gradient
        self.differentiated_at = self.ran_at

    def place(self, numbers):
        """Only the leaves change, as for `a.data = 3`: the rest stays what it was computed to be."""
        for name, leaf in self.leaves.items():
            leaf.data = numbers[name]

    @property
    def stale(self):
        """Whether the gradients belong to other numbers than the data."""
        return self.differentiated_at not in (None, self.ran_at)

    def records(self):
        """The Records of the graph below `root`."""
        return fired.records_of(self.root)

    def made(self):
        """The values below `root`, in the order of their Records."""
        return values(self.root)

    @property
    def shape(self):
        """Each value's operation and inputs, as numbers: of two graphs alike, it is the same."""
        return self._shape

    def recording(self):
        """A recording in which every value has a row, and the leaves are inputs; an error where there can be none."""
        return record(self.root, self.leaves.values(), collapse=False)


class Built(Graph):
    """The graph that a function makes of leaves of this class, run anew for each forward pass."""

    def __init__(self, fn, engine=Value):
        self.fn, self.engine = fn, engine

    def _run(self, numbers):
        leaves = leaves_of(numbers, self.engine)
        return root_of(self.fn, leaves, self.engine), leaves


class Replayed(Graph):
    """The graph below a Value, whose leaves get new data, and everything else what follows from it."""

    def __init__(self, root):
        given, made = [r for r in snapshot(root) if not r.inputs], values(root)
        chosen = [r for r in given if r.label] or given
        self.count = len(chosen)
        self.names = {r.number: _name(r, chosen) for r in chosen[:SLIDERS]}
        self.leaves = {name: made[number] for number, name in self.names.items()}
        self.root = root
        self.replay = record(root, self.leaves.values(), collapse=False)

    def _run(self, numbers):
        self.replay.forward(*numbers.values())
        self.replay.write_back()
        return self.root, self.leaves

    def recording(self):
        return self.replay

    def records(self):
        # A leaf without a label is named by its number, which would change with its data.
        return tuple(replace(r, label=self.names.get(r.number, r.label)) for r in super().records())


def output(root, data):
    """What root comes to with some leaves at other numbers, {leaf: number}; NaN where an operation has no result there.

    The graph itself stays as it is.
    """
    made = {}
    try:
        for v in topological_order(root):
            made[v] = _done(v.op, [made[i] for i in v.inputs]) if v.op else Value(data.get(v, v.data))
    except (ArithmeticError, ValueError):
        return math.nan
    return made[root].data


def below(root):
    """The values below root, inputs first and root last, of whatever class they are."""
    return topological_order(root) if isinstance(root, Value) else values(root)


def leaves_of(numbers, engine=Value):
    """Leaves of this class, {name: Value}, each with its label."""
    if engine is Value:
        return {name: Value(number, name) for name, number in numbers.items()}
    leaves = {}
    for name, number in numbers.items():
        try:
            leaves[name] = engine(number)
        except TypeError as error:
            raise TypeError(NO_LEAF.format(name=getattr(engine, "__name__", "Value"), error=error)) from error
        _label(leaves[name], name)
    return leaves


def root_of(fn, leaves, engine=Value):
    """The Value that a function makes of these leaves, called y where it has no name and no leaf is y."""
    root = fn(**leaves)
    if not isinstance(root, engine):
        remedy = NO_RETURN if root is None else NO_VALUES
        raise TypeError(NO_VALUE.format(kind=type(root).__name__, remedy=remedy))
    if not getattr(root, "label", "") and all(root is not leaf for leaf in leaves.values()):
        _label(root, next((name for name in ("y", "out") if name not in leaves), ""))
    return root


def made(command, given, inputs, engine=Value):
    """The Value that `given` stands for: a function or an expression of these inputs, or the Value itself."""
    if isinstance(given, str) or callable(given):
        if not inputs:
            raise ValueError(NO_INPUTS.format(command=command))
        fn = compiled(given, inputs) if isinstance(given, str) else given
        return root_of(fn, leaves_of(inputs, engine), engine)
    if inputs:
        raise TypeError(INPUTS.format(command=command, inputs=", ".join(inputs)))
    return given


def typed_as(given, root):
    """What one types for it, in the code of a view."""
    if isinstance(given, str):
        return quoted(given)
    name, otherwise = (given.__name__, "f") if hasattr(given, "__name__") else (getattr(root, "label", ""), "y")
    return name if is_name(name) else "f" if callable(given) else otherwise


def _done(op, inputs):
    """The operation of this name on these Values."""
    first, *second = inputs
    if op.startswith("**") and not second:
        return first ** float(op[2:])
    known = {**fired.TWO, "**": operator.pow} if second else {**fired.ONE, "sigmoid": Value.sigmoid}
    if op not in known:
        raise TypeError(NO_OPERATION.format(op=op, known=", ".join(known)))
    return known[op](*inputs)


def _shape(root):
    """Each value's operation and inputs, as numbers: of two graphs alike, it is the same."""
    if not isinstance(root, Value):
        return [(r.op, [*r.inputs]) for r in snapshot(root)]
    made = topological_order(root)
    number = {id(v): n for n, v in enumerate(made)}
    return [(v.op, [number[id(i)] for i in v.inputs]) for v in made]


def _label(v, name):
    with suppress(AttributeError):  # a class with slots may have no room for a label
        v.label = name


def _name(r, chosen):
    alike = [other for other in chosen if other.label == r.label]
    return r.label if r.label and len(alike) == 1 else f"{r.label or 'v'}{r.number}"
