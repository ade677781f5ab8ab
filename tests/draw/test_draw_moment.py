"""What a picture of a graph shows beside its numbers: whose act it is, streams, bricks, the strip."""

import re
from xml.etree import ElementTree

import pytest

from micrograd_lab import Value, draw
from micrograd_lab.draw import graphs
from micrograd_lab.draw.graphs import style
from micrograd_lab.draw.graphs.marks import wide
from micrograd_lab.graph import snapshot, text

SVG = "{http://www.w3.org/2000/svg}"


def records(backward=True):
    a, b = Value(2.0, "a"), Value(-3.0, "b")
    y = a * b + a
    y.label = "y"
    if backward:
        y.backward()
    return snapshot(y)


def drawn(backward=True, **how):
    return graphs.picture(records(backward), records(backward), **how)


def part(picture, name):
    """One part of a picture, as elements."""
    return ElementTree.fromstring(f"<g>{picture.parts[name]}</g>")


def kinds(picture, name):
    return [e.get("class") for e in part(picture, name).iter() if e.get("class")]


def texts(picture, name):
    return [e.text for e in part(picture, name).iter("text")]


def test_old_gradients_are_grey_and_worded_old_and_nothing_flows():
    picture = drawn(moment=graphs.Moment(old=frozenset(range(4))))
    assert texts(picture, "v1") == ["b", "−3", "old ▲ 2"]
    assert "grad soft" in kinds(picture, "v1")
    assert {kind for n in ("e2_0", "e2_1", "e3_0", "e3_1") for kind in kinds(picture, n)} == {"plain", "head"}
    assert picture.text.splitlines()[0] == "a = 2, old grad -2, used by v2 and y"


def test_only_what_has_been_sent_is_a_stream_and_what_is_being_sent_has_an_outline_of_ink():
    moment = graphs.Moment(sent={(3, 0): 1.0, (2, 1): 2.0}, now=((2, 1),))
    picture = drawn(moment=moment)
    assert kinds(picture, "e3_1") == ["plain", "head"]
    assert kinds(picture, "e3_0") == ["stream up", "tip up"]
    assert kinds(picture, "e2_1") == ["rim", "stream up", "tip up now"]
    assert texts(picture, "t3_1") == []
    assert texts(picture, "t2_1") == ["2", "×2"]
    assert "tap now" in kinds(picture, "t2_1")


def test_one_box_lies_on_yellow_and_the_number_that_a_tap_takes_is_ringed():
    picture = drawn(moment=graphs.Moment(act=2, ring=(0,)))
    assert kinds(picture, "ground") == ["ground"]
    assert [n for n in range(4) if "ring" in kinds(picture, f"v{n}")] == [0]


def test_one_that_is_next_and_has_not_begun_is_framed_and_not_on_yellow():
    still = drawn(moment=graphs.Moment(act=2, next=True))
    assert kinds(still, "ground") == ["ground next"]
    fills = dict(style.RULES)
    assert "fill: none" in fills[".ground.next"]
    assert list(fills).index(".ground.next") > list(fills).index(".ground")  # so that it holds


def test_a_box_whose_gradient_is_still_to_come_says_so_where_it_will_stand():
    before = drawn(False, moment=graphs.Moment(room=True, asked=3))
    assert texts(before, "v1") == ["b", "−3", "no grad yet"]
    assert "no grad yet" not in texts(before, "v3")
    assert "no grad yet" not in drawn(False).svg
    assert "no grad yet" not in drawn(moment=graphs.Moment(room=True)).svg


def test_a_still_picture_has_its_own_light_paper_beneath_everything():
    root = ElementTree.fromstring(drawn().svg)
    style_sheet, paper = list(root)[:2]
    assert (style_sheet.tag, paper.get("class")) == (f"{SVG}style", "paper")
    assert [float(paper.get(side)) for side in ("width", "height")] == [
        pytest.approx(float(x), abs=0.1) for x in root.get("viewBox").split()[2:]
    ]
    assert "paper" not in drawn(live=True).svg


