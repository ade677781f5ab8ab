import numpy as np
import pytest

from micrograd_lab import Value, nn, optim


def with_gradients(data, grads):
    parameters = [Value(x) for x in data]
    for p, g in zip(parameters, grads, strict=True):
        p.grad = g
    return parameters


def test_sgd_moves_against_the_gradient_by_the_learning_rate():
    parameters = with_gradients([1.0, -2.0], [0.5, -4.0])
    optim.SGD(parameters, lr=0.1).step()
    assert [p.data for p in parameters] == pytest.approx([0.95, -1.6], rel=1e-15)


def test_momentum_remembers_the_last_velocity():
    (p,) = parameters = with_gradients([0.0], [1.0])
    sgd = optim.SGD(parameters, lr=1.0, momentum=0.5)
    places = []
    for _ in range(3):
        sgd.step()
        places.append(p.data)
    assert places == [-1.0, -2.5, -4.25]  # velocities 1, 1.5, 1.75


def test_weight_decay_shrinks_a_parameter_without_gradient():
    (p,) = parameters = with_gradients([2.0], [0.0])
    optim.SGD(parameters, lr=0.1, weight_decay=0.5).step()
    assert p.data == pytest.approx(1.9, rel=1e-15)


@pytest.mark.parametrize("size", [1e-3, 1.0, 1e6])
def test_adams_first_step_is_the_learning_rate_whatever_the_gradients_size(size):
    (p,) = parameters = with_gradients([0.0], [-size])
    optim.Adam(parameters, lr=0.01).step()
    assert p.data == pytest.approx(0.01, rel=1e-4)


def test_adams_second_step_is_the_paper_by_hand():
    (p,) = parameters = with_gradients([0.0], [1.0])
    adam = optim.Adam(parameters, lr=0.1, betas=(0.5, 0.75), eps=0.0)
    adam.step()
    assert p.data == pytest.approx(-0.1, rel=1e-14)
    p.grad = 3.0
    adam.step()
    m = (0.5 * 0.5 * 1 + 0.5 * 3) / (1 - 0.5**2)
    v = (0.75 * 0.25 * 1 + 0.25 * 9) / (1 - 0.75**2)
    assert p.data == pytest.approx(-0.1 - 0.1 * m / v**0.5, rel=1e-14)


@pytest.mark.parametrize("optimiser", [optim.SGD, optim.Adam])
def test_an_optimiser_finds_the_bottom_of_a_bowl(optimiser):
    a, b = parameters = [Value(3.0), Value(-2.0)]
    walk = optimiser(parameters, lr=0.1)
    for _ in range(300):
        walk.zero_grad()
        ((a - 1) ** 2 + 2 * (b - 0.5) ** 2).backward()
        walk.step()
    assert (a.data, b.data) == pytest.approx((1.0, 0.5), abs=1e-3)


@pytest.mark.parametrize("optimiser", [optim.SGD, optim.Adam])
def test_the_learning_rate_may_change_between_steps(optimiser):
    (p,) = parameters = with_gradients([1.0], [1.0])
    walk = optimiser(parameters, lr=0.1)
    walk.lr = 0.0
    walk.step()
    assert p.data == 1.0
    walk.lr = 1.0
    walk.step()
    assert p.data == pytest.approx(0.0, abs=1e-6)


def test_zero_grad_clears_its_own_parameters_only():
    ours, other = with_gradients([1.0, 1.0], [2.0, 3.0])
    optim.SGD([ours]).zero_grad()
    assert (ours.grad, other.grad) == (0.0, 3.0)


def test_parameters_may_be_a_generator_and_are_kept():
    model = nn.MLP(2, [3, 1])
    assert optim.Adam(p for p in model.parameters()).parameters == model.parameters()


@pytest.mark.parametrize("optimiser", [optim.SGD, optim.Adam])
def test_no_parameters_is_refused(optimiser):
    with pytest.raises(ValueError, match=r"got an empty list\. Pass model\.parameters\(\)"):
        optimiser([])


@pytest.mark.parametrize("optimizer", [optim.SGD, optim.Adam])
def test_a_numpy_learning_rate_leaves_python_floats(optimizer):
    (rate,) = np.logspace(1, 1, 1)
    parameters = with_gradients([1.0], [0.5])
    moves = optimizer(parameters, lr=rate, weight_decay=rate)
    moves.step()
    moves.lr = rate / 2
    moves.step()
    assert type(parameters[0].data) is float
