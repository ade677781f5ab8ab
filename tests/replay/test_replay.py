"""Recordings against the engine, sample by sample, and against PyTorch."""

import gc
import math
from functools import reduce
from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from micrograd_lab import Value, datasets, graph, losses, nn
from micrograd_lab.engine import OPS, topological_order
from micrograd_lab.replay import RULES, Field, collector_paused, fingerprint, machines, record, scores
from micrograd_lab.replay.arrays import room
from micrograd_lab.replay.program import spaced

random = settings(
    derandomize=True, deadline=None, database=None, max_examples=150, suppress_health_check=list(HealthCheck)
)
NAN, INF = math.nan, math.inf


def close(x, rel=1e-12, abs=0.0):
    return pytest.approx(x, rel=rel, abs=abs, nan_ok=True)


# Random graphs. A step is an op on values made so far, or on a plain number; a sum of several; or some neurons. A value
# is called by its place: 0 is the last made, -1 the first leaf. Leaves are parameters, inputs and constants, in turn.

MAKE = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "**": lambda a, b: a**b,
    "neg": lambda a, b: -a,
    "ReLU": lambda a, b: a.relu(),
    "tanh": lambda a, b: a.tanh(),
    "exp": lambda a, b: a.exp(),
    "log": lambda a, b: a.log(),
    "sigmoid": lambda a, b: a.sigmoid(),
    "chain": lambda *terms: sum(terms),
    "nested": lambda *terms: nested(terms),
    "neuron": lambda b, *pairs: sum((w * x for w, x in zip(pairs[::2], pairs[1::2], strict=True)), b),
    "softmax": lambda *logits: losses.log_softmax(logits)[-1],
    "signs": lambda *terms: 1.5 - (sum(terms) - terms[0] * -1) - -terms[-1] * terms[0] + terms[0] * 2,
    "layer": lambda b, w, x, v, y: (w * x + v * y + b).tanh() + (b + w * y + v * x).relu() * (w * x + v * y).sigmoid(),
}


