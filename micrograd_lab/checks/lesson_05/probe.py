"""Lesson 5: the order of backward().

While a learner's function runs, nothing of the case is left here but what its Numbers are called, and those names say
nothing of an order.
"""

from itertools import islice
from sys import getrecursionlimit as recursion_limit
from sys import setrecursionlimit as set_recursion_limit

from ...valuelike import inputs_of, op_of
from ..beside.number import Number, placed
from ..beside.plain import plain
from ..beside.watched import calls_deeper_than, grads_set

LIMITED = "recursion deeper than"
CALLS = 1000  # Python's own limit, whatever a notebook has made of it
LARGEST = 2000  # nodes of an expression


def order(topological, case):
    """The names in the order in which the learner's function gives the nodes of a graph.

    It is called twice: {"first", "again"} where it does not give the same again.
    """
    nodes = placed(case)
    root, named = nodes[case["root"]], {name: nodes[place] for name, place in case["names"].items()}
    del nodes
    case.clear()
    first = _listed(topological(root), named)
    again = _listed(topological(root), named)
    return first if again == first else {"first": first, "again": again}


def _listed(found, named):
    """The names of what can be gone through in an order, as a list; what it is of anything else."""
    if isinstance(found, (set, frozenset, str, bytes)) or not hasattr(found, "__iter__"):
        return {"type": "set"} if isinstance(found, (set, frozenset)) else plain(found)
    called = {id(v): name for name, v in named.items()}
    return [called.get(id(one)) or {"thing": plain(one, 1)} for one in islice(found, 4 * len(named) + 16)]


def users(count, case):
    """{name: number} of what the learner's function counts for each node; what it gives as it is, where that is no
    dictionary."""
    nodes = placed(case)
    root, named = nodes[case["root"]], {name: nodes[place] for name, place in case["names"].items()}
    del nodes
    case.clear()
    found = count(root)
    if not hasattr(found, "items"):
        return plain(found)
    by_node = {id(v): n for v, n in found.items()}
    return {name: plain(by_node[id(v)]) for name, v in named.items() if id(v) in by_node}


def gradients(backward, case):
    """{name: gradient} of all nodes after backward(y).

    And what their numbers do not show: `_set`, how many Numbers ever had a gradient that is not 0, and `_gives`, of
    what type the function's own result is.
    """
    nodes = placed(case)
    root, named = nodes[case["root"]], {name: nodes[place] for name, place in case["names"].items()}
    del nodes
    case.clear()
    with grads_set(Number) as ever:
        found = backward(root)
    gives = {} if found is None else {"_gives": type(found).__name__}
    return {**{name: plain(v.grad) for name, v in named.items()}, "_set": len(ever), **gives}


def deep(backward, case):
    """The same for a graph of any depth: a gradient by name of the leaves and the root, and `between`, by place, of
    all. {LIMITED: calls} where the function calls itself deeper than Python lets it."""
    before = recursion_limit()
    with calls_deeper_than(CALLS, Number) as deeper:
        nodes = placed(case)
        root, named = nodes[case["root"]], {name: nodes[place] for name, place in case["names"].items()}
        case.clear()
        set_recursion_limit(CALLS)
        try:
            with grads_set(Number) as ever:
                found = backward(root)
        finally:
            set_recursion_limit(before)
    if deeper:
        return {LIMITED: CALLS}
    between = (
        {"between": [v.grad if type(v.grad) is float else plain(v.grad) for v in nodes]}
        if len(nodes) > len(named)
        else {}
    )
    gives = {} if found is None else {"_gives": type(found).__name__}
    return {**{name: plain(v.grad) for name, v in named.items()}, **between, "_set": len(ever), **gives}


def expression(build, case):
    """The graph that the learner's function builds from three numbers, as data: of each node its operation, what it
    is made from, and its number, in no order. {"large": nodes} of one that is too large to look at."""
    leaves = {name: Number(x) for name, x in case["inputs"].items()}
    y = build(*leaves.values())
    if not hasattr(y, "data") or not hasattr(y, "inputs"):
        return plain(y)
    found = {id(y): y}
    todo = [y]
    while todo:
        for i in inputs_of(todo.pop()):
            if id(i) not in found:
                found[id(i)] = i
                todo.append(i)
        if len(found) > LARGEST:
            return {"large": LARGEST}
    place = {one: n for n, one in enumerate(sorted(found))}
    nodes = [found[one] for one in place]
    return {
        "ops": [op_of(v) for v in nodes],
        "inputs": [[place[id(i)] for i in inputs_of(v)] for v in nodes],
        "data": [plain(getattr(v, "data", None), 0) for v in nodes],
        "root": place[id(y)],
        "leaves": {name: place.get(id(leaf), -1) for name, leaf in leaves.items()},
    }
