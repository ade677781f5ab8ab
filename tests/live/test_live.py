"""The live views without a browser: what their controls do, and what they show where no widget can be."""

import json

import pytest

from micrograd_lab import Value, datasets, journal, live, losses, nn, optim, steps
from micrograd_lab.experiments.session import KEPT
from micrograd_lab.graph import snapshot, text
from micrograd_lab.live.base.slider import slider


def asked(view):
    return live.predict(view, "Up or down?", "up", options=["up", "down"], lesson="02", name="test")


def eager(a, b, c):
    a, b, c = Value(a, "a"), Value(b, "b"), Value(c, "c")
    y = a * b + c
    y.label = "y"
    y.backward()
    return text(snapshot(y))


def test_a_slider_moves_the_graph_as_the_engine_computes_it():
    view = live.graph(lambda a, b, c: a * b + c, a=2.0, b=-3.0, c=10.0)
    assert view.text() == eager(2.0, -3.0, 10.0)
    view.sliders["a"].value = -1.5
    view.sliders["c"].value = 0.5
    assert view.text() == eager(-1.5, -3.0, 0.5)
    assert ">5</text>" in view.picture.moving[4]["box"]


def test_only_numbers_travel_while_the_shape_stays():
    view = live.graph(lambda a: a.relu() if a.data > 0 else a * a, a=2.0)
    laid_out = view.picture.svg
    view.sliders["a"].value = 3.0
    assert view.picture.svg == laid_out
    view.sliders["a"].value = -3.0
    assert view.picture.svg != laid_out
    assert view.root.data == 9.0


def test_without_running_forward_only_the_leaf_changes():
    view = live.graph("a * b", a=2.0, b=3.0, rerun=True)
    view.rerun.value = False
    view.sliders["a"].value = 5.0
    assert (view.root.data, view.leaves["a"].data) == (6.0, 5.0)
    view.rerun.value = True
    assert view.root.data == 15.0


@pytest.mark.parametrize("typed", ["a +", "a + q", "3", "a.grad.foo", "__import__('os')", "a / 0", "log(a)"])
def test_whatever_is_typed_the_last_graph_stays_and_the_reason_is_shown(typed):
    view = live.graph("a * b", a=2.0, b=3.0)
    view.expression.value = typed
    assert view.root.data == 6.0
    assert view.message.value
    view.expression.value = "a + b"
    assert view.root.data == 5.0
    assert not view.message.value


def test_a_place_without_a_result_says_so_and_keeps_the_last_graph():
    view = live.graph("a / b", a=2.0, b=4.0)
    view.sliders["b"].value = 0.0
    assert "divisor" in view.message.value
    assert view.root.data == 0.5
    view.sliders["b"].value = 1.0
    assert view.root.data == 2.0


def test_without_running_forward_a_leaf_moves_after_an_error_too():
    view = live.graph("a / b", a=2.0, b=4.0, rerun=True)
    view.sliders["b"].value = 0.0
    view.rerun.value = False
    view.sliders["b"].value = 1.0
    assert {r.label: r.data for r in view.records} == {"a": 2.0, "b": 1.0, "y": 0.5}
    assert not view.message.value


def test_a_function_that_fails_somewhere_says_so_there():
    view = live.graph(lambda a: a * {2.0: 3.0}[a.data], a=2.0)
    view.sliders["a"].value = 5.0
    assert "No result here" in view.message.value
    assert view.root.data == 6.0


def test_a_constant_that_changes_is_named_anew():
    view = live.graph(lambda a: a * (3.0 if a.data > 0 else 7.0), a=2.0)
    view.sliders["a"].value = -2.0
    assert ">7</" in view.picture.svg
    assert ">3</" not in view.picture.svg


@pytest.mark.parametrize(
    ("log", "low", "high", "step", "typed", "answer", "other"),
    [
        (False, -10.0, 10.0, 0.1, 2.345, 2.3000000000000007, 2.4000000000000004),
        (False, -10.0, 10.0, 0.1, -1.25, -1.1999999999999993, -1.3000000000000007),
        (True, 1e-4, 10.0, 0.05, 0.3, 10**-0.5, 10**-0.45),
        (True, 1e-17, 1.0, 0.2, 1.1e-15, 1e-15, 10**-14.8),
    ],
)
def test_a_typed_number_holds_though_the_slider_answers_with_one_of_its_steps(
    log, low, high, step, typed, answer, other
):
    handle, box = slider("a", 1.0, low, high, step=step, log=log)
    box.value = typed
    assert handle.value == pytest.approx(answer, rel=1e-12)  # so that the browser has nothing to answer
    handle.value = answer  # as it does where it counts differently
    assert box.value == typed
    handle.value = other  # as a learner does
    assert box.value == float(f"{other:.4g}")
    assert handle.value == other  # told nothing, which would tear it out of the hand


