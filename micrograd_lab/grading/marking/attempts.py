"""Run a notebook as its kernel would, once for each answer, and then, where one is not right, in other ways that may
show it right: by its name, with the given cells put back, beside right answers to earlier exercises.

An answer is what its check was called with, the last time, when it was called. So what passes in the notebook passes
here, and an early mistake costs its own exercise alone.
"""

from dataclasses import dataclass, field, replace
from functools import cached_property

from ...checks.handout import seed_of
from .. import sandbox
from ..handout import reference
from ..sandbox import python
from . import bench, verdict
from .arrangement import beside, names_in, put_back, sources, without
from .cases import draw_cases
from .own_file import RIGHT
from .reply import Asked, First

GIVEN_BACK = "graded with the given cells as they were handed out: here some are changed or missing"
FORGIVEN = "graded although a cell fails: what stands below the line that fails was run as well"
STOPPED = "{cell} did not end, and was stopped"
LEFT_OUT = "{cell} ended the process, and was left out"
BY_NAME = "graded by its name, as it was when all cells had run"
KILLERS, SLOW = 4, 1.0  # cells that end the process, before one gives up; seconds for a cell that does not end
ENDLESS, SHORT = 2, 20  # so many runs of a notebook may use up all of their time; then each has so many seconds


@dataclass
class Arrangement:
    """Cells in an order, and what their first run has told. `ended` are the places of those that end the process."""

    cells: list
    first: First
    ended: set = field(default_factory=set)
    calls: dict = field(default_factory=dict)
    note: str = ""
    forgives: bool = False
    right: bool = False

    def slow(self):
        return {t["cell"] for t in self.first.troubles if t["error"] == "TimeUp"}


