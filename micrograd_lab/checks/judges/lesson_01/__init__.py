"""Lesson 1: slopes, measured and by formula."""

from .central import CENTRAL
from .formula import GRADIENT
from .order import ORDER
from .partials import PARTIALS
from .slope import SLOPE

__all__ = ["CENTRAL", "GRADIENT", "ORDER", "PARTIALS", "SLOPE"]
