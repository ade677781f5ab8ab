"""What learners' code may use up, and whether this machine can hold it to that."""

import os
import subprocess
from dataclasses import dataclass

from . import python
from .user import ids, is_root

AS_USER = "import os; os.setresuid(*[{user}] * 3); import random, json"
WINDOWS = (
    "asked: to grade on Windows\nfound: no way here to hold a learner's code to limits\n"
    "try:   grade on Linux, for example in WSL, where there is bubblewrap too"
)
ROOT_ALONE = (
    "asked: to grade as root, without a sandbox\nfound: {why}, and a Python that only root can read\n"
    "try:   grade as another user, or install bubblewrap"
)


@dataclass(frozen=True)
class Limits:
    """Of one answer: seconds that its cells may compute, and of the clock for all; bytes of memory, of a file, of the
    place for files, and of results. A case has as long as in the check."""

    seconds: int = 20
    wall: int = 200
    memory: int = 1 << 30
    file: int = 8 << 20
    place: int = 32 << 20
    output: int = 4 << 20
    files: int = 64
    processes: int = 24


class NoSandbox(OSError):
    """What is asked for cannot be had on this machine."""


def check_limits(why):
    """NoSandbox where nothing would stop learners' code: on Windows, or where only root can run Python. `why` is what
    is missing for a sandbox."""
    if os.name != "posix":
        raise NoSandbox(WINDOWS)
    if not is_root():
        return
    code = AS_USER.format(user=ids()[0])
    done = subprocess.run([python.executable(), "-S", "-s", "-c", code], capture_output=True, timeout=60)
    if done.returncode:
        raise NoSandbox(ROOT_ALONE.format(why=why))
