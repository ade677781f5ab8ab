"""Lesson 5: the order of backward(). `from micrograd_lab.checks import lesson_05 as check`."""

from ..beside.number import Number
from ..exercise import Exercise
from ..summary import Lesson
from . import probe
from .judge_backward import BACKWARD
from .judge_counterexample import COUNTEREXAMPLE
from .judge_deep import DEEP_JUDGE, SECONDS
from .judge_order import ORDER

__all__ = ["Number", "backward", "counterexample", "deep", "lesson", "order", "summary"]

order = Exercise(
    "5.1",
    "An order",
    2,
    probe.order,
    ORDER,
    hints=(
        "When is a box ready to be listed? What must stand in the list already?",
        "Visit a box like this: if you have met it, do nothing. Else visit each of its inputs, then append the box.",
        "def visit(v): if v in seen: return; seen.add(v); for i in v.inputs: visit(i); order.append(v)",
    ),
    keeps="topological",
)

backward = Exercise(
    "5.2",
    "backward",
    3,
    probe.gradients,
    BACKWARD,
    hints=(
        "When may a node send its gradient on: at once, or when all of it has arrived?",
        "Set root.grad to 1. Then let every node, in reverse topological order, give each input its share.",
        "for v in reversed(topological(root)): for i, partial in zip(v.inputs, v.partials): i.grad += partial * v.grad",
    ),
    keeps="Value.backward",
)

counterexample = Exercise(
    "5.4",
    "Where recursion fails",
    2,
    probe.expression,
    COUNTEREXAMPLE,
    hints=(
        "Which node fires twice in the recursion, and what does it send the second time?",
        "A leaf used twice does no harm. What about a result used twice?",
        "t = a * b, then use t in two places.",
    ),
)

deep = Exercise(
    "5.5",
    "Without recursion",
    2,
    probe.deep,
    DEEP_JUDGE,
    hints=(
        "Who keeps the list of what is still to do, when a function calls itself?",
        "Keep that list yourself: a stack of nodes. Each comes up twice: first to push its inputs, then to be listed.",
        "stack = [(root, False)]; while stack: v, done = stack.pop(); if done: order.append(v), else push (v, True) "
        "and then its inputs",
    ),
    seconds=SECONDS,
    keeps="Value.backward",
)

lesson = Lesson("05", "Order matters", (order, backward, counterexample, deep))
summary = lesson.summary
