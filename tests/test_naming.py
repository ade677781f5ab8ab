"""Whatever an input is called, it is an input."""

import inspect

import pytest

from micrograd_lab import Value, gradcheck, live

TAKES_INPUTS = {
    "graph": (live.graph, lambda view, name: view.leaves[name].grad),
    "backward": (live.backward, lambda view, name: view.right[named(view.records, name)]),
    "fill": (live.fill, lambda view, name: view.right[named(view.records, name)]),
    "roads": (live.roads, lambda view, name: view.gradients[name]),
    "check": (gradcheck.check, lambda report, name: next(r.backward for r in report.rows if r.name == name)),
}
ODD = ["self", "cls", "x", "y", "f", "fn", "h", "limit", "order", "rule", "rerun", "backward", "gradients"]
ODD += ["expression", "tolerance", "value", "inputs", "make", "args", "named"]


def named(records, name):
    (number,) = [r.number for r in records if r.label == name]
    return number


@pytest.mark.parametrize("call", TAKES_INPUTS)
@pytest.mark.parametrize("name", ODD)
def test_an_input_may_have_any_name(call, name):
    make, gradient = TAKES_INPUTS[call]
    scope = {}
    exec(f"def product({name}, a): return {name} * a", scope)
    for f in [scope["product"], f"{name} * a"][call == "roads" : 1 if call == "check" else 2]:
        assert gradient(make(f, **{name: 2.0, "a": 3.0}), name) == 3.0


@pytest.mark.parametrize("call", TAKES_INPUTS)
def test_an_option_stays_an_option_where_no_input_has_its_name(call):
    make, _ = TAKES_INPUTS[call]
    options = [
        p for p in inspect.signature(make).parameters.values() if p.kind is p.KEYWORD_ONLY or p.default is not p.empty
    ]
    given = {p.name: p.default for p in options if p.kind is not p.POSITIONAL_ONLY}
    assert given
    assert make((lambda a, b: a * b) if call == "check" else "a * b", **given, a=2.0, b=3.0)


def test_a_graph_that_is_there_moves_a_leaf_that_is_called_as_an_option_is():
    y = Value(2.0, "limit") * Value(3.0, "w[0]")
    view = live.graph(y, limit=5.0, **{"w[0]": 4.0})
    assert (view.leaves["limit"].data, view.leaves["w[0]"].data) == (5.0, 4.0)


def test_without_anything_to_take_the_inputs_it_says_what_to_give():
    for make, _ in TAKES_INPUTS.values():
        if make is not live.roads:
            with pytest.raises(TypeError, match=r"first; got no .*\. Try "):
                make(a=2.0)
