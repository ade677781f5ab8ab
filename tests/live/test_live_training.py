"""live.training without a browser: what it shows beside the field, against NumPy and the engine by hand."""

import math
import warnings

import numpy as np
import pytest

from micrograd_lab import Value, datasets, live, losses, nn, optim, steps
from micrograd_lab.experiments.units import TILE
from micrograd_lab.live.views.training.panels import ceiling

DATA = datasets.moons(40, noise=0.2, seed=3)
TEST = datasets.moons(60, noise=0.2, seed=4)


def engine_gradients(model, data, alpha=0.0):
    """One number per parameter, from the engine's own backward()."""
    loss = losses.hinge([model(x) for x in data.X], data.y) + losses.l2(model.parameters(), alpha)
    model.zero_grad()
    loss.backward()
    return np.array([p.grad for p in model.parameters()])


def answers_by_hand(model, X, activation):
    """Each hidden layer's answers by NumPy, an array of shape (units, n) a layer."""
    rule = {"relu": lambda a: np.maximum(a, 0), "tanh": np.tanh, "sigmoid": lambda a: 1 / (1 + np.exp(-a))}[activation]
    found, x = [], X.T
    for layer in model.layers[:-1]:
        w = np.array([[p.data for p in n.w] for n in layer.neurons])
        x = rule(w @ x + np.array([[n.b.data] for n in layer.neurons]))
        found.append(x)
    return found


def marks(view, title, name):
    panel = next(panel for panel in view.panels() if panel.title.startswith(title))
    return next(mark for mark in panel.marks if mark.name == name)


def press(view, key, up=0.0, phase="press"):
    view._asked(view.chart, {"phase": phase, "panel": 0, "x": 0.0, "y": up, "x0": 0.0, "y0": 0.0, "key": str(key)}, [])


def rows(view):
    return {name.strip(): text for name, text in view.numbers().items()}


def test_the_simple_view_has_a_field_a_curve_and_few_controls():
    view = live.training(DATA)
    assert [panel.title for panel in view.panels()] == ["decision field", "loss"]
    assert len(view.controls) == 12
    assert list(rows(view)) == [
        "step",
        "loss",
        "on the data",
        "accuracy",
        "learning rate",
        "L2 alpha",
        "parameters",
        "weight no. 0",
    ]


@pytest.mark.parametrize("alpha", [0.0, 0.01])
def test_gradient_sizes_are_those_of_the_engine(alpha):
    view = live.training(DATA, hidden=[5, 4], alpha=alpha, controls=["gradients"])
    view.step(3)
    grads = engine_gradients(view.model, DATA, alpha)
    parts = np.split(grads, [15, 15 + 24])
    assert view.session.sizes_of_gradients == pytest.approx([np.sqrt((part**2).sum()) for part in parts])
    assert marks(view, "size", "").y == pytest.approx([np.sqrt((part**2).sum()) for part in parts])


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid"])
def test_fields_of_the_units_are_their_answers_by_numpy(activation):
    view = live.training(DATA, hidden=[3, 2], activation=activation, controls=["units"])
    view.step(2)
    tiles = marks(view, "network", "units").scores
    assert tiles.shape == (2 + 3 + 2 + 1, TILE, TILE)
    expected = np.concatenate(answers_by_hand(view.model, view.session.small, activation))
    assert tiles[2:7].reshape(5, -1) == pytest.approx(expected)
    assert tiles[:2].reshape(2, -1) == pytest.approx(view.session.small.T)
    corner = view.model([Value(x) for x in view.session.small[0]])
    assert tiles[7, 0, 0] == pytest.approx(corner.data)


def test_edges_are_the_weights_each_under_its_number():
    view = live.training(DATA, hidden=[3, 2], controls=["units"])
    edges, parameters = marks(view, "network", "weights"), view.model.parameters()
    assert len(edges.weights) == 2 * 3 + 3 * 2 + 2
    assert all(parameters[int(key)].data == w for key, w in zip(edges.keys, edges.weights, strict=True))
    first = view.model.layers[1].neurons[1].w[2]
    place = [parameters[int(key)] is first for key in edges.keys].index(True)
    start, end = edges.pairs[place]
    tiles = marks(view, "network", "units")
    # From the third unit of the first hidden layer to the second of the next: tiles 4 and 6, after two inputs.
    assert (edges.y[start], edges.y[end]) == (tiles.y[4], tiles.y[6])
    assert tiles.x[4] < edges.x[start] < edges.x[end] < tiles.x[6]
    biases = [parameters[int(key)] for key in tiles.keys[2:]]
    assert biases == [neuron.b for layer in view.model.layers for neuron in layer.neurons]


