"""Run an answer: beside the learner's own earlier answers; else beside right ones in their place; else all cells.

An early mistake then costs its own exercise alone, and an answer that leans on a cell of the learner's own is found.
"""

import base64
import re

from ...checks.seed import seed_of
from .. import sandbox
from ..handout import reference
from ..intake.answers import same
from . import verdict
from .cases import draw_cases
from .reply import parse_reply

# How a cell is named to a learner.
GIVEN_CELL, CELL_OF, OWN_CELL = "a cell that is given", "the cell of {number}", "a cell of your own"
RIGHT_ANSWER = "a right answer to {number}"
NO_CELL = "No cell holds an answer."
NEEDS_CELLS = "needs cells of your own beside the answer's"


class Attempts:
    """The answers of one notebook, on their way to grades."""

    def __init__(self, handout, found, stage, secret, limits, sandboxed, who=""):
        self.handout, self.found, self.stage, self.limits, self.sandboxed = handout, found, stage, limits, sandboxed
        self.cases = {n: draw_cases(g.exercise, secret, who if g.exercise.judge.given else "") for n, g in self._given}
        self.who = who
        self.ended = set()  # exercises whose process did not live to the end

    @property
    def _given(self):
        return self.handout.given.items()

    def grades(self):
        """{number: Grade} of every exercise of the lesson."""
        grades = {
            n: verdict.Grade(n, g.exercise.title, float(g.exercise.points), 0.0, "missing", NO_CELL)
            for n, g in self._given
            if n not in self.found.found
        }
        grades |= self._run({n: self._minimal(n) for n, _ in self._given if n in self.found.found})
        for number, _ in self._given:  # in order: an earlier grade decides what a later one runs beside
            if number in self.found.found and grades[number].state != "passed":
                grades[number] = self._better(number, grades)
        return {n: grades[n] for n, _ in self._given}

    def _better(self, number, grades):
        """The grade, or that of another way to run the same answer where it is higher."""
        best = grades[number]
        if same(self.found.found[number], self.handout.given[number].stub):
            return best
        # A cell that ends the process is in the way of those too that do not lean on it.
        before = [n for n in self.handout.numbers_before(number) if n in self.ended or n in self._leans_on(number)]
        failed = [n for n in before if grades[n].state != "passed" and reference(n)]
        if failed:
            other = self._run({number: self._minimal(number, failed)})[number]
            if other.earned > best.earned:
                best = verdict.without_details(other, failed)
        added = any(kind == "other" for _, (kind, _) in self.found.cells)
        if best.state != "passed" and added:
            other = self._run({number: self._whole(number)})[number]
            if other.earned > best.earned:
                best = verdict.noted(other, NEEDS_CELLS)
        return best

    def _leans_on(self, number):
        """The exercises before this one whose names it uses, or the answers do that it uses; in order."""
        words = set(re.findall(r"\w+", self.found.found[number])) | {self.handout.given[number].learner}
        found = []
        for earlier in reversed(self.handout.numbers_before(number)):
            given = self.handout.given[earlier]
            if words & {*given.names, given.learner}:
                found.append(earlier)
                words |= set(re.findall(r"\w+", self.found.found.get(earlier, "")))
        return found[::-1]

    def _run(self, cells):
        """{number: Grade} of these exercises, each from its cells, in one sandbox; what it loses runs again alone."""
        tasks = [self._task(number, cells[number]) for number in cells]
        entries = {entry["number"]: entry for entry in self._written(tasks)}
        for task in tasks:
            if task["number"] not in entries:
                entries |= {entry["number"]: entry for entry in self._written([task])}
        return {number: self._grade(number, entries.get(number)) for number in cells}

    def _written(self, tasks):
        return sandbox.run({"tasks": tasks}, self.stage, self.limits, self.sandboxed) if tasks else []

    def _grade(self, number, entry):
        given, cases = self.handout.given[number], self.cases[number]
        entry = entry or {"raw": "", "end": "exit"}
        reply = parse_reply(entry["raw"], entry["end"], len(cases.all), self._seconds(given))
        if reply.end != "done":
            self.ended.add(number)
        try:
            return verdict.grade_exercise(given, cases, reply)
        except Exception:  # results of a shape that no judge looks for cost their own exercise
            return verdict.unreadable(given)

    def _task(self, number, cells):
        given = self.handout.given[number]
        numbers = {
            g.attribute: g.exercise.judge.given(seed_of(self.who)) for _, g in self._given if g.exercise.judge.given
        }
        check_modules = {lesson: {**known, **numbers} for lesson, known in self.handout.check_modules.items()}
        return {
            "number": number,
            "cells": cells,
            "learner": given.learner,
            "probe": list(given.probe),
            "seconds": self._seconds(given),
            "check_modules": check_modules,
            "cases": list(self.cases[number].all),
        }

    def _seconds(self, given):
        # For one case; a slow and right answer may have several slow ones.
        return min(given.exercise.seconds, self.limits.seconds / 4)

    def _minimal(self, number, replaced=()):
        """What is given, the answers before, and this one; right answers for those that are `replaced`."""
        cells = []
        for kind, text in self.handout.order:
            if kind == "given":
                cells.append({"name": GIVEN_CELL, "source": text})
                continue
            own = self.found.found.get(text)
            if own is not None and not (text in replaced and text in self.ended):
                cells.append({"name": CELL_OF.format(number=text), "source": own})
            if text in replaced:
                code = base64.b64encode(reference(text)).decode()
                cells.append({"name": RIGHT_ANSWER.format(number=text), "code": code})
            if text == number:
                break
        return [cell for cell in cells if cell.get("source") != ""]

    def _whole(self, number):
        """What is given, and then all cells of the notebook, up to this answer or beyond it where names come later."""
        given = [{"name": GIVEN_CELL, "source": text} for kind, text in self.handout.order if kind == "given"]
        own = [(s, kind, n) for s, (kind, n) in self.found.cells if kind in ("answer", "other")]
        own = [(s, kind, n) for s, kind, n in own if kind == "other" or n not in self.ended or n == number]
        named = [{"name": CELL_OF.format(number=n) if n else OWN_CELL, "source": s} for s, _, n in own]
        place = next(i for i, (_, kind, n) in enumerate(own) if kind == "answer" and n == number)
        return [*given, *named[: place + 1]]
