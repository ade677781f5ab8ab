"""Tables of a report that somebody has edited since they were written are kept, beside the new ones."""

import contextlib
import csv
import hashlib
import json

from ...platform import write
from ..spreadsheet import content

WRITTEN = "written.json"
EDITED = "{file} was edited after it was written; what was in it is kept in {aside}. What is to stay goes into {place}."
PLACE = "adjustments.csv"


def keep_aside(out, files):
    """Move edited tables aside before new ones, {name: text}, are written; the sentences that say so."""
    place = out / "private" / WRITTEN
    known = {}
    with contextlib.suppress(OSError, ValueError):
        known = json.loads(place.read_text(encoding="utf-8"))
    known = known if isinstance(known, dict) else {}
    said, kept = [], {}
    for name, text in files.items():
        before = known.get(name)
        before = before if isinstance(before, list) else []
        new = _digest(text.encode("utf-8", "replace"))
        there = out / name
        data = there.read_bytes() if there.is_file() else text.encode("utf-8", "replace")
        now = _digest(data)
        if {now, _plain_digest(data)} & {*before, new}:
            kept[name] = [now, new]  # both: if this run is ended, either is there
            continue
        aside = _free(there)
        there.rename(aside)
        said.append(EDITED.format(file=name, aside=aside.name, place=PLACE))
        kept[name] = [new]
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write(place, json.dumps(kept, indent=1) + "\n")
    return said


def _free(path):
    """A name beside a file that no other has."""
    number = 1
    while True:
        more = f"-{number}" if number > 1 else ""
        aside = path.with_name(f"{path.stem}.edited-by-hand{more}{path.suffix}")
        if not aside.exists():
            return aside
        number += 1


def _digest(data):
    """The same for a table that was saved again without a change."""
    with contextlib.suppress(csv.Error):  # no table any more
        data = json.dumps(content(data)).encode()
    return _plain_digest(data)


def _plain_digest(data):
    return hashlib.sha256(data).hexdigest()
