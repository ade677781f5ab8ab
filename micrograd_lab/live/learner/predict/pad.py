"""The pad on which a curve is drawn: its axes, its still, and the widget that takes the curve."""

import math
from html import escape

import anywidget
import traitlets

from ....draw.charts import Axis
from ....draw.scales import ticks
from ...base.view import module, style

PLACES = 65  # at which the curve is kept: as many as a hand draws, and a handle for the keys at every eighth
WIDE, HIGH, LEFT, ABOVE, RIGHT, BELOW = 520, 280, 52, 10, 14, 40  # the plot, and the room around it, in pixels
HOW = (
    "Draw the curve, from one side to the other; drawing over it mends it. With keys: Tab to a handle, then the arrows."
)
WORDS = {
    "pad": "a place to draw the curve",
    "handle": "the curve at {x}",
    "nothing": "not drawn yet",
    "yours": "yours",
    "real": "what happens",
}
STYLE = (
    "text{font:13px sans-serif;fill:#222}.grid{stroke:#ddd}.axis{stroke:#767676}"
    ".yours{fill:none;stroke:#222;stroke-width:2.5;stroke-dasharray:7 4}"
    ".real{fill:none;stroke:#0072b2;stroke-width:3}"
)


class Frame:
    """The axes of a pad: `low` to `high` across, `bottom` to `top` upwards, each with its name."""

    def __init__(self, low, high, bottom, top, x, y):
        self.low, self.high, self.bottom, self.top = map(float, (low, high, bottom, top))
        self.x, self.y = x, y
        self.places = [self.low + n * (self.high - self.low) / (PLACES - 1) for n in range(PLACES)]

    def across(self, x):
        """Where x stands, in pixels from the left of the plot."""
        return WIDE * (x - self.low) / (self.high - self.low)

    def up(self, y):
        """Where y stands, in pixels from the upper edge of the plot."""
        return HIGH * (self.top - y) / (self.top - self.bottom)

    def axes(self):
        """Grid, axes and numbers, as SVG around a plot whose upper left corner is at 0, 0."""
        made = []
        for place, text in ticks(Axis(self.x, self.low, self.high)):
            at = round(self.across(place), 1)
            made.append(_line("grid", at, 0, at, HIGH) + _text(at, HIGH + 16, "middle", text))
        for place, text in ticks(Axis(self.y, self.bottom, self.top)):
            at = round(self.up(place), 1)
            made.append(_line("grid", 0, at, WIDE, at) + _text(-7, at + 4, "end", text))
        if self.bottom <= 0 <= self.top:
            made.append(_line("axis", 0, round(self.up(0), 1), WIDE, round(self.up(0), 1)))
        made += [_line("axis", 0, HIGH, WIDE, HIGH), _line("axis", 0, 0, 0, HIGH)]
        made.append(_text(WIDE / 2, HIGH + 34, "middle", self.x))
        made.append(
            f'<g transform="translate({-LEFT + 14},{HIGH / 2}) rotate(-90)">{_text(0, 0, "middle", self.y)}</g>'
        )
        return "".join(made)

    def path(self, ys):
        """A curve at the pad's places, as the d of an SVG path; where it is None or no number it has a gap."""
        made, pen = [], "M"
        for x, y in zip(self.places, ys, strict=True):
            if y is None or not math.isfinite(y):
                pen = "M"
                continue
            far = 3 * (self.top - self.bottom)  # beyond the edges nothing is seen of how far it goes
            y = min(max(y, self.bottom - far), self.top + far)
            made.append(f"{pen}{self.across(x):.1f},{self.up(y):.1f}")
            pen = "L"
        return "".join(made)

    def picture(self, yours=None, real=None):
        """The pad as SVG text, with the learner's curve and with what happens, as far as they are there."""
        size = WIDE + LEFT + RIGHT, HIGH + ABOVE + BELOW
        curves = [(name, ys) for name, ys in (("real", real), ("yours", yours)) if ys is not None]
        paths = "".join(f'<path class="{name}" clip-path="url(#plot)" d="{self.path(ys)}"/>' for name, ys in curves)
        legend = "".join(
            f'<path class="{name}" d="M{8 + 130 * n},14h26"/>{_text(40 + 130 * n, 18, "start", WORDS[name])}'
            for n, (name, _) in enumerate(curves[::-1])
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}" '
            f'viewBox="{-LEFT} {-ABOVE} {size[0]} {size[1]}" role="img"><style>{STYLE}</style>'
            f'<clipPath id="plot"><rect width="{WIDE}" height="{HIGH}"/></clipPath>'
            f'<rect x="{-LEFT}" y="{-ABOVE}" width="{size[0]}" height="{size[1]}" fill="#fff"/>'
            f"{self.axes()}{paths}{legend}</svg>"
        )


class Pad(anywidget.AnyWidget):
    """A curve drawn by pointer, or by handles that the keys move. `value` is what is drawn, as (x, y) pairs.

    A y that is not drawn yet is None.
    """

    _esm = module("predict/pad.js")
    _css = style("predict/pad.css")
    axes = traitlets.Unicode().tag(sync=True)
    places = traitlets.List().tag(sync=True)
    ends = traitlets.List().tag(sync=True)  # bottom and top
    size = traitlets.List([WIDE, HIGH, LEFT, ABOVE, RIGHT, BELOW]).tag(sync=True)
    ys = traitlets.List([None] * PLACES).tag(sync=True)
    real = traitlets.List().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)
    words = traitlets.Dict(WORDS | {"how": HOW}).tag(sync=True)

    def __init__(self, frame):
        super().__init__(axes=frame.axes(), places=frame.places, ends=[frame.bottom, frame.top])

    @property
    def value(self):
        """What is drawn: an (x, y) pair for each place, y None where nothing is."""
        return list(zip(self.places, self.ys, strict=True))

    def __repr__(self):
        return "Pad()"


def _line(kind, x1, y1, x2, y2):
    return f'<line class="{kind}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>'


def _text(x, y, anchor, text):
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{escape(text)}</text>'
