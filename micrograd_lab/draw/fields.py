"""What a network has learned, as matplotlib figures."""

import numpy as np

from .. import replay

ORANGE, BLUE = "#e69f00", "#0072b2"  # Okabe & Ito 2008


def grid(data, size=100, margin=0.5):
    """Points on a grid around the data, (size * size, 2), row by row from the top; and the picture's limits."""
    low, high = data.X.min(axis=0) - margin, data.X.max(axis=0) + margin
    across, down = np.linspace(low[0], high[0], size), np.linspace(high[1], low[1], size)
    points = np.stack(np.meshgrid(across, down), axis=-1).reshape(-1, 2)
    return points, (float(low[0]), float(high[0]), float(low[1]), float(high[1]))


def field(model, data, size=100):
    """The model's score at every place, the points, and the boundary where the score is 0.

    Orange and circles are for +1, blue and squares for -1.
    """
    points, limits = grid(data, size)
    scores = replay.scores(model, points).reshape(size, size)
    figure, axes = _figure(4.6, 3.8)
    bound = max(1.0, float(np.nanmax(np.abs(scores))))
    colours = _between_blue_and_orange()
    image = axes.imshow(scores, extent=limits, cmap=colours, vmin=-bound, vmax=bound, aspect="auto")
    if scores.min() < 0 < scores.max():
        axes.contour(scores[::-1], levels=[0], extent=limits, colors="#111111", linewidths=1.5)
    for sign, marker, colour in ((1, "o", ORANGE), (-1, "s", BLUE)):
        here = data.X[data.y == sign]
        axes.scatter(*here.T, marker=marker, c=colour, edgecolors="#111111", s=22, linewidths=0.7, label=f"{sign:+d}")
    axes.legend(title="label", loc="upper right", framealpha=0.9)
    axes.set(xlabel="x0", ylabel="x1")
    figure.colorbar(image, label="score")
    return figure


def loss_curve(losses):
    """The loss at each step."""
    figure, axes = _figure(4.6, 2.4)
    axes.plot(losses, color=BLUE)
    axes.set(xlabel="step", ylabel="loss")
    axes.set_ylim(bottom=0)
    return figure


def _figure(width, height):
    # A Figure of its own, not pyplot's: shown once, where it is returned, and freed.
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained", dpi=100)
    return figure, figure.add_subplot()


def _between_blue_and_orange():
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("score", [BLUE, "#ffffff", ORANGE])
