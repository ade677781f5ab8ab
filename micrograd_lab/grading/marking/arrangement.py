"""A notebook's cells as they are run: as they were handed in, with the given ones put back, beside right answers."""

import ast
import base64
import re
from dataclasses import dataclass, replace

from ...checks.handout import digest
from ..handout import reference

CELL, CELL_OF = "code cell {at} of the notebook", "code cell {at}, the one of {number}"
LESSON = "the lesson"
GIVEN_CELL, RIGHT_ANSWER = "a cell that is given", "a right answer to {number}"


@dataclass(frozen=True)
class Cell:
    """One that is run. `place` is where it stands in the handout, "answer 5.2", "check 5.2", "given 0"; or LESSON for a
    cell of the lesson itself, "" for a learner's own."""

    name: str
    source: str
    place: str = ""
    code: bytes = b""

    def task(self, seconds):
        """What the sandbox is told of it, and how long it may compute."""
        held = {"code": base64.b64encode(self.code).decode()} if self.code else {"source": self.source}
        return {"name": self.name, "seconds": seconds, **held}


def handed_in(cells, handout):
    """The Cells of a notebook, from (source, grade_id, points); each in its place by its id or by its text."""
    found = []
    for at, (source, grade_id, _) in enumerate(cells, 1):
        place = _place(source, grade_id, handout)
        number = place.partition(" ")[2] if place.startswith("answer") else ""
        name = (CELL_OF if number else CELL).format(at=at, number=number)
        found.append(Cell(name, source, place))
    filled = {cell.place for cell in found if not _as_given(cell, handout)}
    return [replace(c, source="") if c.place in filled and _as_given(c, handout) else c for c in found]


def _as_given(cell, handout):
    """Is this an answer's cell as it was handed out?"""
    given = handout.given.get(cell.place.partition(" ")[2]) if cell.place.startswith("answer") else None
    return given is not None and same(cell.source, given.stub)


def _place(source, grade_id, handout):
    match = re.fullmatch(r"(\d+-\d+)-(answer|check)", grade_id)
    if match:
        return f"{match[2]} {match[1].replace('-', '.')}"
    for n, given in enumerate(handout.cells):
        if same(source, given):
            return f"given {n}"
    for number, given in handout.given.items():
        if same(source, given.check):
            return f"check {number}"
    return LESSON if digest(source) in handout.lesson_cells else ""


def put_back(cells, handout):
    """The Cells, with the given ones in place that were changed or are lost; the same where none is."""
    found, places = list(cells), _places(handout)
    for at, place in enumerate(places):
        if not place.startswith("given") or any(cell.place == place for cell in found):
            continue
        before = [n for n, cell in enumerate(found) if cell.place in places[:at]]
        source = handout.cells[int(place.partition(" ")[2])]
        found.insert(max(before, default=-1) + 1, Cell(GIVEN_CELL, source, place))
    return found


def _places(handout):
    """What there is in a handout, in its order."""
    places, many = [], 0
    for kind, text in handout.order:
        if kind == "given":
            places.append(f"given {many}")
            many += 1
        else:
            places += [f"answer {text}", f"check {text}"]
    return places


def beside(cells, numbers, called, handout):
    """The Cells, with a right answer to each of these exercises after the learner's own.

    `called` is {number: the place in `cells` where its check was called}.
    """
    found, places = list(cells), _places(handout)
    inserts = []
    for number in numbers:
        own = [n for n, cell in enumerate(cells) if cell.place == f"answer {number}"]
        before = [n for n, cell in enumerate(cells) if cell.place in places[: places.index(f"answer {number}")]]
        at = max(own or before, default=-1) if number not in called or own else called[number]
        inserts.append((at + 1, Cell(RIGHT_ANSWER.format(number=number), "", code=reference(number))))
    for at, cell in sorted(inserts, key=lambda insert: -insert[0]):
        found.insert(at, cell)
    return found


def without(cells, ended):
    """The Cells but for those that end the process."""
    return [cell if n not in ended else replace(cell, source="", code=b"") for n, cell in enumerate(cells)]


def sources(cells, handout, called):
    """{number: the source of a learner's answer}: by its id, else by what it defines, else of the cell where its check
    is called, as `called` has it."""
    found = {}
    for number, given in handout.given.items():
        own = [cell.source for cell in cells if cell.place == f"answer {number}" and cell.source.strip()]
        filled = [source for source in own if not same(source, given.stub)]
        ours = ("given", LESSON)
        defining = [c.source for c in cells if not c.place.startswith(ours) and _defines(c.source, given)]
        chosen = filled or defining[-1:] or own or ([called[number]] if number in called else [])
        if chosen:
            found[number] = "\n\n".join(chosen)
    return found


def names_in(source):
    """The names that a cell uses, without those in its comments and texts; all words where it is no Python."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set(re.findall(r"\w+", source))
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    return names | {node.attr for node in nodes if isinstance(node, ast.Attribute)}


def same(one, other):
    """Are these two cells one, but for spaces?"""
    return re.sub(r"\s+", " ", one.strip()) == re.sub(r"\s+", " ", other.strip())


def _defines(source, given):
    names = "|".join(map(re.escape, given.names))
    return not same(source, given.stub) and bool(
        re.search(rf"^(?:async\s+def|def|class)\s+(?:{names})\b|^(?:{names})\s*(?::[^=\n]*)?=(?!=)", source, re.M)
    )
