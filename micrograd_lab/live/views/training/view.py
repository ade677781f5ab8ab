"""live.training: a network learns a data set, and its decision boundary moves."""

from ....experiments.session import MADE
from ...base.chart import ChartView
from ...base.player import Player
from ...base.slider import in_columns, slider
from ...base.view import one_at_a_time
from .code import typed
from .controls import GIVEN, OWN, Controls, strengths
from .in_page import InPage, TrainingChart
from .network import PULL, network_panel
from .panels import curve_panel, field_panel, gradient_panel, numbers, point_marks
from .words import ADAM, CLICK, GIVEN_POINTS, NO_POINTS, PLAY, RESET, STEP, TOO_LARGE


class TrainingView(ChartView):
    """A `session` on screen: a network, what it learns, and what is measured of it. See experiments.Session.

    `step(n)`, `reset()` and the controls work from code too; `choices` holds the controls that are shown only when
    asked for.
    """

    command = "training"
    picture = TrainingChart

    def __init__(self, session, shown):
        self.session, self.shown, self._listening, self._marked = session, shown, True, None
        self.choices = Controls(shown, session)
        self.player = Player(STEP, RESET, PLAY, width="128px")
        self.play, self.one, self.again = self.player.buttons
        lr, alpha, widest = session.lr, float(session.alpha), max(session.sizes, default=1)
        self.lr, self.rate = slider("learning rate", lr, min(1e-4, lr), max(10.0, lr), step=0.05, log=True)
        self.alpha = strengths(alpha)
        self.hidden, hidden_box = slider("hidden size", widest, 1, max(32, widest), step=1, whole=True)
        last = len(session.model.parameters()) - 1
        self.which, which_box = slider("weight no.", 0, 0, last, step=1, whole=True)
        self.nudge, self.added = slider("add to it", 0.0, -3.0, 3.0, step=0.05)
        rows = [self.player.buttons, (self.lr, self.rate), (self.alpha,)]
        rows += [] if "layers" in shown else [(self.hidden, hidden_box)]
        rows += [*self.choices.pairs, (self.which, which_box), (self.nudge, self.added)]
        buttons = {"play": self.play, "step": self.one, "reset": self.again}
        self._page = InPage(buttons | {"slider": self.nudge, "box": self.added})
        super().__init__([*self.choices.wide, in_columns(rows)])
        self.controls = [widget for row in rows for widget in row]
        self.controls += [widget for widget in self.choices.widgets if widget not in self.controls]
        self._listen()

    def _listen(self):
        choices = self.choices
        self._page.listen(self._asked)
        self.player.start(self, self.chart, self.step, self.reset)
        for control in (self.rate, self.alpha):
            self.on(control, lambda _: self.refresh())
        self.on(choices.some, lambda _: self._listening and self.refresh())
        self.on(self.hidden, lambda change: self._restart([change.new] * len(self.session.sizes)))
        self.on(self.which, lambda _: self._chosen())
        self.on(self.added, self._nudged)
        self.on(choices.data, lambda _: self._other_data())
        self.on(choices.spread, lambda _: self._other_noise())
        self.on(choices.clear, lambda _: self._clear())
        self.on(choices.place, lambda change: change.new and self._add(*choices.typed()))
        for control in (choices.layers, *choices.sizes):
            self.on(control, lambda _: self._restart(choices.hidden()))
        self.on(choices.activation, lambda change: self._restart(activation=change.new))
        self.on(choices.loss, lambda _: self._other_way())
        self.on(choices.optimizer, lambda _: self._other_way())

    @one_at_a_time
    def step(self, n=1):
        """Train n steps, then show the result. Stops where the loss is no longer a number."""
        if not self.training:
            return self._stop(NO_POINTS)
        self._settle()
        if lost := self.session.step(n):
            self._stop(TOO_LARGE.format(loss=lost.loss, number=lost.number))
        self.refresh()

    @one_at_a_time
    def reset(self):
        """A new network from the same seed, as at the start."""
        self._restart()

    @property
    def model(self):
        """The network on screen: an nn.MLP."""
        return self.session.model

    @property
    def training(self):
        """The steps.Training of the network on screen; None without points."""
        return self.session.training

    @property
    def data(self):
        """The Dataset that is trained on."""
        return self.session.data

    @property
    def grid(self):
        """The places of the field, an array of shape (size * size, 2)."""
        return self.session.grid

    @property
    def activation(self):
        """The hidden layers' activation, one of nn.ACTIVATIONS."""
        return self.session.activation

    @property
    def accuracy(self):
        """The share of points on their side, from 0 to 1."""
        return self.session.accuracy

    def refresh(self):
        """Measure, and show one frame."""
        session, some = self.session, self.choices.some.value
        session.lr, session.alpha = self.rate.value, self.alpha.value
        session.batch = some if some < len(session.data.X) else None
        session.measure()
        if self._marked is not session.data:  # else its marks need not be sent again
            self._marked, self._marks = session.data, point_marks(session.data)
        with self.chart.hold_sync():
            self._page.tell(self.chart, session, self.shown)
            super().refresh()

    def played(self, message, buffers):
        """The page has trained by itself: adopted if nothing else has happened here meanwhile."""
        if self._page.adopted(self.session, message, buffers):
            self._settle()
            self.refresh()

    def panels(self):
        session, deep, graded = self.session, "units" in self.shown, "gradients" in self.shown
        wide, side = (200, 250) if deep else (220, 320)
        shown = [
            field_panel(session, self._marks, side, click=self._own),
            curve_panel(session.curve, bool(session.test), (wide, 110 if graded else 200)),
        ]
        if graded:
            shown.append(gradient_panel(session.sizes_of_gradients, (wide, 70)))
        if deep:
            shown.insert(0, network_panel(session, self.which.value))
        return tuple(shown)

    def numbers(self):
        return numbers(self.session, self.shown, self.which.value)

    def text(self):
        return "\n".join(f"{name:<16}{number}" for name, number in self.numbers().items())

    def code(self):
        """What makes this data, network and training anew. Weights that were dragged are not in it."""
        return typed(self.session, self.choices, self.shown)

    @property
    def _own(self):
        return self.choices.data.value == OWN

    def pointed(self, message):
        """Drag an edge up or down, or a unit for its bias: its weight follows. A click on the field adds a point."""
        if message["key"]:
            if message["phase"] == "press":
                self.which.value, self._pulled = int(message["key"]), 0.0
            pulled = (message["y"] - message["y0"]) / PULL
            self.added.value = min(3.0, max(-3.0, round(self.added.value + pulled - self._pulled, 2)))
            self._pulled = pulled
        elif self._own and message["phase"] == "press":
            self._add(message["x"], message["y"])

    def _add(self, x, y):
        self.session.add(round(x, 2), round(y, 2), self.choices.label.value)
        self._retrained()

    def _clear(self):
        self.session.clear()
        self._retrained()

    def _retrained(self):
        self._fit_batch()
        self.refresh()

    def _restart(self, hidden=None, activation=None):
        self._stop("")
        self.session.restart(hidden, activation)
        self._begun()

    def _begun(self):
        """There is a new network: as many weights to choose from as it has."""
        self._fit_batch()
        self.which.max = len(self.model.parameters()) - 1
        self._settle()
        self.refresh()

    def _fit_batch(self):
        """A batch of all stays one of all, whatever the data."""
        samples, whole = len(self.data.X), self.choices.some.value == self.choices.batch.max
        if samples:
            self._listening = False
            self.choices.batch.max = samples
            if whole:
                self.choices.some.value = samples
            self._listening = True

    def _other_data(self):
        chosen = self.choices.data.value
        if chosen == OWN:  # those there are, to begin with
            self.session.learn(self.data)
            self._retrained()
            self.say(CLICK)
            return
        self._stop("")
        if chosen == GIVEN:
            self.session.begin(*self.session.given)
        else:
            self.session.make(chosen, self.choices.spread.value)
        self._begun()

    def _other_noise(self):
        if self.choices.data.value in MADE:
            self._other_data()
        else:
            self.say(GIVEN_POINTS)

    def _other_way(self):
        """Another loss or optimiser, from here on."""
        another = self.choices.optimizer.value is not self.session.optimizer
        self.session.loss, self.session.optimizer = self.choices.loss.value, self.choices.optimizer.value
        self.session.retrain()
        self._retrained()
        if another and self.choices.optimizer.label == "Adam" and self.rate.value > 0.1:
            self.say(ADAM)

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
        self.session.hold(self.which.value)

    def _nudged(self, change):
        if self._listening:
            self.session.nudge(change.new)
            self.refresh()
