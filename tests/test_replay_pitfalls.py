"""Where a replay could part from the engine: each case on its own."""

import gc
import math

import numpy as np
import pytest

from micrograd_lab import Value, datasets, losses, nn, replay
from micrograd_lab.engine import OPS
from micrograd_lab.graph import snapshot


def test_every_op_of_the_engine_has_an_array_rule():
    assert set(replay.RULES) == set(OPS)


def test_a_whole_moons_step_becomes_few_groups_with_the_same_gradients():
    data = datasets.moons(100, seed=1)
    model = nn.MLP(2, [16, 16, 1], seed=1)
    loss = losses.hinge([model(x) for x in data.X], data.y) + losses.l2(model.parameters(), 1e-4)
    recorded = replay.record(loss, parameters=model.parameters())
    assert len(recorded.groups) <= 20
    assert recorded.forward() == pytest.approx(loss.data, rel=1e-13)
    recorded.backward()
    loss.backward()
    assert np.allclose(recorded.parameter_grads, [p.grad for p in model.parameters()], rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid"])
def test_a_network_over_a_batch_agrees_with_numpy_by_hand(activation):
    model = nn.MLP(3, [5, 4, 1], activation=activation, seed=2)
    X = np.random.default_rng(0).normal(size=(50, 3))
    rule = {"relu": lambda z: np.maximum(z, 0), "tanh": np.tanh, "sigmoid": lambda z: 1 / (1 + np.exp(-z))}[activation]
    h = X
    for n, layer in enumerate(model.layers):
        h = h @ np.array([[w.data for w in neuron.w] for neuron in layer.neurons]).T
        h += [neuron.b.data for neuron in layer.neurons]
        h = rule(h) if n < 2 else h
    assert np.allclose(replay.scores(model, X), h[:, 0], rtol=1e-12, atol=1e-14)


def test_an_architecture_without_a_special_case_agrees_with_the_engine():
    w = [Value(n / 7 - 0.5, f"w{n}") for n in range(6)]

    def model(x, y):
        h = (w[0] * x + w[1] * y + w[2]).tanh()
        return h * x + (2 + h.sigmoid()).log() * w[3] + (w[4] ** 2 + 1.5) ** h + x * y / (3 + w[5] * w[5])

    x, y = Value(0.0), Value(0.0)
    recorded = replay.record(model(x, y), [x, y], w)
    samples = np.random.default_rng(1).normal(size=(20, 2))
    roots = [model(*map(float, sample)) for sample in samples]
    assert np.allclose(recorded.forward(*samples.T), [root.data for root in roots], rtol=1e-12)
    recorded.backward()
    for root in roots:
        root.backward()
    assert np.allclose(recorded.parameter_grads, [v.grad / 20 for v in w], rtol=1e-12)


def test_sums_products_and_relu_are_exact_without_collapsing():
    model = nn.MLP(2, [7, 1], seed=5)
    x = [Value(0.3), Value(-1.7)]
    root = model(x)
    assert replay.record(root, x, model.parameters(), collapse=False).forward(0.3, -1.7) == root.data


def test_parameters_changed_in_place_are_seen_and_batches_of_any_size_follow_each_other():
    x, w = Value(0.0), Value(2.0)
    recorded = replay.record(w * x + 1, [x], [w])
    for n in (1, 100, 2, 100):
        w.data = float(n)
        samples = np.arange(n, dtype=float)
        assert recorded.forward(samples).tolist() == (n * samples + 1).tolist()
        recorded.backward()
        assert recorded.parameter_grads[0] == pytest.approx(samples.mean())


def test_a_number_for_every_input_gives_a_float():
    x = Value(0.0)
    y = replay.record((x * 3).tanh(), [x]).forward(0.5)
    assert type(y) is float
    assert y == pytest.approx(math.tanh(1.5), rel=1e-15)


def test_nan_infinity_and_the_kink_pass_as_in_the_engine():
    x = Value(0.0)
    recorded = replay.record(x.relu() * 2, [x])
    y = recorded.forward(np.array([math.nan, math.inf, -math.inf, 0.0, -0.0, 1.0]))
    assert np.array_equal(y, [math.nan, math.inf, 0.0, 0.0, 0.0, 2.0], equal_nan=True)
    recorded.backward()
    assert (recorded.input_grads[0] * 6).tolist() == [2.0, 2.0, 0.0, 0.0, 0.0, 2.0]


@pytest.mark.parametrize("which", ["input", "parameter", "constant"])
def test_a_root_may_be_a_leaf(which):
    x, w, c = Value(1.0), Value(2.0), Value(3.0)
    root = {"input": x, "parameter": w, "constant": c}[which]
    recorded = replay.record(root, [x], [w])
    assert recorded.forward(5.0) == {"input": 5.0, "parameter": 2.0, "constant": 3.0}[which]
    recorded.backward()
    assert recorded.input_grads.tolist() == [[1.0 if which == "input" else 0.0]]
    assert recorded.parameter_grads.tolist() == [1.0 if which == "parameter" else 0.0]


def test_an_unused_parameter_has_gradient_zero_and_repeated_operands_add_up():
    x, w, unused = Value(3.0), Value(2.0), Value(7.0)
    recorded = replay.record(w * x + w * x + w * w + sum([w, w, w]), [x], [w, unused])
    assert recorded.forward(3.0) == 22.0
    recorded.backward()
    assert recorded.parameter_grads.tolist() == [2 * 3.0 + 2 * 2.0 + 3.0, 0.0]


def test_an_exponent_that_is_a_constant_value_is_a_number_in_the_recording():
    x = Value(1.0)
    recorded = replay.record((x + 1) ** Value(1.5), [x])
    assert recorded.forward(np.array([1.0, 3.0])) == pytest.approx([2**1.5, 8.0])


def test_a_constant_changed_after_recording_is_said_by_name():
    x, margin = Value(1.0), Value(1.0, "margin")
    recorded = replay.record(margin - x, [x])
    margin.data = 2.0
    with pytest.raises(ValueError, match="margin"):
        recorded.forward(0.0)


@pytest.mark.parametrize("inputs", [(1.0,), (np.zeros(2), np.zeros(3)), (1.0, 2.0, 3.0)])
def test_wrong_inputs_are_refused(inputs):
    a, b = Value(1.0), Value(2.0)
    with pytest.raises(ValueError, match="got"):
        replay.record(a * b, [a, b]).forward(*inputs)


def test_inputs_and_parameters_are_different_leaves():
    a, b = Value(1.0), Value(2.0)
    for inputs, parameters in (([a, a], []), ([a], [a]), ([a + b], [])):
        with pytest.raises(ValueError, match="got"):
            replay.record(a * b, inputs, parameters)


def test_backward_before_forward_is_told_what_to_do():
    a = Value(1.0)
    with pytest.raises(RuntimeError, match=r"forward\(\)"):
        replay.record(a * a, [a]).backward()


def test_written_back_the_values_show_the_sample():
    x, w = Value(0.0, "x"), Value(2.0, "w")
    y = (w * x).tanh() + w
    recorded = replay.record(y, [x], [w], collapse=False)
    recorded.forward(np.array([0.1, 0.2]))
    recorded.backward()
    recorded.write_back(sample=1)
    assert x.data == 0.2
    assert y.data == pytest.approx(math.tanh(0.4) + 2, rel=1e-15)
    assert all(r.grad is not None for r in snapshot(y))


def test_a_value_that_dissolved_in_a_sum_says_how_to_keep_it():
    a, b, c = Value(1.0), Value(2.0), Value(3.0)
    inner = a + b
    root = inner + c + 1
    dissolved = replay.record(root, [a, b, c])
    dissolved.forward(1.0, 2.0, 3.0)
    with pytest.raises(KeyError, match="keep"):
        dissolved.of(inner)
    kept = replay.record(root, [a, b, c], keep=[inner])
    assert kept.forward(1.0, 2.0, 3.0) == 7.0
    assert kept.of(inner).tolist() == [3.0]


def test_the_collector_is_as_it_was_after_a_pause():
    def paused_twice_then_fails():
        with replay.collector_paused():
            with replay.collector_paused():
                pass
            raise KeyError(gc.isenabled())

    assert gc.isenabled()
    with pytest.raises(KeyError, match="False"):
        paused_twice_then_fails()
    assert gc.isenabled()
