"""The first process in the sandbox: it never runs a learner's code, and makes a child of itself for each exercise.

A job comes as JSON on standard input; one line of JSON goes out for each task.
"""

import contextlib
import json
import os
import select
import signal
import sys
import time
import warnings

from .stand_ins import install

install()

from . import answer  # noqa: E402 - it imports what install() stands in for


def main():
    job = json.loads(sys.stdin.buffer.read())
    out = os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):  # what is printed costs nothing, however much it is
        os.dup2(null, number)
    sys.path += job["path"]
    warnings.simplefilter("ignore")
    if any("numpy" in cell.get("source", "") for task in job["tasks"] for cell in task["cells"]):
        with contextlib.suppress(ImportError):
            import numpy  # noqa: F401 - once for all children, where one of them asks for it
    unkillable(job)
    for task in job["tasks"]:
        line = json.dumps({"number": task["number"], **attempt(task, job, out)}) + "\n"
        while line:
            line = line[os.write(out, line.encode()[: 1 << 16]) :]  # ASCII: a character is a byte
    os._exit(0)


def unkillable(job):
    """Out of reach for the children where that can be had: no ptrace, and strays come back to this process."""
    if sys.platform != "linux":
        return
    import ctypes

    prctl = ctypes.CDLL(None).prctl
    prctl(4, 0, 0, 0, 0)  # PR_SET_DUMPABLE
    if not job["sandboxed"]:
        prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER


def attempt(task, job, out):
    """What the child wrote, and how it ended: {"raw", "end"}; end is "done", "time", "flood", "signal 9"..."""
    inside, outside = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(out)
            os.close(inside)
            limited(job, task["number"])
            answer.run(task, lambda result: os.write(outside, json.dumps(result).encode() + b"\n"))
        finally:
            os._exit(0)
    os.close(outside)
    raw, end, status = collected(inside, child, job["limits"])
    os.close(inside)
    over(child, job)
    if status is None:
        _, status = os.waitpid(child, 0)
    if end == "done" and os.WIFSIGNALED(status):
        end = f"signal {os.WTERMSIG(status)}"
    while True:  # strays that came back
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                break
        except ChildProcessError:
            break
    return {"raw": raw.decode("utf-8", "replace"), "end": end}


def collected(inside, child, limits):
    """(what arrives, how it ended, the child's status if it is known): until the child has ended, the time is over, or
    it is too much."""
    raw, last, status = b"", time.monotonic() + limits["wall"], None
    while len(raw) <= limits["output"]:
        if time.monotonic() > last:
            return raw, "time", status
        if not select.select([inside], [], [], 0.05 if status is None else 0)[0]:
            if status is not None:  # its own children may still hold the pipe
                return raw, "done", status
            pid, found = os.waitpid(child, os.WNOHANG)
            status = found if pid else None
            continue
        more = os.read(inside, 1 << 16)
        if not more:
            return raw, "done", status
        raw += more
    return raw, "flood", status


def limited(job, number):
    """A folder of its own, another user where there is one to be, and limits on all that can be used up."""
    import resource

    limits = job["limits"]
    pairs = {
        "RLIMIT_CPU": limits["seconds"],
        "RLIMIT_FSIZE": limits["file"],
        "RLIMIT_NOFILE": limits["files"],
        "RLIMIT_NPROC": limits["processes"],
        "RLIMIT_AS": limits["memory"],
        "RLIMIT_CORE": 0,
    }
    if job["user"]:
        os.setgroups([])
        os.setresgid(job["user"], job["user"], job["user"])
        os.setresuid(job["user"], job["user"], job["user"])
    here = os.path.join(job["room"], number.replace(".", "-"))
    os.mkdir(here)
    os.chdir(here)
    os.environ["HOME"] = os.environ["TMPDIR"] = here
    for name, most in pairs.items():
        try:
            resource.setrlimit(getattr(resource, name), (most, most))
        except (AttributeError, ValueError, OSError):
            continue  # a system that does not have this one; the report says what is protected
    os.setsid()


def over(child, job):
    """End the child and all that it has started, also what has left its session."""
    if job["sandboxed"]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(-1, signal.SIGKILL)  # all there are in this sandbox, but for this process
        return
    if job["user"]:
        killer = os.fork()
        if not killer:
            try:
                os.setresuid(job["user"], job["user"], job["user"])
                os.kill(-1, signal.SIGKILL)
            finally:
                os._exit(0)
        os.waitpid(killer, 0)
    for _ in range(200):
        with contextlib.suppress(OSError):
            os.killpg(child, signal.SIGKILL)
        strays = [pid for pid in children() if pid != child]
        for pid in strays:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        if not strays:
            break


def children():
    """The processes that this one is the parent of, where the system lists them."""
    try:
        with open(f"/proc/self/task/{os.getpid()}/children") as listed:
            return [int(pid) for pid in listed.read().split()]
    except OSError:
        return []
