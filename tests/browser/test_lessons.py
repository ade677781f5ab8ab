"""The lessons as a learner meets them: JupyterLab in Chromium, by keyboard and by mouse.

What the page shows is compared with the engine, run here at the place where the slider stands.
"""

import base64
import random
import re

import numpy as np
import pytest

from micrograd_lab import Value, datasets, losses, nn, optim, replay, steps
from micrograd_lab.graph import digits, short

from .page import box, boxes_of, drag, flood, handle, locked, numbers_of, place, press, told, type_into

pytestmark = pytest.mark.browser

ORANGE, BLUE = np.array([230, 159, 0]), np.array([0, 114, 178])
DATA = datasets.moons(100, noise=0.1, seed=1)
TRAINED = (
    """import math

from micrograd_lab import datasets, live, losses, nn, optim, steps

data = datasets.moons(100, noise=0.1, seed=1)


def how_long(view):
    model = nn.MLP(2, [16, 16, 1], seed=1)
    for step in steps.Training(model, view.data, optim.SGD(model.parameters(), lr=1.0)):
        if step.accuracy == 1.0:
            return min(("20", "200", "2000"), key=lambda n: abs(math.log(int(n) / max(step.number, 1))))""",
    """long = live.predict(
    live.training(data, hidden=[16, 16], loss=losses.hinge, optimizer=optim.SGD, lr=1.0),
    question="After about how many steps are all 100 points on their side for the first time?",
    options=["20", "200", "2000", "never"],
    outcome=how_long,
    lesson="09",
    name="steps",
    tried=lambda view: view.accuracy == 1.0 or view.training.number >= 5000,
)
long""",
    """free = live.training(data, hidden=[16, 16], loss=losses.hinge, optimizer=optim.SGD, lr=1.0)
free""",
)
NUMBERS = {"expressions": "02", "moons": "09", "index": "00"}


class Opened:
    """A lesson, and how it was before any test touched it."""

    def __init__(self, lesson, lab, views=(), folded=0):
        self.lesson, self.page, self.view, self.until = lesson, lesson.page, lesson.view, lesson.until
        self.folded = folded  # views in a collapsed part
        for name in views:
            self.view(name).wait_for()
        self.views, self.cells, self.journal = views, lesson.cells(), lab.journal()
        self.first_text = {name: self.view(name).inner_text() for name in views}


@pytest.fixture(scope="module")
def expressions(open_lesson, lab):
    return Opened(open_lesson("02_expressions"), lab, ["live.warmup", "twice = live", "spreadsheet = live"], folded=1)


@pytest.fixture(scope="module")
def drawn(open_cells, lab):
    source = 'free = live.graph("a * b + c", a=2.0, b=-3.0, c=10.0)\nfree'
    return Opened(open_cells("free", source), lab, ["free = live"])


@pytest.fixture(scope="module")
def moons(open_lesson, lab):
    views = ["moons = live", "live.warmup", "what = live", "bet = live", "better = live"]
    return Opened(open_lesson("09_moons"), lab, views, folded=1)


@pytest.fixture(scope="module")
def trained_here(open_cells, lab):
    """A training of the moons, and one that waits for a prediction."""
    return Opened(open_cells("trained", *TRAINED), lab, ["long = live", "free = live"])


@pytest.fixture(scope="module")
def index(open_lesson, lab):
    return Opened(open_lesson("index"), lab, ["live.first"])


