"""backward() on a class that a learner wrote, in its own form: closures, local derivatives, or a backward() method."""

import math

from ...valuelike import PARTIALS, inputs_of, kept, partials_of, unread_inputs, unread_partials
from .lines import graph
from .plain import plain
from .run import untouched
from .walk import below

TIMES = 3
HELD = 4.0  # what inputs hold already, where it is seen whether gradients are added to it


def fill(root):
    """Fill in all gradients: by each value's `_backward`, by local derivatives, or by the class's own backward().

    Unread where the class has none of these, but something of the kind under a name that is not known.
    """
    order = below(root)
    made = [v for v in order if inputs_of(v)]
    own = hasattr(root, "backward") and not untouched(root.backward)
    if not made and not own and (names := unread_inputs(root)):
        raise Unread("inputs", names)
    if any(hasattr(v, "_backward") for v in made):
        if any(v._backward is None for v in made):
            raise CalledAtOnce
        root.grad = 1.0
        for v in made[::-1]:
            v._backward()
    elif made and kept(root, PARTIALS) is not None:
        root.grad = 1.0
        for v in made[::-1]:
            for i, slope in zip(inputs_of(v), partials_of(v), strict=True):
                i.grad += slope * v.grad
    elif own:
        root.backward()
    elif names := unread_partials(root):
        raise Unread("local derivatives", names)


class CalledAtOnce(Exception):
    """`_backward` is None: what was handed over is what calling it gave."""


class Unread(Exception):
    """These attributes may hold what was looked for, which is kept under no name that is known."""

    def __init__(self, wanted, names):
        self.wanted, self.names = wanted, names


def results(learner, case):
    """{"y": data, and each input's name: gradient} of a case's lines; {"cut": type} where y is no value of the class,
    {"unread": attributes, "wanted": what} where the class keeps its inputs or derivatives under a name of its own.

    Untouched while none of the operations in `written`, expressions of a and b, has its `_backward`. It runs
    several times: {"_runs": "differ"} tells of a class whose gradients do. Where something is `written`,
    "not added to" names the inputs that lose what they held before.
    """
    if case.get("written") and all(_unwritten(learner, text) for text in case["written"]):
        return {"untouched": True}
    found = [_once(learner, case) for _ in range(TIMES)]
    if not all(_alike(one, found[0]) for one in found):
        return {"_runs": "differ"}
    if not case.get("written") or not isinstance(found[0], dict):
        return found[0]
    return {**found[0], **_lost(learner, case, found[0])}


def _lost(learner, case, found):
    """{"not added to": names} of the inputs whose gradient is the same whether they held one before or not."""
    if not found.keys() >= {"y", *case["inputs"]} or not _is_filled_here(learner):
        return {}
    again = _once(learner, case, HELD)
    names = [name for name in case["inputs"] if found[name] and _alike({"": found[name]}, {"": again[name]})]
    return {"not added to": ", ".join(names)} if names else {}


def _is_filled_here(learner):
    """Whether values have a `_backward`: a backward() of the class's own may begin by setting gradients to 0."""
    return hasattr(learner(1.0), "_backward")


def _alike(one, other):
    """Equal but for rounding, which depends on the order of a sum."""
    if not isinstance(one, dict) or one.keys() != getattr(other, "keys", list)():
        return one == other
    return all(
        math.isclose(x, other[name], rel_tol=1e-9, abs_tol=1e-12)
        if isinstance(x, (int, float)) and isinstance(other[name], (int, float))
        else x == other[name]
        for name, x in one.items()
    )


def _unwritten(learner, text):
    """Whether what this operation makes has a `_backward` that is still a stub."""
    y, _ = graph({"inputs": {"a": 1.5, "b": 2.5}, "lines": [f"y = {text}"]}, learner)
    found = getattr(y, "_backward", None)
    # A class begins with `_backward = lambda: None`: where that is left, the function was not handed over.
    return found is not None and untouched(found) and getattr(found, "__name__", "") != "<lambda>"


def _once(learner, case, held=0.0):
    y, leaves = graph(case, learner)
    if y is None or not hasattr(y, "data"):
        return y if y is None else {"cut": type(y).__name__}
    for leaf in leaves.values() if held else ():
        leaf.grad = held
    try:
        fill(y)
    except CalledAtOnce:
        return {"_backward": "None"}
    except Unread as found:
        return {"unread": list(found.names), "wanted": found.wanted}
    return {"y": plain(y.data), **{name: plain(leaf.grad) for name, leaf in leaves.items()}}
