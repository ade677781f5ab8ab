"""Grade one notebook, from its bytes to a record; whatever is in it, a record comes out."""

import atexit
import base64
import hashlib
import re
import shutil
import tempfile
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path

from ...checks.handout import seed_of
from ..handout import handout, lessons
from ..intake.answers import Unreadable, lesson_of
from ..sandbox import Limits
from ..sandbox.stage import make
from . import bench
from .arrangement import LESSON, handed_in
from .attempts import Attempts
from .own_file import OwnFile

PACKAGE = Path(__file__).resolve().parents[2]
# The files that decide a grade, within the package: a report shows what others have decided.
DECIDE = (
    *("checks/**/*.py", "checks/**/*.json", "experiments/*.py"),
    *("mine/checkpoints/*.py", "mine/loading.py", "engine.py", "valuelike.py", "graph.py", "orders.py", "written.py"),
    "datasets.py",  # the points that 9.4 learns
    *("grading/*.py", "grading/intake/*.py", "grading/marking/*.py", "grading/sandbox/**/*.py"),
)

NOT_GRADED = "It could not be graded: {error}. Please look at it by hand."
OTHER_COURSE = "It is no exercise notebook of this course: none of lesson {lessons}."
POINTS_EDITED = "the points of {number} were changed in the file; they play no part"
NO_ME = "`me` is empty, so the numbers were those of the lesson, which all have; write your name or id there next time"
OTHER_NUMBERS = "judged by the numbers of {who}; the notebook has drawn those of `me`, which is {me!r}"
THE_LESSON = "This is the lesson itself. Its exercises are {file}.ipynb: hand in that notebook."
NO_ANSWERS = "None of its cells answers an exercise of lesson {lesson}."


@dataclass(frozen=True)
class Settings:
    """How a class is graded. `lesson` is set where all notebooks are of one; `personal` where each has own numbers."""

    secret: bytes
    limits: Limits = field(default_factory=Limits)
    sandboxed: bool = True
    lesson: str = ""
    personal: bool = False

    def key(self):
        """What the grades depend on beside the notebook: the same key and notebook, the same grades."""
        digest = hashlib.sha256(self.secret)
        digest.update(repr((self.lesson, self.personal, self.sandboxed, asdict(self.limits), version())).encode())
        return digest.hexdigest()[:16]


@cache
def version(package=PACKAGE):
    """A digest of everything that decides a grade: checks, grading, the engine, and what was handed out."""
    digest = hashlib.sha256()
    for path in sorted({path for place in DECIDE for path in package.glob(place)}):
        name, content = path.relative_to(package).as_posix().encode(), path.read_bytes()
        digest.update(b"%d %s %d " % (len(name), name, len(content)) + content)
    return digest.hexdigest()


def grade_notebook(data, name, who, settings, files=None, earlier=None):
    """The record of one file: {"lesson", "earned", "points", "exercises", "notes", "trouble", "cells", "me"}.

    `who` is the learner's id, `files` {path: bytes} of their own that lay beside it, and `earlier` {lesson: bytes} of
    their notebooks of other lessons. "trouble" says why a file could not be graded, "" where it could.
    """
    try:
        return _record_of(data, name, who, settings, files or {}, earlier or {})
    except Unreadable as error:
        return record(trouble=str(error))
    except Exception as error:  # one bad notebook never stops the rest
        return record(trouble=NOT_GRADED.format(error=type(error).__name__))


def _record_of(data, name, who, settings, files, earlier):
    cells, notes = bench.read_notebook(data)
    lesson = settings.lesson or lesson_of(cells, name, lessons())
    if not lesson:
        return record(trouble=OTHER_COURSE.format(lessons=", ".join(lessons())))
    plan = handout(lesson)
    found = handed_in(cells, plan)
    own = OwnFile(lesson, files, earlier) if any(re.search(r"\bmine\b", cell.source) for cell in found) else None
    held = {path: base64.b64encode(content).decode() for path, content in (own.files if own else files).items()}
    attempts = Attempts(plan, found, _stage(lesson), settings, who, held, own)
    if not attempts.sources():
        itself = any(cell.place == LESSON for cell in found)
        return record(
            lesson=lesson, trouble=(THE_LESSON if itself else NO_ANSWERS).format(lesson=lesson, file=plan.file)
        )
    notes += [*_edited(cells, plan), *attempts.notes()]
    grades, me = attempts.grades().values(), attempts.me
    fixed = any(one.earned and plan.given[one.number].exercise.judge.given for one in grades)
    if fixed and not (settings.personal or me):
        notes.append(NO_ME)
    if settings.personal and attempts.told and seed_of(me) != seed_of(who):
        notes.append(OTHER_NUMBERS.format(who=who, me=me))
    return record(lesson, [asdict(one) for one in grades], notes, cells=attempts.sources(), me=me)


def _edited(cells, plan):
    for _, grade_id, points in cells:
        number = grade_id.removesuffix("-check").replace("-", ".")
        given = plan.given.get(number) if grade_id.endswith("-check") else None
        if given and points is not None and points != given.exercise.points:
            yield POINTS_EDITED.format(number=number)


def record(lesson="", exercises=(), notes=(), trouble="", cells=None, me=""):
    return {
        "lesson": lesson,
        "earned": round(sum(one["earned"] for one in exercises), 6),
        "points": sum(one["points"] for one in exercises) or possible(lesson),
        "exercises": list(exercises),
        "notes": list(notes),
        "trouble": trouble,
        "cells": cells or {},
        "me": me,
    }


def possible(lesson):
    """The points of a lesson; 0 of none."""
    return float(sum(given.exercise.points for given in handout(lesson).given.values())) if lesson else 0.0


@cache
def _stage(lesson):
    folder = Path(tempfile.mkdtemp(prefix="stage-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    folder.chmod(0o755)
    return make(lesson, folder / "stage")
