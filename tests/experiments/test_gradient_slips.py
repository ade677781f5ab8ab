"""The bank of slips: its walks against the engine and against numbers worked out by hand."""

import math
import subprocess
import sys

import pytest

from micrograd_lab import Value
from micrograd_lab.backward_steps import gradients
from micrograd_lab.checks.lesson_03 import judge_hand as hand
from micrograd_lab.checks.lesson_03 import judge_neuron as neuron
from micrograd_lab.checks.lesson_03 import judge_roads as lesson_roads
from micrograd_lab.checks.lesson_03.on_graph import slips_in
from micrograd_lab.experiments import gradient_slips as slips
from micrograd_lab.graph import snapshot


def roads(a=-2.0, b=3.0):
    """(a * b) * (a + b): two roads to each leaf. The records are a, b, the product, the sum and the output."""
    a, b = Value(a, "a"), Value(b, "b")
    return snapshot((a * b) * (a + b))


def test_a_walk_without_a_slip_gives_the_engines_gradients():
    a = Value(0.7, "a")
    for records in (roads(), snapshot((a * a).tanh() / (a - 2) + a.exp() ** 2)):
        assert slips.walk(records) == pytest.approx(gradients(records))


@pytest.mark.parametrize(
    ("share", "meet", "expected"),
    [
        (slips.local_alone, sum, 3 + 1),
        (slips.swap, sum, -2 * 1 + 1 * -6),
        (slips.wrong_sign, sum, 3),
        (slips.upstream_alone, sum, 1 - 6),
        (slips.plus, sum, (3 + 1) + (1 - 6)),
        (slips.by_itself, sum, -2 * 1 + -2 * -6),
        (slips.by_the_other, sum, 3 * 1 + 3 * -6),
        (slips.right, slips.only(0), 3 * 1),
        (slips.right, slips.only(1), 1 * -6),
        (slips.right, slips.mean, (3 - 6) / 2),
        (slips.right, slips.first_less_rest, 3 + 6),
        (slips.right, math.prod, 3 * -6),
    ],
)
def test_a_slip_makes_its_number_of_as_gradient(share, meet, expected):
    records = roads()
    ways = slips.ways(records, gradients(records), 0)
    assert meet([share(way) for way in ways]) == expected


def test_a_slip_is_inherited_or_made_with_right_numbers_from_above():
    a, b, c = Value(2.0, "a"), Value(3.0, "b"), Value(5.0, "c")
    records = snapshot(a * b * c)
    number = {r.name: r.number for r in records}
    inherited, alone = (slips.walk(records, slips.plus, inherits=way) for way in (True, False))
    assert inherited[number["a"]] == 3 + (5 + 1)
    assert alone[number["a"]] == 3 + 5


def test_without_a_slip_the_judges_graphs_give_their_formulas():
    numbers = {"a": 2.0, "b": -3.0, "c": 10.0, "f": -2.0}
    assert hand._slip()(**numbers) == pytest.approx(hand.by_hand(**numbers))
    case = {"inputs": {"a": -1.5, "b": 2.5}}
    assert lesson_roads._slip()(case) == pytest.approx(lesson_roads.roads(**case["inputs"]))
    case = neuron.neuron_cases(1)[1]
    assert neuron._slip(slips.right, ("b",))(case) == pytest.approx(neuron.gradients(case["inputs"]))


@pytest.mark.parametrize("inherits", [True, False])
@pytest.mark.parametrize("share", [slips.right, slips.local_alone, slips.plus, slips.swap, slips.wrong_sign])
def test_a_slip_in_a_judges_graph_is_that_of_a_walk(share, inherits):
    def build(a, b):
        return (a * b + a).tanh() * b

    numbers = {"a": 0.4, "b": -0.7}
    records = snapshot(build(**{name: Value(x, name) for name, x in numbers.items()}))
    walked = slips.walk(records, share, inherits=inherits)
    found = slips_in(build)(share, inherits=inherits)(**numbers)
    expected = [walked[r.number] for r in records if r.name in numbers]
    assert [found[name] for name in numbers] == pytest.approx(expected, nan_ok=True)  # swap has no other at a tanh


def test_the_bank_and_the_judges_that_use_it_load_no_numpy():
    code = "import sys, micrograd_lab.checks.lesson_03; print('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
