"""Still pictures of graphs, of charts, and of what a network has learned."""

from ..extras import needing
from .chart_still import chart
from .curves import curve
from .graphs import Picture, graph
from .machine import machine
from .plot import Plot

FIELDS = ("field", "loss_curve", "points")
NO_NAME = "there is no draw.{name}; there are {names}."
__all__ = ["Picture", "Plot", "chart", "curve", "field", "graph", "loss_curve", "machine", "points"]


def __getattr__(name):
    # Loaded when first used: graphs, charts and the machine need no NumPy.
    if name in FIELDS:
        with needing("lab", "draw.{name}".format(name=name)):
            from . import fields
        return getattr(fields, name)
    raise AttributeError(NO_NAME.format(name=name, names=", ".join(__all__)))


def __dir__():
    return __all__