class Attempts:
    """The answers of one notebook, on their way to grades."""

    def __init__(self, handout, cells, stage, settings, who="", files=None, own_file=None):
        self.handout, self.cells, self.stage, self.settings = handout, cells, stage, settings
        self.who, self.files, self.endless, self.told, self.own_file = who, files or {}, 0, {}, own_file
        self.preloaded = python.preloaded("\n".join(cell.source for cell in cells))
        self.own = self._arranged(cells)
        back = put_back(cells, handout)
        self.back = self._arranged(back, GIVEN_BACK) if len(back) > len(cells) else None

    @property
    def me(self):
        """Who the learner is, as the checks that ask for it were told: "" where one was told nothing; else as the cells
        say when they have run."""
        told = [who.strip() for who in self.told.values()]
        return min(told) if told else self.own.first.me.strip() or (self.back.first.me.strip() if self.back else "")

    def notes(self):
        """What is to be said of cells that did not end, or ended the process."""
        for n, cell in enumerate(self.own.cells):
            if n in self.own.slow():
                yield STOPPED.format(cell=cell.name)
            elif n in self.own.ended:
                yield LEFT_OUT.format(cell=cell.name)

    def sources(self):
        """{number: source} of the answers that there are; of others nothing is graded."""
        runs = [one for one in (self.back, self.own) if one]
        called = {n: one.cells[at].source for one in runs for n, at in one.first.called.items()}
        return sources(self.cells, self.handout, called)

    def grades(self):
        """{number: Grade} of every exercise of the lesson, in order: an earlier one decides what a later one runs
        beside."""
        grades, own = {}, self.sources()
        for number, given in self.handout.given.items():
            if number not in own:  # what bears its name is the lesson's, if anything does
                grades[number] = verdict.without_answer(given)
                continue
            before = self.endless
            best = self._best(number, [one for one in (self.own, self.back) if one])
            final = best.state == "passed" or self._chosen(best)
            slow = self.endless > before  # it would take as long again, but beside answers that are not its own
            if not (final or slow) and (self.back or self.own).first.troubles:
                best = max(best, self._best(number, [self.forgiven]), key=lambda grade: grade.earned)
            if not final and best.state not in ("passed", "not attempted"):
                failed = [n for n in self._leans_on(number, own) if grades[n].state != "passed" and reference(n)]
                if failed:
                    base = self.back or self.own
                    helped = self._arranged(beside(base.cells, failed, base.first.called, self.handout))
                    other = self._best(number, [helped])
                    if other.earned > best.earned:
                        best = verdict.without_details(other, failed)
            if not final and best.state not in ("passed", "not attempted") and self.own_file:
                best = max(best, self._best(number, [self.righted]), key=lambda grade: grade.earned)
            grades[number] = best
        return grades

    @cached_property
    def forgiven(self):
        """The cells, where each goes on after a statement that fails."""
        return self._arranged((self.back or self.own).cells, FORGIVEN, forgives=True)

    @cached_property
    def righted(self):
        """The cells, beside a right mine.py of an earlier lesson."""
        return self._arranged((self.back or self.own).cells, RIGHT, right=True)

    def _best(self, number, arrangements):
        """The highest Grade of an exercise in these, the first of equals."""
        best = None
        for one in arrangements:
            for call in self._ways(number, one):
                before = self.endless
                grade = self._asked(number, one, call)
                if one.note or not call:
                    grade = verdict.noted(grade, f"{number}: {one.note or BY_NAME}")
                if best is None or (grade.earned, grade.state == "passed") > (best.earned, best.state == "passed"):
                    best = grade
                untouched = grade.state == "not attempted" and one.first.names.get(number) == "same"
                if best.state == "passed" or untouched or self._chosen(best):
                    return best
                if self.endless > before:  # it would take as long again
                    break
        return best or verdict.without_answer(self.handout.given[number])

    def _chosen(self, grade):
        """Whether it is a wrong choice among few: of several that are tried, one would be right."""
        return grade.state == "not yet" and not self._cases(grade.number, "").hidden

    def _ways(self, number, one):
        """The calls after which an exercise is looked at: its check's last, and 0, when all cells have run, for what
        then bears its name: something else, or the same that has changed."""
        calls = one.calls.get(number, 0)
        return [*([calls] if calls else []), *([0] if number in one.first.names else [])]

    def _leans_on(self, number, own):
        """The exercises before this one whose names its cell uses, or the answers do that it uses; in order."""
        words = names_in(own.get(number, "")) | {self.handout.given[number].learner}
        found = []
        for earlier in reversed(self.handout.numbers_before(number)):
            given = self.handout.given[earlier]
            if words & {*given.names, given.learner}:
                found.append(earlier)
                words |= names_in(own.get(earlier, ""))
        return found[::-1]

    def _arranged(self, cells, note="", forgives=False, right=False):
        """Run the cells once. One that ends the process costs itself alone: they are run again without it."""
        one = Arrangement(cells, First(self._numbers, len(cells)), note=note, forgives=forgives, right=right)
        while True:
            task = {**self._task(one), "names": self._names()}
            one.first.begin()  # what a run before has told is of cells that are no longer all run
            self._run(task, 0.0, one.first)
            one.calls |= {n: calls for n, calls in one.first.calls.items() if n in self.handout.given}
            at = one.first.at
            if one.first.whole or at < 0 or at in one.ended or len(one.ended) == KILLERS:
                return one
            one.ended.add(at)

    def _asked(self, number, one, call):
        """The Grade of an exercise after so many calls of its check; 0 is after all cells."""
        given = self.handout.given[number]
        seconds = given.exercise.seconds
        asked = Asked(self._numbers, lambda who: self._cases(number, who), len(one.cells))
        task = self._task(one)
        task["ask"] = {"number": number, "call": call, "learner": given.learner, "probe": given.probe}
        task["ask"]["seconds"] = seconds
        end = self._run(task, seconds * len(self._cases(number, "").all), asked)
        if given.exercise.judge.given and asked.cases:
            self.told[number] = asked.who
        reply = self._told(asked.reply(end, seconds), one)
        return bench.grade(given, self.settings.secret, self._whose(number, asked.who), reply)

    def _told(self, reply, one):
        """The Reply, with its cells by their names."""
        names = {n: cell.name for n, cell in enumerate(one.cells)}
        troubles = tuple({**t, "cell": names.get(t["cell"], "")} for t in reply.troubles)
        return type(reply)(reply.results, troubles, reply.missing, reply.end)

    def _cases(self, number, who):
        return draw_cases(self.handout.given[number].exercise, self.settings.secret, self._whose(number, who))

    def _whose(self, number, who):
        """Whose numbers an exercise is about: "" where all have the same."""
        if not self.handout.given[number].exercise.judge.given:
            return ""
        return self.who if self.settings.personal else who

    def _numbers(self, number, who):
        """An exercise's own numbers, None of none: for whoever asks, or, where each has some, for who is graded."""
        given = self.handout.given.get(number)
        if given is None or not given.exercise.judge.given:
            return None
        return given.exercise.judge.given(seed_of(self.who if self.settings.personal else who))

    def _names(self):
        return {number: given.learner for number, given in self.handout.given.items()}

    def _task(self, one):
        seconds, slow = self.settings.limits.seconds / 2, one.slow()
        known = {
            lesson: {"classes": classes, "checks": {g.attribute: n for n, g in self.handout.given.items()}}
            for lesson, classes in self.handout.check_modules.items()
        }
        cells = without(one.cells, one.ended)
        given = [cell.task(SLOW if n in slow else seconds) for n, cell in enumerate(cells)]
        mine = {"mine": self.own_file.task(one.right)} if self.own_file else {}
        return {"cells": given, "files": self.files, "check_modules": known, "forgives": one.forgives, **mine}

    def _run(self, task, seconds, reply):
        limits, sandboxed = self.settings.limits, self.settings.sandboxed
        most = int(2 * limits.seconds + seconds + 1)
        if self.endless >= ENDLESS:
            limits = replace(limits, wall=min(limits.wall, SHORT))
        end = sandbox.run(task, self.stage, limits, most, sandboxed, reply, self.preloaded)
        self.endless += end in ("time", "signal 9", "signal 24")
        return end
