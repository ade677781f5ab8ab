"""live.orders in JupyterLab: cards laid and orders sorted, by mouse and by keys, in both themes."""

import re

import pytest

from micrograd_lab.experiments.loop_orders import CARDS, kind, rounds

from .page import box, handle, message_of, panel, press, type_into

pytestmark = pytest.mark.browser

CELL = "view = live.orders()\nview"
KEYS = "view = live.orders(turns=0)\nview"


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("orders", CELL, KEYS)


def card(view, name):
    return view.get_by_role("button", name=f". {name}")


def order_of(view):
    """The first letters of the cards, as they lie."""
    found = view.get_by_role("button", name=re.compile(r"^\d\. ")).all_inner_texts()
    return "".join(text.split(". ")[1][0] for text in found)


def lit(view):
    """The row of the strip that is lit, cell by cell; none before the first turn."""
    rows = view.locator("tr[aria-current=step]")
    return rows.first.locator("td").all_inner_texts() if rows.count() else []


def curves(view, title):
    return panel(view, title).locator(".mark.line").evaluate_all("all => all.map(e => e.dataset.name)")


def test_by_mouse_an_order_is_laid_walked_through_and_sorted(lesson, shoot):
    view = lesson.view(CELL)
    lesson.until(lambda: order_of(view), "fzbs")
    for one, other in (("zero_grad", "step"), ("backward", "zero_grad")):
        card(view, one).click()
        lesson.until(lambda one=one: message_of(view).startswith(f"{one} is in your hand"), True)
        card(view, other).click()
    lesson.until(lambda: order_of(view), "fszb")
    run = rounds("fszb")
    for k in range(1, 7):
        press(view, "next card")
        lesson.until(lambda k=k: box(view, "turns").input_value(), str(k))
        lesson.until(lambda: lit(view)[:1], [CARDS[run.letter(k)]])
        assert lit(view)[2:4] == [f"{run.data[k][2]:.4f}", f"{run.grad[k][2] + 0.0:.4f}"]
    assert lit(view)[4] == "moves the weight by -0.2190"
    assert "if late by one" not in curves(view, "loss after each round")
    press(view, "late by one")
    lesson.until(lambda: message_of(view)[:43], "Not late by one: after round 3 the weight i")
    lesson.until(lambda: "if late by one" in curves(view, "loss after each round"), True)
    for theme in ("Dark", "Light"):
        lesson.theme(theme)
        view.evaluate("e => e.scrollIntoView()")
        shoot(lesson.page, f"orders-wrong-{theme.lower()}")
    assert view.get_by_text("sorted 0 of 24").count() == 1
    press(view, "something else")
    view.get_by_text("sorted 1 of 24").wait_for()
    lesson.until(lambda: message_of(view)[:19], "Yes, something else")
    view.get_by_text("something else: f s z b").wait_for()
    assert not lesson.complaints


def test_by_keys_all_24_are_sorted(lesson, shoot):
    view = lesson.view(KEYS)
    for name in ("forward", "backward"):
        card(view, name).press("Enter")
    lesson.until(lambda: order_of(view), "bzfs")
    handle(view, "turns").press("ArrowRight")
    lesson.until(lambda: lit(view)[-1:], ["passed over: no loss yet (Python: NameError)"])
    handle(view, "turns").press("End")
    lesson.until(lambda: box(view, "turns").input_value(), "48")
    type_into(box(view, "turns"), "0")
    lesson.until(lambda: lit(view), [])
    names = {"same": "same", "late": "late by one", "dead": "dead", "old": "something else"}
    for n in range(1, 25):
        order = order_of(view)
        view.get_by_role("button", name=names[kind(order)], exact=True).press("Enter")
        view.get_by_text(f"sorted {n} of 24").wait_for()
        if n == 9:
            for theme in ("Dark", "Light"):
                lesson.theme(theme)
                view.evaluate("e => e.scrollIntoView()")
                shoot(lesson.page, f"orders-{theme.lower()}")
        if n < 24:
            view.get_by_role("button", name="next order").press("Enter")
            lesson.until(lambda order=order: order_of(view) != order, True)
    lesson.until(lambda: message_of(view).endswith("3 same, 5 late by one, 12 dead, 4 something else."), True)
    assert not lesson.complaints


def test_cards_and_answer_are_on_one_screen_of_a_small_laptop(lesson):
    """A small laptop's notebook is some 600 pixels high, and a panel is beside the others there."""
    view = lesson.view(CELL)
    view.scroll_into_view_if_needed()
    top, answer = card(view, "forward").bounding_box(), view.locator(".micrograd-message").bounding_box()
    assert 0 < answer["y"] + answer["height"] - top["y"] < 560
    assert len({figure.bounding_box()["y"] for figure in view.locator("figure").all()}) == 1
