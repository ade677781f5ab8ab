"""Lesson 2: expressions that remember."""

from .first import FIRST_OPS
from .reflected import REFLECTED_OPS
from .rest import REST_OPS
from .trace import TRACE

__all__ = ["FIRST_OPS", "REFLECTED_OPS", "REST_OPS", "TRACE"]
