"""Which names of a notebook are stale: the last cell that should have made them failed before it did.

A shell like IPython's says when a cell begins and ends. Where there is none, nothing is known and nothing is stale.
"""

import ast
import linecache
import os
import re
import sys
from typing import NamedTuple


class Failure(NamedTuple):
    """The cell that should have made `name` anew raised `error`; `old` is what the name still stands for."""

    name: str
    error: BaseException
    old: object


class Made(NamedTuple):
    """What a cell makes of a name: the line where that is done, and whether it binds it or changes what is there."""

    line: int
    binds: bool


class Watch:
    """Follows the cells of a shell, from now on.

    `stale` is {name: Failure} of the names that their last cell should have bound; `last` of all that the last cell
    should have bound or changed. A class is changed by many cells: an older one that failed says nothing of the rest.
    `bound` is {name: (source, what it stood for then)} of the last cell that ran through and bound it.
    """

    def __init__(self, shell):
        self.shell, self.source, self.stale, self.last, self.made_by = shell, "", {}, {}, {}
        self.bound = {}
        shell.events.register("pre_run_cell", self.begins)
        shell.events.register("post_run_cell", self.ends)

    def begins(self, info):
        self.source = _source(info)

    def ends(self, result):
        error = result.error_before_exec or result.error_in_exec
        source, cell = _source(result.info), getattr(result.info, "cell_id", None)
        made = made_in(source)
        if made is None:  # what made a name is still the cell that makes it, when it can't be read any more
            made = self.made_by.get(cell, {}) | written_in(source)
        elif cell:
            self.made_by[cell] = made
        reached, values = _reached(error, self.shell.user_ns), self.shell.user_ns
        self.last = {n: Failure(n, error, values.get(n)) for n, m in made.items() if error and m.line >= reached}
        for name in (name for name, of in made.items() if of.binds):
            self.stale.pop(name, None)
            if name in self.last:
                self.stale[name] = self.last[name]
            elif name in values:
                self.bound[name] = source, values[name]

    def failure_of(self, thing):
        made = made_in(self.source) or {}
        for name, failure in (self.last | self.stale).items():
            if failure.old is thing and name not in made and re.search(rf"(?<![\w.]){name}(?!\w)", self.source):
                return failure
        return None

    def source_of(self, thing):
        for name, (source, made) in self.bound.items():
            if made is thing and re.search(rf"(?<![\w.]){name}(?!\w)", self.source):
                return source
        return ""


def watch():
    """Follow the cells of the shell that this runs in, if there is one."""
    global _watch
    shell = getattr(sys.modules.get("__main__"), "get_ipython", lambda: None)()
    if shell is not None and hasattr(shell, "events") and (_watch is None or _watch.shell is not shell):
        _watch = Watch(shell)


def watching():
    """Whether there is a shell whose cells are followed: a notebook."""
    return _watch is not None


def failure_of(thing):
    """The Failure that left `thing`, which the cell that runs now names, as it was before; None if there is none."""
    return _watch and _watch.failure_of(thing)


def source_of(thing):
    """The source of the cell that made `thing`, which the cell that runs now names or makes; "" where none is known."""
    if not _watch:
        return ""
    code = getattr(thing, "__code__", None)  # what was made before anybody watched
    return _watch.source_of(thing) or (code and _cell_of(code.co_filename)) or ""


def made_in(source):
    """{name: Made} of the names at the top of a cell; None of a cell that can't be read, be it a slip or a magic."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError):
        return None
    made = {}
    for statement in body:
        for name, binds in _stored(statement):
            made[name] = Made(statement.end_lineno, binds or (name in made and made[name].binds))
    return made


def written_in(source):
    """The same where Python can't read the cell: names before a first `=`, or after def or class, at a line's start."""
    made = {}
    indented = len(source) - len(source.lstrip(" "))  # a first line that is, by mistake
    for number, line in enumerate(source.splitlines(), 1):
        # After IPython's %time comes a statement.
        line = re.sub(rf"^ {{0,{indented}}}(%%?time +)?", "", line)
        if found := re.match(r"(?:async\s+)?(?:def|class)\s+(\w+)", line):
            made[found[1]] = Made(number, True)
        elif found := re.match(r"([A-Za-z_][\w., \[\]\"']*?)\s*(?:[-+*/]|\*\*|//)?=(?!=)", line):
            for name, more in re.findall(r"(?<![\w.\[\"'])([A-Za-z_]\w*)([.\[]?)", found[1]):
                made[name] = Made(number, not more)
    return made


def _stored(node):
    """(name, whether it is bound) of what a statement binds, or changes an attribute or an item of."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield node.name, True
    elif isinstance(node, (ast.Import, ast.ImportFrom)):
        yield from (((alias.asname or alias.name).split(".")[0], True) for alias in node.names)
    elif isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)) and isinstance(node.ctx, (ast.Store, ast.Del)):
        root = _root(node)
        yield from [(root.id, root is node)] if isinstance(root, ast.Name) else []
    elif isinstance(node, (ast.MatchAs, ast.MatchStar)) and node.name:
        yield node.name, True
    elif not isinstance(node, (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
        for part in ast.iter_child_nodes(node):
            yield from _stored(part)
        called = node.value.func if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) else None
        if isinstance(called, ast.Attribute) and isinstance(_root(called), ast.Name):
            yield _root(called).id, False  # as in grads.update(...)


def _root(node):
    """The name, or whatever it is, at the beginning of a.b[c]."""
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return node


def _source(info):
    return re.sub(r"\A(\s*\n)+", "", info.raw_cell or "")  # so are lines counted in tracebacks


def _cell_of(filename):
    """A cell's source, of what a shell has compiled under this name; "" of a file that is one."""
    return "" if os.path.exists(filename) else "".join(linecache.getlines(filename))


def _reached(error, names):
    """The line at which a cell with these global names failed; 0 where none of it ran."""
    trace = getattr(error, "__traceback__", None)
    while trace and trace.tb_frame.f_globals is not names:
        trace = trace.tb_next
    return trace.tb_lineno if trace else 0


_watch = None
