"""live.roads against slopes measured by moving each input, and rules worked out by hand."""

import math

import pytest

from micrograd_lab import live
from micrograd_lab.live.views.roads import EXPRESSIONS, RULES, TIMES


class Float(float):
    def tanh(self):
        return math.tanh(self)

    def exp(self):
        return math.exp(self)


def measured(expression, name, **at):
    """The slope by one input, by central differences, on plain numbers."""

    def f(x):
        return eval(expression, {}, {n: Float(x if n == name else number) for n, number in at.items()})

    return (f(at[name] + 1e-6) - f(at[name] - 1e-6)) / 2e-6


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_with_plus_equals_all_gradients_are_the_measured_ones(expression):
    view = live.roads(expression, a=1.3, b=-0.7)
    for name, gradient in view.gradients.items():
        assert gradient == pytest.approx(measured(expression, name, a=1.3, b=-0.7), rel=1e-6)
    assert view.gradients == view.right
    assert view.sentence() == "All gradients are right."


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a + a", {"a": 1.0}),
        ("a * a", {"a": 2.0}),
        # The sum comes last on the way forward, so first on the way back: the product's share stays.
        ("(a * b) * (a + b)", {"a": 3.0 * 5.0, "b": 2.0 * 5.0}),
        ("a.tanh() + a.exp() + a**3", {"a": 1 - math.tanh(2.0) ** 2}),
    ],
)
def test_with_equals_only_the_last_road_counts(expression, expected):
    view = live.roads(expression, rule="=", a=2.0, b=3.0)
    assert view.gradients == pytest.approx(expected)
    assert view.wrong == list(expected)


def test_the_lectures_slip_is_seen_only_where_exp_or_a_power_shares_its_input():
    for expression in EXPRESSIONS[:3]:
        assert not live.roads(expression, rule="= in exp and **").wrong
    view = live.roads(EXPRESSIONS[3], rule="= in exp and **", a=2.0)
    assert view.gradients["a"] == pytest.approx(math.exp(2.0) + 1 - math.tanh(2.0) ** 2)


def test_a_choice_types_the_expression_and_a_typed_one_is_another():
    view = live.roads()
    view.choice.value = "a * a"
    assert view.expression.value == "a * a"
    view.expression.value = "a * b + a"
    assert view.choice.value == "another"
    assert view.gradients == {"a": 4.0, "b": 2.0}
    view.sliders["b"].value = -1.0
    assert view.gradients == {"a": 0.0, "b": 2.0}


def test_the_rows_tell_each_edge():
    view = live.roads("a + a", rule="=", a=2.0)
    assert view.rows() == [
        ["a", "from y", f"1 {TIMES} 1 = 1", "1"],
        ["a", "from y", f"1 {TIMES} 1 = 1", "1 becomes 1"],
    ]
    assert "the right gradient is 2." in view.text()
    assert "not 2<" in view.still()["image/svg+xml"]


def test_with_equals_the_later_brick_throws_out_the_earlier_one():
    view = live.roads("(a * b) * (a + b)", rule="=", a=2.0, b=3.0)
    bricks = {n: amounts for n, amounts in view.moment().arrived.items() if n < 2}
    assert bricks == {0: ((6.0, "out"), (15.0, "")), 1: ((6.0, "out"), (10.0, ""))}
    view.rule.value = "+="
    assert {how for amounts in view.moment().arrived.values() for _, how in amounts} == {""}


def test_what_is_typed_wrong_is_said_and_the_last_picture_stays():
    view = live.roads("a + a", a=2.0)
    view.expression.value = "a +* a"
    assert "expression in a" in view.message.value
    assert view.gradients == {"a": 2.0}
    view.expression.value = "(a - a).log()"
    assert "log takes a number greater than 0" in view.message.value


@pytest.mark.parametrize("rule", RULES)
def test_its_code_shows_the_same_again(rule):
    view = live.roads("(a * b) * (a + b)", rule=rule, a=1.5, b=-2.0)
    view.sliders["a"].value = 2.5
    again = eval(view.code(), {"live": live})
    assert again.text() == view.text()


def test_a_lock_holds_every_control():
    view = live.roads()
    view.lock()
    assert all(control.disabled for control in view.controls)
    assert view.picture.locked


def test_arguments_are_checked():
    with pytest.raises(ValueError, match=r"a rule is one of \+=, =, = in exp and \*\*; got '-='"):
        live.roads(rule="-=")
    with pytest.raises(TypeError, match="expression as text, or a Value; got function"):
        live.roads(lambda a: a + a)
