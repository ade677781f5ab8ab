import math
import random

import pytest

from micrograd_lab import live
from micrograd_lab.draw.charts import Bars, Line, Points
from micrograd_lab.experiments.signal import GAINS

THERE, BACK, UNITS = range(3)


def init(nin, nout, activation):
    return [[random.gauss(0, GAINS[activation] / nin**0.5) for _ in range(nin)] for _ in range(nout)]


def halved(nin, nout, activation):
    return [[w / 2 for w in row] for row in init(nin, nout, activation)]


def broken(nin, nout, activation):
    return [[0.5] * nin] * (nout + 1)


def bars(panel):
    return next(mark.y for mark in panel.marks if isinstance(mark, Bars))


def test_a_bar_stands_for_each_layer_in_powers_of_ten():
    view = live.signal(scale=0.5)
    there, back, units = view.panels()
    assert bars(there) == pytest.approx([10 + math.log10(x) for x in view.kit.answers])
    assert bars(back) == pytest.approx([10 + math.log10(x) for x in view.kit.gradients])
    assert bars(units) == tuple(map(float, view.kit.dead))
    assert [mark.colour for panel in (there, back) for mark in panel.marks if isinstance(mark, Bars)] == [
        "ink",
        "orange",
    ]
    assert len(bars(there)) == 31
    assert len(bars(units)) == 30


def test_at_half_it_dies_at_twice_it_explodes_and_between_it_lives():
    view = live.signal()
    for scale, verdict, low, high in ((0.5, "dies", 0, 2), (1.0, "lives", 9, 11), (2.0, "explodes", 18, 20)):
        view.set(scale)
        assert view.sentence.startswith(f"The signal {verdict}: in 30 layers")
        assert low <= bars(view.panels()[THERE])[-1] <= high
        assert low <= bars(view.panels()[BACK])[0] <= high
        assert view.sentence in repr(view)
        assert f"The signal {verdict}" in view.message.value


def test_what_leaves_the_picture_ends_at_its_edge():
    view = live.signal(layers=60)
    view.set(2.0)
    assert max(bars(view.panels()[THERE])) == 20
    view.set(0.5)
    assert min(bars(view.panels()[THERE])) == 0
    assert view.powers(0.5)(60) == -10
    assert view.powers(2.0)(60) == 10


def test_tanh_keeps_the_answers_and_lets_the_gradients_explode():
    view = live.signal(activation="tanh", scale=2.0)
    assert "lives there: " in view.sentence
    assert "Back it explodes: 2.1e+04." in view.sentence
    assert "24 of 32 are saturated, in the last 10." in view.sentence
    assert view.panels()[UNITS].title.startswith("saturated")
    assert bars(view.panels()[UNITS]) == tuple(map(float, view.kit.saturated))
    view.choose("linear")
    assert "saturated" not in view.sentence
    assert set(bars(view.panels()[UNITS])) == {0.0}


def test_a_learner_s_init_is_laid_beside_the_kit_s_at_the_same_scale():
    view = live.signal(halved, scale=2.0)
    assert 0.1 < view.own.there < 3
    assert view.kit.there > 1e7
    assert "With your halved it lives: " in view.sentence
    for panel, spreads in zip(view.panels(), (view.own.answers, view.own.gradients), strict=False):
        (line,) = [mark for mark in panel.marks if isinstance(mark, Line) and mark.colour == "purple"]
        (points,) = [mark for mark in panel.marks if isinstance(mark, Points)]
        assert points.name == "your halved"
        assert line.y == points.y == pytest.approx([10 + math.log10(x) for x in spreads])
        assert "your halved: " in panel.told
    assert view.numbers()["yours dead, last layer"] == f"{view.own.dead[-1]} of 32"
    view.choose("tanh")
    assert 0.1 < view.own.there < 3


