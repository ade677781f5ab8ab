"""live.tiny in JupyterLab."""

import pytest

from .page import handle, numbers_of

pytestmark = pytest.mark.browser

CELL = "live.tiny()"


def test_a_key_moves_the_numbers(open_cells):
    lesson = open_cells("tiny", CELL)
    view = lesson.view(CELL)
    handle(view, "x").press("ArrowRight")
    lesson.until(lambda: numbers_of(view), {"twice x": "2.2", "half of x": "0.55"})
    assert not lesson.complaints
