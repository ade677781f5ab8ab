"""Lesson 0: y = 2x + 1, and what becomes of it for someone who reads it otherwise."""

from itertools import product

from ..candidates import Candidate, of, run
from ..judge import Misconception, same


def y(x):
    return 2 * x + 1


def at(function):
    """The function of a case's numbers, by name, as a function of the case."""
    return lambda case: function(**case)


TEXT = Misconception(
    "text for a number",
    None,
    "That is text: Python cannot calculate with what stands in quotes.",
    "leave out the quotes.",
)

_SLIPS = (
    (
        lambda x: 2 * x,
        "the 1 left out",
        "That is 2 times x. The 1 is still to be added.",
        "add 1 at the end.",
    ),
    (
        lambda x: 2 * (x + 1),
        "added first",
        "That is 2 * (x + 1), as where 1 is added first. Without brackets, times comes before plus.",
        "double x first, then add 1.",
    ),
    (
        lambda x: x + 3,
        "2x as 2 + x",
        "That is 2 + x + 1. In 2x no sign stands between them, and that means times.",
        "multiply x by 2, then add 1.",
    ),
    (
        lambda x: 3 * x,
        "2x + 1 as 3x",
        "That is 3x. The 1 in 2x + 1 is a plain number, not one more x.",
        "double x, then add 1 once.",
    ),
    (
        lambda x: 2 * x - 1,
        "1 taken off",
        "That is 2x - 1. The 1 is to be added.",
        "write + 1.",
    ),
    (
        lambda x: x**2 + 1,
        "2x as x²",
        "That is x² + 1. 2x is x + x, x² is x times x: they are the same at 0 and 2 only.",
        "write 2 * x, with one star.",
    ),
    (
        lambda x: 2**x + 1,
        "2x as 2 to the power x",
        "That is 2 to the power x, plus 1. In Python ** means a power, and * means times.",
        "write 2 * x, with one star.",
    ),
    (
        lambda x: x + 1,
        "the 2 left out",
        "That is x + 1. The x is still to be doubled.",
        "multiply x by 2 first.",
    ),
    (
        lambda x: x,
        "x itself",
        "That is x, unchanged.",
        "double it, then add 1.",
    ),
)

# Shared by 0.1 and 0.2.
READINGS = tuple(Misconception(name, at(slip), says, tries) for slip, name, says, tries in _SLIPS)

THOSE_OF = "Your numbers are those of {formula}."
PART_BY_PART = "compare that with what is asked, part by part."
SAME = "It gives {number:.6g}, whatever it is given."
LET_IN = "let {names} stand in the line that makes the result."


def in_quotes(cases, results):
    """The Candidates of somebody who gives text: the right number in quotes."""
    if all(isinstance(r, str) for r in results) and all(_is(r, y(**c)) for c, r in zip(cases, results, strict=True)):
        yield Candidate(TEXT, tuple(results))


def _is(text, number):
    try:
        return same(float(text), float(number))
    except ValueError:
        return False


def always(cases, results):
    """The Candidate of one number for several cases that differ."""
    if len(results) > 1 and all(same(r, results[0]) for r in results):
        says, tries = SAME.format(number=results[0]), LET_IN.format(names=" and ".join(cases[0]))
        yield Candidate(Misconception("always the same", None, says, tries), tuple(results), 1.6)


def formulas(cases, sums, others):
    """A Candidate for each sum of whole multiples of the case's numbers, and for each of others, {formula: model}.

    `sums` is {name: its factors}, where "" is what is added at the end. Right ones are among them: a judge asks of
    what is wrong alone.
    """
    for factors in product(*sums.values()):
        terms = dict(zip(sums, factors, strict=True))
        results = tuple(sum(k * case.get(name, 1) for name, k in terms.items()) for case in cases)
        yield Candidate(_those_of(_sum_in_words(terms)), results, 2)
    for formula, model in others.items():
        yield Candidate(_those_of(formula), run(at(model), cases), 2)


def _those_of(formula):
    return Misconception(formula, None, THOSE_OF.format(formula=formula), PART_BY_PART)


def _sum_in_words(terms):
    """As "2x - by + 1"."""
    text = ""
    for name, factor in terms.items():
        if factor:
            size = "" if abs(factor) == 1 and name else format(abs(factor), "g")
            sign = (" - " if factor < 0 else " + ") if text else "-" if factor < 0 else ""
            text += sign + size + (" " if len(name) > 1 and size else "") + name
    return text or "0"


__all__ = ["READINGS", "always", "at", "formulas", "in_quotes", "of", "y"]
