"""The panels of live.signal: the spread of each layer's answers, of the gradients by them, and its dead units."""

import math

from ....draw.charts import Axis, Bars, Line, Panel, Points

FLOOR, TOP = -10, 10  # the powers of ten between which a spread is shown
SIZE, LOW_SIZE = (470, 120), (470, 50)
TICKS = tuple((float(power - FLOOR), text) for power, text in ((-10, "1e-10"), (-5, "1e-5"), (0, "1"), (5, "1e5")))
ANSWERS, GRADIENTS = "there: the answers of each layer →", "← back: the gradients by them"
UNITS = {"relu": "dead: answers 0 at every point", "tanh": "saturated: beyond ±0.97", "linear": "dead or saturated"}
KIT, BEGAN = "the kit's", "as it began"
TOLD, OWN = "Spread of the {what} by layer. The kit's: {places}.", " {name}: {places}."
AT, JOIN, NO_NUMBER = "{spread:.2g} at {layer}", ", ", "no number at {layer}"
COUNTED = "Units of {width} that are {what}, by layer. The kit's: {kit}."
OWN_COUNTED = " {name}: {own}."
TOLD_AT = 6  # layers at which a spread is told


def bands(kit, own, name):
    """The two bands: of answers and of gradients, as Passages `kit` and `own`, or None."""
    found = []
    for title, what, colour in ((ANSWERS, "answers", "ink"), (GRADIENTS, "gradients", "orange")):
        spreads, layers = getattr(kit, what), len(kit.answers) - 1
        numbers = tuple(range(layers + 1))
        marks = [Bars(KIT, numbers, tuple(map(height, spreads)), 0.8, colour)]
        marks.append(Line(BEGAN, (-0.5, layers + 0.5), (-FLOOR, -FLOOR), "grey", True, 1.5))
        told = TOLD.format(what=what, places=_places(spreads))
        if own:
            ys = tuple(map(height, getattr(own, what)))
            marks += [Line("", numbers, ys, "purple", False, 2.5), Points(name, numbers, ys, "purple", "cross", 4)]
            told += OWN.format(name=name, places=_places(getattr(own, what)))
        axes = _layers(layers, ""), Axis("spread", 0.0, float(TOP - FLOOR), ticks=TICKS)
        found.append(Panel(title, *axes, tuple(marks), SIZE, below=bool(found), told=told))
    return found


def units(kit, own, name, activation, width):
    """How many of each layer's units are dead, of a ReLU, or saturated, of a tanh."""
    which = "saturated" if activation == "tanh" else "dead"
    counts, layers = getattr(kit, which), len(kit.dead)
    numbers = tuple(range(1, layers + 1))
    marks = [Bars(KIT, numbers, tuple(map(float, counts)), 0.8, "grey")]
    told = COUNTED.format(width=width, what=which, kit=JOIN.join(map(str, counts)))
    if own:
        others = getattr(own, which)
        marks.append(Points(name, numbers, tuple(map(float, others)), "purple", "cross", 4))
        told += OWN_COUNTED.format(name=name, own=JOIN.join(map(str, others)))
    up = Axis("units", 0.0, float(width), ticks=((0.0, "0"), (float(width), str(width))))
    return Panel(UNITS[activation], _layers(layers, "layer"), up, tuple(marks), LOW_SIZE, below=True, told=told)


def height(spread):
    """How far a spread stands above the floor, in powers of ten: 0 for what is lower, or is no number."""
    if math.isnan(spread) or spread <= 10.0**FLOOR:
        return 0.0
    return min(math.log10(spread), TOP) - FLOOR


def _layers(layers, label):
    every = 5 if layers > 10 else 1
    ticks = tuple((float(n), str(n)) for n in range(0, layers + 1, every))
    return Axis(label, -0.5, layers + 0.5, ticks=ticks)


def _places(spreads):
    last = len(spreads) - 1
    some = sorted({round(n * last / TOLD_AT) for n in range(TOLD_AT + 1)})
    told = (AT if math.isfinite(spreads[n]) else NO_NUMBER for n in some)
    return JOIN.join(text.format(spread=spreads[n], layer=n) for text, n in zip(told, some, strict=True))
