"""live.fill without a browser: the slips it names, each against the slip made by hand."""

import pytest

from micrograd_lab import Value, live
from micrograd_lab.engine import topological_order
from micrograd_lab.experiments.gradient_answer import answer


def lecture():
    """L = (a*b + c) * f, with the numbers that every lecture takes."""
    a, b, c, f = Value(2.0, "a"), Value(-3.0, "b"), Value(10.0, "c"), Value(-2.0, "f")
    e = a * b
    d = e + c
    L = d * f
    e.label, d.label, L.label = "e", "d", "L"
    return L


def two_roads(a=-2.0, b=3.0):
    a, b = Value(a, "a"), Value(b, "b")
    return (a * b) * (a + b)


KNOWN = {"L": 1.0, "f": 4.0, "d": -2.0, "c": -2.0, "e": -2.0, "b": -4.0, "a": 6.0}


def filled(view, **gradients):
    for name, gradient in gradients.items():
        assert view.check(str(gradient), name)
    return view


def test_a_right_gradient_unlocks_the_next_until_all_are_known():
    L = lecture()
    view, asked = live.fill(L), []
    while view.current is not None:
        name = view.records[view.current].name
        asked.append(name)
        assert view.records[view.current].grad is None
        view.entry.value = str(KNOWN[name])
        view.button.click()
    assert sorted(asked) == sorted(KNOWN)
    assert asked[0] == "L"
    assert "All are filled in" in view.said
    assert view.text().count("not yet computed") == 0
    assert {v.grad for v in topological_order(L)} == {0.0}


def test_gradients_are_shown_only_once_they_are_filled_in():
    view = live.fill(lecture())
    assert "grad" not in view.text().split("Which")[0]
    view.check("1.0")
    assert view.text().count("grad not yet computed") == 6
    assert ["grad = ?" in moving["box"] for moving in view.picture.moving.values()] == [
        n == view.current for n in range(7)
    ]


def test_local_derivatives_stand_on_all_arrows_and_streams_only_where_a_gradient_is_known():
    view = live.fill(lecture())
    arrows = {name: svg for moving in view.picture.moving.values() for name, svg in moving["arrows"].items()}
    assert "×−3" in arrows["t2_0"]
    assert not any("stream" in svg for svg in arrows.values())
    filled(view, L=1.0, d=-2.0)
    arrows = {name: svg for moving in view.picture.moving.values() for name, svg in moving["arrows"].items()}
    assert [name for name, svg in arrows.items() if "stream" in svg] == ["e6_0"]
    first = arrows["e6_0"]
    filled(view, f=4.0, e=-2.0, b=-4.0, a=6.0)
    assert view.picture.moving[6]["arrows"]["e6_0"] == first


@pytest.mark.parametrize(
    ("make", "name", "known", "given", "said"),
    [
        (lecture, "L", {}, 0.0, "its own gradient is 1"),
        (lecture, "a", KNOWN, -3.0, "the local derivative alone. Multiply it by what arrives from e: -2."),
        (lecture, "a", KNOWN, -4.0, "The operands are swapped"),
        (lecture, "b", KNOWN, 6.0, "The operands are swapped"),
        (lecture, "a", KNOWN, -6.0, "the sign is not"),
        (lecture, "a", KNOWN, -2.0, "what arrives from e. Multiply it by the number on the arrow"),
        # (a*b) * (a+b) at -2, 3: the roads into a bring 3*1 and -6*1, so 3 forgets the one and -6 the other.
        (two_roads, "a", None, 3.0, "on one road only. a is used by v2 and by v3"),
        (two_roads, "a", None, -6.0, "on one road only"),
    ],
)
def test_a_wrong_gradient_is_answered_with_the_slip_that_makes_it(make, name, known, given, said):
    view = live.fill(make())
    if known is None:
        while view.records[view.current].inputs:
            view.check(view.right[view.current])
    else:
        filled(view, **{n: g for n, g in known.items() if n != name and list(known).index(n) < list(known).index(name)})
    assert not view.check(str(given), name)
    assert said in view.said
    assert view.records[view.current].name == name


@pytest.mark.parametrize(
    ("make", "look", "factors"),
    [
        (lecture, "a is used by e.", "e → a: local -3, upstream -2."),
        (two_roads, "a is used by v2 and by v3.", "then add up the roads"),
    ],
)
def test_a_number_that_no_slip_makes_is_told_what_to_look_at_and_the_factors_at_a_second_miss(make, look, factors):
    view = live.fill(make())
    for r in reversed(view.records):
        assert not r.inputs or view.check(view.right[r.number], r.number)
    assert not view.check(98.7, "a")
    assert look in view.said
    assert "local" not in view.said
    assert not any(number in view.said for number in ("-2", "-3", "3.0"))
    assert not view.check(98.6, "a")
    assert factors in view.said


def neuron():
    n = Value(-3.0, "w") * 2.0 + 6.8813736
    n.label = "n"
    y = n.tanh()
    y.label = "y"
    return y


@pytest.mark.parametrize(("given", "holder"), [(0.8814, "n"), (0.7071, "y")])
def test_a_number_that_a_box_at_hand_holds_is_told_from_what_moves_the_output(given, holder):
    view = filled(live.fill(neuron()), y=1.0)
    assert not view.check(given, "n")
    assert view.said.startswith(f"That is what {holder} holds, not how y moves with n. n is used by y.")
    assert "0.5" not in view.said
    assert view.check(0.5, "n")


