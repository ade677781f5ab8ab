import numpy as np
import pytest
from sklearn.datasets import make_moons

from micrograd_lab import datasets

MAKERS = [datasets.moons, datasets.circles, datasets.blobs, datasets.xor, datasets.spirals]


@pytest.fixture(params=MAKERS, ids=lambda make: make.__name__)
def make(request):
    return request.param


@pytest.mark.parametrize("n", [100, 7])
def test_n_points_in_the_plane_with_labels_minus_and_plus_one(make, n):
    data = make(n)
    assert (data.X.shape, data.y.shape) == ((n, 2), (n,))
    assert data.X.dtype == data.y.dtype == float
    assert set(data.y.tolist()) == {-1.0, 1.0}
    assert abs(data.y.sum()) <= 1
    assert np.isfinite(data.X).all()


def test_the_same_seed_gives_the_same_points_and_another_does_not(make):
    one, same, other = make(50, seed=3), make(50, seed=3), make(50, seed=4)
    assert np.array_equal(one.X, same.X)
    assert np.array_equal(one.y, same.y)
    assert not np.array_equal(one.X, other.X)


def test_a_seed_leaves_numpys_own_random_numbers_alone(make):
    np.random.seed(0)
    expected = np.random.rand()
    np.random.seed(0)
    make(20, seed=1)
    assert np.random.rand() == expected


def test_noise_spreads_the_points(make):
    calm, noisy = (make(400, noise=noise, seed=0).X for noise in (1e-9, 1.0))
    assert noisy.var() > calm.var() + 0.5


def test_moons_are_two_half_circles():
    X, y = datasets.moons(200, noise=0)
    assert np.allclose(np.hypot(*X[y == -1].T), 1)
    assert np.allclose(np.hypot(X[y == 1, 0] - 1, X[y == 1, 1] - 0.5), 1)


def test_circles_are_a_ring_around_a_ring():
    X, y = datasets.circles(200, noise=0)
    assert np.allclose(np.hypot(*X[y == -1].T), 1)
    assert np.allclose(np.hypot(*X[y == 1].T), 0.4)


def test_opposite_corners_of_xor_share_a_label():
    X, y = datasets.xor(40, noise=0)
    assert np.array_equal(y, -np.sign(X[:, 0] * X[:, 1]))


def test_arms_of_the_spiral_are_half_a_turn_apart():
    X, y = datasets.spirals(400, noise=0)
    radius, angle = np.hypot(*X.T), np.arctan2(X[:, 1], X[:, 0])
    assert np.all(np.diff(radius) > 0)
    turned = angle - 2 * np.pi * radius / 2 - np.where(y > 0, np.pi, 0)
    assert np.allclose(np.cos(turned), 1)


def test_more_than_two_blobs_are_numbered_from_zero():
    data = datasets.blobs(30, classes=3)
    assert sorted(set(data.y.tolist())) == [0.0, 1.0, 2.0]


def test_a_dataset_unpacks_into_points_and_labels_and_counts_them():
    X, y = data = datasets.moons(101)
    assert X is data.X
    assert y is data.y
    assert repr(data) == "Dataset(101 points: 50 of -1, 51 of +1)"


def test_split_keeps_every_point_with_its_label_once():
    data = datasets.moons(80, seed=1)
    train, test = datasets.split(data, test=0.25, seed=2)
    assert (len(train.X), len(test.X)) == (60, 20)
    rows = {(*x, y) for part in (train, test) for x, y in zip(part.X.tolist(), part.y.tolist(), strict=True)}
    assert rows == {(*x, y) for x, y in zip(data.X.tolist(), data.y.tolist(), strict=True)}


def test_split_is_shuffled_and_seeded():
    data = datasets.xor(80, seed=1)
    one, same, other = (datasets.split(data, seed=seed)[0].X for seed in (2, 2, 3))
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)
    assert not np.array_equal(one, data.X[: len(one)])


@pytest.mark.parametrize(
    ("n", "noise", "seed"), [(100, 0.1, 1), (7, 0.5, 0), (1, 0.1, 3), (2, 0.0, 4), (3001, 0.2, 2**32 - 1)]
)
def test_moons_are_scikit_learns_of_the_same_seed(n, noise, seed):
    X, y = make_moons(n_samples=n, noise=noise, random_state=seed)
    ours = datasets.moons(n, noise=noise, seed=seed)
    np.testing.assert_allclose(ours.X, X, rtol=0, atol=1e-15 * 4)
    assert ours.y.tolist() == (2.0 * y - 1).tolist()


def test_moons_can_be_had_as_plain_numbers():
    X, y = datasets.moon_points(20, seed=5)
    data = datasets.moons(20, seed=5)
    assert data.X.tolist() == [list(point) for point in X]
    assert data.y.tolist() == y


@pytest.mark.parametrize("seed", [-1, 2**32, 0.5, "one"])
def test_a_seed_that_is_none_is_told_what_one_is(seed):
    with pytest.raises(ValueError, match="a seed is a whole number from 0 to 4294967295"):
        datasets.moons(10, seed=seed)
