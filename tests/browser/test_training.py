"""live.training with all of its controls in JupyterLab, against the engine and steps.Training run here."""

import numpy as np
import pytest

from micrograd_lab import datasets, losses, nn, optim, steps
from micrograd_lab.graph import digits

from .page import box, handle, locked, message_of, numbers_of, panel, place, press, spot, told, type_into

pytestmark = pytest.mark.browser

DATA = datasets.moons(200, seed=1)
FULL = 'full = live.training(datasets.moons(200, seed=1), lr=0.1, controls="all")\nfull'
TWICE = "full  # once more"
PREDICTED = """def above(view):
    model = nn.MLP(2, [4, 1], seed=1)
    model.parameters()[16].data += 1.0
    return sum(model(x).data > 0 for x in view.data.X)
asked = live.predict(
    live.training(datasets.xor(60, seed=1), hidden=[4], controls=["units"]),
    "Drag the output's bias up by 1. How many of the 60 points does it then call +1?",
    above, lesson="09", name="bias by hand", tried=lambda view: view.which.value == 16 and view.nudge.value >= 1)
asked"""


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("training", FULL, TWICE, PREDICTED)


@pytest.fixture
def full(lesson):
    lesson.ask("full.choices.data.value = 'as given'; full.which.value = 0; full.reset()")
    lesson.until(lambda: shown(lesson.view(FULL))["step"], "0")
    return lesson.view(FULL)


def shown(view):
    return {name.strip(): text for name, text in numbers_of(view).items()}


def network(data=DATA, steps_done=0, optimizer=None, activation="relu", **how):
    model = nn.MLP(2, [16, 16, 1], activation=activation, seed=1)
    training = steps.Training(model, data, (optimizer or optim.SGD)(model.parameters(), lr=0.1), **how)
    for _ in range(steps_done):
        next(training)
    return model


def expected(model, data=DATA, which=0):
    """What the table must say of this network, by the engine and by NumPy."""
    scores = [model(x) for x in data.X]
    loss = losses.hinge(scores, data.y)
    model.zero_grad()
    loss.backward()
    rows = {"on the data": digits(loss.data), "accuracy": f"{losses.accuracy(scores, data.y):.1%}"}
    rows |= {f"weight no. {which}": digits(model.parameters()[which].data)}
    x, dead = data.X.T, 0
    for layer in model.layers[:-1]:
        w, b = np.array([[p.data for p in n.w] for n in layer.neurons]), [[n.b.data] for n in layer.neurons]
        x = np.maximum(w @ x + b, 0)
        dead += int((x == 0).all(axis=1).sum())
    rows["dead units"] = f"{dead} of 32"
    for n, layer in enumerate(model.layers, 1):
        rows[f"gradient {n}"] = digits(float(np.sqrt(sum(p.grad**2 for p in layer.parameters()))))
    return rows


def among(rows, view):
    return {name: text for name, text in shown(view).items() if name in rows}


def pull(lesson, view, title, x, y, up):
    """Drag from a place of a panel, in shares of it, so many pixels up."""
    left, top = spot(view, title, x, y)
    mouse = lesson.page.mouse
    mouse.move(left, top)
    mouse.down()
    mouse.move(left, top - up, steps=4)
    mouse.up()


def test_numbers_of_a_step_are_the_engines(lesson, full):
    rows = expected(network())
    lesson.until(lambda: among(rows, full), rows)
    press(full, "step")
    rows = expected(network(steps_done=1))
    lesson.until(lambda: among(rows, full), rows)
    heights = (
        panel(full, "size of").locator(".bars rect").evaluate_all("bars => bars.map(b => +b.getAttribute('height'))")
    )
    sizes = [float(rows[f"gradient {n}"]) for n in (1, 2, 3)]
    assert np.array(heights) / max(heights) == pytest.approx(np.array(sizes) / max(sizes), abs=2e-3)


