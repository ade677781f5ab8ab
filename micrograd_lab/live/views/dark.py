"""live.dark: a walk downhill on a curve that is covered, where one knows the place and the slope underfoot."""

import math

import ipywidgets

from ...draw.charts import Axis, Field, Label, Line, Panel, Points
from ...experiments.dark import FLAT, Walk, of_w1
from ..base.chart import ChartView
from ..base.slider import slider

NIGHT = ((0.62,) * 2,) * 2
SIZE, STICK, NUMBERED = (560, 230), 0.06, 12  # a stick underfoot, beside the width; steps that get their number
FARTHEST, RATES = 2.0, (0.01, 100.0)
STEP, DOWNHILL, LIGHT, AGAIN = "take the step", "step downhill", "light", "start again"

COVERED = "The curve is covered. You stand at {name} = {x:.4g}; underfoot it {goes}."
UNCOVERED = "The curve from {low:g} to {high:g}. You stand at {name} = {x:.4g}, where it is {height:.3g} high."
FALLS, RISES, NEITHER = "falls to the right, slope {slope}", "rises to the right, slope {slope}", "is flat"
UNDERFOOT, FALLING, RISING, LEVEL = "slope underfoot", "↘ {slope}", "↗ {slope}", "→ {slope}"
STEPS = "Your places: {places}."
EDGE = "Here is the edge, at {name} = {x:g}."
HOW_FLAT, YES, NOT_YET = "flat, at {flat:g} or less", "yes", "not yet"
NOT_FLAT = (
    "The light is on, but here it is not flat yet: the slope is {slope}, and flat is {flat:g} or less. Step on.{turn}"
)
TURN = " A step below 0 leads to the left."
WAS_FLAT = (
    "The light is on, but here it is no longer flat: the slope is {slope}. It was flat at {name} = {x:.4g}, "
    "number {n} of your path."
)
BACK, FAR_BACK = " A step of {by:.4g} leads back there.", " Step back there; a step below 0 leads to the left."
DARK, LIT = "in the dark", "with the light on"
NO_FUNCTION = "live.dark takes a function of one number; got {kind}. Try lambda x: x**2."
NO_REACH = "reach is (low, high), with x between them; got {reach!r} and x = {x}. Try reach=(-4, 4)."
OFF = "path holds places from {low:g} to {high:g}; got {path!r}. Leave it out to begin at x."
NO_NAME = "name is what the place is called, as text; got {name!r}. Try name='w1'."
NO_RATE = "lr is from {low:g} to {high:g}; got {lr!r}. Try 0.5."


