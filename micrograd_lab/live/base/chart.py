"""The picture of most views: panels of axes and marks, and numbers beside them."""

import math
import sys
from array import array

import anywidget
import traitlets

from ... import draw
from ...draw.charts import Bars, Cells, Edges, Faces, Field, Label, Line, Points, Tiles, legible
from ...draw.scales import edge_width, ticks
from .view import View, module, one_at_a_time, style
from .words import WORDS

KINDS = {
    Line: "line",
    Points: "points",
    Bars: "bars",
    Field: "field",
    Tiles: "tiles",
    Edges: "edges",
    Cells: "cells",
    Faces: "faces",
    Label: "label",
}
DRAWN = [f"chart/{part}.js" for part in ("marks", "fields", "panel", "pointer")]


class Chart(anywidget.AnyWidget):
    """Panels in the browser. Asks for the next frame while `playing`; tells of presses and drags by messages.

    A message is {"next": frame}, or a press, move or release of the pointer: {"phase", "panel", "x", "y",
    "x0", "y0", "key"} in the axes' numbers, x0 and y0 where it was pressed, key that of the mark under it.
    """

    _esm = module(*DRAWN, "chart/plain.js", "chart/chart.js")
    _css = style("chart/chart.css")
    panels = traitlets.List().tag(sync=True)
    numbers = traitlets.List().tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)
    frame = traitlets.Int(0).tag(sync=True)
    playing = traitlets.Bool(False).tag(sync=True)
    locked = traitlets.Bool(False).tag(sync=True)

    def show(self, panels, numbers):
        """Send one frame: Panels, and {name: text}. A mark that was in the last frame too is not put together anew."""
        panels = [legible(panel) for panel in panels]
        before, self._made = self.__dict__.get("_made", {}), {}
        for mark in (mark for panel in panels for mark in panel.marks):
            self._made[id(mark)] = before.get(id(mark)) or (mark, _mark(mark))  # the mark, so that its id stays its own
        with self.hold_sync():
            self.panels = [_panel(panel, [self._made[id(mark)][1] for mark in panel.marks]) for panel in panels]
            self.numbers = [[name, str(text)] for name, text in numbers.items()]
            self.frame += 1

    def __repr__(self):
        return "Chart()"


class ChartView(View):
    """A view whose picture is a chart: `panels()` and `numbers()` say what is on it, `refresh()` shows it.

    `pointed(message)` is called for presses and drags on a panel. A view that plays has a `player`, which is asked
    for each frame while `chart.playing`.
    """

    player = None
    picture = Chart

    def __init__(self, controls):
        self.chart = self.picture()
        self.chart.on_msg(self._asked)
        super().__init__([*controls, self.chart])
        self.refresh()

    def panels(self):
        """The Panels on screen."""
        raise NotImplementedError

    def numbers(self):
        """{name: text}, shown beside the panels."""
        return {}

    @one_at_a_time
    def refresh(self):
        """Show what `panels()` and `numbers()` say now."""
        self.chart.show(self.panels(), self.numbers())
        self.redraws += 1

    def text(self):
        lines = [f"{name:<24}{text}" for name, text in self.numbers().items()]
        return "\n".join([*lines, *(panel.text() for panel in self.panels())])

    def still(self):
        return self._chart().still()

    def save(self, path):
        chart = self._chart()
        if isinstance(chart, draw.Plot):
            chart.save(path)
        else:
            super().save(path)

    def lock(self, locked=True):
        super().lock(locked)
        self.chart.locked = locked

    def pointed(self, message):
        """A press, move or release on a panel. Views that listen say what it does."""

    def played(self, message, buffers):
        """What the page has computed by itself. Views whose chart does so take it over."""

    def _chart(self):
        return draw.chart(self.panels(), self.text())

    @one_at_a_time
    def _asked(self, _widget, message, buffers):
        if "next" in message:
            self.player.frame(message["next"])
        elif "played" in message:
            self._guarded(lambda: self.played(message["played"], buffers))
        else:
            self._guarded(lambda: self.pointed(message))


def _panel(panel, marks=None):
    return {
        "title": panel.title,
        "x": _axis(panel.x),
        "y": _axis(panel.y),
        "size": list(panel.size),
        "click": panel.click,
        "below": panel.below,
        "text": panel.text(),
        "marks": [_mark(mark) for mark in panel.marks] if marks is None else marks,
    }


def _axis(axis):
    return {
        "label": axis.label,
        "low": axis.low,
        "high": axis.high,
        "log": axis.log,
        "zero": axis.zero,
        "ticks": [list(tick) for tick in ticks(axis)],
    }


def _mark(mark):
    if isinstance(mark, Field):
        return {
            "kind": "field",
            "name": mark.name,
            "key": "",
            "size": len(mark.scores),
            "heights": mark.heights,
            # Two bytes a score are enough for a colour; beyond a few margins the colour is full.
            "scores": _shades(mark.scores, "h"),
            "levels": [32767 * math.tanh(level / 2) for level in mark.levels],
        }
    if isinstance(mark, Tiles):
        return {
            "kind": "tiles",
            "name": mark.name,
            "size": len(mark.scores[0]) if len(mark.scores) else 0,
            "scores": _shades(mark.scores, "b"),
            "x": _plain(mark.x),
            "y": _plain(mark.y),
            "side": mark.side,
            "keys": list(mark.keys),
        }
    fields = {name: _plain(value) for name, value in vars(mark).items()}
    if isinstance(mark, Edges):
        fields |= {
            "weights": [],  # what is drawn are signs and widths: few, and alike from frame to frame
            "signs": [(w > 0) - (w < 0) for w in mark.weights],
            "widths": [edge_width(w) for w in mark.weights],
        }
    return {"kind": KINDS[type(mark)], "key": "", **fields}


def _shades(scores, kind):
    """tanh(score / 2) as bytes, the lowest first: whole parts of what an "h" or a "b" of `array` holds."""
    full = {"h": 32767, "b": 127}[kind]
    if hasattr(scores, "dtype"):
        import numpy as np  # there is an array, so it is there

        return np.nan_to_num(np.tanh(scores / 2) * full).astype("<i2" if kind == "h" else "i1").tobytes()
    made = array(kind, [0 if math.isnan(x) else int(math.tanh(x / 2) * full) for row in scores for x in row])
    if sys.byteorder == "big":
        made.byteswap()
    return made.tobytes()


def _plain(value):
    """Lists for tuples and arrays, and None for what JSON has no number for."""
    value = value.tolist() if hasattr(value, "tolist") else value
    if isinstance(value, (tuple, list)):
        return [_plain(v) for v in value]
    return value if not isinstance(value, float) or math.isfinite(value) else None