def test_a_number_that_a_slip_makes_is_told_as_that_slip_and_a_0_as_what_no_box_holds():
    view = filled(live.fill(Value(1.0, "x") * Value(0.0, "k")), v2=1.0)
    assert not view.check(1.0, "x")
    assert "The operands are swapped" in view.said
    assert not view.check(0.0, "k")
    assert "holds" not in view.said


def test_the_reply_stands_beside_the_entry_and_is_read_aloud():
    view = live.fill(lecture())
    assert "Start at the output" in view.reply.value
    view.check(7)
    assert "its own gradient is 1" in view.reply.value
    above = view.children[: list(view.children).index(view.picture)]
    assert any(view.reply in row.children for row in above)
    assert "micrograd-said" in view.reply._dom_classes
    assert view.picture.said == ""


def test_the_known_gradients_of_two_roads():
    view = live.fill(two_roads())
    assert [view.right[r.number] for r in view.records if r.label] == [-3.0, -8.0]


def test_a_rounded_number_counts_and_a_word_does_not():
    view = live.fill(Value(1.0, "x") / 3)
    view.check("1")
    view.choose("x")
    assert not view.check("a third")
    assert "not a number" in view.said
    assert not view.check("")
    assert view.check("0.333")


def test_another_box_can_be_asked_for_once_its_users_are_known():
    view = live.fill(lecture())
    view.picture._handle_custom_msg({"chosen": 0}, [])
    assert "a gets its gradient from e" in view.said
    filled(view, L=1.0)
    view.picture._handle_custom_msg({"chosen": 4}, [])
    assert view.records[view.current].name == "d"


def test_enter_checks():
    view = live.fill(lecture())
    view.entry.value = "1"
    view.entry._handle_custom_msg({"event": "submit"}, [])
    assert view.known == [6]


def test_a_nudge_compares_the_measured_change_with_gradient_times_h():
    view = live.fill(lecture())
    view.box.value = 0.01
    assert view.nudged == (pytest.approx(0.06), None)
    assert "Fill in a's gradient" in view.difference.value.replace("&#x27;", "'")
    filled(view, **KNOWN)
    assert view.nudged == (pytest.approx(0.06), pytest.approx(0.06))
    view.which.value = "b"
    view.box.value = -0.5
    assert view.nudged == (pytest.approx(2.0), pytest.approx(2.0))
    assert "b moves by -0.5: L changes by 2. b.grad" in view.text()


def test_code_makes_what_is_on_screen():
    view = filled(live.fill(lecture()), L=1.0, f=4.0, d=-2.0)
    view.which.value, view.box.value = "f", 0.25
    *lines, last = view.code().splitlines()
    names = {"live": live, "L": lecture()}
    exec("\n".join(lines), names)
    copy = eval(last, names)
    assert copy.text() == view.text()
    assert copy.still() == view.still()
    assert live.fill("a * b", a=1.0, b=2.0).code() == 'live.fill("a * b", a=1.0, b=2.0)'


def test_nan_can_be_filled_in():
    view = live.fill(Value(float("nan"), "a") * Value(2.0, "b"))
    view.check("1")
    assert view.check("nan", "b")
    assert "nan" in view.text()


def test_a_slip_of_a_value_without_a_second_operand():
    records = live.fill(Value(0.5, "x").tanh()).records
    assert "local derivative alone" not in answer(records, {1: 1.0, 0: 0.7864}, 0, 5.0)


def test_a_prediction_locks_it():
    view = live.fill(lecture())
    live.predict(view, "What is a.grad?", 6.0)
    assert all(control.disabled for control in view.controls)
    assert view.picture.locked


def test_what_cannot_be_filled_is_told_what_to_try():
    with pytest.raises(TypeError, match=r"live\.fill takes a Value, .*got int\. Pass the last Value"):
        live.fill(3)
    with pytest.raises(ValueError, match="needs a number for each input"):
        live.fill("a * b")


def test_hidden_local_derivatives_come_with_both_gradients_of_their_arrow():
    def taps(view):
        return view.still()["image/svg+xml"].count("\N{MULTIPLICATION SIGN}2<")

    shown, hidden = (live.fill("a * b", partials=partials, a=5.0, b=2.0) for partials in (True, False))
    assert (taps(shown), taps(hidden)) == (1, 0)
    hidden.check(1)
    assert taps(hidden) == 0
    hidden.check(2, "a")
    assert taps(hidden) == 1
    assert hidden.code().startswith('view = live.fill("a * b", partials=False, a=5.0, b=2.0)')
    assert "partials" not in shown.code()


def test_a_view_that_asks_nothing_has_the_nudging_first_and_says_nothing_of_gradients():
    view = live.fill(lecture(), partials=False, asking=False)
    assert view.which in view.children[0].children
    assert view.picture.drawing.height < live.fill(lecture()).picture.drawing.height
    view.which.value, view.box.value = "c", 0.5
    assert "c moves by 0.5: L changes by -1." in view.difference.value
    assert "gradient" not in view.text()
    view.choose("L")
    assert not view.check("1")
    assert (view.known, view.current) == ([], None)
    again = live.fill("a * b", a=1.0, b=2.0, asking=False)
    assert again.code() == 'live.fill("a * b", asking=False, a=1.0, b=2.0)'
