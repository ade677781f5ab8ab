"""6.3: backward() called twice.

Leaves add up. What lies between begins anew: in the end it has the gradient of the last call that reached it, or 0,
where somebody clears it afterwards.
"""

import random

from ..judge import Judge, Misconception
from ..wrong_engines.exact import by_models
from ..wrong_engines.places import by_name, described, graph_of, lines_of, numbers_of
from .calls import WAYS, called, nowhere, once_more, twice

CALLS = (
    (("t = a * b", "y = [t + c]"), (0,)),
    (("t = a * b", "y = [t + c]"), (0, 0)),
    (("t = a * b", "y = [t + c]"), (0, 0, 0)),
    (("y = [a * 3, a * 5]",), (0, 1)),
    (("t = a * b", "y = [t * 3, t * 5]"), (0, 1)),
    (("t = a * b", "u = t + t * c", "y = [u * u, u.tanh()]"), (0, 0, 1)),
    (("t = a * b", "y = [t * c, t + a]"), (0, 1, 0)),
)


def again_cases(seed):
    chance = random.Random(seed)
    made = []
    for n, (lines, calls) in enumerate(CALLS):
        names = [name for name in "abc" if any(name in line.replace("tanh", "") for line in lines)]
        inputs = {name: round(chance.choice((-1, 1)) * chance.uniform(0.3, 1.5), 2) for name in names}
        if n < 2 and not seed:
            inputs = {"a": 2.0, "b": 1.0, "c": 4.0}  # a goes from 1 to 2, and not to 3
        case = described(inputs, lines, chance, bool(seed))
        ends = {"roots": case["roots"]} if "roots" in case else {"roots": [case.pop("root")]}
        made.append({**case, **ends, "calls": list(calls)})
    return tuple(made)


def gradients(backward):
    """What a way of calling twice leaves, {name: gradient} of all values; `backward(g, grads, call)` is one call."""
    return lambda case: by_name(case, called(case, backward, graph_of))


def cleared_afterwards(case, result):
    """The same, where what lies between has 0 in the end."""
    right = gradients(twice)(case)
    inner = {name for name, place in case["names"].items() if case["graph"]["inputs"][place]}
    return {*right} == {name for name in result if name[:1] != "_"} and all(
        _near(result[name], x) or (name in inner and result[name] == 0) for name, x in right.items()
    )


def _near(x, right):
    return type(x) in (int, float) and abs(x - right) <= 1e-6 * max(1e-3, abs(right))


TOLD = "{lines} at {numbers}; then backward of {outputs}"


def _tells_calls(case):
    called = {place: name for name, place in case["names"].items()}
    outputs = ", ".join(called[case["roots"][n]] for n in case["calls"])
    return TOLD.format(lines="; ".join(lines_of(case)), numbers=numbers_of(case), outputs=outputs)


def _all_zero(result):
    return all(x == 0 for name, x in result.items() if name[:1] != "_")


MODELS = tuple(
    Misconception(name, gradients(backward), says, tries) for name, says, tries, ways in WAYS for backward in ways
)

AGAIN = Judge(
    again_cases,
    gradients(twice),
    also=cleared_afterwards,
    tells=_tells_calls,
    misconceptions=(
        Misconception(
            "no seed",
            None,
            "All gradients are 0: the output's own gradient was set to 0 with the others, or never set.",
            "zero first, then root.grad = 1.0, then send.",
            seen=lambda case, result: _all_zero(result) and result["_set"] <= len(case["roots"]),
        ),
        Misconception(
            "wiped out",
            None,
            "There were gradients, and in the end all are 0, the leaves' too.",
            "leave the leaves alone; clear the values that have inputs, before you send.",
            seen=lambda case, result: _all_zero(result),
        ),
        Misconception(
            "the second call is refused",
            None,
            "A second call raises an error. That is PyTorch's answer, unless one asks with retain_graph=True: then it "
            "gives 2. This one is to give 2.",
            "let every call send, from values between that begin at 0.",
            seen=lambda case, result: (
                result["error"] in ("RuntimeError", "ValueError", "Exception", "AssertionError")
                and len(set(case["calls"])) < len(case["calls"])
            ),
        ),
        Misconception(
            "root for order",
            None,
            "sweep goes through a list of values, in reverse; it was given something else.",
            "keep the list: order = topological(root), then sweep(order).",
            seen=lambda case, result: result["error"] == "TypeError" and "'Number' object is not" in result["says"],
        ),
    ),
    models=by_models(MODELS),
    guesses=(gradients(once_more(nowhere)),),  # 5.2's backward, as it was
)
