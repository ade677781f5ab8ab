"""The code of a view runs, whatever its inputs and labels are called."""

import ast
import re

import pytest

from micrograd_lab import Value, datasets, live

ODD = ["w[0]", "class", "2nd", 'b"', "it's", "a b", "é", "\\alpha", "line\nbreak", "{x}", "limit", "y", "", "fn", "'\""]


def run(view, **names):
    """The view that its code gives."""
    tree = ast.parse(view.code())
    *before, last = tree.body
    names = {"live": live, "datasets": datasets, **names}
    exec(compile(ast.Module(before, []), "code", "exec"), names)
    return eval(compile(ast.Expression(last.value), "code", "eval"), names)


def graph_of(label):
    return Value(2.0, label) * Value(3.0, "other") + 1


@pytest.mark.parametrize("label", ODD)
def test_a_graph_with_odd_labels(label):
    root = graph_of(label)
    view = live.graph(root, rerun=True, backward=True)
    name = next(iter(view.boxes))
    view.boxes[name].value = 5.0
    assert run(view, y=root).text() == view.text()
    view.backward.value = False
    view.boxes[name].value = 4.0
    view.rerun.value = False
    view.boxes[name].value = 3.0
    assert run(view, y=root).text() == view.text()


@pytest.mark.parametrize("label", ODD)
def test_steps_backward_with_odd_labels(label):
    root = graph_of(label)
    root.inputs[0].label = label
    view = live.backward(root)
    view.step()
    assert run(view, y=root).text() == view.text()
    view = live.backward(root, order="you choose")
    view.fire(view.records[-1].number)
    view.fire(view.records[-1].inputs[0])
    assert run(view, y=root).text() == view.text()


@pytest.mark.parametrize("label", ODD)
def test_gradients_by_hand_with_odd_labels(label):
    root = graph_of(label)
    view = live.fill(root)
    view.check("1")
    view.which.value = view.which.options[-1]
    view.box.value = 0.5
    assert run(view, y=root).text() == view.text()


@pytest.mark.parametrize("name", ["class", "w[0]", "it's", "limit", "y"])
@pytest.mark.parametrize("command", ["graph", "backward", "fill"])
def test_a_function_s_inputs_with_odd_names(command, name):
    def f(**inputs):
        return inputs[name] * inputs["a"]

    def limit(limit, a):
        return limit * a

    given = limit if name == "limit" else f
    view = getattr(live, command)(given, **{name: 2.0, "a": 0.1 + 0.2})
    assert run(view, f=f, limit=limit).text() == view.text()


@pytest.mark.parametrize("expression", ["a*b", "(a *\n b)", "a * b  ", "rule * order * limit * rerun * b"])
@pytest.mark.parametrize("command", ["graph", "backward", "fill", "roads"])
def test_an_expression_as_it_was_typed(command, expression):
    names = re.findall(r"\w+", expression)
    view = getattr(live, command)(expression, **dict.fromkeys(names, 0.1 + 0.2))
    assert run(view).text() == view.text()


@pytest.mark.parametrize("name", ["rerun", "backward", "limit", "gradients"])
def test_options_beside_an_input_of_the_same_name(name):
    view = live.graph(f"{name} * a", True, False, 30, True, **{name: 2.0, "a": 3.0})
    again = run(view)
    assert (again.limit, again.switches, len(again.boxes)) == (30, [again.rerun], 2)


def test_every_other_view_s_code():
    data = datasets.xor(8)
    for view in (live.slope(), live.neuron(), live.landscape(), live.softmax(), live.attention("ab"), live.loop()):
        assert run(view).text() == view.text()
    for view in (live.training(data, seed=1), live.distributions(data)):
        assert run(view, data=data).text() == view.text()
