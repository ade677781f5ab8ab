"""live.signal in JupyterLab: scale and activation by mouse and by keys, covered until predicted, in both themes."""

import pytest

from .page import box, drag, handle, locked, message_of, numbers_of, panel, place, press, type_into
from .test_access import serious

pytestmark = pytest.mark.browser

INIT = """import random

def init(nin, nout, activation):
    return [[random.gauss(0, 1 / nin**0.5) for _ in range(nin)] for _ in range(nout)]"""
BY_MOUSE, BY_KEYS, LOOKED_AT = "live.signal()", "live.signal(layers=20)", "live.signal(init)"
BROKEN = "live.signal(lambda nin, nout, activation: [[1.0] * nout] * nin)"
ASKED = """live.predict(
    live.signal(scale=0.5), "How does the spread go on at half the scale?", live.signal().powers(0.5),
    live.drawing(0, 30, -10, 2, "layer", "spread, as a power of ten"), hidden=True,
)"""
WIDTH = 900  # pixels: nothing on a page is to need more
THERE, BACK = "there: the answers of each layer →", "← back: the gradients by them"


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("signal", INIT, BY_MOUSE, BY_KEYS, LOOKED_AT, BROKEN, ASKED)


def test_by_mouse_the_signal_dies_and_explodes(lesson):
    view = lesson.view(BY_MOUSE)
    assert "The signal lives" in message_of(view)
    drag(lesson.page, handle(view, "scale"), -80)
    lesson.until(lambda: "The signal dies" in message_of(view), True)
    drag(lesson.page, handle(view, "scale"), 170)
    lesson.until(lambda: "The signal explodes" in message_of(view), True)
    type_into(box(view, "scale"), "2")
    lesson.until(lambda: numbers_of(view)["there"], "1 becomes 5.2e+08")
    press(view, "tanh")
    lesson.until(lambda: "lives there" in message_of(view), True)
    assert "Back it explodes" in message_of(view)


def test_by_keys(lesson):
    view = lesson.view(BY_KEYS)
    stood = place(view, "scale")
    handle(view, "scale").press("ArrowRight")
    lesson.until(lambda: place(view, "scale") > stood, True)
    lesson.until(lambda: float(numbers_of(view)["scale"]) > 1, True)
    type_into(box(view, "scale"), "0.5")
    lesson.until(lambda: "The signal dies" in message_of(view), True)
    view.get_by_role("button", name="linear").press("Enter")
    lesson.until(lambda: "dead, last layer" in numbers_of(view), False)


def test_what_lies_on_its_side_is_told_in_three_lines_below_the_kit_s_signal(lesson):
    said = message_of(lesson.view(BROKEN)).splitlines()
    assert said[0].startswith("The signal lives")
    assert [line.split(":")[0] for line in said[1:4]] == ["asked", "found", "try"]


def test_it_is_covered_until_a_curve_is_drawn(lesson, shoot):
    view = lesson.view(ASKED)
    assert not panel(view, THERE).is_visible()
    pad = view.locator(".micrograd-pad > svg")
    pad.scroll_into_view_if_needed()
    paper = pad.locator(".paper").bounding_box()
    heights = [paper["y"] + paper["height"] * share for share in (0.17, 0.3)]  # at 0, and at -1.6
    lesson.page.mouse.move(paper["x"] + 1, heights[0])
    lesson.page.mouse.down()
    lesson.page.mouse.move(paper["x"] + paper["width"] + 5, heights[1], steps=20)
    lesson.page.mouse.up()
    press(view, "commit")
    lesson.until(lambda: panel(view, THERE).is_visible(), True)
    lesson.until(lambda: locked(view, ["scale"]), [False])
    view.evaluate("e => e.scrollIntoView()")
    shoot(lesson.page, "signal-predicted")


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_nothing_is_wider_than_the_page_and_pictures_for_a_person_to_look_at(lesson, theme, shoot):
    lesson.theme(theme)
    for cell in (BY_MOUSE, LOOKED_AT):
        view = lesson.view(cell)
        press(view, "relu")
        view.evaluate("e => e.scrollIntoView()")
        for scale, spread in (("0.5", "1 becomes 4.5e-10"), ("2", "1 becomes 5.2e+08"), ("1", "1 becomes 0.48")):
            type_into(box(view, "scale"), scale)
            lesson.until(lambda view=view, spread=spread: numbers_of(view)["there"] == spread, True)
            lesson.page.wait_for_timeout(300)
            shoot(lesson.page, f"signal-{'own' if cell == LOOKED_AT else 'kit'}-{scale}-{theme.lower()}")
    assert serious(lesson.page, theme) == []
    left = view.bounding_box()["x"]
    for placed in view.locator("figure, button, table, input").all():
        if spot_of := placed.bounding_box():
            assert spot_of["x"] + spot_of["width"] <= left + WIDTH
    place_of = view.bounding_box()
    for numbers in view.locator("table").all():  # beside the picture, and whole
        right = numbers.bounding_box()["x"] + numbers.bounding_box()["width"]
        assert right <= place_of["x"] + place_of["width"]
    tops = [panel(view, title).bounding_box()["y"] for title in (THERE, BACK)]
    assert tops[0] < tops[1]
    assert not lesson.complaints