def test_with_equals_the_second_brick_throws_out_the_first():
    moment = graphs.Moment(sent={}, arrived={0: ((1.0, "out"), (-3.0, ""))})
    picture = drawn(moment=moment)
    assert [kind for kind in kinds(picture, "v0") if "brick" in kind] == ["brick up out", "brick down"]
    assert "strike" in kinds(picture, "v0")


def test_a_brick_that_came_too_late_to_go_on_is_an_empty_one():
    picture = drawn(moment=graphs.Moment(sent={}, arrived={0: ((1.0, ""), (-3.0, "left"))}))
    assert [kind for kind in kinds(picture, "v0") if "brick" in kind] == ["brick up", "brick down left"]
    assert texts(picture, "v0") == ["a", "2", "1", "+", "−3", "= ▼ −2"]


def test_the_boxes_of_a_graph_stand_in_the_same_places_at_all_moments():
    moments = [
        (False, graphs.Moment(room=True)),
        (True, graphs.Moment(room=True, sent={(3, 0): 1.0}, act=3, now=((3, 0),))),
        (True, graphs.Moment(room=True)),
    ]
    found = set()
    for backward, moment in moments:
        picture = drawn(backward, moment=moment)
        outlines = [e.attrib for n in range(4) for e in part(picture, f"v{n}") if e.get("class") == "outline"]
        found.add((picture.width, picture.height, repr(outlines)))
    assert len(found) == 1


@pytest.mark.parametrize("number", [0.5, -0.1974, -12345.6, 1.25e-7])
def test_a_box_with_room_for_any_number_stays_as_wide_and_the_number_stays_inside(number):
    a = Value(number, "a")
    y = a.tanh()
    y.backward()
    moment = graphs.Moment(room=True, wide=True)
    picture = graphs.picture(*[snapshot(y)] * 2, moment=moment)
    outline = next(e for e in part(picture, "v1") if e.get("class") == "outline")
    assert outline.get("width") == "140.0"
    data = next(e for e in part(picture, "v0") if e.get("class") == "data")
    size = float((data.get("style") or "font-size: 23px").removeprefix("font-size: ").removesuffix("px"))
    assert wide(data.text, size, True) <= 140 - 15


def test_a_mark_stands_above_its_box_and_inside_the_picture():
    picture = drawn(moment=graphs.Moment(marks={3: "not -2"}))
    marks = {n: [t for t in part(picture, f"v{n}").iter("text") if t.get("class") == "mark"] for n in range(4)}
    assert {n: [t.text for t in found] for n, found in marks.items()} == {0: [], 1: [], 2: [], 3: ["not −2"]}
    top = -float(re.search(r"translate\([\d.]+ ([\d.]+)\)", picture.svg)[1])
    assert top < float(marks[3][0].get("y")) - 10


def test_what_is_asked_for_stands_where_the_gradient_will_be():
    assert texts(drawn(False, moment=graphs.Moment(asked=3, room=True)), "v3") == ["y", "−4", "grad = ?", "+"]


STRIP = (
    ("code", (("a.grad += ", ""), ("b.data", "tap"), (" * ", ""), ("y.grad", "up"))),
    ("numbers", (("-3", "tap"),)),
)


def test_the_strip_boxes_what_is_boxed_and_is_in_the_words_of_the_picture():
    picture = drawn(moment=graphs.Moment(strip=STRIP))
    root = ElementTree.fromstring(picture.svg)
    assert [t.text for t in root.findall(f"{SVG}text")] == [
        *("code", "a.grad += ", "b.data", " * ", "y.grad"),
        *("numbers", "−3"),
    ]
    assert [r.get("class") for r in root.findall(f"{SVG}rect")] == ["paper", "panel", "tap now", "tap now"]
    assert picture.text.splitlines()[-2:] == ["code: a.grad += b.data * y.grad", "numbers: -3"]
    assert "panel" not in drawn(moment=graphs.Moment(strip=STRIP), live=True).svg


