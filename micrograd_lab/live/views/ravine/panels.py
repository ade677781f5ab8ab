"""The panels of live.ravine: the loss from above, two cuts through it, the way left of each number, and a race."""

from typing import NamedTuple

import numpy as np

from ....draw.charts import Axis, Bars, Field, Line, Panel, Points
from ....experiments.ravine import BEST
from ....experiments.what_if import MOST

MAP, CUTS, WAITS, RACE = (340, 190), (230, 190), (340, 80), (230, 80)  # in pixels
GRID, ALONG_CUT, NEAR = 44, 61, 0.45  # places a side of the map; places on a cut; how far the cut across reaches
ABOVE = (
    "The loss of all points from above; {left:.2g} to the right its run arrived, {run} steps on mini-batches on. "
    "{name} at rate {rate:.3g}, {steps} steps on all points: at {x:.2g} along and {y:.2g} across, loss {loss:.3g}."
)
CUT = (
    "The loss here is {loss:.3g}; 0.2 to either side {up:.3g} and {down:.3g} across, {ahead:.3g} and {behind:.3g} "
    "along. One step of SGD at rate {rate:.3g} goes {across:.2g} across and {along:.2g} along."
)
WAIT = (
    "{moving} of {count} numbers still have a way to go. At the size that a step of SGD at rate {rate:.3g} has here, "
    "a tenth of them need at most {few}, half of them at least {half}, and a tenth at least {many}."
)
STEPS, ENDLESS, NONE = "{n:.1f} steps", "1,000 steps", "No number has a way to go."
RACED = "Steps until all 100 points are right, networks 1 to {count}. {rows}."
ROW, NO_RACE, NEVER = "{name} at {rate:.3g}: {steps}", "No race yet.", "not in {most}"


class Style(NamedTuple):
    """How a club is told from the others, in any colour."""

    colour: str
    dash: bool | str
    shape: str


STYLES = {
    "SGD": Style("blue", False, "circle"),
    "momentum": Style("red", True, "square"),
    "Adam": Style("green", "dots", "triangle"),
}
OWN = Style("purple", False, "cross")


def window(ravine):
    """(left, right, bottom, top) of the map: both axes in the same unit."""
    x = max(abs(ravine.place(ravine.run.kept[ravine.last])[0]), 0.05)
    left, right = -0.2 * x, 1.4 * x
    half = (right - left) * MAP[1] / MAP[0] / 2
    return left, right, -half, half


def ground(ravine):
    """The losses in the window as heights, from white to grey."""
    left, right, bottom, top = window(ravine)
    x, y = np.meshgrid(np.linspace(left, right, GRID), np.linspace(top, bottom, GRID))
    grid = ravine.losses(x, y)
    low, middle = grid.min(), np.median(grid)
    shares = np.log1p((grid - low) / (max(middle - low, 1e-12) / 4))
    shares /= shares.max() or 1.0
    # A Field shows tanh(score / 2).
    levels = 2 * np.arctanh(0.95 * np.arange(1, 12) / 12)
    return Field("", 2 * np.arctanh(0.95 * shares), tuple(levels.tolist()), heights=True)


def above(ravine, field, name, rate, numbers):
    """The map: the training's own steps from here in grey, and those of a club, all numbers after each of them."""
    left, right, bottom, top = window(ravine)

    def clipped(places):
        x, y = zip(*places, strict=True)
        across = np.clip(x, 2 * left - right, 2 * right - left), np.clip(y, 2 * bottom - top, 2 * top - bottom)
        return tuple(tuple(axis.tolist()) for axis in across)

    style, run, places = STYLES.get(name, OWN), ravine.way(), [ravine.place(x) for x in numbers]
    marks = [
        field,
        Line("its run, mini-batches", *clipped(run), "grey", True, 1.0),
        Points("", *clipped(run[-1:]), "grey", "square", 7),
        Line("", *clipped(places), style.colour, style.dash, 2.0),
        Points(name + ", all points", *clipped(places), style.colour, style.shape, 4),
        Points("", (0.0,), (0.0,), "ink", "circle", 7),
    ]
    words = {"name": name, "rate": rate, "steps": len(places) - 1, "x": places[-1][0], "y": places[-1][1]}
    words |= {"left": run[-1][0], "run": len(run) - 1, "loss": ravine.ground.loss(numbers[-1])}
    axes = Axis("along", left, right), Axis("across", bottom, top)
    return Panel("the loss from above", *axes, tuple(marks), MAP, told=ABOVE.format(**words))


def cuts(ravine):
    """The two cuts as they are at any rate: (distances, losses) across and along."""
    far = max(1.1 * abs(ravine.place(ravine.run.kept[ravine.last])[0]), NEAR)
    across, along = np.linspace(-NEAR, NEAR, ALONG_CUT), np.linspace(-NEAR, far, ALONG_CUT)
    still = np.zeros(ALONG_CUT)
    return (across, ravine.losses(still, across)), (along, ravine.losses(along, still))


