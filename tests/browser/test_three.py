"""live.three in JupyterLab: a class's backward() moves the sliders, and what it lacks is told."""

import time

import pytest

from .page import box, handle, message_of, place, press, type_into

pytestmark = pytest.mark.browser

RIGHT = "three = live.three(engine=Value)\nthree"
WRONG = "class Half:\n    def __init__(self, data):\n        self.data = data\n\nhalf = live.three(engine=Half)\nhalf"


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("three", RIGHT, WRONG)


def test_backward_moves_the_sliders_below_the_goal_in_some_seconds(lesson):
    view = lesson.view(RIGHT)
    seen, began = set(), time.monotonic()
    press(view, "let backward() move them")
    while "Below 0.1, by backward()" not in view.inner_text():
        seen.add(box(view, "w1").input_value())
        lesson.page.wait_for_timeout(50)
    took = time.monotonic() - began
    assert took > 1.5
    assert len(seen) > 5
    lesson.until(lambda: place(view, "w1"), 1.0)  # a handle stands on steps of 0.1, the box says 1.018
    assert box(view, "w1").input_value() == "1.018"
    assert handle(view, "w1").get_attribute("aria-disabled") == "false"


def test_a_minute_that_was_not_enough_is_said_so_when_it_is_done(lesson):
    view = lesson.view(RIGHT)
    press(view, "start again")
    view.get_by_text("from your first move on").wait_for()
    lesson.page.clock.install()
    type_into(box(view, "w1"), "1.8")
    view.get_by_text("s left").wait_for()
    type_into(box(view, "b"), "-2.2")
    lesson.page.clock.fast_forward(70_000)
    type_into(box(view, "w2"), "1.2")
    view.get_by_text("more than a minute, and done all the same").wait_for()


def test_what_a_class_lacks_is_told_in_three_lines(lesson):
    view = lesson.view(WRONG)
    press(view, "let backward() move them")
    lesson.until(lambda: message_of(view).startswith("asked: "), True)
    said = message_of(view).splitlines()
    assert [line.split(":")[0] for line in said] == ["asked", "found", "try"]
    assert "TypeError" in said[1]
    assert place(view, "w1") == -1.0


def test_pictures_for_a_person_to_look_at(lesson, shoot):
    for theme in ("Dark", "Light"):
        lesson.theme(theme)
        for name, source in (("right", RIGHT), ("wrong", WRONG)):
            lesson.view(source).evaluate("e => e.scrollIntoView()")
            shoot(lesson.page, f"three-{name}-{theme.lower()}")
    assert not lesson.complaints
