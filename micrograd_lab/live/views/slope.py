"""live.slope: a slope measured over a step h, from secant to tangent, and what happens when h is tiny."""

import math

import ipywidgets

from ...draw.charts import Axis, Line, Panel, Points
from ...draw.scales import evenly
from ...experiments.curve import Curve, gap
from ..base.chart import ChartView
from ..base.slider import in_columns, rounded, slider

SMALLEST, LARGEST = 1e-17, 1.0  # of h
STEPS = tuple(float(f"{10**n:.4g}") for n in evenly(-17.0, 0.0, 86))  # five a decade, as the slider's
SIZE = (320, 190)  # of a panel, in pixels
FEW = 20  # floats from x to x + h, within which a difference of f is mostly rounding

NO_FUNCTION = "live.slope takes a function of one number; got {kind}. Try lambda x: x**2."
NO_STEP = "h is from {smallest:g} to {largest:g}; got {h:g}. Try 1e-6."
NO_PLACE = "x is a number on the curve; got {x}. Try 3.0."
NO_REACH = "reach is (low, high), where x may go; got {reach!r}. Try (-2, 4)."
NOT_AT_X = "f has no value at x = {x}. Drag x."
NOT_THERE = "f has no value at x + h = {place}. Drag h or x."
LESS_THAN_HALF = "h is less than half the gap between floats near {x} ({gap}), so x + h is x: the slope reads 0."
HALF = "h is half the gap between floats near {x} ({gap}), so x + h is x: the slope reads 0."
NEXT_FLOAT = "x + h is the next float after x, so f(x + h) - f(x) is mostly rounding."
FEW_FLOATS = "x + h is only {floats} floats away from x, so f(x + h) - f(x) is mostly rounding."
NOT_KNOWN = "The engine cannot follow this function. Give its slope to see the error: live.slope(f, true=...)."


