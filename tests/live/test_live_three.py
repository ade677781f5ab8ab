import pytest
from experiments.test_three import NoBackward, Plain, Replacing, Silent

from micrograd_lab import live
from micrograd_lab.experiments.three import START, loss


def numbers(view):
    return [box.value for box in view.boxes.values()]


def test_the_sliders_set_the_numbers_and_the_loss_stands_large():
    view = live.three()
    assert tuple(numbers(view)) == START
    assert f"loss <b>{loss(START):.3f}</b>" in view.large.value
    view.sliders["w1"].value = 2.0
    assert view.three.numbers == (2.0, -1.0, 1.0)
    assert f"loss <b>{loss((2.0, -1.0, 1.0)):.3f}</b>" in view.large.value


def test_the_clock_begins_with_the_first_touch_and_not_before():
    view = live.three()
    view.set(w1=0.0)
    assert not view.clock.running
    view.boxes["b"].value = 0.5
    assert view.clock.running


def test_below_the_goal_the_clock_stops_and_it_is_said():
    view = live.three()
    for name, x in (("w1", 1.8), ("b", -2.2)):
        view.boxes[name].value = x
    assert view.clock.running
    view.boxes["w2"].value = 1.2
    assert view.three.found
    assert (view.clock.running, view.clock.stopped) == (False, True)
    assert "by hand: 3 changes" in view.message.value
    assert repr(view).endswith("Below 0.1, by hand: 3 changes of three numbers.")
    view.boxes["w2"].value = -1.0
    assert "it was below 0.1, and you moved on" in view.large.value
    assert "bring it below" not in view.large.value
    assert view.clock.stopped
    view.reset()
    assert "bring it below 0.1" in view.large.value


def test_the_clock_waits_for_no_move_once_backward_has_moved_them():
    view = live.three(engine=Plain)
    assert view.clock.layout.visibility == "visible"
    view.learn()
    assert view.clock.layout.visibility == "hidden"
    view.reset()
    assert view.clock.layout.visibility == "visible"
    view.learn(2)
    view.boxes["w1"].value = 0.5
    assert (view.clock.running, view.clock.layout.visibility) == (True, "visible")


def test_start_again_is_the_start_clock_and_all():
    view = live.three()
    fresh = repr(view)
    view.boxes["b"].value = 3.0
    view.again.click()
    assert repr(view) == fresh
    assert (view.clock.running, view.clock.stopped) == (False, False)


def test_without_a_class_nothing_moves_by_itself():
    view = live.three()
    assert view.play is None
    with pytest.raises(RuntimeError, match=r"engine=mine\.Value"):
        view.learn()


def test_learn_moves_the_sliders_below_the_goal():
    view = live.three(engine=Plain)
    view.learn(5)
    assert "After 5 steps" in view.said
    assert numbers(view) == [round(x, 3) for x in view.three.numbers] != list(START)
    view.learn()
    assert view.three.found
    assert "by backward(): 37 steps" in view.said


def test_the_button_plays_to_the_goal_in_two_seconds(monkeypatch):
    now = [0.0]
    monkeypatch.setattr("micrograd_lab.live.views.three.view.monotonic", lambda: now[0])
    view, frames = live.three(engine=Plain), 0
    view.play.value = True
    assert view.chart.playing
    seen = []
    while view.chart.playing:
        view.player.frame(view.chart.frame)
        seen.append(view.three.loss)
        now[0] += 0.1
        frames += 1
    assert 1.7 <= 0.1 * (frames - 1) <= 2.0
    assert seen == sorted(seen, reverse=True)
    assert len(set(seen)) > 15
    assert view.three.found
    assert not view.play.value


def test_a_slow_machine_takes_as_many_steps_in_fewer_frames(monkeypatch):
    now = [0.0]
    monkeypatch.setattr("micrograd_lab.live.views.three.view.monotonic", lambda: now[0])
    view = live.three(engine=Plain)
    view.play.value = True
    while view.chart.playing:
        view.player.frame(view.chart.frame)
        now[0] += 0.7
    assert view.three.found
    assert now[0] < 3.0


def test_one_step_is_one_step():
    view = live.three(engine=Plain)
    view.one.click()
    assert (view.three.changes, "After 1 steps" in view.said) == (1, False)
    assert "After 1 step " in view.said


@pytest.mark.parametrize("engine", [Replacing, Silent])
def test_wrong_gradients_move_the_sliders_and_are_told(engine):
    view = live.three(engine=engine)
    view.learn(3)
    assert "Measured" in view.message.value
    assert "This did not work" not in view.message.value


def test_a_class_without_backward_is_told_and_nothing_moves():
    view = live.three(engine=NoBackward)
    view.learn()
    assert tuple(numbers(view)) == START
    assert "no backward() yet\ntry:   exercise 5.2" in view.message.value
    view.play.value = True
    view.player.frame(view.chart.frame)
    assert not view.play.value
    assert "no backward() yet\ntry:   exercise 5.2" in view.message.value


@pytest.mark.parametrize("steps", [0, -1, 2.0, True, "5"])
def test_learn_asks_for_a_number_of_steps(steps):
    with pytest.raises(ValueError, match="learn"):
        live.three(engine=Plain).learn(steps)


def test_arguments_are_looked_over():
    with pytest.raises(ValueError, match="w2 is from -4 to 4"):
        live.three(w2=5)
    with pytest.raises(TypeError, match=r"mine\.Value"):
        live.three(engine=Plain(1.0))
    with pytest.raises(ValueError, match="w1, w2 and b; got w3"):
        live.three().set(w3=1)


def test_its_code_gives_the_same_view():
    view = live.three(engine=Plain)
    view.learn(7)
    again = eval(view.code(), {"live": live, "Plain": Plain})
    assert numbers(again) == numbers(view)
    assert again.three.engine is Plain


def test_a_prediction_locks_it():
    view = live.three(engine=Plain)
    live.predict(view, "How long?", "long", ["long", "short"])
    assert all(control.disabled for control in view.controls)
