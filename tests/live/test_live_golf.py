import math

import pytest

from micrograd_lab import live
from micrograd_lab.draw.charts import Line, Points
from micrograd_lab.experiments.golf import HIGH, LOW

COURSE, LOSSES, RATES = range(3)


class Mine:
    def __init__(self, parameters, lr):
        self.parameters, self.lr = parameters, lr
        self.speed = [0.0, 0.0]

    def step(self):
        for i, p in enumerate(self.parameters):
            self.speed[i] = 0.5 * self.speed[i] + p.grad
            p.data -= self.lr * self.speed[i]


class Broken(Mine):
    def step(self):
        raise RuntimeError("by hand")


def names(panel):
    return [mark.name for mark in panel.marks if mark.name]


def lines(panel):
    return {mark.name: mark for mark in panel.marks if isinstance(mark, Line)}


def test_a_class_is_played_at_once_beside_the_kit_s():
    view = live.golf(Mine)
    assert list(view.rounds) == ["SGD", "momentum", "Adam", "your Mine"]
    assert [*names(view.panels()[COURSE]), *names(view.panels()[LOSSES])] == [*view.rounds]
    ways = [mark for mark in view.panels()[COURSE].marks if isinstance(mark, Line)]
    assert [list(zip(way.x, way.y, strict=True)) for way in ways] == [r.places for r in view.rounds.values()]
    ends = [mark for mark in view.panels()[COURSE].marks if isinstance(mark, Points) and mark.size == 7]
    assert [(*end.x, *end.y) for end in ends] == [played.places[-1] for played in view.rounds.values()]
    drawn = [mark.y for mark in view.panels()[LOSSES].marks if isinstance(mark, Line)]
    assert drawn == [tuple(played.losses) for played in view.rounds.values()]
    n = view.rounds["your Mine"].steps
    assert f"Your Mine is in the hole after {n} steps." in view.message.value
    assert view.card["your Mine"]["ravine"] == str(n)
    assert view.card["SGD"] == {"ravine": "77", "slanted ravine": "74", "plateau": "not in 300"}
    assert f">{n}</td>" in view.scores.value


def test_the_limit_is_covered_until_the_mark_is_placed():
    view = live.golf()
    assert view.mark is None
    assert view.sweeps is None
    assert (view.lr.disabled, view.rate.disabled, view.holes.disabled) == (True, True, True)
    assert "0.08" not in repr(view)
    assert "25" not in repr(view).replace("0.25", "")
    view.marked.value = 0.04
    assert view.mark is None
    assert lines(view.panels()[RATES])["your mark"].x == (0.04, 0.04)
    assert "0.08" not in repr(view)
    view.placing.click()
    assert view.mark == 0.04
    assert lines(view.panels()[RATES])["SGD's limit"].x == pytest.approx((0.08, 0.08))
    assert view.numbers()["limit of SGD"] == "0.08"
    assert view.numbers()["a step leaves"] == "0.95 along, -0.25 across"
    assert (view.lr.disabled, view.rate.disabled, view.holes.disabled) == (False, False, False)
    assert view.marked.disabled
    assert view.placing.disabled


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        (0.08, "That is where your mark stands."),
        (0.04, "it could go 2 times as fast."),
        (0.16, "ends 3 times as far out as it began."),
    ],
)
def test_the_limit_is_put_beside_the_mark(mark, said):
    view = live.golf()
    view.place(mark)
    assert f"at {mark}. In the steepest direction, that of y" in view.sentence
    assert "the limit is 2 / 25 = 0.08." in view.sentence
    assert said in view.sentence


def test_a_press_on_the_rates_moves_the_mark_and_then_the_rate():
    def pressed(x):
        view.pointed({"phase": "press", "panel": RATES, "x": x, "y": 1.0, "x0": x, "y0": 1.0, "key": ""})

    view = live.golf()
    pressed(0.0612)
    assert (view.marked.value, view.rate.value, view.mark) == (0.0612, 0.05, None)
    view.place()
    pressed(0.0712)
    assert (view.marked.value, view.rate.value, view.mark) == (0.0612, 0.0712, 0.0612)
    pressed(50.0)
    assert view.rate.value == HIGH
    pressed(1e-9)
    assert view.rate.value == LOW


