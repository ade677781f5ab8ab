"""live.paper in JupyterLab: folded, dragged and turned by mouse and by keys, in both themes."""

import pytest

from .page import box, drag, handle, locked, message_of, numbers_of, panel, place, press, spot, type_into
from .test_access import serious

pytestmark = pytest.mark.browser

THREE = "[1, 0.3, -0.4, -0.3, 1, -0.2, 1, 1, -1.3, 1.2, 1.2, -2.4, -0.5]"
LEARNS = "live.paper([-0.8, 0.4, 0.3, 0.9, -0.5, -0.5, 0.5, 0.3, -0.4])"
BY_MOUSE, BY_KEYS, LOOKED_AT = "live.paper()", "live.paper(made=0)", f"live.paper({THREE})"
ASKED = f"live.predict(live.paper({THREE}, made=2), 'How many?', 7, tried=lambda view: view.pieces >= 7)"
WIDTH = 900  # pixels: nothing on a page is to need more
ABOVE, SIDE = "from above", "from the side"
LOW, HIGH = -0.66, 1.66  # the ends of the axes from above


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("paper", BY_MOUSE, BY_KEYS, LOOKED_AT, LEARNS, ASKED)


def share(x):
    """How far a number of x1 or x2 stands along the panel from above."""
    return (x - LOW) / (HIGH - LOW)


def drawn(view, title):
    """All that is drawn of the sheet on a panel, as one text."""
    return panel(view, title).locator(".faces path").evaluate_all("all => all.map(e => e.getAttribute('d')).join()")


def dragged(page, begin, end):
    page.mouse.move(*begin)
    page.mouse.down()
    page.mouse.move(*end, steps=8)
    page.mouse.up()


def test_a_crease_is_dragged_until_a_corner_drowns_and_turned_by_its_arrow(lesson):
    view, page = lesson.view(BY_MOUSE), lesson.page
    press(view, "start again")
    lesson.until(lambda: numbers_of(view)["points on their side"], "4 of 4")
    before = drawn(view, SIDE)
    dragged(page, spot(view, ABOVE, share(1.2), share(-0.2)), spot(view, ABOVE, share(1.2), share(0.7)))
    lesson.until(lambda: numbers_of(view)["points on their side"], "3 of 4")
    lesson.until(lambda: place(view, "b") < -1.7, True)  # fold 2 is on the sliders, since it was grabbed
    assert drawn(view, SIDE) != before
    press(view, "start again")
    lesson.until(lambda: numbers_of(view)["points on their side"], "4 of 4")
    tip = 0.5 + 0.42 / 2**0.5  # fold 1 is chosen: its arrow goes from 0, 0
    begin = spot(view, ABOVE, share(tip - 0.5), share(tip - 0.5))
    dragged(page, begin, spot(view, ABOVE, share(0.6), share(0.0)))
    lesson.until(lambda: abs(place(view, "w2")) < 0.2 and place(view, "w1") > 1.3, True)


def test_the_sheet_is_turned_by_a_drag_and_from_above_nothing_moves(lesson):
    view, page = lesson.view(BY_MOUSE), lesson.page
    press(view, "start again")
    lesson.until(lambda: (place(view, "w1"), place(view, "turn")), (1.0, 32.0))
    above, side = drawn(view, ABOVE), drawn(view, SIDE)
    stood = place(view, "turn")
    dragged(page, spot(view, SIDE, 0.5, 0.5), spot(view, SIDE, 0.7, 0.5))
    lesson.until(lambda: place(view, "turn") < stood - 20, True)
    assert drawn(view, ABOVE) == above
    assert drawn(view, SIDE) != side


