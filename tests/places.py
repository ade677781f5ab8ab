"""Where the notebooks of a lesson are, by its number."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


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
