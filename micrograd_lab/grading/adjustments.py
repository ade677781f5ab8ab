"""What a teacher adds by hand: points with reasons, comments, late days, weights, in a table beside the report."""

import csv
import re
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches

from ..checks.outcome import in_points
from ..platform import write
from .final import NOTHING, LeftOut, Line
from .handout import handout, lessons
from .marking.notebook import possible
from .spreadsheet import figure, safe, table

FILE, CLASS = "adjustments.csv", "*"
COLUMNS = ("id", "lesson", "exercise", *(one.name for one in fields(Line) if one.name not in Line.PLACE))
OTHER_HEADS = {"learner": "id", "student_id": "id", "reason": "comment", "remark": "comment"}
PASSED_OVER = ("name", "")  # a teacher's own columns
EXAMPLES = (
    ("# 4711", "05", "5.2", "", "1", "", "", "", "", "one point more in 5.2, for this reason: shown on the page"),
    ("# 4711", "05", "", "", "", "3", "", "", "", "lesson 05 came three days late"),
    (
        "# *",
        "05",
        "",
        "",
        "",
        "",
        "2",
        "10",
        "1",
        "all: lesson 05 counts twice; 10 % off for each late day but the first",
    ),
    ("# lines that begin so do not count",),
)

NO_FILE = "asked: the adjustments in {path}\nfound: {error}\ntry:   the path of a CSV file, or none: {file} is made"
NO_HEADER = (
    "asked: the adjustments in {path}\nfound: columns {found}\ntry:   a first line with these, in any order: {columns}"
)
MORE_CELLS = "{cells} cells under {columns} columns", "quotes around a text that holds the separator"
UNKNOWN = "nobody with this id", "{some}an id as it stands in grades.csv, or * for the class"
PERHAPS = "perhaps {id}{name}? Or "
NO_LESSON = "lesson {lesson}, which has no exercises", "one of {lessons}"
WHICH = "no lesson, and a class that has handed in several", "the lesson, as 05"
NO_EXERCISE = "exercise {text}, which there is not", "one of {numbers}; as text, since a spreadsheet makes a date of it"
OTHER_LESSON = "exercise {exercise} with lesson {lesson}", "lesson {right}, or no lesson"
NO_NUMBER = "{column} {text}, which is no number", "a number, as 1.5"
NEGATIVE = "{column} {text}", "0 or more"
TOO_MANY = "{text}, where there are {most}", "at most {most}"
BOTH = "points and a change of points", "points for what it is to be, or change for what is added or taken"
NO_REASON = "points by hand, and no reason", "a reason in the column comment: it is shown on the learner's page"
TWICE = "points that line {line} has given", "one of the two, or change for what is added or taken"
OF_EXERCISE = "{column} for an exercise", "the line without an exercise: it holds for a lesson"
OF_CLASS = "{column} for one learner", "* in place of the id: it holds for the class"
NOT_OF_CLASS = "late days for the class", "an id"
NOTHING_GIVEN = "nothing to change", "one of the columns {columns}"


class Wrong(Exception):
    """A line that cannot be followed: what was found, and what to try."""


@dataclass(frozen=True)
class Given:
    """A line as it stands in the table, {column: text}; `aside` where it begins as one that does not count."""

    number: int
    cells: dict
    aside: bool = False


def place(out, path=None):
    """The file of adjustments of a report; it is made, with a header and examples that do not count, if there is
    none."""
    if path is None and not (out / FILE).exists():
        made = [COLUMNS, *((*one, *[""] * (len(COLUMNS) - len(one))) for one in EXAMPLES)]
        text = "".join(",".join(f'"{cell}"' if "," in cell else cell for cell in row) + "\n" for row in made)
        write(out / FILE, "\ufeff" + text)
    return path or out / FILE


