"""live.graph on Values, with gradients left as they are, and its code, against the engine run by hand."""

import json
import math
import re

import pytest

from micrograd_lab import Value, live, nn
from micrograd_lab.graph import snapshot, text


def product(a=2.0, b=-3.0, label="y"):
    a, b = Value(a, "a"), Value(b, "b")
    y = (a * b + 1).tanh() / b
    y.label = label
    return y


def by_hand(*numbers):
    y = product(*numbers)
    y.backward()
    return text(snapshot(y))


def again(view, **names):
    """The view that its code makes."""
    *lines, last = view.code().splitlines()
    names |= {"live": live}
    exec("\n".join(lines), names)
    return eval(last, names)


def test_a_value_gets_a_slider_for_each_labelled_leaf_and_moves_itself():
    y = product()
    view = live.graph(y)
    assert list(view.sliders) == ["a", "b"]
    assert view.text() == by_hand()
    view.sliders["a"].value, view.boxes["b"].value = -0.5, 1.25
    assert view.text() == by_hand(-0.5, 1.25)
    assert view.root is y
    assert y.data == math.tanh(-0.5 * 1.25 + 1) / 1.25


def test_without_labels_every_leaf_gets_a_slider_and_keeps_its_name():
    view = live.graph(Value(2.0) * Value(3.0))
    laid_out = view.picture.svg
    assert list(view.sliders) == ["v0", "v1"]
    view.sliders["v1"].value = 4.5
    assert view.root.data == 9.0
    assert view.picture.svg == laid_out


def test_of_many_leaves_the_first_eight_get_a_slider_and_a_sentence_says_so():
    view = live.graph(nn.MLP(2, [3, 1], seed=1)([1.0, 2.0]))
    assert len(view.sliders) == 8
    said = [child.value for child in view.children if "have a slider" in getattr(child, "value", "")]
    assert said == ["<span>19 leaves could move; the first 8 have a slider. Label fewer to choose.</span>"]


def test_two_leaves_with_one_label_get_two_sliders():
    view = live.graph(Value(2.0, "w") * Value(3.0, "w"))
    assert list(view.sliders) == ["w0", "w1"]


def test_a_models_inputs_work_through_a_function():
    model = nn.MLP(2, [3, 1], seed=1)
    view = live.graph(lambda x0, x1: model([x0, x1]), x0=1.0, x1=2.0, limit=None)
    view.sliders["x1"].value = -1.0
    x = [Value(1.0), Value(-1.0)]
    y = model(x)
    y.backward()
    assert view.root.data == y.data
    assert view.leaves["x1"].grad == x[1].grad


@pytest.mark.parametrize("source", ["a function", "a Value"])
def test_without_running_backward_data_move_and_gradients_stay_and_are_called_old(source):
    def make(**how):
        if source == "a Value":
            return live.graph(product(), **how)
        return live.graph(lambda a, b: (a * b + 1).tanh() / b, a=2.0, b=-3.0, **how)

    view = make(backward=True)
    first = {r.number: r.grad for r in view.records}
    view.backward.value = False
    assert view.text() == by_hand()
    view.sliders["a"].value = 0.5
    assert view.root.data == math.tanh(0.5 * -3 + 1) / -3
    assert {r.number: r.grad for r in view.records} == first
    assert view.text().count("old grad") == len(view.records)
    assert "grad soft" in view.still()["image/svg+xml"]
    assert "tip" not in re.sub("<style.*style>", "", view.still()["image/svg+xml"], flags=re.DOTALL)
    assert "they are those at a = 2, b = -3" in view.message.value
    view.sliders["a"].value = 2.0
    assert view.text() == by_hand()
    assert not view.message.value
    view.sliders["a"].value = 0.5
    view.backward.value = True
    assert view.text() == by_hand(0.5)
    assert "grad soft" not in view.still()["image/svg+xml"]


def test_backward_alone_makes_old_gradients_new_and_leaves_the_data():
    view = live.graph("a * b", a=2.0, b=3.0, rerun=True, backward=True)
    view.backward.value = False
    view.sliders["a"].value = 4.0
    view.rerun.value = False
    view.sliders["b"].value = 5.0
    view.backward.value = True
    assert [(r.label, r.data, r.grad) for r in view.records] == [("a", 4, 3), ("b", 5, 4), ("y", 12, 1)]


