import math

import pytest

from micrograd_lab import Value
from micrograd_lab.engine import OPS, topological_order
from micrograd_lab.experiments.moving_graph import output


def everything(a, b):
    """A number that every operation of the engine has a part in, and the Values a and b that are in it."""
    a, b = Value(a, "a"), Value(b, "b")
    parts = [a + b, a - b, a * b, a / b, b**a, a**3, b**0.5, -a, a.relu(), a.tanh(), a.exp(), b.log(), b.sigmoid()]
    return sum(part * weight for weight, part in enumerate(parts, 1)), a, b


def test_a_graph_comes_to_what_it_would_have_been_made_as_and_stays_what_it_is():
    root, a, b = everything(0.5, 2.0)
    assert {v.op for v in topological_order(root)} >= set(OPS)
    before = [(v.data, v.grad) for v in topological_order(root)]
    assert output(root, {a: -1.25, b: 3.0}) == everything(-1.25, 3.0)[0].data
    assert output(root, {b: 0.7}) == everything(0.5, 0.7)[0].data
    assert output(root, {}) == root.data
    assert [(v.data, v.grad) for v in topological_order(root)] == before


def test_where_an_operation_has_no_result_it_is_no_number():
    root, a, b = everything(0.5, 2.0)
    assert math.isnan(output(root, {b: -1.0}))
    assert math.isnan(output(root, {a: 800.0}))
    assert output(a, {a: 7.0}) == 7.0


def test_an_operation_that_nobody_knows_is_named():
    a = Value(2.0)
    with pytest.raises(TypeError, match="got swish"):
        output(Value(3.0, (a,), "swish"), {a: 1.0})