@pytest.fixture(params=["expressions", "moons", "index"])
def opened(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def graph(drawn):
    """A graph that moves, at a * b + c and its start."""
    view = drawn.view("free = live")
    for name, start in (("a", "2"), ("b", "-3"), ("c", "10")):
        type_into(box(view, name), start)
    type_into(view.get_by_role("textbox", name="y ="), "a * b + c")
    drawn.until(lambda: graph_on(view), graph_of(product_and_sum(2.0, -3.0, 10.0)))
    drawn.until(lambda: [place(view, name) for name in "abc"], [2.0, -3.0, 10.0])
    return view


@pytest.fixture
def training(trained_here):
    """A training's view, at its start."""
    view = trained_here.view("free = live")
    for name, start in (("hidden size", "16"), ("learning rate", "1"), ("weight no.", "0")):
        type_into(box(view, name), start)
    handle(view, "L2 alpha").press("Home")
    press(view, "reset")
    trained_here.until(lambda: numbers_on(view), numbers(network()))
    return view


# Reading the page, and acting on it


def graph_on(view):
    """All that moves in a view's graph: {title: row}, and the sentence that names the picture."""
    rows = {box["title"]: [box["data"], box.get("grad", "")] for box in boxes_of(view)}
    return [rows, view.locator(".micrograd-graph svg").get_attribute("aria-label")]


def numbers_on(view):
    """The numbers beside a training's pictures, as {name: text}."""
    return {name.strip(): text for name, text in numbers_of(view).items()}


def field_on(view):
    """What is on screen of a training at one moment: numbers, the field's pixels, its points, and what is said."""
    found = view.locator(".micrograd-chart").evaluate(
        """root => {
            const [field, loss] = ["decision field", "loss"].map(
                name => [...root.querySelectorAll("figure")].find(f => f.innerText.startsWith(name)));
            const canvas = field.querySelector("canvas"), w = canvas.width, h = canvas.height;
            const bytes = canvas.getContext("2d").getImageData(0, 0, w, h).data;
            let text = "";
            for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
            const box = canvas.getBoundingClientRect(), marks = field.querySelector("svg.marks").getScreenCTM();
            return {
                field: [w, h, btoa(text)],
                apart: [box.left - marks.e, box.top - marks.f, box.width - w * marks.a, box.height - h * marks.d],
                points: [...field.querySelectorAll(".points path")].map(
                    e => [e.getAttribute("d"), getComputedStyle(e).fill]),
                curve: loss.querySelector(".line path").getAttribute("d"),
                label: field.querySelector("[role=img]").getAttribute("aria-label"),
                loss: loss.querySelector("[role=img]").getAttribute("aria-label"),
            };
        }"""
    )
    w, h, text = found["field"]
    found["field"] = np.frombuffer(base64.b64decode(text), np.uint8).reshape(h, w, 4)[:, :, :3].astype(int)
    assert max(map(abs, found.pop("apart"))) < 0.5  # the points stand on the field, and not beside it
    return {**found, "numbers": numbers_on(view)}


# What the engine says


def graph_of(values, output="y", gradients=True):
    """What `graph_on` must give for these Values: {title: Value}, the output last."""
    rows = {}
    for title, v in values.items():
        mark = "▲ " if v.grad > 0 else "▼ " if v.grad < 0 else ""
        rows[title] = [short(v.data), f"{mark}{short(v.grad)}" if gradients else ""]
    last = list(values.values())[-1]
    return [rows, f"Computation graph of {len(values)} values. Output {output} = {short(last.data)}."]


def product_and_sum(a, b, c):
    """a * b + c, backward included, under the titles that a picture gives its boxes."""
    a, b, c = Value(a), Value(b), Value(c)
    product = a * b
    y = product + c
    y.backward()
    return {"a": a, "b": b, "v2 = a * b": product, "c": c, "y = v2 + c": y}


def at_sliders(view, gradients=True):
    """a * b + c, where a view's sliders stand."""
    return graph_of(product_and_sum(*(place(view, name) for name in "abc")), gradients=gradients)


def network(hidden=16):
    return nn.MLP(2, [hidden, hidden, 1], seed=1)


def train(model, lr=1.0, alpha=0.0):
    """One step, on the engine's own graph."""
    loss = losses.hinge([model(x) for x in DATA.X], DATA.y) + alpha * sum(p * p for p in model.parameters())
    model.zero_grad()
    loss.backward()
    for p in model.parameters():
        p.data -= lr * p.grad


def trained(n):
    """The network after n steps. Many are too slow for the engine's own graph, so this replays it."""
    model = network()
    training = steps.Training(model, DATA, optim.SGD(model.parameters(), lr=1.0))
    for _ in range(n):
        next(training)
    return model


def numbers(model, step=0, lr=1.0, alpha=0.0, which=0):
    """What `numbers_on` must give for this network."""
    scores = [model(x).data for x in DATA.X]
    on_the_data = sum(max(0.0, 1 - y * s) for s, y in zip(scores, DATA.y, strict=True)) / len(scores)
    weights = [p.data for p in model.parameters()]
    return {
        "step": str(step),
        "loss": digits(on_the_data + alpha * sum(w * w for w in weights)),
        "on the data": digits(on_the_data),
        "accuracy": f"{losses.accuracy(scores, DATA.y):.1%}",
        "learning rate": f"{lr:.4g}",
        "L2 alpha": f"{alpha:g}",
        "parameters": str(len(weights)),
        f"weight no. {which}": digits(weights[which]),
    }


def losses_of(n):
    """The loss at each of n steps."""
    model = network()
    training = steps.Training(model, DATA, optim.SGD(model.parameters(), lr=1.0))
    return [next(training).loss for _ in range(n)]


def assert_field_shows(seen, model):
    """Colours, boundary and points of a field, against the engine's scores."""
    pixels = seen["field"]
    wide = len(pixels)
    low, high = DATA.X.min(axis=0) - 0.5, DATA.X.max(axis=0) + 0.5

    def at(x, y):
        """The point of the plane at this place of the picture."""
        return [low[0] + x / wide * (high[0] - low[0]), high[1] - y / wide * (high[1] - low[1])]

    side, chance, errors = replay.Field(model, 2), random.Random(1), []
    while len(errors) < 150:
        x, y = chance.randrange(8, wide - 8), chance.randrange(8, wide - 8)
        near = side(np.array([at(x + i, y + j) for i in range(-6, 7, 2) for j in range(-6, 7, 2)])) > 0
        if near.all() == near.any():
            strength = np.tanh(model(at(x + 0.5, y + 0.5)).data / 2)
            colour = 255 + ((ORANGE if strength > 0 else BLUE) - 255) * 0.75 * abs(strength)
            errors.append(abs(pixels[y, x] - colour).max())
    # Of 256 shades: a few where the score bends sharply between two of the 100x100 places, one nearly everywhere.
    assert max(errors) <= 6
    assert np.percentile(errors, 95) <= 2.2
    for y in range(10, wide, 10):
        row = side(np.array([at(x, y) for x in range(wide)])) > 0
        for x in np.flatnonzero(row[1:] != row[:-1]):
            if 6 < x < wide - 6:
                assert pixels[y - 4 : y + 5, x - 4 : x + 5].max(axis=2).min() < 80, f"the boundary at {x}, {y}"
    across, down = (DATA.X - [low[0], high[1]]).T * [[wide / (high[0] - low[0])], [-wide / (high[1] - low[1])]]
    circles, squares = r"M([\d.-]+),([\d.-]+)a4,4 ", r"M([\d.-]+),([\d.-]+)h8v8"
    kinds = zip(seen["points"], (1, -1), (ORANGE, BLUE), (circles, squares), strict=True)
    for (d, colour), label, rgb, shape in kinds:
        here = DATA.y == label
        places = np.array(re.findall(shape, d), dtype=float) + ([4, 0] if label > 0 else [4, 4])
        assert places == pytest.approx(np.stack([across[here], down[here]], axis=1), abs=0.011)
        assert colour == f"rgb({', '.join(map(str, rgb))})"


# All lessons


@pytest.mark.parametrize("name", ["expressions", "moons", "index"])
def test_every_cell_runs_and_nothing_complains(name, request):
    opened = request.getfixturevalue(name)
    assert [cell["errors"] for cell in opened.cells if cell["errors"]] == []
    assert opened.lesson.complaints == []
    views = [cell for cell in opened.cells if "application/vnd.jupyter.widget-view+json" in cell["types"]]
    assert len(views) == len(opened.views) + opened.folded


@pytest.mark.parametrize("name", ["expressions", "moons", "index"])
def test_run_all_commits_no_prediction_and_shows_no_outcome(name, request):
    opened = request.getfixturevalue(name)
    predictions = [text for text in opened.first_text.values() if text.startswith("Predict.")]
    assert len(predictions) == {"expressions": 2, "moons": 2, "index": 1}[name]
    for text in predictions:
        assert "Predict to unlock." in text
        assert "As you predicted" not in text
        assert "It turned out" not in text
    assert [entry for entry in opened.journal if entry["lesson"] == NUMBERS[name]] == []


@pytest.mark.parametrize(("name", "outcome"), [("expressions", "again.commit"), ("moons", "again.commit")])
def test_what_gives_an_outcome_away_is_folded(name, outcome, request):
    assert request.getfixturevalue(name).lesson.cell(outcome).is_hidden()


# Lesson 2


def test_hidden_prediction_by_keyboard_shows_its_graph_and_outcome(expressions, lab):
    view, page = expressions.view("twice = live"), expressions.page
    assert view.locator("svg").is_hidden()
    press(view, "commit")
    view.get_by_text("No answer is chosen yet. Choose 1, 2 or 3: a guess is enough.").wait_for()
    assert view.locator("svg").is_hidden()
    view.get_by_role("radio").nth(2).focus()
    page.keyboard.press("Space")
    view.get_by_role("button", name="fairly sure").press("Enter")
    view.get_by_label("because").fill("it says a twice")
    view.get_by_role("button", name="commit").press("Enter")
    view.locator(".micrograd-graph svg").wait_for()
    a = Value(2.0)
    expressions.until(lambda: graph_on(view), graph_of({"a": a, "y = a + a": a + a}, gradients=False))
    view.get_by_text("It turned out differently").wait_for()
    view.get_by_text("a name is no copy").wait_for()
    assert told(view) == ["3", "2"]
    assert view.get_by_role("radio").count() == 0
    kept = [e for e in lab.journal() if e["name"] == "boxes of a + a"]
    assert [e["kind"] for e in kept] == ["prediction", "outcome"]
    assert kept[0]["answer"] == kept[1]["answer"] == "3"
    assert (kept[0]["reason"], kept[0]["confidence"]) == ("it says a twice", "fairly sure")
    assert kept[1]["outcome"] == "2"
    type_into(view.get_by_role("textbox", name="I saw"), "one box, two arrows")
    expressions.until(lambda: lab.journal()[-1].get("sentence"), "one box, two arrows")


def test_prediction_locks_until_committed_and_y_stays_without_the_tick(expressions, lab):
    view, page = expressions.view("spreadsheet = live"), expressions.page
    expressions.until(lambda: locked(view, "abc"), [True, True, True])
    handle(view, "a").press("ArrowRight")
    drag(page, handle(view, "a"), 40)
    assert place(view, "a") == 2.0
    assert box(view, "a").is_disabled()
    assert graph_on(view) == graph_of(product_and_sum(2.0, -3.0, 10.0), gradients=False)

    view.get_by_role("radio").nth(1).click()
    press(view, "commit")
    expressions.until(lambda: locked(view, "abc"), [False, False, False])
    assert [e["answer"] for e in lab.journal() if e["kind"] == "prediction" and e["name"] == "spreadsheet"] == [
        "it stays what it was"
    ]
    assert view.get_by_role("group", name="What happens").count() == 0

    view.get_by_role("checkbox").uncheck()
    drag(page, handle(view, "a"), 30)
    assert place(view, "a") > 2.0
    before = product_and_sum(2.0, -3.0, 10.0)
    before["a"].data = place(view, "a")
    expressions.until(lambda: graph_on(view), graph_of(before, gradients=False))
    view.get_by_text("As you predicted.").wait_for()
    assert told(view)[1] == "it stays what it was"
    assert lab.journal()[-1]["kind"] == "outcome"
    assert lab.journal()[-1]["outcome"] == "it stays what it was"

    view.get_by_role("checkbox").check()
    expressions.until(lambda: graph_on(view), at_sliders(view, gradients=False))


def test_arrow_keys_move_the_numbers_to_the_engines(drawn, graph):
    for name, keys in (("a", ["ArrowRight"] * 3), ("b", ["PageUp", "ArrowLeft"]), ("c", ["Home"])):
        before = place(graph, name)
        for key in keys:
            handle(graph, name).press(key)
        assert place(graph, name) != before
        drawn.until(lambda: graph_on(graph), at_sliders(graph))


def test_mouse_moves_the_numbers_to_the_engines(drawn, graph):
    for name, across in (("a", -25), ("b", 60), ("c", -40)):
        before = place(graph, name)
        drag(drawn.page, handle(graph, name), across)
        assert (place(graph, name) > before) == (across > 0)
        drawn.until(lambda: graph_on(graph), at_sliders(graph))


def test_number_box_and_slider_hold_the_same_number(drawn, graph):
    type_into(box(graph, "a"), "-1.25")
    b, c = place(graph, "b"), place(graph, "c")
    drawn.until(lambda: abs(place(graph, "a") + 1.25) < 0.06, True)  # the handle, on the nearest of its steps
    for _ in range(2):  # what the handle answered may wait until the kernel was idle once
        drawn.lesson.ask("0")
    drawn.until(lambda: graph_on(graph), graph_of(product_and_sum(-1.25, b, c)))
    assert box(graph, "a").input_value() == "-1.25"
    handle(graph, "a").press("ArrowRight")
    drawn.until(lambda: graph_on(graph), at_sliders(graph))
    drawn.until(lambda: box(graph, "a").input_value(), f"{place(graph, 'a'):g}")


@pytest.mark.parametrize("number", ["2.5", "-7.25", "0.05"])
def test_number_typed_key_by_key_is_taken_whole(drawn, graph, number):
    field, page = box(graph, "a"), drawn.page
    field.click()
    page.keyboard.press("Control+a")
    for key in number:
        page.keyboard.press(key)
        page.wait_for_timeout(300)  # as slowly as a person: the kernel answers between two keys
    assert field.input_value() == number
    page.keyboard.press("Tab")
    b, c = place(graph, "b"), place(graph, "c")
    drawn.until(lambda: graph_on(graph), graph_of(product_and_sum(float(number), b, c)))
    assert field.input_value() == number


def test_number_beyond_the_slider_is_brought_back_to_its_end(drawn, graph):
    type_into(box(graph, "a"), "25")
    b, c = place(graph, "b"), place(graph, "c")
    drawn.until(lambda: graph_on(graph), graph_of(product_and_sum(10.0, b, c)))
    drawn.until(lambda: box(graph, "a").input_value(), "10")


def test_what_opens_shows_its_code_with_every_star_and_underscore(expressions):
    shown = expressions.page.locator("details").evaluate_all("all => all.map(e => e.textContent)")
    assert any("other + self is the very thing" in text for text in shown)


def test_typed_expression_is_drawn(drawn, graph):
    type_into(graph.get_by_role("textbox", name="y ="), "(a * b).tanh() + c")
    a, b, c = (Value(place(graph, name)) for name in "abc")
    product = a * b
    bent = product.tanh()
    y = bent + c
    y.backward()
    titles = {"a": a, "b": b, "v2 = a * b": product, "v3 = tanh(v2)": bent, "c": c, "y = v3 + c": y}
    drawn.until(lambda: graph_on(graph), graph_of(titles))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("a +", "Python can't read it (invalid syntax): is a sign missing, or one too many?"),
        ("a * d", "This can't be drawn: y is an expression in a, b and c; got a * d. d is not an input here"),
        ("tanh(a)", "tanh is a method here: write a.tanh()."),
    ],
)
def test_error_in_a_typed_expression_is_said_and_the_graph_stays(drawn, graph, typed, words):
    type_into(graph.get_by_role("textbox", name="y ="), typed)
    graph.get_by_text(words).wait_for()
    assert graph_on(graph) == at_sliders(graph)
    handle(graph, "a").press("ArrowLeft")
    drawn.until(lambda: graph_on(graph), at_sliders(graph))


