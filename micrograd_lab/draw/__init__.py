"""Still pictures of graphs and of what a network has learned."""

from .fields import field, loss_curve
from .graphs import Picture, graph

__all__ = ["Picture", "field", "graph", "loss_curve"]
