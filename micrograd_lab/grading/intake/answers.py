"""From what was handed in to the answer of each exercise: by its cell's id, or else by its name, which is said."""

import json
import re
from dataclasses import dataclass, field

LARGEST = 20 << 20
ME = re.compile(r"^me\s*=\s*[\"']([^\"'\n]*)[\"']", re.M)

EMPTY = "The file is empty."
TOO_LARGE = "The file has {size} MB; a notebook of this course has less than 1."
CUT_OFF = "This is a notebook that was cut off or damaged."
NO_NOTEBOOK = "This is no notebook. A notebook's name ends in .ipynb."
NO_CELLS = "It is JSON, but no notebook: it has no cells."
NO_CODE = "The notebook has no code cells."
OLD_KIND = "an old kind of notebook, from before 2015"
SAVED_AS = "the file was saved as {encoding}, not UTF-8"
LATIN = "the file is not UTF-8; it was read as Latin-1"
SEVERAL = "{number} has {cells} cells; the last one that is filled in counts"
ELSEWHERE = "{number}: its own cell is as it was handed out; another cell, which defines what it asks for, was graded"
UNMARKED = "{number}: no cell is marked as its own; another cell, which defines what it asks for, was graded"
NO_ANSWER = "{number}: no cell holds an answer"
CHECK_EDITED = "the check of {number} was edited; it plays no part"
POINTS_EDITED = "the points of {number} were changed in the file; they play no part"


class Unreadable(Exception):
    """No notebook can be made of it; the message says why."""


@dataclass
class Answers:
    """{number: source} of what was found, the code cells in order as (source, number or ""), and remarks."""

    lesson: str
    found: dict = field(default_factory=dict)
    cells: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    me: str = ""


def notebook(data):
    """(the code cells as (source, grade_id, kind), notes) of a notebook's bytes. Unreadable where there are none."""
    if not data.strip():
        raise Unreadable(EMPTY)
    if len(data) > LARGEST:
        raise Unreadable(TOO_LARGE.format(size=len(data) >> 20))
    text, notes = decoded(data)
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        if text.lstrip()[:1] == "{":
            raise Unreadable(CUT_OFF) from None
        raise Unreadable(NO_NOTEBOOK) from None
    cells = content.get("cells") if isinstance(content, dict) else None
    if cells is None and isinstance(content, dict) and isinstance(content.get("worksheets"), list):
        cells = [cell for sheet in content["worksheets"] if isinstance(sheet, dict) for cell in sheet.get("cells", [])]
        notes.append(OLD_KIND)
    if not isinstance(cells, list):
        raise Unreadable(NO_CELLS)
    found = [read for cell in cells if (read := _cell(cell))]
    if not found:
        raise Unreadable(NO_CODE)
    return found, notes


def decoded(data):
    """(text, notes): UTF-8 as notebooks are, or what else it may be."""
    for encoding in ("utf-8-sig", "utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            text = data.decode(encoding)
            return text, [] if encoding == "utf-8-sig" else [SAVED_AS.format(encoding=encoding)]
        except UnicodeError:
            continue
    return data.decode("latin-1"), [LATIN]


def _cell(cell):
    if not isinstance(cell, dict) or cell.get("cell_type") != "code":
        return None
    source = cell.get("source", cell.get("input", ""))
    source = "".join(map(str, source)) if isinstance(source, list) else str(source)
    entry = cell.get("metadata")
    entry = entry.get("nbgrader") if isinstance(entry, dict) else None
    entry = entry if isinstance(entry, dict) else {}
    return source.replace("\r\n", "\n"), str(entry.get("grade_id", "")), entry.get("points")


def lesson_of(cells, name, known):
    """The lesson of these cells: by their ids, by the check that they import, or by the file's name; "" if neither."""
    numbers = [match[1] for _, grade_id, _ in cells if (match := re.fullmatch(r"(\d+)-\d+-(answer|check)", grade_id))]
    numbers += [match[1] for source, _, _ in cells if (match := re.search(r"checks import lesson_(\d\d)\b", source))]
    if match := re.search(r"(?<!\d)(\d\d)_[a-z]", name):
        numbers.append(match[1])
    return next((n.zfill(2) for n in numbers if n.zfill(2) in known), "")


def answers(cells, handout, notes=()):
    """The Answers in these cells."""
    result = Answers(handout.lesson, notes=list(notes))
    marks = [_mark(cell, handout) for cell in cells]
    for number, given in handout.given.items():
        own = [n for n, (kind, of) in enumerate(marks) if (kind, of) == ("answer", number)]
        filled = [n for n in own if not same(cells[n][0], given.stub)]
        if len(own) > 1:
            result.notes.append(SEVERAL.format(number=number, cells=len(own)))
        if not filled:
            elsewhere = [n for n, mark in enumerate(marks) if mark == ("other", "") and _defines(cells[n][0], given)]
            if elsewhere:
                filled = elsewhere[-1:]
                result.notes.append((ELSEWHERE if own else UNMARKED).format(number=number))
        chosen = (filled or own)[-1:]
        for n in chosen:
            marks[n] = ("answer", number)
            result.found[number] = cells[n][0]
        for n in set(own) - set(chosen):
            marks[n] = ("spare", number)
        if not chosen:
            result.notes.append(NO_ANSWER.format(number=number))
    result.cells = [(cells[n][0], mark) for n, mark in enumerate(marks)]
    result.notes += _edited(cells, handout)
    named = [match[1] for source, _, _ in cells if (match := ME.search(source))]
    result.me = named[-1] if named else ""
    return result


def _mark(cell, handout):
    """("answer" or "check", number), ("given", ""), or ("other", "") for what the learner has added or changed."""
    source, grade_id, _ = cell
    match = re.fullmatch(r"([\d-]+)-(answer|check)", grade_id)
    if match:
        return match[2], match[1].replace("-", ".")
    if source.strip() in handout.cells:
        return "given", ""
    checks = [g.exercise.number for g in handout.given.values() if same(source, g.check)]
    return ("check", checks[0]) if checks else ("other", "")


def _edited(cells, handout):
    for source, grade_id, points in cells:
        number = grade_id.removesuffix("-check").replace("-", ".")
        if not grade_id.endswith("-check") or number not in handout.given:
            continue
        given = handout.given[number]
        if not same(source, given.check):
            yield CHECK_EDITED.format(number=number)
        if points is not None and points != given.exercise.points:
            yield POINTS_EDITED.format(number=number)


def same(one, other):
    return re.sub(r"\s+", " ", one.strip()) == re.sub(r"\s+", " ", other.strip())


def _defines(source, given):
    names = "|".join(map(re.escape, given.names))
    return not same(source, given.stub) and bool(
        re.search(rf"^(?:async\s+def|def|class)\s+(?:{names})\b|^(?:{names})\s*(?::[^=\n]*)?=(?!=)", source, re.M)
    )
