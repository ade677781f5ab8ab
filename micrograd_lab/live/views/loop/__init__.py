"""live.loop: the training loop, taken apart."""

from .view import LoopView, loop

__all__ = ["LoopView", "loop"]
