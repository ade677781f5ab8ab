"""What was handed out for a lesson: its exercises in order, the cells that are given, the stubs, and right answers."""

import marshal
import re
from dataclasses import dataclass
from functools import cache

from .. import checks
from ..checks import handout as built

NO_HANDOUT = "asked: to grade lesson {lesson}\nfound: exercises of {lessons}\ntry:   one of these"


@dataclass(frozen=True)
class HandedOut:
    """One exercise as it was handed out: `learner` is what its check takes, `names` what its answer cell defines.

    `attribute` is its name in the check's module, and `probe` the (module, name) of its probe.
    """

    exercise: object
    attribute: str
    stub: str
    check: str
    learner: str
    names: tuple
    probe: tuple


@dataclass(frozen=True)
class Handout:
    """A lesson's exercise notebook: `order` holds ("given", source) and ("answer", number) in turn.

    `files` are the names under which it was handed out, the first as it is today; `cells` are the given ones in full.
    """

    lesson: str
    files: tuple
    order: tuple
    given: dict
    cells: tuple
    lesson_cells: frozenset
    check_modules: dict

    @property
    def file(self):
        return self.files[0]

    @property
    def name(self):
        """What its lesson is called, as "05_order"."""
        return self.files[-1]

    def numbers_before(self, number):
        found = [text for kind, text in self.order if kind == "answer"]
        return [n for n in found[: found.index(number)] if n in self.given]


@cache
def lessons():
    """The numbers of the lessons whose exercises can be graded."""
    return built.lessons()


@cache
def with_mine():
    """The lessons whose exercises begin with what earlier ones have put into mine.py."""
    given = {lesson: built.read(built.place(lesson))["cells"] for lesson in lessons()}
    return {lesson for lesson, cells in given.items() if any(re.search(r"\bmine\b", cell) for cell in cells)}


@cache
def handout(lesson):
    """The Handout of a lesson, as "05"."""
    content = built.read(built.place(lesson))
    if not content:
        raise FileNotFoundError(NO_HANDOUT.format(lesson=lesson, lessons=", ".join(lessons()) or "no lesson"))
    exercises = {exercise.number: exercise for exercise in checks.lesson(lesson).exercises}
    given = {
        number: HandedOut(
            exercises[number],
            one["attribute"],
            one["stub"],
            one["check"],
            one["learner"],
            tuple(one["names"]),
            tuple(one["probe"]),
        )
        for number, one in content["exercises"].items()
    }
    order = tuple(map(tuple, content["order"]))
    return Handout(
        lesson,
        tuple(content["files"]),
        order,
        given,
        tuple(content["cells"]),
        built.of_page(lesson),
        content["check_modules"],
    )


@cache
def reference(number):
    """A right answer as compiled code without its text; None where this copy has none."""
    source = built.right_answer(number)
    return marshal.dumps(compile(source, "<a right answer>", "exec", optimize=2)) if source else None
