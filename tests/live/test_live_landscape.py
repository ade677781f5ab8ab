"""live.landscape without a browser, against NumPy and formulas by hand."""

import math

import numpy as np
import pytest

from micrograd_lab import datasets, live, losses, nn, optim
from micrograd_lab.experiments.race import Race, Racer
from micrograd_lab.experiments.surface import FunctionSurface, LossSlice


def by_hand(start, lr, momentum=0.0, steps=100):
    """Every place of SGD on the valley (x**2 + 25 y**2) / 2, whose gradient is (x, 25 y)."""
    places, velocity = [np.array(start, dtype=float)], 0.0
    for _ in range(steps):
        velocity = momentum * velocity + places[-1] * [1, 25]
        places.append(places[-1] - lr * velocity)
    return np.array(places)


def valley(places):
    return 0.5 * (places[..., 0] ** 2 + 25 * places[..., 1] ** 2)


@pytest.mark.parametrize(
    ("lr", "name", "loss"), [(0.079, "SGD", 7.9e-2), (0.081, "SGD", 1.7e3), (0.081, "momentum", 1.1e-3)]
)
def test_the_known_losses_are_those_after_100_steps_from_10_1(lr, name, loss):
    view = live.landscape(lr=lr, steps=100)
    assert (view.x.value, view.y.value) == (10.0, 1.0)
    assert float(f"{view.racers[name].loss:.2g}") == loss
    # d/dy is 25 y, so each step of SGD multiplies y by 1 - 25 lr: beyond 2/25 that is below -1.
    if name == "SGD":
        assert view.racers[name].places[-1] == pytest.approx((10 * (1 - lr) ** 100, (1 - 25 * lr) ** 100))


def test_a_race_is_run_without_a_screen_and_ends():
    race = Race(FunctionSurface(lambda x, y: 0.5 * (x**2 + 25 * y**2)), (10.0, 1.0), 0.1, 0.9, ["SGD", "momentum"], 3)
    assert race.racers["SGD"].places == [pytest.approx((10 * 0.9**n, (-1.5) ** n)) for n in range(4)]
    assert race.outside((-12, 12, -3, 3)) == ["SGD"]
    assert race.outside((-12, 12, -4, 4)) == []
    race.step(1000)
    assert (race.number, race.ended, len(race.racers["momentum"].losses)) == (300, True, 301)


@pytest.mark.parametrize("edge", [2 / 25])
def test_sgd_converges_below_the_edge_and_not_above(edge):
    for factor, closer in ((0.99, True), (1.01, False)):
        y = [abs(place[1]) for place in live.landscape(lr=factor * edge, steps=50).racers["SGD"].places]
        assert (y[-1] < y[0]) == closer
        assert y == sorted(y, reverse=closer)


@pytest.mark.parametrize("start", [(10.0, 1.0), (-3.0, 2.5)])
def test_paths_are_those_by_hand(start):
    view = live.landscape(start=start, lr=0.03, momentum=0.8, steps=60)
    for name, momentum in (("SGD", 0.0), ("momentum", 0.8)):
        places = by_hand(start, 0.03, momentum, 60)
        np.testing.assert_allclose(view.racers[name].places, places, rtol=1e-9, atol=1e-12)
        np.testing.assert_allclose(view.racers[name].losses, valley(places), rtol=1e-9, atol=1e-12)
    # Adam's first step is lr in each direction, whatever the gradient.
    before, after = view.racers["Adam"].places[:2]
    assert np.subtract(before, after) == pytest.approx(0.03 * np.sign(start), rel=1e-6)


def test_the_field_has_its_level_lines_along_ellipses():
    view = live.landscape(size=41)
    across, down = np.meshgrid(np.linspace(-12, 12, 41), np.linspace(3, -3, 41))
    losses, scores = valley(np.stack([across, down], axis=-1)), view.field.scores
    order = np.argsort(losses.ravel(), kind="stable")
    assert (np.diff(scores.ravel()[order]) >= -1e-9).all()
    assert scores[20, 20] == scores.min() == 0
    assert len(view.field.levels) == 9


