"""draw.curve: a function of one number, with named places on it."""

import pytest

from micrograd_lab import draw


def parabola(x):
    return 3 * x**2 - 4 * x + 5


def test_its_words_name_the_places():
    picture = draw.curve(parabola, -2, 4, A=0.5, B=3)
    assert repr(picture) == "The curve of f from x = -2 to 4: A at x = 0.5, B at x = 3."
    assert repr(draw.curve(parabola, -2, 4)) == "The curve of f from x = -2 to 4."


def test_the_line_and_the_points_lie_on_the_function():
    (axes,) = draw.curve(parabola, -2, 4, A=0.5, B=3).figure.axes
    for line in axes.lines:
        assert line.get_ydata() == pytest.approx([parabola(x) for x in line.get_xdata()])
    (points,) = axes.collections
    assert points.get_offsets().tolist() == [[0.5, parabola(0.5)], [3.0, parabola(3)]]
    for text, name, x in zip(axes.texts, "AB", (0.5, 3.0), strict=True):
        assert (text.get_text(), text.get_position()[0]) == (name, x)
        assert 0 < text.get_position()[1] - parabola(x) < 0.1 * parabola(4)
    assert (axes.get_xlim(), axes.get_xlabel(), axes.get_ylabel()) == ((-2.0, 4.0), "x", "f(x)")
    low, high = axes.get_ylim()
    assert low < parabola(2 / 3)
    assert high > parabola(-2)


def test_a_flat_curve_has_room_above_and_below():
    (axes,) = draw.curve(lambda x: 1, 0, 1).figure.axes
    assert axes.get_ylim() == (0.0, 2.0)


def test_ends_the_wrong_way_round_are_refused():
    with pytest.raises(ValueError, match="from a lower to a higher x; got 4 and -2"):
        draw.curve(parabola, 4, -2)
