"""One act of the way back as code, as numbers and in words, against the engine's own derivatives."""

import math

import pytest

from micrograd_lab import Value
from micrograd_lab.backward_steps import backward_steps
from micrograd_lab.engine import OPS
from micrograd_lab.experiments import act
from micrograd_lab.graph import snapshot

MADE = {
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


def records_of(op, a=0.7, b=1.9):
    y = MADE[op](Value(a, "a"), Value(b, "b"))
    y.label = "y"
    return snapshot(y)


def evaluated(code, records):
    """What a line of code gives where each name is its record."""
    return eval(code, {"log": math.log, **{r.name: r for r in records}})


@pytest.mark.parametrize("op", OPS)
def test_the_code_of_each_operation_gives_its_local_derivatives(op):
    records = records_of(op)
    out = records[-1]
    for place, partial in enumerate(out.partials):
        assert evaluated(act.local_code(out, place, records), records) == pytest.approx(partial)


@pytest.mark.parametrize("power", [2, 3, -1, 0.5])
def test_the_code_of_a_fixed_power_gives_its_derivative(power):
    records = snapshot(Value(1.7, "a") ** power)
    assert evaluated(act.local_code(records[-1], 0, records), records) == pytest.approx(records[-1].partials[0])


@pytest.mark.parametrize("op", OPS)
def test_a_number_is_ringed_only_where_the_tap_takes_it_as_it_is(op):
    records = records_of(op)
    for step in backward_steps(records):
        taken = act.taken_from(step, records)
        assert taken is None or records[taken].data == step.local
        assert (taken is None) == (op not in ("*", "exp"))


def said(rows):
    return {label: "".join(words for words, _ in pieces) for label, pieces in rows}


def test_the_numbers_are_the_code_with_its_names_replaced():
    a, b = Value(2.0, "a"), Value(-3.0, "b")
    y = a * b + a
    y.label = "y"
    records = snapshot(y)
    first, _, *last = backward_steps(records)
    assert said(act.rows(first, records)) == {"code": "v2.grad += 1 * y.grad", "numbers": "v2.grad += 1 * 1 = 1"}
    assert said(act.rows(last[0], records)) == {
        "code": "a.grad += b.data * v2.grad",
        "numbers": "a.grad += -3 * 1    so 1 + -3 = -2",
    }
    assert said(act.rows(last[0], records, adds=False)) == {
        "code": "a.grad = b.data * v2.grad",
        "numbers": "a.grad = -3 * 1 = -2",
    }


def test_what_is_boxed_in_the_picture_is_boxed_in_the_code():
    records = records_of("*")
    for step in backward_steps(records):
        kinds = {label: [kind for _, kind in pieces if kind] for label, pieces in act.rows(step, records)}
        assert kinds == {"code": ["tap", "up"], "numbers": ["tap", "up", "up"]}


@pytest.mark.parametrize(
    ("grad", "words"),
    [
        (-15.0, "Raise a by 0.01, and y falls by about 0.15."),
        (2.5, "Raise a by 0.01, and y rises by about 0.025."),
        (0.0, "Raise a a little, and y stays where it is."),
    ],
)
def test_a_gradient_says_what_a_step_of_the_leaf_does(grad, words):
    assert act.effect("a", grad, "y") == words