def test_division_by_zero_is_said_until_the_slider_leaves_it(drawn, graph):
    type_into(box(graph, "c"), "4")
    type_into(graph.get_by_role("textbox", name="y ="), "a / c")
    type_into(box(graph, "c"), "0")
    graph.get_by_text("No result here: a divisor can't be 0").wait_for()
    handle(graph, "c").press("ArrowRight")
    a, c = Value(place(graph, "a")), Value(place(graph, "c"))
    y = a / c
    y.backward()
    drawn.until(lambda: graph_on(graph), graph_of({"a": a, "c": c, "y = a / c": y}))
    assert "No result here" not in graph.inner_text()


def test_after_two_hundred_keys_in_a_second_the_graph_is_where_the_slider_is(drawn, graph):
    flood(handle(graph, "a"))
    drawn.until(lambda: graph_on(graph), at_sliders(graph))


# A training


def test_start_shows_the_engines_scores(training):
    start = field_on(training)
    assert start["numbers"] == numbers(network())
    assert start["label"] == "Decision field of 2-16-16-1. 76% of the points are on their side."
    assert_field_shows(start, network())


def test_step_is_the_engines_step(trained_here, training):
    model = network()
    for step in (1, 2):
        press(training, "step")
        train(model)
        trained_here.until(lambda step=step: numbers_on(training), numbers(model, step))
    seen = field_on(training)
    assert_field_shows(seen, model)
    assert seen["label"].endswith(f" {numbers(model)['accuracy'].partition('.')[0]}% of the points are on their side.")


