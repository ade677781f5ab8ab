"""live.slope without a browser, against the derivative by hand."""

import math

import numpy as np
import pytest

from micrograd_lab import Value, live


def f(x):
    return 3 * x**2 - 4 * x + 5


@pytest.mark.parametrize("x", [-1.3, 0.5, 2 / 3, 3.0])
@pytest.mark.parametrize("h", [1.0, 1e-3, 1e-6, 1e-9])
def test_slopes_are_those_by_hand(x, h):
    view = live.slope(x=x, h=h, central=True)
    assert view.true == pytest.approx(6 * x - 4, abs=1e-12)
    assert view.measured == (f(x + h) - f(x)) / h
    assert view.central == (f(x + h) - f(x - h)) / (2 * h)
    # 3(x + h)**2 - 3x**2 = 6xh + 3h**2: the secant is 3h too steep, and the central slope exact but for rounding.
    noise = 1e-15 * 20 / h
    assert view.measured - view.true == pytest.approx(3 * h, abs=10 * noise)
    assert view.central - view.true == pytest.approx(0, abs=10 * noise)


@pytest.mark.parametrize(
    ("h", "error"),
    [(1e-6, "3e-06"), (1e-8, "9.3e-08"), (1e-12, "0.0012"), (1e-15, "3.3"), (1e-16, "14"), (1e-17, "14")],
)
def test_the_known_errors_come_out(h, error):
    view = live.slope()
    view.step_size.value = h
    assert dict(view.chart.numbers)["error"] == error
    assert (view.measured == 0) == (h <= 1e-16)


def test_a_step_below_half_a_gap_is_told():
    view = live.slope(h=1e-16)
    assert view.sentence.startswith("h is less than half the gap between floats near 3 (4.4e-16), so x + h is x")
    assert view.sentence in view.message.value
    assert view.sentence in view.text()
    view.place.value = 0.1  # a gap of 1.4e-17
    assert view.sentence == "x + h is only 7 floats away from x, so f(x + h) - f(x) is mostly rounding."
    view.step_size.value = 1e-3
    assert view.sentence == view.message.value == ""


def test_a_gap_towards_zero_is_the_smaller_one():
    # Below a power of two floats are twice as dense: -2 has its next float at 2.2e-16, and +2 at 4.4e-16.
    assert live.slope(x=2.0, h=2e-16).sentence.startswith("h is less than half")
    assert "next float" in live.slope(x=-2.0, h=2e-16).sentence


def errors(view, name):
    return next(mark for mark in view.panels()[1].marks if mark.name == name)


def test_the_error_is_drawn_from_the_present_step_up():
    view = live.slope(h=1e-6)
    drawn = errors(view, "forward")
    assert min(drawn.x) == 1e-6
    assert max(drawn.x) == 1.0
    assert drawn.y == tuple(abs((f(3 + h) - 20) / h - 14) for h in drawn.x)
    view.whole.value = True
    assert min(errors(view, "forward").x) == 1e-17
    # From 1 down to 1e-7 the error of the forward slope falls with h, and at the end it is the whole slope.
    drawn = errors(view, "forward")
    falling = [y for x, y in zip(drawn.x, drawn.y, strict=True) if x >= 1e-7]
    assert falling == sorted(falling)
    assert drawn.y[0] == 14


def test_an_error_of_exactly_0_has_a_line_on_the_log_axis():
    view = live.slope(lambda x: 2 * x, x=1.0, h=0.5, true=2.0)
    axis = view.panels()[1].y
    assert errors(view, "forward").y[0] == 0
    assert axis.zero
    assert view.chart.panels[1]["y"]["ticks"][0][1] == "0"
    assert dict(view.chart.numbers)["error"] == "0"


def test_relu_has_three_slopes_at_its_kink():
    view = live.slope(lambda x: x.relu(), x=0.0, h=1e-6, central=True)
    assert (view.measured, view.central, view.true) == (1.0, 0.5, 0.0)


@pytest.mark.parametrize("op", ["relu", "tanh", "sigmoid", "exp", "log"])
def test_any_op_of_the_engine_is_measured(op):
    view = live.slope(lambda x: getattr(x, op)(), x=1.3, h=1e-5, central=True)
    assert view.central == pytest.approx(view.true, rel=1e-8)


def test_secant_and_tangent_stand_on_the_curve_and_have_their_slopes():
    view = live.slope(x=1.0, h=1.0, central=True)
    marks = {mark.name: mark for mark in view.panels()[0].marks}
    for name, place, slope in (("secant", 2.0, 5.0), ("tangent", 1.0, 2.0), ("central", 2.0, 2.0)):
        (x0, x1), (y0, y1) = marks[name].x, marks[name].y
        assert (y1 - y0) / (x1 - x0) == pytest.approx(slope)
        assert y0 + (place - x0) * slope == pytest.approx(f(place))


