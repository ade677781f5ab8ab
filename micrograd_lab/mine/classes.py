"""A class as text: its statement, and its members, with those that were put into it from outside in their places."""

import ast
from copy import copy
from types import FunctionType, GetSetDescriptorType, MemberDescriptorType
from typing import NamedTuple

from . import sources
from .reaching import import_of, literal, of_the_kit
from .sources import DEFS, Place, binds, first, named, plain
from .texts import as_def, dedented, renamed, text_at
from .trouble import NO_SOURCE, OF_THE_KIT, UNWRITTEN, CantKeep, kind

# What Python, or a decorator, puts into a class by itself.
AUTOMATIC = {"__module__", "__dict__", "__weakref__", "__doc__", "__qualname__", "__annotations__", "__firstlineno__"}
AUTOMATIC |= {"__static_attributes__", "__parameters__", "__orig_bases__", "__abstractmethods__", "_abc_impl"}
AUTOMATIC |= {"__annotate__", "__annotate_func__", "__annotations_cache__", "__match_args__"}
OF_NAMED_TUPLES = set(vars(NamedTuple("Any", ())))
WRAPPERS = {property: "property", staticmethod: "staticmethod", classmethod: "classmethod"}


def parts(cls, place):
    """(the class statement up to its colon, {name: text} of its members) of a class that was made at this place.

    A member is named by all that it binds, "__radd__, __rmul__"; what binds nothing by a number.
    """
    members, above = {}, next((b for b in cls.__bases__ if b.__name__ == cls.__name__), None)
    head = f"class {cls.__name__}:"
    if above:  # class Value(Value): one class of both
        head, members = parts(above, sources.class_place(above, ()))
    elif place:
        head = _head(place)
    for node in place.node.body if place else ():
        _in_body(node, place, cls, members)
    automatic = AUTOMATIC | OF_NAMED_TUPLES if issubclass(cls, tuple) and hasattr(cls, "_fields") else AUTOMATIC
    for attribute, value in vars(cls).items():
        if attribute not in automatic and not any(attribute in name.split(", ") for name in members):
            _from_outside(attribute, value, cls, members)
    return head, members


def member(attribute, value, named):
    """The text of a function as a method of this name; `named` is what to call it where that can't be had."""
    own = plain(value)
    place = sources.place_of(own) if isinstance(own, FunctionType) else None
    if of_the_kit(own):
        raise CantKeep(OF_THE_KIT.format(name=named))
    if place is None:
        raise CantKeep(NO_SOURCE.format(name=named))
    is_lambda = isinstance(place.node, ast.Lambda)
    text = as_def(place, attribute, 4) if is_lambda else renamed(text_at(place, 4), attribute)
    if type(value) in WRAPPERS:
        text = f"    @{WRAPPERS[type(value)]}\n{text}"
    return _enclosed(text, own)


def names_of(cls, attribute, names):
    """The global names where a member was made."""
    for base in cls.__mro__:
        found = plain(vars(base).get(attribute.split(", ")[0].partition(".")[0]))
        if isinstance(found, FunctionType):
            return found.__globals__ if "__name__" in found.__globals__ else names
    return names


def world(thing):
    """The global names where a class, by one of its methods, or a function was made; {} where that is not known."""
    if isinstance(thing, type):
        found = [f for f in map(plain, vars(thing).values()) if isinstance(f, FunctionType)]
        found.sort(key=lambda f: f.__module__ != thing.__module__)  # others were put into it from elsewhere
        return found[0].__globals__ if found else {}
    return getattr(plain(thing), "__globals__", {})


def _head(place):
    lines, begins = text_at(place).split("\n"), place.node.body[0]
    if begins.lineno == place.node.lineno:  # class Value: pass
        return lines[0].partition(":")[0] + ":"
    comments = next(n for n, line in enumerate(lines) if not line.startswith("#"))
    lines = lines[: comments + first(begins) - first(place.node)]
    while lines and not lines[-1].split("#")[0].rstrip().endswith(":"):
        lines = lines[:-1]
    return "\n".join(lines)


