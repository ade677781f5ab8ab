import numpy as np
import pytest

from micrograd_lab import live
from micrograd_lab.draw.charts import Bars, Line, Points
from micrograd_lab.experiments.own_training import KIT

MAP, WAITS, CUTS, RACE = range(4)


class Mine:
    def __init__(self, parameters, lr):
        self.parameters, self.lr = list(parameters), lr

    def step(self):
        for p in self.parameters:
            p.data -= self.lr * p.grad


class Broken(Mine):
    def step(self):
        raise RuntimeError("by hand")


@pytest.fixture(scope="module")
def shared():
    return live.ravine(KIT, Mine)


@pytest.fixture
def view(shared):
    shared.races.clear()
    shared.look(30)
    shared.choose("SGD")
    shared.set(rate=0.3)
    shared.refresh()
    return shared


def kinds(panel, kind):
    return [mark for mark in panel.marks if isinstance(mark, kind)]


def test_the_map_shows_its_own_steps_and_those_from_here(view):
    own, ours = kinds(view.panels()[MAP], Line)
    assert list(zip(own.x, own.y, strict=True)) == [pytest.approx(at) for at in view.ravine.way()]
    assert len(own.x) == 24
    places = [view.ravine.place(numbers) for numbers in view.numbers_from_here]
    assert list(zip(ours.x, ours.y, strict=True)) == [pytest.approx(at) for at in places]
    assert len(ours.x) == 25


def test_both_axes_of_the_map_have_one_unit(view):
    panel = view.panels()[MAP]
    units = [(axis.high - axis.low) / pixels for axis, pixels in zip((panel.x, panel.y), panel.size, strict=True)]
    assert units[0] == pytest.approx(units[1])


def test_a_larger_rate_goes_from_wall_to_wall(view):
    def swing():
        return max(abs(y) for y in kinds(view.panels()[MAP], Line)[1].y)

    small = swing()
    view.set(rate=0.7)
    assert swing() > 1.8 * small
    view.set(rate=0.03)
    line = kinds(view.panels()[MAP], Line)[1]
    assert max(line.x) < 0.1
    assert swing() < small / 2


def test_another_club_goes_another_way_from_the_same_place(view):
    before = kinds(view.panels()[MAP], Line)[1]
    view.clubs.value = "momentum"
    after = kinds(view.panels()[MAP], Line)[1]
    assert (after.x[0], after.y[0]) == (before.x[0], before.y[0])
    assert after.x[-1] > before.x[-1]
    view.choose("your Mine")
    assert kinds(view.panels()[MAP], Line)[1].x == pytest.approx(before.x)


def test_the_cuts_meet_here_and_across_is_the_steep_one(view):
    across, along = kinds(view.panels()[CUTS], Line)
    for line in (across, along):
        assert np.interp(0.0, line.x, line.y) == pytest.approx(view.ravine.loss, abs=0.01)
    rise = [np.interp(0.2, line.x, line.y) + np.interp(-0.2, line.x, line.y) for line in (across, along)]
    assert rise[0] > 2 * rise[1]
    thrown, moved, _ = kinds(view.panels()[CUTS], Points)
    assert thrown.x[0] == pytest.approx(0.3 * view.ravine.pulls @ view.ravine.across)
    assert moved.x[0] == pytest.approx(0.3 * view.ravine.pulls @ view.ravine.along)


def test_each_number_has_its_way_and_its_step_the_farthest_first(view):
    far, step = kinds(view.panels()[WAITS], Bars)
    assert len(far.y) == len(step.y) == 230
    assert list(far.y) == sorted(np.abs(view.ravine.left).tolist(), reverse=True)[:230]
    pulls = {round(left, 12): pull for left, pull in zip(abs(view.ravine.left), abs(view.ravine.pulls), strict=True)}
    for n in (0, 5, 80, 200):
        assert step.y[n] == pytest.approx(min(0.3 * pulls[round(far.y[n], 12)], far.y[0]))
    assert "230 of 337 numbers still have a way" in view.panels()[WAITS].text()
    assert "at most 1.5 steps, half of them at least 11.0 steps" in view.panels()[WAITS].text()


