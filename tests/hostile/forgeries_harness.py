"""Forgeries that change, or speak for, what runs beside an answer in its own process."""

# ruff: noqa: E501 - a line of these texts is one attack

from .forging import BELOW, ONES, WRONG, forged
from .submission import Submission, answered, none

# Every open end is written to: whichever is the grader's.
SAYS = """
import json, os, sys

def say(*things):
    for number in range(3, 20):
        try:
            os.write(number, b"".join(json.dumps(thing).encode() + b"\\n" for thing in things))
        except OSError:
            pass

def all_of(kind):
    import gc
    return [thing for thing in gc.get_objects() if type(thing).__name__ == kind]
"""

# Answers to 5.1 that speak in the grader's language, each under its name.
SPEAKS = """
results before anything is asked
say(*[{"result": ["a", "b", "c"]}] * 20)
ready twice, and answered
say({"ready": ""}, {"ready": ""}, *[{"result": ["a", "b", "c"]}] * 20)
ready and gone
say({"ready": ""}, *[{"result": True}] * 20); os._exit(0)
ready as a list, a number and a text without end
say({"ready": []}, {"ready": 1e999}, {"ready": "x" * 10**6}, {"result": None})
called for another exercise
say({"called": "5.2"}, {"called": "5.4"}, {"called": "5.5"}, {"called": "9.9"}, {"called": {}})
called a thousand times
say(*[{"called": "5.1"}] * 1000)
a cell that there is not
say({"at": 10**9}, {"called": "5.1"}, {"at": -5}, {"called": "5.2"}, {"at": True}, {"at": 1.5})
troubles that there were not
say(*[{"at": n, "trouble": {"error": "TimeUp", "says": "x" * 9999, "line": -1}} for n in range(20)])
troubles that are none
say({"at": 0, "trouble": []}, {"at": 0, "trouble": {"error": {}, "line": "x", "code": None}}, {"at": None, "trouble": 1})
names before the end
say({"names": {"5.1": "same", "5.2": "other", "5.9": "same"}, "me": "the teacher"})
names that are no texts
say({"names": {"5.1": {}, "5.2": []}, "me": {"a": "b"}}, {"names": []}, {"names": "5.1"})
missing, and then not
say({"missing": "NameError"}, {"ready": ""}, {"result": ["a", "b", "c"]})
given for another learner
say({"given": "5.1", "who": "somebody else"}, {"given": [], "who": {}}, {"given": "4.5"})
given without end
say(*[{"given": "5.1", "who": ""}] * 3000)
lines that are no JSON
[os.write(n, b"\\xff{]\\n" * 1000) for n in range(3, 20) if os.path.exists("/") and not say()]
lines that are deep
[os.write(n, b"[" * 30000 + b"\\n") for n in (say() or [])]; say(json.loads("[" * 900 + "]" * 900))
one key twice
[os.write(n, b'{"result": 1, "result": true, "ready": ""}\\n') for n in (say() or [])]; say({"ready": "", "result": True})
the Line itself, told
[line.tell({"ready": ""}) or line.tell({"result": ["a"]}) for line in all_of("Line")]
the Line itself, asked
[line.ask({"ready": ""}) for line in all_of("Line")]
an answer in the place of what was handed in
[run.called.update({"5.1": sorted}) or run.counts.update({"5.1": 7}) for run in all_of("Run")]
probed at once
[run.probed(lambda root: [root], "") for run in all_of("Run")]
wanted is another
[run.wanted and run.wanted.update(number="5.2", call=1) for run in all_of("Run")]
the pipes exchanged
[setattr(line, "said", line.heard) for line in all_of("Line")]
all ends closed
os.closerange(0, 64)
"""

# What the harness uses, replaced; {0} is a wrong answer.
PATCHED = """
json.dumps
import json; json.dumps = lambda thing, **named: '{"result": true}'
json.loads
import json; json.loads = lambda text, **named: [{"graph": {"a": []}}]
os.write
import os; os.write = lambda number, data: len(data)
len, sum, isinstance and type
import builtins; builtins.len = lambda x: 0; builtins.isinstance = lambda *_: True; builtins.sum = lambda x: 0
print and repr
import builtins; builtins.print = builtins.repr = builtins.str = lambda *_: "passed"
the probe, by its module
import micrograd_lab.checks.lesson_05.probe as p; p.order = lambda *_: ["a", "b", "c"]
the probe's Box
import micrograd_lab.checks.lesson_05.probe as p; p.Box.__getattribute__ = lambda self, name: "a"
the probe's module, in sys.modules
import sys, types; sys.modules["micrograd_lab.checks.lesson_05.probe"] = types.SimpleNamespace(order=lambda *_: ["a"])
result_of
import micrograd_lab.checks.beside.run as r; r.result_of = lambda *_: ["a", "b", "c"]
result_of, where it is used
import sys; sys.modules["inside.answer"].result_of = lambda *_: ["a", "b", "c"]
untouched
import micrograd_lab.checks.beside.run as r; r.untouched = lambda thing: False
the limits of time
import micrograd_lab.checks.beside.run as r; r.Watch.__enter__ = r.Watch.__exit__ = lambda *_: None
pkgutil.resolve_name
import pkgutil; pkgutil.resolve_name = lambda name: (lambda learner, case: ["a", "b", "c"])
the code of the probe
import micrograd_lab.checks.lesson_05.probe as p; p.order.__code__ = (lambda topological, case: ["a", "b", "c"]).__code__
linecache and traceback
import linecache, traceback; linecache.getline = lambda *_: "right"; traceback.extract_tb = lambda *_: []
a tracer of every call
import sys; sys.settrace(lambda frame, event, thing: frame.f_locals.update(results=[True]) or None)
a profiler of every call
import sys; sys.setprofile(lambda frame, event, thing: frame.f_locals.update(right=[True]))
an audit hook
import sys; sys.addaudithook(lambda event, given: None)
a finder of modules
import sys; sys.meta_path.insert(0, type("F", (), {"find_spec": lambda *_: 1 / 0})())
exec, eval and compile
import builtins; builtins.exec = builtins.eval = lambda *_: None; builtins.compile = lambda *_, **__: (lambda: 0).__code__
"""

