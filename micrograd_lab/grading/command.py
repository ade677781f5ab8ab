"""The grade command: what it is given, and what it says at the end."""

from pathlib import Path

from . import adjustments, report
from .handout import handout, lessons
from .intake.roster import addresses, roster
from .marking.verdict import clean
from .run import run
from .sandbox import Limits

NO_FILES = "asked: to grade {submissions}\nfound: no files there\ntry:   the folder that holds the notebooks"
WOULD_LOSE = (
    "asked: the report of {submissions} in {out}\nfound: {number} grades there that it would lose: {some}\n"
    "try:   all that was handed in, since what is graded stays graded; or another --out; or --replace"
)
OF_FILE, OF_ROW = "{who}: {file}: {said}", "{who}: {said}"
REPORT = "The report is {out}/index.html; points by hand, late days and weights go into {adjustments}."
WRONG = "{lines}\n\nThe report is written without these lines, and says so: {out}/index.html."


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
    by_hand=None,
    late_penalty=None,
    late_free=None,
):
    """Grade, write the report, and give the lines that say how it went.

    `by_hand` is a file of adjustments, without it the one beside the report; ValueError, when the report is written,
    where lines of it could not be followed.
    """
    lesson = lesson and lesson.zfill(2)
    if lesson or not lessons():
        handout(lesson or "00")  # says what there is, before anything is graded
    if by_hand:
        adjustments.given(by_hand)  # what cannot be read at all is said before anything is graded
    elif (Path(out) / adjustments.FILE).exists():
        adjustments.given(Path(out) / adjustments.FILE)
    class_list = roster(people) if people else ()
    how = {"lesson": lesson, "personal": personal, "limits": Limits(seconds=seconds, wall=10 * seconds)}
    rows, sandboxed = run(submissions, out, class_list, require_sandbox, seed, scheduler, jobs, **how)
    if not rows:
        raise ValueError(NO_FILES.format(submissions=submissions))
    gone = [] if replace else report.left_out(rows, out)
    if gone:
        some = "; ".join([*gone[:3], *(["..."] if gone[3:] else [])])
        raise ValueError(WOULD_LOSE.format(submissions=submissions, out=out, number=len(gone), some=some))
    place = adjustments.place(Path(out), by_hand)
    rows, adjusted = adjustments.adjusted(place, rows, late_penalty, late_free)
    said = report.write(
        rows, out, sandboxed, adjusted, roster=bool(class_list), emails=addresses(people) if people else {}
    )
    own = report.entries(rows, adjusted)
    yield from _told(own)
    yield from adjusted.settled(place)
    yield from said
    yield report.summary(own, bool(class_list))
    yield REPORT.format(out=out, adjustments=place)
    if not sandboxed:
        yield report.protection(sandboxed)
    if adjusted.wrong:
        raise ValueError(WRONG.format(lines="\n\n".join(map(clean, map(str, adjusted.wrong))), out=out))


def _told(own):
    """What is to be said of each person's files and points, the same once."""
    said = {}
    for one in own:
        who = one.row.id if one.nobodys else one.who
        if one.trouble:
            says = OF_ROW if one.nobodys else OF_FILE
            said[clean(says.format(who=who, file=one.place, said=one.trouble))] = True
        for note in (*one.row.notes, *one.final.warnings):
            said[clean(OF_ROW.format(who=who, said=note))] = True
    return list(said)
