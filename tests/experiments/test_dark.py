import math

import pytest

from micrograd_lab.experiments.dark import Walk, of_w1
from micrograd_lab.experiments.three import START, loss, slope


def walk(path=()):
    return Walk(of_w1, -1.0, (-4.0, 4.0), path)


def test_the_curve_is_the_loss_of_three_numbers_by_the_first():
    assert of_w1(0.5) == loss((0.5, *START[1:]))
    assert walk().slope(-1.0) == pytest.approx(slope(START, 0), rel=1e-6)


def test_a_step_ends_at_the_edge_and_says_so():
    steps = walk()
    assert not steps.step(1.5)
    assert steps.step(9.0)
    assert steps.path == [-1.0, 0.5, 4.0]


def test_downhill_is_against_the_slope():
    steps = walk()
    assert steps.downhill(2.0) == pytest.approx(-2.0 * steps.slope(-1.0))
    assert steps.downhill(2.0) > 0 > steps.slope(-1.0)


def test_downhill_from_left_of_the_ridge_ends_where_it_is_high():
    steps = walk()
    left = Walk(of_w1, -2.0, (-4.0, 4.0))
    for _ in range(40):
        steps.step(steps.downhill(1.0))
        left.step(left.downhill(1.0))
    assert steps.flat
    assert of_w1(steps.x) == pytest.approx(1.131, abs=1e-3)
    assert left.x == -4.0


def test_flat_is_what_shows_as_little_and_the_edge_of_the_plain_is_not():
    assert [walk((x,)).flat for x in (0.8, 0.9, 1.0)] == [False, True, True]
    assert not any(walk((x / 10,)).flat for x in range(11, 41))  # a plain, not quite flat, where the loss is larger


def test_where_f_has_no_value_the_height_is_nan():
    assert math.isnan(Walk(math.log, 1.0, (-1.0, 4.0)).height(-0.5))
