"""The journal's file: entries are added and read, and what can't be read is set aside and said."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

from .alone import alone


def folder():
    chosen = os.environ.get("MICROGRAD_LAB_DATA")
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_data_dir("micrograd_lab", appauthor=False))


def path():
    return folder() / "journal.jsonl"


def aside():
    """Where lines lie that can't be read, byte by byte as they were."""
    return folder() / "journal.damaged.txt"


def keeping():
    """Whether entries are kept at all."""
    return os.environ.get("MICROGRAD_LAB_JOURNAL", "").lower() != "off" and not os.path.exists(folder() / "off")


def add(kind, **fields):
    """Append one entry, with the time. Gives "" or, where it could not be kept, a sentence that says why."""
    if not keeping():
        return "The journal is off, so this is not kept."
    entry = {"time": datetime.now(UTC).isoformat(timespec="seconds"), "kind": kind, **fields}
    line = (json.dumps(entry, ensure_ascii=False, default=str) + "\n").encode(errors="replace")
    try:
        folder().mkdir(parents=True, exist_ok=True)
        # Unbuffered: one entry is one write, however long it is.
        with alone(folder()), path().open("ab+", buffering=0) as file:
            if file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":  # a crash cut the last line off: this entry must not become part of it
                    line = b"\n" + line
            file.write(line)
    except OSError as error:
        return f"This could not be kept in your journal ({error.strerror}). Everything else works."
    return ""


def entries(kind=None, **fields):
    """The entries of this kind whose fields have these values, oldest first.

    Lines that can't be read are moved to a file beside the journal, so that none is lost; `trouble()` tells of them.
    """
    wanted = {"kind": kind, **fields} if kind else fields
    return [e for e in _read()[0] if all(e.get(k) == v for k, v in wanted.items())]


def trouble():
    """What of the journal can't be read, and where it lies, in a sentence; "" where all is well."""
    if os.path.isdir(path()):
        return f"Your journal can't be read: {path()} is a folder. Move it away, and a new journal begins."
    try:
        damaged = _read()[1]
        path().open("rb").close()
    except (FileNotFoundError, NotADirectoryError):  # none yet; what was set aside of an earlier one may be there
        damaged = []
    except OSError as error:
        return f"Your journal can't be read ({error.strerror}): {path()}. See who may read that file."
    try:
        moved = sum(bool(line.strip()) for line in aside().read_bytes().split(b"\n"))
    except OSError:
        moved = 0
    number, place = (len(damaged), path()) if damaged else (moved, aside())
    if not number:
        return ""
    lines, they = ("1 line", "It lies") if number == 1 else (f"{number} lines", "They lie")
    return f"{lines} of your journal can't be read. {they} in {place}. Everything else is still here."


def clear():
    """Delete the journal. Gives the number of entries that it held."""
    held = len(entries())
    for file in (path(), aside()):
        file.unlink(missing_ok=True)
    return held


def switch(on):
    """Keep entries from now on, or stop keeping them. What is already kept stays until `clear()`."""
    folder().mkdir(parents=True, exist_ok=True)
    if on:
        (folder() / "off").unlink(missing_ok=True)
    else:
        (folder() / "off").touch()


def _read():
    """(entries, damaged lines that could not be set aside)."""
    with alone(folder()):
        try:
            lines = [line for line in path().read_bytes().split(b"\n") if line.strip()]
        except OSError:  # none yet, or none that can be read
            return [], []
        found = [(line, _entry(line)) for line in lines]
        damaged = [line for line, entry in found if entry is None]
        if damaged:
            try:
                _set_aside(damaged, [line for line, entry in found if entry is not None])
                damaged = []
            except OSError:  # the folder can't be written: they stay where they are
                pass
    return [entry for _, entry in found if entry is not None], damaged


def _entry(line):
    try:
        entry = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    return entry if isinstance(entry, dict) and isinstance(entry.get("kind"), str) else None


def _set_aside(damaged, good):
    with aside().open("ab") as file:
        file.write(b"\n".join(damaged) + b"\n")
    # Written beside and moved over, so that a crash leaves the old file or the new one.
    new = path().with_suffix(".new")
    new.write_bytes(b"".join(line + b"\n" for line in good))
    new.replace(path())
