"""An exercise: what is asked, how it is checked, and what helps."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from .. import cells, journal, mine
from .accident import accident, cell_failed
from .beside.run import run_probe
from .handout import right_answer, seed_of
from .judge import Judge, in_words
from .outcome import LEVELS, CellFailed, Hint, Incorrect, NotAttempted, Passed, in_points

RELEASE = Path(__file__).with_name("RELEASE.txt")  # there in a copy for a class (authoring.release)
NAMELESS = "Everyone has their own numbers here: put your name or id between the quotes of `me`, and run that cell."
UNTIL_THEN = "{name}: no name yet. {nameless} Until then you see the lesson's, and the check does not take them."

AFTER_AN_ATTEMPT = "The solution shows after an attempt. A wrong one counts: its message is worth reading."
THE_KITS = "`{name}` is the course's own here. Write yours in the cell above, run it, then run this one again."
HINTLESS = "an exercise has {wanted} hints; {number} has {found}."
NOT_FIXED = "{name} has no fixed numbers; only an exercise that has some gives each their own."
PACKAGE = __name__.partition(".")[0]
LONGEST = 6000  # of a result in words, in signs
STANDS = "{name}: {state}, {reached:g} of {points}."


class Exercise:
    """Call it with what you wrote: `check.backward(backward)`. Stuck? `check.backward.hint()`, three times.

    `number` is its id, as "5.2", and `points` what it is worth. `probe(learner, case)` runs the learner's object on one
    case and gives plain numbers; `judge` knows what they should be. A case has `seconds` of the processor's time.
    `hints` are a question, a pointer, and nearly the code; with more or fewer it is a ValueError. The solution shows
    after an attempt. `outcome` is that of the last one, None before any, and `hinted` the level of the last hint.
    `keeps` is the name under which what passed goes into the learner's mine.py: "Value", or "Value.backward", where a
    function becomes a method; "" of what is not kept.
    """

    least_hints = len(LEVELS)

    def __init__(self, number, title, points, probe: Callable, judge: Judge, hints, seconds=5.0, keeps=""):
        if not self.least_hints <= len(hints) <= len(LEVELS):
            raise ValueError(HINTLESS.format(wanted=len(LEVELS), number=number, found=len(hints)))
        self.number, self.title, self.points, self.seconds = number, title, points, seconds
        self.probe, self.judge, self.hints = probe, judge, tuple(hints)
        self.hinted, self.outcome, self.keeps = 0, None, keeps

    @property
    def name(self):
        """Its number and title, "5.2 backward()": what an Outcome begins with."""
        return f"{self.number} {self.title}"

    def given(self, who=""):
        """The numbers of this exercise, {name: number}: one learner's own, by name or id, or the lesson's for "".

        ValueError where it has no numbers of its own. Where a copy for a class needs to know who asks, it prints so.
        """
        if self.judge.given is None:
            raise ValueError(NOT_FIXED.format(name=self.name))
        if self._asks(who):
            print(UNTIL_THEN.format(name=self.name, nameless=NAMELESS))
        return dict(self.judge.given(seed_of(who)))

    def cases(self, seed=0, who=""):
        """What is asked: a tuple of JSON-like dicts. Fixed numbers change with the learner alone, all else with the
        seed."""
        return self.judge.cases(seed_of(who) if self.judge.given else seed)

    def __call__(self, learner, seed=0, strict=None, who=""):
        """The Outcome of an attempt. `who` is for whom `given(who)` was asked. It never raises, unless `strict`: then
        AssertionError with the text of any outcome but Passed.

        Where nbgrader runs it, it prints the outcome and gives the points as a number: that is what it counts.
        """
        grading = os.environ.get("NBGRADER_EXECUTION") == "autograde"
        stale = None if grading else cells.failure_of(learner) or cells.failure_of(who)
        if stale:
            self.outcome = self.of_failed_cell(stale)
        elif self._asks(who):
            self.outcome = NotAttempted(self.name, self.points, NAMELESS)
        elif _is_the_kits(learner):
            self.outcome = NotAttempted(self.name, self.points, THE_KITS.format(name=learner.__name__))
        else:
            self.outcome = self.of_cases(learner, self.cases(seed, who))
        if not grading and not stale:
            self._put(learner)
            self._keep()
        if strict and not self.outcome:
            raise AssertionError(self.outcome.text)
        if grading and strict is None:
            print(self.outcome.text)
            return self.earned()
        return self.outcome

    def of_failed_cell(self, failure):
        """The Outcome where the cell that should have made what is checked failed, in this way."""
        happened, tries = cell_failed(failure)
        return CellFailed(self.name, self.points, happened=happened, tries=tries)

    def of_cases(self, learner, cases):
        """The Outcome of what a learner wrote, asked these cases."""
        return self.judged(cases, run_probe(self.probe, learner, cases, self.seconds))

    def judged(self, cases, results):
        """The Outcome of these results, one for each case in turn: what a grader calls, far from the learner's code.
        ValueError where there are more of one than of the other."""
        verdict = self.judge.verdict(cases, results)
        if verdict.untouched:
            return NotAttempted(self.name, self.points)
        if verdict.passed:
            return Passed(self.name, self.points, self._remark(cases, results))
        case, result = cases[verdict.first], results[verdict.first]
        failed = isinstance(result, dict) and "error" in result
        seen, known = verdict.misconception, ""
        says, tries = (seen.says, seen.tries) if seen else accident(result, *self._otherwise(case, result))
        if failed and seen:
            known = accident(result)[0]
            known += "" if known.endswith((".", "!", "?")) else "."
        right = sum(verdict.right)
        expected, got = self._shown(verdict.expected, result, failed)
        return Incorrect(
            self.name,
            self.points,
            asked=self.judge.tells(case),
            expected=expected,
            got=got,
            says=f"{known} {says}".strip(),
            tries=tries,
            misconception=seen.name if seen else "",
            right=right,
            cases=len(cases),
            share=self.judge.share(cases, right),
        )

    def earned(self):
        """The points of the last attempt, from 0 to `points`: all, or the share that the right cases are worth."""
        return float(self.points) if self.outcome else self.points * getattr(self.outcome, "share", 0.0)

    def hint(self, level=None):
        """The next hint, or the one of this level, 1 to 3, as a Hint. After the last it stays the last."""
        told = self.next_hint(level)
        journal.add("hint", exercise=self.number, level=self.hinted)
        return told

    def next_hint(self, level=None):
        """The same, and nothing of it is kept."""
        self.hinted = min(level or self.hinted + 1, len(self.hints))
        return Hint(f"{LEVELS[self.hinted - len(self.hints) - 1]}: {self.hints[self.hinted - 1]}")

    def solution(self):
        """A solution as a Hint, once you have tried; before that, and in a copy without solutions, a sentence."""
        if self.outcome is None or isinstance(self.outcome, NotAttempted):
            return Hint(AFTER_AN_ATTEMPT)
        found = right_answer(self.number)
        if not found:
            return Hint("Solutions are not part of this copy.")
        journal.add("solution", exercise=self.number)
        return Hint(found)

    def __repr__(self):
        state, reached = "not checked yet", 0
        if self.outcome is not None:
            state, reached = self.outcome.state, self.earned()
        return STANDS.format(name=self.name, state=state, reached=round(reached, 2), points=in_points(self.points))

    def _asks(self, who):
        return self.judge.given is not None and not seed_of(who) and RELEASE.exists()

    def _shown(self, expected, result, failed):
        """What is expected and what was found, in words; of two that look the same what lies beyond, or nothing."""
        if failed:
            return "", ""
        if self.judge.accepts:
            return "", self._in_words(result)
        words = self.judge.shows(expected), self._in_words(result)
        if words[0] == words[1]:
            beyond = self.judge.beyond(expected), self.judge.beyond(result)
            words = beyond if all(beyond) and beyond[0] != beyond[1] else ("", "")
        return words

    def _in_words(self, result):
        try:
            words = str(self.judge.shows(result))
        except Exception:  # a result of another shape than it looks for
            words = in_words(result)
        return words if len(words) <= LONGEST else words[:LONGEST] + "..."

    def _otherwise(self, case, result):
        try:
            return self.judge.otherwise(case, result)
        except Exception:  # a result of another shape than it looks for
            return "", ""

    def _remark(self, cases, results):
        try:
            return self.judge.remarks(cases, results)
        except Exception:  # a result of another shape than it looks for
            return ""

    def _put(self, learner):
        """Into mine.py, where this is a notebook: what a script or a test checks stands in a file already."""
        if self.keeps and self.outcome and mine.wanted():
            lesson = self.number.split(".")[0]
            self.outcome = replace(self.outcome, kept=mine.keep(self.keeps, learner, lesson))

    def _keep(self):
        outcome = self.outcome
        journal.add(
            "attempt",
            exercise=self.number,
            title=self.title,
            outcome=type(outcome).__name__,
            misconception=getattr(outcome, "misconception", ""),
            points=self.earned(),
            of=self.points,
            **({"kept": self.outcome.kept} if getattr(self.outcome, "kept", "") else {}),
        )


def _is_the_kits(thing):
    """Is this a class or a function of the package, which a page has imported?"""
    place = str(getattr(thing, "__module__", "")).split(".")
    return callable(thing) and hasattr(thing, "__name__") and place[0] == PACKAGE and place[1:2] != ["checks"]