def test_a_new_shape_without_backward_has_no_gradients_yet():
    view = live.graph("a * b", a=2.0, b=3.0, backward=True)
    view.backward.value = False
    view.expression.value = "a * b + a"
    assert {r.grad for r in view.records} == {None}


@pytest.mark.parametrize("switches", ["", "backward", "rerun", "both"])
def test_code_makes_what_is_on_screen(switches):
    view = live.graph("a * b + a", a=2.0, b=(3.0, 0, 5), rerun=True, backward=True)
    if switches in ("backward", "both"):
        view.backward.value = False
        view.boxes["a"].value = 4.3
    if switches in ("rerun", "both"):
        view.rerun.value = False
    view.boxes["b"].value = 1 / 3
    copy = again(view)
    assert copy.text() == view.text()
    assert copy.picture.moving == view.picture.moving


def test_code_holds_the_expression_that_is_drawn():
    view = live.graph("a * b", a=2.0, b=3.0)
    view.expression.value = "a + b"
    view.expression.value = "a +"
    assert view.code() == 'live.graph("a + b", a=2, b=3)'


def test_code_names_a_value_and_a_function():
    y = product()
    view = live.graph(y)
    view.boxes["a"].value = 0.1 + 0.2
    assert view.code() == "live.graph(y, a=0.30000000000000004, b=-3)"
    assert again(view, y=product()).text() == view.text()
    assert live.graph(lambda a: a * a, a=2.0).code() == "live.graph(f, a=2)"
    assert live.graph(product(label="")).code().startswith("live.graph(y, ")


def test_what_is_not_finite_is_shown_and_said_and_left_again():
    view = live.graph(product())
    view.boxes["b"].value = 0.0
    assert ">−inf</text>" in view.still()["image/svg+xml"]
    assert "no longer finite" in view.message.value
    view.boxes["b"].value = -3.0
    assert view.text() == by_hand()
    assert not view.message.value


def test_only_what_is_in_boxes_and_on_arrows_travels():
    view = live.graph(product(), backward=True)
    sent = []
    view.picture.send_state = lambda key=None: sent.append(set(key) if isinstance(key, (set, list)) else {key})
    view.boxes["a"].value = 0.25
    names = set().union(*sent)
    assert "svg" not in names
    assert len(json.dumps(view.picture.moving)) < 12_000


def test_what_is_chosen_in_the_picture_is_known():
    view = live.graph(product())
    view.picture._handle_custom_msg({"chosen": 2}, [])
    assert view.chosen == 2


def test_a_prediction_locks_sliders_switches_and_picture():
    view = live.graph(product(), rerun=True, backward=True)
    live.predict(view, "What is y?", 1.0)
    assert all(c.disabled for c in (*view.sliders.values(), *view.boxes.values(), view.rerun, view.backward))
    assert view.picture.locked


def test_what_cannot_be_drawn_is_told_what_to_try():
    with pytest.raises(TypeError, match=r"takes a function, an expression or a Value; got float\. Try live\.graph"):
        live.graph(2.0)
    with pytest.raises(ValueError, match=r"has sliders for a, b; got q\. Leave it out"):
        live.graph(product(), q=1.0)


def test_without_gradients_none_are_computed_and_none_are_old():
    view = live.graph("2 * x + 1", x=1.0, gradients=False)
    view.boxes["x"].value = 4.0
    assert view.root.data == 9.0
    assert "grad" not in view.text()
    assert "old" not in view.text()
    assert view.message.value == ""
    assert view.code() == 'live.graph("2 * x + 1", x=4, gradients=False)'
    assert eval(view.code(), {"live": live}).text() == view.text()


def test_a_switch_for_backward_without_gradients_is_refused():
    with pytest.raises(ValueError, match="a switch for backward needs gradients; got gradients=False"):
        live.graph("a * a", backward=True, gradients=False, a=1.0)
