"""Read a chart's still picture back from matplotlib: each mark stands where its record says, and nothing else does."""

import math
from itertools import pairwise

import numpy as np
import pytest
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from matplotlib.contour import ContourSet
from matplotlib.markers import MarkerStyle

from micrograd_lab.draw.charts import Bars, Cells, Edges, Faces, Field, Label, Line, Points, Tiles
from micrograd_lab.draw.scales import ticks

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
MARKERS = {"circle": "o", "square": "s", "triangle": "^", "cross": "x"}


def near(numbers):
    return pytest.approx(np.asarray(numbers, dtype=float), nan_ok=True)


class Drawn:
    """The artists on some axes, taken one after another, in the order in which they were drawn."""

    def __init__(self, axes):
        self.lines, self.images, self.patches, self.texts = (
            list(part) for part in (axes.lines, axes.images, axes.patches, axes.texts)
        )
        self.scatters = [artist for artist in axes.collections if isinstance(artist, PathCollection)]
        self.contours = [artist for artist in axes.collections if isinstance(artist, ContourSet)]
        assert len(self.scatters) + len(self.contours) == len(axes.collections)

    def left(self):
        return [artist for kind in vars(self).values() for artist in kind]


def has_line(mark, drawn, panel):
    line = drawn.lines.pop(0)
    assert line.get_xydata() == near(np.column_stack([mark.x, heights(mark, panel)]).reshape(-1, 2))
    assert to_hex(line.get_color()) == COLOURS[mark.colour]
    assert line.get_linestyle() == {False: "-", True: "--", "dots": ":"}[mark.dashed]
    assert line.get_linewidth() == 0.75 * mark.width


def has_points(mark, drawn, panel):
    points = drawn.scatters.pop(0)
    assert np.asarray(points.get_offsets()) == near(np.column_stack([mark.x, heights(mark, panel)]).reshape(-1, 2))
    marker = MarkerStyle(MARKERS[mark.shape])
    (path,) = points.get_paths()
    assert path.vertices == near(marker.get_path().transformed(marker.get_transform()).vertices)
    assert points.get_sizes() == near([mark.size**2])
    assert colour_of(points) == COLOURS[mark.colour]


def has_bars(mark, drawn, panel):
    for x, y in zip(mark.x, heights(mark, panel), strict=True):
        bar = drawn.patches.pop(0)
        assert [bar.get_x() + bar.get_width() / 2, bar.get_width()] == near([x, mark.width])
        assert [bar.get_y(), bar.get_height()] == near([0.0, y])
        assert to_hex(bar.get_facecolor()) == COLOURS[mark.colour]


def has_field(mark, drawn, panel):
    scores, image = np.asarray(mark.scores, dtype=float), drawn.images.pop(0)
    shows(image, scores, (panel.x.low, panel.x.high, panel.y.low, panel.y.high))
    full = "#a0a0a0" if mark.heights else COLOURS["orange"]
    assert [to_hex(image.cmap(image.norm(x))) for x in (-1.0, 1.0)] == ["#ffffff" if mark.heights else "#0072b2", full]
    known = scores[np.isfinite(scores)]
    levels = [level for level in mark.levels if known.size and known.min() < level < known.max()]
    if levels:
        contour = drawn.contours.pop(0)
        assert list(contour.levels) == levels
        if np.isfinite(scores).all():
            for level, path in zip(levels, contour.get_paths(), strict=True):
                assert len(path.vertices)
                lies_on(level, path.vertices, scores, panel)


def lies_on(level, places, scores, panel):
    """Each place of a level line lies between two neighbours of the grid, one above the level and one below."""
    n = len(scores)
    column = (places[:, 0] - panel.x.low) / (panel.x.high - panel.x.low) * (n - 1)
    row = (panel.y.high - places[:, 1]) / (panel.y.high - panel.y.low) * (n - 1)
    for c, r in zip(column, row, strict=True):
        c, r = (round(at) if abs(at - round(at)) < 1e-6 else at for at in (c, r))
        around = scores[math.floor(r) : math.ceil(r) + 1, math.floor(c) : math.ceil(c) + 1]
        assert around.min() - 1e-9 <= level <= around.max() + 1e-9


def has_tiles(mark, drawn, panel):
    half = mark.side / 2
    for scores, x, y in zip(mark.scores, mark.x, mark.y, strict=True):
        image, frame = drawn.images.pop(0), drawn.lines.pop(0)
        extent = (x - half, x + half, y - half, y + half)
        shows(image, scores, extent)
        assert [to_hex(image.cmap(image.norm(score))) for score in (-1.0, 1.0)] == [COLOURS["blue"], COLOURS["orange"]]
        corners = frame.get_xydata()
        assert [*corners.min(axis=0), *corners.max(axis=0)] == near([extent[0], extent[2], extent[1], extent[3]])


def has_edges(mark, drawn, panel):
    for (start, end), weight in zip(mark.pairs, mark.weights, strict=True):
        line = drawn.lines.pop(0)
        assert line.get_xydata() == near([[mark.x[start], mark.y[start]], [mark.x[end], mark.y[end]]])
        colour = "orange" if weight > 0 else "blue" if weight < 0 else "grey"
        assert to_hex(line.get_color()) == COLOURS[colour]
        assert line.get_linestyle() == ("--" if weight < 0 else "-")
        wide = min(4.0, 0.5 + 1.5 * abs(weight)) if math.isfinite(weight) else 0.5  # in steps of a half
        assert abs(line.get_linewidth() / 0.75 - wide) <= 0.25


