"""live.landscape: optimisers race down a surface."""

from .view import LandscapeView, landscape

__all__ = ["LandscapeView", "landscape"]
