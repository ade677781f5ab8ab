"""The exercises of a lesson, and where they stand."""

from .outcome import Hint, in_points

STANDS = "Lesson {number}: {reached:g} of {points}."


class Lesson:
    """The exercises of a lesson, a tuple in order. `number` is its own, as "05"."""

    def __init__(self, number, title, exercises):
        self.number, self.title, self.exercises = number, title, tuple(exercises)

    def summary(self):
        """Where each exercise of this lesson stands, with points: a Hint, a line each and one for the sum."""
        lines = [repr(exercise) for exercise in self.exercises]
        reached = sum(e.earned() for e in self.exercises if e.outcome is not None)
        total = sum(e.points for e in self.exercises)
        return Hint(
            "\n".join([*lines, STANDS.format(number=self.number, reached=round(reached, 2), points=in_points(total))])
        )
