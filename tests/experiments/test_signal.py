import math
import random
from itertools import repeat
from statistics import pstdev

import numpy as np
import pytest

from micrograd_lab import Value
from micrograd_lab.experiments.own_init import EACH, MORE, SECONDS, NoWeights, asked, weights
from micrograd_lab.experiments.signal import GAINS, NEAR, kit, passage, sent


def right(nin, nout, activation):
    spread = GAINS[activation] / nin**0.5
    return [[random.gauss(0, spread) for _ in range(nin)] for _ in range(nout)]


def by_values(layers, activation, inputs, gradients):
    """The spreads of answers and gradients by layer, on the engine: the loss is the sum of answer times gradient."""
    found = [[[Value(x) for x in row] for row in inputs]]
    for w in layers:
        scores = [
            [sum((Value(k) * x for k, x in zip(row, point, strict=True)), Value(0.0)) for row in w]
            for point in found[-1]
        ]
        found.append([[s if activation == "linear" else getattr(s, activation)() for s in row] for row in scores])
    pairs = zip([a for row in found[-1] for a in row], [g for row in gradients for g in row], strict=True)
    sum((a * float(g) for a, g in pairs), Value(0.0)).backward()
    answers = [pstdev(a.data for row in layer for a in row) for layer in found]
    return answers, [pstdev(a.grad for row in layer for a in row) for layer in found]


@pytest.mark.parametrize("activation", GAINS)
def test_the_spreads_are_those_of_the_engine_there_and_back(activation):
    drawn, layers = np.random.default_rng(7), kit(4, 3, activation, seed=2)
    inputs, gradients = drawn.normal(size=(5, 3)), drawn.normal(size=(5, 3))
    found = passage(layers, activation, 0.8, inputs, gradients)
    answers, back = by_values([0.8 * w for w in layers], activation, inputs.tolist(), gradients.tolist())
    assert found.answers == pytest.approx(answers, rel=1e-12)
    assert found.gradients == pytest.approx(back, rel=1e-12)
    assert found.there == pytest.approx(answers[-1] / answers[0])
    assert found.back == pytest.approx(back[0] / back[-1])


@pytest.mark.parametrize("scale", [0.5, 2.0])
@pytest.mark.parametrize("activation", ["relu", "linear"])
def test_a_layer_lets_a_power_of_two_through_to_the_last_digit(activation, scale):
    one, other = (passage(kit(activation=activation), activation, by) for by in (1.0, scale))
    assert other.answers == [x * scale**n for n, x in enumerate(one.answers)]
    assert other.gradients[::-1] == [x * scale**n for n, x in enumerate(one.gradients[::-1])]
    assert other.dead == one.dead


def test_the_kit_s_weights_have_the_spread_that_keeps_the_signal():
    for activation, gain in GAINS.items():
        assert np.std(kit(30, 32, activation)) == pytest.approx(gain / 32**0.5, rel=0.02)
    assert not np.array_equal(*kit(2, 8))
    assert np.array_equal(kit(seed=3), kit(seed=3))
    assert [x.std() for x in sent()] == pytest.approx([1.0, 1.0], abs=0.02)


def test_dead_and_saturated_units_are_counted_by_unit():
    inputs = np.array([[1.0, -1.0], [2.0, 3.0], [2.0, 1.0], [4.0, 1.0]])
    layer = np.array([[-1.0, 0.0], [0.0, 1.0]])  # never above 0; at three of four points
    assert passage([layer], "relu", 1.0, inputs, inputs).dead == [1]
    assert passage([layer], "relu", 1.0, inputs, inputs).saturated == [0]
    edge = math.atanh(NEAR)
    for by, count in ((1.01 * edge, 2), (0.99 * edge, 1), (0.51 * edge, 1), (0.49 * edge, 0)):
        found = passage([by * layer], "tanh", 1.0, inputs, inputs)
        assert (found.saturated, found.dead) == ([count], [0])


def test_the_learner_s_weights_are_asked_of_each_layer_and_are_the_same_in_each_run():
    random.seed(5)
    after = random.random()
    random.seed(5)
    found = [weights(right, 3, 8, "relu", seed=1) for _ in range(2)]
    assert random.random() == after
    assert np.array_equal(*found)
    assert np.shape(found[0]) == (3, 8, 8)
    assert not np.array_equal(*found[0][:2])
    assert not np.array_equal(weights(right, 3, 8, "relu", seed=2), found[0])
    random.seed(1)
    assert found[0][0].tolist() == right(8, 8, "relu")


