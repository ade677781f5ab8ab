"""live.neuron without a browser, against NumPy by hand and measured slopes."""

import math

import numpy as np
import pytest

from micrograd_lab import datasets, live
from micrograd_lab.experiments.lines import Window, kinks

XOR = datasets.xor(40, noise=0.2, seed=3)
SOLVED = [(1, 1, 0), (-1, -1, 0), (-1, -1, 1)]
BY_HAND = {
    "linear": lambda s: s,
    "tanh": np.tanh,
    "relu": lambda s: np.maximum(s, 0),
    "sigmoid": lambda s: 1 / (1 + np.exp(-s)),
}


def folded(rows, X):
    *hidden, out = np.array([np.array(row, dtype=float) for row in rows], dtype=object)
    h = [np.maximum(X @ row[:2] + row[2], 0) for row in hidden]
    return sum(w * x for w, x in zip(out[:-1], h, strict=True)) + out[-1]


def grads(view):
    return {r.label: r.grad for r in view.records if r.label}


@pytest.mark.parametrize("activation", BY_HAND)
def test_a_neuron_is_numpys(activation):
    view = live.neuron(activation=activation, weights=[(1.5, -0.5, 0.3)], point=(0.4, -1.0))
    view.set(w1=-0.7, b=1.1)
    w, b, X = np.array([-0.7, -0.5]), 1.1, view.data.X
    by_hand = BY_HAND[activation]
    assert view.score == pytest.approx(by_hand(w @ [0.4, -1.0] + b))
    assert view.scores.ravel() == pytest.approx(by_hand(view.square.grid(100) @ w + b))
    assert view.accuracy == pytest.approx(np.mean((X @ w + b > 0) == (view.data.y > 0)))


def test_hidden_units_are_numpys():
    view = live.neuron(XOR, hidden=3, weights=[(1, 0.2, 0.5), (-0.6, 1, 0.5), (-0.5, -1, 0.5), (1, -1, 0.5, -0.2)])
    view.choose("h2")
    view.set(w1=0.9, b=-0.4)
    rows = [(1, 0.2, 0.5), (0.9, 1, -0.4), (-0.5, -1, 0.5), (1, -1, 0.5, -0.2)]
    assert view.scores.ravel() == pytest.approx(folded(rows, view.square.grid(100)))
    assert view.accuracy == pytest.approx(np.mean((folded(rows, XOR.X) > 0) == (XOR.y > 0)))
    view.choose("out")
    assert [view.boxes[name].value for name in ("w1", "w2", "w3", "b")] == [1, -1, 0.5, -0.2]


def test_gradients_are_the_slopes_of_the_score():
    view = live.neuron(XOR, hidden=2, point=(0.7, 0.2), backward=True)
    for unit in view.units:
        view.choose(unit)
        found = grads(view)
        for name in ("w1", "w2", "b"):
            start, h = view.boxes[name].value, 1e-4
            view.set(**{name: start + h})
            up = view.score
            view.set(**{name: start - h})
            assert found[name] == pytest.approx((up - view.score) / (2 * h), abs=1e-6)
            view.set(**{name: start})


def test_gradients_are_not_known_before_backward():
    view = live.neuron()
    assert set(grads(view).values()) == {None}
    view.backward.value = True
    assert grads(view)["out"] == 1.0
    assert grads(view)["w1"] == view.point[0]


def test_a_hidden_unit_that_is_off_has_gradients_of_0():
    view = live.neuron(hidden=2, weights=[(1, 0, -3), (0, 1, 0), (1, 1, 0)], point=(1, 1), backward=True)
    assert grads(view)["w1"] == grads(view)["h1"] - 1.0 == 0.0


def test_raising_b_moves_the_line_against_the_arrow():
    view = live.neuron(weights=[(2.0, 1.0, 0.0)])
    w = np.array([2.0, 1.0])
    before, _ = view.square.foot(w, 0.0)
    view.set(b=0.5)
    after, _ = view.square.foot(w, view.boxes["b"].value)
    # w . x = -b on the line
    assert (after - before) @ w == pytest.approx(-0.5)
    line = next(mark for mark in view.panels()[0].marks if mark.name == "score 0")
    for x, y in zip(line.x, line.y, strict=True):
        assert 2 * x + y + 0.5 == pytest.approx(0, abs=1e-9)


