import math
import random

import pytest

from micrograd_lab import Value, losses, nn, optim
from micrograd_lab.experiments.duel import ARROWS, BY_HAND, DESCENT, MOVES, POINTS, SIDES, START, Duel, border, started


def by_engine(numbers, points, sides):
    """The three numbers as Values, and the loss of the points."""
    w1, w2, b = leaves = [Value(x) for x in numbers]
    return leaves, losses.hinge([w1 * x1 + w2 * x2 + b for x1, x2 in points], sides)


def scenes():
    """Points, sides and numbers: the usual ones, and thirty by chance."""
    yield POINTS, SIDES, START
    chance = random.Random(7)
    for _ in range(30):
        points = [(chance.gauss(0, 1), chance.gauss(0, 1)) for _ in range(chance.randint(2, 8))]
        yield points, [chance.choice((-1, 1)) for _ in points], [chance.uniform(-1, 1) for _ in range(3)]


@pytest.mark.parametrize(("points", "sides", "numbers"), list(scenes()))
def test_the_pulls_of_all_points_add_up_to_what_backward_gives(points, sides, numbers):
    leaves, loss = by_engine(numbers, points, sides)
    loss.backward()
    if not any(leaf.grad for leaf in leaves):
        pytest.skip("no slope at this start: no duel")
    duel = Duel(points, sides, start=numbers)
    assert duel.loss == pytest.approx(loss.data, abs=1e-15)
    pulls = duel.pulls()
    assert set(map(len, pulls.values())) == {3}
    for k, leaf in enumerate(leaves):
        assert math.isclose(math.fsum(pull[k] for pull in pulls.values()), leaf.grad, abs_tol=1e-15)
        assert math.isclose(duel.gradient()[k], leaf.grad, abs_tol=1e-15)


@pytest.mark.parametrize("lr", [0.1, 0.6, 1.5])
def test_five_steps_of_descent_are_those_of_sgd(lr):
    duel = Duel(lr=lr)
    leaves, _ = by_engine(START, POINTS, SIDES)
    optimizer = optim.SGD(leaves, lr=lr)
    told = []
    for _ in range(MOVES):
        w1, w2, b = leaves
        loss = losses.hinge([w1 * x1 + w2 * x2 + b for x1, x2 in POINTS], SIDES)
        told.append(loss.data)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        duel.step()
        assert duel.numbers == pytest.approx([leaf.data for leaf in leaves], abs=1e-15)
    assert duel.losses[DESCENT][:MOVES] == pytest.approx(told, abs=1e-15)
    assert duel.over


def test_at_the_start_the_total_decides_what_becomes_of_w1_and_leaves_b_alone():
    duel = Duel()
    assert {name: pull[0] for name, pull in duel.pulls().items()} == {"A": -0.5, "B": 0.25, "C": 0.25, "D": -0.125}
    assert {name: pull[2] for name, pull in duel.pulls().items()} == {"A": -0.25, "B": -0.25, "C": 0.25, "D": 0.25}
    assert duel.gradient() == (-0.125, -1.25, 0.0)
    assert (duel.loss, duel.right) == (2.3125, 0)


def test_descent_never_rises_here_and_ends_with_every_point_right():
    duel = Duel()
    for _ in range(MOVES):
        duel.step()
    assert list(duel.losses[DESCENT]) == sorted(duel.losses[DESCENT], reverse=True)
    assert [round(loss, 3) for loss in duel.losses[DESCENT]] == [2.312, 1.366, 0.631, 0.175, 0.053, 0.031]
    assert duel.right == 4


def test_no_move_is_longer_than_the_longest_of_descent():
    duel = Duel()
    assert duel.longest == pytest.approx(0.6 * math.hypot(0.125, 1.25, 0.0))
    near, far = (-0.5, -0.5, 0.5), (4.0, 4.0, 4.0)
    assert not duel.move(near)
    assert duel.numbers == near
    assert duel.move(far)
    gone = [there - here for here, there in zip(near, duel.numbers, strict=True)]
    assert math.hypot(*gone) == pytest.approx(duel.longest)
    assert gone[0] / gone[1] == pytest.approx(4.5 / 4.5)
    duel.turn = DESCENT
    for _ in range(MOVES):
        before = duel.numbers
        duel.step()
        assert math.dist(before, duel.numbers) <= duel.longest


def test_each_round_begins_where_the_others_did():
    duel = Duel()
    duel.move((0.0, -1.0, 0.5))
    duel.turn = ARROWS
    assert (duel.numbers, duel.moves) == (START, 0)
    duel.step()
    assert {name: len(path) for name, path in duel.losses.items()} == {BY_HAND: 2, ARROWS: 1, DESCENT: 2}
    duel.reset()
    assert (duel.turn, duel.numbers, duel.moves) == (BY_HAND, START, 0)


def test_with_a_seed_it_starts_as_a_neuron_of_the_library_does():
    random.seed(3)
    drawn = random.uniform(-1, 1), random.uniform(-1, 1)
    assert started(3) == (*drawn, 0.0)
    assert [p.data for p in nn.Neuron(2, rng=random.Random(3)).parameters()] == [*drawn, 0.0]


def test_a_duel_that_is_won_from_the_start_is_none():
    with pytest.raises(ValueError, match="another seed") as told:
        Duel(start=(2.0, 4.0, 0.0))
    assert [line.split(":")[0] for line in str(told.value).splitlines()] == ["asked", "found", "try"]


def test_scores_stand_in_rows_from_the_top_and_the_border_is_where_they_are_0():
    duel = Duel(start=(1.0, 0.0, -1.0))
    assert duel.scores((0.0, 0.0), (2.0, 2.0), 3) == [[-1.0, 0.0, 1.0]] * 3
    assert border((1.0, 0.0, -1.0), (0.0, 0.0), (2.0, 2.0)) == ((1.0, 0.0), (1.0, 2.0))
    assert border((0.0, 2.0, -1.0), (0.0, 0.0), (2.0, 2.0)) == ((0.0, 0.5), (2.0, 0.5))
    assert border((0.0, 0.0, 1.0), (0.0, 0.0), (2.0, 2.0)) == border((1.0, 1.0, 9.0), (0.0, 0.0), (2.0, 2.0)) == ()
