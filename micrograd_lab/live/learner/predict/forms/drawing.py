"""live.drawing: a curve is drawn, and the real one is laid over it."""

import math
from itertools import pairwise
from typing import NamedTuple

from ..form import Form
from ..pad import Frame, Pad

NOTHING = "There is no curve yet. Draw one from {low:g} to {high:g}: a rough one is enough."
GAP = "The curve has a gap between {x} = {start:.3g} and {end:.3g}. Draw over it."
SHORT = "The curve reaches from {start:.3g} to {end:.3g}, and is asked for from {low:g} to {high:g}. Draw on."
NO_CURVE = "That is no curve. In code: a list of (x, y), or a function of x. Found: {found}."
ASKED = "  a curve, over {x} from {low:g} to {high:g}, with {y} between {bottom:g} and {top:g}"
AT, JOIN = "{y:g} at {x:.3g}", ", "
DRAWN, REAL = "the curve that you drew", "the other curve, on average {apart:.2g} away from yours"
APART = "{places}; yours is {apart:.2g} away from it, on average"
NO_FUNCTION = "the outcome must be a function of one number, the curve itself; got {outcome!r}. Give math.tanh, say."
NO_FRAME = "a pad reaches from low to high, and from bottom to top; got {found!r}. Try live.drawing(-2, 2, -1, 5)."
SHOWN = 5  # places at which a curve is told


class Curve(NamedTuple):
    """What happens: its numbers at the pad's places, None where there is none, and the mean distance to an answer."""

    ys: tuple
    apart: float


class Drawing(Form):
    """A curve. It is as predicted where its mean distance to the real one is small enough."""

    stays = True

    def __init__(self, frame):
        self.frame = frame

    def entry(self):
        return Pad(self.frame)

    def missing(self, answer):
        low, high = self.frame.low, self.frame.high
        if callable(answer):
            return "" if any(y is not None for y in self._sampled(answer)) else NO_CURVE.format(found=answer)
        try:
            points = [(float(x), None if y is None else float(y)) for x, y in answer]
        except (TypeError, ValueError):
            return NO_CURVE.format(found=answer)
        points.sort(key=lambda point: point[0])
        drawn = [x for x, y in points if y is not None and math.isfinite(y)]
        if len(drawn) < 2:
            return NOTHING.format(low=low, high=high)
        near = (high - low) / 20
        if drawn[0] > low + near or drawn[-1] < high - near:
            return SHORT.format(start=drawn[0], end=drawn[-1], low=low, high=high)
        gap = next((x for x, y in points if drawn[0] < x < drawn[-1] and x not in drawn), None)
        if gap is None:
            return ""
        start, end = max(x for x in drawn if x < gap), min(x for x in drawn if x > gap)
        return GAP.format(x=self.frame.x, start=start, end=end)

    def read(self, answer):
        if callable(answer):
            return self._sampled(answer)
        points = sorted((float(x), float(y)) for x, y in answer if y is not None)
        return tuple(_between(points, x) for x in self.frame.places)

    def said(self, answer):
        every = (len(answer) - 1) // (SHOWN - 1)
        pairs = list(zip(self.frame.places, answer, strict=True))[::every]
        digits = 2 - math.floor(math.log10(self.frame.top - self.frame.bottom))  # as fine as one sees
        return JOIN.join(AT.format(x=x, y=round(y, digits) + 0.0) for x, y in pairs if y is not None)

    def brief(self, answer):
        return DRAWN

    def outcomes(self):
        return (REAL.format(apart=0.25),)

    def brief_told(self, happened):
        return REAL.format(apart=happened.apart)

    def lines(self):
        return [ASKED.format(**vars(self.frame))]

    def check(self, outcome):
        if not callable(outcome):
            raise ValueError(NO_FUNCTION.format(outcome=outcome))

    def happened(self, outcome, view, answer):
        real = self._sampled(outcome)
        apart = [abs(a - b) for a, b in zip(answer, real, strict=True) if None not in (a, b)]
        return Curve(real, sum(apart) / len(apart) if apart else math.inf)

    def told(self, happened):
        return APART.format(places=self.said(happened.ys), apart=happened.apart)

    def right(self, _answer, happened, within):
        return happened.apart <= (within or (self.frame.top - self.frame.bottom) / 10)

    def key(self, answer, right):
        return right

    def explained(self, answers, answer, right, within):
        if callable(answers):
            return answers(list(zip(self.frame.places, answer, strict=True)))
        return super().explained(answers, answer, right, within)

    def still(self, answer, happened):
        return {"image/svg+xml": self.frame.picture(answer, happened.ys if happened else None)}

    def show(self, entry, answer, happened=None):
        entry.ys, entry.disabled = list(answer), True
        entry.real = list(happened.ys) if happened else []

    def _sampled(self, function):
        return tuple(_number(function, x) for x in self.frame.places)


def drawing(low, high, bottom, top, x="x", y="y"):
    """Ask for a curve over x from low to high, drawn between bottom and top; x and y name the axes.

    In code the answer is a list of (x, y), with straight lines between, or a function. The outcome is the real curve, a
    function of x; `within` is the mean distance that counts as predicted, by default a tenth of the pad's height.
    `answers` has the keys True, where it is that near, and False; or is a function of the (x, y) that were drawn.
    """
    if not (math.isfinite(high - low) and low < high and math.isfinite(top - bottom) and bottom < top):
        raise ValueError(NO_FRAME.format(found=(low, high, bottom, top)))
    return Drawing(Frame(low, high, bottom, top, x, y))


def _number(function, x):
    """What a function gives at x, of a Value its data; None where it gives no number."""
    try:
        y = function(x)
        y = float(getattr(y, "data", y))
    except (ArithmeticError, ValueError):
        return None
    return y if math.isfinite(y) else None


def _between(points, x):
    """The height at x on straight lines through the points; beyond the ends, as at the ends."""
    if x <= points[0][0]:
        return points[0][1]
    for (x0, y0), (x1, y1) in pairwise(points):
        if x <= x1:
            return y1 if x1 == x0 else y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return points[-1][1]
