"""live.distributions without a browser, against the engine, NumPy by hand and the curriculum's claims."""

import math

import numpy as np
import pytest

from micrograd_lab import Value, datasets, live, losses, nn
from micrograd_lab.experiments.layers import Layers

DATA = datasets.moons(100, seed=1)


def by_hand(model, kind, X):
    """Activations of the hidden layers and scores, as matrices."""
    squash = {"tanh": np.tanh, "relu": lambda z: np.maximum(z, 0), "sigmoid": lambda z: 1 / (1 + np.exp(-z))}[kind]
    h, hidden = X.T, []
    for layer in model.layers:
        W = np.array([[w.data for w in neuron.w] for neuron in layer.neurons])
        h = W @ h + np.array([[neuron.b.data] for neuron in layer.neurons])
        if layer is not model.layers[-1]:
            hidden.append(h := squash(h))
    return hidden, h[0]


def trained(steps=60, lr=0.5, **settings):
    return live.distributions(lr=lr, trained=[(lr, steps)], **settings)


@pytest.mark.parametrize("kind", ["tanh", "relu", "sigmoid"])
def test_activations_and_loss_are_numpys(kind):
    view = live.distributions(activation=kind, depth=3, scale=1.7, seed=4)
    view.factor.value = 0.6
    hidden, scores = by_hand(view.layers.model, kind, DATA.X)
    for mine, expected in zip(view.layers.activations, hidden, strict=True):
        assert mine == pytest.approx(expected)
    assert view.layers.loss == pytest.approx(np.mean(np.maximum(0, 1 - DATA.y * scores)))
    assert view.layers.accuracy == np.mean((scores > 0) == (DATA.y > 0))
    share = np.array(view.chart.panels[0]["marks"][0]["y"])
    assert share.sum() == pytest.approx(1)


def test_gradient_norms_are_the_engines():
    view = live.distributions(depth=2, width=4, scale=2.0)
    model = view.layers.model
    loss = losses.hinge([model([Value(a) for a in x]) for x in DATA.X.tolist()], DATA.y.tolist())
    model.zero_grad()
    loss.backward()
    engine = [math.hypot(*[p.grad for p in layer.parameters()]) for layer in model.layers]
    assert view.layers.norms == pytest.approx(engine)
    assert view.layers.loss == pytest.approx(loss.data)
    assert view.chart.panels[-1]["marks"][0]["y"] == pytest.approx(engine)


def test_uniform_weights_are_those_of_nn():
    view = live.distributions(seed=7, depth=2, scale=3.0)
    given = nn.MLP(2, [16, 16, 1], activation="tanh", seed=7).parameters()
    assert [p.data for p in view.layers.model.parameters()] == pytest.approx([3 * p.data for p in given])


@pytest.mark.parametrize(("how", "variance"), [("He", 2 / 16), ("Xavier", 2 / 32), ("uniform", 1 / 3)])
def test_starts_have_the_variance_of_their_formula(how, variance):
    model = nn.MLP(2, [16, 16, 16, 16, 1], seed=1)
    layers = Layers(model, DATA)
    layers.start(how, 1.0)
    weights = [w.data for layer in model.layers[1:4] for neuron in layer.neurons for w in neuron.w]
    assert np.var(weights) == pytest.approx(variance, rel=0.1)
    assert all(neuron.b.data == 0 for layer in model.layers for neuron in layer.neurons)


def test_layers_are_trained_without_a_screen_and_stop_where_the_loss_is_no_number():
    layers = Layers(nn.MLP(2, [16, 1], activation="relu", seed=1), DATA)
    assert layers.train(20, 0.5)
    assert layers.train(30, 0.5)
    layers.measure()
    assert (layers.trained, layers.training.number) == ([(0.5, 50)], 50)
    assert layers.loss == pytest.approx(layers.training.measure().loss)
    assert not layers.train(2000, 1e200)
    layers.start("zeros", 1.0)
    layers.measure()
    assert (layers.trained, layers.dead, layers.loss) == ([], [16], 1.0)


@pytest.mark.parametrize("kind", ["tanh", "relu"])
def test_from_zeros_nothing_is_ever_learned(kind):
    view = live.distributions(activation=kind, start="zeros")
    for _ in range(4):
        view.go.click()
    shown = view.numbers()
    assert (shown["loss"], shown["accuracy"]) == ("1.0000", "0.50")
    assert view.layers.norms == [0.0, 0.0, 0.0]
    assert view.layers.distinct == 1