def given(path):
    """The lines of a file, as they stand, and what is wrong with some of them. ValueError where it is no such table."""
    try:
        read = table(path.read_bytes())
    except (OSError, csv.Error) as error:
        error = getattr(error, "strerror", None) or error
        raise ValueError(NO_FILE.format(path=path, error=error, file=FILE)) from None
    header = [OTHER_HEADS.get(name, name) for name in read.header]
    while header and not header[-1]:  # columns that a spreadsheet adds
        header.pop()
    other = [name for name in header if name not in (*COLUMNS, *PASSED_OVER)]
    if "id" not in header or other or len({*header} - {""}) < len([name for name in header if name]):
        raise ValueError(NO_HEADER.format(path=path, found=", ".join(read.header), columns=", ".join(COLUMNS)))
    lines, wrong = [], []
    for number, cells in read.rows:
        aside = cells[0].startswith("#")
        more = cells[len(header) :]
        if any(more) and (aside or header[-1] == "comment"):  # a comment without quotes, with the separator in it
            text = f"{read.separator} ".join(filter(None, [cells[len(header) - 1], *more]))
            cells, more = (*cells[: len(header) - 1], text), ()
        if any(more):
            found, tries = MORE_CELLS
            found = found.format(cells=len(cells), columns=len(header))
            wrong.append(LeftOut(number, str(path), "", found, tries))
        else:
            lines.append(Given(number, dict(zip(header, cells, strict=False)), aside))
    return lines, wrong


def adjusted(path, rows, penalty=None, free=None):
    """(the rows, the Adjusted of the file at `path`): a line for a lesson that somebody has not handed in brings a row.

    `penalty` is the percentage that a late day takes off, `free` how many take none; None leaves that to the file.
    """
    lines, wrong = given(path)
    known = _Class(rows)
    followed, taken = [], {}
    for one in lines:
        if one.aside and one.cells.get("id") not in known.rows:  # an id may begin with # too
            continue
        try:
            line = known.line(one)
            key = (line.id, line.lesson, line.exercise)
            if line.points is not None and taken.setdefault(key, one.number) != one.number:
                raise Wrong(TWICE[0].format(line=taken[key]), TWICE[1])
            followed.append(line)
        except Wrong as error:
            found, tries = error.args
            who = ", ".join(filter(None, (one.cells.get(name, "") for name in ("id", "lesson", "exercise"))))
            wrong.append(LeftOut(one.number, str(path), who, found, tries))
    more = [row for line in followed if (row := known.row_of(line))]
    return [*rows, *more], replace(NOTHING, lines=tuple(followed), penalty=penalty, free=free, wrong=tuple(wrong))