def test_dead_units_answer_0_on_every_point_and_are_marked():
    view = live.training(DATA, hidden=[6, 5], controls=["units"])
    view.model.layers[0].neurons[2].b.data = -100.0
    view.refresh()
    hidden = np.concatenate(answers_by_hand(view.model, DATA.X, "relu"))
    expected = tuple((hidden == 0).all(axis=1).tolist())
    assert expected[2]
    assert view.session.dead == expected
    assert rows(view)["dead units"] == f"{sum(expected)} of 11"
    assert len(marks(view, "network", "dead").x) == sum(expected)
    assert not any(view.session.saturated)


@pytest.mark.parametrize("activation", ["tanh", "sigmoid"])
def test_saturated_units_stand_at_their_limits_on_most_points(activation):
    view = live.training(DATA, hidden=[6], activation=activation, controls=["units"])
    for weight in view.model.layers[0].neurons[1].w:
        weight.data *= 50.0
    view.refresh()
    [hidden] = answers_by_hand(view.model, DATA.X, activation)
    limits = hidden if activation == "tanh" else 2 * hidden - 1
    expected = tuple(((abs(limits) > 0.97).mean(axis=1) > 0.5).tolist())
    assert expected[1]
    assert view.session.saturated == expected
    assert not any(view.session.dead)
    assert len(marks(view, "network", "saturated").x) == sum(expected)


def test_a_test_set_is_measured_and_gets_a_curve():
    view = live.training(DATA, hidden=[8], test=TEST)
    view.step(5)
    before = nn.MLP(2, [8, 1], seed=1)
    training = steps.Training(before, DATA, optim.SGD(before.parameters(), lr=1.0))
    expected = []
    for _ in range(5):
        next(training)
        expected.append(losses.hinge([before(x) for x in TEST.X], TEST.y).data)
    assert marks(view, "loss", "on the test set").y == pytest.approx(expected)
    accuracy = losses.accuracy([before(x) for x in TEST.X], TEST.y)
    assert rows(view)["test accuracy"] == f"{accuracy:.1%}"
    assert rows(view)["test loss"] == f"{expected[-1]:.4f}"


def test_a_made_data_set_comes_with_a_test_set_of_its_kind():
    view = live.training(DATA, hidden=[4], controls="all")
    view.choices.spread.value = 0.3
    assert view.data is view.session.given[0]
    assert "are given" in view.message.value
    for name, make in (("circles", datasets.circles), ("XOR", datasets.xor), ("spirals", datasets.spirals)):
        view.choices.data.value = name
        assert (view.data.X == make(40, noise=0.3, seed=1).X).all()
        assert (view.session.test.y == make(40, noise=0.3, seed=1001).y).all()
        assert view.session.tested.accuracy == losses.accuracy(
            [view.model(x) for x in view.session.test.X], view.session.test.y
        )
    view.step(2)
    view.choices.spread.value = 0.0
    assert view.training.number == 0
    assert (view.data.X == datasets.spirals(40, noise=0.0, seed=1).X).all()
    view.choices.data.value = "as given"
    assert view.data is view.session.given[0]


def test_a_click_adds_a_point_of_the_chosen_label_and_training_goes_on():
    view = live.training(DATA, hidden=[4], controls="all")
    view.step(3)
    press(view, "")  # not yet: the data are given
    view.choices.data.value = "own points"
    assert len(view.data.X) == 40
    model, limits = view.model, view.session.limits
    view.choices.label.value = -1.0
    view._asked(view.chart, {"phase": "press", "x": 0.25, "y": -0.5, "x0": 0.25, "y0": -0.5, "key": "", "panel": 1}, [])
    view._asked(view.chart, {"phase": "move", "x": 0.5, "y": 0.5, "x0": 0.25, "y0": -0.5, "key": "", "panel": 1}, [])
    assert (view.data.X[40:].tolist(), view.data.y[40:].tolist()) == ([[0.25, -0.5]], [-1.0])
    view.choices.place.value = "1, 0.5"
    assert view.data.X[41].tolist() == [1.0, 0.5]
    view.choices.place.value = "here"
    assert "got 'here'" in view.message.value.replace("&#x27;", "'")
    assert (view.model is model, view.session.limits == limits, view.training.number) == (True, True, 3)
    assert len(marks(view, "decision", "-1").x) == 22


