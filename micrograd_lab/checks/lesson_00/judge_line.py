"""0.1: y = 2x + 1 as a number."""

import random
from dataclasses import replace

from ..accident import odd
from ..candidates import Candidate, ModelJudge, of
from ..judge import Misconception, in_words, same
from .readings import READINGS, in_quotes, y


def line_numbers(seed):
    """x is 6 in the lesson, and from 7 to 99 for one learner."""
    return {"x": random.Random(seed).randint(7, 99) if seed else 6}


def _line(case):
    return y(**case)


DIGITS = Misconception(
    "2x as digits",
    lambda case: int(f"2{case['x']}") + 1,
    "You put the digits of x behind the 2. 2x means 2 times x.",
    "multiply x by 2, then add 1.",
)
FORMULA = Misconception(
    "no number",
    None,
    "That is text, which Python does not work out. Asked is the number itself.",
    "write the number, or 2 * x + 1 without quotes.",
)
# One number alone may be that of a slip, and also the right one for another x: 7 is 6 + 1, and 2 * 3 + 1.
ANOTHER = "{says} Or is it 2x + 1 for another x than the one above?"
TAKE_IT = "take the x that the cell above shows, double it, and add 1."
AMBIGUOUS = ("the 2 left out", "2x as 2 + x", "1 taken off")
OWN_READINGS = tuple(
    replace(known, says=ANOTHER.format(says=known.says), tries=TAKE_IT) if known.name in AMBIGUOUS else known
    for known in READINGS
)
TRY = "write the number, or 2 * x + 1. Does the cell above run without an error? If not, y is an old one."


def _candidates(cases, results):
    yield from in_quotes(cases, results)
    yield from of((*OWN_READINGS, DIGITS), cases)
    if isinstance(results[0], str) and "x" in results[0]:
        yield Candidate(FORMULA, tuple(results))


def _otherwise(case, result):
    other = "That is another number than 2x + 1."
    return odd(result, "one number", TRY) or (other, "multiply x by 2, then add 1.")


LINE = ModelJudge(
    cases=lambda seed: (line_numbers(seed),),
    expected=_line,
    # Not by `expected` alone, which a check shows: here it would give the answer away.
    accepts=lambda case, result: same(result, _line(case)),
    tells=lambda case: "y = 2x + 1, at x = {x}".format(x=case["x"]),
    shows=lambda result: repr(result) if isinstance(result, str) else in_words(result),
    given=line_numbers,
    otherwise=_otherwise,
    candidates=_candidates,
)
