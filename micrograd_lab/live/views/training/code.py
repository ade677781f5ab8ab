"""What one would type for the training on screen."""

from .controls import GIVEN, LOSSES, NAMES, OPTIMIZERS, OWN

USUAL = {"loss": "'hinge'", "optimizer": "'SGD'", "activation": "'relu'", "batch": "None", "seed": "1", "size": "100"}
USUAL |= {"test": "None", "steps": "0", "controls": "[]"}


def typed(view):
    """live.training(...), without the arguments that are as usual."""
    choices, done = view.choices, view.training.number if view.training else 0
    given = {
        "hidden": view.sizes,
        "loss": _name(choices.loss.label, LOSSES),
        "optimizer": _name(choices.optimizer.label, OPTIMIZERS),
        "lr": f"{view.rate.value:g}",
        "alpha": f"{view.alpha.value:g}",
        "activation": repr(view.activation),
        "batch": choices.some.value if choices.some.value < len(view.data.X) else None,
        "seed": view.seed,
        "size": view.size,
        "test": None if view.test is None else _points(view, "test", 1000),
        "steps": done,
        "controls": "'all'" if view.shown == NAMES else list(view.shown),
    }
    told = [f"{name}={text}" for name, text in given.items() if str(text) != USUAL.get(name)]
    return f"live.training({', '.join([_points(view, 'data', 0), *told])})"


def _name(label, table):
    return repr(label) if label in table else label  # a learner's own goes by its own name


def _points(view, given, more):
    name = view.choices.data.value
    if name == GIVEN:
        return given
    if name == OWN:
        return f"datasets.Dataset({view.data.X.tolist()}, {view.data.y.tolist()})"
    noise, seed = view.choices.spread.value, (view.seed or 0) + more
    return f"datasets.{name.lower()}({len(view.given[0].X)}, noise={noise:g}, seed={seed})"
