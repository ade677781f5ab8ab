"""Charts where matplotlib is not installed: SVG whose marks stand where their records say, and nothing else does."""

import inspect
import math
import re
import struct
import sys
import zlib
from base64 import b64decode
from types import ModuleType
from xml.etree import ElementTree

import every_view
import numpy as np
import pytest

from micrograd_lab import draw, live
from micrograd_lab.draw import chart_still, raster, svg_marks
from micrograd_lab.draw.charts import Axis, Bars, Cells, Edges, Faces, Field, Label, Line, Panel, Points, Tiles
from micrograd_lab.draw.colours import COLOURS
from micrograd_lab.draw.scales import ticks

from .test_drawn_charts import PANELS, SCORES

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def no_matplotlib(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)


def marks_of(module, panel):
    """What is drawn of a panel's marks, as a list of elements for each mark."""
    plane = module.Plane(panel)
    return [list(ElementTree.fromstring(f"<g>{module.drawn(mark, plane)}</g>")) for mark in panel.marks]


def along(axis, number):
    """How far a number stands on an axis, from 0 to 1."""
    low, high = axis.low, axis.high
    if axis.log:
        number = axis.low * math.sqrt(10) if number == 0 else number
        low, high, number = map(math.log10, (low, high, number))
    return (number - low) / (high - low)


def pixels(panel, x, y):
    return pytest.approx((panel.size[0] * along(panel.x, x), panel.size[1] * (1 - along(panel.y, y))), abs=0.011)


def pairs(d):
    return [tuple(map(float, pair.split(","))) for pair in re.findall(r"-?[\d.e+]+,-?[\d.e+]+", d)]


def has_line(mark, made, panel):
    (path,) = made
    known = [(x, y) for x, y in zip(mark.x, mark.y, strict=True) if math.isfinite(y)]
    assert pairs(path.get("d")) == [pixels(panel, *place) for place in known]
    gaps = sum(not math.isfinite(y) for y in mark.y[1:-1])
    assert path.get("d").count("M") == 1 + gaps
    assert (path.get("stroke"), float(path.get("stroke-width"))) == (COLOURS[mark.colour], mark.width)
    assert path.get("stroke-dasharray") == {False: None, True: "6 4", "dots": "2 3"}[mark.dashed]


def has_points(mark, made, panel):
    (path,) = made
    starts = [(float(x), float(y)) for x, y in re.findall(r"M([^,]+),([^a-z]+)", path.get("d"))]
    half = 0.8 * mark.size
    aside, above = {"circle": (half, 0), "square": (half, half), "triangle": (0, half), "cross": (half, half)}[
        mark.shape
    ]
    for (x, y), place in zip(starts, zip(mark.x, mark.y, strict=True), strict=True):
        assert (x + aside, y + above) == pixels(panel, *place)
    assert path.get("fill") == COLOURS[mark.colour]


def has_bars(mark, made, panel):
    for bar, x, y in zip(made, mark.x, mark.y, strict=True):
        left, top, width, high = (float(bar.get(name)) for name in ("x", "y", "width", "height"))
        assert (left, top) == pixels(panel, x - mark.width / 2, max(y, 0.0))
        assert (left + width, top + high) == pixels(panel, x + mark.width / 2, min(y, 0.0))
        assert bar.get("fill") == COLOURS[mark.colour]


def has_field(mark, made, panel):
    image, *lines = made
    shows(image, mark.scores, mark.heights)
    n, (width, height) = len(mark.scores), panel.size
    spread = [float(image.get(name)) for name in ("x", "y", "width", "height")]
    across, down = width / (n - 1), height / (n - 1)
    assert spread == pytest.approx([-across / 2, -down / 2, n * across, n * down], abs=0.011)
    levels = [level for level in mark.levels if np.min(mark.scores) < level < np.max(mark.scores)]
    for level, line in zip(levels, lines, strict=True):
        for x, y in pairs(line.get("d")):
            column, row = (round(at, 2) for at in (x / across, y / down))
            around = np.asarray(mark.scores)[
                math.floor(row) : math.ceil(row) + 1, math.floor(column) : math.ceil(column) + 1
            ]  # between two neighbours, one above the level and one below
            assert around.min() - 0.05 <= level <= around.max() + 0.05


def has_tiles(mark, made, panel):
    for image, frame, scores, x, y in zip(made[::2], made[1::2], mark.scores, mark.x, mark.y, strict=True):
        shows(image, scores)
        for box in (image, frame):
            left, top, width, high = (float(box.get(name)) for name in ("x", "y", "width", "height"))
            assert (left, top) == pixels(panel, x - mark.side / 2, y + mark.side / 2)
            assert (left + width, top + high) == pixels(panel, x + mark.side / 2, y - mark.side / 2)