def nested(terms):
    return terms[0] if len(terms) == 1 else nested(terms[: len(terms) // 2]) + nested(terms[len(terms) // 2 :])


places = st.integers(0, 6)
first = st.integers(-3, -1)
numbers = st.sampled_from([2.0, 3.0, 0.5, -1.0, -2.0, 1.5, 0.0, 1.0]) | st.floats(0.1, 3.0)
one_op = st.tuples(st.sampled_from(OPS), st.tuples(places, places))
with_number = st.tuples(st.sampled_from(OPS[:5]), st.tuples(places, numbers) | st.tuples(numbers, places))
several = st.tuples(st.sampled_from(["chain", "nested"]), st.lists(places | first | numbers, min_size=3, max_size=9))
neuron = st.tuples(
    st.just("neuron"),
    st.builds(lambda b, pairs: (b, *sum(pairs, ())), first | numbers, st.lists(st.tuples(first, places), min_size=2)),
)
layer = st.tuples(st.just("layer"), st.tuples(first, first, places, first, places))
signs = st.tuples(st.just("signs"), st.lists(places | first, min_size=1, max_size=4))
softmax = st.tuples(st.just("softmax"), st.lists(places | first, min_size=1, max_size=4))
steps = st.lists(one_op | with_number | several | neuron | layer | signs, min_size=4, max_size=12)
data = st.sampled_from([0.0, 1.0, -1.0, 2.0, 0.5]) | st.floats(0.05, 3.0) | st.floats(-3.0, -0.05)
inputs = st.integers(1, 3).flatmap(
    lambda k: st.lists(st.lists(data, min_size=k, max_size=k), min_size=1, max_size=3)
)  # a list of samples
few = st.lists(data, min_size=1, max_size=3)


def made_by(step, made):
    op, which = step
    which = [made[-1 - w % len(made)] if isinstance(w, int) else w for w in which]
    return MAKE[op](*which)


def well_conditioned(v, condition):
    """Whether rounding stays far below what the comparisons allow, in v and all that it was made from.

    `condition` bounds the relative error of each value in units of one rounding: 1 for its own, plus those of its
    inputs times how strongly it reacts, |partial * input / v|. Sums that cancel and steep powers make it large.
    """
    if v in condition:
        return True
    if not all(well_conditioned(i, condition) for i in v.inputs):
        return False
    reactions = [abs(p * i.data) * condition[i] for p, i in zip(v.partials, v.inputs, strict=True)]
    condition[v] = 1 + sum(reactions) / abs(v.data) if v.op and v.data else 0
    steady = all(p == 0 or 0.01 <= abs(p) <= 100 for p in v.partials)
    zero = v.data == 0 and (v.op in ("", "ReLU") or not any(reactions))  # and not what cancelling has left
    return steady and condition[v] <= 20 and (zero or not v.op or 0.01 <= abs(v.data) <= 100)


class Graphs:
    """The same graph for each sample, as far as all samples allow the wanted steps; every one has its own leaves."""

    def __init__(self, samples, parameters, constants, wanted):
        self.samples, self.parameters = samples, parameters
        self.leaves = [[Value(x) for x in [*parameters, *sample, *constants]] for sample in samples]
        self.made, self.taken = [list(leaves) for leaves in self.leaves], []
        conditions = [{} for _ in samples]
        for step in wanted:
            try:
                new = [made_by(step, made) for made in self.made]
            except (ValueError, ZeroDivisionError, OverflowError):
                continue
            new = [v if isinstance(v, Value) else Value(v) for v in new]
            if all(well_conditioned(v, dict(c)) for v, c in zip(new, conditions, strict=True)):
                for v, condition in zip(new, conditions, strict=True):
                    well_conditioned(v, condition)
                self.taken.append(step)
                for made, v in zip(self.made, new, strict=True):
                    made.append(v)
        self.roots = [made[-1] for made in self.made]
        for root in self.roots:
            root.backward()

    def split(self, leaves):
        """Inputs and parameters among the leaves."""
        start = len(self.parameters)
        return leaves[start : start + len(self.samples[0])], leaves[:start]

    def record(self, **how):
        """A recording of the first sample's graph."""
        return record(self.roots[0], *self.split(self.leaves[0]), **how)

    def columns(self):
        return [np.array(column) for column in zip(*self.samples, strict=True)]

    def grads(self):
        """The gradients of the mean by inputs and by parameters, each with the size that rounding is relative to.

        A gradient is a sum over all roads from the root; its size is the sum of theirs.
        """
        grads, sizes = [], []
        for root, leaves in zip(self.roots, self.leaves, strict=True):
            size = dict.fromkeys(topological_order(root), 0.0) | {root: 1.0}
            for v in reversed(topological_order(root)):
                for i, partial in zip(v.inputs, v.partials, strict=True):
                    size[i] += abs(partial) * size[v]
            sizes.append([size.get(v, 0.0) for v in leaves])
            grads.append([v.grad for v in leaves])
        mean = [self.split(np.transpose(numbers) / len(self.samples)) for numbers in (grads, sizes)]
        (by_input, input_size), (by_parameter, parameter_size) = zip(*mean, strict=True)
        return by_input, input_size, by_parameter.sum(axis=1), parameter_size.sum(axis=1)


def assert_within(ours, theirs, size):
    __tracebackhide__ = True
    # Values differ by up to 20 roundings, partials by some more, along at most 10 steps: below 1e-12 of the size.
    np.testing.assert_array_less(np.abs(ours - theirs), 1e-12 * size + 1e-300)


@random
@given(inputs, few, few, steps)
@pytest.mark.parametrize("collapse", [True, False])
@pytest.mark.parametrize("machine", machines.there())
def test_random_graph_replayed_equals_the_engine_sample_by_sample(
    machine, collapse, samples, parameters, constants, wanted
):
    graphs = Graphs(samples, parameters, constants, wanted)
    recording = graphs.record(collapse=collapse, machine=machine)
    assert recording.machine == machine
    assert recording.forward(*graphs.columns()) == close([root.data for root in graphs.roots])
    recording.backward()
    by_input, input_size, by_parameter, parameter_size = graphs.grads()
    assert_within(recording.input_grads, by_input, input_size)
    assert_within(recording.parameter_grads, by_parameter, parameter_size)


@random
@given(inputs, few, few, st.lists(one_op | several | neuron | signs | softmax, min_size=4, max_size=12))
@pytest.mark.parametrize("machine", machines.there())
def test_random_graph_with_softmaxes_equals_the_engine(machine, samples, parameters, constants, wanted):
    test_random_graph_replayed_equals_the_engine_sample_by_sample.hypothesis.inner_test(
        machine, True, samples, parameters, constants, wanted
    )


@random
@given(inputs, few, few, steps)
@pytest.mark.parametrize("machine", machines.there())
def test_without_collapse_every_value_equals_the_engines(machine, samples, parameters, constants, wanted):
    graphs = Graphs(samples, parameters, constants, wanted)
    recording = graphs.record(collapse=False, machine=machine)
    recording.forward(*graphs.columns())
    for values in zip(*map(topological_order, graphs.roots), strict=True):
        assert recording.of(values[0]) == close([v.data for v in values])


@random
@given(inputs, few, few, steps)
def test_random_graph_replayed_equals_pytorch(samples, parameters, constants, wanted):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed; `python3 start.py test --all` brings it")
    graphs = Graphs(samples, parameters, constants, wanted)
    tensors = [torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in [*parameters, *graphs.columns()]]
    made = [*tensors, *[torch.tensor(x, dtype=torch.float64) for x in constants]]
    for step in graphs.taken:
        made.append(torch.as_tensor(made_by(step, made), dtype=torch.float64))
    root = made[-1]
    if not root.requires_grad:
        return  # a constant: nothing to compare
    root.mean().backward()
    recording = graphs.record()
    expected = np.broadcast_to(root.detach().numpy(), len(samples))
    assert recording.forward(*graphs.columns()) == close(expected)
    recording.backward()
    by_input, by_parameter = graphs.split([np.zeros(t.shape) if t.grad is None else t.grad.numpy() for t in tensors])
    _, input_size, _, parameter_size = graphs.grads()
    assert_within(recording.input_grads, np.array(by_input), input_size)
    assert_within(recording.parameter_grads, np.array(by_parameter), parameter_size)


any_float = st.floats(allow_nan=True, allow_infinity=True)
plain = st.tuples(st.sampled_from(["+", "*", "ReLU"]), st.tuples(places, places | any_float))
wild = st.lists(st.lists(any_float, min_size=2, max_size=2), min_size=1, max_size=3)


def used_at_most_twice(made, wanted):
    """Steps that use no value a third time, so that no gradient is a sum of three, whose order would matter."""
    uses = {}
    for step in wanted:
        which = [made[-1 - w % len(made)] for w in step[1] if isinstance(w, int)]
        if all(uses.get(v, 0) + which.count(v) <= 2 for v in which):
            uses.update((v, uses.get(v, 0) + which.count(v)) for v in which)
            made.append(made_by(step, made))
    return made


@random
@given(wild, st.lists(plain, min_size=1, max_size=12))
@pytest.mark.parametrize("machine", machines.there())
def test_plus_times_relu_are_the_engines_bit_by_bit_without_collapse(machine, samples, wanted):
    graphs = [used_at_most_twice([Value(x) for x in sample], wanted) for sample in samples]
    recording = record(graphs[0][-1], graphs[0][:2], collapse=False, machine=machine)
    recording.forward(*map(np.array, zip(*samples, strict=True)))
    for values in zip(*[topological_order(made[-1]) for made in graphs], strict=True):
        np.testing.assert_array_equal(recording.of(values[0]), [v.data for v in values])
    recording.forward(*samples[0])
    recording.backward()
    graphs[0][-1].backward()
    np.testing.assert_array_equal(recording.input_grads[:, 0], [v.grad for v in graphs[0][:2]])


@pytest.mark.parametrize("collapse", [True, False])
@pytest.mark.parametrize("kind", ["neuron", "chain", "nested"])
def test_a_sum_of_thousands_of_terms_is_one_group(kind, collapse):
    rng = np.random.default_rng(1)
    w, x = [Value(a) for a in rng.normal(size=2000)], [Value(a) for a in rng.normal(size=2000)]
    terms = [Value(0.5), *[v for pair in zip(w, x, strict=True) for v in pair]]
    root = MAKE[kind](*terms)
    recording = record(root, x, w, collapse=collapse)
    assert recording.forward(*[v.data for v in x]) == close(root.data, abs=1e-10)
    recording.backward()
    root.backward()
    assert recording.parameter_grads == close([v.grad for v in w])
    assert recording.input_grads[:, 0] == close([v.grad for v in x])
    if collapse:
        assert len(recording.groups) <= 4


def test_every_op_has_a_rule_with_a_derivative_by_each_input():
    assert tuple(RULES) == OPS
    a, b = Value(2.0), Value(3.0)
    for op, (_, *slopes) in RULES.items():
        assert len(slopes) == len(MAKE[op](a, b).inputs), op


def test_neurons_with_the_same_inputs_are_one_matrix_product_with_their_biases():
    model = nn.MLP(3, [5, 4, 1], seed=1)
    x = [Value(0.1), Value(0.2), Value(0.3)]
    recording = record(model(x), x, model.parameters())
    assert [group.op for group in recording.groups] == ["matrix", "ReLU", "matrix", "ReLU", "matrix"]
    assert [group.lengths for group in recording.groups[::2]] == [(5, 1, 4), (4, 1, 6), (1, 1, 5)]
    assert all(spaced(rows.index) for group in recording.groups for rows in group.operands)


def test_recording_twice_gives_the_same_program():
    def program():
        model = nn.MLP(2, [4, 3, 1], activation="tanh", seed=1)
        x, y = [Value(1.0), Value(2.0)], Value(3.0)
        root = losses.mean_squared_error([model(x) + x[0] * 2 + 1], [y]) + losses.l2(model.parameters(), 0.1)
        return record(root, [*x, y], model.parameters()).program

    assert program() == program()


# Networks for which no special case was made.


class Residual(nn.Module):
    def __init__(self):
        self.layers = [nn.Layer(2, 2, activation="tanh", rng=Random(1)) for _ in range(2)]
        self.last = nn.Neuron(2, nonlin=False, rng=Random(2))

    def __call__(self, x):
        for layer in self.layers:
            x = [a + b for a, b in zip(x, layer(x), strict=True)]
        return self.last(x)

    def parameters(self):
        return [p for part in [*self.layers, self.last] for p in part.parameters()]


class Products(nn.Module):
    """Features that are products and squares of inputs, and parameters that multiply each other."""

    def __init__(self):
        self.inner = nn.MLP(5, [4, 1], activation="sigmoid", seed=3)
        self.scale = Value(0.7)

    def __call__(self, x):
        a, b = x
        return self.inner([a, b, a * b, a * a, b**3]) * self.scale * self.scale / 2

    def parameters(self):
        return [self.scale, *self.inner.parameters()]


class Shared(nn.Module):
    """The same layer twice, and one weight in two places."""

    def __init__(self):
        self.layer = nn.Layer(2, 2, activation="tanh", rng=Random(4))
        self.w = Value(0.3)

    def __call__(self, x):
        a, b = self.layer(self.layer(x))
        return self.w * a + self.w * b + self.w * self.w

    def parameters(self):
        return [self.w, *self.layer.parameters()]


class Gated(nn.Module):
    """Every op: a softmax of two scores, a ratio, powers, a weight for each feature and none for others."""

    def __init__(self):
        self.w = [Value(x) for x in (0.4, -0.6, 1.2, 0.9)]

    def __call__(self, x):
        a, b = x
        w, v, u, t = self.w
        gate = (w * a).exp() / ((w * a).exp() + (v * b + 1).exp())
        return -(gate * u.relu() - (t**2 + a * a + 1).log()) + t ** ((u * b).tanh()) + (3 * a + 2 * b).sigmoid() - 1 / u

    def parameters(self):
        return self.w


NETWORKS = {
    "relu": lambda: nn.MLP(2, [16, 16, 1], seed=1),
    "tanh": lambda: nn.MLP(2, [8, 8, 1], activation="tanh", seed=1),
    "sigmoid": lambda: nn.MLP(2, [8, 8, 1], activation="sigmoid", seed=1),
    "three hidden layers": lambda: nn.MLP(2, [5, 7, 3, 1], seed=2),
    "hidden layers of one neuron": lambda: nn.MLP(2, [1, 1, 1], activation="tanh", seed=1),
    "linear": lambda: nn.MLP(2, [1], seed=1),
    "residual": Residual,
    "products of inputs": Products,
    "shared weights": Shared,
    "every op": Gated,
}


@pytest.mark.parametrize("collapse", [True, False])
@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("machine", machines.there())
def test_network_replayed_on_a_batch_equals_the_engine(machine, name, collapse):
    model, rng = NETWORKS[name](), np.random.default_rng(1)
    X, y = rng.normal(size=(7, 2)), rng.choice([-1.0, 1.0], 7)
    x, label = [Value(0.3), Value(-0.4)], Value(1.0)
    recording = record(
        losses.hinge([model(x)], [label]) + losses.l2(model.parameters(), 0.01),
        [*x, label],
        model.parameters(),
        collapse=collapse,
        machine=machine,
    )
    rows = [[Value(a) for a in row] for row in X]
    loss = losses.hinge([model(row) for row in rows], y) + losses.l2(model.parameters(), 0.01)
    loss.backward()
    assert recording.forward(*X.T, y).mean() == close(loss.data)
    recording.backward()
    assert recording.parameter_grads == close([p.grad for p in model.parameters()], abs=1e-14)
    assert recording.input_grads[:2] == close(np.array([[a.grad for a in row] for row in rows]).T, abs=1e-14)


@pytest.fixture(scope="module")
def moons_step():
    """One training step of micrograd's demo, as one graph of some 69,000 Values, after backward()."""
    model, data = nn.MLP(2, [16, 16, 1], seed=1), datasets.moons(100, seed=1)
    with collector_paused():
        loss = losses.hinge([model(x) for x in data.X], data.y) + losses.l2(model.parameters(), 1e-4)
    loss.backward()
    return model, data, loss


def test_a_whole_training_step_is_recorded_in_few_groups(moons_step):
    model, _, loss = moons_step
    recording = record(loss, parameters=model.parameters())
    assert len(recording.groups) <= 20
    assert recording.forward() == close(loss.data)
    recording.backward()
    assert recording.parameter_grads == close([p.grad for p in model.parameters()], abs=1e-16)


def test_one_sample_recorded_gives_what_the_whole_step_gives(moons_step):
    model, data, loss = moons_step
    x, y = [Value(0.0), Value(0.0)], Value(1.0)
    one = losses.hinge([model(x)], [y]) + losses.l2(model.parameters(), 1e-4)
    recording = record(one, [*x, y], model.parameters())
    assert recording.forward(*data.X.T, data.y).mean() == close(loss.data)
    recording.backward()
    assert recording.parameter_grads == close([p.grad for p in model.parameters()], abs=1e-16)


# Numbers that are none.


@pytest.mark.parametrize("collapse", [True, False])
def test_nan_and_infinities_pass_through_as_in_the_engine(collapse):
    def fn(a, b):
        return (a * b + a).relu() + b.tanh() * 0.5 + (a - b) * (a + 2 * b + 1) + a.sigmoid()

    numbers = [NAN, INF, -INF, 0.0, -1.5, 1e300, -1e308]
    pairs = [(a, b) for a in numbers for b in numbers]
    a, b = Value(1.0), Value(1.0)
    recording = record(fn(a, b), [a, b], collapse=collapse)
    out = recording.forward(*np.array(pairs).T)
    for n, (p, q) in enumerate(pairs):
        left, right = Value(p), Value(q)
        eager = fn(left, right)
        eager.backward()
        assert out[n] == close(eager.data), (p, q)
        recording.forward(p, q)
        recording.backward()
        assert recording.input_grads[:, 0] == close([left.grad, right.grad]), (p, q)


def test_relu_at_zero_is_flat_and_passes_nan_on():
    a = Value(1.0)
    recording = record(a.relu(), [a])
    assert recording.forward([-1.0, -0.0, 0.0, 2.0, NAN]) == close([0, 0, 0, 2, NAN])
    recording.backward()
    assert (recording.input_grads[0] * 5).tolist() == [0, 0, 0, 1, 1]


def test_where_the_engine_raises_arrays_hold_inf_or_nan_and_nothing_warns(recwarn):
    a = Value(2.0)
    for root, numbers in (
        (1 / a, [0.0]),
        (a.log(), [0.0, -1.0]),
        (a.exp(), [1000.0]),
        (a**-1, [0.0]),
        (a**0.5, [-1.0]),
        (a**2, [1e200]),
    ):
        recording = record(root, [a])
        assert not np.isfinite(recording.forward(numbers)).any()
        recording.backward()
    assert not recwarn.list


def test_a_power_of_zero_has_the_engines_slope_at_zero():
    for power in (0, 0.5, 1, 2, 3, 1.5):
        a = Value(0.0)
        root = a**power
        root.backward()
        recording = record(root, [a])
        assert recording.forward(0.0) == root.data
        recording.backward()
        assert recording.input_grads[0, 0] == a.grad, power


def test_nan_among_the_constants_is_no_change():
    a, c = Value(1.0), Value(NAN)
    recording = record(a + c * 2, [a])
    c.data = float("nan")
    assert math.isnan(recording.forward(1.0))


# Wiring.


@pytest.mark.parametrize("collapse", [True, False])
@pytest.mark.parametrize(
    "fn",
    [
        lambda a, b: a + a,
        lambda a, b: a * a,
        lambda a, b: a - a,
        lambda a, b: a / a,
        lambda a, b: b**b,
        lambda a, b: a + a + a + a,
        lambda a, b: (a + b) * (a + b) + (a + b),
        lambda a, b: b * a + b * a + b * b + a * a,
        lambda a, b: sum([b * a, b * a, b * (a + b), 2 * a, b, b, 1.0, -1.0, 0.0]),
        lambda a, b: sum([(a + i) * b for i in range(9)]) + sum([a * i for i in range(9)]),
        lambda a, b: sum([a.tanh() for _ in range(9)]) * sum([b] * 9),
    ],
)
def test_an_operand_used_several_times_hears_from_each_use(fn, collapse):
    a, b = Value(1.3), Value(0.7)
    root = fn(a, b)
    root.backward()
    recording = record(root, [a], [b], collapse=collapse)
    out = recording.forward(np.array([1.3, 1.3]))
    assert out == close([root.data, root.data], abs=1e-15)
    recording.backward()
    assert recording.input_grads[0] == close([a.grad / 2, a.grad / 2], abs=1e-15)
    assert recording.parameter_grads == close([b.grad], abs=1e-15)


def test_a_part_of_a_sum_that_is_used_elsewhere_too_stays_itself():
    a, b, w = Value(2.0), Value(3.0), Value(5.0)
    part = w * a + w * b + 1
    root = part + a + part * b
    recording = record(root, [a, b], [w])
    root.backward()
    assert recording.forward(2.0, 3.0) == root.data
    assert recording.of(part) == [part.data]
    recording.backward()
    assert recording.parameter_grads == [w.grad]


@pytest.mark.parametrize("collapse", [True, False])
def test_a_root_that_is_an_input(collapse):
    a = Value(2.0)
    recording = record(a, [a], collapse=collapse)
    assert recording.forward([1.0, 4.0]).tolist() == [1, 4]
    recording.backward()
    assert recording.input_grads.tolist() == [[0.5, 0.5]]


@pytest.mark.parametrize("collapse", [True, False])
def test_a_root_that_is_a_parameter(collapse):
    w = Value(2.0)
    recording = record(w, [], [w], collapse=collapse)
    assert recording.forward() == 2.0
    recording.backward()
    assert recording.parameter_grads == [1.0]
    w.data = 3.0
    assert recording.forward() == 3.0


@pytest.mark.parametrize("collapse", [True, False])
@pytest.mark.parametrize("root", [Value(2.0), Value(2.0) * 3 + 1, Value(0.0)], ids=["leaf", "result", "zero"])
def test_a_root_that_is_constant(root, collapse):
    a, w = Value(1.0), Value(1.0)
    recording = record(root, [a], [w], collapse=collapse)
    assert recording.forward(5.0) == root.data
    assert recording.forward([5.0, 6.0]).tolist() == [root.data] * 2
    recording.backward()
    assert recording.parameter_grads == [0.0]
    assert recording.input_grads.tolist() == [[0.0, 0.0]]


@pytest.mark.parametrize("collapse", [True, False])
def test_a_root_that_depends_on_no_input_is_the_same_for_all_samples(collapse):
    a, w = Value(1.0), Value(3.0)
    recording = record(w * w + 1, [a], [w], collapse=collapse)
    assert recording.forward([1.0, 2.0, 4.0]).tolist() == [10, 10, 10]
    recording.backward()
    assert recording.parameter_grads == [6.0]
    assert recording.input_grads.tolist() == [[0, 0, 0]]


@pytest.mark.parametrize("collapse", [True, False])
def test_unused_inputs_and_parameters_have_gradient_zero(collapse):
    a, unused, w, idle = Value(2.0), Value(1.0), Value(3.0), Value(1.0)
    recording = record(w * a, [unused, a], [idle, w], collapse=collapse)
    for _ in range(2):
        recording.forward([9.0, 9.0], [1.0, 2.0])
        recording.backward()
    assert recording.parameter_grads.tolist() == [0.0, 1.5]
    assert recording.input_grads.tolist() == [[0, 0], [1.5, 1.5]]


@pytest.mark.parametrize("collapse", [True, False])
def test_the_zero_that_sum_starts_with_changes_nothing(collapse):
    a, b = Value(2.0), Value(3.0)
    recording = record(sum([a]) * sum([b, 0, 0]) + sum([]), [a], [b], collapse=collapse)
    assert recording.forward([2.0, 5.0]).tolist() == [6, 15]
    if collapse:
        recording.backward()
        assert recording.parameter_grads == [3.5]


def test_constants_in_a_sum_are_added():
    a, w = Value(2.0), Value(3.0)
    root = 1 + a + 2 + w + 4 + w * a + 8 * a
    recording = record(root, [a], [w])
    assert recording.forward([2.0, 0.0]).tolist() == [root.data, 18 - 8]


def test_recording_reads_nothing_of_the_data_at_hand():
    def loss(numbers):
        model, x = nn.MLP(2, [3, 1], activation="tanh", seed=1), [Value(a) for a in numbers]
        return record(model(x) ** 2, x, model.parameters())

    one, other = loss([0.0, 0.0]), loss([NAN, -7.0])
    assert one.forward([1.0, 2.0], [3.0, 4.0]).tolist() == other.forward([1.0, 2.0], [3.0, 4.0]).tolist()


# Running again.


def test_parameters_are_read_anew_at_each_forward():
    a, w = Value(2.0), Value(3.0)
    recording = record(w * a, [a], [w])
    assert recording.forward(2.0) == 6
    w.data = 10.0
    assert recording.forward(2.0) == 20
    w.data -= 9
    assert recording.forward([2.0, 3.0]).tolist() == [2, 3]
    assert recording.parameter_data == [1.0]


def test_one_recording_runs_on_batches_of_any_size_in_turn():
    model, rng = nn.MLP(2, [6, 1], seed=1), np.random.default_rng(1)
    x = [Value(0.0), Value(0.0)]
    recording = record(model(x) ** 2, x, model.parameters())
    for n in (1, 2, 100, 2, 1, 100, 7):
        X = rng.normal(size=(n, 2))
        model.zero_grad()
        roots = [model(row) ** 2 for row in X]
        (sum(roots) * (1 / n)).backward()
        assert recording.forward(*X.T) == close([root.data for root in roots])
        recording.backward()
        assert recording.parameter_grads == close([p.grad for p in model.parameters()], abs=1e-14)
        assert recording.input_grads.shape == (2, n)


@pytest.mark.parametrize("samples", [1, 2, 3, 10, 11])
def test_samples_are_computed_in_stretches_of_any_length_alike(samples, monkeypatch):
    model, X = nn.MLP(2, [3, 1], seed=1), np.random.default_rng(1).normal(size=(samples, 2))

    def run():
        x = [Value(0.0), Value(0.0)]
        root = model(x) ** 2 + losses.l2(model.parameters(), 0.1)
        recording = record(root, x, model.parameters(), machine="arrays")
        out = recording.forward(*X.T)
        recording.backward()
        recording.write_back(samples - 1)
        return (
            (len(recording.started(samples).room.stretches), recording.program.heights[True]),
            out,
            recording.parameter_grads,
            recording.input_grads,
            x[0].data,
            x[1].grad,
        )

    (stretches, height), *whole = run()
    assert stretches == 1
    monkeypatch.setattr(room, "STRETCH", 3 * height - 1)
    (stretches, _), *parts = run()
    assert stretches == math.ceil(samples / 3)
    for one, other in zip(whole, parts, strict=True):
        assert one == close(other)


def test_backward_twice_gives_the_same_gradients():
    a, w = Value(2.0), Value(3.0)
    recording = record((w * a).tanh() + w, [a], [w])
    recording.forward([0.1, 0.2])
    recording.backward()
    once = recording.parameter_grads
    recording.backward()
    assert recording.parameter_grads == once


def test_what_was_given_out_does_not_change_with_the_next_run():
    a, w = Value(2.0), Value(3.0)
    product = w * a
    recording = record(product + 1, [a], [w], keep=[product])
    out, kept = recording.forward(np.array([1.0, 2.0])), recording.of(product)
    recording.backward()
    grads, by_input = recording.parameter_grads, recording.input_grads
    recording.forward(np.array([5.0, 7.0]))
    recording.backward()
    assert out.tolist() == [4, 7]
    assert kept.tolist() == [3, 6]
    assert grads.tolist() == [1.5]
    assert by_input.tolist() == [[1.5, 1.5]]


def test_inputs_may_be_floats_lists_and_arrays_of_any_number_type():
    a, b, c = Value(1.0), Value(2.0), Value(3.0)
    recording = record(a * b + c, [a, b, c])
    assert recording.forward(2, np.array([1, 2]), [0.5, 0.25]).tolist() == [2.5, 4.25]
    assert recording.forward(np.float32(2), np.float64(3), True) == 7.0
    assert isinstance(recording.forward(2, 3, 4), float)
    assert recording.forward([2], 3, 4).shape == (1,)


def test_values_in_keep_have_a_row_though_sums_are_collapsed():
    a, b, w = Value(1.0), Value(2.0), Value(3.0)
    inner, product, fixed = w * a + w * b, w * b, Value(2.0) * 3
    root = inner + product + 1 + fixed * a
    recording = record(root, [a, b], [w], keep=[inner, product, fixed, a])
    out = recording.forward([1.0, 2.0], [2.0, 0.0])
    assert out.tolist() == [22, 19]
    assert recording.of(inner).tolist() == [9, 6]
    assert recording.of(product).tolist() == [6, 0]
    assert recording.of(fixed).tolist() == [6, 6]
    assert recording.of(a).tolist() == [1, 2]


def test_no_samples_have_no_scores_and_no_gradient():
    a, w = Value(2.0), Value(3.0)
    recording = record(sum([w * a, w * a * a, w]), [a], [w])
    assert recording.forward([]).shape == (0,)
    with pytest.raises(RuntimeError, match=r"got a forward\(\) on no samples"):
        recording.backward()
    assert recording.forward([1.0]).tolist() == [9.0]


# Errors.


def test_backward_needs_a_forward():
    a = Value(1.0)
    with pytest.raises(RuntimeError, match=r"got no forward\(\) yet. Run it on data first"):
        record(a * 2, [a]).backward()


def test_gradients_need_a_backward_after_the_last_forward():
    a = Value(1.0)
    recording = record(a * 2, [a])
    recording.forward(1.0)
    for name in ("parameter_grads", "input_grads"):
        with pytest.raises(RuntimeError, match=r"Call backward\(\)"):
            getattr(recording, name)
    recording.backward()
    assert recording.input_grads == [[2.0]]
    recording.forward(1.0)
    with pytest.raises(RuntimeError, match=r"there was none"):
        _ = recording.input_grads


@pytest.mark.parametrize("given", [(), (1.0,), (1.0, 2.0, 3.0)])
def test_a_wrong_number_of_inputs_is_an_error(given):
    a, b = Value(1.0), Value(2.0)
    with pytest.raises(ValueError, match=f"has 2 inputs; got {len(given)}. Pass one for each"):
        record(a * b, [a, b]).forward(*given)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (([1.0, 2.0], [1.0, 2.0, 3.0]), r"\(2,\) and \(3,\)"),
        (([1.0], [1.0, 2.0, 3.0]), r"\(1,\) and \(3,\)"),
        (([], [1.0]), r"\(0,\) and \(1,\)"),
        (([[1.0], [2.0]], 1.0), r"\(2, 1\)"),
        (([[1.0], [2.0]], [[1.0, 2.0]]), r"\(1, 2\) and \(2, 1\)"),
    ],
)
def test_arrays_of_other_shapes_are_an_error(given, found):
    a, b = Value(1.0), Value(2.0)
    with pytest.raises(ValueError, match=rf"got shapes {found}. Pass X\[:, 0\]"):
        record(a * b, [a, b]).forward(*given)


