"""What a learner's code gives, as plain numbers, texts, lists and dicts."""

import numbers
from itertools import islice

from .shape import MOST, goes_through, unordered


def plain(thing, depth=4):
    """JSON-like: a number, text, bool or None as it is; lists and dicts of such, a list of whatever else can be gone
    through in order; {"value": data} for a Value-like thing, {"type": name} for anything else."""
    if thing is None or isinstance(thing, (bool, str)):
        return thing
    if isinstance(thing, numbers.Real) or (hasattr(type(thing), "__float__") and not getattr(thing, "ndim", 0)):
        return thing if isinstance(thing, int) else bool(thing) if type(thing).__name__ == "bool_" else float(thing)
    if isinstance(thing, complex):
        return {"type": "complex"}
    if depth and isinstance(thing, dict):
        return {str(key): plain(value, depth - 1) for key, value in thing.items()}
    if depth and (isinstance(thing, (list, tuple)) or getattr(thing, "ndim", 0)):
        return [plain(item, depth - 1) for item in thing]
    if hasattr(thing, "data"):
        return {"value": plain(thing.data, 0)}
    if depth and goes_through(thing) and not unordered(thing) and not isinstance(thing, bytes):
        return [plain(item, depth - 1) for item in islice(thing, MOST)]
    return {"type": type(thing).__name__}
