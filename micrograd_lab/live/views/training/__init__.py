"""live.training: a network learns a data set, and its decision boundary moves."""

from .view import TrainingView, training

__all__ = ["TrainingView", "training"]
