"""live.neuron in JupyterLab, against NumPy by hand."""

import re

import numpy as np
import pytest

from micrograd_lab import datasets, live
from micrograd_lab.graph import short

from .page import box, boxes_of, drag, handle, locked, numbers_of, panel, place, press, spot, told, type_into

pytestmark = pytest.mark.browser

ALONE = "alone = live.neuron(backward=True)\nalone"
XOR = "xor = live.neuron(datasets.xor(40, noise=0.2, seed=3), hidden=2)\nxor"
PREDICTED = """\
asked = live.predict(
    live.neuron(),
    "You raise b. Which way does the line move?",
    "against the arrow",
    ["with the arrow", "against the arrow", "it turns"],
    lesson="browser",
    name="raise b",
    tried=lambda view: view.boxes["b"].value > 1.0,
)
asked"""
NAMES = ["w1", "w2", "b", "x1", "x2"]
DATA = live.neuron().data


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("neuron", ALONE, XOR, PREDICTED)


def on_screen(view):
    return [float(box(view, name).input_value()) for name in NAMES]


def equation(w1, w2, b):
    return f"{w1:.2f} x1 {'-' if w2 < 0 else '+'} {abs(w2):.2f} x2 {'-' if b < 0 else '+'} {abs(b):.2f} = 0"


def expected(w1, w2, b, x1, x2):
    right = int(((DATA.X @ [w1, w2] + b > 0) == (DATA.y > 0)).sum())
    score = w1 * x1 + w2 * x2 + b
    rows = {"line": equation(w1, w2, b), "accuracy": f"{right / 30:.1%} ({right} of 30)"}
    return rows | {"out at the point": f"{score:.4f}"}


def settled(lesson, view):
    """The numbers in the boxes, once what is on screen is theirs."""
    lesson.until(lambda: numbers_of(view) == expected(*on_screen(view)), True)
    return on_screen(view)


def path_of(view, name):
    """The places of a mark's line, in the axes' numbers."""
    d = panel(view, "score").locator(f'.mark[data-name="{name}"] path').first.get_attribute("d")
    pixels = np.array([[float(x) for x in pair.split(",")] for pair in re.findall(r"-?[\d.]+,-?[\d.]+", d)])
    square = live.neuron().square
    return square.low + pixels * [1, -1] / 320 * 2 * square.half + [0, 2 * square.half]


def share(place):
    """A place as shares of the panel's width and height."""
    square = live.neuron().square
    return (np.array(place) - square.low) / (2 * square.half)


def pull(lesson, view, start, end):
    lesson.page.mouse.move(*spot(view, "score", *share(start)))
    lesson.page.mouse.down()
    lesson.page.mouse.move(*spot(view, "score", *share(end)), steps=5)
    lesson.page.mouse.up()


def graph_of(view):
    """{name: (data, grad)} of the boxes of the graph."""
    return {box["name"]: (box["data"], box.get("grad", "").split(" ")[-1]) for box in boxes_of(view)}


def test_keys_and_slider_drags_move_line_numbers_and_graph(lesson):
    view = lesson.view(ALONE)
    for _ in range(3):
        handle(view, "b").press("ArrowRight")
    drag(lesson.page, handle(view, "w1"), 20)
    lesson.until(lambda: place(view, "w1") > 1.0, True)
    w1, w2, b, x1, x2 = settled(lesson, view)
    assert (w2, b) == (-0.5, 1.1)
    assert path_of(view, "score 0") @ [w1, w2] + b == pytest.approx([0, 0], abs=0.03)
    shown = graph_of(view)
    assert shown["out"] == (short(w1 * x1 + w2 * x2 + b), "1")
    # d out / d w1 = x1, d out / d x2 = w2
    assert (shown["w1"], shown["x2"]) == ((short(w1), short(x1)), (short(x2), short(w2)))


def test_the_line_follows_the_mouse_and_only_b_changes(lesson):
    view = lesson.view(ALONE)
    w1, w2, *_ = on_screen(view)
    near = path_of(view, "score 0")
    start = near[0] + 0.3 * (near[1] - near[0])
    end = start + np.array([-0.6, 0.4])
    pull(lesson, view, start, end)
    lesson.until(lambda: on_screen(view)[2], pytest.approx(-(end @ [w1, w2]), abs=0.05))
    assert settled(lesson, view)[:2] == [w1, w2]


