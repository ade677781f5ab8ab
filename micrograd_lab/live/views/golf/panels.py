"""The panels of live.golf: the course with the balls' ways, the losses by step, and the steps by rate."""

import math
from typing import NamedTuple

import numpy as np

from ....draw.charts import Axis, Field, Label, Line, Panel, Points
from ....experiments.golf import HIGH, LIMIT, LOW
from ....replay.field import places_in

SIZE, GRID, MARKED_STEPS = (200, 200), 60, 60  # of a panel, in pixels; places a side of the field; symbols on a way
COURSE = "The {name} from above: from {start[0]:g}, {start[1]:g} to the hole at 0, 0. {balls}."
BALL = "{name}, {steps} steps, now at {x:.4g}, {y:.4g}"
LOSSES, LOSS = "Loss by step. {balls}.", "{name} from {first:.4g} to {last:.4g}"
COVERED = "Steps by rate. Covered until your mark is placed; it stands at {mark:.4g}."
SWEPT = "Steps to the hole by rate, {rates} rates. SGD's limit is {limit:.4g}{mark}. Fewest: {best}."
BEST, NEVER, MARKED = "{name} {n} at {rate:.3g}", "{name} never", "; your mark stands at {mark:.4g}"


class Style(NamedTuple):
    """How a club is told from the others, in any colour."""

    colour: str
    dash: bool | str
    shape: str


KIT = {
    "SGD": Style("blue", False, "circle"),
    "momentum": Style("red", True, "square"),
    "Adam": Style("green", "dots", "triangle"),
}
HERE = ("SGD", "momentum")  # named over the course
OWN = Style("ink", False, "cross")


def heights(hole):
    """The losses as heights: equal steps of height are larger steps of loss further up, as in log(1 + loss)."""
    grid = hole.f(*places_in(hole.span, GRID).T).reshape(GRID, GRID)
    shares = np.log1p(grid / (np.median(grid) / 10))
    shares /= shares.max()
    # A Field shows tanh(score / 2).
    levels = 2 * np.arctanh(0.95 * np.arange(1, 10) / 10)
    return Field("", 2 * np.arctanh(0.95 * shares), tuple(levels.tolist()), heights=True)


def course(hole, field, rounds):
    """The course from above, with the way of each ball: `rounds` are {name: Round}.

    The card on screen names the clubs. In a still two are named here, and the others over the losses: one legend of all
    would make this panel too wide.
    """
    left, right, bottom, top = hole.span
    marks, said = [field], []
    for name, played in rounds.items():
        style = KIT.get(name, OWN)
        x, y = zip(*played.places, strict=True)
        # The browser draws no line to 1e200.
        x = tuple(np.clip(x, 2 * left - right, 2 * right - left).tolist())
        y = tuple(np.clip(y, 2 * bottom - top, 2 * top - bottom).tolist())
        marks.append(Line("", x, y, style.colour, style.dash, 1.5))
        every = math.ceil(len(x) / MARKED_STEPS)
        marks.append(Points(name if name in HERE else "", x[::every], y[::every], style.colour, style.shape, 3))
        marks.append(Points("", x[-1:], y[-1:], style.colour, style.shape, 7))
        here = {"name": name, "steps": played.steps, "x": played.places[-1][0], "y": played.places[-1][1]}
        said.append(BALL.format(**here))
    marks.append(Points("", *((x,) for x in hole.start), "grey", "circle", 6))
    marks.append(Points("", (0.0,), (0.0,), "ink", "circle", 6))
    told = COURSE.format(name=hole.name, start=hole.start, balls="; ".join(said))
    axes = Axis("x", left, right), Axis("y", bottom, top)
    return Panel(hole.name + ", from above", *axes, tuple(marks), SIZE, told=told)


def losses(rounds):
    """The loss at each step of each ball."""
    every = [loss for played in rounds.values() for loss in played.losses if 0 < loss < math.inf]
    low, high = (math.log10(pick(every, default=1.0)) for pick in (min, max))
    low = max(math.floor(low), -8)
    marks, said = [], []
    for name, played in rounds.items():
        style = KIT.get(name, OWN)
        named = "" if name in HERE else name
        marks.append(Line(named, tuple(range(len(played.losses))), tuple(played.losses), style.colour, style.dash))
        said.append(LOSS.format(name=name, first=played.losses[0], last=played.losses[-1]))
        marks.append(Points("", (len(played.losses) - 1,), tuple(played.losses[-1:]), style.colour, style.shape, 7))
    longest = max(played.steps for played in rounds.values())
    across = Axis("step", 0.0, 103.0 if longest <= 100 else 1.03 * LIMIT)
    scale = Axis("loss", 10.0**low, 10.0 ** min(max(math.ceil(high + 0.1), low + 2), 300), log=True)
    return Panel("loss by step", across, scale, tuple(marks), SIZE, told=LOSSES.format(balls="; ".join(said)))


def rates(sweeps, limit, rate, mark):
    """The steps that each club takes to the hole at each rate: {name: Sweep}, or None while they are covered."""
    axes = Axis("learning rate", LOW, HIGH, log=True), Axis("steps to the hole", 0.0, float(LIMIT))
    marks = [Line("", (rate, rate), (0.0, 0.2 * LIMIT), "grey", False, 1.5)]
    marks.append(Label("lr", rate, 0.23 * LIMIT, "middle", "grey"))
    if mark is not None:
        marks.append(Line("your mark", (mark, mark), (0.0, 0.9 * LIMIT), "purple", True, 3.0))
    if sweeps is None:
        told = COVERED.format(mark=mark)
        return Panel("place your mark", *axes, tuple(marks), SIZE, click=True, told=told)
    said = []
    for name, swept in sweeps.items():
        style = KIT.get(name, OWN)
        steps = tuple(math.nan if n is None else float(n) for n in swept.steps)
        marks.append(Line("", tuple(swept.rates), steps, style.colour, style.dash, 1.5))
        if swept.best:
            n, best = swept.best
            marks.append(Points("", (best,), (float(n),), style.colour, style.shape, 7))
        said.append(
            BEST.format(name=name, n=swept.best[0], rate=swept.best[1]) if swept.best else NEVER.format(name=name)
        )
    marks.append(Line("SGD's limit", (limit, limit), (0.0, float(LIMIT)), "orange", False, 2.5))
    words = {"rates": len(next(iter(sweeps.values())).rates), "limit": limit, "best": ", ".join(said)}
    told = SWEPT.format(mark="" if mark is None else MARKED.format(mark=mark), **words)
    return Panel("steps by rate", *axes, tuple(marks), SIZE, click=True, told=told)
