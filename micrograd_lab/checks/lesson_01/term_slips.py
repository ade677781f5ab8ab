"""Lesson 1: slips in the slopes of single terms, generated from the terms; one, or two in one slope."""

from itertools import product
from math import cos, log, sin

from ..candidates import Candidate, run
from ..judge import Misconception

THOSE_OF = "Your slope by {name} has the numbers of {formula}: {slips}."
MEASURE = "take the terms with {name} one by one: the slope of {term} is {slope}."
KINDS = {
    "right": "",
    "sign": "{term} has lost its sign or got one",
    "factor": "the factor of {term} is missing",
    "kept": "the exponent in {term} is not lowered",
    "raised": "the exponent in {term} is raised, not lowered",
    "twice": "the exponent in {term} is lowered twice",
    "divided": "at {term} the exponent is a divisor, not a factor",
    "lowered factor": "the factor of {term} is the lowered exponent",
    "constant": "of {term} the factor alone is left",
    "linear": "the exponent in {term} has become 1",
    "upside down": "the exponent in {term} has become -1",
    "slope of the slope": "of {term} the slope is taken twice",
    "inner itself": "{term} is multiplied by b, not by the slope of what stands inside",
    "out": "{term} is left out",
    "term": "{term} stands there itself, not its slope",
    "integral": "{term} is integrated",
    "inner": "the inner derivative of {term} is missing",
    "inner squared": "the inner derivative of {term} is there twice",
    "inner divided": "the inner derivative of {term} is a divisor",
    "same function": "{term} has sin as its own slope",
    "inside": "what stands inside {term} has changed",
    "sign and inner": "{term} has got a sign, and its inner derivative is missing",
}


def power(name, k, sign):
    """{kind: (formula, slope)} of sign * name**k; the slope is a function of the number."""
    made = {
        "right": (sign * k, k - 1),
        "sign": (-sign * k, k - 1),
        "factor": (sign, k - 1),
        "kept": (sign * k, k),
        "raised": (sign * k, k + 1),
        "twice": (sign * k, k - 2),
        "divided": (sign / k, k - 1),
        "lowered factor": (sign * (k - 1), k - 1),
        "constant": (sign * k, 0),
        "linear": (sign * k, 1),
        "upside down": (sign * k, -1),
        "slope of the slope": (sign * k * (k - 1), k - 2),
        "out": (0, 0),
        "term": (sign, k),
        "integral": (sign / (k + 1), k + 1) if k != -1 else None,
    }
    slopes = {kind: (_written(name, *how), _power(*how)) for kind, how in made.items() if how}
    if k == -1:
        slopes["integral"] = ("-" if sign < 0 else "") + "log(" + name + ")", lambda x: sign * log(x)
    return slopes


def _power(factor, k):
    return lambda x: factor * x**k


def _written(name, factor, k):
    raised = "" if k == 0 else name if k == 1 else f"{name}**{k:g}"
    size = "" if abs(factor) == 1 and raised else f"{abs(factor):.3g}"
    return ("-" if factor < 0 else "") + " * ".join(filter(None, (size, raised)))


SINE = {
    "right": ("3 * cos(3 * b)", lambda b: 3 * cos(3 * b)),
    "sign": ("-3 * cos(3 * b)", lambda b: -3 * cos(3 * b)),
    "inner": ("cos(3 * b)", lambda b: cos(3 * b)),
    "sign and inner": ("-cos(3 * b)", lambda b: -cos(3 * b)),
    "inner squared": ("9 * cos(3 * b)", lambda b: 9 * cos(3 * b)),
    "inner divided": ("cos(3 * b) / 3", lambda b: cos(3 * b) / 3),
    "inner itself": ("b * cos(3 * b)", lambda b: b * cos(3 * b)),
    "slope of the slope": ("-9 * sin(3 * b)", lambda b: -9 * sin(3 * b)),
    "same function": ("3 * sin(3 * b)", lambda b: 3 * sin(3 * b)),
    "inside": ("3 * cos(b)", lambda b: 3 * cos(b)),
    "constant": ("3 * cos(3)", lambda b: 3 * cos(3)),
    "out": ("0", lambda b: 0.0),
    "term": ("sin(3 * b)", lambda b: sin(3 * b)),
    "integral": ("-cos(3 * b) / 3", lambda b: -cos(3 * b) / 3),
}
# The terms in which each input stands, as they are written, and what may become of their slopes.
TERMS = {
    "a": {"a**3": power("a", 3, -1), "a**0.5": power("a", 0.5, -1)},
    "b": {"sin(3 * b)": SINE, "b**2.5": power("b", 2.5, 1)},
    "c": {"1 / c": power("c", -1, -1)},
}


def slope_slips(cases):
    """A Candidate for each slope of one input with something wrong in one of its terms, or in both."""
    (name,) = {case["name"] for case in cases}
    terms = TERMS[name]
    for kinds in product(*terms.values()):
        wrong = [(term, kind) for term, kind in zip(terms, kinds, strict=True) if kind != "right"]
        parts = [terms[term][kind] for term, kind in zip(terms, kinds, strict=True)]
        known = Misconception(_name(wrong), None, *_told(name, wrong, parts))
        results = run(lambda case, parts=parts: sum(slope(case["inputs"][name]) for _, slope in parts), cases)
        yield Candidate(known, results, 1.5 if len({kind for _, kind in wrong}) == 1 else 2)


def _name(wrong):
    return " and ".join("{term}: {kind}".format(term=term, kind=kind) for term, kind in wrong)


def _told(name, wrong, parts):
    slips = ", and ".join(KINDS[kind].format(term="`{term}`".format(term=term)) for term, kind in wrong)
    formula = " + ".join(text for text, _ in parts if text != "0").replace("+ -", "- ") or "0"
    term = wrong[0][0] if wrong else next(iter(TERMS[name]))
    slope = TERMS[name][term]["right"][0]
    says = THOSE_OF.format(name=name, formula=f"`{formula}`", slips=slips)
    return says, MEASURE.format(name=name, term=f"`{_signed(name, term)}`", slope=f"`{slope}`")


def _signed(name, term):
    return term if term in ("sin(3 * b)", "b**2.5") else f"-{term}"
