"""Lesson 3: backpropagation by hand. What a learner gives is numbers, or functions of numbers."""

from ..beside.call import called
from ..beside.shape import by_name, goes_through, named, number, row, shape


def entry(grads, case):
    """One gradient of those that the learner typed, {name: number}."""
    found = named(grads)
    if found is None:
        return {"_none": "not a dict", **shape(grads)}
    if case["name"] not in found or found[case["name"]] is ...:
        return {"_none": "missing"}
    one = found[case["name"]]
    # A Value counts as its number.
    return {case["name"]: number(one.data if hasattr(one, "data") and hasattr(one, "grad") else one)}


def by_names(function, case):
    """The numbers that the learner's function gives for these inputs, by the names of the case."""
    gives = called(function, case["inputs"])
    found = by_name(gives)
    return found if "shape" in found else {name: found[name] for name in case["names"] if name in found}


def single(function, case):
    """The number that the learner's function gives for these inputs."""
    return number(called(function, case["inputs"]))


def in_order(function, case):
    """The numbers that the learner's function gives for these inputs, in a list; of a dict, by the names of inputs."""
    gives = called(function, case["inputs"])
    names = named(gives)
    if names is not None and set(names) == set(case["inputs"]):
        found = by_name(names)
        return [found[name] for name in case["inputs"]]
    return row(gives) if goes_through(gives) and names is None else shape(gives) if gives is not None else None
