"""What was done to a patient, and whether it has recovered."""

import json
import math
from functools import lru_cache

from .network import instruments, trained
from .ward import ENOUGH, LOW, SUFFERS

KINDS = ("weights", "biases", "rate", "points")  # what may be operated on
LARGEST = 1e9  # of a number: what is larger is no cure
OFF = 0.02  # how far a point may lie from where scaling puts it, beside their range: someone may round


def form(thing):
    """Its lists, with None for each number; "" where something else stands."""
    if isinstance(thing, list):
        return [form(one) for one in thing]
    return None if type(thing) in (int, float) and abs(thing) < LARGEST else ""


def well_formed(case, result):
    """Whether what came back is a patient of the same form, in numbers that are no larger than LARGEST."""
    before, after = case["patient"], result["patient"]
    same_texts = after["activation"] == before["activation"]
    return same_texts and all(form(after[name]) == form(before[name]) for name in (*KINDS, "labels"))


def changed(case, result):
    """The kinds that are not what they were."""
    before, after = case["patient"], result["patient"]
    return [name for name in KINDS if after[name] != before[name]]


def only_scaled(case, result):
    """Whether each coordinate is a * x + b with one a above 0, but for rounding."""
    pairs = [list(zip(*case["patient"]["points"], strict=True)), list(zip(*result["patient"]["points"], strict=True))]
    return all(_scaled(before, after) for before, after in zip(*pairs, strict=True))


def _scaled(before, after):
    low, high = before.index(min(before)), before.index(max(before))
    a = (after[high] - after[low]) / (before[high] - before[low])
    reach = after[high] - after[low]
    off = [abs(after[low] + a * (x - before[low]) - y) for x, y in zip(before, after, strict=True)]
    return a > 0 and max(off) <= OFF * reach


def outcome(patient):
    """(loss, right) after the training, and the losses before each step."""
    told = _trained(json.dumps(patient))
    return *told[-1], [loss for loss, _ in told]


@lru_cache(maxsize=256)
def _trained(text):
    return trained(json.loads(text))


def measured(patient):
    """Its instruments, of which several misconceptions ask."""
    return _measured(json.dumps(patient))


@lru_cache(maxsize=256)
def _measured(text):
    return instruments(json.loads(text))


def operated(case, result):
    """Whether it is one operation, of a kind that is allowed, on a patient that is otherwise as it was."""
    if not well_formed(case, result) or result["patient"]["labels"] != case["patient"]["labels"]:
        return False
    return len(changed(case, result)) == 1 and only_scaled(case, result)


def learns(patient):
    """Whether it has recovered after its training."""
    loss, right, _ = outcome(patient)
    return right >= ENOUGH and math.isfinite(loss) and loss < LOW


def recovers(case, result):
    """The cause is right, and after one operation it learns."""
    return (
        result["cause"].strip().lower() == SUFFERS[case["name"]]
        and operated(case, result)
        and learns(result["patient"])
    )