def test_a_number_given_holds_though_the_slider_answers_with_one_of_its_steps():
    view = live.graph("a * b", a=2.345, b=(0.01, -1.0, 1.0))
    view.sliders["a"].value, view.sliders["b"].value = 2.3000000000000007, 0.0
    assert view.root.data == 2.345 * 0.01
    view = live.training(datasets.moons(20), lr=0.3)
    view.lr.value = 10**-0.5
    assert view.training.optimizer.lr == 0.3


def test_a_slider_reaches_as_far_as_what_it_is_given():
    view = live.training(datasets.moons(20), hidden=[40], lr=20.0)
    assert view.training.optimizer.lr == 20.0
    assert (view.hidden.value, repr(view.model)) == (40, repr(nn.MLP(2, [40, 1])))
    last = len(view.model.parameters()) - 1
    view.which.value = last
    assert any(getattr(control, "value", None) == last for control in view.controls if control is not view.which)


def test_bad_ranges_and_functions_are_told_what_to_try():
    with pytest.raises(ValueError, match="must start within"):
        live.graph("a", a=(7.0, 0, 5))
    with pytest.raises(TypeError, match="takes a number"):
        live.graph("a", a="two")
    with pytest.raises(ValueError, match=r"live\.graph\(f, a=2\.0\)"):
        live.graph("a")
    with pytest.raises(TypeError, match="Is a return missing"):
        live.graph(lambda a: None, a=1.0)


def test_the_still_twin_is_the_picture_without_an_address():
    bundle = live.graph("a * b", a=2.0, b=3.0)._repr_mimebundle_()
    assert bundle["image/svg+xml"].startswith("<svg")
    assert bundle["text/plain"] == repr(live.graph("a * b", a=2.0, b=3.0))
    assert "0x" not in bundle["text/plain"]
    view = live.training(datasets.moons(20))
    assert "0x" not in repr(view) + repr(view.chart)
    assert view._repr_mimebundle_()["image/png"]


def test_controls_are_locked_until_a_prediction_is_committed():
    view = live.graph("a * b", a=2.0, b=3.0)
    prediction = asked(view)
    assert all(control.disabled for control in view.controls)
    prediction.commit("sideways")
    assert all(control.disabled for control in view.controls)
    assert "sideways is not one of the answers. Choose up or down: a guess is enough." in prediction.status.value
    prediction.commit("down")
    assert not any(control.disabled for control in view.controls)


def test_a_prediction_is_kept_once_and_shown_beside_the_outcome():
    prediction = asked(live.graph("a * b", a=2.0, b=3.0))
    prediction.commit("down")
    prediction.commit("up")  # a second click, too late
    assert prediction.answer == "down"
    assert not prediction.compared
    prediction.view.sliders["a"].value = 3.0
    prediction.view.sliders["a"].value = 4.0
    assert "down" in prediction.comparison.value
    assert "up" in prediction.comparison.value
    prediction.saw("it went <up>")
    lines = [json.loads(line) for line in journal.path().read_text(encoding="utf-8").splitlines()]
    assert [(e["kind"], e.get("answer"), e.get("outcome")) for e in lines] == [
        ("prediction", "down", None),
        ("outcome", "down", "up"),
        ("observation", None, None),
    ]
    again = asked(live.graph("a * b", a=2.0, b=3.0))
    assert "Last time you predicted down" in again.status.value
    assert again.answer is None


def test_a_hidden_view_gives_nothing_away_before_the_commitment():
    prediction = live.predict(live.graph("a + a", a=2.0), "How many?", "2", ["1", "2"], hidden=True)
    bundle = prediction._repr_mimebundle_()
    assert "image/svg+xml" not in bundle
    assert "a + a" not in bundle["text/plain"]
    prediction.commit("1")
    assert "a + a" in prediction._repr_mimebundle_()["text/plain"]
    assert "What happens: 2" in prediction.text()


def test_a_hidden_training_gives_no_picture_away():
    view = live.training(datasets.moons(20), hidden=[2])
    prediction = live.predict(view, "How accurate?", 0.5, hidden=True)
    assert "image/png" not in prediction._repr_mimebundle_()
    assert "accuracy" not in prediction.text()
    prediction.commit(0.5)
    assert "image/png" in prediction._repr_mimebundle_()
    assert "accuracy" in prediction.text()


def test_a_predicted_number_is_compared_with_the_outcome():
    prediction = live.predict(live.graph("a * b", a=2.0, b=3.0), "What is y at a = 4?", lambda view: view.root.data)
    for typed, said in [("", "There is no number yet. Type one, as 2.5"), ("many", "many is not a number. Type one")]:
        prediction.entry.value = typed
        prediction.button.click()
        assert said in prediction.status.value
        assert prediction.answer is None
    prediction.entry.value = "11.5"
    prediction.button.click()
    prediction.view.sliders["a"].value = 4.0
    assert (prediction.answer, prediction.happened) == (11.5, 12.0)
    assert "It turned out differently" in prediction.comparison.value
    assert prediction.status.value == ""


