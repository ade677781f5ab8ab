"""Lesson 5: the order of backward(). `from micrograd_lab.checks import lesson_05 as check`."""

from ..beside.number import Number
from ..exercise import Exercise
from ..practice import Practice
from ..summary import Lesson
from . import probe
from .judge_backward import BACKWARD
from .judge_counterexample import COUNTEREXAMPLE
from .judge_deep import DEEP_JUDGE, SECONDS
from .judge_order import ORDER
from .judge_practice import COMPLETE_TURNS, MEND_IN_LINE, USERS

__all__ = [
    "Number",
    "backward",
    "complete_turns",
    "complete_users",
    "counterexample",
    "deep",
    "lesson",
    "mend_in_line",
    "mend_sweep",
    "order",
    "summary",
]

order = Exercise(
    "5.1",
    "An order",
    2,
    probe.order,
    ORDER,
    hints=(
        "Which box is due at the very beginning, before anybody has sent? What makes the next one due?",
        "Count the arrows that leave each box. Begin with root; whoever is taken crosses one arrow off each of its "
        "inputs, and an input without arrows is due. That list begins with root: turn it round.",
        "due = [root]; while due: v = due.pop(); order.append(v); for i in v.inputs: count[i] -= 1; if count[i] == 0: "
        "due.append(i) - and in the end order.reverse()",
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
        "When may a box send its gradient on: at once, or when all of it has arrived?",
        "self is the output. Its grad is 1; then every box below has its turn, in reverse topological order.",
        "self.grad = 1.0; for v in reversed(topological(self)): v._backward()",
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
        "Which box has its turn twice in the recursion, and what does it send the second time?",
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
        "Keep that list yourself: a stack of boxes. Each comes up twice: first to push its inputs, then to be listed.",
        "stack = [(root, False)]; while stack: v, done = stack.pop(); if done: order.append(v), else push (v, True) "
        "and then its inputs",
    ),
    seconds=SECONDS,
    keeps="Value.backward",
)

complete_turns = Practice(
    "5.a",
    "Complete it: turns",
    probe.order,
    COMPLETE_TURNS,
    hints=("Where in a list is the front? append puts something at its other end.", "order.insert(0, v)"),
    answer="order.insert(0, v)",
)

complete_users = Practice(
    "5.b",
    "Complete it: users",
    probe.users,
    USERS,
    hints=("The loop comes to i once for each arrow. What does one arrow more do to the count?", "count[i] + 1"),
    answer="count[i] = count[i] + 1",
)

mend_sweep = Practice(
    "5.c",
    "Mend it: sweep",
    probe.gradients,
    BACKWARD,
    hints=(
        "Go through the loop by hand: what does the first box that has its turn hold?",
        "What is the slope of the output by itself, and who says so?",
        "root.grad = 1.0, before the loop",
    ),
)

mend_in_line = Practice(
    "5.d",
    "Mend it: in_line",
    probe.order,
    MEND_IN_LINE,
    hints=(
        "Which two boxes of that graph does it take for one?",
        "2 + 2 and 2 * 2 are two boxes. What do they have in common?",
        "if v not in seen: seen.append(v)",
    ),
)

lesson = Lesson("05", "Order matters", (order, backward, counterexample, deep))
summary = lesson.summary
