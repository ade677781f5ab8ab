import itertools

import numpy as np
import pytest

from micrograd_lab import optim
from micrograd_lab.experiments.club import NoRound
from micrograd_lab.experiments.ground import Ground
from micrograd_lab.experiments.network_club import NO_MOVE, OnNetwork, clubs_of, walk
from micrograd_lab.experiments.own_training import KIT, mini_batches, parts_of
from micrograd_lab.experiments.ravine import REACH, Ravine
from micrograd_lab.experiments.shut import biases, shut
from micrograd_lab.experiments.what_if import WhatIf
from micrograd_lab.mine import loading

SGD, MOMENTUM, ADAM = clubs_of(None).values()


class Plain:
    def __init__(self, parameters, lr):
        self.parameters, self.lr = list(parameters), lr

    def step(self):
        for p in self.parameters:
            p.data -= self.lr * p.grad


@pytest.fixture(scope="module")
def own():
    return parts_of(loading.made("checkpoint_09", loading.text_of(9)))


@pytest.fixture(scope="module")
def ground(own):
    return Ground(own)


@pytest.fixture(scope="module")
def ravine(own, ground):
    return Ravine(own, 0.3, 1, ground=ground)


def test_loss_and_slopes_are_those_of_the_engine(ground):
    numbers, some = ground.start(3), [4, 17, 50, 99]
    model = KIT.MLP(2, [16, 16, 1])
    for p, x in zip(model.parameters(), numbers.tolist(), strict=True):
        p.data = x
    for chosen in (some, range(100)):
        scores = [model(list(ground.points[n])) for n in chosen]
        loss = KIT.hinge(scores, [ground.labels[n] for n in chosen])
        for p in model.parameters():
            p.grad = 0.0
        loss.backward()
        assert ground.loss(numbers, list(chosen)) == pytest.approx(loss.data, rel=1e-12)
        grads = [p.grad for p in model.parameters()]
        assert ground.slopes(numbers, list(chosen)) == pytest.approx(grads, rel=1e-9, abs=1e-12)
    assert ground.right(numbers) == sum(s.data * y > 0 for s, y in zip(scores, ground.labels, strict=True))


def test_a_training_by_sgd_is_that_of_what_if(ground, own):
    what = WhatIf(own, rate=0.5, seed=2)
    run = ground.train(SGD, 0.5, 2)
    assert (run.first, len(run.kept)) == (what.first, what.first + 1)
    what.look(what.first)
    assert run.kept[-1] == pytest.approx(what.recorded.numbers(), rel=1e-9, abs=1e-12)


@pytest.mark.parametrize(
    ("club", "make"),
    [
        (MOMENTUM, lambda ball: optim.SGD(ball, lr=0.1, momentum=0.9)),
        (ADAM, lambda ball: optim.Adam(ball, lr=0.1)),
        (OnNetwork(Plain), lambda ball: optim.SGD(ball, lr=0.1)),
    ],
)
def test_a_club_on_a_network_takes_the_steps_of_its_optimiser_on_its_mini_batches(ground, club, make):
    start, plan = ground.start(1), mini_batches(100, 20, 12, 1)
    run = ground.train(club, 0.1, 1, steps=12, on=True)
    model = KIT.MLP(2, [16, 16, 1])
    for p, x in zip(model.parameters(), start.tolist(), strict=True):
        p.data = x
    optimizer = make(model.parameters())
    for some in plan:
        optimizer.zero_grad()
        KIT.hinge([model(list(ground.points[n])) for n in some], [ground.labels[n] for n in some]).backward()
        optimizer.step()
    assert len(run.kept) == 13
    assert run.kept[-1] == pytest.approx([p.data for p in model.parameters()], rel=1e-7, abs=1e-9)


def test_from_here_on_all_points_lead_the_way(ravine):
    numbers = ravine.numbers
    kept = ravine.steps("SGD", 0.3, 5)
    for now in kept[1:]:
        numbers = numbers - 0.3 * ravine.ground.slopes(numbers)
        assert now == pytest.approx(numbers, rel=1e-9, abs=1e-12)
    assert ravine.place(kept[1]) == pytest.approx(
        (0.3 * ravine.pulls @ ravine.along, 0.3 * ravine.pulls @ ravine.across)
    )


def test_it_is_a_ravine_and_across_is_steeper_than_any_direction_by_chance(ravine):
    assert ravine.bends.across == pytest.approx(9.9, abs=0.5)
    assert ravine.bends.along == pytest.approx(0.765, abs=0.01)
    assert ravine.bends.limit == pytest.approx(2 / ravine.bends.across)
    chance = np.random.default_rng(9)
    some = [ravine.bend(way / np.linalg.norm(way)) for way in chance.normal(size=(100, 337))]
    assert max(some) < ravine.bends.across / 3
    singles = [ravine.bend(way) for way in np.eye(337)]
    assert max(singles) < ravine.bends.across


def test_a_bend_is_the_second_difference_of_the_loss_along_a_direction(ravine):
    """The mean of it: the slope's change from end to end is the bends' integral."""
    for way in (ravine.across, ravine.along):
        at = np.linspace(-REACH, REACH, 4001)
        losses = ravine.losses(way @ ravine.along * at, way @ ravine.across * at)
        slope = np.gradient(losses, at, edge_order=2)
        assert ravine.bend(way) == pytest.approx((slope[-1] - slope[0]) / (2 * REACH), rel=0.02)