def test_an_outcome_waits_until_the_view_was_tried_and_comes_at_that_very_step():
    view = live.training(datasets.moons(20), hidden=[2])
    tried = {"tried": lambda view: view.training.number >= 2}
    prediction = live.predict(view, "Which step?", lambda view: str(view.training.number), ["1", "2", "3"], **tried)
    view.step(3)
    assert not prediction.compared
    view.reset()
    prediction.commit("3")
    view.one.click()
    assert not prediction.compared
    view.one.click()
    view.one.click()
    assert prediction.happened == "2"


def test_an_outcome_that_is_none_of_the_options_is_refused():
    with pytest.raises(ValueError, match="must be one of the options"):
        live.predict(live.graph("a", a=1.0), "Up or down?", "sideways", ["up", "down"])


def test_a_prediction_that_cannot_be_kept_still_unlocks(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("MICROGRAD_LAB_DATA", str(tmp_path / "file"))
    prediction = asked(live.graph("a * b", a=2.0, b=3.0))
    prediction.commit("up")
    assert "could not be kept" in prediction.status.value
    assert not prediction.view.sliders["a"].disabled


def test_steps_on_screen_are_the_steps_of_a_training():
    data = datasets.moons(40, seed=3)
    view = live.training(data, hidden=[8], lr=0.5, alpha=1e-3, seed=7)
    model = nn.MLP(2, [8, 1], seed=7)
    training = steps.Training(model, data, optim.SGD(model.parameters(), lr=0.5), losses.hinge, alpha=1e-3)
    for _ in range(12):
        next(training)
    view.step(12)
    assert [p.data for p in view.model.parameters()] == [p.data for p in model.parameters()]
    assert f"accuracy        {training.measure().accuracy:.1%}" in view.text()


def test_reset_and_resize_make_a_new_network_from_the_same_seed():
    view = live.training(datasets.moons(20), hidden=[4, 4], seed=2)
    first, words = view.model, view.text()
    view.step(3)
    view.reset()
    assert view.model is not first
    assert view.text() == words
    view.hidden.value = 3
    assert repr(view.model) == repr(nn.MLP(2, [3, 3, 1], seed=2))


def test_a_nudge_is_exact_and_starts_from_the_weight_as_it_is():
    view = live.training(datasets.moons(20), hidden=[4])
    view.which.value = 5
    before = view.model.parameters()[5].data
    view.nudge.value = 0.35
    assert view.model.parameters()[5].data == before + 0.35
    view.nudge.value = 0.0
    assert view.model.parameters()[5].data == before
    view.nudge.value = 1.0
    view.step()
    assert view.nudge.value == 0.0


def test_numbers_stand_apart_from_their_names():
    view = live.training(datasets.moons(20), hidden=[32, 32])
    view.which.value = 1184
    assert {line[15] for line in view.text().splitlines()} == {" "}


def test_learning_rate_and_penalty_change_the_next_step():
    data = datasets.moons(20)
    view = live.training(data, hidden=[4])
    view.lr.value, view.alpha.value = 0.1, 0.01
    view.step()
    model = nn.MLP(2, [4, 1], seed=1)
    next(steps.Training(model, data, optim.SGD(model.parameters(), lr=0.1), losses.hinge, alpha=0.01))
    assert [p.data for p in view.model.parameters()] == [p.data for p in model.parameters()]


def test_an_exploding_loss_stops_with_a_sentence_and_can_be_reset():
    view = live.training(datasets.moons(20), hidden=[16, 16], loss=losses.mean_squared_error, lr=10.0)
    view.play.value = True
    view.step(400)
    assert "Lower the learning rate" in view.message.value
    assert view.play.value is False
    view.reset()
    assert view.message.value == ""
    assert view.training.number == 0


def test_a_frame_is_given_once_however_many_ask_for_it():
    view = live.training(datasets.moons(20), hidden=[4])
    view.play.value = True
    frame = view.chart.frame
    view._asked(view.chart, {"next": frame}, [])
    view._asked(view.chart, {"next": frame}, [])
    assert view.training.number == 1
    view.play.value = False
    view._asked(view.chart, {"next": view.chart.frame}, [])
    assert view.training.number == 1


def test_the_loss_curve_stays_short():
    view = live.training(datasets.moons(10), hidden=[2], lr=0.01)
    view.step(3 * KEPT)
    assert KEPT / 2 <= len(view.session.curve) <= KEPT


def test_data_that_cannot_be_drawn_is_refused():
    with pytest.raises(ValueError, match="labels -1 and"):
        live.training(datasets.blobs(30, classes=3))
