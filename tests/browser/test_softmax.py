"""live.softmax in JupyterLab, against NumPy by hand."""

import numpy as np
import pytest

from .page import drag, handle, numbers_of, panel, place

pytestmark = pytest.mark.browser

CELL = "view = live.softmax([0.0, 3.0, -2.0, 1.0], label=3)\nview"


@pytest.fixture(scope="module")
def lesson(open_cells):
    return open_cells("softmax", CELL)


def expected(logits, label=3):
    p = np.exp(logits) / np.exp(logits).sum()
    gradients = p - np.eye(len(p))[label]
    rows = {f"probability {n}": f"{x:.4f}" for n, x in enumerate(p)}
    rows |= {f"gradient {n}": f"{g:+.4f}" for n, g in enumerate(gradients)}
    return rows | {"sum of gradients": "0.0000", "loss": f"{-np.log(p[label]):.4f}"}


def test_keys_and_mouse_move_bars_and_numbers_to_numpys(lesson, shoot):
    view = lesson.view(CELL)
    handle(view, "logit 0").press("ArrowRight")
    drag(lesson.page, handle(view, "logit 2"), 40)
    lesson.until(lambda: place(view, "logit 2") > -2.0, True)
    logits = [place(view, f"logit {n}") for n in range(4)]
    assert logits[0] == 0.1
    lesson.until(lambda: numbers_of(view), expected(logits))
    bars = panel(view, "probabilities").locator(".mark.bars rect")
    heights = [float(bars.nth(n).get_attribute("height")) for n in range(4)]
    p = np.exp(logits) / np.exp(logits).sum()
    assert heights == pytest.approx(220 * p, abs=0.02)
    for theme in ("Dark", "Light"):
        lesson.theme(theme)
        shoot(lesson.page, f"softmax-{theme.lower()}")
    assert not lesson.complaints
