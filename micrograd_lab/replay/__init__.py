"""Record a graph of Values once, run it again on new numbers: see recording.py, then program.py and PROGRAM.md."""

from .choice import Choice
from .compare import Differs
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

NUMPYS = {"Field": "field", "edges": "field", "scores": "field", "Steps": "running", "RULES": "arrays"}


def __getattr__(name):
    # These need NumPy, and are loaded when they are asked for: a recording on the tape does without.
    if name not in NUMPYS:
        raise AttributeError(f"micrograd_lab.replay has no {name!r}; it has {', '.join(__all__)}.")
    if NUMPYS[name] == "field":
        from . import field as room
    elif NUMPYS[name] == "running":
        from . import running as room
    else:
        from . import arrays as room
    return getattr(room, name)