def test_by_keys_it_is_folded_one_fold_at_a_time_and_flattened(lesson):
    view = lesson.view(BY_KEYS)
    lesson.until(lambda: numbers_of(view)["flat pieces"], "1")
    view.get_by_role("button", name="next fold").press("Enter")
    lesson.until(lambda: (numbers_of(view)["flat pieces"], numbers_of(view)["points on their side"]), ("2", "3 of 4"))
    view.get_by_role("button", name="next fold").press("Enter")
    lesson.until(lambda: (numbers_of(view)["flat pieces"], numbers_of(view)["points on their side"]), ("3", "4 of 4"))
    view.get_by_role("button", name="fold 2").press("Enter")
    lesson.until(lambda: place(view, "v"), -4.0)
    handle(view, "v").press("ArrowRight")
    lesson.until(lambda: float(box(view, "v").input_value()), -3.9)
    type_into(box(view, "v"), "0")
    lesson.until(lambda: numbers_of(view)["flat pieces"], "2")
    stood = drawn(view, SIDE)
    handle(view, "turn").press("ArrowRight")
    lesson.until(lambda: drawn(view, SIDE) != stood, True)


def test_play_folds_it_from_the_flat_sheet_on(lesson):
    view = lesson.view(BY_KEYS)
    press(view, "start again")
    lesson.until(lambda: numbers_of(view)["flat pieces"], "1")
    press(view, "fold it")
    lesson.until(lambda: place(view, "folds made"), 2.0)
    assert numbers_of(view)["points on their side"] == "4 of 4"


def test_it_learns_before_one_s_eyes_and_can_be_stopped(lesson, shoot):
    view = lesson.view(LEARNS)
    learn = view.get_by_role("button", name="let it learn")
    learn.press("Enter")
    view.get_by_role("button", name="pause").press("Enter")
    learn.wait_for()
    assert float(numbers_of(view)["loss"]) > 0.001
    shoot(lesson.page, "paper-learning")
    press(view, "let it learn")
    lesson.until(lambda: "It has learned these points" in message_of(view), True)
    assert numbers_of(view)["points on their side"] == "4 of 4"
    view.evaluate("e => e.scrollIntoView()")
    shoot(lesson.page, "paper-learned")


def test_more_than_four_folds_are_told(lesson):
    view = lesson.view(BY_MOUSE)
    press(view, "start again")
    for n in (3, 4):
        press(view, "add a fold")
        view.get_by_role("button", name=f"fold {n}").wait_for()
    press(view, "add a fold")
    lesson.until(lambda: "up to 4 folds" in message_of(view), True)
    press(view, "start again")
    lesson.until(lambda: view.get_by_role("button", name="fold 3").count(), 0)


def test_the_third_fold_is_locked_until_predicted(lesson, shoot):
    view = lesson.view(ASKED)
    assert locked(view, ["folds made", "turn"]) == [True, True]
    field = view.locator("input").first
    field.fill("8")
    press(view, "commit")
    lesson.until(lambda: locked(view, ["folds made"]), [False])
    press(view, "next fold")
    lesson.until(lambda: numbers_of(view)["flat pieces"], "7")
    view.get_by_role("group", name="What happens").wait_for()
    view.evaluate("e => e.scrollIntoView()")
    shoot(lesson.page, "paper-predicted")


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_nothing_is_wider_than_the_page_and_pictures_for_a_person_to_look_at(lesson, theme, shoot):
    lesson.theme(theme)
    view = lesson.view(BY_MOUSE)
    press(view, "start again")
    lesson.until(lambda: numbers_of(view)["flat pieces"], "3")
    view.evaluate("e => e.scrollIntoView()")
    for made, turn in (("1", "32"), ("1.5", "32"), ("2", "32"), ("2", "-120")):
        type_into(box(view, "folds made"), made)
        type_into(box(view, "turn"), turn)
        lesson.page.wait_for_timeout(400)
        shoot(lesson.page, f"paper-{made}-{turn}-{theme.lower()}")
    press(view, "start again")
    three = lesson.view(LOOKED_AT)
    three.evaluate("e => e.scrollIntoView()")
    drag(lesson.page, handle(three, "turn"), 10)
    lesson.page.wait_for_timeout(400)
    shoot(lesson.page, f"paper-three-{theme.lower()}")
    assert serious(lesson.page, theme) == []
    left = view.bounding_box()["x"]
    for placed in view.locator("figure, button, table, input").all():
        if spot_of := placed.bounding_box():
            assert spot_of["x"] + spot_of["width"] <= left + WIDTH
    tops = [panel(view, title).bounding_box()["y"] for title in (ABOVE, SIDE)]
    assert max(tops) - min(tops) < 2  # the two beside one another
    assert not lesson.complaints
