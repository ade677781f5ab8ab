"""Recordings of values that are not the kit's, and of a GPT, against their own engine."""

import math

import numpy as np
import pytest

from micrograd_lab import Value, losses, nn, optim
from micrograd_lab.replay import Choice, Differs, Steps, record

from .learners import GPT, Number, columns_of, log_softmax, network


def close(x, rel=1e-11, abs=1e-13):
    return pytest.approx(x, rel=rel, abs=abs)


def hinge(score, y):
    return (1 + -y * score).relu()


CLASSES = [Number, Value]
NAMES = [[0, 3, 1, 0], [0, 2, 0], [0, 4, 4, 2], [0, 1]]


@pytest.mark.parametrize("value", CLASSES)
def test_a_network_is_replayed_on_all_samples(value):
    parameters, model = network(value, [2, 5, 4, 1])
    rng = np.random.default_rng(1)
    X, labels = rng.normal(size=(9, 2)), rng.choice([-1.0, 1.0], 9)
    x, y = [value(0.3), value(0.4)], value(1.0)
    recording = record(hinge(model(x), y), [*x, y], parameters)
    assert recording.forward(*X.T, labels) == close(
        [hinge(model(list(map(value, a))), b).data for a, b in zip(X, labels, strict=True)]
    )
    recording.backward()
    total = sum(hinge(model(list(map(value, a))), value(b)) for a, b in zip(X.tolist(), labels, strict=True)) * (1 / 9)
    total.backward()
    assert recording.parameter_grads == close([p.grad for p in parameters])
    assert [group.op for group in recording.groups].count("matrix") == 3


def recorded(gpt, name, **how):
    letters, afters, weights = gpt.leaves(name)
    inputs = [*map(Choice, letters), *map(Choice, afters), *weights]
    return record(gpt.loss_of_all(letters, afters, weights), inputs, gpt.parameters(), **how)


@pytest.mark.parametrize("value", CLASSES)
def test_one_recording_of_a_gpt_serves_names_of_all_lengths(value):
    gpt = GPT(value)
    recording = recorded(gpt, NAMES[1])
    parameters = gpt.parameters()
    for name in NAMES:
        loss = gpt.loss(name)
        for p in parameters:
            p.grad = 0.0
        loss.backward()
        assert recording.forward(*[c[0] for c in columns_of(gpt, [name])]) == close(loss.data)
        recording.backward()
        assert recording.parameter_grads == close([p.grad for p in parameters])
    together = recording.forward(*columns_of(gpt, NAMES))
    assert together == close([gpt.loss(name).data for name in NAMES])
    recording.backward()
    for p in parameters:
        p.grad = 0.0
    (sum(gpt.loss(name) for name in NAMES) * (1 / len(NAMES))).backward()
    assert recording.parameter_grads == close([p.grad for p in parameters])


def test_of_a_gpt_letters_are_lookups_and_layers_matrix_products():
    gpt = GPT(Number, block=4)
    groups = recorded(gpt, NAMES[0]).groups
    of = {op: [group for group in groups if group.op == op] for op in ("lookup", "max", "matrix")}
    assert [len(group.result.index) for group in of["lookup"]] == [4 * 4, 4]
    assert sum(len(group.result.index) for group in of["max"]) == 2 * 4 + 4
    lengths = [group.lengths for group in of["matrix"]]
    assert set(lengths) >= {(12, 4, 4), (4, 4, 4), (8, 4, 4), (4, 4, 8), (5, 4, 4)}
    assert [found for found in lengths if found == (1, 4, 2)][:2] == [(1, 4, 2)] * 2


@pytest.mark.parametrize("value", CLASSES)
def test_a_gpt_is_trained_as_its_own_engine_trains_it(value):
    ours, theirs = GPT(value), GPT(value)
    optimizers = [optim.Adam(gpt.parameters(), lr=0.02, betas=(0.85, 0.99)) for gpt in (ours, theirs)]
    steps = Steps(recorded(ours, NAMES[0]), optimizers[0], columns_of(ours, NAMES))
    rates = [0.02 * (1 - n / 12) for n in range(12)]
    found = steps.run(12, order=[[n % 4] for n in range(12)], rates=rates)
    expected = []
    for n, rate in enumerate(rates):
        loss = theirs.loss(NAMES[n % 4])
        optimizers[1].zero_grad()
        loss.backward()
        optimizers[1].lr = rate
        optimizers[1].step()
        expected.append(loss.data)
    assert found == close(expected, rel=1e-9)
    assert [p.data for p in ours.parameters()] == close([p.data for p in theirs.parameters()], rel=1e-8)
    assert steps.number == 12


