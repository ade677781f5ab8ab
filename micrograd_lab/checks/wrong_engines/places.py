"""Graphs as cases, for a probe and for a judge: lists by place, where places and names say nothing of an order.

    {"graph": {"data", "inputs", "partials", "op"}, "names": {name: place}, "root": place}

With several outputs "roots" stands for "root". A judge reads such a case again, and finds an order itself.
"""

from typing import NamedTuple

from ..beside.number import Number

LETTERS = "tuvwpqrsmnkdegh"  # of what lies between, in turn; y is the output


class Graph(NamedTuple):
    """A case's graph: `data`, `inputs` and `partials` by place, `order` of the places, inputs first, and `names`."""

    data: list
    inputs: list
    partials: list
    op: list
    order: list
    root: int
    names: dict


def described(inputs, lines, chance, mixed=False):
    """The case that these lines of Python make at these {name: number}; the last gives y, or a list as y.

    `mixed`: what lies between is called by letters in no order.
    """
    leaves = {name: Number(x) for name, x in inputs.items()}
    known = {"__builtins__": {}, **leaves}
    code = {line: compile(line, "<line>", "exec") for line in dict.fromkeys(lines)}
    for line in lines:
        exec(code[line], known)
    y = known.pop("y")
    roots = y if isinstance(y, list) else [y]
    order = _walk(roots, lambda v: v.inputs)
    named = _called(order, known, roots, chance if mixed else None)
    places = chance.sample(range(len(order)), len(order))
    place = {id(v): n for v, n in zip(order, places, strict=True)}
    by_place = sorted(order, key=lambda v: place[id(v)])
    names = {name: place[id(v)] for name, v in named.items()}
    case = {
        "graph": {
            "data": [v.data for v in by_place],
            "inputs": [[place[id(i)] for i in v.inputs] for v in by_place],
            "partials": [list(v.partials) for v in by_place],
            "op": [v.op for v in by_place],
        },
        "names": {name: names[name] for name in sorted(names)},
    }
    ends = [place[id(v)] for v in roots]
    return {**case, "roots": ends} if isinstance(y, list) else {**case, "root": ends[0]}


def graph_of(case, root=None):
    """The Graph of a case, below its root or another."""
    graph = case["graph"]
    root = case["root"] if root is None else root
    order = _walk([root], graph["inputs"].__getitem__, key=lambda place: place)
    return Graph(graph["data"], graph["inputs"], graph["partials"], graph["op"], order, root, case["names"])


def lines_of(case):
    """What the case says as Python, a line for each operation: ["t = a * b", "y = t + t"]."""
    graph = case["graph"]
    roots = case.get("roots") or [case["root"]]
    called = {place: name for name, place in case["names"].items()}
    told = lambda place: called.get(place) or f"{graph['data'][place]:g}"  # noqa: E731 - a number without a name
    order = _walk(roots, graph["inputs"].__getitem__, key=lambda place: place)
    return [
        f"{told(v)} = {_operation(graph['op'][v], [told(i) for i in graph['inputs'][v]])}"
        for v in order
        if graph["inputs"][v]
    ]


def numbers_of(case):
    """The inputs in words: "a = 2, b = -3"."""
    graph = case["graph"]
    leaves = [(name, place) for name, place in case["names"].items() if not graph["inputs"][place]]
    return ", ".join(f"{name} = {graph['data'][place]:g}" for name, place in leaves)


def by_name(case, grads):
    """{name: gradient} of gradients by place: inputs first, the output last."""
    graph = case["graph"]
    ends = case.get("roots") or [case["root"]]
    rank = {name: (place in ends, bool(graph["inputs"][place]), name) for name, place in case["names"].items()}
    return {name: grads[case["names"][name]] for name in sorted(rank, key=rank.get)}


def _operation(op, operands):
    if len(operands) == 2:
        return f"{operands[0]} {op} {operands[1]}"
    return f"{operands[0]}{op}" if op.startswith("**") else f"{operands[0]}.{op.lower()}()"


def _called(order, known, roots, chance):
    """{name: Number}: inputs and what a line names by that name, outputs y or L1, L2, all else by letters left over."""
    found = {id(v): name for name, v in known.items() if isinstance(v, Number)}
    found |= {id(v): f"L{n}" for n, v in enumerate(roots, 1)} if len(roots) > 1 else {id(roots[0]): "y"}
    between = [v for v in order if v.inputs and (id(v) not in found or chance) and not any(v is r for r in roots)]
    if len(between) > len(LETTERS):
        return {found[id(v)]: v for v in order if id(v) in found}
    if chance:
        letters = chance.sample(LETTERS, len(between))
    else:
        letters = [letter for letter in LETTERS if letter not in found.values()]
    found |= {id(v): letter for v, letter in zip(between, letters, strict=False)}
    return {found[id(v)]: v for v in order if id(v) in found}


def _walk(roots, inputs_of, key=id):
    """What lies below, inputs first. Iterative, so that depth is no limit."""
    order, seen, stack = [], set(), [(root, False) for root in reversed(roots)]
    while stack:
        v, done = stack.pop()
        if done:
            order.append(v)
        elif key(v) not in seen:
            seen.add(key(v))
            stack.append((v, True))
            stack.extend((i, False) for i in reversed(inputs_of(v)))
    return order
