"""Pages of HTML that need no other file. Jinja2 makes them, and escapes every text in them."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .entry import points

TEMPLATES = Path(__file__).parent / "templates"


class Link(NamedTuple):
    """A text or number that leads somewhere within the report, or nowhere with ""; `more` is said below it."""

    text: object
    href: str
    more: str = ""


class Section(NamedTuple):
    """A table under a heading, with a sentence; a cell is a text, a number or a Link."""

    title: str
    says: str
    head: tuple
    rows: list

    @property
    def kinds(self):
        """For each column "number", where it has one, or "text"."""
        bare = [[cell.text if isinstance(cell, Link) else cell for cell in row] for row in self.rows]
        numbers = [any(isinstance(row[n], (int, float)) for row in bare) for n in range(len(self.head))]
        return ["number" if number else "text" for number in numbers]


def page(template, **fields):
    """The HTML of a template, "class" or "learner"."""
    return _environment().get_template(f"{template}.html.j2").render(**fields)


@cache
def _environment():
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    made.filters["points"] = points
    return made


def _shown(value):
    """A text without signs that are none, such as those that steer a terminal or turn the order of what is read."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return "".join(s if s.isprintable() or s in "\n\t" else " " if s.isspace() else "" for s in value)
    return value
