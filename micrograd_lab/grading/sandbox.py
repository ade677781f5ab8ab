"""Run a job in a sandbox: bubblewrap where it is there, and limits on what can be used up everywhere.

With bubblewrap a learner's code sees Python, NumPy, its own empty folder and the stage (stage.py): no network, no
home, no other process, nothing to write to that lasts. Without it the limits still hold, but the code can read what
the user who grades can read.
"""

import contextlib
import ctypes
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from . import python

START = "import sys; sys.path.insert(0, {stage!r}); from inside import zygote; zygote.main()"


@dataclass(frozen=True)
class Limits:
    """Of one exercise: seconds of processor time and of the clock, bytes of memory, of a file and of results."""

    seconds: int = 20
    wall: int = 100
    memory: int = 768 << 20
    file: int = 8 << 20
    output: int = 4 << 20
    files: int = 64
    processes: int = 24


class NoSandbox(OSError):
    """What is asked for cannot be had on this machine."""


def kind():
    """How learners' code is kept apart here: "bubblewrap", or "limits" where only those can be had."""
    return "bubblewrap" if _bubblewrap_works() else "limits"


def why_not():
    """What is missing for a sandbox, in words."""
    if shutil.which("bwrap") is None:
        return f"no bubblewrap (bwrap) on this {sys.platform} machine"
    return "bubblewrap, which may not start here: it needs Linux namespaces, and some containers refuse them"


def check_limits():
    """NoSandbox where nothing would stop learners' code: on Windows, or where only root can run Python."""
    if os.name != "posix":
        raise NoSandbox(
            "asked: to grade on Windows\nfound: no way here to hold a learner's code to limits\n"
            "try:   grade on Linux, for example in WSL, where there is bubblewrap too"
        )
    if not _is_root():
        return
    code = f"import os; os.setresuid(*[{_user()}] * 3); import random, json"
    done = subprocess.run([python.executable(), "-S", "-s", "-c", code], capture_output=True, timeout=60)
    if done.returncode:
        raise NoSandbox(
            f"asked: to grade as root, without a sandbox\nfound: {why_not()}, and a Python that only root can read\n"
            "try:   grade as another user, or install bubblewrap"
        )


def run(job, stage, limits, jailed):
    """[{"number", "raw", "end"}], one for each task that was told of, at most."""
    user = _user() if _is_root() else 0
    with tempfile.TemporaryDirectory(prefix="grading-") as room:
        os.chmod(room, 0o1777)
        where = {"room": "/tmp", "stage": "/stage"} if jailed else {"room": room, "stage": str(stage)}
        job = {**job, **where, "limits": asdict(limits), "jailed": jailed, "user": user}
        job["path"] = ["/packages"] if jailed else python.packages()
        command = [python.executable(), "-S", "-s", "-B", "-c", START.format(**where)]
        if jailed:
            command = [*_wall(str(stage), user), *command]
        return _told(_talk(command, json.dumps(job).encode(), job["tasks"], limits, room), job["tasks"])


def _talk(command, said, tasks, limits, room):
    """What the sandbox writes, when it is given `said`; as much as so many tasks may write, and not for ever."""
    most = (limits.output + 4096) * 2 * len(tasks)
    with _same_addresses():
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=room,
            env=ENVIRONMENT | {"HOME": room},
            start_new_session=os.name == "posix",
        )
    with contextlib.suppress(OSError):  # where memory runs out, this is what the system ends first
        Path(f"/proc/{process.pid}/oom_score_adj").write_text("1000")
    writer = threading.Thread(target=_write, args=(process.stdin, said), daemon=True)
    writer.start()
    heard, last = [], time.monotonic() + limits.wall * len(tasks) + 10
    try:
        while sum(map(len, heard)) <= most and (left := last - time.monotonic()) > 0:
            if not select.select([process.stdout], [], [], left)[0]:
                break
            more = os.read(process.stdout.fileno(), 1 << 16)
            if not more:
                break
            heard.append(more)
    finally:
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        writer.join()
        process.stdout.close()
    return b"".join(heard)


def _write(pipe, said):
    with contextlib.suppress(OSError), pipe:
        pipe.write(said)


def _told(heard, tasks):
    """The lines that can be read, of tasks that there are; the first of each."""
    told = {}
    for line in heard.split(b"\n"):
        try:
            entry = json.loads(line)
            told.setdefault(entry["number"], {name: str(entry[name]) for name in ("number", "raw", "end")})
        except (ValueError, KeyError, TypeError, RecursionError):
            continue
    return [told[task["number"]] for task in tasks if task["number"] in told]


ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "PYTHONHASHSEED": "0",  # sets of names come in the same order in every run
    "PYTHONUTF8": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MPLBACKEND": "agg",
}


def _wall(stage, user):
    """bubblewrap's command: what there is inside, and no more. What comes later covers what came before."""
    drop = ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]
    if user:  # root gives up its rights inside, and keeps those it needs to do so for each child
        drop += ["--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_KILL"]
    else:
        drop += ["--unshare-user", "--disable-userns", "--cap-drop", "ALL"]
    places = [Path("/packages"), *(parent for path in python.folders() for parent in Path(path).parents)]
    # bubblewrap makes folders on the way that only root may enter.
    ways = [("--perms", "0755", "--dir", str(path)) for path in sorted({*places} - {Path("/")})]
    binds = [part for path in python.folders() for part in ("--ro-bind", path, path)]
    links = [part for name, to in python.links() for part in ("--symlink", to, name)]
    hidden = [part for path in python.hidden() for part in ("--tmpfs", path)]
    own = [part for path in python.packages() for name in python.PACKAGES for part in _bound(Path(path) / name)]
    return [
        *("bwrap", *drop, "--die-with-parent", "--new-session", "--clearenv"),
        *(part for name, value in ENVIRONMENT.items() for part in ("--setenv", name, value)),
        *(*(part for way in ways for part in way), *binds, *links, *hidden, *own),
        *("--dev", "/dev", "--perms", "1777", "--size", str(32 << 20), "--tmpfs", "/tmp"),
        *("--ro-bind", stage, "/stage", "--chdir", "/tmp", "--remount-ro", "/dev", "--remount-ro", "/"),
    ]


def _bound(path):
    return ("--ro-bind", str(path), f"/packages/{path.name}") if path.exists() else ()


def _is_root():
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _user():
    """A user id that nobody has, and no other sandbox of this moment: limits count by user."""
    return (1 << 30) + threading.get_native_id() if _maps_all_users() else 20000 + threading.get_native_id() % 40000


@cache
def _maps_all_users():
    with contextlib.suppress(OSError, ValueError):
        return int(Path("/proc/self/uid_map").read_text().split()[2]) >= 1 << 31
    return False


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


@cache
def _bubblewrap_works():
    if shutil.which("bwrap") is None:
        return False
    with tempfile.TemporaryDirectory() as stage:
        os.chmod(stage, 0o755)
        command = [*_wall(stage, _user() if _is_root() else 0), python.executable(), "-S", "-s", "-c", "import json"]
        return subprocess.run(command, capture_output=True, timeout=60).returncode == 0
