import pytest

from micrograd_lab import live


@pytest.fixture
def clock(monkeypatch):
    now = [100.0]
    monkeypatch.setattr("micrograd_lab.live.views.first.view.monotonic", lambda: now[0])
    return now


def played(view, clock, frame):
    """(time, steps) at each frame, of so many seconds each, until it stops by itself."""
    seen, view.play.value = [], True
    while view.chart.playing:
        view.player.frame(view.chart.frame)
        seen.append((clock[0] - 100.0, view.first.steps))
        clock[0] += frame
    return seen


def test_it_learns_to_the_last_point_in_some_twelve_seconds_and_stops(clock):
    view = live.first()
    seen = played(view, clock, frame=1 / 60)
    assert view.done
    assert not view.play.value
    assert 10 < seen[-1][0] < 14
    assert "28,645" in view.message.value
    assert next(t for t, steps in seen if steps == 20) > 3  # the bending is seen


def test_a_slow_machine_takes_longer_and_leaves_no_step_out(clock):
    seen = played(live.first(), clock, frame=0.5)
    assert [steps for _, steps in seen[:-1]] == list(range(1, len(seen)))


def test_a_frame_before_its_time_draws_nothing_new_and_asks_again(clock):
    view = live.first()
    view.play.value = True
    view.player.frame(view.chart.frame)
    drawn, frame = view.redraws, view.chart.frame
    view.player.frame(view.chart.frame)
    assert (view.redraws, view.chart.frame, view.first.steps) == (drawn, frame + 1, 1)


def test_the_button_says_what_it_does():
    view = live.first()
    assert view.play.description == "let it learn"
    view.play.value = True
    assert view.play.description == "pause"
    view.play.value = False
    assert view.play.description == "let it learn"


def test_steps_questions_and_points_are_counted():
    view = live.first()
    assert "<b>0</b> questions" in view.large.value
    view.one.click()
    view.step(2)
    assert "<b>1,011</b> questions" in view.large.value
    assert f"<b>{sum(view.first.right)}</b> of 100 right" in view.large.value
    assert view.numbers()["steps"] == 3


def test_points_that_are_not_right_carry_a_cross():
    view = live.first()
    crosses = view.panels()[0].marks[-1]
    assert len(crosses.x) == 100 - sum(view.first.right)
    view.learn()
    assert view.panels()[0].marks[-1].x == ()


def test_learn_goes_to_the_end_and_further_steps_change_nothing():
    view = live.first()
    view.learn()
    said = repr(view)
    assert said.endswith("All 100 points are right, after 85 steps of 337 questions each: 28,645.")
    view.step(5)
    view.play.value = True
    view.player.frame(view.chart.frame)
    assert repr(view) == said


def test_start_again_is_the_beginning():
    view = live.first()
    fresh = repr(view)
    view.learn()
    view.again.click()
    assert repr(view) == fresh
    assert not view.message.value


@pytest.mark.parametrize("steps", [0, -3, 1.0, True])
def test_steps_are_a_number_from_1_up(steps):
    with pytest.raises(ValueError, match=r"view\.step"):
        live.first().step(steps)


def test_its_code_gives_the_same_view():
    view = live.first()
    view.step(4)
    names = {"live": live}
    *before, last = view.code().splitlines()
    exec("\n".join(before), names)
    assert repr(eval(last, names)) == repr(view)


def test_a_prediction_is_compared_when_all_are_right():
    view = live.first()
    asked = live.predict(view, "How often?", "30,000", ["300", "30,000", "3 million"], tried=lambda view: view.done)
    assert all(control.disabled for control in view.controls)
    asked.commit("300")
    view.step(84)
    assert not asked.compared
    view.step()
    assert asked.compared