def test_a_drag_runs_the_race_again_as_far_as_it_had_come():
    view = live.landscape(lr=0.02)
    view.one.click()
    view.step(29)
    view.rate.value = 0.05
    np.testing.assert_allclose(view.racers["SGD"].places, by_hand((10, 1), 0.05, 0, 30), rtol=1e-9)
    view.x.value = -4.0
    view.beta.value = 0.5
    np.testing.assert_allclose(view.racers["momentum"].places, by_hand((-4, 1), 0.05, 0.5, 30), rtol=1e-9, atol=1e-12)
    assert view.number == 30
    view.runs["Adam"].value = False
    assert list(view.racers) == ["SGD", "momentum"]


def test_a_press_on_the_field_sets_the_start():
    view = live.landscape(steps=5)
    before = view.redraws
    view.pointed({"phase": "press", "panel": 0, "x": -6.004, "y": 2.0, "key": ""})
    assert (view.x.value, view.y.value, view.up.value) == pytest.approx((-6.0, 2.0, 2.0))
    assert view.racers["Adam"].places[0] == (-6.0, 2.0)
    assert view.redraws == before + 1
    view.pointed({"phase": "move", "panel": 0, "x": 99.0, "y": -99.0, "key": "start"})
    assert (view.x.value, view.y.value) == (12.0, -3.0)
    view.pointed({"phase": "press", "panel": 1, "x": 3.0, "y": 1.0, "key": ""})
    assert (view.x.value, view.y.value) == (12.0, -3.0)


def test_leaving_the_picture_is_told_and_reset_goes_back():
    view = live.landscape(lr=0.1, race=("SGD",))
    view.step(2)
    assert view.outside == []
    view.step(2)  # y is (-1.5)**4 = 5.06
    assert view.outside == ["SGD"]
    said = "SGD is outside the picture after 4 steps: its loss is 342. Lower the learning rate, or reset."
    assert view.sentence == said
    assert said in view.message.value
    assert said in view.text()
    view.again.click()
    assert view.number == 0
    assert view.message.value == ""
    assert view.racers["SGD"].places == [(10.0, 1.0)]


def test_what_becomes_infinite_is_lost_and_stops():
    view = live.landscape(lr=0.2, race=("SGD",))
    view.play.value = True
    assert view.chart.playing
    view.step(300)
    racer = view.racers["SGD"]
    assert racer.lost
    assert len(racer.losses) < 300
    assert not math.isfinite(racer.loss)
    assert not view.play.value
    assert not view.chart.playing
    assert "SGD is lost after 255 steps" in view.sentence
    for panel in view.panels():
        assert all(math.isfinite(end) for axis in (panel.x, panel.y) for end in (axis.low, axis.high))
        for mark in panel.marks[1:]:
            assert np.abs(mark.x).max() < 1e3
    assert view.still()
    view.reset()
    view.rate.value = 0.05
    view.step(100)
    assert view.sentence == ""


def test_playing_takes_a_step_a_frame_and_ends():
    view = live.landscape(steps=298)
    view.play.value = True
    for _ in range(5):
        view.chart._handle_custom_msg({"next": view.chart.frame}, [])
    assert view.number == 300
    assert not view.play.value
    assert "The race ends after 300 steps" in view.sentence


def test_a_loss_of_exactly_0_has_a_line_on_the_log_axis():
    view = live.landscape(lambda x, y: x * x + y * y, lr=0.5, race=("SGD",), steps=1)
    assert view.racers["SGD"].losses[1] == 0.0
    axis = view.panels()[1].y
    assert axis.zero
    assert view.chart.panels[1]["y"]["ticks"][0][1] == "0"


def test_a_loss_below_0_has_a_plain_axis():
    view = live.landscape(lambda x, y: x.tanh() + y * y, start=(-1, 0.5), steps=10)
    assert not view.panels()[1].y.log
    assert view.panels()[1].y.low < view.racers["SGD"].loss < 0