def test_words_too_long_for_a_page_go_on_in_the_next_line():
    words = "It passes on what has arrived there. " * 6
    root = ElementTree.fromstring(drawn(moment=graphs.Moment(strip=(("in words", ((words, ""),)),))).svg)
    lines = [t.text for t in root.findall(f"{SVG}text") if t.get("class") == "code"]
    assert len(lines) > 2
    assert " ".join(lines) == words.strip()
    assert float(root.get("width").removesuffix("px")) <= 900


def test_each_value_is_sent_with_its_line_of_the_text():
    moment = graphs.Moment(frozenset({0}))
    moving = graphs.moving(records(), records(), drawn(moment=moment), moment)
    assert [moving[n]["sentence"] for n in range(4)] == text(records(), old={0}).splitlines()
    assert set(moving[2]["arrows"]) == {"e2_0", "e2_1", "t2_0", "t2_1"}


def test_a_name_of_two_lines_is_one_sentence():
    a = Value(2.0, "a\nb")
    both = [snapshot(a * a)] * 2
    moving = graphs.moving(*both, graphs.picture(*both))
    assert [moving[n]["sentence"] for n in range(2)] == [
        "a\\nb = 2, used by v1",
        "v1 = a\\nb * a\\nb = 4, the output",
    ]


def test_a_picture_knows_its_size_and_its_sentence():
    for live in (False, True):
        picture = drawn(live=live)
        svg = ElementTree.fromstring(picture.svg)
        assert [svg.get(side) for side in ("width", "height")] == [f"{picture.width:.0f}px", f"{picture.height:.0f}px"]
        assert picture.sentence == svg.get("aria-label") == "Computation graph of 4 values. Output y = -4."


def test_only_a_live_picture_is_a_stop_for_the_tab_key_and_only_a_still_one_has_its_own_colours():
    live, still = (ElementTree.fromstring(drawn(live=live).svg) for live in (True, False))
    assert (live.get("tabindex"), still.get("tabindex")) == ("0", None)
    assert (live.find(f"{SVG}style"), still.find(f"{SVG}style") is None) == (None, False)


@pytest.mark.parametrize(
    "amounts", [(0.1683, 0.5, -5.07, 1.0), (1.0, 4.0), (0.001, 7.0), (0.0, 0.0), (float("inf"), 1.0)]
)
def test_bricks_stay_inside_their_box_and_before_their_sum(amounts):
    arrived = {0: tuple((amount, "") for amount in amounts)}
    picture = drawn(moment=graphs.Moment(sent={}, arrived=arrived, arrivals=dict.fromkeys(range(4), len(amounts))))
    box = part(picture, "v0")
    bricks = [e for e in box if "brick" in e.get("class", "")]
    ends = [float(e.get("x")) + float(e.get("width")) for e in bricks]
    ends += [float(t.get("x")) + wide(t.text, 13, True) / 2 for t in box.iter("text") if "figure" in t.get("class")]
    total = next(t for t in box.iter("text") if t.get("class").startswith("sum"))
    assert max(ends) <= float(total.get("x")) - wide(total.text, 15, True) + 8


class Replacing:
    """A learner's class that writes = where += belongs."""

    def __init__(self, data, inputs=(), op="", label=""):
        self.data, self.grad, self.inputs, self.op, self.label = data, 0.0, inputs, op, label
        self._backward = lambda: None

    def __mul__(self, other):
        out = Replacing(self.data * other.data, (self, other), "*")

        def step():
            self.grad = other.data * out.grad
            other.grad = self.data * out.grad

        out._backward = step
        return out


def test_of_a_class_that_replaces_the_still_picture_shows_what_is_thrown_out():
    a, b = Replacing(2.0, label="a"), Replacing(5.0, label="b")
    t = a * b
    y = t * a
    y.grad = 1.0
    for v in (y, t):
        v._backward()
    picture = draw.graph(y)
    assert [kind for kind in kinds(picture, "v0") if "brick" in kind] == ["brick up out", "brick up"]
    assert texts(picture, "v0")[-1] == "= ▲ 10"
