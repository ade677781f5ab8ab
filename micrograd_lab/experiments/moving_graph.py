"""Where live.graph gets its graph from: a function that is run anew, or a Value that is replayed."""

from dataclasses import replace

from ..engine import Value, topological_order
from ..graph import snapshot, values
from ..replay import record
from .expression import compiled
from .typed_code import is_name, quoted

SLIDERS = 8

NO_VALUE = "the function must give a Value; got {kind}. {remedy}"
NO_RETURN, NO_VALUES = "Is a return missing?", "Calculate with its inputs as they are, without .data."
NO_INPUTS = "live.{command} needs a number for each input; got none. Try live.{command}(f, a=2.0)."
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
        grads = [v.grad for v in topological_order(self.root)] if self.root else []
        root, leaves = self._run(numbers)
        after = topological_order(root)
        shape, before = _shape(after), self._shape or (_shape(topological_order(self.root)) if self.root else ())
        self._shape, same = shape, shape == before
        for v, grad in zip(after, grads if same else [0.0] * len(after), strict=True):
            v.grad = grad
        if not same:
            self.differentiated_at = None
        self.root, self.leaves, self.ran_at = root, leaves, dict(numbers)

    def backward(self):
        for v in topological_order(self.root):
            v.grad = 0.0
        self.root.backward()
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
        return snapshot(self.root)


class Built(Graph):
    """The graph that a function makes, run anew for each forward pass."""

    def __init__(self, fn):
        self.fn = fn

    def _run(self, numbers):
        leaves = {name: Value(number, name) for name, number in numbers.items()}
        return root_of(self.fn, leaves), leaves


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

    def records(self):
        # A leaf without a label is named by its number, which would change with its data.
        return tuple(replace(r, label=self.names.get(r.number, r.label)) for r in super().records())


def root_of(fn, leaves):
    """The Value that a function makes of these leaves, called y where it has no name and no leaf is y."""
    root = fn(**leaves)
    if not isinstance(root, Value):
        remedy = NO_RETURN if root is None else NO_VALUES
        raise TypeError(NO_VALUE.format(kind=type(root).__name__, remedy=remedy))
    if not root.label and root.op:
        root.label = next((name for name in ("y", "out") if name not in leaves), "")
    return root


def made(command, given, inputs):
    """The Value that `given` stands for: a function or an expression of these inputs, or the Value itself."""
    if isinstance(given, str) or callable(given):
        if not inputs:
            raise ValueError(NO_INPUTS.format(command=command))
        fn = compiled(given, inputs) if isinstance(given, str) else given
        return root_of(fn, {name: Value(number, name) for name, number in inputs.items()})
    if inputs:
        raise TypeError(INPUTS.format(command=command, inputs=", ".join(inputs)))
    return given


def typed_as(given, root):
    """What one types for it, in the code of a view."""
    if isinstance(given, str):
        return quoted(given)
    name, otherwise = (given.__name__, "f") if hasattr(given, "__name__") else (getattr(root, "label", ""), "y")
    return name if is_name(name) else "f" if callable(given) else otherwise


def _shape(values):
    """Each value's operation and inputs, as numbers: of two graphs alike, it is the same."""
    number = {id(v): n for n, v in enumerate(values)}
    return [(v.op, [number[id(i)] for i in v.inputs]) for v in values]


def _name(r, chosen):
    alike = [other for other in chosen if other.label == r.label]
    return r.label if r.label and len(alike) == 1 else f"{r.label or 'v'}{r.number}"