def test_zoomed_in_the_curve_becomes_straight_and_then_a_staircase():
    view = live.slope(zoom=True)

    def bend():
        curve = next(mark for mark in view.panels()[0].marks if mark.name == "f")
        return max(abs(y - 14 * x) for x, y in zip(curve.x, curve.y, strict=True))

    assert bend() == pytest.approx(3 * 2**2)  # 3 (2h)**2 / h
    view.step_size.value = 1e-6
    assert bend() < 1e-4
    view.step_size.value = 1e-15
    assert bend() > 1
    view.step_size.value = 1e-17
    curve = next(mark for mark in view.panels()[0].marks if mark.name == "f")
    assert set(curve.y) == {0.0}


def test_a_drag_on_the_curve_moves_x_and_on_the_error_h():
    view = live.slope()
    view.pointed({"phase": "move", "panel": 0, "x": 0.5012, "y": 9.0, "key": "x"})
    assert view.place.value == 0.5 == pytest.approx(view.x.value)
    view.pointed({"phase": "move", "panel": 0, "x": 99.0, "y": 9.0, "key": "x"})
    assert view.place.value == 4.0
    view.pointed({"phase": "move", "panel": 1, "x": 3.21e-7, "y": 1.0, "key": "h"})
    assert view.step_size.value == 3.2e-7
    view.pointed({"phase": "move", "panel": 1, "x": 1e-30, "y": 1.0, "key": "h"})
    assert view.step_size.value == 1e-17


def test_a_function_of_floats_needs_its_slope_given():
    view = live.slope(math.sin, x=1.0, h=1e-4)
    assert view.measured == pytest.approx(math.cos(1.0), abs=1e-4)
    assert dict(view.chart.numbers)["true slope"] == "not known"
    assert "true=" in view.sentence
    view = live.slope(math.sin, x=1.0, h=1e-4, true=math.cos)
    assert view.true == math.cos(1.0)
    assert view.sentence == ""


def test_where_there_is_no_value_it_is_told_and_can_be_left():
    view = live.slope(lambda x: x.log(), x=1.0, h=1e-3)
    view.place.value = -1.0
    assert view.sentence == "f has no value at x = -1. Drag x."
    assert dict(view.chart.numbers)["secant slope"] == "nan"
    assert view.still()
    view.place.value = 2.0
    assert view.sentence == ""
    assert view.true == 0.5


@pytest.mark.parametrize("f", [lambda x: 1 / x, lambda x: (400 * x).exp(), lambda x: x**0.5, lambda x: x * math.inf])
def test_poles_and_infinities_are_drawn(f):
    view = live.slope(f, h=1e-3, whole=True, central=True)
    for x in (-1.0, 0.0, 2.0):
        view.place.value = x
        for zoom in (True, False):
            view.zoom.value = zoom
            for panel in view.panels():
                assert all(math.isfinite(end) for axis in (panel.x, panel.y) for end in (axis.low, axis.high))
    assert view.still()


def test_what_f_raises_is_told_in_the_view():
    def fragile(x):
        if abs(getattr(x, "data", x) - 3.0) < 0.05:
            raise RuntimeError("not at 3")
        return x * 1.0

    view = live.slope(fragile, x=1.0, h=1e-3, reach=(0.0, 1.0))
    view.place.max = 5.0
    view.place.value = 3.0
    assert "RuntimeError: not at 3" in view.message.value


@pytest.mark.parametrize("arguments", [{}, {"x": 0.5, "h": 2e-13, "central": True}, {"zoom": True, "whole": True}])
def test_code_makes_what_is_on_screen(arguments):
    view = live.slope(**arguments)
    view.place.value = -1.25
    assert eval(view.code(), {"live": live}).text() == view.text()
    named = {"f": math.sin, "true": math.cos, "live": live}
    view = live.slope(math.sin, true=math.cos, **arguments)
    view.step_size.value = 1e-5
    assert eval(view.code(), named).text() == view.text()


def test_a_lock_holds_every_control():
    view = live.slope()
    view.lock()
    assert all(control.disabled for control in view.controls)
    assert view.chart.locked


def test_a_drag_takes_a_few_milliseconds_of_work(monkeypatch):
    calls = []
    view = live.slope(lambda x: calls.append(x) or 3 * x**2, central=True, zoom=True, whole=True)
    calls.clear()
    view.step_size.value = 1e-9
    assert len(calls) < 900  # of some microseconds each


@pytest.mark.parametrize(
    ("arguments", "kind", "said"),
    [
        ({"f": 3.0}, TypeError, "a function of one number; got float"),
        ({"h": 0.0}, ValueError, "h is from 1e-17 to 1; got 0"),
        ({"h": math.nan}, ValueError, "got nan"),
        ({"x": math.inf}, ValueError, "x is a number"),
    ],
)
def test_what_cannot_be_shown_is_told_what_to_try(arguments, kind, said):
    with pytest.raises(kind, match=said):
        live.slope(**arguments)


def test_values_and_floats_give_the_same_curve():
    by_floats = live.slope(lambda x: f(x.data if isinstance(x, Value) else x), true=lambda x: 6 * x - 4)
    by_values = live.slope()
    np.testing.assert_array_equal(by_floats.heights, by_values.heights)
    assert by_floats.text() == by_values.text()
