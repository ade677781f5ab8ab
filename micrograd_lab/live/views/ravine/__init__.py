"""live.ravine: where a training of one's own stands in its loss, and which numbers wait."""

from .view import RavineView, ravine

__all__ = ["RavineView", "ravine"]
