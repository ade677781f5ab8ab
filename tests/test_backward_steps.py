"""backward_steps against backward() itself, and the wrong orders against five lines of recursion each."""

import math
import random

import pytest

from micrograd_lab import Value, nn, steps
from micrograd_lab.backward_steps import ORDERS, BackwardStep, calls, gradients
from micrograd_lab.engine import topological_order
from micrograd_lab.graph import Record, snapshot


def reused(swapped=False):
    """t = a * b, used on two roads of unequal length."""
    a, b, c = Value(2.0, "a"), Value(-3.0, "b"), Value(4.0, "c")
    t = a * b
    t.label = "t"
    y = t * c + t if swapped else t + t * c
    y.label = "y"
    return y


def by_label(y, order):
    found = gradients(y, order)
    return [found[r.number] for r in sorted(snapshot(y), key=lambda r: r.label) if r.label in ("a", "b", "c")]


def any_graph(seed):
    chance = random.Random(seed)
    values = [Value(chance.uniform(-2, 2)) for _ in range(4)]
    for _ in range(25):
        a, b = chance.choices(values, k=2)
        values.append(chance.choice([a + b, a * b, a - b, a.tanh(), a.relu()]))
    return sum(values[4:])


@pytest.mark.parametrize("seed", range(20))
def test_topological_ends_with_exactly_what_backward_gives(seed):
    root = any_graph(seed)
    found = gradients(root)
    root.backward()
    assert found == {r.number: r.grad for r in snapshot(root)}


def test_a_networks_gradients_are_backwards_too():
    root = nn.MLP(3, [4, 4, 1], seed=3)([1.0, -2.0, 0.5])
    found = gradients(root)
    root.backward()
    assert found == {r.number: r.grad for r in snapshot(root)}


@pytest.mark.parametrize("seed", range(10))
def test_passing_the_increment_is_right_on_any_graph(seed):
    root = any_graph(seed)
    assert gradients(root, "increment") == pytest.approx(gradients(root))


def recursive(v, grads, last_first):
    inputs = list(zip(v.inputs, v.partials, strict=True))
    for i, local in inputs:
        grads[i] = grads.get(i, 0.0) + local * grads[v]
    for i, _ in reversed(inputs) if last_first else inputs:
        recursive(i, grads, last_first)


@pytest.mark.parametrize("last_first", [False, True])
@pytest.mark.parametrize("swapped", [False, True])
def test_recursion_that_reads_the_accumulated_gradient_is_as_wrong_as_the_recursion(last_first, swapped):
    y = reused(swapped)
    grads = {y: 1.0}
    recursive(y, grads, last_first)
    found = gradients(y, "recursive, last input first" if last_first else "recursive")
    assert sorted(found.values()) == sorted(grads.values())


@pytest.mark.parametrize(
    ("order", "expected", "expected_swapped"),
    [
        ("topological", (-15, 10, -6), (-15, 10, -6)),
        ("recursive", (-18, 12, -6), (-30, 20, -6)),
        ("recursive, last input first", (-30, 20, -6), (-18, 12, -6)),
        ("increment", (-15, 10, -6), (-15, 10, -6)),
        ("pre-order", (-3, 2, -6), (-15, 10, -6)),
        ("breadth-first", (-3, 2, -6), (-15, 10, -6)),
    ],
)
def test_the_known_numbers_of_the_reused_product(order, expected, expected_swapped):
    assert tuple(by_label(reused(), order)) == expected
    assert tuple(by_label(reused(swapped=True), order)) == expected_swapped


def test_eighteen_doublings_cost_increment_passing_half_a_million_calls():
    y = Value(1.0)
    for _ in range(18):
        y = y + y
    assert calls(y) == 19
    assert calls(y, "increment") == 2**19 - 1 == 524_287
    *_, last = steps.backward_steps(y, "increment")
    assert (last.calls, last.after) == (524_287, 2.0**18)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("make", [reused, lambda: nn.MLP(2, [2, 1], seed=1)([1.0, 2.0])])
def test_each_step_is_the_chain_rule_and_the_last_counts_all_calls(order, make):
    records, found = snapshot(make()), {}
    found[records[-1].number] = 1.0
    for step in steps.backward_steps(records, order):
        output, place = step.edge
        assert records[output].inputs[place] == step.input
        assert step.local == records[output].partials[place]
        assert step.before == found.get(step.input, 0.0)
        assert step.after == step.before + step.local * step.upstream
        found[step.input] = step.after
    assert step.calls == calls(records, order)
    assert found == gradients(records, order)


def test_steps_come_one_at_a_time_and_change_no_value():
    y = reused()
    walk = steps.backward_steps(y)
    first = next(walk)
    assert isinstance(first, BackwardStep)
    assert first[1:6] == (2, 1.0, 1.0, 0.0, 1.0)
    assert {v.grad for v in topological_order(y)} == {0.0}
    assert len(list(walk)) == 5


def test_a_value_that_sent_too_early_is_marked_when_more_arrives():
    records = snapshot(reused())
    t = next(r.number for r in records if r.label == "t")
    for order, late in (("topological", []), ("increment", []), ("recursive", [t]), ("breadth-first", [t])):
        assert [step.input for step in steps.backward_steps(records, order) if step.late] == late


def test_a_learner_may_choose_who_sends():
    y = reused()
    assert by_label(y, ["y", "t", "v4"]) == [-3.0, 2.0, -6.0]
    assert by_label(y, ["y", "v4", "t"]) == [-15.0, 10.0, -6.0]
    assert list(steps.backward_steps(y, [])) == []
    with pytest.raises(KeyError, match="no value in this graph is called 'q'"):
        steps.backward_steps(y, ["q"])


def test_nan_and_infinity_travel():
    a = Value(0.0, "a")
    y = a**0.5 * 0.0
    first, *_, last = steps.backward_steps(y)
    assert (first.after, math.isnan(last.after)) == (0.0, True)


def test_an_unknown_order_is_told_which_there_are():
    with pytest.raises(ValueError, match=r"an order is one of topological, .*; got 'random'"):
        steps.backward_steps(reused(), "random")


def test_values_without_local_derivatives_are_told_what_is_missing():
    records = [Record(0, "", 1.0, None, "a", ()), Record(1, "exp", 2.7, None, "y", (0,))]
    with pytest.raises(ValueError, match="y has no step back yet"):
        steps.backward_steps(tuple(records))


def test_a_chain_longer_than_pythons_stack_is_no_limit():
    y = Value(1.0)
    for _ in range(3000):
        y = y + 1.0
    assert [sum(1 for _ in steps.backward_steps(y, order)) for order in ORDERS] == [6000] * len(ORDERS)
