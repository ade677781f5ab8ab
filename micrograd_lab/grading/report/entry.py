"""One row of a class as the report shows it: its page, its state and the points that count."""

import hashlib
from dataclasses import dataclass

from ...checks.outcome import in_points
from ..final import NOTHING, Final
from ..notes import COPY, DOUBT, LATE, UNREAD, kind
from ..spreadsheet import figure

# The states of a row, as tables and pages say them.
GRADED, UNTOUCHED, BY_HAND = "graded", "untouched", "by hand"
UNREADABLE, NOTHING_IN, NOT_COUNTED = "unreadable", "nothing handed in", "not counted"
SAID = {"graded": GRADED, "unreadable": UNREADABLE, "missing": NOTHING_IN, "not counted": NOT_COUNTED}
MOST_SIGNS = 100_000
NOT_TRIED = ("missing", "not attempted")
COUNTED = "{right} of {cases} cases came out right, those of the notebook and others together."
THAT_SHARE = "That share of {points} is {earned}."
BEYOND = (
    "Points are for those beyond what a guess gets right, and for no larger share than came out right of the cases "
    "that the notebook does not show."
)
NOTHING_IN_LESSON = "nothing handed in for lesson {lesson}"


@dataclass(frozen=True)
class Entry:
    """A row, with its `page` (a file's name without its ending), its `state`, and what it comes to."""

    row: object
    page: str
    state: str
    final: Final

    @property
    def who(self):
        return f"{self.row.name} ({self.row.id})" if self.row.name else self.row.id

    @property
    def place(self):
        """Where the file lay among what was handed in."""
        return getattr(self.row, "place", "") or self.row.file

    @property
    def trouble(self):
        """Why the file cannot be graded; "" where it can, or where there is none."""
        return self.row.record["trouble"] if self.row.record else ""

    @property
    def nobodys(self):
        """Whether nobody can tell whose the file is."""
        return self.state == NOT_COUNTED and self.row.id == self.place

    @property
    def handed_in(self):
        return self.state not in (NOTHING_IN, BY_HAND)

    @property
    def points(self):
        """The points that count, as a number; "" of what has none."""
        return "" if self.state in (NOTHING_IN, NOT_COUNTED) else self.final.total

    @property
    def cells(self):
        """{number: the source of the answer}, of each no more than a page could show."""
        record = self.row.record or {}
        return {number: str(source)[:MOST_SIGNS] for number, source in record.get("cells", {}).items()}

    def notes(self, *kinds):
        return [str(note) for note in self.row.notes if kind(note) in kinds]

    @property
    def for_learner(self):
        """What a learner is told of it: what is the teacher's alone stays on the class page."""
        if self.row.record is None:
            return self.remarks[:1]
        return [*filter(None, [self.row.record["trouble"]]), *self.row.record["notes"], *self.notes(COPY, UNREAD)]

    @property
    def remarks(self):
        """All that is to be said of it, beside its exercises and the reasons of what was changed by hand."""
        if self.row.record is None:
            lesson = self.row.lesson
            return [NOTHING_IN_LESSON.format(lesson=lesson) if lesson else NOTHING_IN, *map(str, self.row.notes)]
        return [
            *filter(None, [self.row.record["trouble"]]),
            *self.notes(DOUBT, LATE, COPY, UNREAD),
            *self.row.record["notes"],
        ]


def entries(rows, adjusted=NOTHING):
    """The Entry of each row. No two have the same page."""
    made, taken = [], set()
    for row in rows:
        final = adjusted.final(row)
        state = state_of(row)
        state = BY_HAND if state == NOTHING_IN and final.given else state
        page = first = slug(row)
        number = 1
        while page.casefold() in taken:
            number += 1
            page = f"{first}-{number}"
        taken.add(page.casefold())
        made.append(Entry(row, page, state, final))
    return made


def state_of(row):
    """What a row is: graded, untouched (as it was handed out), unreadable, not counted, or nothing handed in."""
    state = getattr(row, "state", "")
    if state not in SAID or (state == "missing" and row.record is not None):
        state = "missing" if row.record is None else "unreadable" if row.record["trouble"] else "graded"
    if state == "graded" and not row.earned and all(one["state"] in NOT_TRIED for one in row.exercises):
        return UNTOUCHED
    return SAID[state]


def slug(row):
    """A file's name for a row, of letters and digits alone, and other than that of any other id."""
    letters = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in row.id).strip("-")[:60]
    mark = hashlib.sha256(row.id.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return "-".join(filter(None, [letters or "learner", mark, row.lesson]))


def place(number):
    """A key that sorts the numbers of exercises: 5.2 before 5.10."""
    return [int(part) if part.isdigit() else 0 for part in number.split(".")]


def counted(done):
    """How an exercise's points come from its cases, in sentences; "" where all came out right or none was tried."""
    right, cases = done["right"], done["cases"]
    if done["state"] == "passed" or cases < 2:
        return ""
    count = COUNTED.format(right=right, cases=cases)
    said = [] if count.partition(",")[0] in done["text"] else [count]
    plain = done["earned"] == round(done["points"] * right / cases, 2)
    how = THAT_SHARE.format(points=in_points(done["points"]), earned=figure(done["earned"])) if plain else BEYOND
    return " ".join([*said, how] if right else said)


def points(number):
    """Points in few digits; what is no number stays what it is."""
    return figure(number) if isinstance(number, (int, float)) else number
