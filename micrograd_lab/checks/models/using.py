"""Which operations and methods a case uses, in whichever form a class has them."""

from contextlib import suppress

from .methods import TOGETHER
from .slip import SIGNS
from .value import RULES, Value, made

METHODS = ("__add__", "__mul__", "__radd__", "__rmul__", "__neg__", "__sub__", "__rsub__", "__truediv__")
METHODS += ("__rtruediv__", "__pow__", "relu", "tanh", "exp", "log")


def parts_of(run):
    """A function of a case: the names of all operations and methods that it uses. `run(cls, case)` runs it."""
    kept = {}

    def of(case):
        key = repr(case)
        if key not in kept:
            kept[key] = frozenset().union(*(_used(run, case, style) for style in TOGETHER))
        return kept[key]

    return of


def _used(run, case, style):
    used = set()

    def noted(name, method):
        def noting(*args):
            used.add(name)
            return method(*args)

        return noting

    methods = {name: noted(name, style.get(name, getattr(Value, name))) for name in METHODS}

    def node(s, data, op, *inputs, k=None):
        used.add(op)
        return Value.node(s, data, op, *inputs, k=k)

    with suppress(Exception):  # a case that is to be refused
        run(made({**methods, "node": node}), case)
    return {SIGNS.get(name, name) for name in used & {*METHODS, *RULES}}
