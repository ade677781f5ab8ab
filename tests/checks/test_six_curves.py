"""The six sick curves of lesson 8: what tells them apart does so from other starts too, and a cure cures its own."""

import pytest

from micrograd_lab.checks import lesson_08
from micrograd_lab.checks.lesson_08.judge_curves import APART, MEASURED, confused
from micrograd_lab.checks.lesson_08.sick_loops import (
    CAUSES,
    SICK,
    losses,
    measured,
    sick_curve,
    treated_curve,
)

FEW, MANY = 5, 30  # starts, and starts where all are asked for
RIGHT = {"low": 0.45, "rise": 0.01}  # of the right loop: where it ends at the highest, and its largest step up


def told(found):
    """The cause of a curve by what judge_curves tells of it, in the order of APART."""
    if found["moved"] == 0:
        return "zero_grad before step"
    if found["down"] == 0:
        return "wrong sign"
    if found["rise"] > 4:
        return "rate too large"
    if found["climb"] > 0.4:
        return "no zero_grad"
    return "rate too small" if found["late"] > 0.5 * found["early"] else "labels shuffled"


def tell(seeds):
    for seed in seeds:
        for cause in CAUSES:
            assert told(measured(losses(cause, seed))) == cause, seed
        right = losses("", seed)
        assert right[-1] < RIGHT["low"]
        assert measured(right)["rise"] < RIGHT["rise"]


def test_the_six_are_told_apart_by_their_numbers():
    tell(range(FEW))


@pytest.mark.long
def test_the_six_are_told_apart_from_thirty_starts():
    tell(range(MANY))


def test_what_is_told_of_the_curves_is_what_they_measure():
    for letter, cause in SICK.items():
        found = measured(sick_curve(letter))
        assert {name: round(x, 4) for name, x in found.items()} == MEASURED[cause]
    assert [cause for cause, _, _ in APART] == [told(MEASURED[cause]) for cause, _, _ in APART]


def test_the_two_that_were_confused_are_named_with_numbers_that_differ():
    given = {**SICK, "C": SICK["E"], "E": SICK["C"]}
    outcome = lesson_08.diagnose_curves(given)
    assert outcome.misconception == "zero_grad before step and rate too small"
    assert outcome.says.startswith("C and E are confused.")
    assert "0.0000 in C and 0.0009 in E" in outcome.says
    assert "labels shuffled" not in outcome.text
    for one in lesson_08.diagnose_curves.judge.misconceptions:
        if one.name != "a cause twice":
            first, second = one.name.split(" and ")
            assert set(one.says[:7].split(" and ")) == {x for x, cause in SICK.items() if cause in (first, second)}


def test_of_three_in_a_ring_two_are_named_and_of_what_is_no_answer_none():
    a, b, c = "ABC"
    assert confused({**SICK, a: SICK[b], b: SICK[c], c: SICK[a]}) is not None
    assert confused(SICK) is None
    assert confused({**SICK, a: SICK[b]}) is None
    assert confused({**SICK, a: "no patience"}) is None


def test_no_answer_shows_the_right_ones():
    for given in ({}, {"A": "wrong sign"}, dict.fromkeys(SICK, "wrong sign"), "wrong sign", {**SICK, "A": 3}):
        outcome = lesson_08.diagnose_curves(given)
        assert not outcome
        assert not outcome.expected
        assert "labels shuffled" not in outcome.text


def test_blanks_are_not_attempted():
    assert "not attempted" in lesson_08.diagnose_curves({**SICK, "F": ...}).text


def test_a_cure_heals_its_own_loop_and_no_other():
    right = losses()
    for letter, cause in SICK.items():
        assert treated_curve(letter, cause) == right
        other = CAUSES[CAUSES.index(cause) - 1]
        assert treated_curve(letter, other) == treated_curve(letter, ...) == sick_curve(letter) != right


def test_a_letter_or_a_cause_that_there_is_not_is_named():
    with pytest.raises(ValueError, match="there is no curve 'G'"):
        sick_curve("G")
    with pytest.raises(ValueError, match="there is no curve 'a'"):
        treated_curve("a", "wrong sign")
    with pytest.raises(ValueError, match="there is no cause 'bad luck'"):
        treated_curve("A", "bad luck")
