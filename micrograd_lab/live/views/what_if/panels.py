"""The panels of live.what_if beside the border: the run, and what a point and all of them want of each number."""

import math

from ....draw.charts import Axis, Bars, Line, Panel

CURVE = "The loss on the mini-batch over {count} steps; on show is the network after {number}."
SHARE = "Of {count} points that are right: {first} at the start, {last} after {number} steps."
ONE = "What point {point} wants of {count} numbers: it pulls {up} up and {down} down, the strongest by {most:.4f}."
NOTHING = "Point {point} has its margin: it wants nothing of any number."
NOBODY = "No point is chosen."
ALL = "What all {points} points want together, the mean: the strongest pull is {most:.4f}."
FIELD = (250, 185)  # in pixels, as the others
RUN, PULLS = (185, 66), (236, 66)


def curve(what):
    """The loss of each step, and where in the run the network on show is."""
    losses = [loss if math.isfinite(loss) else math.nan for loss in what.losses]
    high = min(10.0, max([1.0, *(loss for loss in losses if loss == loss)]))
    here = Line("", (what.number, what.number), (0.0, high), "green", width=2.0)
    line = Line("", tuple(range(1, len(losses) + 1)), tuple(min(loss, high) for loss in losses), "ink", width=1.0)
    told = CURVE.format(count=what.last, number=what.number)
    axes = Axis("step", 0.0, float(what.most)), Axis("", 0.0, high)
    return Panel("loss on the mini-batch", *axes, (here, line), RUN, told=told)


def shares(what):
    """How many points were right, before the first step and after each."""
    low = float(min(50, *what.rights))
    here = Line("", (what.number, what.number), (low, 100.0), "green", width=2.0)
    line = Line("", tuple(range(len(what.rights))), tuple(map(float, what.rights)), "purple")
    told = SHARE.format(count=len(what.points), first=what.rights[0], last=sum(what.right), number=what.number)
    axes = Axis("step", 0.0, float(what.most)), Axis("", low, 100.0)
    return Panel("points that are right", *axes, (here, line), RUN, below=True, told=told)


def wants(what):
    """What the chosen point wants of each number: a bar up where it is to grow, and down where it is to shrink."""
    if what.pull is None:
        title, pull, told = "what a point wants: click one", [0.0] * len(what.pulls), NOBODY
    else:
        title, pull = "what point {n} wants of each".format(n=what.point + 1), what.pull.tolist()
        up, down = sum(x > 0 for x in pull), sum(x < 0 for x in pull)
        words = {"point": what.point + 1, "count": len(pull), "up": up, "down": down, "most": max(map(abs, pull))}
        told = (ONE if up + down else NOTHING).format(**words)
    return _pulls(what, title, pull, told, below=False)


def together(what):
    """What all points want of each number, the mean of them all."""
    pull = what.pulls.tolist()
    told = ALL.format(points=len(what.points), most=max(map(abs, pull)))
    return _pulls(what, "what all {n} want, their mean".format(n=len(what.points)), pull, told, below=True)


def _pulls(what, title, pull, told, below):
    high, marks = _ceiling(max(map(abs, pull))), []
    for colour, sign in (("blue", 1), ("orange", -1)):
        here = [n for n, x in enumerate(pull) if x * sign > 0]
        marks.append(Bars("", tuple(here), tuple(pull[n] for n in here), 1.0, colour))
    ends, ticks = [0], []
    for layer, (fan, size) in enumerate(zip([2, *what.hidden], [*what.hidden, 1], strict=True), 1):
        ends.append(ends[-1] + (fan + 1) * size)
        name = "out" if layer > len(what.hidden) else "layer {n}".format(n=layer)
        ticks.append(((ends[-2] + ends[-1] - 1) / 2, name))
    marks += [Line("", (end - 0.5, end - 0.5), (-high, high), "grey", "dots", 1.0) for end in ends[1:-1]]
    axes = Axis("", -0.5, len(pull) - 0.5, ticks=tuple(ticks)), Axis("", -high, high)
    return Panel(title, *axes, tuple(marks), PULLS, below=below, told=told)


def _ceiling(x):
    """The smallest of 1, 2 and 5 times a power of ten that is not below x; 1 for 0."""
    if not (math.isfinite(x) and x > 0):
        return 1.0
    power = 10.0 ** math.floor(math.log10(x))
    return next(m * power for m in (1.0, 2.0, 5.0, 10.0) if m * power >= x * (1 - 1e-9))
