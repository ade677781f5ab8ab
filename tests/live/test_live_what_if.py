import pytest

from micrograd_lab import live
from micrograd_lab.draw.charts import Line
from micrograd_lab.experiments.own_training import KIT


@pytest.fixture
def view():
    return live.what_if(KIT)


def rings(view):
    return [mark for mark in view.panels()[0].marks if isinstance(mark, Line)]


def test_a_slider_is_a_whole_run(view):
    assert view.numbers()["all right"] == "step 53"
    view.boxes["seed"].value = 4
    assert (view.what.seed, view.numbers()["all right"]) == (4, "step 40")
    assert view.boxes["number"].value == view.what.number == 40
    view.sliders["width"].value = 3
    assert len(view.what.pulls) == 25
    assert view.numbers()["numbers"] == 25


def test_the_network_of_any_step_is_shown(view):
    view.boxes["number"].value = 30
    assert (view.what.number, view.numbers()["right"]) == (30, "97 of 100")
    view.look(0)
    assert view.boxes["number"].value == 0
    assert view.numbers()["right"] == "76 of 100"


def test_a_click_chooses_the_nearest_point_and_rings_it_only_where_it_pulls(view):
    view.look(30)
    pulling = next(n for n in range(100) if view.what.hinges[n] > 0)
    resting = next(n for n in range(100) if view.what.hinges[n] == 0)
    for point, ring in ((pulling, 1), (resting, 0)):
        x, y = view.what.points[point]
        view.pointed({"panel": 0, "phase": "press", "x": x, "y": y, "key": ""})
        assert view.what.point == point
        assert view.boxes["point"].value == point + 1
        assert len(rings(view)) == ring
    assert f"Point {resting + 1} has its margin" in repr(view)


def test_keys_choose_a_point_too_and_nobody(view):
    view.boxes["point"].value = 5
    assert view.what.point == 4
    view.boxes["point"].value = 0
    assert view.what.point is None
    assert rings(view) == []


def test_steps_too_large_are_said_where_the_numbers_are_none(view):
    view.set(rate=10.0, width=24)
    assert view.what.last <= 300
    assert ("steps were too large" in view.message.value) == (view.what.last < 300)


def test_its_code_gives_the_same_view(view):
    view.set(rate=0.5, seed=2)
    view.look(20)
    view.choose(9)
    *lines, last = view.code().splitlines()
    names = {"live": live, "mine": KIT}
    exec("\n".join(lines), names)
    assert repr(eval(last, names)) == repr(view)


def test_what_is_asked_for_is_looked_over(view):
    with pytest.raises(ValueError, match="got depth"):
        view.set(depth=3)
    with pytest.raises(ValueError, match="rate is from"):
        view.set(rate=0)
    with pytest.raises(ValueError, match="width is from 1 to 24"):
        live.what_if(KIT, width=2.5)
    with pytest.raises(ValueError, match="a point is from 1 to 100"):
        view.choose(0)


def test_names_and_numbers_are_short_enough_to_stand_beside_each_other(view):
    view.choose(100)
    for name, number in view.numbers().items():
        assert len(name) <= 14
        assert len(str(number)) <= 14
