"""The class page: who has what, where most are stuck and why, and what a teacher may want to look at."""

from collections import Counter, defaultdict
from html import escape
from statistics import median

from ..handout import handout
from .page import bars, page, table
from .similarity import leads
from .tables import place, points, remarks, slug

COUNTS = "{graded} graded, {others} not."
LESSON, COLUMN = "Lesson {lesson}", "{column}, of {points}"
MEDIAN = "{graded} graded. The median is {median:.0%} of the points."
STUCK = "Tried at least two exercises, and got nothing for half of those or more."
ALIKE = (
    "Leads, and no verdicts: look at both before you say a word. Names and comments are not \ncompared; code that many "
    "have written in the same way is left out."
)
SPANS = ((0, 20), (20, 40), (40, 60), (60, 80), (80, 100))


def classroom(rows, protection):
    """The HTML of the class page."""
    here, odd = [row for row in rows if row.exercises], [row for row in rows if not row.exercises]
    parts = [f"<p>{COUNTS.format(graded=len(here), others=len(odd))}</p>", f'<p class="soft">{escape(protection)}</p>']
    if odd:
        parts.append("<h2>Not graded</h2>")
        parts.append(
            table("Not graded", ["who", "file", "why"], [[_link(r), r.file, "; ".join(remarks(r))] for r in odd])
        )
    for lesson in sorted({row.lesson for row in here}):
        own = [row for row in here if row.lesson == lesson]
        parts += [f"<h2>{LESSON.format(lesson=lesson)}</h2>", *_lesson(own, lesson)]
    return page("The class", "\n".join(parts))


def who(row):
    return f"{row.name} ({row.id})" if row.name else row.id


def _link(row):
    return (f'<a href="learners/{slug(row)}.html">{escape(who(row))}</a>',)


def _lesson(rows, lesson):
    shares = [row.earned / row.points for row in rows]
    counts = [(f"{low}-{high}%", sum(_within(share, low, high) for share in shares)) for low, high in SPANS]
    yield f"<p>{MEDIAN.format(graded=len(rows), median=median(shares))}</p>"
    yield bars("Learners by share of points", counts)
    yield "<h3>Exercises</h3>"
    yield table("Exercises", ["exercise", "passed", "in part", "not", "most often"], list(_rates(rows)))
    if stuck := list(_stuck(rows)):
        yield f"<h3>Stuck</h3><p>{STUCK}</p>"
        yield table("Stuck", ["who", "exercises", "last shown"], stuck)
    stubs = {number: given.stub for number, given in handout(lesson).given.items()}
    alike = leads({row.id: row.record["cells"] for row in rows}, stubs)
    if alike:
        yield f"<h3>Alike</h3><p>{ALIKE}</p>"
        found = [[one, other, f"{share:.0%}", ", ".join(numbers)] for share, _, one, other, numbers in alike[:50]]
        yield table("Alike", ["one", "other", "in common", "exercises"], found)
    yield "<h3>Learners</h3>"
    of = {one["number"]: one["points"] for row in rows for one in row.exercises}
    numbers = sorted(of, key=place)
    most = {"points": rows[0].points, **{n: of[n] for n in numbers}}
    head = ["who", *(COLUMN.format(column=name, points=points(most[name])) for name in most), "remarks"]
    yield table("Learners", head, [_line(row, numbers) for row in rows])


def _line(row, numbers):
    earned = {one["number"]: one["earned"] for one in row.exercises}
    return [_link(row), row.earned, *(earned.get(n, "") for n in numbers), "; ".join(remarks(row))]


def _rates(rows):
    found = defaultdict(list)
    for row in rows:
        for one in row.exercises:
            found[one["number"], one["title"]].append(one)
    for (number, title), ones in sorted(found.items(), key=lambda item: place(item[0][0])):
        passed = sum(one["state"] == "passed" for one in ones)
        part = sum(one["state"] != "passed" and one["earned"] > 0 for one in ones)
        names = Counter(one["misconception"] for one in ones if one["misconception"]).most_common(3)
        often = ", ".join(f"{name} ({count})" for name, count in names)
        yield [f"{number} {title}", passed, part, len(ones) - passed - part, often]


def _stuck(rows):
    for row in rows:
        tried = [one for one in row.exercises if one["state"] not in ("missing", "not attempted")]
        without = [one for one in tried if not one["earned"]]
        if len(tried) >= 2 and 2 * len(without) >= len(tried):
            seen = next((one["misconception"] for one in without[::-1] if one["misconception"]), "")
            yield [who(row), ", ".join(one["number"] for one in without), seen or "no known misconception"]


def _within(share, low, high):
    return low <= 100 * share < high or (high == 100 and share == 1)
