"""From percent scripts to the notebooks that learners open."""

from .build import build, built, read, sources, verify

__all__ = ["build", "built", "read", "sources", "verify"]
