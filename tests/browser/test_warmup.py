"""live.warmup in JupyterLab: by keys alone, and said aloud."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

CELL = 'live.warmup("05")'


@pytest.fixture(scope="module")
def page(open_cells):
    return open_cells("warmup", CELL)


def test_three_questions_are_answered_by_keys_alone(page, lab, shoot):
    view = page.view(CELL)
    field = view.get_by_role("textbox", name="your answer")
    field.focus()
    page.page.keyboard.type("7")
    page.page.keyboard.press("Enter")
    said = view.get_by_role("alert")
    page.until(lambda: "That is with +=." in said.inner_text(), True)
    shoot(page.page, "warmup_wrong")
    field.fill("5")
    page.page.keyboard.press("Enter")
    page.until(lambda: "The second one threw the first one out." in said.inner_text(), True)
    page.until(field.is_visible, False)
    shoot(page.page, "warmup_right")
    page.page.keyboard.press("Enter")  # the keys are at "next" now, and then at the field again
    page.until(lambda: field.evaluate("e => e === document.activeElement"), True)
    view.get_by_role("button", name="next").press("Enter")
    page.until(lambda: "3 of 3, from lesson 0." in view.inner_text(), True)
    view.get_by_role("radio", name="B, to the right").check()
    view.get_by_role("button", name="answer").press("Enter")
    page.until(lambda: "It makes the loss less" in said.inner_text(), True)
    shoot(page.page, "warmup_choice")
    kept = [(e["item"], e["answer"], e["right"]) for e in lab.journal() if e["kind"] == "warmup"]
    assert kept == [
        ("thrown out", 7.0, False),
        ("thrown out", 5.0, True),
        ("which matters most", "B, to the right", True),
    ]


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_axe_finds_nothing_serious(page, theme, shoot):
    page.theme(theme)
    found = Axe().run(page.page, context=".micrograd-view", options={"resultTypes": ["violations"]}).response
    assert [v["id"] for v in found["violations"] if v["impact"] in ("serious", "critical")] == []
    shoot(page.page, f"warmup_{theme.lower()}")
