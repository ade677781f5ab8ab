"""Views that move: sliders and buttons around the pictures of `draw`."""

from .graph_view import GraphView, graph
from .landscape_view import LandscapeView, landscape
from .prediction import Prediction, predict
from .slope_view import SlopeView, slope
from .softmax_view import SoftmaxView, softmax
from .training_view import TrainingView, training

__all__ = [
    "GraphView",
    "LandscapeView",
    "Prediction",
    "SlopeView",
    "SoftmaxView",
    "TrainingView",
    "graph",
    "landscape",
    "predict",
    "slope",
    "softmax",
    "training",
]
