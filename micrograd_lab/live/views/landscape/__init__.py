"""live.landscape: optimisers race down a surface."""

from .start import landscape
from .view import LandscapeView

__all__ = ["LandscapeView", "landscape"]
