"""The journal's file: entries are added and read, and what can't be read is set aside and said."""

import os
from datetime import UTC, datetime
from pathlib import Path

from .. import jsonlines, platform

OFF = "The journal is off, so this is not kept."
NOT_KEPT = "This could not be kept in your journal ({reason}). Everything else works."
A_FOLDER = "Your journal can't be read: {path} is a folder. Move it away, and a new journal begins."
UNREADABLE = "Your journal can't be read ({reason}): {path}. See who may read that file."
DAMAGED_LINE = "1 line of your journal can't be read. It lies in {place}. Everything else is still here."
DAMAGED = "{number} lines of your journal can't be read. They lie in {place}. Everything else is still here."


def folder() -> Path:
    """The folder of the journal: MICROGRAD_LAB_DATA where that is set, else the system's place for a user's data."""
    chosen = os.environ.get("MICROGRAD_LAB_DATA")
    return Path(chosen) if chosen else platform.data_folder("micrograd_lab")


def path() -> Path:
    """The journal's file, there or not yet: a JSON object a line."""
    return folder() / "journal.jsonl"


def aside() -> Path:
    """Where lines lie that can't be read, byte by byte as they were."""
    return folder() / "journal.damaged.txt"


def keeping() -> bool:
    """Whether entries are kept at all."""
    return os.environ.get("MICROGRAD_LAB_JOURNAL", "").lower() != "off" and not os.path.exists(folder() / "off")


def add(kind: str, **fields) -> str:
    """Append one entry, with the time. Gives "" or, where it could not be kept, a sentence that says why."""
    if not keeping():
        return OFF
    entry = {"time": datetime.now(UTC).isoformat(timespec="seconds"), "kind": kind, **fields}
    try:
        folder().mkdir(parents=True, exist_ok=True)
        with _alone():
            jsonlines.append(path(), entry, ensure_ascii=False, default=str)
    except OSError as error:
        return NOT_KEPT.format(reason=error.strerror)
    return ""


def entries(kind: str | None = None, **fields) -> list[dict]:
    """The entries of this kind whose fields have these values, oldest first.

    Lines that can't be read are moved to a file beside the journal, so that none is lost; `trouble()` tells of them.
    """
    wanted = {"kind": kind, **fields} if kind else fields
    return [e for e in _read()[0] if all(e.get(k) == v for k, v in wanted.items())]


def trouble() -> str:
    """What of the journal can't be read, and where it lies, in a sentence; "" where all is well."""
    if os.path.isdir(path()):
        return A_FOLDER.format(path=path())
    try:
        damaged = _read()[1]
        path().open("rb").close()
    except (FileNotFoundError, NotADirectoryError):  # none yet; what was set aside of an earlier one may be there
        damaged = []
    except OSError as error:
        return UNREADABLE.format(reason=error.strerror, path=path())
    try:
        moved = sum(bool(line.strip()) for line in aside().read_bytes().split(b"\n"))
    except OSError:
        moved = 0
    number, place = (len(damaged), path()) if damaged else (moved, aside())
    if not number:
        return ""
    return (DAMAGED_LINE if number == 1 else DAMAGED).format(number=number, place=place)


def clear() -> int:
    """Delete the journal. Gives the number of entries that it held."""
    held = len(entries())
    for file in (path(), aside()):
        file.unlink(missing_ok=True)
    return held


def switch(on: bool) -> None:
    """Keep entries from now on, or stop keeping them. What is already kept stays until `clear()`."""
    folder().mkdir(parents=True, exist_ok=True)
    if on:
        (folder() / "off").unlink(missing_ok=True)
    else:
        (folder() / "off").touch()


def _alone():
    # Two kernels may write to one journal.
    return platform.file_lock(folder() / "journal.lock")


def _read():
    """(entries, damaged lines that could not be set aside)."""
    with _alone():
        try:
            return jsonlines.read(path(), lambda entry: isinstance(entry.get("kind"), str), aside())
        except OSError:  # none yet, or none that can be read
            return [], []
