"""A misconception is named where one model gives all of a learner's results, and no other does as well."""

import pytest
from known_wrong.bank import banks, learner

from micrograd_lab.checks import Exercise, Misconception, lesson_00, lesson_01, lesson_03
from micrograd_lab.checks.beside.run import run_probe
from micrograd_lab.checks.candidates import Candidate, ModelJudge, alike, of, run

HINTS = ("one", "two", "three")
LESSONS = {"00": lesson_00, "01": lesson_01, "03": lesson_03}
OWN_NUMBERS = ("line", "order", "hand")  # their answers are to fixed numbers


def check(*models, **more):
    known = [Misconception(name, model, f"It is {name}.", "look.") for name, model in models]
    judge = ModelJudge(
        lambda seed: tuple({"x": x} for x in (1.0, 2.0, 3.0)),
        lambda case: case["x"],
        candidates=lambda cases, results: of(known, cases),
        **more,
    )
    return Exercise("0.9", "x", 1, lambda learner, case: learner(case["x"]), judge, HINTS)


def test_a_model_must_give_the_right_results_too():
    doubled = check(("double", lambda case: 2 * case["x"]))
    assert doubled(lambda x: 2 * x).misconception == "double"
    assert doubled(lambda x: 2 * x if x > 1 else x).misconception == ""


def test_of_two_models_that_give_the_same_none_is_named():
    both = check(("double", lambda case: 2 * case["x"]), ("added to itself", lambda case: case["x"] + case["x"]))
    assert both(lambda x: 2 * x).misconception == ""


def test_of_two_models_the_one_with_fewer_slips_is_named():
    known = [Misconception(name, lambda case: 2 * case["x"], name, "look.") for name in ("one", "two")]
    judge = ModelJudge(
        lambda seed: ({"x": 1.0},),
        lambda case: case["x"],
        candidates=lambda cases, results: [*of(known[1:], cases, 2), *of(known[:1], cases)],
    )
    assert Exercise("0.9", "x", 1, lambda f, case: f(case["x"]), judge, HINTS)(lambda x: 2 * x).misconception == "one"


@pytest.mark.parametrize("given", [None, {"shape": "a list"}, "2", True, [2.0], {"value": 2.0}])
def test_another_shape_is_never_named(given):
    judge = check(("double", lambda case: 2 * case["x"])).judge
    cases = judge.cases(0)
    assert judge.verdict(cases, [given] * 3).misconception is None


def test_an_error_of_a_model_fits_nothing():
    assert run(lambda case: 1 / case["x"], [{"x": 0.0}, {"x": 2.0}]) == ({"error": "of the model"}, 0.5)


@pytest.mark.parametrize(
    ("result", "own", "fits"),
    [
        (2.0, 2.0 + 1e-9, True),
        (0.0, 1e-12, False),
        (1e-12, 2e-12, False),
        ([1.0, 0.0], [1.0, 1e-12], True),
        ({"a": [1e-12]}, {"a": [2e-12]}, False),
        (float("nan"), float("nan"), True),
        (float("inf"), float("inf"), True),
        ([1.0], [1.0, 2.0], False),
        ("a", 1.0, False),
    ],
)
def test_numbers_are_alike_beside_the_largest_of_them(result, own, fits):
    assert alike(result, own, 1e-6) is fits


ANSWERS = [
    (LESSONS[number], bank, answer)
    for number, bank in banks().items()
    if number in LESSONS
    for answer in bank.WRONG
    if answer.exercise not in OWN_NUMBERS
]


@pytest.mark.parametrize("seed", [3, *(pytest.param(seed, marks=pytest.mark.long) for seed in (4, 5, 6, 7))])
@pytest.mark.parametrize(
    ("lesson", "bank", "answer"), ANSWERS, ids=[f"{a.exercise}-{n}" for n, (*_, a) in enumerate(ANSWERS)]
)
def test_a_slip_has_no_other_name_at_other_numbers(lesson, bank, answer, seed):
    """But none, where it gives there what another slip gives as well."""
    exercise = getattr(lesson, answer.exercise)
    cases = exercise.judge.cases(seed)
    verdict = exercise.judge.verdict(cases, run_probe(exercise.probe, learner(answer.source, bank.GIVEN), cases))
    assert not verdict.passed
    assert getattr(verdict.misconception, "name", "") in (answer.misconception, "")


def test_a_candidate_has_one_result_for_each_case():
    for lesson in LESSONS.values():
        for exercise in lesson.lesson.exercises:
            judge = exercise.judge
            if isinstance(judge, ModelJudge):
                cases = judge.cases(0)
                results = [judge.expected(case) for case in cases]
                for candidate in judge.candidates(cases, results):
                    assert isinstance(candidate, Candidate)
                    assert len(candidate.results) == len(cases)
