import math

import pytest

from micrograd_lab import live
from micrograd_lab.draw.charts import Line


def inked(view):
    """The curve, where it is shown."""
    return [m for m in view.panels()[0].marks if isinstance(m, Line) and m.colour == "ink"]


def test_the_curve_and_every_height_are_covered_until_there_is_light():
    view = live.dark()
    view.take(1.0)
    assert not inked(view)
    assert "f(x)" not in view.numbers()
    assert "high" not in view.text()
    view.light()
    assert len(inked(view)) == 1
    assert view.numbers()["f(x)"] == "1.741"
    assert "Your places: -1, 0." in view.text()


def test_a_step_is_as_long_as_the_slider_says():
    view = live.dark()
    view.how_far.value = -0.3
    assert view.numbers()["next"] == "x = -1.3"
    view.go.click()
    assert view.walk.path == [-1.0, -1.3]


def test_with_a_rate_a_step_is_downhill_and_as_long_as_the_slope_is_steep():
    view = live.dark(x=0.0, lr=0.5)
    steep = -view.walk.slope(0.0)
    view.go.click()
    assert view.walk.x == pytest.approx(0.5 * steep, abs=1e-6)
    before = view.walk.x
    view.go.click()
    assert abs(view.walk.x - before) < 0.1 * steep


def test_the_edge_is_told():
    view = live.dark(x=3.0)
    view.how_far.value = 2.0
    view.go.click()
    assert view.walk.x == 4.0
    assert "edge" in view.message.value


def test_start_again_covers_the_curve():
    view = live.dark()
    fresh = repr(view)
    view.take(1.0)
    view.light()
    view.again.click()
    assert repr(view) == fresh


@pytest.mark.parametrize(
    "given", [{"lr": 0.0}, {"x": 9.0}, {"path": [9.0]}, {"reach": (1, 0)}, {"reach": 3}, {"name": ""}]
)
def test_what_cannot_be_is_refused_with_what_can(given):
    with pytest.raises(ValueError, match=r"Try|Leave it out"):
        live.dark(**given)
    with pytest.raises(TypeError, match="one number"):
        live.dark(3.0)


def test_the_slope_says_by_its_sign_and_an_arrow_which_way_it_leans():
    view, seen = live.dark(), []
    for place in (-1.0, 1.3, 1.7, 0.9):
        view.take(place - view.walk.x)
        seen.append(view.numbers()["slope underfoot"])
    assert seen == ["↘ -0.61", "↗ +0.05", "↗ +0.05", "→ 0.00"]
    view.take(0.4)
    assert "rises to the right, slope +0.05" in view.text()


def test_with_the_light_on_it_is_said_that_it_is_not_flat_yet_until_it_is():
    view = live.dark()
    view.take(1.7)
    assert view.numbers()["flat, at 0.02 or less"] == "not yet"
    assert not view.message.value
    view.light()
    assert "not flat yet: the slope is -0.11, and flat is 0.02 or less" in view.message.value
    view.take(0.2)
    assert view.numbers()["flat, at 0.02 or less"] == "yes"
    assert not view.message.value


def test_who_was_flat_and_went_on_is_told_where_and_how_to_get_back():
    view = live.dark(name="w1")
    for by in (0.5, 0.5, 1.0, 0.6):
        view.take(by)
    view.light()
    assert "no longer flat: the slope is +0.05. It was flat at w1 = 1, number 3 of your path." in view.message.value
    assert "A step of -0.6 leads back there." in view.message.value
    view.take(-0.6)
    assert (view.walk.flat, view.message.value) == (True, "")
    view.take(1.0)
    view.take(1.5)
    assert "number 5 of your path. Step back there; a step below 0 leads to the left." in view.message.value


def test_a_step_below_0_is_told_where_one_chooses_how_far_and_not_where_a_rate_does():
    for lr, told in ((None, True), (0.1, False)):
        view = live.dark(lr=lr)
        view.light()
        assert ("below 0" in view.message.value) == told
    view = live.dark(lr=1.0, x=1.0, path=[3.5], lit=True)
    view.take()
    assert "number 0 of your path." in view.message.value
    assert "leads back" not in view.message.value


def test_what_is_moved_has_the_name_that_it_is_given():
    view = live.dark(name="w1")
    view.take(0.3)
    view.light()
    assert next(iter(view.numbers())) == "w1"
    assert view.numbers()["next"] == "w1 = -0.2"
    assert view.numbers().keys() >= {"f(w1)"}
    assert "x =" not in view.text()
    assert "name='w1'" in view.code()


def test_a_function_without_a_value_somewhere_is_walked_on():
    view = live.dark(math.log, x=1.0, reach=(-1.0, 4.0))
    view.take(-1.5)
    view.light()
    assert view.numbers()["f(x)"] == "nan"
