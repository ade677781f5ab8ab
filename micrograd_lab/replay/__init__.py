"""Record a graph of Values once, run it again on new numbers: see recording.py, then program.py and PROGRAM.md."""

from .choice import Choice
from .compare import Differs
from .field import Field, edges, scores
from .fingerprint import fingerprint
from .recording import Replay, collector_paused, record

__all__ = [
    "RULES",
    "Choice",
    "Differs",
    "Field",
    "Replay",
    "Steps",
    "collector_paused",
    "edges",
    "fingerprint",
    "record",
    "scores",
]


def __getattr__(name):
    # These two need NumPy, and are loaded when they are asked for.
    if name == "RULES":
        from .arrays import RULES as found
    elif name == "Steps":
        from .running import Steps as found
    else:
        raise AttributeError(f"micrograd_lab.replay has no {name!r}; it has {', '.join(__all__)}.")
    return found
