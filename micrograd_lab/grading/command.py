"""The grade command: what it is given, and what it says at the end."""

from . import report
from .course import course, lessons
from .roster import roster
from .run import run
from .sandbox import Limits
from .verdict import clean


def grade(
    submissions,
    out,
    people=None,
    lesson="",
    personal=False,
    require_sandbox=False,
    seed=None,
    scheduler="",
    jobs=None,
    seconds=20,
):
    """Grade, write the report, and give the lines that say how it went."""
    lesson = lesson and lesson.zfill(2)
    if lesson or not lessons():
        course(lesson or "00")  # says what there is, before anything is graded
    class_list = roster(people) if people else ()
    how = {"lesson": lesson, "personal": personal, "limits": Limits(seconds=seconds, wall=5 * seconds)}
    rows, jailed = run(submissions, out, class_list, require_sandbox, seed, scheduler, jobs, **how)
    if not rows:
        raise ValueError(
            f"asked: to grade {submissions}\nfound: no files there\ntry:   the folder that holds the notebooks"
        )
    report.write(rows, out, jailed)
    for row in rows:
        if row.record is None:
            yield clean(f"{row.id}: nothing handed in")
        elif row.record["trouble"]:
            yield clean(f"{row.id}: {row.file}: {row.record['trouble']}")
    graded = sum(row.record is not None and not row.record["trouble"] for row in rows)
    yield f"{graded} of {len(rows)} graded. The report is {out}/index.html."
    if not jailed:
        yield report.protection(jailed)
