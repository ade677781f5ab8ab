"""live.duel in JupyterLab: all three rounds by mouse and by keys, in both themes."""

import pytest

from .page import box, drag, handle, locked, message_of, numbers_of, panel, press, spot, type_into
from .test_access import serious

pytestmark = pytest.mark.browser

SOURCE = "view = live.duel()\nview"
WIDTH = 900  # pixels: nothing on a page is to need more


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("duel", SOURCE)


@pytest.fixture
def view(lesson):
    view = lesson.view(SOURCE)
    press(view, "start again")
    lesson.until(lambda: (numbers_of(view)["round"], numbers_of(view)["moves"]), ("1 of 3, by hand", "0 of 5"))
    return view


def loss(view):
    return float(numbers_of(view)["loss"])


def moved(lesson, view, n):
    lesson.until(lambda: numbers_of(view)["moves"], f"{n} of 5")


def arrows(view):
    """What the arrows say to those who hear them."""
    pictures = view.locator(".widget-html svg[role=img]")
    return pictures.evaluate_all("all => all.map(e => e.getAttribute('aria-label'))")


def curves(view):
    """The names of the losses in the chart."""
    return panel(view, "loss").locator(".legend span").all_inner_texts()


def test_three_rounds_by_mouse(lesson, view):
    for n in range(5):
        drag(lesson.page, handle(view, "w2"), 20)
        lesson.until(lambda: numbers_of(view)["next move"] != "0.000", True)
        assert arrows(view) == []
        press(view, "move")
        moved(lesson, view, n + 1)
    lesson.until(lambda: "The round is over." in message_of(view), True)
    by_hand = loss(view)
    assert by_hand < 2.312
    press(view, "2 along arrows")
    moved(lesson, view, 0)
    lesson.until(lambda: len(arrows(view)), 3)
    assert arrows(view)[1] == "w2 larger makes the loss smaller; slope -1.25"
    for n in range(5):
        drag(lesson.page, handle(view, "w2"), 24)
        lesson.until(lambda: numbers_of(view)["next move"] != "0.000", True)
        press(view, "move")
        moved(lesson, view, n + 1)
    press(view, "3 descent")
    moved(lesson, view, 0)
    for n in range(5):
        press(view, "step downhill")
        moved(lesson, view, n + 1)
    lesson.until(lambda: numbers_of(view)["loss"], "0.031")
    assert [name.strip() for name in curves(view)] == ["hand", "arrows", "descent"]


def test_three_rounds_by_keys(lesson, view):
    def by_keys():
        for n in range(5):
            handle(view, "w2").press("ArrowRight")
            lesson.until(lambda: numbers_of(view)["next move"], "0.100")
            view.get_by_role("button", name="move", exact=True).press("Enter")
            moved(lesson, view, n + 1)
        lesson.until(lambda: float(box(view, "w2").input_value()), -0.5)

    by_keys()
    view.get_by_role("button", name="2 along arrows").press("Enter")
    moved(lesson, view, 0)
    by_keys()
    view.get_by_role("button", name="3 descent").press("Enter")
    moved(lesson, view, 0)
    lesson.until(lambda: locked(view, ["w1", "w2", "b"]), [True] * 3)
    for n in range(5):
        view.get_by_role("button", name="step downhill").press("Enter")
        moved(lesson, view, n + 1)
    assert numbers_of(view)["loss"] == "0.031"
    assert numbers_of(view)["points on their side"] == "4 of 4"


def test_a_click_on_a_point_lights_its_pulls_and_so_does_the_list(lesson, view):
    press(view, "2 along arrows")
    bricks = panel(view, "what each point pulls")
    grey = "all => all.filter(e => e.style.stroke.includes('grey')).length"
    assert bricks.locator("path").evaluate_all(grey) == 0
    low, high = (-2.15, -2.4), (3.15, 2.9)  # corners of the plane
    b = [(at - below) / (above - below) for at, below, above in zip((-1.0, 2.0), low, high, strict=True)]
    lesson.page.mouse.click(*spot(view, "score, and the points", *b))
    chosen = view.get_by_label("light up")
    lesson.until(lambda: chosen.evaluate("e => e.selectedIndex"), 2)
    lesson.until(lambda: bricks.locator("path").evaluate_all(grey) > 0, True)
    chosen.select_option(index=4)
    lesson.until(lambda: bricks.locator(".label", has_text="D").count(), 3)
    chosen.select_option(index=0)
    lesson.until(lambda: bricks.locator("path").evaluate_all(grey), 0)


def test_a_move_that_is_too_long_is_told(lesson, view):
    type_into(box(view, "w2"), "3")
    lesson.until(lambda: numbers_of(view)["next move"], "0.754, not 4.000")
    press(view, "move")
    lesson.until(lambda: "stopped on its way" in message_of(view), True)


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_nothing_is_wider_than_the_page_and_pictures_for_a_person_to_look_at(lesson, view, theme, shoot):
    lesson.theme(theme)
    view.scroll_into_view_if_needed()
    type_into(box(view, "w1"), "-0.1")
    lesson.until(lambda: numbers_of(view)["next move"], "0.400")
    shoot(lesson.page, f"duel-1-{theme.lower()}")
    press(view, "move")
    moved(lesson, view, 1)
    press(view, "2 along arrows")
    lesson.until(lambda: len(arrows(view)), 3)
    type_into(box(view, "w2"), "-0.4")
    lesson.until(lambda: numbers_of(view)["next move"], "0.600")
    shoot(lesson.page, f"duel-2-{theme.lower()}")
    assert serious(lesson.page, theme) == []
    press(view, "move")
    moved(lesson, view, 1)
    press(view, "3 descent")
    for n in range(3):
        press(view, "step downhill")
        moved(lesson, view, n + 1)
    shoot(lesson.page, f"duel-3-{theme.lower()}")
    left = view.bounding_box()["x"]
    for place in view.locator("figure, button, .widget-html svg, input").all():
        if spot_of := place.bounding_box():
            assert spot_of["x"] + spot_of["width"] <= left + WIDTH
    tops = [figure.bounding_box()["y"] for figure in view.locator("figure").all()]
    assert max(tops) - min(tops) < 2  # the three pictures beside one another
    assert not lesson.complaints
