"""Recordings against the engine, sample by sample, and against PyTorch."""

import math

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from micrograd_lab import Value
from micrograd_lab.engine import OPS, topological_order
from micrograd_lab.replay import record

random = settings(
    derandomize=True, deadline=None, database=None, max_examples=150, suppress_health_check=list(HealthCheck)
)
NAN, INF = math.nan, math.inf


def close(x, rel=1e-12, abs=0.0):
    return pytest.approx(x, rel=rel, abs=abs, nan_ok=True)


# Random graphs. A step is an op on values made so far, counted from the end, or on a plain number; or a sum of several;
# or a sum of products and a bias, as in a neuron.

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
    "neuron": lambda b, *terms: sum((w * x for w, x in zip(terms[::2], terms[1::2], strict=False)), b),
}


def nested(terms):
    return terms[0] if len(terms) == 1 else nested(terms[: len(terms) // 2]) + nested(terms[len(terms) // 2 :])


places = st.integers(0, 6)
numbers = st.sampled_from([2.0, 3.0, 0.5, -1.0, -2.0, 1.5, 0.0, 1.0]) | st.floats(0.1, 3.0)
one_op = st.tuples(st.sampled_from(OPS), st.tuples(places, places | numbers))
turned = st.tuples(st.sampled_from(OPS[:5]), st.tuples(numbers, places))
several = st.tuples(st.sampled_from(["chain", "nested", "neuron"]), st.lists(places | numbers, min_size=3, max_size=9))
steps = st.lists(one_op | turned | several, min_size=1, max_size=10)
data = st.sampled_from([0.0, 1.0, -1.0, 2.0, 0.5]) | st.floats(0.05, 3.0) | st.floats(-3.0, -0.05)
inputs = st.integers(1, 3).flatmap(
    lambda k: st.lists(st.lists(data, min_size=k, max_size=k), min_size=1, max_size=3)
)  # a list of samples
few = st.lists(data, min_size=1, max_size=3)


def made_by(step, made):
    op, which = step
    which = [made[-1 - w % len(made)] if isinstance(w, int) else w for w in which]
    return MAKE[op](*which)


def well_conditioned(root, condition):
    """Whether rounding stays far below what the comparisons allow, in root and all that it was made from.

    `condition` bounds the relative error of each value in units of one rounding: 1 for its own, plus those of its
    inputs times how strongly it reacts, |partial * input / v|. Sums that cancel and steep powers make it large.
    """
    for v in topological_order(root):
        if v in condition:
            continue
        if not v.op:
            condition[v] = 0
            continue
        reaction = [abs(p * i.data) * condition[i] for p, i in zip(v.partials, v.inputs, strict=True)]
        condition[v] = 1 + sum(reaction) / abs(v.data) if v.data else 0
        steady = all(p == 0 or 0.01 <= abs(p) <= 100 for p in v.partials)
        exact_zero = v.data == 0 and (v.op == "ReLU" or not any(condition[i] for i in v.inputs))
        if not steady or condition[v] > 20 or not (exact_zero or 0.01 <= abs(v.data) <= 100):
            return False
    return True


class Graphs:
    """The same graph for each sample, as far as all samples allow the wanted steps; every one has its own leaves."""

    def __init__(self, samples, parameters, constants, wanted):
        self.samples, self.parameters = samples, parameters
        self.leaves = [[Value(x) for x in [*sample, *parameters, *constants]] for sample in samples]
        self.made, self.taken = [list(leaves) for leaves in self.leaves], []
        conditions = [{} for _ in samples]
        for step in wanted:
            try:
                new = [made_by(step, made) for made in self.made]
            except (ValueError, ZeroDivisionError, OverflowError):
                continue
            new = [v if isinstance(v, Value) else Value(v) for v in new]
            steady = [well_conditioned(v, c) for v, c in zip(new, conditions, strict=True)]
            if all(steady):
                self.taken.append(step)
                for made, v in zip(self.made, new, strict=True):
                    made.append(v)
        self.roots = [made[-1] for made in self.made]
        for root in self.roots:
            root.backward()

    @property
    def width(self):
        return len(self.samples[0])

    def record(self, **how):
        """A recording of the first sample's graph."""
        leaves = self.leaves[0]
        split = self.width + len(self.parameters)
        return record(self.roots[0], leaves[: self.width], leaves[self.width : split], **how)

    def columns(self):
        return [np.array(column) for column in zip(*self.samples, strict=True)]

    def grads(self):
        """The gradients of the mean, by each sample's inputs and by the parameters, with what they are relative to.

        A gradient is a sum over all roads from the root. Rounding in it is relative to the sum of their sizes.
        """
        n, split = len(self.samples), self.width + len(self.parameters)
        grads = np.array([[v.grad for v in leaves] for leaves in self.leaves]) / n
        sizes = []
        for root, leaves in zip(self.roots, self.leaves, strict=True):
            size = dict.fromkeys(topological_order(root), 0.0) | {root: 1.0}
            for v in reversed(topological_order(root)):
                for i, partial in zip(v.inputs, v.partials, strict=True):
                    size[i] += abs(partial) * size[v]
            sizes.append([size.get(v, 0.0) for v in leaves])
        sizes = np.array(sizes) / n
        inputs, parameters = slice(self.width), slice(self.width, split)
        return (
            (grads[:, inputs].T, sizes[:, inputs].T),
            (grads[:, parameters].sum(axis=0), sizes[:, parameters].sum(axis=0)),
        )


def assert_within(ours, theirs, size):
    __tracebackhide__ = True
    # Values differ by up to 20 roundings, partials by some more, along at most 10 steps: below 1e-12 of the size.
    np.testing.assert_array_less(np.abs(ours - theirs), 1e-12 * size + 1e-300)


@random
@given(inputs, few, few, steps)
@pytest.mark.parametrize("collapse", [True, False])
def test_random_graph_replayed_equals_the_engine_sample_by_sample(collapse, samples, parameters, constants, wanted):
    graphs = Graphs(samples, parameters, constants, wanted)
    recording = graphs.record(collapse=collapse)
    assert recording.forward(*graphs.columns()) == close([root.data for root in graphs.roots])
    recording.backward()
    (input_grads, input_sizes), (parameter_grads, parameter_sizes) = graphs.grads()
    assert_within(recording.input_grads, input_grads, input_sizes)
    assert_within(recording.parameter_grads, parameter_grads, parameter_sizes)


@random
@given(inputs, few, few, steps)
def test_without_collapse_every_value_equals_the_engines(samples, parameters, constants, wanted):
    graphs = Graphs(samples, parameters, constants, wanted)
    recording = graphs.record(collapse=False)
    recording.forward(*graphs.columns())
    for values in zip(*map(topological_order, graphs.roots), strict=True):
        assert recording.of(values[0]) == close([v.data for v in values])


@random
@given(inputs, few, few, steps)
def test_random_graph_replayed_equals_pytorch(samples, parameters, constants, wanted):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed; `python3 start.py test --all` brings it")
    graphs = Graphs(samples, parameters, constants, wanted)
    tensors = [torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in [*graphs.columns(), *parameters]]
    made = [*tensors, *(torch.tensor(c, dtype=torch.float64) for c in constants)]
    for step in graphs.taken:
        v = made_by(step, made)
        made.append(v if isinstance(v, torch.Tensor) else torch.tensor(float(v), dtype=torch.float64))
    root = made[-1]
    if not isinstance(root, torch.Tensor) or not root.requires_grad:
        return  # a constant: nothing to compare
    root.mean().backward()
    recording = graphs.record()
    expected = np.broadcast_to(root.detach().numpy(), len(samples))
    assert recording.forward(*graphs.columns()) == close(expected)
    recording.backward()
    theirs = [np.zeros(t.shape) if t.grad is None else t.grad.numpy() for t in tensors]
    (_, input_sizes), (_, parameter_sizes) = graphs.grads()
    assert_within(recording.input_grads, np.array(theirs[: graphs.width]), input_sizes)
    assert_within(recording.parameter_grads, np.array(theirs[graphs.width :]), parameter_sizes)
