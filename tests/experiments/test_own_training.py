import contextlib
import random
from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest

from micrograd_lab import datasets, losses
from micrograd_lab.experiments.own_training import (
    KIT,
    RECORDED,
    OwnTraining,
    mini_batches,
    parts_of,
    seeded,
)
from micrograd_lab.mine import loading


@pytest.fixture(scope="module")
def own():
    return loading.made("checkpoint_09", loading.text_of(9))


@pytest.fixture(scope="module")
def learned(own):
    training = OwnTraining(parts_of(own))
    while not training.done:
        training.step()
    return training


def by_numpy(steps, rate=0.3, size=20, seed=1):
    """The losses of a 2-16-16-1 network on the same mini-batches, its gradients written out."""
    X, y = (np.array(part) for part in datasets.moon_points(100, noise=0.1, seed=1))
    draw, sizes = random.Random(seed), [2, 16, 16, 1]
    W = [np.array([[draw.uniform(-1, 1) for _ in range(a)] for _ in range(b)]) for a, b in pairwise(sizes)]
    B = [np.zeros(b) for b in sizes[1:]]
    found = []
    for some in mini_batches(100, size, steps, seed):
        acts = [X[some]]
        for layer, (w, b) in enumerate(zip(W, B, strict=True)):
            z = acts[-1] @ w.T + b
            acts.append(np.maximum(z, 0) if layer < 2 else z)
        lacks = 1 - y[some] * acts[-1][:, 0]
        found.append(np.maximum(lacks, 0).mean())
        back = (-1.0 * (lacks > 0) * y[some] / len(some))[:, None]
        for layer in (2, 1, 0):
            grad_w, grad_b = back.T @ acts[layer], back.sum(axis=0)
            back = back @ W[layer] * (acts[layer] > 0)
            W[layer], B[layer] = W[layer] - rate * grad_w, B[layer] - rate * grad_b
    return found


def test_their_classes_learn_all_points_in_53_steps(learned):
    assert (learned.number, learned.learned, sum(learned.right)) == (53, True, 100)
    assert learned.shares[-1] == 1.0
    assert max(learned.shares[:-1]) < 1.0


def test_the_losses_are_those_of_numpy_by_hand(learned):
    assert learned.losses == pytest.approx(by_numpy(53), rel=1e-9, abs=1e-12)


def test_the_losses_are_those_that_pytorch_gave(learned):
    for step, loss, right in RECORDED:
        assert learned.losses[step - 1] == pytest.approx(loss, rel=1e-9)
        assert round(100 * learned.shares[step]) == right


def test_pytorch_gives_what_is_recorded():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed; `python3 start.py test --all` brings it")
    X, y = (torch.tensor(part, dtype=torch.float64) for part in datasets.moon_points(100, noise=0.1, seed=1))
    draw, sizes, parameters = random.Random(1), [2, 16, 16, 1], []
    for a, b in pairwise(sizes):
        rows = [[draw.uniform(-1, 1) for _ in range(a)] for _ in range(b)]
        parameters.append(torch.tensor(rows, dtype=torch.float64, requires_grad=True))
        parameters.append(torch.zeros(b, dtype=torch.float64, requires_grad=True))

    def score(x):
        for w, b in zip(parameters[:4:2], parameters[1:4:2], strict=True):
            x = torch.relu(x @ w.T + b)
        return (x @ parameters[4].T + parameters[5])[:, 0]

    optimizer, found = torch.optim.SGD(parameters, lr=0.3), {}
    for step, some in enumerate(mini_batches(100, 20, 53, 1), 1):
        loss = torch.relu(1 - y[some] * score(X[some])).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        found[step] = loss.item(), int(((score(X) > 0) == (y > 0)).sum())
    for step, loss, right in RECORDED:
        assert found[step] == (pytest.approx(loss, rel=1e-9, abs=1e-12), right)


def test_the_kits_classes_give_the_same_losses(learned):
    kit = OwnTraining(KIT)
    for _ in range(10):
        kit.step()
    assert kit.losses == pytest.approx(learned.losses[:10], rel=1e-12)


def test_the_picture_is_their_own_score(learned):
    left, right, bottom, top = learned.limits
    for row, column, place in ((0, 0, [left, top]), (79, 79, [right, bottom]), (0, 79, [right, top])):
        assert learned.scores[row][column] == pytest.approx(learned.model(place).data, rel=1e-9)


def test_a_reset_is_the_beginning_and_leaves_pythons_random_as_it_was(own):
    training = OwnTraining(parts_of(own))
    begun = [p.data for p in training.parameters]
    training.step()
    random.seed(7)
    expected = random.random()
    random.seed(7)
    training.reset()
    assert random.random() == expected
    assert [p.data for p in training.parameters] == begun
    assert (training.number, training.losses, len(training.shares)) == (0, [], 1)


def test_seeded_gives_micrograds_network_and_restores_whatever_happens():
    random.seed(3)
    expected = random.random()
    random.seed(3)
    with contextlib.suppress(KeyError), seeded(1):
        assert random.random() == random.Random(1).random()
        raise KeyError
    assert random.random() == expected


def test_mini_batches_take_each_point_once_an_epoch_in_an_order_that_is_shuffled_on():
    found = mini_batches(7, 3, 6, 5)
    assert [len(some) for some in found] == [3, 3, 1, 3, 3, 1]
    draw, order = random.Random(5), list(range(7))
    for epoch in (found[:3], found[3:]):
        draw.shuffle(order)
        assert [place for some in epoch for place in some] == order
    assert len(mini_batches(7, 3, 2, 5)) == 2


def test_what_mine_has_not_yet_is_the_courses_and_what_must_be_there_is_asked_for(own):
    parts = parts_of(SimpleNamespace(MLP=own.MLP, train=own.train))
    assert parts.lent == ("hinge", "accuracy")
    assert parts.hinge is losses.hinge
    training = OwnTraining(parts)
    training.step()
    assert training.losses == [pytest.approx(RECORDED[0][1], rel=1e-9)]
    with pytest.raises(
        ImportError, match=r"(?s)^asked: train, .*\nfound: none in SimpleNamespace\ntry:   exercise 8.1"
    ):
        parts_of(SimpleNamespace(MLP=own.MLP))


def test_a_loop_that_ends_too_early_is_told(own):
    training = OwnTraining(parts_of(own)._replace(train=lambda *_: iter([0.5])))
    training.step()
    with pytest.raises(RuntimeError, match=r"(?s)^asked: step 2 of train\nfound: .*\ntry: "):
        training.step()


def test_it_ends_with_its_steps_where_not_all_are_right(own):
    training = OwnTraining(parts_of(own), steps=2)
    training.step()
    assert not training.done
    training.step()
    assert (training.done, training.learned) == (True, False)
