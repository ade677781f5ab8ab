"""The controls of live.training that go beyond the first idea: what it learns from, and how."""

import math

import ipywidgets

from .... import losses, optim
from ....experiments.session import MADE
from ...base.slider import DESCRIPTION, WIDTH, slider

NAMES = ("data", "layers", "activation", "loss", "optimizer", "batch", "units", "gradients")
LOSSES = {"hinge": losses.hinge, "squared error": losses.mean_squared_error}
OPTIMIZERS = {
    "SGD": optim.SGD,
    "momentum": lambda parameters, lr: optim.SGD(parameters, lr=lr, momentum=0.9),
    "Adam": optim.Adam,
}
PLACE = "a place is two numbers; got {typed}. Type them as 0.5, -1."
GIVEN, OWN = "as given", "own points"


class Controls:
    """The widgets, all of them. Of the chosen names: `pairs` go beside each other, `wide` are rows of their own.

    `widgets` are what a prediction locks.
    """

    def __init__(self, chosen, session):
        sizes, samples = session.sizes, len(session.data.X)
        self.data = _choice("data", [GIVEN, *MADE, OWN], GIVEN)
        self.noise, self.spread = slider("noise", 0.1, 0.0, 0.5, step=0.05)
        self.label = ipywidgets.ToggleButtons(
            options=[("\u25cf +1", 1.0), ("\u25a0 -1", -1.0)],
            description="a click adds",
            style={"description_width": DESCRIPTION, "button_width": "64px"},
        )
        self.place = ipywidgets.Text(
            description="or type x, y", placeholder="0.5, -1", continuous_update=False, layout={"width": "190px"}
        )
        self.clear = ipywidgets.Button(description="clear", tooltip="remove all points", layout={"width": "80px"})
        self.layers = _choice("layers", [1, 2, 3], max(1, min(3, len(sizes))), width="96px", name_width="44px")
        last = sizes[-1] if sizes else 1
        self.sizes = [
            ipywidgets.BoundedIntText(
                value=sizes[n] if n < len(sizes) else last,
                min=1,
                max=max(32, *sizes, 1),
                description="layer {number}".format(number=n + 1),
                style={"description_width": "46px"},
                layout={"width": "98px"},
            )
            for n in range(3)
        ]
        self.activation = _choice("activation", ["relu", "tanh", "sigmoid", "linear"], session.activation)
        self.loss = _choice("loss", *_with_own(LOSSES, session.loss))
        self.optimizer = _choice("optimizer", *_with_own(OPTIMIZERS, session.optimizer))
        self.batch, self.some = slider("batch size", session.batch or samples, 1, samples, step=1, whole=True)
        own = ipywidgets.HBox([self.label, self.place, self.clear])
        own.layout.display = "none"
        self.data.observe(lambda change: setattr(own.layout, "display", "" if change.new == OWN else "none"), "value")
        self.layers.observe(lambda _: self._show_sizes(), "value")
        self._show_sizes()
        pickers = [w for n, w in vars(self).items() if n in ("data", "activation", "loss", "optimizer") and n in chosen]
        wide = [ipywidgets.HBox(pickers)] if pickers else []
        wide += [own] if "data" in chosen else []
        pairs = [(self.batch, self.some)] if "batch" in chosen else []
        pairs += [(self.layers, *self.sizes)] if "layers" in chosen else []
        pairs += [(self.noise, self.spread)] if "data" in chosen else []
        self.pairs, self.wide = pairs, wide
        self.widgets = [*(w for pair in pairs for w in pair), *(w for row in wide for w in row.children)]

    def hidden(self):
        """The hidden layers' sizes, as set."""
        return [box.value for box in self.sizes[: self.layers.value]]

    def typed(self):
        """The place that was typed."""
        try:
            x, y = (float(part) for part in self.place.value.split(","))
        except ValueError:
            x = math.nan
        if not (math.isfinite(x) and math.isfinite(y)):
            raise ValueError(PLACE.format(typed=repr(self.place.value)))
        return x, y

    def _show_sizes(self):
        for n, box in enumerate(self.sizes):
            box.layout.display = "" if n < self.layers.value else "none"


def strengths(alpha):
    """A slider of L2 penalties that also holds this one."""
    choices = sorted({0.0, 1e-4, 1e-3, 1e-2, 3e-2, 1e-1, alpha})
    handle = ipywidgets.SelectionSlider(
        options=[(f"{a:g}", a) for a in choices],
        value=alpha,
        description="L2 alpha",
        style={"description_width": DESCRIPTION},
        layout={"width": WIDTH},
    )
    handle.add_class("micrograd-choice")
    return handle


def own_name(table, chosen):
    """The name of one of the table's; of a learner's own, the name it has."""
    return next((name for name, one in table.items() if one is chosen), getattr(chosen, "__name__", "own"))


def _with_own(table, chosen):
    name = own_name(table, chosen)
    options = {**table, name: chosen}
    return list(options.items()), options[name]


def _choice(name, options, value, width="200px", name_width=DESCRIPTION):
    return ipywidgets.Dropdown(
        options=options,
        value=value,
        description=name,
        style={"description_width": name_width},
        layout={"width": width},
    )
