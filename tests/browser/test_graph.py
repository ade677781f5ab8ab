"""live.graph on a Value in JupyterLab: sliders, the line that says what a box is, and old gradients."""

import pytest

from micrograd_lab import Value, nn
from micrograd_lab.draw.layout import REMEDY
from micrograd_lab.graph import short, snapshot, text

from .page import boxes_of, drag, handle, message_of, place, press

pytestmark = pytest.mark.browser

START = 'a, b = Value(2.0, "a"), Value(-3.0, "b")\ny = (a * b + 1).tanh() / b\ny.label = "y"'
CELL = "view = live.graph(y, backward=True)\nview"
GUESS = """guess = live.predict(
    live.graph("a * b", a=2.0, b=-3.0, backward=True),
    question="You take away the tick at backward, then drag b. What does a.grad do?",
    options=["it follows b", "it stays as it was", "it becomes 0"], outcome="it stays as it was",
    lesson="04", name="old gradients", tried=lambda view: view.old and view.boxes["b"].value != -3.0,
)
guess"""

MODEL = 'from micrograd_lab import nn\nmodel = nn.MLP(2, [8, 8, 1], activation="tanh", seed=1)'
LARGE = "large = live.graph(lambda a, b: model([a, b]), limit=None, a=0.5, b=-1.0)\nlarge"
AGAIN = "large  # once more"
WORDS = """from micrograd_lab.draw import layout
layout.LAYOUTERS.clear()
words = live.graph("a * b", a=2.0, b=-3.0)
words"""
# What changes in the picture, batch by batch: the numbers of the boxes in each.
BATCHES = """picture => {
    window.batches = [];
    const boxOf = ({ target }) => (target.closest ? target : target.parentNode)?.closest(".value");
    const number = box => box?.getAttribute("class").match(/\\bv\\d+/) ?? [];
    new MutationObserver(changes => batches.push(new Set(changes.flatMap(change => number(boxOf(change)))).size))
        .observe(picture, { subtree: true, childList: true, characterData: true });
}"""


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("graph", START, CELL, GUESS, MODEL, LARGE, AGAIN)


def engine(a, b):
    a, b = Value(a, "a"), Value(b, "b")
    y = (a * b + 1).tanh() / b
    y.label = "y"
    y.backward()
    return y


def lines(a, b):
    """The graph in words, a line per value, as the engine has it."""
    return text(snapshot(engine(a, b))).splitlines()


def said(view):
    return view.locator(".micrograd-graph [role=status]").inner_text()


def box(view, number):
    return view.locator(f".micrograd-graph .v{number}")


def told(view):
    """What the line says of each value, one after another, as the mouse goes over them."""
    sentences = []
    for number in range(view.locator(".micrograd-graph .value").count()):
        box(view, number).hover()
        sentences.append(said(view))
    return sentences


def gradients(view):
    """The gradient's row of each box."""
    return [box.get("grad") for box in boxes_of(view)]


def test_keys_and_mouse_move_a_values_own_graph_to_the_engines_numbers(lesson, shoot):
    view = lesson.view(CELL)
    handle(view, "a").press("ArrowRight")
    drag(lesson.page, handle(view, "b"), 30)
    lesson.until(lambda: place(view, "b") > -3.0, True)
    a, b = place(view, "a"), place(view, "b")
    assert a == 2.1
    lesson.until(lambda: told(view), lines(a, b))
    assert (
        lesson.ask("print(y.data, a.grad)")
        == f"{engine(a, b).data} {engine(a, b).inputs[0].inputs[0].inputs[0].inputs[0].grad}"
    )
    for theme in ("Dark", "Light"):
        lesson.theme(theme)
        shoot(lesson.page, f"graph-{theme.lower()}")


