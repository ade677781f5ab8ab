import math

import numpy as np
import pytest

from micrograd_lab import Value
from micrograd_lab.experiments.three import GOAL, NAMES, POINTS, REACH, START, NoGradient, Three, gradients, loss, slope

X, T = np.array(POINTS)[:, :2], np.array(POINTS)[:, 2]


def by_numpy(numbers):
    *w, b = numbers
    y = np.tanh(X @ w + b)
    return np.mean((y - T) ** 2), [*(2 * (y - T) * (1 - y**2) @ X / 6), np.mean(2 * (y - T) * (1 - y**2))]


class NoBackward:
    """A learner's class, as it stands after lesson 4. `arrives` says what becomes of a gradient that arrives."""

    def __init__(self, data, inputs=()):
        self.data, self.inputs, self.grad, self._backward = data, inputs, 0.0, lambda: None

    def arrives(self, grad):
        self.grad += grad

    def made(self, data, *pairs):
        out = type(self)(data, [v for v, _ in pairs])

        def _backward():
            for v, partial in pairs:
                v.arrives(partial * out.grad)

        out._backward = _backward
        return out

    def wrapped(self, x):
        return x if isinstance(x, NoBackward) else type(self)(x)

    def __add__(self, other):
        other = self.wrapped(other)
        return self.made(self.data + other.data, (self, 1.0), (other, 1.0))

    def __mul__(self, other):
        other = self.wrapped(other)
        return self.made(self.data * other.data, (self, other.data), (other, self.data))

    def tanh(self):
        t = math.tanh(self.data)
        return self.made(t, (self, 1 - t * t))


class Plain(NoBackward):
    """The same after lesson 5."""

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if v not in seen:
                seen.add(v)
                for i in v.inputs:
                    visit(i)
                order.append(v)

        visit(self)
        self.grad = 1.0
        for v in reversed(order):
            v._backward()


class Replacing(Plain):
    def arrives(self, grad):
        self.grad = grad


class Recursive(Plain):
    def backward(self):
        self.grad = 1.0
        self.send()

    def send(self):
        self._backward()
        for v in self.inputs:
            v.send()


class Silent(Plain):
    def backward(self):
        pass


class Unfilled(Plain):
    def __init__(self, data, inputs=()):
        super().__init__(data, inputs)
        self.grad = None

    def backward(self):
        pass


class Adding(Plain):
    def __mul__(self, other):
        return self + other


@pytest.mark.parametrize("numbers", [START, (0.0, 0.0, 0.0), (1.3, 0.4, -1.1), (4.0, -4.0, 4.0)])
def test_loss_and_slopes_are_those_of_numpy(numbers):
    expected, grads = by_numpy(numbers)
    assert loss(numbers) == pytest.approx(expected)
    assert [slope(numbers, k) for k in range(3)] == pytest.approx(grads, abs=1e-8)
    for engine in (Value, Plain):
        assert gradients(engine, numbers) == pytest.approx(grads, abs=1e-12)


def test_at_the_start_every_point_is_on_the_wrong_side():
    three = Three()
    assert (three.right, three.found) == (0, False)
    assert three.loss > 3


def test_backward_comes_below_the_goal_within_forty_steps():
    three, steps = Three(engine=Plain), 0
    while not three.found:
        assert three.step() == ""
        steps += 1
    assert 25 < steps < 40
    assert max(map(abs, three.numbers)) < REACH / 2
    assert three.losses == sorted(three.losses, reverse=True)


def test_one_slider_alone_does_not_get_there_and_three_do():
    places = np.arange(-40, 41) / 10

    def best(numbers, k):
        return min(([*numbers[:k], x, *numbers[k + 1 :]] for x in places), key=loss)

    assert min(loss(best(START, k)) for k in range(3)) > GOAL
    numbers, moves = list(START), 0
    while loss(numbers) >= GOAL:
        numbers = best(numbers, moves % 3)
        moves += 1
    assert 3 <= moves <= 12  # a slider each five seconds


def test_setting_the_same_numbers_is_no_change():
    three = Three()
    three.set(START)
    assert three.changes == 0
    three.set((0, 0, 0))
    three.set((0, 0, 1))
    assert (three.changes, len(three.losses)) == (2, 3)
    three.reset()
    assert (three.numbers, three.changes, len(three.losses)) == (START, 0, 1)


def test_scores_stand_in_rows_from_the_top():
    scores = Three((1.0, 0.0, 0.0)).scores((0.0, 0.0), (4.0, 4.0), 4)
    assert scores == [[1.0, 3.0, 5.0, 7.0]] * 4  # twice x1
    assert [row[0] for row in Three((0.0, 1.0, 0.0)).scores((0.0, 0.0), (4.0, 4.0), 4)] == [7.0, 5.0, 3.0, 1.0]


@pytest.mark.parametrize("engine", [Replacing, Recursive, Silent])
def test_gradients_that_are_not_the_slope_are_told_beside_the_measured_ones(engine):
    said = Three(engine=engine).step()
    name = next(name for name in NAMES if f"by {name} is" in said)
    assert f"{slope(START, NAMES.index(name)):.4f}" in said


@pytest.mark.parametrize(
    ("engine", "found"),
    [
        (NoBackward, "NoBackward has no backward() yet\ntry:   exercise 5.2"),
        (Unfilled, "found: None"),
        (Adding, "another number"),
        (lambda x: None, "TypeError"),
        (lambda: 0, "TypeError"),
        (float, "AttributeError"),
    ],
)
def test_a_class_that_gives_no_gradients_is_told_what_it_lacks(engine, found):
    three = Three(engine=engine)
    with pytest.raises(NoGradient) as told:
        three.step()
    assert found in str(told.value)
    assert [line.split(":")[0] for line in str(told.value).splitlines()] == ["asked", "found", "try"]
    assert (three.numbers, three.changes) == (START, 0)
