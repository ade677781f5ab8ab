"""live.roads in JupyterLab, against slopes worked out by hand."""

import math

import pytest

from micrograd_lab.graph import short

from .page import gradients_of, handle, place, press

pytestmark = pytest.mark.browser

FREE = 'free = live.roads("(a * b) * (a + b)", a=-2.0, b=3.0)\nfree'
ASKED = """asked = live.predict(
    live.roads("a + a", a=2.0), "y = a + a. Switch the rule to =. Which gradient does a end with?",
    outcome=lambda view: f"{view.gradients['a']:.0f}", options=["0", "1", "2"],
    tried=lambda view: view.rule.value == "=", lesson="04", name="= for a + a",
)
asked"""


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("roads", FREE, ASKED)


def grads(view, *names):
    """The gradients in the picture, by name."""
    return {name: grad for name, grad in gradients_of(view).items() if name in names}


def test_rule_and_sliders_move_the_gradients_to_those_by_hand(lesson, shoot):
    view = lesson.view(FREE)

    def right(a, b):
        return {"a": float(short(b * (a + b) + a * b)), "b": float(short(a * (a + b) + a * b))}

    lesson.until(lambda: grads(view, "a", "b"), right(-2.0, 3.0))
    view.get_by_role("button", name="=", exact=True).click()
    lesson.until(lambda: grads(view, "a", "b"), {"a": 3.0, "b": -2.0})
    assert "a ends with 3, the right gradient is -3" in view.inner_text()
    for theme in ("Dark", "Light"):
        lesson.theme(theme)
        view.scroll_into_view_if_needed()
        shoot(lesson.page, f"roads-{theme.lower()}")
    view.get_by_role("button", name="+=", exact=True).click()
    handle(view, "a").press("PageUp")
    lesson.until(lambda: place(view, "a") > -2.0, True)
    lesson.until(lambda: grads(view, "a", "b"), right(place(view, "a"), 3.0))
    view.get_by_role("combobox", name="try").select_option("a.tanh() + a.exp() + a**3")
    a = place(view, "a")
    slope = 1 - math.tanh(a) ** 2 + math.exp(a) + 3 * a * a
    lesson.until(lambda: grads(view, "a")["a"], float(short(slope)))
    assert not lesson.complaints


def test_a_wrong_prediction_is_kept_and_stands_beside_what_happens(lesson, lab):
    view = lesson.view(ASKED)
    assert view.get_by_role("combobox", name="try").is_disabled()
    view.get_by_role("radio", name="2", exact=True).check()
    press(view, "commit")
    lesson.until(lambda: view.get_by_role("combobox", name="try").is_disabled(), False)
    view.get_by_role("button", name="=", exact=True).click()
    lesson.until(lambda: "What happens" in view.inner_text(), True)
    kept = [entry for entry in lab.journal() if entry.get("name") == "= for a + a"]
    assert [(entry["kind"], entry.get("outcome")) for entry in kept] == [("prediction", None), ("outcome", "1")]
    assert not lesson.complaints