def two_cuts(ravine, lines, rate):
    """The loss across and along, and on each where one step of SGD at this rate goes."""
    (across, steep), (along, flat) = lines
    high = float(max(steep.max(), 2 * ravine.loss))
    by = rate * float(ravine.pulls @ ravine.across), rate * float(ravine.pulls @ ravine.along)
    at = float(ravine.losses(0.0, by[0])), float(ravine.losses(by[1], 0.0))
    ends = float(along[0]), float(along[-1])

    def within(x):
        return min(max(x, ends[0]), ends[1])

    marks = [
        Line("across", tuple(across.tolist()), tuple(np.minimum(steep, high).tolist()), "ink", False, 2.5),
        Line("along", tuple(along.tolist()), tuple(np.minimum(flat, high).tolist()), "green", True, 2.5),
        Points("", (within(by[0]),), (min(at[0], high),), "ink", "circle", 8),
        Points("", (within(by[1]),), (min(at[1], high),), "green", "square", 8),
        Points("", (0.0,), (ravine.loss,), "grey", "circle", 6),
    ]
    sides = [float(ravine.losses(*place)) for place in ((0.0, 0.2), (0.0, -0.2), (0.2, 0.0), (-0.2, 0.0))]
    words = dict(zip(("up", "down", "ahead", "behind"), sides, strict=True))
    words |= {"loss": ravine.loss, "rate": rate, "across": by[0], "along": by[1]}
    axes = Axis("distance from here", *ends), Axis("loss", 0.0, 1.05 * high)
    return Panel("one step on two cuts", *axes, tuple(marks), CUTS, told=CUT.format(**words))


def waits(ravine, rate):
    """How far each number still has to go, the farthest first, and how far the rate lets it go in a step."""
    left, step = np.abs(ravine.left), rate * np.abs(ravine.pulls)
    order = np.argsort(-left, kind="stable")[: np.count_nonzero(left)]
    places, high = tuple(range(len(order))), float(left.max()) or 1.0
    marks = (
        Bars("to go", places, tuple(left[order].tolist()), 1.0, "grey"),
        Bars("one step", places, tuple(np.minimum(step[order], high).tolist()), 1.0, "orange"),
    )
    told, needs = NONE, ravine.needs() / rate
    if len(needs):
        some = np.quantile(needs, [0.1, 0.5, 0.9], method="nearest").tolist()
        few, half, many = (ENDLESS if n > 1000 else STEPS.format(n=n) for n in some)
        words = {"moving": len(needs), "count": len(left), "rate": rate}
        told = WAIT.format(few=few, half=half, many=many, **words)
    name = "the {some} of {n} numbers that have a way to go".format(some=len(order), n=len(left))
    axes = Axis(name, -0.5, max(len(order), 1) - 0.5, ticks=()), Axis("", 0.0, high)
    return Panel("how far each has to go, and a step", *axes, marks, WAITS, below=True, told=told)


def race(rows):
    """Steps to 100 of 100, a dot for each network: {(club, rate): steps or None}."""
    marks, ticks, said = [], [], []
    for line, ((name, rate), steps) in enumerate(rows.items()):
        style, y = STYLES.get(name, OWN), float(-line)
        at = tuple(float(MOST if n is None else n) for n in steps)
        marks.append(Points("", at, (y,) * len(at), style.colour, style.shape, 5))
        mean = sum(at) / len(at)
        marks.append(Line("", (mean, mean), (y - 0.35, y + 0.35), "ink", False, 3.0))
        ticks.append((y, "{name} at {rate:.3g}".format(name=name, rate=rate)))
        told = ", ".join(NEVER.format(most=MOST) if n is None else str(n) for n in steps)
        said.append(ROW.format(name=name, rate=rate, steps=told))
    count = len(next(iter(rows.values()))) if rows else 0
    most = max((float(MOST if n is None else n) for steps in rows.values() for n in steps), default=0.0)
    axes = Axis("steps", 0.0, max(120.0, 1.05 * most)), Axis("", 0.6 - max(len(rows), 1), 0.6, ticks=tuple(ticks))
    told = RACED.format(count=count, rows="; ".join(said)) if rows else NO_RACE
    return Panel("steps until all are right", *axes, tuple(marks), RACE, below=True, told=told)


def shown(rows, most=3):
    """The rows of a race that have room: the kit's at their best rates, and the last of the others."""
    others = [key for key in rows if BEST.get(key[0]) != key[1]]
    return {key: rows[key] for key in rows if key not in others[: max(0, len(others) - most)]}
