"""live.graph in JupyterLab, whose numbers move in the page before the kernel is asked, and without it."""

import os

import pytest

from micrograd_lab import Value
from micrograd_lab.draw.graphs.marks import marked, number
from micrograd_lab.graph import short

from .drags import dragged
from .page import box, boxes_of, handle, place, type_into

pytestmark = pytest.mark.browser

TEXT = (
    "((a * b + c).tanh() * (a + b) - c * a).relu() + (b * b * 0.1 + a).exp() / (c * c + 1) ** 0.5 + (a * a + 1).log()"
)
CELL = f'view = live.graph("{TEXT}", a=0.5, b=-1.0, c=0.5, backward=True)\nview'
BENT = "bent = live.graph(lambda a: a * a.data, a=2.0)\nbent"
TURNS = "turns = live.graph(lambda a: a * a if a.data < 3 else a + a, a=2.9)\nturns"
FAILS = 'fails = live.graph("b / a", a=0.1, b=1.0)\nfails'
# What the page shows as soon as a key has been heard: no answer can have come by then.
AT_ONCE = """async (handle, keys) => {
    for (const key of keys) handle.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    if (keys.length > 1) await new Promise(requestAnimationFrame); // many keys in one frame are shown together
    const svg = handle.closest(".micrograd-view").querySelector(".micrograd-graph svg");
    const kinds = [".value .data", ".value :is(.grad, .sum)", "g[class^=t] text"];
    const texts = kinds.map(kind => [...svg.querySelectorAll(kind)].map(text => text.textContent));
    return [svg.getAttribute("aria-label"), ...texts];
}"""


@pytest.fixture(scope="module")
def lesson(open_cells):
    lesson = open_cells("ahead", CELL, BENT, TURNS, FAILS)
    lesson.page.set_viewport_size({"width": 2600, "height": 1600})  # what is not on screen waits for its turn
    lesson.page.wait_for_timeout(1000)
    return lesson


def at_once(view, name, *keys):
    view.locator(".micrograd-graph").evaluate("e => e.scrollIntoView({ block: 'center' })")
    return handle(view, name).evaluate(AT_ONCE, keys)


def engine(a, b, c):
    leaves = {"a": Value(a, "a"), "b": Value(b, "b"), "c": Value(c, "c")}
    y = eval(TEXT, {}, leaves)
    y.backward()
    return y, leaves


def test_numbers_gradients_and_labels_are_there_before_the_kernel_is_asked(lesson):
    view = lesson.view(CELL)
    lesson.ask("before = view.redraws")
    sentence, data, grads, labels = at_once(view, "a", "ArrowRight", "ArrowRight")
    y, leaves = engine(0.7, -1.0, 0.5)
    assert sentence.endswith(f"= {short(y.data)}.")
    assert number(0.7) in data
    assert number(y.data) in data
    assert {grad.removeprefix("= ") for grad in grads} >= {marked(leaf.grad) for leaf in leaves.values()}
    lesson.until(lambda: float(lesson.ask("print(view.boxes['a'].value)")), 0.7)
    assert int(lesson.ask("print(view.redraws - before)")) >= 1
    lesson.page.wait_for_timeout(300)
    assert at_once(view, "a") == [sentence, data, grads, labels]


def test_page_and_kernel_agree_to_the_last_digit_over_random_drags(lesson):
    count = int(os.environ.get("MICROGRAD_LAB_DRAGS", 30))
    moved, own, differing = dragged(lesson, lesson.view(CELL), "view", count)
    assert moved == count
    assert own
    assert not differing


def test_after_many_moves_at_once_the_kernel_has_the_last_word(lesson):
    view = lesson.view(CELL)
    type_into(box(view, "a"), "0.5")
    lesson.until(lambda: lesson.ask("print(view.boxes['a'].value)"), "0.5")
    shown = at_once(view, "a", *["ArrowRight"] * 12, *["ArrowLeft"] * 5)
    lesson.until(lambda: lesson.ask("print(view.boxes['a'].value)"), "1.2")
    lesson.page.wait_for_timeout(300)
    assert at_once(view, "a") == shown
    assert place(view, "a") == 1.2
    lesson.ask("view.boxes['a'].value = -2.0")
    lesson.until(lambda: boxes_of(view)[0]["data"], "-2")
    assert place(view, "a") == -2.0


def test_without_backward_the_page_says_that_gradients_are_old(lesson):
    view = lesson.view(CELL)
    view.get_by_role("checkbox").uncheck()
    lesson.until(lambda: lesson.ask("print(view.backward.value, view.picture.sweeps)"), "False False")
    lesson.page.wait_for_timeout(200)
    _, data, grads, _ = at_once(view, "b", "ArrowRight")
    assert all(grad.startswith("old ") for grad in grads)
    lesson.page.wait_for_timeout(500)
    assert at_once(view, "b")[1:3] == [data, grads]
    view.get_by_role("checkbox").check()
    lesson.until(lambda: any(row["old"] for row in boxes_of(view)), False)


def test_where_more_than_the_inputs_moves_the_page_waits_for_the_kernel(lesson):
    view = lesson.view(BENT)
    for a in (2.1, 2.2, 2.3):
        handle(view, "a").press("ArrowRight")
        lesson.until(lambda: boxes_of(view)[-1]["data"], short(a * a))
    assert lesson.ask("print(bent.picture.program)") == "{}"


def test_a_graph_of_another_shape_gets_a_program_of_its_own(lesson):
    view = lesson.view(TURNS)
    handle(view, "a").press("ArrowRight")
    lesson.until(lambda: boxes_of(view)[-1]["data"], "6")
    lesson.page.wait_for_timeout(300)
    assert number(6.2) in at_once(view, "a", "ArrowRight")[1]


def test_where_there_is_no_result_the_picture_goes_back_to_the_last_one(lesson):
    view = lesson.view(FAILS)
    lesson.page.wait_for_timeout(300)
    assert "inf" in at_once(view, "a", "ArrowLeft")[1]
    lesson.until(lambda: boxes_of(view)[-1]["data"], "10")
    assert "No result here" in view.inner_text()
    at_once(view, "b", "ArrowRight")
    lesson.until(lambda: boxes_of(view)[-1]["data"], "10")
    assert at_once(view, "a", "ArrowRight")[1].count("11") == 1


def test_without_a_kernel_the_numbers_still_move(lesson, lab, shoot):
    view = lesson.view(CELL)
    type_into(box(view, "a"), "0.5")
    lesson.until(lambda: lesson.ask("print(view.boxes['a'].value)"), "0.5")
    lesson.page.wait_for_timeout(300)
    b, c = place(view, "b"), place(view, "c")
    lab.server.kill()
    lab.server.wait(20)
    try:
        for _ in range(3):
            handle(view, "a").press("ArrowRight")
        y, leaves = engine(0.8, b, c)
        assert boxes_of(view)[-1]["data"] == short(y.data)
        assert boxes_of(view)[0]["grad"].lstrip("▲▼ ") == short(leaves["a"].grad)
        assert box(view, "a").input_value() == "0.8"
        lesson.page.wait_for_timeout(1000)
        type_into(box(view, "a"), "0.25")
        y, _ = engine(0.25, b, c)
        assert boxes_of(view)[-1]["data"] == short(y.data)
        shoot(lesson.page, "graph-without-kernel")
    finally:
        lab.start()
