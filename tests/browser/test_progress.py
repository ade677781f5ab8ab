"""live.progress and live.predictions in JupyterLab: tables that can be read with eyes and without."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

TRIED = """from micrograd_lab import journal
journal.add("prediction", lesson="02", name="x", question="Up or down?", answer="up")
journal.add("outcome", lesson="02", name="x", answer="up", outcome="down")
for number, outcome, met, points in [
    ("5.1", "Passed", "", 2), ("5.2", "Incorrect", "just recurse", 0.5), ("6.1", "NotAttempted", "", 0)
]:
    journal.add("attempt", exercise=number, title="A title", outcome=outcome, misconception=met, points=points, of=2)
journal.add("hint", exercise="5.2", level=2)"""


@pytest.fixture(scope="module")
def shown(open_cells):
    return open_cells("progress", TRIED, "live.progress()", "live.predictions()")


def test_progress_is_shown_by_lesson(shown):
    page = shown.page
    page.locator("table caption").first.wait_for()
    captions = page.locator("table caption").all_inner_texts()
    assert [text for text in captions if text in ("Lesson 5", "Lesson 6")] == ["Lesson 5", "Lesson 6"]
    row = page.get_by_role("row", name="5.2 A title")
    assert row.get_by_role("rowheader").count() == 1
    assert row.get_by_role("cell").all_inner_texts() == [
        "◐ tried",
        "1 so far",
        "0.5 of 2",
        "just recurse",
        "hints 1 and 2",
    ]


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_axe_finds_nothing_serious_in_the_tables(shown, theme, shoot):
    shown.theme(theme)
    shown.page.locator("table caption").first.scroll_into_view_if_needed()
    shoot(shown.page, f"progress-{theme.lower()}")
    found = Axe().run(shown.page, context=".jp-RenderedHTMLCommon table").response["violations"]
    assert [v["id"] for v in found if v["impact"] in ("serious", "critical")] == []