def has_edges(mark, made, panel):
    for path, ends, weight in zip(made, mark.pairs, mark.weights, strict=True):
        assert pairs(path.get("d")) == [pixels(panel, mark.x[end], mark.y[end]) for end in ends]
        colour = "orange" if weight > 0 else "blue" if weight < 0 else "grey"
        assert path.get("stroke") == COLOURS[colour]
        assert bool(path.get("stroke-dasharray")) == (weight < 0)
    assert [float(path.get("stroke-width")) for path in made] == [2.5, 4.0, 0.5]


def has_cells(mark, made, panel):
    shown = zip(made[::2], made[1::2], strict=True)
    for (r, c), (box, words) in zip(np.ndindex(len(mark.values), len(mark.values[0])), shown, strict=True):
        left, top = float(box.get("x")), float(box.get("y"))
        assert (left, top) == pixels(panel, c, r)
        assert (left + float(box.get("width")), top + float(box.get("height"))) == pixels(panel, c + 1, r + 1)
        assert (words.text or "") == mark.texts[r][c]
    fills = [box.get("fill") for box in made[::2]]
    assert fills == ["rgb(0,114,178)", "none", "rgb(191,220,236)", "rgb(128,184,216)"]


def has_label(mark, made, panel):
    (words,) = made
    assert (float(words.get("x")), float(words.get("y")) - 4) == pixels(panel, mark.x, mark.y)
    assert (words.text, words.get("text-anchor"), words.get("fill")) == (mark.text, mark.anchor, COLOURS[mark.colour])


def has_faces(mark, made, panel):
    for n, path in enumerate(made):
        assert pairs(path.get("d")) == [pixels(panel, *place) for place in zip(mark.x[n], mark.y[n], strict=True)]
        assert path.get("d").endswith("z") == (mark.fills[n] != "none")
        told = path.get("fill"), path.get("stroke"), float(path.get("stroke-width"))
        assert told == (mark.fills[n], mark.strokes[n], mark.widths[n])


HAS = {
    Faces: has_faces,
    Line: has_line,
    Points: has_points,
    Bars: has_bars,
    Field: has_field,
    Tiles: has_tiles,
    Edges: has_edges,
    Cells: has_cells,
    Label: has_label,
}


def shows(image, scores, heights=False):
    """The image has each score's colour, row by row from the top."""
    below, above = ((255, 255, 255), (160, 160, 160)) if heights else ((0, 114, 178), (230, 159, 0))
    colours = read(image.get("href"))
    assert len(colours) == len(scores)
    for row, there in zip(scores, colours, strict=True):
        for score, colour in zip(row, there, strict=True):
            strength = abs(math.tanh(score / 2))
            full = above if score > 0 else below
            assert colour == pytest.approx([255 + (part - 255) * strength for part in full], abs=1.6)


def read(address):
    """The colours of a PNG with a palette, row by row."""
    data, at, chunks = b64decode(address.removeprefix("data:image/png;base64,")), 8, {}
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + size]
        assert struct.unpack(">I", data[at + 8 + size : at + 12 + size]) == (zlib.crc32(kind + body),)
        chunks[kind], at = body, at + 12 + size
    width, height = struct.unpack(">II", chunks[b"IHDR"][:8])
    palette, raw = np.frombuffer(chunks[b"PLTE"], "u1").reshape(-1, 3), zlib.decompress(chunks[b"IDAT"])
    rows = np.frombuffer(raw, "u1").reshape(height, width + 1)
    assert not rows[:, 0].any()  # no filter
    return palette[rows[:, 1:]].tolist()


def is_that_of(panels, module):
    for panel in panels:
        for mark, made in zip(panel.marks, marks_of(module, panel), strict=True):
            HAS[type(mark)](mark, made, panel)


def test_each_mark_stands_where_its_record_says():
    assert set(HAS) == set(svg_marks.DRAW) == set(chart_still._DRAW)
    is_that_of(PANELS, svg_marks)


