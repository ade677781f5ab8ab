"""Lesson 3: backpropagation by hand. What a learner gives is numbers, or functions of numbers."""

from ..beside.plain import plain


def entry(grads, case):
    """One gradient of those that the learner typed, {name: number}."""
    if not isinstance(grads, dict):
        return {"_none": "not a dict"}
    if case["name"] not in grads or grads[case["name"]] is ...:
        return {"_none": "missing"}
    found = plain(grads[case["name"]])
    return {case["name"]: found["value"] if isinstance(found, dict) and "value" in found else found}


def named(function, case):
    """What the learner's function gives for these numbers; of a dict, what the case names."""
    found = function(**case["inputs"])
    if isinstance(found, dict) and "names" in case:
        found = {name: found[name] for name in case["names"] if name in found}
    return plain(found)
