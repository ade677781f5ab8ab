"""Answers that no one has worked out, and that seek full marks all the same."""

from .remembered import GRADS, ORDERS
from .submission import ROOT, Submission, answered, cell_of, full, made, none, notebook

WRONG = {
    "5.1": "def topological(root):\n    return [root]\n",
    "5.2": "def backward(root):\n    for v in nodes_below(root):\n        v.grad = 1.0\n",
}
BELOW = """
def nodes_below(root):
    found, todo = [], [root]
    while todo:
        v = todo.pop()
        if not any(v is o for o in found):
            found.append(v)
            todo += v.inputs
    return found

"""
ONES = BELOW + WRONG["5.2"]
SOLUTION = ROOT / "solutions" / "source" / "05_order.py"
BANK = ROOT / "tests" / "known_wrong" / "bank_05.py"


def forged(family, name, cell, number="5.1", judge="checks", lesson="05", expected=None):
    """An untouched notebook whose answer to one exercise is a forgery."""
    data = answered({number: cell}, lesson, solved=False)
    file = {"02": "02_expressions.ipynb", "04": "04_node.ipynb"}.get(lesson, "05_order.ipynb")
    return Submission(family, name, data, expected or none(lesson), file, (number,), judge)


def taken(text):
    """Take the body of a function out of a file's text, and run it."""
    return f"""
text = {text}
cell = text.split('answer="5.1"')[1].split("# %%")[0]
exec("def topological" + cell.split("def topological")[1], globals())
"""


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

LOOKS = (
    forged(
        "walking frames and memory",
        "frames",
        """
import sys

def backward(root):
    frame = sys._getframe(1)
    while frame and "self" not in frame.f_locals:
        frame = frame.f_back
    case = sys._getframe(1).f_locals["case"]
    leaves = sys._getframe(1).f_locals["leaves"]
    for name, grad in frame.f_locals["self"].judge.expected(case).items():
        leaves[name].grad = grad
""",
        "5.2",
    ),
    forged(
        "walking frames and memory",
        "the garbage collector",
        """
import gc
import sys

def backward(root):
    judge = next(o for o in gc.get_objects() if type(o).__name__ == "Exercise" and o.number == "5.2").judge
    caller = sys._getframe(1).f_locals
    case, leaves = caller["case"], caller["leaves"]
    for name, grad in judge.expected(case).items():
        leaves[name].grad = grad
""",
        "5.2",
    ),
    forged(
        "walking frames and memory",
        "the judge, imported",
        """
import sys
from micrograd_lab.checks.judges import lesson_05 as judge

def backward(root):
    caller = sys._getframe(1).f_locals
    case, leaves = caller["case"], caller["leaves"]
    for name, grad in judge.right(case).items():
        leaves[name].grad = grad
""",
        "5.2",
    ),
    forged(
        "walking frames and memory",
        "the engine, imported",
        "from micrograd_lab import Value\n",
        "2.1",
        lesson="02",
    ),
    forged(
        "walking frames and memory",
        "another lesson's numbers, imported",
        "from micrograd_lab.checks.probes.number import Number as Value\n",
        "4.1",
        lesson="04",
    ),
)

FILES_READ = (
    forged("reading what is there", "the solutions", taken(f"open({str(SOLUTION)!r}).read()")),
    forged(
        "reading what is there",
        "the tests",
        f"names = {{}}\ntext = open({str(BANK)!r}).read().replace('from .bank import Right, Wrong', '')\n"
        'text = text.split(\'GIVEN = """\')[1].split(\'"""\')[0]\nexec(text, globals())\n',
    ),
    forged(
        "reading what is there",
        "another submission",
        f"import glob, json\nother = json.load(open(glob.glob({str(ROOT)!r} + '/solutions/05_*.ipynb')[0]))\n"
        "for cell in other['cells']:\n    if 'def topological' in ''.join(cell['source']):\n"
        "        exec(''.join(cell['source']), globals())\n        break\n",
    ),
    forged(
        "reading /proc",
        "the grader's folder",
        taken("open(__import__('glob').glob('/proc/[0-9]*/cwd/solutions/source/05_order.py')[0]).read()"),
    ),
    forged(
        "reading /proc",
        "the grader's root",
        taken(f"open('/proc/' + str(__import__('os').getppid()) + '/root' + {str(SOLUTION)!r}).read()"),
    ),
    forged(
        "reading /proc",
        "its own environment",
        "import os\nROOT = open('/proc/self/environ').read().split('PWD=')[1].split('\\0')[0]\n"
        + taken("open(ROOT + '/solutions/source/05_order.py').read()"),
    ),
)

