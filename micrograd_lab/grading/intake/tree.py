"""Every file that was handed in, read once: from a descriptor that follows no link, in bounded time and size."""

import os
import re
import stat
from dataclasses import replace
from itertools import islice

from . import archives
from .answers import EMPTY, LARGEST, NO_NOTEBOOK, TOO_LARGE
from .found import (
    LINK,
    NO_FILE,
    NO_SPACE,
    TOO_DEEP,
    TOO_MUCH,
    Found,
    may_be_notebook,
    passed_over,
    read,
    saved_by_jupyter,
    why,
)
from .names import ARCHIVE
from .spool import Allowance

DEEPEST, ARCHIVES_DEEP, WIDEST = 16, 3, 100_000
CHUNK = 1 << 20
ALL = (300_000, 32 << 30)  # files and bytes of all that was handed in,
CLASS = (50_000, 8 << 30)  # of one folder or archive at the top, which may hold a class,
ONE = (2_000, 256 << 20)  # and of one below
PACKED = 40  # what is unpacked has no more than so many times the bytes of its archive, and
UNPACKED = (1 << 30, 64 << 20)  # these: of an archive that may hold a class, and of one below
WITHIN = (2_000, 128 << 20)  # files and bytes of two folders deep in an archive, which may be one's
# What is no notebook, whatever is in it, is not opened.
UNREAD = re.compile(
    r"\.(?:pdf|png|jpe?g|gif|heic|webp|svg|mp4|mov|mp3|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|tsv|eml|msg|db|sqlite3?|exe|dll"
    r"|so|npy|npz|pkl|pt|lnk|url|webloc|gdoc|log|ya?ml|toml|css|js|dat|inf|iso)$",
    re.I,
)
OPEN = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))


def walk(root, spool):
    """The Founds of a folder, an archive or a single file, in the order of their names."""
    found, allowance = [], Allowance(*ALL)
    if root.is_dir():
        handle = os.open(root, os.O_RDONLY)
        try:
            _folder(handle, (), found, spool, allowance)
        finally:
            os.close(handle)
    elif not root.is_file():
        found.append(Found((root.name,), trouble=NO_FILE))
    else:
        with root.open("rb") as file:
            status = os.fstat(file.fileno())
            given = _Given((root.name,), frozenset(), archives.moment(status.st_mtime), status.st_size)
            _file(file, given, found, spool, allowance)
        if any(len(one.parts) > 1 for one in found):  # an archive is what was given, and no folder in it
            found = [
                replace(one, parts=one.parts[1:], archives=frozenset(n - 1 for n in one.archives)) for one in found
            ]
    return found


class _Given:
    """Where a file is, and what is known of it before it is read."""

    def __init__(self, parts, within, time, size):
        self.parts, self.within, self.time, self.size = parts, within, time, size

    def found(self, **how):
        checkpoint = saved_by_jupyter(self.parts)
        return Found(self.parts, self.within, self.time, checkpoint=checkpoint, **{"size": self.size, **how})


def _folder(handle, parts, found, spool, allowance):
    with os.scandir(handle) as listed:
        names = sorted(entry.name for entry in islice(listed, WIDEST))
    if not names:
        found.append(Found(parts, empty_folder=True))
    for name in names:
        if not passed_over((*parts, name)):
            try:
                _entry(handle, (*parts, name), found, spool, allowance)
            except OSError as error:
                found.append(Found((*parts, name), trouble=why(error)))


def _entry(handle, parts, found, spool, allowance):
    status = os.stat(parts[-1], dir_fd=handle, follow_symlinks=False)
    given = _Given(parts, frozenset(), archives.moment(status.st_mtime), status.st_size)
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        found.append(given.found(trouble=LINK if stat.S_ISLNK(status.st_mode) else NO_FILE))
        return
    if len(parts) > DEEPEST:
        found.append(given.found(trouble=TOO_DEEP.format(deepest=DEEPEST)))
        return
    file = os.open(parts[-1], OPEN, dir_fd=handle)
    try:
        status = os.fstat(file)  # of what was opened, which another may have put there since
        if stat.S_ISDIR(status.st_mode):
            _folder(file, parts, found, spool, _part(allowance, parts))
        elif stat.S_ISREG(status.st_mode):
            given.time, given.size = archives.moment(status.st_mtime), status.st_size
            with os.fdopen(file, "rb", closefd=False) as opened:
                _file(opened, given, found, spool, allowance)
        else:
            found.append(given.found(trouble=NO_FILE))
    finally:
        os.close(file)


