"""live.signal: the spread of answers and gradients through many layers, by the scale of the weights."""

import contextlib
import io
import math
from functools import partial

import ipywidgets

from ....experiments.own_init import NoWeights, weights
from ....experiments.signal import GAINS, LAYERS, SEED, WIDTH, kit, passage, sent
from ...base.chart import ChartView
from ...base.slider import slider
from ...base.view import one_at_a_time
from .panels import FLOOR, bands, height, units
from .words import numbers, sentence

LOW, HIGH = 0.4, 2.5  # of the scale
MOST_LAYERS, MOST_WIDTH = 60, 64
YOURS, UNNAMED = "your {name}", "your init"
NO_SCALE = "scale is a number from {low:g} to {high:g}; got {found!r}. Try scale=0.5."
NO_COUNT = "{name} is a whole number from 2 to {most}; got {found!r}. Try {name}={usual}."
NO_ACTIVATION = "the activations are {names}; got {found!r}. Try activation='relu'."
NO_BAND = "asked: the answers or the gradients\nfound: {found!r}\ntry:   powers(0.5, 'gradients')"


class SignalView(ChartView):
    """A signal's passage through layers of the kit's weights, and of a learner's where there are any.

    `kit` and `own` are experiments.signal.Passage at the scale on screen; `own` is None without an init, and where it
    gives no weights: `why` says so, in three parts. From code: `set(0.5)`, `choose("tanh")`, and `powers(0.5)`, a
    function of the layer.
    """

    command = "signal"

    def __init__(self, init, layers, width, activation, scale):
        self.init, self.layers, self.width = init, layers, width
        called = getattr(init, "__name__", "")
        self.called = called if isinstance(called, str) and called.isidentifier() else ""
        self.name = YOURS.format(name=self.called) if self.called else UNNAMED
        self._kit, self._own = {}, {}
        self.sent = sent(width)
        self.activations = ipywidgets.ToggleButtons(options=list(GAINS), value=activation)
        self.activations.style.button_width = "80px"
        self.sliding, self.scale = slider("scale", scale, LOW, HIGH, step=0.01, log=True)
        self.controls = [self.sliding, self.scale, self.activations]
        super().__init__([ipywidgets.HBox(self.controls, layout={"flex_flow": "row wrap"})])
        self.on(self.scale, lambda _: self.refresh())
        self.on(self.activations, lambda _: self.refresh())

    @one_at_a_time
    def set(self, scale):
        """Multiply all weights, the learner's too, by this."""
        self.scale.value = _scale(scale)

    @one_at_a_time
    def choose(self, activation):
        """Let every unit have this activation: "relu", "tanh" or "linear"."""
        self.activations.value = _activation(activation)

    def powers(self, scale, band="answers"):
        """A function of the layer: the power of ten of its spread at this scale; a straight line from layer to layer.

        The activation is the one on screen. ValueError for another `band` than "answers" or "gradients".
        """
        if band not in ("answers", "gradients"):
            raise ValueError(NO_BAND.format(found=band))
        spreads = getattr(self._passage(self._kits(), _scale(scale)), band)
        return partial(_between, [height(spread) + FLOOR for spread in spreads])

    @property
    def kit(self):
        """The Passage through the kit's weights."""
        return self._passage(self._kits(), self.scale.value)

    @property
    def own(self):
        """The Passage through the learner's weights; None where there are none."""
        found = self._owns()
        return None if found is None or isinstance(found, str) else self._passage(found, self.scale.value)

    @property
    def why(self):
        """Why the learner's init gives no weights; "" where it does, or where there is none."""
        found = self._owns()
        return found if isinstance(found, str) else ""

    @property
    def sentence(self):
        """How the signal fares, and with the learner's weights."""
        said = [sentence(self.kit, self.width, self.activations.value)]
        if own := self.own:
            said.append(sentence(own, self.width, self.activations.value, self.name))
        return "\n".join([*said, *([self.why] if self.why else [])])

    def refresh(self):
        super().refresh()
        self.say(self.sentence)

    def panels(self):
        kit_, own, activation = self.kit, self.own, self.activations.value
        return *bands(kit_, own, self.name), units(kit_, own, self.name, activation, self.width)

    def numbers(self):
        own, activation = self.own, self.activations.value
        found = {"scale": f"{self.scale.value:.4g}", **numbers(self.kit, self.width, activation)}
        return found | (numbers(own, self.width, activation, "yours ") if own else {})

    def text(self):
        return "\n".join([super().text(), self.sentence])

    def code(self):
        usual = {"layers": LAYERS, "width": WIDTH, "activation": "relu"}
        given = [] if self.init is None else [self.called or "init"]
        now = {"layers": self.layers, "width": self.width, "activation": self.activations.value}
        given += [f"{name}={x!r}" for name, x in now.items() if x != usual[name]]
        return f"live.signal({', '.join([*given, f'scale={self.scale.value:.4g}'])})"

    def _kits(self):
        activation = self.activations.value
        if activation not in self._kit:
            self._kit[activation] = kit(self.layers, self.width, activation)
        return self._kit[activation]

    def _owns(self):
        """The learner's weights, asked for once for each activation; or why there are none; or None."""
        if self.init is None:
            return None
        activation = self.activations.value
        if activation not in self._own:
            try:
                with contextlib.redirect_stdout(io.StringIO()):  # what a learner's init prints, layer by layer
                    self._own[activation] = weights(self.init, self.layers, self.width, activation, SEED)
            except NoWeights as lacking:
                self._own[activation] = str(lacking)
        return self._own[activation]

    def _passage(self, found, scale):
        return passage(found, self.activations.value, scale, *self.sent)


def signal(init=None, layers=30, width=32, activation="relu", scale=1.0):
    """A signal through many layers: the spread of the answers on their way there, of the gradients on their way back.

    `init` is a function: init(nin, nout, activation) gives a list of nout rows of nin numbers. Its weights are laid
    beside the kit's, and both are multiplied by `scale`. Inputs and gradients begin with a spread of 1; biases are 0.
    ValueError for a scale from outside 0.4 to 2.5, for layers from outside 2 to 60, a width from outside 2 to 64, or
    for another activation than "relu", "tanh" or "linear".
    """
    counts = _count("layers", layers, MOST_LAYERS, LAYERS), _count("width", width, MOST_WIDTH, WIDTH)
    return SignalView(init, *counts, _activation(activation), _scale(scale))


def _between(powers, layer):
    """The power at a layer, or on the way from one to the next."""
    one = min(max(math.floor(layer), 0), len(powers) - 2)
    return powers[one] + (layer - one) * (powers[one + 1] - powers[one])


def _scale(x):
    if isinstance(x, bool) or not isinstance(x, (int, float)) or not LOW <= x <= HIGH:
        raise ValueError(NO_SCALE.format(low=LOW, high=HIGH, found=x))
    return float(x)


def _count(name, n, most, usual):
    if isinstance(n, bool) or not isinstance(n, int) or not 2 <= n <= most:
        raise ValueError(NO_COUNT.format(name=name, most=most, found=n, usual=usual))
    return n


def _activation(name):
    if name not in GAINS:
        raise ValueError(NO_ACTIVATION.format(names=", ".join(GAINS), found=name))
    return name
