"""The machine on NumPy: best where arrays are wide. See machine.py."""

from .machine import Machine
from .rules import RULES

__all__ = ["RULES", "Machine"]
