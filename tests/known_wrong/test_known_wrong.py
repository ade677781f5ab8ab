"""Every wrong answer in the banks is refused with its own message, and every right one is accepted."""

from importlib import import_module
from itertools import combinations

import pytest

from micrograd_lab.checks import Incorrect, Passed, lesson_05, practices
from micrograd_lab.checks.beside import run
from micrograd_lab.checks.beside.run import run_probe
from micrograd_lab.checks.judge import same

from .bank import banks, learner
from .clock import ALONG_ROADS, hurry

BANKS = list(banks().values())
LESSONS = {bank: import_module(f"micrograd_lab.checks.{bank.LESSON}") for bank in BANKS}
WRONG = [(bank, answer) for bank in BANKS for answer in bank.WRONG]
RIGHT = [(bank, answer) for bank in BANKS for answer in bank.RIGHT]
RECOGNISED = 0.85  # the share of wrong answers that get their own message


def exercise_of(bank, answer):
    return getattr(LESSONS[bank], answer.exercise)


def name(entry):
    bank, answer = entry
    return f"{bank.LESSON}-{answer.exercise}-{answer[1] or 'unnamed'}"


@pytest.fixture
def quick(monkeypatch):
    """An endless loop is waited for a second here. Right answers have their own time."""
    lessons = [module.lesson for module in LESSONS.values()]
    every = [one for lesson in lessons for one in (*lesson.exercises, *practices(lesson.number).values())]
    hurry(monkeypatch, every, 1.0)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(("bank", "answer"), WRONG, ids=map(name, WRONG))
def test_a_wrong_answer_is_refused_with_its_message(bank, answer):
    exercise = exercise_of(bank, answer)
    outcome = exercise(learner(answer.source, bank.GIVEN))
    assert isinstance(outcome, Incorrect), outcome
    assert outcome.misconception == answer.misconception, outcome
    assert outcome.says or (outcome.asked and outcome.expected and outcome.got), outcome
    assert not outcome.expected or outcome.expected != outcome.got, outcome
    assert outcome.tries
    assert "Traceback" not in outcome.text


@pytest.mark.usefixtures("quick")
def test_a_deep_graph_has_its_own_time_where_somebody_may_come_to_its_end(monkeypatch):
    given = []
    monkeypatch.setattr(run, "in_time", lambda do, seconds: given.append(seconds) or do())
    bank = next(bank for bank in BANKS if bank.LESSON == "lesson_05")
    right = next(answer for answer in bank.RIGHT if answer.exercise == "deep")
    assert lesson_05.deep(learner(right.source, bank.GIVEN))
    assert given == [lesson_05.SECONDS] * (len(given) - 1) + [ALONG_ROADS]


@pytest.mark.parametrize(("bank", "answer"), RIGHT, ids=map(name, RIGHT))
def test_a_right_answer_is_accepted_over_twenty_seeds(bank, answer):
    exercise = exercise_of(bank, answer)
    for seed in range(20):
        outcome = exercise(learner(answer.source, bank.GIVEN), seed=seed)
        assert isinstance(outcome, Passed), f"seed {seed}: {outcome}"


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.LESSON)
def test_every_exercise_has_wrong_answers_and_four_styles_of_right_ones(bank):
    for exercise in LESSONS[bank].lesson.exercises:
        called = next(n for n, e in vars(LESSONS[bank]).items() if e is exercise)
        assert sum(answer.exercise == called for answer in bank.WRONG) >= 3, called
        if not getattr(exercise, "options", None):
            assert len({answer.style for answer in bank.RIGHT if answer.exercise == called}) >= 4, called


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.LESSON)
def test_what_a_page_has_done_on_the_spot_has_wrong_and_right_answers_too(bank):
    for called in practices(bank.LESSON.removeprefix("lesson_")):
        assert sum(answer.exercise == called for answer in bank.WRONG) >= 2, called
        assert len({answer.style for answer in bank.RIGHT if answer.exercise == called}) >= 2, called


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.LESSON)
def test_wrong_answers_differ_in_what_they_give(bank):
    given = {}
    for answer in bank.WRONG:
        exercise = exercise_of(bank, answer)
        cases = [case for seed in (0, 1) for case in exercise.judge.cases(seed)]
        results = run_probe(exercise.probe, learner(answer.source, bank.GIVEN), cases, exercise.seconds)
        given.setdefault(answer.exercise, []).append((answer, results))
    for entries in given.values():
        for (one, first), (other, second) in combinations(entries, 2):
            # What is beside the numbers, as gradients where inputs held some before, may be what differs.
            assert first != second or not same(first, second), f"{one.source}\ngives what this gives:\n{other.source}"


def test_most_wrong_answers_are_recognised_by_name():
    assert len(WRONG) >= 150
    named = sum(bool(answer.misconception) for _, answer in WRONG)
    assert named >= RECOGNISED * len(WRONG), f"{named} of {len(WRONG)}"
