import numpy as np
import pytest

from micrograd_lab import losses, nn, replay
from micrograd_lab.experiments.own_training import KIT, parts_of, seeded
from micrograd_lab.experiments.worlds import Mean, Worlds, mean, world
from micrograd_lab.mine import loading


@pytest.fixture(scope="module")
def own():
    return parts_of(loading.made("checkpoint_09", loading.text_of(9)))


@pytest.mark.parametrize("alpha", [0.0, 0.03])
def test_a_world_is_learned_as_by_numpy_by_hand(own, alpha):
    worlds = Worlds(own, alpha=alpha, steps=12)
    (labels, *places), _ = world(3)
    X = np.array(places).T
    with seeded(3):
        numbers = [p.data for p in nn.MLP(2, [16, 16, 1]).parameters()]
    W, B, at = [], [], 0
    for fan, size in ((2, 16), (16, 16), (16, 1)):
        block = np.array(numbers[at : at + size * (fan + 1)]).reshape(size, fan + 1)
        at += block.size
        W.append(block[:, :-1].copy())
        B.append(block[:, -1].copy())
    for n in range(12):
        rate, acts = 1.0 - 0.9 * n / 12, [X]
        for layer, (w, b) in enumerate(zip(W, B, strict=True)):
            z = acts[-1] @ w.T + b
            acts.append(np.maximum(z, 0) if layer < 2 else z)
        back = (-1.0 * (1 - labels * acts[-1][:, 0] > 0) * labels / len(labels))[:, None]
        for layer in (2, 1, 0):
            grads = back.T @ acts[layer] + 2 * alpha * W[layer], back.sum(axis=0) + 2 * alpha * B[layer]
            back = back @ W[layer] * (acts[layer] > 0)
            W[layer], B[layer] = W[layer] - rate * grads[0], B[layer] - rate * grads[1]
    worlds.learn(3)
    flat = np.concatenate([np.column_stack([w, b]).ravel() for w, b in zip(W, B, strict=True)])
    assert worlds.recorded.numbers() == pytest.approx(flat, rel=1e-9, abs=1e-12)


def test_their_classes_and_the_kits_come_to_the_same_worlds(own):
    theirs, kits = Worlds(own), Worlds(KIT)
    theirs.run(4)
    kits.run(4)
    assert theirs.train.tolist() == kits.train.tolist()
    assert theirs.test.tolist() == kits.test.tolist()


def test_twenty_worlds_learn_their_points_by_heart(own):
    worlds = Worlds(own)
    worlds.run()
    learned, new = mean(worlds.train), mean(worlds.test)
    assert learned.mean > 95
    assert new.mean < 82
    assert mean(worlds.train - worlds.test).told


def test_other_settings_begin_anew(own):
    worlds = Worlds(own)
    worlds.run(2)
    worlds.set(4, 0.03, 10)
    assert len(worlds.train) == len(worlds.test) == 0
    worlds.run(3)
    assert len(worlds.train) == 3
    assert len(worlds.recorded.parameters) == 2 * 4 + 4 + 4 * 4 + 4 + 4 + 1


def test_no_steps_leave_the_network_as_it_begins(own):
    worlds = Worlds(own, steps=0)
    worlds.run(2)
    with seeded(1):
        model = nn.MLP(2, [16, 16, 1])
    labels, *places = world(1)[0]
    right = 100 * losses.accuracy(replay.scores(model, np.array(places).T), labels)
    assert worlds.train[1] == pytest.approx(right)


def test_the_points_that_are_learned_and_the_others_are_none_of_the_same():
    learned, others = world(5)
    assert (learned.shape, others.shape) == ((3, 20), (3, 200))
    assert not {tuple(p) for p in learned.T} & {tuple(p) for p in others.T}


def test_a_mean_and_its_standard_error_are_by_the_book():
    found = mean([1.0, 2.0, 3.0, 6.0])
    assert found == (3.0, pytest.approx(np.std([1, 2, 3, 6], ddof=1) / 2))
    assert not found.told
    assert Mean(3.0, 1.0).told
    assert Mean(-3.0, 1.0).told
    assert not Mean(2.6, 1.4).told
