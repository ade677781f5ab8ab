"""Charts as records: the words they have, their ticks, and that both renderings know every mark."""

import dataclasses
import math
import re
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from micrograd_lab import draw
from micrograd_lab.draw import chart_still
from micrograd_lab.draw.charts import Axis, Bars, Cells, Edges, Faces, Field, Label, Line, Panel, Points, Tiles
from micrograd_lab.draw.scales import edge_width, reach, ticks
from micrograd_lab.live.base import chart as live_chart

X, Y = Axis("x", 0.0, 2.0), Axis("y", -1.0, 1.0)
MARKS = [
    Line("a line", (0.0, 1.0, 2.0), (0.0, math.nan, 1.0)),
    Points("places", (1.0,), (0.5,), shape="cross"),
    Bars("bars", (0.5, 1.5), (0.5, -0.5)),
    Field("scores", np.linspace(-3, 3, 16).reshape(4, 4)),
    Cells("table", ((1.0, None), (0.5, 0.5)), (("1", ""), ("a", "b"))),
    Label("here", 1.0, 0.0),
    Line("dotted", (0.0, 1.0), (0.0, 1.0), dashed="dots"),
    Field("heights", np.linspace(0, 3, 16).reshape(4, 4), levels=(1.0, 2.0), heights=True),
    Faces(
        "shapes",
        ((0.0, 1.0, 0.5), (0.5, 1.5)),
        ((0.0, 0.0, 0.5), (-0.5, 0.5)),
        ("#e69f00", "none"),
        ("#e69f00", "#222222"),
        (0.5, 2.0),
    ),
    Tiles("units", np.linspace(-3, 3, 32).reshape(2, 4, 4), (0.5, 1.5), (0.0, 0.0), 0.5, ("", "a")),
    Edges("weights", (0.5, 1.5), (0.0, 0.5), ((0, 1), (1, 0), (0, 0)), (1.0, -0.5, math.nan), ("a", "b", "c")),
]


def test_both_renderings_know_every_mark():
    kinds = {type(mark) for mark in MARKS}
    assert set(chart_still._DRAW) == set(live_chart.KINDS) == kinds


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: type(mark).__name__)
def test_a_mark_is_drawn_and_sent(mark):
    panel = Panel("one", X, Y, (mark,))
    empty = draw.chart([dataclasses.replace(panel, marks=())]).png()
    assert draw.chart([panel]).png() != empty
    sent = live_chart._panel(panel)["marks"][0]
    assert sent["kind"] == live_chart.KINDS[type(mark)]
    assert sent["name"] == mark.name


def test_a_chart_is_the_same_picture_each_time():
    panel = Panel("one", X, Y, tuple(MARKS[:3]))
    assert draw.chart([panel, panel]).png() == draw.chart([panel, panel]).png()


def test_what_json_has_no_number_for_is_sent_as_nothing():
    sent = live_chart._panel(Panel("one", X, Y, (MARKS[0], Points("", (math.inf, 1.0), (np.float64(1), np.int64(2))))))
    assert sent["marks"][0]["y"] == [0.0, None, 1.0]
    assert sent["marks"][1]["x"] == [None, 1.0]
    assert [type(y) for y in sent["marks"][1]["y"]] == [float, int]


def test_scores_travel_as_two_bytes_each():
    scores = np.array([[0.0, np.nan], [100.0, -100.0]])
    sent = live_chart._panel(Panel("one", X, Y, (Field("f", scores, levels=(0.0, 2.0)),)))["marks"][0]
    assert np.frombuffer(sent["scores"], "<i2").tolist() == [0, 0, 32767, -32767]
    assert sent["levels"] == pytest.approx([0.0, 32767 * math.tanh(1.0)])


