"""Charts as still pictures: what is drawn is what the records say, mark by mark, in every view too."""

import inspect
import math
import sys
from base64 import b64decode
from types import ModuleType

import every_view
import numpy as np
import pytest
from read_back import HAS, chart_is_that_of

from micrograd_lab import draw
from micrograd_lab.draw.charts import Axis, Bars, Cells, Edges, Faces, Field, Label, Line, Panel, Points, Tiles

ACROSS, UP = Axis("x", 0.0, 2.0), Axis("y", -1.0, 1.0)
SCORES = np.array([[-3.0, -1.0, 0.5, 2.0], [-2.0, -0.5, 1.0, 3.0], [-1.0, 0.25, 2.0, 1.0], [0.5, 1.0, 2.5, 4.0]])
PANELS = (
    Panel(
        "lines",
        ACROSS,
        UP,
        (
            Line("a line", (0.0, 1.0, 2.0), (0.0, math.nan, 0.75)),
            Line("", (0.0, 1.5), (0.5, -0.5), "red", dashed=True, width=3.0),
            Line("dotted", (0.0, 1.0), (0.0, 1.0), "ink", dashed="dots"),
        ),
    ),
    Panel(
        "points",
        ACROSS,
        UP,
        (
            Points("ones", (1.0, 0.25), (0.5, -0.75), "orange"),
            Points("others", (1.5,), (0.0,), "blue", "square", 7.0),
            Points("", (0.5,), (0.25,), "green", "triangle", 3.0),
            Points("crosses", (0.75, 0.5), (0.5, 0.0), "red", "cross"),
        ),
        below=True,
    ),
    Panel(
        "bars", ACROSS, UP, (Bars("bars", (0.5, 1.5), (0.5, -0.75), 0.4, "purple"), Line("", (0.0, 2.0), (0.1, 0.1)))
    ),
    Panel("a field", ACROSS, UP, (Field("scores", SCORES, levels=(0.0, 1.5)),), below=True),
    Panel("heights", ACROSS, UP, (Field("heights", np.abs(SCORES), levels=(1.0, 2.0, 9.0), heights=True),)),
    Panel(
        "small fields",
        ACROSS,
        UP,
        (
            Tiles("units", np.stack([SCORES, -SCORES.T]), (0.5, 1.5), (0.25, -0.25), 0.5),
            Edges("weights", (0.5, 1.5, 1.0), (0.0, 0.5, -0.5), ((0, 1), (1, 2), (2, 0)), (1.2, -2.5, 0.0)),
        ),
        below=True,
    ),
    Panel(
        "shapes",
        ACROSS,
        UP,
        (
            Faces(
                "shapes",
                ((0.0, 1.0, 0.5), (0.5, 1.5), (0.5, 1.5, 1.5, 0.5)),
                ((0.0, 0.0, 0.5), (-0.5, 0.5), (0.0, 0.0, 0.75, 0.75)),
                ("#e69f00", "none", "#0072b280"),
                ("#e69f00", "#222222", "#111111"),
                (0.5, 2.0, 1.0),
            ),
            Points("on them", (1.0,), (0.5,)),
        ),
    ),
    Panel(
        "a table",
        Axis("", 0.0, 2.0, ticks=()),
        Axis("row", 2.0, 0.0, ticks=((0.5, "r0"), (1.5, "r1"))),
        (Cells("table", ((1.0, None), (0.25, 0.5)), (("1", ""), ("a", "b"))),),
    ),
    Panel(
        "",
        Axis("", 0.0, 2.0, ticks=()),
        Axis("", -1.0, 1.0, ticks=()),
        (
            Label("here", 1.0, 0.25),
            Label("there", 0.5, -0.5, "end", "red"),
            Label("mid", 1.5, 0.0, "middle"),
        ),
        below=True,
    ),
    Panel(
        "logarithms",
        Axis("h", 1e-6, 1.0, log=True),
        Axis("error", 1e-10, 1.0, log=True, zero=True),
        (
            Line("error", (1e-6, 1e-3, 1.0), (0.0, 1e-4, 0.5)),
            Points("", (1e-3, 1.0), (1e-4, 0.0)),
        ),
    ),
)


def whole_chart_is_there(module):
    chart_is_that_of(PANELS, module.chart(PANELS).figure)


