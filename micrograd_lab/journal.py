"""What a learner predicted and tried, kept in a file of their own on their machine. Nothing leaves it.

One JSON object a line. The folder is `MICROGRAD_LAB_DATA` where that is set, else the system's place
for a user's data. `MICROGRAD_LAB_JOURNAL=off`, or `micrograd-lab journal --off` once, keeps nothing.
"""

import json
import os
from datetime import UTC, datetime
from pathlib import Path


def folder():
    chosen = os.environ.get("MICROGRAD_LAB_DATA")
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_data_dir("micrograd_lab", appauthor=False))


def path():
    return folder() / "journal.jsonl"


def keeping():
    """Whether entries are kept at all."""
    return os.environ.get("MICROGRAD_LAB_JOURNAL", "").lower() != "off" and not (folder() / "off").exists()


def add(kind, **fields):
    """Append one entry, with the time. Gives "" or, where it could not be kept, a sentence that says why."""
    if not keeping():
        return "The journal is off, so this is not kept."
    entry = {"time": datetime.now(UTC).isoformat(timespec="seconds"), "kind": kind, **fields}
    line = json.dumps(entry, ensure_ascii=False) + "\n"
    try:
        folder().mkdir(parents=True, exist_ok=True)
        with path().open("ab+") as file:
            if file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":  # a crash cut the last line off: this entry must not become part of it
                    line = "\n" + line
            file.write(line.encode())
    except OSError as error:
        return f"This could not be kept in your journal ({error.strerror}). Everything else works."
    return ""


def entries(kind=None, **fields):
    """The entries of this kind whose fields have these values, oldest first.

    Lines that can't be read are moved to a file beside the journal, so that none is lost.
    """
    good, damaged = [], []
    try:
        lines = path().read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:  # none yet, or none that can be read
        return []
    for line in lines:
        try:
            good.append(dict(json.loads(line)))
        except (ValueError, TypeError):
            if line.strip():
                damaged.append(line)
    if damaged:
        with (folder() / "journal.damaged.txt").open("a", encoding="utf-8") as file:
            file.write("\n".join(damaged) + "\n")
        _rewrite(good)
    wanted = {"kind": kind, **fields} if kind else fields
    return [e for e in good if all(e.get(k) == v for k, v in wanted.items())]


def predictions():
    """Each prediction that met its outcome, oldest first: {lesson, name, question, answer, outcome, as_predicted}.

    A question answered several times counts each time.
    """
    asked, met = {}, []
    for entry in entries():
        which = entry.get("lesson"), entry.get("name")
        if entry.get("kind") == "prediction":
            asked[which] = entry.get("question", "")
        elif entry.get("kind") == "outcome" and which in asked:
            right = entry.get("as_predicted", entry.get("answer") == entry.get("outcome"))
            fields = {name: entry.get(name) for name in ("lesson", "name", "answer", "outcome")}
            met.append({**fields, "question": asked[which], "as_predicted": right})
    return met


def clear():
    """Delete the journal. Gives the number of entries that it held."""
    held = len(entries())
    for file in (path(), folder() / "journal.damaged.txt"):
        file.unlink(missing_ok=True)
    return held


def switch(on):
    """Keep entries from now on, or stop keeping them. What is already kept stays until `clear()`."""
    folder().mkdir(parents=True, exist_ok=True)
    if on:
        (folder() / "off").unlink(missing_ok=True)
    else:
        (folder() / "off").touch()


def _rewrite(good):
    # Written beside and moved over, so that a crash leaves the old file or the new one.
    new = path().with_suffix(".new")
    new.write_text("".join(json.dumps(e, ensure_ascii=False) + "\n" for e in good), encoding="utf-8")
    new.replace(path())
