"""live.backward and live.fill in JupyterLab, against the engine run here."""

import pytest

from micrograd_lab import Value
from micrograd_lab.graph import short

from .page import boxes_of, drag, gradients_of, handle, place, press, told

TIMES = "\N{MULTIPLICATION SIGN}"

pytestmark = pytest.mark.browser

IMPORTS = """
def f(a, b, c):
    t = a * b
    t.label = "t"
    u = t * c
    u.label = "u"
    return t + u
"""
WATCH = "watch = live.backward(f, a=2.0, b=-3.0, c=4.0)\nwatch"
CHOOSE = 'choose = live.backward(f, order="you choose", a=2.0, b=-3.0, c=4.0)\nchoose'
FILL = "fill = live.fill(f, a=2.0, b=-3.0, c=4.0)\nfill"
WIDE = 'wide = live.fill("((((a * b + c).tanh() * b + c).tanh()) * b + c).tanh()", a=2.0, b=-3.0, c=4.0)\nwide'
GUESS = """guess = live.predict(
    live.backward(f, order="recursive", a=2.0, b=-3.0, c=4.0),
    question="Each box sends what it has, then asks its inputs to do the same. What is a.grad in the end?",
    options=["-15", "-18", "-3"], outcome=lambda view: f"{view.results['recursive'].gradients['a']:g}",
    lesson="05", name="recursive", tried=lambda view: "recursive" in view.results,
)
guess"""


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("backward", IMPORTS, WATCH, CHOOSE, FILL, WIDE, GUESS)


def engine():
    """The gradients that backward() gives, by name."""
    a, b, c = Value(2.0), Value(-3.0), Value(4.0)
    t = a * b
    u = t * c
    y = t + u
    y.backward()
    return {"a": a.grad, "b": b.grad, "c": c.grad, "t": t.grad, "u": u.grad, "y": y.grad}


def grads(view):
    """The gradients on screen, by name; None where none is shown yet."""
    return gradients_of(view)


def marks(view):
    """What stands above boxes, by name."""
    return {box["name"]: box["mark"] for box in boxes_of(view) if "mark" in box}


def asked(view):
    """The names of those whose gradient is asked for."""
    return [box["name"] for box in boxes_of(view) if box.get("grad") == "grad = ?"]


def bricks(view, name):
    """What lies in a box, as the classes of its bricks."""
    found = value_of(view, name).locator(".brick").evaluate_all("all => all.map(e => e.getAttribute('class'))")
    return [brick.removeprefix("brick ") for brick in found]


def said(view):
    return view.locator(".micrograd-graph [role=status]").inner_text()


def value_of(view, name):
    return view.locator(".micrograd-graph .value", has=view.page.locator(f"text.name:text-is('{name}')"))


def test_steps_by_button_and_by_key_go_forwards_and_back(lesson, shoot):
    view = lesson.view(WATCH)
    nothing = dict.fromkeys("abctu") | {"y": 1.0}
    lesson.until(lambda: grads(view), nothing)
    press(view, "step")
    lesson.until(lambda: grads(view), nothing | {"t": 1.0})
    assert said(view) == "A step of t moves y by as much: so y passes its 1 on as it is."
    view.locator("svg").focus()
    for _ in range(2):
        lesson.page.keyboard.press("ArrowRight")
    lesson.until(lambda: grads(view), nothing | {"u": 1.0, "t": 5.0})
    assert said(view) == "In t * c, t counts c times: so u passes its 1 on 4 times."
    strip = view.locator(".strip code").all_inner_texts()
    assert strip == ["t.grad += c.data * u.grad", "t.grad += 4 * 1    so 1 + 4 = 5"]
    assert view.locator(".strip .tap").all_inner_texts() == ["c.data", "4"]
    assert bricks(view, "t") == ["up", "up"]
    assert value_of(view, "c").locator(".ring").count() == 1
    assert view.locator("g.ground rect").count() == 1
    widths = view.locator(".stream").evaluate_all("paths => paths.map(p => Number(p.getAttribute('stroke-width')))")
    assert sorted(widths) == [1.2, 1.2, 4.8]  # 1, 1 and 4 of at most 15
    for theme in ("Dark", "Light"):
        lesson.theme(theme)
        shoot(lesson.page, f"backward-{theme.lower()}")
    lesson.page.keyboard.press("ArrowLeft")
    lesson.until(lambda: grads(view), nothing | {"u": 1.0, "t": 1.0})
    press(view, "back")
    lesson.until(lambda: grads(view), nothing | {"t": 1.0})
    press(view, "to the end")
    lesson.until(lambda: grads(view), engine())
    assert "backward()" in view.inner_text()
    press(view, "reset")
    lesson.until(lambda: grads(view), nothing)


