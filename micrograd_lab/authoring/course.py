"""What authors write, found by its place: a folder a lesson, course/05_order, with lesson.py and exercises.py in it.

A script begins with what it says of itself, as Python's inline script metadata do (PEP 723): TOML in comments, between
`# /// lesson` and `# ///`.
"""

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COURSE = ROOT / "course"
KINDS = ("lesson", "exercises")
NO_COURSE = (
    "asked: the lessons' scripts\nfound: no {course}: an installed package holds none\n"
    "try:   in a checkout of the project, which `pip install -e .` installs"
)
NO_LESSON = "no lesson's folder in {course}/ starts with {which!r}; there are {names}."
NOT_NUMBERS = (
    "asked: lessons {said}\nfound: {found}\n"
    "try:   their numbers with commas between them, or a range, as 4,5 or 0-3; there are {numbers}"
)
NO_NUMBER, NO_SUCH = "{part!r} is no number and no range", "there is no lesson {part}"
NO_HEADER = (
    "asked: the header of {script}\nfound: {trouble}\n"
    "try:   {fields}, as TOML in comments between `# /// {kind}` and `# ///`"
)
OTHER_FIELDS = "it says {said}"
BLOCK = re.compile(r"(?m)^# /// (lesson|exercises)\n((?:#(?: .*)?\n)*?)# ///\n")


@dataclass(frozen=True)
class Header:
    """What a script says of itself: `picture` is code, for the landing page, whose last line is what it shows."""

    title: str = ""
    minutes: int = 0
    afterwards: str = ""
    picture: str = ""


def sources(which=None, kinds=KINDS, course=COURSE):
    """The percent scripts of these kinds, in order: all, or those of the folders whose names start with `which`.

    Raises FileNotFoundError where there are none.
    """
    if not course.is_dir():
        raise FileNotFoundError(NO_COURSE.format(course=course))
    found = [path for kind in kinds for path in sorted(course.glob(f"*/{kind}.py"))]
    chosen = [path for path in found if which is None or path.parent.name.startswith(which)]
    if not chosen:
        names = ", ".join(sorted({path.parent.name for path in found})) or "none"
        raise FileNotFoundError(NO_LESSON.format(course=course.name, which=which, names=names))
    return chosen


def number(source):
    """The number of a script's lesson, as "05"; "" of a page that is no lesson, as the gallery."""
    found = re.match(r"(\d\d)_", source.parent.name)
    return found[1] if found else ""


def numbered(said, course=COURSE):
    """The numbers of lessons, as ("04", "05"), from "4,5" or "0-3", in the course's order. ValueError of others."""
    there = [number(source) for source in sources(None, ("lesson",), course) if number(source)]
    chosen, asked = set(), {"said": said, "numbers": ", ".join(str(int(n)) for n in there)}
    for part in re.findall(r"[^,\s]+", said) or [said]:
        found = re.fullmatch(r"(\d\d?)(?:-(\d\d?))?", part, re.ASCII)
        if not found:
            raise ValueError(NOT_NUMBERS.format(found=NO_NUMBER.format(part=part), **asked))
        first, last = int(found[1]), int(found[2] or found[1])
        within = {n for n in there if first <= int(n) <= last}
        if not within:
            raise ValueError(NOT_NUMBERS.format(found=NO_SUCH.format(part=part), **asked))
        chosen |= within
    return tuple(n for n in there if n in chosen)


def is_solution(source):
    return source.stem == "exercises"


def built(source):
    """Where the notebook of a percent script stands."""
    root, name = source.parents[2], source.parent.name
    return root / "solutions" / f"{name}_solutions.ipynb" if is_solution(source) else root / "lessons" / f"{name}.ipynb"


def unsolved(source):
    """Where the exercise notebook of a lesson stands."""
    return source.parents[2] / "exercises" / f"{source.parent.name}_exercises.ipynb"


def text(source):
    """A percent script without its header."""
    return BLOCK.sub("", source.read_text(encoding="utf-8"), count=1).lstrip("\n")


def header(source):
    """The Header of a script; ValueError where a lesson's has none, or one that cannot be read."""
    found = BLOCK.search(source.read_text(encoding="utf-8"))
    asked = {field.name for field in fields(Header)} if source.stem == "lesson" else {"minutes"}
    if found is None and not number(source):
        return Header()
    try:
        said = tomllib.loads("".join(line[2:] or "\n" for line in found[2].splitlines(True))) if found else {}
        if said.keys() == asked:
            return Header(**{name: x.strip() if isinstance(x, str) else x for name, x in said.items()})
        trouble = OTHER_FIELDS.format(said=", ".join(said) or "nothing")
    except tomllib.TOMLDecodeError as error:
        trouble = str(error)
    script, names = f"{source.parent.name}/{source.name}", ", ".join(sorted(asked))
    raise ValueError(NO_HEADER.format(script=script, trouble=trouble, fields=names, kind=source.stem))
