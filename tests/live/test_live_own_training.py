import gc
from types import SimpleNamespace

import pytest

from micrograd_lab import live
from micrograd_lab.experiments.own_training import KIT
from micrograd_lab.mine import loading


@pytest.fixture(scope="module")
def own():
    return loading.made("checkpoint_09", loading.text_of(9))


def test_it_plays_a_step_a_frame_until_all_are_right_and_stops():
    view, frames = live.own_training(KIT), 0
    view.play.value = True
    assert view.play.description == "pause"
    while view.chart.playing:
        view.player.frame(view.chart.frame)
        frames += 1
    assert view.numbers()["w1, one of 337"] == "0.590"
    assert (frames, view.training.number, view.learned) == (53, 53, True)
    assert (view.play.value, view.play.description) == (False, "let it learn")
    assert "<b>100</b> of 100 right" in view.large.value
    assert "All 100 points are right, after 53 steps of 20 points each." in view.message.value
    assert "All 100 points are right" in repr(view)
    view.play.value = True  # nothing is left to do
    view.player.frame(view.chart.frame)
    assert not view.play.value
    assert view.training.number == 53


def test_a_pause_keeps_it_where_it_is_and_the_collector_is_on(own):
    view = live.own_training(own)
    view.play.value = True
    for _ in range(3):
        view.player.frame(view.chart.frame)
    view.play.value = False
    view.player.frame(view.chart.frame)
    assert view.training.number == 3
    assert gc.isenabled()
    view.one.click()
    assert view.training.number == 4
    view.again.click()
    assert (view.training.number, sum(view.training.right)) == (0, 76)


def test_it_says_that_the_collector_is_paused_and_what_is_the_courses(own):
    assert live.own_training(own).notes == (
        "Each step leaves a graph that nobody needs any more, and Python's garbage collector is what throws it away. "
        "So that it does not stop each step over and over, it is paused while one is made, and run every 5 steps."
    )
    lent = live.own_training(SimpleNamespace(MLP=own.MLP, train=own.train))
    assert "The loss is the course's, as long as mine.py has no hinge." in repr(lent)


def test_what_a_learners_class_raises_is_said_and_playing_stops(own):
    def failing(scores, labels):
        raise ArithmeticError("no such sum")

    view = live.own_training(SimpleNamespace(MLP=own.MLP, train=own.train, hinge=failing, accuracy=own.accuracy))
    view.play.value = True
    view.player.frame(view.chart.frame)
    assert "ArithmeticError: no such sum" in view.message.value
    assert not view.play.value
    assert gc.isenabled()


def test_a_limit_of_steps_is_said(own):
    view = live.own_training(own, steps=2)
    view.learn()
    assert not view.learned
    assert "2 steps were made, and" in view.message.value


def test_its_code_gives_the_same_view(own):
    view = live.own_training(own, hidden=[4], rate=0.5, batch=50, steps=9, seed=3)
    view.step(2)
    *lines, last = view.code().splitlines()
    names = {"live": live, "mine": own}
    exec("\n".join(lines), names)
    assert repr(eval(last, names)) == repr(view)


@pytest.mark.parametrize(("name", "x"), [("rate", 0), ("rate", "1"), ("batch", 0), ("batch", 101), ("steps", True)])
def test_arguments_are_looked_over(name, x):
    with pytest.raises(ValueError, match=name):
        live.own_training(KIT, **{name: x})


@pytest.mark.parametrize("steps", [0, True, 1.5])
def test_step_asks_for_a_number_of_steps(steps):
    with pytest.raises(ValueError, match="step"):
        live.own_training(KIT, hidden=[2]).step(steps)
