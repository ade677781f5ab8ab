"""What live.training gives the page, run here by the same machine, and what becomes of what a page tells."""

import json
import math
import random
import subprocess

import numpy as np
import pytest
from places import node

from micrograd_lab import datasets, live, nn, optim, steps
from micrograd_lab.draw.charts import Axis
from micrograd_lab.draw.scales import ticks
from micrograd_lab.graph import digits
from micrograd_lab.live.base.view import STATIC
from micrograd_lab.live.views.training.panels import ceiling

DATA = datasets.moons(20, seed=1)


@pytest.fixture
def view():
    return live.training(DATA, hidden=[4], lr=0.2, size=12)


def parameters(view):
    return [p.data for p in view.model.parameters()]


def plain(count, begin=None):
    """The parameters and the losses of so many steps elsewhere, as a page takes them."""
    model = nn.MLP(2, [4, 1], seed=1)
    for p, x in zip(model.parameters(), begin or parameters_of(model), strict=True):
        p.data = x
    training = steps.Training(model, DATA, optim.SGD(model.parameters(), lr=0.2), machine="tape")
    losses = [next(training).data_loss for _ in range(count)]
    return parameters_of(model), losses


def parameters_of(model):
    return [p.data for p in model.parameters()]


def told(view, found, losses, page="a", **other):
    """A page says what it has trained."""
    message = {"page": page, "turn": view.chart.laid["turn"], "from": view.chart.laid["number"], "losses": losses}
    view._asked(view.chart, {"played": message | other}, [memoryview(np.array(found).tobytes())])


def test_steps_of_the_present_turn_are_adopted_as_they_are(view):
    found, losses = plain(7)
    told(view, found, losses)
    assert parameters(view) == found
    assert [point[:2] for point in view.session.curve] == list(enumerate(losses))
    assert (view.training.number, view.session.now.number) == (7, 7)
    assert dict(view.chart.numbers)["step"] == "7"
    laid = view.chart.laid
    assert (laid["turn"], laid["player"], laid["number"]) == (1, "a", 7)
    more, others = plain(3, found)
    told(view, more, others)
    assert (parameters(view), view.training.number) == (more, 10)
    by_itself = live.training(DATA, hidden=[4], lr=0.2, size=12)
    by_itself.step(10)
    assert parameters(by_itself) == pytest.approx(more, rel=1e-12)
    assert [point[1] for point in by_itself.session.curve] == pytest.approx(losses + others, rel=1e-12)


