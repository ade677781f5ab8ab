"""The grade command: what it is given, and what it says at the end."""

from . import report
from .handout import handout, lessons
from .intake.roster import roster
from .marking.verdict import clean
from .run import run
from .sandbox import Limits

NO_FILES = "asked: to grade {submissions}\nfound: no files there\ntry:   the folder that holds the notebooks"
WOULD_LOSE = (
    "asked: the report of {submissions} in {out}\nfound: {number} grades there that it would lose: {some}\n"
    "try:   all that was handed in, since what is graded stays graded; or another --out; or --replace"
)
GRADED = "{graded} of {rows} graded. The report is {out}/index.html."


def grade_class(
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
    replace=False,
):
    """Grade, write the report, and give the lines that say how it went."""
    lesson = lesson and lesson.zfill(2)
    if lesson or not lessons():
        handout(lesson or "00")  # says what there is, before anything is graded
    class_list = roster(people) if people else ()
    how = {"lesson": lesson, "personal": personal, "limits": Limits(seconds=seconds, wall=5 * seconds)}
    rows, sandboxed = run(submissions, out, class_list, require_sandbox, seed, scheduler, jobs, **how)
    if not rows:
        raise ValueError(NO_FILES.format(submissions=submissions))
    gone = [] if replace else report.left_out(rows, out)
    if gone:
        some = "; ".join([*gone[:3], *(["..."] if gone[3:] else [])])
        raise ValueError(WOULD_LOSE.format(submissions=submissions, out=out, number=len(gone), some=some))
    report.write(rows, out, sandboxed)
    for row in rows:
        if row.record is None:
            yield clean(f"{row.id}: {report.remarks(row)[0]}")
        elif row.record["trouble"]:
            yield clean(f"{row.id}: {row.file}: {row.record['trouble']}")
        for note in row.notes:
            yield clean(f"{row.id}: {note}")
    graded = sum(row.record is not None and not row.record["trouble"] for row in rows)
    yield GRADED.format(graded=graded, rows=len(rows), out=out)
    if not sandboxed:
        yield report.protection(sandboxed)