class DarkView(ChartView):
    """A covered curve, a stick that leans as the slope underfoot, and steps. `lit` says whether the light is on.

    `walk` holds the path. With a learning rate, a step is that times the slope, downhill; else its length is chosen.
    From code: `take(0.5)`, or `take()` for the step that is marked; `light()`, `reset()`.
    """

    command = "dark"

    def __init__(self, f, x, reach, lr, path, lit, name="x"):
        own = getattr(f, "__module__", "") == "__main__" and getattr(f, "__name__", "").isidentifier()
        self.named = "" if f is of_w1 else f.__name__ if own else "f"
        self.walk, self.lit, self.lr = Walk(f, x, reach, path), lit, lr
        self.name, self.risen = name, "{f}({name})".format(f=self.named or "f", name=name)
        if lr is None:
            self.length, self.how_far = slider("step", 0.5, -FARTHEST, FARTHEST)
        else:
            self.length, self.how_far = slider("lr", lr, *RATES, step=0.05, log=True)
        self.go = ipywidgets.Button(description=STEP if lr is None else DOWNHILL, tooltip="from here, so far")
        self.switch = ipywidgets.Button(description=LIGHT, tooltip="uncover the curve, with your path on it")
        self.again = ipywidgets.Button(description=AGAIN, tooltip="back to where you began, in the dark")
        buttons = (self.go, self.switch, self.again)
        for button in buttons:
            button.layout.width = "120px"
        self.controls = [self.length, self.how_far, *buttons]
        # In one row, where there is room for it: so that the picture is on screen with what moves it.
        super().__init__([ipywidgets.HBox([ipywidgets.HBox([self.length, self.how_far]), ipywidgets.HBox(buttons)])])
        self.on(self.go, lambda _: self.take())
        self.on(self.switch, lambda _: self.light())
        self.on(self.again, lambda _: self.reset())
        self.on(self.how_far, lambda _: self.refresh())

    def take(self, by=None):
        """One step, so far as said or as the slider says."""
        stopped = self.walk.step(self._next() if by is None else by)
        self.refresh()
        if stopped:
            self.say(EDGE.format(name=self.name, x=self.walk.x))
        else:
            self._wait_for_flat()

    def light(self):
        """Uncover the curve."""
        self.lit = True
        self.refresh()
        self._wait_for_flat()

    def reset(self):
        """Back to the beginning, in the dark."""
        self.walk.back()
        self.lit = False
        self.refresh()

    def panels(self):
        walk = self.walk
        places, heights = walk.curve()
        known = [y for y in heights if math.isfinite(y)] or [0.0, 1.0]
        low, high = min(known), max(known)
        low = 0.0 if 0 < low < high - low else low  # how far it is to 0 is worth seeing
        room = 0.08 * (high - low) or 1.0
        across = Axis(self.name, walk.low, walk.high)
        if self.lit:
            marks = [Line("", tuple(places), tuple(heights), "ink"), self._ahead(low - room), *self._path(room)]
            return (
                Panel(LIT, across, Axis(self.risen, low - room, high + room), tuple(marks), SIZE, told=self._said()),
            )
        # As high as the curve is, so that a stick leans as the curve does; but where it is, nobody knows.
        half = (high - low) / 2 + room
        earlier = [self._stick(x, 0.0, "grey", 1.5) for x in dict.fromkeys(walk.path[:-1]) if x != walk.x]
        marks = [
            Field("", NIGHT, (), heights=True),
            self._ahead(-half),
            *earlier,
            self._stick(walk.x, 0.0),
            Points("", (walk.x,), (0.0,), "ink", size=6.0),
        ]
        up = Axis(self.risen, -half, half, ticks=((0.0, "?"),))
        return (Panel(DARK, across, up, tuple(marks), SIZE, told=self._said()),)

    def numbers(self):
        walk = self.walk
        slope = walk.slope(walk.x)
        leans = LEVEL if walk.flat or slope != slope else RISING if slope > 0 else FALLING
        rows = {self.name: f"{walk.x:.4g}", UNDERFOOT: leans.format(slope=signed(slope))}
        rows[HOW_FLAT.format(flat=FLAT)] = YES if walk.flat else NOT_YET
        rows |= {"steps": len(walk.path) - 1, "next": f"{self.name} = {walk.ahead(self._next()):.4g}"}
        return {**rows, self.risen: f"{walk.height(walk.x):.4g}"} if self.lit else rows

    def code(self):
        walk, named = self.walk, [self.named] if self.named else []
        named += [f"x={walk.path[0]:.6g}", f"reach=({walk.low:.6g}, {walk.high:.6g})"]
        named += [f"name={self.name!r}"] if self.name != "x" else []
        named += [f"lr={self.how_far.value:g}"] if self.lr is not None else []
        named += [f"path=[{', '.join(f'{x:.6g}' for x in walk.path[1:])}]"] if len(walk.path) > 1 else []
        call = f"live.dark({', '.join([*named, *(['lit=True'] if self.lit else [])])})"
        return call if self.lr is not None else f"view = {call}\nview.how_far.value = {self.how_far.value:g}\nview"

    def _wait_for_flat(self):
        """Say what is still to do, once there is light: a learner who waits for an outcome should know for what."""
        walk = self.walk
        if not self.lit or walk.flat:
            self.say("")
            return
        slope, free, n = signed(walk.slope(walk.x)), self.lr is None, walk.flat_before
        if n is None:
            self.say(NOT_FLAT.format(slope=slope, flat=FLAT, turn=TURN if free else ""))
            return
        by = walk.path[n] - walk.x
        back = (BACK.format(by=by) if abs(by) <= FARTHEST else FAR_BACK) if free else ""
        self.say(WAS_FLAT.format(slope=slope, name=self.name, x=walk.path[n], n=n) + back)

    def _next(self):
        """How far the next step leads."""
        by = self.how_far.value
        return by if self.lr is None else self.walk.downhill(by)

    def _ahead(self, low):
        """A mark on the lower edge, where the next step ends."""
        return Points("", (self.walk.ahead(self._next()),), (low,), "grey", "triangle", 7.0)

    def _path(self, room):
        """The places in their order, on the curve, and the stick at the last."""
        path = self.walk.path
        heights = [self.walk.height(x) for x in path]
        marks = [Line("", tuple(path), tuple(heights), "grey", True, 1.5)] if len(path) > 1 else []
        marks.append(Points("", tuple(path), tuple(heights), "grey", size=4.0))
        marks += [Label(str(n), x, heights[n] + room / 2, "middle") for n, x in enumerate(path) if n < NUMBERED]
        return [*marks, self._stick(path[-1], heights[-1]), Points("", path[-1:], heights[-1:], "ink", size=6.0)]

    def _stick(self, x, y, colour=None, width=4.0):
        slope, half = self.walk.slope(x), STICK * (self.walk.high - self.walk.low)
        colour = colour or ("grey" if self.walk.flat else "orange" if slope > 0 else "blue")
        return Line("", (x - half, x + half), (y - half * slope, y + half * slope), colour, False, width)

    def _said(self):
        walk = self.walk
        if self.lit:
            said = UNCOVERED.format(low=walk.low, high=walk.high, name=self.name, x=walk.x, height=walk.height(walk.x))
        else:
            slope = walk.slope(walk.x)
            goes = (NEITHER if walk.flat else RISES if slope > 0 else FALLS).format(slope=signed(slope))
            said = COVERED.format(name=self.name, x=walk.x, goes=goes)
        places = ", ".join(f"{x:.4g}" for x in walk.path)
        return said if len(walk.path) == 1 else " ".join((said, STEPS.format(places=places)))


