"""Grades as CSV and JSON, and in the forms that nbgrader and Gradescope take."""

import csv
import io
import json

from ..course import course
from ..gradebook import write as put


def write(rows, out, protection):
    put(out / "grades.csv", grades(rows))
    put(out / "grades.json", as_json(rows, protection))
    put(out / "nbgrader.csv", nbgrader(rows))
    for row in rows:
        if row.record is not None:
            put(out / "gradescope" / f"{slug(row)}.json", gradescope(row))


def grades(rows):
    """A line for each learner and lesson, a column for each exercise."""
    numbers = sorted({one["number"] for row in rows for one in exercises(row)}, key=place)
    made = [["id", "name", "lesson", "file", "points", "of", *numbers, "remarks"]]
    for row in rows:
        record = row.record or {"lesson": "", "earned": 0.0, "points": 0.0}
        earned = {one["number"]: points(one["earned"]) for one in exercises(row)}
        head = [row.id, row.name, record["lesson"], row.file, points(record["earned"]), points(record["points"])]
        made.append([*head, *(earned.get(n, "") for n in numbers), "; ".join(remarks(row))])
    return _csv(made)


def as_json(rows, protection):
    entries = []
    for row in rows:
        record = {key: value for key, value in (row.record or {}).items() if key != "cells"}
        entries.append({"id": row.id, "name": row.name, "file": row.file, "remarks": remarks(row), **record})
    return json.dumps({"protection": protection, "learners": entries}, indent=1, ensure_ascii=False) + "\n"


COLUMNS = (
    *("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email"),
    *("raw_score", "late_submission_penalty", "score", "max_score"),
)


def nbgrader(rows):
    """The columns of `nbgrader export`."""
    made = [COLUMNS]
    for row in rows:
        record = row.record or {"lesson": "", "earned": 0.0, "points": 0.0}
        first, _, last = row.name.rpartition(" ")
        score = [points(record["earned"]), "0.0", points(record["earned"]), points(record["points"])]
        assignment = course(record["lesson"]).file if record["lesson"] else ""
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
            "output": "\n".join(filter(None, [one["text"], one["tries"] and f"Try: {one['tries']}"])),
            "output_format": "text",
            "visibility": "visible",
        }
        for one in exercises(row)
    ]
    made = {"score": row.record["earned"], "output": "\n".join(remarks(row)), "output_format": "text", "tests": tests}
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def exercises(row):
    return row.record["exercises"] if row.record else []


def remarks(row):
    """All that is to be said of a submission, beside its exercises."""
    if row.record is None:
        return ["nothing handed in"]
    return [*filter(None, [row.record["trouble"]]), *row.notes, *row.record["notes"]]


def points(number):
    """Points in few digits: 2, 1.5, 0.667."""
    return f"{round(number, 3):g}"


def place(number):
    return [int(part) if part.isdigit() else 0 for part in number.split(".")]


def slug(row):
    """A file's name for a row, of letters and digits alone."""
    letters = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in row.id).strip("-")[:60]
    lesson = row.record["lesson"] if row.record else ""
    mark = f"{sum(n * ord(c) for n, c in enumerate(row.id, 1)) % 0xFFFF:04x}"  # two ids may have the same letters
    return "-".join(filter(None, [letters or "learner", mark, lesson]))


def _csv(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([[_cell(cell) for cell in row] for row in rows])
    return text.getvalue()


def _cell(value):
    """A cell that no spreadsheet takes for a formula."""
    value = "".join(sign if sign.isprintable() else " " for sign in str(value))
    return f"'{value}" if value[:1] in ("=", "+", "-", "@") else value
