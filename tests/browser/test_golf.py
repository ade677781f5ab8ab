"""live.golf in JupyterLab: the mark, the rate and the courses by mouse and by keys, in both themes."""

import math

import pytest

from .page import box, drag, handle, locked, message_of, numbers_of, panel, place, press, spot, told, type_into
from .test_access import serious

pytestmark = pytest.mark.browser

CLASS = """class Half:
    def __init__(self, parameters, lr):
        self.parameters, self.lr, self.speed = parameters, lr, [0.0 for p in parameters]

    def step(self):
        for i, p in enumerate(self.parameters):
            self.speed[i] = 0.5 * self.speed[i] + p.grad
            p.data -= self.lr * self.speed[i]"""
BY_MOUSE, BY_KEYS, LOOKED_AT = "live.golf(Half)", "live.golf()", "live.golf(Half, mark=0.04)"
BROKEN = "live.golf(Half([], 0.1))"
WIDTH = 900  # pixels: nothing on a page is to need more


ASKED = """live.predict(
    live.golf(), "The ravine is turned by 45 degrees. What becomes of the largest rate?",
    outcome="the same", options=["smaller", "the same", "larger"],
    tried=lambda view: view.hole.name == "slanted ravine", lesson="10", name="golf",
)"""


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("golf", CLASS, BY_MOUSE, BY_KEYS, LOOKED_AT, BROKEN, ASKED)


def covered(view):
    return numbers_of(view)["limit of SGD"] == "covered"


def share(rate):
    """Where a rate stands on its axis."""
    return math.log(rate / 0.001) / math.log(2000)


def test_by_mouse_the_mark_is_placed_and_then_the_rate_is_free(lesson):
    view = lesson.view(BY_MOUSE)
    assert "Your Half is in the hole after" in message_of(view)
    assert covered(view)
    assert locked(view, ["lr"]) == [True]
    lesson.page.mouse.click(*spot(view, "place your mark", share(0.05), 0.5))
    lesson.until(lambda: abs(float(box(view, "your mark").input_value()) - 0.05) < 0.002, True)
    assert covered(view)
    press(view, "place the mark")
    lesson.until(lambda: numbers_of(view)["limit of SGD"], "0.08")
    assert "the limit is 2 / 25 = 0.08." in message_of(view)
    lesson.until(lambda: locked(view, ["lr", "your mark"]), [False, True])
    lesson.page.mouse.click(*spot(view, "steps by rate", share(0.07), 0.5))
    lesson.until(lambda: abs(float(numbers_of(view)["lr"]) - 0.07) < 0.003, True)
    drag(lesson.page, handle(view, "lr"), 40)
    lesson.until(lambda: float(numbers_of(view)["lr"]) > 0.1, True)
    lesson.until(lambda: "out at" in view.locator("table").first.inner_text(), True)
    press(view, "plateau")
    lesson.until(lambda: numbers_of(view)["limit of SGD"], "1")


def test_by_keys(lesson):
    view = lesson.view(BY_KEYS)
    stood = place(view, "your mark")
    handle(view, "your mark").press("ArrowRight")
    lesson.until(lambda: place(view, "your mark") > stood, True)
    view.get_by_role("button", name="place the mark").press("Enter")
    lesson.until(lambda: covered(view), False)
    lesson.until(lambda: locked(view, ["lr"]), [False])
    handle(view, "lr").press("ArrowRight")
    lesson.until(lambda: float(numbers_of(view)["lr"]) > 0.05, True)
    type_into(box(view, "lr"), "0.081")
    lesson.until(lambda: numbers_of(view)["a step leaves"], "0.919 along, -1.02 across")
    view.get_by_role("button", name="slanted ravine").press("Enter")
    lesson.until(lambda: "You placed" in message_of(view), False)


def test_what_is_no_class_is_told_in_three_lines(lesson):
    said = message_of(lesson.view(BROKEN))
    assert [line.split(":")[0] for line in said.splitlines()[:3]] == ["asked", "found", "try"]


def test_a_prediction_locks_it_and_is_compared_once_another_course_was_seen(lesson, shoot):
    view = lesson.view(ASKED)
    assert locked(view, ["your mark", "lr"]) == [True, True]
    view.get_by_role("radio", name="smaller").check()
    press(view, "commit")
    lesson.until(lambda: locked(view, ["your mark", "lr"]), [False, True])
    view.evaluate("e => e.scrollIntoView()")
    shoot(lesson.page, "golf-covered")
    press(view, "place the mark")
    lesson.until(lambda: covered(view), False)
    press(view, "slanted ravine")
    assert told(view) == ["smaller", "the same"]


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_nothing_is_wider_than_the_page_and_pictures_for_a_person_to_look_at(lesson, theme, shoot):
    lesson.theme(theme)
    view = lesson.view(LOOKED_AT)
    view.evaluate("e => e.scrollIntoView()")
    type_into(box(view, "lr"), "0.075")
    lesson.until(lambda: numbers_of(view)["lr"], "0.075")
    for hole, limit in (("plateau", "1"), ("slanted ravine", "0.08"), ("ravine", "0.08")):
        view.get_by_role("button", name=hole, exact=True).click()
        panel(view, f"{hole}, from above").wait_for()
        lesson.until(lambda limit=limit: numbers_of(view)["limit of SGD"], limit)
        lesson.page.wait_for_timeout(500)
        shoot(lesson.page, f"golf-{hole.split()[0]}-{theme.lower()}")
    assert serious(lesson.page, theme) == []
    left = view.bounding_box()["x"]
    for placed in view.locator("figure, button, table, input").all():
        if spot_of := placed.bounding_box():
            assert spot_of["x"] + spot_of["width"] <= left + WIDTH
    tops = [figure.bounding_box()["y"] for figure in view.locator("figure").all()]
    assert max(tops) - min(tops) < 2  # the three pictures beside one another
    assert panel(view, "steps by rate").locator(".mark.line path").count() >= 6
    assert not lesson.complaints
