"""What a teacher and a learner read: pages, tables, and files for other systems."""

import contextlib
import json
from pathlib import Path

from ...platform import write as put
from . import tables
from .classroom import classroom
from .learner import learner
from .tables import remarks

__all__ = ["left_out", "protection", "remarks", "write"]

OF_LESSON = "{id}, lesson {lesson}"
IN_SANDBOX = (
    "Graded in a sandbox: no network, nothing to read but Python, NumPy and the exercise's own cases, and limits on "
    "time, memory, files and processes."
)
WITHOUT = (
    "Graded without a sandbox, with limits on time and memory alone: code that was handed in could read every file "
    "that the user who graded can read, solutions and other submissions among them, and use the network. Expected "
    "values were not in its process. With bubblewrap, on Linux, it sees none of this."
)


def write(rows, out, sandboxed):
    """Write the whole report of these rows."""
    out = Path(out)
    tables.write(rows, out, protection(sandboxed))
    for row in rows:
        put(out / "learners" / f"{tables.slug(row)}.html", learner(row))
    known = {tables.slug(row) for row in rows}
    for page in [*out.glob("learners/*.html"), *out.glob("gradescope/*.json")]:
        if page.stem not in known:
            page.unlink()  # of an earlier run: nobody should send it
    put(out / "index.html", classroom(rows, protection(sandboxed)))


def left_out(rows, out):
    """Whose grades the report there holds, and these rows do not: "adams, lesson 05".

    What was graded, and cannot be read now, would be lost too.
    """
    here, before = {(row.id, row.lesson) for row in rows if row.file}, []
    graded = {(row.id, row.lesson) for row in rows if row.exercises}
    with contextlib.suppress(OSError, ValueError, KeyError):  # no report yet, or one that was cut off
        for one in json.loads((Path(out) / "grades.json").read_text(encoding="utf-8"))["learners"]:
            if one["file"] and (one["id"], one["lesson"]) not in (graded if one.get("exercises") else here):
                before.append(OF_LESSON.format(id=one["id"], lesson=one["lesson"]) if one["lesson"] else one["id"])
    return before


def protection(sandboxed):
    """What the code that was handed in could reach, in a sentence."""
    return IN_SANDBOX if sandboxed else WITHOUT