class _Class:
    """Who is in a class, and what they can have points for."""

    def __init__(self, rows):
        self.rows = {}
        for row in (row for row in rows if getattr(row, "state", "") != "not counted"):
            self.rows.setdefault(row.id, []).append(row)
        self.lessons = sorted({row.lesson for row in rows if row.lesson})

    def line(self, given):
        """The Line that this one means. Wrong where it means none."""
        text = given.cells.get
        who = self._who(text("id", ""))
        lesson, exercise = self._place(text("lesson", ""), text("exercise", ""))
        numbers = {column: _number(column, text(column, "")) for column in Line.NUMBERS}
        points = text("points", "")
        if points[:1] in ("+", "-", "\u2212"):
            if numbers["change"] is not None:
                raise Wrong(*BOTH)
            numbers |= {"points": None, "change": numbers["points"]}
        line = Line(given.number, who, lesson, exercise, comment=text("comment", ""), **numbers)
        self._check(line)
        return line

    def row_of(self, line):
        """The row that a line needs and the class has not: of somebody who has handed in nothing for that lesson."""
        own = self.rows.get(line.id, [])
        if not own or not line.lesson or line.lesson in {row.lesson for row in own}:
            return None
        own.append(type(own[0])(own[0].id, own[0].name, "", None, lesson=line.lesson))
        return own[-1]

    def _who(self, text):
        if text == CLASS or text in self.rows:
            return text
        alike = [who for who in self.rows if safe(who) == text] or [
            who for who in self.rows if who.casefold() == text.casefold()
        ]
        # A spreadsheet takes the zeros from 00471.
        alike = alike or [who for who in self.rows if text.isdigit() and who.lstrip("0") == text.lstrip("0")]
        if len(alike) == 1:
            return alike[0]
        names = {(name or who).casefold(): who for who, own in self.rows.items() for name in (who, own[0].name)}
        near = get_close_matches(text.casefold(), names, 1, 0.8)
        some = ""
        if near:
            name = self.rows[names[near[0]]][0].name
            some = PERHAPS.format(id=names[near[0]], name=f" ({name})" if name else "")
        raise Wrong(UNKNOWN[0], UNKNOWN[1].format(some=some))

    def _place(self, lesson, exercise):
        lesson = re.sub(r"^lesson\s*", "", lesson, flags=re.I)
        lesson = lesson and lesson.zfill(2)
        if lesson and lesson not in lessons():
            raise Wrong(NO_LESSON[0].format(lesson=lesson), NO_LESSON[1].format(lessons=", ".join(lessons())))
        if exercise:
            match = re.fullmatch(r"\D*(\d+)[.,](\d+)\D*", exercise)
            number = f"{match[1]}.{match[2]}" if match else ""
            right = match[1].zfill(2) if match else lesson
            right = right if right in lessons() else ""
            if not right or number not in handout(right).given:
                of = [lesson or right] if lesson or right else self.lessons
                numbers = ", ".join(n for one in of for n in handout(one).given)
                raise Wrong(NO_EXERCISE[0].format(text=exercise), NO_EXERCISE[1].format(numbers=numbers))
            if lesson and lesson != right:
                raise Wrong(OTHER_LESSON[0].format(exercise=number, lesson=lesson), OTHER_LESSON[1].format(right=right))
            return right, number
        return lesson or (self.lessons[0] if len(self.lessons) == 1 else ""), ""

    def _check(self, line):
        by_hand = line.points is not None or line.change is not None
        used = [name for name in Line.NUMBERS if getattr(line, name) is not None]
        if not used and not line.comment:
            raise Wrong(NOTHING_GIVEN[0], NOTHING_GIVEN[1].format(columns=", ".join(COLUMNS[3:])))
        if line.points is not None and line.change is not None:
            raise Wrong(*BOTH)
        if {*used} - {"late_days", "late_penalty", "late_free"} and not line.lesson:
            raise Wrong(*WHICH)
        for column in used:
            value = getattr(line, column)
            if column != "change" and value < 0:
                raise Wrong(NEGATIVE[0].format(column=column, text=figure(value)), NEGATIVE[1])
            if line.exercise and column not in ("points", "change"):
                raise Wrong(OF_EXERCISE[0].format(column=column), OF_EXERCISE[1])
            if line.id != CLASS and column in ("late_penalty", "late_free"):
                raise Wrong(OF_CLASS[0].format(column=column), OF_CLASS[1])
        if line.id == CLASS and line.late_days is not None:
            raise Wrong(*NOT_OF_CLASS)
        if by_hand:
            most = handout(line.lesson).given[line.exercise].exercise.points if line.exercise else possible(line.lesson)
            points = line.points if line.points is not None else abs(line.change)
            if points > most:
                raise Wrong(
                    TOO_MANY[0].format(text=in_points(points), most=figure(most)), TOO_MANY[1].format(most=figure(most))
                )
            if not line.comment:
                raise Wrong(*NO_REASON)


def _number(column, text):
    """The number in a cell, with a point or a comma; None of an empty one."""
    text = text.replace("\u2212", "-").removesuffix("%").strip()
    if not text:
        return None
    if not re.fullmatch(r"[+-]?(\d{1,9}([.,]\d{0,9})?|[.,]\d{1,9})", text):
        raise Wrong(NO_NUMBER[0].format(column=column, text=text), NO_NUMBER[1])
    return float(text.replace(",", "."))