BREAKS = {
    "up is down": ("self.height - up", "up"),
    "x and y are exchanged": (
        "self.x(x), self.y(y)) for x, y in zip(mark.x, mark.y",
        "self.x(x), self.y(y)) for y, x in zip(mark.x, mark.y",
    ),
    "a gap is closed": ('pen = "L" if place else "M"', 'pen = "L"'),
    "dots are dashes": ('stroke-dasharray="2 3"', 'stroke-dasharray="6 4"'),
    "a square is a circle": ('"square": f"M{left},{top}', '"square": f"M{left},{short(y)}'),
    "bars have no sign": ("abs(base - place[1])", "base - place[1]"),
    "a level line is drawn elsewhere": ("short(a * across)", "short((a + 1) * across)"),
    "heights are orange": ("len(rows) * down, mark.heights)", "len(rows) * down)"),
    "edges have no sign": ('"blue" if weight < 0', '"orange" if weight < 0'),
    "cells are columns first": ("mark.texts[r][c]", "mark.texts[c][r]"),
    "tiles stand to the right": ("place[0] - side[0] / 2", "place[0]"),
    "logarithms are none": ("if not axis.log:", "if True:"),
    "a 0 has no place on a log scale": ("axis.zero and number == 0", "False"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_mark_that_is_drawn_wrongly_is_noticed(name):
    right, wrong = BREAKS[name]
    source = inspect.getsource(svg_marks)
    assert source.count(right) == 1, f"svg_marks has no single {right!r}"
    module = ModuleType(svg_marks.__name__)
    module.__package__ = svg_marks.__package__
    exec(compile(source.replace(right, wrong), "broken", "exec"), vars(module))
    with pytest.raises(AssertionError):
        is_that_of(PANELS, module)


def test_what_is_no_number_or_far_away_breaks_no_picture():
    scores = np.array([[math.nan, math.inf], [-math.inf, 0.0]])
    assert read(raster.address(scores))[0] == [[255, 255, 255], [230, 159, 0]]
    assert raster.level_lines(scores.tolist(), 0.0) == []
    axes = Axis("", 0.0, 1.0), Axis("", 1e-3, 1.0, log=True)
    marks = Line("", (0.0, 0.5, 1e300), (0.0, 0.1, 1.0)), Points("", (None, 0.5), (1.0, -1.0)), Label("no", 0.5, -1.0)
    line, points, label = marks_of(svg_marks, Panel("", *axes, marks))
    assert re.match(r"M160,[\d.]+L100000,0$", line[0].get("d"))
    assert points[0].get("d") == ""
    assert label == []


def test_a_field_of_many_scores_is_a_whole_png():
    scores = np.linspace(-3, 3, 300 * 300).reshape(300, 300)
    colours = np.array(read(raster.address(scores)))
    assert colours.shape == (300, 300, 3)
    assert colours[0, 0].tolist() == pytest.approx([24, 127, 185], abs=2)


def test_without_matplotlib_a_chart_says_its_axes_its_titles_and_its_legend(no_matplotlib):
    picture = draw.chart(PANELS)
    tree = ElementTree.fromstring(picture.svg)
    words = [element.text for element in tree.iter(f"{SVG}text")]
    named = {mark.name for panel in PANELS for mark in panel.marks if isinstance(mark, Line | Points | Bars)} - {""}
    titles = {panel.title for panel in PANELS} - {""}
    numbers = [said for panel in PANELS for axis in (panel.x, panel.y) for _, said in ticks(axis)]
    for said in (*named, *titles, *numbers, "error", "h", "row"):
        assert words.count(said) >= 1, said
    assert repr(picture) == "\n".join(panel.text() for panel in PANELS)
    assert tree.get("aria-label") == picture.sentence == " ".join(picture.text.split())
    assert (float(tree.get("width")), float(tree.get("height"))) == pytest.approx((picture.width, picture.height))


def test_a_panel_below_stands_under_the_one_before_it_and_the_next_beside_them(no_matplotlib):
    lines, points, bars = (
        group.get("transform") for group in ElementTree.fromstring(draw.chart(PANELS[:3]).svg).findall(f"{SVG}g")
    )
    (x0, y0), (x1, y1), (x2, y2) = (tuple(map(float, re.findall(r"[\d.]+", at))) for at in (lines, points, bars))
    assert x0 == x1
    assert x2 > x0 + PANELS[0].size[0]
    assert y1 > y0 + PANELS[0].size[1]
    assert y2 == y0


def test_it_is_the_same_picture_each_time_and_small(no_matplotlib):
    field = Panel("field", Axis("", 0.0, 1.0), Axis("", 0.0, 1.0), (Field("f", np.tile(SCORES, (20, 20))),))
    one, two = (draw.chart([field]).svg for _ in range(2))
    assert one == two
    assert draw.curve(math.sin, 0, 3, A=1).svg.count("<text") == draw.curve(math.sin, 0, 3, A=1).svg.count("</text>")
    assert len(draw.curve(math.sin, 0, 3).svg) < 10_000


@pytest.mark.parametrize("name", every_view.CHARTS)
def test_a_view_has_a_still_without_matplotlib_and_keeps_it(name, no_matplotlib, tmp_path, monkeypatch):
    view = every_view.made(name)
    still = view.still()
    assert set(still) == {"image/svg+xml"}
    ElementTree.fromstring(still["image/svg+xml"])
    if name in ("cost", "dark", "first", "slope", "three"):
        is_that_of(view.panels(), svg_marks)
    monkeypatch.chdir(tmp_path)
    view.keeping.click()
    assert (tmp_path / f"{view.command}.svg").read_text(encoding="utf-8") == still["image/svg+xml"]
    with pytest.raises(ValueError, match=r"kept as \.svg"):
        view.save(tmp_path / "picture.png")


def test_a_prediction_may_choose_among_stills_without_matplotlib(no_matplotlib):
    curves = {"A": draw.curve(math.sin, 0, 3), "B": draw.curve(math.cos, 0, 3)}
    asked = live.predict(live.slope(), "Which?", "A", live.pictures(curves), lesson="00", name="test")
    assert "data:image/svg+xml" in str(asked._repr_mimebundle_())
