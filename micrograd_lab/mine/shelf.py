"""The file itself: where it lies, read and written whole, and its older versions beside it."""

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .. import learner_folder, platform

NAME, OLDER = "mine.py", "mine_older"
FRESH = "fresh"  # in the place of a folder: an empty one of this process, gone with it, for a notebook that is tested
BOM = b"\xef\xbb\xbf"
NOT_TEXT = "it is no text that Python can read (UTF-8)"


class File(NamedTuple):
    """What the file holds, with `\\n` at the ends of its lines, and how it was written."""

    text: str
    newline: str = "\n"
    mark: bool = False

    def as_bytes(self, text):
        """This text as the file has its own: the same ends of lines, and a mark at its beginning or none."""
        return (BOM if self.mark else b"") + text.replace("\n", self.newline).encode("utf-8")


def path() -> Path:
    """The file, there or not yet: in the folder of MICROGRAD_LAB_MINE where that is set, else in the learner's."""
    return _folder() / NAME


def _folder():
    if named := os.environ.get("MICROGRAD_LAB_MINE"):
        if named == FRESH:
            return _fresh()
        return Path(os.path.abspath(os.path.expanduser(named)))
    here = Path.cwd()
    if os.environ.get("NBGRADER_EXECUTION") == "autograde":  # what was handed in, and not the file of who grades
        return here
    for place in (here, *here.parents):
        if (place / learner_folder.LEDGER).exists():
            return place
    if named := os.environ.get("MICROGRAD_LAB_DATA"):  # a journal of its own, as a test has, has a file of its own
        return Path(os.path.abspath(named))
    around = here.parent if here.name in learner_folder.KINDS else here
    if all((around / kind).is_dir() for kind in learner_folder.KINDS):
        return around
    try:
        return learner_folder.chosen()
    except learner_folder.NoFolder:
        return here


@cache
def _fresh():
    around = os.environ.get("MICROGRAD_LAB_DATA")  # that of a test, which takes what a killed kernel leaves with it
    if around:
        os.makedirs(around, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="micrograd-mine-", dir=around or None))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def read() -> File | None:
    """The file as it is; None where there is none. OSError where it can't be read, ValueError where it is no text."""
    try:
        data = path().read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(NOT_TEXT) from None
    newline = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    return File(text.replace("\r\n", "\n").replace("\r", "\n"), newline, data.startswith(BOM))


def write(old: File | None, text: str) -> None:
    """Put this text in the file's place, and the file as it was beside it first. OSError where either can't be done."""
    if old is not None:
        data = path().read_bytes()
        platform.write(_older() / f"{_last() + 1:04}.py", data, lasting=True)
    platform.write(path(), (old or File("")).as_bytes(text), lasting=True)


def back() -> bool:
    """Put the newest older version back; what was there meanwhile stays beside it too. False where there is none."""
    number = _last()
    if not number:
        return False
    before = _older() / f"{number:04}.py"
    data = before.read_bytes()
    if path().exists():
        undone = len(list(_older().glob("undone_*.py"))) + 1
        platform.write(_older() / f"undone_{undone:04}.py", path().read_bytes(), lasting=True)
    platform.write(path(), data, lasting=True)
    before.unlink()
    return True


def alone():
    """Within it no other notebook changes the file."""
    place = _folder()
    place.mkdir(parents=True, exist_ok=True)
    return platform.file_lock(place / ".mine.lock")


def _older():
    return _folder() / OLDER


def _last():
    return max((int(p.stem) for p in _older().glob("[0-9]*.py") if p.stem.isdecimal()), default=0)
