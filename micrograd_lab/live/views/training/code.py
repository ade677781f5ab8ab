"""What one would type for the training on screen."""

from .controls import GIVEN, LOSSES, NAMES, OPTIMIZERS, OWN

USUAL = {"loss": "'hinge'", "optimizer": "'SGD'", "activation": "'relu'", "batch": "None", "seed": "1", "size": "100"}
USUAL |= {"test": "None", "steps": "0", "controls": "[]"}


def typed(session, choices, shown):
    """live.training(...), without the arguments that are as usual."""
    given = {
        "hidden": session.sizes,
        "loss": _name(choices.loss.label, LOSSES),
        "optimizer": _name(choices.optimizer.label, OPTIMIZERS),
        "lr": f"{session.lr:g}",
        "alpha": f"{session.alpha:g}",
        "activation": repr(session.activation),
        "batch": session.batch,
        "seed": session.seed,
        "size": session.size,
        "test": None if session.test is None else _points(session, choices, "test", 1000),
        "steps": session.training.number if session.training else 0,
        "controls": "'all'" if shown == NAMES else list(shown),
    }
    told = [f"{name}={text}" for name, text in given.items() if str(text) != USUAL.get(name)]
    return f"live.training({', '.join([_points(session, choices, 'data', 0), *told])})"


def _name(label, table):
    return repr(label) if label in table else label  # a learner's own goes by its own name


def _points(session, choices, given, more):
    name = choices.data.value
    if name == GIVEN:
        return given
    if name == OWN:
        return f"datasets.Dataset({session.data.X.tolist()}, {session.data.y.tolist()})"
    noise, seed, samples = choices.spread.value, (session.seed or 0) + more, len(session.given[0].X)
    return f"datasets.{name.lower()}({samples}, noise={noise:g}, seed={seed})"
