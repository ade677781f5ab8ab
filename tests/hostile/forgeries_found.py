"""Forgeries that find an answer, or write what only a grader writes."""

from places import ROOT

from .forging import BANK, REFERENCE, SOLUTION, WRONG, forged, taken
from .remembered import GRADS, ORDERS
from .submission import Submission, answered, full

LOOKS = (
    forged(
        "walking frames and memory",
        "frames",
        """
import sys

def backward(root):
    frame = sys._getframe(1)
    named = frame.f_locals["named"]
    while frame and "self" not in frame.f_locals:
        case = frame.f_locals["case"] if "cases" in frame.f_locals else {}
        frame = frame.f_back
    for name, grad in frame.f_locals["self"].judge.expected(case).items():
        named[name].grad = grad
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
    frame = sys._getframe(1)
    named = frame.f_locals["named"]
    while "cases" not in frame.f_locals:
        frame = frame.f_back
    case = frame.f_locals["case"]
    for name, grad in judge.expected(case).items():
        named[name].grad = grad
""",
        "5.2",
    ),
    forged(
        "walking frames and memory",
        "the judge, imported",
        """
import sys
from micrograd_lab.checks.lesson_05 import judge_backward as judge

def backward(root):
    frame = sys._getframe(1)
    named = frame.f_locals["named"]
    while "cases" not in frame.f_locals:
        frame = frame.f_back
    case = frame.f_locals["case"]
    for name, grad in judge.gradients(judge.right)(case).items():
        named[name].grad = grad
""",
        "5.2",
    ),
    forged(
        "walking frames and memory",
        "the engine, imported",
        # Under a name of one's own: a check takes no class of the kit's as it is.
        "from micrograd_lab import Value as Engine\n\nclass Value(Engine):\n    __slots__ = ()\n",
        "2.1",
        lesson="02",
    ),
    forged(
        "walking frames and memory",
        "another lesson's numbers, imported",
        "from micrograd_lab.checks.beside.number import Number as Value\n",
        "4.1",
        lesson="04",
    ),
)

FILES_READ = (
    forged("reading what is there", "the solutions", taken(f"open({str(SOLUTION)!r}).read()")),
    forged(
        "reading what is there",
        "the right answers of the package",
        f"import json\nexec(json.loads(open({str(REFERENCE)!r}).read())['5.1'], globals())\n",
    ),
    forged(
        "reading what is there",
        "the tests",
        f"names = {{}}\ntext = open({str(BANK)!r}).read().replace('from known_wrong.bank import Right, Wrong', '')\n"
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
        taken("open(__import__('glob').glob('/proc/[0-9]*/cwd/course/05_order/exercises.py')[0]).read()"),
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
        + taken("open(ROOT + '/course/05_order/exercises.py').read()"),
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

KNOWN = {str(sorted(case["graph"]["data"])): grads for case, grads in GRADS}
LEARNT = (
    forged(
        "learnt by heart",
        "the notebook's own cases, by their numbers",
        f"""
import sys

KNOWN = {KNOWN}

def backward(root):
    named = sys._getframe(1).f_locals["named"]
    for name, grad in KNOWN.get(str(sorted(v.data for v in named.values())), {{}}).items():
        named[name].grad = grad
""",
        "5.2",
    ),
    forged(
        "learnt by heart",
        "the notebook's own cases, by their order",
        f"""
import sys

calls = iter({[order for order in ORDERS for _ in range(2)]})

def topological(root):
    named = sys._getframe(1).f_locals["named"]
    return [named[name] for name in next(calls, []) if name in named]
""",
    ),
)

FOUND = (*LOOKS, *FILES_READ, *WRITES, *LEARNT)

# With an early answer that is wrong, right ones stand beside the later answer; they must not come out.
LEAKS = (
    Submission(
        "leaks",
        "a right answer in an error's text",
        answered(
            {
                "5.1": WRONG["5.1"],
                "5.2": """
def backward(root):
    raise ValueError("LEAKED " + str(topological.__code__.co_varnames))
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
        v.grad = "LEAKED " + repr(topological.__code__.co_varnames)
""",
            }
        ),
        full(n_5_1=0, n_5_2=0),
    ),
)
