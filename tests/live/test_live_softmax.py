"""live.softmax without a browser, against NumPy by hand."""

import numpy as np
import pytest

from micrograd_lab import live


def by_hand(logits, label, temperature=1.0):
    scaled = np.array(logits) / temperature
    p = np.exp(scaled - scaled.max())
    p /= p.sum()
    # d loss / d logit = (p - 1 at the label) / temperature
    return p, (p - np.eye(len(p))[label]) / temperature, -np.log(p[label])


def test_the_reference_numbers_come_out():
    view = live.softmax([0.0, 3.0, -2.0, 1.0], label=3)
    assert view.loss == pytest.approx(2.17552, abs=1e-5)
    assert view.gradients == pytest.approx([0.04177, 0.83902, 0.00565, -0.88645], abs=1e-5)


@pytest.mark.parametrize("temperature", [0.1, 1.0, 2.0])
def test_sliders_move_everything_as_numpy_computes_it(temperature):
    view = live.softmax([0.0, 3.0, -2.0, 1.0], label=1)
    view.sliders[0].value = 2.5
    view.label.value = 2
    view.warmth.value = temperature
    p, gradients, loss = by_hand([2.5, 3.0, -2.0, 1.0], 2, temperature)
    assert view.probabilities == pytest.approx(p)
    assert view.gradients == pytest.approx(gradients)
    assert view.loss == pytest.approx(loss)
    shown = dict(view.chart.numbers)
    assert shown["gradient 2"] == f"{gradients[2]:+.4f}"
    assert shown["sum of gradients"] == "0.0000"
    bars = view.chart.panels[1]["marks"][0]
    assert bars["y"] == pytest.approx(gradients)


def test_only_the_label_has_a_negative_gradient():
    view = live.softmax()
    for label in range(4):
        view.label.value = label
        assert [g < 0 for g in view.gradients] == [n == label for n in range(4)]


def test_code_makes_what_is_on_screen():
    view = live.softmax([1.0, 2.0], label=1)
    view.sliders[0].value = -1.5
    again = eval(view.code(), {"live": live})
    assert again.text() == view.text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [({"logits": [1.0]}, "2 to 8 logits; got 1"), ({"label": 4}, "0 to 3; got 4")],
)
def test_what_cannot_be_shown_is_told_what_to_try(arguments, said):
    with pytest.raises(ValueError, match=said):
        live.softmax(**arguments)
