"""What lessons 3 to 6 ask before they show it: each answer worked out here in another way, told when it is seen, and
offered once."""

import math

import pytest
from test_lessons import run


def sign_of(change):
    """The option that says it."""
    return {1: "rises", -1: "falls", 0: "stays"}[(change > 0) - (change < 0)]


def committed(prediction):
    """Another answer than the right one, as a learner may give."""
    prediction.commit(getattr(prediction.entry, "options", [1.0])[0])
    return prediction


def lecture(a, b, c, f):
    return (a * b + c) * f


def neuron(x1, x2, w1, w2, b):
    return math.tanh(x1 * w1 + x2 * w2 + b)


def roads(a, b):
    return (a * b) * (a + b)


def slope(f, at, name, h=1e-6):
    """By measuring, of plain floats."""
    up, down = {**at, name: at[name] + h}, {**at, name: at[name] - h}
    return (f(**up) - f(**down)) / (2 * h)


@pytest.fixture
def by_hand():
    return run(
        "03", "import Value, draw", "def lecture", "nudge = live", "uphill = live", "def neuron", "weight = live"
    )


@pytest.mark.parametrize(
    ("name", "which", "f", "at"),
    [("nudge", "a", lecture, "numbers"), ("weight", "w2", neuron, "at")],
)
def test_lesson_3_what_a_raised_leaf_does_is_the_sign_of_its_measured_slope(by_hand, name, which, f, at):
    prediction, others = committed(by_hand[name]), [n for n in by_hand[at] if n != which]
    view = prediction.view
    view.which.value = others[0]
    for moved in (0.01, -0.01):
        view.box.value = moved
    view.which.value = which
    assert not prediction.compared
    view.box.value = 0.01
    assert prediction.happened.startswith(sign_of(round(slope(f, by_hand[at], which), 6)))


def test_lesson_3_uphill_is_what_the_moved_leaves_give(by_hand):
    at = by_hand["numbers"]
    moved = {name: x + 0.01 * slope(lecture, at, name) for name, x in at.items()}
    view = by_hand["uphill"].view
    assert {name: box.value for name, box in view.boxes.items()} == pytest.approx(moved)
    prediction = committed(by_hand["uphill"])
    assert prediction.happened == f"about {lecture(**moved):.1f}"


def test_lesson_3_two_roads_add_up():
    prediction = committed(run("03", "import Value, draw", "two = live")["two"])
    while not prediction.view.walk.ended:
        assert not prediction.compared
        prediction.view.step()
    assert prediction.happened.startswith(f"{slope(roads, {'a': -2.0, 'b': 3.0}, 'a'):.0f},")


def test_lesson_4_replaced_is_the_last_share_alone():
    prediction = committed(run("04", "import", "replaced = live")["replaced"])
    view = prediction.view
    view.expression.value = "a * a"
    view.rule.value = "="
    assert not prediction.compared
    view.expression.value = "a + a"
    assert prediction.happened == "1"  # each of the two shares is 1, and the second takes the first's place


def test_lesson_4_the_filmed_slip_loses_what_arrived_before_an_equals_sign():
    prediction = committed(run("04", "import", "filmed = live")["filmed"])
    prediction.view.rule.value = "="
    assert not prediction.compared
    prediction.view.rule.value = "= in exp and **"
    grad = 0.0 + 0.0
    for op, share in (("**", 3.0), ("exp", math.e), ("tanh", 1 - math.tanh(1.0) ** 2)):  # in the order that it says
        grad = share if op in ("**", "exp") else grad + share
    assert prediction.view.gradients["a"] == pytest.approx(grad)
    assert prediction.happened == "tanh's and exp's"
    assert grad == pytest.approx(math.e + 1 - math.tanh(1.0) ** 2)


def sent_by_recursion(graph, root):
    """The gradients where each node sends to its inputs and then lets each of them do the same: {name: [(input, local
    derivative)]}."""
    grads = {root: 1.0}

    def fire(name):
        for i, local in graph.get(name, ()):
            grads[i] = grads.get(i, 0.0) + local * grads[name]
        for i, _ in graph.get(name, ()):
            fire(i)

    fire(root)
    return grads


def test_lesson_5_just_recursing_sends_twice():
    prediction = committed(run("05", "import Value, draw", "def twice", "recursing = live")["recursing"])
    a, b, c = 2.0, -3.0, 4.0
    graph = {"y": [("t", 1.0), ("u", 1.0)], "u": [("t", c), ("c", a * b)], "t": [("a", b), ("b", a)]}
    prediction.view.step()
    assert not prediction.compared
    prediction.view.finish()
    assert prediction.happened == f"{sent_by_recursion(graph, 'y')['a']:.0f}"
    assert "-15, as it should" in prediction.entry.options


def test_lesson_5_the_price_of_increments_doubles_with_each_doubling():
    prediction = committed(run("05", "import Value, draw", "price = live")["price"])
    made = sum(2**k for k in range(19))  # one call for the output, two for what it is made of, and so on
    assert prediction.happened == f"about {round(made, -5):,}"


def central(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


def test_lesson_6_the_best_step_is_the_one_with_the_smallest_error():
    prediction = committed(run("06", "import Value", "step = live")["step"])
    prediction.view.step_size.value = 1e-5
    assert not prediction.compared
    prediction.view.step_size.value = 1e-12
    errors = {option: abs(central(math.exp, 1.0, float(option)) - math.e) for option in prediction.entry.options}
    assert prediction.happened == min(errors, key=errors.get)


def test_lesson_6_at_the_kink_each_way_to_measure_says_another_slope():
    prediction = committed(run("06", "import Value", "kink = live")["kink"])

    def relu(x):
        return max(0.0, x)

    ahead, both = (relu(0.001) - relu(0.0)) / 0.001, central(relu, 0.0, 0.001)
    assert prediction.happened == f"{ahead:g}, {both:g}, 0"  # PyTorch's and our engine's slope at the kink is 0


def test_lesson_6_a_second_sweep_adds_all_that_the_first_left_behind():
    prediction = committed(run("06", "import Value", "second = live")["second"])
    product = a = 0.0
    for _ in range(2):
        y = 1.0  # the output alone begins anew
        product += y
        a += product * 1.0
    assert prediction.happened == a


OFFERED = [
    ("03", "nudge", ("import Value, draw", "def lecture")),
    ("03", "uphill", ("import Value, draw", "def lecture")),
    ("03", "weight", ("import Value, draw", "def neuron")),
    ("03", "two", ("import Value, draw",)),
    ("04", "replaced", ("import",)),
    ("04", "filmed", ("import",)),
    ("05", "recursing", ("import Value, draw", "def twice")),
    ("05", "price", ("import Value, draw",)),
    ("06", "step", ("import Value",)),
    ("06", "kink", ("import Value",)),
]


@pytest.mark.parametrize(("lesson", "name", "before"), OFFERED, ids=lambda part: part if isinstance(part, str) else "")
def test_the_answer_is_offered_once_among_others(lesson, name, before):
    prediction = run(lesson, *before, f"{name} = live")[name]
    options = prediction.entry.options
    assert len(set(options)) == len(options) > 2
    if isinstance(prediction.outcome, str):
        assert options.count(prediction.outcome) == 1
