"""A file as it was found: where, and what could be made of it; and what lies about without being handed in."""

import errno
import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from .names import lesson_in, shown, stem

LINK = "It is a link, and links are not followed. Hand in the file itself."
NO_FILE = "It is no file: a pipe, a socket or a device."
MAY_NOT = "It may not be read: whoever grades has no right to."
GONE = "It was gone when it was to be read."
CANNOT = "It cannot be read: {error}."
TOO_DEEP = "It lies in more than {deepest} folders."
TOO_MUCH = "Here is more than is looked at: this file, and what comes after it in {folder}, was not opened."
NO_SPACE = "It could not be kept for grading: {error}."
ANSWER = re.compile(rb'"(\d+)-\d+-answer"')
CHECK = re.compile(rb'"(\d+)-\d+-check"|checks import lesson_(\d\d)\b')

# Of systems, editors, version control and package managers.
OF_PROGRAMS = (
    ".ds_store __macosx __pycache__ .git .svn .hg .venv venv site-packages node_modules .trashes .spotlight-v100 "
    ".fseventsd .temporaryitems $recycle.bin .cache .idea .vscode .virtual_documents .pytest_cache .mypy_cache "
    ".ruff_cache .nbgrader .stfolder .stversions lost+found mine_older"
)
FOLDERS = {*OF_PROGRAMS.split(), "system volume information"}
FILES = re.compile(
    r"\.ds_store|\._.*|thumbs\.db|desktop\.ini|ehthumbs\.db|icon\r|autorun\.inf|timestamp\.txt|~\$.*|\.~.*|\.#.*"
    r"|\.[^/]*\.sw[a-p]|#.*#|.*\.pyc|\.git(?:ignore|attributes|keep|modules)|\.nfs\d.*|\.fuse_hidden.*|\.python-version"
    r"|\.editorconfig|\.bash_history|\.mine\.lock|\.python_history|\.localized",
    re.I,
)
SAVED_BY_JUPYTER = re.compile(r"\.?ipynb_checkpoints", re.I)


@dataclass(frozen=True, eq=False)
class Found:
    """`parts` are the names of its folders and its own, as they came; `kept` is where its bytes are in the spool.

    `trouble` says why there are none. `time` is an aware datetime, or None. `empty_folder`: nothing but a folder.
    `lesson` is that of the cells in it, as "05", and `answers` whether there are cells for answers;
    `meant` is what stands for a notebook and is none.
    """

    parts: tuple
    archives: frozenset = frozenset()
    time: datetime | None = None
    kept: tuple | None = None
    digest: bytes = b""
    size: int = 0
    trouble: str = ""
    empty_folder: bool = False
    content: str = ""
    answers: bool = False
    checkpoint: bool = False
    meant: bool = False

    @cached_property
    def names(self):
        return tuple(map(shown, self.parts))

    @property
    def name(self):
        return self.names[-1] if self.parts else ""

    @property
    def place(self):
        return "/".join(self.names)

    @cached_property
    def lesson(self):
        """The lesson that it is for, by its cells or else by its name; "" where neither says."""
        return self.content or lesson_in(self.name)

    @cached_property
    def notebook(self):
        """Whether it is, or was meant to be, a notebook."""
        return self.meant or bool(self.content) or ".ipynb" in self.name.lower() or self.name.lower().endswith(".ipy")

    @cached_property
    def exercise(self):
        """Whether it is an exercise notebook, and not the lesson's."""
        return self.answers or (not self.content and "exercises" in stem(self.name)[0].lower())


def read(data):
    """What of a Found its bytes say."""
    text = data.decode("utf-16", "replace").encode() if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data
    answer = ANSWER.search(text)
    match = answer or CHECK.search(text)
    lesson = next(filter(None, match.groups())).decode().zfill(2) if match else ""
    return {
        "digest": hashlib.sha256(data).digest(),
        "size": len(data),
        "content": lesson if b'"cell' in text or b"worksheets" in text else "",
        "answers": bool(answer),
    }


def may_be_notebook(data, name):
    """Whether to keep a file: a notebook, whatever it is called, or what is called like one, or Python."""
    text = data.decode("utf-16", "replace").encode() if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data
    named = re.search(r"\.ipynb|\.ipy$|\.py$", name, re.I)
    return bool(named) or b'"cell' in text or b'"worksheets"' in text


def why(error):
    """What a system's error means, in a sentence."""
    if isinstance(error, OSError):
        if error.errno == errno.ELOOP:
            return LINK
        if error.errno in (errno.EACCES, errno.EPERM):
            return MAY_NOT
        if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ESTALE):
            return GONE
        if error.errno in (errno.ENXIO, errno.ENODEV):
            return NO_FILE
        return CANNOT.format(error=error.strerror or type(error).__name__)
    return CANNOT.format(error=type(error).__name__)


def passed_over(parts):
    """Whether a file or folder at this place is no more than litter, and goes without a word."""
    return parts[-1].lower() in FOLDERS or bool(FILES.fullmatch(parts[-1]))


def saved_by_jupyter(parts):
    """Whether it is a copy that Jupyter keeps by itself: it counts for nothing, but shows that there was something."""
    return any(SAVED_BY_JUPYTER.fullmatch(part) for part in parts[:-1])
