"""Cells as Python: without a notebook's own commands, statement by statement, so that one that fails costs itself."""

import ast
import marshal
import re

# `%timeit x`, `!ls`, `?help`, `help?`, and `files = !ls`: an answer needs none of them.
COMMAND = re.compile(r"^\s*([%!?].*|[\w.]+\?{1,2}\s*)$")
ASSIGNED = re.compile(r"^(\s*[\w, ]+=\s*)[%!].*$")
KEPT = ("%%time", "%%timeit", "%%capture", "%%prun")  # cell commands whose cell is Python all the same


def python(source):
    """The cell without its commands."""
    try:
        ast.parse(source)
        return source
    except SyntaxError:
        pass
    lines = source.split("\n")
    first = next((line.strip() for line in lines if line.strip()), "")
    if first.startswith("%%") and first.split()[0] not in KEPT:
        return ""
    # Each line stays one line: what is told of an error counts them.
    lines = [re.sub(r"\S.*", "pass", line) if COMMAND.match(line) else line for line in lines]
    return "\n".join(ASSIGNED.sub(r"\1None", line) for line in lines)


def statements(source, name):
    """The code of each statement of a cell, or of a whole one that comes as code already."""
    if isinstance(source, bytes):
        return [marshal.loads(source)]  # a right answer to another exercise: it comes from us
    tree = ast.parse(python(source), name)
    futures = [s for s in tree.body if isinstance(s, ast.ImportFrom) and s.module == "__future__"]
    others = [s for s in tree.body if s not in futures]
    return [compile(ast.Module([*futures, s], []), name, "exec") for s in others]
