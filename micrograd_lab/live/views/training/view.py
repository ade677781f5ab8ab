"""live.training: a network learns a data set, and its decision boundary moves."""

import math

import ipywidgets
import numpy as np

from .... import losses, nn, optim, replay
from ....datasets import Dataset
from ....draw.charts import Points
from ....draw.fields import grid
from ....graph import digits
from ....steps import Training
from ...base.chart import ChartView
from ...base.player import Caption, Player
from ...base.slider import DESCRIPTION, WIDTH, in_columns, slider
from ...base.view import alone
from . import units
from .code import typed
from .controls import GIVEN, LOSSES, MADE, NAMES, OPTIMIZERS, OWN, Cockpit, no_points, with_point
from .panels import curve_panel, field_panel, gradient_panel

PLAY = Caption("play", "play", "train, a step a frame")
STEP = Caption("step", "step-forward", "one training step")
RESET = Caption("reset", "undo", "new weights, from the same seed")
KEPT = 400  # points of the loss curve; beyond, every second one is dropped


class TrainingView(ChartView):
    """A network on screen, `model`, and its `training`. `step(n)`, `reset()` and the controls work from code too.

    `now` and `tested` are the last frame's measurements, `tested` None without a test set; `choices` holds the
    controls that are shown only when asked for.
    """

    command = "training"

    def __init__(self, data, test, hidden, loss, optimizer, lr, alpha, activation, batch, seed, size, shown):
        self.given, self.data, self.test = (data, test), data, test
        self.seed, self.size, self.shown, self._listening = seed, size, shown, True
        self.choices = Cockpit(shown, hidden, activation, loss, optimizer, batch, len(data.X))
        self.player = Player(STEP, RESET, PLAY, width="128px")
        self.play, self.one, self.again = self.player.buttons
        self.lr, self.rate = slider("learning rate", lr, min(1e-4, lr), max(10.0, lr), step=0.05, log=True)
        strengths = sorted({0.0, 1e-4, 1e-3, 1e-2, 3e-2, 1e-1, float(alpha)})
        self.alpha = ipywidgets.SelectionSlider(
            options=[(f"{a:g}", a) for a in strengths],
            value=float(alpha),
            description="L2 alpha",
            style={"description_width": DESCRIPTION},
            layout={"width": WIDTH},
        )
        self.alpha.add_class("micrograd-choice")
        widest = max(hidden, default=1)
        self.hidden, hidden_box = slider("hidden size", widest, 1, max(32, widest), step=1, whole=True)
        self.which, which_box = slider("weight no.", 0, 0, 1, step=1, whole=True)
        self.nudge, self.added = slider("add to it", 0.0, -3.0, 3.0, step=0.05)
        self._place_points()
        self._start(hidden)
        rows = [self.player.buttons, (self.lr, self.rate), (self.alpha,)]
        rows += [] if "layers" in shown else [(self.hidden, hidden_box)]
        rows += [*self.choices.pairs, (self.which, which_box), (self.nudge, self.added)]
        super().__init__([*self.choices.wide, in_columns(rows)])
        self.controls = [widget for row in rows for widget in row]
        self.controls += [widget for widget in self.choices.widgets if widget not in self.controls]
        self._listen()

    def _listen(self):
        choices = self.choices
        self.player.start(self, self.chart, self.step, self.reset)
        for control in (self.rate, self.alpha):
            self.hear(control, lambda _: self.refresh())
        self.hear(choices.some, lambda _: self._listening and self.refresh())
        self.hear(self.hidden, lambda change: self._restart([change.new] * len(self.sizes)))
        self.hear(self.which, lambda _: self._chosen())
        self.hear(self.added, self._nudged)
        self.hear(choices.data, lambda _: self._other_data())
        self.hear(choices.spread, lambda _: self._other_noise())
        self.hear(choices.clear, lambda _: self._points(no_points()))
        self.hear(choices.place, lambda change: change.new and self._add(*choices.typed()))
        for control in (choices.layers, *choices.sizes):
            self.hear(control, lambda _: self._restart(choices.hidden()))
        self.hear(choices.activation, lambda _: self._restart(self.sizes))
        self.hear(choices.loss, lambda _: self._retrain())
        self.hear(choices.optimizer, self._other_optimizer)

    @alone
    def step(self, n=1):
        """Train n steps, then show the result. Stops where the loss is no longer a number."""
        if not self.training:
            self._stop("There is nothing to learn yet. Click into the field to add points of both labels.")
            return
        self._settle()
        for _ in range(n):
            with np.errstate(all="ignore"):
                measured = next(self.training)
            if not math.isfinite(measured.loss):
                self._stop(
                    f"The loss is {measured.loss} after {measured.number} steps: the steps were too large. "
                    "Lower the learning rate and reset."
                )
                break
            self._keep(measured)
        self.refresh()

    @alone
    def reset(self):
        """A new network from the same seed, as at the start."""
        self._restart(self.sizes)

    @property
    def accuracy(self):
        """The share of points on their side, from 0 to 1."""
        return self.training.measure().accuracy if self.training else math.nan

    @property
    def loss(self):
        return self.choices.loss.value

    @property
    def optimizer(self):
        return self.choices.optimizer.value

    @property
    def activation(self):
        return self.choices.activation.value

    def _start(self, sizes):
        """A new network, before any training."""
        self.sizes = list(sizes)
        self.model = nn.MLP(2, [*self.sizes, 1], activation=self.activation, seed=self.seed)
        self.field, self.units = replay.Field(self.model, 2), units.Units(self.model)
        self.training, self.curve, self._every = None, [], 1
        self._train()
        self.which.max = len(self.model.parameters()) - 1
        self._settle()

    def _train(self):
        """Train this network from here on: on other data, or in another way."""
        done = self.training.number if self.training else 0
        self.training = None
        if len(self.data.X):
            optimizer = self.optimizer(self.model.parameters(), lr=self.rate.value)
            self.training = Training(self.model, self.data, optimizer, self.loss)
            self.training.number = done
            self._fit_batch(len(self.data.X))

    def _fit_batch(self, samples):
        """A batch of all stays one of all, whatever the data."""
        whole, self._listening = self.choices.some.value == self.choices.batch.max, False
        self.choices.batch.max = samples
        if whole:
            self.choices.some.value = samples
        self._listening = True

    def _restart(self, sizes):
        self._stop("")
        self._start(sizes)
        self.refresh()

    def _retrain(self):
        self._train()
        self.refresh()

    def refresh(self):
        """Measure, and show one frame."""
        with np.errstate(all="ignore"):
            self.now = self.tested = None
            if self.training:
                self.training.optimizer.lr, self.training.alpha = self.rate.value, self.alpha.value
                some = self.choices.some.value
                self.training.batch = some if some < len(self.data.X) else None
                self.now = self.training.measure()
                self.tested = self.training.measure(self.test) if self.test else None
            self.scores = self.field(self.grid).reshape(self.size, self.size)
            self._look()
            super().refresh()

    def _look(self):
        """Into the network: gradients, and what the units answer. Only where it is shown."""
        layers = self.units.numbers
        if "gradients" in self.shown:
            grads = self.training.gradients() if self.training else np.full(layers[-1][-1][-1] + 1, math.nan)
            # The size of a layer's gradient: the root of the sum of its squares.
            self.sizes_of_gradients = [float(np.hypot.reduce(grads[of[0][0] : of[-1][-1] + 1])) for of in layers]
        if "units" in self.shown:
            answers = self.units(np.concatenate([self.small, self.data.X]))
            places, points = zip(*(np.split(a, [units.SIZE**2], axis=1) for a in answers), strict=True)
            tiles = [self.small.T, *places]
            self.tiles = [tile.reshape(-1, units.SIZE, units.SIZE) for tile in tiles]
            ways = list(zip(points[:-1], self.units.kinds, strict=False)) if self.training else []
            self.dead, self.saturated = (
                tuple(bool(yes) for answers, kind in ways for yes in find(answers, kind)) or (False,) * sum(self.sizes)
                for find in (units.dead, units.saturated)
            )

    def panels(self):
        deep, graded = "units" in self.shown, "gradients" in self.shown
        wide = 200 if deep else 220
        side = 250 if deep else 320
        shown = [
            field_panel(self.scores, self.limits, self.marks, self.model_name(), self.now, side, self._own),
            curve_panel(self.curve, bool(self.test), (wide, 110 if graded else 200)),
        ]
        if graded:
            shown.append(gradient_panel(self.sizes_of_gradients, (wide, 70)))
        if deep:
            weights = [p.data for p in self.model.parameters()]
            seen = (self.units, self.tiles, self.dead, self.saturated, weights, self.which.value)
            shown.insert(0, units.picture(*seen))
        return tuple(shown)

    def numbers(self):
        parameters, now = self.model.parameters(), self.now
        rows = {
            "step": now.number if now else 0,
            "loss": digits(now and now.loss),
            "  on the data": digits(now and now.data_loss),
            "accuracy": f"{now.accuracy:.1%}" if now else "not yet",
        }
        if self.tested:
            rows |= {"test loss": digits(self.tested.data_loss), "test accuracy": f"{self.tested.accuracy:.1%}"}
        rows |= {
            "learning rate": f"{self.rate.value:.4g}",
            "L2 alpha": f"{self.alpha.value:g}",
            "parameters": len(parameters),
            f"weight no. {self.which.value}": digits(parameters[self.which.value].data),
        }
        if "units" in self.shown:
            rows |= {"dead units": f"{sum(self.dead)} of {len(self.dead)}"}
            rows |= {"saturated units": f"{sum(self.saturated)} of {len(self.saturated)}"}
        if "gradients" in self.shown:
            rows |= {f"gradient {n}": digits(x if now else None) for n, x in enumerate(self.sizes_of_gradients, 1)}
        return rows

    def words(self):
        return "\n".join(f"{name:<16}{number}" for name, number in self.numbers().items())

    def code(self):
        """What makes this data, network and training anew. Weights that were dragged are not in it."""
        return typed(self)

    @property
    def _own(self):
        return self.choices.data.value == OWN

    def model_name(self):
        return "-".join(map(str, [2, *self.sizes, 1]))

    def pointed(self, message):
        """Drag an edge up or down, or a unit for its bias: its weight follows. A click on the field adds a point."""
        if message["key"]:
            if message["phase"] == "press":
                self.which.value, self._pulled = int(message["key"]), 0.0
            pulled = (message["y"] - message["y0"]) / units.PULL
            self.added.value = min(3.0, max(-3.0, round(self.added.value + pulled - self._pulled, 2)))
            self._pulled = pulled
        elif self._own and message["phase"] == "press":
            self._add(message["x"], message["y"])

    def _add(self, x, y):
        self._points(with_point(self.data, round(x, 2), round(y, 2), self.choices.label.value))

    def _points(self, data):
        """The learner's own points: the network stays, and so does the window on the plane."""
        self.data, self.test = data, None
        self._mark_points()
        self._retrain()

    def _other_data(self):
        chosen = self.choices.data.value
        if self._own:
            self._points(self.data)
            self.say("Click into the field to add points; the network stays as it is. Clear removes all.")
            return
        samples = len(self.given[0].X)
        self.data, self.test = self.given if chosen == GIVEN else self.choices.made(samples, self.seed or 0)
        self._place_points()
        self._restart(self.sizes)

    def _other_noise(self):
        if self.choices.data.value in MADE:
            self._other_data()
        else:
            self.say("These points are given. Choose moons, circles, spirals or XOR: they can be made with more noise.")

    def _place_points(self):
        self.grid, self.limits = grid(self.data, self.size)
        self.small, _ = grid(self.data, units.SIZE)
        self._mark_points()

    def _mark_points(self):
        ways = (("+1", 1.0, "orange", "circle"), ("-1", -1.0, "blue", "square"))
        here = [self.data.X[self.data.y == label].T.tolist() for _, label, _, _ in ways]
        self.marks = tuple(
            Points(name, *map(tuple, xy), colour, shape, 5.0)
            for (name, _, colour, shape), xy in zip(ways, here, strict=True)
        )

    def _other_optimizer(self, _change):
        self._retrain()
        if self.choices.optimizer.label == "Adam" and self.rate.value > 0.1:
            self.say("Adam moves every weight by about the learning rate a step. Try 0.03.")

    def _keep(self, measured):
        if measured.number % self._every == 0:
            tested = self.training.measure(self.test).data_loss if self.test else math.nan
            self.curve.append((measured.number, measured.data_loss, tested))
            if len(self.curve) > KEPT:
                self.curve, self._every = self.curve[::2], 2 * self._every

    def _stop(self, why):
        self.player.stop()
        self.say(why)

    def _chosen(self):
        self._settle()
        self.refresh()

    def _settle(self):
        """From here on, "add to it" counts from what the chosen weight is now."""
        self._listening = False
        self.added.value = 0.0
        self._listening = True
        self.base = self.model.parameters()[self.which.value].data

    def _nudged(self, change):
        if self._listening:
            self.model.parameters()[self.which.value].data = self.base + change.new
            self.refresh()


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
    test=None,
    batch=None,
    steps=0,
    controls=(),
):
    """Train a new MLP on a Dataset of labels -1 and +1, on screen.

    `hidden` are the sizes of its hidden layers; the slider for them makes a new network with all of
    them alike, so `view.model` is the one now on screen. `loss` and `optimizer` are those of
    `losses` and `optim`, or your own. The field is size x size scores. A `test` set gets a curve of its own.
    A `batch` trains on that many samples a step; `steps` are trained before you see it.
    `controls` adds more of them: "all", or a list of some of data, layers, activation, loss, optimizer, batch,
    units (the network, each unit as a small field, its weights to drag) and gradients.
    """
    shown = NAMES if controls == "all" else tuple(controls)
    if (isinstance(controls, str) and controls != "all") or set(shown) - set(NAMES):
        raise ValueError(f'controls are "all", or a list of some of {", ".join(NAMES)}; got {controls!r}.')
    data, test = (part if part is None else Dataset(*map(_array, part)) for part in (data, test))
    for part in (data, test):
        if part is not None and (part.X.ndim != 2 or part.X.shape[1] != 2 or set(part.y.tolist()) - {-1.0, 1.0}):
            raise ValueError(
                f"live.training draws points in the plane with labels -1 and +1; got {part!r} of "
                f"{part.X.shape[-1]} features. Try datasets.moons(100)."
            )
    if "layers" in shown and len(hidden) not in (1, 2, 3):
        raise ValueError(f"the control `layers` is for 1 to 3 hidden layers; got hidden={hidden}. Leave it out.")
    loss, optimizer = LOSSES.get(loss, loss), OPTIMIZERS.get(optimizer, optimizer)
    if batch is not None and batch not in range(1, len(data.X) + 1):
        raise ValueError(f"a batch has from 1 to {len(data.X)} samples here; got {batch}. Leave it out to take all.")
    view = TrainingView(data, test, list(hidden), loss, optimizer, lr, alpha, activation, batch, seed, size, shown)
    if steps:
        view.step(steps)
    return view


def _array(numbers):
    return np.asarray(numbers, dtype=float)