# For each mark kind, and for the axes: what nobody would have noticed.
BREAKS = {
    "lines are mirrored": ("ax.plot(mark.x, mark.y, style", "ax.plot(mark.x, mark.y[::-1], style"),
    "dashes and dots are exchanged": ('True: "--", "dots": ":"', 'True: ":", "dots": "--"'),
    "lines are all in one colour": ("style, color=COLOURS[mark.colour]", 'style, color=COLOURS["blue"]'),
    "lines are all as wide": ("lw=0.75 * mark.width", "lw=1.5"),
    "x and y of points are exchanged": ("ax.scatter(mark.x, mark.y", "ax.scatter(mark.y, mark.x"),
    "shapes are exchanged": ('"circle": "o", "square": "s"', '"circle": "s", "square": "o"'),
    "points are all as large": ("s=mark.size**2", "s=20"),
    "bars have no sign": ("ax.bar(mark.x, mark.y", "ax.bar(mark.x, [abs(y) for y in mark.y]"),
    "bars stand beside their places": ("width=mark.width", 'width=mark.width, align="edge"'),
    "a field is upside down": (
        "np.tanh(scores / 2), extent=extent, cmap=colours",
        "np.tanh(scores[::-1] / 2), extent=extent, cmap=colours",
    ),
    "a field is steeper": (
        "np.tanh(scores / 2), extent=extent, cmap=colours",
        "np.tanh(scores * 2), extent=extent, cmap=colours",
    ),
    "level lines are mirrored": ("ax.contour(scores[::-1]", "ax.contour(scores"),
    "heights are in orange and blue": ("white_to_grey() if mark.heights else", "blue_to_orange() if mark.heights else"),
    "tiles stand to the right": ("extent = (x - half, x + half, y", "extent = (x, x + 2 * half, y"),
    "tiles are turned": (
        "ax.imshow(np.tanh(scores / 2), extent=extent, cmap=blue_to_orange()",
        "ax.imshow(np.tanh(scores.T / 2), extent=extent, cmap=blue_to_orange()",
    ),
    "edges have no sign": ('"blue" if weight < 0', '"orange" if weight < 0'),
    "edges are dashed where positive": ('"--" if weight < 0', '"--" if weight > 0'),
    "edges are all as wide": ("0.75 * edge_width(weight)", "0.75"),
    "edges start where they end": ("[places[start], places[end]]", "[places[end], places[end]]"),
    "cells are columns first": ("mark.texts[r][c]", "mark.texts[c][r]"),
    "an empty cell is a 0": ('"none" if value is None', "(1, 1, 1, 1) if value is None"),
    "cells are darker where smaller": ("1 - value * (1 -", "1 - (1 - value) * (1 -"),
    "words end where they should start": ('"start": "left"', '"start": "right"'),
    "a 0 has no place on a log scale": ("place_of_zero(panel.y) if y == 0", "y if y == 0"),
    "the axes' names are exchanged": ("ax.set_xticks, ax.set_xlabel", "ax.set_xticks, ax.set_ylabel"),
    "an axis has the other direction": (
        "limits(axis.low, axis.high)",
        "limits(min(axis.low, axis.high), max(axis.low, axis.high))",
    ),
    "ticks are elsewhere": ("places([place for place, _ in shown]", "places([place * 0.9 for place, _ in shown]"),
    "what is below stands first": ("columns[-1].append(panel)", "columns[-1].insert(0, panel)"),
    "the legend is left out": ("ax.legend(fontsize", "dict(fontsize"),
}


def test_each_mark_of_a_chart_is_drawn_where_its_record_says():
    assert {type(mark) for panel in PANELS for mark in panel.marks} == set(HAS)
    whole_chart_is_there(draw)


@pytest.mark.parametrize("name", BREAKS)
def test_a_chart_that_is_drawn_wrongly_is_noticed(name):
    right, wrong = BREAKS[name]
    whole = sys.modules[draw.chart.__module__]
    source = inspect.getsource(whole)
    assert source.count(right) == 1, f"{whole.__name__} has no single {right!r}"
    module = ModuleType(whole.__name__)
    module.__package__ = whole.__package__
    exec(compile(source.replace(right, wrong), "broken", "exec"), vars(module))
    with pytest.raises((AssertionError, IndexError)):
        whole_chart_is_there(module)


@pytest.mark.parametrize("name", every_view.CHARTS)
def test_the_still_twin_of_a_view_draws_its_panels(name):
    view = every_view.made(name)
    for _ in range(2):
        panels = view.panels()
        plot = draw.chart(panels, view.text())
        assert b64decode(view.still()["image/png"]) == plot.png()
        chart_is_that_of(panels, plot.figure)
        if hasattr(view, "step"):
            view.step()


def sent_is(sent, mark):
    """What travels to the browser has the record's numbers; scores as whole parts of full colour."""
    for name, there in vars(mark).items():
        if name == "scores":
            full, kind = (127, "i1") if isinstance(mark, Tiles) else (32767, "<i2")
            shades = np.frombuffer(sent["scores"], kind) / full
            assert shades == pytest.approx(np.nan_to_num(np.tanh(np.ravel(there) / 2)), abs=1.01 / full)
        elif name == "levels":
            assert sent["levels"] == pytest.approx([32767 * math.tanh(level / 2) for level in there])
        elif name == "weights":
            assert sent["signs"] == [(w > 0) - (w < 0) for w in there]
            assert len(sent["widths"]) == len(there)
        else:
            assert plain(sent[name]) == plain(there), name


def plain(x):
    """Lists for tuples, and None for what is no number."""
    if isinstance(x, (tuple, list, np.ndarray)):
        return [plain(part) for part in x]
    return None if isinstance(x, float) and not math.isfinite(x) else x


@pytest.mark.parametrize("name", every_view.CHARTS)
def test_a_view_sends_the_numbers_of_its_panels(name):
    view = every_view.made(name)
    for _ in range(2):
        for sent, panel in zip(view.chart.panels, view.panels(), strict=True):
            assert (sent["title"], tuple(sent["size"]), sent["below"]) == (panel.title, panel.size, panel.below)
            for side, axis in ((sent["x"], panel.x), (sent["y"], panel.y)):
                assert [side[n] for n in ("label", "low", "high", "log")] == [axis.label, axis.low, axis.high, axis.log]
            for mark, record in zip(sent["marks"], panel.marks, strict=True):
                sent_is(mark, record)
        if hasattr(view, "step"):
            view.step()