def test_a_leaf_passed_twice_is_an_error():
    a, b = Value(1.0), Value(2.0)
    for inputs, parameters in (([a, a], [b]), ([a], [b, b]), ([a, b], [b])):
        with pytest.raises(ValueError, match=r"one of them twice\. Pass each once"):
            record(a * b, inputs, parameters)


def test_a_result_passed_as_input_is_an_error():
    a = Value(1.0)
    b = a * 2
    with pytest.raises(ValueError, match=r"got the result of \*. Pass its own inputs"):
        record(b + 1, [b])
    with pytest.raises(ValueError, match="got float"):
        record(b + 1, [1.0])


def test_a_root_that_is_no_value_is_an_error():
    with pytest.raises(TypeError, match="starts from one Value; got list"):
        record(nn.MLP(2, [3])([1.0, 2.0]))


def test_keep_of_another_graph_is_an_error():
    a, stranger = Value(1.0), Value(2.0) * 2
    with pytest.raises(ValueError, match=r"got 1 that are not\. Leave them out"):
        record(a * 2, [a], keep=[stranger])


def test_a_value_that_dissolved_in_a_sum_has_no_row():
    a, b = Value(1.0), Value(2.0)
    part = a + b
    recording = record(part + a, [a, b])
    recording.forward(1.0, 2.0)
    with pytest.raises(KeyError, match="with it in `keep`, or with collapse=False"):
        recording.of(part)


