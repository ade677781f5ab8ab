"""Answers that no one has worked out, and that seek full marks all the same."""

from .forgeries_beside import BESIDE
from .forgeries_found import FOUND, LEAKS

__all__ = ["FORGERIES", "LEAKS"]

FORGERIES = (*BESIDE, *FOUND)