class SlopeView(ChartView):
    """A curve with its secant and its tangent at x, and the error of the secant's slope against h.

    `measured`, `central` and `true` are the three slopes at x, and `sentence` is what is said about them.
    The error is drawn for every step from the present h up, and with "every h" for the smaller ones too.
    """

    command = "slope"

    def __init__(self, f, x, h, true, central, zoom, whole, reach):
        low, high = reach
        own = getattr(f, "__module__", "") == "__main__" and getattr(f, "__name__", "").isidentifier()
        self.named = "" if f is _parabola else f.__name__ if own else "f"
        self.curve = Curve(f, true, x)
        self.x, self.place = slider("x", x, low, high)
        self.h, self.step_size = slider("h", h, SMALLEST, LARGEST, step=0.2, log=True)
        self.both = ipywidgets.Checkbox(central, description="central difference", indent=False)
        self.zoom = ipywidgets.Checkbox(zoom, description="zoom in to h", indent=False)
        self.whole = ipywidgets.Checkbox(whole, description="error at every h", indent=False)
        switches = (self.both, self.zoom, self.whole)
        for switch in switches:
            switch.layout.width = "200px"
        self.controls = [self.x, self.place, self.h, self.step_size, *switches]
        # The curve is wider than the slider, so that x + h is on it.
        self.window = tuple(evenly(low - 0.05 * (high - low), high + LARGEST, 121))
        self.heights = tuple(self.curve(place) for place in self.window)
        pairs = [(self.x, self.place), (self.h, self.step_size)]
        super().__init__([in_columns(pairs), ipywidgets.HBox(switches)])
        for control in (self.place, self.step_size, *switches):
            self.on(control, lambda _: self.refresh())

    def refresh(self):
        x, h = self.place.value, self.step_size.value
        self.measured, self.central, self.true = self.curve.forward(x, h), self.curve.central(x, h), self.curve.true(x)
        self.sentence = self._sentence(x, h)
        super().refresh()
        if self.sentence:
            self.say(self.sentence)

    def pointed(self, message):
        if message["key"] == "x" and not self.zoom.value:
            self.place.value = rounded(self.x, message["x"])
        elif message["key"] == "h":
            self.step_size.value = float(f"{min(max(message['x'], SMALLEST), LARGEST):.2g}")

    def panels(self):
        return (self._near_panel() if self.zoom.value else self._curve_panel(), self._error_panel())

    def numbers(self):
        x, h = self.place.value, self.step_size.value
        here, there = self.curve(x), self.curve(x + h)
        rows = {"f(x)": f"{here:.16g}", "x + h": repr(x + h), "f(x + h)": f"{there:.16g}"}
        rows |= {"f(x + h) - f(x)": f"{there - here:.4g}", "secant slope": f"{self.measured:.10g}"}
        if self.both.value:
            rows["central slope"] = f"{self.central:.10g}"
        rows["true slope"] = f"{self.true:.10g}" if self.curve.known else "not known"
        rows["error"] = _short(self.measured - self.true)
        if self.both.value:
            rows["central error"] = _short(self.central - self.true)
        return rows

    def text(self):
        return "\n".join(filter(None, [super().text(), self.sentence]))

    def code(self):
        named = [self.named] if self.named else []
        named += [f"x={self.place.value:.12g}", f"h={self.step_size.value:.12g}"]
        named += ["true=true"] if self.curve.given is not None else []
        switches = {"central": self.both, "zoom": self.zoom, "whole": self.whole}
        return f"live.slope({', '.join([*named, *[f'{name}=True' for name, s in switches.items() if s.value]])})"

    def _sentence(self, x, h):
        if math.isnan(self.curve(x)):
            return NOT_AT_X.format(x=f"{x:g}")
        if math.isnan(self.measured):
            return NOT_THERE.format(place=f"{x + h:g}")
        if x + h == x:
            said = LESS_THAN_HALF if h < gap(x) / 2 else HALF
            return said.format(x=f"{x:g}", gap=f"{gap(x):.1e}")
        floats = round((x + h - x) / gap(x)) if h < FEW * gap(x) else math.inf
        if floats <= FEW:
            return NEXT_FLOAT if floats == 1 else FEW_FLOATS.format(floats=floats)
        if not self.curve.known:
            return NOT_KNOWN
        return ""

    def _curve_panel(self):
        x, h = self.place.value, self.step_size.value
        here, there, ends = self.curve(x), self.curve(x + h), (self.window[0], self.window[-1])
        # A pole, as that of 1 / x, would flatten all the rest.
        known = sorted(y for y in self.heights if math.isfinite(y)) or [0.0]
        low, high = (_at(known, share) for share in (0.02, 0.98))
        points = [y for y in (here, there) if math.isfinite(y)]
        low, high = min([low, *points]), max([high, *points])
        room = 0.08 * (high - low) or 1.0
        lines = [("secant", self.measured, "orange", False), ("tangent", self.true, "blue", True)]
        if self.both.value:
            lines.append(("central", self.central, "purple", "dots"))
        marks = [Line("f", self.window, self.heights, "ink")]
        for name, slope, colour, dash in lines:
            start = (x - h, self.curve(x - h)) if name == "central" else (x, here)
            marks.append(Line(name, ends, tuple(start[1] + slope * (end - start[0]) for end in ends), colour, dash))
        marks.append(Points("", (x,), (here,), "blue", size=7, key="x"))
        marks.append(Points("x + h", (x + h,), (there,), "orange", "triangle", 7))
        return Panel(
            "secant and tangent at x", Axis("x", *ends), Axis("f(x)", low - room, high + room), tuple(marks), SIZE
        )

    def _near_panel(self):
        """All distances in units of h: there a smooth curve is straight, until floats make it a staircase."""
        x, h = self.place.value, self.step_size.value
        across = tuple(evenly(-2.0, 2.0, 161))
        here, there = self.curve(x), self.curve(x + h)
        heights = tuple((self.curve(x + n * h) - here) / h for n in across)
        steepest = max([abs(s) for s in (self.measured, self.true) if math.isfinite(s)], default=0.0) or 1.0
        marks = [Line("f", across, heights, "ink")]
        marks.append(Line("secant", (-2.0, 2.0), (-2 * self.measured, 2 * self.measured), "orange"))
        marks.append(Line("tangent", (-2.0, 2.0), (-2 * self.true, 2 * self.true), "blue", True))
        marks += [Points("", (0.0,), (0.0,), "blue", size=7)]
        marks += [Points("x + h", (1.0,), ((there - here) / h,), "orange", "triangle", 7)]
        if self.both.value:
            back = (self.curve(x - h) - here) / h
            ends = (back - self.central, back + 3 * self.central)
            marks.append(Line("central", (-2.0, 2.0), ends, "purple", "dots"))
        axes = Axis("distance from x, in h", -2.0, 2.0), Axis("f - f(x), in h", -2.2 * steepest, 2.2 * steepest)
        return Panel("the same, zoomed in to h", *axes, tuple(marks), SIZE)

    def _error_panel(self):
        x, h = self.place.value, self.step_size.value
        steps = STEPS if self.whole.value else (h, *[step for step in STEPS if step > h])
        measured = [("forward", self.curve.forward, "orange", "triangle", False)]
        if self.both.value:
            measured.append(("central", self.curve.central, "purple", "square", "dots"))
        marks, errors = [], []
        for name, slope, colour, shape, dash in measured:
            every = {step: abs(slope(x, step) - self.true) for step in (h, *STEPS)}
            marks.append(Line(name, steps, tuple(every[step] for step in steps), colour, dash))
            marks.append(Points("", (h,), (every[h],), colour, shape, 7, "h"))
            errors += every.values()
        powers = [math.log10(error) for error in errors if error and math.isfinite(error)]
        # In steps of four decades, so that the scale holds still while x is dragged. Floats end at about 1e-308.
        low = max(-300, 4 * math.floor(min([-4, *powers]) / 4) - 1)
        high = min(300, math.ceil(max([2, *powers])))
        scale = Axis("error", 10.0**low, 10.0**high, log=True, zero=True)
        marks.insert(0, Line("", (h, h), (scale.low, scale.high), "grey", True, 1.0))
        ticks = tuple((10.0**n, f"1e{n}" if n else "1") for n in range(-16, 1, 4))
        across = Axis("h", SMALLEST / 3, LARGEST * 3, log=True, ticks=ticks)
        return Panel("error of the measured slope", across, scale, tuple(marks), SIZE)