CALLS = """
a check called a thousand times
[check.order(topological) for _ in range(1000)]
a check called with another's answer
check.backward(topological); check.counterexample(topological); check.deep(topological); check.order(print)
a check called in threads
import threading; [threading.Thread(target=check.order, args=(topological,)).start() for _ in range(20)]
a check called when all is over
import atexit; atexit.register(lambda: check.order(sorted))
a check called by what is thrown away
keep = type("Late", (), {"__del__": lambda self: check.order(sorted)})(); del keep
a check called by a signal
import signal; signal.signal(14, lambda *_: check.order(sorted)); signal.setitimer(0, 0.01)
a check that is called within the answer
topological = lambda root: check.order(topological) and [root]
a check that is called with itself
check.order(check.order); check.order(check)
given names made anew
Number = lambda *_: 0; check = type("C", (), {"__getattr__": lambda *_: lambda *given, **named: True})()
what a check gives, changed
check.order(topological).state = "passed"; check.order._number = "5.2"; check.order._run.wanted = None
a module of one's own, with a check in it
open("mine.py", "w").write("from micrograd_lab.checks import lesson_05 as check\\ncheck.order(sorted)\\n"); import mine
"""


def entries(text):
    lines = text.strip().split("\n")
    return list(zip(lines[::2], lines[1::2], strict=True))


def alone(family, name, source):
    return Submission(family, name, answered({"5.1": source}, solved=False), none())


SPOKEN = tuple(alone("speaking for the harness", n, SAYS + WRONG["5.1"] + s + "\n") for n, s in entries(SPEAKS))
REPLACED = tuple(alone("a harness that was changed", n, WRONG["5.1"] + s + "\n") for n, s in entries(PATCHED))
CALLED = tuple(
    alone(
        "calls of checks", name, "from micrograd_lab.checks import lesson_05 as check\n" + WRONG["5.1"] + source + "\n"
    )
    for name, source in entries(CALLS)
)

LIES = (
    forged(
        "odd numbers",
        "a list that changes while it is read",
        BELOW
        + """
class Any(float):
    def __eq__(self, other):
        return True
    __hash__ = float.__hash__

def backward(root):
    for v in nodes_below(root):
        v.grad = Any()
""",
        "5.2",
        "equal",
    ),
    forged(
        "odd numbers",
        "a number that says that it is near",
        BELOW
        + """
class Near:
    def __float__(self):
        return float("nan")
    def __sub__(self, other):
        return 0.0
    __rsub__ = __sub__
    __class__ = float

def backward(root):
    for v in nodes_below(root):
        v.grad = Near()
""",
        "5.2",
        "apart",
    ),
    forged(
        "patched functions",
        "the comparison itself",
        "from micrograd_lab.checks import judge\njudge.math.isnan = lambda x: True\n" + ONES,
        "5.2",
    ),
)
SEEMS = {
    "names that say that they are any": "class S(str):\n    def __eq__(self, o): return True\n    __hash__ = str.__hash__\n"
    "class B:\n    name = S('a')\ndef topological(root): return [B()] * 3\n",
    "a class that says that it is a list": "class L:\n    __class__ = list\n    def __iter__(self): return iter('abc')\n"
    "def topological(root): return L()\n",
    "a list that never ends": "class L(list):\n    def __iter__(self):\n        while True: yield self\n"
    "def topological(root): return L([root])\n",
    "a generator that asks for itself": "def topological(root):\n    return (x for x in topological(root))\n",
    "a name that is read twice and differs": "import itertools\nn = itertools.count()\nclass B:\n"
    "    name = property(lambda self: 'abc'[next(n) % 3])\ndef topological(root): return [B()] * 3\n",
    "numbers that are none": "def topological(root): return [float('nan'), float('inf'), 10**400, -0.0, 1e308 * 10]\n",
    "lists in lists": "def topological(root):\n    x = ['a']\n    for _ in range(900): x = [x, x]\n    return x\n",
    "a dict of answers": "def topological(root): return {'untouched': False, 'result': True, 'error': None}\n",
    "an error called Ended": "class Ended(Exception): pass\ndef topological(root): raise Ended('right')\n",
    "an error called TimeUp": "class TimeUp(BaseException): pass\ndef topological(root): raise TimeUp('right')\n",
    "the harness's own TimeUp": "from micrograd_lab.checks.beside.run import TimeUp\n"
    "def topological(root): raise TimeUp\n",
}
TRUE = tuple(alone("results that lie", name, source) for name, source in SEEMS.items())

HARNESS = (*SPOKEN, *REPLACED, *CALLED, *LIES, *TRUE)