def test_play_trains_until_paused_and_reset_starts_again(trained_here, training):
    start = field_on(training)
    press(training, "play")
    trained_here.until(lambda: int(numbers_on(training)["step"]) >= 30, True)
    press(training, "pause")
    training.get_by_role("button", name="play").wait_for()
    seen = field_on(training)
    step = int(seen["numbers"]["step"])
    model = trained(step)
    assert step >= 30
    assert seen["numbers"] == numbers(model, step)
    assert float(seen["numbers"]["loss"]) < float(start["numbers"]["loss"])
    assert_field_shows(seen, model)
    assert (seen["field"] != start["field"]).any()
    assert start["curve"] == ""
    assert start["loss"] == "Loss curve, empty."
    curve = losses_of(step)
    assert len(re.findall("[ML]", seen["curve"])) == step
    heights = [float(y) for y in re.findall(r",([\d.]+)", seen["curve"])]
    assert heights == pytest.approx([200 * (1 - loss) for loss in curve], abs=0.011)
    assert seen["loss"] == f"Loss curve, {step} points, the last {digits(curve[-1])}."
    assert seen["label"] != start["label"]
    press(training, "step")
    trained_here.until(lambda: numbers_on(training)["step"], str(step + 1))

    press(training, "reset")
    trained_here.until(lambda: numbers_on(training), start["numbers"])
    again = field_on(training)
    assert (again["field"] == start["field"]).all()
    assert again["curve"] == start["curve"]
    assert again["label"] == start["label"]