def test_a_changed_constant_is_an_error_that_names_it():
    a, c, d = Value(1.0), Value(2.0, label="margin"), Value(4.0)
    recording = record(a * c + d, [a])
    c.data = 3.0
    with pytest.raises(ValueError, match=r"a constant, margin, is now 3\.0, but was recorded as 2\.0\. Record again"):
        recording.forward(1.0)
    c.data, d.data = 2.0, NAN
    with pytest.raises(ValueError, match=r"a constant, 4.0, is now nan, but was recorded as 4.0"):
        recording.forward(1.0)
    d.data = 4.0
    assert recording.forward(1.0) == 6.0


# Back into the Values.


def numbers_of(root):
    return [(r.op, r.data, r.grad, r.inputs, r.partials) for r in graph.snapshot(root)]


@random
@given(inputs, few, few, steps)
def test_written_back_a_graph_is_what_the_engine_makes_of_the_numbers(samples, parameters, constants, wanted):
    graphs = Graphs(samples, parameters, constants, wanted)
    recording, last = graphs.record(collapse=False), graphs.samples[-1]
    recording.forward(*last)
    recording.backward()
    recording.write_back()
    for ours, theirs in zip(*map(numbers_of, (graphs.roots[0], graphs.roots[-1])), strict=True):
        op, data, grad, wiring, partials = theirs
        assert ours[0] == op
        assert ours[3] == wiring
        assert ours[1] == close(data)
        assert ours[2] == close(grad, abs=1e-10)
        assert ours[4] == close(partials, rel=1e-11)


