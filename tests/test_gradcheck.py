import math

import pytest

from micrograd_lab import Value
from micrograd_lab.gradcheck import check


class Product:
    """A learner's class with one op; `slope` multiplies what backward() gives the second factor."""

    slope = 1.0

    def __init__(self, data, made_from=()):
        self.data, self.grad, self.made_from = data, 0.0, made_from

    def __mul__(self, other):
        return type(self)(self.data * other.data, (self, other))

    def backward(self):
        a, b = self.made_from
        a.grad += b.data
        b.grad += self.slope * a.data


class WrongProduct(Product):
    slope = 1.5


class OneGradientForgotten(Product):
    slope = math.nan


def test_right_gradients_agree():
    report = check(lambda a, b, c: ((a * b + c).tanh() / c).exp(), a=2.0, b=-0.7, c=1.1)
    assert report
    assert [row.name for row in report.rows] == ["a", "b", "c"]
    assert report.wrong == ()


def test_a_wrong_derivative_is_found_and_its_input_named_with_both_numbers():
    assert check(lambda a, b: a * b, a=2.0, b=3.0, value=Product)
    report = check(lambda a, b: a * b, a=2.0, b=3.0, value=WrongProduct)
    assert not report
    assert [row.name for row in report.wrong] == ["b"]
    assert repr(report).splitlines() == [
        "a: backward 3, measured 3, agrees",
        "b: backward 3, measured 2, disagrees",
    ]


def test_a_gradient_that_is_not_a_number_disagrees():
    report = check(lambda a, b: a * b, 2.0, 3.0, value=OneGradientForgotten)
    assert [row.name for row in report.wrong] == ["input 1"]


@pytest.mark.parametrize("off", [1e-3, 1e-5])
def test_a_derivative_wrong_by_a_hair_is_found(off):
    class Nearly(Product):
        slope = 1 + off

    assert not check(lambda a, b: a * b, 2.0, 3.0, value=Nearly)


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e6])
def test_the_scale_of_function_and_input_does_not_matter(scale):
    assert check(lambda a, b: a * b * scale + a * a, scale, 3.0)
    assert check(lambda a: a.tanh() * scale, 0.5)


@pytest.mark.parametrize("size", [1e-3, 1.0, 1e6, 1e12])
def test_at_any_size_of_the_inputs_right_agrees_and_wrong_disagrees(size):
    class Nearly(Product):
        slope = 1.0001

    assert check(lambda a, b: a * b, size, size, value=Product)
    assert not check(lambda a, b: a * b, size, size, value=Nearly)


def test_a_function_of_one_input_used_often_agrees():
    assert check(lambda a: sum(a * k for k in range(20)) * a, 1.7)


def test_an_input_that_is_not_used_has_no_slope_on_both_sides():
    report = check(lambda a, b: a * 2, a=1.0, b=5.0)
    assert report
    assert report.rows[1] == ("b", 0.0, 0.0, 0.0)


def test_at_the_kink_of_relu_the_two_disagree_and_beside_it_they_agree():
    at_kink = check(lambda a: a.relu(), a=0.0)
    assert not at_kink
    assert (at_kink.rows[0].backward, at_kink.rows[0].measured) == (0.0, pytest.approx(0.5))
    assert check(lambda a: a.relu(), a=0.01)
    assert check(lambda a: a.relu(), a=-0.01)


@pytest.mark.parametrize("x", [1e-3, 1e-8, 1e-15, 1e-100])
def test_a_tiny_input_stays_on_its_side_of_0(x):
    for f in (lambda a: a.log(), lambda a: 1 / a, lambda a: a**0.5, lambda a: a**-2):
        assert check(f, x)
    for f in (lambda a: a.relu(), lambda a: a.relu() * 3 + a, lambda a: (2 * a).relu() - a):
        assert check(f, x)
        assert check(f, -x)


@pytest.mark.parametrize("x", [1e-3, 1e-8, 1e-15, -1e-8])
def test_a_tiny_input_beside_a_large_number_is_still_measured(x):
    class Offset(Product):
        def backward(self):
            self.made_from[0].grad += self.slope

        def __add__(self, other):
            return type(self)(self.data + other, (self,))

    class Wrong(Offset):
        slope = 1.01

    class Forgotten(Offset):
        slope = 0.0

    assert check(lambda a: a + 1, x, value=Offset)
    assert not check(lambda a: a + 1, x, value=Wrong)
    assert not check(lambda a: a + 1, x, value=Forgotten)
    assert check(lambda a: a.exp() + a.tanh() * 1000, x)


@pytest.mark.parametrize("x", [5e-324, -5e-324, 1e-310])
def test_the_smallest_numbers_can_be_checked(x):
    assert check(lambda a: a * 3 + 1, x)


def test_tolerance_decides():
    assert not check(lambda a: a**3, 1.0, h=0.1)
    assert check(lambda a: a**3, 1.0, h=0.1, tolerance=0.01)


def test_no_numbers_is_refused():
    with pytest.raises(ValueError, match=r"got none\. Try check\(f, a=2\.0, b=-3\.0\)"):
        check(lambda: Value(1.0))


def test_a_function_that_gives_its_data_is_refused():
    with pytest.raises(TypeError, match=r"f must give a Value; got float\. Return the Value itself"):
        check(lambda a: (a * a).data, 2.0)