def test_a_largest_value_taken_from_data_is_taken_anew():
    x = [Value(a) for a in (1.0, 3.0, -2.0)]
    recording = record(-losses.log_softmax(x)[1] * 2, x)
    assert recording.forward(1000.0, 2000.0, 0.0) == close(0.0)
    assert recording.forward(5.0, 2.0, 4.0) == close(-2 * losses.log_softmax(list(map(Value, (5.0, 2.0, 4.0))))[1].data)
    recording.backward()
    own = [Value(a) for a in (5.0, 2.0, 4.0)]
    (-losses.log_softmax(own)[1] * 2).backward()
    assert recording.input_grads[:, 0] == close([v.grad for v in own])


def logsumexp(x):
    top = max(v.data for v in x)
    return sum((v - top).exp() for v in x).log() + top


def softmax(x):
    top = max(v.data for v in x)
    e = [(v - top).exp() for v in x]
    total = sum(e)
    return e[0] / total + (e[1] * total**-1) ** 2


def overlapping(x):
    return logsumexp(x[:2]) * logsumexp(x) + log_softmax(x[:2])[0] * log_softmax(x[1:])[0]


@pytest.mark.parametrize(
    "fn", [logsumexp, softmax, overlapping, lambda x: logsumexp(x) - x[0], lambda x: softmax(log_softmax(x))]
)
def test_whatever_is_made_of_shifted_exponentials_is_right_on_other_numbers(fn):
    x = [Value(a) for a in (1.0, 3.0, -2.0)]
    recording = record(fn(x), x)
    assert "max" in [group.op for group in recording.groups]
    for numbers in ((5.0, 2.0, 4.0), (700.0, 1400.0, 1399.0)):
        own = [Value(a) for a in numbers]
        root = fn(own)
        root.backward()
        assert recording.forward(*numbers) == close(root.data)
        recording.backward()
        assert recording.input_grads[:, 0] == close([v.grad for v in own])


def test_a_constant_on_which_the_result_depends_stays_what_it_is():
    x = [Value(1.0), Value(3.0)]
    root = sum((v - 3.0).exp() for v in x) * 2.0
    recording = record(root, x)
    assert "max" not in [group.op for group in recording.groups]
    assert recording.forward(5.0, 4.0) == close(2 * (math.exp(2) + math.exp(1)))


def test_a_choice_looks_up_in_what_changes_with_the_samples_too():
    one, x, w = [Value(0.0), Value(1.0)], Value(2.0), Value(3.0)
    root = sum(o * t for o, t in zip(one, [x * w, w], strict=True)) + sum(
        o * t for o, t in zip(one, [w, Value(7.0)], strict=True)
    )
    recording = record(root, [Choice(one), x], [w])
    assert recording.forward([0, 1, 0], [5.0, 6.0, 7.0]).tolist() == [15.0 + 3, 3.0 + 7, 21.0 + 3]
    recording.backward()
    assert recording.parameter_grads == close([(6 + 1 + 8) / 3])
    assert recording.input_grads[1] == close([1.0, 0.0, 1.0])


def choice_of(fn, **how):
    one, w = [Value(1.0), Value(0.0), Value(0.0)], [Value(float(n)) for n in range(3)]
    return record(fn(one, w), [Choice(one)], w, **how)


@pytest.mark.parametrize(
    ("fn", "found"),
    [
        (lambda one, w: one[0] * w[0] + one[1] * w[1], r"got leaf 2 of 3 less often than leaf 0"),
        (lambda one, w: one[1].tanh(), "got another use of leaf 1 of 3"),
        (lambda one, w: sum(o * v for o, v in zip(one, w, strict=True)) * one[2], "got another use of leaf 2 of 3"),
        (lambda one, w: one[0] * one[1], "got another use of leaf 0 of 3"),
    ],
)
def test_another_use_of_a_choice_is_an_error(fn, found):
    with pytest.raises(ValueError, match=found):
        choice_of(fn)


@pytest.mark.parametrize("number", [-1, 3, 0.5, math.nan])
def test_what_is_chosen_is_a_whole_number_of_a_leaf(number):
    recording = choice_of(lambda one, w: sum(o * v for o, v in zip(one, w, strict=True)))
    assert recording.forward([2, 0]).tolist() == [2.0, 0.0]
    for given in (number, [0.0, number]):
        with pytest.raises(ValueError, match="from 0 to 2; got"):
            recording.forward(given)


