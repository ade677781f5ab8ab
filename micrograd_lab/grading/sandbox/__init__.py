"""Where learners' code runs: a job goes in, what each exercise wrote comes out; nothing of it is trusted.

`inside/` is what runs there, beside code that nobody has read; the rest is on this side of the wall.
"""

from .bubblewrap import kind, why_not
from .limits import Limits, NoSandbox, check_limits
from .process import run

__all__ = ["Limits", "NoSandbox", "check_limits", "kind", "run", "why_not"]
