"""From percent scripts to the notebooks that learners open, and to what is built beside them."""

from .build import build, hand_out, read
from .course import COURSE, built, header, number, numbered, sources, unsolved
from .index import lessons, write_readme
from .release import release
from .verify import outdated, verify

__all__ = [
    "COURSE",
    "build",
    "built",
    "hand_out",
    "header",
    "lessons",
    "number",
    "numbered",
    "outdated",
    "read",
    "release",
    "sources",
    "unsolved",
    "verify",
    "write_readme",
]
