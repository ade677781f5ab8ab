"""What a learner's code may see, copied into a folder: probes and stand-ins, and the engine where it is no answer."""

import ast
import compileall
import py_compile
import shutil
from pathlib import Path

from .course import course

PACKAGE = Path(__file__).resolve().parents[1]
PROBES = PACKAGE / "checks" / "probes"
INSIDE = Path(__file__).resolve().parent / "inside"
# Modules of the package that an answer needs, by lesson. Where none is listed, the engine is what one builds.
MODULES = {"03": ("engine",), "06": ("engine",)}
STUB = '"""The part of micrograd_lab that an answer may use here."""'
REST = """
from inside.inert import INERT


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    return INERT
"""


def staged(lesson, folder):
    """Fill the folder for this lesson; readable for everybody, compiled, with nothing in it that knows an answer."""
    ours = folder / "micrograd_lab"
    (ours / "checks" / "probes").mkdir(parents=True)
    modules = MODULES.get(lesson, ())
    values = "from .engine import Value" if "engine" in modules else ""
    (ours / "__init__.py").write_text("\n".join([STUB, values, REST]))
    (ours / "checks" / "__init__.py").write_text("\n".join([STUB, REST]))
    for name in modules:
        shutil.copy(PACKAGE / f"{name}.py", ours)
    for path in needed(lesson):
        shutil.copy(path, ours / "checks" / "probes")
    shutil.copytree(INSIDE, folder / "inside", ignore=shutil.ignore_patterns("__pycache__"))
    compileall.compile_dir(
        folder, quiet=2, stripdir=str(folder), invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH
    )
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return folder


def needed(lesson):
    """The files of the probes of a lesson, and of those that they import: another lesson's could be its answer."""
    asked = [given.exercise.probe.__module__ for given in course(lesson).given.values()]
    asked += [module for names in course(lesson).faces.values() for module, _ in names.values()]
    left = ["__init__", "run", "plain", *(name.rpartition(".")[2] for name in asked)]
    found = {}
    while left:
        name = left.pop()
        path = PROBES / f"{name}.py"
        if name in found or not path.exists():
            continue
        found[name] = path
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level == 1:
                left += [node.module] if node.module else [alias.name for alias in node.names]
    return sorted(found.values())
