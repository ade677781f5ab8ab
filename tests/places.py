"""Where the notebooks of a lesson are, by its number; and a browser's JavaScript without a browser."""

import shutil
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def node():
    """Node, which Playwright brings along; None where neither is installed."""
    found = find_spec("playwright")
    brought = [Path(folder) / "driver" / "node" for folder in (found.submodule_search_locations if found else ())]
    return shutil.which("node") or next((str(path) for path in brought if path.exists()), None)


def lesson_notebook(lesson):
    """The notebook of a lesson, as "05"."""
    return _only("lessons", lesson)


def exercise_notebook(lesson):
    """What is handed out for it."""
    return _only("exercises", lesson)


def solution_notebook(lesson):
    """The same with its solutions."""
    return _only("solutions", lesson)


def _only(folder, lesson):
    (found,) = (ROOT / folder).glob(f"{lesson}_*.ipynb")
    return found
