"""Grade a class: find what was handed in, grade what is not graded yet, and write the report."""

from dataclasses import dataclass, field
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from . import gradebook, sandbox, submissions
from .course import course
from .one import Settings, grade, record
from .roster import person_of
from .workers import each

NO_SANDBOX = (
    "asked: to grade only in a sandbox\nfound: {found}\n"
    "try:   install bubblewrap, on Linux; or grade in a machine of its own, without --require-sandbox"
)


@dataclass
class Row:
    """One learner's one notebook, graded; `record` is None for somebody of the roster who handed in nothing."""

    id: str
    name: str
    file: str
    record: dict | None
    time: float = 0.0
    notes: list = field(default_factory=list)


def run(root, out, people=(), require_sandbox=False, seed=None, scheduler="", jobs=None, quiet=False, **how):
    """The Rows of a class. Graded submissions are kept as they come, so that a run that was ended can go on."""
    jailed = sandbox.kind() == "bubblewrap"
    if require_sandbox and not jailed:
        raise sandbox.NoSandbox(NO_SANDBOX.format(found=sandbox.why_not()))
    if not jailed:
        sandbox.check_limits()
    found = submissions.entries(root)
    out = Path(out)
    book = gradebook.Gradebook(out)
    settings = Settings(book.secret(seed), jailed=jailed, **how)
    graded, rows, todo = book.graded(), [], []
    for entry in found:
        person = person_of(entry.who, people)
        who, name = (person.id, person.name) if person else (entry.who, "")
        row = Row(who, name, entry.name, None, entry.time, list(entry.notes))
        if people and not person:
            row.notes.append("not in the roster")
        rows.append(row)
        try:
            data = entry.data()
        except Exception as error:
            row.record = record(trouble=f"The file cannot be read: {type(error).__name__}.")
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

        for n, done in each(grade, given, len(todo), scheduler, jobs):
            key, row, _ = todo[n]
            row.record = done
            book.add(key, done)
            progress.advance(bar)
    here = {row.id for row in rows}
    rows = counted(rows)
    rows += [Row(person.id, person.name, "", None) for person in people if person.id not in here]
    return sorted(rows, key=lambda row: (row.id.casefold(), row.file)), jailed


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
        good = [row for row in own if not row.record["trouble"]]
        if not good:
            kept += own[-1:]
            own[-1].notes += [f"also handed in: {row.file}: {row.record['trouble']}" for row in own[:-1]]
            continue
        by_lesson = {}
        for row in good:
            by_lesson.setdefault(row.record["lesson"], []).append(row)
        for lesson, several in by_lesson.items():
            chosen = max(several, key=lambda row: (course(lesson).file == Path(row.file).stem, row.time, row.file))
            chosen.notes += [f"also handed in, not counted: {row.file}" for row in several if row is not chosen]
            kept.append(chosen)
    return kept
