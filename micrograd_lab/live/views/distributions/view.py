"""live.distributions: what each layer answers, and how large its gradient is, by how the weights start."""

import math

import ipywidgets

from .... import datasets, nn
from ....experiments.layers import STARTS, Layers
from ....graph import digits
from ...base.chart import ChartView
from ...base.player import Caption, Player
from ...base.slider import DESCRIPTION, in_columns, slider
from ...base.view import one_at_a_time
from .panels import gradient_bars, histogram

KINDS = ("tanh", "relu", "sigmoid")
STEPS = 50
STEP = Caption("train {steps} steps".format(steps=STEPS), "play", "gradient descent")
RESET = Caption("reset", "undo", "the weights as they started")
TOO_LARGE = "The loss is no longer a number: the steps were too large. Lower the learning rate and reset."
SHARE, OF = "{count} of {all} {what}", "{count} of {all}"
NO_DATA = "live.distributions needs points with labels -1 and +1; got {data!r}. Try datasets.moons(100)."
NO_ACTIVATION = "an activation here is one of {known}; got {activation!r}."
NO_START = "weights start as one of {known}; got {start!r}."
OUT_OF_RANGE = "the {name} is from {low} to {high}; got {number}. Take one between them."
NO_RATE = "a learning rate is greater than 0; got {lr}. Try 0.5."
UNITS = {"dead": "dead units", "saturated": "saturated units"}
ROOM = 840  # pixels for all panels beside each other


