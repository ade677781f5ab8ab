"""A file's text read: its statements, the lessons that they stand under, and its empty lines."""

import ast
import re

from .sources import DEFS, binds, first, named
from .texts import dedented

SEVERAL = re.compile(r"^\s*# Lessons? (\d+)(?:(?:,| and) (\d+))*")


def made(text):
    """{name: the statement at the top that makes it, the last one}."""
    return {name: node for node in ast.parse(text).body for name in binds(node)}


def members_of(text, cls):
    """{name: its statement} of a class in the text; {} where there is none."""
    node = made(text).get(cls)
    body = node.body if isinstance(node, ast.ClassDef) else []
    return {named(n): n for n in body if not isinstance(n, ast.Expr)}


def is_later(text, cls, lesson):
    """Whether a later lesson has changed the class already: then this one changes only what is its own."""
    node, lines = made(text)[cls], text.split("\n")
    return any(is_heading(lines[i]) and number_of(lines[i]) > lesson for i in range(node.lineno, node.end_lineno))


def lesson_in(text, cls, member):
    node, lines = made(text)[cls], text.split("\n")
    above = [number_of(lines[i]) for i in range(node.lineno, first(member) - 1) if is_heading(lines[i])]
    return above[-1] if above else lesson_at(text, first(node))


def lesson_at(text, line):
    lines = text.split("\n")[: line - 1]
    found = [number_of(one) for one in lines if one.startswith("#") and SEVERAL.match(one)]
    return found[-1] if found else 0


def number_of(line):
    return max(int(n) for n in re.findall(r"\d+", line.partition(":")[0]))


def is_heading(line):
    return line.startswith(" ") and SEVERAL.match(line) is not None


def top_of(lines, node):
    """The first line of a statement, with the comments right above it, but for a lesson's heading."""
    start = first(node)
    while start > 1 and lines[start - 2].lstrip().startswith("#") and not SEVERAL.match(lines[start - 2]):
        start -= 1
    return start


def lines_of(text, node):
    return "\n".join(text.split("\n")[first(node) - 1 : node.end_lineno])


def bare(said):
    """A statement without comments above it, spaces at the ends of lines and the edge where it begins."""
    lines = dedented(said).strip("\n").split("\n")
    while lines and lines[0].lstrip().startswith("#"):
        lines = lines[1:]
    return "\n".join(line.rstrip() for line in lines).strip()


def is_docstring(node):
    return isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def tidy(text):
    """At most two empty lines side by side, one within a class; text in quotes stays as it is."""
    tree, lines = ast.parse(text), text.split("\n")
    inside = {i for n in tree.body if isinstance(n, (ast.ClassDef, *DEFS)) for i in range(first(n), n.end_lineno + 1)}
    quoted = set()
    for n in ast.walk(tree):
        if isinstance(n, (ast.Constant, ast.JoinedStr)) and n.end_lineno > n.lineno:
            quoted |= set(range(n.lineno, n.end_lineno + 1))
    kept, empty = [], 0
    for number, line in enumerate(lines, 1):
        if line.strip() or number in quoted:
            empty = 0
        else:
            empty += 1
            if empty > (1 if number in inside else 2):
                continue
        kept.append(line)
    return "\n".join(kept).strip("\n") + "\n"
