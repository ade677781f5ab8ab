"""live.cost in JupyterLab: keys and mouse change how many squares there are."""

import pytest

from .page import handle, numbers_of, panel

pytestmark = pytest.mark.browser

CELL = "view = live.cost(3)\nview"


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("cost", CELL)


def test_a_square_for_each_run_and_one_walk_whatever_the_count(lesson, shoot):
    view = lesson.view(CELL)
    squares = panel(view, "by measuring: 4 runs").locator(".mark.points > *")
    assert squares.count() == 4
    handle(view, "numbers").press("End")
    lesson.until(lambda: numbers_of(view)["numbers"], "337")
    lesson.until(lambda: panel(view, "by measuring: 338 runs").locator(".mark.points > *").count(), 338)
    assert panel(view, "by walking back: 1 run, 1 walk").locator(".mark.points > *").count() == 2
    for theme in ("Dark", "Light"):
        lesson.theme(theme)
        shoot(lesson.page, f"cost-{theme.lower()}")
    assert not lesson.complaints
