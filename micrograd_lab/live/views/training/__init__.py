"""live.training: a network learns a data set, and its decision boundary moves."""

from .start import training
from .view import TrainingView

__all__ = ["TrainingView", "training"]