def test_across_and_along_are_at_right_angles_and_the_way_lies_on_the_map(ravine):
    assert np.linalg.norm(ravine.across) == pytest.approx(1)
    assert np.linalg.norm(ravine.along) == pytest.approx(1)
    assert ravine.across @ ravine.along == pytest.approx(0, abs=1e-12)
    x, y = ravine.place(ravine.run.kept[ravine.last])
    assert ravine.numbers + x * ravine.along + y * ravine.across == pytest.approx(ravine.run.kept[ravine.last])
    assert x > 0
    assert ravine.losses(0.0, 0.0) == pytest.approx(ravine.loss)


def test_near_by_there_is_no_ravine_since_bends_up_and_down_cancel(ravine):
    """Between two kinks the loss is a line along each single number: products of weights of different layers."""
    near = [ravine.bend(way, 1e-5) for way in np.eye(337)]
    assert near == pytest.approx([0.0] * 337, abs=1e-6)
    assert ravine.bend(ravine.across, 1e-5) < 0.45


def test_the_steps_that_numbers_need(ravine):
    needs = ravine.needs()
    assert len(needs) == (ravine.left != 0).sum() == 230
    n = int(np.flatnonzero(ravine.left)[7])
    assert needs[7] == pytest.approx(abs(ravine.left[n]) / abs(ravine.pulls[n]))
    assert ravine.longer() == pytest.approx(6.22, abs=0.01)


def test_any_step_but_the_last_can_be_looked_at(own, ground):
    ravine = Ravine(own, 0.3, 1, ground=ground)
    for asked, stands in ((0, 0), (-3, 0), (52, 52), (53, 52), (900, 52)):
        ravine.look(asked)
        assert ravine.number == stands
    assert (ravine.first, ravine.last) == (53, 53)
    slow = Ravine(own, 0.01, 1, ground=ground)
    assert (slow.first, slow.last) == (None, 300)


def test_where_nothing_bends_any_rate_stays(own, ground):
    """At a rate of 1.5 network 3 stands still in the end: all its numbers but the last bias have a slope of 0."""
    still = Ravine(own, 1.5, 3, number=299, ground=ground)
    assert (still.first, still.bends, still.bends.limit) == (None, (0.0, 0.0), np.inf)
    assert np.count_nonzero(still.left) <= 1


def test_a_race_gives_steps_or_none(ravine):
    assert ravine.race("SGD", 0.3, 2) == [53, 103]
    assert ravine.race("momentum", 0.3, 1) == [None]


def test_a_learner_s_class_is_the_fourth_club(own, ground):
    ravine = Ravine(own, 0.3, 1, Plain, ground=ground)
    assert list(ravine.clubs) == ["SGD", "momentum", "Adam", "your Plain"]
    assert ravine.race("your Plain", 0.3, 1) == [53]
    for mine, theirs in zip(ravine.steps("your Plain", 0.3, 3), ravine.steps("SGD", 0.3, 3), strict=True):
        assert mine == pytest.approx(theirs, rel=1e-12)


def endless(self):
    for _ in itertools.count():
        pass


def text(self):
    self.parameters[4].data = "0.5"


STOPS = {
    "no class": (3, "live.ravine(mine, Mine), with the class itself"),
    "no step": (lambda numbers, rate: None, "no step() there"),
    "still": (type("Mine", (Plain,), {"step": lambda self: None}), NO_MOVE.splitlines()[2]),
    "text": (type("Mine", (Plain,), {"step": text}), "a number in number 5.data after step 1 of your Mine"),
    "endless": (type("Mine", (Plain,), {"step": endless}), "in no more than 4,000,000 instructions"),
}


@pytest.mark.parametrize("name", STOPS)
def test_what_goes_wrong_in_a_learner_s_class_is_told_in_three_parts(ground, name):
    make, said = STOPS[name]
    with pytest.raises(NoRound) as told:
        ground.descend(OnNetwork(make), 0.3, ground.start(1), 12)
    assert said in str(told.value)
    assert [line.split(":")[0] for line in str(told.value).splitlines()] == ["asked", "found", "try"]


def test_a_slow_class_is_stopped_by_the_clock():
    told = itertools.count(0.0, 6.0)
    club = OnNetwork(Plain, clock=lambda: next(told))
    with pytest.raises(NoRound, match="only 4 steps were done"):
        list(itertools.islice(walk(club, 0.1, [1.0, 2.0], lambda n, x: x), 9))


def test_numbers_that_are_none_any_more_end_a_way(ground):
    class Uphill(Plain):
        def step(self):
            for p in self.parameters:
                p.data *= 1e60

    kept = ground.descend(OnNetwork(Uphill), 0.3, ground.start(1), 24)
    assert 1 < len(kept) < 12
    assert all(np.isfinite(numbers).all() for numbers in kept)


@pytest.mark.parametrize("club", ["SGD", "momentum", "Adam", Plain])
def test_of_a_shut_net_the_last_bias_alone_moves(own, ground, club):
    end = shut(own, club, rate=0.1, steps=20, ground=ground)
    assert end == ((337,), 337, 50, pytest.approx(1.0, abs=0.01))


def test_the_biases_that_are_shut_are_those_of_the_hidden_neurons(own, ground):
    model = own.MLP(2, [16, 16, 1])
    parameters = list(model.parameters())
    hidden = [id(neuron.b) for layer in model.layers[:2] for neuron in layer.neurons]
    assert [id(parameters[n]) for n in biases([16, 16])] == hidden
    some = shut(own, "SGD", steps=5, bias=0.0, ground=ground)
    assert len(some.moved) > 200
