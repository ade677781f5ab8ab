"""Whether a class that is not the kit's computes what its recording does: its values, and its own gradients.

Where it doesn't, a rule of that class differs from the one that its op's name stands for.
"""

import math
import sys

from .choice import Choice
from .partials import slopes_of, value_of

CLOSE = 1e-6  # relative; of gradients, relative to the largest too


class Differs(ValueError):
    """A class of values computes something else than its recording would; its own engine goes on by itself."""


def compare(replay, wiring) -> None:
    """Run the recording on the numbers at hand, and its root's own backward(), where it has one. Differs says how."""
    found = [_place_of(v) if isinstance(v, Choice) else float(v.data) for v in replay.inputs]
    own = float(replay.root.data)
    said = replay.forward(*found)
    _hold("value", [own], [said], replay, wiring)
    grads = _own_gradients(replay.root, replay.values)
    if grads is None or not math.isfinite(said):
        return
    replay.backward()
    leaves = [(n, v) for n, v in enumerate(replay.parameters) if v in wiring.number]
    mine = [grads[wiring.number[v]] for _, v in leaves]
    theirs = replay.started(1).parameter_grads
    _hold("gradient", mine, [float(theirs[n]) for n, _ in leaves], replay, wiring, grads)


def _place_of(choice):
    """The number of the leaf that is 1."""
    data = [float(leaf.data) for leaf in choice.leaves]
    if sorted(data) != [0.0] * (len(data) - 1) + [1.0]:
        raise ValueError(f"a choice has one leaf that is 1, all others 0; got {data[:8]}. Set their data so.")
    return float(data.index(1.0))


def _own_gradients(root, values):
    """The grad of each value by the class's own backward(), all of them as before afterwards; None without one."""
    if not callable(getattr(root, "backward", None)):
        return None
    try:
        before = [v.grad for v in values]
    except AttributeError:
        return None
    limit = sys.getrecursionlimit()
    try:
        for v in values:
            v.grad = 0.0
        sys.setrecursionlimit(max(limit, len(values) + 1000))  # many classes find their order by recursion
        root.backward()
        return [float(v.grad) for v in values]
    except (TypeError, AttributeError, RecursionError, ArithmeticError):
        return None
    finally:
        sys.setrecursionlimit(limit)
        for v, grad in zip(values, before, strict=True):
            v.grad = grad


def _close(a, b, scale=0.0):
    if not (math.isfinite(a) and math.isfinite(b)):
        return True
    return abs(a - b) <= CLOSE * max(abs(a), abs(b)) + 1e-3 * CLOSE * scale + 1e-12


def _hold(what, own, said, replay, wiring, grads=None):
    scale = max([abs(x) for x in said if math.isfinite(x)], default=0.0)
    pairs = [(a, b) for a, b in zip(own, said, strict=True) if not _close(a, b, scale)]
    if not pairs:
        return
    a, b = pairs[0]
    where = _wrong_value(wiring) or (grads and _wrong_gradient(wiring, grads, scale)) or ""
    raise Differs(
        f"a recording computes each op by its rule; for a {what} it gives {b:g}, and {type(replay.root).__name__} "
        f"itself {a:g}. {where}Mend that rule, or make the graph anew where data has changed since; the class's own "
        "engine goes on by itself."
    )


def _wrong_value(wiring):
    """Which op has another result than its rule gives, in a sentence."""
    for op, inputs, data in zip(wiring.ops, wiring.inputs, wiring.data, strict=True):
        if op and op != "max":
            numbers = [wiring.data[i] for i in inputs]
            rule = value_of(op, numbers)
            if not _close(rule, data):
                told = " and ".join(f"{x:g}" for x in numbers)
                return f"Look at {op}: of {told} its rule makes {rule:g}, and the class {data:g}. "
    return ""


def _wrong_gradient(wiring, grads, scale):
    """The op whose inputs are the first, from the root down, that hear something else than its rule sends."""
    count = len(grads)
    found = [0.0] * count
    found[count - 1] = 1.0
    users = [[] for _ in range(count)]
    for n in range(count - 1, -1, -1):
        if not _close(grads[n], found[n], scale):
            ops = " or ".join(dict.fromkeys(wiring.ops[u] for u in users[n]))
            return f"Look at {ops}: a value that it uses gets {grads[n]:g} where its rule sends {found[n]:g}. "
        if wiring.ops[n]:
            inputs = wiring.inputs[n]
            numbers = [wiring.data[i] for i in inputs]
            for i, slope in zip(inputs, slopes_of(wiring.ops[n], numbers, wiring.data[n]), strict=True):
                found[i] += slope * found[n]
                users[i].append(n)
    return ""
