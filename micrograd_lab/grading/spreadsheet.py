"""Tables as spreadsheets save them, in whatever encoding and with whatever separator, and as they may read them."""

import csv
import io
import re
from dataclasses import dataclass

SEPARATORS = ",;\t"
# What begins a formula, also in the wide letters of East Asia, at a cell's start or where a program splits it: there
# are spreadsheets that split at semicolons or tabs, and that take no notice of quotes.
FORMULA = re.compile(r"(^|[;,\t|\"'])([\s\"']*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")


@dataclass(frozen=True)
class Table:
    """A table with a header: `header` in small letters and underscores, `rows` as (line number, cells)."""

    header: tuple
    rows: tuple
    separator: str


def decoded(data):
    """The text of a table's bytes: UTF-16 or UTF-8, marked or not, or else the Western letters of Windows."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    if data[1:2] == b"\0" or data[:1] == b"\0":
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def table(data):
    """The Table in these bytes. An empty line is no row. csv.Error where no table can be made of them."""
    text, before = decoded(data), 0
    if re.match(r"sep=.\r?\n", text):  # a line that is for Excel alone
        text, before = text.split("\n", 1)[1], 1
    first = text.lstrip().split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows, number = [], before + 1
    for cells in reader:
        cells = tuple(cell.strip() for cell in cells)
        if any(cells):
            rows.append((number, cells))
        number = before + reader.line_num + 1
    header = tuple(re.sub(r"\W+", "_", cell.casefold()).strip("_") for cell in rows[0][1]) if rows else ()
    return Table(header, tuple(rows[1:]), separator)


def content(data):
    """The cells of a table, as lists of texts and numbers: the same whatever program has saved it.

    A program writes its own separators, quotes, line ends and decimal commas, takes the zeros from 00471, and gives
    numbers of more than 11 digits 6 of them.
    """
    text = re.sub(r"^sep=.\r?\n", "", decoded(data))
    separator = max(SEPARATORS, key=text.lstrip().split("\n", 1)[0].count)
    made = []
    for cells in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        whole = len(cells) == 1 and separator in cells[0]  # a line that a program took for one cell
        cells = [_same_cell(cell) for cell in (next(csv.reader(cells, delimiter=separator)) if whole else cells)]
        while cells and cells[-1] == "":
            cells.pop()
        made += [cells] if cells else []
    return made


def _same_cell(text):
    text = " ".join(text.split())
    if not re.fullmatch(r"[+-]?\d{1,99}([.,]\d{1,99})?(E[+-]?\d{1,2})?", text, re.I):
        return text
    number = float(text.replace(",", "."))
    return f"{number:.6g}" if abs(number) >= 1e11 else repr(number)


def written(rows):
    """A table as the text of a CSV; numbers are numbers, and no text is taken for a formula."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([[safe(cell) for cell in row] for row in rows])
    return text.getvalue()


def safe(value):
    """A cell that no spreadsheet takes for a formula, nor a part of it where it is split."""
    if isinstance(value, (int, float)):
        return figure(value)
    value = "".join(sign if sign.isprintable() else " " for sign in str(value))
    return FORMULA.sub(r"\1\2'", value)


def figure(number):
    """A number in few digits: 2, 1.5, 0.667."""
    return f"{round(number, 3) + 0:g}"
