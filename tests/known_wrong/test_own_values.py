"""The checks of lessons 0 to 3 on what is no single wrong answer: other people's classes, and numbers of one's own."""

from itertools import pairwise

import pytest

from micrograd_lab import journal
from micrograd_lab.checks import NotAttempted, lesson_00, lesson_01, lesson_02, lesson_03
from micrograd_lab.checks.lesson_01 import judge_order as order
from micrograd_lab.checks.lesson_03 import judge_hand as judge

from .bank import banks, learner

bank_02 = banks()["02"]
CLASSES = {name: learner(f"{source}\nanswer = Value") for name, source in bank_02.CLASSES.items()}
OPERATIONS = (lesson_02.first, lesson_02.reflected, lesson_02.rest)


@pytest.mark.parametrize("check", OPERATIONS, ids=lambda check: check.number)
def test_a_class_that_keeps_a_set_is_told_what_a_set_forgets(check):
    source = bank_02.CLASSES["micrograd"].replace("tuple(_children)", "set(_children)")
    outcome = check(learner(f"{source}\nanswer = Value"))
    assert (outcome.misconception, outcome.right) == ("inputs in a set", 1 if check is lesson_02.rest else 0)


@pytest.mark.parametrize("check", OPERATIONS, ids=lambda check: check.number)
def test_a_class_of_stubs_is_not_attempted(check):
    stub = "\n".join(f"    def {name}(self, *other):\n        ..." for name in check.cases()[0]["methods"])
    value = learner(f"class Value:\n    def __init__(self, data):\n        self.data = data\n{stub}")
    assert isinstance(check(value), NotAttempted)


def test_a_value_as_exponent_is_to_be_refused_done_in_full_or_forgotten():
    full = bank_02.but(
        "def __pow__(self, other):\n    if not isinstance(other, Value):\n        return base(self, other)\n"
        "    return Value(self.data ** other.data, (self, other), '**')"
    )
    outcome = lesson_02.rest(learner(full, bank_02.GIVEN + "\nbase = Value.__pow__"))
    assert outcome.misconception == "a Value as exponent"
    forgotten = full.replace("(self, other), '**'", "(self,), '**'")
    outcome = lesson_02.rest(learner(forgotten, bank_02.GIVEN + "\nbase = Value.__pow__"))
    assert outcome.misconception == "exponent forgotten"


def test_a_trace_with_one_pair_for_two_arrows_passes_and_is_told_so():
    styles = {answer.style: learner(answer.source) for answer in bank_02.RIGHT if answer.exercise == "trace"}
    told = {style for style, trace in styles.items() if "one pair for two arrows" in lesson_02.trace(trace).remark}
    assert told == {"micrograd"}


def test_a_subclass_whose_results_are_of_its_parent_passes():
    assert lesson_02.first(learner("class Mine(Value):\n    pass", bank_02.GIVEN))


WHOS = [f"learner {n}" for n in range(100)]


def test_numbers_of_ones_own_differ_and_have_right_answers():
    given = [lesson_03.hand.given(who) for who in WHOS]
    assert len({tuple(numbers.values()) for numbers in given}) > 90
    for who, numbers in zip(WHOS, given, strict=True):
        assert lesson_03.hand(judge.by_hand(**numbers), who=who)


@pytest.mark.parametrize(
    ("slip", "name"),
    [entry[:2] for entry in judge.HAND_SLIPS],
    ids=lambda entry: entry if isinstance(entry, str) else "",
)
def test_every_slip_is_recognised_at_anybodys_numbers(slip, name):
    for who in ["", *WHOS[:20]]:
        assert lesson_03.hand(slip(**lesson_03.hand.given(who)), who=who).misconception == name


def test_a_line_of_ones_own_has_its_own_answer():
    xs = [lesson_00.line.given(who)["x"] for who in WHOS]
    assert len(set(xs)) > 50
    for who, x in zip(WHOS, xs, strict=True):
        assert lesson_00.line(2 * x + 1, who=who)
        assert lesson_00.line(2 * x, who=who).misconception == "the 1 left out"


def test_five_points_of_ones_own_can_be_told_apart_and_each_wrong_order_has_its_name():
    given = [lesson_01.order.given(who) for who in WHOS]
    assert len({tuple(places.values()) for places in given}) > 90
    for who, places in zip(["", *WHOS], [lesson_01.order.given(), *given], strict=True):
        slopes = sorted(order.slope(x) for x in places.values())
        assert min(b - a for a, b in pairwise(slopes)) >= order.APART
        assert lesson_01.order(sorted(places, key=lambda name: order.slope(places[name])), who=who)
        for key, name, *_ in order.ORDERS:
            wrong = sorted(places, key=lambda letter: key(places[letter]))
            assert lesson_01.order(wrong, who=who).misconception == name


def test_the_order_of_another_is_refused_nearly_always():
    def right(who):
        places = lesson_01.order.given(who)
        return sorted(places, key=lambda name: order.slope(places[name]))

    others = [bool(lesson_01.order(right(one), who=other)) for one, other in pairwise(WHOS)]
    assert sum(others) < 0.1 * len(others)


def test_the_lessons_example_is_kept_in_no_journal(tmp_path, monkeypatch):
    monkeypatch.setenv("MICROGRAD_LAB_DATA", str(tmp_path))
    assert "after an attempt" in lesson_00.double.solution()
    assert not lesson_00.double(lambda x: x + 2)
    assert lesson_00.double(learner(lesson_00.double.solution()))
    assert lesson_00.double.hint(1).startswith("A question: ")
    assert journal.entries() == []
    assert lesson_00.double not in lesson_00.lesson.exercises


def test_an_error_in_a_class_is_told_with_its_line_and_nothing_else():
    source = bank_02.but("def __neg__(self):\n    return -self")
    outcome = lesson_02.rest(learner(source, bank_02.GIVEN))
    assert "line 3, `return -self`" in outcome.says
    assert "`False`" not in outcome.says


def test_a_number_that_is_right_for_another_x_is_told_so():
    for y in (7, 9, 11):  # at 6 a slip each, and 2x + 1 at 3, 4 and 5
        assert "for another x" in lesson_00.line(y).says
    assert "for another x" not in lesson_00.line(12).says


def test_signs_that_are_missing_are_not_put_down_to_abs_alone():
    outcome = lesson_01.gradient(lambda a, b, c: (6 * a, 3 * b**2, 1 / c**2))
    assert outcome.misconception == "signs left out"
    assert "forgotten" in outcome.tries