def test_arrow_keys_go_from_box_to_box_and_enter_chooses(lesson):
    view = lesson.view(CELL)
    lesson.page.mouse.move(5, 5)
    expected = lines(place(view, "a"), place(view, "b"))
    stops = view.locator(".micrograd-graph [tabindex], .micrograd-graph a").evaluate_all(
        "all => all.map(e => e.tagName)"
    )
    assert stops == ["svg"]
    view.get_by_role("checkbox").focus()
    lesson.page.keyboard.press("Tab")
    assert lesson.page.evaluate("document.activeElement.tagName") == "svg"
    seen = []
    for _ in expected:
        lesson.page.keyboard.press("ArrowRight")
        seen.append(said(view))
    assert seen == expected
    lesson.page.keyboard.press("ArrowUp")
    assert said(view) == expected[-2]
    ring = view.locator(".value.here").evaluate_all("all => all.map(e => e.getAttribute('class'))")
    assert ring == [f"value v{len(expected) - 2} here"]
    lesson.page.keyboard.press("Home")
    lesson.page.keyboard.press("Enter")
    lesson.until(lambda: lesson.ask("print(view.chosen)"), "0")
    assert lesson.page.evaluate("document.activeElement.tagName") == "svg"  # JupyterLab has not taken the key
    box(view, 2).click()
    lesson.until(lambda: lesson.ask("print(view.chosen)"), "2")


def test_without_backward_gradients_stay_and_look_old(lesson, shoot):
    view = lesson.view(CELL)
    a, b = place(view, "a"), place(view, "b")
    fresh = gradients(view)
    assert not any(row.startswith("old") for row in fresh)
    assert view.locator(".stream").count() > 0
    view.get_by_role("checkbox").uncheck()
    drag(lesson.page, handle(view, "a"), -30)
    lesson.until(lambda: place(view, "a") < a, True)
    now = place(view, "a")
    lesson.until(lambda: boxes_of(view)[6]["data"], short(engine(now, b).data))
    assert gradients(view) == [f"old {row}" for row in fresh]
    assert all(row["old"] for row in boxes_of(view))
    assert view.locator(".stream").count() == 0
    box(view, 0).hover()
    assert said(view).startswith(f"a = {short(now)}, old grad ")
    assert message_of(view).startswith(f"The gradients are old: they are those at a = {a:g}")
    for theme in ("Dark", "Light"):
        lesson.theme(theme)
        shoot(lesson.page, f"graph-old-{theme.lower()}")
    view.get_by_role("checkbox").check()
    lesson.until(lambda: told(view), lines(now, b))
    assert not any(row.startswith("old") for row in gradients(view))


def test_a_wrong_prediction_is_kept_and_stands_beside_what_happens(lesson, lab):
    view = lesson.view(GUESS)
    view.get_by_role("radio").nth(0).click()
    press(view, "commit")
    lesson.until(lambda: handle(view, "b").get_attribute("aria-disabled"), "false")
    assert [e["answer"] for e in lab.journal() if e["name"] == "old gradients"] == ["it follows b"]
    handle(view, "b").press("ArrowRight")
    lesson.until(lambda: gradients(view)[0], "▼ -2.9")
    assert "What happens" not in view.inner_text()
    view.get_by_role("checkbox").uncheck()
    handle(view, "b").press("ArrowRight")
    lesson.until(lambda: gradients(view)[0], "old ▼ -2.9")
    lesson.until(lambda: lab.journal()[-1].get("outcome"), "it stays as it was")
    view.get_by_text("What happens").wait_for()
    assert not lesson.complaints


def test_of_a_graph_wider_than_the_page_what_is_on_screen_is_written_first(lesson):
    view = lesson.view(LARGE)
    view.evaluate("e => e.scrollIntoView()")
    view.locator(".picture").evaluate(BATCHES)
    handle(view, "a").press("ArrowRight")
    out = nn.MLP(2, [8, 8, 1], activation="tanh", seed=1)([Value(0.6, "a"), Value(-1.0, "b")])
    out.backward()
    grads = [short(record.grad) for record in snapshot(out)]
    lesson.until(lambda: sorted(row.split(" ")[-1] for row in gradients(view)), sorted(grads))
    first, *rest = lesson.page.evaluate("batches")
    assert 5 < first < len(grads) / 3
    assert first + sum(rest) > len(grads) / 2


