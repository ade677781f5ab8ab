"""micrograd_lab: learn how neural networks learn, one scalar at a time."""

from importlib import import_module

from .engine import Value
from .extras import needing

__version__ = "0.1.0"
__all__ = [
    "Value",
    "datasets",
    "draw",
    "gradcheck",
    "graph",
    "live",
    "losses",
    "mine",
    "nn",
    "optim",
    "replay",
    "steps",
]


def __getattr__(name):
    # Loaded when first used: `import micrograd_lab` stays instant and pulls in no NumPy, no plots, no widgets.
    if name in __all__:
        with needing("lab", f"{__name__}.{name}"):
            return import_module(f"{__name__}.{name}")
    raise AttributeError(f"micrograd_lab has no {name!r}; it has {', '.join(__all__)}")


def __dir__():
    return sorted(__all__)
