"""live.what_if: a whole training at each move of a slider, and what each point wants."""

from ....experiments.own_training import BATCH, HIDDEN, POINTS, RATE, SEED, parts_of
from ....experiments.what_if import MOST, WhatIf
from ...base.border import border
from ...base.chart import ChartView
from ...base.slider import in_columns, slider
from ...base.view import one_at_a_time
from .panels import FIELD, curve, shares, together, wants

TOO_LARGE = "After {number} steps its numbers are no numbers any more: the steps were too large."
NO_SETTING = "set() takes rate, batch, width, alpha and seed; got {found}. Try view.set(rate=0.5)."
OUTSIDE = "{name} is from {low:g} to {high:g} here; got {found!r}. Try {usual:g}."
# The least, the largest, and the usual; and the step of the slider.
RANGES = {
    "rate": (0.001, 10.0, RATE, 0.05),
    "batch": (1, POINTS, BATCH, 1),
    "width": (1, 24, HIDDEN[0], 1),
    "alpha": (0.0, 0.1, 0.0, 0.005),
    "seed": (1, 30, SEED, 1),
}
NAMES = {"rate": "rate", "batch": "batch size", "width": "width", "alpha": "L2 alpha", "seed": "seed"}


class WhatIfView(ChartView):
    """A training of somebody's own classes, recorded: each move of a slider is a whole run of it.

    `what` is the experiment. From code: `set(rate=0.5)`, with rate, batch, width, alpha and seed; `look(30)`, the
    network after 30 steps; `choose(17)`, what point 17 wants of each number, the first being 1, and None nobody.
    """

    command = "what_if"

    def __init__(self, what):
        self.what, self._listening = what, True
        pairs = {}
        for name, (low, high, _, step) in RANGES.items():
            pairs[name] = slider(NAMES[name], self._now(name), low, high, step, isinstance(low, int), name == "rate")
        pairs["number"] = slider("after step", what.number, 0, what.most, 1, whole=True)
        pairs["point"] = slider("point no.", 0, 0, POINTS, 1, whole=True)
        self.sliders = {name: pair[0] for name, pair in pairs.items()}
        self.boxes = {name: pair[1] for name, pair in pairs.items()}
        self.controls = [widget for pair in pairs.values() for widget in pair]
        super().__init__([in_columns(pairs.values())])
        for name in RANGES:
            self.on(self.boxes[name], lambda change, name=name: self._listening and self.set(**{name: change.new}))
        self.on(self.boxes["number"], lambda change: self._listening and self.look(change.new))
        self.on(self.boxes["point"], lambda change: self._listening and self.choose(change.new or None))

    @one_at_a_time
    def set(self, **settings):
        """Train anew with some of rate, batch, width, alpha and seed. ValueError for another name, or out of range."""
        if strangers := set(settings) - set(RANGES):
            raise ValueError(NO_SETTING.format(found=", ".join(sorted(strangers))))
        for name, x in settings.items():
            check(name, x)
        asked = {
            "hidden" if name == "width" else name: [x, x] if name == "width" else x for name, x in settings.items()
        }
        self.what.set(**asked)
        self._show()

    @one_at_a_time
    def look(self, number):
        """Show the network as it was after so many steps of this run."""
        self.what.look(max(0, int(number)))
        self._show()

    @one_at_a_time
    def choose(self, point):
        """Ask what a point, from 1 to 100, wants of each number; None asks nobody."""
        if point is not None and point not in range(1, POINTS + 1):
            raise ValueError(OUTSIDE.format(name="a point", low=1, high=POINTS, found=point, usual=1))
        self.what.choose(None if point is None else point - 1)
        self._show()

    def panels(self):
        what = self.what
        pulls = what.pull is not None and bool((what.pull != 0).any())  # who wants nothing has no ring
        halo = what.point if pulls else None
        return border(what, halo, click=True, size=FIELD), curve(what), shares(what), wants(what), together(what)

    def numbers(self):
        what = self.what
        rows = {
            "right": "{n} of {count}".format(n=sum(what.right), count=POINTS),
            "all right": "never" if what.first is None else "step {n}".format(n=what.first),
            "shown": "step {n}".format(n=what.number),
            "numbers": len(what.pulls),
            "want more": "{n} points".format(n=int((what.hinges > 0).sum())),
        }
        if what.point is not None:
            rows["point {n}".format(n=what.point + 1)] = "lacks {x:.3f}".format(x=what.hinges[what.point])
            rows["it pulls on"] = int((what.pull != 0).sum())
        return rows

    def code(self):
        told = [f"{name}={self._now(name):g}" for name, (_, _, usual, _) in RANGES.items() if self._now(name) != usual]
        made = f"live.what_if({', '.join(['mine', *told])})"
        lines = [f"view.look({self.what.number})"]
        lines += [f"view.choose({self.what.point + 1})"] if self.what.point is not None else []
        return "\n".join([f"view = {made}", *lines, "view"])

    def pointed(self, message):
        """A click in the field chooses the nearest point."""
        if message["panel"] == 0 and message["phase"] == "press":
            self.choose(self.what.nearest(message["x"], message["y"]) + 1)

    def _now(self, name):
        return self.what.hidden[0] if name == "width" else getattr(self.what, name)

    def _show(self):
        """Draw, put every slider where it belongs, and say what went wrong."""
        what, self._listening = self.what, False
        try:
            for name in RANGES:
                self.boxes[name].value = self._now(name)
            self.boxes["number"].value = what.number
            self.boxes["point"].value = 0 if what.point is None else what.point + 1
        finally:
            self._listening = True
        self.refresh()
        self.say(TOO_LARGE.format(number=what.last) if what.last < what.most else "")


def what_if(parts, rate=RATE, batch=BATCH, width=HIDDEN[0], alpha=0.0, seed=SEED):
    """Train your own classes on the moons by a recording of their own graph: live.what_if(mine).

    Each move of a slider is a whole run of 300 steps, on mini-batches of `batch` points, with two hidden layers of
    `width` neurons and an L2 penalty of `alpha`. A click on a point shows what it wants of each number.
    """
    for name, x in (("rate", rate), ("batch", batch), ("width", width), ("alpha", alpha), ("seed", seed)):
        check(name, x)
    return WhatIfView(WhatIf(parts_of(parts), [width, width], rate, batch, alpha, seed, MOST))


def check(name, x):
    """ValueError for a setting that is out of its range, or that should be whole and is not."""
    low, high, usual, _ = RANGES[name]
    kinds = (int,) if isinstance(low, int) else (int, float)
    if isinstance(x, bool) or not isinstance(x, kinds) or not low <= x <= high:
        raise ValueError(OUTSIDE.format(name=name, low=low, high=high, found=x, usual=usual))
