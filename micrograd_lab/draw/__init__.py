"""Still pictures of graphs, of charts, and of what a network has learned."""

from .chart_still import chart
from .curves import curve
from .fields import field, loss_curve, points
from .graphs import Picture, graph
from .machine import machine
from .plot import Plot

__all__ = ["Picture", "Plot", "chart", "curve", "field", "graph", "loss_curve", "machine", "points"]
