"""What a check answers, to an attempt and to who asks for help."""

import re
from dataclasses import dataclass

FILL_IN = "Fill in the cell above, run it, then run this one again."
TRY = "Try: {tries}"
LEVELS = ("A question", "A pointer", "Nearly the code")  # of hints
EXPECTED, GOT = "Expected {expected}, got {got}.", "Got {got}."


class Hint(str):
    """Text that shows itself without quotes."""

    __slots__ = ()

    def __repr__(self):
        return str(self)


@dataclass(frozen=True, repr=False)
class Outcome:
    """The answer to one attempt. True when it passed; shows itself as text, and as Markdown in a notebook.

    `exercise` is the Exercise's name, and `points` what that is worth in all.
    """

    exercise: str
    points: float

    state = ""  # how it stands, in a word or three

    def __bool__(self):
        return False

    @property
    def text(self):
        """The answer in sentences, one a line."""
        return "\n".join([f"{self.exercise}: {self._verdict()}", *self._lines()])

    def __repr__(self):
        return self.text

    def _repr_markdown_(self):
        head, *rest = [_escaped(line) for line in self.text.splitlines()]
        return "  \n".join([f"**{head}**", *rest])

    def _verdict(self):
        raise NotImplementedError

    def _lines(self):
        return []


@dataclass(frozen=True, repr=False)
class Passed(Outcome):
    """All cases came out right. `remark` is a sentence on how, or "", and `kept` one on what is in mine.py now."""

    remark: str = ""
    kept: str = ""

    state = "passed"

    def __bool__(self):
        return True

    def _verdict(self):
        if not self.points:
            return "{state}.".format(state=self.state)
        return "{state}, {reached:g} of {points}.".format(
            state=self.state, reached=self.points, points=in_points(self.points)
        )

    def _lines(self):
        return [line for line in (self.remark, self.kept) if line]


@dataclass(frozen=True, repr=False)
class NotAttempted(Outcome):
    """What was checked is still as it was given. `missing` says what to fill in, where it is not the cell above."""

    missing: str = ""

    state = "not attempted yet"

    def _verdict(self):
        return f"{self.state}. {self.missing or FILL_IN}"


@dataclass(frozen=True, repr=False)
class CellFailed(NotAttempted):
    """The cell that should have made what was checked failed: `happened` says how, `tries` what to do."""

    happened: str = ""
    tries: str = ""

    state = "not checked"

    def _verdict(self):
        return f"{self.state}."

    def _lines(self):
        return [self.happened, TRY.format(tries=self.tries)]


@dataclass(frozen=True, repr=False)
class Incorrect(Outcome):
    """Some case came out wrong: which, what was expected and what was found, why perhaps, and what to try.

    `misconception` is the name of the one recognised, "" if none was; `right` of `cases` cases came out right,
    which is worth this `share` of the points, 0 to 1. Texts that there is nothing to say for are "".
    """

    asked: str = ""
    expected: str = ""
    got: str = ""
    says: str = ""
    tries: str = ""
    misconception: str = ""
    right: int = 0
    cases: int = 1
    share: float = 0.0

    state = "not yet"

    def _verdict(self):
        return f"{self.state}."

    def _lines(self):
        numbers = (EXPECTED if self.expected else GOT if self.got else "").format(expected=self.expected, got=self.got)
        case = f"{self.asked}: {numbers[0].lower()}{numbers[1:]}" if self.asked and numbers else self.asked or numbers
        return [line for line in (case, self.says, self.tries and TRY.format(tries=self.tries)) if line]


def in_points(number):
    """ "1 point", "2 points"."""
    return ("{number:g} point" if number == 1 else "{number:g} points").format(number=number)


def _escaped(line):
    """Stars and the like in a learner's code or numbers are no Markdown. What stands in `...` is code already."""
    parts = re.split(r"((?<!`)`[^`]+`(?!`))", line)
    return "".join(part if number % 2 else _no_markdown(part) for number, part in enumerate(parts))


def _no_markdown(text):
    for sign in "\\`*_{}[]<>#|$":
        text = text.replace(sign, "\\" + sign if sign not in "<>" else {"<": "&lt;", ">": "&gt;"}[sign])
    return text
