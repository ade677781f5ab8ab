"""A copy for a class as a zip: the same files give the same bytes, on any day."""

import io
import zipfile

from ... import platform
from .folder import LEDGER, ledger

TOP = "micrograd-lab"  # the folder that unpacking makes; a later copy unpacked in the same place brings it up to date
NOT_OURS = (
    "asked: a release in {path}\nfound: there is {found}\n"
    "try:   another name; a zip is replaced only where it is an earlier release"
)
A_FOLDER, ANOTHER = "a folder", "a file that is no release"
EARLIEST = (1980, 1, 1, 0, 0, 0)  # of a zip's times
UNIX, READABLE = 3, 0o644 << 16


def pack(files, path):
    """Write {path: bytes} as a zip, and give no sentence. FileExistsError where something else is there."""
    if path.is_dir() or (path.exists() and not _ours(path)):
        raise FileExistsError(NOT_OURS.format(path=path, found=A_FOLDER if path.is_dir() else ANOTHER))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in sorted({**files, LEDGER: ledger(files)}.items()):
            entry = zipfile.ZipInfo(f"{TOP}/{name}", EARLIEST)
            entry.create_system, entry.external_attr = UNIX, READABLE
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)
    platform.write(path, packed.getvalue())
    return []


def _ours(path):
    try:
        with zipfile.ZipFile(path) as archive:
            return f"{TOP}/{LEDGER}" in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False