def test_written_back_a_sum_shows_what_it_has():
    a, b, w = Value(1.0), Value(2.0), Value(3.0)
    product = w * a
    total = product + w * b + 1
    root = total.tanh()
    recording = record(root, [a, b], [w])
    recording.forward([0.1, 0.2], [0.3, 0.4])
    recording.backward()
    recording.write_back(1)
    assert total.data == close(3 * 0.2 + 3 * 0.4 + 1)
    assert root.data == close(math.tanh(total.data))
    assert root.partials == close((1 - root.data**2,))
    assert (a.data, b.data, w.data) == (0.2, 0.4, 3.0)
    assert a.grad == close(3 * root.partials[0] / 2)
    assert product.data == 3.0  # inside the sum: as it was


def test_written_back_before_backward_gradients_are_not_yet_computed():
    a = Value(1.0)
    root = a * 3
    root.backward()
    recording = record(root, [a])
    recording.forward(1.0)
    recording.backward()
    recording.forward(2.0)
    recording.write_back()
    assert [(r.data, r.grad) for r in graph.snapshot(root)][-1] == (6.0, None)


@pytest.mark.parametrize("sample", [-1, 2, 100])
def test_only_a_sample_there_is_can_be_written_back(sample):
    a = Value(1.0)
    recording = record(a * 3, [a])
    with pytest.raises(IndexError, match="got 0 of 0"):
        recording.write_back()
    recording.forward([1.0, 2.0])
    with pytest.raises(IndexError, match=f"got {sample} of 2"):
        recording.write_back(sample)