OTHERS = {
    "an earlier turn": {"turn": 0},
    "a turn to come": {"turn": 2},
    "not from where the kernel is": {"from": 3},
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_steps_are_passed_over_whole(view, name):
    before, text, drawn = parameters(view), view.text(), view.redraws
    told(view, *plain(4), **OTHERS[name])
    assert (parameters(view), view.text(), view.training.number, view.session.curve) == (before, text, 0, [])
    assert view.redraws == drawn


def test_steps_of_a_second_page_are_passed_over_unless_they_go_on_from_the_first(view):
    found, losses = plain(4)
    told(view, found, losses, page="a")
    told(view, *plain(2), page="b", **{"from": 0})
    assert (parameters(view), view.training.number, view.chart.laid["player"]) == (found, 4, "a")
    more, others = plain(3, found)
    told(view, more, others, page="b")
    assert (parameters(view), view.training.number, view.chart.laid["player"]) == (more, 7, "b")


@pytest.mark.parametrize("by", ["one", "again", "nudge", "added"])
def test_what_is_told_beside_is_adopted_once(view, by):
    found, losses = plain(4)
    message = {"played": {"page": "a", "turn": 1, "from": 0, "losses": losses}}
    for _ in range(2):
        getattr(view, by)._handle_custom_msg(message, [memoryview(np.array(found).tobytes())])
    view.chart._handle_custom_msg(message, [memoryview(np.array(found).tobytes())])
    assert (parameters(view), view.training.number, len(view.session.curve)) == (found, 4, 4)


ACTS = {
    "step": lambda view: view.step(),
    "reset": lambda view: view.reset(),
    "hidden": lambda view: setattr(view.hidden, "value", 5),
    "a weight is dragged": lambda view: setattr(view.added, "value", 0.5),
    "data": lambda view: setattr(view.choices.data, "value", "circles"),
    "activation": lambda view: setattr(view.choices.activation, "value", "tanh"),
    "loss": lambda view: setattr(view.choices.loss, "value", view.choices.loss.options[1][1]),
    "by hand": lambda view: (setattr(view.model.parameters()[0], "data", 1.0), view.refresh()),
}


@pytest.mark.parametrize("name", ACTS)
def test_whatever_else_changes_the_training_begins_a_turn(view, name):
    found, losses = plain(4)
    told(view, found, losses)
    late = {"turn": view.chart.laid["turn"], "from": view.chart.laid["number"]}
    ACTS[name](view)
    assert view.chart.laid["turn"] > late["turn"]
    assert view.chart.laid["player"] is None
    before, number = parameters(view), view.training.number
    told(view, found, losses, **late)
    assert (parameters(view), view.training.number) == (before, number)


@pytest.mark.parametrize("act", ["rate", "alpha", "which"])
def test_a_setting_begins_no_turn_and_is_laid_down(view, act):
    found, losses = plain(4)
    told(view, found, losses)
    getattr(view, act).value = {"rate": 0.7, "alpha": 0.01, "which": 3}[act]
    laid = view.chart.laid
    assert (laid["turn"], laid["player"]) == (1, "a")
    assert (laid["lr"], laid["alpha"], laid["which"])[["rate", "alpha", "which"].index(act)] == getattr(view, act).value
    assert laid["base"] == found[laid["which"]]


def test_play_pause_step_reset_in_one_go_ends_at_the_start(view):
    start = view.text()
    view.play.value = True
    view.play.value = False
    told(view, *plain(9))
    view.one.click()
    assert view.training.number == 10
    view.again.click()
    assert (view.text(), view.training.number, view.session.curve) == (start, 0, [])


def test_a_held_weight_counts_from_what_the_page_has_made_of_it(view):
    view.added.value = 0.5
    found, losses = plain(3, parameters(view))
    told(view, found, losses)
    assert view.added.value == 0.0
    view.added.value = 0.25
    assert parameters(view) == [found[0] + 0.25, *found[1:]]


def test_the_curve_is_thinned_as_the_kernels_own():
    view, other = (live.training(DATA, hidden=[2], lr=0.1, size=4) for _ in range(2))
    other.step(450)
    losses = [float(n) for n in range(450)]
    told(view, parameters(other), losses)
    assert [point[0] for point in view.session.curve] == [point[0] for point in other.session.curve]
    assert view.chart.laid["every"] == other.chart.laid["every"] == 2


PLAYS = {
    "SGD": ({}, True, True),
    "batch": ({"batch": 5}, True, False),
    "momentum": ({"optimizer": "momentum"}, True, False),
    "Adam": ({"optimizer": "Adam", "lr": 0.01}, True, False),
    "own": ({"optimizer": type("Own", (optim.SGD,), {})}, True, False),
    "test set": ({"test": datasets.moons(10, seed=2)}, False, True),
    "units": ({"controls": ["units"]}, False, True),
    "gradients": ({"controls": ["gradients"]}, False, True),
}


@pytest.mark.parametrize("name", PLAYS)
def test_what_the_page_can_compute(name):
    how, drawn, plays = PLAYS[name]
    view = live.training(DATA, hidden=[3], size=8, **how)
    assert (bool(view.chart.program), bool(view.chart.machine)) == (drawn, drawn)
    assert view.chart.laid["plays"] == plays


def test_without_points_there_is_nothing_to_compute(view):
    view.choices.data.value = "own points"
    view.choices.clear.click()
    assert (view.chart.program, view.chart.machine, view.chart.laid["plays"]) == ({}, b"", False)
    told(view, [0.0] * 17, [1.0])
    assert view.training is None


def test_a_program_is_sent_once_for_each_network(view):
    sent = []
    view.chart.observe(sent.append, "program")
    view.step(3)
    view.added.value = 0.5
    told(view, *plain(2))
    view.reset()
    assert sent == []
    view.hidden.value = 5
    assert len(sent) == 1


# The page's part, run by node on what the kernel has sent


def in_node(script, given):
    """What this script, after the page's parts, writes of what it is `given`; bytes are told as lists."""
    names = ("machine.js", "playing/tape.js", "playing/picture.js", "playing/owner.js")
    parts = [(STATIC / name).read_text(encoding="utf-8") for name in names]
    text = json.dumps(given, default=lambda some: {"bytes": list(some)})
    whole = f"""{"".join(parts)}
    const read = (_, x) => (x?.bytes ? new DataView(Uint8Array.from(x.bytes).buffer) : x);
    const given = JSON.parse({json.dumps(text)}, read);
    (async () => console.log(JSON.stringify(await ({script})(given))))();"""
    found = subprocess.run([node(), "-"], input=whole, capture_output=True, text=True, check=True)
    return json.loads(found.stdout)


TRAIN = """async ({ machine, program, laid, steps }) => {
    const network = await trained(machine, program), own = ownFrom(laid, [{ x: [], y: [] }]);
    for (let n = 0; n < steps; n++) {
        keep(own, network.measure(own.parameters, laid.alpha).data);
        own.parameters = network.step(own.parameters, laid.lr);
        own.number++;
    }
    const shades = network.shades(own.parameters), found = new Int16Array(shades.buffer);
    const { parameters, ...rest } = own;
    return [[...parameters], rest, network.measure(parameters, laid.alpha), [...found]];
}"""
needs_node = pytest.mark.skipif(not node(), reason="there is no node here to run the page's part")
NETWORKS = {
    "relu": {},
    "penalty": {"alpha": 0.03},
    "tanh": {"activation": "tanh"},
    "squared error": {"loss": "squared error"},
    "many samples": {"data": datasets.circles(300, seed=2)},
    "large field": {"size": 60},
}


@needs_node
@pytest.mark.parametrize("name", NETWORKS)
def test_the_page_trains_to_the_same_digits(name):
    how = {"data": DATA, "hidden": [5, 4], "lr": 0.2, "size": 12, **NETWORKS[name]}
    view, count = live.training(**how), 410
    chart = view.chart
    given = {"machine": chart.machine, "program": chart.program, "laid": chart.laid, "steps": count}
    found, own, measured, shades = in_node(TRAIN, given)
    model = nn.MLP(2, [5, 4, 1], activation=how.get("activation", "relu"), seed=1)
    optimizer = optim.SGD(model.parameters(), lr=0.2)
    training = steps.Training(
        model, how["data"], optimizer, view.session.loss, alpha=how.get("alpha", 0.0), machine="tape"
    )
    losses = [next(training).data_loss for _ in range(count)]
    assert found == parameters_of(model)
    assert own["since"] == pytest.approx(losses, rel=1e-12)
    assert (own["x"], own["every"]) == (list(range(0, count, 2)), 2)
    assert own["y"] == pytest.approx(losses[::2], rel=1e-12)
    expected = training.measure()
    assert (measured["loss"], measured["data"]) == pytest.approx((expected.loss, expected.data_loss), rel=1e-12)
    assert measured["accuracy"] == expected.accuracy
    told(view, found, own["since"])
    assert parameters(view) == found
    here = np.frombuffer(chart.panels[0]["marks"][0]["scores"], dtype="<i2")
    assert np.abs(here - np.array(shades)).max() <= 1
    assert len({*shades}) > 20


@needs_node
def test_numbers_axes_and_sentences_are_written_as_the_kernel_writes_them():
    pick = random.Random(1)
    numbers = [0.0, -0.0, 5e-5, 1e5, 99999.99995, 0.5, 1e-9, 123456.7, *[10.0**n for n in range(-9, 9)]]
    numbers += [pick.choice((1, -1)) * 10 ** pick.uniform(-9, 9) for _ in range(500)]
    numbers += [(pick.randrange(2**14) + 0.5) / 2 ** pick.randrange(16) for _ in range(500)]
    assert in_node("all => all.map(digits)", numbers) == [digits(x) for x in numbers]
    assert in_node("() => [NaN, Infinity, -Infinity].map(digits)", 0) == ["nan", "inf", "-inf"]
    sizes = [abs(x) for x in numbers if 1e-8 < abs(x) < 1e8]
    tops = [ceiling([x], usual=1.0) for x in sizes]
    assert in_node("all => all.map((x) => ceiling([x], 1e-9, 1))", sizes) == tops
    axes = [[[place, text] for place, text in ticks(Axis("", 0.0, top))] for top in tops]
    assert in_node("all => all.map((top) => axisTo({}, top).ticks)", tops) == axes


@needs_node
def test_a_picture_of_the_page_is_the_kernels():
    view = live.training(DATA, hidden=[4], lr=0.2, size=12)
    before = {"panels": view.chart.panels, "numbers": view.chart.numbers}
    view.step(15)
    now, chart = view.session.now, view.chart
    x, y, _ = zip(*view.session.curve, strict=True)
    state = {"number": 15, "loss": now.loss, "data": now.data_loss, "accuracy": now.accuracy, "x": x, "y": y}
    state |= {"parameters": parameters(view), "scores": 0}
    script = "({ before, words, state }) => pictured(before, words, state, 0)"
    found = in_node(script, {"before": before, "words": chart.program["words"], "state": state})
    for panel, own in zip(found["panels"], json.loads(json.dumps(chart.panels, default=lambda _: 0)), strict=True):
        assert panel == own
    assert found["numbers"] == chart.numbers


def test_a_lost_training_that_stands_still_begins_no_turn():
    view = live.training(DATA, hidden=[4], lr=1e6, size=12, loss="squared error")
    for _ in range(40):
        view.step()
    turn = view.chart.laid["turn"]
    assert not math.isfinite(view.session.now.loss)
    view.refresh()
    assert view.chart.laid["turn"] == turn  # what is no number is the same as before, too
