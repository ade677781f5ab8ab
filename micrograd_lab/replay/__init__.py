"""Record a graph of Values once, run it again on new numbers: see recording.py, then program.py and PROGRAM.md."""

from .choice import Choice
from .field import Field, edges, scores
from .fingerprint import fingerprint
from .recording import Replay, collector_paused, record

__all__ = ["RULES", "Choice", "Field", "Replay", "collector_paused", "edges", "fingerprint", "record", "scores"]


def __getattr__(name):
    if name == "RULES":  # NumPy's, loaded when they are asked for
        from .arrays import RULES

        return RULES
    raise AttributeError(f"micrograd_lab.replay has no {name!r}; it has {', '.join(__all__)}.")
