"""Lesson 5: the order of backward()."""

from .backward import BACKWARD, right
from .counterexample import COUNTEREXAMPLE
from .deep import DEEP
from .order import ORDER

__all__ = ["BACKWARD", "COUNTEREXAMPLE", "DEEP", "ORDER", "right"]
