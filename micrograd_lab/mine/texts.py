"""The text of a statement, moved, renamed, or made a method; what stands in quotes stays as it is."""

import ast
import re

from .sources import DEFS, binds, first

OURS = re.compile(r"\s*### (BEGIN|END) SOLUTION\s*$|\s*# your code here\s*$")
ASIDE = re.compile(r"  # your code here\s*$")


def text_at(place, indent=0, comments=True):
    """The statement's text, moved to this indent, with the comments right above it; text in quotes stays as it is."""
    node, lines = place
    start = first(node)
    alone = not lines[start - 1][: node.col_offset].strip() and not _shared(node, lines)
    if not alone:  # a; b
        return " " * indent + (ast.get_source_segment("".join(lines), node) or ast.unparse(node))
    above = start
    while comments and above > 1 and lines[above - 2].lstrip().startswith("#") and not _section(lines[above - 2]):
        above -= 1
    fixed = _in_quotes(node)
    found = []
    for number in range(above, node.end_lineno + 1):
        line = lines[number - 1].rstrip("\r\n")
        if OURS.match(line) and number not in fixed:
            continue
        if number in fixed:
            found.append(line)
            continue
        line = ASIDE.sub("", line).rstrip()
        cut = min(node.col_offset, len(line) - len(line.lstrip()))
        found.append(" " * indent + line[cut:] if line.strip() else "")
    return "\n".join(found)


def renamed(text, name):
    """A def statement's text with another name."""
    return re.sub(r"(?m)^(\s*(?:async\s+)?def\s+)\w+", lambda m: m[1] + name, text, count=1)


def as_def(place, name, indent=0):
    """A lambda as a def statement of this name."""
    node, lines = place
    body = ast.get_source_segment("".join(lines), node.body) or ast.unparse(node.body)
    body = f"({body})" if "\n" in body else body
    pad = " " * indent
    return f"{pad}def {name}({ast.unparse(node.args)}):\n{pad}    return {body}"


def as_method(text):
    """A method's text with its first parameter called self, where that changes nothing else."""
    tree = ast.parse(dedented(text))
    node = tree.body[0]
    taken = [*node.args.posonlyargs, *node.args.args]
    if not taken or taken[0].arg == "self":
        return text
    old = taken[0].arg
    inner = [n for n in ast.walk(node) if n is not node and isinstance(n, (*DEFS, ast.Lambda))]
    again = any(a.arg == old for n in inner for a in ast.walk(n.args) if isinstance(a, ast.arg))
    names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
    if (
        again
        or "self" in names
        or any(isinstance(n, (ast.comprehension, ast.Nonlocal)) and old in binds(n) for n in ast.walk(node))
    ):
        return text
    spots = [n for n in ast.walk(node) if isinstance(n, ast.Name) and n.id == old]
    lines = [line.encode() for line in text.split("\n")]
    for line, column in sorted([(n.lineno, n.col_offset) for n in [*spots, taken[0]]], reverse=True):
        column += _indent(text)
        lines[line - 1] = lines[line - 1][:column] + b"self" + lines[line - 1][column + len(old.encode()) :]
    return b"\n".join(lines).decode()


def dedented(text):
    """The text of a member, at the left edge; what is text in quotes may lose spaces, so this is for reading alone."""
    pad = _indent(text)
    return "\n".join(line[pad:] if not line[:pad].strip() else line for line in text.split("\n"))


def _indent(text):
    first = next((line for line in text.split("\n") if line.strip() and not line.lstrip().startswith("#")), "")
    return len(first) - len(first.lstrip())


def import_alone(node, name):
    """An import statement of this one name alone."""
    alias = next(a for a in node.names if (a.asname or a.name).split(".")[0] == name)
    return ast.unparse(type(node)(**{**dict(ast.iter_fields(node)), "names": [alias]}))


def _section(line):
    return re.match(r"\s*# (Lessons? \d|%%)", line)


def _shared(node, lines):
    """Whether another statement stands on the first or last line of this one."""
    last = lines[node.end_lineno - 1].encode()[node.end_col_offset :].decode().strip()
    return bool(last) and not last.startswith("#") and last != ";"


def _in_quotes(node):
    """The lines that begin within text in quotes, but for docstrings, which move along."""
    said = {n.value for n in ast.walk(node) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)}
    texts = [n for n in ast.walk(node) if isinstance(n, (ast.Constant, ast.JoinedStr)) and n not in said]
    texts = [n for n in texts if isinstance(n, ast.JoinedStr) or isinstance(n.value, (str, bytes))]
    return {line for n in texts for line in range(n.lineno + 1, n.end_lineno + 1)}
