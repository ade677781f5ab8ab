"""live.landscape in JupyterLab, against NumPy by hand."""

import numpy as np
import pytest

from micrograd_lab.graph import digits

from .page import box, drag, handle, locked, message_of, numbers_of, panel, place, press, spot, told, type_into

pytestmark = pytest.mark.browser

CELL = "view = live.landscape()\nview"
MODEL = """live.landscape(
    model=nn.MLP(2, [4, 1], seed=3), data=datasets.moons(30, seed=1), along=(2, 6), lr=0.3, steps=40)"""
ASKED = """live.predict(
    live.landscape(race=("SGD",)), "Above which learning rate does SGD no longer converge?",
    outcome=0.08, options=[0.02, 0.04, 0.08, 0.16],
    tried=lambda view: view.outside, lesson="10", name="edge",
)"""


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("landscape", CELL, MODEL, ASKED)


def descent(start, lr, momentum, steps):
    """Every place of SGD on (x**2 + 25 y**2) / 2, whose gradient is (x, 25 y)."""
    places, velocity = [np.array(start, dtype=float)], 0.0
    for _ in range(steps):
        velocity = momentum * velocity + places[-1] * [1, 25]
        places.append(places[-1] - lr * velocity)
    return np.array(places)


def assert_shows(lesson, view, start, lr, steps, momentum=0.9):
    """The places on screen and in the numbers are those by hand."""
    lesson.until(lambda: numbers_of(view)["step"], str(steps))
    for name, beta in (("SGD", 0.0), ("momentum", momentum)):
        places = descent(start, lr, beta, steps)
        loss = 0.5 * (places[-1] ** 2 @ [1, 25])
        lesson.until(lambda name=name: numbers_of(view)[f"{name} loss"], digits(loss))
        lines = panel(view, "loss from above").locator(".mark.line path")
        d = lines.nth(["SGD", "momentum"].index(name)).get_attribute("d")
        drawn = np.array([[float(x) for x in part.split(",")] for part in d[1:].split("L")])
        inside = (abs(places) <= [12, 3]).all(axis=1)
        expected = np.array([235 * (places[:, 0] + 12) / 24, 220 * (3 - places[:, 1]) / 6]).T
        np.testing.assert_allclose(drawn[inside], expected[inside], atol=0.02)


def test_steps_by_key_are_those_by_hand(lesson):
    view = lesson.view(CELL)
    step = view.get_by_role("button", name="step")
    for _ in range(3):
        step.press("Enter")
    assert_shows(lesson, view, (10, 1), 0.05, 3)
    handle(view, "learning rate").press("ArrowRight")
    assert_shows(lesson, view, (10, 1), 0.051, 3)
    handle(view, "momentum").press("Home")
    assert_shows(lesson, view, (10, 1), 0.051, 3, momentum=0.0)
    type_into(box(view, "momentum"), "0.9")


def test_mouse_and_keys_set_the_start(lesson):
    view = lesson.view(CELL)
    x, y = spot(view, "loss from above", (-6 + 12) / 24, (2 + 3) / 6)
    lesson.page.mouse.click(x, y)

    def start_now():
        return [float(box(view, name).input_value()) for name in ("start x", "start y")]

    lesson.until(start_now, pytest.approx([-6, 2], abs=0.05))
    start = start_now()
    steps = int(numbers_of(view)["step"])
    lr = float(box(view, "learning rate").input_value())
    assert_shows(lesson, view, start, lr, steps)
    handle(view, "start y").press("ArrowLeft")
    lesson.until(lambda: float(box(view, "start y").input_value()) < start[1], True)
    assert_shows(lesson, view, (start[0], float(box(view, "start y").input_value())), lr, steps)


def test_play_runs_until_paused_and_reset_goes_back(lesson):
    view = lesson.view(CELL)
    type_into(box(view, "start x"), "10")
    type_into(box(view, "start y"), "1")
    type_into(box(view, "learning rate"), "0.079")
    press(view, "play")
    lesson.until(lambda: int(numbers_of(view)["step"]) >= 20, True)
    press(view, "pause")
    view.get_by_role("button", name="play").wait_for()
    assert_shows(lesson, view, (10, 1), 0.079, int(numbers_of(view)["step"]))
    press(view, "reset")
    assert_shows(lesson, view, (10, 1), 0.079, 0)


def test_leaving_the_picture_is_told(lesson):
    view = lesson.view(CELL)
    type_into(box(view, "learning rate"), "0.12")
    press(view, "reset")
    for _ in range(3):
        press(view, "step")
    lesson.until(
        lambda: message_of(view),
        "SGD is outside the picture after 3 steps: its loss is 823. Lower the learning rate, or reset.",
    )
    view.get_by_role("checkbox", name="SGD").uncheck()
    lesson.until(lambda: "SGD loss" in numbers_of(view), False)
    view.get_by_role("checkbox", name="SGD").check()
    lesson.until(lambda: "SGD loss" in numbers_of(view), True)
    press(view, "reset")
    lesson.until(lambda: message_of(view), "")


def test_a_dragged_setting_bends_the_paths(lesson):
    view = lesson.view(CELL)
    type_into(box(view, "learning rate"), "0.05")
    for _ in range(4):
        press(view, "step")
    lesson.until(lambda: numbers_of(view)["step"], "4")
    drag(lesson.page, handle(view, "learning rate"), -30)
    lesson.until(lambda: place(view, "learning rate") < 0.05, True)
    assert_shows(lesson, view, (10, 1), place(view, "learning rate"), 4)


def test_a_wrong_prediction_is_kept_and_shown_beside_the_outcome(lesson, lab):
    view = lesson.view(ASKED)
    names = ["start x", "start y", "learning rate", "momentum"]
    lesson.until(lambda: locked(view, names), [True] * 4)
    assert view.get_by_role("button", name="play").is_disabled()
    view.get_by_role("radio").nth(3).click()
    press(view, "commit")
    lesson.until(lambda: locked(view, names), [False] * 4)
    type_into(box(view, "learning rate"), "0.16")
    for _ in range(3):
        press(view, "step")
    assert told(view) == ["0.16", "0.08"]
    kept = [(e["kind"], e["answer"], e.get("outcome")) for e in lab.journal() if e["name"] == "edge"]
    assert kept == [("prediction", 0.16, None), ("outcome", 0.16, 0.08)]


@pytest.mark.parametrize("theme", ["Dark", "Light"])
def test_pictures_for_a_person_to_look_at(lesson, shoot, theme):
    lesson.theme(theme)
    view = lesson.view(CELL)
    for name, lr in (("below", "0.075"), ("above", "0.085")):
        type_into(box(view, "learning rate"), lr)
        press(view, "reset")
        for _ in range(30):
            press(view, "step")
        lesson.until(lambda: numbers_of(view)["step"], "30")
        view.evaluate("e => e.scrollIntoView()")
        shoot(lesson.page, f"landscape-{name}-{theme.lower()}")
    lesson.view(MODEL).evaluate("e => e.scrollIntoView()")
    shoot(lesson.page, f"landscape-model-{theme.lower()}")
    lesson.view(ASKED).evaluate("e => e.scrollIntoView()")
    shoot(lesson.page, f"landscape-asked-{theme.lower()}")
    assert not lesson.complaints
