"""live.neuron: what one unit, or a few, see of the plane."""

from .view import NeuronView, neuron

__all__ = ["NeuronView", "neuron"]
