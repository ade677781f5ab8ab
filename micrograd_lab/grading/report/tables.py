"""Grades as CSV and JSON, and in the forms that nbgrader and Gradescope take."""

import json
from collections import Counter
from dataclasses import asdict

from ...platform import write as put
from ..final import NOTHING
from ..handout import handout
from ..marking.notebook import possible
from ..spreadsheet import written
from .entry import NOT_COUNTED, NOTHING_IN, UNREADABLE, counted, entries, place, points, slug

__all__ = ["as_json", "files", "grades", "gradescope", "nbgrader", "slug", "totals"]

LESSON_OF, STATE_OF = "lesson {lesson}, of {points}", "lesson {lesson} is"
PARTS = "by the checks", "by hand", "late", "sum", "of"  # the first three add up to the fourth
PLAIN, WEIGHTED = ("percent",), ("weighted sum", "weighted of", "weighted percent")
TRY = "Try: {tries}"


def files(rows, adjusted=NOTHING, emails=None):
    """{name: text} of the tables of a report."""
    # Spreadsheets take a CSV for UTF-8 only where it begins so.
    return {
        "grades.csv": "\ufeff" + grades(rows, adjusted),
        "totals.csv": "\ufeff" + totals(rows, adjusted),
        "nbgrader.csv": nbgrader(rows, adjusted, emails),
    }


def write_others(rows, out, protection, adjusted=NOTHING):
    """Write grades.json, and for each submission what Gradescope takes."""
    put(out / "grades.json", as_json(rows, protection, adjusted))
    for one in entries(rows, adjusted):
        if one.row.record is not None and one.state != NOT_COUNTED:
            put(out / "gradescope" / f"{one.page}.json", gradescope(one))


def grades(rows, adjusted=NOTHING):
    """A line for each learner and lesson, a column for each exercise. An empty cell: nothing was handed in."""
    own = [one for one in entries(rows, adjusted) if one.state != NOT_COUNTED]
    numbers = sorted({n for one in own for n in one.final.exercises}, key=place)
    head = ["id", "name", "lesson", "file", "state", "points", "of", "by the checks", "by hand", "late", "weight"]
    made = [[*head, *numbers, "page", "reasons", "remarks"]]
    for one in own:
        row, final = one.row, one.final
        parts = [final.checks, final.by_hand, -final.late] if one.points != "" else [""] * 3
        first = [row.id, row.name, row.lesson, one.place, one.state, one.points, row.points, *parts, final.weight]
        each = [final.exercises.get(number, "") for number in numbers]
        texts = [f"learners/{one.page}.html", "; ".join(final.reasons), "; ".join(one.remarks)]
        made.append([*first, *each, *texts])
    return written(made)


def totals(rows, adjusted=NOTHING):
    """A line for each learner: a column for each lesson, the sums, and what each lesson's number is."""
    own = [one for one in entries(rows, adjusted) if one.state != NOT_COUNTED]
    lessons = sorted({one.row.lesson for one in own if one.row.lesson})
    people = {}
    for one in own:
        people.setdefault(one.row.id, []).append(one)
    columns = [LESSON_OF.format(lesson=n, points=points(possible(n))) for n in lessons]
    states = [STATE_OF.format(lesson=n) for n in lessons]
    sums = WEIGHTED if any(line.weight is not None for line in adjusted.lines) else PLAIN
    made = [["id", "name", *columns, *PARTS, *sums, *states]]
    for who, several in people.items():
        each, of, counts, states = [], 0.0, 0.0, []
        for lesson in lessons:
            one, state = in_lesson(several, lesson)
            each.append(one.points if one else 0.0 if state == UNREADABLE else "")
            weight = adjusted.weight(lesson, who)
            of += possible(lesson)
            counts += weight * possible(lesson)
            states.append(state)
        checks, by_hand, late, total = (
            sum(getattr(one.final, name) for one in several) for name in ("checks", "by_hand", "late", "total")
        )
        weighted = sum(one.final.weight * one.final.total for one in several)
        percent = round(100 * weighted / counts, 1) if counts else ""
        last = [weighted, counts, percent] if sums is WEIGHTED else [percent]
        made.append([who, several[0].row.name, *each, checks, by_hand, -late, total, of, *last, *states])
    return written(made)


def in_lesson(several, lesson):
    """(someone's Entry for a lesson or None, its state): a file that nobody can read may be of any lesson."""
    one = next((one for one in several if one.row.lesson == lesson), None)
    if one:
        return one, one.state
    lost = any(one.state == UNREADABLE and not one.row.lesson for one in several)
    return None, UNREADABLE if lost else NOTHING_IN


def as_json(rows, protection, adjusted=NOTHING):
    """All that is known, for programs."""
    made = []
    for one in entries(rows, adjusted):
        row = one.row
        record = {key: value for key, value in (row.record or {}).items() if key != "cells"}
        head = {"id": row.id, "name": row.name, "file": row.file, "place": one.place, "state": one.state}
        head["digest"] = getattr(row, "digest", "")
        more = {"lesson": row.lesson, "remarks": one.remarks, "final": asdict(one.final), "reasons": one.final.reasons}
        made.append({**head, **record, **more})
    return json.dumps({"protection": protection, "learners": made}, indent=1, ensure_ascii=False) + "\n"


COLUMNS = (
    *("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email"),
    *("raw_score", "late_submission_penalty", "score", "max_score"),
)


def nbgrader(rows, adjusted=NOTHING, emails=None):
    """The columns of `nbgrader export`, which knows no weights.

    An assignment is called as most have called its folder, or else its lesson.
    """
    own = [one for one in entries(rows, adjusted) if one.state != NOT_COUNTED]
    names = {lesson: _assignment(lesson, own) for lesson in {one.row.lesson for one in own}}
    made = [COLUMNS]
    for one in own:
        first, _, last = one.row.name.rpartition(" ")
        final = one.final
        score = [round(final.total + final.late, 6), f"{points(final.late)}", final.total, one.row.points]
        made.append(
            [names[one.row.lesson], "", "", one.row.id, last, first, (emails or {}).get(one.row.id, ""), *score]
        )
    return written(made)


def _assignment(lesson, own):
    of = [one.row.assignment for one in own if one.row.lesson == lesson and one.handed_in]
    name, times = Counter(of).most_common(1)[0] if of else ("", 0)
    if name and 2 * times > len(of):
        return name
    return handout(lesson).name if lesson else ""


def gradescope(one):
    """What an autograder leaves in results.json, of an Entry."""
    tests = [
        {
            "name": f"{done['number']} {done['title']}",
            "number": done["number"],
            "score": one.final.exercises[done["number"]],
            "max_score": done["points"],
            "status": "passed" if done["state"] == "passed" else "failed",
            "output": "\n".join(
                filter(None, [done["text"], counted(done), done["tries"] and TRY.format(tries=done["tries"])])
            ),
            "output_format": "text",
            "visibility": "visible",
        }
        for done in one.row.exercises
    ]
    said = "\n".join([*one.final.reasons, *one.for_learner])
    made = {"score": one.final.total, "output": said, "output_format": "text", "tests": tests}
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"
