"""Grades as CSV and JSON, and in the forms that nbgrader and Gradescope take."""

import csv
import io
import json

from ...platform import write as put
from ..handout import handout
from ..marking.notebook import possible

LESSON_OF = "lesson {lesson}, of {points}"
NOTHING_IN, NOTHING_IN_LESSON = "nothing handed in", "nothing handed in for lesson {lesson}"
TRY = "Try: {tries}"


def write(rows, out, protection):
    # Spreadsheets take a CSV for UTF-8 only where it begins so.
    put(out / "grades.csv", "\ufeff" + grades(rows))
    put(out / "grades.json", as_json(rows, protection))
    put(out / "nbgrader.csv", nbgrader(rows))
    for row in rows:
        if row.record is not None:
            put(out / "gradescope" / f"{slug(row)}.json", gradescope(row))
    put(out / "totals.csv", "\ufeff" + totals(rows))


def grades(rows):
    """A line for each learner and lesson, a column for each exercise."""
    numbers = sorted({one["number"] for row in rows for one in row.exercises}, key=place)
    made = [["id", "name", "lesson", "file", "points", "of", *numbers, "page", "remarks"]]
    for row in rows:
        earned = {one["number"]: points(one["earned"]) for one in row.exercises}
        head = [row.id, row.name, row.lesson, row.file, points(row.earned), points(row.points)]
        made.append(
            [*head, *(earned.get(n, "") for n in numbers), f"learners/{slug(row)}.html", "; ".join(remarks(row))]
        )
    return _csv(made)


def totals(rows):
    """A line for each learner, a column for each lesson, and the sum."""
    lessons = sorted({row.lesson for row in rows if row.lesson})
    earned, names = {}, {}
    for row in rows:
        names[row.id] = row.name
        earned.setdefault(row.id, {})[row.lesson] = row.earned
    made = [["id", "name", *(LESSON_OF.format(lesson=n, points=points(possible(n))) for n in lessons), "sum"]]
    for who, by_lesson in earned.items():
        each = [points(by_lesson.get(n, 0.0)) for n in lessons]
        made.append([who, names[who], *each, points(sum(by_lesson.values()))])
    return _csv(made)


def as_json(rows, protection):
    entries = []
    for row in rows:
        record = {key: value for key, value in (row.record or {}).items() if key != "cells"}
        head = {"id": row.id, "name": row.name, "file": row.file, "remarks": remarks(row)}
        entries.append({**head, **record, "lesson": row.lesson})
    return json.dumps({"protection": protection, "learners": entries}, indent=1, ensure_ascii=False) + "\n"


COLUMNS = (
    *("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email"),
    *("raw_score", "late_submission_penalty", "score", "max_score"),
)


def nbgrader(rows):
    """The columns of `nbgrader export`."""
    made = [COLUMNS]
    for row in rows:
        first, _, last = row.name.rpartition(" ")
        score = [points(row.earned), "0.0", points(row.earned), points(row.points)]
        assignment = row.assignment or (handout(row.lesson).name if row.lesson else "")
        made.append([assignment, "", "", row.id, last, first, "", *score])
    return _csv(made)


def gradescope(row):
    """What an autograder leaves in results.json."""
    tests = [
        {
            "name": f"{one['number']} {one['title']}",
            "number": one["number"],
            "score": one["earned"],
            "max_score": one["points"],
            "status": "passed" if one["state"] == "passed" else "failed",
            "output": "\n".join(filter(None, [one["text"], one["tries"] and TRY.format(tries=one["tries"])])),
            "output_format": "text",
            "visibility": "visible",
        }
        for one in row.exercises
    ]
    made = {"score": row.record["earned"], "output": "\n".join(remarks(row)), "output_format": "text", "tests": tests}
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def remarks(row):
    """All that is to be said of a submission, beside its exercises."""
    if row.record is None:
        return [NOTHING_IN_LESSON.format(lesson=row.lesson) if row.lesson else NOTHING_IN]
    return [*filter(None, [row.record["trouble"]]), *row.notes, *row.record["notes"]]


def points(number):
    """Points in few digits: 2, 1.5, 0.667."""
    return f"{round(number, 3):g}"


def place(number):
    return [int(part) if part.isdigit() else 0 for part in number.split(".")]


def slug(row):
    """A file's name for a row, of letters and digits alone."""
    letters = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in row.id).strip("-")[:60]
    mark = f"{sum(n * ord(c) for n, c in enumerate(row.id, 1)) % 0xFFFF:04x}"  # two ids may have the same letters
    return "-".join(filter(None, [letters or "learner", mark, row.lesson]))


def _csv(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([[_cell(cell) for cell in row] for row in rows])
    return text.getvalue()


def _cell(value):
    """A cell that no spreadsheet takes for a formula."""
    value = "".join(sign if sign.isprintable() else " " for sign in str(value))
    return f"'{value}" if value[:1] in ("=", "+", "-", "@") else value
