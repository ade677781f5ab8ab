"""Forgeries that look at what a probe holds while it asks, or go round what it watches."""

from .submission import Submission, answered, none

FILES = {"01": "01_slopes.ipynb", "02": "02_expressions.ipynb", "05": "05_order.ipynb", "06": "06_verify.ipynb"}
ORDER = """
import sys
import threading

def backward_deep(root):
    sys.setrecursionlimit(10**6)
    order, seen = [], set()
    def visit(v, deep=0):
        if v not in seen:
            seen.add(v)
            for i in INPUTS:
                CALL
            order.append(v)
    visit(root)
    root.grad = 1.0
    for v in reversed(order):
        for i, partial in zip(v.inputs, v.partials):
            i.grad += partial * v.grad
"""
THREAD = """if deep == 400:
                    thread = threading.Thread(target=visit, args=(i,))
                    thread.start()
                    thread.join()
                else:
                    visit(i, deep + 1)"""


def asked(name, number, cell, family="what a probe holds"):
    lesson = f"0{number[0]}"
    data = answered({number: cell}, lesson, solved=False)
    return Submission(family, name, data, none(lesson), FILES[lesson])


def recursion(name, call="visit(i)", inputs="v.inputs", before=""):
    cell = before + ORDER.replace("CALL", call).replace("INPUTS", inputs)
    return asked(name, "5.5", cell, "recursion that says it is none")


PROBES = (
    recursion("another word for the limit", before="import sys\nsys.getrecursionlimit = lambda: 1000\n"),
    recursion("inputs read where they are kept", inputs='v.__dict__["inputs"]'),
    recursion("a thread every 400 calls", THREAD),
    recursion(
        "another count of frames",
        before="import sys\ndef no_frame(n=0):\n    raise ValueError\nsys._getframe = no_frame\n",
    ),
    recursion("a shallow one", before="import sys\nsys.setrecursionlimit = lambda n: None\n"),
    asked(
        "the boxes of the caller",
        "2.4",
        """
import sys

def trace(root):
    found = sys._getframe(1).f_locals
    boxes, graph = found["boxes"], found["case"]["graph"]
    return list(boxes.values()), [(boxes[i], boxes[n]) for n in graph for i in graph[n]]
""",
    ),
    asked(
        "sixteen probes",
        "6.2",
        """
class Probes:
    asked = 0
    def __iter__(self):
        rules = ["a + b", "a * b", "a ** 3", "a.exp()", "a.tanh()", "(-a).relu() - 3 * a.relu()", "-a", "(a-b) * (b/c)"]
        ways = ["2 - a", "6 / a", "t = a * b; t + t * c", "t = a * b; t * c + t", "(a * b) * (a + b)"]
        Probes.asked += 1
        return iter(rules if Probes.asked < 19 and Probes.asked != 13 else ways)

probes = Probes()
""",
    ),
    asked(
        "other probes each time, all long",
        "6.2",
        """
class Probes:
    asked = 0
    def __iter__(self):
        Probes.asked += 1
        return iter([f"t = a * b + {Probes.asked}\\n" + "t = t + t\\n" * 290] * 8)

probes = Probes()
""",
    ),
    asked("5.2's backward", "6.3", "def backward(root):\n    root.grad = 1.0\n    sweep(topological(root))\n"),
)
