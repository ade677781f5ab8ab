"""live.orders without a browser: cards, turns, and 24 orders to be sorted."""

import pytest

from micrograd_lab import live
from micrograd_lab.draw.charts import Line
from micrograd_lab.experiments.loop_orders import KINDS, ORDERS, kind, rounds
from micrograd_lab.live.views.orders.words import NAMES


def card(view, name):
    """The button of a card."""
    return next(button for button in view.cards.values() if button.description.endswith(f". {name}"))


COLOURS = {"this": "blue", "right": "grey", "if": "orange"}


def curve(panel, name):
    """The heights of a curve, that of this order, of the right one, or of one as it was claimed; else None."""
    lines = (mark for mark in panel.marks if isinstance(mark, Line) and mark.colour == COLOURS[name])
    return next((mark.y for mark in lines), None)


def line(view, title, name):
    """The heights of a curve in the panel of this title."""
    return curve(next(panel for panel in view.panels() if panel.title == title), name)


def crosses(panel):
    """The marks where two courses part."""
    return [mark for mark in panel.marks if getattr(mark, "shape", "") == "cross"]


def test_two_cards_that_are_pressed_change_places():
    view = live.orders()
    card(view, "zero_grad").click()
    assert view.cards[1].icon
    assert "zero_grad is in your hand" in view.message.value
    card(view, "step").click()
    assert view.order == "fsbz"
    assert [button.description for button in view.cards.values()] == [
        "1. forward",
        "2. step",
        "3. backward",
        "4. zero_grad",
    ]
    assert not any(button.icon for button in view.cards.values())


def test_a_card_that_is_pressed_twice_is_put_back():
    view = live.orders()
    before = repr(view)
    card(view, "forward").click()
    card(view, "forward").click()
    assert (repr(view), view.message.value, view.cards[0].icon) == (before, "", "")


def test_each_turn_shows_what_its_card_did_and_twelve_rounds_all():
    view, seen = live.orders("fszb"), []
    for _ in range(9):
        view.player.one.click()
        (lit,) = [row for row in view.text().splitlines() if row.startswith("> ")]
        seen.append(lit.split("  ")[-1].strip())
    assert seen[:5] == [
        "works out the loss: 1.1313",
        "moves the weight by 0",
        "empties the grad: it was 0",
        "adds +0.5474 to the grad",
        "works out the loss: 1.1313",
    ]
    assert seen[5] == "moves the weight by -0.2190"
    assert line(view, "loss after each round", "this") == tuple(rounds("fszb").losses[:3])
    view.whole.click()
    assert view.turns.value == 48
    assert line(view, "the weight", "this") == tuple(row[2] for row in rounds("fszb").after)
    view.player.again.click()
    assert view.turns.value == 0
    assert line(view, "loss after each round", "this") == (rounds("fszb").losses[0],)


def test_the_strip_says_the_same_on_screen_and_as_text():
    view = live.orders("bzsf", turns=6)
    for row in view.text().splitlines()[1:6]:
        for cell in filter(None, row.removeprefix(">").split("  ")):
            assert cell.strip() in view.strip.value
    assert view.strip.value.count("aria-current") == 1
    assert "passed over" not in view.text()
    view.go(1)
    assert "passed over: no loss yet" in view.text()
    view.go(0)
    assert "aria-current" not in view.strip.value


def test_what_is_sorted_right_is_counted_once_and_listed():
    view = live.orders("fbzs")
    for _ in range(2):
        view.kinds["dead"].click()
    assert view.count.value == "sorted 1 of 24"
    assert "no weight ever moves" in view.message.value
    assert "dead: f b z s" in view.listing.value
    assert "dead: f b z s" in view.text()
    view.forth.click()
    assert view.order not in ("fbzs", *view.heap)
    assert (view.turns.value, view.message.value) == (0, "")


@pytest.mark.parametrize("order", ORDERS)
def test_a_wrong_kind_is_answered_by_both_courses_where_they_part_and_never_by_the_right_one(order):
    for claimed in KINDS:
        if claimed == kind(order):
            continue
        view = live.orders(order)
        view.sort(claimed)
        assert view.turns.value == 48
        assert view.count.value == "sorted 0 of 24"
        assert view.sentence.startswith("Not")
        assert [name for name in NAMES.values() if name in view.sentence.replace("the same", "same")] == [
            NAMES[claimed]
        ]
        assert line(view, "loss after each round", "right")
        if claimed == "old":
            assert "Both are drawn to the end" in view.sentence
            continue
        assert any(mark.name == f"if {NAMES[claimed]}".replace("same", "the same") for mark in view.panels()[0].marks)
        for panel in view.panels()[:2]:
            here, there = curve(panel, "this"), curve(panel, "if")
            first = next(n for n, (a, b) in enumerate(zip(here, there, strict=True)) if a != b)
            (parted,) = crosses(panel)
            assert (parted.x, parted.y) == ((first, first), (here[first], there[first]))
            assert f"They part after round {first}." in panel.text()
        assert f"after round {first} the weight is" in view.sentence


def test_a_wrong_sorting_can_be_walked_through_again():
    view = live.orders("fszb")
    view.sort("late")
    assert crosses(view.panels()[1])
    view.turns.value = 5
    assert not crosses(view.panels()[1])
    assert line(view, "the weight", "if")
    assert "Not late by one" in view.message.value
    view.player.again.click()
    assert line(view, "the weight", "if") is None
    assert view.message.value == ""


def test_all_24_can_be_sorted_one_after_another_and_then_it_is_said_how_many_of_each_there_are():
    view = live.orders()
    for n in range(24):
        assert view.count.value == f"sorted {n} of 24"
        view.kinds[kind(view.order)].click()
        assert ("All 24 are sorted" in view.sentence) == (n == 23)
        view.forth.click()
    view.sort(kind(view.order))
    assert "3 same, 5 late by one, 12 dead, 4 something else." in view.message.value


def test_code_makes_what_is_on_screen():
    view = live.orders("zbsf", parameter=38)
    view.sort("late")
    view.next()
    view.go(7)
    for do in (lambda: None, lambda: view.sort("same"), lambda: view.go(11), lambda: view.sort(kind(view.order))):
        do()
        made = {"live": live}
        *first, last = view.code().splitlines()
        exec("\n".join(first), made)
        assert eval(last, made).text() == view.text()
    assert live.orders().code() == 'live.orders("fzbs")'


def test_a_prediction_locks_all_controls():
    view = live.orders()
    guarded = live.predict(view, "?", "b", options=["a", "b"])
    assert all(control.disabled for control in view.controls)
    wanted = {*view.cards.values(), *view.kinds.values(), view.forth, view.whole, view.handle, view.turns}
    assert wanted | {*view.player.buttons} == {*view.controls}
    guarded.commit("a")
    assert not any(control.disabled for control in view.controls)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"order": "fzb"}, "each once; got 'fzb'"),
        ({"order": ["f"]}, "each once"),
        ({"turns": 49}, "from 0 to 48"),
        ({"turns": True}, "from 0 to 48"),
        ({"heap": ["ffff"]}, "each once; got 'ffff'"),
        ({"parameter": 41}, "0 to 40; got 41"),
    ],
)
def test_what_cannot_be_shown_is_told_what_to_try(given, said):
    with pytest.raises(ValueError, match=said):
        live.orders(**given)
    with pytest.raises(ValueError, match="got 'right'"):
        live.orders().sort("right")
