"""A chart as a still picture, by matplotlib; where that is not installed, as SVG by chart_svg.py."""

from dataclasses import replace

from . import chart_svg
from .charts import Bars, Cells, Edges, Faces, Field, Label, Line, Points, Tiles, legible
from .colours import COLOURS, blue_to_orange, white_to_grey
from .graphs import Picture
from .plot import Plot, new_figure
from .scales import edge_width, place_of_zero, ticks

SHAPES = {"circle": "o", "square": "s", "triangle": "^", "cross": "x"}


def chart(panels, text: str = "") -> Plot | Picture:
    """A chart of Panels as a still picture. `text` is the same in words; by default what each panel says of itself."""
    columns, panels = [], [legible(panel) for panel in panels]
    for panel in panels:
        if panel.below and columns:
            columns[-1].append(panel)
        else:
            columns.append([panel])
    text = text or "\n".join(panel.text() for panel in panels)
    try:
        import matplotlib  # noqa: F401 - whether it is there
    except ImportError:
        return chart_svg.picture(columns, text)
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
    return Plot(figure, text)


def _draw(panel, ax):
    ax.autoscale(False)  # its limits are the axes' own, and those around 1e300 overflow
    for mark in panel.marks:
        if panel.y.zero and not isinstance(mark, Field | Cells | Faces | Label):
            mark = replace(mark, y=tuple(place_of_zero(panel.y) if y == 0 else y for y in mark.y))
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
    if any(mark.name and not isinstance(mark, Field | Tiles | Edges | Cells | Faces | Label) for mark in panel.marks):
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
    import numpy as np

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
    import numpy as np

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
    import numpy as np

    for r, row in enumerate(mark.values):
        for c, value in enumerate(row):
            shade = "none" if value is None else (*(1 - value * (1 - np.array((0.0, 0.447, 0.698)))), 1.0)
            ax.fill([c, c + 1, c + 1, c], [r, r, r + 1, r + 1], fc=shade, ec="#767676", lw=0.5)
            dark = value is not None and value > 0.55
            ax.text(
                c + 0.5, r + 0.5, mark.texts[r][c], ha="center", va="center", fontsize=8, color="w" if dark else "k"
            )


def _faces(mark, ax, _panel):
    for n, (x, y) in enumerate(zip(mark.x, mark.y, strict=True)):  # below all other marks
        line = {"color": mark.strokes[n], "lw": 0.75 * mark.widths[n], "zorder": 0.5}
        if mark.fills[n] == "none":
            ax.plot(x, y, **line)
        else:
            ax.fill(x, y, fc=mark.fills[n], ec=line.pop("color"), **line)


def _label(mark, ax, _panel):
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
    Faces: _faces,
    Label: _label,
}