def test_the_rate_plays_every_round_anew():
    view = live.golf(Mine, mark=0.05)
    before = view.rounds["your Mine"].steps
    view.set(lr=0.02)
    assert view.rounds["SGD"].places[1] == pytest.approx((9.8, 0.5))
    assert view.rounds["your Mine"].steps != before
    view.set(lr=0.1)
    assert view.card["SGD"]["ravine"] == "out at 5"
    view.choose("slanted ravine")
    assert view.curvature.across[0] == pytest.approx(math.sqrt(0.5))
    assert "your mark" not in lines(view.panels()[RATES])
    assert "You placed" not in view.sentence


def test_each_course_has_its_own_limit_and_its_own_sweeps():
    view = live.golf(mark=0.05)
    limits, best = [], []
    for hole in view.holes.options:
        view.choose(hole)
        limits.append(view.curvature.limit)
        best.append(view.sweeps["SGD"].best)
        assert f"SGD {best[-1][0]} at" in view.text()
    assert limits == pytest.approx([0.08, 0.08, 1.0])
    assert len(set(best)) == 3


def test_a_class_that_fails_is_told_in_three_parts_and_the_kit_s_play_on():
    view = live.golf(Broken, mark=0.05)
    assert "asked: step 1 of your Broken" in view.message.value
    assert "found: RuntimeError: by hand" in view.message.value
    assert "try:" in repr(view)
    assert view.card["your Broken"] == dict.fromkeys(view.holes.options, "stopped")
    assert view.card["SGD"]["ravine"] == "77"
    assert "curve of your Broken" not in view.sentence
    view.set(lr=0.06)
    assert "This did not work" not in view.message.value


def test_a_class_that_stops_at_some_rates_has_a_curve_that_ends():
    class Fast(Mine):
        def step(self):
            if self.lr > 1:
                raise ValueError("too fast")
            super().step()

    view = live.golf(Fast, mark=0.05)
    assert "The curve of your Fast ends" in view.sentence


def test_what_a_step_prints_is_kept_from_the_sweep_alone(capsys):
    class Loud(Mine):
        def step(self):
            print("here")
            super().step()

    view = live.golf(Loud)
    before = capsys.readouterr().out.count("here")
    assert before == sum(view._round("your Loud", hole).steps for hole in view.holes.options)
    view.place(0.05)
    assert capsys.readouterr().out == ""


def test_names_are_shown_as_they_are():
    made = type("Mine", (Mine,), {})
    made.__name__ = "<b>"
    view = live.golf(made)
    assert "your club" in view.card
    assert "<b>" not in view.scores.value


def test_its_code_gives_the_same_view():
    for given in ((), (Mine,)):
        view = live.golf(*given, lr=0.03)
        names = {"live": live, "Mine": Mine}
        assert repr(eval(view.code(), names)) == repr(view)
        view.place(0.07)
        assert repr(eval(view.code(), names)) == repr(view)
        view.choose("plateau")
        view.set(lr=0.3)
        again = eval(view.code(), names)
        assert (again.card, again.mark, again.hole) == (view.card, 0.07, view.hole)


def test_a_prediction_locks_it_and_what_waits_for_the_mark_stays_locked_afterwards():
    view = live.golf()
    view.lock()
    assert all(control.disabled for control in view.controls)
    view.lock(False)
    assert {control for control in view.controls if control.disabled} == {view.holes, view.lr, view.rate}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"lr": 0}, "lr is a number from 0.001 to 2; got 0"),
        ({"lr": "fast"}, "got 'fast'"),
        ({"mark": 7.0}, "mark is a number from"),
        ({"hole": "lake"}, "got 'lake'"),
    ],
)
def test_arguments_are_looked_over(asked, found):
    with pytest.raises(ValueError, match=found):
        live.golf(**asked)


def test_a_mark_is_placed_once():
    view = live.golf(mark=0.05)
    with pytest.raises(ValueError, match="the mark is placed"):
        view.place(0.06)
    assert view.mark == 0.05
