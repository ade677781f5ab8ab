"""Record a graph of Values once, run it again on new numbers: see recording.py, then rows.py and collapse.py."""

from .field import Field, edges, scores
from .fingerprint import fingerprint
from .recording import Replay, collector_paused, record
from .rows import RULES

__all__ = ["RULES", "Field", "Replay", "collector_paused", "edges", "fingerprint", "record", "scores"]
