"""Who has handed in what: from a folder or an archive, in the shapes that course systems give them."""

import contextlib
import re
import zipfile
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path, PurePosixPath

from ..handout import handout, lessons
from .answers import LARGEST

IGNORED = re.compile(r"(^|/)(\.|__MACOSX(/|$)|__pycache__(/|$)|Thumbs\.db$|timestamp\.txt$|desktop\.ini$)", re.I)
MOODLE = re.compile(r"^(?P<who>.+)_(?P<number>\d+)_assignsubmission_(?:file|onlinetext)(?:_|/|$)(?P<file>.*)$")
CANVAS = re.compile(r"^(?P<who>[a-z\d-]+?)(?P<late>_LATE)?_(?P<number>\d+)_\d+_(?P<file>.+)$", re.I)
# What a browser, JupyterLab, or a learner's folder that was brought up to date adds to a name that is taken.
COPY = re.compile(r"(?: ?\((\d+)\)|-Copy(\d+)|(?<=_exercises)_new(\d*))$")

NOTHING_THERE = (
    "asked: to grade {root}\nfound: nothing there\ntry:   a folder of notebooks, or a zip from your course system"
)
DAMAGED = "asked: to grade {root}\nfound: a zip that is damaged\ntry:   download it again"
NAMESAKES, LATE = "somebody else has the same name", "handed in late"


@dataclass
class Entry:
    """A file that was handed in: `who` by its place, `name` as it was called, and how to read it.

    `number` is the course system's for a learner, and `assignment` the notebook's folder in theirs.
    """

    who: str
    name: str
    place: str
    read: object
    time: float = 0.0
    notes: list = field(default_factory=list)
    number: str = ""
    assignment: str = ""
    namesakes: bool = False

    @property
    def id(self):
        """Who this is, where nothing better is known."""
        return f"{self.who} ({self.number})" if self.namesakes else self.who

    def data(self):
        """Its bytes; one more than a notebook may have, where it has more."""
        return self.read()


def entries(root):
    """Every file that somebody handed in, in order; of what is nobody's there is none."""
    root = Path(root)
    if not root.exists():
        raise FileNotFoundError(NOTHING_THERE.format(root=root))
    if root.is_file() and not zipfile.is_zipfile(root):
        if root.suffix == ".zip":
            raise ValueError(DAMAGED.format(root=root))
        return [_whose(root.name, root.name, _reader(root), root.stat().st_mtime)]
    files = list(_in_zip(root, "") if root.is_file() else _in_folder(root))
    found = [_whose(place, place.rpartition("/")[2], read, when) for place, read, when in files]
    _tell_apart(found)
    return sorted(found, key=lambda entry: (entry.who.casefold(), entry.place))


def _tell_apart(found):
    """Learners of one name are several where their course system gives several numbers to files of one name.

    To files of different names too, it may give them to one learner: Moodle has other numbers for each assignment.
    """
    numbers = {}
    for entry in found:
        numbers.setdefault((entry.who, entry.name), set()).add(entry.number)
    several = {who for (who, _), given in numbers.items() if len(given) > 1}
    for entry in found:
        if entry.who in several:
            entry.namesakes = True
            entry.notes.append(NAMESAKES)


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
            name = (rest or match["file"]).rpartition("/")[2]
            return Entry(match["who"], name, place, read, when, number=match["number"])
    if match := CANVAS.match(parts[-1]):
        file = re.sub(r"-\d+(?=\.[^.]+$)", "", match["file"])
        late = [LATE] if match["late"] else []
        return Entry(match["who"], file, place, read, when, late, match["number"])
    if len(parts) > 1:
        return Entry(parts[0], name, place, read, when, assignment=parts[1] if len(parts) == 3 else "")
    return Entry(_person(joined), name, place, read, when)


def _person(name):
    """Whose file this is, where each has one: "alice" of alice.ipynb, alice_05_order.ipynb and 05_order-alice.ipynb."""
    stem = COPY.sub("", re.sub(r"(\.(ipynb|json|txt|py))+$", "", name, flags=re.I)) or name
    rest = re.sub(rf"(^|[_\- ]+)({_handed_out()})(?=$|[_\- ])", "", stem, flags=re.I)
    if rest == stem:  # of another course
        rest = re.sub(r"(^|[_\- ]+)\d\d_[a-z_]*?(?=$|[\- ]|_(?=[^_]*$))", "", stem, flags=re.I)
    return rest.strip("_- ") or stem


@cache
def _handed_out():
    """The names under which notebooks were handed out, as a pattern; the longest first."""
    names = {name for lesson in lessons() for name in handout(lesson).files}
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