def test_a_dragged_edge_changes_its_weight_and_the_boundary(lesson, full):
    field = panel(full, "decision field").locator("canvas")
    before = field.evaluate("e => e.toDataURL()")
    # The edge from x0 to the first unit, no. 0, halfway between the two.
    edges = lesson.ask("e = full.panels()[0].marks[1]; a, b = e.pairs[0]; print(e.x[a], e.y[a], e.x[b], e.y[b])")
    x0, y0, x1, y1 = map(float, edges.split())
    type_into(box(full, "weight no."), "5")
    pull(lesson, full, "network", (0.6 * x0 + 0.4 * x1) / 240, (0.6 * y0 + 0.4 * y1) / 280, up=60)
    model = network()
    model.parameters()[0].data += 1.5
    rows = expected(model)
    lesson.until(lambda: among(rows, full), rows)
    assert (place(full, "weight no."), place(full, "add to it")) == (0.0, 1.5)
    assert field.evaluate("e => e.toDataURL()") != before
    handle(full, "add to it").press("ArrowLeft")  # the keyboard's way
    model.parameters()[0].data -= 0.05
    rows = expected(model)
    lesson.until(lambda: among(rows, full), rows)


def test_edges_are_drawn_by_sign_and_size(lesson, full):
    paths = (
        panel(full, "network")
        .locator(".edges path")
        .evaluate_all(
            "paths => paths.map(p => [p.style.stroke, p.getAttribute('stroke-dasharray'), "
            "+p.getAttribute('stroke-width'), p.getAttribute('d').split('M').length - 1])"
        )
    )
    weights = [p.data for layer in network().layers for n in layer.neurons for p in n.w]
    assert len(paths) < 20 < len(weights) == sum(count for *_, count in paths) == 304
    for sign, colour, dashes in ((1, "rgb(230, 159, 0)", None), (-1, "var(--mg-blue)", "5 3")):
        here = [path for path in paths if path[0] == colour]
        assert {path[1] for path in here} == {dashes}
        assert sum(path[3] for path in here) == sum(w * sign > 0 for w in weights)
        assert max(path[2] for path in here) == round(2 * (0.5 + 1.5 * max(w * sign for w in weights))) / 2


def test_own_points_are_added_by_clicking_and_learned(lesson, full):
    full.get_by_label("data", exact=True).select_option("own points")
    press(full, "clear")
    lesson.until(lambda: shown(full)["loss"], "not yet")
    press(full, "step")
    lesson.until(lambda: "nothing to learn yet" in message_of(full), True)
    limits = [float(x) for x in lesson.ask("print(*full.session.limits)").split()]
    placed = [(0.25, 0.5, 1.0), (0.75, 0.25, -1.0), (0.5, 0.75, -1.0)]
    for n, (x, y, label) in enumerate(placed, 1):
        press(full, "+1" if label > 0 else "-1")
        lesson.page.mouse.click(*spot(full, "decision field", x, y))
        lesson.until(lambda n=n: lesson.ask("print(len(full.data.X))"), str(n))
    X = [[limits[0] + x * (limits[1] - limits[0]), limits[2] + y * (limits[3] - limits[2])] for x, y, _ in placed]
    assert np.array(eval(lesson.ask("print(full.data.X.tolist())"))) == pytest.approx(np.array(X), abs=0.02)
    assert eval(lesson.ask("print(full.data.y.tolist())")) == [label for *_, label in placed]
    data = datasets.Dataset(np.array(eval(lesson.ask("print(full.data.X.tolist())"))), np.array([p[2] for p in placed]))
    press(full, "step")
    rows = expected(network(data, steps_done=1), data)
    lesson.until(lambda: among(rows, full), rows)
    circles, squares = (
        panel(full, "decision field")
        .locator(".points path")
        .evaluate_all("paths => paths.map(p => p.getAttribute('d').split('M').length - 1)")
    )
    assert (circles, squares) == (1, 2)


def test_another_data_set_has_a_test_curve(lesson, full):
    full.get_by_label("data", exact=True).select_option("circles")
    data, test = (datasets.circles(200, noise=0.1, seed=seed) for seed in (1, 1001))
    for _ in range(2):
        press(full, "step")
    model = network(data, steps_done=2)
    scores = [model(x) for x in test.X]
    rows = expected(model, data) | {"test loss": digits(losses.hinge(scores, test.y).data)}
    rows |= {"test accuracy": f"{losses.accuracy(scores, test.y):.1%}", "step": "2"}
    lesson.until(lambda: among(rows, full), rows)
    assert panel(full, "loss").locator(".line path").count() == 2
    assert "on the test set" in panel(full, "loss").inner_text()


def test_two_displays_of_a_view_stay_in_step_and_closed_ones_stop(lesson, full):
    other = lesson.view(TWICE)
    press(full, "play")
    lesson.until(lambda: int(shown(other)["step"]) >= 10, True)
    press(other, "pause")
    full.get_by_role("button", name="play").wait_for()
    step = int(lesson.ask("print(full.training.number)"))
    rows = {"step": str(step), **expected(network(steps_done=step))}
    for view in (full, other):
        lesson.until(lambda view=view: among(rows, view), rows)
    drawn = [panel(view, "decision field").locator("canvas").evaluate("e => e.toDataURL()") for view in (full, other)]
    assert drawn[0] == drawn[1]


