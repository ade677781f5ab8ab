"""live.cost in JupyterLab: keys and mouse change how many squares there are."""

import pytest

from .page import handle, numbers_of, panel

pytestmark = pytest.mark.browser

CELL = "view = live.cost(3)\nview"


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("cost", CELL)


def squares(view, title):
    """How many symbols a panel's points are: each begins with a move, in one path."""
    return panel(view, title).locator(".mark.points path").evaluate_all("paths => paths.map(p => p.getAttribute('d'))")


def test_a_square_for_each_run_and_one_walk_whatever_the_count(lesson, shoot):
    view = lesson.view(CELL)
    (few,) = squares(view, "by measuring: 4 runs")
    handle(view, "numbers").press("End")
    lesson.until(lambda: numbers_of(view)["slopes that agree"], "337 of 337")
    (many,) = squares(view, "by measuring: 338 runs")
    assert (few.upper().count("M"), many.upper().count("M")) == (4, 338)
    assert len(squares(view, "by walking back: 1 run, 1 walk")) == 2
    for theme in ("Dark", "Light"):
        lesson.theme(theme)
        shoot(lesson.page, f"cost-{theme.lower()}")
    assert not lesson.complaints