# A model's loss on data


@pytest.fixture
def model():
    return nn.MLP(2, [4, 1], activation="tanh", seed=3)


DATA = datasets.moons(30, seed=1)


def loss_by_engine(model, parameters, loss=losses.hinge):
    for p, x in zip(model.parameters(), parameters, strict=True):
        p.data = x
    model.zero_grad()
    total = loss([model(x) for x in DATA.X.tolist()], DATA.y.tolist())
    total.backward()
    return total.data, np.array([p.grad for p in model.parameters()])


@pytest.mark.parametrize("loss", [losses.hinge, losses.mean_squared_error])
@pytest.mark.parametrize("hidden", [[4, 1], [8, 8, 1]])
def test_the_field_of_two_parameters_is_the_engines(loss, hidden):
    model = nn.MLP(2, hidden, activation="tanh", seed=3)
    start = [p.data for p in model.parameters()]
    places = np.array([[0.0, 0.0], [1.5, -2.0], [-3.0, 0.25]])
    field = LossSlice(model, DATA, loss, (2, 6), 0).losses(places)
    for place, found in zip(places, field, strict=True):
        start[2], start[6] = place
        assert found == pytest.approx(loss_by_engine(model, start, loss)[0], rel=1e-9)


@pytest.mark.parametrize("hidden", [[4, 1], [16, 16, 1]])
def test_the_field_along_random_directions_is_the_engines(hidden):
    model = nn.MLP(2, hidden, activation="tanh", seed=3)
    start = np.array([p.data for p in model.parameters()])
    surface = LossSlice(model, DATA, losses.hinge, None, 7)
    np.testing.assert_allclose(surface.directions @ surface.directions.T, np.eye(2), atol=1e-12)
    places = np.array([[0.0, 0.0], [1.5, -2.0], [-3.0, 0.25]])
    for place, found in zip(places, surface.losses(places), strict=True):
        assert found == pytest.approx(loss_by_engine(model, start + place @ surface.directions)[0], rel=1e-9)


def test_another_seed_gives_other_directions(model):
    one, again, other = (LossSlice(model, DATA, losses.hinge, None, seed).directions for seed in (1, 1, 2))
    assert (one == again).all()
    assert (one != other).any()


def test_a_path_is_the_engines_projected_on_the_directions(model):
    start = np.array([p.data for p in model.parameters()])
    view = live.landscape(model=model, data=DATA, lr=0.3, race=("momentum",), steps=20, size=8)
    directions = view.surface.directions
    mine = nn.MLP(2, [4, 1], activation="tanh", seed=3)
    descent = optim.SGD(mine.parameters(), lr=0.3, momentum=0.9)
    places = []
    for _ in range(21):
        now = np.array([p.data for p in mine.parameters()])
        loss_by_engine(mine, now)
        places.append(directions @ (now - start))
        descent.step()
    np.testing.assert_allclose(view.racers["momentum"].places, places, rtol=1e-9, atol=1e-12)
    apart = now - start
    off = math.sqrt(apart @ apart - places[-1] @ places[-1])
    assert dict(view.chart.numbers)["momentum off plane"] == f"{off:.4f}"
    assert [p.data for p in model.parameters()] == start.tolist()


def test_along_two_parameters_only_these_are_trained(model):
    start = [p.data for p in model.parameters()]
    view = live.landscape(model=model, data=DATA, along=(0, 4), lr=0.3, race=("SGD",), steps=10, size=8)
    assert (view.x.value, view.y.value) == pytest.approx((start[0], start[4]))
    for _ in range(10):
        gradients = loss_by_engine(model, start)[1]
        for n in (0, 4):
            start[n] -= 0.3 * gradients[n]
    assert view.racers["SGD"].places[-1] == pytest.approx((start[0], start[4]), rel=1e-9)
    assert view.racers["SGD"].loss == pytest.approx(loss_by_engine(model, start)[0])
    assert view.panels()[0].x.label == "parameter 0"
    assert "SGD off plane" not in dict(view.chart.numbers)