def _part(allowance, parts):
    """What a folder or archive at this place may cost."""
    return Allowance(*(CLASS, ONE)[len(parts) > 1], allowance) if len(parts) <= 2 else allowance


def _file(file, given, found, spool, allowance, deep=0):
    """Read a file, or what is in it where it is an archive. `file` can be sought where it is none of an archive."""
    name = given.parts[-1]
    if UNREAD.search(name):
        found.append(given.found(trouble=NO_NOTEBOOK))
        return
    head = file.read(262)
    if kind := archives.kind(head, name):
        if kind == "other" or deep >= ARCHIVES_DEEP:
            found.append(given.found(trouble=archives.OTHER_PACKER))
        else:
            _archive(file, head, given, found, spool, _part(allowance, given.parts), deep)
        return
    if given.size > LARGEST:
        found.append(given.found(trouble=TOO_LARGE.format(size=given.size >> 20)))
    elif allowance.take(given.size):
        _text(file, head, given, found, spool)
    elif not allowance.said:
        allowance.said = True
        folder = "/".join(given.found().names[:-1])
        found.append(given.found(trouble=TOO_MUCH.format(folder=folder or name)))


def _text(file, head, given, found, spool):
    data = head
    while len(data) <= LARGEST and (chunk := file.read(min(CHUNK, LARGEST + 1 - len(data)))):
        data += chunk
    if len(data) > LARGEST:  # it has grown since its size was asked for
        found.append(given.found(trouble=TOO_LARGE.format(size=len(data) >> 20)))
        return
    name = given.parts[-1]
    if not may_be_notebook(data, name):
        other = archives.DAMAGED if ARCHIVE.search(name) else NO_NOTEBOOK
        found.append(given.found(trouble=other if data else EMPTY))
        return
    try:
        kept = spool.keep(data)
    except OSError as error:
        found.append(given.found(trouble=NO_SPACE.format(error=error.strerror)))
        return
    found.append(given.found(kept=kept, **read(data)))


def _archive(file, head, given, found, spool, allowance, deep):
    """What is in an archive; what can't be read of it is said, and what can be counts all the same."""
    below = len(given.parts) > 1
    most = min(UNPACKED[below] + PACKED * given.size, allowance.size)
    allowance, parts_of = Allowance(allowance.files, most, allowance), {}
    before, directory = len(found), archives.DIRECTORY_WITHIN if below else archives.DIRECTORY
    try:
        if deep:
            file = archives.copied(_Rest(head, file), most)
        for member in archives.members(file, head, given.parts[-1], directory, most):
            parts = (*given.parts, *member.parts)
            if not member.parts or any(passed_over(parts[: n + 1]) for n in range(len(given.parts), len(parts))):
                continue
            within = given.within | {len(given.parts) - 1}
            one = _Given(parts, within, member.time, member.size)
            folder = member.parts[:-1][:2]
            own = parts_of.setdefault(folder, Allowance(*WITHIN, allowance)) if folder else allowance
            if own.said:
                continue
            if member.trouble:
                found.append(one.found(trouble=member.trouble))
            else:
                _member(member, one, found, spool, own, deep)
    except Exception as error:  # of any kind: a damaged archive makes its reader fail in many ways
        found.append(given.found(trouble=archives.trouble(error)))
    finally:
        if deep:
            file.close()
    if len(found) == before:
        found.append(given.found(trouble=archives.EMPTY_ARCHIVE))


def _member(member, one, found, spool, allowance, deep):
    try:
        with member.open() as file:
            _file(file, one, found, spool, allowance, deep + 1)
    except Exception as error:  # it is this file that is damaged; the others may be whole
        found.append(one.found(trouble=archives.trouble(error)))


class _Rest:
    """A stream of which the head was read before."""

    def __init__(self, head, file):
        self.head, self.file = head, file

    def read(self, size):
        head, self.head = self.head[:size], self.head[size:]
        return head or self.file.read(size)
