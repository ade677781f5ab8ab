"""Charts as plain records, and the same records as matplotlib figures.

A chart is a tuple of Panels; a Panel has two axes and some marks. The live views send these records to the
browser, so what moves and its still twin show the same numbers.
"""

import math
from dataclasses import dataclass, replace

import numpy as np

from .plot import Plot, blue_to_orange, new_figure, white_to_grey

# Okabe & Ito 2008, told apart by every eye. "ink" and "grey" follow the page's theme in the browser.
COLOURS = {
    "ink": "#222222",
    "grey": "#767676",
    "orange": "#e69f00",
    "blue": "#0072b2",
    "sky": "#56b4e9",
    "green": "#009e73",
    "red": "#d55e00",
    "purple": "#cc79a7",
}
SHAPES = {"circle": "o", "square": "s", "triangle": "^", "cross": "x"}


@dataclass(frozen=True)
class Axis:
    """From `low` to `high`. `ticks` are (place, text) pairs; None chooses them, () leaves them out.

    No log scale has a place for 0. With `zero` its lowest decade holds nothing but a line for exactly 0.
    """

    label: str
    low: float
    high: float
    log: bool = False
    ticks: tuple | None = None
    zero: bool = False


@dataclass(frozen=True)
class Line:
    """Places joined in order; a NaN leaves a gap. A mark with a `key` can be grabbed in a live view.

    `dashed` may also be "dots".
    """

    name: str
    x: tuple
    y: tuple
    colour: str = "blue"
    dashed: bool | str = False
    width: float = 2.0
    key: str = ""


@dataclass(frozen=True)
class Points:
    """A symbol at each place: "circle", "square", "triangle" or "cross"."""

    name: str
    x: tuple
    y: tuple
    colour: str = "ink"
    shape: str = "circle"
    size: float = 4.5
    key: str = ""


@dataclass(frozen=True)
class Bars:
    """A bar from 0 to each y, `width` wide in units of x."""

    name: str
    x: tuple
    y: tuple
    width: float = 0.8
    colour: str = "blue"
    key: str = ""


@dataclass(frozen=True)
class Field:
    """Scores on a square grid that fills the panel: an array of shape (n, n), rows from the top.

    Orange above 0, blue below, full at a score of about 4; the lines are where the score is one of `levels`.
    With `heights` the scores are those of a landscape: from white at 0 to grey, its many level lines thin.
    """

    name: str
    scores: object
    levels: tuple = (0.0,)
    heights: bool = False


@dataclass(frozen=True)
class Tiles:
    """Small fields, an array of shape (k, n, n): each around its place, `side` wide and high in units of the axes.

    Tile k can be grabbed in a live view as `keys[k]`.
    """

    name: str
    scores: object
    x: tuple
    y: tuple
    side: float
    keys: tuple = ()


@dataclass(frozen=True)
class Edges:
    """Weighted edges between places: edge n joins places `pairs[n]`, and is grabbed in a live view as `keys[n]`.

    A larger weight is wider. Positive is orange, negative blue and dashed; 0, and what is no number, grey.
    """

    name: str
    x: tuple
    y: tuple
    pairs: tuple
    weights: tuple
    keys: tuple = ()


@dataclass(frozen=True)
class Cells:
    """A table of numbers from 0 to 1, darker where larger; None is an empty cell. Cell (row, column) fills
    the square from (column, row) to (column + 1, row + 1), rows counted from the top."""

    name: str
    values: tuple
    texts: tuple


@dataclass(frozen=True)
class Words:
    """Text at a place: its "start", "middle" or "end" stands there."""

    text: str
    x: float
    y: float
    anchor: str = "start"
    colour: str = "ink"
    name: str = ""


@dataclass(frozen=True)
class Panel:
    """Axes and the marks on them. `size` is the plotted rectangle in pixels; `click` asks for the learner's clicks.

    A panel `below` stands under the one before it. `told` is what `words()` says; by default what the marks say.
    """

    title: str
    x: Axis
    y: Axis
    marks: tuple
    size: tuple = (320, 220)
    click: bool = False
    below: bool = False
    told: str = ""

    def words(self):
        """The panel in a sentence, for those who hear it."""
        if self.told:
            return self.told
        told = [f"{mark.name} {_summary(mark)}" for mark in self.marks if mark.name]
        return f"{self.title}. " + ("; ".join(told) + "." if told else "Empty.")


