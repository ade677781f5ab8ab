"""A training without a screen: what live.training shows, against the engine and a Training by hand."""

import math
import subprocess
import sys

import numpy as np
import pytest

from micrograd_lab import Value, datasets, live, losses, nn, optim, steps
from micrograd_lab.experiments.session import KEPT, MADE, Session

DATA = datasets.moons(40, noise=0.2, seed=3)
TEST = datasets.moons(30, noise=0.2, seed=4)


def weights(model):
    return [p.data for p in model.parameters()]


def by_hand(n, lr=1.0, alpha=0.0, loss=losses.hinge, rule=optim.SGD, batch=None, sizes=(4,), activation="relu"):
    model = nn.MLP(2, [*sizes, 1], activation=activation, seed=1)
    training = steps.Training(model, DATA, rule(model.parameters(), lr=lr), loss, alpha=alpha, batch=batch)
    for _ in range(n):
        next(training)
    return model, training


def test_a_session_needs_no_widget():
    code = "import micrograd_lab.experiments.session, sys; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"ipywidgets", "anywidget", "traitlets", "matplotlib", "IPython"} & set(loaded)


def test_it_trains_moons_to_the_numbers_of_the_view():
    session, view = Session(DATA, [8], lr=0.5, alpha=1e-3, test=TEST), live.training(DATA, [8], lr=0.5, alpha=1e-3)
    session.step(50)
    session.measure()
    view.step(50)
    assert weights(session.model) == weights(view.model)
    assert session.accuracy == view.accuracy == session.now.accuracy > 0.8
    assert [row[:2] for row in session.curve] == [row[:2] for row in view.session.curve]
    expected = losses.hinge([session.model(x) for x in TEST.X], TEST.y).data
    assert session.tested.data_loss == pytest.approx(expected)
    assert (session.scores == view.session.scores).all()
    corner = session.model([Value(x) for x in session.grid[0]])
    assert session.scores[0, 0] == pytest.approx(corner.data)


@pytest.mark.parametrize(
    "choice",
    [
        {"lr": 0.1},
        {"alpha": 0.01},
        {"batch": 10},
        {"lr": 0.03, "loss": losses.mean_squared_error},
        {"lr": 0.03, "rule": optim.Adam},
        {"lr": 0.3, "activation": "tanh"},
        {"lr": 0.3, "sizes": (5, 3)},
    ],
    ids=lambda choice: " ".join(choice),
)
def test_every_choice_acts_when_it_is_changed(choice):
    session = Session(DATA, [4])
    for name, value in choice.items():
        if name not in ("rule", "activation", "sizes"):
            setattr(session, name, value)
    session.optimizer = choice.get("rule", optim.SGD)
    if {"loss", "rule"} & set(choice):
        session.retrain()
    if {"activation", "sizes"} & set(choice):
        session.restart(choice.get("sizes"), choice.get("activation"))
    session.step(12)
    model, training = by_hand(12, **choice)
    assert weights(session.model) == weights(model)
    assert weights(session.model) != weights(by_hand(12)[0])
    assert session.training.measure() == training.measure()


def test_a_restart_is_the_start_again_and_what_was_chosen_stays():
    session = Session(DATA, [4], seed=7)
    start = weights(session.model)
    session.restart([3, 2], "tanh")
    session.step(5)
    session.restart()
    assert repr(session.model) == repr(nn.MLP(2, [3, 2, 1], activation="tanh", seed=7))
    assert (session.training.number, session.curve) == (0, [])
    session.restart([4], "relu")
    assert weights(session.model) == start


def test_another_way_to_learn_goes_on_where_the_network_is():
    session = Session(DATA, [4])
    session.step(3)
    before = weights(session.model)
    session.optimizer, session.lr = optim.Adam, 0.03
    session.retrain()
    assert (weights(session.model), session.training.number, len(session.curve)) == (before, 3, 3)


