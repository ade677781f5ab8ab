"""Answers that never end, end too much, or use up what there is: they cost their own exercise, and nothing else."""

import re

from .accidents import broken_cell, changed
from .submission import Submission, answered, cell_of, code, full

# Answers to 5.1, each under its family and name. {old} is the right answer.
COST_5_1 = """
## infinite loops: while True
def topological(root):
    while True:
        pass
## infinite loops: one that swallows every exception
def topological(root):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
## infinite loops: in the cell itself
while True:
    pass
## infinite loops: signals ignored
import signal
for n in (2, 14, 15, 24):
    signal.signal(n, signal.SIG_IGN)
def topological(root):
    while True:
        pass
## infinite loops: asleep
import time
def topological(root):
    time.sleep(3600)
## infinite loops: one long call of C
def topological(root):
    return 10 ** 10 ** 10
## ending the process: os._exit in a call
import os
def topological(root):
    os._exit(0)
## ending the process: os._exit in the cell
import os
os._exit(0)
## ending the process: kill -9 of itself
import os
def topological(root):
    os.kill(os.getpid(), 9)
## ending the process: kill -9 of its parent
import os
def topological(root):
    os.kill(os.getppid(), 9)
## ending the process: kill -9 of all
import os
def topological(root):
    os.kill(-1, 9)
## ending the process: SystemExit in a call
def topological(root):
    raise SystemExit
## ending the process: KeyboardInterrupt in a call
def topological(root):
    raise KeyboardInterrupt
## ending the process: a crash of Python
import ctypes
def topological(root):
    ctypes.string_at(0)
## memory: a list that doubles
def topological(root):
    found = [root]
    while True:
        found += found
## memory: bytes
def topological(root):
    kept = []
    while True:
        kept.append(bytearray(1 << 28))
## memory: endless recursion
def topological(root):
    return topological(root)
## memory: a deeper stack
import sys
sys.setrecursionlimit(10**9)
def topological(root):
    return topological(root)
## processes: a fork bomb
import os
def topological(root):
    while True:
        os.fork()
## processes: threads without end
import threading, time
def topological(root):
    while True:
        threading.Thread(target=time.sleep, args=(99,)).start()
## processes: a detached bomb
import os
def topological(root):
    if os.fork() == 0:
        os.setsid()
        while True:
            os.fork()
    os._exit(0)
## output flood: a result without end
def topological(root):
    return ['x' * 10**6] * 10**3
## output flood: a result that is deep
def topological(root):
    found = []
    for _ in range(10**5):
        found = [found]
    return found
## output flood: on every file descriptor
import os
def topological(root):
    while True:
        for n in range(1, 30):
            try:
                os.write(n, b'x' * 65536)
            except OSError:
                pass
## output flood: a drip on every file descriptor
import os, time
def topological(root):
    while True:
        time.sleep(0.001)
        for n in range(1, 30):
            try:
                os.write(n, b'x')
            except OSError:
                pass
## odd results: whole numbers without end
def topological(root):
    return [10 ** 4000] * 5
## odd results: objects that raise when looked at
class Bad:
    def __getattr__(self, name):
        raise MemoryError
    __repr__ = __str__ = __hash__ = None
def topological(root):
    return [Bad()]
## odd results: a pickle that would run
import os
class Pickled:
    def __reduce__(self):
        return os.system, ('touch /tmp/hostile-pickle',)
def topological(root):
    return [Pickled()]
## markup: a script in an error's text
def topological(root):
    raise ValueError("<script>alert(1)</script>")
## markup: a script in a type's name
def topological(root):
    return type("<img src=x onerror=alert(1)>", (), {})()
"""
COST_NOTHING = """
## processes: a detached child
import os, time
if os.fork() == 0:
    os.setsid()
    time.sleep(3600)
    os._exit(0)
{old}
## processes: a detached grandchild that closes all
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.closerange(0, 64)
        time.sleep(3600)
    os._exit(0)
{old}
## disk: fills the disk
try:
    for n in range(99):
        open(f"file{n}", "wb").write(b"x" * 10**7)
except OSError:
    pass
{old}
## disk: one endless file
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
try:
    with open("file", "wb") as file:
        while True:
            file.write(b"x" * 10**6)
except OSError:
    pass
{old}
## network: asks a server
import socket
{old}
try:
    socket.create_connection(("1.1.1.1", 53), 1)
    topological = None
except OSError:
    pass
## network: asks a port of this machine
import socket, os
{old}
for port in range(1, 1024):
    try:
        socket.create_connection(("127.0.0.1", port), 1)
        topological = None
    except OSError:
        pass
"""


def dying(book):
    book["cells"].insert(1, code("import os\nos._exit(0)"))
    cell_of(book, "5.1")["source"] = "import os\nos.kill(os.getpid(), 9)\n"


def listed(text, expected):
    for part in text.split("## ")[1:]:
        head, _, source = part.partition("\n")
        family, name = re.split(": ", head)
        yield Submission(family, name, answered({"5.1": source}), expected)


ATTACKS = (
    *listed(COST_5_1, full(n_5_1=0)),
    *listed(COST_NOTHING, full()),
    Submission("infinite loops", "in a cell of one's own", broken_cell("while True:\n    pass"), full()),
    Submission("ending the process", "os._exit in a cell of one's own", broken_cell("import os\nos._exit(0)"), full()),
    Submission("ending the process", "in cells of its own too", changed(dying), full(n_5_1=0)),
)
