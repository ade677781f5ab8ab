"""live.three: three numbers to find, by hand or by backward()."""

from .view import ThreeView, three

__all__ = ["ThreeView", "three"]
