"""live.time_machine: every step of a training, to be gone through back and forth."""

from .view import TimeMachineView, time_machine

__all__ = ["TimeMachineView", "time_machine"]
