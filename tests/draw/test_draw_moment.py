"""What a picture of a graph shows beside its numbers: old gradients, marks above boxes, the edge in use."""

import re
from xml.etree import ElementTree

from micrograd_lab import Value
from micrograd_lab.draw import graphs
from micrograd_lab.graph import snapshot, text

SVG = "{http://www.w3.org/2000/svg}"


def records():
    a, b = Value(2.0, "a"), Value(-3.0, "b")
    y = a * b + a
    y.label = "y"
    y.backward()
    return snapshot(y)


def drawn(**how):
    return graphs.picture(records(), records(), **how)


def group(svg, name):
    return next(g for g in ElementTree.fromstring(svg).iter(f"{SVG}g") if name in g.get("class", "").split())


def cell(svg, number):
    return next(e for e in group(svg, f"v{number}").iter() if e.get("class") == "grad-cell")


def test_old_gradients_are_grey_dashed_and_worded_old():
    moment = graphs.Moment(old=frozenset({0}))
    picture = drawn(moment=moment)
    moving = graphs.moving(records(), records(), moment)
    assert moving[0]["grad"].replace("\u00a0", "") == "old▼-2.0000"
    assert moving[1]["grad"].replace("\u00a0", "") == "grad▲2.0000"
    assert len(moving[0]["grad"]) == len(moving[1]["grad"])
    assert moving[0]["colour"] != moving[1]["colour"]
    assert cell(picture.svg, 0).get("stroke-dasharray")
    assert not cell(picture.svg, 1).get("stroke-dasharray")
    assert picture.text.splitlines()[0] == "a = 2.0000, old grad -2.0000, used by v2 and y"
    assert picture.text.splitlines()[1:] == text(records()).splitlines()[1:]


def test_the_edge_in_use_is_thick_and_no_other():
    svg = drawn(moment=graphs.Moment(edge=(2, 1))).svg
    widths = {name: group(svg, name).find(f"{SVG}path").get("stroke-width") for name in ("e2_0", "e2_1", "e3_0")}
    assert widths == {"e2_0": None, "e2_1": "4", "e3_0": None}


def test_a_mark_stands_above_its_box_and_inside_the_picture():
    svg = drawn(moment=graphs.Moment(marks={3: "too early"})).svg
    marks = {n: next(t for t in group(svg, f"v{n}").iter() if t.get("class") == "mark") for n in range(4)}
    assert [marks[n].text or "" for n in range(4)] == ["", "", "", "too early"]
    top = -float(re.search(r"translate\([\d.]+ ([\d.]+)\)", svg)[1])
    for n in range(4):
        y = float(marks[n].get("y"))
        assert top < y - 9
        assert all(y < float(t.get("y")) for t in group(svg, f"v{n}").iter(f"{SVG}text") if t.get("class") != "mark")
    assert "mark" not in drawn().svg


def test_each_value_is_sent_with_its_line_of_the_text():
    old = frozenset({0})
    moving = graphs.moving(records(), records(), graphs.Moment(old))
    assert [moving[n]["sentence"] for n in range(4)] == text(records(), old=old).splitlines()


def test_a_name_of_two_lines_is_one_sentence():
    a = Value(2.0, "a\nb")
    moving = graphs.moving(*[snapshot(a * a)] * 2)
    assert [moving[n]["sentence"] for n in range(2)] == [
        "a\\nb = 2.0000, grad not yet computed, used by v1",
        "v1 = a\\nb * a\\nb = 4.0000, grad not yet computed, the output",
    ]


def test_a_picture_knows_its_size_and_its_sentence():
    for live, unit in ((False, "px"), (True, "pt")):
        picture = drawn(live=live)
        svg = ElementTree.fromstring(picture.svg)
        assert [svg.get(side) for side in ("width", "height")] == [
            f"{side:.0f}{unit}" for side in (picture.width, picture.height)
        ]
        assert picture.sentence == svg.get("aria-label") == "Computation graph of 4 values. Output y = -4.0000."


def test_only_a_live_picture_is_a_stop_for_the_tab_key():
    assert ElementTree.fromstring(drawn(live=True).svg).get("tabindex") == "0"
    assert "tabindex" not in drawn().svg
