"""One bank of wrong orders: the stepper, the wrong engines and lesson 5's misconceptions come to the same."""

import random

import pytest

from micrograd_lab import Value
from micrograd_lab.backward_steps import gradients
from micrograd_lab.checks.beside.lines import graph
from micrograd_lab.checks.judge import same
from micrograd_lab.checks.lesson_05.judge_backward import LINES, MODELS
from micrograd_lab.checks.wrong_engines import NAMED
from micrograd_lab.checks.wrong_engines.places import described
from micrograd_lab.graph import snapshot
from micrograd_lab.orders import level_by_level, level_by_level_again, limited, once, recursive

# The stepper's name of an order, lesson 5's, and the wrong engine's.
ALIKE = (
    ("recursive", "fires twice", "just recurse"),
    ("recursive, last input first", "fires twice, last input first", "just recurse, last input first"),
    ("pre-order", "fires too early", "recurse once"),
    ("breadth-first", "level by level", "level by level"),
)
GRAPHS = [lines for lines in LINES if lines != ["y = a"]]  # where the input is the output
CASES = [{"inputs": {"a": x, "b": -3.0, "c": 0.7}, "lines": lines} for x in (2.0, -0.4, 1.3) for lines in GRAPHS]
# d is used by e twice and by f, and stands further from the output on one of its roads.
GRAPH = {"f": "de", "e": "dd", "d": "ab", "a": "", "b": ""}


def stepped(case, order):
    y, leaves = graph(case, Value)
    for name, leaf in leaves.items():
        leaf.label = name
    found = gradients(y, order)
    by_label = {r.label: found.get(r.number, 0.0) for r in snapshot(y)}
    return {name: by_label.get(name, 0.0) for name in leaves}


@pytest.mark.parametrize(("order", "misconception", "engine"), ALIKE)
def test_an_order_leaves_the_same_gradients_wherever_it_is_met(order, misconception, engine):
    wrong = next(m.wrong for m in MODELS if m.name == misconception)
    for case in CASES:
        all_of_them = wrong(described(case["inputs"], case["lines"], random.Random(0)))
        found = {name: all_of_them.get(name, 0.0) for name in case["inputs"]}  # an input that no line uses
        assert same(found, stepped(case, order))
        assert same(found, NAMED[engine].gradients(case))


def test_the_orders_of_a_graph_of_letters():
    walked = {order.__name__: "".join(order("f", GRAPH.get)) for order in (recursive, once, level_by_level)}
    assert walked == {"recursive": "fdabedabdab", "once": "fdabe", "level_by_level": "fdeab"}
    assert "".join(once("f", GRAPH.get, last_first=True)) == "fedba"
    assert "".join(level_by_level_again("f", GRAPH.get)) == "fdeabddabab"


def test_an_order_with_a_limit_ends():
    assert "".join(limited(recursive, 11)("f", GRAPH.get)) == "fdabedabdab"
    with pytest.raises(RecursionError, match="more than 10 calls"):
        list(limited(recursive, 10)("f", GRAPH.get))
