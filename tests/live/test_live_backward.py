"""live.backward without a browser, against backward() and the numbers worked out by hand."""

import pytest

from micrograd_lab import Value, live, nn, steps
from micrograd_lab.engine import topological_order
from micrograd_lab.graph import snapshot, text


def f(a, b, c):
    t = a * b
    t.label = "t"
    u = t * c
    u.label = "u"
    return t + u


START = {"a": 2.0, "b": -3.0, "c": 4.0}


def grads(view):
    """The gradients on screen, by name: those not yet there are left out."""
    records = {r.number: r.name for r in view.records}
    return {records[n]: g for n, g in view.walk.gradients.items()}


def rows(view):
    """The strip, {label: text}."""
    return {label: "".join(words for words, _ in pieces) for label, pieces in view.moment().strip}


def again(view, **names):
    *lines, last = view.code().splitlines()
    names |= {"live": live, "f": f}
    exec("\n".join(lines), names)
    return eval(last, names)


def test_without_its_menu_there_is_one_order_and_no_word_of_others():
    view = live.backward("a * b", menu=False, a=2.0, b=3.0)
    assert not any(view.choice in getattr(box, "children", ()) for box in view.children)
    assert "Step 0. 1 value visited." in view.text()
    assert "order" not in view.text()
    view.finish()
    assert view.rows() == []
    assert again(view).text() == view.text()
    assert 'live.backward("a * b", order="topological", menu=False, a=2.0, b=3.0)' in view.code()


def test_a_press_is_one_edge_and_the_sentence_says_the_chain_rule():
    view = live.backward(f, **START)
    assert grads(view) == {"y": 1.0}
    view.buttons["step"].click()
    assert grads(view) == {"y": 1.0, "t": 1.0}
    view.step()
    view.step()
    assert grads(view) == {"y": 1.0, "t": 5.0, "u": 1.0}
    assert view.picture.said == "In t * c, t counts c times: so u passes its 1 on 4 times."
    assert rows(view) == {
        "code": "t.grad += c.data * u.grad",
        "numbers": "t.grad += 4 * 1    so 1 + 4 = 5",
        "in words": view.picture.said,
    }
    assert view.picture.said in view.text()
    assert "code: t.grad += c.data * u.grad\nnumbers: t.grad += 4 * 1    so 1 + 4 = 5\n" in view.text()
    moment = view.moment()
    assert (moment.act, moment.now, moment.ring) == (4, ((4, 0),), (3,))
    assert moment.arrived == {2: ((1.0, ""), (4.0, "")), 4: ((1.0, ""),)}
    assert moment.sent == {(5, 0): 1.0, (5, 1): 1.0, (4, 0): 4.0}
    assert view.picture.watched == 4


def test_the_turn_of_one_that_has_waited_for_several_is_a_moment_of_its_own():
    view = live.backward(f, **START)
    for _ in range(5):
        view.step()
    assert (view.walk.place, view.walk.turn) == (4, True)
    assert rows(view) == {
        "code": "for v in reversed(order): v._backward()",
        "numbers": "t.grad = 1 + 4 = 5",
        "in words": "Next: t. All that it was used for has sent, and nothing more can come.",
    }
    moment = view.moment()
    assert (moment.act, moment.next, moment.now, moment.ring) == (2, True, (), ())
    copy = again(view)
    assert (copy.text(), copy.walk.turn) == (view.text(), True)
    view.step()
    assert (view.walk.place, view.walk.turn, grads(view)["a"]) == (5, False, -15)
    assert (view.moment().act, view.moment().next) == (2, False)
    assert view.picture.said == "Raise a by 0.01, and y falls by about 0.15."
    view.back()
    assert (view.walk.place, view.walk.turn) == (4, True)
    view.back()
    assert (view.walk.place, view.walk.turn) == (4, False)


def test_the_end_is_backwards_own_and_back_goes_all_the_way():
    view, states = live.backward(f, **START), []
    while not view.walk.ended:
        states.append((grads(view), view.picture.said, dict(view.picture.moving)))
        view.step()
    leaves = {name: Value(x, name) for name, x in START.items()}
    y = f(**leaves)
    y.label = "y"
    y.backward()
    assert view.text().startswith(text(snapshot(y)))
    for state in reversed(states):
        view.buttons["back"].click()
        assert (grads(view), view.picture.said, dict(view.picture.moving)) == state
    view.back()
    assert grads(view) == {"y": 1.0}