def test_a_choice_is_of_several_leaves():
    with pytest.raises(TypeError, match="takes a list of leaves; got Value"):
        Choice(Value(1.0))
    with pytest.raises(ValueError, match="got none"):
        Choice([])


# Classes that are wrong somewhere.


class WrongSlope(Number):
    def slope_of_tanh(self, t):
        return 1 - t


class WrongValue(Number):
    def exp(self):
        e = 2.7**self.data
        return self.made(e, "exp", (self, lambda: e))


class Sine(Number):
    def sin(self):
        return self.made(math.sin(self.data), "sin", (self, lambda: math.cos(self.data)))


def test_a_wrong_derivative_is_named_when_recording():
    x, w = WrongSlope(0.5), WrongSlope(0.8)
    root = (w * x).tanh() * 2
    with pytest.raises(Differs, match=r"for a gradient it gives .* WrongSlope itself .*Look at tanh: .*Mend that rule"):
        record(root, [x], [w])
    assert x.grad == w.grad == 0.0


def test_a_wrong_value_is_named_when_recording():
    x = WrongValue(0.5)
    with pytest.raises(
        Differs, match=r"for a value it gives .*Look at exp: of 0.5 its rule makes 1.64872, and the class 1.643"
    ):
        record(x.exp() * 2, [x])


def test_an_order_that_is_wrong_is_found_when_recording():
    class Early(Number):
        def backward(self):
            def walk(v):
                if v.back:
                    v.back()
                for i in v.parents:
                    walk(i)

            self.grad = 1.0
            walk(self)

    x = Early(0.5)
    b = x * 3
    with pytest.raises(Differs, match="for a gradient"):
        record(b * b + b, [], [x])


def test_an_operation_without_a_rule_is_named():
    x = Sine(0.5)
    with pytest.raises(ValueError, match=r"a recording knows \+, -, .*; got sin\. Build the graph"):
        record(x.sin() * 2, [x])


def test_gradients_and_data_of_a_class_stay_what_they_were():
    parameters, model = network(Number, [2, 3, 1])
    x = [Number(0.3), Number(0.4)]
    root = model(x)
    root.backward()
    before = [(p.data, p.grad) for p in [*parameters, *x, root]]
    record(root, x, parameters)
    assert [(p.data, p.grad) for p in [*parameters, *x, root]] == before


def test_values_that_call_each_other_equal_are_told_apart():
    class Equal(Number):
        def __eq__(self, other):
            return True

        __hash__ = None

    x, w = Equal(2.0), Equal(2.0)
    recording = record(x * w + x, [x], [w])
    assert recording.forward([1.0, 2.0]).tolist() == [3.0, 6.0]


def test_a_set_of_inputs_as_in_micrograd_is_read_where_order_is_no_matter():
    class InSets(Number):
        def made(self, data, operation, *edges):
            out = super().made(data, operation, *edges)
            out._prev, out.parents = set(out.parents), ()
            return out

        backward = None

    x, w = InSets(2.0), InSets(3.0)
    recording = record((x * x + w) * x + x.tanh(), [x], [w])
    assert recording.forward([2.0, 1.0]) == close([14 + math.tanh(2), 4 + math.tanh(1)])


def test_steps_are_asked_for_with_what_fits():
    model = nn.MLP(2, [2, 1], seed=1)
    x = [Value(0.1), Value(0.2)]
    recording = record(model(x) ** 2, x, model.parameters())
    columns = np.ones((2, 5))
    with pytest.raises(TypeError, match=r"those of optim\.SGD or optim\.Adam; got list"):
        Steps(recording, [], columns)
    with pytest.raises(ValueError, match=r"with 2 inputs here; got \(3, 5\)"):
        Steps(recording, optim.SGD(model.parameters()), np.ones((3, 5)))
    with pytest.raises(ValueError, match="got others"):
        Steps(recording, optim.SGD(model.parameters()[1:]), columns)
    steps = Steps(recording, optim.SGD(model.parameters(), lr=0.1), columns)
    with pytest.raises(ValueError, match="a row for each of 2 steps; got 3"):
        steps.run(2, rates=[0.1] * 3)
    with pytest.raises(ValueError, match="numbers from 0 to 4; got 1 to 5"):
        steps.run(2, order=[[1, 2], [3, 5]])
    before = [p.data for p in model.parameters()]
    assert steps.run(0).tolist() == []
    assert [p.data for p in model.parameters()] == before
