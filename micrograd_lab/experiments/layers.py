"""The layers of an MLP: how its weights start, what its units answer, and how large each layer's gradient is."""

import math

import numpy as np

from .. import losses, optim
from ..engine import Value
from ..replay import collector_paused, record
from ..steps import Training
from .units import dead, saturated

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
    hidden layer), `norms` (the length of each layer's part of the gradient) and, for each hidden layer, how many of
    its units are `dead` and how many `saturated`. `trained` are (learning rate, steps) pairs since the start.
    """

    def __init__(self, model, data):
        self.model, self.data, self.training, self.trained = model, data, None, []
        self.drawn = [p.data for p in model.parameters()]  # uniform in [-1, 1], biases 0
        x, y = [Value(number) for number in data.X[0].tolist()], Value(float(data.y[0]))
        with collector_paused():
            outputs, self.units = x, []
            for layer in model.layers[:-1]:
                outputs = layer(outputs)
                self.units.append(outputs)
            self.score = model.layers[-1](outputs)
            kept = [self.score, *(unit for units in self.units for unit in units)]
            self.replay = record(losses.hinge([self.score], [y]), [y, *x], model.parameters(), keep=kept)

    def start(self, how, scale):
        """Put the starting weights into the model: `scale` times those that STARTS names."""
        self.trained, drawn = [], iter(self.drawn)
        for layer in self.model.layers:
            fans = len(layer.neurons[0].w), len(layer.neurons)
            for neuron in layer.neurons:
                for w in neuron.w:
                    u = next(drawn)
                    w.data = scale * (0.3 if how == "all 0.3" else u * LIMITS[how](*fans))
                neuron.b.data = next(drawn)

    def train(self, n, lr):
        """Train n steps on all points. Gives whether the loss has stayed a number; where not, it stops."""
        if self.training is None:
            self.training = Training(self.model, self.data, optim.SGD(self.model.parameters(), lr=lr), losses.hinge)
        self.training.optimizer.lr, done = lr, 0
        with np.errstate(all="ignore"):
            while done < n and math.isfinite(next(self.training).loss):
                done += 1
        before = self.trained.pop()[1] if self.trained and self.trained[-1][0] == lr else 0
        self.trained.append((lr, before + n))
        return done == n

    def measure(self):
        """Run the network on all points: sets the loss, the accuracy and what each layer's units give."""
        loss = self.replay.forward(self.data.y, *self.data.X.T)
        with np.errstate(all="ignore"):
            self.loss = float(np.mean(loss))
        self.accuracy = float(np.mean((self.replay.of(self.score) > 0) == (self.data.y > 0)))
        self.activations = [np.array([self.replay.of(unit) for unit in units]) for units in self.units]
        kinds = [layer.neurons[0].activation for layer in self.model.layers[:-1]]
        self.dead, self.saturated = (
            [int(find(answers, kind).sum()) for answers, kind in zip(self.activations, kinds, strict=True)]
            for find in (dead, saturated)
        )
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
