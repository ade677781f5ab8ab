"""The panels of live.training: the field, the loss, and the size of the gradient; and the numbers beside them."""

import math

from ....draw.charts import Axis, Bars, Field, Line, Panel, Points
from ....graph import digits

RIGHT_SIDE = "Decision field of {network}. {share} of the points are on their side."
NO_POINTS = "Decision field of {network}. There are no points."
CURVE = "Loss curve, {count} points, the last {last}."
TEST_CURVE = " On the test set {last}."
GRADIENT = "Size of the gradient: {each}."


def point_marks(data):
    """The points as marks: orange circles for +1, blue squares for -1."""
    ways = (("+1", 1.0, "orange", "circle"), ("-1", -1.0, "blue", "square"))
    here = [data.X[data.y == label].T.tolist() for _, label, _, _ in ways]
    return tuple(
        Points(name, *map(tuple, xy), colour, shape, 5.0)
        for (name, _, colour, shape), xy in zip(ways, here, strict=True)
    )


def field_panel(session, points, side, click):
    """The scores at every place, and the points, marks."""
    left, right, bottom, top = session.limits
    network = "-".join(map(str, [2, *session.sizes, 1]))
    share = f"{session.now.accuracy:.0%}" if session.now else ""
    return Panel(
        "decision field",
        Axis("", left, right),
        Axis("", bottom, top),
        (Field("score", session.scores), *points),
        (side, side),
        click=click,
        told=(RIGHT_SIDE if session.now else NO_POINTS).format(network=network, share=share),
    )


def curve_panel(curve, with_test, size):
    """The loss without the penalty, step by step: `curve` holds (step, loss, loss on the test set)."""
    numbers, train, test = zip(*curve, strict=True) if curve else ((), (), ())
    lines = (Line("on the data", numbers, train),)
    told = CURVE.format(count=len(train), last=digits(train[-1])) if train else "Loss curve, empty."
    if with_test:
        lines += (Line("on the test set", numbers, test, "red", dashed=True),)
        told += TEST_CURVE.format(last=digits(test[-1])) if test else ""
    across, up = Axis("step", 0.0, ceiling(numbers, least=10)), Axis("", 0.0, ceiling((*train, *test), usual=1.0))
    return Panel("loss", across, up, lines, size, told=told)


def gradient_panel(sizes, size):
    """A bar for each layer's gradient: the root of the sum of its squares."""
    places = tuple(range(1, len(sizes) + 1))
    names = ["layer {number}".format(number=n) for n in places]
    across = Axis("", 0.4, len(sizes) + 0.6, ticks=tuple(zip(places, names, strict=True)))
    bars, up = Bars("", places, tuple(sizes), 0.6, "purple"), Axis("", 0.0, ceiling(sizes, least=1e-3, usual=1.0))
    told = GRADIENT.format(each=", ".join(f"{name} {digits(x)}" for name, x in zip(names, sizes, strict=True)))
    return Panel("size of the gradient", across, up, (bars,), size, below=True, told=told)


def numbers(session, shown, which):
    """{name: text} of what stands beside the panels; `which` is the number of the weight among them."""
    now, parameters = session.now, session.model.parameters()
    rows = {
        "step": now.number if now else 0,
        "loss": digits(now and now.loss),
        "  on the data": digits(now and now.data_loss),
        "accuracy": f"{now.accuracy:.1%}" if now else "not yet",
    }
    if session.tested:
        rows["test loss"] = digits(session.tested.data_loss)
        rows["test accuracy"] = f"{session.tested.accuracy:.1%}"
    rows |= {
        "learning rate": f"{session.lr:.4g}",
        "L2 alpha": f"{session.alpha:g}",
        "parameters": len(parameters),
        "weight no. {number}".format(number=which): digits(parameters[which].data),
    }
    if "units" in shown:
        for name, ill in (("dead units", session.dead), ("saturated units", session.saturated)):
            rows[name] = "{count} of {all}".format(count=sum(ill), all=len(ill))
    if "gradients" in shown:
        for number, size in enumerate(session.sizes_of_gradients, 1):
            rows["gradient {number}".format(number=number)] = digits(size if now else None)
    return rows


def ceiling(numbers, least=1e-9, usual=0.0):
    """The smallest of 1, 2 and 5 times a power of ten that is not below any: an axis to it seldom changes."""
    x = max([n for n in numbers if math.isfinite(n)], default=usual)
    x = max(x, least)
    power = 10.0 ** math.floor(math.log10(x))
    return next(m * power for m in (1.0, 2.0, 5.0, 10.0) if m * power >= x * (1 - 1e-9))