def signed(slope):
    """A slope with its sign: +0.05 leans the other way than -0.05."""
    return f"{slope:+.2f}" if abs(round(slope, 2)) > 0 else "0.00"


def dark(f=None, x=-1.0, reach=(-4.0, 4.0), lr=None, path=(), lit=False, name="x"):
    """Walk downhill on the curve of f from x on, where only the place and the slope underfoot are known.

    f takes one number; by default it is the loss of live.three by w1 alone. A step is as long as the slider says;
    with a learning rate `lr` it is lr times the slope, downhill. The curve reaches from reach[0] to reach[1]. It is
    covered until there is light: `lit=True`. `path` are places where one has been since; `name` is what a place is
    called.
    """
    f = of_w1 if f is None else f
    if not callable(f):
        raise TypeError(NO_FUNCTION.format(kind=type(f).__name__))
    if not hasattr(reach, "__len__") or len(reach) != 2 or not reach[0] < reach[1] or not reach[0] <= x <= reach[1]:
        raise ValueError(NO_REACH.format(reach=reach, x=x))
    if not all(reach[0] <= place <= reach[1] for place in path):
        raise ValueError(OFF.format(low=reach[0], high=reach[1], path=path))
    if lr is not None and not RATES[0] <= lr <= RATES[1]:
        raise ValueError(NO_RATE.format(low=RATES[0], high=RATES[1], lr=lr))
    if not isinstance(name, str) or not name:
        raise ValueError(NO_NAME.format(name=name))
    reach = float(reach[0]), float(reach[1])
    return DarkView(f, float(x), reach, lr, tuple(map(float, path)), lit, name)
