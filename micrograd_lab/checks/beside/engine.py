"""One step backward of a class that a learner wrote, in its own form: closures, local derivatives, or a backward()."""

import math

from ...valuelike import PARTIALS, attributes, inputs_of, kept, partials_of, unread_partials
from .facts import facts_of, kin_of
from .held import held
from .lines import code_of
from .plain import plain
from .run import untouched
from .walk import below

TIMES = 3
# What inputs hold already, and what comes to the output, where it is seen whether gradients are added and multiplied.
HELD, UPSTREAM = 4.0, -1.5


def fill(root, upstream=1.0):
    """Fill in all gradients: by each value's `_backward`, by local derivatives, or by the class's own backward(); to
    root itself `upstream` has come, but with a backward() of its own, where it is 1.

    Unread where the class has none of these, but something of the kind under a name that is not known.
    """
    inputs = inputs_of if inputs_of(root) else held
    order = below(root, inputs)
    made, leaves = [v for v in order if inputs(v)], [v for v in order if not inputs(v)]
    if any(hasattr(v, "_backward") for v in made):
        none_at_first = any(getattr(v, "_backward", None) is None for v in leaves)
        if any(v._backward is None for v in made) and not none_at_first:
            raise CalledAtOnce
        root.grad = upstream
        for v in made[::-1]:
            if v._backward is not None:
                v._backward()
    elif made and kept(root, PARTIALS) is not None:
        root.grad = upstream
        for v in made[::-1]:
            slopes = partials_of(v)
            if len(slopes) != len(inputs_of(v)):
                raise OtherSlopes(kept(v, PARTIALS), v)
            for i, slope in zip(inputs_of(v), slopes, strict=True):
                i.grad += slope * v.grad
    elif hasattr(root, "backward") and not untouched(root.backward):
        root.backward()
    elif names := unread_partials(root):
        raise Unread("local derivatives", names)
    elif not hasattr(root, "_backward") and kept(root, PARTIALS) is None:
        raise Unread("a step back", attributes(root))


class CalledAtOnce(Exception):
    """`_backward` is None: what was handed over is what calling it gave."""


class OtherSlopes(Exception):
    """Not a number for each input: `found` is "a value" where a value stands among them, or how many there are."""

    def __init__(self, slopes, v):
        several = slopes if isinstance(slopes, (tuple, list)) else (slopes,)
        self.found = "a value" if any(isinstance(one, type(v)) for one in several) else len(several)


class Unread(Exception):
    """These attributes may hold what was looked for, which is kept under no name that is known."""

    def __init__(self, wanted, names):
        self.wanted, self.names = wanted, names


def results(learner, case):
    """{"y": data, and each input's name: gradient} of a case's lines, and of each value that a line names; {"cut":
    type} where y is no value of the class, {"unread": attributes, "wanted": what} where the class keeps what is needed
    under a name of its own, {"slopes": what} where there is not a local derivative for each input.

    Untouched while none of the operations in `written`, expressions of a and b, has its `_backward`. It runs several
    times: {"_runs": "differ"} tells of a class whose gradients do. Beside the numbers, "_changed" has what inputs hold
    after it that are not what they were, "_itself" the input that y is itself, and "_held" the gradients where inputs
    held 4 before and -1.5 has come to the output.
    """
    if case.get("written") and all(_unwritten(learner, text) for text in case["written"]):
        return {"untouched": True}
    found = [once(learner, case) for _ in range(TIMES)]
    if not all(_alike(one, found[0]) for one in found):
        return {"_runs": "differ"}
    return with_held(learner, case, found[0])


def observed(learner, case):
    """The same of a class that is known to give the same each time."""
    return with_held(learner, case, once(learner, case))


def with_held(learner, case, found):
    """The result, with the gradients where inputs held one before: not of a backward() of the class's own, which may
    begin by setting gradients to 0."""
    if "y" not in found or not hasattr(learner(1.0), "_backward"):
        return found
    again = once(learner, case, HELD)
    return {**found, "_held": {name: again[name] for name in case["inputs"] if name in again}}


def once(learner, case, at_first=0.0):
    """The result of one run, whose inputs hold this gradient at first."""
    at = "forward"
    try:
        leaves = {name: learner(number) for name, number in case["inputs"].items()}
        names = {"__builtins__": {"range": range, "sum": sum}, **leaves}
        for line in case["lines"]:
            exec(code_of(line), names)
        y = names["y"]
        if not isinstance(y, kin_of(learner)):
            return {"cut": type(y).__name__}
        for leaf in leaves.values() if at_first else ():
            leaf.grad = at_first
        at = "back"
        fill(y, UPSTREAM if at_first else 1.0)
    except CalledAtOnce:
        return {"_backward": "None"}
    except OtherSlopes as slopes:
        return {"slopes": slopes.found}
    except Unread as found:
        return {"unread": list(found.names), "wanted": found.wanted}
    except NotImplementedError:
        raise
    except Exception as error:
        return facts_of(error, learner, at)
    found = {"y": plain(y.data), **{name: _number(leaf.grad) for name, leaf in leaves.items()}}
    inner = {name: v for name, v in names.items() if name not in ("y", *leaves) and isinstance(v, kin_of(learner))}
    found |= {name: _number(v.grad) for name, v in inner.items()}
    changed = {name: plain(leaf.data) for name, leaf in leaves.items() if plain(leaf.data) != case["inputs"][name]}
    itself = next(({"_itself": name} for name, leaf in leaves.items() if y is leaf), {})
    return {**found, **itself, "_changed": changed} if changed else {**found, **itself}


def _number(grad):
    """A gradient as plain data: of a comparison that was set rather than added, its 0 or 1."""
    return float(grad) if isinstance(grad, bool) else plain(grad)


def _alike(one, other):
    """Equal but for rounding, which depends on the order of a sum."""
    if one.keys() != other.keys():
        return False
    return all(
        math.isclose(x, other[name], rel_tol=1e-9, abs_tol=1e-12)
        if isinstance(x, (int, float)) and isinstance(other[name], (int, float))
        else x == other[name]
        for name, x in one.items()
    )


def _unwritten(learner, text):
    """Whether what this operation makes has a `_backward` that is still a stub."""
    names = {"a": learner(1.5), "b": learner(2.5)}
    try:
        exec(code_of(f"y = {text}"), names)
    except NotImplementedError:
        raise
    except Exception:  # told where the cases meet it
        return False
    found = getattr(names["y"], "_backward", None)
    # A class begins with `_backward = lambda: None`: where that is left, the function was not handed over.
    return found is not None and untouched(found) and getattr(found, "__name__", "") != "<lambda>"