def test_the_arrow_turns_the_line_about_its_foot(lesson):
    view = lesson.view(ALONE)
    foot, tip = path_of(view, "(w1, w2)")[:2]
    goal = foot + np.array([0.6, 0.9])
    pull(lesson, view, tip, goal)
    lesson.until(lambda: on_screen(view)[:2], pytest.approx([0.6, 0.9], abs=0.04))
    settled(lesson, view)
    w1, w2, b, *_ = on_screen(view)
    assert foot @ [w1, w2] + b == pytest.approx(0, abs=0.05)
    arrow = path_of(view, "(w1, w2)")
    assert arrow[1] - arrow[0] == pytest.approx([w1, w2], abs=0.02)


def test_a_click_on_the_plane_puts_the_point_there(lesson):
    view = lesson.view(ALONE)
    lesson.page.mouse.click(*spot(view, "score", 0.9, 0.1))
    square = live.neuron().square
    goal = square.low + np.array([0.9, 0.1]) * 2 * square.half
    lesson.until(lambda: on_screen(view)[3:], pytest.approx(goal, abs=0.02))
    settled(lesson, view)


def test_the_half_plane_the_arrow_points_to_is_orange(lesson):
    view = lesson.view(ALONE)
    w1, w2, b, *_ = on_screen(view)
    square = live.neuron().square
    canvas = panel(view, "score").locator("canvas")
    seen = 0
    for place_ in square.low + np.random.default_rng(0).uniform(0.02, 0.98, (60, 2)) * 2 * square.half:
        score = place_ @ [w1, w2] + b
        if abs(score) < 0.5:
            continue
        left, up = share(place_)
        red, _, blue, _ = canvas.evaluate(
            "(c, [x, y]) => [...c.getContext('2d').getImageData(x * c.width, (1 - y) * c.height, 1, 1).data]",
            [float(left), float(up)],
        )
        assert (red > blue) == (score > 0)
        seen += 1
    assert seen > 20


def test_hand_set_weights_solve_xor(lesson):
    view = lesson.view(XOR)
    data = datasets.xor(40, noise=0.2, seed=3)
    assert numbers_of(view)["folds"] == "2"
    for unit, row in {"h1": (1, 1, 0), "h2": (-1, -1, 0), "out": (-1, -1, 1)}.items():
        press(view, f"unit {unit}")
        lesson.until(lambda unit=unit: box(view, "b").input_value(), {"h1": "0.2", "h2": "0.3", "out": "-1"}[unit])
        for name, number in zip(("w1", "w2", "b"), row, strict=True):
            type_into(box(view, name), f"{number:g}")
            lesson.until(lambda name=name: place(view, name), number)  # the kernel has put the handle there
    u = data.X.sum(axis=1)
    right = int(((1 - np.maximum(u, 0) - np.maximum(-u, 0) > 0) == (data.y > 0)).sum())
    lesson.until(lambda: numbers_of(view)["accuracy"], f"{right / 40:.1%} ({right} of 40)")
    shown = numbers_of(view)
    assert (shown["folds"], shown["bends of the boundary"], right) == ("1", "0", 40)
    assert set(graph_of(view)) >= {"h1", "h2", "out"}


def test_a_wrong_prediction_is_kept_and_shown_beside_the_outcome(lesson, lab):
    view = lesson.view(PREDICTED)
    lesson.until(lambda: locked(view, ["w1", "b"]), [True, True])
    view.get_by_role("radio").nth(0).click()
    press(view, "commit")
    lesson.until(lambda: locked(view, ["w1", "b"]), [False, False])
    before = path_of(view, "score 0")
    for _ in range(3):
        handle(view, "b").press("ArrowRight")
    assert told(view) == ["with the arrow", "against the arrow"]
    kept = [(e["kind"], e["answer"], e.get("outcome")) for e in lab.journal() if e["name"] == "raise b"]
    assert kept == [("prediction", "with the arrow", None), ("outcome", "with the arrow", "against the arrow")]
    moved = path_of(view, "score 0") - before
    w1, w2, *_ = on_screen(view)
    assert (moved @ [w1, w2] < -0.2).all()


def test_pictures_for_a_person_to_look_at(lesson, shoot):
    for theme in ("Dark", "Light"):
        lesson.theme(theme)
        for name, source in (("line", ALONE), ("xor", XOR), ("predicted", PREDICTED)):
            lesson.view(source).evaluate("e => e.scrollIntoView()")
            shoot(lesson.page, f"neuron-{name}-{theme.lower()}")
    assert not lesson.complaints
