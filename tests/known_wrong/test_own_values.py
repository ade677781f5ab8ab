"""The checks of lessons 2 and 3 on what is no single wrong answer: other people's classes, and numbers of one's own."""

import pytest

from micrograd_lab.checks import NotAttempted, lesson_02, lesson_03
from micrograd_lab.checks.judges import lesson_03 as judge

from . import bank_02
from .bank import learner

CLASSES = {name: learner(f"{source}\nanswer = Value") for name, source in bank_02.CLASSES.items()}
OPERATIONS = (lesson_02.first, lesson_02.reflected, lesson_02.rest)


@pytest.mark.parametrize("check", OPERATIONS, ids=lambda check: check.number)
@pytest.mark.parametrize("name", CLASSES)
def test_a_class_that_keeps_a_set_passes_and_is_told_so(name, check):
    outcome = check(CLASSES[name])
    assert outcome
    assert ("keeps its inputs in a set" in outcome.text) == (name == "micrograd")


@pytest.mark.parametrize("check", OPERATIONS, ids=lambda check: check.number)
def test_a_class_of_stubs_is_not_attempted(check):
    stub = "\n".join(f"    def {name}(self, *other):\n        ..." for name in check.cases()[0]["methods"])
    value = learner(f"class Value:\n    def __init__(self, data):\n        self.data = data\n{stub}")
    assert isinstance(check(value), NotAttempted)


def test_a_value_as_exponent_may_be_refused_or_done_in_full_but_not_forgotten():
    full = bank_02.but(
        "def __pow__(self, other):\n    if not isinstance(other, Value):\n        return base(self, other)\n"
        "    return Value(self.data ** other.data, (self, other), '**')"
    )
    assert lesson_02.rest(learner(full, bank_02.GIVEN + "\nbase = Value.__pow__"))
    forgotten = full.replace("(self, other), '**'", "(self,), '**'")
    outcome = lesson_02.rest(learner(forgotten, bank_02.GIVEN + "\nbase = Value.__pow__"))
    assert outcome.misconception == "exponent forgotten"


def test_a_subclass_whose_results_are_of_its_parent_passes():
    assert lesson_02.first(learner("class Mine(Value):\n    pass", bank_02.GIVEN))


WHOS = [f"learner {n}" for n in range(100)]


def test_numbers_of_ones_own_differ_and_have_right_answers():
    given = [lesson_03.hand.given(who) for who in WHOS]
    assert len({tuple(numbers.values()) for numbers in given}) > 90
    for who, numbers in zip(WHOS, given, strict=True):
        assert lesson_03.hand(judge.by_hand(**numbers), who=who)


@pytest.mark.parametrize(("slip", "name"), [entry[:2] for entry in judge.HAND_SLIPS], ids=lambda entry: str(entry))
def test_every_slip_is_recognised_at_anybodys_numbers(slip, name):
    for who in ["", *WHOS[:20]]:
        assert lesson_03.hand(slip(**lesson_03.hand.given(who)), who=who).misconception == name