WRITES = (
    forged(
        "writing what is not ours",
        "results on every file descriptor",
        """
import json
import os

for number in range(1, 20):
    try:
        os.write(number, (json.dumps({"5.1": 2, "troubles": []}) + "\\n").encode() + b'true\\n' * 16)
    except OSError:
        pass
os._exit(0)
""",
        judge="stdout",
    ),
    forged(
        "writing what is not ours",
        "one forged line",
        """
import json
import os

for number in (1, 3, 4, 5, 6, 7, 8, 9):
    try:
        os.write(number, (json.dumps({"5.1": 2, "number": "5.1", "raw": "true", "end": "done"}) + "\\n").encode())
    except OSError:
        pass
os._exit(0)
""",
        judge="stdout",
    ),
    forged(
        "writing what is not ours",
        "results that no probe gives",
        """
import os
import sys

frame = sys._getframe()
while frame and "tell" not in frame.f_locals:
    frame = frame.f_back
if frame:
    frame.f_locals["tell"]({"troubles": []})
    for case in frame.f_locals["task"]["cases"]:
        frame.f_locals["tell"]({"error": None})
else:
    os.write(1, b'{"5.2": 3}\\n')
os._exit(0)
""",
        "5.2",
        judge="stdout",
    ),
    forged(
        "writing what is not ours",
        "the gradebook",
        "import glob, json\nfor path in ['gradebook.json', *glob.glob('/**/gradebook.json', recursive=False)]:\n"
        "    json.dump({'5.1': 2}, open(path, 'w'))\n" + WRONG["5.1"],
        judge="gradebook",
    ),
    forged(
        "writing what is not ours",
        "the journal, at the end",
        "import atexit, json, os\ndef late():\n    json.dump({'5.1': 2}, open('gradebook.json', 'w'))\n"
        "atexit.register(late)\n" + WRONG["5.1"],
        judge="gradebook",
    ),
)

KNOWN = {"; ".join(case["lines"]) + str(sorted(case["inputs"].items())): grads for case, grads in GRADS}
LEARNT = (
    forged(
        "learnt by heart",
        "the notebook's own cases, by their numbers",
        f"""
import sys

KNOWN = {KNOWN}

def backward(root):
    caller = sys._getframe(1).f_locals
    case, leaves = caller["case"], caller["leaves"]
    for name, grad in KNOWN.get("; ".join(case["lines"]) + str(sorted(case["inputs"].items())), {{}}).items():
        leaves[name].grad = grad
""",
        "5.2",
    ),
    forged(
        "learnt by heart",
        "the notebook's own cases, by their order",
        BELOW
        + f"""
calls = iter({ORDERS})

def topological(root):
    boxes = {{box.name: box for box in nodes_below(root)}}
    return [boxes[name] for name in next(calls, []) if name in boxes]
""",
    ),
)

FORGERIES = (*PATCHES, *TRANSFORMERS, *CHECKS, *OBJECTS, *LOOKS, *FILES_READ, *WRITES, *LEARNT)

# With an early answer that is wrong, right ones stand beside the later answer; they must not come out.
LEAKS = (
    Submission(
        "leaks",
        "a right answer in an error's text",
        answered(
            {
                "5.1": WRONG["5.1"],
                "5.2": """
inner = [thing for thing in topological.__code__.co_consts if hasattr(thing, "co_code")]

def backward(root):
    raise ValueError("LEAKED " + str([thing.co_name for thing in inner]))
""",
            }
        ),
        full(n_5_1=0, n_5_2=0),
    ),
    Submission(
        "leaks",
        "a right answer in a result",
        answered(
            {
                "5.1": WRONG["5.1"],
                "5.2": """
def backward(root):
    for v in topological(root):
        v.grad = "LEAKED " + repr(topological.__code__.co_cellvars)
""",
            }
        ),
        full(n_5_1=0, n_5_2=0),
    ),
)
