"""live.training: a network learns a data set, and its decision boundary moves."""

import math

import anywidget
import ipywidgets
import numpy as np
import traitlets

from .. import draw, losses, nn, optim, replay
from ..draw.fields import grid
from ..graph import digits
from ..steps import Training
from .view import DESCRIPTION, WIDTH, View, module, slider, style

KEPT = 400  # points of the loss curve; beyond, every second one is dropped


class TrainingPicture(anywidget.AnyWidget):
    """The field of scores, the points and the loss curve. Asks for the next step while `playing`."""

    _esm = module("training.js")
    _css = style("training.css")
    size = traitlets.Int(100).tag(sync=True)
    scores = traitlets.Bytes().tag(sync=True)
    points = traitlets.List().tag(sync=True)
    losses = traitlets.List().tag(sync=True)
    numbers = traitlets.Unicode().tag(sync=True)
    message = traitlets.Unicode().tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    playing = traitlets.Bool(False).tag(sync=True)
    frame = traitlets.Int(0).tag(sync=True)

    def __repr__(self):
        return "TrainingPicture()"


class TrainingView(View):
    """A network on screen, `model`, and its training. `step(n)`, `reset()` and the controls work from code too."""

    command = "training"

    def __init__(self, data, hidden, loss, optimizer, lr, alpha, activation, seed, size):
        self.data, self.loss, self.optimizer = data, loss, optimizer
        self.activation, self.seed, self._listening = activation, seed, True
        self.grid, self.limits = grid(data, size)
        self.picture = TrainingPicture(size=size, points=_placed(data, self.limits))
        self.play = ipywidgets.ToggleButton(description="play", icon="play", tooltip="train, a step a frame")
        self.one = ipywidgets.Button(description="step", icon="step-forward", tooltip="one training step")
        self.again = ipywidgets.Button(description="reset", icon="undo", tooltip="new weights, from the same seed")
        for button in (self.play, self.one, self.again):
            button.layout.width = "128px"
        self.lr, self.rate = slider("learning rate", lr, min(1e-4, lr), max(10.0, lr), step=0.05, log=True)
        strengths = sorted({0.0, 1e-4, 1e-3, 1e-2, 3e-2, 1e-1, float(alpha)})
        self.alpha = ipywidgets.SelectionSlider(
            options=[(f"{a:g}", a) for a in strengths],
            value=float(alpha),
            description="L2 alpha",
            style={"description_width": DESCRIPTION},
            layout={"width": WIDTH},
        )
        widest = max(hidden, default=1)
        self.hidden, hidden_box = slider("hidden size", widest, 1, max(32, widest), step=1, whole=True)
        self.which, which_box = slider("weight no.", 0, 0, 1, step=1, whole=True)
        self.nudge, self.added = slider("add to it", 0.0, -3.0, 3.0, step=0.05)
        self._start(hidden)
        self.play.observe(self._played, "value")
        self.one.on_click(lambda _: self.step())
        self.again.on_click(lambda _: self.reset())
        for control in (self.rate, self.alpha):
            control.observe(lambda _: self._refresh(), "value")
        self.hidden.observe(self._resized, "value")
        self.which.observe(self._chosen, "value")
        self.added.observe(self._nudged, "value")
        self.picture.on_msg(self._asked)
        pairs = [(self.lr, self.rate), (self.alpha,), (self.hidden, hidden_box), (self.which, which_box)]
        pairs.append((self.nudge, self.added))
        rows = [ipywidgets.HBox(pair) for pair in ((self.play, self.one, self.again), *pairs)]
        # Two sliders side by side where there is room, so that sliders and picture fit on a small screen together.
        columns = {"grid_template_columns": "repeat(auto-fill, 410px)", "max_width": "840px"}
        cockpit = ipywidgets.GridBox(rows, layout=columns)
        super().__init__([cockpit, self.picture])
        self.controls = [self.play, self.one, self.again, *(widget for pair in pairs for widget in pair)]

    def step(self, n=1):
        """Train n steps, then show the result. Stops where the loss is no longer a number."""
        self._settle()
        with self.picture.hold_sync():
            for _ in range(n):
                with np.errstate(all="ignore"):
                    measured = next(self.training)
                if not math.isfinite(measured.loss):
                    self._stop(
                        f"The loss is {measured.loss} after {measured.number} steps: the steps were too large. "
                        "Lower the learning rate and reset."
                    )
                    break
                self._keep(measured.loss)
            self._refresh()

    def reset(self):
        """A new network from the same seed, as at the start."""
        self._stop("")
        self._start(self.sizes)

    @property
    def accuracy(self):
        """The share of points on their side, from 0 to 1."""
        return self.training.measure().accuracy

    def words(self):
        return self.picture.numbers

    def code(self):
        return f"live.training(data, hidden={self.sizes}, lr={self.rate.value:g}, alpha={self.alpha.value:g})"

    def still(self):
        return {"image/png": draw.field(self.model, self.data, self.picture.size)._repr_mimebundle_()["image/png"]}

    def _start(self, sizes):
        self.sizes = list(sizes)
        self.model = nn.MLP(2, [*self.sizes, 1], activation=self.activation, seed=self.seed)
        self.training = Training(
            self.model, self.data, self.optimizer(self.model.parameters(), lr=self.rate.value), self.loss
        )
        self.field = replay.Field(self.model, 2)
        self.picture.losses, self._every, self._count = [], 1, 0
        self.which.max = len(self.model.parameters()) - 1
        self._settle()
        self._refresh()

    def _refresh(self):
        """Measure, and send one frame."""
        self.training.optimizer.lr, self.training.alpha = self.rate.value, self.alpha.value
        with np.errstate(all="ignore"):
            now = self.training.measure()
            scores = self.field(self.grid)
        # A score of 0 is the boundary; the colour saturates beyond a few margins.
        squashed = np.nan_to_num(np.tanh(scores / 2) * 32767)
        with self.picture.hold_sync():
            self.picture.scores = squashed.astype("<i2").tobytes()
            self.picture.numbers = self._numbers(now)
            self.picture.label = (
                f"Decision field of {self.model_name()}. {now.accuracy:.0%} of the points are on their side."
            )
            self.picture.frame += 1
        self.redraws += 1

    def _numbers(self, now):
        parameters = self.model.parameters()
        rows = {
            "step": now.number,
            "loss": digits(now.loss),
            "  on the data": digits(now.data_loss),
            "accuracy": f"{now.accuracy:.1%}",
            "learning rate": f"{self.rate.value:.4g}",
            "L2 alpha": f"{self.alpha.value:g}",
            "parameters": len(parameters),
            f"weight no. {self.which.value}": digits(parameters[self.which.value].data),
        }
        return "\n".join(f"{name:<16}{number}" for name, number in rows.items())

    def model_name(self):
        return "-".join(map(str, [2, *self.sizes, 1]))

    def _keep(self, loss):
        if self._count % self._every == 0:
            kept = [*self.picture.losses, loss]
            if len(kept) > KEPT:
                kept, self._every = kept[::2], 2 * self._every
            self.picture.losses = kept
        self._count += 1

    def _asked(self, _widget, message, _buffers):
        # A second view of the same picture asks for the same frame: it is given once.
        if self.play.value and message.get("next") == self.picture.frame:
            self.step()

    def _played(self, change):
        self.picture.playing = change.new
        self.play.description, self.play.icon = ("pause", "pause") if change.new else ("play", "play")

    def _stop(self, why):
        self.play.value = False
        self.picture.message = why

    def _resized(self, change):
        self._stop("")
        self._start([change.new] * len(self.sizes))

    def _chosen(self, _change):
        self._settle()
        self._refresh()

    def _settle(self):
        """From here on, "add to it" counts from what the chosen weight is now."""
        self._listening = False
        self.added.value = 0.0
        self._listening = True
        self.base = self.model.parameters()[self.which.value].data

    def _nudged(self, change):
        if self._listening:
            self.model.parameters()[self.which.value].data = self.base + change.new
            self._refresh()


