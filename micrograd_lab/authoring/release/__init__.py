"""A copy for a class: lessons and exercises, the package and start.py, and no solutions. As a folder or a zip."""

from ..verify import verify
from .contents import contents
from .folder import lay
from .packed import pack

NOT_BUILT = "A release needs notebooks that are what their sources say."


def release(target, lessons=None, checkpoints=()):
    """Write the copy into a folder, or where `target` ends in .zip, as one. Gives (number of its files, sentences on
    what was kept).

    `lessons` are their numbers, as ("04", "05"); None for all. `checkpoints`, numbers too, are those of mine.py that a
    learner of the class may take: they are right answers to the lessons up to theirs. A folder may be new, empty, or
    hold an earlier copy, which is brought up to date: what somebody else has changed or put there is kept. The same
    sources, lessons and checkpoints give the same zip, byte for byte. FileExistsError where something else is there,
    ValueError where a notebook is not what its source says, or there is no such checkpoint.

    A release protects the solutions: neither their notebooks nor their sources nor the tests' right answers are in
    it, and `check.x.solution()` says so. The check of an exercise with fixed numbers wants a name, and one learner's
    answer is refused for another. It does not protect what the checks know: the judges in micrograd_lab/checks hold
    expected results and right functions, since they answer on the learner's machine, and the package holds an engine.
    Who wants to read those can. That is fine for learning; points for a grade are given by `micrograd-lab grade`, on
    your machine.
    """
    troubles = verify()
    if troubles:
        raise ValueError("\n".join([NOT_BUILT, *troubles]))
    files = contents(lessons, checkpoints)
    write = pack if target.suffix.lower() == ".zip" else lay
    return len(files), write(files, target)
