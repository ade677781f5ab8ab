"""What live.training is given, looked over before it begins."""

import math

import numpy as np

from .... import losses, optim
from ....datasets import Dataset
from ....experiments.session import Session
from .controls import LOSSES, NAMES, OPTIMIZERS
from .view import TrainingView

NO_CONTROL = 'controls are "all", or a list of some of {names}; got {controls!r}.'
NO_PLANE = (
    "live.training draws points in the plane with labels -1 and +1; got {data!r} of {count} features. "
    "Try datasets.moons(100)."
)
NO_LAYERS = "the control `layers` is for 1 to 3 hidden layers; got hidden={hidden}. Leave it out."
NO_BATCH = "a batch has from 1 to {most} samples here; got {batch}. Leave it out to take all."
NO_RATE = "a learning rate is greater than 0; got {lr}. Try 0.5."
NO_SIZES = "hidden is a list of layers' sizes; got {hidden!r}. Try hidden=[16, 16]."


def training(
    data,
    hidden=(16, 16),
    loss=losses.hinge,
    optimizer=optim.SGD,
    lr=1.0,
    alpha=0.0,
    activation="relu",
    seed=1,
    size=100,
    test=None,
    batch=None,
    steps=0,
    controls=(),
):
    """Train a new MLP on a Dataset of labels -1 and +1, on screen.

    `hidden` are the sizes of its hidden layers; the slider for them makes a new network with all of
    them alike, so `view.model` is the one now on screen. `loss` and `optimizer` are those of
    `losses` and `optim`, or your own. The field is size x size scores. A `test` set gets a curve of its own.
    A `batch` trains on that many samples a step; `steps` are trained before you see it.
    `controls` adds more of them: "all", or a list of some of data, layers, activation, loss, optimizer, batch,
    units (the network, each unit as a small field, its weights to drag) and gradients.
    """
    shown = NAMES if controls == "all" else tuple(controls)
    if (isinstance(controls, str) and controls != "all") or set(shown) - set(NAMES):
        raise ValueError(NO_CONTROL.format(names=", ".join(NAMES), controls=controls))
    data, test = (part if part is None else Dataset(*map(_array, part)) for part in (data, test))
    for part in (data, test):
        if part is not None and (part.X.ndim != 2 or part.X.shape[1] != 2 or set(part.y.tolist()) - {-1.0, 1.0}):
            raise ValueError(NO_PLANE.format(data=part, count=part.X.shape[-1]))
    if not 0 < lr < math.inf:
        raise ValueError(NO_RATE.format(lr=lr))
    if not hasattr(hidden, "__len__"):
        raise TypeError(NO_SIZES.format(hidden=hidden))
    if "layers" in shown and len(hidden) not in (1, 2, 3):
        raise ValueError(NO_LAYERS.format(hidden=hidden))
    loss, optimizer = LOSSES.get(loss, loss), OPTIMIZERS.get(optimizer, optimizer)
    if batch is not None and batch not in range(1, len(data.X) + 1):
        raise ValueError(NO_BATCH.format(most=len(data.X), batch=batch))
    watch = [name for name in ("units", "gradients") if name in shown]
    session = Session(data, hidden, loss, optimizer, lr, alpha, activation, batch, seed, test, size, watch)
    view = TrainingView(session, shown)
    if steps:
        view.step(steps)
    return view


def _array(numbers):
    return np.asarray(numbers, dtype=float)
