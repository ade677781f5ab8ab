"""live.ready: is everything here that the lessons need?"""

import math
from html import escape
from importlib.util import find_spec
from typing import NamedTuple

import ipywidgets

from ... import draw, journal
from ...engine import Value
from ..base.view import View

PACKAGES = ("ipywidgets", "anywidget")
LATER = ("numpy", "matplotlib", "sklearn")  # what lessons 0 to 6 do without
PARTS = (
    "packages",
    "engine: it calculates right",
    "drawings of graphs",
    "drawings of curves",
    "journal, on this machine",
)
INSTALL = "Close Jupyter and run `python3 start.py install`, on Windows `py start.py install`. Then start again."
LACKING, THERE = "missing: {part}.", "there: {part}"
ALL, SOME = "Everything is there.", "Some parts are missing."
SO_FAR = "Everything is there that lessons 0 to 6 need."
HEARD = "Python has heard you: buttons and sliders work."
NOT_INSTALLED = "Not installed: {missing}. {remedy}"
NOT_YET = "Not installed: {missing}. Lessons 0 to 6 do without. Before lesson 7: {remedy}"
RAISED = "{kind}: {error}. {remedy}"
OTHER_SLOPE = "It gives {given:.4f}, measured is {measured:.4f}. {remedy}"
WORDS = "Nothing here lays them out, so they are words. {remedy}"
NO_PICTURE = "No picture came. {remedy}"
OFF = "It is off, so nothing is kept. To switch it on: `python3 start.py journal --on`."


class Part(NamedTuple):
    """One thing that the lessons need; `trouble` says what is wrong, and what to do, and is "" where it is there.

    `later` says the same of what only the lessons after 6 need.
    """

    name: str
    trouble: str
    later: str = ""


class ReadyView(View):
    """A line for each part that the lessons need, and a button, since only a press shows that the browser is heard."""

    command = "ready"

    def __init__(self):
        self.parts = parts()
        self.heard = False
        self.list = ipywidgets.HTML(self._list())
        self.button = ipywidgets.Button(description="press me", tooltip="try whether Python hears the browser")
        super().__init__([self.list, self.button], footer=False)
        self.children = [*self.children, self.message]
        self.on(self.button, lambda _: self._pressed())

    @property
    def ready(self):
        """Whether every part is there that lessons 0 to 6 need."""
        return not any(part.trouble for part in self.parts)

    def text(self):
        lines = [f"{'missing' if part.trouble else 'there  '}  {part.name}" for part in self.parts]
        lines += [f"{part.name}: {said}" for part in self.parts if (said := part.trouble or part.later)]
        lacking = any(part.later for part in self.parts)
        return "\n".join([*lines, SOME if not self.ready else SO_FAR if lacking else ALL])

    def code(self):
        return "live.ready()"

    def _pressed(self):
        self.heard = True
        self.say(HEARD)

    def _list(self):
        lines = (
            f"<b>{LACKING.format(part=escape(part.name))}</b> {escape(part.trouble)}"
            if part.trouble
            else " ".join(filter(None, [THERE.format(part=part.name) + "." * bool(part.later), escape(part.later)]))
            for part in self.parts
        )
        items = "".join(f"<li>{line}</li>" for line in lines)
        return f"<ul style='line-height: 1.5; margin: 0; padding-left: 20px'>{items}</ul>"


def parts():
    """Each part that the lessons need, tried out."""
    others = (_tried(_engine), _tried(_graph), _tried(_curve), _journal())
    packages = _missing(PACKAGES, NOT_INSTALLED), _missing(LATER, NOT_YET)
    return [Part(PARTS[0], *packages), *(Part(*part) for part in zip(PARTS[1:], others, strict=True))]


def _missing(packages, said):
    missing = [name for name in packages if not _installed(name)]
    return said.format(missing=", ".join(missing), remedy=INSTALL) if missing else ""


def _installed(name):
    try:
        return find_spec(name) is not None
    except ImportError:  # where an importer refuses it
        return False


def _tried(part):
    try:
        return part()
    except Exception as error:  # whatever a half-installed package raises
        return RAISED.format(kind=type(error).__name__, error=error, remedy=INSTALL)


def _engine():
    x = Value(0.5)
    x.tanh().backward()
    measured = (math.tanh(0.5 + 1e-6) - math.tanh(0.5 - 1e-6)) / 2e-6
    said = OTHER_SLOPE.format(given=x.grad, measured=measured, remedy=INSTALL)
    return "" if abs(x.grad - measured) < 1e-8 else said


def _graph():
    picture = draw.graph(Value(1.0) + 2.0)
    return "" if "<svg" in picture.svg else WORDS.format(remedy=INSTALL)


def _curve():
    return "" if draw.curve(lambda x: x, 0, 1).still() else NO_PICTURE.format(remedy=INSTALL)


def _journal():
    if not journal.keeping():
        return OFF
    return journal.trouble()


def ready():
    """Try out each part that the lessons need, and say what to do where one is missing."""
    return ReadyView()
