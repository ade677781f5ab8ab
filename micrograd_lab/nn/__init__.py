"""Networks on Values: micrograd's neurons, layers and multi-layer perceptrons."""

from .neuron import ACTIVATIONS, MLP, Layer, Module, Neuron

__all__ = ["ACTIVATIONS", "MLP", "Layer", "Module", "Neuron"]
