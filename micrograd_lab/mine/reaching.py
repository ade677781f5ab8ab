"""What a piece of code reaches by name, and what of that is needed as soon as it is read."""

import ast
import builtins
import math
import symtable
import sys
from types import ModuleType

GENERATED = ("listcomp", "setcomp", "dictcomp", "genexpr")  # functions to Python, and run at once
OF_A_NOTEBOOK = {"display", "get_ipython", "exit", "quit"}
PLAIN = {name for name in dir(builtins) if name not in OF_A_NOTEBOOK}


def names_in(text):
    """(all global names that a text reads and does not make, those of them that it reads when it is run)."""
    top = symtable.symtable(text, "mine.py", "exec")
    read, at_once = set(), set()

    def walk(table, later):
        for symbol in table.get_symbols():
            if symbol.is_referenced() and (table is top or symbol.is_global()):
                read.add(symbol.get_name())
                if not later:
                    at_once.add(symbol.get_name())
        for child in table.get_children():
            walk(child, later or (child.get_type() != "class" and child.get_name() not in GENERATED))

    walk(top, False)
    own = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
    own |= {child.get_name() for child in top.get_children()}
    return read - own, at_once - own


def literal(value):
    """A constant as Python would write it; "" for what is none, or too long to be one."""
    if isinstance(value, float) and not math.isfinite(value):
        return f'float("{value}")'
    try:
        text = repr(value)
        return text if len(text) < 2000 and ast.literal_eval(text) == value else ""
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return ""


def import_of(name, value):
    """The import statement that gives a module, or what a library makes, this name; "" where there is none."""
    if isinstance(value, ModuleType):
        return f"import {name}" if value.__name__ == name else f"import {value.__name__} as {name}"
    own = getattr(value, "__name__", None)
    own = own if isinstance(own, str) else name
    home = getattr(value, "__module__", None) or ""
    homes = [home.lstrip("_"), home, *sorted(m for m in sys.stdlib_module_names if m in sys.modules and m[0] != "_")]
    for module in homes:
        for spelled in (own, name):
            if module and module not in ("__main__", "builtins") and _has(module, spelled, value):
                return f"from {module} import {spelled}" + ("" if spelled == name else f" as {name}")
    return ""


def of_the_kit(value):
    """Whether this package has made it: then a file that runs without the package can't hold it."""
    module = value.__name__ if isinstance(value, ModuleType) else getattr(value, "__module__", None)
    for said in (module, getattr(type(value), "__module__", None)):
        if isinstance(said, str) and said.split(".")[0] == "micrograd_lab":
            return True
    return False


def _has(module, name, value):
    found = sys.modules.get(module)
    try:
        return found is not None and vars(found).get(name) is value
    except TypeError:
        return False
