"""A learner's own folder of notebooks: made and brought up to date, and what they wrote is never overwritten.

    python -m micrograd_lab.learner_folder [FOLDER]

prints the folder, and on stderr what there is to say.
"""

import hashlib
import json
import os
import sys
from pathlib import Path

from . import platform

DEFAULT = "micrograd-notebooks"  # in one's home: seen there, and no name of a checkout
KINDS = ("lessons", "exercises")
LEDGER = ".micrograd-lab.json"  # {file: [digest of its bytes, digest of its cells]}, as they were handed out
KEPT = "You have changed {file}, so it was kept. The new one is {beside}: go on in either."
STALE = "Your notebooks in {folder} could not be brought up to date: {found}."
REFUSED = "asked: your notebooks in {folder}\nfound: {found}\ntry:   {remedy}"
NO_NOTEBOOKS, AGAIN = "no notebooks in {source}", "installing micrograd_lab again"
HANDED_OUT = "the notebooks that are handed out"
NOT_WRITTEN = "it cannot be written: {reason}"
REMEDY = "another folder, with --folder or in the environment variable MICROGRAD_LAB_FOLDER"


class NoFolder(Exception):
    """There is no folder to open, and why, in three parts."""


def notebooks():
    """Where the notebooks as they are handed out stand: in an installed package, or in the checkout around it."""
    package = Path(__file__).resolve().parent
    installed = package / "notebooks"
    return installed if installed.is_dir() else package.parent


def chosen(folder=None):
    """The folder that is asked for, else that of MICROGRAD_LAB_FOLDER, else the default one; as a whole path.

    Raises NoFolder where it lies in a home and there is none.
    """
    named = folder or os.environ.get("MICROGRAD_LAB_FOLDER") or Path("~", DEFAULT)
    try:
        return Path(os.path.abspath(Path(named).expanduser()))
    except RuntimeError as error:  # somebody without a home, as a service may be
        raise NoFolder(REFUSED.format(folder=named, found=error, remedy=REMEDY)) from error


def update(folder, source=None):
    """Bring a learner's folder up to date, and give sentences on what was kept.

    An untouched notebook is replaced by a new one; of one that was edited the new one is laid beside. A notebook that
    was only run counts as untouched, and stays as it is until its cells change. Raises NoFolder where there is nothing
    that can be opened.
    """
    source = source or notebooks()
    files = [path for kind in KINDS for path in sorted((source / kind).glob("*.ipynb"))]
    if not files:
        raise NoFolder(REFUSED.format(folder=folder, found=NO_NOTEBOOKS.format(source=source), remedy=AGAIN))
    if folder.resolve() == source.resolve():
        raise NoFolder(REFUSED.format(folder=folder, found=HANDED_OUT, remedy=REMEDY))
    said, known = [], _ledger(folder)
    before = dict(known)
    try:
        for path in files:
            said += _bring(folder, path.relative_to(source).as_posix(), path.read_bytes(), known)
        if known != before:
            platform.write(folder / LEDGER, json.dumps(known, indent=1, sort_keys=True).encode())
    except OSError as error:
        there = all((folder / path.relative_to(source)).exists() for path in files)
        if not there:
            found = NOT_WRITTEN.format(reason=error.strerror or error)
            raise NoFolder(REFUSED.format(folder=folder, found=found, remedy=REMEDY)) from error
        said.append(STALE.format(folder=folder, found=error.strerror or error))
    return said


def _bring(folder, name, data, known):
    """Hand out one notebook; sentences on what was kept."""
    new, path = _digests(data), folder / name
    last = known.get(name)
    if not path.exists():  # never there, or deleted to begin afresh
        platform.write(path, data)
        known[name] = new
        return []
    here = path.read_bytes()
    if _untouched(here, last, new):
        # One that was run, and has the same cells, keeps what it shows.
        if _digests(here)[1] != new[1] or _digests(here)[0] == (last or new)[0] != new[0]:
            platform.write(path, data)
        known[name] = new
        return []
    if last == new:  # this one was offered already
        return []
    known[name] = new
    beside = _beside(folder, name, known)
    platform.write(folder / beside, data)
    known[beside] = new
    return [KEPT.format(file=name, beside=beside)]


def _untouched(here, *handed_out):
    return any(digests and _digests(here)[1] == digests[1] for digests in handed_out)


def _beside(folder, name, known):
    """A name beside this one that is free, or whose notebook is untouched."""
    number = 1
    while True:
        found = f"{name.removesuffix('.ipynb')}_new{number if number > 1 else ''}.ipynb"
        path = folder / found
        if not path.exists() or _untouched(path.read_bytes(), known.get(found)):
            return found
        number += 1


def _digests(data):
    """[of its bytes, of its cells]: running a notebook changes outputs and metadata, and adds an empty cell."""
    try:
        cells = json.loads(data)["cells"]
        texts = [(cell["cell_type"], "".join(cell["source"]).replace("\r\n", "\n").rstrip()) for cell in cells]
        content = json.dumps([text for text in texts if text[1]]).encode()
    except (ValueError, KeyError, TypeError, RecursionError):
        content = data  # no notebook any more
    return [hashlib.sha256(part).hexdigest() for part in (data, content)]


def _ledger(folder):
    """What was handed out before; {} of a ledger that is missing or damaged, so that all that differs is kept."""
    try:
        said = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
        return {str(name): [str(digest) for digest in digests] for name, digests in said.items() if len(digests) == 2}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def main(words):
    try:
        folder = chosen(words[0] if words else None)
        for sentence in update(folder):
            print(sentence, file=sys.stderr)
    except NoFolder as trouble:
        print(trouble, file=sys.stderr)
        return 1
    print(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