def test_what_is_off_screen_is_written_as_soon_as_it_is_scrolled_to(lesson):
    view = lesson.view(LARGE)
    view.evaluate("e => e.scrollIntoView()")
    there = """async handle => {
        const pane = handle.closest(".micrograd-view").querySelector(".picture");
        const texts = () => [...pane.querySelectorAll(".value .data")].map(text => text.textContent);
        const press = key => handle.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        const changed = (some, others) => some.filter((text, n) => text !== others[n]).length;
        await new Promise(done => setTimeout(done, 3000));
        const before = texts();
        press("ArrowRight");
        const first = texts();
        const scrolled = new Promise(done => {
            addEventListener("scroll", () => done(texts()), { capture: true, once: true });
        });
        pane.scrollLeft = 1200;
        return [changed(before, first), changed(first, await scrolled)];
    }"""
    first, later = handle(view, "a").evaluate(there)
    view.locator(".picture").evaluate("e => { e.scrollLeft = 0; }")
    assert first > 5
    assert later > 5


def test_a_large_graph_lies_in_tiles_and_only_those_near_the_screen_are_laid_out(lesson):
    view = lesson.view(LARGE)
    view.evaluate("e => e.scrollIntoView()")
    here = """picture => [...picture.querySelectorAll(".value .outline")].filter(e => {
        const box = e.getBoundingClientRect(), pane = picture.getBoundingClientRect();
        return box.right > pane.left && box.left < pane.right && box.bottom > 0 && box.top < innerHeight;
    }).map(e => e.checkVisibility({ contentVisibilityAuto: true }))"""
    hidden = "all => all.filter(e => e.style.contentVisibility === 'hidden').length"
    picture, tiles = view.locator(".picture"), view.locator(".tile")
    lesson.until(lambda: tiles.evaluate_all(hidden) > tiles.count() / 3, True)
    seen = 0
    for left in (0, 800, 1600, 2400, 3200):
        picture.evaluate("(e, left) => { e.scrollLeft = left; }", left)
        lesson.until(lambda: False in picture.evaluate(here), False)
        seen += len(picture.evaluate(here))
    picture.evaluate("e => { e.scrollLeft = 0; }")
    assert seen > 10
    assert len(boxes_of(view)) == picture.locator(".tile .value").count() == 299


def test_a_click_on_a_box_of_a_large_graph_is_followed_by_its_keys(lesson):
    view = lesson.view(LARGE)
    lesson.page.mouse.move(5, 5)
    view.locator(".picture .value").first.scroll_into_view_if_needed()
    view.locator(".picture .v0").click()
    assert lesson.page.evaluate("document.activeElement.getAttribute('role')") == "img"
    lesson.until(lambda: lesson.ask("print(large.chosen)"), "0")
    lesson.page.keyboard.press("ArrowRight")
    assert view.locator(".value.here").evaluate("e => e.getAttribute('class')").startswith("value v1 ")


def test_a_second_view_of_a_large_graph_shows_the_same_numbers(lesson):
    one, other = lesson.view(LARGE), lesson.view(AGAIN)
    handle(one, "a").press("ArrowRight")
    lesson.until(lambda: boxes_of(other) == boxes_of(one), True)
    assert [view.locator(".tile .value").count() for view in (one, other)] == [299, 299]
    other.evaluate("e => e.scrollIntoView()")
    seen = "all => all.filter(e => e.checkVisibility({ contentVisibilityAuto: true })).length"
    lesson.until(lambda: other.locator(".tile .data").evaluate_all(seen) > 20, True)


def test_a_large_graph_is_printed_in_one_piece_in_the_order_in_which_it_was_drawn(lesson):
    view = lesson.view(LARGE)
    kinds = "svg => [...svg.querySelectorAll('g > g')].map(e => e.getAttribute('class').replace(' here', ''))"
    whole = view.locator("svg[role=img]")
    drawn = lesson.ask(
        """import re
print(*re.findall(r'<g class="([^"]*)">', large.picture.svg), sep=";")"""
    ).split(";")
    lesson.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed, left = whole.evaluate(kinds), view.locator(".tile g > g").count()
    lesson.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert printed == drawn
    assert left == 0
    assert view.locator(".tile .value").count() == 299


def test_where_nothing_lays_graphs_out_words_move_with_the_sliders(open_cells):
    lesson = open_cells("graph_in_words", WORDS)
    view = lesson.view(WORDS)
    words = view.locator(".micrograd-graph pre")
    handle(view, "a").press("ArrowRight")
    a, b = Value(2.1, "a"), Value(-3.0, "b")
    y = a * b
    y.label = "y"
    y.backward()
    lesson.until(lambda: words.inner_text().splitlines(), [*text(snapshot(y)).splitlines(), REMEDY])
    assert not lesson.complaints
