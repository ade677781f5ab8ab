"""The exercises of a lesson, and where they stand."""

from .hint import Hint
from .outcome import in_points


class Lesson:
    """The exercises of a lesson."""

    def __init__(self, number, title, exercises):
        self.number, self.title, self.exercises = number, title, tuple(exercises)

    def summary(self):
        """Where each exercise of this lesson stands, with points."""
        lines = [repr(exercise) for exercise in self.exercises]
        reached = sum(e.earned() for e in self.exercises if e.outcome is not None)
        total = sum(e.points for e in self.exercises)
        return Hint("\n".join([*lines, f"Lesson {self.number}: {round(reached, 2):g} of {in_points(total)}."]))
