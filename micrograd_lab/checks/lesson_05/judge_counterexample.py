"""5.4: where recursion fails.

The probe tells of a graph, in no order; what it has of numbers is worked out here, and so is what recursion makes of
it. Where recursion has more turns than can be walked, roads are counted.
"""

import random

from ..judge import Judge, Misconception, in_words
from .told_graph import made_alike, told, turns_of

WALKED = 10_000  # turns


def expression_cases(seed):
    chance = random.Random(seed)
    return ({"inputs": {name: round(chance.uniform(0.5, 2.0), 2) for name in "abc"}},)


def recursion_fails(case, result):
    graph = told(case, result)
    if _of_the_lesson(graph):
        return False
    if sum(turns_of(graph)) > WALKED:
        return _meets_again(graph)
    true, got = _swept(graph, graph.order[::-1]), _swept(graph, _recursion(graph))
    used = [place for place in graph.leaves.values() if place >= 0]
    return any(abs(true[v] - got[v]) > 1e-9 * max(1.0, abs(true[v])) for v in used)


def _of_the_lesson(graph):
    """Is it t + t * c with t = a * b, as it stands in the lesson, whichever of two is written first?"""
    a, b, c = (graph.leaves[name] for name in "abc")
    if len(graph.ops) != 6 or graph.ops[graph.root] != "+" or -1 in (a, b, c):
        return False
    of = {v: (graph.ops[v], sorted(graph.inputs[v])) for v in graph.inputs[graph.root]}
    return any(of == {t: ("*", sorted((a, b))), u: ("*", sorted((t, c)))} for t in of for u in of)


def _swept(graph, order):
    grads = [0.0] * len(graph.ops)
    grads[graph.root] = 1.0
    for v in order:
        for i, partial in zip(graph.inputs[v], graph.partials[v], strict=True):
            grads[i] += partial * grads[v]
    return grads


def _recursion(graph):
    stack = [graph.root]
    while stack:
        yield (v := stack.pop())
        stack.extend(reversed(graph.inputs[v]))


def _meets_again(graph):
    """Does a result that several live roads lead to have a live road to a, b or c? No road is live along a slope of
    0."""
    edges = {
        v: [i for i, partial in zip(graph.inputs[v], graph.partials[v], strict=True) if partial] for v in graph.order
    }
    roads = dict.fromkeys(graph.order, 0)
    roads[graph.root] = 1
    for v in reversed(graph.order):
        for i in edges[v]:
            roads[i] += roads[v]
    leads = {}
    for v in graph.order:
        leads[v] = v in graph.leaves.values() or any(leads[i] for i in edges[v])
    return any(roads[v] > 1 and leads[v] and graph.inputs[v] for v in graph.order)


def _uses(graph):
    """How often each place is used, by what leads to the output."""
    used = dict.fromkeys(graph.order, 0)
    for v in graph.order:
        for i in graph.inputs[v]:
            used[i] += 1
    return used


def _of(seen):
    return lambda case, result: seen(told(case, result))


def _tree(graph):
    return max(_uses(graph).values()) < 2


def _only_leaves_twice(graph):
    return all(not graph.inputs[v] for v, used in _uses(graph).items() if used > 1)


def _written_twice(graph):
    """Two nodes that are made in the same way from the same things."""
    made = made_alike(graph)
    results = [made[v] for v in graph.order if graph.inputs[v]]
    return len(set(results)) < len(results)


def _from_elsewhere(graph):
    """What is used twice does not come from the function's own a, b, c."""
    own = {}
    for v in graph.order:
        own[v] = v in graph.leaves.values() or any(own[i] for i in graph.inputs[v])
    shared = [v for v, used in _uses(graph).items() if used > 1 and graph.inputs[v]]
    return bool(shared) and not any(own[v] for v in shared)


UNUSUAL = (
    "This graph can't be read: it holds something that +, *, ** and the methods of Numbers do not make, or numbers "
    "that do not belong to it."
)
NO_EXPRESSION = "Your function gives no Number, and so no graph."
RIGHT_HERE = "On your expression recursion gives the right gradients."


def _otherwise(case, result):
    if not isinstance(result, dict) or "ops" not in result:
        return NO_EXPRESSION, "return the expression itself, made from a, b and c: no text, no data, no list."
    try:
        told(case, result)
    except Exception:  # whatever it is that somebody has written
        return UNUSUAL, "calculate with a, b and c as they are."
    return RIGHT_HERE, "let a node that is not a leaf be used in two places."


COUNTEREXAMPLE = Judge(
    expression_cases,
    expected=lambda case: {},
    accepts=recursion_fails,
    shows=lambda result: "" if isinstance(result, dict) and {"ops", "large"} & result.keys() else in_words(result),
    tells=lambda case: "",
    otherwise=_otherwise,
    misconceptions=(
        Misconception(
            "a plain number",
            None,
            "Your function gives a plain number: the graph is cut.",
            "return the expression itself, not its data.",
            seen=lambda case, result: type(result) in (int, float),
        ),
        Misconception(
            "text",
            None,
            "Your function gives text. Asked is what the text says, worked out with a, b and c.",
            "leave out the quotes, and return the expression itself.",
            seen=lambda case, result: isinstance(result, str),
        ),
        Misconception(
            "the lesson's own",
            None,
            "Recursion does go wrong on this one, and it is the lesson's own: you have seen it go wrong there.",
            "find another one, made from a, b and c in another way. Which box is it that speaks twice?",
            seen=_of(_of_the_lesson),
        ),
        Misconception(
            "too large",
            None,
            "That graph has more than 2,000 boxes. Four are enough: the smaller, the better.",
            "make one result from a and b, and use it twice.",
            seen=lambda case, result: "large" in result,
        ),
        Misconception(
            "not from a, b, c",
            None,
            "The box that you use twice is not made from the a, b and c that your function was given: they get "
            "nothing through it. A name from an earlier cell, perhaps?",
            "make it inside the function, t = a * b.",
            seen=_of(_from_elsewhere),
        ),
        Misconception(
            "written twice",
            None,
            "You write the same thing twice, as in (a * b) + (a * b). That makes two boxes, and each has one user.",
            "store it first, t = a * b, and then use t in two places.",
            seen=_of(_written_twice),
        ),
        Misconception(
            "a tree",
            None,
            "In your expression each box has one user: it is a tree. There recursion is right.",
            "use a box that is not a leaf in two places.",
            seen=_of(_tree),
        ),
        Misconception(
            "a leaf used twice",
            None,
            "The box used twice is a leaf. It has its turn twice, and no inputs to send the same thing to twice.",
            "let a box that has inputs itself be used twice.",
            seen=_of(_only_leaves_twice),
        ),
    ),
)