def has_cells(mark, drawn, panel):
    for r, row in enumerate(mark.values):
        for c, value in enumerate(row):
            square, text = drawn.patches.pop(0), drawn.texts.pop(0)
            corners = square.get_xy()
            assert [*corners.min(axis=0), *corners.max(axis=0)] == [c, r, c + 1, r + 1]
            red, green, blue, cover = square.get_facecolor()
            if value is None:
                assert cover == 0
            else:  # from white at 0 to blue at 1
                assert [red, green, blue, cover] == near([1 - value, 1 - value * 0.553, 1 - value * 0.302, 1.0])
            assert (text.get_position(), text.get_text()) == ((c + 0.5, r + 0.5), mark.texts[r][c])


def has_words(mark, drawn, panel):
    text = drawn.texts.pop(0)
    assert (text.get_text(), *text.get_position()) == (mark.text, mark.x, mark.y)
    assert text.get_horizontalalignment() == {"start": "left", "middle": "center", "end": "right"}[mark.anchor]
    assert to_hex(text.get_color()) == COLOURS[mark.colour]


def has_faces(mark, drawn, panel):
    for n, places in enumerate(zip(mark.x, mark.y, strict=True)):
        corners, closed = [list(place) for place in zip(*places, strict=True)], mark.fills[n] != "none"
        if closed:
            shape = drawn.patches.pop(0)
            assert shape.get_xy() == near([*corners, corners[0]])
            assert shade(shape.get_facecolor(), mark.fills[n]) == mark.fills[n]
        else:
            shape = drawn.lines.pop(0)
            assert shape.get_xydata() == near(corners)
        edge = shape.get_edgecolor() if closed else shape.get_color()
        assert (shade(edge, mark.strokes[n]), shape.get_linewidth()) == (mark.strokes[n], 0.75 * mark.widths[n])
        assert shape.get_zorder() == 0.5  # of one height, so over what came before; and under what else there is


def shade(colour, like):
    """A colour as text, with how much it covers where the text that it is compared with says so."""
    return to_hex(colour, keep_alpha=len(like) > 7)


HAS = {
    Faces: has_faces,
    Line: has_line,
    Points: has_points,
    Bars: has_bars,
    Field: has_field,
    Tiles: has_tiles,
    Edges: has_edges,
    Cells: has_cells,
    Label: has_words,
}


def heights(mark, panel):
    """A mark's y; where the lowest decade of a log scale holds 0, half of it above the bottom."""
    return [panel.y.low * math.sqrt(10) if panel.y.zero and y == 0 else y for y in mark.y]


def shows(image, scores, extent):
    assert np.ma.filled(image.get_array(), math.nan) == near(np.tanh(np.asarray(scores) / 2))
    assert list(image.get_extent()) == near(extent)
    assert (image.origin, image.norm.vmin, image.norm.vmax) == ("upper", -1, 1)


def panel_is_on(panel, axes):
    """Everything on these axes is what the panel says."""
    drawn = Drawn(axes)
    for mark in panel.marks:
        HAS[type(mark)](mark, drawn, panel)
    assert not drawn.left()
    assert axes.get_title() == panel.title
    for axis, side, limits, scale in (
        (panel.x, axes.xaxis, axes.get_xlim(), axes.get_xscale()),
        (panel.y, axes.yaxis, axes.get_ylim(), axes.get_yscale()),
    ):
        assert limits == near([axis.low, axis.high])
        assert scale == ("log" if axis.log else "linear")
        assert side.get_label_text() == axis.label
        assert side.get_ticklocs() == near([place for place, _ in ticks(axis)])
        assert [text.get_text() for text in side.get_ticklabels()] == [text for _, text in ticks(axis)]
    legend = axes.get_legend()
    texts, handles = (legend.get_texts(), legend.legend_handles) if legend else ((), ())
    named = [mark for mark in panel.marks if isinstance(mark, (Line, Points, Bars)) and mark.name]
    named.sort(key=lambda mark: isinstance(mark, Bars))  # matplotlib tells of bars last
    assert [text.get_text() for text in texts] == [mark.name for mark in named]
    assert [colour_of(handle) for handle in handles] == [COLOURS[mark.colour] for mark in named]


def colour_of(artist):
    """Of a line; of a cross, which is nothing but its edges; of what is filled."""
    if hasattr(artist, "get_color"):
        return to_hex(artist.get_color())
    filled = np.ravel(artist.get_facecolor())
    return to_hex(filled[:4] if filled.size else np.ravel(artist.get_edgecolor())[:4])


def chart_is_that_of(panels, figure):
    """Panels stand beside each other, and `below` the one before."""
    figure.canvas.draw()
    spec = {id(axes): axes.get_subplotspec() for axes in figure.axes}
    axes = sorted(
        figure.axes,
        key=lambda one: (spec[id(one)].get_topmost_subplotspec().colspan.start, -one.get_position().y0),
    )
    for panel, one in zip(panels, axes, strict=True):
        panel_is_on(panel, one)
    for panel, (before, here) in zip(panels[1:], pairwise(one.get_position() for one in axes), strict=True):
        assert (here.y1 < before.y0) if panel.below else (here.x0 > before.x1)
