"""A graph of any class of values as flat lists: what a recording reads. Values are called by their numbers."""

from ... import graph, valuelike
from ...engine import OPS, Value, topological_order
from ..program import ROW_OPS, exponent

CONSTANT, SINGLE, MANY, CHOSEN = range(4)  # the same for ever; for all samples; one per sample; a leaf of a Choice


class Wiring:
    """Of each value, by its number: itself, its op, the numbers of its inputs, its data. Inputs have lower numbers.

    What is folded into it later has no value of its own, and a number above all others.
    """

    def __init__(self, values, ops, inputs, number):
        self.values, self.ops, self.inputs, self.number = values, ops, inputs, number
        self.data = [v.data if type(v.data) is float else float(v.data) for v in values]
        self.order = range(len(values))

    def add(self, op: str, inputs: tuple, data: float) -> int:
        """The number of a value more."""
        self.ops.append(op)
        self.inputs.append(inputs)
        self.data.append(data)
        return len(self.ops) - 1

    def sort(self) -> None:
        """Put them into an order in which inputs come first, as it may no longer be that of their numbers."""
        waiting, users = [0] * len(self.inputs), [[] for _ in self.inputs]
        for n, inputs in enumerate(self.inputs):
            if inputs:
                once = set(inputs)
                waiting[n] = len(once)
                for i in once:
                    users[i].append(n)
        self.order = [n for n, count in enumerate(waiting) if not count]
        for n in self.order:  # grows while it is read
            for user in users[n]:
                waiting[user] -= 1
                if not waiting[user]:
                    self.order.append(user)


def wired(root) -> Wiring:
    """The wiring below root: a Value of the kit, or of any class that `graph` can read.

    ValueError for an op that a recording has no rule for, or for inputs that don't say which comes first.
    """
    if isinstance(root, Value):
        values = topological_order(root)[::-1]
        values.sort(key=lambda v: v._level)  # of one level, as they were made
        number = {v: n for n, v in enumerate(values)}
        inputs = [
            () if v._a is None else (number[v._a],) if v._b is None else (number[v._a], number[v._b]) for v in values
        ]
        ops = [v.op for v in values]
    else:
        values, inputs_of = graph.ordered(root)
        places = {id(v): n for n, v in enumerate(values)}
        inputs = [tuple([places[id(i)] for i in inputs_of(v)]) for v in values]
        ops = [valuelike.op_of(v) if made else "" for v, made in zip(values, inputs, strict=True)]
        number = _ByIdentity(values, places)
    known = {""}
    for n, (op, made) in enumerate(zip(ops, inputs, strict=True)):
        if (op, len(made)) not in known:
            inputs[n] = _checked(op, made, values[n])
            if inputs[n] == made:
                known.add((op, len(made)))
    return Wiring(values, ops, inputs, number)


class _ByIdentity(dict):
    """The numbers of values, by the values: a class of one's own may say of two that they are equal."""

    def __init__(self, values, places):
        super().__init__(places)
        self.values_ = values  # so that no other gets the address of one of them

    def __getitem__(self, v):
        return super().__getitem__(id(v))

    def get(self, v, otherwise=None):
        return super().get(id(v), otherwise)

    def __contains__(self, v):
        return super().__contains__(id(v))


def _checked(op, made, v):
    """The inputs of an op that has a rule, two of it where a set has forgotten one."""
    if not op and not made:
        return made
    wanted = 1 if exponent(op) is not None else ROW_OPS.get(op)
    if wanted is None:
        raise ValueError(
            f"a recording knows {', '.join(OPS)}; got {op or 'an operation without a name'}. Build the graph from "
            "these, or run a function anew: live.graph(f, a=2.0)."
        )
    is_set = isinstance(valuelike.kept(v), (set, frozenset))
    if is_set and wanted == 2 and op in ("+", "*"):
        return (made * 2)[:2]
    if len(made) != wanted or (is_set and wanted == 2):
        found = "a set, which has no order" if is_set else f"{len(made)}"
        raise ValueError(f"{op} has {wanted} inputs, one after another; got {found}. Keep them in a tuple.")
    return made
