"""live.predict in JupyterLab: each form by mouse and by keys alone, and an outcome that moves nothing."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .page import box, press, type_into

pytestmark = pytest.mark.browser

BIG = """big = live.predict(
    live.graph("a * b + c", a=2.0, b=3.0, c=1.0), "You raise a from 2 to 4. What does y do?", "it grows by 6",
    options=["it doubles", "it grows by 6", "it stays"], tried=lambda view: view.leaves["a"].data == 4.0,
    lesson="02", name="raise a", big=True,
    answers={"it doubles": "The product doubles, and c beside it does not: so y does not quite double."},
)
big"""
ORDER = """order = live.predict(
    None, "Who sends first, who next?", ("y", "u", "t"), options=live.ordering("t", "u", "y"), lesson="03", name="order"
)
order"""
DRAW = """import math
drawn = live.predict(
    None, "Draw tanh.", math.tanh, options=live.drawing(-3, 3, -2, 2), within=0.2, lesson="01", name="tanh"
)
drawn"""
STILLS = """def doubled():
    a = Value(2.0, "a")
    return a + a

stills = live.predict(
    None, "Which graph is a + a?", "B", lesson="02", name="a + a",
    options=live.pictures({"A": draw.graph(Value(2.0, "a") + Value(2.0, "a")), "B": draw.graph(doubled())}),
)
stills"""
BREAK = """broken = live.predict(
    None, "For which b has 1 / (b - 1) no value?", lambda view, typed: (float(typed) == 1, "You typed " + typed + "."),
    options=live.breaking("3", "Type a number for b."), lesson="02", name="no value"
)
broken"""
BET = """bet = live.predict(
    None, "What does the loss do?", "falls", options=live.betting(10, ["falls", "rises"]), lesson="08", name="loss",
    big=True,
)
bet"""
SMALL = """small = live.predict(
    live.first(), "How many questions?", "30,000", options=["3,000", "30,000", "3 million"], lesson="00", name="small",
    tried=lambda view: view.first.steps > 3, then="Press it.",
    answers={"3,000": "It is more.", "30,000": "85 steps, and no more.", "3 million": "It is less."},
)
small"""
CELLS = (BIG, ORDER, DRAW, STILLS, BREAK, BET, SMALL)


@pytest.fixture(scope="module")
def lesson(open_cells):
    lesson = open_cells("predict", *CELLS)
    lesson.page.set_viewport_size({"width": 1366, "height": 768})
    return lesson


@pytest.fixture
def answers(lab):
    """answers("order"): what the journal holds under this name."""

    def answers(name):
        return [e["answer"] for e in lab.journal() if e["kind"] == "prediction" and e["name"] == name]

    return answers


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_axe_finds_nothing_serious_before_anything_is_answered(lesson, theme, shoot):
    lesson.theme(theme)
    for name, cell in zip(("big", "order", "draw", "stills", "break", "bet", "small"), CELLS, strict=True):
        lesson.view(cell).scroll_into_view_if_needed()
        shoot(lesson.page, f"predict-{name}-{theme.lower()}")
    assert serious(lesson.page) == []


def serious(page):
    found = Axe().run(page, context=".micrograd-view").response["violations"]
    return [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in found
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]


def test_a_big_one_asks_why_and_its_outcome_moves_no_control(lesson, lab):
    view = lesson.view(BIG)
    view.get_by_label("it stays").check()
    for key in ("ArrowUp", "ArrowUp"):  # which JupyterLab would take to go to another cell
        lesson.page.keyboard.press(key)
    assert view.get_by_label("it doubles").is_checked()
    press(view, "commit")
    view.get_by_text("How sure are you?").wait_for()
    view.get_by_role("button", name="sure", exact=True).click()
    press(view, "commit")
    view.get_by_text("Why do you think so?").wait_for()
    view.get_by_label("because").fill("Twice a is twice y.")
    press(view, "commit")
    view.get_by_text("Now try it.").wait_for()
    assert view.locator("[aria-live=polite]", has_text="Now try it.").count() == 1
    assert box(view, "a").is_enabled()
    assert not view.get_by_label("I saw").is_visible()
    before = below(view, box(view, "a"))
    assert "double." not in view.inner_text()
    type_into(box(view, "a"), "4")
    view.get_by_text("so y does not quite double").wait_for()
    view.get_by_label("I saw").wait_for()
    assert view.get_by_text("Twice a is twice y.").is_visible()
    assert abs(below(view, box(view, "a")) - before) <= 1
    (entry,) = [e for e in lab.journal() if e["kind"] == "prediction" and e["name"] == "raise a"]
    assert (entry["reason"], entry["confidence"]) == ("Twice a is twice y.", "sure")


def test_the_controls_of_a_small_one_stand_still_when_it_is_committed(lesson):
    view = lesson.view(SMALL)
    learn = view.get_by_role("button", name="let it learn")
    lesson.until(learn.is_disabled, True)
    before = below(view, learn)
    assert "What happens" not in view.inner_text()
    view.get_by_label("30,000").check()
    press(view, "commit")
    view.get_by_text("Press it.").wait_for()
    lesson.until(learn.is_disabled, False)
    assert abs(below(view, learn) - before) <= 1
    learn.click()
    view.get_by_text("85 steps, and no more").wait_for()
    assert abs(below(view, learn) - before) <= 1


def below(view, control):
    """How far below the view's upper edge a control stands, in pixels."""
    return control.bounding_box()["y"] - view.bounding_box()["y"]


