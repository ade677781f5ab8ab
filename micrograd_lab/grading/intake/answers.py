"""A notebook's cells, from its bytes; and which lesson they are of."""

import json
import re

LARGEST = 50 << 20

EMPTY = "The file is empty."
TOO_LARGE = "The file has {size} MB; a notebook of this course has less than 1."
CUT_OFF = "This is a notebook that was cut off or damaged."
NO_NOTEBOOK = "This is no notebook. A notebook's name ends in .ipynb."
NO_CELLS = "It is JSON, but no notebook: it has no cells."
NO_CODE = "The notebook has no code cells."
MOST, LONGEST = 1000, 200 << 10  # code cells of a notebook, signs of a cell
TOO_MANY = "it has {cells} code cells, of which the first {most} were run"
TOO_LONG = "a cell of more than {size} kB was not run"
AS_TEXT = "the cell of {number} is no code cell; it was taken as one"
OLD_KIND = "an old kind of notebook, from before 2015"
SAVED_AS = "the file was saved as {encoding}, not UTF-8"
LATIN = "the file is not UTF-8; it was read as Latin-1"


class Unreadable(Exception):
    """No notebook can be made of it; the message says why."""


def notebook(data):
    """(the code cells as (source, grade_id, points), notes) of a notebook's bytes. Unreadable where there are none."""
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
    read = [(_cell(cell), cell) for cell in cells]
    found = [one for one, _ in read if one]
    texts = [one[1] for one, cell in read if one and cell.get("cell_type", "code") != "code"]
    notes += [AS_TEXT.format(number=grade_id.removesuffix("-answer").replace("-", ".")) for grade_id in texts]
    if not found:
        raise Unreadable(NO_CODE)
    if len(found) > MOST:
        notes.append(TOO_MANY.format(cells=len(found), most=MOST))
    if any(len(source) > LONGEST for source, _, _ in found):
        notes.append(TOO_LONG.format(size=LONGEST >> 10))
    found = [one if len(one[0]) <= LONGEST else ("", *one[1:]) for one in found[:MOST]]
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
    if not isinstance(cell, dict):
        return None
    source = cell.get("source", cell.get("input", ""))
    source = "".join(map(str, source)) if isinstance(source, list) else str(source)
    entry = cell.get("metadata")
    entry = entry.get("nbgrader") if isinstance(entry, dict) else None
    entry = entry if isinstance(entry, dict) else {}
    answers = str(entry.get("grade_id", "")).endswith("-answer")  # Markdown or raw by a slip of one key
    if cell.get("cell_type") != "code" and not (answers and cell.get("cell_type") in ("markdown", "raw")):
        return None
    return source.replace("\r\n", "\n"), str(entry.get("grade_id", "")), entry.get("points")


def lesson_of(cells, name, known):
    """The lesson of these cells: by their ids, by the check that they import, or by the file's name; "" if neither."""
    numbers = [match[1] for _, grade_id, _ in cells if (match := re.fullmatch(r"(\d+)-\d+-(answer|check)", grade_id))]
    numbers += [match[1] for source, _, _ in cells if (match := re.search(r"checks import lesson_(\d\d)\b", source))]
    if match := re.search(r"(?<!\d)(\d\d)_[a-z]", name):
        numbers.append(match[1])
    return next((n.zfill(2) for n in numbers if n.zfill(2) in known), "")