def test_hidden_size_makes_a_new_network(trained_here, training):
    handle(training, "hidden size").press("Home")
    for _ in range(2):
        handle(training, "hidden size").press("ArrowRight")
    trained_here.until(lambda: numbers_on(training), numbers(network(3)))
    seen = field_on(training)
    assert seen["numbers"]["parameters"] == "25"
    assert seen["label"].startswith("Decision field of 2-3-3-1.")
    assert_field_shows(seen, network(3))


def test_learning_rate_and_alpha_change_the_next_step(trained_here, training):
    model = network()
    type_into(box(training, "learning rate"), "0.1")
    handle(training, "L2 alpha").press("End")
    trained_here.until(lambda: numbers_on(training), numbers(model, lr=0.1, alpha=0.1))
    press(training, "step")
    train(model, lr=0.1, alpha=0.1)
    trained_here.until(lambda: numbers_on(training), numbers(model, 1, lr=0.1, alpha=0.1))


def test_nudged_weight_moves_the_boundary_as_on_the_engine(trained_here, training):
    start = field_on(training)
    type_into(box(training, "weight no."), "336")
    for _ in range(15):
        handle(training, "add to it").press("ArrowRight")
    model = network()
    model.parameters()[336].data += place(training, "add to it")
    trained_here.until(lambda: numbers_on(training), numbers(model, which=336))
    seen = field_on(training)
    assert (seen["field"] != start["field"]).any()
    assert_field_shows(seen, model)
    drag(trained_here.page, handle(training, "add to it"), -60)
    model = network()
    model.parameters()[336].data += place(training, "add to it")
    trained_here.until(lambda: numbers_on(training), numbers(model, which=336))


