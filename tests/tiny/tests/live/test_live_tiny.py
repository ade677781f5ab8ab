"""live.tiny without a browser."""

import pytest

from micrograd_lab import live


@pytest.mark.parametrize("x", [-2.5, 0.0, 4.0])
def test_the_slider_moves_both_panels(x):
    view = live.tiny()
    view.place.value = x
    assert (view.twice, view.half) == (x + x, 0.5 * x)
    assert [panel["marks"][0]["y"] for panel in view.chart.panels] == [[x + x], [0.5 * x]]


def test_a_number_that_is_not_on_the_slider_is_told_what_to_try():
    with pytest.raises(ValueError, match=r"got 7\. Try 1"):
        live.tiny(x=7)
