"""What was written in cells, as pieces of a file: classes with their methods inside, functions, and what they reach."""

import __future__

import ast
from types import FunctionType, ModuleType
from typing import NamedTuple

from . import classes, sources
from .reaching import import_of, literal, names_in, of_the_kit
from .sources import binds, cells_of, plain
from .texts import as_def, as_method, dedented, import_alone, renamed, text_at
from .trouble import OF_THE_KIT, UNWRITTEN, CantKeep, kind

SINCE = " since"  # no name of Python's: what was put into a class that is in the file already
MINE = "micrograd_lab.mine"
# Where a cell has said this, it is true of all below: what stands behind a colon may be made later.
LATER = "from __future__ import annotations"


class Piece(NamedTuple):
    """A statement at the top of the file. `members` are a class's {name: text}, None elsewhere; `weak`, taken only
    where the file has none of its name; `origin` is the number of the checkpoint it comes from, or ""; `lesson` that
    of the section that it has there, 0 of what is new."""

    name: str
    text: str
    members: dict | None = None
    weak: bool = False
    origin: str = ""
    lesson: int = 0


class Gathering:
    """The pieces for what is kept: `pieces` is {name: Piece}, what is reached before what reaches it.

    `taken` tells of a module's name whether what it made is in the file already, as (weak, origin) of a Piece; or None.
    """

    def __init__(self, taken):
        self.pieces, self.under_way, self.taken = {}, set(), taken

    def take(self, name, thing, names):
        """Gather a thing, whose name this is among these global names, and what it reaches."""
        if name in self.pieces or name in self.under_way:
            return
        self.under_way.add(name)
        weak, origin = self.taken(names.get("__name__")) or (False, "")
        own = plain(thing)
        self._as_said(own)
        if of_the_kit(thing):
            raise CantKeep(OF_THE_KIT.format(name=name))
        if isinstance(thing, type) and _here(thing, names):
            self._class(name, thing, names, weak, origin)
        elif isinstance(own, FunctionType) and _here(own, names):
            self._function(name, thing, names, weak, origin)
        else:
            self._other(name, thing, names, weak, origin)

    def method(self, cls, attribute, function):
        """The text of a function as a method of a class, which calls the object self; gathers what it reaches."""
        self._as_said(plain(function))
        text = as_method(classes.member(attribute, function, f"{cls}.{attribute}"))
        return self.reach(text, plain(function).__globals__)

    def reach(self, text, names):
        """Gather what a text reaches among these global names; gives the text, without `mine.`."""
        text, from_file = self._without_mine(text, names)
        for name, value in from_file.items():
            self._from(name, value)
        for name in sorted(names_in(dedented(text))[0]):
            if name in names and name not in from_file and not name.startswith("__"):
                home = getattr(plain(names[name]), "__module__", None)
                if isinstance(names[name], (type, FunctionType)) and home != names.get("__name__") and self.taken(home):
                    self._from(name, names[name])
                else:
                    self.take(name, names[name], names)
        return text

    def _as_said(self, thing):
        made = [thing, *map(plain, vars(thing).values())] if isinstance(thing, type) else [thing]
        flags = [f.__code__.co_flags for f in made if isinstance(f, FunctionType)]
        if any(flag & __future__.annotations.compiler_flag for flag in flags):
            self.pieces.setdefault(LATER, Piece(LATER, LATER))

    def _from(self, name, value):
        """What comes from the file itself, or from a checkpoint, under its name there or another."""
        there, own = classes.world(value), getattr(value, "__name__", name)
        self.take(own if there.get(own) is value else name, value, there)
        if own != name and there.get(own) is value:
            self.pieces.setdefault(name, Piece(name, f"{name} = {own}"))

    def _without_mine(self, text, names):
        """The text with `mine.Value` as `Value`, and {name: what it is} of what it had so."""
        found, cuts = {}, set()
        for node in ast.walk(ast.parse(dedented(text))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                module = names.get(node.value.id)
                if isinstance(module, ModuleType) and module.__name__ == MINE:
                    found[node.attr] = getattr(module, node.attr)
                    cuts.add(ast.unparse(node))
        for cut in cuts:
            text = text.replace(cut, cut.rpartition(".")[2])
        return text, found

    def _class(self, name, cls, names, weak, origin):
        place = sources.class_place(cls, cells_of(names))
        head, members = classes.parts(cls, place)
        own = cls.__name__
        self.under_way.add(own)
        members = {n: self.reach(text, classes.names_of(cls, n, names)) for n, text in members.items()}
        head = self.reach(head + " ...", names).removesuffix(" ...")
        lesson = sources.lesson_of(place) if weak and place else 0
        if lesson:  # as it is in the file, or in a checkpoint; then what was put into it since
            self.pieces[own] = Piece(own, text_at(place), members, True, origin, lesson)
            self.pieces[own + SINCE] = Piece(own, "", members)
        else:
            text = "\n\n".join(members.values()) or "    pass"
            self.pieces[own] = Piece(own, f"{head}\n{text}", members, weak, origin)
        if name != own:
            self.pieces[name] = Piece(name, f"{name} = {own}", None, weak, origin)

    def _function(self, name, thing, names, weak, origin):
        own = plain(thing)
        place = sources.place_of(own)
        wrapped = thing is not own and not getattr(place and place.node, "decorator_list", ())
        if place is None or own.__code__.co_freevars or wrapped:
            self._statement(name, thing, names, weak, origin)
            return
        text = as_def(place, name) if isinstance(place.node, ast.Lambda) else text_at(place)
        if own.__name__ not in (name, "<lambda>"):
            again = any(isinstance(n, ast.Name) and n.id == own.__name__ for n in ast.walk(place.node))
            if again or own.__name__ in self.under_way:
                self.take(own.__name__, thing, names)
                self.pieces[name] = Piece(name, f"{name} = {own.__name__}", None, weak, origin)
                return
            text = renamed(text, name)
        text = self.reach(text, own.__globals__)
        self.pieces[name] = Piece(name, text, None, weak, origin, sources.lesson_of(place) if weak else 0)

    def _other(self, name, value, names, weak, origin):
        """A constant, or what an import gives."""
        place = sources.bound_in(cells_of(names), name, (ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign))
        if place and isinstance(place.node, (ast.Import, ast.ImportFrom)):
            text = import_alone(place.node, name)
        elif isinstance(value, ModuleType) or not (text := literal(value)):
            text = import_of(name, value)
        elif place and binds(place.node) == [name] and _same(place.node.value, value):
            text = text_at(place)
        else:
            text = f"{name} = {text}"
        if text:
            self.pieces[name] = Piece(name, text, None, weak, origin)
        else:
            self._statement(name, value, names, weak, origin)

    def _statement(self, name, value, names, weak, origin):
        """What was assigned, as it was assigned, with what that reaches."""
        place = sources.bound_in(cells_of(names), name, (ast.Assign, ast.AnnAssign, *sources.DEFS))
        if place is None or set(binds(place.node)) != {name}:
            raise CantKeep(UNWRITTEN.format(name=name, kind=kind(value)))
        self.pieces[name] = Piece(name, self.reach(text_at(place), names), None, weak, origin)


def _here(thing, names):
    """Whether it was made where these are the global names, in a notebook or in the file."""
    return thing.__module__ in (names.get("__name__"), "__main__")


def _same(node, value):
    try:
        return ast.literal_eval(node) == value
    except (ValueError, TypeError, SyntaxError, RecursionError):
        return False