def test_without_points_it_says_so_and_clicks_begin_anew():
    view = live.training(DATA, hidden=[4], controls="all")
    view.choices.data.value = "own points"
    view.choices.clear.click()
    view.play.value = True
    view.one.click()
    assert "nothing to learn yet" in view.message.value
    assert view.play.value is False
    assert math.isnan(view.accuracy)
    assert rows(view)["loss"] == "not yet"
    assert view.still()["image/png"]
    view._asked(view.chart, {"phase": "press", "x": 0.0, "y": 0.0, "x0": 0.0, "y0": 0.0, "key": "", "panel": 1}, [])
    view.one.click()
    assert (len(view.data.X), view.training.number, view.message.value) == (1, 1, "")


def test_a_batch_of_all_stays_one_of_all():
    view = live.training(DATA, hidden=[4], controls="all")
    view.choices.data.value = "own points"
    view.choices.clear.click()
    view.choices.place.value = "0, 0"
    assert (view.choices.batch.max, view.training.batch) == (1, None)
    view.choices.data.value = "circles"
    assert (view.choices.some.value, view.choices.batch.value, view.training.batch) == (40, 40, None)
    view.choices.some.value = 10
    view.choices.data.value = "XOR"
    assert (view.choices.some.value, view.training.batch) == (10, 10)


def test_dragging_an_edge_moves_its_weight_as_the_sliders_do():
    view = live.training(DATA, hidden=[4], controls="all")
    before = view.model.parameters()[7].data
    press(view, 7)
    assert view.which.value == 7
    press(view, 7, up=40.0, phase="move")
    press(view, 7, up=-20.0, phase="move")
    press(view, 7, up=-20.0, phase="release")
    assert view.added.value == -0.5
    assert view.model.parameters()[7].data == before - 0.5
    by_slider = live.training(DATA, hidden=[4], controls="all")
    by_slider.which.value, by_slider.added.value = 7, -0.5
    assert view.text() == by_slider.text()
    assert (view.session.scores == by_slider.session.scores).all()


def test_a_drag_goes_on_while_it_plays():
    view = live.training(DATA, hidden=[4], lr=1e-4, controls="all")
    press(view, 7)
    press(view, 7, up=40.0, phase="move")
    before = view.model.parameters()[7].data
    view.step()
    press(view, 7, up=80.0, phase="move")
    assert view.model.parameters()[7].data == pytest.approx(before + 1.0, abs=1e-3)


@pytest.mark.parametrize("name", ["SGD", "momentum", "Adam"])
@pytest.mark.parametrize("loss", ["hinge", "squared error"])
def test_optimiser_loss_and_batch_are_those_of_a_training(name, loss):
    view = live.training(DATA, hidden=[4], lr=0.02, controls="all")
    view.choices.optimizer.label, view.choices.loss.label = name, loss
    view.choices.some.value = 15
    view.step(7)
    model = nn.MLP(2, [4, 1], seed=1)
    optimizer = {
        "SGD": optim.SGD(model.parameters(), lr=0.02),
        "momentum": optim.SGD(model.parameters(), lr=0.02, momentum=0.9),
        "Adam": optim.Adam(model.parameters(), lr=0.02),
    }[name]
    rule = {"hinge": losses.hinge, "squared error": losses.mean_squared_error}[loss]
    training = steps.Training(model, DATA, optimizer, rule, batch=15)
    for _ in range(7):
        next(training)
    assert [p.data for p in view.model.parameters()] == [p.data for p in model.parameters()]
    assert (view.session.optimizer, view.session.loss is rule) == (view.choices.optimizer.value, True)


def test_another_optimiser_goes_on_with_the_network_as_it_is():
    view = live.training(DATA, hidden=[4], controls="all")
    view.step(3)
    weights = [p.data for p in view.model.parameters()]
    view.choices.optimizer.label = "Adam"
    assert [p.data for p in view.model.parameters()] == weights
    assert view.training.number == 3
    assert "Try 0.03" in view.message.value


def test_layers_and_activation_make_a_new_network():
    view = live.training(DATA, hidden=[4], controls="all")
    view.choices.layers.value = 3
    view.choices.sizes[1].value = 7
    view.choices.activation.value = "tanh"
    assert repr(view.model) == repr(nn.MLP(2, [4, 7, 4, 1], activation="tanh", seed=1))
    assert [box.layout.display for box in view.choices.sizes] == ["", "", ""]
    view.choices.layers.value = 1
    assert view.session.sizes == [4]
    assert [box.layout.display for box in view.choices.sizes] == ["", "none", "none"]


