"""An error that says nothing of a cause is told as it is: no judge makes a misconception of it."""

import pytest

from micrograd_lab import checks
from micrograd_lab.checks import lesson_09 as moons
from micrograd_lab.checks.judge import Judge, Misconception, raised

JUDGES = [
    pytest.param(one.judge, id=one.number)
    for number in checks.lessons()
    for one in checks.lesson(number).exercises
    if isinstance(getattr(one, "judge", None), Judge)
]
ERRORS = (("IndexError", "list index out of range"), ("NameError", "name 'q' is not defined"), ("RuntimeError", ""))


@pytest.mark.parametrize("judge", JUDGES)
def test_an_error_without_a_cause_has_no_name(judge):
    cases = judge.cases(1)
    for error, says in ERRORS:
        for at in ({}, {"at": "__init__"}):
            result = {"error": error, "says": says, "line": 3, "code": "q = f(x)", "in": "f", **at}
            verdict = judge.verdict(cases, [result] * len(cases))
            assert verdict.misconception is None, (error, verdict.misconception.name)


def test_what_the_first_wrong_case_raised_is_told_though_later_ones_are_wrong_otherwise():
    known = Misconception("known", None, "It is known.", seen=raised("TypeError", "q"))
    judge = Judge(lambda seed: ({"x": 1}, {"x": 2}, {"x": 3}), lambda case: case["x"], misconceptions=(known,))
    fails, other = {"error": "TypeError", "says": "q"}, {"error": "ValueError", "says": "q"}
    cases = judge.cases(0)
    assert judge.verdict(cases, [1, fails, 7]).misconception is known
    assert judge.verdict(cases, [7, fails, fails]).misconception is None
    assert judge.verdict(cases, [fails, other, 3]).misconception is None


def test_a_product_of_a_value_and_its_label_that_is_compared_is_told_so():
    class Value:
        def __init__(self, data):
            self.data = data

        def __mul__(self, other):
            return Value(self.data * other)

    def accuracy(scores, labels):
        return sum(s * y > 0 for s, y in zip(scores, labels, strict=True)) / len(labels)

    accuracy = type(accuracy)(accuracy.__code__, {**globals(), "Value": Value})
    assert moons.accuracy(accuracy).misconception == "a Value compared"
