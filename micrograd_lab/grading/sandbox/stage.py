"""What a learner's code may see, copied into a folder: probes and stand-ins, and the engine where it is no answer."""

import ast
import compileall
import py_compile
import shutil
from pathlib import Path

from ... import checks
from ..handout import handout

PACKAGE = Path(__file__).resolve().parents[2]
INSIDE = Path(__file__).resolve().parent / "inside"
STUB = '"""The part of micrograd_lab that an answer may use here."""'
REST = """
from inside.stand_ins import INERT


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    return INERT
"""


def make(lesson, folder):
    """Fill the folder for this lesson, or for none: readable for everybody, compiled, and nothing in it knows an
    answer."""
    ours = folder / "micrograd_lab"
    for path in files_for(lesson):
        (ours / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PACKAGE / path, ours / path)
    # What knows answers, as a lesson's own folder does, is a stand-in: any name of it does nothing.
    for place in (ours, ours / "checks", *ours.glob("checks/lesson_*")):
        values = "from .engine import Value" if (place / "engine.py").exists() else ""
        (place / "__init__.py").write_text("\n".join([STUB, values, REST]))
    shutil.copytree(INSIDE, folder / "inside", ignore=shutil.ignore_patterns("__pycache__"))
    compileall.compile_dir(
        folder, quiet=2, stripdir=str(folder), invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH
    )
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return folder


def files_for(lesson):
    """The files that an answer and its probes need, as paths within the package; no other lesson's: they could be its
    answer."""
    allowed = checks.allows(lesson) if lesson else ()
    left = [f"{PACKAGE.name}.{name}" for name in ("checks.beside.__init__", "checks.beside.run", *allowed)]
    if lesson:
        left += [given.probe[0] for given in handout(lesson).given.values()]
        left += [module for names in handout(lesson).check_modules.values() for module, _ in names.values()]
    found = []
    while left:
        path = Path(*left.pop().split(".")[1:]).with_suffix(".py")
        if path not in found and (PACKAGE / path).exists():
            found.append(path)
            left += imported(path)
    return sorted(found)


def imported(path):
    """The modules of the package that a file of it imports, and what may be some."""
    folder = (PACKAGE.name, *path.parts[:-1])
    for node in ast.walk(ast.parse((PACKAGE / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            start = [*folder[: len(folder) + 1 - node.level], *([node.module] if node.module else [])]
            yield ".".join(start)
            yield from (".".join([*start, alias.name]) for alias in node.names)
