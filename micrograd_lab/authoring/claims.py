"""What a lesson says of many seeds, as functions that can be run: course/08_loop/claims.py, found by its place.

A claim is a function that takes a seed and gives a number, or whether it is so. It quotes the sentence of the lesson
that it stands for, and says what must hold over all seeds:

    @claim("ends lower in 27 of 30 starts", exactly=27)
    def lower_without(seed):
        return loss(seed, zero=False) < loss(seed, zero=True)
"""

import math
import re
import runpy
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean

from .course import COURSE, KINDS

SEEDS, ERRORS = 30, 3  # seeds of a claim; standard errors that a mean must lie off a bound
COUNTS, MEANS = ("at_least", "at_most", "exactly"), ("above", "below", "close")
ONE_BOUND = (
    "asked: what must hold over all seeds\nfound: {found}\n"
    "try:   one of {names}, as @claim(sentence, at_least=27); close is (number, within)"
)
NO_COUNT = "{name} gives {found!r}\nasked: True or False for each seed, since it is claimed of a number of seeds"
NO_NUMBER = "{name} gives {found!r}\nasked: a number for each seed, since it is claimed of their mean"


@dataclass(frozen=True)
class Claim:
    """A sentence, the function of a seed that it stands on, and the bound that must hold over `seeds` seeds."""

    sentence: str
    one: Callable
    bound: str
    value: float | tuple[float, float]
    seeds: int = SEEDS

    @property
    def name(self):
        """What the claim says, in the words of its function's name."""
        return self.one.__name__.replace("_", " ")

    def run(self, seeds=None):
        """The Result of these seeds; of all of them by default. TypeError where the function gives another kind."""
        numbers = tuple(self.one(seed) for seed in (range(self.seeds) if seeds is None else seeds))
        for x in numbers:
            number = isinstance(x, (int, float)) and not isinstance(x, bool)
            if self.bound in COUNTS and x not in (True, False):
                raise TypeError(NO_COUNT.format(name=self.one.__name__, found=x))
            if self.bound in MEANS and not number:
                raise TypeError(NO_NUMBER.format(name=self.one.__name__, found=x))
        return Result(self, tuple(map(float, numbers)))


@dataclass(frozen=True)
class Result:
    """The numbers of some seeds of a claim; of a count, 1.0 for a seed where it is so."""

    claim: Claim
    numbers: tuple[float, ...]

    @cached_property
    def mean(self):
        return fmean(self.numbers)

    @cached_property
    def error(self):
        """The standard error of the mean: the standard deviation of the numbers by the root of how many they are."""
        n, squares = len(self.numbers), math.fsum((x - self.mean) ** 2 for x in self.numbers)
        return math.sqrt(squares / (n - 1) / n)

    @property
    def holds(self):
        """Whether the claim is true of these numbers. Of some seeds alone: whether it still can be true of all."""
        rest = self.claim.seeds - len(self.numbers)
        value, so = self.claim.value, sum(self.numbers)
        if self.claim.bound in COUNTS:
            least = value if self.claim.bound != "at_most" else 0
            most = value if self.claim.bound != "at_least" else self.claim.seeds
            return least - rest <= so <= most
        room = ERRORS * self.error
        if self.claim.bound == "close":
            wanted, within = value
            near = abs(self.mean - wanted)
            return near <= within + room if rest else near <= within and room <= within
        off = self.mean - value if self.claim.bound == "above" else value - self.mean
        return math.isfinite(off) and (off > -room if rest else off >= room and off > 0)


def claim(sentence, seeds=SEEDS, **bound):
    """Make a function of a seed a Claim of this sentence.

    The bound is one of: at_least=, at_most=, exactly= (of how many seeds it is so), above=, below= (the mean lies
    three standard errors off it), close=(number, within) (the mean and three standard errors lie within). Else
    ValueError.
    """
    if len(bound) != 1 or not bound.keys() <= {*COUNTS, *MEANS}:
        raise ValueError(ONE_BOUND.format(found=", ".join(sorted(bound)) or "nothing", names=", ".join(COUNTS + MEANS)))
    ((kind, value),) = bound.items()
    return lambda one: Claim(sentence, one, kind, value, seeds)


def claims(course=COURSE, which=""):
    """{name of a lesson's folder: its claims}, of those whose names start with `which`, in their order."""
    found = {}
    for path in sorted(course.glob(f"{which}*/claims.py")):
        inside = runpy.run_path(str(path))
        found[path.parent.name] = tuple(x for x in inside.values() if isinstance(x, Claim))
    return found


def says(lesson, sentence, course=COURSE):
    """Whether the sources of a lesson say this, however their lines are broken."""
    texts = [(course / lesson / f"{kind}.py") for kind in KINDS]
    return any(_plain(sentence) in _plain(path.read_text(encoding="utf-8")) for path in texts if path.exists())


def _plain(text):
    return " ".join(re.sub(r"(?m)^# ?", "", text).split())