def chart(panels, text=""):
    """A chart as a still picture. `text` is the same in words; by default what each panel says of itself."""
    columns = []
    for panel in panels:
        if panel.below and columns:
            columns[-1].append(panel)
        else:
            columns.append([panel])
    widths = [max(p.size[0] + 80 for p in column) for column in columns]
    height = max(sum(p.size[1] + 80 for p in column) for column in columns)
    figure, axes = new_figure(sum(widths) / 100, height / 100, columns=len(columns), ratios=widths)
    for column, whole in zip(columns, axes, strict=True):
        parts = [whole]
        if len(column) > 1:
            whole.remove()
            heights = [p.size[1] + 80 for p in column]
            grid = whole.get_subplotspec().subgridspec(len(column), 1, height_ratios=heights)
            parts = [figure.add_subplot(grid[n]) for n in range(len(column))]
        for panel, ax in zip(column, parts, strict=True):
            _draw(panel, ax)
    return Plot(figure, text or "\n".join(p.words() for p in panels))


def ticks(axis):
    """(place, text) pairs on an axis: about five round numbers, or powers of ten on a log scale."""
    if axis.ticks is not None:
        return axis.ticks
    if axis.log:
        first, last = math.ceil(math.log10(axis.low) - 1e-9), math.floor(math.log10(axis.high) + 1e-9)
        every = max(1, math.ceil((last - first) / 5))
        zero = ((_place_of_zero(axis), "0"),) if axis.zero else ()
        powers = range(last, first + axis.zero - 1, -every)[::-1] if axis.zero else range(first, last + 1, every)
        return (*zero, *[(10.0**n, f"1e{n}" if abs(n) > 3 else f"{10.0**n:g}") for n in powers])
    step = 10.0 ** math.floor(math.log10((axis.high - axis.low) / 2))
    step *= next(m for m in (0.2, 0.5, 1, 2, 5) if (axis.high - axis.low) / (m * step) <= 7)
    places = range(math.ceil(axis.low / step - 1e-9), math.floor(axis.high / step + 1e-9) + 1)
    return tuple((n * step, f"{n * step:.6g}") for n in places)


def reach(*columns, least=1.0, pad=0.08):
    """(low, high) around all finite numbers in these columns, at least `least` apart."""
    numbers = [x for column in columns for x in column if x is not None and math.isfinite(x)] or [0.0]
    low, high = min(numbers), max(numbers)
    room = max(pad * (high - low), (least - (high - low)) / 2, 0.0)
    return low - room, high + room


def _place_of_zero(axis):
    return axis.low * math.sqrt(10)


def edge_width(weight):
    """How wide an edge is, in pixels: steps of a half, so that edges alike are drawn as one."""
    return round(2 * min(4.0, 0.5 + 1.5 * abs(weight))) / 2 if math.isfinite(weight) else 0.5


def _summary(mark):
    if isinstance(mark, Edges):
        low, high = min(mark.weights, default=0.0), max(mark.weights, default=0.0)
        return f"{len(mark.weights)} from {low:.4g} to {high:.4g}"
    if isinstance(mark, Tiles):
        return f"{len(mark.scores)} small fields"
    if isinstance(mark, Field):
        scores = np.asarray(mark.scores)
        return f"from {np.min(scores):.4g} to {np.max(scores):.4g}"
    if isinstance(mark, Cells):
        return f"{len(mark.values)} rows of {len(mark.values[0])}"
    if isinstance(mark, Words):
        return mark.text
    if len(mark.x) == 1:
        return f"at {mark.x[0]:.4g}, {mark.y[0]:.4g}"
    if isinstance(mark, Bars):
        return ", ".join(f"{y:.4g}" for y in mark.y)
    return f"{len(mark.x)} places" + (f", the last at {mark.x[-1]:.4g}, {mark.y[-1]:.4g}" if len(mark.x) else "")