def test_lines_end_on_the_edges_of_the_square():
    rng, square, met = np.random.default_rng(0), Window((0.5, -1.0), 2.0), 0
    for w1, w2, b in rng.uniform(-3, 3, (300, 3)).round(1):
        ends = square.line((w1, w2), b)
        corners = np.array([[x, y] for x in (-1.5, 2.5) for y in (-3, 1)]) @ [w1, w2] + b
        if (corners > 1e-9).all() or (corners < -1e-9).all():
            assert ends is None
        elif (corners > 1e-9).any() and (corners < -1e-9).any():
            met += 1
            assert ends @ [w1, w2] + b == pytest.approx([0, 0], abs=1e-9)
            assert np.abs(ends - [0.5, -1.0]).max(axis=1) == pytest.approx([2, 2])
    assert met > 150


@pytest.mark.parametrize("seed", range(12))
def test_folds_are_where_the_slope_changes(seed):
    rng = np.random.default_rng(seed)
    rows = [*rng.uniform(-1.5, 1.5, (3, 3)).round(2), np.append(rng.uniform(0.5, 2, 3), 0.3).round(2)]
    view = live.neuron(hidden=3, weights=rows)
    low, high, breaks = view.square.low, view.square.high, 0
    # A line through the square crosses two of its edges.
    for fixed in (0, 1):
        for place in (low[fixed], high[fixed]):
            X = np.full((20_001, 2), place)
            X[:, 1 - fixed] = np.linspace(low[1 - fixed], high[1 - fixed], 20_001)
            bent = np.flatnonzero(np.abs(np.diff(folded(rows, X), 2)) > 1e-9)
            breaks += len(bent) and 1 + int((np.diff(bent) > 1).sum())
    assert 2 * view.folds == breaks


def test_units_on_one_line_make_one_fold_or_none():
    lines = [((1.0, 1.0), 0.0), ((-2.0, -2.0), 0.0)]
    assert len(kinks(lines, [1.0, 1.0], Window((0, 0), 2))) == 1
    assert kinks(lines, [2.0, -1.0], Window((0, 0), 2)) == []  # 2 relu(u) - relu(-2u) = 2u
    assert kinks([((1.0, 0.0), 5.0)], [1.0], Window((0, 0), 2)) == []  # not in the window


def test_two_units_make_two_folds_and_xor_needs_only_one():
    assert live.neuron(hidden=2).folds == live.neuron(hidden=2).bends == 2
    solved = live.neuron(XOR, hidden=2, weights=SOLVED)
    assert (solved.folds, solved.bends, solved.accuracy) == (1, 0, 1.0)
    assert (
        max(live.neuron(XOR, weights=[(w1, w2, b)]).accuracy for w1 in (-1, 1) for w2 in (-1, 1) for b in (-1, 0, 1))
        < 0.8
    )


def test_xor_is_solved_by_the_sliders():
    view = live.neuron(XOR, hidden=2)
    for unit, (w1, w2, b) in zip(view.units, SOLVED, strict=True):
        view.choice.value = unit
        for name, number in (("w1", w1), ("w2", w2), ("b", b)):
            view.boxes[name].value = number
    assert view.accuracy == 1.0


def point_at(view, phase, here, start, key):
    view.pointed({"phase": phase, "panel": 0, "x": here[0], "y": here[1], "x0": start[0], "y0": start[1], "key": key})


def test_a_dragged_line_keeps_w_and_passes_where_it_is_put():
    view = live.neuron(weights=[(1.0, 2.0, 0.0)])
    point_at(view, "press", (0.2, -0.1), (0.2, -0.1), "out line")
    point_at(view, "move", (0.6, 0.1), (0.2, -0.1), "out line")
    assert [view.boxes[name].value for name in ("w1", "w2", "b")] == [1.0, 2.0, -0.8]


