"""live.own_training: a learner's own classes learn the moons, a step a frame."""

from .view import OwnTrainingView, own_training

__all__ = ["OwnTrainingView", "own_training"]
