"""From percent scripts to the notebooks that learners open."""

from .build import LESSONS, SOLUTIONS, build, built, read, sources, unsolved, verify

__all__ = ["LESSONS", "SOLUTIONS", "build", "built", "read", "sources", "unsolved", "verify"]
