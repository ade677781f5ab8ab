"""Where this Python lives: what a sandbox has to show, and what it must hide."""

import os
import re
import sys
import sysconfig
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

PROJECT = "micrograd-lab"
EXTRAS = ("lab", "grade")  # of all that is installed, what a learner's kernel has is what an answer may use
PRELOADED = {  # a word of a notebook: what is imported once for all that hold it
    r"\bnumpy\b": ("numpy",),
    r"\bmatplotlib\b|\bplt\b|\bpylab\b": ("numpy", "matplotlib", "matplotlib.pyplot"),
    r"\bsklearn\b": ("numpy", "scipy.special", "sklearn.datasets"),
    r"\bscipy\b": ("numpy", "scipy.special"),
    r"\bipywidgets\b": ("IPython.core.interactiveshell", "ipywidgets"),
    r"\bIPython\b|^[ \t]*[%!?]|\?[ \t]*$": ("IPython.core.interactiveshell", "IPython.display"),
}


@cache
def executable():
    """Python itself, and not a link to it in some environment."""
    return os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable)


@cache
def packages():
    """What the kit installs, as {name in the folder of packages: where it is}; the kit itself is not among it."""
    found, left, seen = {}, [PROJECT], set()
    while left:
        name = left.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            one = distribution(name)
        except PackageNotFoundError:
            continue
        for wanted in one.requires or ():
            if name == PROJECT and not any(extra in wanted.partition(";")[2] for extra in EXTRAS):
                continue
            if name == PROJECT or "extra" not in wanted.partition(";")[2]:
                left.append(re.match(r"[\w.-]+", wanted)[0])
        if name != PROJECT:
            tops = {path.parts[0] for path in one.files or () if path.parts[0] not in ("..", "__pycache__")}
            found |= {top: str(one.locate_file(top)) for top in tops if not top.endswith(".pth")}
    return {top: path for top, path in sorted(found.items()) if os.path.exists(path)}


def places():
    """The folders that hold them, for a Python that is kept apart by limits alone."""
    return sorted({str(Path(path).parent) for path in packages().values()})


def preloaded(text):
    """The modules that a notebook of this text is sure to ask for, in an order that is always the same."""
    wanted = [name for word, names in PRELOADED.items() if re.search(word, text, re.M) for name in names]
    return tuple(dict.fromkeys(wanted))


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