def test_the_learner_s_init_is_asked_once_for_each_activation_and_prints_nothing(capsys):
    asked = []

    def counted(nin, nout, activation):
        asked.append(activation)
        print("layer")
        return init(nin, nout, activation)

    view = live.signal(counted, layers=3)
    view.set(0.5)
    view.set(2.0)
    view.choose("tanh")
    view.choose("relu")
    assert asked == ["relu"] * 4 + ["tanh"] * 4  # and a small layer first
    assert capsys.readouterr().out == ""


def test_what_is_wrong_with_it_is_said_and_the_kit_s_stays():
    view = live.signal(broken)
    assert view.own is None
    assert [part.split(":")[0] for part in view.why.splitlines()] == ["asked", "found", "try"]
    assert view.why in view.sentence
    assert "found: 4 rows" in view.message.value
    assert len(view.panels()[THERE].marks) == 2
    assert "The signal lives" in view.sentence
    assert live.signal().why == ""


def nothing(nin, nout, activation):
    return [[0.0] * nin] * nout


def too_large(nin, nout, activation):
    return [[1e300] * nin] * nout


@pytest.mark.parametrize(
    ("made", "said", "last"), [(nothing, "is gone", "0 at 30."), (too_large, "is no number", "no number at 30.")]
)
def test_a_signal_that_is_gone_or_is_no_number_is_told(made, said, last):
    view = live.signal(made)
    assert f"With your {made.__name__} it {said}" in view.sentence
    points = next(mark for mark in view.panels()[THERE].marks if isinstance(mark, Points))
    assert points.y[-1] == 0.0
    assert view.panels()[THERE].told.endswith(", " + last)


@pytest.mark.parametrize("band", ["answers", "gradients"])
def test_the_powers_are_what_the_bars_show(band):
    view = live.signal()
    curve = view.powers(0.5, band)
    assert view.scale.value == 1.0
    view.set(0.5)
    shown = bars(view.panels()[THERE if band == "answers" else BACK])
    assert [curve(n) + 10 for n in range(31)] == pytest.approx(shown)
    assert curve(14.25) == pytest.approx((3 * curve(14) + curve(15)) / 4)


def test_a_curve_is_drawn_before_the_view_is_seen():
    view = live.signal()
    asked = live.predict(
        view,
        "How does the spread go on at half the scale?",
        view.powers(0.5),
        live.drawing(0, 30, -10, 2, "layer", "spread, as a power of ten"),
        hidden=True,
    )
    assert all(control.disabled for control in view.controls)
    assert "dead" not in repr(asked)
    asked.commit([(0, 0), (30, -0.3)])
    assert not any(control.disabled for control in view.controls)
    assert not asked.right
    assert asked.happened.ys[-1] == pytest.approx(-9.3, abs=0.1)
    assert asked.happened.apart > 3
    assert "dead" in repr(asked)
    again = live.predict(None, "Again?", view.powers(0.5), live.drawing(0, 30, -10, 2, "layer", "power"))
    again.commit(lambda layer: -0.3 * layer)
    assert again.right


def test_the_code_makes_what_is_on_screen():
    assert live.signal().code() == "live.signal(scale=1)"
    view = live.signal(init, layers=12, width=16)
    view.choose("tanh")
    view.scale.value = 0.7
    assert view.code() == "live.signal(init, layers=12, width=16, activation='tanh', scale=0.7)"
    made = eval(view.code())
    assert repr(made) == repr(view)


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ({"scale": 0.1}, "scale is a number from 0.4 to 2.5; got 0.1"),
        ({"scale": True}, "got True"),
        ({"scale": "x"}, "got 'x'"),
        ({"layers": 1}, "layers is a whole number from 2 to 60; got 1"),
        ({"layers": 2.5}, "got 2.5"),
        ({"width": 65}, "width is a whole number from 2 to 64; got 65"),
        ({"activation": "sigmoid"}, "the activations are relu, tanh, linear; got 'sigmoid'"),
    ],
)
def test_what_it_is_not_made_for_is_told(named, said):
    with pytest.raises(ValueError, match=said):
        live.signal(**named)


def test_only_the_two_bands_have_powers():
    with pytest.raises(ValueError, match="asked: the answers or the gradients"):
        live.signal().powers(0.5, "dead")
