"""What a network has learned, as matplotlib figures."""

import numpy as np

from .. import replay
from ..graph import digits
from ..replay.field import grid
from .colours import BLUE, ORANGE, blue_to_orange
from .plot import Plot, new_figure

FIELD = "Scores from {low} to {high}, accuracy {accuracy:.1%}."
LOSS = "Loss over {steps} steps, from {first} to {last}"


def points(data) -> Plot:
    """The points alone. Circles in orange are labelled +1, squares in blue -1."""
    figure, [axes] = new_figure(4.2, 3.4)
    _mark(axes, data)
    return Plot(figure, repr(data))


def field(model, data, size: int = 100) -> Plot:
    """The model's score at every place, the points, and the boundary where the score is 0.

    Orange where the score is above 0, blue below; the colour is full at a score of about 4.
    """
    places, limits = grid(data, size)
    scores = replay.scores(model, places).reshape(size, size)
    figure, [axes] = new_figure(4.6, 3.4)
    # tanh(score / 2), as in the live view: strong differences near the boundary, none far away
    image = axes.imshow(np.tanh(scores / 2), extent=limits, cmap=blue_to_orange(), vmin=-1, vmax=1, aspect="auto")
    if scores.min() < 0 < scores.max():
        axes.contour(scores[::-1], levels=[0], extent=limits, colors="#111111", linewidths=1.5)
    _mark(axes, data)
    marks = np.array([-4, -2, -1, 0, 1, 2, 4])
    figure.colorbar(image, label="score", ticks=np.tanh(marks / 2)).ax.set_yticklabels(
        f"{m:+d}" if m else "0" for m in marks
    )
    right = ((replay.scores(model, data.X) > 0) == (data.y > 0)).mean()
    return Plot(figure, FIELD.format(low=digits(scores.min()), high=digits(scores.max()), accuracy=right))


def loss_curve(losses) -> Plot:
    """The loss at each step, from 0 up: a list of numbers."""
    figure, [axes] = new_figure(4.6, 2.4)
    axes.plot(losses, color=BLUE)
    axes.set(xlabel="step", ylabel="loss")
    axes.set_ylim(bottom=0)
    return Plot(figure, LOSS.format(steps=len(losses), first=digits(losses[0]), last=digits(losses[-1])))


def _mark(axes, data):
    for sign, marker, colour in ((1, "o", ORANGE), (-1, "s", BLUE)):
        here = data.X[data.y == sign]
        axes.scatter(*here.T, marker=marker, c=colour, edgecolors="#111111", s=22, linewidths=0.7, label=f"{sign:+d}")
    axes.legend(title="label", loc="upper right", framealpha=0.9)
    axes.set(xlabel="x0", ylabel="x1")