@pytest.mark.parametrize("name", MADE)
def test_made_points_come_with_others_of_their_kind_to_test_on(name):
    session = Session(DATA, [4], seed=2)
    session.step(2)
    session.make(name, 0.3)
    assert (session.data.X == MADE[name](40, noise=0.3, seed=2).X).all()
    assert (session.test.X == MADE[name](40, noise=0.3, seed=1002).X).all()
    assert (session.training.number, session.curve) == (0, [])
    session.begin(*session.given)
    assert (session.data, session.test) == (DATA, None)


def test_own_points_begin_from_nothing():
    session = Session(DATA, [4], watch=("units", "gradients"))
    session.step(3)
    model, limits = session.model, session.limits
    session.clear()
    session.measure()
    assert (session.training, session.now, session.tested) == (None, None, None)
    assert math.isnan(session.accuracy)
    assert all(map(math.isnan, session.sizes_of_gradients))
    assert session.dead == session.saturated == (False,) * 4
    with pytest.raises(ValueError, match="needs points to learn; got none"):
        session.step()
    session.add(0.25, -0.5, 1.0)
    session.add(-1.0, 0.5, -1.0)
    assert (session.data.X.tolist(), session.data.y.tolist()) == ([[0.25, -0.5], [-1.0, 0.5]], [1.0, -1.0])
    session.step(200)
    assert (session.accuracy, session.training.number) == (1.0, 200)
    assert (session.model is model, session.limits) == (True, limits)


def test_a_batch_of_more_than_there_are_takes_all():
    session = Session(DATA, [4], batch=10)
    session.clear()
    for x in range(3):
        session.add(x, 0.0, 1.0)
    session.step()
    assert session.training.batch is None


def test_a_nudge_counts_from_the_weight_as_it_was_taken_hold_of():
    session = Session(DATA, [4])
    session.hold(7)
    before = weights(session.model)
    session.nudge(0.5)
    session.nudge(-0.25)
    assert weights(session.model) == [*before[:7], before[7] - 0.25, *before[8:]]
    session.hold(7)
    session.nudge(1.0)
    assert weights(session.model)[7] == before[7] + 0.75
    session.hold(16)
    session.restart([2])
    assert session.which == 8


def test_a_curve_is_thinned_evenly():
    session = Session(datasets.moons(10), [2], lr=0.01)
    session.step(3 * KEPT)
    numbers = [number for number, _, _ in session.curve]
    assert KEPT / 2 <= len(numbers) <= KEPT
    assert set(np.diff(numbers)) == {4}
    assert numbers[0] == 0


def test_it_stops_where_the_loss_is_no_number():
    session = Session(DATA, [16, 16], loss=losses.mean_squared_error, lr=10.0)
    lost = session.step(400)
    assert not math.isfinite(lost.loss)
    assert session.training.number == lost.number + 1 < 400
    assert all(math.isfinite(loss) for _, loss, _ in session.curve)
    session.restart()
    session.lr = 0.01
    assert session.step(5) is None
    session.measure()
    assert math.isfinite(session.now.loss)


def test_what_is_watched_are_the_engines_gradients_and_the_units_answers():
    session = Session(DATA, [5, 4], alpha=0.01, watch=("units", "gradients"))
    session.step(3)
    session.model.layers[0].neurons[2].b.data = -100.0
    session.measure()
    loss = losses.hinge([session.model(x) for x in DATA.X], DATA.y) + losses.l2(session.model.parameters(), 0.01)
    session.model.zero_grad()
    loss.backward()
    grads = [p.grad for p in session.model.parameters()]
    parts = grads[:15], grads[15:39], grads[39:]
    assert session.sizes_of_gradients == pytest.approx([math.hypot(*part) for part in parts])
    answers = np.array([[unit.data for unit in session.model.layers[0]([Value(x) for x in row])] for row in DATA.X])
    assert session.dead[:5] == tuple((answers == 0).all(axis=0).tolist())
    assert session.dead[2]
    assert [tile.shape[0] for tile in session.tiles] == [2, 5, 4, 1]