def test_nobody_has_raced_before_the_button_is_pressed_and_then_all_have(view):
    assert "No race yet." in view.text()
    assert kinds(view.panels()[RACE], Points) == []
    view.choose("your Mine")
    view.racing.click()
    assert view.races["SGD", 0.7] == [53, 86, 60, 48, 56]
    assert view.races["your Mine", 0.3] == [53, 103, 104, 40, 97]
    rows = kinds(view.panels()[RACE], Points)
    assert [list(row.x) for row in rows] == [list(map(float, steps)) for steps in view.races.values()]
    assert "your Mine at 0.3: 53, 103, 104, 40, 97" in view.text()


def test_a_race_keeps_the_kit_s_rows_and_the_last_three_others(view):
    steps = view.ravine.race
    try:
        view.ravine.race = lambda name, rate: [int(100 * rate) + 1, None]
        for rate in (0.1, 0.2, 0.3, 0.4):
            view.set(rate=rate)
            view.race()
    finally:
        view.ravine.race = steps
    ticks = [text for _, text in view.panels()[RACE].y.ticks]
    assert ticks == ["SGD at 0.7", "momentum at 0.15", "Adam at 0.07", "SGD at 0.2", "SGD at 0.3", "SGD at 0.4"]
    assert "SGD at 0.4: 41, not in 300" in view.text()
    assert view.panels()[RACE].x.high > 300


def test_another_step_is_another_place(view):
    view.number.value = 0
    assert view.numbers()["shown"] == "step 0"
    assert view.numbers()["right"] == "76 of 100"
    assert len(kinds(view.panels()[MAP], Line)[0].x) == 54
    view.look(1000)
    assert (view.number.value, view.ravine.number) == (52, 52)


def test_the_sentence_is_that_of_the_bends_and_of_one_step(view):
    assert "changes by 9.9 a unit across and by 0.76 along" in view.sentence
    assert "One step of SGD at 0.3 goes 0.1 across and 0.051 along, and 0.6 are left to go." in view.sentence


def test_a_class_that_fails_is_told_in_three_parts_and_the_others_go_on():
    view = live.ravine(KIT, Broken)
    view.choose("your Broken")
    assert "found: RuntimeError: by hand, in line" in view.message.value
    assert len(kinds(view.panels()[MAP], Line)[1].x) == 1
    view.race()
    assert list(view.races) == [("SGD", 0.7), ("momentum", 0.15), ("Adam", 0.07)]
    assert "found: RuntimeError: by hand" in repr(view)
    view.choose("Adam")
    assert "RuntimeError" not in view.message.value


def test_a_training_that_is_never_done_is_looked_at_too():
    view = live.ravine(KIT, lr=0.01)
    assert view.numbers()["all right"] == "never"
    assert view.number.max == 299
    assert "left to go" in view.sentence


def test_its_code_gives_the_same_view(view):
    view.look(20)
    view.set(rate=0.5)
    view.choose("your Mine")
    *lines, last = view.code().splitlines()
    names = {"live": live, "mine": KIT, "Mine": Mine}
    exec("\n".join(lines), names)
    assert repr(eval(last, names)) == repr(view)


def test_what_is_asked_for_is_looked_over(view):
    for lr in (0, 3.0, True, "fast"):
        with pytest.raises(ValueError, match="lr is a number from"):
            live.ravine(KIT, lr=lr)
    with pytest.raises(ValueError, match="seed is a whole number"):
        live.ravine(KIT, seed=0)
    with pytest.raises(ValueError, match="the clubs here are SGD, momentum, Adam"):
        view.choose("RMSProp")
    with pytest.raises(ValueError, match="rate is a number"):
        view.set(rate=-1)


def test_names_and_numbers_are_short_enough_to_stand_beside_each_other(view):
    for name, number in view.numbers().items():
        assert len(name) <= 14
        assert len(str(number)) <= 14
