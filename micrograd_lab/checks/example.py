"""An exercise that a lesson itself shows, to explain what a check is."""

from .exercise import Exercise
from .outcome import Hint


class Example(Exercise):
    """Run All answers it, so the journal keeps nothing of it, and it belongs to no lesson's points."""

    def __init__(self, title, probe, judge, hints, answer):
        super().__init__("Example", title, 1, probe, judge, hints)
        self.answer = answer

    @property
    def name(self):
        return "Example: {title}".format(title=self.title)

    def hint(self, level=None):
        """The next hint, or the one of this level, 1 to 3."""
        return self.next_hint(level)

    def solution(self):
        """A solution, once you have tried."""
        return Hint(self.answer) if self.outcome is not None else super().solution()

    def _keep(self):
        pass
