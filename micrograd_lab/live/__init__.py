"""Views that move: sliders and buttons around the pictures of `draw`."""

from .attention_view import AttentionView, attention
from .backward_view import BackwardView, backward
from .distributions_view import DistributionsView, distributions
from .fill_view import FillView, fill
from .graph_view import GraphView, graph
from .landscape_view import LandscapeView, landscape
from .loop_view import LoopView, loop
from .neuron_view import NeuronView, neuron
from .prediction import SIGNS, Prediction, predict
from .predictions_view import Predictions, predictions
from .progress_view import Progress, progress
from .questions_view import QuestionsView, questions
from .ready_view import ReadyView, ready
from .roads_view import RoadsView, roads
from .slope_view import SlopeView, slope
from .softmax_view import SoftmaxView, softmax
from .training_view import TrainingView, training

__all__ = [
    "SIGNS",
    "AttentionView",
    "BackwardView",
    "DistributionsView",
    "FillView",
    "GraphView",
    "LandscapeView",
    "LoopView",
    "NeuronView",
    "Prediction",
    "Predictions",
    "Progress",
    "QuestionsView",
    "ReadyView",
    "RoadsView",
    "SlopeView",
    "SoftmaxView",
    "TrainingView",
    "attention",
    "backward",
    "distributions",
    "fill",
    "graph",
    "landscape",
    "loop",
    "neuron",
    "predict",
    "predictions",
    "progress",
    "questions",
    "ready",
    "roads",
    "slope",
    "softmax",
    "training",
]
