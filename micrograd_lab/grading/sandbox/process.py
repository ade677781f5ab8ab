"""Run answers in a sandbox: bubblewrap where it is there, and limits on what can be used up everywhere.

Without bubblewrap the limits still hold, but the code can read what the user who grades can read.
"""

import atexit
import contextlib
import ctypes
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict
from pathlib import Path

from . import bubblewrap, python
from .user import ids, is_root

START = "import sys; sys.path.insert(0, {stage!r}); from inside import spawner; spawner.main({setting!r})"
MOST = 6  # spawners that a thread keeps, each for a lesson and what its notebooks import
LONGEST = 1 << 22
kept = threading.local()


class Gone(OSError):
    """The spawner has ended, or says nothing any more."""


class Spawner:
    """A sandbox that waits for jobs (inside/spawner.py): answers run in it one after another, each in a new process."""

    def __init__(self, stage, sandboxed, preloaded=()):
        self.sandboxed = sandboxed
        self.room = tempfile.TemporaryDirectory(prefix="grading-")
        os.chmod(self.room.name, 0o711)
        path = ["/packages"] if sandboxed else python.places()
        start = START.format(
            stage="/stage" if sandboxed else str(stage), setting={"path": path, "import": list(preloaded)}
        )
        command = [python.executable(), "-P", "-S", "-s", "-B", "-c", start]
        if sandboxed:
            command = [*bubblewrap.command(str(stage), is_root()), *command]
        with _same_addresses():
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd="/",
                env=bubblewrap.ENVIRONMENT | {"HOME": self.room.name},
                start_new_session=True,
                bufsize=0,
            )
        with contextlib.suppress(OSError):  # where memory runs out, this is what the system ends first
            Path(f"/proc/{self.process.pid}/oom_score_adj").write_text("1000")
        try:
            letter, body = self._read(time.monotonic() + 60)
        except Gone:
            self.close()
            raise
        self.filter = letter == b"R" and json.loads(body)["filter"]

    def run(self, task, limits, seconds, reply):
        """How the answer's process ended. `reply(line)` gets each line that it says, as bytes, and gives the line that
        it is told, None for no word, or b"" to end it."""
        lowest, users = ids()
        job = {"task": task, "limits": asdict(limits), "seconds": seconds, "sandboxed": self.sandboxed}
        job |= {"room": self.room.name, "lowest": lowest, "users": users}
        self._write(b"J", json.dumps(job).encode())
        last, left = time.monotonic() + limits.wall + 10, b""
        while True:
            letter, body = self._read(last)
            if letter == b"E":
                if body.startswith(b"none"):
                    raise Gone(body.decode())
                return body.decode()
            *lines, left = (left + body).split(b"\n")
            for line in lines:
                said = reply(line)
                if said is not None:
                    self._write(b"S", said + b"\n" if said else b"")
            if len(left) > LONGEST:
                left = b""

    def close(self):
        """End it, and all that runs in it."""
        with contextlib.suppress(OSError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):
                pipe.close()
        self.room.cleanup()

    def _write(self, letter, body):
        frame = memoryview(letter + len(body).to_bytes(4, "big") + body)
        try:
            while frame:
                frame = frame[self.process.stdin.write(frame) :]
        except OSError:
            raise Gone from None

    def _read(self, last):
        head = self._exactly(5, last)
        return head[:1], self._exactly(int.from_bytes(head[1:], "big"), last)

    def _exactly(self, many, last):
        parts, fd = [], self.process.stdout.fileno()
        while many:
            left = last - time.monotonic()
            more = os.read(fd, many) if left > 0 and select.select([fd], [], [], left)[0] else b""
            if not more:
                raise Gone
            parts.append(more)
            many -= len(more)
        return b"".join(parts)


def run(task, stage, limits, seconds, sandboxed, reply, preloaded=()):
    """Run a task in this thread's sandbox for the stage; a sandbox that is gone is made anew, once. It then ends as
    "exit" where it still will not."""
    for _ in range(2):
        try:
            return spawner(stage, sandboxed, preloaded).run(task, limits, seconds, reply)
        except Gone:
            spawners().pop((str(stage), sandboxed, preloaded)).close()
            reply(None)
    return "exit"


def spawner(stage, sandboxed, preloaded=()):
    """The one of this thread."""
    key, own = (str(stage), sandboxed, preloaded), spawners()
    if key in own:
        own[key] = own.pop(key)  # the last used one is the last to go
    else:
        while len(own) >= MOST:
            own.pop(next(iter(own))).close()
        own[key] = Spawner(stage, sandboxed, preloaded)
    return own[key]


def spawners():
    if not hasattr(kept, "spawners") or kept.pid != os.getpid():
        kept.spawners, kept.pid = {}, os.getpid()
        atexit.register(_close, kept.spawners, kept.pid)
    return kept.spawners


def _close(own, pid):
    if pid == os.getpid():
        for one in own.values():
            one.close()


@contextlib.contextmanager
def _same_addresses():
    """What starts here has its memory at the same addresses each time: a set of objects then has the same order."""
    if sys.platform != "linux":
        yield
        return
    personality = ctypes.CDLL(None).personality
    before = personality(0xFFFFFFFF)
    personality(before | 0x0040000)  # ADDR_NO_RANDOMIZE
    try:
        yield
    finally:
        personality(before)
