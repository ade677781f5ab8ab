import numpy as np
import pytest

from micrograd_lab.experiments.own_training import KIT, OwnTraining, parts_of, seeded
from micrograd_lab.experiments.what_if import Recorded, WhatIf
from micrograd_lab.mine import loading


@pytest.fixture(scope="module")
def own():
    return parts_of(loading.made("checkpoint_09", loading.text_of(9)))


@pytest.fixture
def what(own):
    return WhatIf(own)


def test_the_recording_does_what_the_engine_does(what, own):
    eager = OwnTraining(own)
    for _ in range(12):
        eager.step()
    assert what.losses[:12] == pytest.approx(eager.losses, rel=1e-9)
    assert [n / 100 for n in what.rights[:13]] == eager.shares
    what.look(12)
    assert what.scores == pytest.approx(np.array(eager.scores), rel=1e-9, abs=1e-12)


def test_all_are_right_after_the_same_step_and_this_is_on_show(what):
    assert (what.first, what.number, what.last) == (53, 53, 300)
    assert all(what.right)
    assert what.rights[53] == 100
    assert max(what.rights[:53]) < 100


def test_a_look_back_is_the_beginning_and_one_beyond_the_end_the_end(what):
    what.look(0)
    assert sum(what.right) == what.rights[0] == 76
    with seeded(1):
        begun = [p.data for p in KIT.MLP(2, [16, 16, 1]).parameters()]
    assert [p.data for p in what.recorded.parameters] == begun
    what.look(10_000)
    assert what.number == 300


def test_a_pull_is_minus_the_measured_slope_of_that_points_loss(what, own):
    what.look(30)
    point = next(n for n in range(100) if what.hinges[n] > 0.05)
    what.choose(point)
    model, parameters = what.recorded.model, what.recorded.parameters

    def loss():
        return own.hinge([model(list(what.points[point]))], [what.labels[point]]).data

    for place in (9, 40, 100, 250, 336):
        held, h = parameters[place].data, 1e-6
        parameters[place].data = held + h
        up = loss()
        parameters[place].data = held - h
        down = loss()
        parameters[place].data = held
        assert what.pull[place] == pytest.approx(-(up - down) / (2 * h), rel=1e-4, abs=1e-6)


def test_the_mean_of_all_pulls_is_what_all_want(what):
    what.look(30)
    alone = []
    for point in range(100):
        what.choose(point)
        alone.append(what.pull)
    assert np.mean(alone, axis=0) == pytest.approx(what.pulls, rel=1e-9, abs=1e-12)


def test_who_has_its_margin_wants_nothing_and_nobody_else(what):
    for point in range(100):
        what.choose(point)
        assert (what.pull != 0).any() == (what.hinges[point] > 0)


def test_the_penalty_is_in_the_loss_and_not_in_the_pulls(what):
    what.set(alpha=0.01)
    begun = what._kept[0]
    free = WhatIf(what.parts)
    assert what.losses[0] == pytest.approx(free.losses[0] + 0.01 * (begun**2).sum(), rel=1e-9)
    what.look(0)
    free.look(0)
    assert what.pulls == pytest.approx(free.pulls, rel=1e-9, abs=1e-12)


def test_another_width_is_another_network_and_another_seed_another_start(what):
    what.set(hidden=[3, 3])
    assert len(what.pulls) == 25
    what.set(hidden=[16, 16], seed=4)
    assert (what.first, len(what.pulls)) == (40, 337)


def test_steps_too_large_end_the_run_and_leave_numbers(what):
    what.set(rate=10.0, hidden=[24, 24])
    assert np.isfinite(what.scores).all()
    assert len(what.rights) == what.last + 1


def test_the_nearest_point_is_found(what):
    x, y = what.points[17]
    assert what.nearest(x + 1e-6, y) == 17


def test_a_hinge_that_looks_at_its_labels_is_recorded_too(own):
    def careful(scores, labels):
        if any(y not in (-1.0, 1.0) for y in labels):
            raise ValueError
        return own.hinge(scores, labels)

    recorded = Recorded(own._replace(hinge=careful), [4, 4])
    recorded.begin(2)
    recorded.replay.forward(-1.0, 0.3, 0.4)
    expected = own.hinge([recorded.model([0.3, 0.4])], [-1.0]).data
    assert recorded.replay.of(recorded.data_loss)[0] == pytest.approx(expected, rel=1e-12)
