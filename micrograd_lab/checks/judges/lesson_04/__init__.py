"""Lesson 4: one operation's step backward."""

from .combined import COMBINED
from .functions import FUNCTIONS
from .plus_times import PLUS_TIMES
from .power_relu import POWER_RELU
from .reuse import REUSE

__all__ = ["COMBINED", "FUNCTIONS", "PLUS_TIMES", "POWER_RELU", "REUSE"]
