"""How course systems name what they give: Moodle, Canvas, Blackboard, and nbgrader's exchange."""

import re
from dataclasses import dataclass

from ..notes import Note
from .names import lesson_in

MOODLE = re.compile(r"(?P<who>.+?)_(?P<number>\d+)_assignsubmission_(?:file|onlinetext)(?:_|$)(?P<file>.*)")
BLIND = re.compile(r"(?:participant|teilnehmer|participante|partecipante|deltaker)\W?(?:_?(?:in|e))?", re.I)
CANVAS = re.compile(
    r"(?P<who>[^\W_][^\W_A-Z-]*(?:-[^\W_]+)*)(?P<late>_LATE)?_(?P<number>\d+)_(?P<upload>\d+)_(?P<file>.+)"
)
BLACKBOARD = re.compile(r"(?P<exercise>.+)_(?P<who>[^_]+)_attempt_\d{4}(?:-\d\d){5}(?P<file>[_.].*)")
EXCHANGE = re.compile(r"(?P<who>[^+]+)\+(?P<assignment>[^+]+)\+\d{4}-\d\d-\d\d [\d:.]+[^+]*(?:\+.*)?")
LATE = Note("handed in late", "late")


@dataclass(frozen=True)
class Shape:
    """Who a course system says that a file or folder is from. `lasting`: its number is the learner's everywhere."""

    who: str
    number: str = ""
    file: str = ""
    lasting: bool = False
    assignment: str = ""
    notes: tuple = ()


def of_folder(name):
    """The Shape of a folder's name; None of any other."""
    if match := MOODLE.fullmatch(name):
        return _of_moodle(match)
    if match := EXCHANGE.fullmatch(name):
        return Shape(match["who"].strip(), assignment=match["assignment"].strip())
    return None


def of_file(name):
    """The Shape of a file's name, with what the file was called before; None of any other."""
    if (match := MOODLE.fullmatch(name)) and match["file"]:
        return _of_moodle(match)
    if match := BLACKBOARD.fullmatch(name):
        return Shape(match["who"], file=match["file"].removeprefix("_"))
    if (match := CANVAS.fullmatch(name)) and not _numbered(match["upload"], match["file"]):
        file = re.sub(r"-\d+(?=\.[^.]+$)", "", match["file"])
        return Shape(match["who"], match["number"], file, True, notes=(LATE,) if match["late"] else ())
    return None


def _of_moodle(match):
    """Where marking is blind, the number is all there is of a name."""
    who, number = match["who"], match["number"]
    return Shape(f"{who} {number}" if BLIND.fullmatch(who) else who, number, match["file"])


def _numbered(upload, file):
    """Whether it is a lesson's number: alice_2026_05_order.ipynb has two numbers, and is none of Canvas's."""
    return len(upload) == 2 and bool(lesson_in(f"{upload}_{file}")) and not lesson_in(file)
