"""live.attention in JupyterLab, against NumPy by hand."""

import numpy as np
import pytest

from micrograd_lab import live

from .page import box, drag, handle, locked, message_of, numbers_of, panel, place, press, spot, told, type_into

pytestmark = pytest.mark.browser

FREE = 'free = live.attention("emma")\nfree'
PREDICTED = """\
asked = live.predict(
    live.attention("emma", causal=False, row=0),
    "You switch the causal mask on. What is then the weight in row 0 on BOS itself?",
    lambda view: view.weights[0][0],
    lesson="browser",
    name="row 0",
    tried=lambda view: view.mask.value,
)
asked"""


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("attention", FREE, PREDICTED)


def by_hand(name, scale=0.5, causal=True):
    """The grid's texts, as NumPy has them."""
    view = live.attention(name, scale=1.0)
    scores = np.array(view.scores) * scale
    if causal:
        scores[np.triu_indices(len(scores), 1)] = -np.inf
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights /= weights.sum(axis=1, keepdims=True)
    return [["" if causal and j > i else f"{w:.2f}" for j, w in enumerate(row)] for i, row in enumerate(weights)]


def grid(view):
    texts = panel(view, "attention weights").locator(".mark.cells text").all_text_contents()
    size = round(len(texts) ** 0.5)
    return [texts[size * i : size * (i + 1)] for i in range(size)]


def mask(view):
    return view.get_by_role("checkbox", name="causal mask")


def test_the_mask_hides_the_future_and_row_0_sees_itself(lesson):
    view = lesson.view(FREE)
    assert grid(view) == by_hand("emma")
    assert grid(view)[0] == ["1.00", "", "", "", ""]
    mask(view).press("Space")
    lesson.until(lambda: grid(view), by_hand("emma", causal=False))
    assert float(numbers_of(view)["weight on later tokens"]) > 0.5
    mask(view).click()
    lesson.until(lambda: grid(view), by_hand("emma"))
    assert numbers_of(view)["row 0 on itself"] == "1.0000"


def test_keys_and_mouse_move_the_scale(lesson):
    view = lesson.view(FREE)
    for _ in range(3):
        handle(view, "scale of q . k").press("ArrowRight")
    lesson.until(lambda: grid(view), by_hand("emma", scale=0.65))
    drag(lesson.page, handle(view, "scale of q . k"), 70)
    lesson.until(lambda: place(view, "scale of q . k") > 1.0, True)
    lesson.until(lambda: grid(view) == by_hand("emma", scale=place(view, "scale of q . k")), True)
    type_into(box(view, "scale of q . k"), "0")
    lesson.until(lambda: grid(view)[4], ["0.20"] * 5)
    type_into(box(view, "scale of q . k"), "0.5")
    lesson.until(lambda: grid(view), by_hand("emma"))


def test_a_click_on_a_row_shows_its_bars(lesson):
    view = lesson.view(FREE)
    lesson.page.mouse.click(*spot(view, "attention weights", 0.5, 0.5))
    bars = panel(view, "row 2, m: weights").locator('.mark[data-name="weight"] rect')
    bars.first.wait_for()
    shown = [float(height) for height in bars.evaluate_all("all => all.map(bar => bar.getAttribute('height'))")]
    weights = [float(text or 0) for text in by_hand("emma")[2]]
    assert np.array(shown) / sum(shown) == pytest.approx(weights, abs=0.006)
    hidden = panel(view, "row 2, m: scores").locator(".mark.label text").all_text_contents()
    assert hidden == ["-inf", "-inf"]
    handle(view, "row").press("Home")
    panel(view, "row 0, BOS: weights").wait_for()


def test_a_name_is_typed_and_one_that_cannot_be_read_is_told(lesson):
    view = lesson.view(FREE)
    name = view.get_by_role("textbox", name="name")
    type_into(name, "olivia")
    lesson.until(lambda: grid(view), by_hand("olivia"))
    type_into(name, "Zoe 2")
    said = "A name here is 1 to 7 letters from a to z; got 'Zoe 2'. Try emma. The picture is still that of olivia."
    lesson.until(lambda: message_of(view), said)
    assert grid(view) == by_hand("olivia")
    type_into(name, "ada")
    lesson.until(lambda: grid(view), by_hand("ada"))
    lesson.until(lambda: message_of(view), "")


def test_a_wrong_prediction_is_kept_and_shown_beside_the_outcome(lesson, lab):
    view = lesson.view(PREDICTED)
    lesson.until(lambda: locked(view, ["scale of q . k", "row"]), [True, True])
    assert mask(view).is_disabled()
    view.get_by_placeholder("a number").fill("0.2")
    press(view, "commit")
    lesson.until(lambda: locked(view, ["scale of q . k", "row"]), [False, False])
    mask(view).click()
    assert told(view) == ["0.2", "1"]
    kept = [(e["kind"], e["answer"], e.get("outcome")) for e in lab.journal() if e["name"] == "row 0"]
    assert kept == [("prediction", 0.2, None), ("outcome", 0.2, 1.0)]


def test_pictures_for_a_person_to_look_at(lesson, shoot):
    for theme in ("Dark", "Light"):
        lesson.theme(theme)
        for name, source in (("free", FREE), ("predicted", PREDICTED)):
            lesson.view(source).evaluate("e => e.scrollIntoView()")
            shoot(lesson.page, f"attention-{name}-{theme.lower()}")
    assert not lesson.complaints
