"""5.4: where recursion fails."""

import random

from ...orders import limited, recursive
from ..judge import Judge, Misconception, in_words
from .probe import expression

RECURSION = limited(recursive, 10_000)


def expression_cases(seed):
    chance = random.Random(seed)
    return ({"inputs": {name: round(chance.uniform(0.5, 2.0), 2) for name in "abc"}},)


def swept(result, order):
    """Gradients of the leaves of a graph told as lists, fired in this order of places."""
    grads = [0.0] * len(result["inputs"])
    grads[-1] = 1.0
    for n in order:
        for i, partial in zip(result["inputs"][n], result["partials"][n], strict=True):
            grads[i] += partial * grads[n]
    return [grads[leaf] for leaf in result["leaves"] if leaf >= 0]


def recursion_fails(_case, result):
    last = len(result["inputs"]) - 1
    true, got = swept(result, range(last, -1, -1)), swept(result, RECURSION(last, result["inputs"].__getitem__))
    return any(abs(x - y) > 1e-9 * max(1.0, abs(x)) for x, y in zip(true, got, strict=True))


def _lines_as_result(lines):
    """What the probe tells of an expression."""

    def wrong(case):
        def build(a, b, c):
            names = {"a": a, "b": b, "c": c}
            for line in lines:
                exec(line, {}, names)
            return names["y"]

        return expression(build, case)

    return wrong


def uses(result):
    """How often each place is used."""
    return [sum(inputs.count(n) for inputs in result["inputs"]) for n in range(len(result["inputs"]))]


def _tree(_case, result):
    return max(uses(result)) < 2


def _only_leaves_twice(_case, result):
    return all(not result["inputs"][n] for n, used in enumerate(uses(result)) if used > 1)


def _written_twice(_case, result):
    """Two nodes that are made in the same way from the same things."""
    made = []
    for n, inputs in enumerate(result["inputs"]):
        leaf = n if n in result["leaves"] else result["data"][n]
        made.append(repr(([made[i] for i in inputs], result["partials"][n]) if inputs else leaf))
    twice = [name for n, name in enumerate(made) if result["inputs"][n]]
    return len(set(twice)) < len(twice)


def _from_elsewhere(_case, result):
    """What is used twice does not come from the function's own a, b, c."""
    own = []
    for n, inputs in enumerate(result["inputs"]):
        own.append(n in result["leaves"] or any(own[i] for i in inputs))
    shared = [n for n, used in enumerate(uses(result)) if used > 1 and result["inputs"][n]]
    return bool(shared) and not any(own[n] for n in shared)


def _recursion_is_right(_case, result):
    if not isinstance(result, dict):
        return "Your function gives a plain number: the graph is cut.", "return the expression itself, not its data."
    return (
        "On your expression recursion gives the right gradients.",
        "let a node that is not a leaf be used in two places.",
    )


COUNTEREXAMPLE = Judge(
    expression_cases,
    expected=_lines_as_result(["t = a * b", "y = t + t * c"]),
    accepts=recursion_fails,
    shows=lambda result: "" if isinstance(result, dict) and "inputs" in result else in_words(result),
    tells=lambda case: "",
    otherwise=_recursion_is_right,
    misconceptions=(
        Misconception(
            "not from a, b, c",
            None,
            "The node that you use twice is not made from the a, b and c that your function was given: they get "
            "nothing through it. A name from an earlier cell, perhaps?",
            "make it inside the function, t = a * b.",
            seen=_from_elsewhere,
        ),
        Misconception(
            "written twice",
            None,
            "You write the same thing twice, as in (a * b) + (a * b). That makes two nodes, and each has one user.",
            "store it first, t = a * b, and then use t in two places.",
            seen=_written_twice,
        ),
        Misconception(
            "a tree",
            None,
            "In your expression each node has one user: it is a tree. There recursion is right.",
            "use a node that is not a leaf in two places.",
            seen=_tree,
        ),
        Misconception(
            "a leaf used twice",
            None,
            "The node used twice is a leaf. It fires, but it has no inputs to send the same thing to twice.",
            "let a node that has inputs itself be used twice.",
            seen=_only_leaves_twice,
        ),
    ),
)