# Fields.


def test_a_field_gives_the_models_scores_with_the_parameters_as_they_are():
    model, X = nn.MLP(2, [5, 1], seed=1), np.random.default_rng(1).normal(size=(30, 2))
    field = Field(model, 2)
    before = field(X)
    assert before == close([model(x).data for x in X])
    model.parameters()[3].data += 1
    after = field(X)
    assert after == close([model(x).data for x in X])
    assert (before != after).any()
    assert scores(model, X) == close(after)
    assert scores(model, X[:1].tolist()) == close(after[:1])


def test_a_field_of_no_places_is_empty():
    field = Field(nn.MLP(2, [5, 1], seed=1), 2)
    assert field(np.zeros((0, 2))).shape == (0,)
    assert field(np.zeros((3, 2))).shape == (3,)
    assert field(np.zeros((0, 2))).shape == (0,)


def test_a_field_records_on_numbers_that_the_model_takes():
    class Log(nn.Module):
        def __call__(self, x):
            return x[0].log()

    assert scores(Log(), [[1.0], [math.e]]) == close([0.0, 1.0])


@pytest.mark.parametrize("shape", [(2,), (5, 3), (5,), (2, 5, 2)])
def test_places_of_another_shape_are_an_error(shape):
    with pytest.raises(ValueError, match=r"places are an array of shape \(n, 2\); got"):
        Field(nn.MLP(2, [5, 1]), 2)(np.zeros(shape))


