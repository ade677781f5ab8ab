"""bubblewrap: what a learner's code sees, and whether it can be had here.

Inside there are Python, NumPy, an empty folder of its own and the stage (stage.py): no network, no home, no other
process, nothing to write to that lasts.
"""

import os
import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path

from . import python
from .limits import Limits

ABSENT = "no bubblewrap (bwrap) on this {platform} machine"
REFUSED = "bubblewrap, which may not start here: it needs Linux namespaces, and some containers refuse them"

ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "PYTHONHASHSEED": "0",  # sets of names come in the same order in every run
    "PYTHONUTF8": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MPLBACKEND": "agg",
    "MPLCONFIGDIR": "/tmp",
    "IPYTHONDIR": "/tmp",
}


def kind():
    """How learners' code is kept apart here: "bubblewrap", or "limits" where only those can be had."""
    return "bubblewrap" if _works() else "limits"


def why_not():
    """What is missing for a sandbox, in words."""
    if shutil.which("bwrap") is None:
        return ABSENT.format(platform=sys.platform)
    return REFUSED


def command(stage, root):
    """bubblewrap's command: what there is inside, and no more. What comes later covers what came before."""
    drop = ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]
    # What the keeper of an answer needs to take all rights from it, and to give it a place of its own (confine.py).
    rights = ("CAP_SYS_ADMIN", "CAP_SETUID", "CAP_SETGID", "CAP_KILL") if root else ("CAP_SYS_ADMIN",)
    drop += [] if root else ["--unshare-user", "--disable-userns"]
    drop += ["--cap-drop", "ALL", *(part for right in rights for part in ("--cap-add", right))]
    places = [Path("/packages"), *(parent for path in python.folders() for parent in Path(path).parents)]
    # bubblewrap makes folders on the way that only root may enter.
    ways = [("--perms", "0755", "--dir", str(path)) for path in sorted({*places} - {Path("/")})]
    binds = [part for path in python.folders() for part in ("--ro-bind", path, path)]
    links = [part for name, to in python.links() for part in ("--symlink", to, name)]
    hidden = [part for path in python.hidden() for part in ("--tmpfs", path)]
    own = [part for name, path in python.packages().items() for part in ("--ro-bind", path, f"/packages/{name}")]
    return [
        *("bwrap", *drop, "--die-with-parent", "--new-session", "--clearenv"),
        *(part for name, value in ENVIRONMENT.items() for part in ("--setenv", name, value)),
        *(*(part for way in ways for part in way), *binds, *links, *hidden, *own),
        *("--dev", "/dev", "--perms", "1777", "--size", str(32 << 20), "--tmpfs", "/tmp"),
        *("--ro-bind", stage, "/stage", "--chdir", "/", "--remount-ro", "/dev", "--remount-ro", "/"),
    ]


@cache
def _works():
    """Whether an answer's process can be begun in it: with its namespaces, and the filter of system calls."""
    from .process import Gone, Spawner
    from .stage import make

    if shutil.which("bwrap") is None:
        return False
    with tempfile.TemporaryDirectory() as stage:
        os.chmod(stage, 0o755)
        said = []
        task = {"cells": [], "files": {}, "forgives": False, "check_modules": {}, "names": {}, "seconds": 5}
        try:
            spawner = Spawner(make("", Path(stage) / "stage"), sandboxed=True)
        except (Gone, OSError):
            return False
        try:
            spawner.run(task, Limits(), 5, lambda line: said.append(line))
            return any(b'"names"' in line for line in said)  # the last word of a run that could begin
        except Gone:
            return False
        finally:
            spawner.close()