def test_playing_goes_to_the_end_by_itself(lesson):
    view = lesson.view(WATCH)
    view.get_by_role("combobox", name="order").select_option("breadth-first")
    press(view, "play")
    lesson.until(lambda: grads(view), engine() | {"a": -3.0, "b": 2.0})
    lesson.until(lambda: lesson.ask("print(watch.play.value)"), "False")
    seen = marks(view)
    assert [seen[name] for name in "ab"] == ["✗ not -15", "✗ not 10"]
    assert bricks(view, "t") == ["up", "up left"]


def test_who_fires_is_chosen_by_click_and_by_key(lesson, shoot):
    view = lesson.view(CHOOSE)
    value_of(view, "t").click()
    view.get_by_text("Nothing has arrived at t yet.").wait_for()
    value_of(view, "y").click()
    lesson.until(lambda: grads(view)["t"], 1.0)
    view.locator("svg").focus()
    for key in ("Home", "ArrowRight", "ArrowRight"):  # a, b, t
        lesson.page.keyboard.press(key)
    assert said(view).startswith("t = a * b = -6, grad 1,")
    lesson.page.keyboard.press("Enter")
    lesson.until(lambda: grads(view)["a"], -3.0)
    value_of(view, "u").click()
    lesson.until(lambda: grads(view), engine() | {"a": -3.0, "b": 2.0})
    assert bricks(view, "t") == ["up", "up left"]
    for theme in ("Dark", "Light"):
        lesson.theme(theme)
        shoot(lesson.page, f"backward-choose-{theme.lower()}")


def test_a_right_gradient_unlocks_the_next_and_a_wrong_one_is_answered(lesson, shoot):
    view, right = lesson.view(FILL), engine()
    entry = view.get_by_placeholder("a number")

    def answer(number):
        entry.fill(f"{number:g}")
        if number < 0:
            press(view, "check")
        else:
            entry.press("Enter")

    for name, wrong, words in (
        ("y", 0.0, "its own gradient is 1"),
        ("u", None, ""),
        ("c", 6.0, "the sign is not"),
        ("t", 4.0, "That arrives on one road only"),
        ("b", -3.0 * right["t"], "The operands are swapped"),
        ("a", -3.0, "That is the local derivative alone"),
    ):
        lesson.until(lambda: asked(view), [name])
        if words:
            answer(wrong)
            view.get_by_text(words).wait_for()
            assert grads(view)[name] is None
        if name == "t":
            for theme in ("Dark", "Light"):
                lesson.theme(theme)
                view.get_by_role("button", name="save picture").scroll_into_view_if_needed()
                shoot(lesson.page, f"fill-{theme.lower()}")
        answer(right[name])
        lesson.until(lambda name=name: grads(view)[name], right[name])
    assert grads(view) == right
    drag(lesson.page, handle(view, "by h"), 20)
    lesson.until(lambda: place(view, "by h") > 0, True)
    h = place(view, "by h")
    y = (2 + h) * -3 + (2 + h) * -3 * 4
    change, expected = (short(x) for x in (y + 30, right["a"] * h))
    view.get_by_text(f"y changes by {change}. a.grad {TIMES} h = {expected}").wait_for()


def test_the_box_that_is_asked_for_is_on_screen_where_a_graph_is_wider_than_its_pane(lesson):
    view = lesson.view(WIDE)

    def seen():
        return view.evaluate(
            """view => {
                const pane = view.querySelector(".picture"), { left, right } = pane.getBoundingClientRect();
                const asked = [...view.querySelectorAll(".value")].find(v => v.textContent.includes("grad = ?"));
                const box = asked.getBoundingClientRect();
                return [pane.scrollWidth > pane.clientWidth, left <= box.left && box.right <= right];
            }"""
        )

    lesson.until(seen, [True, True])


def test_a_wrong_prediction_is_kept_and_stands_beside_what_happens(lesson, lab, shoot):
    view = lesson.view(GUESS)
    assert view.get_by_role("button", name="step").is_disabled()
    view.get_by_role("radio").nth(0).click()
    press(view, "commit")
    lesson.until(lambda: view.get_by_role("button", name="step").is_disabled(), False)
    assert [e["answer"] for e in lab.journal() if e["name"] == "recursive"] == ["-15"]
    for _ in range(8):
        press(view, "step")
    lesson.until(lambda: grads(view)["a"], -18.0)
    assert told(view) == ["-15", "-18"]
    lesson.until(lambda: lab.journal()[-1].get("outcome"), "-18")
    for theme in ("Dark", "Light"):
        lesson.theme(theme)
        shoot(lesson.page, f"backward-predict-{theme.lower()}")
    assert not lesson.complaints
