"""A small right engine, and wrong ones: each is the right one with one thing changed."""

from .engine import RIGHT, Engine, Node, exposed
from .wrong_rules import RULES
from .wrong_ways import WAYS

__all__ = ["NAMED", "RIGHT", "WRONG", "Engine", "Node", "exposed", "misconceptions"]

WRONG = (*RULES, *WAYS)
NAMED = {engine.name: engine for engine in WRONG}


def misconceptions(*names, wrong=None):
    """Those of these wrong engines, or of all. `wrong(engine)` gives the function of a case where the results are not
    just gradients."""
    chosen = [NAMED[name] for name in names] if names else WRONG
    return tuple(engine.misconception(wrong and wrong(engine)) for engine in chosen)
