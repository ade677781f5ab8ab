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
    names = ("nudge = live", "uphill = live", "def neuron", "weight = live", "two = live")
    return run("03", "from math import tanh", "def lecture", *names)


def test_lesson_3_up_or_down_is_told_when_a_is_raised_and_as_its_gradient_says(by_hand):
    prediction = by_hand["nudge"]
    prediction.commit(live.SIGNS[0])
    view = prediction.view
    view.which.value, view.box.value = "b", 0.5
    view.box.value, view.which.value = -0.5, "a"
    assert not prediction.compared
    view.box.value = 0.01
    slopes = slopes_of(by_hand["lecture"], **by_hand["numbers"])
    assert told(prediction) == sign(slopes["a"])


def test_lesson_3_uphill_is_a_step_of_a_hundredth_of_each_gradient(by_hand):
    prediction, lecture, numbers = by_hand["uphill"], by_hand["lecture"], by_hand["numbers"]
    slopes = slopes_of(lecture, **numbers)
    stepped = {name: number + 0.01 * slopes[name] for name, number in numbers.items()}
    view = prediction.view
    assert all(math.isclose(leaf.data, stepped[leaf.label]) for leaf in view.leaves.values())
    new = lecture(**{name: Value(number, name) for name, number in stepped.items()}).data
    assert math.isclose(view.root.data, new)
    prediction.commit("still -8")
    assert told(prediction) == f"about {new:.1f}"


def test_lesson_3_a_weight_is_told_when_it_is_raised_and_as_its_gradient_says(by_hand):
    prediction = by_hand["weight"]
    prediction.commit(live.SIGNS[2])
    view = prediction.view
    view.which.value, view.box.value = "w1", 0.5
    view.box.value, view.which.value = -0.5, "w2"
    assert not prediction.compared
    view.box.value = 0.5
    assert told(prediction) == sign(slopes_of(by_hand["neuron"], **by_hand["at"])["w2"])


def test_lesson_3_two_roads_are_told_at_the_end_of_the_walk_and_add(by_hand):
    prediction = by_hand["two"]
    prediction.commit("3, over p")
    while not prediction.view.walk.ended:
        assert not prediction.compared
        prediction.view.step()
    gradient = slopes_of(by_hand["roads"], a=-2.0, b=3.0)["a"]
    assert told(prediction) == f"{gradient:g}, both added"
    p, s = -6.0, 1.0  # over p the road is s * b, over s it is p
    assert [option.split(",")[0] for option in prediction.options] == [
        f"{x:g}" for x in (s * 3, p, s * 3 + p, s * 3 * p)
    ]


@pytest.fixture
def nodes():
    return run("04", "import weakref", "replaced = live", "def which", "filmed = live")


@pytest.mark.parametrize("first", [[], [("=", "a * a")], [("= in exp and **", "a + a"), ("+=", "a + a")]])
def test_lesson_4_the_last_share_alone_is_left_of_a_plus_a(nodes, first):
    prediction = nodes["replaced"]
    prediction.commit("2")
    view = prediction.view
    for rule, expression in first:
        view.expression.value = expression
        view.rule.value = rule
        assert not prediction.compared
    view.expression.value, view.rule.value = "a + a", "="
    assert slopes_of(lambda a: a + a, a=2.0)["a"] == 2.0
    assert told(prediction) == "1"  # each of the two arrows brings 1, and the second takes the place of the first


@pytest.mark.parametrize("a", [None, 0.5, -1.0])
def test_lesson_4_the_filmed_slip_loses_the_powers_share_wherever_a_is(nodes, a):
    prediction = nodes["filmed"]
    prediction.commit("all three")
    view = prediction.view
    if a is not None:
        move(view, "a", a)
    assert not prediction.compared
    view.rule.value = "= in exp and **"
    a = view.sliders["a"].value
    shares = {"tanh's": 1 - math.tanh(a) ** 2, "exp's": math.exp(a), "the power's": 3 * a**2}
    assert math.isclose(view.gradients["a"], shares["tanh's"] + shares["exp's"])
    assert told(prediction) == "tanh's and exp's"
    assert math.isclose(slopes_of(lambda a: a.tanh() + a.exp() + a**3, a=a)["a"], sum(shares.values()))


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
