"""From the points of the checks to those that count: points by hand, late days and weights, each with its reason."""

import math
from dataclasses import dataclass, field
from typing import ClassVar

from ..checks.outcome import in_points
from .handout import handout
from .marking.notebook import possible
from .spreadsheet import figure

CLASS = "*"
GIVEN, ADDED = "{points} of {of} by hand: {comment}", "{change} by hand: {comment}"
LOWERED = "{said} (this takes {points} away)"
HELD = "{said} (it comes to {points}, and no further)"
OF_EXERCISE = "{exercise}: {said}"
LATE, FREE = "{days} late: {points} off, {penalty} % for each", "{days} late: nothing off"
LATE_AFTER = "{days} late: {points} off, {penalty} % for each after {free}"
OPTION_COUNTS = "--{name} {option} counts, and not the {column} {value} in line {number} of {path}."
DAYS = "1 day", "{days} days"


@dataclass(frozen=True)
class Line:
    """One line of a teacher's adjustments; what it says nothing of is None or "". `id` is "*" of the whole class."""

    PLACE: ClassVar = ("number", "id", "lesson", "exercise")
    NUMBERS: ClassVar = ("points", "change", "late_days", "weight", "late_penalty", "late_free")

    number: int
    id: str
    lesson: str = ""
    exercise: str = ""
    points: float | None = None
    change: float | None = None
    late_days: float | None = None
    weight: float | None = None
    late_penalty: float | None = None
    late_free: float | None = None
    comment: str = ""


@dataclass(frozen=True)
class LeftOut:
    """A line of a table that cannot be followed: where it is, for whom it is, what was found and what to try."""

    SAID: ClassVar = "asked: line {number} of {path}{who}\nfound: {found}\ntry:   {tries}"
    FOR: ClassVar = ", for {who}"

    number: int
    path: str
    who: str
    found: str
    tries: str

    def __str__(self):
        who = self.FOR.format(who=self.who) if self.who else ""
        return self.SAID.format(**{**vars(self), "who": who})


@dataclass(frozen=True)
class Final:
    """What somebody gets for a lesson: `total` is `checks`, plus `by_hand`, minus `late`; all of them are points.

    `exercises` is {number: points}, `said` are the reasons of whatever was changed, as (exercise or "", sentence),
    `lowered` those of them by which points by hand are fewer than there were without, and `given` says whether there
    are points by hand.
    """

    checks: float = 0.0
    by_hand: float = 0.0
    late: float = 0.0
    late_days: float | None = None
    total: float = 0.0
    weight: float = 1.0
    exercises: dict = field(default_factory=dict)
    said: tuple = ()
    lowered: tuple = ()
    given: bool = False

    @property
    def reasons(self):
        """All reasons as sentences."""
        return [_reason(*one) for one in self.said]

    @property
    def warnings(self):
        """The reasons of points by hand that are fewer than there were without, as sentences."""
        return [_reason(*one) for one in self.lowered]


