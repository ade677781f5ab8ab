"""Still pictures of graphs and of what a network has learned."""

from .fields import Plot, field, loss_curve, points
from .graphs import Picture, graph

__all__ = ["Picture", "Plot", "field", "graph", "loss_curve", "points"]
