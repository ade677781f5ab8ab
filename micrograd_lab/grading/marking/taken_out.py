"""A learner's mine.py for one lesson, without what the course has given them that this lesson asks for.

`mine.checkpoint(5)` puts the course's own answers into the file, for whoever joins late: they are none of theirs.
"""

import ast
from functools import cache

from ...mine import loading


def text_for(data, lesson):
    """The text of a file as it is run beside the answers of a lesson; None where it is no Python."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        tree = ast.parse(text)
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return None
    courses = _asked_for(int(lesson))
    gone = [node for node in _parts(tree) if _said(node) in courses]
    lines = text.split("\n")
    for node in gone:
        first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
        lines[first - 1 : node.end_lineno] = [" " * node.col_offset + "pass"] + [""] * (node.end_lineno - first)
    return "\n".join(lines)


@cache
def _asked_for(lesson):
    """The functions and methods of the checkpoints from this lesson on, without those of earlier ones."""
    said = {n: {_said(node) for node in _parts(ast.parse(loading.text_of(n)))} for n in loading.checkpoints()}
    earlier = set().union(*(parts for n, parts in said.items() if n < lesson))
    return set().union(*(parts for n, parts in said.items() if n >= lesson)) - earlier


def _parts(tree):
    """The functions at the top and the methods of classes there."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node
        elif isinstance(node, ast.ClassDef):
            yield from (one for one in node.body if isinstance(one, ast.FunctionDef))


def _said(node):
    return ast.unparse(node)
