"""Random graphs, with values that are used several times, against PyTorch."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from micrograd_lab import Value
from micrograd_lab.engine import OPS, topological_order

torch = pytest.importorskip("torch", reason="PyTorch is not installed; `python3 start.py test --all` brings it")

# Each works on our Values and on PyTorch's scalars; a, and b where it is used, may be plain numbers too.
RULES = {
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
}
TWO_INPUTS = OPS[:5]

leaves = st.lists(
    st.sampled_from([0.0, 1.0, -1.0, 2.0, 0.5]) | st.floats(0.05, 3.0) | st.floats(-3.0, -0.05), min_size=1, max_size=4
)
# An operand is a place among the values made so far, counted from the end, or a plain number.
places = st.integers(0, 4)
numbers = st.sampled_from([2.0, 3.0, 0.5, -1.0, -2.0, 1.5, 0.0, 1.0]) | st.floats(0.1, 3.0)
steps = st.lists(st.tuples(st.sampled_from(OPS), places, places | numbers, st.booleans()), min_size=3, max_size=12)


def operands(step, made):
    op, place, other, swap = step
    a = made[-1 - place % len(made)]
    b = made[-1 - other % len(made)] if isinstance(other, int) else other
    return (b, a) if swap and op in TWO_INPUTS else (a, b)


def well_conditioned(v, condition):
    """Whether rounding in v stays far below what the comparison allows; keeps v's condition number.

    `condition` bounds the relative error of each value, in units of one rounding: 1 for the value's own, plus those
    of its inputs times how strongly it reacts, |partial * input / v|. Cancelling sums and steep powers make it large.
    """
    if v.data == 0:  # relu's zero is exact; any other may be what cancelling left
        condition[v] = 0
        return v.op == "ReLU"
    reaction = [abs(p * i.data / v.data) * condition[i] for p, i in zip(v.partials, v.inputs, strict=True)]
    condition[v] = 1 + sum(reaction)
    steady = all(p == 0 or 0.01 <= abs(p) <= 100 for p in v.partials)
    return 0.01 <= abs(v.data) <= 100 and steady and condition[v] <= 20


def draw_graph(numbers, wanted):
    """The values of a graph, in the order they were made, and the steps that were possible."""
    made, taken = [Value(x) for x in numbers], []
    condition = dict.fromkeys(made, 0)
    for step in wanted:
        try:
            v = RULES[step[0]](*operands(step, made))
        except (ValueError, ZeroDivisionError, OverflowError):
            continue
        for i in v.inputs:
            condition.setdefault(i, 0)  # a plain number is exact
        if well_conditioned(v, condition):
            made.append(v)
            taken.append(step)
    return made, taken


def total_gradients(out):
    """For each value the sum of the sizes of all roads' contributions: what rounding in its gradient is relative to."""
    order = topological_order(out)
    total = dict.fromkeys(order, 0.0)
    total[out] = 1.0
    for v in reversed(order):
        for i, partial in zip(v.inputs, v.partials, strict=True):
            total[i] += abs(partial) * total[v]
    return total


def test_data_and_all_gradients_equal_pytorch_on_random_graphs():
    seen = Counter()

    # The same graphs in every run and on every machine.
    @settings(
        max_examples=700,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(leaves, steps)
    def compare(numbers, wanted):
        made, taken = draw_graph(numbers, wanted)
        theirs = [torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in numbers]
        for step in taken:
            theirs.append(RULES[step[0]](*operands(step, theirs)))
            theirs[-1].retain_grad()
        # The sum of all of them is the output, so that each has a gradient.
        out = sum(made)
        out.backward()
        sum(theirs).backward()
        # At most 13 factors a road, each off by some 20 conditions and 100 roundings of 1e-16: 1e-12 is enough.
        total = total_gradients(out)
        for ours, other in zip(made, theirs, strict=True):
            assert ours.data == pytest.approx(other.item(), rel=1e-12, abs=0)
            assert abs(ours.grad - other.grad.item()) <= 1e-12 * total[ours]
        if len(taken) > 1:
            seen["graphs"] += 1
            uses = Counter(i for v in made for i in v.inputs)
            seen["with shared values"] += max(uses.values()) > 1
            seen.update("** number" if v.op.startswith("**") and len(v.inputs) == 1 else v.op for v in made)

    compare()
    assert seen["graphs"] >= 500
    assert seen["with shared values"] >= 300
    for op in (*OPS, "** number"):
        assert seen[op] >= 50, f"{op} came {seen[op]} times: {dict(seen)}"
