"""The predictions of lessons 3 to 6, and a number of lesson 1: worked out once more by the engine, and offered once."""

import math
import re

import pytest
from test_lessons import run

from micrograd_lab import Value, authoring, live
from micrograd_lab.checks.beside.tape import taped
from micrograd_lab.checks.lesson_06.told_programs import NUMBERS
from micrograd_lab.checks.wrong_engines import WRONG, exposed


def slopes_of(f, /, **numbers):
    """{input: the engine's gradient} of f at these numbers."""
    leaves = {name: Value(number, name) for name, number in numbers.items()}
    f(**leaves).backward()
    return {name: leaf.grad for name, leaf in leaves.items()}


def sign(slope):
    return live.SIGNS[0 if slope < 0 else 2 if slope > 0 else 1]


def told(prediction):
    """What happened is one of the options, once."""
    assert prediction.compared
    assert prediction.options.count(prediction.happened) == 1
    return prediction.happened


@pytest.fixture
def by_hand():
    return run("03", "import Value, draw", "def build", "matters = live", "two = live")


def test_lesson_3_the_leaf_that_matters_most_is_told_when_all_four_were_nudged(by_hand):
    prediction = by_hand["matters"]
    prediction.commit("c", reason="it is the largest number", confidence="sure")
    view = prediction.view
    for name in "cafc":
        view.which.value, view.box.value = name, 0.01
    assert not prediction.compared
    view.which.value = "b"
    slopes = slopes_of(by_hand["build"], **by_hand["numbers"])
    assert told(prediction) == max(slopes, key=lambda name: abs(slopes[name]))
    assert len({abs(slope) for slope in slopes.values()}) == 4
    assert min(slopes, key=lambda name: abs(slopes[name])) == max(by_hand["numbers"], key=by_hand["numbers"].get) == "c"


def test_lesson_3_two_roads_are_told_at_the_end_of_the_walk_and_add(by_hand):
    prediction = by_hand["two"]
    prediction.commit("3")
    while not prediction.view.walk.ended:
        assert not prediction.compared
        prediction.view.step()
    gradient = slopes_of(by_hand["used_twice"], a=3.0, b=-5.0)["a"]
    assert told(prediction) == f"{gradient:g}"
    directly, over_s = -2.0, 3.0
    beliefs = (directly, over_s, directly + over_s, directly * over_s)
    assert [*prediction.options] == [f"{x:g}" for x in sorted(beliefs)]


@pytest.fixture
def nodes():
    names = ("draw.machine", "Value = mine", "def gear", "Value.gear", "def minus", "def twice", "def pass_on")
    return run("04", *names, "at_once = live")


def test_lesson_4_whoever_passes_on_at_once_gives_one_road_twice(nodes):
    prediction = nodes["at_once"]
    assert not prediction.compared
    prediction.commit(-15, reason="so it was measured", confidence="sure")
    slope = slopes_of(lambda a: a * -3 - a * -3 * -4, a=2.0)["a"]
    assert slope == -15.0
    assert prediction.happened == slope + -3.0  # t sends its first 1 again, together with the 4 that came later
    prediction.view.finish()
    assert prediction.view.walk.gradients[0] == prediction.happened


@pytest.fixture
def order():
    return run("05", "from micrograd_lab import draw, live, mine", "def twice", "which = live")


def test_lesson_5_one_of_four_graphs_goes_wrong_where_each_box_passes_on_at_once(order):
    def recurse(v):
        for i, partial in zip(v.inputs, v.partials, strict=True):
            i.grad += partial * v.grad
            recurse(i)

    wrong, numbers = [], order["numbers"]
    for name, f in order["four"].items():
        leaves = [Value(number, name) for name, number in numbers.items()]
        root = f(*leaves)
        root.grad = 1.0
        recurse(root)
        right = slopes_of(f, **numbers)
        wrong += [name] * ([v.grad for v in leaves] != pytest.approx([*right.values()]))
    prediction = order["which"]
    prediction.commit("A", reason="a is used twice", confidence="sure")
    assert prediction.compared
    assert [prediction.happened] == wrong == ["C"]


@pytest.fixture
def verify():
    names = ("import draw, gradcheck, live, mine", "def sixth", "def right_digits", "lectures = [", "lecture = live")
    return run("06", *names)


def test_lesson_6_the_right_digits_rise_and_then_fall(verify):
    right_digits = verify["right_digits"]
    counted = [right_digits(places) for places in range(1, 16)]
    assert max(counted) == max(counted[3:6])
    assert 9 < max(counted) < 12
    assert counted[0] < 4
    assert counted[-1] < 2
    measured = (math.exp(1.001) - math.exp(0.999)) / 0.002
    assert counted[2] == pytest.approx(-math.log10(abs(measured / math.e - 1)), abs=1e-6)


def test_lesson_6_the_lectures_graphs_expose_less_than_half(verify):
    prediction = verify["lecture"]
    prediction.commit(30)
    programs = [taped({"inputs": NUMBERS, "lines": [f"y = {text}"]}) for text in verify["lectures"]]
    exposed_by = [engine for engine in WRONG if any(exposed(engine, program) for program in programs)]
    assert prediction.happened == len(exposed_by) == 17
    assert not prediction.right


def test_the_steps_that_lesson_1_counts_for_the_sliders_are_those_of_lesson_5():
    view = live.three(engine=Value)
    view.learn()
    one, five = (authoring.sources(n, ("lesson",))[0].read_text(encoding="utf-8") for n in ("01", "05"))
    assert f'("your sliders", 3, {view.three.changes})' in one
    assert "so many you will see in lesson 5" in one
    assert re.search(r"live\.three\(engine=\w", five)
