"""Lesson 5: the order of backward()."""

import random
from dataclasses import replace

from ...engine import Value
from ..judge import Judge, Misconception, words
from ..probes.lesson_05 import LIMITED, Box, written_out
from ..probes.number import graph, nodes

GRAPHS = (
    {"a": [], "b": ["a", "a"], "c": ["b", "a"]},
    {"a": [], "b": [], "t": ["a", "b"], "c": [], "u": ["t", "c"], "y": ["t", "u"]},
    {"x": [], "p": ["x"], "q": ["x"], "y": ["p", "q"]},
)
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


# 5.1


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


def _walk(root, before=False, seen_too=True):
    """Depth first: each box after its inputs, or before them; with or without looking whether it was met."""
    order, seen = [], set()

    def visit(v):
        if seen_too and v in seen:
            return
        seen.add(v)
        if before:
            order.append(v.name)
        for i in v.inputs:
            visit(i)
        if not before:
            order.append(v.name)

    visit(root)
    return order


def _breadth_first(root):
    order = [root]
    for v in order:
        order += [i for i in v.inputs if i not in order]
    return [v.name for v in order]


def out_of_order(case, result):
    """The first box that stands before one of its inputs, in words."""
    for n, name in enumerate(result):
        for i in case["graph"][name]:
            if i not in result[:n]:
                return f"{name} stands before {i}, which it is made from.", "append a box after all of its inputs."
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
            lambda case: _walk(_boxes(case), before=True),
            "You append a box before you visit its inputs. Then a box can stand before one that it is made from.",
            "first visit all inputs, then append the box itself.",
        ),
        Misconception(
            "appended first, then turned round",
            lambda case: _walk(_boxes(case), before=True)[::-1],
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


# 5.2


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


# With stacks of their own, as someone writes them who has been told that recursion is too deep; calls of a function
# fire in the same order.
def _recursive(root, last_first=False):
    root.grad, stack = 1.0, [root]
    while stack:
        v = stack.pop()
        send(v)
        stack.extend(v.inputs[:: 1 if last_first else -1])


def _edge_by_edge(root):
    """Recursion that goes down each edge as soon as it has sent something along it."""
    root.grad = 1.0

    def visit(v):
        for i, partial in zip(v.inputs, v.partials, strict=True):
            i.grad += partial * v.grad
            visit(i)

    visit(root)


def _once(root, last_first=False):
    """Skips what it has met: a node fires with what has arrived so far."""
    root.grad, seen, stack = 1.0, set(), [root]
    while stack:
        v = stack.pop()
        if id(v) not in seen:
            seen.add(id(v))
            send(v)
            stack.extend(v.inputs[:: 1 if last_first else -1])


def _level_by_level(root):
    root.grad, seen, order = 1.0, {id(root)}, [root]
    for v in order:
        order += _not_in(seen, v.inputs)
    for v in order:
        send(v)


def _not_in(seen, nodes):
    for v in nodes:
        if id(v) not in seen:
            seen.add(id(v))
            yield v


def _every_time(root):
    root.grad, queue = 1.0, [root]
    for v in queue:
        send(v)
        queue += v.inputs


def backwards(root):
    return reversed(nodes(root))


def _resets(root):
    """Recursion of the whole function: each call begins with root.grad = 1."""
    for v in nodes(root):
        v.grad = 1.0


def _raises(error, *parts):
    return lambda case, result: result.get("error") == error and any(part in result["says"] for part in parts)


def _no_seed(root):
    for v in backwards(root):
        send(v)


TWICE = (
    "A node with two users fired twice: the second time it sent on everything it held, and with it what it had "
    "already sent."
)
EARLY = "A node fired before all of its gradient had arrived. What came later was never sent on."
WAIT = "let a node fire once, when all of its users have fired: walk your topological order in reverse."

WRONG_ORDERS = (
    Misconception("fires twice", by(_recursive), TWICE, WAIT),
    Misconception("fires twice, last input first", by(lambda root: _recursive(root, True)), TWICE, WAIT),
    Misconception("fires twice, edge by edge", by(_edge_by_edge), TWICE, WAIT),
    Misconception("fires too early", by(_once), EARLY, WAIT),
    Misconception("fires too early, last input first", by(lambda root: _once(root, True)), EARLY, WAIT),
    Misconception(
        "level by level", by(_level_by_level), f"Level by level from the output: {EARLY[0].lower()}{EARLY[1:]}", WAIT
    ),
    Misconception("level by level, again for each user", by(_every_time), TWICE, WAIT),
)

BACKWARD = Judge(
    cases,
    right,
    tells=lambda case: "; ".join(case["lines"]) + " at " + ", ".join(f"{k} = {v:g}" for k, v in case["inputs"].items()),
    misconceptions=(
        Misconception(
            "no seed",
            by(_no_seed),
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
            seen=_raises("AttributeError", "attribute '_backward'", "attribute 'backward'"),
        ),
        Misconception(
            "all partials at once",
            None,
            "`partials` is a tuple, one local derivative per input. A tuple can't be multiplied by a gradient.",
            "take them one by one: for i, partial in zip(v.inputs, v.partials).",
            seen=_raises("TypeError", "can't multiply sequence by", "'tuple' and 'float'", "'float' and 'tuple'"),
        ),
        *WRONG_ORDERS,
    ),
)


# 5.4


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


def recursion(result):
    """The order in which recursion fires: each place as often as roads lead to it."""
    order = []

    def visit(n):
        order.append(n)
        if len(order) > 10_000:
            raise RecursionError
        for i in result["inputs"][n]:
            visit(i)

    visit(len(result["inputs"]) - 1)
    return order


def recursion_fails(_case, result):
    last = len(result["inputs"]) - 1
    true, got = swept(result, range(last, -1, -1)), swept(result, recursion(result))
    return any(abs(x - y) > 1e-9 * max(1.0, abs(x)) for x, y in zip(true, got, strict=True))


def _told(lines):
    """What the probe tells of an expression."""

    def wrong(case):
        from ..probes.lesson_05 import expression

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
    expected=_told(["t = a * b", "y = t + t * c"]),
    accepts=recursion_fails,
    shows=lambda result: "" if isinstance(result, dict) and "inputs" in result else words(result),
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


# 5.5

TERMS = 5000


def deep_cases(seed):
    """As many small graphs as deep ones. On the first deep one alone every order is right."""
    known = cases(seed)
    chance = random.Random(f"{seed} deep")
    deep = (["y = a"], "y = y + a * b"), (["t = a * b", "y = t"], "y = y + t"), (["t = a * b", "y = t"], "y = t + y")
    return (
        *(known[n] for n in (2, 3, 6)),
        *({"inputs": _below_one(chance), "lines": lines, "again": again, "times": TERMS} for lines, again in deep),
    )


def _below_one(chance):
    return {name: chance.choice((-1, 1)) * round(chance.uniform(0.1, 0.9), 2) for name in "ab"}


def _of_any_depth(misconception):
    """The same misconception, where a case may say how often its last line comes again."""
    wrong = misconception.wrong
    return replace(misconception, wrong=wrong and (lambda case: wrong(written_out(case))))


def _stack_overflow(case):
    if case.get("times", 0) > 900:
        raise RecursionError
    return right(case)


def _deep_told(case):
    again = f"; and {case['times']:,} times {case['again']}" if "again" in case else ""
    return f"{'; '.join(case['lines'])}{again} at " + ", ".join(f"{k} = {v:g}" for k, v in case["inputs"].items())


DEEP = Judge(
    deep_cases,
    lambda case: right(written_out(case)),
    tells=_deep_told,
    one_by_one=True,  # someone may have a wrong order and recursion both
    misconceptions=(
        Misconception(
            "recursion limit raised",
            None,
            "You raised Python's recursion limit. That only moves the end: the next graph is deeper.",
            "use a stack of your own: a list of what is still to visit, and a while loop that takes from its end.",
            seen=lambda case, result: LIMITED in result,
        ),
        Misconception(
            "recursion on a deep graph",
            _stack_overflow,
            "Python stops a recursion after about 1,000 calls. That is Python's stack, not mathematics: the order is "
            "right, the way to find it is too deep.",
            "keep a list of what is still to visit, and take from its end in a while loop.",
        ),
        # Wrong orders first: whoever is here has backward() itself right.
        *map(_of_any_depth, sorted(BACKWARD.misconceptions, key=lambda m: m not in WRONG_ORDERS)),
    ),
)