class DistributionsView(ChartView):
    """A histogram of activations for each hidden layer, and a bar for the gradient of each layer.

    `layers` has what the numbers say: `loss`, `accuracy`, `activations`, `norms`, `distinct`, and of each hidden
    layer how many units are `dead` and `saturated`: a ReLU is dead if it answers 0 on all points, a tanh saturated
    if |tanh| is above 0.97 on more than half of them, a sigmoid if it is as near to 0 or 1.
    From code: `train(50)`, `reset()`.
    """

    command = "distributions"

    def __init__(self, data, activation, start, scale, depth, width, lr, seed, trained):
        self._given = data is not None
        self.data = data if self._given else datasets.moons(100, seed=1)
        self.width, self.seed = width, seed
        self.activation, self.start = _choices("activation", KINDS, activation), _choices("start", STARTS, start)
        self.scale, self.factor = slider("scale", scale, 0.01, 10.0, step=0.05, log=True)
        self.deep, self.depth = slider("hidden layers", depth, 1, 4, step=1, whole=True)
        self.lr, self.rate = slider("learning rate", lr, min(0.01, lr), max(10.0, lr), step=0.05, log=True)
        self.player = Player(STEP, RESET)
        self.go, self.again = self.player.buttons
        pairs = [(self.scale, self.factor), (self.deep, self.depth), (self.lr, self.rate), self.player.buttons]
        self.controls = [self.activation, self.start, *(widget for pair in pairs for widget in pair)]
        choices = ipywidgets.HBox([self.start, self.activation], layout={"flex_flow": "row wrap"})
        self._build()
        super().__init__([choices, in_columns(pairs)])
        for control in (self.activation, self.depth):
            self.on(control, lambda _: self._anew())
        for control in (self.start, self.factor):
            self.on(control, lambda _: self.reset())
        self.on(self.rate, lambda _: self.refresh())
        self.player.start(self, self.chart, self.train, self.reset)
        for rate, steps in trained:
            self.rate.value = rate
            self.train(steps)
        self.rate.value = lr

    @one_at_a_time
    def train(self, n=STEPS):
        """Train n steps on all points. Stops where the loss is no longer a number."""
        if not self.layers.train(n, self.rate.value):
            self.say(TOO_LARGE)
        self.refresh()

    @one_at_a_time
    def reset(self):
        """The weights as they started, at the scale and of the kind that are chosen."""
        self.layers.start(self.start.value, self.factor.value)
        self.refresh()

    @property
    def trained(self):
        """(learning rate, steps) pairs since the start."""
        return self.layers.trained

    @property
    def dead(self):
        """How many units of each hidden layer give the same 0 for all points: one number a layer."""
        return self.layers.dead

    @property
    def saturated(self):
        """How many units of each hidden layer hardly move with any point: one number a layer."""
        return self.layers.saturated

    def refresh(self):
        self.layers.measure()
        super().refresh()

    def panels(self):
        kind, shown = self.activation.value, self.layers.activations
        what, counts = self._ill()
        wide = min(300, (ROOM - 59 - 62 * len(shown)) // (len(shown) + 1))  # beside what axes and gaps take
        below = [SHARE.format(count=count, all=self.width, what=what) for count in counts]
        panels = [histogram(n, kind, answers, below[n - 1], wide) for n, answers in enumerate(shown, 1)]
        return (*panels, gradient_bars(self.layers.norms, wide))

    def numbers(self):
        layers, (what, counts) = self.layers, self._ill()
        norms = {"grad norm, layer {n}".format(n=n): digits(norm) for n, norm in enumerate(layers.norms[:-1], 1)}
        return {
            "loss": digits(layers.loss),
            "accuracy": f"{layers.accuracy:.2f}",
            "steps trained": sum(n for _, n in self.trained),
            UNITS[what]: OF.format(count=sum(counts), all=len(counts) * self.width),
            "distinct units, layer 1": OF.format(count=layers.distinct, all=self.width),
            **norms,
            "grad norm, output": digits(layers.norms[-1]),
        }

    def code(self):
        settings = {
            "activation": self.activation.value,
            "start": self.start.value,
            "scale": self.factor.value,
            "depth": self.depth.value,
            "width": self.width,
            "lr": self.rate.value,
            "seed": self.seed,
        }
        if self.trained:
            settings["trained"] = self.trained
        given = [*(["data"] if self._given else []), *[f"{name}={value!r}" for name, value in settings.items()]]
        return f"live.distributions({', '.join(given)})".replace("'", '"')

    def _ill(self):
        """What can be wrong with units of this activation, and how many of each layer have it."""
        return ("dead", self.dead) if self.activation.value == "relu" else ("saturated", self.saturated)

    def _build(self):
        sizes = [*[self.width] * self.depth.value, 1]
        model = nn.MLP(self.data.X.shape[1], sizes, activation=self.activation.value, seed=self.seed)
        self.layers = Layers(model, self.data)
        self.layers.start(self.start.value, self.factor.value)

    def _anew(self):
        self._build()
        self.refresh()


def distributions(
    data=None, activation="tanh", start="uniform", scale=1.0, depth=2, width=16, lr=0.5, seed=1, trained=()
):
    """Activations and gradients of each layer of an MLP, by how its weights start.

    `start` is "uniform" (in [-1, 1]), "He", "Xavier", "zeros" or "all 0.3"; all weights are multiplied by
    `scale`, and biases start at 0. The loss is the hinge loss on `data`, by default 100 moons. `trained` are
    (learning rate, steps) pairs, done in this order.
    """
    if data is not None and (len(data.X) < 2 or set(data.y.tolist()) - {-1.0, 1.0}):
        raise ValueError(NO_DATA.format(data=data))
    if activation not in KINDS:
        raise ValueError(NO_ACTIVATION.format(known=", ".join(KINDS), activation=activation))
    if start not in STARTS:
        raise ValueError(NO_START.format(known=", ".join(STARTS), start=start))
    for name, number, low, high in (("scale", scale, 0.01, 10), ("depth", depth, 1, 4), ("width", width, 2, 32)):
        if not low <= number <= high:
            raise ValueError(OUT_OF_RANGE.format(name=name, low=low, high=high, number=number))
    if not 0 < lr < math.inf:
        raise ValueError(NO_RATE.format(lr=lr))
    return DistributionsView(data, activation, start, float(scale), int(depth), int(width), float(lr), seed, trained)


def _choices(name, options, value):
    style = {"description_width": DESCRIPTION, "button_width": "80px"}
    return ipywidgets.ToggleButtons(options=options, value=value, description=name, style=style)
