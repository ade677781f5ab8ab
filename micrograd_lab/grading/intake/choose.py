"""Which of several files of one learner counts for a lesson, and what is said of the others.

One with answers comes before one without, what is surely theirs before what another may have put there, an exercise
notebook before a lesson's, and of what is left the newest. Between two places nothing is chosen without a doubt said.
"""

from datetime import UTC, datetime

from ..notes import COPY, DOUBT, UNREAD, Note
from .names import stem

ALSO, COUNTS = "also handed in: {file}. {why}", "{file} counts"
ELSEWHERE = "found in two places, so perhaps of two people: {file} counts, and {other} does not"
MANY, MORE = 30, "also handed in: {number} more files"
MOST_TRIED = 20
NOT_TRIED = "It was not graded: of one learner's notebooks for a lesson the newest {most} are."
LONG_AGO = datetime.min.replace(tzinfo=UTC)


def counted(rows):
    """One row for each learner and lesson, each with its `others`; what is nobody's is a row that does not count."""
    kept, groups = [], {}
    for row in rows:
        if row.state == "not counted":
            kept.append(row)
        else:
            groups.setdefault(row.id, []).append(row)
    for several in groups.values():
        kept += _of_one(several)
    return kept


def too_many(rows, lessons):
    """Of these Rows, whose lessons are said by their files, those that are one too many of a learner's for a lesson."""
    groups = {}
    for row, lesson in zip(rows, lessons, strict=True):
        groups.setdefault((row.id, lesson), []).append(row)
    for several in groups.values():
        several.sort(key=lambda row: (row.origin[0], row.exercise, row.time or LONG_AGO, row.place), reverse=True)
        yield from several[MOST_TRIED:]


def newest(pairs):
    """{id: {lesson: Entry}} of these Rows and Entries: of each learner's exercise notebooks for a lesson the newest."""
    found = {}
    for row, entry in sorted(pairs, key=lambda pair: (pair[0].origin[0], pair[0].time or LONG_AGO, pair[0].place)):
        if entry.lesson and entry.exercise:
            found.setdefault(row.id, {})[entry.lesson] = entry
    return found


def untouched(record):
    """Whether nothing in a notebook was answered, as it was handed out."""
    return not record["earned"] and all(one["state"] in ("not attempted", "missing") for one in record["exercises"])


def _of_one(several):
    by_lesson, troubled = {}, {}
    for row in several:
        if row.state == "graded":
            by_lesson.setdefault(row.lesson, []).append(row)
        elif row.state == "unreadable" and row.notebook and row.lesson:
            troubled.setdefault(row.lesson, []).append(row)
    # What should have been a lesson's notebook, and cannot be read, stands for it where nothing else does.
    chosen = [max(own, key=_rank) for own in {**troubled, **by_lesson}.values()]
    chosen = chosen or [max(several, key=lambda row: (row.state != "missing", row.notebook, _rank(row)))]
    for row in several:
        if row not in chosen:
            instead = next((one for one in chosen if one.lesson == row.lesson), chosen[0])
            instead.others.append(row)
    for row in chosen:
        places = {}
        for other in row.others:
            if other.file and other.origin != row.origin and other.digest != row.digest and other.lesson == row.lesson:
                places.setdefault(other.origin, other)
        for other in list(places.values())[:MANY]:
            row.notes.append(Note(ELSEWHERE.format(file=row.place, other=other.place), DOUBT))
        for other in [other for other in row.others if other.file][:MANY]:
            trouble = other.record["trouble"] if other.record else ""
            why = trouble or COUNTS.format(file=_place(row, other))
            row.notes.append(Note(ALSO.format(file=_place(other, row), why=why), UNREAD if trouble else COPY))
        if row.others[MANY:]:
            row.notes.append(Note(MORE.format(number=len(row.others) - MANY), COPY))
        for other in row.others:
            other.state = "not counted"
    return chosen


def _place(row, other):
    """Where it lies in the learner's folder; or in all that was handed in, where that would not tell it apart."""
    return row.place if row.within == other.within else row.within


def _rank(row):
    answered = row.state == "graded" and not untouched(row.record)
    return answered, row.origin[0], row.exercise, row.time or LONG_AGO, stem(row.file)[1], row.file, row.place