def test_the_strip_of_a_finished_picture_says_that_all_have_sent_and_before_that_who_is_next():
    view = live.backward(f, **START)
    assert view.moment().next
    assert rows(view)["in words"] == "Next: y. The output's own gradient is 1, so y sends first."
    while not view.walk.ended:
        assert "all have sent" not in rows(view)["in words"]
        view.step()
    assert rows(view)["in words"].endswith("That was the last step: all have sent.")
    assert rows(view)["in words"] == view.picture.said
    assert "all have sent." in view.still()["image/svg+xml"].replace("</text>", "")


def test_no_value_changes():
    y = f(**{name: Value(x, name) for name, x in START.items()})
    view = live.backward(y)
    view.finish()
    assert {v.grad for v in topological_order(y)} == {0.0}
    assert [r.grad for r in snapshot(y)] == [None] * 6


@pytest.mark.parametrize(
    ("order", "calls", "expected"),
    [
        ("topological", 6, (-15, 10, -6)),
        ("recursive", 9, (-18, 12, -6)),
        ("recursive, last input first", 9, (-30, 20, -6)),
        ("increment", 9, (-15, 10, -6)),
        ("pre-order", 6, (-3, 2, -6)),
        ("breadth-first", 6, (-3, 2, -6)),
    ],
)
def test_each_order_comes_to_its_known_numbers_and_wrong_ones_are_marked(order, calls, expected):
    view = live.backward(f, order=order, **START)
    assert view.rows() == []
    assert "-15" not in view.table.value + view.text()
    view.finish()
    result = view.results[order]
    assert (result.calls, tuple(result.gradients.values())) == (calls, expected)
    assert tuple(result.wrong.values()) == tuple(g != r for g, r in zip(expected, (-15, 10, -6), strict=True))
    assert view.rows()[1] == ["backward()", "6", "-15", "10", "-6"]
    assert view.rows()[2][2].endswith("✗") == (expected[0] != -15)
    assert view.moment().marks.get(0) == ("✗ not -15" if expected[0] != -15 else None)


def test_results_stay_to_be_compared_and_steps_start_anew_with_another_order():
    view = live.backward(f, **START)
    for order in steps.ORDERS:
        view.choice.value = order
        assert view.walk.place == 0
        view.finish()
    assert list(view.results) == list(steps.ORDERS)
    assert [row[0] for row in view.rows()] == ["order", "backward()", *steps.ORDERS]


def test_one_that_fired_too_early_is_marked_when_more_arrives():
    view = live.backward(f, order="breadth-first", **START)
    early = []
    while not view.walk.ended:
        view.step()
        early.append(2 in view.walk.early())
    assert early == [False, False, False, False, True, True]
    assert view.moment().arrived[2] == ((1.0, ""), (4.0, "left"))
    assert view.moment().marks[2] == "sent too early"
    view = live.backward(f, order="recursive", **START)
    view.finish()
    assert "t sends again what it has sent before" in view.picture.said


def test_a_learner_chooses_who_fires_next():
    view = live.backward(f, order="you choose", **START)
    view.fire("t")
    assert "Nothing has arrived at t yet" in view.message.value
    view.picture._handle_custom_msg({"chosen": 5}, [])
    assert not view.message.value
    view.fire("t")
    view.fire("t")
    assert "t has sent already" in view.message.value
    view.fire("a")
    assert "a is a leaf" in view.message.value
    view.fire("u")
    assert grads(view) == {"a": -3, "b": 2, "c": -6, "t": 5, "u": 1, "y": 1}
    assert view.moment().arrived[2] == ((1.0, ""), (4.0, "left"))
    assert view.picture.said.startswith("u passes its 1 on: 4 to t, -6 to c.")
    assert "t has sent on its 1 already: what comes now lies there and goes nowhere." in view.picture.said
    assert view.results["you choose"].wrong == {"a": True, "b": True, "c": False}
    view.back()
    view.back()
    view.fire("u")
    view.fire("t")
    assert view.results["you choose"].wrong == {"a": False, "b": False, "c": False}
    assert again(view).text().splitlines()[:9] == view.text().splitlines()[:9]


