"""What a teacher has to look at before all else: files, people and answers about which a program can only ask."""

from collections import defaultdict
from functools import cache

from ...checks import handout as built
from ...mine import loading
from ..handout import handout
from ..notes import DOUBT, LATE, UNREAD
from .entry import NOT_COUNTED, UNTOUCHED
from .page import Link, Section
from .similarity import leads, same

WRONG, NOT_FOLLOWED = "Adjustments", "These lines of the file of adjustments cannot be followed, and are left out."
LOWERED, NOW_MORE = (
    "Points by hand that are fewer",
    "The points of these lines hold, and take away from what there is without them.",
)
UNREADABLE_FILES = "Files that cannot be read"
DOUBTS, WHOSE = (
    "Whose it is",
    "The file is graded under the id that is said here. Rename it, or its folder, and grade again.",
)
OWN_NUMBERS = "The same numbers"
ME = (
    'Exercises of these lessons draw everybody\'s own numbers from what stands at "me =". Who leaves that empty, '
    "or writes what another has written, has numbers and answers that others know."
)
OF_LINE = "{number}: {who}"
FILE_AND = "{place}: {why}"
EMPTY_ME, SAME_ME = "nothing", "{me}"
LATE_DAYS, NO_DAYS = (
    "Late, as the course system says",
    "Nothing is taken off before adjustments.csv says how many days.",
)
ALIKE = "Alike"
LEADS = (
    "Leads, and no verdicts: look at both before you say a word. Names and comments are not compared; code that "
    "many have written in the same way is left out, but not what is the same letter for letter."
)
SAME_FILE, SAME_ANSWERS = "the same file", "the same answers, comments and names included"
ALL_OF = "all of lesson {lesson}"
PAIRS = 50


def link(one):
    """The way from the class page to an entry's own."""
    return Link(one.who, f"learners/{one.page}.html")


def look(own, adjusted):
    """The Sections about these entries of which there is something to say."""
    counted = [one for one in own if one.state != NOT_COUNTED]
    lost = [[link(one) if one.state != NOT_COUNTED else one.who, _why(one)] for one in own if one.trouble]
    # One that is left out beside another may have been the one that was meant.
    lost += [[link(one), said] for one in counted for said in one.notes(UNREAD)]
    doubts = {}
    for one in counted:
        if said := "; ".join(one.notes(DOUBT)):
            doubts.setdefault((one.row.id, said), []).append(one)
    doubts = [[link(o[0]), ", ".join(one.place for one in o if one.place), said] for (_, said), o in doubts.items()]
    late = [[link(one), one.row.lesson] for one in counted if one.notes(LATE) and one.final.late_days is None]
    wrong = [
        [OF_LINE.format(number=w.number, who=w.who) if w.who else str(w.number), w.found, w.tries]
        for w in adjusted.wrong
    ]
    lowered = [[link(one), one.row.lesson, said] for one in counted for said in one.final.warnings]
    found = [
        Section(WRONG, NOT_FOLLOWED, ("line", "found", "try"), wrong),
        Section(LOWERED, NOW_MORE, ("who", "lesson", "what"), lowered),
        Section(UNREADABLE_FILES, "", ("who", "what"), lost),
        Section(DOUBTS, WHOSE, ("who", "file", "what"), doubts),
        Section(OWN_NUMBERS, ME, ("lesson", "me =", "who"), list(_own_numbers(own))),
        Section(LATE_DAYS, NO_DAYS, ("who", "lesson"), late),
        Section(ALIKE, LEADS, ("one", "other", "in common", "exercises"), list(_alike(own))),
    ]
    return [section for section in found if section.rows]


def _why(one):
    return one.trouble if one.nobodys else FILE_AND.format(place=one.place, why=one.trouble)


def _own_numbers(own):
    """[lesson, what stands at `me`, who] for each `me` that is empty or that several have written."""
    by_me = defaultdict(list)
    for one in own:
        me = (one.row.record or {}).get("me")
        if one.row.exercises and me is not None and has_own_numbers(one.row.lesson):
            by_me[one.row.lesson, " ".join(me.split()).casefold()].append(one)
    for (lesson, me), people in sorted(by_me.items(), key=lambda item: item[0]):
        if not me or len({one.row.id for one in people}) > 1:
            said = SAME_ME.format(me=people[0].row.record["me"]) if me else EMPTY_ME
            yield [lesson, said, ", ".join(one.who for one in people)]


@cache
def _courses():
    """The checkpoints of mine.py: what the course has given to whoever joined late is nobody's own."""
    return [loading.text_of(number) for number in loading.checkpoints()]


def has_own_numbers(lesson):
    """Whether a lesson's exercises ask who one is, and draw numbers from it."""
    return any(kind == "given" and text.startswith("me = ") for kind, text in handout(lesson).order)


def _alike(own):
    """[one, other, share, exercises] lesson by lesson: of whose answers are the same, then of pairs that are alike."""
    by_lesson = defaultdict(dict)
    for one in own:
        if one.row.exercises and one.state not in (NOT_COUNTED, UNTOUCHED):
            by_lesson[one.row.lesson][one.page] = one
    for lesson, people in sorted(by_lesson.items()):
        handed = {number: given.stub for number, given in handout(lesson).given.items()}
        answers = {page: one.cells for page, one in people.items()}
        known = {number: [stub, built.right_answer(number) or "", *_courses()] for number, stub in handed.items()}
        stubs = {number: "\n".join([stub, *_courses()]) for number, stub in handed.items()}
        files = defaultdict(list)
        for page, one in people.items():
            files[getattr(one.row, "digest", b"") or page].append(page)
        files = [several for several in files.values() if len(several) > 1]
        texts = [several for several in same(answers, known) if not any({*several} <= {*f} for f in files)]
        for says, groups in ((SAME_FILE, files), (SAME_ANSWERS, texts)):
            for first, *others in groups:
                other = link(people[others[0]]) if len(others) == 1 else ", ".join(people[o].who for o in others)
                yield [link(people[first]), other, says, ALL_OF.format(lesson=lesson)]
        told = [{*several} for several in (*files, *texts)]
        for share, _, one, other, numbers in leads(answers, stubs)[:PAIRS]:
            if any({one, other} <= several for several in told):
                continue
            yield [link(people[one]), link(people[other]), f"{share:.0%}", ", ".join(numbers)]
