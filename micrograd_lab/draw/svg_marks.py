"""Each mark of a chart as SVG, on the standard library alone: what static/chart/marks.js draws in the page."""

import math
from html import escape

from .charts import Bars, Cells, Edges, Faces, Field, Label, Line, Points, Tiles
from .colours import COLOURS
from .raster import address, level_lines
from .scales import edge_width, place_of_zero

FAR = 1e5  # pixels: what is far off an axis stays so
DASHES = {False: "", True: ' stroke-dasharray="6 4"', "dots": ' stroke-dasharray="2 3"'}


class Plane:
    """The plotted rectangle of a panel: where a number of its axes stands, in pixels from the left and from the top."""

    def __init__(self, panel):
        self.axes, (self.width, self.height) = (panel.x, panel.y), panel.size

    def x(self, number):
        """Pixels from the left; None for what has no place."""
        return _place(self.axes[0], number, self.width)

    def y(self, number):
        """Pixels from the top; None for what has no place."""
        up = _place(self.axes[1], number, self.height)
        return None if up is None else self.height - up

    def places(self, mark):
        """(x, y) in pixels for each place of a mark, or None."""
        pairs = [(self.x(x), self.y(y)) for x, y in zip(mark.x, mark.y, strict=True)]
        return [None if None in pair else pair for pair in pairs]


def drawn(mark, plane):
    """A mark as SVG."""
    return DRAW[type(mark)](mark, plane)


def short(number):
    """A number of pixels, as SVG is written."""
    return f"{round(number, 2):g}"


def symbol(shape, x, y, size):
    """The d of a path: one symbol around a place."""
    r, x, y, size = short(size / 2), x, y, short(size)
    left, top = short(x - float(r)), short(y - float(r))
    return {
        "circle": f"M{left},{short(y)}a{r},{r} 0 1,0 {size},0a{r},{r} 0 1,0 -{size},0",
        "square": f"M{left},{top}h{size}v{size}h-{size}z",
        "triangle": f"M{short(x)},{top}l{r},{size}h-{size}z",
        "cross": f"M{left},{top}l{size},{size}m0,-{size}l-{size},{size}",
    }[shape]


def _line(mark, plane):
    path, pen = [], "M"
    for place in plane.places(mark):
        if place:
            path.append(f"{pen}{short(place[0])},{short(place[1])}")
        pen = "L" if place else "M"
    style = f'stroke="{COLOURS[mark.colour]}" stroke-width="{mark.width:g}"{DASHES[mark.dashed]}'
    return f'<path d="{"".join(path)}" fill="none" {style} stroke-linejoin="round"/>'


def _points(mark, plane):
    path = "".join(symbol(mark.shape, *place, 1.6 * mark.size) for place in plane.places(mark) if place)
    colour, cross = COLOURS[mark.colour], mark.shape == "cross"
    width = 2 if cross else 0.3 if mark.size < 4 else 1  # else a small symbol is all edge
    return f'<path d="{path}" fill="{colour}" stroke="{colour if cross else "#111111"}" stroke-width="{width}"/>'


def _bars(mark, plane):
    made, base = [], plane.y(0)
    for place, centre in zip(plane.places(mark), mark.x, strict=True):
        if place:
            left, right = sorted((plane.x(centre - mark.width / 2), plane.x(centre + mark.width / 2)))
            made.append(_rect(left, min(base, place[1]), right - left, abs(base - place[1]), COLOURS[mark.colour]))
    return "".join(made)


def _field(mark, plane):
    rows = [[float(score) for score in row] for row in mark.scores]
    across, down = (pixels / (len(rows) - 1) for pixels in (plane.width, plane.height))
    # The first and the last score stand on the edges, so the outermost pixels reach beyond them.
    made = [_image(rows, -across / 2, -down / 2, len(rows) * across, len(rows) * down, mark.heights)]
    for level in mark.levels:
        path = "".join(
            f"M{short(a * across)},{short(b * down)}L{short(c * across)},{short(d * down)}"
            for (a, b), (c, d) in level_lines(rows, level)
        )
        if path:
            made.append(f'<path d="{path}" fill="none" stroke="#111111" stroke-width="{0.6 if mark.heights else 2}"/>')
    return "".join(made)


