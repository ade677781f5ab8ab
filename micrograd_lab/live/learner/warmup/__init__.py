"""live.warmup: three questions from earlier lessons, typed, before a new one begins."""

from .view import WarmupView, warmup

__all__ = ["WarmupView", "warmup"]
