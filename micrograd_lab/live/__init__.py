"""Views that move: sliders and buttons around the pictures of `draw`."""

from .graph_view import GraphView, graph
from .prediction import Prediction, predict
from .training_view import TrainingView, training

__all__ = ["GraphView", "Prediction", "TrainingView", "graph", "predict", "training"]
