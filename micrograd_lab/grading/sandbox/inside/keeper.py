"""The process beside an answer's: it hands on what is said, counts the time, and ends what does not end.

In come frames (frames.py): J is a job, as JSON; S is a line for the answer, of the job before it; an empty one ends it.
Out go: L is what the answer's process wrote; E is how it ended, and the last of a job: "done", "time", "flood",
"stopped", "signal 9"; or "none", and why there was no process.
"""

import contextlib
import json
import os
import select
import shutil
import signal
import time

from . import answer, confine
from .frames import read, write

OVER = 7  # an exit code: the spawner has nothing more to do


def main(out):
    """Keep one answer; OVER where nobody wants one any more."""
    while True:
        letter, body = read(0)
        if not letter:
            return OVER
        if letter == b"J":
            break
    job = json.loads(body)
    del body
    job["user"] = confine.user(job)
    try:
        here = confine.apart(job)
    except OSError as error:
        write(out, b"E", b"none " + str(error).encode())
        return 0
    end = _kept(job, here, out)
    if not job["sandboxed"]:
        shutil.rmtree(here, ignore_errors=True)
    write(out, b"E", end.encode())
    return 0


def _kept(job, here, out):
    heard, said = os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        with contextlib.suppress(BaseException):
            _shut_but(heard[0], said[1])
            confine.confined(job, here)
            answer.run(job["task"], heard[0], said[1])
        os._exit(0)
    os.close(heard[0])
    os.close(said[1])
    job["task"] = None
    end = _relayed(child, heard[1], said[0], out, job["limits"])
    with contextlib.suppress(OSError):  # where new processes cannot be refused
        os.killpg(child, signal.SIGKILL)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return end


def _shut_but(*ends):
    """Leave nothing open but these two and 0 to 2, opened anew: what is set on an open file outlives a process."""
    null, (one, other) = os.open(os.devnull, os.O_RDWR), sorted(ends)
    for number in (0, 1, 2):
        os.dup2(null, number)
    for first, last in ((3, one), (one + 1, other), (other + 1, 256)):
        os.closerange(first, last)


def _relayed(child, to, of, out, limits):
    """How it ended. What it says goes on at once; it ends when its pipe does, when its time is over, or at a flood."""
    last, most = time.monotonic() + limits["wall"], limits["output"]
    os.set_blocking(to, False)
    while True:
        left = last - time.monotonic()
        if left <= 0:
            return "time"
        ready = select.select([of, 0], [], [], min(left, 0.5))[0]
        if of in ready:
            more = os.read(of, 1 << 16)
            if not more:
                break
            most -= len(more)
            if most < 0:
                return "flood"
            write(out, b"L", more)
        if 0 in ready:
            letter, line = read(0)
            if not letter:
                os._exit(OVER)
            if not line:
                return "stopped"
            while line:  # a line is small; one that nobody takes costs the answer its time
                try:
                    line = line[os.write(to, line) :]
                except BlockingIOError:
                    if time.monotonic() > last or (not select.select([], [to], [], 0.5)[1] and _ended(child)):
                        return "time"
                except BrokenPipeError:
                    break
        if not ready and _ended(child):
            break
    for _ in range(250):  # it has nothing more to say, and may be ending
        if found := _ended(child):
            return "done" if found.si_code == os.CLD_EXITED else f"signal {found.si_status}"
        time.sleep(0.002)
    return "done"


def _ended(child):
    return os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT)
