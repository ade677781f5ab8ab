"""live.signal: how a signal fares through many layers, on its way there and back."""

from .view import SignalView, signal

__all__ = ["SignalView", "signal"]
