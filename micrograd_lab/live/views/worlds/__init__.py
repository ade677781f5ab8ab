"""live.worlds: one way of learning in twenty fresh worlds, on points that were learned and on points that were not."""

from .view import WorldsView, worlds

__all__ = ["WorldsView", "worlds"]
