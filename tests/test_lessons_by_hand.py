"""The predictions of lessons 3 to 6: each answer worked out once more by the engine, and offered once."""

import math

import pytest
from test_lessons import move, run

from micrograd_lab import Value, live, steps
from micrograd_lab.backward_steps import calls
from micrograd_lab.engine import topological_order


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
    prediction.commit("3, which comes over s")
    while not prediction.view.walk.ended:
        assert not prediction.compared
        prediction.view.step()
    gradient = slopes_of(by_hand["used_twice"], a=3.0, b=-5.0)["a"]
    assert told(prediction) == f"{gradient:g}, both added"
    directly, over_s = -2.0, 3.0
    assert [option.split(",")[0] for option in prediction.options] == [
        f"{x:g}" for x in (directly, over_s, directly + over_s, directly * over_s)
    ]


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
    return run("05", "from micrograd_lab import Value, draw", "def twice", "recursing = live", "price = live")


def test_lesson_5_recursion_is_told_at_its_end_and_sends_too_much(order):
    prediction = order["recursing"]
    prediction.commit("-3")
    view = prediction.view
    while "recursive" not in view.results:
        assert not prediction.compared
        view.step()
    a, b, c = (Value(number, name) for name, number in order["numbers"].items())
    root = order["twice"](a, b, c)
    root.backward()
    assert prediction.options[0] == f"{a.grad:g}, as it should"
    for v in topological_order(root):
        v.grad = 0.0

    def recurse(v):
        for i, partial in zip(v.inputs, v.partials, strict=True):
            i.grad += partial * v.grad
            recurse(i)

    root.grad = 1.0
    recurse(root)
    assert told(prediction) == f"{a.grad:g}" != "-15"


def test_lesson_5_the_increment_takes_a_call_for_each_road(order):
    prediction, doublings = order["price"], order["doublings"]
    prediction.commit("19")
    assert told(prediction) == "about 500,000"
    roads = sum(2**n for n in range(19))
    assert calls(doublings, "increment") == roads
    assert round(roads, -5) == 500_000
    assert calls(doublings) == len(topological_order(doublings)) == 19
    assert "recursive" in steps.ORDERS


@pytest.fixture
def verify():
    names = ("step = live", "kink = live", "second = live")
    return run("06", "import Value, gradcheck, graph, live", *names)


def test_lesson_6_the_best_step_is_told_at_the_smallest_and_has_the_smallest_error(verify):
    prediction, errors = verify["step"], {}
    prediction.commit("1e-8")
    view = prediction.view
    for option in prediction.options:
        assert not prediction.compared
        view.step_size.value = float(option)
        errors[option] = abs(view.central - view.true)
    assert told(prediction) == min(errors, key=errors.get)
    assert math.isclose(view.true, math.e)


def test_lesson_6_the_kink_is_as_two_measurements_and_the_engine_have_it(verify):
    prediction, h = verify["kink"], 0.001
    prediction.commit("0, 0, 0")

    def relu(x):
        return Value(x).relu().data

    ahead, central = (relu(h) - relu(0.0)) / h, (relu(h) - relu(-h)) / (2 * h)
    engine = slopes_of(lambda x: x.relu(), x=0.0)["x"]
    assert told(prediction) == f"{ahead:.2g}, {central:.2g}, {engine:.2g}"


def test_lesson_6_a_second_sweep_sends_what_the_first_has_left(verify):
    prediction = verify["second"]
    prediction.commit(2)
    assert prediction.compared
    a, c = Value(2.0), Value(4.0)
    y = a * 1 + c
    for _ in range(2):
        y.grad = 1.0
        for v in reversed(topological_order(y)):
            for i, partial in zip(v.inputs, v.partials, strict=True):
                i.grad += partial * v.grad
    assert prediction.happened == a.grad == 3.0
