import pytest

from micrograd_lab import live
from micrograd_lab.experiments.own_training import KIT


@pytest.fixture
def view():
    return live.time_machine(KIT)


def test_the_slider_goes_to_any_step_and_all_panels_follow(view):
    view.slider.value = 30
    assert view.machine.number == view.box.value == 30
    assert view.numbers()["right"] == "97 of 100"
    field, loss, wrong = view.panels()
    crosses = next(mark for mark in field.marks if getattr(mark, "shape", "") == "cross")
    assert len(crosses.x) == 3
    assert loss.marks[0].x == wrong.marks[0].x == (30, 30)
    assert sum(mark.x.count(30) for mark in wrong.marks[1:]) == 3


def test_a_press_or_a_drag_in_the_curves_goes_to_a_step(view):
    for panel, phase, x, number in ((1, "press", 11.8, 12), (2, "move", 20.2, 20), (2, "release", 3.0, 20)):
        view.pointed({"panel": panel, "phase": phase, "x": x, "y": 0.5, "key": ""})
        assert view.machine.number == view.box.value == number
    view.pointed({"panel": 1, "phase": "move", "x": 999.0, "y": 0.5, "key": ""})
    assert view.machine.number == 53
    view.pointed({"panel": 1, "phase": "move", "x": -4.0, "y": 0.5, "key": ""})
    assert view.machine.number == 0


def test_a_point_is_chosen_by_click_and_by_key_and_its_story_is_told(view):
    x, y = view.machine.points[85]
    view.pointed({"panel": 0, "phase": "press", "x": x, "y": y, "key": ""})
    assert view.point_box.value == 86
    assert view.numbers()["point 86 won"] == "from step 53"
    marks = [len(panel.marks) for panel in view.panels()]
    view.point_box.value = 0
    assert view.machine.point is None
    assert [len(panel.marks) for panel in view.panels()] == [marks[0] - 1, marks[1], marks[2] - 1]


def test_its_text_tells_who_was_lost_and_who_came_last(view):
    assert "30 of all 100 are lost at least once" in repr(view)
    assert "The last to be won for good: point 86 from step 53 on" in repr(view)
    assert view.still()


def test_its_code_gives_the_same_view():
    view = live.time_machine(KIT, seed=4)
    view.look(20)
    view.choose(9)
    *lines, last = view.code().splitlines()
    names = {"live": live, "mine": KIT}
    exec("\n".join(lines), names)
    assert repr(eval(last, names)) == repr(view)


def test_what_is_asked_for_is_looked_over(view):
    for wrong in ({"rate": 0}, {"rate": "fast"}, {"seed": -1}, {"seed": 1.5}):
        with pytest.raises(ValueError, match="Try"):
            live.time_machine(KIT, **wrong)
    with pytest.raises(ValueError, match="from 1 to 100"):
        view.choose(0)
    with pytest.raises(ValueError, match="whole number"):
        view.look(2.5)