def test_the_start_on_a_cut_is_moved_along_the_directions(model):
    start = np.array([p.data for p in model.parameters()])
    surface = LossSlice(model, DATA, losses.hinge, None, 0)
    racer = Racer("SGD", surface, (1.0, -2.0), 0.1, 0.0)
    assert racer.places[0] == pytest.approx((1.0, -2.0))
    assert racer.loss == pytest.approx(loss_by_engine(model, start + [1.0, -2.0] @ surface.directions)[0])
    assert surface.off(racer.flat.data) == pytest.approx(0, abs=1e-12)


def test_a_place_where_the_engine_has_no_loss_loses_the_racer():
    surface = FunctionSurface(lambda x, y: x.log() + y * y)
    racer = Racer("SGD", surface, (0.5, 0.0), 1.0, 0.0)
    racer.step()  # 0.5 - 1 / 0.5
    assert racer.lost
    racer.step()
    assert len(racer.losses) == 2


@pytest.mark.parametrize(
    "arguments",
    [{}, {"start": (-3, 2), "lr": 0.08, "momentum": 0.5, "race": ("Adam",), "steps": 12}, {"span": (-11, 11, -2, 2)}],
)
def test_code_makes_what_is_on_screen(arguments):
    view = live.landscape(**arguments)
    view.step(3)
    view.y.value = -1.5
    again = eval(view.code(), {"live": live})
    assert again.text() == view.text()
    assert (again.field.scores == view.field.scores).all()


@pytest.mark.parametrize("arguments", [{"along": (0, 1)}, {"seed": 3, "loss": losses.mean_squared_error}])
def test_code_of_a_models_landscape_names_model_and_data(model, arguments):
    view = live.landscape(model=model, data=DATA, size=8, lr=0.4, **arguments)
    view.step(3)
    again = eval(view.code(), {"live": live, "model": model, "data": DATA, "losses": losses})
    assert again.text() == view.text()


def test_code_of_a_function_names_it_f():
    def f(x, y):
        return (x - 1) ** 2 + y**4

    view = live.landscape(f, steps=4)
    assert eval(view.code(), {"live": live, "f": f}).text() == view.text()


def test_a_lock_holds_every_control():
    view = live.landscape()
    view.lock()
    assert all(control.disabled for control in view.controls)
    assert view.chart.locked
    assert set(view.runs.values()) | {view.play, view.one, view.again} <= set(view.controls)


@pytest.mark.parametrize(
    ("arguments", "kind", "said"),
    [
        ({"f": 3.0}, TypeError, "a function f"),
        ({"span": (1, 0, 0, 1)}, ValueError, "left, right, bottom, top"),
        ({"start": (99, 0)}, ValueError, "the start lies in the picture"),
        ({"race": ("RMSprop",)}, ValueError, "race names some of SGD, momentum, Adam; got 'RMSprop'"),
        ({"steps": 301}, ValueError, "0 to 300 steps; got 301"),
        ({"lr": 0.0}, ValueError, "lr is above 0"),
        ({"momentum": 1.0}, ValueError, "momentum from 0 to 0.99"),
        ({"model": nn.MLP(2, [1])}, ValueError, "a model without data"),
        ({"f": max, "model": nn.MLP(2, [1]), "data": DATA}, ValueError, "f and a model"),
        ({"model": nn.MLP(2, [1]), "data": DATA, "along": (0, 3)}, ValueError, "0 to 2; got"),
        ({"model": nn.MLP(2, [1]), "data": DATA, "along": (1, 1)}, ValueError, "two different"),
    ],
)
def test_what_cannot_be_shown_is_told_what_to_try(arguments, kind, said):
    with pytest.raises(kind, match=said):
        live.landscape(**arguments)
