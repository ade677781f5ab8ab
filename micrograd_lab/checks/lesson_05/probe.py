"""Lesson 5: the order of backward()."""

import sys

from ...valuelike import inputs_of, partials_of, under_every_name
from ..beside.number import graph, nodes
from ..beside.plain import plain

LIMITED = "recursion limit raised to"
CALLS = 1000  # Python's own limit, whatever a notebook has made of it


@under_every_name
class Box:
    """A node that has a name and inputs, and nothing to calculate."""

    def __init__(self, name, inputs):
        self.name, self.inputs, self.partials, self.op = name, inputs, (), ""

    def __repr__(self):
        return self.name


def order(topological, case):
    """The names in the order that the learner's function gives for a graph {name: [names of inputs]}."""
    boxes = {}
    for name, inputs in case["graph"].items():
        boxes[name] = Box(name, tuple(boxes[i] for i in inputs))
    found = topological(boxes[name])
    if not isinstance(found, (list, tuple)):
        return plain(found)
    return [getattr(box, "name", plain(box)) for box in found]


def gradients(backward, case):
    """Each input's gradient after backward(y)."""
    y, leaves = graph(case)
    backward(y)
    return {name: plain(leaf.grad) for name, leaf in leaves.items()}


def expression(build, case):
    """The graph that the learner's function builds from three numbers: what each node is made from, and how."""
    _, leaves = graph({**case, "lines": ["y = a"]})
    y = build(*leaves.values())
    if not hasattr(y, "inputs"):
        return plain(y)
    order = nodes(y)
    place = {id(v): n for n, v in enumerate(order)}
    return {
        "inputs": [[place[id(i)] for i in inputs_of(v)] for v in order],
        "partials": [list(partials_of(v)) for v in order],
        "data": [float(v.data) for v in order],
        "leaves": [place.get(id(leaf), -1) for leaf in leaves.values()],
    }


def written_out(case):
    """The case with each of its lines: `again` comes `times` times after the others."""
    return {**case, "lines": [*case["lines"], *[case.get("again")] * case.get("times", 0)]}


def deep(backward, case):
    """Each input's gradient in a graph of any depth. {LIMITED: calls} where the function allows itself more calls."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(CALLS)
    try:
        found = gradients(backward, written_out(case))
        after = sys.getrecursionlimit()
    finally:
        sys.setrecursionlimit(before)
    return found if after <= CALLS else {LIMITED: after}
