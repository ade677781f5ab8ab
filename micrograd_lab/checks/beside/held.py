"""What a value was made from where no attribute of a known name says it: in its `_backward`, or anywhere in it."""

from functools import partial

from ...valuelike import attributes

MOST = 200  # things looked into
DEEP = 8
CONTAINERS = (tuple, list, set, frozenset)


def held(v):
    """All values of v's kind that it holds, but itself: in attributes of any name, in closures, partial functions,
    bound methods and objects of classes of the learner's own."""
    # What it does in its step says more than what else it may hold, as a list of all values there are.
    return _values(v, [getattr(v, "_backward", None)]) or _values(v, _within(v))


def _values(v, things):
    kin = tuple(c for c in type(v).__mro__ if c.__module__ != "builtins")
    found, seen, todo = [], {id(v)}, [(thing, 1) for thing in things]
    while todo and len(seen) < MOST:
        thing, depth = todo.pop(0)
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if isinstance(thing, kin):
            found.append(thing)
        elif depth < DEEP:
            todo += [(inner, depth + 1) for inner in _within(thing)]
    return tuple(found)


def _within(thing):
    """What a thing holds: not what a class or a module does, which is there for all."""
    if isinstance(thing, dict):
        return [*thing, *thing.values()]
    if isinstance(thing, CONTAINERS):
        return list(thing)
    if isinstance(thing, partial):
        return [thing.func, *thing.args, *thing.keywords.values()]
    if isinstance(thing, type) or type(thing).__module__ == "builtins":
        cells = getattr(thing, "__closure__", None) or ()
        closed = [cell.cell_contents for cell in cells if _is_filled(cell)]
        return [*closed, *(getattr(thing, "__defaults__", None) or ()), getattr(thing, "__self__", None)]
    return [getattr(thing, name, None) for name in attributes(thing)]


def _is_filled(cell):
    try:
        return cell.cell_contents is not None
    except ValueError:
        return False
