"""Whose rights learners' code has: where root grades, those of a user that there is not."""

import contextlib
import os
from functools import cache
from pathlib import Path


def is_root():
    return hasattr(os, "geteuid") and os.geteuid() == 0


def ids():
    """(lowest, how many) of the user ids that nobody has, from which each answer gets its own; (0, 0) where we are not
    root."""
    if not is_root():
        return 0, 0
    return (1 << 30, 1 << 30) if _maps_all_users() else (20000, 40000)


@cache
def _maps_all_users():
    with contextlib.suppress(OSError, ValueError):
        return int(Path("/proc/self/uid_map").read_text().split()[2]) >= 1 << 31
    return False
