"""A warm-up question: what is asked, what is right, and what is said to each answer."""

import math
import re
from fractions import Fraction
from typing import NamedTuple

MINUS = str.maketrans(
    "\u2212\u2013,", "--."
)  # a minus and a dash that are no hyphens, and a comma, as people type them


class Item(NamedTuple):
    """`name` is its id in the journal, and `lesson` where it comes from, as "04".

    `right` is a number, which counts `within` so much, or texts that are all right, of which the first is shown.
    With `options` one is chosen, else the answer is typed. `told` is said of the right answer, `usual` is {a wrong
    answer: what is said to whoever gave it}, and `otherwise` is said to any other. `miss` is (lesson, name) of a
    prediction: whoever was sure there and wrong gets this item first.
    """

    name: str
    lesson: str
    asks: str
    right: float | tuple
    told: str
    usual: dict
    otherwise: str
    options: tuple = ()
    within: float = 1e-9
    miss: tuple = ()

    @property
    def shown(self):
        """The right answer as it is shown."""
        return "{:g}".format(self.right) if isinstance(self.right, (int, float)) else self.right[0]

    def reads(self, typed):
        """What was typed, as this item takes it: a number, or a text; None where it is none of its kind."""
        if self.options:
            return typed if typed in self.options else None
        if isinstance(self.right, (int, float)):
            return number(typed)
        return plainly(typed) or None

    def is_right(self, answer):
        """Whether this is the right answer, as `reads` has read it."""
        if isinstance(self.right, (int, float)):
            return abs(answer - self.right) <= self.within
        return plainly(answer) in map(plainly, self.right)

    def says(self, answer):
        """What is said to this answer, one that `reads` has read."""
        if self.is_right(answer):
            return self.told
        for wrong, sentence in self.usual.items():
            number_like = isinstance(wrong, (int, float))
            if abs(answer - wrong) <= self.within if number_like else plainly(answer) == plainly(wrong):
                return sentence
        return self.otherwise


def number(typed):
    """A number as it was typed, "-1/2" and "0,5" too; None where there is none that can be counted with."""
    text = str(typed).strip().translate(MINUS)
    try:
        found = float(Fraction(text.replace(" ", ""))) if "/" in text else float(text)
    except (ValueError, ZeroDivisionError):
        return None
    return found if math.isfinite(found) else None


def plainly(text):
    """A text without what does not count: spaces, quotes, capitals, brackets after a name, a full stop."""
    return re.sub(r"[\s`'\"“”]|\(\)|\.$", "", str(text)).casefold()
