"""A copy for a class as a folder, which can be written again: what we made is ours, and all else is kept."""

import hashlib
import json

from ... import platform

LEDGER = ".micrograd-lab-release.json"  # {path: digests of what we wrote there}
NOT_OURS = (
    "asked: a release in {folder}\nfound: it is {found}\n"
    "try:   a folder that is new, empty, or holds an earlier release; what else is there is never overwritten"
)
NOT_EMPTY, A_FILE = "not empty, and no release was made in it", "a file"
KEPT = "{file} is not as an earlier release left it, so it was kept; the new one was not written."
GONE = "{count} files of the earlier release are not in this one, and were deleted."
ONE_GONE = "1 file of the earlier release is not in this one, and was deleted."
OTHERS = "Not part of the release, and left as it is: {names}."


def digest(data):
    return hashlib.sha256(data).hexdigest()


def ledger(files):
    """The ledger of what was written, as bytes."""
    return json.dumps({name: [digest(data)] for name, data in files.items()}, indent=1, sort_keys=True).encode()


def lay(files, folder):
    """Write {path: bytes} into a folder, and give sentences on what was kept, deleted and left.

    FileExistsError, and nothing is written, where something is there that is no earlier release.
    """
    folder = folder.resolve()
    earlier = _earlier(folder)
    theirs = {name for name in {*files, *earlier} if not _ours(folder, name, files.get(name), earlier.get(name, ()))}
    new = {name: data for name, data in files.items() if name not in theirs}
    old = [name for name in earlier if name not in files and name not in theirs and (folder / name).is_file()]
    # Cut off in its midst, the next one finds what it wrote and what it had not come to.
    both = {name: [*earlier.get(name, ()), digest(data)] for name, data in new.items()} | {n: earlier[n] for n in old}
    platform.write(folder / LEDGER, json.dumps(both, indent=1))
    for name, data in new.items():
        if not (folder / name).is_file() or (folder / name).read_bytes() != data:
            platform.write(folder / name, data)
    for name in old:
        (folder / name).unlink()
        _without_empty(folder, (folder / name).parent)
    platform.write(folder / LEDGER, ledger(new))
    said = [KEPT.format(file=name) for name in sorted(theirs & files.keys())]
    said += [(ONE_GONE if len(old) == 1 else GONE).format(count=len(old))] if old else []
    others = _others(folder, {*new, LEDGER})
    return said + ([OTHERS.format(names=", ".join(others))] if others else [])


def _earlier(folder):
    """{path: digests} of an earlier release; {} of a folder that is new or empty. FileExistsError of all else."""
    if folder.exists() and not folder.is_dir():
        raise FileExistsError(NOT_OURS.format(folder=folder, found=A_FILE))
    if not folder.exists() or not any(folder.iterdir()):
        return {}
    try:
        said = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
        return {str(name): [str(one) for one in digests] for name, digests in said.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        raise FileExistsError(NOT_OURS.format(folder=folder, found=NOT_EMPTY)) from None


def _ours(folder, name, data, digests):
    """May a release write or delete here: is nothing there, or what one wrote, and on no way through a link?"""
    path = folder / name
    if path.resolve() != path or folder not in path.parents or any(parent.is_file() for parent in path.parents):
        return False
    known = [*digests, digest(data)] if data is not None else digests
    return not path.exists() or (path.is_file() and digest(path.read_bytes()) in known)


def _without_empty(folder, place):
    while place != folder and not any(place.iterdir()):
        place.rmdir()
        place = place.parent


def _others(folder, ours):
    """What is in a folder and not ours, in order: a folder with nothing of ours in it is named alone."""
    within = {"/".join(name.split("/")[:n]) for name in ours for n in range(1, name.count("/") + 2)}
    found = []
    for place in sorted({folder / name for name in within if (folder / name).is_dir()} | {folder}):
        names = (path.relative_to(folder).as_posix() for path in place.iterdir() if path.name != "__pycache__")
        found += [name for name in names if name not in within]
    return sorted(found)
