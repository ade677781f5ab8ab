"""live.time_machine in JupyterLab, by keys and by mouse."""

import pytest

from .page import box, drag, handle, numbers_of, spot

pytestmark = pytest.mark.browser

CELL = "from micrograd_lab import mine\nview = live.time_machine(mine)\nview"


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("time_machine", CELL)


def test_keys_go_a_step_back_and_to_the_ends(lesson):
    view = lesson.view(CELL)
    handle(view, "after step").press("ArrowLeft")
    lesson.until(lambda: numbers_of(view)["step"], "52 of 53")
    assert numbers_of(view)["right"] == "99 of 100"
    handle(view, "after step").press("Home")
    lesson.until(lambda: numbers_of(view)["right"], "76 of 100")
    assert box(view, "after step").input_value() == "0"


def test_the_mouse_scrubs_by_the_slider_and_in_the_curve(lesson):
    view = lesson.view(CELL)
    handle(view, "after step").press("Home")
    lesson.until(lambda: numbers_of(view)["step"], "0 of 53")
    drag(lesson.page, handle(view, "after step"), 60)
    lesson.until(lambda: int(numbers_of(view)["step"].split()[0]) > 5, True)
    lesson.page.mouse.click(*spot(view, "loss on the mini-batch", 31 / 53, 0.5))
    lesson.until(lambda: numbers_of(view)["step"], "31 of 53")
    assert numbers_of(view)["lost just now"] == "11"


def test_a_point_is_clicked_and_the_view_is_kept_to_look_at(lesson, shoot):
    view = lesson.view(CELL)
    left, right, bottom, top = map(float, lesson.ask("print(*view.machine.limits)").split())
    x, y = map(float, lesson.ask("print(*view.machine.points[49])").split())
    lesson.page.mouse.click(*spot(view, "two moons", (x - left) / (right - left), (y - bottom) / (top - bottom)))
    lesson.until(lambda: numbers_of(view).get("lost in all"), "8 times")
    assert box(view, "point no.").input_value() == "50"
    for theme in ("Dark", "Light"):
        lesson.theme(theme)
        view.evaluate("e => e.scrollIntoView()")
        shoot(lesson.page, f"time_machine-{theme.lower()}")
    assert not lesson.complaints