def test_an_order_is_pressed_with_the_keys(lesson, answers):
    view = lesson.view(ORDER)
    for name in ("u", "y", "2. y", "t", "y"):  # y is placed, taken back, and placed again
        button = view.get_by_role("button", name=name, exact=True)
        button.focus()
        button.press("Enter")
    view.get_by_text("so far: u → t → y").wait_for()
    button = view.get_by_role("button", name="commit")
    button.focus()
    button.press("Enter")
    view.get_by_text("y → u → t").wait_for()
    assert answers("order") == ["u → t → y"]


def test_a_curve_is_drawn_by_pointer_and_mended_by_keys(lesson, answers):
    view, page = lesson.view(DRAW), lesson.page
    pad = view.locator(".micrograd-pad > svg")
    pad.scroll_into_view_if_needed()
    paper = pad.locator(".paper").bounding_box()

    def at(x, y):
        return paper["x"] + paper["width"] * (x + 3) / 6, paper["y"] + paper["height"] * (2 - y) / 4

    page.mouse.move(*at(-2.95, -1))
    page.mouse.down()
    page.mouse.move(*at(1, 0.5), steps=20)
    page.mouse.up()
    press(view, "commit")
    view.get_by_text("The curve reaches from -3 to").wait_for()
    page.mouse.move(*at(1, 0.5))
    page.mouse.down()
    page.mouse.move(*at(3.2, 1), steps=20)
    page.mouse.up()
    handle = view.get_by_role("slider", name="the curve at 3", exact=True)
    handle.focus()
    high = float(handle.get_attribute("aria-valuenow"))
    for key in ("PageDown", "ArrowUp"):
        handle.press(key)
    assert float(handle.get_attribute("aria-valuenow")) == pytest.approx(high - 0.4)
    handle.press("ArrowLeft")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "the curve at 2.25"
    press(view, "commit")
    view.get_by_text("on average 0.").wait_for()
    assert pad.locator(".real").get_attribute("d").startswith("M0.0,")
    (said,) = answers("tanh")
    assert said.endswith(" at 3")


def test_a_picture_is_chosen_by_a_click_and_by_the_arrows(lesson, answers):
    view = lesson.view(STILLS)
    view.locator(".micrograd-pictures img").nth(1).click()
    radios = view.get_by_role("radio")
    lesson.until(lambda: [radios.nth(n).is_checked() for n in range(2)], [False, True])
    radios.nth(1).press("ArrowLeft")
    lesson.until(lambda: lesson.ask("print(stills.entry.value)"), "A")
    press(view, "commit")
    view.locator("small", has_text="what happens").wait_for()
    assert radios.nth(0).is_disabled()
    assert answers("a + a") == ["A"]


def test_one_tries_until_it_breaks(lesson, answers):
    view = lesson.view(BREAK)
    typed = view.locator("input[type=text]").first
    typed.fill("0")
    typed.press("Tab")
    press(view, "commit")
    view.get_by_text("It holds. You typed 0.").wait_for()
    typed.fill("1")
    typed.press("Tab")
    press(view, "try again")
    view.get_by_text("It breaks. You typed 1.").wait_for()
    assert typed.is_disabled()
    assert answers("no value") == ["0", "1"]


def test_points_are_placed_with_the_keys(lesson, answers):
    view = lesson.view(BET)
    falls, rises = view.get_by_label("falls"), view.get_by_label("rises")
    falls.press("ArrowUp")
    falls.press("ArrowUp")
    view.get_by_text("8 of 10 chips are left.").wait_for()
    type_into(rises, "9")
    lesson.until(rises.input_value, "8")
    view.get_by_label("because").fill("It has to go somewhere.")
    press(view, "commit")
    view.get_by_text("It turned out differently: most of your chips lay elsewhere.").wait_for()
    assert answers("loss") == ["2 on falls, 8 on rises"]


@pytest.mark.parametrize("theme", ["Dark", "Light"])
def test_axe_finds_nothing_serious_in_what_was_answered(lesson, theme, shoot):
    lesson.theme(theme)
    for name, cell in zip(("big", "order", "draw", "stills", "break", "bet", "small"), CELLS, strict=True):
        lesson.view(cell).scroll_into_view_if_needed()
        shoot(lesson.page, f"predict-{name}-answered-{theme.lower()}")
    assert serious(lesson.page) == []
    assert not lesson.complaints