def _in_body(node, place, cls, members):
    """A statement of the class's body, or what was put in its place from outside."""
    text, bound = text_at(Place(node, place.lines), 4), [] if isinstance(node, ast.Expr) else binds(node)
    if isinstance(node, ast.Pass):
        return
    if not bound:
        first_of_all = node is place.node.body[0] and isinstance(getattr(node, "value", None), ast.Constant)
        members["__doc__" if first_of_all else str(len(members))] = text
        return
    live = {name: vars(cls)[name] for name in bound if name in vars(cls)}
    foreign = [name for name, value in live.items() if not _written_in(value, place)]
    if not isinstance(node, DEFS) or (live and not foreign):  # one that is not there was deleted since
        members[named(node)] = text
    for name in foreign:
        _from_outside(name, live[name], cls, members)


def _from_outside(attribute, value, cls, members):
    """A method or a constant that was assigned to the class after it was made."""
    own = plain(value)
    if isinstance(value, (MemberDescriptorType, GetSetDescriptorType)) or (attribute == "__hash__" and value is None):
        return
    if isinstance(own, FunctionType):
        if own.__code__.co_filename.startswith("<string") or own.__module__ in ("dataclasses", "functools"):
            return  # what a decorator has made
        same = [n for n in members if "," not in n and n != attribute and vars(cls).get(n) is value]
        named = f"{cls.__name__}.{attribute}"
        members[attribute] = f"    {attribute} = {same[0]}" if same else member(attribute, value, named)
        return
    if not (text := literal(value)):
        if attribute.startswith("__dataclass"):
            return
        raise CantKeep(UNWRITTEN.format(name=f"{cls.__name__}.{attribute}", kind=kind(value)))
    members[attribute] = f"    {attribute} = {text}"


def _enclosed(text, function):
    """The text with what the function has from the function around it put first in its body."""
    added = []
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=True):
        value = None if name == "__class__" else cell.cell_contents
        place = sources.place_of(value) if isinstance(value, FunctionType) else None
        if place and isinstance(place.node, ast.Lambda):
            added.append(f"{name} = {ast.unparse(place.node)}")
        elif place:
            added.append(renamed(text_at(Place(_bare(place.node), place.lines)), name))
        elif name != "__class__":
            written = literal(value)
            said = f"{name} = {written}" if written else "" if of_the_kit(value) else import_of(name, value)
            if not said:
                raise CantKeep(UNWRITTEN.format(name=name, kind=kind(value)))
            added.append(said)
    if not added:
        return text
    node = ast.parse(dedented(text)).body[0]
    lines, at = text.split("\n"), first(node.body[0]) - 1
    if at == node.lineno - 1:  # def f(x): return x
        head, body = lines[at].split(":", 1)
        lines[at : at + 1] = [f"{head}:", f"        {body.strip()}"]
        at += 1
    lines[at:at] = [f"        {line}" if line else "" for one in added for line in one.split("\n")]
    return "\n".join(lines)


def _written_in(value, place):
    """Whether a class's value comes from its own body: as it is there, or wrapped by a decorator."""
    own = plain(value)
    if not isinstance(own, FunctionType):
        return True
    within = [found for cell in own.__closure__ or () if isinstance(found := _contents(cell), FunctionType)]
    found = [p for p in map(sources.place_of, [own, *within]) if p]
    here = any(p.lines == place.lines and sources.holds(place.node, p.node) for p in found)
    return here or own.__code__.co_filename.startswith("<string")


def _bare(node):
    """A def statement without its decorators: what these were given is the function below them."""
    node = copy(node)
    node.decorator_list = []
    return node


def _contents(cell):
    try:
        return cell.cell_contents
    except ValueError:
        return None
