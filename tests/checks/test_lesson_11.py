"""A start is judged by statistics, so a right one must pass wherever it is drawn; a patient must be ill, curable."""

import random

import numpy as np
import pytest

from micrograd_lab.checks import Incorrect, Passed
from micrograd_lab.checks import lesson_11 as check
from micrograd_lab.checks.lesson_11.drawing import NUMBERS, SPREAD
from micrograd_lab.checks.lesson_11.network import instruments, slopes, trained
from micrograd_lab.checks.lesson_11.ward import CAUSES, ENOUGH, PATIENTS, SUFFERS, drawn

GAINS = {"relu": 2**0.5, "linear": 1.0, "tanh": 1.0}
DRAWS = {
    "normal": lambda source, shape: source.normal(size=shape),
    "even": lambda source, shape: source.uniform(-(3**0.5), 3**0.5, size=shape),
    "two numbers": lambda source, shape: source.choice([-1.0, 1.0], size=shape),
    "long tails": lambda source, shape: source.laplace(scale=0.5**0.5, size=shape),
}


def start(draw, seed, gains=GAINS):
    source = np.random.default_rng(seed)
    return lambda nin, nout, activation: draw(source, (nout, nin)) * gains[activation] / nin**0.5


@pytest.mark.parametrize("kind", DRAWS)
def test_a_right_start_passes_from_any_source(kind):
    for seed in range(4):
        assert isinstance(check.init(start(DRAWS[kind], seed), seed=seed), Passed)


@pytest.mark.parametrize("kind", DRAWS)
def test_what_chance_does_to_the_spread_lies_far_within_the_bound(kind):
    """A right answer in 99,999 of 100,000: the bound is 5.5 standard deviations off, and measured so."""
    source = np.random.default_rng(1)
    spreads = DRAWS[kind](source, (1000, NUMBERS)).std(axis=1)
    assert SPREAD / spreads.std() > 5.5
    assert abs(spreads.mean() - 1) < 0.01


def test_the_gain_of_relu_is_told_from_1():
    for seed in range(4):
        outcome = check.init(start(DRAWS["normal"], seed, {**GAINS, "relu": 1.0}), seed=seed)
        assert outcome.misconception == "the gain of relu forgotten"
        outcome = check.init(start(DRAWS["even"], seed, {**GAINS, "linear": 2**0.5}), seed=seed)
        assert outcome.misconception == "the gain of relu for a linear layer"


def test_the_same_answer_gets_the_same_verdict_and_the_random_of_the_page_goes_on():
    def init(nin, nout, activation):
        return [[random.gauss(0, 1 / nin**0.5) for _ in range(nin)] for _ in range(nout)]

    random.seed(7)
    expected = random.Random(7).random()
    first, again = check.init(init).text, check.init(init).text
    assert first == again
    assert random.random() == expected


@pytest.mark.parametrize("nth", [2, 3])
def test_a_start_that_copies_places_is_refused_though_its_spread_is_right(nth):
    def copied(nin, nout, activation):
        rows = start(DRAWS["normal"], nin + nout)(nin, nout, activation)
        rows[:] = rows[:: max(1, nout // nth)][:nth].repeat(-(-nout // nth), axis=0)[:nout]
        return rows + np.random.default_rng().normal(size=rows.shape) * 1e-9

    assert isinstance(check.init(copied), Incorrect)


@pytest.mark.parametrize("name", PATIENTS)
def test_a_patient_is_ill_for_every_seed_and_no_two_are_alike(name):
    found = [drawn(name, seed) for seed in range(3)]
    assert all(trained(patient)[-1][1] < ENOUGH for patient in found)
    assert len({str(patient) for patient in found}) == 3
    assert SUFFERS[name] in CAUSES


@pytest.mark.parametrize("name", PATIENTS)
def test_its_slopes_are_those_that_one_measures(name):
    patient, chance = drawn(name, 0), random.Random(1)
    for layer in patient["biases"]:  # off the corners, where a slope has two values
        layer[:] = [b + 0.01 * chance.random() for b in layer]
    _, by_weights, by_biases, _ = slopes(patient)
    for layer, (weights, biases) in enumerate(zip(patient["weights"], patient["biases"], strict=True)):
        for row, at, slope in ((weights[0], 0, by_weights[layer][0][0]), (biases, 0, by_biases[layer][0])):
            before, losses = row[at], []
            for h in (1e-7, -1e-7):
                row[at] = before + h
                losses.append(slopes(patient)[0])
            row[at] = before
            assert (losses[0] - losses[1]) / 2e-7 == pytest.approx(slope, rel=1e-3, abs=1e-6)


def test_the_instruments_show_each_illness():
    layers = {name: instruments(drawn(name, 0)) for name in PATIENTS}
    assert [one["rows"] for one in layers["Ada"]["layers"]] == [1, 1, 1]
    assert [one["out"] for one in layers["Ben"]["layers"]] == [16, 16, 0]
    assert drawn("Cleo", 0)["rate"] > 20
    assert layers["Dora"]["inputs"] > 100
    assert layers["Emil"]["layers"][2]["spread"] < 0.001


def test_a_page_shows_a_patient_before_and_after():
    before = check.examine("Ben")
    after = check.examine("Ben", lambda name, one: ("dead units", {**one, "biases": [[0.0] * 16, [0.0] * 16, [0.0]]}))
    assert "16 of 16" in before.splitlines()[3]
    assert after.splitlines()[-1].endswith("16 of 16")
    assert "no patient for this name yet" in check.examine("Ben", lambda name, one: None)
    with pytest.raises(ValueError, match=r"(?s)asked: .*\nfound: nobody .*\ntry:   .*Ada"):
        check.patient("Bob")
