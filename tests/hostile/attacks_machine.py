"""Answers that ask the machine for more than it gives, or make what reads them work: each costs itself alone."""

# ruff: noqa: E501 - a line of these texts is one attack

import copy

from .accidents import broken_cell, changed
from .submission import Submission, answered, cell_of, code, full, made, none, notebook

# Answers to 5.1 that are right but for what they do to the process; none gets through.
STOPPED = """
stopped by itself
import os; os.kill(os.getpid(), 19)
signals blocked, and a cell that sleeps
import signal, time; signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 64)); time.sleep(60)
a handler of SIGXCPU that goes on
import signal; signal.signal(24, lambda *_: None); signal.signal(14, lambda *_: None); sum(range(10**12))
a thread that goes on after
import threading; threading.Thread(target=lambda: [0 for _ in iter(int, 1)]).start()
threads that stay, and no end
import threading, time; [threading.Thread(target=time.sleep, args=(9,)).start() for _ in range(10)]
a stack that runs over in C
import functools; f = list; [globals().__setitem__("f", functools.partial(f)) for _ in range(10**6)]; repr(f)
a regular expression that never ends
import re; re.match("(a+)+$", "a" * 40 + "b")
a repr that never ends
type("R", (), {"__repr__": lambda self: [0 for _ in iter(int, 1)]})()
all ends closed
import os; os.closerange(0, 64)
the interpreter's own memory
import ctypes; ctypes.memset(id(None), 255, 64)
"""
# Of these 5.1 is right, and they cost nothing.
HARMLESS = """
the parent, and all, sent signals
import os; [os.kill(os.getppid(), n) for n in range(1, 3) if os.getppid() > 1]
the parent stopped
import ctypes, os; ctypes.CDLL(None).kill(-1, 19)
calls by number: ptrace, bpf, perf, userfaultfd, io_uring, keyctl, mount, unshare, setns, pidfd_open
import ctypes; [ctypes.CDLL(None).syscall(n, 0, 0, 0, 0, 0) for n in (101, 321, 298, 323, 425, 250, 165, 272, 308, 434)]
vmsplice, tee and splice
import ctypes; [ctypes.CDLL(None).syscall(n, 1, 0, 0, 0, 0) for n in (278, 276, 275)]
a filter of one's own
import ctypes; ctypes.CDLL(None).prctl(22, 1, 0, 0, 0); ctypes.CDLL(None).syscall(317, 0, 0, 0)
landlock
import ctypes; [ctypes.CDLL(None).syscall(n, 0, 0, 0) for n in (444, 445, 446)]
another personality
import ctypes; ctypes.CDLL(None).personality(0x0400000)
calls of the 32-bit kind
import ctypes; ctypes.CDLL(None).syscall(0x40000000 | 59, 0, 0, 0)
three children of much memory
import os; [bytearray(4 << 28) for _ in range(3) if not os.fork()]
a child by vfork and exec
import subprocess, sys; subprocess.run([sys.executable, "-c", "while True: pass"])
many small threads
import threading, time; threading.stack_size(32768); [threading.Thread(target=time.sleep, args=(2,), daemon=True).start() for _ in range(300)]
pipes and sockets without end
import os, socket; keep = [(os.pipe(), socket.socketpair()) for _ in range(10**5)]
files without end
[open(f"f{n}", "w") and None for n in range(10**5)]
folders in folders
import os; [os.mkdir("d") or os.chdir("d") for _ in range(3000)]
the stage, listed
import os; print(os.listdir("/stage"), open("/stage/inside/answer.py").read(), os.listdir("/packages"))
a reference, imported
from micrograd_lab.checks.handout import right_answer; exec(right_answer("5.1") or "", globals())
a reference, as it is kept
import json; topological = json.load(open("/stage/micrograd_lab/checks/lesson_05/reference.json"))
the judge, imported
from micrograd_lab.checks.lesson_05.judge_order import is_order; is_order()
orders, steps and experiments, imported
from micrograd_lab import orders, backward_steps, experiments; orders.once.__code__.co_code
a nice value, a processor, a priority
import os; os.nice(19); os.sched_setaffinity(0, {0}); os.setpriority(0, 0, 19)
"""


def entries(text):
    lines = text.strip().split("\n")
    return list(zip(lines[::2], lines[1::2], strict=True))


STOPS = tuple(
    Submission(
        "the machine", name, answered({"5.1": source + "\ndef topological(root):\n    return [root]\n"}), full(n_5_1=0)
    )
    for name, source in entries(STOPPED)
)
GOES_ON = tuple(
    Submission(
        "the machine",
        name,
        answered({"5.1": "try:\n    " + source + "\nexcept BaseException:\n    pass\n{old}"}),
        full(),
    )
    for name, source in entries(HARMLESS)
)

NAMED_ME = """
class Me:
    def __str__(self):
        {does}
me = Me()
"""
NAMES = tuple(
    Submission("who is it", name, broken_cell(NAMED_ME.format(does=does)), full())
    for name, does in (
        ("a name that sleeps", "import time; time.sleep(3600)"),
        ("a name without end", "while True: pass"),
        ("a name of ten megabytes", "return 'x' * 10**7"),
        ("a name that is another each time", "import random; return str(random.random())"),
        ("a name that fails", "raise MemoryError"),
        ("a name that is no text", "return 5"),
    )
) + tuple(
    Submission("who is it", name, broken_cell(source), full())
    for name, source in (
        ("a very large number", "me = 10**5000"),
        ("a text with signs that steer", "me = '\\x1b[2J\\x00\\u202e<script>' * 99"),
        ("a text of its own kind", "class S(str):\n    def __getitem__(self, n): return self\nme = S('x' * 10**6)"),
    )
)


def copies(number, many):
    """So many cells as one was handed out."""
    book = copy.deepcopy(notebook(solved=False))
    book["cells"] += [copy.deepcopy(cell_of(book, number)) for _ in range(many)]
    return made(book)


def many(source, times):
    return changed(lambda book: book["cells"].extend(code(source) for _ in range(times)))


READ = tuple(
    Submission("hard to read", name, data, expected)
    for name, data, expected in (
        ("empty lines without end", broken_cell("x = 1" + "\n" * 300_000 + "y = 1"), full()),
        ("spaces without end", broken_cell("x = 1\n" + " " * 300_000 + "\n?"), full()),
        ("question marks without end", broken_cell("?" * 20_000), full()),
        ("per cents without end", broken_cell("%" * 100_000 + "\n" + "%time " * 20_000), full()),
        ("exclamation marks, line by line", broken_cell("!x\n" * 1_000), full()),
        ("a thousand cells as handed out", copies("5.1", 1000), none()),
        ("a thousand cells of one's own", many("x = 1", 1000), full()),
        ("brackets in brackets", broken_cell("x = " + "(" * 100_000 + ")" * 100_000), full()),
        ("minus after minus", broken_cell("x = " + "-" * 500_000 + "1"), full()),
        ("a name after a name", broken_cell("x = a" + ".a" * 200_000), full()),
        ("ifs in ifs", broken_cell("".join(" " * n + "if x:\n" for n in range(150)) + " " * 150 + "1"), full()),
        ("a very large power", broken_cell("x = 9 ** 9 ** 9 if 0 else 1"), full()),
        ("a text times a number", broken_cell("x = ['y'] * (1 << 28)"), full()),
        ("unmarshalled", broken_cell("import marshal\nmarshal.loads(b'\\xfb' * 99)"), full()),
        ("defs, one after another", broken_cell("def \n" * 50_000), full()),
    )
)

MACHINE = (*STOPS, *GOES_ON, *NAMES, *READ)