def _at(known, share):
    """What stands at a share of a sorted list, on a straight line between two of it."""
    place = share * (len(known) - 1)
    n = min(int(place), len(known) - 2)
    return known[0] if n < 0 else known[n] + (known[n + 1] - known[n]) * (place - n)


def _short(x):
    return f"{abs(x):.2g}"


def _parabola(x):
    return 3 * x**2 - 4 * x + 5


def slope(f=None, x=3.0, h=1.0, true=None, central=False, zoom=False, whole=False, reach=(-2.0, 4.0)):
    """The slope of f at x, measured over a step h: (f(x + h) - f(x)) / h, with sliders for x and h.

    f takes one number, or one Value; by default it is 3x**2 - 4x + 5. The true slope is the engine's. For a
    function that does not take Values, as math.sin, `true` gives it: a number or a function of x.
    `central` adds (f(x + h) - f(x - h)) / 2h, `zoom` shows the curve in units of h, and `whole` the error at
    every h. x reaches from reach[0] to reach[1].
    An error of exactly 0, which has no place on a log scale, stands on the lowest line of its axis, marked 0.
    """
    f = _parabola if f is None else f
    if not callable(f):
        raise TypeError(NO_FUNCTION.format(kind=type(f).__name__))
    if not SMALLEST <= h <= LARGEST:
        raise ValueError(NO_STEP.format(smallest=SMALLEST, largest=LARGEST, h=h))
    if not math.isfinite(x):
        raise ValueError(NO_PLACE.format(x=x))
    if not hasattr(reach, "__len__") or len(reach) != 2 or not reach[0] < reach[1]:
        raise ValueError(NO_REACH.format(reach=reach))
    low, high = min(reach[0], x), max(reach[1], x)
    return SlopeView(f, float(x), float(h), true, central, zoom, whole, (float(low), float(high)))
