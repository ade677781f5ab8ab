"""The class page, in the order in which a teacher looks: doubts, the class, the exercises, and who has handed in
nothing."""

from collections import Counter, defaultdict
from statistics import median

from ...checks import lesson as titled
from ..final import NOTHING
from ..marking.notebook import possible
from ..notes import COPY
from .entry import BY_HAND, NOT_COUNTED, NOT_TRIED, NOTHING_IN, UNREADABLE, UNTOUCHED, entries, place, points
from .look import link, look
from .page import Link, Section, page
from .summary import missing, summary
from .tables import in_lesson

TITLE = "The class"
PEOPLE = "Points"
OF, LESS = "of {points}", "does not count"
DASH, LEGEND = "\u2013", "A dash: nothing handed in. Each number leads to its page, with the answers."
LESSON, COLUMN = "Lesson {lesson}, {title}", "{column}, of {points}"
LESSON_OF = "lesson {lesson}, of {points}"
SUMS = "sum, of {points}", "weighted sum, of {points}"
MEDIAN = "{graded} graded. The median is {median:.0%} of the points."
HEAD = ("exercise", "passed", "in part", "not", "not tried", "most often")
STUCK = (
    "Tried at least two exercises, and got nothing for half of those or more; and the last misconception that was "
    "recognised in them."
)
SHOWN = "{number}: {misconception}"
NO_KNOWN = "no known misconception"
EACH = "Each learner's exercises"
ALSO, SPARE = "Also handed in", "Files that do not count: {number}"
DOES_NOT_COUNT, NOBODYS, SPARE_FILE = "does not count", "nobody's", "{place}: {why}"
NOBODY, LACKING = "Nothing at all: {number}", "For lesson {lesson}, {title}: {number}"
DAYS_LATE = "late: {points} off"
SPANS = ((0, 20), (20, 40), (40, 60), (60, 80), (80, 100))


def classroom(rows, protection, adjusted=NOTHING, said=(), roster=False):
    """The HTML of the class page; `said` are sentences that come first of all."""
    own = entries(rows, adjusted)
    here = [one for one in own if one.row.exercises and one.state != NOT_COUNTED]
    return page(
        "class",
        title=TITLE,
        summary=summary(own, roster),
        protection=protection,
        said=said,
        look=look(own, adjusted),
        people=_people(own, adjusted),
        lessons=[
            _lesson([one for one in here if one.row.lesson == n], n, adjusted.for_all(n))
            for n in sorted({one.row.lesson for one in here})
        ],
        spare=_spare(own),
        nothing=list(_nothing(own)),
    )


def _people(own, adjusted):
    """The Section of learners and lessons, of whoever has handed in something."""
    gone, _ = missing(own)
    counted = [one for one in own if one.state != NOT_COUNTED and one.row.id not in gone]
    lessons = sorted({one.row.lesson for one in counted if one.row.lesson})
    several = defaultdict(list)
    for one in counted:
        several[one.row.id].append(one)
    most = sum(adjusted.weight(lesson) * possible(lesson) for lesson in lessons)
    rows = []
    for own_rows in several.values():
        cells = [_cell(own_rows, lesson) for lesson in lessons]
        of = sum(adjusted.weight(lesson, own_rows[0].row.id) * possible(lesson) for lesson in lessons)
        total = sum(one.final.weight * one.final.total for one in own_rows)
        who = link(own_rows[0]) if len(own_rows) == 1 else own_rows[0].who
        rows.append([who, *cells, *([_sum(round(total, 6), of, most)] if len(lessons) > 1 else [])])
    weighted = any(line.weight is not None for line in adjusted.lines)
    sums = SUMS[weighted].format(points=points(most))
    last = (sums,) if len(lessons) > 1 else ()
    head = ("who", *(LESSON_OF.format(lesson=n, points=points(possible(n))) for n in lessons), *last)
    return Section(PEOPLE, LEGEND, head, rows)


def _sum(total, of, most):
    """A sum; who has another weight for a lesson than the class has another sum to reach, which is said."""
    return total if of == most else Link(total, "", OF.format(points=points(of)))


