"""From percent scripts to the notebooks that learners open."""

from .build import build, built, sources, verify

__all__ = ["build", "built", "sources", "verify"]
