"""What draw.field, draw.points and draw.loss_curve draw, read back from matplotlib: places, shapes, colours, ticks."""

import inspect
import sys
from types import ModuleType

import numpy as np
import pytest
from matplotlib.collections import QuadMesh
from matplotlib.colors import to_hex
from matplotlib.markers import MarkerStyle

from micrograd_lab import draw, losses
from micrograd_lab.datasets import Dataset

ORANGE, BLUE = "#e69f00", "#0072b2"
# Not alike when mirrored or turned, and with a point on the boundary of each model below.
DATA = Dataset(
    np.array([[-3.5, -1.5], [3.5, 2.5], [1.0, -1.5], [0.0, 0.35], [0.0, 2.0]]), np.array([-1.0, 1, 1, -1, -1])
)


def plane(a, b, c):
    """A model whose score is a * x0 + b * x1 + c."""

    class Plane:
        def __call__(self, x):
            return a * x[0] + b * x[1] + c

        def parameters(self):
            return []

    return Plane()


def scatters(axes):
    """The points drawn on these axes: {label: artist}."""
    return {artist.get_label(): artist for artist in axes.collections if artist.get_label() in ("+1", "-1")}


def outline(shape):
    marker = MarkerStyle(shape)
    return marker.get_path().transformed(marker.get_transform()).vertices.tolist()


def boundary_lies_where_the_score_is_0(module):
    axes = module.field(plane(1.0, 2.0, -0.7), DATA, size=40).figure.axes[0]
    line = axes.collections[0]  # a tilted line: mirrored either way it would be another one
    places = np.concatenate([path.vertices for path in line.get_paths()])
    assert len(places) > 10
    assert places @ [1.0, 2.0] - 0.7 == pytest.approx(np.zeros(len(places)), abs=1e-6)
    assert places[:, 1].max() - places[:, 1].min() > 3


def points_wear_their_labels(module):
    for plot in (module.points(DATA), module.field(plane(1.0, 0.0, 0.0), DATA, size=5)):
        axes, _ = plot.figure.axes[0], plot.figure.canvas.draw()
        drawn = scatters(axes)
        for label, shape, colour in (("+1", "o", ORANGE), ("-1", "s", BLUE)):
            artist = drawn[label]
            assert artist.get_offsets().tolist() == DATA.X[float(label) == DATA.y].tolist()
            assert to_hex(artist.get_facecolor()[0]) == colour
            assert artist.get_paths()[0].vertices.tolist() == outline(shape)
        legend = axes.get_legend()
        told = dict(zip([text.get_text() for text in legend.get_texts()], legend.legend_handles, strict=True))
        assert {name: to_hex(handle.get_facecolor()[0]) for name, handle in told.items()} == {"+1": ORANGE, "-1": BLUE}
        assert {name: handle.get_paths()[0].vertices.tolist() for name, handle in told.items()} == {
            "+1": outline("o"),
            "-1": outline("s"),
        }
        assert (axes.get_xlabel(), axes.get_ylabel()) == ("x0", "x1")


def colours_are_those_of_the_colour_bar(module):
    # Nine columns from x0 = -4 to 4: a score for each tick of the bar.
    figure = module.field(plane(1.0, 0.0, 0.0), DATA, size=9).figure
    (image,), bar = figure.axes[0].get_images(), figure.axes[1]
    ticks = {float(text.get_text()): place for place, text in zip(bar.get_yticks(), bar.get_yticklabels(), strict=True)}
    assert list(ticks) == [-4, -2, -1, 0, 1, 2, 4]
    (painted,) = (artist for artist in bar.collections if isinstance(artist, QuadMesh))
    for score, place in ticks.items():
        shown = np.asarray(image.get_array())[:, int(score) + 4]
        assert shown == pytest.approx(np.full(9, place))
        assert image.cmap(image.norm(shown[0])) == painted.cmap(painted.norm(place))
    assert [to_hex(image.cmap(image.norm(x))) for x in (-1, 1)] == [BLUE, ORANGE]
    assert ticks[1] == pytest.approx(np.tanh(0.5))  # full at about 4, as in the live view


