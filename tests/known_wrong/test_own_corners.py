"""Lesson 7's checks on corners of one's own, and its slips over several seeds."""

import random

import pytest

from micrograd_lab.checks import lesson_07 as check
from micrograd_lab.checks.lesson_07 import judge_game
from micrograd_lab.checks.lesson_07.crossing import weights
from micrograd_lab.checks.lesson_07.slips import layers, networks, neurons, right
from micrograd_lab.checks.lesson_07.square import ENOUGH, ORDERS, UNIT, corners, score, solved

from .bank import banks, learner

WHOS = [f"learner {n}" for n in range(40)]
EACH = [
    pytest.param(exercise, kind, slip, id=f"{exercise.number}-{slip.name}-{n}")
    for exercise, kind, slips in (
        (check.neuron, right.Neuron, neurons.SLIPS),
        (check.layer, right.Layer, layers.SLIPS),
        (check.mlp, right.MLP, networks.SLIPS),
    )
    for n, slip in enumerate(slips)
]


def made(kind, methods):
    """A class of these methods that says all three itself, as a learner's does."""
    own = {name: vars(kind)[name] for name in ("__init__", "__call__", "parameters")}
    cls = type(kind.__name__, (kind,), {**own, **methods})
    cls.__module__ = "__main__"
    return cls


@pytest.mark.parametrize(("exercise", "kind", "slip"), EACH)
def test_a_slip_has_its_name_over_five_seeds(exercise, kind, slip):
    for seed in range(5):
        outcome = exercise(made(kind, slip.methods), seed=seed)
        assert getattr(outcome, "misconception", "passed") == slip.name, f"seed {seed}: {outcome}"


def test_nine_numbers_decide_for_everybody_and_those_of_the_page_for_nobody():
    given = [check.xor.given(who) for who in WHOS]
    assert len({str(one) for one in given}) > 35
    for who, places in zip(WHOS, given, strict=True):
        nine = solved({"corners": places})
        assert all(score(nine, x1, x2) * side >= ENOUGH for x1, x2, side in places.values())
        assert check.xor(nine, who=who)
        assert check.xor(solved({"corners": UNIT}), who=who).misconception == "for the lesson's corners"
        assert check.xor(solved({"corners": corners(0)}), who=who).misconception == "for the exercise's corners"
        for name, order in ORDERS.items():
            written = dict(zip(order, nine, strict=True))
            assert not check.xor([written[n] for n in range(9)], who=who), name


def test_a_score_just_below_the_margin_is_not_enough_and_one_at_it_is():
    nine = solved({"corners": corners(0)})
    assert check.xor(nine)
    short = [*nine[:6], *(0.999 * x for x in nine[6:])]
    assert check.xor(short).misconception == "no margin"


def test_the_network_gives_the_scores_that_the_judge_works_out():
    bank = banks()["07"]
    for who in WHOS[:5]:
        places = check.xor.given(who)
        nine = solved({"corners": places})
        net = learner(bank.MLP, bank.GIVEN)(2, [2, 1])
        for p, number in zip(net.parameters(), nine, strict=True):
            p.data = number
        for x1, x2, _ in places.values():
            assert net([x1, x2]).data == pytest.approx(score(nine, x1, x2))


def test_four_numbers_prove_it_for_everybody_and_their_slips_have_names():
    for who in WHOS:
        case = {"corners": check.game.given(who)}
        times = weights(case["corners"])
        assert judge_game.added(case, times) == [0, 0, 0]
        assert len(set(times.values())) > 2
        assert check.game(times, who=who)
        assert check.game({name: 12 * n for name, n in times.items()}, who=who)
        swapped = judge_game._swap_each(times)
        assert check.game(swapped, who=who).misconception == "the near and the far one swapped"
        signed = {name: n * case["corners"][name][2] for name, n in times.items()}
        assert check.game(signed, who=who).misconception == "the sides once more"
        assert check.game(dict.fromkeys(times, 1), who=who).misconception == "the page's numbers"


def test_no_neuron_can_win_the_game():
    steps = [n / 2 for n in range(-8, 9)]
    for who in WHOS[:3]:
        points = check.game.given(who).values()
        assert not any(
            all((w1 * x1 + w2 * x2 + b) * side > 0 for x1, x2, side in points)
            for w1 in steps
            for w2 in steps
            for b in steps
        )


@pytest.mark.parametrize("answer", [[float("nan")] * 9, [float("inf")] * 9, [], "nine", 9, {"w": 1}])
def test_what_is_no_nine_numbers_is_told_so(answer):
    outcome = check.xor(answer)
    assert not outcome
    assert outcome.tries


def test_a_list_of_any_length_is_bounded():
    assert not check.xor([1.0] * 5000)


def test_making_a_network_leaves_chance_as_it_was():
    random.seed(3)
    before = random.getstate()
    check.mlp(made(right.MLP, {}))
    assert random.getstate() == before
