"""The layers of an MLP: how its weights start, what its units answer, and how large each layer's gradient is."""

import math

import numpy as np

from .. import losses
from ..engine import Value
from ..replay import collector_paused, record

# The largest a weight starts at, by what goes into its unit and how many units stand beside it. Uniform in
# +-L has variance L**2 / 3: for He that is 2 / fan_in, for Xavier 2 / (fan_in + fan_out).
LIMITS = {
    "uniform": lambda fan_in, fan_out: 1.0,
    "He": lambda fan_in, fan_out: math.sqrt(6 / fan_in),
    "Xavier": lambda fan_in, fan_out: math.sqrt(6 / (fan_in + fan_out)),
    "zeros": lambda fan_in, fan_out: 0.0,
}
DUST = 1e-12  # what rounding leaves of gradients that cancel
STARTS = (*LIMITS, "all 0.3")


class Layers:
    """One recording of a model and its hinge loss on a Dataset.

    `measure()` runs it and sets `loss`, `accuracy`, `activations` (one array of shape (units, points) for each
    hidden layer) and `norms` (the length of each layer's part of the gradient).
    """

    def __init__(self, model, data):
        self.model, self.data = model, data
        self.drawn = [p.data for p in model.parameters()]  # uniform in [-1, 1], biases 0
        x, y = [Value(number) for number in data.X[0].tolist()], Value(float(data.y[0]))
        with collector_paused():
            answers, self.units = x, []
            for layer in model.layers[:-1]:
                answers = layer(answers)
                self.units.append(answers)
            self.score = model.layers[-1](answers)
            kept = [self.score, *(unit for units in self.units for unit in units)]
            self.replay = record(losses.hinge([self.score], [y]), [y, *x], model.parameters(), keep=kept)

    def start(self, how, scale):
        """Put the starting weights into the model: `scale` times those that STARTS names."""
        drawn = iter(self.drawn)
        for layer in self.model.layers:
            fans = len(layer.neurons[0].w), len(layer.neurons)
            for neuron in layer.neurons:
                for w in neuron.w:
                    u = next(drawn)
                    w.data = scale * (0.3 if how == "all 0.3" else u * LIMITS[how](*fans))
                neuron.b.data = next(drawn)

    def measure(self):
        loss = self.replay.forward(self.data.y, *self.data.X.T)
        with np.errstate(all="ignore"):
            self.loss = float(np.mean(loss))
        self.accuracy = float(np.mean((self.replay.of(self.score) > 0) == (self.data.y > 0)))
        self.activations = [np.array([self.replay.of(unit) for unit in units]) for units in self.units]
        self.replay.backward()
        lengths = np.cumsum([len(layer.parameters()) for layer in self.model.layers])
        with np.errstate(all="ignore"):
            parts = np.split(self.replay.parameter_grads, lengths[:-1])
            norms = [float(np.linalg.norm(part)) for part in parts]
        self.norms = [0.0 if norm < DUST else norm for norm in norms]

    @property
    def distinct(self):
        """How many units of the first layer differ: in a weight or the bias, by more than rounding does."""
        rows = np.array([[p.data for p in neuron.parameters()] for neuron in self.model.layers[0].neurons])
        alike = np.isclose(rows[:, None], rows[None], rtol=1e-6, atol=1e-9, equal_nan=True).all(axis=2)
        return sum(not alike[n, :n].any() for n in range(len(rows)))
