"""What has been graded: a journal that a kill cannot spoil, and files that are either old or new, never half."""

import hashlib
import re
import secrets
from pathlib import Path

from .. import jsonlines
from ..platform import write

NOT_WRITABLE = (
    "asked: the grades kept in {path}\nfound: {number} lines that can't be read, and a folder that can't be written\n"
    "try:   the account that graded before; or a report of its own, with another --out"
)
OTHER_SEED = (
    "asked: the seed in {given}\nfound: another seed in {path}, and grades that belong to it\n"
    "try:   a report of its own, with another --out; or leave --seed out"
)
NO_SEED = (
    "asked: the seed in {path}\nfound: {found}\n"
    "try:   the file private/seed of an earlier report: one line of 64 digits from 0 to f"
)
UNREAD = "nothing to read: {error}"
NO_PLACE = "asked: a report in {out}\nfound: {found}\ntry:   a new folder, such as --out report"
WITHIN = "a place within {submissions}, where the report would be graded next time"


class Gradebook:
    """The private folder of a report: the seed of the hidden cases, and one line per graded submission."""

    def __init__(self, report):
        self.folder = Path(report) / "private"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        self.path = self.folder / "journal.jsonl"

    def secret(self, given=None):
        """The seed: one that is given, that of the last run, or a new one."""
        path = self.folder / "seed"
        if given is not None:
            text = _seed_in(given)
            if path.exists() and path.read_text(encoding="utf-8").strip() != text:
                raise ValueError(OTHER_SEED.format(given=given, path=path))
            write(path, text + "\n", lasting=True)
        elif not path.exists():
            write(path, secrets.token_hex(32) + "\n", lasting=True)
        path.chmod(0o600)
        return path.read_text(encoding="utf-8").strip().encode()

    def graded(self):
        """{key: record} of what the journal holds. A line that a kill has cut short is left out, and set aside."""
        if not self.path.exists():
            return {}
        aside = self.folder / "journal.damaged.txt"
        entries, damaged = jsonlines.read(self.path, _graded, aside, whole=True)
        if damaged:
            raise OSError(NOT_WRITABLE.format(path=self.path, number=len(damaged)))
        return {entry["key"]: entry["record"] for entry in entries}

    def add(self, key, record):
        """Keep a record, on the disk before this returns."""
        jsonlines.append(self.path, {"key": key, "record": record}, lasting=True)
        self.path.chmod(0o600)


def _graded(entry):
    return isinstance(entry.get("key"), str) and "record" in entry


def check_place(out, submissions):
    """A report goes into a folder that is new or empty, or holds a report; never among what was handed in."""
    found = ""
    if out.exists() and not out.is_dir():
        found = "a file"
    elif out.is_dir() and any(out.iterdir()) and not (out / "private").is_dir():
        found = "a folder that is not empty and holds no report"
    elif submissions.is_dir() and submissions.resolve() in (out.resolve(), *out.resolve().parents):
        found = WITHIN.format(submissions=submissions)
    if found:
        raise ValueError(NO_PLACE.format(out=out, found=found))


def _seed_in(path):
    try:
        text = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError) as error:
        found = UNREAD.format(error=getattr(error, "strerror", error))
        raise ValueError(NO_SEED.format(path=path, found=found)) from None
    if not re.fullmatch(r"[0-9a-f]{32,}", text):
        raise ValueError(NO_SEED.format(path=path, found="something else"))
    return text


def key(data, name, who, settings_key, files=b""):
    """The same for the same submission under the same settings, and for no other.

    `data` and `files` are digests of the notebook and of the learner's own files beside it.
    """
    digest = hashlib.sha256()
    texts = [text.encode(errors="surrogatepass") for text in (settings_key, who, name)]
    for part in (*texts, data, files):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()