def test_playing_fetches_nothing_beside_the_frames(lesson, full):
    fetched = []
    lesson.page.on("request", lambda request: fetched.append(request.url))
    press(full, "play")
    lesson.until(lambda: int(shown(full)["step"]) > 30, True)
    press(full, "pause")
    # JupyterLab looks at its kernels and files now and then.
    assert [url for url in fetched if "/api/" not in url] == []


def test_a_training_that_explodes_says_so_and_is_reset(lesson, full):
    full.get_by_label("loss", exact=True).select_option("squared error")
    type_into(box(full, "learning rate"), "10")
    press(full, "play")
    lesson.until(lambda: "Lower the learning rate" in message_of(full), True)
    full.get_by_role("button", name="play").wait_for()
    assert shown(full)["loss"] == "nan"
    type_into(box(full, "learning rate"), "0.1")
    full.get_by_label("loss", exact=True).select_option("hinge")
    press(full, "reset")
    rows = {"step": "0", **expected(network())}
    lesson.until(lambda: among(rows, full), rows)
    assert message_of(full) == ""


def test_a_wrong_prediction_is_kept_and_shown_beside_the_outcome(lesson, lab):
    view = lesson.view(PREDICTED)
    lesson.until(lambda: locked(view, ["weight no.", "add to it"]), [True, True])
    picture = panel(view, "network").locator("[role=img]")
    before = picture.get_attribute("aria-label")
    x, y = (240 - 24) / 240, 0.5  # the output, whose bias is no. 16
    pull(lesson, view, "network", x, y, up=60)
    assert picture.get_attribute("aria-label") == before
    view.get_by_placeholder("a number").fill("3")
    press(view, "commit")
    lesson.until(lambda: locked(view, ["weight no.", "add to it"]), [False, False])
    pull(lesson, view, "network", x, y, up=60)
    model = nn.MLP(2, [4, 1], seed=1)
    model.parameters()[16].data += 1.0
    above = sum(model(x).data > 0 for x in datasets.xor(60, seed=1).X)
    view.get_by_text("It turned out differently.").wait_for()
    assert told(view) == ["3", str(above)]
    kept = [(e["kind"], e["answer"], e.get("outcome")) for e in lab.journal() if e["name"] == "bias by hand"]
    assert kept == [("prediction", 3.0, None), ("outcome", 3.0, above)]


@pytest.mark.parametrize("theme", ["Dark", "Light"])
def test_it_fits_the_window_and_pictures_for_a_person_to_look_at(lesson, full, theme, shoot):
    lesson.theme(theme)
    lesson.ask("full.choices.data.value = 'spirals'; full.step(300)")
    lesson.until(lambda: shown(full)["step"], "300")
    full.evaluate("e => e.scrollIntoView()")
    window = lesson.page.locator(".jp-WindowedPanel-outer").first.evaluate("e => e.clientHeight")
    wide, there, high = full.evaluate("e => [e.scrollWidth, e.clientWidth, e.clientHeight]")
    shoot(lesson.page, f"training-full-{theme.lower()}")
    assert (wide <= there, high <= window) == (True, True)
    view = lesson.view(PREDICTED)
    view.evaluate("e => e.scrollIntoView()")
    shoot(lesson.page, f"training-predicted-{theme.lower()}")


def test_a_cell_run_again_leaves_no_loop_behind(lesson, full):
    press(full, "play")
    lesson.until(lambda: int(shown(full)["step"]) >= 3, True)
    lesson.ask("old = full")
    lesson.page.evaluate(
        """source => {
            const { content } = jupyterapp.shell.currentWidget;
            content.activeCellIndex = content.widgets.findIndex(c => c.model.sharedModel.getSource() === source);
            return jupyterapp.commands.execute("notebook:run-cell");
        }""",
        FULL,
    )
    lesson.until(lambda: lesson.ask("print(full is old, full.training.number)"), "False 0")
    lesson.ask("old.play.value = False")  # the second display still shows the old view
    step = lesson.ask("print(old.training.number)")
    lesson.page.wait_for_timeout(500)
    assert lesson.ask("print(old.training.number, full.training.number)") == f"{step} 0"
    assert lesson.complaints == []
