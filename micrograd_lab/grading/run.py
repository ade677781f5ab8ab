"""Grade a class: find what was handed in, grade what is not graded yet, and write the report."""

from dataclasses import dataclass, field
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from . import gradebook, sandbox
from .handout import handout
from .intake import submissions
from .intake.roster import person_of
from .marking.notebook import Settings, grade_notebook, possible, record
from .workers import each

NO_SANDBOX = (
    "asked: to grade only in a sandbox\nfound: {found}\n"
    "try:   install bubblewrap, on Linux; or grade in a machine of its own, without --require-sandbox"
)
UNREAD = "The file cannot be read: {error}."
NOT_IN_ROSTER = "not in the roster"
ALSO, COUNTS = "also handed in: {file}. {why}", "{file} counts"


@dataclass
class Row:
    """One learner's one notebook, graded; `record` is None for somebody of the roster who handed in nothing."""

    id: str
    name: str
    file: str
    record: dict | None
    time: float = 0.0
    notes: list = field(default_factory=list)
    lesson: str = ""
    assignment: str = ""  # the folder that it lies in, within the learner's: nbgrader's name for it

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
    found = submissions.entries(root)
    out = Path(out)
    gradebook.check_place(out, Path(root))
    book = gradebook.Gradebook(out)
    settings = Settings(book.secret(seed), sandboxed=sandboxed, **how)
    graded, rows, todo = book.graded(), [], []
    for entry in found:
        person = person_of(entry.who, people, entry.number if entry.namesakes else "")
        who, name = (person.id, person.name) if person else (entry.id, "")
        row = Row(who, name, entry.name, None, entry.time, list(entry.notes), assignment=entry.assignment)
        if people and not person:
            row.notes.append(NOT_IN_ROSTER)
        rows.append(row)
        try:
            data = entry.data()
        except Exception as error:
            row.record = record(trouble=UNREAD.format(error=type(error).__name__))
            continue
        key = gradebook.key(data, entry.name, who, settings.key())
        if key in graded:
            row.record = graded[key]
        else:
            todo.append((key, row, entry))
    with Progress(*BAR, disable=quiet) as progress:
        bar = progress.add_task("grading", total=len(rows), completed=len(rows) - len(todo))

        def given(n):
            _, row, entry = todo[n]
            return entry.data(), entry.name, row.id, settings

        for n, done in each(grade_notebook, given, len(todo), scheduler, jobs):
            key, row, _ = todo[n]
            row.record = done
            book.add(key, done)
            progress.advance(bar)
    rows = counted(rows)
    lessons = [settings.lesson] if settings.lesson else sorted({row.lesson for row in rows if row.lesson})
    if len(lessons) == 1:
        for row in rows:
            row.lesson = lessons[0]
    handed_in = {(row.id, row.lesson) for row in rows}
    for person in people:
        for lesson in lessons or [""]:
            if not {(person.id, lesson), (person.id, "")} & handed_in:
                rows.append(Row(person.id, person.name, "", None, lesson=lesson))
    folders = {row.lesson: row.assignment for row in rows if row.assignment}
    for row in rows:
        row.assignment = row.assignment or folders.get(row.lesson, "")
    return sorted(rows, key=lambda row: (row.id.casefold(), row.lesson, row.file)), sandboxed


BAR = (
    TextColumn("{task.description}"),
    BarColumn(),
    MofNCompleteColumn(),
    TextColumn("time left"),
    TimeRemainingColumn(),
)


def counted(rows):
    """One row for each learner and lesson: of several notebooks the one that counts, and nothing beside notebooks."""
    kept, groups = [], {}
    for row in rows:
        groups.setdefault(row.id, []).append(row)
    for own in groups.values():
        by_lesson = {}
        for row in own:
            row.lesson = row.record["lesson"]
            if not row.record["trouble"]:
                by_lesson.setdefault(row.lesson, []).append(row)
        chosen = [max(several, key=_newest) for several in by_lesson.values()] or own[-1:]
        for row in own:
            if row in chosen:
                continue
            instead = next((c for c in chosen if c.lesson == row.lesson), chosen[0])
            why = row.record["trouble"] or COUNTS.format(file=instead.file)
            instead.notes.append(ALSO.format(file=row.file, why=why))
        kept += chosen
    return kept


def _newest(row):
    """Of a learner's notebooks for a lesson the one that is named as one was handed out and is the newest counts."""
    stem = Path(row.file).stem
    copy = submissions.COPY.search(stem)
    number = int(next(filter(None, copy.groups()), 1)) if copy else 0
    return submissions.COPY.sub("", stem) in handout(row.lesson).files, row.time, number, row.file
