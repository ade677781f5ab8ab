import math

import numpy as np
import pytest

from micrograd_lab import Value, losses


def gradients(loss, numbers):
    xs = [Value(x) for x in numbers]
    loss(xs).backward()
    return [x.grad for x in xs]


def measured(loss, numbers, h=1e-6):
    slopes = []
    for i in range(len(numbers)):
        up, down = ([x + d * (i == j) for j, x in enumerate(numbers)] for d in (h, -h))
        slopes.append((loss(list(map(Value, up))).data - loss(list(map(Value, down))).data) / (2 * h))
    return slopes


@pytest.mark.parametrize(
    "loss",
    [
        lambda xs: losses.hinge(xs, [1, -1, 1, -1]),
        lambda xs: losses.mean_squared_error(xs, [1.0, 0.5, -2.0, 0.0]),
        lambda xs: losses.cross_entropy([xs[:2], xs[2:]], [1, 0]),
        lambda xs: losses.cross_entropy([xs], [2]),
        lambda xs: losses.softmax(xs)[1],
        lambda xs: losses.l2(xs, 0.3),
    ],
)
def test_gradient_is_the_measured_slope(loss):
    numbers = [0.3, -0.8, 1.7, 0.3]
    assert gradients(loss, numbers) == pytest.approx(measured(loss, numbers), rel=1e-7, abs=1e-9)


def test_hinge_is_zero_beyond_the_margin_and_linear_within():
    assert losses.hinge([Value(1.5), Value(-1.0)], [1, -1]).data == 0.0
    assert losses.hinge([Value(0.25), Value(-3.0)], [1, 1]).data == (0.75 + 4.0) / 2
    assert gradients(lambda xs: losses.hinge(xs, [1, -1]), [2.0, 0.5]) == [0.0, 0.5]


def test_mean_squared_error_is_a_mean():
    assert losses.mean_squared_error([Value(1.0), Value(5.0)], [0.0, 2.0]).data == (1 + 9) / 2


@pytest.mark.parametrize("shift", [0.0, 1000.0, -1000.0])
def test_cross_entropy_does_not_change_when_all_logits_move(shift):
    logits = [0.5, -1.0, 2.0]
    expected = -math.log(math.exp(2.0) / sum(map(math.exp, logits)))
    assert losses.cross_entropy([[Value(x + shift) for x in logits]], [2]).data == pytest.approx(expected, rel=1e-12)


def test_cross_entropy_of_a_thousand_to_nothing_is_exact():
    sure = [[Value(1000.0), Value(0.0)]]
    assert losses.cross_entropy(sure, [0]).data == 0.0
    wrong = losses.cross_entropy(sure, [1])
    wrong.backward()
    assert wrong.data == 1000.0
    assert [v.grad for v in sure[0]] == [1.0, -1.0]


def test_gradient_of_cross_entropy_is_probability_minus_one_at_the_label():
    numbers = [0.5, -1.0, 2.0]
    p = [v.data for v in losses.softmax(list(map(Value, numbers)))]
    expected = [p[0], p[1] - 1, p[2]]
    assert gradients(lambda xs: losses.cross_entropy([xs], [1]), numbers) == pytest.approx(expected, rel=1e-12)


def test_cross_entropy_stays_finite_whichever_logit_is_the_largest():
    for logits in ([-1000.0, 1000.0, 0.0], [0.0, -1000.0, 1000.0], [1000.0, 0.0, -1000.0]):
        terms = [losses.cross_entropy([list(map(Value, logits))], [label]).data for label in range(3)]
        assert terms == [1000.0 - x for x in logits]


@pytest.mark.parametrize("numbers", [[0.5, -1.0, 2.0], [1000.0, 1000.0, -1000.0], [3.0]])
def test_softmax_sums_to_one(numbers):
    p = [v.data for v in losses.softmax(list(map(Value, numbers)))]
    assert sum(p) == pytest.approx(1.0, rel=1e-12)
    assert [v.data for v in losses.log_softmax(list(map(Value, numbers)))] == pytest.approx(
        [math.log(x) if x else -2000.0 - math.log(2) for x in p]
    )


def test_l2_is_alpha_times_the_squares_and_alpha_may_be_a_value():
    parameters = [Value(3.0), Value(-4.0)]
    assert losses.l2(parameters).data == 25.0
    alpha = Value(0.1)
    losses.l2(parameters, alpha).backward()
    assert alpha.grad == 25.0
    assert parameters[1].grad == pytest.approx(0.1 * 2 * -4.0)


def test_accuracy_is_a_plain_share_of_right_signs():
    scores = [Value(0.1), Value(-2.0), 3.0, -0.5]
    assert losses.accuracy(scores, [1, -1, -1, -1]) == 0.75
    assert type(losses.accuracy(scores, np.array([1, -1, 1, -1]))) is float


def test_labels_may_be_a_numpy_array():
    scores = [Value(0.25), Value(-3.0)]
    assert losses.hinge(scores, np.array([1.0, 1.0])).data == 2.375
    assert type(losses.hinge(scores, np.array([1, 1])).data) is float
    assert losses.cross_entropy([scores], np.array([1])).data == losses.cross_entropy([scores], [1]).data


TWO = [Value(1.0), Value(2.0)]


@pytest.mark.parametrize(
    ("ask", "found"),
    [
        (lambda: losses.hinge(TWO, [0, 1]), r"got 0\. From 0 and 1: 2 \* y - 1"),
        (lambda: losses.hinge(TWO, [1]), "got 2 scores and 1 labels"),
        (lambda: losses.mean_squared_error([], []), "got 0 predictions and 0 targets"),
        (lambda: losses.cross_entropy([TWO], [2]), "from 0 to 1 here; got 2"),
        (lambda: losses.cross_entropy([TWO], [-1]), "from 0 to 1 here; got -1"),
        (lambda: losses.cross_entropy([TWO], [0.5]), "from 0 to 1 here; got 0.5"),
        (lambda: losses.cross_entropy([TWO], [0, 1]), "got 1 samples and 2 labels"),
        (lambda: losses.accuracy([], []), "got 0 scores and 0 labels"),
    ],
)
def test_a_mistake_is_answered_with_what_was_found(ask, found):
    with pytest.raises(ValueError, match=found):
        ask()