class Turning(nn.MLP):
    """Decides by data, in Python."""

    def __call__(self, x):
        score = super().__call__(x)
        return score * 2 if x[0].data > 0.5 else score * 3


def test_a_field_of_a_model_that_decides_by_data_is_refused():
    X = np.random.default_rng(1).normal(size=(30, 2))
    with pytest.raises(ValueError, match=r"An `if` on data is decided when recording: let Values decide"):
        scores(Turning(2, [3, 1], seed=1), X)


def test_a_field_of_a_model_that_was_resized_is_refused():
    model, X = nn.MLP(2, [5, 1], seed=1), np.zeros((3, 2))
    field = Field(model, 2)
    field(X)
    model.layers = nn.MLP(2, [6, 1]).layers
    with pytest.raises(ValueError, match=r"other parameters since\. Make a new Field"):
        field(X)


def test_scores_leave_the_model_as_it_was():
    model = nn.MLP(2, [5, 1], seed=1)
    before = [(p.data, p.grad) for p in model.parameters()]
    scores(model, np.ones((4, 2)))
    assert [(p.data, p.grad) for p in model.parameters()] == before


# Fingerprints.


def made_with(fn, numbers, weight=1.5):
    leaves, w = [Value(x) for x in numbers], Value(weight)
    return fingerprint(fn(*leaves, w), leaves, [w])