@pytest.mark.parametrize(
    "made",
    [
        {},
        {"hidden": [3], "lr": 0.3, "alpha": 0.01, "activation": "tanh", "seed": 5, "size": 30},
        {"test": TEST, "steps": 12, "controls": "all"},
        {"loss": "squared error", "optimizer": "Adam", "lr": 0.03, "batch": 10, "steps": 3, "controls": ["units"]},
    ],
)
def test_code_makes_what_is_on_screen(made):
    view = live.training(DATA, **made)
    again = eval(view.code(), {"live": live, "data": DATA, "test": TEST})
    assert again.text() == view.text()
    assert (again.session.scores == view.session.scores).all()
    assert [p.title for p in again.panels()] == [p.title for p in view.panels()]


@pytest.mark.parametrize("name", ["moons", "XOR", "own points"])
def test_code_names_the_chosen_data(name):
    view = live.training(DATA, hidden=[3], controls=["data"])
    view.choices.data.value = name
    again = eval(view.code(), {"live": live, "datasets": datasets})
    assert again.text() == view.text()
    assert (again.data.X == view.data.X).all()


def test_own_losses_and_optimisers_are_offered_under_their_names():
    def mine(scores, labels):
        return losses.mean_squared_error(scores, labels) * 2.0

    view = live.training(DATA, hidden=[3], loss=mine, optimizer=optim.Adam, lr=0.01, controls="all")
    assert (view.choices.loss.label, view.choices.optimizer.label) == ("mine", "Adam")
    assert "loss=mine, optimizer='Adam'" in view.code()
    mine_now = losses.mean_squared_error([view.model(x) for x in DATA.X], DATA.y).data * 2.0
    assert view.session.now.loss == pytest.approx(mine_now)


def test_a_training_that_explodes_is_still_drawn_and_starts_anew():
    view = live.training(DATA, loss="squared error", lr=10.0, test=TEST, controls="all")
    view.play.value = True
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        view.step(400)
        assert view.still()["image/png"]
    assert "Lower the learning rate" in view.message.value
    assert (view.play.value, view.chart.playing) == (False, False)
    assert rows(view)["loss"] == "nan"
    view.rate.value = 0.01
    view.again.click()
    assert view.message.value == ""
    view.step(3)
    assert math.isfinite(view.session.now.loss)


def test_an_exception_while_playing_is_said_and_stops_it():
    def careless(scores, labels):
        if broken:
            raise ZeroDivisionError("by hand")
        return losses.hinge(scores, labels)

    broken = []
    view = live.training(DATA, hidden=[3], loss=careless, controls="all")
    broken.append(True)
    view.training.number = steps.CHECK_EVERY - 1  # where a Training compares again
    view.play.value = True
    view._asked(view.chart, {"next": view.chart.frame}, [])
    assert "ZeroDivisionError: by hand" in view.message.value
    assert (view.play.value, view.chart.playing) == (False, False)
    broken.clear()
    view.one.click()
    assert view.message.value == ""


def test_a_prediction_locks_every_control():
    view = live.training(DATA, hidden=[3], controls="all")
    prediction = live.predict(view, "More?", "yes", options=["yes", "no"])
    shown = [*view.choices.widgets, view.play, view.one, view.again, view.which, view.added]
    assert all(control.disabled for control in shown)
    assert view.chart.locked
    prediction.commit("yes")
    assert not any(control.disabled for control in shown)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"controls": "some"}, 'controls are "all", or a list'),
        ({"controls": ["speed"]}, r"batch, units, gradients; got \['speed'\]"),
        ({"test": datasets.blobs(30, classes=3)}, "labels -1 and"),
        ({"batch": 41}, "from 1 to 40 samples here; got 41"),
        ({"hidden": [2, 2, 2, 2], "controls": "all"}, "1 to 3 hidden layers"),
    ],
)
def test_what_cannot_be_shown_is_told_what_to_try(arguments, said):
    with pytest.raises(ValueError, match=said):
        live.training(DATA, **arguments)


@pytest.mark.parametrize(
    ("numbers", "expected"), [((), 1.0), ((0.61,), 1.0), ((1.0,), 1.0), ((1.01,), 2.0), ((math.nan, 30.0), 50.0)]
)
def test_an_axis_ends_on_a_round_number(numbers, expected):
    assert ceiling(numbers, usual=1.0) == pytest.approx(expected)
