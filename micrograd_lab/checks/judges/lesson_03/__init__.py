"""Lesson 3: backprop by hand."""

from .hand import HAND, HAND_SLIPS, by_hand
from .neuron import TANH_NEURON
from .roads import ROADS
from .step import STEP

__all__ = ["HAND", "HAND_SLIPS", "ROADS", "STEP", "TANH_NEURON", "by_hand"]