def test_the_same_code_has_the_same_fingerprint_on_any_data():
    def fn(a, b, w):
        return sum([(w * a).relu(), b**2 / 3, w.exp(), a]) - 1

    assert made_with(fn, [1.0, 2.0]) == made_with(fn, [-4.0, NAN], weight=0.0)


def test_a_fingerprint_says_how_a_graph_is_made():
    a, w = Value(5.0), Value(7.0)
    assert fingerprint((w * a + 2.0).relu(), [a], [w]) == (
        ("ReLU", 1),
        ("+", 2, 3),
        ("*", 4, 5),
        ("constant 2.0",),
        ("parameter 0",),
        ("input 0",),
    )


@pytest.mark.parametrize(
    "other",
    [
        lambda a, b, w: w * a + b * 3,
        lambda a, b, w: w * a - b * 2,
        lambda a, b, w: w * b + b * 2,
        lambda a, b, w: a * w + b * 2,
        lambda a, b, w: w * a + 2 * b,
        lambda a, b, w: w * a + b * 2 + 0,
        lambda a, b, w: w * a + b * b,
        lambda a, b, w: w * a + b * NAN,
        lambda a, b, w: w * a,
        lambda a, b, w: b,
    ],
)
def test_another_op_wiring_or_constant_has_another_fingerprint(other):
    assert made_with(other, [1.0, 2.0]) != made_with(lambda a, b, w: w * a + b * 2, [1.0, 2.0])


def test_another_exponent_has_another_fingerprint():
    assert made_with(lambda a, w: w * a**2, [1.0]) != made_with(lambda a, w: w * a**3, [1.0])


@random
@given(inputs, few, few, steps)
def test_equal_fingerprints_mean_equal_results(samples, parameters, constants, wanted):
    graphs = Graphs(samples, parameters, constants, wanted)
    pairs = zip(graphs.roots, graphs.leaves, strict=True)
    prints = {fingerprint(root, *graphs.split(leaves)) for root, leaves in pairs}
    assert len(prints) == 1


def test_a_deep_graph_has_a_fingerprint_and_a_recording():
    a = Value(1.0)
    root = reduce(lambda v, _: (v + 1) * 0.5, range(1500), a)
    assert len(fingerprint(root, [a])) > 3000
    assert record(root, [a]).forward(1.0) == 1.0


# The collector.


@pytest.fixture
def collector():
    was = gc.isenabled()
    yield
    (gc.enable if was else gc.disable)()


@pytest.mark.usefixtures("collector")
@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_as_it_was_after_a_pause(on):
    (gc.enable if on else gc.disable)()
    with collector_paused():
        assert not gc.isenabled()
        with collector_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled() == on


@pytest.mark.usefixtures("collector")
@pytest.mark.parametrize("on", [True, False])
@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, GeneratorExit])
def test_the_collector_is_as_it_was_after_an_error(error, on):
    (gc.enable if on else gc.disable)()
    with pytest.raises(error), collector_paused(), collector_paused():
        raise error
    assert gc.isenabled() == on


@pytest.mark.usefixtures("collector")
def test_recording_restores_the_collector():
    gc.enable()
    record(Value(1.0) * 2)
    assert gc.isenabled()
    with pytest.raises(TypeError):
        record(None)
    assert gc.isenabled()
