"""live.worlds: one way of learning in twenty fresh worlds, on points that were learned and on points that were not."""

import ipywidgets

from ....draw.charts import Axis, Label, Line, Panel, Points
from ....experiments.own_training import parts_of
from ....experiments.worlds import STEPS, WORLDS, Worlds, mean
from ...base.chart import ChartView
from ...base.slider import in_columns, slider
from ...base.view import one_at_a_time

RUN, RUN_TIP = "learn in {count} worlds", "in each a new network, 20 points to learn, and 200 others"
RANGES = {"width": (1, 32, 16), "alpha": (0.0, 0.1, 0.0), "steps": (0, 600, STEPS)}
OUTSIDE = "{name} is from {low:g} to {high:g} here; got {found!r}. Try {usual:g}."
NO_WORLDS = "run() takes a number of worlds, from 2 up; got {found!r}. Try view.run(20)."
TOLD = "In {count} worlds, of 100 points right: learned {train}, new {test}."
NOT_YET = "No world yet: press the button."
DIFFERENCE = "Against the run before, world by world: learned {train}, new {test}."
NONE = "no world yet"


class WorldsView(ChartView):
    """Networks of somebody's own classes in fresh worlds, with settings that are the same in all.

    `worlds` is the experiment; `before` holds (train, test) of the run before, and `first` the two means of the first
    run of all, both None as long as there was none. From
    code: `set(width=4, alpha=0.03, steps=40)`, then `run()`, or `run(100)` in more; `tried` says whether there was any.
    """

    command = "worlds"

    def __init__(self, worlds, count):
        self.worlds, self.count, self._listening = worlds, count, True
        self.before = self.first = None
        pairs = {
            "width": slider("width", worlds.width, *RANGES["width"][:2], step=1, whole=True),
            "alpha": slider("L2 alpha", worlds.alpha, *RANGES["alpha"][:2], step=0.005),
            "steps": slider("steps", worlds.steps, *RANGES["steps"][:2], step=1, whole=True),
        }
        self.sliders = {name: pair[0] for name, pair in pairs.items()}
        self.boxes = {name: pair[1] for name, pair in pairs.items()}
        self.button = ipywidgets.Button(description=RUN.format(count=count), tooltip=RUN_TIP, layout={"width": "200px"})
        self.controls = [*(widget for pair in pairs.values() for widget in pair), self.button]
        super().__init__([in_columns([*pairs.values(), (self.button,)])])
        for box in self.boxes.values():
            self.on(box, lambda _: self._listening and self._changed())
        self.on(self.button, lambda _: self.run())

    @property
    def tried(self):
        """Whether there was a world."""
        return len(self.worlds.train) > 0

    @one_at_a_time
    def set(self, **settings):
        """Other settings: some of width, alpha and steps. ValueError for one that is out of range."""
        for name, x in settings.items():
            check(name, x)
        self._listening = False
        try:
            for name, x in settings.items():
                self.boxes[name].value = x
        finally:
            self._listening = True
        self._changed()

    @one_at_a_time
    def run(self, count=None):
        """Learn in so many worlds, as many as the view is for by default."""
        count = self.count if count is None else count
        if isinstance(count, bool) or not isinstance(count, int) or count < 2:
            raise ValueError(NO_WORLDS.format(found=count))
        if self.tried:
            self._keep()
        self.worlds.run(count)
        self.first = self.first or (float(self.worlds.train.mean()), float(self.worlds.test.mean()))
        self.refresh()

    def panels(self):
        worlds = self.worlds
        marks = [
            Line("", (0.0, 1.0), pair, "grey", width=1.0)
            for pair in zip(worlds.train.tolist(), worlds.test.tolist(), strict=True)
        ]
        for place, numbers, colour in ((0.0, worlds.train, "purple"), (1.0, worlds.test, "green")):
            marks.append(Points("", (place,) * len(numbers), tuple(numbers.tolist()), colour, size=4.0))
            if len(numbers):
                found, at = mean(numbers), -0.25 + 1.5 * place
                low, high = found.mean - found.error, found.mean + found.error
                marks.append(Line("", (at, at), (low, high), colour, width=6.0))
                marks.append(Label(f"{found.mean:.0f}", at, high + 2.0, "middle"))
        ticks = ((0.0, "learned"), (1.0, "new"))
        axes = Axis("", -0.5, 1.5, ticks=ticks), Axis("", 40.0, 105.0)
        title = "of 100 points right, a line a world"
        return (Panel(title, *axes, tuple(marks), (300, 240), told=self._sentence()),)

    def numbers(self):
        worlds = self.worlds
        rows = {"worlds": len(worlds.train) or NONE}
        if self.tried:
            rows["learned"], rows["new"] = (_written(mean(part)) for part in (worlds.train, worlds.test))
            rows["gap"] = _written(mean(worlds.train - worlds.test))
            for name, change in zip(("learned, change", "new, change"), self.changes() or (), strict=False):
                rows[name] = _written(change, sign="+")
        return rows

    def changes(self):
        """(learned, new): the mean change against the run before, world by world; None where there is none."""
        now = self.worlds.train, self.worlds.test
        if self.before is None or len(self.before[0]) != len(now[0]):
            return None
        return tuple(mean(after - before) for before, after in zip(self.before, now, strict=True))

    def text(self):
        return "\n".join(filter(None, [super().text(), self._against()]))

    def code(self):
        told = [f"{name}={box.value:g}" for name, box in self.boxes.items() if box.value != RANGES[name][2]]
        told += [f"count={self.count}"] if self.count != WORLDS else []
        made = f"live.worlds({', '.join(['mine', *told])})"
        return f"view = {made}\nview.run({len(self.worlds.train)})\nview" if self.tried else made

    def _keep(self):
        self.before = self.worlds.train, self.worlds.test

    def _changed(self):
        if self.tried:
            self._keep()
        self.worlds.set(**{name: box.value for name, box in self.boxes.items()})
        self.refresh()

    def _sentence(self):
        if not self.tried:
            return NOT_YET
        train, test = (_written(mean(part)) for part in (self.worlds.train, self.worlds.test))
        return TOLD.format(count=len(self.worlds.train), train=train, test=test)

    def _against(self):
        found = self.changes()
        return DIFFERENCE.format(train=_written(found[0], "+"), test=_written(found[1], "+")) if found else ""


def worlds(parts, width=16, alpha=0.0, steps=STEPS, count=WORLDS):
    """Try one way of learning in fresh worlds: live.worlds(mine, alpha=0.03).

    In each world your own classes, recorded, learn 20 noisy points by so many `steps`, with two hidden layers of
    `width` neurons and an L2 penalty of `alpha`, and are tested on 200 others. Beside each mean stands its standard
    error.
    """
    for name, x in (("width", width), ("alpha", alpha), ("steps", steps)):
        check(name, x)
    return WorldsView(Worlds(parts_of(parts), width, alpha, steps), count)


def check(name, x):
    """ValueError for a setting that is out of its range, or that should be whole and is not."""
    if name not in RANGES:
        raise ValueError(OUTSIDE.format(name="a setting: width, alpha or steps", low=0, high=0, found=name, usual=0))
    low, high, usual = RANGES[name]
    kinds = (int,) if isinstance(low, int) else (int, float)
    if isinstance(x, bool) or not isinstance(x, kinds) or not low <= x <= high:
        raise ValueError(OUTSIDE.format(name=name, low=low, high=high, found=x, usual=usual))


def _written(found, sign=""):
    return "{mean} ± {error:.1f}".format(mean=format(found.mean, f"{sign}.1f"), error=found.error)
