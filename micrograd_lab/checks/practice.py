"""What a lesson has done on the spot, for no points: a cell to be completed, and a wrong line to be found and mended.

Run All of the page runs it too. What the page's own cells made is no attempt of the learner's, and is not kept.
"""

import ast
from dataclasses import dataclass

from .. import cells, journal
from .exercise import AFTER_AN_ATTEMPT, Exercise
from .handout import digest, of_page
from .outcome import Hint, Incorrect, NotAttempted, Passed

BLANK = "There is still a blank, `...`, in the cell that makes it. Fill it in, run that cell, then run this one again."
MEND = "find the line that does it and change it. Run that cell, then run this one again."
STANDS, NOT_CHECKED = "{name}: {state}.", "not checked yet"
NO_SOLUTION = "There is no solution to look up here: the last hint is nearly the code."


@dataclass(frozen=True, repr=False)
class Unchanged(Incorrect):
    """What was checked is as the page made it, and goes wrong: at what, what was expected and what was found."""

    state = "still as it was on the page"


class Practice(Exercise):
    """Call it with what you completed or mended: `check.complete_add(add)`. It belongs to no lesson's points.

    `number` is its id, as "2.a". With one to three `hints`. A `...` in the cell that made what is checked is a blank
    to be filled in; of a cell of the page without one, unchanged, it says what goes wrong, and not why. What a learner
    makes is judged as in any Exercise, and kept in the journal as a "practice". `answer` is a solution, where it shows
    one.
    """

    least_hints = 1

    def __init__(self, number, title, probe, judge, hints, seconds=5.0, answer=""):
        super().__init__(number, title, 0, probe, judge, hints, seconds)
        self.answer, self.lesson = answer, "{:02d}".format(int(number.partition(".")[0]))

    def __call__(self, learner, seed=0, strict=None, who=""):
        """The Outcome of an attempt; it never raises, unless `strict`: then AssertionError with what is wrong."""
        stale = cells.failure_of(learner)
        if stale:
            self.outcome = self.of_failed_cell(stale)
        else:
            source = cells.source_of(learner)
            self.outcome = self._of(learner, source, seed, digest(source) in of_page(self.lesson))
        if strict and not self.outcome:
            raise AssertionError(self.outcome.text)
        return self.outcome

    def hint(self, level=None):
        """The next hint, or the one of this level, from 1 on, as a Hint. After the last it stays the last."""
        told = self.next_hint(level)
        journal.add("practice", lesson=self.lesson, exercise=self.number, hint=self.hinted)
        return told

    def solution(self):
        """A solution as a Hint, once you have tried; a sentence where it shows none."""
        if self.outcome is None or isinstance(self.outcome, (NotAttempted, Unchanged)):
            return Hint(AFTER_AN_ATTEMPT)
        return Hint(self.answer or NO_SOLUTION)

    def __repr__(self):
        return STANDS.format(name=self.name, state=self.outcome.state if self.outcome is not None else NOT_CHECKED)

    def _of(self, learner, source, seed, of_the_page):
        if _has_blank(source):
            return NotAttempted(self.name, 0, "" if of_the_page else BLANK)
        found = self.of_cases(learner, self.cases(seed))
        if not of_the_page:
            self._keep_outcome(found)
        elif isinstance(found, Incorrect):
            seen = {name: getattr(found, name) for name in ("asked", "expected", "got", "right", "cases")}
            return Unchanged(self.name, 0, **seen, tries=MEND)
        return found

    def _keep_outcome(self, found):
        if isinstance(found, (Passed, Incorrect)):
            journal.add(
                "practice",
                lesson=self.lesson,
                exercise=self.number,
                title=self.title,
                outcome=type(found).__name__,
                misconception=getattr(found, "misconception", ""),
            )


def _has_blank(source):
    """Does a cell hold a `...` in the place of something that is to be written?"""
    try:
        return any(isinstance(node, ast.Constant) and node.value is ... for node in ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError):
        return False
