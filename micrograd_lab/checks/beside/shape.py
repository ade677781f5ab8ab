"""What a learner's code gives, where a number, a list or a dict is asked: that, or the shape that was found instead.

A number may be an int, a float, a Fraction, a Decimal, a NumPy scalar or an array of no dimension. A list may be
anything that can be gone through: a tuple, a generator, a map, a deque, a range, the values of a dict, an array.
"""

import numbers
from collections.abc import ItemsView, Iterable, KeysView, Mapping, Set
from itertools import islice

MOST = 1000  # of what may have no end
NAMES = {"ndarray": "array", "list_iterator": "iterator", "builtin_function_or_method": "function", "NoneType": "None"}
FEW = 6  # names of a dict that are told


def number(thing):
    """An int or a float; None and text as they are; {"shape": in words} of anything else."""
    found = _number(thing)
    if found is not None:
        return found
    return thing[:MOST] if isinstance(thing, str) else None if thing is None else shape(thing)


def row(thing):
    """A list of what number() gives; None as it is; {"shape": in words} of what has no order to be gone through in."""
    if isinstance(thing, (str, bytes, Mapping)) or unordered(thing) or not goes_through(thing):
        return None if thing is None else shape(thing)
    return [number(one) for one in islice(thing, MOST)]


def by_name(thing):
    """{name: what number() gives} of a dict, or of another thing that has values by name; or its shape."""
    found = named(thing)
    return shape(thing) if found is None else {str(key): number(one) for key, one in islice(found.items(), MOST)}


def named(thing):
    """A dict of what has values by name, as a namedtuple does; None of anything else."""
    if isinstance(thing, Mapping):
        return dict(thing)
    if hasattr(type(thing), "keys") and hasattr(type(thing), "__getitem__"):
        return {key: thing[key] for key in islice(thing.keys(), MOST)}
    return thing._asdict() if isinstance(thing, tuple) and hasattr(thing, "_asdict") else None


def unordered(thing):
    """Is it a set? A view of a dict is one too, for Python, but has the dict's order."""
    return isinstance(thing, Set) and not isinstance(thing, (KeysView, ItemsView))


def goes_through(thing):
    """Can it be gone through, and is no single number or class?"""
    if isinstance(thing, type) or _number(thing) is not None:
        return False
    return isinstance(thing, Iterable) or hasattr(type(thing), "__getitem__")


def _number(thing):
    """As Python's own, where it is a number; None else. A truth value is none, though Python calculates with it."""
    if isinstance(thing, int):
        return None if isinstance(thing, bool) else thing
    if type(thing).__name__ in ("bool_", "bool") or isinstance(thing, (str, bytes, type)):
        return None
    if getattr(thing, "ndim", 0) == 0 and hasattr(thing, "dtype") and getattr(thing.dtype, "kind", "") in "bcOSU":
        return _number(thing.item()) if hasattr(thing, "item") and not isinstance(thing.item(), type(thing)) else None
    if isinstance(thing, numbers.Real) or (hasattr(type(thing), "__float__") and not getattr(thing, "ndim", 0)):
        return int(thing) if isinstance(thing, numbers.Integral) else float(thing)
    return None


def shape(thing):
    """{"shape": what kind of thing it is, in words}."""
    return {"shape": _words(thing)}


def _words(thing):
    kind = NAMES.get(type(thing).__name__, type(thing).__name__)
    if kind in ("bool", "bool_"):
        return "the truth value {thing}".format(thing=bool(thing))
    if isinstance(thing, str):
        return "the text '{text}'".format(text=thing[:40])
    if _number(thing) is not None:
        return "one number"
    if isinstance(thing, type):
        return "the class {name}".format(name=thing.__name__)
    if isinstance(thing, complex):
        return "a complex number"
    if isinstance(thing, Mapping) and thing:
        names = ", ".join(map(str, islice(thing, FEW))) + (", ..." if len(thing) > FEW else "")
        return "{kind} with {names}".format(kind=_a(kind), names=names)
    if getattr(thing, "ndim", 0) > 1:
        lengths = " by ".join(map(str, thing.shape))
        return "{kind} of {lengths}".format(kind=_a(kind), lengths=lengths)
    if hasattr(thing, "__len__") and hasattr(thing, "__iter__"):
        return _many(kind, thing)
    if hasattr(thing, "data") and _number(thing.data) is not None:
        return "{kind} of {data:.6g}".format(kind=_a(kind), data=_number(thing.data))
    return "None" if thing is None else _a(kind)


def _many(kind, thing):
    try:
        many = len(thing)
    except Exception:  # a learner's own
        return _a(kind)
    things = "number" if all(_number(one) is not None for one in islice(thing, MOST)) else "thing"
    return "{kind} of {many} {things}".format(kind=_a(kind), many=many, things=things + "s" * (many != 1))


def _a(kind):
    return "{article} {kind}".format(article="an" if kind[:1].lower() in "aeiou" else "a", kind=kind)
