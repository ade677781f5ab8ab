"""Lesson 4: one operation's step backward, in a class that the learner writes."""

from ..beside.choice import letters
from ..beside.engine import results
from ..beside.run import untouched

__all__ = ["combined", "letters", "results"]

COMBINED = ("__neg__", "__sub__", "__truediv__", "__radd__", "__rmul__", "__rsub__", "__rtruediv__")


def combined(learner, case):
    """The same, for a class that gets `-`, `/` and the reflected forms in this exercise."""
    if all(untouched(getattr(learner, name, None)) for name in COMBINED):
        return {"untouched": True}
    return results(learner, case)
