"""6.3: backward() called twice."""

import random

from ...engine import Value
from ..beside.number import graph, nodes
from ..judge import Judge, Misconception

CALLS = (
    (("t = a * b", "y = [t + c]"), (0,)),
    (("t = a * b", "y = [t + c]"), (0, 0)),
    (("t = a * b", "y = [t + c]"), (0, 0, 0)),
    (("y = [a * 3, a * 5]",), (0, 1)),
    (("t = a * b", "y = [t * 3, t * 5]"), (0, 1)),
    (("t = a * b", "u = t + t * c", "y = [u, u.tanh()]"), (0, 0, 1)),
    (("t = a * b", "y = [t * c, t]"), (0, 1, 0)),
)


def again_cases(seed):
    chance = random.Random(seed)
    made = []
    for lines, calls in CALLS:
        names = [name for name in "abc" if any(name in line.replace("tanh", "") for line in lines)]
        inputs = {name: round(chance.choice((-1, 1)) * chance.uniform(0.3, 1.5), 2) for name in names}
        made.append({"inputs": inputs, "lines": list(lines), "calls": list(calls)})
    made[0]["inputs"] = made[1]["inputs"] = {"a": 2.0, "b": 1.0, "c": 4.0}  # a goes from 1 to 2, and not to 3
    return tuple(made)


def twice(case):
    """Gradients by the engine."""
    outputs, leaves = graph(case, Value)
    for n in case["calls"]:
        outputs[n].backward()
    return {name: leaf.grad for name, leaf in leaves.items()}


def calling(backward):
    def wrong(case):
        outputs, leaves = graph(case)
        for n in case["calls"]:
            backward(outputs[n])
        return {name: leaf.grad for name, leaf in leaves.items()}

    return wrong


def _backward(zero=lambda v: False, add_seed=False, once=False, seed=1.0):
    """A backward() that zeroes some values first."""

    def backward(root):
        order = nodes(root)
        if once and getattr(root, "done", False):
            return
        root.done = True
        for v in order:
            if zero(v):
                v.grad = 0.0
        root.grad = (root.grad if add_seed else 0.0) + seed
        for v in reversed(order):
            for i, partial in zip(v.inputs, v.partials, strict=True):
                i.grad += partial * v.grad

    return backward


def _refuses(root):
    if getattr(root, "done", False):
        raise RuntimeError
    root.done = True
    _backward(zero=lambda v: bool(v.inputs))(root)


TOLD = "{lines} at {numbers}; then backward of {outputs}"


def _tells_calls(case):
    *lines, last = case["lines"]
    outputs = [part.strip() for part in last.removeprefix("y = [").removesuffix("]").split(",")]
    named = [f"L{n} = {text}" if len(outputs) > 1 else f"y = {text}" for n, text in enumerate(outputs, 1)]
    called = [named[n].split(" ")[0] for n in case["calls"]]
    at = ", ".join(f"{name} = {x:g}" for name, x in case["inputs"].items())
    return TOLD.format(lines="; ".join([*lines, *named]), numbers=at, outputs=", ".join(called))


AGAIN = Judge(
    again_cases,
    twice,
    tells=_tells_calls,
    misconceptions=(
        Misconception(
            "what lies between keeps its gradient",
            calling(_backward()),
            "Called twice it gives 3, not 2: t still holds 1 from the first call, gets 1 more, and sends 2. Leaves are "
            "to add up; what lies between is to begin anew.",
            "before you send, set the grad of every value that has inputs to 0.",
        ),
        Misconception(
            "everything zeroed",
            calling(_backward(zero=lambda v: True)),
            "Now a second call wipes out what the first has left, in the leaves too. Two losses, 3 a and 5 a, give 5 "
            "instead of 8.",
            "zero only values that have inputs. When leaves are zeroed is for the caller to say.",
        ),
        Misconception(
            "leaves zeroed",
            calling(_backward(zero=lambda v: not v.inputs)),
            "You zero the leaves, and what lies between keeps its gradient: the other way round. Called twice it gives "
            "2 by luck, three times 3; but two losses do not add up.",
            "zero the values that have inputs, and leave the leaves alone.",
        ),
        Misconception(
            "the seed adds up",
            calling(_backward(add_seed=True)),
            "The output's own gradient adds up as well: it starts the second call with 2.",
            "set root.grad = 1.0, after the values between have been set to 0.",
        ),
        Misconception(
            "the seed alone adds up",
            calling(_backward(zero=lambda v: bool(v.inputs) and not getattr(v, "done", False), add_seed=True)),
            "All that lies between begins anew but the output, whose gradient is 2 in the second call.",
            "set root.grad = 1.0.",
        ),
        Misconception(
            "starts from 2",
            calling(_backward(zero=lambda v: bool(v.inputs), seed=2.0)),
            "The output's own gradient is 1, also where two calls shall give 2: each call brings its own 1.",
            "set root.grad = 1.0.",
        ),
        Misconception(
            "the second call does nothing",
            calling(_backward(zero=lambda v: bool(v.inputs), once=True)),
            "The second call on the same output adds nothing. Whoever calls twice wants twice.",
            "let every call send, from values between that begin at 0.",
        ),
        Misconception(
            "the second call is refused",
            calling(_refuses),
            "A second call raises an error. That is PyTorch's answer, unless one asks with retain_graph=True: then it "
            "gives 2. This one is to give 2.",
            "let every call send, from values between that begin at 0.",
            seen=lambda case, result: "error" in result and len(set(case["calls"])) < len(case["calls"]),
        ),
        Misconception(
            "no seed",
            lambda case: dict.fromkeys(case["inputs"], 0.0),
            "All gradients are 0: the output's own gradient was set to 0 with the others, or never set.",
            "zero first, then root.grad = 1.0, then send.",
        ),
    ),
)
