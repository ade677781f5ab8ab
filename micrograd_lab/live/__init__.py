"""Views that move: sliders and buttons around the pictures of `draw`."""

from .graph_view import GraphView, graph
from .prediction import Prediction, predict
from .softmax_view import SoftmaxView, softmax
from .training_view import TrainingView, training

__all__ = [
    "GraphView",
    "Prediction",
    "SoftmaxView",
    "TrainingView",
    "graph",
    "predict",
    "softmax",
    "training",
]
