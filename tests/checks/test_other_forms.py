"""Slips of lessons 5 and 6 in forms that no bank has: all refused, and none called by a wrong name."""

import pytest
from known_wrong.clock import hurry

from micrograd_lab import checks
from micrograd_lab.checks import Incorrect, handout
from micrograd_lab.checks.judge import same
from micrograd_lab.checks.lesson_05 import judge_backward, judge_order
from micrograd_lab.checks.lesson_06 import judge_again, judge_gradcheck

from .other_forms import SLIPS

MODELS = {
    "5.1": judge_order.MODELS,
    "5.2": judge_backward.MODELS,
    "6.1": judge_gradcheck.MODELS,
    "6.3": judge_again.MODELS,
}

EXERCISES = {one.number: one for lesson in ("05", "06") for one in checks.lesson(lesson).exercises}
ASKED = {number: given for n in ("05", "06") for number, given in handout.read(handout.place(n))["exercises"].items()}


@pytest.mark.parametrize(("number", "name", "source"), SLIPS, ids=[f"{s[0]} {s[1]} {n}" for n, s in enumerate(SLIPS)])
def test_a_slip_in_another_form_has_its_own_name_or_none(number, name, source, monkeypatch):
    names = {"__name__": "__main__"}
    exec(source, names)
    hurry(monkeypatch, [EXERCISES[number]], 0.5)
    outcome = EXERCISES[number](eval(ASKED[number]["learner"], names))
    assert isinstance(outcome, Incorrect)
    assert outcome.misconception == name, outcome


def test_there_are_many_of_them_and_most_have_a_name():
    assert len(SLIPS) >= 100
    assert sum(bool(name) for _, name, _ in SLIPS) >= 0.75 * len(SLIPS)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("number", MODELS)
def test_no_model_is_right_and_no_two_with_other_names_are_alike(number, seed):
    one, models = EXERCISES[number], MODELS[number]
    cases = one.cases(seed)
    results = [[checks.memory.outcome_of(m.wrong, case) for case in cases] for m in models]
    for m, result in zip(models, results, strict=True):
        assert not one.judged(cases, result), m.name
        alike = {o.name for o, other in zip(models, results, strict=True) if same(result, other)}
        assert alike == {m.name}