@pytest.mark.parametrize(
    ("axis", "expected"),
    [
        (Axis("", 0.0, 1.0), ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        (Axis("", -6.5, 6.5), ["-6", "-4", "-2", "0", "2", "4", "6"]),
        (Axis("", 0.0, 3e-5), ["0", "5e-06", "1e-05", "1.5e-05", "2e-05", "2.5e-05", "3e-05"]),
        (Axis("", 1e-2, 1e2, log=True), ["0.01", "0.1", "1", "10", "100"]),
        (Axis("", 1e-17, 1e-1, log=True), ["1e-17", "1e-13", "1e-9", "1e-5", "0.1"]),
        (Axis("", 1e-5, 1e2, log=True, zero=True), ["0", "1e-4", "0.01", "1", "100"]),
        (Axis("", 3.0, 0.0, ticks=((0.5, "BOS"),)), ["BOS"]),
        (Axis("", 0.0, 1.0, ticks=()), []),
    ],
)
def test_ticks_are_round_numbers(axis, expected):
    assert [text for _, text in ticks(axis)] == expected


@pytest.mark.parametrize("size", [1e-12, 0.3, 1.0, 7.0, 1234.0, 1e12, 1e300])
def test_ticks_lie_within_the_axis_and_are_a_handful(size):
    for low in (-size, 0.0, size):
        axis = Axis("", low, low + size)
        places = [place for place, _ in ticks(axis)]
        assert 3 <= len(places) <= 8
        assert all(type(place) is float for place in places)
        assert all(axis.low - 1e-9 * size <= place <= axis.high + 1e-9 * size for place in places)


def test_zero_has_a_line_of_its_own_below_a_log_scale():
    axis = Axis("error", 1e-5, 1e2, log=True, zero=True)
    (place, text), (lowest, _), *_ = ticks(axis)
    assert text == "0"
    assert axis.low < place < lowest
    marked, unmarked = (
        Panel("", X, dataclasses.replace(axis, zero=zero), (Line("none", (0.0, 1.0), (0.0, 0.0)),))
        for zero in (True, False)
    )
    empty = dataclasses.replace(marked, marks=())
    assert draw.chart([marked]).png() != draw.chart([empty]).png()
    assert live_chart._panel(marked)["y"]["zero"] is True
    assert live_chart._panel(unmarked)["y"]["zero"] is False


def test_an_edge_is_as_wide_as_its_weight_is_large_in_steps_of_half_a_pixel():
    widths = [edge_width(w) for w in (0.0, 0.1, -0.1, 1.0, -1.0, 9.0, math.nan)]
    assert widths == [0.5, 0.5, 0.5, 2.0, 2.0, 4.0, 0.5]
    sent = live_chart._panel(Panel("one", X, Y, (MARKS[-1],)))["marks"][0]
    assert (sent["signs"], sent["widths"]) == ([1, -1, 0], [2.0, 1.0, 0.5])


def test_tiles_travel_as_one_byte_a_score():
    tiles = dataclasses.replace(MARKS[-2], scores=np.array([[[0.0, np.nan], [100.0, -100.0]]]), x=(0.0,), y=(0.0,))
    sent = live_chart._panel(Panel("one", X, Y, (tiles,)))["marks"][0]
    assert np.frombuffer(sent["scores"], "i1").tolist() == [0, 0, 127, -127]


def test_a_panel_below_shares_its_column_with_the_one_above():
    panels = [Panel("one", X, Y, MARKS[:1]), Panel("two", X, Y, MARKS[:1], below=True), Panel("three", X, Y, ())]
    one, three, two = (ax.get_position() for ax in _laid_out(draw.chart(panels).figure))
    assert two.x0 == pytest.approx(one.x0, abs=0.02)
    assert two.y1 < one.y0
    assert three.x0 > one.x1


def _laid_out(figure):
    figure.draw_without_rendering()
    by_title = {ax.get_title(): ax for ax in figure.axes}
    return [by_title[name] for name in ("one", "three", "two")]


def test_a_panel_says_what_it_is_told_to_say():
    assert Panel("loss", X, Y, MARKS[:1], told="Falling.").text() == "Falling."


def test_reach_leaves_room_and_skips_what_is_no_number():
    assert reach((1.0, math.nan, math.inf), (3.0, None)) == pytest.approx((0.84, 3.16))
    assert reach((), least=2.0) == (-1.0, 1.0)
    assert reach((5.0,), least=2.0) == (4.0, 6.0)


def test_a_panel_says_what_is_on_it():
    words = Panel("loss", X, Y, (MARKS[0], MARKS[1], MARKS[2], MARKS[4])).text()
    assert words == "loss. a line 3 places, the last at 2, 1; places at 1, 0.5; bars 0.5, -0.5; table 2 rows of 2."
    assert Panel("loss", X, Y, ()).text() == "loss. Empty."


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_a_saved_chart_is_the_same_file_each_time(tmp_path, ending):
    for n in (1, 2):
        draw.chart([Panel("one", X, Y, (MARKS[0],))]).save(tmp_path / f"{n}.{ending}")
    one, two = ((tmp_path / f"{n}.{ending}").read_bytes() for n in (1, 2))
    assert one == two


SCRIPTS = sorted((Path(live_chart.__file__).parent / "static").glob("*.js"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_of_the_page_is_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


def test_what_the_page_says_of_a_chart_comes_from_python():
    script = str(live_chart.Chart()._esm)
    literals = re.findall(r'"([^"\n]*)"', re.sub(r"(?m)//.*$", "", script.replace("http://", "")))
    said = {literal for literal in literals if re.search("[a-z]{2,} [a-z]{2,}", literal)}
    assert said == {"plot light"}  # names of classes
    used = set(re.findall(r"\bwords\.(\w+)\.replace", script))
    assert used == set(live_chart.Chart().words) == {"box"}


def test_a_picture_has_few_colours_and_is_near_to_what_was_drawn():
    plot = draw.chart([Panel("one", X, Y, (Field("scores", np.linspace(-2, 2, 50 * 50).reshape(50, 50)),))])
    drawn, kept = BytesIO(), Image.open(BytesIO(plot.png()))
    plot.figure.savefig(drawn, format="png")
    away = np.abs(np.asarray(Image.open(drawn).convert("RGB"), int) - np.asarray(kept.convert("RGB"), int))
    assert len(kept.getcolors()) <= 256
    assert len(plot.png()) < len(drawn.getvalue()) / 2
    assert away.mean() < 1.5
    assert away.max() < 40