def _tiles(mark, plane):
    made, side = [], (abs(plane.x(mark.side) - plane.x(0)), abs(plane.y(0) - plane.y(mark.side)))
    for place, scores in zip(plane.places(mark), mark.scores, strict=True):
        if place:
            corner = place[0] - side[0] / 2, place[1] - side[1] / 2
            made.append(_image([[float(score) for score in row] for row in scores], *corner, *side))
            made.append(_rect(*corner, *side, "none", COLOURS["ink"]))
    return "".join(made)


def _edges(mark, plane):
    places, made = plane.places(mark), []
    for (start, end), weight in zip(mark.pairs, mark.weights, strict=True):
        if not (places[start] and places[end]):
            continue
        colour = COLOURS["orange" if weight > 0 else "blue" if weight < 0 else "grey"]
        path = "L".join(f"{short(a)},{short(b)}" for a, b in (places[start], places[end]))
        dashes = ' stroke-dasharray="5 3"' if weight < 0 else ""
        made.append(f'<path d="M{path}" stroke="{colour}" stroke-width="{edge_width(weight):g}"{dashes}/>')
    return "".join(made)


def _cells(mark, plane):
    made = []
    for r, row in enumerate(mark.values):
        for c, value in enumerate(row):
            shade = [round(255 - (255 - part) * (value or 0.0)) for part in (0, 114, 178)]
            fill = "none" if value is None else "rgb({},{},{})".format(*shade)
            (left, right), (top, bottom) = sorted((plane.x(c), plane.x(c + 1))), sorted((plane.y(r), plane.y(r + 1)))
            made.append(_rect(left, top, right - left, bottom - top, fill, COLOURS["grey"]))
            ink = "#ffffff" if value is not None and value > 0.55 else "#111111"
            made.append(words(mark.texts[r][c], (left + right) / 2, (top + bottom) / 2 + 4, fill=ink))
    return "".join(made)


def _faces(mark, plane):
    made = []
    for x, y, fill, stroke, width in zip(mark.x, mark.y, mark.fills, mark.strokes, mark.widths, strict=True):
        path = "L".join(f"{short(plane.x(a))},{short(plane.y(b))}" for a, b in zip(x, y, strict=True))
        edge = f'stroke="{stroke}" stroke-width="{width:g}" stroke-linejoin="round"'
        made.append(f'<path d="M{path}{"" if fill == "none" else "z"}" fill="{fill}" {edge}/>')
    return "".join(made)


def _label(mark, plane):
    x, y = plane.x(mark.x), plane.y(mark.y)
    return "" if None in (x, y) else words(mark.text, x, y + 4, mark.anchor, COLOURS[mark.colour])


def _place(axis, number, pixels):
    """How far from the lower end of an axis a number stands; None for what has no place there."""
    low, high = (_along(axis, end) for end in (axis.low, axis.high))
    try:
        place = (_along(axis, float(number)) - low) / (high - low) * pixels
    except (TypeError, ValueError, ArithmeticError):  # None, and the logarithm of what is not above 0
        return None
    return min(FAR, max(-FAR, place)) if math.isfinite(place) else None


def _along(axis, number):
    if not axis.log:
        return number
    return math.log10(place_of_zero(axis) if axis.zero and number == 0 else number)


def words(text, x, y, anchor="middle", fill=COLOURS["ink"]):
    """Text whose baseline is at y."""
    return f'<text x="{short(x)}" y="{short(y)}" text-anchor="{anchor}" fill="{fill}">{escape(text)}</text>'


def _rect(x, y, width, height, fill, stroke=""):
    edge = f' stroke="{stroke}" stroke-width="0.7"' if stroke else ""
    box = f'x="{short(x)}" y="{short(y)}" width="{short(width)}" height="{short(height)}"'
    return f'<rect {box} fill="{fill}"{edge}/>'


def _image(rows, x, y, width, height, heights=False):
    box = f'x="{short(x)}" y="{short(y)}" width="{short(width)}" height="{short(height)}"'
    return f'<image {box} preserveAspectRatio="none" href="{address(rows, heights)}"/>'


DRAW = {
    Line: _line,
    Points: _points,
    Bars: _bars,
    Field: _field,
    Tiles: _tiles,
    Edges: _edges,
    Cells: _cells,
    Faces: _faces,
    Label: _label,
}
