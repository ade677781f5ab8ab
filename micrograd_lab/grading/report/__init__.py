"""What a teacher and a learner read: pages, tables, and files for other systems."""

import json
from collections import Counter
from pathlib import Path

from ...platform import write as put
from ..final import NOTHING
from . import tables
from .classroom import classroom
from .entry import NOT_COUNTED, entries
from .kept import keep_aside
from .learner import learner
from .summary import summary

__all__ = ["entries", "left_out", "protection", "summary", "write"]

OF_LESSON = "{id}, lesson {lesson}"
IN_SANDBOX = (
    "Graded in a sandbox: no network, nothing to read but Python and the libraries of the kit, and limits on "
    "time, memory, files and processes."
)
WITHOUT = (
    "Graded without a sandbox, with limits on time and memory alone: code that was handed in could read every file "
    "that the user who graded can read, solutions and other submissions among them, and use the network. Expected "
    "values were not in its process. With bubblewrap, on Linux, it sees none of this."
)


def write(rows, out, sandboxed, adjusted=NOTHING, roster=False, emails=None):
    """Write the whole report of these rows, and give the sentences about files that were edited by hand.

    `emails` is {id: address}, as a roster has them.
    """
    out = Path(out)
    files = tables.files(rows, adjusted, emails)
    said = keep_aside(out, files)
    for name, text in files.items():
        put(out / name, text)
    tables.write_others(rows, out, protection(sandboxed), adjusted)
    own = [one for one in entries(rows, adjusted) if one.state != NOT_COUNTED]
    for one in own:
        put(out / "learners" / f"{one.page}.html", learner(one))
    known = {one.page for one in own}
    for page in [*out.glob("learners/*.html"), *out.glob("gradescope/*.json")]:
        if page.stem not in known:
            page.unlink()  # of an earlier run: nobody should send it
    put(out / "index.html", classroom(rows, protection(sandboxed), adjusted, said, roster))
    return said


def left_out(rows, out):
    """Whose grades the report there holds, and these rows do not: "adams, lesson 05".

    What was graded, and cannot be read now, would be lost too. A file that is graded again under another id is not
    lost, nor is one that another of the same learner counts for.
    """
    here, before = {(row.id, row.lesson) for row in rows if row.file}, []
    graded = {(row.id, row.lesson) for row in rows if row.exercises}
    try:  # there may be no report yet, or one that was cut off
        learners = json.loads((Path(out) / "grades.json").read_text(encoding="utf-8"))["learners"]
        held = {(one["id"], one["lesson"], one.get("digest")) for one in learners}
        again = _digests(rows, held)
        for one in learners:
            kept = graded if one.get("exercises") else here
            if one["file"] and (one["id"], one["lesson"]) not in kept and not _taken(again, one):
                before.append(OF_LESSON.format(id=one["id"], lesson=one["lesson"]) if one["lesson"] else one["id"])
    except (OSError, ValueError, KeyError):
        return before
    return before


def _digests(rows, held):
    """How often each (file's digest, whether it is graded) is here, but as the report holds it."""
    counts = Counter()
    for row in rows:
        for one in (row, *getattr(row, "others", ())):
            if one.digest and one.file and (one is not row or (row.id, row.lesson, row.digest) not in held):
                counts[one.digest, bool(one.exercises)] += 1
    return counts


def _taken(counts, one):
    """Whether the file of a learner of the report is among these; each is there for one learner alone."""
    for graded in (True,) if one.get("exercises") else (False, True):
        if counts[one.get("digest", ""), graded] > 0:
            counts[one["digest"], graded] -= 1
            return True
    return False


def protection(sandboxed):
    """What the code that was handed in could reach, in a sentence."""
    return IN_SANDBOX if sandboxed else WITHOUT
