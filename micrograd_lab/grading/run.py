"""Grade a class: find what was handed in, grade what is not graded yet, and write the report."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from . import gradebook, sandbox
from .handout import with_mine
from .intake import choose, submissions
from .intake.roster import near, person_of
from .marking.notebook import Settings, grade_notebook, possible, record
from .workers import each

NO_SANDBOX = (
    "asked: to grade only in a sandbox\nfound: {found}\n"
    "try:   install bubblewrap, on Linux; or grade in a machine of its own, without --require-sandbox"
)
OUTSIDE = "{id} (not in the roster)"
NOT_IN_ROSTER, PERHAPS = "not in the roster", "not in the roster; perhaps {names}?"
# A lesson is the class's where most have handed it in, or at least so many people and so much of the class.
FEW, SHARE = 2, 0.1
MOST_SUGGESTED = 500


@dataclass(eq=False)
class Row:
    """One learner's one notebook, graded; `record` is None for somebody of whom there is nothing.

    `state` is "graded", "unreadable", "missing" (nothing was handed in) or "not counted": another of the learner's
    counts, whose `others` it is in, or it is nobody's. `place` is where it lies in all that was handed in, and `within`
    in the learner's own folder. `assignment` is nbgrader's name for the lesson, `origin` is as an Entry's, and `digest`
    that of the file, in hexadecimal digits.
    """

    id: str
    name: str
    file: str
    record: dict | None
    time: datetime | None = None
    notes: list = field(default_factory=list)
    lesson: str = ""
    assignment: str = ""
    state: str = "missing"
    place: str = ""
    within: str = ""
    notebook: bool = False
    exercise: bool = False
    others: list = field(default_factory=list)
    origin: tuple = (0, "")
    digest: str = ""

    @property
    def exercises(self):
        return self.record["exercises"] if self.record else []

    @property
    def earned(self):
        return self.record["earned"] if self.record else 0.0

    @property
    def points(self):
        """What could be earned; 0 where nobody can tell which lesson it was to be."""
        return possible(self.lesson)


def run(root, out, people=(), require_sandbox=False, seed=None, scheduler="", jobs=None, quiet=False, **how):
    """The Rows of a class. Graded submissions are kept as they come, so that a run that was ended can go on."""
    sandboxed = sandbox.kind() == "bubblewrap"
    if require_sandbox and not sandboxed:
        raise sandbox.NoSandbox(NO_SANDBOX.format(found=sandbox.why_not()))
    if not sandboxed:
        sandbox.check_limits(sandbox.why_not())
    found = submissions.entries(root, people)
    out = Path(out)
    gradebook.check_place(out, Path(root))
    book = gradebook.Gradebook(out)
    settings = Settings(book.secret(seed), sandboxed=sandboxed, **how)
    rows = [_row(entry, people) for entry in found]
    _suggest(rows, found, people)
    to_grade = [(row, entry) for row, entry in zip(rows, found, strict=True) if row.record is None and entry.kept]
    for row in choose.too_many([row for row, _ in to_grade], [entry.lesson for _, entry in to_grade]):
        row.record = record(trouble=choose.NOT_TRIED.format(most=choose.MOST_TRIED))
    pairs = [(row, entry) for row, entry in to_grade if row.record is None]
    _grade(pairs, choose.newest(to_grade), book, settings, scheduler, jobs, quiet)
    for row, entry in zip(rows, found, strict=True):
        if row.state != "not counted" and row.record:
            row.state = "unreadable" if row.record["trouble"] else "graded"
            row.lesson = settings.lesson or row.record["lesson"] or entry.lesson
    rows = _of_class(choose.counted(rows), people, settings.lesson)
    return sorted(rows, key=lambda row: (row.id.casefold(), row.lesson, row.file)), sandboxed


def _row(entry, people):
    """The Row of an Entry, not yet graded; a `record` where there is trouble."""
    if entry.nobodys:
        return Row(entry.place, "", "", record(trouble=entry.trouble), state="not counted", place=entry.place)
    # Who was told from another by something else than a number is not the one in the roster just by the name.
    apart = entry.namesakes and not entry.number
    person = person_of(entry.id if apart else entry.who, people, entry.number, entry.namesakes)
    who, name = (person.id, person.name) if person else (entry.id, "")
    if not person and any(who == one.id for one in people):
        who = OUTSIDE.format(id=who)
    notes = list(entry.notes)
    if people and not person:
        notes.append(NOT_IN_ROSTER)
    row = Row(who, name, entry.name, None, entry.time, notes, assignment=entry.assignment, place=entry.place)
    row.within, row.notebook, row.exercise = entry.within, entry.notebook, entry.exercise
    row.origin, row.digest = entry.origin, entry.digest.hex() if entry.kept else ""
    if entry.trouble and not entry.nothing:
        row.record = record(trouble=entry.trouble)
    elif entry.trouble:
        row.notes.append(entry.trouble)
    return row


def _suggest(rows, found, people):
    """Say of somebody who is not in the roster who it may be that is; nobody is taken for another by that."""
    names = {}
    for row, entry in zip(rows, found, strict=True):
        if NOT_IN_ROSTER in row.notes and (entry.who in names or len(names) < MOST_SUGGESTED):
            if entry.who not in names:
                names[entry.who] = " or ".join(near(entry.who, people))
            if names[entry.who]:
                row.notes[row.notes.index(NOT_IN_ROSTER)] = PERHAPS.format(names=names[entry.who])


def _grade(pairs, before, book, settings, scheduler, jobs, quiet):
    """Give each of these Rows its record: from the gradebook, or by grading what its Entry has kept.

    `before` is {id: {lesson: Entry}}, of which answers that build on earlier ones are made.
    """
    graded, todo, settings_key = book.graded(), [], settings.key()
    for row, entry in pairs:
        earlier = before.get(row.id, {}) if entry.lesson in with_mine() else {}
        entry.earlier = {lesson: one for lesson, one in earlier.items() if lesson < entry.lesson}
        beside = (entry.files_digest,) if entry.own or entry.earlier else ()
        key = gradebook.key(entry.digest, entry.name, row.id, settings_key, *beside)
        row.record = graded.get(key)
        if row.record is None:
            todo.append((key, row, entry))
    with Progress(*BAR, disable=quiet) as progress:
        bar = progress.add_task("grading", total=len(pairs), completed=len(pairs) - len(todo))

        def given(n):
            _, row, entry = todo[n]
            beside = (entry.files,) if entry.own or entry.earlier else ()
            earlier = ({lesson: one.data() for lesson, one in entry.earlier.items()},) if entry.earlier else ()
            return entry.data(), entry.name, row.id, settings, *beside, *earlier

        for n, done in each(grade_notebook, given, len(todo), scheduler, jobs):
            key, row, _ = todo[n]
            row.record = done
            book.add(key, done)
            progress.advance(bar)


BAR = (
    TextColumn("{task.description}"),
    BarColumn(),
    MofNCompleteColumn(),
    TextColumn("time left"),
    TimeRemainingColumn(),
)


def _of_class(rows, people, lesson):
    """These Rows and those of who handed in nothing, each with its lesson, and each lesson with its assignment."""
    own = [row for row in rows if row.state != "not counted"]
    lessons = [lesson] if lesson else _lessons(own, people)
    if len({row.lesson for row in own if row.lesson} | {*lessons}) == 1:
        for row in own:
            row.lesson = lessons[0]
    nothing = {row.id: row for row in own if row.state == "missing"}
    handed_in = {(row.id, row.lesson) for row in own if row.state != "missing"}
    everybody = {person.id: (person.name, []) for person in people}
    everybody |= {who: (row.name, row.notes) for who, row in nothing.items()}
    rows = [row for row in rows if row.state != "missing"]
    for who, (name, notes) in everybody.items():
        for one in lessons or [""]:
            if not {(who, one), (who, "")} & handed_in:
                rows.append(Row(who, name, "", None, notes=list(notes), lesson=one))
    for one, name in _assignments(own).items():
        for row in rows:
            if row.lesson == one:
                row.assignment = name
    return rows


def _lessons(rows, people):
    """The lessons that the class was to hand in: one notebook of another lesson makes nobody's missing."""
    counts = Counter(number for number, _ in {(row.lesson, row.id) for row in rows if row.lesson})
    least = max(FEW, SHARE * len({row.id for row in rows} | {person.id for person in people}))
    most = max(counts.values(), default=0)
    return sorted(one for one, many in counts.items() if many in (most, max(many, least)))


def _assignments(rows):
    """{lesson: the folder in which most have it, within their own}; "" where most have it in none, or in several."""
    folders = {}
    for row in rows:
        folders.setdefault(row.lesson, Counter())[row.assignment] += row.state != "missing"
    most = {one: [name for name, n in counts.items() if 2 * n > counts.total()] for one, counts in folders.items()}
    return {one: names[0] if names else "" for one, names in most.items()}
