"""live.slope in JupyterLab, against the formula by hand."""

import math

import pytest

from .page import box, drag, handle, locked, message_of, numbers_of, panel, place, press, spot, told, type_into

pytestmark = pytest.mark.browser

CELL = "view = live.slope()\nview"
KINK = "kink = live.slope(lambda x: x.relu(), x=0.0, h=1e-3, central=True, whole=True, reach=(-2.0, 2.0))\nkink"
ASKED = """live.predict(
    live.slope(h=1e-6), "From h = 1e-6 down to 1e-15, the error ...",
    outcome="first falls, then rises", options=["falls", "stays", "first falls, then rises"],
    tried=lambda view: view.step_size.value <= 1e-15, lesson="01", name="error",
)"""


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("slope", CELL, KINK, ASKED)


def f(x):
    return 3 * x**2 - 4 * x + 5


def expected(x, h):
    measured, true = (f(x + h) - f(x)) / h, 6 * x - 4
    return {
        "f(x)": f"{f(x):.16g}",
        "x + h": repr(x + h),
        "f(x + h)": f"{f(x + h):.16g}",
        "f(x + h) - f(x)": f"{f(x + h) - f(x):.4g}",
        "secant slope": f"{measured:.10g}",
        "true slope": f"{true:.10g}",
        "error": f"{abs(measured - true):.2g}",
    }


def ends(view, title, name):
    """First and last place of a line, in pixels from the panel's upper left."""
    d = panel(view, title).locator(f".mark.line[data-name='{name}'] path").first.get_attribute("d")
    return [tuple(float(x) for x in part.split(",")) for part in (d[1:].split("L")[0], d.split("L")[-1])]


def test_keys_and_mouse_move_the_numbers_to_those_by_hand(lesson):
    view = lesson.view(CELL)
    lesson.until(lambda: numbers_of(view), expected(3.0, 1.0))
    handle(view, "h").press("PageDown")
    lesson.until(lambda: numbers_of(view), expected(3.0, 0.1))
    drag(lesson.page, handle(view, "x"), -40)
    lesson.until(lambda: place(view, "x") < 3.0, True)
    x = place(view, "x")
    lesson.until(lambda: numbers_of(view), expected(x, 0.1))
    for end, slope in (("secant", (f(x + 0.1) - f(x)) / 0.1), ("tangent", 6 * x - 4)):
        (x0, y0), (x1, y1) = ends(view, "secant", end)
        scale = lesson.ask("axes = view.panels()[0]; print((axes.x.high - axes.x.low) / (axes.y.high - axes.y.low))")
        assert (y0 - y1) / (x1 - x0) == pytest.approx(slope * float(scale) * 190 / 320, abs=0.01)


@pytest.mark.parametrize(("h", "error"), [("1e-8", "9.3e-08"), ("1e-15", "3.3"), ("1e-16", "14")])
def test_the_mark_of_the_error_stands_at_h(lesson, h, error):
    view = lesson.view(CELL)
    type_into(box(view, "x"), "3")
    type_into(box(view, "h"), h)
    lesson.until(lambda: numbers_of(view)["error"], error)
    across = 320 * (math.log10(3 * float(h)) + 17) / (17 + 2 * math.log10(3))
    spot = panel(view, "error").locator("[data-key=h] path").get_attribute("d")
    first = ends(view, "error", "forward")[0]
    # A triangle begins at its top, in the middle.
    assert float(spot[1:].split(",")[0]) == pytest.approx(first[0], abs=0.02) == pytest.approx(across, abs=0.1)
    # The axis of the error is from 1e-9 to 100 here.
    exact = abs((f(3 + float(h)) - f(3)) / float(h) - 14)
    assert first[1] == pytest.approx(190 - 190 * (math.log10(exact) + 9) / 11, abs=0.1)


def test_a_step_too_small_for_floats_is_told(lesson):
    view = lesson.view(CELL)
    type_into(box(view, "x"), "3")
    handle(view, "h").press("Home")
    lesson.until(lambda: numbers_of(view)["secant slope"], "0")
    said = "h is less than half the gap between floats near 3 (4.4e-16), so x + h is x: the slope reads 0."
    lesson.until(lambda: message_of(view), said)
    handle(view, "h").press("End")
    lesson.until(lambda: message_of(view), "")


def test_the_point_on_the_curve_is_dragged_along(lesson):
    view = lesson.view(CELL)
    type_into(box(view, "x"), "3")
    type_into(box(view, "h"), "0.5")
    lesson.until(lambda: numbers_of(view), expected(3.0, 0.5))
    # The panel shows -2.3 to 5. It may have to be scrolled to, so this comes first.
    to, _ = spot(view, "secant", (1.0 + 2.3) / 7.3, 0)
    grabbed = panel(view, "secant").locator("[data-key=x] path").bounding_box()
    x, y = grabbed["x"] + grabbed["width"] / 2, grabbed["y"] + grabbed["height"] / 2
    lesson.page.mouse.move(x, y)
    lesson.page.mouse.down()
    lesson.page.mouse.move(to, y, steps=6)
    lesson.page.mouse.up()
    lesson.until(lambda: abs(float(box(view, "x").input_value()) - 1.0) < 0.03, True)
    lesson.until(lambda: numbers_of(view) == expected(float(box(view, "x").input_value()), 0.5), True)


def test_relu_at_its_kink_has_three_slopes(lesson):
    view = lesson.view(KINK)
    shown = numbers_of(view)
    assert [shown[name] for name in ("secant slope", "central slope", "true slope")] == ["1", "0.5", "0"]


def test_a_wrong_prediction_is_kept_and_shown_beside_the_outcome(lesson, lab):
    view = lesson.view(ASKED)
    lesson.until(lambda: locked(view, ["x", "h"]), [True, True])
    view.get_by_role("radio").nth(0).click()
    press(view, "commit")
    lesson.until(lambda: locked(view, ["x", "h"]), [False, False])
    for _ in range(9):
        handle(view, "h").press("PageDown")
    assert told(view) == ["falls", "first falls, then rises"]
    kept = [(e["kind"], e["answer"], e.get("outcome")) for e in lab.journal() if e["name"] == "error"]
    assert kept == [("prediction", "falls", None), ("outcome", "falls", "first falls, then rises")]


@pytest.mark.parametrize("theme", ["Dark", "Light"])
def test_pictures_for_a_person_to_look_at(lesson, shoot, theme):
    lesson.theme(theme)
    view = lesson.view(CELL)
    for name, h, ticked in (("secant", "1", ()), ("staircase", "1e-15", ("zoom in to h", "central difference"))):
        type_into(box(view, "h"), h)
        for switch in ticked:
            view.get_by_role("checkbox", name=switch).check()
        lesson.until(lambda h=h: numbers_of(view)["x + h"], repr(float(box(view, "x").input_value()) + float(h)))
        view.evaluate("e => e.scrollIntoView()")
        shoot(lesson.page, f"slope-{name}-{theme.lower()}")
    for switch in ("zoom in to h", "central difference"):
        view.get_by_role("checkbox", name=switch).uncheck()
    lesson.view(KINK).evaluate("e => e.scrollIntoView()")
    shoot(lesson.page, f"slope-kink-{theme.lower()}")
    assert not lesson.complaints
