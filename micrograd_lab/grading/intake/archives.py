"""What is in an archive, a zip or a tar: its directory is read once, and nothing is unpacked to a path."""

import bz2
import gzip
import hashlib
import lzma
import re
import stat
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime

DIRECTORY, DIRECTORY_WITHIN = 16 << 20, 1 << 20  # of an archive that is a class's; of one in an archive or a folder
CHUNK = 1 << 16
LONGEST, DEEPEST = 200, 24  # signs of a name, and folders, within an archive
DOCUMENTS = re.compile(r"\.(?:docx|xlsx|pptx|od[tsp]|jar|whl|epub|npz|pages|numbers|key|gdoc)$", re.I)
OTHER_PACKERS = re.compile(r"\.(?:7z|rar|arj|lzh|cab|sitx?|dmg|zst)$", re.I)
STREAMS = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ": lzma.open}

OTHER_PACKER = "It is packed in a way that is not opened here. Hand in the notebook itself, or a zip."
DAMAGED = "The archive is damaged or cut off, and cannot be opened. Pack and hand it in again."
UNKNOWN_KIND = "The archive is packed in a way that is not known here. Hand in a common zip."
EMPTY_ARCHIVE = "There is nothing in the archive."
ENCRYPTED = "It is locked with a password."
TOO_MUCH_IN = "There is more in the archive than is opened here."
LINK_IN = "It is a link in an archive, and links are not followed. Hand in the file itself."


class TooMuch(Exception):
    """More was asked for than an archive may cost."""


@dataclass(frozen=True)
class Member:
    parts: tuple
    size: int
    time: datetime | None
    open: object
    trouble: str = ""


class Bounded:
    """A file of which no more is read at once than so many bytes: so large a directory is not taken into memory."""

    def __init__(self, file, most):
        self.file, self.most = file, most
        self.seek, self.tell, self.close = file.seek, file.tell, lambda: None

    def seekable(self):
        return True

    def read(self, size=-1):
        data = self.file.read(min(size, self.most + 1) if size >= 0 else self.most + 1)
        if len(data) > self.most:
            raise TooMuch
        return data


def kind(head, name):
    """ "zip", "tar", "packed", "other" for an archive that is not opened, "" for what is none; `head` is its first 262
    bytes."""
    if OTHER_PACKERS.search(name):
        return "other"
    if DOCUMENTS.search(name):
        return ""
    if head[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"):
        return "zip"
    if head[257:262] == b"ustar":
        return "tar"
    return "packed" if any(head.startswith(sign) for sign in STREAMS) else ""


def members(file, head, name, directory, most):
    """The Members of an archive in a file that can be sought, in their order; no more than `most` bytes are unpacked to
    get at them. Any error may come while they are read: `trouble` says what it means."""
    file.seek(0)
    found = kind(head, name)
    if found == "zip":
        yield from _of_zip(Bounded(file, directory))
    elif found == "tar":
        yield from _of_tar(Bounded(file, directory))
    else:
        opener = next(opener for sign, opener in STREAMS.items() if head.startswith(sign))
        with opener(file) as packed, copied(packed, most) as plain:
            yield from _of_tar(Bounded(plain, directory))


def copied(stream, most):
    """A file on disk with the bytes of a stream. TooMuch where they are more than `most`."""
    file, size = tempfile.TemporaryFile(prefix="handed-in-"), 0  # noqa: SIM115 - it is given back open
    try:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            if size > most:
                raise TooMuch
            file.write(chunk)
        file.seek(0)
    except BaseException:
        file.close()
        raise
    return file


def trouble(error):
    """What an error of an archive means, in a sentence."""
    if isinstance(error, TooMuch):
        return TOO_MUCH_IN
    if isinstance(error, NotImplementedError):
        return UNKNOWN_KIND
    if isinstance(error, RuntimeError) and "password" in str(error):
        return ENCRYPTED
    return DAMAGED


def _of_zip(file):
    with zipfile.ZipFile(file) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                said = ENCRYPTED if info.flag_bits & 1 else LINK_IN if stat.S_ISLNK(info.external_attr >> 16) else ""
                yield Member(_parts(_name(info)), info.file_size, _when(info), lambda i=info: archive.open(i), said)


def _name(info):
    """Its name; one that is UTF-8 but does not say so, as macOS writes it, is that too."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _of_tar(file):
    with tarfile.open(fileobj=file, mode="r:") as archive:
        for info in archive:
            if not info.isdir():
                said = "" if info.isreg() else LINK_IN
                parts, opened = _parts(info.name), lambda i=info: archive.extractfile(i)
                yield Member(parts, info.size, moment(info.mtime), opened, said)


def _parts(name):
    """Its folders and name, none of which leads out of the archive, and none longer than a disk would have it.

    What lies deeper than can be, lies in the last of its folders.
    """
    parts = [part for part in re.split(r"[/\\]", name) if part.strip() not in ("", ".", "..")]
    return tuple(part if len(part) <= LONGEST else _short(part) for part in (*parts[:-1][:DEEPEST], *parts[-1:]))


def _short(part):
    mark = hashlib.sha256(part.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{part[: LONGEST - 60]}...{mark}{part[-20:]}"


def _when(info):
    """When it was changed: in seconds of UTC where the zip has that, or else by the clock of whoever packed it."""
    extra = info.extra
    while len(extra) >= 9:
        sign, size = extra[:2], int.from_bytes(extra[2:4], "little")
        if sign == b"UT" and size >= 5 and extra[4] & 1:
            return moment(int.from_bytes(extra[5:9], "little", signed=True))
        extra = extra[4 + size :]
    try:
        made = datetime(*info.date_time)  # local, as whoever packed it had it
        return made.astimezone() if made.year > 1980 else None
    except (ValueError, OverflowError, OSError):
        return None


def moment(seconds):
    """An aware datetime of seconds since 1970; None where there is no such."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
