"""What is on screen of a network's layers: a histogram of each one's answers, a bar for each one's gradient."""

import math

import numpy as np

from ....draw.charts import Axis, Bars, Label, Panel
from ....graph import digits

BINS, HEIGHT = 21, 150  # an odd number of bins: 0 stands in the middle of one; and pixels
EDGES = {"tanh": (-1.0, 1.0), "sigmoid": (0.0, 1.0)}
ANSWERS = "Layer {number}, answers of {kind}: mean {mean}, spread {spread}; {said}."
NORMS = "Gradient norm of layers {each}."
FAINTEST, STRONGEST = 1e-9, 1e3  # gradient norms on the picture


def histogram(number, kind, answers, said, wide):
    """How often the units of one layer answer what, over all points."""
    numbers = answers[np.isfinite(answers)]
    low, high = EDGES.get(kind, (0.0, _round_up(float(numbers.max(initial=0.0)))))
    counts, edges = np.histogram(numbers, bins=BINS, range=(low, high))
    share, centres = counts / max(1, answers.size), (edges[:-1] + edges[1:]) / 2
    room = 0.03 * (high - low)
    ticks = tuple((place, f"{place:g}") for place in (low, (low + high) / 2, high))
    across, up = (
        Axis(kind, low - room, high + room, ticks=ticks),
        Axis("", 0.0, 1.15, ticks=((0.0, "0"), (0.5, "0.5"), (1.0, "1"))),
    )
    bars = Bars("", tuple(centres.tolist()), tuple(share.tolist()), width=(high - low) / BINS)
    words = Label(said, (low + high) / 2, 1.08, "middle")
    with np.errstate(all="ignore"):
        mean, std = (float(of(numbers)) for of in (np.mean, np.std)) if len(numbers) else (math.nan, math.nan)
    told = ANSWERS.format(number=number, kind=kind, mean=digits(mean), spread=digits(std), said=said)
    return Panel("layer {number}".format(number=number), across, up, (bars, words), (wide, HEIGHT), told=told)


def gradient_bars(norms, wide):
    """The length of each layer's part of the gradient."""
    names = [*map(str, range(1, len(norms))), "out"]
    places = tuple(range(1, len(norms) + 1))
    across = Axis("layer", 0.4, len(norms) + 0.6, ticks=tuple(zip(places, names, strict=True)))
    # A bar reaches over the lowest decade, which is for 0, and not over the panel's top.
    shown = tuple(min(STRONGEST, max(20 * FAINTEST, norm)) if norm > 0 else norm for norm in norms)
    up = Axis("", FAINTEST, STRONGEST, log=True, zero=True)
    each = ", ".join(f"{name}: {digits(norm)}" for name, norm in zip(names, norms, strict=True))
    bars = Bars("", places, shown, colour="purple")
    return Panel("gradient norm", across, up, (bars,), (wide, HEIGHT), told=NORMS.format(each=each))


def _round_up(x):
    """The next 1, 2, 3 or 5 times a power of ten, from 1 to 1e300."""
    x = min(x, 1e300)
    power = 10.0 ** math.floor(math.log10(max(1.0, x)))
    return next(step * power for step in (1, 2, 3, 5, 10) if step * power >= x)