def _cell(several, lesson):
    one, state = in_lesson(several, lesson)
    if one is None:
        return DASH if state == NOTHING_IN else UNREADABLE
    if state == NOTHING_IN:
        return DASH
    more = [state] if state in (UNTOUCHED, BY_HAND, UNREADABLE) else []
    more += [BY_HAND] if one.final.given and state != BY_HAND else []
    more += [LESS] if not one.final.weight else []
    more += [DAYS_LATE.format(points=points(one.final.late))] if one.final.late else []
    return Link(one.final.total, f"learners/{one.page}.html", ", ".join(more))


def _lesson(own, lesson, for_all):
    """What the page shows of a lesson."""
    tried = [one for one in own if one.state != UNTOUCHED]
    shares = [one.final.total / one.row.points for one in own]
    counts = [(f"{low}-{high}%", sum(_within(share, low, high) for share in shares)) for low, high in SPANS]
    of = {done["number"]: done["points"] for one in own for done in one.row.exercises}
    numbers = sorted(of, key=place)
    most = {"points": own[0].row.points, **{n: of[n] for n in numbers}}
    head = ("who", *(COLUMN.format(column=name, points=points(most[name])) for name in most), "remarks")
    lines = [
        [
            link(one),
            one.final.total,
            *(one.final.exercises.get(n, "") for n in numbers),
            "; ".join([*(said for said in one.final.reasons if said not in for_all), *one.remarks]),
        ]
        for one in own
    ]
    return {
        "title": LESSON.format(lesson=lesson, title=titled(lesson).title),
        "median": MEDIAN.format(graded=len(own), median=median(shares)),
        "for_all": for_all,
        "counts": counts,
        "exercises": Section("Exercises", "", HEAD, list(_rates(own))),
        "stuck": Section("Stuck", STUCK, ("who", "without points", "misconception shown last"), list(_stuck(tried))),
        "learners": Section(EACH, "", head, lines),
    }


def _rates(own):
    found = defaultdict(list)
    for one in own:
        for done in one.row.exercises:
            found[done["number"], done["title"]].append(done)
    for (number, title), ones in sorted(found.items(), key=lambda item: place(item[0][0])):
        passed = sum(done["state"] == "passed" for done in ones)
        part = sum(done["state"] != "passed" and done["earned"] > 0 for done in ones)
        idle = sum(done["state"] in NOT_TRIED for done in ones)
        names = Counter(done["misconception"] for done in ones if done["misconception"]).most_common(3)
        often = ", ".join(f"{name} ({count})" for name, count in names)
        yield [f"{number} {title}", passed, part, len(ones) - passed - part - idle, idle, often]


def _stuck(own):
    for one in own:
        tried = [done for done in one.row.exercises if done["state"] not in NOT_TRIED]
        without = [done for done in tried if not done["earned"]]
        if len(tried) >= 2 and 2 * len(without) >= len(tried):
            seen = next((SHOWN.format(**done) for done in without[::-1] if done["misconception"]), "")
            yield [link(one), ", ".join(done["number"] for done in without), seen or NO_KNOWN]


def _spare(own):
    """The Section of files that were handed in and do not count."""
    rows = [[one.who, note] for one in own if one.state != NOT_COUNTED for note in one.notes(COPY)]
    for one in own:
        if one.state == NOT_COUNTED and not one.trouble:
            why = "; ".join(map(str, one.row.notes)) or DOES_NOT_COUNT
            rows.append([NOBODYS if one.nobodys else one.who, SPARE_FILE.format(place=one.place, why=why)])
    return Section(ALSO, SPARE.format(number=len(rows)), ("who", "what"), rows)


def _nothing(own):
    """(summary, [who]) for those who have handed in nothing, and then for each lesson for those who lack it alone."""
    gone, _ = missing(own)
    names = {one.row.id: one.who for one in own}
    if gone:
        yield NOBODY.format(number=len(gone)), [names[who] for who in names if who in gone]
    for lesson in sorted({one.row.lesson for one in own if one.row.lesson}):
        some = [
            one.who for one in own if one.state == NOTHING_IN and one.row.lesson == lesson and one.row.id not in gone
        ]
        if some:
            yield LACKING.format(lesson=lesson, title=titled(lesson).title, number=len(some)), some


def _within(share, low, high):
    return low <= 100 * share < high or (high == 100 and share >= 1)
