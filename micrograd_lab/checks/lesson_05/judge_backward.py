"""5.2: backward()."""

import random

from ...engine import Value
from ...orders import last_input_first, level_by_level, level_by_level_again, once, recursive
from ..beside.number import graph, nodes
from ..judge import Judge, Misconception, raised

LINES = (
    ["y = a + b * c"],
    ["y = a + a + b * c"],
    ["t = a * b", "y = t + t * c"],
    ["t = a * b", "y = t * c + t"],
    ["y = (a * b) * (a + b) + c"],
    ["y = a.tanh() + a.exp() + a ** 3 + b * c"],
    ["t = a * b", "u = t + t * c", "y = u * c + u + t"],
    ["t = a + b", "u = t * t", "v = u * c", "y = v * a + u * t"],
)


def cases(seed):
    """The lecture's graphs and the one that tells, at numbers of their own."""
    chance = random.Random(seed)
    known = {"a": 2.0, "b": -3.0, "c": 4.0}  # the numbers of the lesson
    at = [known] * 3 + [{name: round(chance.uniform(-2, 2), 2) for name in "abc"} for _ in LINES[3:]]
    return tuple({"inputs": inputs, "lines": lines} for inputs, lines in zip(at, LINES, strict=True))


def right(case):
    """Gradients by the engine."""
    y, leaves = graph(case, Value)
    y.backward()
    return {name: leaf.grad for name, leaf in leaves.items()}


def by(backward):
    """The gradients that a wrong backward(root) leaves."""

    def wrong(case):
        y, leaves = graph(case)
        backward(y)
        return {name: leaf.grad for name, leaf in leaves.items()}

    return wrong


def send(v, add=True, local=True, upstream=lambda v: v.grad):
    """One node's turn: its gradient, times the local derivative, to each of its inputs."""
    for i, partial in zip(v.inputs, v.partials, strict=True):
        part = (partial if local else 1.0) * upstream(v)
        i.grad = i.grad + part if add else part


def sweep(order, seed=1.0, **how):
    def backward(root):
        root.grad = seed
        for v in order(root):
            send(v, **how)

    return backward


def _edge_by_edge(root):
    """Recursion that goes down each edge as soon as it has sent something along it."""
    root.grad = 1.0

    def visit(v):
        for i, partial in zip(v.inputs, v.partials, strict=True):
            i.grad += partial * v.grad
            visit(i)

    visit(root)


def backwards(root):
    return reversed(nodes(root))


def _resets(root):
    """Recursion of the whole function: each call begins with root.grad = 1."""
    for v in nodes(root):
        v.grad = 1.0


TWICE = (
    "A node with two users fired twice: the second time it sent on everything it held, and with it what it had "
    "already sent."
)

EARLY = "A node fired before all of its gradient had arrived. What came later was never sent on."

EARLY_BY_LEVEL = (
    "Level by level from the output: a node fired before all of its gradient had arrived. What came later was never "
    "sent on."
)

WAIT = "let a node fire once, when all of its users have fired: walk your topological order in reverse."

WRONG_ORDERS = (
    Misconception("fires twice", by(sweep(recursive)), TWICE, WAIT),
    Misconception("fires twice, last input first", by(sweep(last_input_first(recursive))), TWICE, WAIT),
    Misconception("fires twice, edge by edge", by(_edge_by_edge), TWICE, WAIT),
    Misconception("fires too early", by(sweep(once)), EARLY, WAIT),
    Misconception("fires too early, last input first", by(sweep(last_input_first(once))), EARLY, WAIT),
    Misconception("level by level", by(sweep(level_by_level)), EARLY_BY_LEVEL, WAIT),
    Misconception("level by level, again for each user", by(sweep(level_by_level_again)), TWICE, WAIT),
)

BACKWARD = Judge(
    cases,
    right,
    tells=lambda case: "; ".join(case["lines"]) + " at " + ", ".join(f"{k} = {v:g}" for k, v in case["inputs"].items()),
    misconceptions=(
        Misconception(
            "no seed",
            by(sweep(backwards, seed=0.0)),
            "All gradients are 0: nothing was there to send. The derivative of the output by itself is 1.",
            "set root.grad = 1.0 before the loop.",
        ),
        Misconception(
            "leaves first",
            by(sweep(nodes)),
            "Only the output has sent something. When the others had their turn, nothing had arrived yet, or they "
            "had none.",
            "walk the topological order in reverse, the output first, and let every node have its turn.",
        ),
        Misconception(
            "replaces instead of adding",
            by(sweep(backwards, add=False)),
            "Where two roads lead to a node, only the last one counts: its gradient was replaced, not added to.",
            "write += where a gradient arrives.",
        ),
        Misconception(
            "takes away instead of adding",
            by(sweep(backwards, upstream=lambda v: -v.grad)),
            "Each edge turns the sign: what arrives is taken away from a gradient.",
            "write +=. A minus sign comes from a local derivative alone, as in a - b.",
        ),
        Misconception(
            "without the local derivative",
            by(sweep(backwards, local=False)),
            "Gradients pass through unchanged. Each edge has a local derivative.",
            "multiply what arrives by the local derivative of that edge.",
        ),
        Misconception(
            "without upstream",
            by(sweep(backwards, upstream=lambda v: 1.0)),
            "You add local derivatives alone. What has arrived from the output is missing.",
            "multiply each local derivative by the node's own grad.",
        ),
        Misconception(
            "times the node's data",
            by(sweep(backwards, upstream=lambda v: v.data)),
            "You multiply local derivatives by the node's data, its result. What has arrived from the output is its "
            "grad.",
            "write partial * v.grad.",
        ),
        Misconception(
            "each call starts at 1",
            by(_resets),
            "All gradients are 1. Your function calls itself, and each call begins with root.grad = 1.0: what had "
            "arrived at that node is overwritten. Only the output starts at 1.",
            "set root.grad once, then do the rest in a loop over your topological order in reverse.",
        ),
        Misconception(
            "nothing to call",
            None,
            "A Number stores its local derivatives in `partials`, one per input. There is nothing to call.",
            "in v's turn, add partial * v.grad to each input's grad: zip(v.inputs, v.partials) gives the pairs.",
            seen=raised("AttributeError", ("attribute '_backward'", "attribute 'backward'")),
        ),
        Misconception(
            "all partials at once",
            None,
            "`partials` is a tuple, one local derivative per input. A tuple can't be multiplied by a gradient.",
            "take them one by one: for i, partial in zip(v.inputs, v.partials).",
            seen=raised("TypeError", ("can't multiply sequence by", "'tuple' and 'float'", "'float' and 'tuple'")),
        ),
        *WRONG_ORDERS,
    ),
)
