"""live.ravine in JupyterLab: step, rate, clubs and the race by mouse and by keys, in both themes."""

import pytest

from .page import box, drag, handle, message_of, numbers_of, panel, place, press, type_into
from .test_access import serious

pytestmark = pytest.mark.browser

CLASS = """from micrograd_lab.experiments.own_training import KIT
class Half:
    def __init__(self, parameters, lr):
        self.parameters, self.lr, self.speed = parameters, lr, [0.0 for p in parameters]

    def step(self):
        for i, p in enumerate(self.parameters):
            self.speed[i] = 0.5 * self.speed[i] + p.grad
            p.data -= self.lr * self.speed[i]"""
BY_MOUSE, BY_KEYS, LOOKED_AT = "live.ravine(KIT, Half)", "live.ravine(KIT)", "live.ravine(KIT, Half, lr=0.3)"
BROKEN = "live.ravine(KIT, Half([], 0.1))"
WIDTH = 900  # pixels: nothing on a page is to need more


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("ravine", CLASS, BY_MOUSE, BY_KEYS, LOOKED_AT, BROKEN)


def test_by_mouse(lesson):
    view = lesson.view(BY_MOUSE)
    assert numbers_of(view)["shown"] == "step 30"
    assert "at 0.3 goes" in message_of(view)
    drag(lesson.page, handle(view, "rate"), 30)
    lesson.until(lambda: "at 0.3 goes" in message_of(view), False)
    drag(lesson.page, handle(view, "after step"), -60)
    lesson.until(lambda: numbers_of(view)["shown"] != "step 30", True)
    press(view, "your Half")
    lesson.until(lambda: panel(view, "the loss from above").inner_text().count("your Half"), 1)
    press(view, "race of 5 networks")
    lesson.until(lambda: "momentum at 0.15" in panel(view, "steps until all are right").inner_text(), True)
    assert "your Half" in panel(view, "steps until all are right").inner_text()


def test_by_keys(lesson):
    view = lesson.view(BY_KEYS)
    stood = place(view, "after step")
    handle(view, "after step").press("ArrowRight")
    lesson.until(lambda: numbers_of(view)["shown"], f"step {stood + 1:.0f}")
    type_into(box(view, "after step"), "0")
    lesson.until(lambda: numbers_of(view)["right"], "76 of 100")
    type_into(box(view, "rate"), "0.7")
    lesson.until(lambda: "at 0.7 goes" in message_of(view), True)
    view.get_by_role("button", name="Adam", exact=True).press("Enter")
    lesson.until(lambda: "Adam, all points" in panel(view, "the loss from above").inner_text(), True)
    view.get_by_role("button", name="race of 5 networks").press("Enter")
    lesson.until(lambda: "SGD at 0.7" in panel(view, "steps until all are right").inner_text(), True)


def test_what_is_no_class_is_told_in_three_lines(lesson):
    view = lesson.view(BROKEN)
    press(view, "your club")
    lesson.until(lambda: message_of(view).startswith("asked: an optimiser's class"), True)
    assert [line.split(":")[0] for line in message_of(view).splitlines()[:3]] == ["asked", "found", "try"]


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_nothing_is_wider_than_the_page_and_pictures_for_a_person_to_look_at(lesson, theme, shoot):
    lesson.theme(theme)
    view = lesson.view(LOOKED_AT)
    view.evaluate("e => e.scrollIntoView()")
    for club, rate in (("SGD", "0.3"), ("SGD", "0.7"), ("your Half", "0.2")):
        press(view, club)
        type_into(box(view, "rate"), rate)
        lesson.until(lambda rate=rate: f"at {rate} goes" in message_of(view), True)
        if club != "SGD":
            press(view, "race of 5 networks")
            lesson.until(lambda: "your Half at 0.2" in panel(view, "steps until all are right").inner_text(), True)
        lesson.page.wait_for_timeout(500)
        shoot(lesson.page, f"ravine-{rate}-{theme.lower()}")
    assert serious(lesson.page, theme) == []
    left = view.bounding_box()["x"]
    for placed in view.locator("figure, button, table, input").all():
        if spot_of := placed.bounding_box():
            assert spot_of["x"] + spot_of["width"] <= left + WIDTH
    assert not lesson.complaints
