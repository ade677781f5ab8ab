"""Checks that answer at once: one module a lesson, as in `from micrograd_lab.checks import lesson_05 as check`.

Each exercise has a probe, which runs the learner's object on cases and gives plain numbers, and a judge, which
knows the right numbers and recognises misconceptions by theirs.
"""

from importlib import import_module

from .exercise import Exercise, Lesson
from .judge import Judge, Misconception
from .outcome import Incorrect, NotAttempted, Outcome, Passed

__all__ = ["Exercise", "Incorrect", "Judge", "Lesson", "Misconception", "NotAttempted", "Outcome", "Passed", "lesson"]


def lesson(number):
    """The Lesson of this number, as "05": its exercises in order."""
    return import_module(f"{__name__}.lesson_{number}").lesson
