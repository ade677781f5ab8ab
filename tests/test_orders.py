"""One bank of wrong orders: the stepper, the wrong engines and lesson 5's misconceptions come to the same."""

import pytest

from micrograd_lab import Value
from micrograd_lab.backward_steps import gradients
from micrograd_lab.checks import lesson_05
from micrograd_lab.checks.beside.number import graph
from micrograd_lab.checks.judge import same
from micrograd_lab.checks.wrong_engines import NAMED
from micrograd_lab.graph import snapshot
from micrograd_lab.orders import level_by_level, level_by_level_again, limited, once, recursive

# The stepper's name of an order, lesson 5's, and the wrong engine's.
ALIKE = (
    ("recursive", "fires twice", "just recurse"),
    ("recursive, last input first", "fires twice, last input first", "just recurse, last input first"),
    ("pre-order", "fires too early", "recurse once"),
    ("breadth-first", "level by level", "level by level"),
)
CASES = [case for seed in range(3) for case in lesson_05.backward.cases(seed)]
# d is used by e twice and by f, and stands further from the output on one of its roads.
GRAPH = {"f": "de", "e": "dd", "d": "ab", "a": "", "b": ""}


def stepped(case, order):
    y, leaves = graph(case, Value)
    for name, leaf in leaves.items():
        leaf.label = name
    found = gradients(y, order)
    by_label = {r.label: found.get(r.number, 0.0) for r in snapshot(y)}
    return {name: by_label[name] for name in leaves}


@pytest.mark.parametrize(("order", "misconception", "engine"), ALIKE)
def test_an_order_leaves_the_same_gradients_wherever_it_is_met(order, misconception, engine):
    wrong = {m.name: m.wrong for m in lesson_05.backward.judge.misconceptions}[misconception]
    for case in CASES:
        assert same(wrong(case), stepped(case, order))
        assert same(wrong(case), NAMED[engine].gradients(case))


def test_the_orders_of_a_graph_of_letters():
    walked = {order.__name__: "".join(order("f", GRAPH.get)) for order in (recursive, once, level_by_level)}
    assert walked == {"recursive": "fdabedabdab", "once": "fdabe", "level_by_level": "fdeab"}
    assert "".join(once("f", GRAPH.get, last_first=True)) == "fedba"
    assert "".join(level_by_level_again("f", GRAPH.get)) == "fdeabddabab"


def test_an_order_with_a_limit_ends():
    assert "".join(limited(recursive, 11)("f", GRAPH.get)) == "fdabedabdab"
    with pytest.raises(RecursionError, match="more than 10 calls"):
        list(limited(recursive, 10)("f", GRAPH.get))
