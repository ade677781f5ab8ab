"""live.distributions in JupyterLab, against the engine run here on every point."""

import math

import pytest

from micrograd_lab import Value, datasets, losses, nn
from micrograd_lab.graph import digits

from .page import box, drag, handle, numbers_of, panel, place, press, told, type_into

pytestmark = pytest.mark.browser

CELL = "view = live.distributions()\nview"
ASKED = """live.predict(
    live.distributions(start="all 0.3"), "All weights start at 0.3. After 50 steps, of the 16 units ...",
    outcome=lambda view: f"{view.layers.distinct} differ" if view.layers.distinct > 1 else "all are alike",
    options=["16 differ", "2 differ", "all are alike"],
    tried=lambda view: view.trained, lesson="11", name="alike",
)"""
DATA = datasets.moons(100, seed=1)


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("distributions", CELL, ASKED)


def expected(scale, depth=2):
    """The numbers of uniform weights, tanh: Value by Value, point by point."""
    model = nn.MLP(2, [*[16] * depth, 1], activation="tanh", seed=1)
    for parameter in model.parameters():
        parameter.data *= scale
    beyond, scores = [0] * 16 * depth, []
    for point in DATA.X.tolist():
        x, units = [Value(number) for number in point], []
        for layer in model.layers[:-1]:
            units += (x := layer(x))
        scores.append(model.layers[-1](x))
        beyond = [count + (abs(unit.data) > 0.97) for count, unit in zip(beyond, units, strict=True)]
    loss = losses.hinge(scores, DATA.y.tolist())
    loss.backward()
    norms = [math.hypot(*[p.grad for p in layer.parameters()]) for layer in model.layers]
    names = [*[f"grad norm, layer {n}" for n in range(1, depth + 1)], "grad norm, output"]
    return {
        "loss": digits(loss.data),
        "accuracy": f"{losses.accuracy(scores, DATA.y):.2f}",
        "steps trained": "0",
        "saturated units": f"{sum(count > 50 for count in beyond)} of {16 * depth}",
        "distinct units, layer 1": "16 of 16",
        **dict(zip(names, map(digits, norms), strict=True)),
    }


def test_the_scale_moves_everything_as_the_engine_has_it(lesson, shoot):
    view = lesson.view(CELL)
    lesson.until(lambda: numbers_of(view), expected(1.0))
    drag(lesson.page, handle(view, "scale"), 25)
    lesson.until(lambda: place(view, "scale") > 1.0, True)
    lesson.until(lambda: numbers_of(view), expected(place(view, "scale")))
    type_into(box(view, "scale"), "10")
    lesson.until(lambda: numbers_of(view), expected(10.0))
    for theme in ("Dark", "Light"):
        lesson.theme(theme)
        shoot(lesson.page, f"distributions-{theme.lower()}")
    outer = panel(view, "layer 2").locator(".mark.bars rect")
    heights = [float(bar.get_attribute("height")) for bar in outer.all()]
    assert heights[0] + heights[-1] > 0.8 * sum(heights)
    handle(view, "scale").press("Home")
    lesson.until(lambda: numbers_of(view), expected(0.01))
    assert float(outer.nth(10).get_attribute("height")) == pytest.approx(150 / 1.15, abs=0.02)  # all in the middle
    handle(view, "hidden layers").press("End")
    lesson.until(lambda: numbers_of(view), expected(0.01, depth=4))
    shoot(lesson.page, "distributions-deep")


def test_zeros_stay_where_they_are(lesson):
    view = lesson.view(CELL)
    handle(view, "hidden layers").press("End")
    view.get_by_role("button", name="zeros").click()
    view.get_by_role("button", name="relu").click()
    press(view, "train 50 steps")
    lesson.until(lambda: numbers_of(view)["steps trained"], "50")
    shown = numbers_of(view)
    assert (shown["loss"], shown["distinct units, layer 1"], shown["dead units"]) == ("1.0000", "1 of 16", "64 of 64")
    press(view, "reset")
    lesson.until(lambda: numbers_of(view)["steps trained"], "0")
    assert not lesson.complaints


def test_a_wrong_prediction_is_kept_and_shown_beside_the_outcome(lesson, lab, shoot):
    view = lesson.view("live.predict")
    assert view.get_by_role("button", name="train 50 steps").is_disabled()
    view.get_by_role("radio", name="16 differ").click()
    press(view, "commit")
    press(view, "train 50 steps")
    view.get_by_text("It turned out differently.").wait_for()
    assert told(view) == ["16 differ", "all are alike"]
    assert numbers_of(view)["distinct units, layer 1"] == "1 of 16"
    kept = [entry for entry in lab.journal() if entry.get("name") == "alike"]
    assert [entry["answer"] for entry in kept] == ["16 differ"] * 2
    assert kept[1]["outcome"] == "all are alike"
