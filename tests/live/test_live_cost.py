"""live.cost: n slopes, one run each and one more, or one walk back."""

import math

import pytest

from micrograd_lab import Value, live
from micrograd_lab.experiments import cost


@pytest.mark.parametrize("n", [1, 2, 3, 57, 337])
def test_measuring_takes_a_run_for_each_number_and_one_more(n):
    found = cost.cost(n)
    assert found.runs == n + 1
    products, sums, tanh = n - 1, n - 1, 1
    assert found.operations == products + sums + tanh
    assert found.arrows == 2 * products + 2 * sums + tanh
    assert found.measured == (n + 1) * (2 * n - 1)
    assert found.walked == 6 * n - 4
    assert found.same == n


def test_the_neuron_is_the_formula_on_plain_numbers_and_on_values():
    by_hand = math.tanh(0.5 * 2.0 + -1.5 * 0.25 + 0.125)
    numbers, inputs = [0.5, -1.5, 0.125], [2.0, 0.25]
    assert math.isclose(cost.neuron(numbers, inputs), by_hand)
    assert math.isclose(cost.neuron([Value(x) for x in numbers], inputs).data, by_hand)


def test_each_square_is_a_run_and_a_walk_is_one_triangle():
    view = live.cost(3)
    view.handle.value = 337
    measured, walked = view.panels()
    (runs,) = measured.marks
    assert len(set(zip(runs.x, runs.y, strict=True))) == 338
    assert [len(mark.x) for mark in walked.marks] == [1, 1]
    assert dict(view.chart.numbers)["measured, in all"] == "227,474"
    assert "338 runs" in view.text()
    assert view.code() == "live.cost(337)"


@pytest.mark.parametrize("n", [0, 338, 2.5, "3"])
def test_other_counts_are_told(n):
    with pytest.raises(ValueError, match="from 1 to 337"):
        live.cost(n)
