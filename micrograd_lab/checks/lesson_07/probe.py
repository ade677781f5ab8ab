"""Lesson 7: a learner's Neuron, Layer or MLP, made, called, moved and sent back through; and rows of numbers.

Whatever a class keeps its numbers under, they are found by `parameters()`, and nothing else is asked for.
"""

import inspect
import random
from itertools import cycle, islice

from ..beside.engine import CalledAtOnce, OtherSlopes, Unread, fill
from ..beside.plain import plain
from ..beside.run import as_result, untouched
from ..beside.shape import by_name, named, row, shape

METHODS = ("__init__", "__call__", "parameters")
MOST = 2000  # parameters that are looked at; 2-16-16-1 has 337


def network(cls, case):
    """What a class gives that is made with `makes`, and with `nonlin` where the case has it, on the numbers x:

    "made", the data of its parameters after random.seed(seed); "follows", the random number that comes next;
    "distinct", how many parameters there are, each counted once; "y", a number, or a list of them; "moved", the same
    once `numbers` stand in the parameters; "grads" of these and "by" the inputs, with 1, 2, 3... times the outputs
    added up; "later", how many parameters it says that it has after all this; "changed", the names of what it was given
    and has not left as it was.

    {"stub": method}, {"lacks": "parameters"}, {"parameters": shape} of what is no list, {"plain": how many are no
    Values}, {"nested": many} of lists in the list, {"cut": type} of an output without a way back, {"outputs": shape},
    {"once": shape} of outputs that can be gone through only once; an error has "at", where it was raised.
    """
    if not isinstance(cls, type):
        return {"untouched": True} if untouched(cls) else {"gives": shape(cls)["shape"]}
    stubs = [name for name in METHODS if untouched(vars(cls).get(name, 0))]
    if stubs:
        return {"untouched": True} if len(stubs) == len(METHODS) else {"stub": stubs[0]}
    before, at = random.getstate(), ["__init__"]
    try:
        return _network(cls, case, at)
    except (CalledAtOnce, OtherSlopes, Unread):
        return {"cut": "another engine"}
    except NotImplementedError:
        raise
    except Exception as error:  # whatever a learner's class raises
        return {**as_result(error), "at": at[0]}
    finally:
        random.setstate(before)


def _network(cls, case, at):
    random.seed(case["seed"])
    makes = [list(one) if isinstance(one, list) else one for one in case["makes"]]
    net = _made(cls, makes, case)
    follows = random.random()
    at[0] = "parameters"
    if not callable(getattr(net, "parameters", None)):
        return {"lacks": "parameters"}
    params = net.parameters()
    if not isinstance(params, (list, tuple)):
        return {"parameters": shape(params)["shape"]}
    params = list(islice(params, MOST))
    if any(isinstance(p, (list, tuple)) for p in params):
        return {"nested": len(params)}
    if strangers := [p for p in params if not (hasattr(p, "data") and hasattr(p, "grad"))]:
        return {"plain": len(strangers)}
    found = {"made": [plain(p.data) for p in params], "follows": follows, "distinct": len(set(map(id, params)))}
    at[0] = "__call__"
    first = list(case["x"])
    y, several = _called(net, first, case["seed"])
    if fault := _fault(y, several):
        return fault
    found["y"] = [plain(v.data) for v in y] if several else plain(y[0].data)
    for p, number in zip(params, cycle(case["numbers"]), strict=False):
        p.data, p.grad = number, 0.0
    xs = [type(y[0])(x) for x in case["x"]]
    given = list(xs)
    y, several = _called(net, given, case["seed"])
    if fault := _fault(y, several):
        return fault
    found["moved"] = [plain(v.data) for v in y] if several else plain(y[0].data)
    at[0] = "backward"
    fill(_added(y))
    found |= {"grads": [plain(p.grad) for p in params], "by": [plain(x.grad) for x in xs]}
    kept = {"x": _the_same(first, case["x"]) and _the_same(given, xs), "nouts": makes == case["makes"]}
    at[0] = "parameters"
    later = len(list(islice(net.parameters(), MOST)))
    return {**found, "later": later, "changed": [name for name, is_kept in kept.items() if not is_kept]}


def _the_same(one, other):
    """Whether the very same things stand in both lists."""
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))


def _made(cls, makes, case):
    """By name, as the text has it, where the class takes that name; else by position."""
    if "nonlin" not in case:
        return cls(*makes)
    try:
        by_its_name = "nonlin" in inspect.signature(cls).parameters
    except (TypeError, ValueError):
        by_its_name = False
    return cls(*makes, nonlin=case["nonlin"]) if by_its_name else cls(*makes, case["nonlin"])


def _called(net, xs, seed):
    """The outputs in a list, and whether there is more than a Value itself; a weight drawn now is drawn the same."""
    random.seed(seed + 1)
    out = net(xs)
    return (list(out), True) if isinstance(out, (list, tuple)) else ([out], False)


def _fault(y, several):
    if several and not y:
        return {"outputs": "an empty list"}
    if not several and hasattr(y[0], "__next__"):
        return {"once": shape(y[0])["shape"]}
    strange = next((v for v in y if not (hasattr(v, "data") and hasattr(v, "grad"))), None)
    if any(not (hasattr(v, "data") and hasattr(v, "grad")) for v in y):
        return {"outputs" if isinstance(strange, (list, tuple)) or several else "cut": shape(strange)["shape"]}
    return {}


def _added(y):
    total = y[0] * 1.0
    for n, v in enumerate(y[1:], 2):
        total = total + v * float(n)
    return total


def numbers(answer, case):
    """A list of numbers, however it is written: of a network, the data of its parameters, of Values their data."""
    if callable(getattr(answer, "parameters", None)):
        answer = answer.parameters()
    if isinstance(answer, (list, tuple)):
        answer = [getattr(one, "data", one) for one in answer]
        if any(one is ... for one in answer):
            return {"untouched": True}
    return row(answer)


def by_corner(answer, case):
    """{name: number} of a dict, or of a list in the corners' order."""
    several = list(answer.values()) if named(answer) and hasattr(answer, "values") else answer
    if isinstance(several, (list, tuple)) and any(one is ... for one in several):
        return {"untouched": True}
    if named(answer) is not None:
        return by_name(answer)
    found = row(answer)
    names = list(case["corners"])
    return dict(zip(names, found, strict=True)) if isinstance(found, list) and len(found) == len(names) else found


def together(function, case):
    """What a function of w and points gives."""
    points = [tuple(point) for point in case["points"]]
    return plain(function(case["w"], points))


def seats(function, case):
    """Which things stand in the row that function(nout, make) gives, numbered in the order in which they were made;
    "made" is how many were."""
    kept = []

    class Made:
        def __init__(self):
            kept.append(self)

    found = function(case["nout"], Made)
    if not isinstance(found, (list, tuple)):
        return shape(found)
    places = {id(one): n for n, one in enumerate(kept)}
    seen = [places.get(id(one), -1) for one in islice(found, 100)]
    return {"row": seen, "made": len(kept)}
