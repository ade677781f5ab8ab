"""Charts as plain records: a chart is a tuple of Panels; a Panel has two axes and some marks.

The live views send these records to the browser, and chart_still.py draws them, so that what moves and its still twin
show the same numbers.
"""

from dataclasses import dataclass, replace

from .. import written

# What a panel says of its marks.
EMPTY = "Empty."
EDGES, TILES = "{count} from {low:.4g} to {high:.4g}", "{count} small fields"
FACES = "{count} shapes"
FIELD, CELLS = "from {low:.4g} to {high:.4g}", "{rows} rows of {columns}"
PLACE, NO_PLACES = "at {x:.4g}, {y:.4g}", "0 places"
PLACES = "{count} places, the last at {x:.4g}, {y:.4g}"


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
    """Scores on a square grid that fills the panel: an array of shape (n, n), or n lists, rows from the top.

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
class Faces:
    """Shapes, one over another: shape n goes through the places (x[n], y[n]) and is filled with the colour `fills[n]`.

    Its edge has the colour `strokes[n]` and is `widths[n]` wide. Colours are written as in SVG, for light paper; one
    that is filled with "none" is open, a line. `key` is that of all of them.
    """

    name: str
    x: tuple
    y: tuple
    fills: tuple
    strokes: tuple
    widths: tuple
    key: str = ""


@dataclass(frozen=True)
class Label:
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

    A panel `below` stands under the one before it. `told` is what `text()` says; by default what the marks say.
    """

    title: str
    x: Axis
    y: Axis
    marks: tuple
    size: tuple = (320, 220)
    click: bool = False
    below: bool = False
    told: str = ""

    def text(self):
        """The panel in a sentence, for those who hear it."""
        if self.told:
            return self.told
        told = [f"{mark.name} {_summary(mark)}" for mark in self.marks if mark.name]
        return f"{self.title}. " + ("; ".join(told) + "." if told else EMPTY)


def legible(panel):
    """The panel with all its words as they can be read, where somebody's name on it has a character that can't."""
    x, y = (replace(axis, label=written.legible(axis.label), ticks=_legible(axis.ticks)) for axis in (panel.x, panel.y))
    marks = tuple(_legible_mark(mark) for mark in panel.marks)
    return replace(panel, title=written.legible(panel.title), told=written.legible(panel.told), x=x, y=y, marks=marks)


def _legible_mark(mark):
    words = {name: getattr(mark, name) for name in ("name", "text", "texts") if hasattr(mark, name)}
    changed = {name: found for name, given in words.items() if (found := _legible(given)) != given}
    return replace(mark, **changed) if changed else mark  # the same mark where nothing is: it is known by its id


def _legible(words):
    if isinstance(words, (tuple, list)):
        return tuple(_legible(word) for word in words)
    return written.legible(words) if isinstance(words, str) else words


def _summary(mark):
    if isinstance(mark, Edges):
        low, high = min(mark.weights, default=0.0), max(mark.weights, default=0.0)
        return EDGES.format(count=len(mark.weights), low=low, high=high)
    if isinstance(mark, Tiles):
        return TILES.format(count=len(mark.scores))
    if isinstance(mark, Field):
        rows = mark.scores
        if hasattr(rows, "min"):
            return FIELD.format(low=rows.min(), high=rows.max())
        return FIELD.format(low=min(map(min, rows)), high=max(map(max, rows)))
    if isinstance(mark, Cells):
        return CELLS.format(rows=len(mark.values), columns=len(mark.values[0]))
    if isinstance(mark, Faces):
        return FACES.format(count=len(mark.x))
    if isinstance(mark, Label):
        return mark.text
    if len(mark.x) == 1:
        return PLACE.format(x=mark.x[0], y=mark.y[0])
    if isinstance(mark, Bars):
        return ", ".join(f"{y:.4g}" for y in mark.y)
    return PLACES.format(count=len(mark.x), x=mark.x[-1], y=mark.y[-1]) if len(mark.x) else NO_PLACES
