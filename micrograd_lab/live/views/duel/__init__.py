"""live.duel: one neuron, moved by hand, along arrows, and by gradient descent."""

from .view import DuelView, duel

__all__ = ["DuelView", "duel"]
