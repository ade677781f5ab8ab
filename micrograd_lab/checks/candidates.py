"""Which of several models explains what somebody has given: the one that gives the same, and no other does as well.

A model is a wrong answer that can be run. It counts where its results are the learner's in every case, those that came
out right among them. Of several that do, the one with the fewest slips in it counts; where those are equals, and would
be told in other words, nobody can know, and nothing is told.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from .judge import Judge, Misconception, same

NOTHING = 1e-13
HELD_BACK = ("shape", "error", "type")  # of a result that is none of the kind that was asked for


class Candidate(NamedTuple):
    """A misconception, the result that it gives for each case, and the number of slips that it is made of."""

    misconception: Misconception
    results: tuple
    slips: int = 1


@dataclass(frozen=True)
class ModelJudge(Judge):
    """A Judge whose misconceptions are recognised by all results together; `misconceptions` are those seen by an error.

    `candidates(cases, results)` gives the Candidates. `part(case)` names what belongs together where a result stands
    for itself: what is wrong with the first wrong part is told, once no candidate explains the whole.
    """

    candidates: Callable = lambda cases, results: ()
    part: Callable | None = None

    def _misconception(self, cases, results, wrong):
        everything = list(zip(cases, results, strict=True))
        whole = self._the_one(everything) or super()._misconception(cases, results, wrong)
        if whole or not self.part:
            return whole
        first = self.part(cases[wrong[0]])
        return self._the_one([pair for pair in everything if self.part(pair[0]) == first])

    def _the_one(self, pairs):
        cases, results = [case for case, _ in pairs], [result for _, result in pairs]
        if any(r is None or (isinstance(r, dict) and {*HELD_BACK} & r.keys()) for r in results):
            return None
        try:
            found = self.candidates(cases, results)
            fitting = [c for c in found if self._fits(c, results)]
        except (AttributeError, LookupError, TypeError, ValueError):  # results of another shape than the models'
            return None
        fewest = min((c.slips for c in fitting), default=0)
        told = {c.misconception.says: c.misconception for c in reversed(fitting) if c.slips == fewest}
        return told.popitem()[1] if len(told) == 1 else None

    def _fits(self, candidate, results):
        pairs = zip(candidate.results, results, strict=True)
        return all(alike(result, own, self.tolerance) for own, result in pairs)


def alike(result, own, tolerance):
    """Are these the model's numbers? Beside the largest of them, since a millionth of the right one is not nothing."""
    if not same(result, own, tolerance):
        return False
    pairs = list(_pairs(result, own))
    scale = max((abs(r) for r, _ in pairs if math.isfinite(r)), default=0)
    return all(
        math.isclose(r, o, rel_tol=tolerance, abs_tol=max(1e-3 * tolerance * scale, NOTHING)) or r != r
        for r, o in pairs
    )


def _pairs(result, own):
    """The numbers of two results that are the same, side by side."""
    if isinstance(result, dict):
        for name, one in result.items():
            yield from _pairs(one, own[name]) if name in own else ()
    elif isinstance(result, (list, tuple)):
        for one, other in zip(result, own, strict=True):
            yield from _pairs(one, other)
    elif isinstance(result, (int, float)) and not isinstance(result, bool):
        yield result, own


ROUNDED = Misconception(
    "rounded",
    None,
    "It is right, and then rounded. What is cut off is lost to whoever calculates on.",
    "leave out round(); round where you print.",
)


CUT = Misconception(
    "whole numbers only",
    None,
    "It is right, and then what stands behind the point is cut off.",
    "leave out int() and //.",
)
NO_SIGN = Misconception(
    "signs left out",
    None,
    "The sizes are right; where a number should be below 0, the sign is missing.",
    "follow each minus to the end: was one forgotten, or taken away by an abs()?",
)


def rounded(cases, results, expected):
    """The Candidates of somebody who rounds what is right, or cuts it off, or loses its sign; of one number or some."""
    for digits in range(7):
        how = partial(round, ndigits=digits)
        yield Candidate(ROUNDED, tuple(_each(how, expected(case)) for case in cases))
    for known, how in ((CUT, int), (CUT, math.floor), (NO_SIGN, abs)):
        yield Candidate(known, tuple(_each(how, expected(case)) for case in cases), 1.5)


def _each(how, thing):
    """The same, with this done to each of its numbers."""
    if isinstance(thing, dict):
        return {name: _each(how, one) if name != "changed" else one for name, one in thing.items()}
    return [_each(how, one) for one in thing] if isinstance(thing, list) else how(thing)


def run(model, cases):
    """What a model, a function of a case, gives for each; what it raises fits nothing."""
    return tuple(_one(model, case) for case in cases)


def of(misconceptions, cases, slips=1):
    """The Candidates that these Misconceptions make, by what `wrong` gives."""
    return [Candidate(m, run(m.wrong, cases), slips) for m in misconceptions if m.wrong]


def _one(model, case):
    try:
        return model(case)
    except (ArithmeticError, ValueError, TypeError):
        return {"error": "of the model"}
