"""Run a job in a sandbox: bubblewrap where it is there, and limits on what can be used up everywhere.

Without bubblewrap the limits still hold, but the code can read what the user who grades can read.
"""

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
from .user import user_id

START = "import sys; sys.path.insert(0, {stage!r}); from inside import spawner; spawner.main()"


def run(job, stage, limits, sandboxed):
    """[{"number", "raw", "end"}], one for each task that wrote anything, at most."""
    user = user_id()
    with tempfile.TemporaryDirectory(prefix="grading-") as room:
        os.chmod(room, 0o1777)
        where = {"room": "/tmp", "stage": "/stage"} if sandboxed else {"room": room, "stage": str(stage)}
        job = {**job, **where, "limits": asdict(limits), "sandboxed": sandboxed, "user": user}
        job["path"] = ["/packages"] if sandboxed else python.packages()
        command = [python.executable(), "-S", "-s", "-B", "-c", START.format(**where)]
        if sandboxed:
            command = [*bubblewrap.command(str(stage), user), *command]
        written = _exchange(command, json.dumps(job).encode(), job["tasks"], limits, room)
        return _entries(written, job["tasks"])


def _exchange(command, job, tasks, limits, room):
    """What the sandbox writes when it is given the `job`, in bytes: no more than these tasks may, and not for ever."""
    most = (limits.output + 4096) * 2 * len(tasks)
    with _same_addresses():
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=room,
            env=bubblewrap.ENVIRONMENT | {"HOME": room},
            start_new_session=os.name == "posix",
        )
    with contextlib.suppress(OSError):  # where memory runs out, this is what the system ends first
        Path(f"/proc/{process.pid}/oom_score_adj").write_text("1000")
    writer = threading.Thread(target=_write, args=(process.stdin, job), daemon=True)
    writer.start()
    written, last = [], time.monotonic() + limits.wall * len(tasks) + 10
    try:
        while sum(map(len, written)) <= most and (left := last - time.monotonic()) > 0:
            if not select.select([process.stdout], [], [], left)[0]:
                break
            more = os.read(process.stdout.fileno(), 1 << 16)
            if not more:
                break
            written.append(more)
    finally:
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        writer.join()
        process.stdout.close()
    return b"".join(written)


def _write(pipe, job):
    with contextlib.suppress(OSError), pipe:
        pipe.write(job)


def _entries(written, tasks):
    """The lines that can be read, of tasks that there are; the first of each."""
    entries = {}
    for line in written.split(b"\n"):
        try:
            entry = json.loads(line)
            entries.setdefault(entry["number"], {name: str(entry[name]) for name in ("number", "raw", "end")})
        except (ValueError, KeyError, TypeError, RecursionError):
            continue
    return [entries[task["number"]] for task in tasks if task["number"] in entries]


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
