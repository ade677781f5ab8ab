"""live.dark in JupyterLab: by keys, in both themes."""

import pytest

from .page import box, handle, numbers_of, press

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def dark(open_cells):
    return open_cells("dark", "view = live.dark()\nview")


def test_what_is_moved_and_the_picture_are_on_one_screen_of_a_small_laptop(dark):
    view = dark.view("live.dark")
    view.scroll_into_view_if_needed()
    top, picture = handle(view, "step").bounding_box(), view.locator(".plot").bounding_box()
    assert picture["y"] + picture["height"] - top["y"] < 400
    assert abs(top["y"] - view.get_by_role("button", name="light").bounding_box()["y"]) < 30


def curve(view):
    """How many lines are as wide as the panel: the curve, where it is shown."""
    lines = view.locator(".micrograd-chart svg.marks .line path")
    wide = "all => all.filter(e => e.getBBox().width > 500).length"
    return lines.evaluate_all(wide)


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_a_walk_by_keys_is_covered_until_there_is_light(dark, theme, shoot):
    view = dark.view("live.dark")
    dark.theme(theme)
    view.get_by_role("button", name="start again").press("Enter")
    dark.until(lambda: numbers_of(view)["x"], "-1")
    handle(view, "step").press("ArrowRight")
    dark.until(lambda: float(box(view, "step").input_value()) > 0.5, True)
    view.get_by_role("button", name="take the step").press("Enter")
    dark.until(lambda: float(numbers_of(view)["x"]) > -0.5, True)
    assert curve(view) == 0
    shoot(dark.page, f"dark-{theme.lower()}")
    press(view, "light")
    dark.until(lambda: curve(view), 1)
    shoot(dark.page, f"dark-lit-{theme.lower()}")
    box(view, "step").fill("0.5")
    box(view, "step").press("Enter")
