"""The text of what was made in cells: a function's and a class's own lines, found by their code."""

import ast
import inspect
import linecache
import re
from functools import lru_cache
from types import FunctionType
from typing import NamedTuple

DEFS = (ast.FunctionDef, ast.AsyncFunctionDef)


class Place(NamedTuple):
    """A statement, or a lambda, and the lines of the cell that it stands in."""

    node: ast.AST
    lines: tuple[str, ...]


@lru_cache(maxsize=256)
def parsed(text):
    """The tree of a cell; None of one that Python can't read."""
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError):
        return None


def place_of(function):
    """The Place where this function was written; None where its text is not to be had."""
    code = getattr(function, "__code__", None)
    lines = tuple(linecache.getlines(code.co_filename)) if code else ()
    tree = parsed("".join(lines)) if lines else None
    if tree is None:
        return None
    if code.co_name == "<lambda>":
        found = [n for n in ast.walk(tree) if isinstance(n, ast.Lambda) and _within(code, n)]
        found.sort(key=lambda n: len(ast.dump(n)))  # of one in another, the inner
    else:
        found = [
            n
            for n in ast.walk(tree)
            if isinstance(n, DEFS) and n.name == code.co_name and first(n) == code.co_firstlineno
        ]
    return Place(found[0], lines) if found else None


def class_place(cls, cells):
    """The Place of the class statement that made cls, by one of its methods, else the last of its name in the cells."""
    for method in map(plain, vars(cls).values()):
        if isinstance(method, FunctionType) and method.__qualname__.rpartition(".")[0] == cls.__qualname__:
            place = place_of(method)
            for node in ast.walk(parsed("".join(place.lines))) if place else ():
                if isinstance(node, ast.ClassDef) and node.name == cls.__name__ and holds(node, place.node):
                    return Place(node, place.lines)
    return bound_in(cells, cls.__name__, ast.ClassDef)


def bound_in(cells, name, kinds):
    """The Place of the last statement, of these kinds, at the top of the cells, newest first, that binds the name."""
    for text in cells:
        tree = parsed(text)
        for node in reversed(tree.body if tree else []):
            if isinstance(node, kinds) and name in binds(node):
                return Place(node, tuple(text.splitlines(keepends=True)))
    return None


def cells_of(names):
    """The texts of the cells that ran where these are the global names, newest first."""
    ran = [text for text in names.get("In", ()) if isinstance(text, str)]
    files = {f.__code__.co_filename: None for f in map(plain, list(names.values())) if isinstance(f, FunctionType)}
    files = {
        name: None for name in files if names.get("__name__") in ("__main__", None) or name == names.get("__file__")
    }
    return [*reversed(ran), *("".join(linecache.getlines(name)) for name in reversed(files))]


def binds(node):
    """The names that a statement at the top binds."""
    if isinstance(node, (*DEFS, ast.ClassDef)):
        return [node.name]
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return [(alias.asname or alias.name).split(".")[0] for alias in node.names]
    return [n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]


def named(node):
    """What a statement in a class's body is known by: all that it binds; "data.setter" where it adds to a property."""
    bound = ", ".join(binds(node))
    added = [d.attr for d in getattr(node, "decorator_list", ()) if isinstance(d, ast.Attribute)]
    added = [one for one in added if one in ("setter", "deleter", "getter")]
    return f"{bound}.{added[0]}" if added else bound


def plain(thing):
    """The function in a property, a static method, or below what wraps it; else the thing itself."""
    if isinstance(thing, property):
        thing = thing.fget
    thing = getattr(thing, "__func__", thing)
    try:
        return inspect.unwrap(thing) if callable(thing) else thing
    except ValueError:
        return thing


def first(node):
    """The first line of a statement, with its decorators."""
    return min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])


def holds(node, other):
    """Whether the other lies within the lines of this one."""
    return first(node) <= first(other) and other.end_lineno <= node.end_lineno


def lesson_of(place):
    """The lesson under whose heading a statement of a file stands; 0 where it stands under none."""
    above = [line for line in place.lines[: first(place.node) - 1] if re.match(r"# Lessons? \d", line)]
    return max(int(n) for n in re.findall(r"\d+", above[-1].partition(":")[0])) if above else 0


def _within(code, node):
    begin, end = (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)
    spots = [(line, col) for line, _, col, _ in code.co_positions() if line is not None and col is not None]
    inside = [spot for spot in spots if spot != (code.co_firstlineno, 0)]
    return bool(inside) and all(begin <= spot <= end for spot in inside) and node.lineno == code.co_firstlineno
