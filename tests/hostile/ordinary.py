"""Run a command as a user without rights, where root's own folders hide Python and the project from such a user."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from places import ROOT

NOBODY = "65534"


def why_not():
    """What stands in the way; "" where it works."""
    if os.geteuid():
        return "an ordinary user runs the tests already"
    if not (shutil.which("unshare") and shutil.which("setpriv")):
        return "needs unshare and setpriv"
    if subprocess.run(["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True).returncode:
        return "root may not mount here"
    return ""


def as_ordinary_user(command, folder):
    """The finished process. In a mount namespace of its own, each folder that only root may enter is covered by an
    empty one, in which what is needed shows up again."""
    project = folder / "project"
    for name in ("micrograd_lab", "course", "solutions"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run(["chmod", "-R", "a+rX", str(project)], check=True)
    subprocess.run(["chown", "-R", NOBODY, str(folder / "in")], check=True)
    (folder / "out").mkdir()
    shutil.chown(folder / "out", int(NOBODY))
    needed = [Path(sys.base_prefix), Path(sys.prefix), folder]
    lines, covered = ["set -e", f"mkdir {folder}/kept"], []
    for n, path in enumerate(needed):
        lines += [f"mkdir {folder}/kept/{n}", f"mount --bind {path} {folder}/kept/{n}"]
    tops = {Path(*path.parts[:2]) for path in needed} - {Path("/usr")}
    for top in sorted(tops):
        if top == Path("/tmp"):
            continue
        covered.append(top)
    # /tmp comes last: it holds what was kept.
    lines += [f"mount --bind {folder}/kept /mnt"]
    lines += [f"mount --rbind {folder}/kept/{n} /mnt/{n}" for n in range(len(needed))]
    lines += [f"mount -t tmpfs -o mode=1777 none {top}" for top in [*covered, Path("/tmp")]]
    for n, path in enumerate(needed):
        lines += [f"mkdir -p {path}", f"mount --rbind /mnt/{n} {path}"]
    words = " ".join(f"'{word}'" for word in command)
    drop = f"setpriv --reuid {NOBODY} --regid {NOBODY} --clear-groups --inh-caps=-all --bounding-set=-all"
    lines += [f"cd {project}", f"exec {drop} env HOME=/tmp PYTHONPATH={project} {words}"]
    return subprocess.run(["unshare", "-m", "sh", "-c", "\n".join(lines)], capture_output=True, text=True, timeout=2300)
