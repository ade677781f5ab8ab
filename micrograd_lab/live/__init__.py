"""Views that move: sliders and buttons around the pictures of `draw`."""

from .attention_view import AttentionView, attention
from .backward_view import BackwardView, backward
from .fill_view import FillView, fill
from .graph_view import GraphView, graph
from .landscape_view import LandscapeView, landscape
from .neuron_view import NeuronView, neuron
from .prediction import Prediction, predict
from .slope_view import SlopeView, slope
from .softmax_view import SoftmaxView, softmax
from .training_view import TrainingView, training

__all__ = [
    "AttentionView",
    "BackwardView",
    "FillView",
    "GraphView",
    "LandscapeView",
    "NeuronView",
    "Prediction",
    "SlopeView",
    "SoftmaxView",
    "TrainingView",
    "attention",
    "backward",
    "fill",
    "graph",
    "landscape",
    "neuron",
    "predict",
    "slope",
    "softmax",
    "training",
]
