"""live.attention without a browser, against NumPy by hand."""

import math

import numpy as np
import pytest

from micrograd_lab import live
from micrograd_lab.experiments import attention


def softmax(rows):
    shifted = np.exp(rows - rows.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)


def products(view):
    """q . k from the view's scores, at a scale of 1."""
    return np.array(view.scores) / view.scaling.value


@pytest.mark.parametrize("causal", [True, False])
@pytest.mark.parametrize("scale", [0.05, 0.5, 4.0])
def test_weights_are_numpys_softmax_of_the_masked_scores(causal, scale):
    view = live.attention("olivia", causal=causal)
    by_hand = products(view) * scale
    if causal:
        by_hand[np.triu_indices(7, 1)] = -np.inf
    view.scaling.value = scale
    assert np.array(view.masked) == pytest.approx(by_hand)
    assert np.array(view.weights) == pytest.approx(softmax(by_hand))


@pytest.mark.parametrize("name", ["a", "emma", "zzzzzzz"])
@pytest.mark.parametrize("causal", [True, False])
def test_rows_sum_to_one(name, causal):
    weights = np.array(live.attention(name, causal=causal, scale=4.0).weights)
    assert weights.shape == (len(name) + 1, len(name) + 1)
    assert weights.sum(axis=1) == pytest.approx(np.ones(len(name) + 1))


def test_row_0_sees_itself_alone_until_the_mask_is_off():
    view = live.attention("emma")
    assert view.weights[0] == (1.0, 0.0, 0.0, 0.0, 0.0)
    assert not np.triu(view.weights, 1).any()
    assert view.numbers()["weight on later tokens"] == "0.0000"
    view.mask.value = False
    assert 0 < view.weights[0][0] < 1
    assert (np.array(view.weights) > 0).all()


def test_the_last_row_is_the_same_with_and_without_the_mask():
    view = live.attention("emma")
    last = view.weights[-1]
    view.mask.value = False
    assert view.weights[-1] == last


def test_a_later_letter_changes_no_earlier_row_under_the_mask():
    view = live.attention("emma")
    before = view.weights
    view.spell("emmy")
    assert view.weights[:4] == before[:4]
    assert view.weights[4] != before[4]
    open_before = live.attention("emma", causal=False).weights
    assert live.attention("emmy", causal=False).weights[0] != open_before[0]


def test_scale_0_spreads_evenly_and_a_large_one_picks_the_largest_score():
    view = live.attention("emma", causal=False, scale=0.0)
    assert np.array(view.weights) == pytest.approx(np.full((5, 5), 0.2))
    view.scaling.value = 0.5
    scores, even = np.array(view.scores), np.array(view.weights)
    view.scaling.value = 4.0
    sharp = np.array(view.weights)
    assert (sharp.argmax(axis=1) == scores.argmax(axis=1)).all()
    assert (sharp.max(axis=1) >= even.max(axis=1)).all()
    assert (sharp.max(axis=1) > 0.7).all()


def test_with_scale_0_the_mask_shares_evenly_among_what_is_seen():
    weights = np.array(live.attention("emma", scale=0.0).weights)
    assert weights == pytest.approx(np.tril(np.ones((5, 5))) / np.arange(1, 6)[:, None])


def test_the_chosen_row_has_its_bars():
    view = live.attention("emma", row=1)
    grid, scores, weights = view.panels()
    assert scores.title == "row 1, e: scores"
    before, after, *hidden = scores.marks
    assert before.y == view.scores[1]
    assert after.y[:2] == view.scores[1][:2]
    assert np.isnan(after.y[2:]).all()
    assert [word.text for word in hidden] == ["-inf"] * 3
    assert weights.marks[0].y == view.weights[1]
    assert grid.marks[0].texts[0] == ("1.00", "", "", "", "")
    view.pointed({"phase": "press", "panel": 0, "x": 2.2, "y": 3.7, "x0": 2.2, "y0": 3.7, "key": ""})
    assert view.chosen == 3
    view.pointed({"phase": "move", "panel": 0, "x": 2.2, "y": 99.0, "x0": 2.2, "y0": 3.7, "key": ""})
    assert view.chosen == 4


def test_a_shorter_name_has_fewer_rows():
    view = live.attention("emma", row=4)
    view.name.value = "bo"
    assert (view.chosen, len(view.weights), view.row.max) == (2, 3, 2)
    view.name.value = "michael"
    assert len(view.weights) == 8


@pytest.mark.parametrize("name", ["", "Emma", "emma2", "zoë", "maximilian"])
def test_a_name_that_cannot_be_read_is_told_and_the_last_one_stays(name):
    view = live.attention("emma")
    before = view.text()
    view.name.value = name
    assert "1 to 7 letters from a to z; got" in view.message.value
    assert view.text() == before
    view.name.value = "ada"
    assert view.message.value == ""
    assert view.tokens == ("BOS", "a", "d", "a")


def test_code_makes_what_is_on_screen():
    view = live.attention("emma", causal=False)
    view.name.value, view.scaling.value, view.rows.value = "ada", 1.25, 1
    assert eval(view.code(), {"live": live}).text() == view.text()


def test_a_still_picture_and_a_lock():
    view = live.attention()
    assert set(view.still()) == {"image/png"}
    assert "BOS 1.00 0.00 0.00 0.00 0.00" in view.text()
    view.lock()
    assert all(control.disabled for control in view.controls)
    assert view.chart.locked


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"tokens": "Emma"}, "got 'Emma'"),
        ({"tokens": 3}, "got 3"),
        ({"scale": -1}, "got -1. The usual one is 0.5"),
        ({"scale": float("nan")}, "got nan"),
        ({"row": 5}, "to 4; got 5"),
    ],
)
def test_what_cannot_be_shown_is_told_what_to_try(arguments, said):
    with pytest.raises(ValueError, match=said):
        live.attention(**arguments)


def test_a_head_attends_without_a_screen():
    head = attention.Head("abc")
    seen = head.attend(0.0, causal=True)
    assert head.tokens == ("BOS", "a", "b", "c")
    assert seen.weights[2] == pytest.approx((1 / 3, 1 / 3, 1 / 3, 0.0))
    assert seen.masked[1] == (0.0, 0.0, -math.inf, -math.inf)
    assert head.attend(1.0, causal=False).masked == head.attend(1.0, causal=False).scores
