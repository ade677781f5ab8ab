"""Files of one JSON object a line: objects are added and read, and lines that can't be read are set aside."""

import json

from . import platform


def append(path, entry, lasting=False, **how):
    """Add one object; `how` is for json.dumps. `lasting`: it is on the disk before this returns. OSError where it can't
    be written."""
    line = json.dumps(entry, **how) + "\n"
    platform.append(path, line.encode(errors="replace"), lasting)


def read(path, known, aside, whole=False):
    """(objects, damaged lines that could not be set aside), in their order.

    An object counts where known(object) says so. All other lines are moved, byte by byte as they were, to the end of
    the file `aside`. `whole`: a last line that has no end counts as cut off, even where it can be read. OSError where
    the file can't be read.
    """
    *lines, last = path.read_bytes().split(b"\n")
    found = [(line, _object(line, known)) for line in lines if line.strip()]
    if last.strip():
        found.append((last, None if whole else _object(last, known)))
    damaged = [line for line, entry in found if entry is None]
    if damaged:
        try:
            with aside.open("ab") as file:
                file.write(b"\n".join(damaged) + b"\n")
            good = b"".join(line + b"\n" for line, entry in found if entry is not None)
            platform.write(path, good, lasting=True)
            damaged = []
        except OSError:  # the folder can't be written: they stay where they are
            pass
    return [entry for _, entry in found if entry is not None], damaged


def _object(line, known):
    try:
        entry = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    return entry if isinstance(entry, dict) and known(entry) else None