def test_after_two_hundred_keys_in_a_second_the_field_is_where_the_slider_is(trained_here, training):
    type_into(box(training, "weight no."), "336")
    flood(handle(training, "add to it"))
    model = network()
    model.parameters()[336].data += place(training, "add to it")
    trained_here.until(lambda: numbers_on(training), numbers(model, which=336))
    assert_field_shows(field_on(training), model)


def test_outcome_of_a_training_appears_while_it_plays(trained_here, lab):
    view = trained_here.view("long = live")
    trained_here.until(lambda: locked(view, ["learning rate", "hidden size"]), [True, True])
    assert view.get_by_role("button", name="play").is_disabled()
    view.get_by_role("radio").nth(1).click()
    press(view, "commit")
    trained_here.until(lambda: locked(view, ["learning rate", "hidden size"]), [False, False])
    press(view, "play")
    view.get_by_role("group", name="What happens").wait_for()
    press(view, "pause")
    model = network()
    training = steps.Training(model, DATA, optim.SGD(model.parameters(), lr=1.0))
    first = next(step.number for step in training if step.accuracy == 1.0)
    nearest = min((20, 200, 2000), key=lambda n: abs(n - first))
    assert told(view) == ["200", str(nearest)]
    kept = [(e["kind"], e["answer"], e.get("outcome")) for e in lab.journal() if e["name"] == "steps"]
    assert kept == [("prediction", "200", None), ("outcome", "200", str(nearest))]


