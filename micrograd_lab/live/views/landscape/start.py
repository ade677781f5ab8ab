"""What live.landscape is given, looked over before it begins."""

from .... import losses
from ....experiments.race import LIMIT, RACERS
from ....experiments.surface import FunctionSurface, LossSlice, valley
from .view import LandscapeView

VALLEY = (-12.0, 12.0, -3.0, 3.0)  # the default picture: left, right, bottom, top

NO_SPAN = "span is (left, right, bottom, top) of the picture; got {span!r}. Try (-3, 3, -3, 3)."
OUTSIDE = "the start lies in the picture, {span}; got {start}. Give a wider span."
NO_RACER = "race names some of {names}; got {name!r}."
NO_RATE = "lr is above 0, and momentum from 0 to 0.99; got {lr} and {momentum}. Try 0.05 and 0.9."
NO_STEPS = "a race has from 0 to {most} steps; got {steps}."
NO_FUNCTION = "a landscape is of a function f(x, y) on Values; got {kind}. Or pass model=."
NO_MODEL = "a landscape is of f, or of a model and data; got {found}. Try model=model, data=data."
BOTH, NO_DATA = "f and a model", "a model without data"
NO_PARAMETERS = "along is two different parameters' numbers, 0 to {last}; got {along}. Try (0, 1)."


def landscape(
    f=None,
    model=None,
    data=None,
    loss=losses.hinge,
    along=None,
    seed=0,
    start=None,
    lr=0.05,
    momentum=0.9,
    race=("SGD", "momentum", "Adam"),
    steps=0,
    span=None,
    size=60,
):
    """Optimisers on a loss over two numbers: f(x, y) on two Values, by default the valley (x**2 + 25 * y**2) / 2.

    With `model` and `data` it is the model's loss on the data. `along=(i, j)` are two of its parameters, which
    alone are trained. Without it all are, and the picture is a cut along two random directions that `seed` fixes:
    the paths are projected onto it, and how far they are off it is told.

    `race` names the optimisers, `span` is (left, right, bottom, top) of the picture, of size x size losses.
    A loss of exactly 0, which has no place on a log scale, stands on the lowest line of its axis, marked 0.
    """
    surface, typed = _surface(f, model, data, loss, along, seed)
    if span is None:
        x, y = surface.here if model is not None else (0.0, 0.0)
        span = VALLEY if f is None and model is None else (x - 3.0, x + 3.0, y - 3.0, y + 3.0)
    else:
        if not hasattr(span, "__len__") or len(span) != 4:
            raise ValueError(NO_SPAN.format(span=span))
        typed = [*typed, f"span={tuple(map(float, span))!r}"]
    left, right, bottom, top = (float(x) for x in span)
    if not (left < right and bottom < top):
        raise ValueError(NO_SPAN.format(span=tuple(span)))
    if start is None:
        start = surface.here if model is not None else (left + 11 * (right - left) / 12, (bottom + 2 * top) / 3)
        start = (10.0, 1.0) if f is None and model is None and span == VALLEY else start
    if not (left <= start[0] <= right and bottom <= start[1] <= top):
        raise ValueError(OUTSIDE.format(span=(left, right, bottom, top), start=start))
    if strangers := [name for name in race if name not in RACERS]:
        raise ValueError(NO_RACER.format(names=", ".join(RACERS), name=strangers[0]))
    if not (lr > 0 and 0 <= momentum <= 0.99):
        raise ValueError(NO_RATE.format(lr=lr, momentum=momentum))
    if steps not in range(LIMIT + 1):
        raise ValueError(NO_STEPS.format(most=LIMIT, steps=steps))
    start = float(start[0]), float(start[1])
    return LandscapeView(surface, (left, right, bottom, top), start, lr, momentum, race, steps, size, typed)


def _surface(f, model, data, loss, along, seed):
    """What the race is on, and what was typed for it."""
    if model is None:
        if f is not None and not callable(f):
            raise TypeError(NO_FUNCTION.format(kind=type(f).__name__))
        return FunctionSurface(valley if f is None else f), [] if f is None else ["f"]
    if f is not None or data is None:
        raise ValueError(NO_MODEL.format(found=BOTH if f is not None else NO_DATA))
    count = len(model.parameters())
    if along is not None and (len(set(along)) != 2 or not set(along) <= set(range(count))):
        raise ValueError(NO_PARAMETERS.format(last=count - 1, along=along))
    named = f"losses.{loss.__name__}" if loss is getattr(losses, loss.__name__, None) else "loss"
    typed = ["model=model", "data=data", f"loss={named}"]
    typed.append(f"seed={seed}" if along is None else f"along={tuple(along)!r}")
    return LossSlice(model, data, loss, along, seed), typed
