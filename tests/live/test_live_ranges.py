"""Whatever range a slider has, its steps fit, or a sentence says what is wrong with it."""

import math
import re

import numpy as np
import pytest

from micrograd_lab import datasets, live
from micrograd_lab.live.base.slider import rounded, slider, stop

RANGES = [(0.0, 1e-8), (0.0, 0.05), (-10.0, 10.0), (0, 3), (1, 2), (0, 1_000_000), (-1e9, 1e9), (-1e300, 1e300)]
SMALL = datasets.Dataset(np.array([[0.0, 1e-6], [1e-6, 0.0], [0.0, 0.0], [1e-6, 1e-6]]), np.array([1.0, -1, 1, -1]))


@pytest.mark.parametrize(("low", "high"), RANGES)
def test_a_slider_has_from_ten_to_two_thousand_steps(low, high):
    handle, box = slider("a", low, low, high)
    assert 10 <= (high - low) / handle.step <= 2000
    for share in (0.0, 0.25, 0.5, 0.9, 1.0):
        x = low + share * (high - low)
        box.value = x
        assert box.value == x
        assert abs(stop(handle, x) - x) <= 0.51 * handle.step
        assert abs(rounded(handle, x) - x) <= 0.1 * handle.step


@pytest.mark.parametrize(("low", "high"), RANGES)
def test_a_graph_s_input_takes_any_range_and_its_code_gives_it_back(low, high):
    view = live.graph("a * 2", a=(low, low, high))
    view.boxes["a"].value = high
    again = eval(view.code(), {"live": live})
    handle = again.sliders["a"]
    assert (handle.min, handle.max, again.boxes["a"].value) == (low, high, high)


EMPTY = {
    "one number": lambda: live.graph("a * 2", a=(1, 1, 1)),
    "backwards": lambda: live.graph("a * 2", a=(1, 5, 0)),
    "two numbers": lambda: live.graph("a * 2", a=(1, 2)),
    "outside": lambda: live.graph("a * 2", a=(7, 0, 5)),
    "infinite": lambda: live.graph("a * 2", a=(1, -math.inf, math.inf)),
    "infinite start": lambda: live.graph("a * 2", a=math.inf),
    "nan": lambda: live.graph("a * 2", a=math.nan),
    "twice too large": lambda: live.graph("a * 2", a=1e308),
    "roads": lambda: live.roads("a * 2", a=math.inf),
    "roads of text": lambda: live.roads("a * 2", a="x"),
    "slope": lambda: live.slope(reach=(4, 4), x=4),
    "slope backwards": lambda: live.slope(reach=(4, -2)),
    "slope of one": lambda: live.slope(reach=3),
    "landscape": lambda: live.landscape(span=(1, 1, 2, 2)),
    "landscape of one": lambda: live.landscape(span=3),
    "softmax": lambda: live.softmax([1, math.inf]),
    "no temperature": lambda: live.softmax([1, 2], temperature=0),
    "no rate": lambda: live.training(datasets.xor(8), lr=0),
    "log": lambda: slider("rate", 1.0, 0.0, 10.0, log=True),
}


@pytest.mark.parametrize("case", EMPTY)
def test_a_range_that_holds_nothing_is_answered_with_a_sentence(case):
    with pytest.raises((ValueError, TypeError)) as raised:
        EMPTY[case]()
    assert re.search(r"got .+\. [A-Z].+\.$", str(raised.value))


@pytest.mark.parametrize("size", [1e-6, 1.0, 1e6])
def test_a_landscape_of_any_size_can_be_dragged_to_any_place(size):
    view = live.landscape(lambda x, y: (x * x + y * y) / size, span=(-size, size, -size, size), size=8)
    view.pointed({"phase": "press", "panel": 0, "key": "", "x": 0.337 * size, "y": -0.2 * size, "x0": 0, "y0": 0})
    assert view.x.value == pytest.approx(0.337 * size, abs=0.005 * size)
    assert view.y.value == pytest.approx(-0.2 * size, abs=0.005 * size)


def test_a_neuron_on_small_points_and_a_slope_on_a_small_reach_have_steps():
    neuron = live.neuron(SMALL)
    assert all((s.max - s.min) / s.step >= 10 for s in neuron.sliders.values())
    slope = live.slope(x=5e-7, reach=(0.0, 1e-6))
    assert (slope.x.max - slope.x.min) / slope.x.step >= 10