@dataclass(frozen=True)
class Adjusted:
    """All that is adjusted by hand in a class; `wrong` are the lines that were LeftOut."""

    lines: tuple = ()
    penalty: float | None = None
    free: float | None = None
    wrong: tuple = ()

    def weight(self, lesson, who=CLASS):
        """How often a lesson counts, for somebody or for the class."""
        return self._last("weight", lesson, (CLASS, who), 1.0)

    def for_all(self, lesson):
        """What is said to the whole class about a lesson, beside points by hand."""
        return [line.comment for line in self.lines if _said_to_all(line) and line.lesson in ("", lesson)]

    def settled(self, path):
        """Which of two counts, in sentences: an option beside another number in the file at `path`."""
        for column, option in (("late_penalty", self.penalty), ("late_free", self.free)):
            for line in self.lines:
                value = getattr(line, column)
                if None not in (option, value) and option != value:
                    numbers = {"option": figure(option), "value": figure(value), "number": line.number, "path": path}
                    yield OPTION_COUNTS.format(name=column.replace("_", "-"), column=column, **numbers)

    def final(self, row):
        """The Final of a row."""
        lines = self._of(row)
        exercises = {one["number"]: one["earned"] for one in row.exercises}
        reasons, lowered = [], []
        for line in (line for line in lines if line.exercise):
            of = handout(row.lesson).given[line.exercise].exercise.points
            before = exercises.get(line.exercise, 0.0)
            exercises[line.exercise], said = _changed(line, before, of, of)
            reasons.append((line.exercise, said))
            lowered += [(line.exercise, said)] * (line.points is not None and line.points < before)
        total, of = round(sum(exercises.values()), 6), possible(row.lesson)
        for line in (line for line in lines if not line.exercise):
            if line.points is not None or line.change is not None:
                before = total
                total, said = _changed(line, before, of, math.inf)
                reasons.append(("", said))
                lowered += [("", said)] * (line.points is not None and line.points < before)
            elif line.comment:
                reasons.append(("", line.comment))
        days, late = self._last("late_days", row.lesson, (row.id,), None), 0.0
        if row.record is None and not total and not any(line.lesson and line.late_days is not None for line in lines):
            days = None  # late for all lessons, and for this one there is nothing to be late
        if days is not None:
            late, said = self._late(row.lesson, days, total)
            reasons.append(("", said))
        return Final(
            checks=row.earned,
            by_hand=round(total - row.earned, 6),
            late=late,
            late_days=days,
            total=round(total - late, 6),
            weight=self.weight(row.lesson, row.id),
            exercises=exercises,
            said=tuple(reasons),
            lowered=tuple(lowered),
            given=any(line.points is not None or line.change is not None for line in lines),
        )

    def _of(self, row):
        """The lines for a row: those of the class first; where both give points, the learner's own hold."""
        fits = [line for line in self.lines if line.lesson in ("", row.lesson)]
        own = [line for line in fits if line.id == row.id != CLASS]
        mine = {line.exercise for line in own if line.points is not None}
        everybody = [line for line in fits if line.id == CLASS and row.record is not None]
        everybody = [line for line in everybody if line.points is None or line.exercise not in mine]
        # What is to be comes before what is added to it.
        return sorted([*everybody, *own], key=lambda line: (line.points is None, line.id != CLASS, line.number))

    def _late(self, lesson, days, points):
        """(the points that late days take off, what is said of them)."""
        penalty, free = (
            self._last(column, lesson, (CLASS,), 0.0) if option is None else option
            for column, option in (("late_penalty", self.penalty), ("late_free", self.free))
        )
        share = min(1.0, max(0, math.ceil(days - free)) * penalty / 100)
        late = round(points * share, 6)
        says = FREE if not late else LATE_AFTER if free else LATE
        said = DAYS[0] if days == 1 else DAYS[1].format(days=figure(days))
        return late, says.format(days=said, points=figure(late), penalty=figure(penalty), free=figure(free))

    def _last(self, column, lesson, people, otherwise):
        """What the lines for a lesson say in a column: the last line, one for a lesson before one for all, and one for
        a later one of `people` before the others."""
        found = [
            (people.index(line.id), line.lesson != "", line.number, getattr(line, column))
            for line in self.lines
            if line.id in people and line.lesson in ("", lesson) and getattr(line, column) is not None
        ]
        return max(found)[-1] if found else otherwise


NOTHING = Adjusted()


def _said_to_all(line):
    return line.id == CLASS and line.points is None and line.change is None and bool(line.comment)


def _reason(number, said):
    return OF_EXERCISE.format(exercise=number, said=said) if number else said


def _changed(line, before, of, most):
    """(the points after a line, what is said of it): what is added leads neither below 0 nor above `most`."""
    if line.points is not None:
        said = GIVEN.format(points=figure(line.points), of=in_points(of), comment=line.comment)
        taken = round(before - line.points, 3)
        return line.points, LOWERED.format(said=said, points=in_points(taken)) if taken > 0 else said
    after = round(min(max(before + line.change, 0.0), most), 6)
    sign = "+" if line.change > 0 else ""
    said = ADDED.format(change=sign + figure(line.change), comment=line.comment)
    return after, said if after == round(before + line.change, 6) else HELD.format(said=said, points=figure(after))