@pytest.mark.parametrize(
    "init",
    [
        lambda nin, nout, activation: tuple(tuple(0.5 for _ in range(nin)) for _ in range(nout)),
        lambda nin, nout, activation: (iter([0.5] * nin) for _ in range(nout)),
        lambda nin, nout, activation: np.full((nout, nin), 0.5),
        lambda nin, nout, activation: [[np.float32(0.5)] * nin] * nout,
    ],
    ids=["tuples", "iterators", "array", "float32"],
)
def test_rows_of_any_kind_are_read(init):
    assert asked(init, 3, 2, "relu").tolist() == [[0.5] * 3] * 2


def endless(nin, nout, activation):
    while True:
        pass


def swallows(nin, nout, activation):
    try:
        endless(nin, nout, activation)
    except:  # noqa: E722 - a learner's may
        return right(nin, nout, activation)


def raises(nin, nout, activation):
    return [[1 / (nin - nin)] * nin] * nout


TROUBLE = {
    endless: "it was still not done",
    swallows: "it was still not done",
    raises: "ZeroDivisionError: division by zero, in line",
    (lambda nin, nout, activation: None): "found: None",
    (lambda nin, nout, activation: [0.5] * nout): "found: [0.5, 0.5, 0.5]",
    (lambda nin, nout, activation: [[0.5] * nout] * nin): "2 rows of 3 numbers: it lies on its side",
    (lambda nin, nout, activation: [[0.5] * nin]): "found: 1 rows",
    (lambda nin, nout, activation: [[0.5] * nin] * (nout - 1) + [[0.5]]): "found: 1 numbers in row 3",
    (lambda nin, nout, activation: [repeat(0.5)] * nout): "found: 30 and more numbers in row 1",
    (lambda nin, nout, activation: repeat([0.5] * nin)): "found: 30 and more rows",
    (lambda nin, nout, activation: [[0.5] * 9] * nin): "found: 2 rows",
    (lambda nin, nout, activation: [[math.nan] * nin] * nout): "found: nan in row 1",
    (lambda nin, nout, activation: [[math.inf] * nin] * nout): "found: inf in row 1",
    (lambda nin, nout, activation: [["a"] * nin] * nout): "found: 'a' in row 1",
    (lambda nin, nout, activation: [[Value(0.5)] * nin] * nout): "found: Value(",
    (lambda nin, nout: [[0.5] * nin] * nout): "TypeError",
    (lambda nin, nout, activation: exit()): "SystemExit",
    3: "found: 3",
}


@pytest.mark.parametrize(("init", "said"), TROUBLE.items())
def test_what_goes_wrong_in_it_is_a_sentence_of_three_parts(init, said):
    before = random.getstate()
    with pytest.raises(NoWeights) as lacking:
        weights(init, 30, 32, "relu", seed=1)
    parts = str(lacking.value).split("\n")
    assert [part.split(":")[0] for part in parts] == ["asked", "found", "try"]
    assert said in parts[1]
    assert random.getstate() == before


def test_the_line_of_the_mistake_is_named():
    with pytest.raises(NoWeights, match=r"in line \d+, return \[\[1 / \(nin - nin\)\] \* nin\] \* nout"):
        asked(raises, 2, 3, "relu")


def test_a_large_layer_by_random_alone_is_within_what_is_allowed():
    def by_hand(nin, nout, activation):
        rows = []
        for _ in range(nout):
            row = []
            for _ in range(nin):
                twelve = sum(random.random() for _ in range(12)) - 6
                row.append(twelve * GAINS[activation] / nin**0.5)
            rows.append(row)
        return rows

    assert np.std(asked(by_hand, 64, 64, "relu")) == pytest.approx(2**0.5 / 8, rel=0.1)
    assert EACH * 64 * 64 + MORE < 3_000_000


def test_too_many_slow_layers_are_told():
    times = iter(range(0, 1000, 4))
    with pytest.raises(NoWeights, match="only 2 of them"):
        weights(right, 30, 4, "relu", 1, clock=lambda: next(times))
    assert SECONDS == 10
