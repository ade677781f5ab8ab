"""Lesson 1: slips in the slopes of single terms, generated from the terms."""

from math import log

from ..candidates import Candidate, run
from ..judge import Misconception

THOSE_OF = "Your slope by {name} has the numbers of {formula}: {slips}."
MEASURE = "only one term has {name} in it, and the slope of {term} is {slope}."
KINDS = {
    "right": "",
    "sign": "{term} has lost its sign or got one",
    "factor": "the factor of {term} is missing",
    "coefficient": "the number before the power in {term} is lost",
    "kept": "the exponent in {term} is not lowered",
    "raised": "the exponent in {term} is raised, not lowered",
    "twice": "the exponent in {term} is lowered twice",
    "divided": "at {term} the exponent is a divisor, not a factor",
    "lowered factor": "the factor of {term} is the lowered exponent",
    "constant": "of {term} the factor alone is left",
    "linear": "the exponent in {term} has become 1",
    "upside down": "the exponent in {term} has become -1",
    "slope of the slope": "of {term} the slope is taken twice",
    "out": "{term} is left out",
    "term": "{term} stands there itself, not its slope",
    "integral": "{term} is integrated",
}


def power(name, k, factor):
    """{kind: (formula, slope)} of factor * name**k; the slope is a function of the number."""
    sign = 1 if factor > 0 else -1
    made = {
        "right": (factor * k, k - 1),
        "sign": (-factor * k, k - 1),
        "factor": (factor, k - 1),
        "coefficient": (sign * k, k - 1) if abs(factor) != 1 else None,
        "kept": (factor * k, k),
        "raised": (factor * k, k + 1),
        "twice": (factor * k, k - 2),
        "divided": (factor / k, k - 1),
        "lowered factor": (factor * (k - 1), k - 1),
        "constant": (factor * k, 0),
        "linear": (factor * k, 1),
        "upside down": (factor * k, -1),
        "slope of the slope": (factor * k * (k - 1), k - 2),
        "out": (0, 0),
        "term": (factor, k),
        "integral": (factor / (k + 1), k + 1) if k != -1 else None,
    }
    first = {how: kind for kind, how in reversed(made.items()) if how}  # of two that come to the same
    slopes = {kind: (_written(name, *how), _power(*how)) for how, kind in reversed(first.items())}
    if k == -1:
        slopes["integral"] = ("-" if factor < 0 else "") + "log(" + name + ")", lambda x: factor * log(x)
    return slopes


def _power(factor, k):
    return lambda x: factor * x**k


def _written(name, factor, k):
    raised = "" if k == 0 else name if k == 1 else f"{name}**{k:g}"
    size = "" if abs(factor) == 1 and raised else f"{abs(factor):.3g}"
    return ("-" if factor < 0 else "") + " * ".join(filter(None, (size, raised)))


# The term in which each input stands, as it is written, and what may become of its slope.
TERMS = {
    "a": ("3 * a**2", power("a", 2, 3)),
    "b": ("-(b**3)", power("b", 3, -1)),
    "c": ("1 / c", power("c", -1, 1)),
}


def slope_slips(cases):
    """A Candidate for each slope of one input with something wrong in the slope of its term."""
    (name,) = {case["name"] for case in cases}
    term, kinds = TERMS[name]
    for kind, (formula, slope) in kinds.items():
        slip = KINDS[kind].format(term=f"`{term}`")
        says = THOSE_OF.format(name=name, formula=f"`{formula}`", slips=slip)
        tries = MEASURE.format(name=name, term=f"`{term}`", slope=f"`{kinds['right'][0]}`")
        known = Misconception("{term}: {kind}".format(term=term, kind=kind), None, says, tries)
        results = run(lambda case, slope=slope: slope(case["inputs"][name]), cases)
        yield Candidate(known, results, 1.5)
