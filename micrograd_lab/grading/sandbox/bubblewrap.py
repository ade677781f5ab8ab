"""bubblewrap: what a learner's code sees, and whether it can be had here.

Inside there are Python, NumPy, an empty folder of its own and the stage (stage.py): no network, no home, no other
process, nothing to write to that lasts.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from . import python
from .user import user_id

ABSENT = "no bubblewrap (bwrap) on this {platform} machine"
REFUSED = "bubblewrap, which may not start here: it needs Linux namespaces, and some containers refuse them"

ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "PYTHONHASHSEED": "0",  # sets of names come in the same order in every run
    "PYTHONUTF8": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MPLBACKEND": "agg",
}


def kind():
    """How learners' code is kept apart here: "bubblewrap", or "limits" where only those can be had."""
    return "bubblewrap" if _works() else "limits"


def why_not():
    """What is missing for a sandbox, in words."""
    if shutil.which("bwrap") is None:
        return ABSENT.format(platform=sys.platform)
    return REFUSED


def command(stage, user):
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


@cache
def _works():
    if shutil.which("bwrap") is None:
        return False
    with tempfile.TemporaryDirectory() as stage:
        os.chmod(stage, 0o755)
        words = [*command(stage, user_id()), python.executable(), "-S", "-s", "-c", "import json"]
        return subprocess.run(words, capture_output=True, timeout=60).returncode == 0