def field_stands_where_its_scores_are(module):
    axes = module.field(plane(0.0, 1.0, 0.25), DATA, size=9).figure.axes[0]
    (image,) = axes.get_images()
    low, high = DATA.X.min(axis=0) - 0.5, DATA.X.max(axis=0) + 0.5
    assert list(image.get_extent()) == [low[0], high[0], low[1], high[1]]
    assert image.origin == "upper"
    scores = 2 * np.arctanh(np.asarray(image.get_array())[:, 0])
    assert scores == pytest.approx(np.linspace(high[1], low[1], 9) + 0.25)


def accuracy_is_that_of_losses(module):
    for model in (plane(1.0, 0.0, 0.0), plane(-1.0, 0.0, 0.0), plane(1.0, 1.0, -0.35), plane(0.0, 0.0, 0.0)):
        right = losses.accuracy([model(x) for x in DATA.X], DATA.y)
        plot = module.field(model, DATA, size=5)
        assert plot.text.endswith(f"accuracy {right:.1%}.")


def text_gives_the_lowest_and_the_highest_score(module):
    plot = module.field(plane(1.0, 0.0, 0.5), DATA, size=5)
    assert plot.text.startswith("Scores from -3.5000 to 4.5000, ")


def loss_runs_from_the_first_step_to_the_last(module):
    plot = module.loss_curve([2.0, 1.0, 0.25])
    (axes,) = plot.figure.axes
    (line,) = axes.lines
    assert line.get_xydata().tolist() == [[0.0, 2.0], [1.0, 1.0], [2.0, 0.25]]
    assert (axes.get_xlabel(), axes.get_ylabel(), axes.get_ylim()[0]) == ("step", "loss", 0.0)
    assert plot.text == "Loss over 3 steps, from 2.0000 to 0.2500"


CHECKS = [
    boundary_lies_where_the_score_is_0,
    points_wear_their_labels,
    colours_are_those_of_the_colour_bar,
    field_stands_where_its_scores_are,
    accuracy_is_that_of_losses,
    text_gives_the_lowest_and_the_highest_score,
    loss_runs_from_the_first_step_to_the_last,
]
BREAKS = {
    "the boundary is mirrored": ("axes.contour(scores[::-1],", "axes.contour(scores,"),
    "the boundary is at a score of 1": ("levels=[0]", "levels=[1]"),
    "the labels' looks are exchanged": ('(1, "o", ORANGE), (-1, "s", BLUE)', '(-1, "o", ORANGE), (1, "s", BLUE)'),
    "the labels' names are exchanged": ('label=f"{sign:+d}"', 'label=f"{-sign:+d}"'),
    "the labels' shapes are exchanged": ('(1, "o", ORANGE), (-1, "s", BLUE)', '(1, "s", ORANGE), (-1, "o", BLUE)'),
    "the axes of the points are exchanged": ("scatter(*here.T", "scatter(*here.T[::-1]"),
    "the loss is reversed": ("axes.plot(losses,", "axes.plot(losses[::-1],"),
    "the colours are steeper than the bar": ("imshow(np.tanh(scores / 2)", "imshow(np.tanh(scores * 2)"),
    "the bar's ticks are elsewhere": ("ticks=np.tanh(marks / 2)", "ticks=np.tanh(marks)"),
    "the bar's texts have the other sign": ('f"{m:+d}" if m', 'f"{-m:+d}" if m'),
    "a score of 0 is counted as +1": ("data.X) > 0) ==", "data.X) >= 0) =="),
    "the field is upside down": ("imshow(np.tanh(scores / 2)", "imshow(np.tanh(scores[::-1] / 2)"),
    "the field is mirrored": ("imshow(np.tanh(scores / 2)", "imshow(np.tanh(scores[:, ::-1] / 2)"),
    "the colours are exchanged": ("cmap=blue_to_orange()", "cmap=blue_to_orange().reversed()"),
}


def broken(right, wrong):
    """The module of draw.field with this change."""
    whole = sys.modules[draw.field.__module__]
    source = inspect.getsource(whole)
    assert source.count(right) == 1, f"{whole.__name__} has no single {right!r}"
    module = ModuleType(whole.__name__)
    module.__package__ = whole.__package__
    exec(compile(source.replace(right, wrong), "broken", "exec"), vars(module))
    return module


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_what_is_drawn_is_what_is_so(check):
    check(draw)


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_picture_is_noticed(name):
    module = broken(*BREAKS[name])

    def holds(check):
        try:
            check(module)
        except AssertionError:
            return False
        return True

    refusing = [check.__name__ for check in CHECKS if not holds(check)]
    assert 1 <= len(refusing) < len(CHECKS)