@pytest.mark.parametrize(("kind", "width"), [("tanh", 16), ("relu", 8), ("relu", 16)])
def test_equal_weights_stay_equal_and_learn_what_one_unit_can(kind, width):
    view = trained(200, activation=kind, start="all 0.3", width=width)
    assert view.layers.distinct == 1
    assert 0.8 <= view.layers.accuracy <= 0.9
    assert trained(200, activation=kind, width=width).layers.distinct == width


def test_weights_a_hundred_times_too_small_do_not_learn():
    for seed in range(30):
        view = trained(activation="relu", width=8, scale=0.01, seed=seed)
        assert f"{view.layers.loss:.3f}" == "1.000"
    assert trained(activation="relu", width=8, scale=1.0).layers.loss < 0.3


def test_saturated_units_can_come_with_larger_gradients():
    """Weights in +-3 and not +-1, tanh, medians of 30 starts."""
    views = {scale: [live.distributions(scale=scale, seed=seed) for seed in range(30)] for scale in (1.0, 3.0)}
    share = {scale: np.median([sum(view.saturated) / 32 for view in some]) for scale, some in views.items()}
    norm = {scale: np.median([view.layers.norms[0] for view in some]) for scale, some in views.items()}
    assert share[1.0] < 0.1
    assert 0.45 < share[3.0] < 0.65
    assert norm[3.0] > 1.3 * norm[1.0]


def test_large_steps_kill_relus():
    dead = [sum(trained(activation="relu", width=8, lr=5.0, seed=seed).dead) for seed in range(15)]
    assert np.median(dead) >= 10


def test_dead_and_saturated_are_counted_by_unit():
    view = live.distributions(activation="relu", width=2, depth=1)
    for neuron, bias in zip(view.layers.model.layers[0].neurons, (-100.0, 100.0), strict=True):
        neuron.b.data = bias
    view.refresh()
    assert view.dead == [1]
    assert view.numbers()["dead units"] == "1 of 2"
    view.activation.value = "tanh"
    view.layers.model.layers[0].neurons[0].b.data = 100.0
    view.refresh()
    assert view.saturated == [1]
    assert view.chart.panels[0]["marks"][1]["text"] == "1 of 2 saturated"


def test_a_drag_moves_the_weights_and_forgets_the_training():
    view = trained()
    view.scale.value = 10.0
    assert view.factor.value == 10.0
    assert view.numbers()["steps trained"] == 0
    assert view.layers.norms == pytest.approx(live.distributions(scale=10.0).layers.norms)
    view.depth.value = 4
    assert len(view.chart.panels) == 5


def test_reset_gives_the_starting_weights_back():
    view = live.distributions()
    words = view.text()
    view.go.click()
    assert view.text() != words
    view.again.click()
    assert view.text() == words


def test_code_makes_what_is_on_screen():
    view = live.distributions(width=5)
    view.start.value = "He"
    view.activation.value = "relu"
    view.train(3)
    view.train(4)
    view.rate.value = 0.1
    view.train(5)
    assert "trained=[(0.5, 7), (0.1, 5)]" in view.code()
    assert eval(view.code(), {"live": live}).text() == view.text()
    own = live.distributions(datasets.circles(20), scale=2.0)
    assert eval(own.code(), {"live": live, "data": own.data}).text() == own.text()


def test_an_exploding_training_stops_says_so_and_can_be_reset():
    view = live.distributions(activation="relu", lr=1000.0, depth=4)
    for _ in range(8):
        view.train(50)
    view.layers.model.parameters()[0].data = math.nan
    view.train()
    assert "Lower the learning rate and reset" in view.message.value
    assert view.numbers()["loss"] == "nan"
    assert view.still()["image/png"]
    view.again.click()
    assert "nan" not in view.text()
    assert view.message.value == ""


def test_a_prediction_locks_all_controls():
    view = live.distributions()
    guarded = live.predict(view, "?", "b", options=["a", "b"])
    assert all(control.disabled for control in view.controls)
    assert {view.start, view.activation, view.scale, view.factor, view.deep, view.go, view.again} <= set(view.controls)
    guarded.commit("a")
    assert not any(control.disabled for control in view.controls)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"activation": "exp"}, "tanh, relu, sigmoid; got 'exp'"),
        ({"start": "ones"}, "all 0.3; got 'ones'"),
        ({"scale": 20}, "0.01 to 10; got 20"),
        ({"depth": 5}, "1 to 4; got 5"),
        ({"width": 1}, "2 to 32; got 1"),
        ({"lr": 0}, "greater than 0; got 0"),
        ({"data": datasets.blobs(9, classes=3)}, "labels -1 and [+]1"),
    ],
)
def test_what_cannot_be_shown_is_told_what_to_try(arguments, said):
    with pytest.raises(ValueError, match=said):
        live.distributions(**arguments)
