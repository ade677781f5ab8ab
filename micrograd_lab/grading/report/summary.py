"""In a sentence: what was handed in, and what became of it."""

from ..notes import UNREAD
from .entry import NOT_COUNTED, NOTHING_IN, UNREADABLE

SUMMARY = "{handed_in}; {nothing}."
ALL = "{notebooks} handed in, all graded"
ONE = "1 notebook handed in, graded"
NONE = "No notebook handed in"
SOME = "{files} handed in: {graded} graded, {unreadable} that cannot be read"
SPARE = "{said}, and {files} beside them that do not count"
NOTEBOOKS, FILES = ("1 notebook", "{number} notebooks"), ("1 file", "{number} files")
NOTHING = ("1 person has handed in nothing", "{number} people have handed in nothing")
PARTLY = ("1 not every lesson", "{number} not every lesson")
BOTH = "{nothing}, {partly}"
EVERYBODY = "nobody is missing"
NO_ROSTER = "{said}."


def summary(own, roster):
    """The sentence of these entries; without a `roster` nobody can tell who has handed in nothing."""
    graded = sum(one.handed_in and one.state not in (UNREADABLE, NOT_COUNTED) for one in own)
    unreadable = sum(bool(one.trouble) + len(one.notes(UNREAD)) for one in own)
    spare = sum(one.state == NOT_COUNTED and not one.trouble for one in own)
    if unreadable:
        files = _many(FILES, graded + unreadable)
        said = SOME.format(files=files, graded=graded, unreadable=unreadable)
    else:
        said = ONE if graded == 1 else ALL.format(notebooks=_many(NOTEBOOKS, graded)) if graded else NONE
    if spare:
        said = SPARE.format(said=said, files=_many(FILES, spare))
    nothing, partly = missing(own)
    if not nothing and not partly:
        return SUMMARY.format(handed_in=said, nothing=EVERYBODY) if roster else NO_ROSTER.format(said=said)
    if not partly:
        return SUMMARY.format(handed_in=said, nothing=_many(NOTHING, len(nothing)))
    there = BOTH.format(nothing=_many(NOTHING, len(nothing)), partly=_many(PARTLY, len(partly)))
    return SUMMARY.format(handed_in=said, nothing=there)


def missing(own):
    """(the ids of who has handed in nothing at all, those of who lacks a lesson)."""
    lacking = {one.row.id for one in own if one.state == NOTHING_IN}
    there = {one.row.id for one in own if one.state != NOTHING_IN}
    return lacking - there, lacking & there


def _many(words, number):
    return words[0] if number == 1 else words[1].format(number=number)
