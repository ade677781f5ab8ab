"""What a teacher and a learner read: pages, tables, and files for other systems."""

from pathlib import Path

from ..gradebook import write as put
from . import tables
from .classroom import classroom
from .learner import learner

__all__ = ["protection", "write"]


def write(rows, out, jailed):
    """Write the whole report of these rows."""
    out = Path(out)
    tables.write(rows, out, protection(jailed))
    for row in rows:
        put(out / "learners" / f"{tables.slug(row)}.html", learner(row))
    put(out / "index.html", classroom(rows, protection(jailed)))


def protection(jailed):
    """What the code that was handed in could reach, in a sentence."""
    if jailed:
        return (
            "Graded in a sandbox: no network, nothing to read but Python, NumPy and the exercise's own cases, and "
            "limits on time, memory, files and processes."
        )
    return (
        "Graded without a sandbox, with limits on time and memory alone: code that was handed in could read every file "
        "that the user who graded can read, solutions and other submissions among them, and use the network. Expected "
        "values were not in its process. With bubblewrap, on Linux, it sees none of this."
    )
