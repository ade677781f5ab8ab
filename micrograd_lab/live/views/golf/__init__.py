"""live.golf: an optimiser of one's own, on a ravine and two other courses."""

from .view import GolfView, golf

__all__ = ["GolfView", "golf"]
