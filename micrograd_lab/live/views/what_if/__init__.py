"""live.what_if: a whole training at each move of a slider, and what each point wants."""

from .view import WhatIfView, what_if

__all__ = ["WhatIfView", "what_if"]
