"""A backward() of a class's own that goes back in a wrong order."""

from functools import partial

from ..models import Slip, Value


def _hidden(self):
    raise AttributeError("_backward")


def _own(order):
    """The methods of a class that has backward() and nothing else, and lets values send in this order."""

    def backward(root):
        root.grad = 1.0
        for v in order(root):
            if v.inputs:
                v.rules[v.op](v)

    return {"node": Value.node, "backward": backward, "_backward": property(_hidden)}


def by_levels(root):
    seen, queue = {root}, [root]
    for v in queue:
        yield v
        new = [i for i in dict.fromkeys(v.inputs) if i not in seen]
        seen |= {*new}
        queue += new


def by_levels_again(root):
    queue = [root]
    for v in queue:
        yield v
        queue += v.inputs


def recursive(root, last_first=False):
    stack = [root]
    while stack:
        yield (v := stack.pop())
        stack += v.inputs if last_first else v.inputs[::-1]


def once(root, last_first=False):
    seen = set()
    for v in recursive(root, last_first):
        if v not in seen:
            seen.add(v)
            yield v


EARLY = (
    "Your backward() lets a value send before all has arrived: one that is used along a short road and a long one "
    "sends when the short one has come. What comes later is never sent on."
)
TWICE = (
    "Your backward() lets a value send once for each of its users: the second time it sends on what it has sent "
    "already."
)
WAIT = "let each value send once, after all that use it: list each after its inputs, and go through that in reverse."

# What each is called where lesson 5 meets it too.
ORDERS = tuple(
    Slip(name, says, WAIT, methods=_own(order))
    for name, says, orders in (
        ("fires too early", EARLY, (by_levels, once, partial(once, last_first=True))),
        ("fires twice", TWICE, (recursive, partial(recursive, last_first=True), by_levels_again)),
    )
    for order in orders
)