def test_a_dragged_arrow_turns_about_its_foot():
    view = live.neuron(weights=[(1.0, 0.0, -0.5)])
    foot, _ = view.square.foot((1.0, 0.0), -0.5)
    tip = foot + np.array([1.0, 0.0])
    point_at(view, "press", tip, tip, "out arrow")
    point_at(view, "move", foot + np.array([0.5, 0.8]), tip, "out arrow")
    w1, w2, b = (view.boxes[name].value for name in ("w1", "w2", "b"))
    assert (w1, w2) == (0.5, 0.8)
    assert w1 * foot[0] + w2 * foot[1] + b == pytest.approx(0, abs=0.006)


def test_a_press_puts_the_point_there_and_another_units_line_chooses_it():
    view = live.neuron(hidden=2)
    point_at(view, "press", (-1.0, 1.5), (-1.0, 1.5), "")
    assert view.point == (-1.0, 1.5)
    assert view.unit == "h1"
    point_at(view, "press", (0.0, -0.3), (0.0, -0.3), "h2 line")
    point_at(view, "move", (0.0, 0.7), (0.0, -0.3), "h2 line")
    assert view.unit == "h2"
    assert [p.data for p in view.units["h2"].parameters()] == [-0.5, 1.0, -0.7]
    assert [p.data for p in view.units["h1"].parameters()] == [1.0, 0.5, 0.2]


def test_a_drag_ends_where_its_sliders_end():
    view = live.neuron(weights=[(1.0, 0.0, 0.0)])
    point_at(view, "press", (0, 0), (0, 0), "out line")
    point_at(view, "move", (90, 0), (0, 0), "out line")
    assert view.boxes["b"].value == -4.0


def test_without_weights_there_is_no_line():
    view = live.neuron()
    view.set(w1=0, w2=0)
    assert view.numbers()["line"] == "none: w1 and w2 are 0"
    assert [mark.name for mark in view.panels()[0].marks] == ["score", "+1", "-1", "point"]
    view.set(w2=1)
    assert "score 0" in [mark.name for mark in view.panels()[0].marks]


def test_code_makes_what_is_on_screen():
    view = live.neuron(XOR, hidden=2, activation="tanh")
    view.choose("h2")
    view.set(w1=0.35, x1=-0.5)
    view.backward.value = True
    again = eval(view.code(), {"live": live, "data": XOR})
    assert again.text() == view.text()
    assert again.unit == "h2"
    alone = live.neuron()
    assert eval(alone.code(), {"live": live}).text() == alone.text()


def test_data_far_from_the_middle_are_in_the_picture():
    X, y = datasets.blobs(20, noise=0.5, seed=3)
    view = live.neuron(datasets.Dataset(X + 30, y))
    assert (view.square.low < X.min(axis=0) + 30).all()
    assert (view.square.high > X.max(axis=0) + 30).all()
    assert (view.square.low <= view.point).all()


def test_a_still_picture_and_a_lock():
    view = live.neuron()
    assert set(view.still()) == {"image/png"}
    assert "out = sum(b, v3, v6)" in view.text()
    view.lock()
    assert all(control.disabled for control in view.controls)
    assert view.chart.locked


def test_the_graph_is_laid_out_anew_only_for_another_kind_of_unit():
    view = live.neuron(hidden=2)
    svg = view.graph.svg
    view.set(w1=2.0)
    assert view.graph.svg == svg
    view.choose("out")
    assert view.graph.svg != svg


NOT_FINITE = datasets.Dataset(np.array([[0.0, math.nan]]), np.array([1.0]))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"hidden": 1}, "got hidden=1. Try hidden=2"),
        ({"activation": "step"}, "got 'step'"),
        ({"weights": [(1.0, 2.0)]}, "1 rows of 3 numbers here; got 2"),
        ({"weights": [(1.0, 2.0, math.nan)]}, "from -4 to 4"),
        ({"hidden": 2, "unit": "h3"}, "got 'h3'"),
        ({"point": (9.0, 0.0)}, "got .9.0, 0.0.. Leave it out"),
        ({"data": NOT_FINITE}, "finite points"),
        ({"data": datasets.blobs(9, classes=3)}, "labels -1 or"),
    ],
)
def test_what_cannot_be_shown_is_told_what_to_try(arguments, said):
    with pytest.raises(ValueError, match=said):
        live.neuron(**arguments)
