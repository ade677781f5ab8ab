"""live.landscape: a loss over two numbers, and the paths that optimisers take on it."""

import math

import ipywidgets

from ....draw.charts import Axis, Panel, Points
from ....experiments.race import LIMIT, RACERS, Race
from ....graph import digits
from ...base.chart import ChartView
from ...base.player import Caption, Player
from ...base.slider import in_columns, rounded, slider
from ...base.view import one_at_a_time
from .panels import SIZE, heights, loss_panel, path

PLAY = Caption("play", "play", "a step a frame")
STEP = Caption("step", "step-forward", "one step of each optimiser")
RESET = Caption("reset", "undo", "back to the start")
LOST = "{name} is lost after {number} steps: its loss is no longer a number."
OUTSIDE = "{name} is outside the picture after {number} steps: its loss is {loss}."
SLOWER = "Lower the learning rate, or reset."
ENDED = "The race ends after {limit} steps. Drag something, or reset."


class LandscapeView(ChartView):
    """A race of optimisers from one start: `race`. Its `racers` are on their way.

    A drag of the start or of a setting runs the race again, as far as it had come, so the paths move with it.
    """

    command = "landscape"

    def __init__(self, surface, span, start, lr, momentum, race, steps, size, typed):
        self.surface, self.span, self.typed_first = surface, span, typed
        self._listening = True
        self.field = heights(surface, span, size)
        self.player = Player(STEP, RESET, PLAY, width="128px")
        self.play, self.one, self.again = self.player.buttons
        self.across, self.x = slider(surface.sliders[0], start[0], *span[:2])
        self.up, self.y = slider(surface.sliders[1], start[1], *span[2:])
        most = _round_up(max(0.2, 2 * lr))
        self.lr, self.rate = slider("learning rate", lr, 0.0, most, step=most / 200)
        self.momentum, self.beta = slider("momentum", momentum, 0.0, 0.99, step=0.01)
        self.runs = {name: ipywidgets.Checkbox(name in race, description=name, indent=False) for name in RACERS}
        for run in self.runs.values():
            run.layout.width = "128px"
        pairs = [(self.across, self.x), (self.up, self.y), (self.lr, self.rate), (self.momentum, self.beta)]
        rows = [self.player.buttons, tuple(self.runs.values()), *pairs]
        self.controls = [control for row in rows for control in row]
        self._start(steps)
        super().__init__([in_columns(rows)])
        for control in (self.x, self.y, self.rate, self.beta, *self.runs.values()):
            self.on(control, lambda _: self._changed())
        self.player.start(self, self.chart, self.step, self.reset)
        self.on(self.play, lambda _: self._say_again())

    @one_at_a_time
    def step(self, n=1):
        """n steps of each optimiser, then show the result."""
        self.race.step(n)
        self.refresh()

    @one_at_a_time
    def reset(self):
        """All back to the start."""
        self.player.stop()
        self._start(0)
        self.refresh()

    @property
    def racers(self):
        """The optimisers on their way, {name: Racer}."""
        return self.race.racers

    @property
    def number(self):
        """How many steps the racers have made."""
        return self.race.number

    @property
    def outside(self):
        """The names of those that are lost, or outside the picture."""
        return self.race.outside(self.span)

    @property
    def sentence(self):
        """What is said about those outside, and at the end; "" before."""
        said = []
        for name in self.outside:
            racer = self.racers[name]
            number = len(racer.losses) - 1 if racer.lost else self.number
            what = LOST if racer.lost else OUTSIDE
            said.append(what.format(name=name, number=number, loss=f"{racer.loss:.3g}"))
        if said:
            said.append(SLOWER)
        if self.number == LIMIT:
            said.append(ENDED.format(limit=LIMIT))
        return " ".join(said)

    def refresh(self):
        if self.race.ended:
            self.player.stop()
        super().refresh()
        self._say_again()

    def pointed(self, message):
        if message["panel"] != 0:
            return
        self._listening = False
        self.x.value = rounded(self.across, message["x"])
        self.y.value = rounded(self.up, message["y"])
        self._listening = True
        self._changed()

    def panels(self):
        left, right, bottom, top = self.span
        marks = [self.field]
        for racer in self.racers.values():
            marks += path(racer, self.span)
        marks.append(Points("", (self.x.value,), (self.y.value,), "grey", "circle", 7, "start"))
        labels = self.surface.labels
        axes = Axis(labels[0], left, right), Axis(labels[1], bottom, top)
        return Panel("loss from above", *axes, tuple(marks), SIZE, click=True), loss_panel(
            self.racers, 100 if self.number <= 100 else LIMIT
        )

    def numbers(self):
        rows = {"step": self.number}
        rows |= {"{name} loss".format(name=name): digits(racer.loss) for name, racer in self.racers.items()}
        if not self.surface.exact:
            off = self.surface.off
            away = {name: digits(off(racer.flat.data)) for name, racer in self.racers.items()}
            rows |= {"{name} off plane".format(name=name): number for name, number in away.items()}
        return rows

    def text(self):
        return "\n".join(filter(None, [super().text(), self.sentence]))

    def code(self):
        named = [*self.typed_first, f"start=({self.x.value:.12g}, {self.y.value:.12g})", f"lr={self.rate.value:.12g}"]
        named += [f"momentum={self.beta.value:.12g}", f"race={tuple(self.racers)!r}", f"steps={self.number}"]
        return f"live.landscape({', '.join(named)})"

    def _start(self, steps):
        """The race anew, this far."""
        names = [name for name, run in self.runs.items() if run.value]
        start = self.x.value, self.y.value
        self.race = Race(self.surface, start, self.rate.value, self.beta.value, names, steps)

    def _changed(self):
        if self._listening:
            self._start(self.number)
            self.refresh()

    def _say_again(self):
        if self.sentence:
            self.say(self.sentence)


def _round_up(x):
    """The next of 0.1, 0.2, 0.5, 1, 2, 5, ..."""
    power = 10.0 ** math.floor(math.log10(x))
    return round(power * next(m for m in (1, 2, 5, 10) if m * power >= x * (1 - 1e-9)), 12)
