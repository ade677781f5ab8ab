"""From percent scripts to the notebooks that learners open."""

from .build import LESSONS, SOLUTIONS, build, built, read, sources, unsolved, verify
from .release import release

__all__ = ["LESSONS", "SOLUTIONS", "build", "built", "read", "release", "sources", "unsolved", "verify"]
