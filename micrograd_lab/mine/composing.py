"""The file's text with a piece put into it: under its lesson, methods inside their class, and all else as it was."""

import ast
import re

from .file_text import (
    SEVERAL,
    bare,
    is_docstring,
    is_heading,
    is_later,
    lesson_at,
    lesson_in,
    lines_of,
    made,
    members_of,
    number_of,
    tidy,
    top_of,
)
from .reaching import names_in
from .sources import DEFS, binds, first

HEAD = '"""My engine, as it stands after lesson {lesson}."""\n'
HEAD_LINE = re.compile(r'\A"""My engine, as it stands after lesson (\d+)\."""\n')
SECTION = "# Lesson {lesson}: {title}."
OWN = "# The course's own (checkpoint {number}), where mine.py had none yet."
TITLES = {
    2: "numbers that remember how they were made",
    4: "each operation knows its own step back",
    5: "nobody sends before all of its users have",
    6: "trust, but verify",
    7: "an expression that can decide",
    8: "the loop that moves them all",
    9: "be right, with a margin",
    10: "better steps",
    11: "keep the signal alive",
    12: "an answer that is a share of certainty",
    13: "a machine that guesses letters",
    14: "letters that choose where to look",
}
FIXED = ("__init__", "__repr__", "__new__", "__slots__", "__doc__")  # these stay where they are in the class


def composed(text, pieces, lesson, main):
    """The text with these pieces of a lesson; `main` are the names of those that passed, which replace any other."""
    text = text if text.strip() else HEAD.format(lesson=lesson)
    said = HEAD_LINE.match(text)
    if said and int(said[1]) < lesson:
        text = HEAD.format(lesson=lesson) + text[said.end() :]
    # A class that is there already comes first: what it needs is put before it.
    old = [piece for piece in pieces if piece.name in made(text)]
    for piece in [*old, *(piece for piece in pieces if piece not in old)]:
        text = with_piece(text, piece, lesson, piece.name in main)
    return in_order(text).rstrip("\n") + "\n"


def with_piece(text, piece, lesson, main=False):
    """The text with one piece in it."""
    there = made(text)
    if piece.text.startswith(("import ", "from ")):
        return _with_import(text, piece)
    if piece.name not in there:
        own = OWN.format(number=piece.origin) + "\n" if piece.origin else ""
        return _inserted(text, own + piece.text, piece.lesson or lesson)
    if piece.weak:
        return text
    node = there[piece.name]
    if piece.members is not None and isinstance(node, ast.ClassDef):
        return with_members(text, piece.name, piece.members, piece.lesson or lesson, piece.text)
    if not main and lesson_at(text, first(node)) > lesson:
        return text
    return _replaced(text, node, piece.text)


def with_members(text, cls, members, lesson, whole=""):
    """The text with these {name: text} in its class: in the place of what has the name, else under the lesson."""
    later = is_later(text, cls, lesson)
    if whole and not later:
        text = _with_head(text, cls, whole)
    for name, said in members.items():
        found = _member(text, cls, name, said)
        if found is None:
            text = _appended(text, cls, said, lesson)
            continue
        if bare(lines_of(text, found)) == bare(said) or (
            later and (name in FIXED or lesson_in(text, cls, found) != lesson)
        ):
            continue
        if name in FIXED or not isinstance(found, DEFS) or lesson_in(text, cls, found) == lesson:
            text = _replaced(text, found, said)
        else:
            text = _appended(_removed(text, cls, found), cls, said, lesson)
    return _below_what_it_names(text, cls)


def _below_what_it_names(text, cls):
    """The class with each `__radd__ = __add__` below the methods that it names, which a later lesson may have moved."""
    for _ in range(50):
        body, lines = made(text)[cls].body, text.split("\n")
        places = {name: node for node in body if not isinstance(node, ast.Expr) for name in binds(node)}
        for node in (n for n in body if isinstance(n, ast.Assign)):
            read = [places[n.id] for n in ast.walk(node.value) if isinstance(n, ast.Name) and n.id in places]
            late = max(read, key=first, default=node)
            if first(late) > first(node):
                break
        else:
            return text
        start = top_of(lines, node)
        said = lines[start - 1 : node.end_lineno]
        above, below = lines[: start - 1] + lines[node.end_lineno : late.end_lineno], lines[late.end_lineno :]
        text = tidy("\n".join([*above, "", *said, *below]))
    return text


def in_order(text):
    """The text with each statement below those that it needs as it is read."""
    for _ in range(50):
        body, lines = ast.parse(text).body, text.split("\n")
        places = {name: node for node in body for name in binds(node)}
        move = None
        for node in body:
            needs = names_in("\n".join(lines[first(node) - 1 : node.end_lineno]))[1]
            late = [places[n] for n in sorted(needs) if n in places and first(places[n]) > first(node)]
            if late:
                move = (late[0], node)
                break
        if move is None:
            return text
        late, node = move
        start, above = top_of(lines, late), top_of(lines, node) - 1
        said = lines[start - 1 : late.end_lineno]
        left = lines[: start - 1] + lines[late.end_lineno :]
        text = tidy("\n".join([*left[:above], *said, "", "", *left[above:]]))
    return text


