"""Slips of lessons 5 and 6 in forms that no bank has: all refused, and none called by a wrong name."""

import pytest

from micrograd_lab import checks
from micrograd_lab.checks import Incorrect, handout

from .other_forms import SLIPS

EXERCISES = {one.number: one for lesson in ("05", "06") for one in checks.lesson(lesson).exercises}
ASKED = {number: given for n in ("05", "06") for number, given in handout.read(handout.place(n))["exercises"].items()}


@pytest.mark.parametrize(("number", "name", "source"), SLIPS, ids=[f"{s[0]} {s[1]} {n}" for n, s in enumerate(SLIPS)])
def test_a_slip_in_another_form_has_its_own_name_or_none(number, name, source, monkeypatch):
    names = {"__name__": "__main__"}
    exec(source, names)
    monkeypatch.setattr(EXERCISES[number], "seconds", 0.5)
    outcome = EXERCISES[number](eval(ASKED[number]["learner"], names))
    assert isinstance(outcome, Incorrect)
    assert outcome.misconception == name, outcome


def test_there_are_many_of_them_and_most_have_a_name():
    assert len(SLIPS) >= 100
    assert sum(bool(name) for _, name, _ in SLIPS) >= 0.75 * len(SLIPS)
