"""What can go wrong in lesson 7's classes: each slip is a method or two, written otherwise than in `right`."""

from .slip import Slip

__all__ = ["Slip"]
