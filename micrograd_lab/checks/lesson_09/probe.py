"""Lesson 9: a hinge loss, an accuracy, batches, training on them, and one number that brings a point over.

While a learner's function runs, nothing of the case is left here but what it is given.
"""

import random
from itertools import islice

from ..beside.engine import Unread, fill
from ..beside.facts import kin_of
from ..beside.number import Number
from ..beside.plain import plain
from ..beside.shape import goes_through, number, row, shape, unordered

WRAPPED = ("func", "__wrapped__", "__func__", "__call__")  # where a callable that is no function keeps one


def values_of(function):
    """The class that a learner's function finds under the name Value; Number where it finds none."""
    for one in (function, *(getattr(function, name, None) for name in WRAPPED)):
        found = getattr(getattr(one, "__func__", one), "__globals__", {}).get("Value")
        if isinstance(found, type):
            return found
    return Number


def hinge(loss, case):
    """{"loss": number, "slopes": one for each score} of a learner's loss on Values; {"cut": type} where it is no Value,
    {"changed": True} where it has changed what it was given, and {"unread": attributes, "wanted": what} of a class that
    keeps its inputs under a name of its own."""
    Value = values_of(loss)
    numbers, signs = list(case["scores"]), list(case["labels"])
    case.clear()
    scores = [Value(x) for x in numbers]
    given, labels = list(scores), list(signs)
    found = loss(given, labels)
    if not isinstance(found, kin_of(Value)):
        return {"cut": shape(found)["shape"] if found is not None else "None"}
    if labels != signs or len(given) != len(scores) or any(a is not b for a, b in zip(given, scores, strict=True)):
        return {"changed": True}
    for score in scores:
        score.grad = 0.0
    try:
        fill(found)
    except Unread as error:
        return {"unread": list(error.names), "wanted": error.wanted}
    return {"loss": plain(found.data), "slopes": [plain(score.grad) for score in scores]}


def accuracy(share, case):
    """What a learner's accuracy is of scores, as Values or as numbers."""
    scores, labels = list(case["scores"]), list(case["labels"])
    if case["values"]:
        Value = values_of(share)
        scores = [Value(x) for x in scores]
    case.clear()
    return number(share(scores, labels))


def batches(cut, case):
    """{"batches": the first ones, each a list of places, "_shuffled": how often the order was, "_one": whether all of
    them are one and the same list}; {"shape": what it gave, in words} of what can't be gone through. They are read when
    all have come; one that can be gone through only once is {"once": its shape}."""
    count, size, most = case["count"], case["size"], case["most"]
    chance, calls = random.Random(case["chance"]), []
    case.clear()

    def shuffle(order):
        calls.append(len(order))
        chance.shuffle(order)

    found = cut(count, size, shuffle)
    if unordered(found) or not goes_through(found):
        return None if found is None else shape(found)
    kept = list(islice(found, most))
    read = [{"once": shape(b)["shape"]} if hasattr(b, "__next__") else row(b) for b in kept]
    lists = [id(batch) for batch in kept if isinstance(batch, list)]
    return {"batches": read, "_shuffled": len(calls), "_one": len(set(lists)) == 1 < len(lists)}


class Network:
    """Two inputs, a hidden layer of ReLUs, one score: from {"hidden": rows of two weights and a bias, "out": a weight
    for each of them and a bias}. Its parameters are in that order."""

    def __init__(self, Value, numbers):
        self.hidden = [[Value(x) for x in each] for each in numbers["hidden"]]
        self.out = [Value(x) for x in numbers["out"]]

    def __call__(self, x):
        active = [(x[0] * u + x[1] * v + b).relu() for u, v, b in self.hidden]
        return sum((a * w for a, w in zip(active, self.out, strict=False)), self.out[-1])

    def parameters(self):
        """Each hidden neuron's two weights and bias in turn, then those of the score."""
        return [p for each in (*self.hidden, self.out) for p in each]


def learn(training, case):
    """{"losses" that a learner's training gives, "numbers" of the network afterwards}; {"shape": what it gave, in
    words} of anything else than losses in a row."""
    model = Network(values_of(training), case["network"])
    points, labels = [list(p) for p in case["points"]], list(case["labels"])
    chance, size, steps = random.Random(case["chance"]), case["size"], case["steps"]
    case.clear()
    found = training(model, points, labels, size, steps, chance.shuffle)
    if unordered(found) or not goes_through(found):
        return None if found is None else shape(found)
    losses = [number(one) for one in islice(found, 4 * steps)]
    return {"losses": losses, "numbers": [plain(p.data) for p in model.parameters()]}


def one_number(bring, case):
    """[place, change] as a learner gives them, {"nothing": True} for None; {"left": place} where a parameter is not
    what it was before."""
    model = Network(values_of(bring), case["network"])
    points, labels = [list(p) for p in case["points"]], list(case["labels"])
    case.clear()
    parameters = model.parameters()
    before = [p.data for p in parameters]
    found = row(bring(model, points, labels))
    for place, (p, data) in enumerate(zip(parameters, before, strict=True)):
        if p.data != data and abs(p.data - data) > 1e-9:
            return {"left": place}
    return {"nothing": True} if found is None else found


def missing(function, case):
    """What is missing of one score, by the learner's function."""
    found = function(case["label"], case["score"])
    return float(found) if isinstance(found, bool) else number(found)


def split(function, case):
    """{"learn", "test"}: the points of each, by the learner's function."""
    points, share, chance = list(case["points"]), case["share"], random.Random(case["chance"])
    case.clear()
    found = function(points, share, chance.shuffle)
    if not isinstance(found, (tuple, list)) or len(found) != 2:
        return None if found is None else shape(found)
    return {name: row(part) for name, part in zip(("learn", "test"), found, strict=True)}
