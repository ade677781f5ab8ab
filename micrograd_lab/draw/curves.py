"""A function of one number as a curve, with places on it."""

from .chart_still import chart
from .charts import Axis, Label, Line, Panel, Points
from .graphs import Picture
from .plot import Plot
from .scales import evenly

CURVE = "The curve of f from x = {low:g} to {high:g}."
CURVE_AND_PLACES = "The curve of f from x = {low:g} to {high:g}: {places}."
PLACE = "{name} at x = {x:g}"
REVERSED = "a curve goes from a lower to a higher x; got {low} and {high}. Exchange them."


def curve(f, low: float, high: float, **places: float) -> Plot | Picture:
    """The curve of f from low to high, and a named point at each place: draw.curve(f, -2, 3, A=0.5).

    f takes and gives a plain number. ValueError unless low is below high.
    """
    if not low < high:
        raise ValueError(REVERSED.format(low=low, high=high))
    across = evenly(float(low), float(high), 201)
    heights = [float(f(x)) for x in across]
    bottom, top = min(heights), max(heights)
    room = 0.12 * (top - bottom) or 1.0
    at = {name: (float(x), float(f(x))) for name, x in places.items()}
    marks = [Line("", tuple(across), tuple(heights), "ink")]
    if at:
        marks.append(Points("", tuple(x for x, _ in at.values()), tuple(y for _, y in at.values()), "orange", size=7))
    marks += [Label(name, x, y + 0.6 * room) for name, (x, y) in at.items()]
    axes = Axis("x", float(low), float(high)), Axis("f(x)", bottom - room, top + room)
    named = ", ".join(PLACE.format(name=name, x=x) for name, (x, _) in at.items())
    text = (CURVE_AND_PLACES if named else CURVE).format(low=low, high=high, places=named)
    return chart([Panel("", *axes, tuple(marks), (440, 240))], text)
