"""What a learner predicted and tried, kept in a file of their own on their machine. Nothing leaves it.

One JSON object a line. The folder is `MICROGRAD_LAB_DATA` where that is set, else the system's place
for a user's data. `MICROGRAD_LAB_JOURNAL=off`, or `micrograd-lab journal --off` once, keeps nothing.
"""

from .store import add, aside, clear, entries, folder, keeping, path, switch, trouble
from .summary import CONFIDENCES, misses, predictions, progress, waiting
from .words import in_words

__all__ = [
    "CONFIDENCES",
    "add",
    "aside",
    "clear",
    "entries",
    "folder",
    "in_words",
    "keeping",
    "misses",
    "path",
    "predictions",
    "progress",
    "switch",
    "trouble",
    "waiting",
]