# How it looks


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_text_of_the_views_is_legible(opened, theme):
    opened.lesson.theme(theme)
    faint = opened.page.evaluate(
        """() => {
            const parts = colour => colour.match(/[\\d.]+/g).map(Number);
            const light = colour => parts(colour).slice(0, 3).map(c => c / 255)
                .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
            const ground = e => {
                const colour = getComputedStyle(e).backgroundColor;
                return (parts(colour)[3] ?? 1) > 0.5 || !e.parentElement ? colour : ground(e.parentElement);
            };
            const faint = [];
            for (const e of document.querySelectorAll(".micrograd-view *")) {
                const words = e.value ?? [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join("");
                if (!words.trim() || !e.checkVisibility() || e.disabled || e.closest("svg") && !e.matches(".edge text"))
                    continue;
                const look = getComputedStyle(e), colour = e.closest("svg") ? look.fill : look.color;
                const [dark, bright] = [light(colour), light(ground(e))].sort((a, b) => a - b);
                const contrast = (bright + 0.05) / (dark + 0.05);
                if (contrast < 4.5) faint.push(`${contrast.toFixed(1)}: ${words}`);
            }
            return faint;
        }"""
    )
    assert faint == []


def test_views_fit_a_small_laptops_window(opened):
    window = opened.page.locator(".jp-WindowedPanel-outer").first.evaluate("e => e.clientHeight")
    for name in opened.views:
        view = opened.view(name)
        view.evaluate("e => e.scrollIntoView()")
        moving = view.locator(".micrograd-view") if view.locator(".micrograd-view").count() else view
        wide, shown, high = moving.evaluate("e => [e.scrollWidth, e.clientWidth, e.clientHeight]")
        assert high <= window, name
        assert wide <= shown, name


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_pictures_for_a_person_to_look_at(opened, theme, shoot):
    opened.lesson.theme(theme)
    page, name = opened.page, opened.lesson.name
    panel = page.locator(".jp-WindowedPanel-outer").first
    for part in range(4):
        panel.evaluate("(e, part) => e.scrollTop = part * e.scrollHeight / 4", part)
        shoot(page, f"{name}-{theme.lower()}-part-{part + 1}")
    for number, source in enumerate(opened.views):
        opened.view(source).evaluate("e => e.scrollIntoView()")
        shoot(page, f"{name}-{theme.lower()}-view-{number + 1}")