def _with_import(text, piece):
    lines, body = text.split("\n"), ast.parse(text).body
    if piece.text in (line.strip() for line in lines):
        return text
    there = made(text).get(piece.name)
    if there is not None:
        return text if piece.weak else _replaced(text, there, piece.text)
    imports = [n for n in body if isinstance(n, (ast.Import, ast.ImportFrom))]
    before = [n for n in imports if _place_of(ast.unparse(n)) < _place_of(piece.text)]
    if imports:
        at = before[-1].end_lineno if before else first(imports[0]) - 1
        return "\n".join([*lines[:at], piece.text, *lines[at:]])
    at = body[0].end_lineno if body and isinstance(body[0], ast.Expr) and is_docstring(body[0]) else 0
    return tidy("\n".join([*lines[:at], "", piece.text, "", "", *lines[at:]]))


def _place_of(said):
    """Where an import stands among others: what Python wants first, modules, what is taken out of some; by name."""
    return not said.startswith("from __future__"), said.startswith("from"), said


def _inserted(text, said, lesson):
    """A new statement at the end of its lesson's section, which is made where there is none."""
    lines = text.rstrip("\n").split("\n")
    sections = [(i, number_of(line)) for i, line in enumerate(lines) if line.startswith("#") and SEVERAL.match(line)]
    if lesson not in [number for _, number in sections]:
        said = SECTION.format(lesson=lesson, title=TITLES.get(lesson, "my own")) + "\n\n\n" + said
        at = next((i for i, number in sections if number > lesson), len(lines))
    else:
        begins = [number for _, number in sections].index(lesson)
        at = sections[begins + 1][0] if begins + 1 < len(sections) else len(lines)
    return tidy("\n".join([*lines[:at], "", "", said, "", "", *lines[at:]]))


def _appended(text, cls, said, lesson):
    """The class with one more member, at the end of the lesson's part of it."""
    node, lines = made(text)[cls], text.split("\n")
    inside = [(i, number_of(lines[i])) for i in range(node.lineno, node.end_lineno) if is_heading(lines[i])]
    own = lesson_at(text, first(node))
    if lesson != own and lesson not in [number for _, number in inside]:
        said = "    " + SECTION.format(lesson=lesson, title=TITLES.get(lesson, "my own")) + "\n\n" + said
        at = next((i for i, number in inside if number > lesson), node.end_lineno)
    else:
        after = [i for i, number in inside if number > lesson] if lesson == own else []
        if lesson != own:
            begins = [number for _, number in inside].index(lesson)
            after = [i for i, _ in inside[begins + 1 :]]
        at = after[0] if after else node.end_lineno
    if len(node.body) == 1 and isinstance(node.body[0], ast.Pass):
        lines[node.body[0].lineno - 1] = ""
    one = [*lines[:at], "", *said.split("\n"), "", *lines[at:]]
    return tidy("\n".join(one))


def _removed(text, cls, node):
    lines = text.split("\n")
    start = top_of(lines, node)
    left = lines[: start - 1] + lines[node.end_lineno :]
    if len(made(text)[cls].body) == 1:
        left.insert(start - 1, "    pass")
    return tidy(_without_empty_section("\n".join(left), cls))


def _without_empty_section(text, cls):
    """Without the headings in a class that nothing stands under any more."""
    lines, keep = text.split("\n"), []
    node = made(text)[cls]
    for i, line in enumerate(lines):
        if node.lineno <= i < node.end_lineno + 3 and is_heading(line):
            below = next((one for one in lines[i + 1 :] if one.strip()), "")
            if is_heading(below) or not below.startswith(" "):
                continue
        keep.append(line)
    return "\n".join(keep)


def _replaced(text, node, said):
    """The text with another statement in the place of this one; its comments stay, where the new one has none."""
    lines = text.split("\n")
    start = top_of(lines, node) if said.lstrip().startswith("#") else first(node)
    if bare(lines_of(text, node)) == bare(said):
        return text
    return "\n".join([*lines[: start - 1], said, *lines[node.end_lineno :]])


def _with_head(text, cls, whole):
    """The class statement itself, its bases and decorators, and its docstring, as they are in the new one."""
    old, lines = made(text)[cls], text.split("\n")
    new = next(n for n in ast.parse(whole).body if isinstance(n, ast.ClassDef))
    said = whole.split("\n")
    if ast.dump(ast.ClassDef(**{**dict(ast.iter_fields(new)), "body": []})) == ast.dump(
        ast.ClassDef(**{**dict(ast.iter_fields(old)), "body": []})
    ):
        return text
    if old.body[0].lineno == old.lineno:
        return text
    head = said[first(new) - 1 : first(new.body[0]) - 1] if new.body[0].lineno != new.lineno else [f"class {cls}:"]
    while head and not head[-1].rstrip().endswith(":"):
        head = head[:-1]
    colon = next(i for i in range(old.lineno - 1, old.end_lineno) if lines[i].split("#")[0].rstrip().endswith(":"))
    return "\n".join([*lines[: first(old) - 1], *head, *lines[colon + 1 :]])


def _member(text, cls, name, said):
    """The statement of the class in the text that binds what this one binds, or else is the same."""
    node, found = made(text)[cls], members_of(text, cls)
    if name == "__doc__":
        return node.body[0] if isinstance(node.body[0], ast.Expr) and is_docstring(node.body[0]) else None
    if name.isdecimal():
        return next((n for n in node.body if bare(lines_of(text, n)) == bare(said)), None)
    return next((n for names, n in found.items() if name == names or name in names.split(", ")), None)
