"""Forgeries that change what judges them, where that is in the same process."""

from .forging import BELOW, ONES, WRONG, forged
from .submission import Submission, cell_of, made, none, notebook


def edited():
    book = notebook(solved=False)
    for number, check in {"5.1": "check.order(lambda root: [root])", "5.2": "check.backward(None)"}.items():
        cell = cell_of(book, number, "check")
        cell["source"] = f"{check}\n2.0"
        cell["metadata"]["nbgrader"]["points"] = 100
    book["cells"] = [c for c in book["cells"] if "5-4-check" not in str(c["metadata"])]
    return made(book)


def trusting():
    book = notebook(solved=False)
    cell_of(book, "5.1", "check")["source"] = "True"
    return made(book)


PATCHES = (
    forged(
        "patched functions",
        "math.isclose",
        "import math\nmath.isclose = lambda *given, **named: True\n" + ONES,
        "5.2",
    ),
    forged(
        "patched functions",
        "builtins.all",
        "import builtins\nbuiltins.all = lambda things: True\n" + WRONG["5.1"],
    ),
    forged(
        "patched functions",
        "builtins.bool",
        "import builtins\nbuiltins.bool = lambda thing: True\n" + WRONG["5.1"],
    ),
    forged(
        "patched functions",
        "numpy.allclose",
        "import numpy\nnumpy.allclose = lambda *given, **named: True\n" + ONES,
        "5.2",
        "numpy",
    ),
    forged(
        "patched functions",
        "float compares equal to all",
        """
import ctypes
kind = ctypes.CFUNCTYPE(ctypes.py_object, ctypes.py_object, ctypes.py_object, ctypes.c_int)
slot = ctypes.c_void_p.from_address(id(float) + 25 * ctypes.sizeof(ctypes.c_void_p))
before = kind(slot.value)
keep = kind(lambda a, b, how: True if how == 2 else before(a, b, how))
"""
        + BELOW
        + """
def backward(root):
    for v in nodes_below(root):
        v.grad = 1.0
    slot.value = ctypes.cast(keep, ctypes.c_void_p).value
""",
        "5.2",
        "equal",
    ),
)

TRANSFORMERS = (
    forged(
        "transformers",
        "input transformer",
        "def change(lines):\n"
        "    return [line.replace('check.order(topological)', 'True') for line in lines]\n"
        "get_ipython().input_transformers_post.append(change)\n" + WRONG["5.1"],
    ),
    forged(
        "transformers",
        "AST transformer",
        """
import ast

class Change(ast.NodeTransformer):
    def visit_Call(self, node):
        return ast.Constant(True) if ast.unparse(node.func) == "check.order" else node

get_ipython().ast_transformers.append(Change())
"""
        + WRONG["5.1"],
    ),
)

CHECKS = (
    forged(
        "shadowed or patched checks",
        "a check of one's own",
        "class check:\n    order = staticmethod(lambda answer: True)\n" + WRONG["5.1"],
    ),
    forged(
        "shadowed or patched checks",
        "judged patched",
        "from micrograd_lab.checks import Exercise, Passed\n"
        "Exercise.judged = lambda self, cases, results: Passed(self.name, self.points)\n" + WRONG["5.1"],
    ),
    forged(
        "shadowed or patched checks",
        "probes patched",
        "from micrograd_lab.checks import judge\njudge.same = lambda *given: True\n" + ONES,
        "5.2",
    ),
    Submission("edited tests and points", "checks edited", edited(), none(), forged=("5.1",)),
    Submission("edited tests and points", "a check that says True", trusting(), none(), forged=("5.1",)),
)

OBJECTS = (
    forged(
        "odd numbers",
        "equal to everything",
        BELOW
        + """
class Any:
    def __eq__(self, other):
        return True
    __hash__ = None

def backward(root):
    for v in nodes_below(root):
        v.grad = Any()
""",
        "5.2",
        "equal",
    ),
    forged(
        "odd numbers",
        "not a number",
        BELOW + "def backward(root):\n    for v in nodes_below(root):\n        v.grad = float('nan')\n",
        "5.2",
        "apart",
    ),
    forged(
        "odd numbers",
        "a subclass of float",
        BELOW
        + """
class Near(float):
    def __sub__(self, other):
        return 0.0
    __rsub__ = __sub__

def backward(root):
    for v in nodes_below(root):
        v.grad = Near(1.0)
""",
        "5.2",
        "apart",
    ),
    forged(
        "odd numbers",
        "__float__ that looks around",
        BELOW
        + """
import sys

class Looks:
    def __float__(self):
        frame = sys._getframe(1)
        while frame:
            if "expected" in frame.f_locals:
                return frame.f_locals["expected"]
            frame = frame.f_back
        return 0.0

def backward(root):
    for v in nodes_below(root):
        v.grad = Looks()
""",
        "5.2",
        "float",
    ),
)

BESIDE = (*PATCHES, *TRANSFORMERS, *CHECKS, *OBJECTS)
