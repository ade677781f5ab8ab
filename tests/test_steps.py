"""A replayed training step is the eager step, and nothing is lost when it stops."""

import math

import numpy as np
import pytest

from micrograd_lab import datasets, losses, nn, optim, steps

DATA = datasets.moons(30, seed=4)


def eager_step(model, optimizer, loss, alpha):
    total = loss([model(x) for x in DATA.X], DATA.y) + losses.l2(model.parameters(), alpha)
    optimizer.zero_grad()
    total.backward()
    optimizer.step()
    return total.data


@pytest.mark.parametrize("loss", [losses.hinge, losses.mean_squared_error])
@pytest.mark.parametrize(
    "make",
    [
        lambda p: optim.SGD(p, lr=0.2),
        lambda p: optim.SGD(p, lr=0.05, momentum=0.9, weight_decay=0.01),
        lambda p: optim.Adam(p, lr=0.02, weight_decay=0.01),
    ],
    ids=["SGD", "momentum", "Adam"],
)
def test_replayed_steps_are_eager_steps(make, loss):
    replayed, eager = (nn.MLP(2, [6, 1], activation="tanh", seed=3) for _ in range(2))
    fast, slow = make(replayed.parameters()), make(eager.parameters())
    training = steps.Training(replayed, DATA, fast, loss, alpha=1e-3)
    for n in range(40):
        fast.lr = slow.lr = 0.05 / (1 + n)
        training.alpha = 1e-3 * n
        expected = eager_step(eager, slow, loss, alpha=1e-3 * n)
        assert next(training).loss == pytest.approx(expected, rel=1e-9)
    assert np.allclose([p.data for p in replayed.parameters()], [p.data for p in eager.parameters()], rtol=1e-9)


def test_a_parameter_changed_by_hand_is_where_the_next_step_starts():
    model = nn.MLP(2, [4, 1], seed=1)
    training = steps.Training(model, DATA, optim.SGD(model.parameters(), lr=0.0))
    before = training.measure().loss
    model.parameters()[-1].data += 3.0
    after = next(training)
    assert after.loss != before
    assert after.loss == pytest.approx(losses.hinge([model(x) for x in DATA.X], DATA.y).data, rel=1e-12)


def test_a_step_says_the_state_before_its_update():
    model = nn.MLP(2, [4, 1], seed=1)
    scores = [model(x) for x in DATA.X]
    training = steps.Training(model, DATA, optim.SGD(model.parameters(), lr=0.1), alpha=0.1)
    first = next(training)
    assert first.number == 0
    assert first.accuracy == losses.accuracy(scores, DATA.y)
    assert first.data_loss == pytest.approx(losses.hinge(scores, DATA.y).data, rel=1e-12)
    assert next(training).number == 1


def test_stopping_keeps_the_parameters_reached_so_far():
    model = nn.MLP(2, [4, 1], seed=1)
    training = steps.Training(model, DATA, optim.SGD(model.parameters(), lr=0.5))
    for step in training:
        if step.number == 10:
            break
    expected = losses.hinge([model(x) for x in DATA.X], DATA.y).data
    assert training.measure().loss == pytest.approx(expected, rel=1e-12)


def test_an_interrupted_step_leaves_the_parameters_of_the_step_before():
    model = nn.MLP(2, [4, 1], seed=1)
    training = steps.Training(model, DATA, optim.SGD(model.parameters(), lr=0.5))
    next(training)
    before = [p.data for p in model.parameters()]

    def interrupt():
        raise KeyboardInterrupt

    training.moves.step = interrupt
    with pytest.raises(KeyboardInterrupt):
        next(training)
    assert [p.data for p in model.parameters()] == before


def test_an_exploding_loss_is_reported_and_raises_nothing():
    model = nn.MLP(2, [8, 8, 1], seed=1)
    training = steps.Training(model, DATA, optim.SGD(model.parameters(), lr=1e3), losses.mean_squared_error)
    with np.errstate(all="ignore"):
        seen = [next(training).loss for _ in range(60)]
    assert not math.isfinite(seen[-1])
