"""live.first: a network learns two moons, as slowly as one can follow."""

from .view import FirstView, first

__all__ = ["FirstView", "first"]
