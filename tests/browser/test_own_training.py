"""live.own_training, live.what_if and live.worlds in JupyterLab, by mouse and by keys."""

import time

import pytest

from micrograd_lab.experiments.own_training import KIT
from micrograd_lab.experiments.what_if import WhatIf

from .page import box, drag, handle, message_of, numbers_of, place, press, spot, type_into

pytestmark = pytest.mark.browser

MOONS = "from micrograd_lab import mine\nmoons = live.own_training(mine)\nmoons"
WHAT = "what = live.what_if(mine)\nwhat"
WORLDS = "worlds = live.worlds(mine)\nworlds"


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("own_training", MOONS, WHAT, WORLDS)


def at(lesson, view, what, point):
    """Where a point of the moons stands in the window."""
    left, right, bottom, top = what.limits
    x, y = what.points[point]
    return spot(view, "two moons", (x - left) / (right - left), (y - bottom) / (top - bottom))


def test_it_learns_by_itself_can_be_stopped_and_ends_with_all_points(lesson):
    view = lesson.view(MOONS)
    press(view, "let it learn")
    lesson.page.wait_for_timeout(1500)
    press(view, "pause")
    lesson.until(lambda: lesson.ask("print(moons.chart.playing)").strip(), "False")
    paused = lesson.ask("print(moons.training.number)")
    lesson.page.wait_for_timeout(500)
    assert lesson.ask("print(moons.training.number)") == paused
    assert 0 < int(paused) < 53
    press(view, "let it learn")
    seen, began = set(), time.monotonic()
    while "All 100 points are right, after 53 steps" not in message_of(view):
        seen.add(view.locator("b").first.inner_text())
        assert time.monotonic() - began < 60
        lesson.page.wait_for_timeout(50)
    assert len(seen) > 3
    assert numbers_of(view)["loss"] == "0.0782"


def test_start_again_and_one_step_by_keys(lesson):
    view = lesson.view(MOONS)
    view.get_by_role("button", name="start again").focus()
    lesson.page.keyboard.press("Enter")
    lesson.until(lambda: numbers_of(view)["loss"], "no step yet")
    view.get_by_role("button", name="one step").focus()
    lesson.page.keyboard.press("Enter")
    lesson.until(lambda: numbers_of(view)["loss"], "0.6744")


def test_a_drag_of_a_slider_is_a_whole_run(lesson):
    view, what = lesson.view(WHAT), WhatIf(KIT)
    assert numbers_of(view)["all right"] == "step 53"
    drag(lesson.page, handle(view, "seed"), 40)
    lesson.until(lambda: place(view, "seed") != 1.0, True)
    what.set(seed=int(place(view, "seed")))
    lesson.until(lambda: numbers_of(view)["all right"], f"step {what.first}")
    type_into(box(view, "seed"), "1")
    lesson.until(lambda: numbers_of(view)["all right"], "step 53")


def test_a_click_on_a_point_shows_what_it_wants(lesson):
    view, what = lesson.view(WHAT), WhatIf(KIT)
    type_into(box(view, "after step"), "30")
    lesson.until(lambda: numbers_of(view)["shown"], "step 30")
    what.look(30)
    pulling = int(what.hinges.argmax())
    lesson.page.mouse.click(*at(lesson, view, what, pulling))
    what.choose(pulling)
    lesson.until(lambda: numbers_of(view).get(f"point {pulling + 1}"), f"lacks {what.hinges[pulling]:.3f}")
    assert numbers_of(view)["it pulls on"] == str((what.pull != 0).sum())
    resting = int(what.hinges.argmin())
    lesson.page.mouse.click(*at(lesson, view, what, resting))
    lesson.until(lambda: numbers_of(view).get("it pulls on"), "0")
    assert box(view, "point no.").input_value() == str(resting + 1)


def test_a_point_is_chosen_by_keys(lesson):
    view = lesson.view(WHAT)
    type_into(box(view, "point no."), "7")
    lesson.until(lambda: "point 7" in numbers_of(view), True)
    handle(view, "point no.").press("ArrowRight")
    lesson.until(lambda: "point 8" in numbers_of(view), True)


def test_no_name_is_clipped_and_no_two_overlap(lesson):
    for source in (MOONS, WHAT):
        rows = (
            lesson.view(source)
            .locator(".numbers tr")
            .evaluate_all(
                """rows => rows.map(row => {
                const [name, number] = [...row.children].map(cell => cell.getBoundingClientRect());
                const [th, td] = row.children;
                return [name.right <= number.left + 0.5, th.scrollWidth <= th.clientWidth + 1,
                        td.scrollWidth <= td.clientWidth + 1];
            })"""
            )
        )
        assert rows
        assert all(all(row) for row in rows)


def test_worlds_by_mouse(lesson):
    view = lesson.view(WORLDS)
    press(view, "learn in 20 worlds")
    lesson.until(lambda: numbers_of(view).get("new"), "78.7 ± 1.5")
    type_into(box(view, "L2 alpha"), "0.03")
    press(view, "learn in 20 worlds")
    lesson.until(lambda: numbers_of(view).get("new, change"), "+2.6 ± 1.4")


def test_pictures_for_a_person_to_look_at(lesson, shoot):
    lesson.ask("moons.step(30); what.look(30); what.choose(int(what.what.hinges.argmax()) + 1)")
    for theme in ("Dark", "Light"):
        lesson.theme(theme)
        for name, source in (("moons", MOONS), ("what_if", WHAT), ("worlds", WORLDS)):
            lesson.view(source).evaluate("e => e.scrollIntoView()")
            shoot(lesson.page, f"own_training-{name}-{theme.lower()}")
    assert not lesson.complaints