def training(
    data,
    hidden=(16, 16),
    loss=losses.hinge,
    optimizer=optim.SGD,
    lr=1.0,
    alpha=0.0,
    activation="relu",
    seed=1,
    size=100,
):
    """Train a new MLP on a Dataset of labels -1 and +1, on screen.

    `hidden` are the sizes of its hidden layers; the slider for them makes a new network with all of
    them alike, so `view.model` is the one now on screen. `loss` and `optimizer` are those of
    `losses` and `optim`, or your own. The field is size x size scores.
    """
    if data.X.shape[1] != 2 or set(data.y.tolist()) - {-1.0, 1.0}:
        raise ValueError(
            f"live.training draws points in the plane with labels -1 and +1; got {data!r} of "
            f"{data.X.shape[1]} features. Try datasets.moons(100)."
        )
    return TrainingView(data, hidden, loss, optimizer, lr, alpha, activation, seed, size)


def _placed(data, limits):
    # Each point in shares of the picture's width and height, from the upper left.
    left, right, bottom, top = limits
    x = (data.X[:, 0] - left) / (right - left)
    y = (top - data.X[:, 1]) / (top - bottom)
    return [[round(float(a), 4), round(float(b), 4), int(label)] for a, b, label in zip(x, y, data.y, strict=True)]
