"""live.paper: the plane as a sheet of paper, which each ReLU of a small network folds."""

from .view import PaperView, paper

__all__ = ["PaperView", "paper"]