def test_keys_step_only_where_no_order_is_chosen():
    view = live.backward(f, **START)
    assert view.picture.stepping
    view.picture._handle_custom_msg({"step": 1}, [])
    assert view.walk.place == 1
    view.picture._handle_custom_msg({"step": -1}, [])
    assert view.walk.place == 0
    view.choice.value = "you choose"
    assert not view.picture.stepping


def test_playing_gives_each_frame_once_and_stops_at_the_end():
    view = live.backward(f, **START)
    view.play.value = True
    for _ in range(3):
        view.picture._handle_custom_msg({"next": view.picture.frame}, [])
    assert view.walk.place == 3
    view.picture._handle_custom_msg({"next": view.picture.frame - 1}, [])
    assert view.walk.place == 3
    for _ in range(4):  # t's turn is one of them
        view.picture._handle_custom_msg({"next": view.picture.frame}, [])
    assert (view.walk.ended, view.play.value, view.picture.playing) == (True, False, False)


def test_half_a_million_calls_are_counted_and_not_made():
    y = Value(1.0)
    for _ in range(18):
        y = y + y
    view = live.backward(y, order="increment")
    view.finish()
    assert "would take 524,287 calls; topological order visits 19 values" in view.message.value
    assert view.walk.place == 0
    view.step()
    assert view.walk.place == 1


@pytest.mark.parametrize("place", [0, 4, 8])
def test_code_makes_what_is_on_screen(place):
    view = live.backward(f, order="recursive", **START)
    for _ in range(place):
        view.step()
    copy = again(view)
    assert copy.text() == view.text()
    assert copy.still() == view.still()


def test_an_expression_can_be_typed():
    view = live.backward("a * b", a=2.0, b=3.0)
    view.expression.value = "a * b + a"
    view.finish()
    assert view.results["topological"].gradients == {"a": 4.0, "b": 2.0}
    assert view.code().startswith('view = live.backward("a * b + a", order="topological", a=2.0, b=3.0)')
    view.expression.value = "a *"
    assert "be drawn: y is an expression in a and b" in view.message.value
    assert view.results


def test_nan_is_shown_and_is_not_wrong():
    view = live.backward(Value(float("nan"), "a") * Value(2.0, "b"))
    view.finish()
    assert view.results["topological"].wrong == {"a": False, "b": False}
    assert "nan" in view.text()


def test_a_network_too_large_to_read_is_drawn_in_part():
    view = live.backward(nn.MLP(2, [8, 1], seed=1)([1.0, 2.0]))
    view.step()
    assert "those nearest to the output" in view.still()["image/svg+xml"]


def test_the_still_twin_shows_the_edge_in_use_and_the_strip():
    view = live.backward(f, **START)
    before = view.still()["image/svg+xml"]
    view.step()
    svg = view.still()["image/svg+xml"]
    assert '<path class="rim"' in svg
    assert '<path class="rim"' not in before
    assert "passes its 1 on as it is" in svg


def test_a_prediction_locks_buttons_and_picture():
    view = live.backward(f, **START)
    prediction = live.predict(view, "What is a.grad?", -15.0, tried=lambda view: view.walk.ended)
    assert all(control.disabled for control in view.controls)
    assert view.picture.locked
    prediction.commit(-18.0)
    assert not view.picture.locked
    view.finish()
    assert prediction.compared


def test_what_cannot_be_walked_is_told_what_to_try():
    with pytest.raises(ValueError, match=r"an order is one of topological, .* got 'upwards'"):
        live.backward(f, order="upwards", **START)
    with pytest.raises(ValueError, match=r"needs a number for each input; got none\. Try live\.backward"):
        live.backward(f)
    with pytest.raises(TypeError, match="got a for a Value"):
        live.backward(Value(1.0) * 2, a=3)
    with pytest.raises(TypeError, match="drawn from its last Value; got float"):
        live.backward(3.0)


def test_where_you_choose_to_the_end_and_a_step_do_nothing():
    view = live.backward("a * b", order="you choose", a=2.0, b=3.0)
    before = view.text()
    view.step()
    view.finish()
    assert view.text() == before


def test_the_box_that_was_pressed_last_is_known_in_every_view_of_a_graph():
    for view in (live.graph("a * b", a=2.0, b=3.0), live.backward("a * b", a=2.0, b=3.0), live.roads("a * b")):
        assert view.chosen is None
        view.picture._handle_custom_msg({"chosen": 1}, [])
        assert (view.chosen, view.message.value) == (1, "")