def _draw(panel, ax):
    ax.autoscale(False)  # its limits are the axes' own, and those around 1e300 overflow
    for mark in panel.marks:
        if panel.y.zero and not isinstance(mark, Field | Cells | Words):
            mark = replace(mark, y=tuple(_place_of_zero(panel.y) if y == 0 else y for y in mark.y))
        _DRAW[type(mark)](mark, ax, panel)
    for axis, scale, limits, places, label in (
        (panel.x, ax.set_xscale, ax.set_xlim, ax.set_xticks, ax.set_xlabel),
        (panel.y, ax.set_yscale, ax.set_ylim, ax.set_yticks, ax.set_ylabel),
    ):
        if axis.log:
            scale("log")
        limits(axis.low, axis.high)
        shown = ticks(axis)
        places([place for place, _ in shown], [text for _, text in shown])
        places([], minor=True)
        label(axis.label)
    bare = not any(axis.label or ticks(axis) for axis in (panel.x, panel.y))
    if bare:
        ax.axis("off")
    ax.set_title(panel.title, fontsize=10)
    if any(mark.name and not isinstance(mark, Field | Tiles | Edges | Cells | Words) for mark in panel.marks):
        below = {"loc": "upper center", "bbox_to_anchor": (0.5, 0.0), "ncols": 2} if bare else {}
        ax.legend(fontsize=8, framealpha=0.9, **below)


def _line(mark, ax, _panel):
    style = {False: "-", True: "--", "dots": ":"}[mark.dashed]
    ax.plot(mark.x, mark.y, style, color=COLOURS[mark.colour], lw=0.75 * mark.width, label=mark.name or None)


def _points(mark, ax, _panel):
    colour = COLOURS[mark.colour]
    edge = {} if mark.shape == "cross" else {"edgecolors": "#111111", "linewidths": 0.2 if mark.size < 4 else 0.7}
    ax.scatter(mark.x, mark.y, s=mark.size**2, c=colour, marker=SHAPES[mark.shape], label=mark.name or None, **edge)


def _bars(mark, ax, _panel):
    ax.bar(mark.x, mark.y, width=mark.width, color=COLOURS[mark.colour], label=mark.name or None)


def _field(mark, ax, panel):
    scores = np.asarray(mark.scores, dtype=float)
    extent = (panel.x.low, panel.x.high, panel.y.low, panel.y.high)
    colours = white_to_grey() if mark.heights else blue_to_orange()
    ax.imshow(np.tanh(scores / 2), extent=extent, cmap=colours, vmin=-1, vmax=1, aspect="auto")
    known = scores[np.isfinite(scores)]
    levels = [level for level in mark.levels if known.size and known.min() < level < known.max()]
    if levels:
        width = 0.4 if mark.heights else 1.5
        ax.contour(scores[::-1], levels=levels, extent=extent, colors="#111111", linewidths=width)


def _tiles(mark, ax, _panel):
    half = mark.side / 2
    for scores, x, y in zip(mark.scores, mark.x, mark.y, strict=True):
        extent = (x - half, x + half, y - half, y + half)
        ax.imshow(np.tanh(scores / 2), extent=extent, cmap=blue_to_orange(), vmin=-1, vmax=1, aspect="auto")
        left, right, bottom, top = extent
        ax.plot([left, right, right, left, left], [bottom, bottom, top, top, bottom], color="#222222", lw=0.5)


def _edges(mark, ax, _panel):
    for (start, end), weight in zip(mark.pairs, mark.weights, strict=True):
        colour = "orange" if weight > 0 else "blue" if weight < 0 else "grey"
        x, y = ([places[start], places[end]] for places in (mark.x, mark.y))
        ax.plot(x, y, "--" if weight < 0 else "-", color=COLOURS[colour], lw=0.75 * edge_width(weight), zorder=1)


def _cells(mark, ax, _panel):
    for r, row in enumerate(mark.values):
        for c, value in enumerate(row):
            shade = "none" if value is None else (*(1 - value * (1 - np.array((0.0, 0.447, 0.698)))), 1.0)
            ax.fill([c, c + 1, c + 1, c], [r, r, r + 1, r + 1], fc=shade, ec="#767676", lw=0.5)
            dark = value is not None and value > 0.55
            ax.text(
                c + 0.5, r + 0.5, mark.texts[r][c], ha="center", va="center", fontsize=8, color="w" if dark else "k"
            )


def _words(mark, ax, _panel):
    place = {"start": "left", "middle": "center", "end": "right"}[mark.anchor]
    ax.text(mark.x, mark.y, mark.text, ha=place, va="center", fontsize=8, color=COLOURS[mark.colour])


_DRAW = {
    Line: _line,
    Points: _points,
    Bars: _bars,
    Field: _field,
    Tiles: _tiles,
    Edges: _edges,
    Cells: _cells,
    Words: _words,
}
