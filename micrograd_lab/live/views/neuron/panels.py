"""The lines of units that see the plane, as marks of a chart and as text."""

import math

import numpy as np

from ....draw.charts import Label, Line
from . import words

STYLES = ((True, "green", 1.5), ("dots", "purple", 2.5), (False, "red", 1.5))  # dashes, colour and width of h1, h2, h3


def marks_of(units, square, chosen):
    """The line of each unit, {name: Neuron} with two inputs, and the arrow (w1, w2) of the chosen one.

    A neuron alone, "out", has one bold line; hidden units have thin ones that differ.
    """
    marks = []
    for (name, unit), style in zip(units.items(), STYLES, strict=False):
        w, b = weights_of(unit)
        ends = square.line(w, b)
        dashes, colour, width = (False, "ink", 3.5) if name == "out" else style
        told = (words.ALONE if name == "out" else words.FOLDS).format(name=name)
        if ends is not None:
            x, y = ends.T
            marks.append(Line(told, tuple(x), tuple(y), colour, dashes, width, key=f"{name} line"))
        arrow = square.arrow(w, b) if name == chosen else None
        if arrow is not None:
            x, y = arrow.T
            marks.append(Line("(w1, w2)", tuple(x), tuple(y), colour, width=2.5, key=f"{name} arrow"))
            marks += _signs(ends, np.array(w), square)
    return marks


def weights_of(unit):
    """((w1, w2), b) as numbers."""
    *w, b = (p.data for p in unit.parameters())
    return tuple(w), b


def equation(unit):
    (w1, w2), b = weights_of(unit)
    if not w1 and not w2:
        return "none: w1 and w2 are 0"
    return f"{w1:.2f} x1 {'-' if w2 < 0 else '+'} {abs(w2):.2f} x2 {'-' if b < 0 else '+'} {abs(b):.2f} = 0"


def _signs(ends, w, square):
    """+ on the side that the arrow points to, - on the other, near one end of the line."""
    step = 0.09 * square.half * w / math.hypot(*w)
    near = ends[0] + 0.12 * (ends[1] - ends[0])
    places = (("+", near + step), ("\N{MINUS SIGN}", near - step))
    return [Label(sign, float(x), float(y), "middle") for sign, (x, y) in places]
