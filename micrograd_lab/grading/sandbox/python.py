"""Where this Python lives: what a sandbox has to show, and what it must hide."""

import os
import sys
import sysconfig
from functools import cache
from importlib.util import find_spec
from pathlib import Path

PACKAGES = ("numpy", "numpy.libs")  # of all that is installed, what an answer may use


@cache
def executable():
    """Python itself, and not a link to it in some environment."""
    return os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable)


@cache
def packages():
    """The folder that NumPy is in, as a list; empty where it is not installed."""
    found = find_spec("numpy")
    return [str(Path(found.origin).parents[1])] if found and found.origin else []


@cache
def folders():
    """What is bound, read-only: Python's own folders, and the system's libraries."""
    home = Path(executable()).parents[1]
    wanted = [Path("/usr/lib"), Path("/usr/lib64"), Path("/usr/lib32"), Path("/nix/store"), Path("/etc/ld.so.cache")]
    wanted += [path for path in (Path("/lib"), Path("/lib64")) if not path.is_symlink()]
    if str(home) in ("/usr", "/usr/local", "/"):
        wanted += [Path(executable()), Path(sysconfig.get_path("stdlib")), Path(sysconfig.get_path("platstdlib"))]
        wanted += (home / "lib").glob("libpython*")
    else:
        wanted.append(home)
    kept = []
    for path in dict.fromkeys(wanted):
        if path.exists() and not any(path.is_relative_to(other) for other in kept):
            kept.append(path)
    return [str(path) for path in kept]


def links():
    """(name, where it leads) of /lib and the like, where they are links."""
    return [(f"/{name}", os.readlink(f"/{name}")) for name in ("lib", "lib64") if os.path.islink(f"/{name}")]


@cache
def hidden():
    """Folders of installed packages within what is bound, and this project where it lies there."""
    shown, found = [Path(path) for path in folders()], []
    project = Path(__file__).resolve().parents[3]
    names = [Path(path) for path in sys.path if "-packages" in path]
    names += [path for folder in shown for pattern in PLACES for path in folder.glob(pattern)]
    for path in dict.fromkeys([*names, project]):
        if path.is_dir() and not path.is_symlink() and any(path.is_relative_to(folder) for folder in shown):
            found.append(str(path))
    return found


PLACES = ("site-packages", "python3*/site-packages", "python3*/dist-packages", "lib/python3*/site-packages")
