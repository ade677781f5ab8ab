"""Lesson 6: trust, but verify."""

from .again import AGAIN
from .gradcheck import GRADCHECK
from .parity import PARITY, PYTORCH
from .probes import BREAK

__all__ = ["AGAIN", "BREAK", "GRADCHECK", "PARITY", "PYTORCH"]
