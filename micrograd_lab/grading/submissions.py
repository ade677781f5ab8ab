"""Who has handed in what: from a folder or an archive, in the shapes that course systems give them."""

import contextlib
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from .answers import LARGEST

IGNORED = re.compile(r"(^|/)(\.|__MACOSX(/|$)|__pycache__(/|$)|Thumbs\.db$|timestamp\.txt$|desktop\.ini$)", re.I)
MOODLE = re.compile(r"^(?P<who>.+)_(?P<number>\d+)_assignsubmission_(?:file|onlinetext)(?:_|/|$)(?P<file>.*)$")
CANVAS = re.compile(r"^(?P<who>[a-z\d-]+?)(?P<late>_LATE)?_\d+_\d+_(?P<file>.+)$", re.I)


@dataclass
class Entry:
    """A file that was handed in: `who` by its place, `name` as it was called, and how to read it."""

    who: str
    name: str
    place: str
    read: object
    time: float = 0.0
    notes: list = field(default_factory=list)

    def data(self):
        """Its bytes; one more than a notebook may have, where it has more."""
        return self.read()


def entries(root):
    """Every file that somebody handed in, in order; of what is nobody's there is none."""
    root = Path(root)
    if not root.exists():
        raise FileNotFoundError(
            f"asked: to grade {root}\nfound: nothing there\n"
            "try:   a folder of notebooks, or a zip from your course system"
        )
    if root.is_file() and not zipfile.is_zipfile(root):
        if root.suffix == ".zip":
            raise ValueError(f"asked: to grade {root}\nfound: a zip that is damaged\ntry:   download it again")
        return [_whose(root.name, root.name, _reader(root), root.stat().st_mtime)]
    files = list(_in_zip(root, "") if root.is_file() else _in_folder(root))
    found = [_whose(place, place.rpartition("/")[2], read, when) for place, read, when in files]
    return sorted(found, key=lambda entry: (entry.who.casefold(), entry.place))


def _in_folder(root):
    for path in sorted(root.rglob("*")):
        place = path.relative_to(root).as_posix()
        if IGNORED.search(place) or path.is_dir():
            continue
        if path.is_symlink():
            yield place, lambda: b"", 0.0  # where it leads is not for a learner to say
        elif path.suffix == ".zip" and zipfile.is_zipfile(path):
            yield from _in_zip(path, place.removesuffix(".zip") + "/")
        else:
            yield place, _reader(path), path.stat().st_mtime


def _in_zip(path, before):
    """The files of an archive; they are read where they are, and nothing is unpacked."""
    with contextlib.suppress(zipfile.BadZipFile, OSError), zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            parts = PurePosixPath(info.filename.replace("\\", "/")).parts
            place = "/".join(part for part in parts if part not in ("/", "..", "."))
            if not info.is_dir() and not IGNORED.search(place):
                yield before + place, _zip_reader(path, info.filename), _when(info)


def _when(info):
    year, month, day, hour, minute, second = info.date_time
    return ((((year * 12 + month) * 31 + day) * 24 + hour) * 60 + minute) * 60.0 + second


def _reader(path):
    def read():
        with path.open("rb") as file:
            return file.read(LARGEST + 1)

    return read


def _zip_reader(path, name):
    def read():
        with zipfile.ZipFile(path) as archive, archive.open(name) as file:
            return file.read(LARGEST + 1)

    return read


def _whose(place, name, read, when):
    """The Entry of a file: who is who from Moodle's or Canvas's names, the folder it is in, or its own name."""
    parts = place.split("/")
    if parts[0] == "submitted" and len(parts) > 2:  # nbgrader: submitted/learner/assignment/notebook
        parts = parts[1:]
    joined = "/".join(parts)
    for part, rest in ((parts[0], "/".join(parts[1:])), (parts[-1], "")):
        if match := MOODLE.match(part):
            return Entry(match["who"], (rest or match["file"]).rpartition("/")[2], place, read, when)
    if match := CANVAS.match(parts[-1]):
        file = re.sub(r"-\d+(?=\.[^.]+$)", "", match["file"])
        return Entry(match["who"], file, place, read, when, ["handed in late"] if match["late"] else [])
    if len(parts) > 1:
        return Entry(parts[0], name, place, read, when)
    return Entry(_person(joined), name, place, read, when)


def _person(name):
    """Whose file this is, where each has one: "alice" of alice.ipynb, alice_05_order.ipynb and 05_order-alice.ipynb."""
    stem = re.sub(r"(\.(ipynb|json|txt|py))+$", "", name, flags=re.I) or name
    rest = re.sub(r"(^|[_\- ]+)\d\d_[a-z_]*?(?=$|[\- ]|_(?=[^_]*$))", "", stem, flags=re.I).strip("_- ")
    return rest or stem
