"""5.1: an order."""

import random

from ...orders import once
from ..judge import Judge, Misconception
from .probe import Box

GRAPHS = (
    {"a": [], "b": ["a", "a"], "c": ["b", "a"]},
    {"a": [], "b": [], "t": ["a", "b"], "c": [], "u": ["t", "c"], "y": ["t", "u"]},
    {"x": [], "p": ["x"], "q": ["x"], "y": ["p", "q"]},
)


def order_cases(seed):
    return tuple({"graph": graph} for graph in (*GRAPHS, _random_graph(random.Random(seed))))


def _random_graph(chance):
    """Eight boxes; each one after the first three is made from one or two earlier ones, and the last reaches all."""
    names = "abcdefgh"
    made = {name: [] for name in names[:3]}
    for n, name in enumerate(names[3:-1], 3):
        made[name] = chance.choices(names[:n], k=chance.choice((1, 2)))
    unused = [name for name in made if not any(name in inputs for inputs in made.values())]
    made[names[-1]] = unused if len(unused) > 1 else [*unused, "a"]
    return made


def _boxes(case):
    boxes = {}
    for name, inputs in case["graph"].items():
        boxes[name] = Box(name, tuple(boxes[i] for i in inputs))
    return boxes[name]


def is_order(case, result):
    """Each name once, each after all of its inputs, the output last."""
    made = case["graph"]
    place = {name: n for n, name in enumerate(result)}
    after = all(place[i] < place[name] for name, inputs in made.items() for i in inputs)
    return sorted(result) == sorted(made) and after


def _walk(root, seen_too=True):
    """Depth first, each box after its inputs; with or without looking whether it was met."""
    order, seen = [], set()

    def visit(v):
        if seen_too and v in seen:
            return
        seen.add(v)
        for i in v.inputs:
            visit(i)
        order.append(v.name)

    visit(root)
    return order


def _before_its_inputs(root):
    return [v.name for v in once(root)]


def _breadth_first(root):
    """As a list is written: what is made from one box twice comes twice, unlike in orders.level_by_level."""
    order = [root]
    for v in order:
        order += [i for i in v.inputs if i not in order]
    return [v.name for v in order]


TOO_SOON = "{name} stands before {input}, which it is made from."


def out_of_order(case, result):
    """The first box that stands before one of its inputs, in words."""
    for n, name in enumerate(result):
        for i in case["graph"][name]:
            if i not in result[:n]:
                return TOO_SOON.format(name=name, input=i), "append a box after all of its inputs."
    return "", ""


ORDER = Judge(
    order_cases,
    expected=lambda case: _walk(_boxes(case)),
    accepts=is_order,
    otherwise=out_of_order,
    tells=lambda case: "; ".join(f"{v} = {' . '.join(i)}" if i else v for v, i in case["graph"].items()),
    misconceptions=(
        Misconception(
            "empty",
            lambda case: [],
            "The list is empty: was visit ever called with root?",
            "after the definition of visit, call visit(root), then return the list.",
        ),
        Misconception(
            "met twice, listed twice",
            lambda case: _walk(_boxes(case), seen_too=False),
            "A box that is used twice stands in your list twice: you visit it once for each road that leads to it.",
            "remember which boxes you have visited, and skip them the second time.",
        ),
        Misconception(
            "output first",
            lambda case: _walk(_boxes(case))[::-1],
            "Your list starts with the output. Here each box comes after its inputs, so the output is last.",
            "append a box after the loop over its inputs; backward will read the list in reverse.",
        ),
        Misconception(
            "appended before its inputs",
            lambda case: _before_its_inputs(_boxes(case)),
            "You append a box before you visit its inputs. Then a box can stand before one that it is made from.",
            "first visit all inputs, then append the box itself.",
        ),
        Misconception(
            "appended first, then turned round",
            lambda case: _before_its_inputs(_boxes(case))[::-1],
            "Turned round, a list of boxes before their inputs still is not in order: a box used along roads of "
            "different length comes too late.",
            "append each box after its inputs; then nothing needs turning.",
        ),
        Misconception(
            "breadth first",
            lambda case: _breadth_first(_boxes(case)),
            "You go level by level from the output, so boxes come before their inputs.",
            "go deep first: a box is done when all of its inputs are done.",
        ),
        Misconception(
            "breadth first, turned round",
            lambda case: _breadth_first(_boxes(case))[::-1],
            "Level by level from the output, then turned round: a box that is used on two levels stands where the "
            "nearer use put it, and that can be before its own input.",
            "go deep first: a box is done when all of its inputs are done.",
        ),
        Misconception(
            "only the output's inputs",
            lambda case: [*dict.fromkeys(i.name for i in _boxes(case).inputs), _boxes(case).name],
            "You list the output and its own inputs. Theirs are missing.",
            "do for each input what you do for the output.",
        ),
        Misconception(
            "leaves left out",
            lambda case: [name for name in _walk(_boxes(case)) if case["graph"][name]],
            "The boxes without inputs are missing. They are the ones whose gradients you want.",
            "append a box even when it has no inputs.",
        ),
        Misconception(
            "output left out",
            lambda case: _walk(_boxes(case))[:-1],
            "The output itself is missing.",
            "append the root too, after all of its inputs.",
        ),
    ),
)
