"""4.a to 4.d: one operation that is completed or mended in the lesson, and called once."""

import random
from dataclasses import dataclass
from functools import partial

from ..candidates import Candidate, ModelJudge, run
from ..judge import Misconception
from .facts import FACTS
from .judge_operation import shows

GIVES = "{op} of {numbers}, with {held:g} in each input already, and {upstream:g} come to the output"
WRITE = "work it out by hand: the slope by each input, times {upstream:g}, added to {held:g}."

# {name: (what an input holds in the end, what is told, what to try)}, of what it held, its slope, what came, out.data
SLIPS = {
    "without upstream": (
        lambda held, slope, upstream, out: held + slope,
        "The slope alone has been added. What has arrived at the output is missing.",
        "multiply the slope by out.grad.",
    ),
    "= where it should add": (
        lambda held, slope, upstream, out: slope * upstream,
        "The right share, and what the input held before is gone. Another road may have brought that.",
        "write += in the place of =.",
    ),
    "adds upstream": (
        lambda held, slope, upstream, out: held + slope + upstream,
        "The slope and what arrives have been added. Along a road, rates multiply.",
        "write * between the slope and out.grad.",
    ),
    "subtracts": (
        lambda held, slope, upstream, out: held - slope * upstream,
        "The right share, taken off. A gradient is added to what is there, be it positive or not.",
        "write += in the place of -=, and let the slope keep its own sign.",
    ),
    "times out.data": (
        lambda held, slope, upstream, out: held + slope * out,
        "The slope is multiplied by the output's data. What has arrived stands in the output's grad.",
        "multiply by out.grad.",
    ),
    "passes it unchanged": (
        lambda held, slope, upstream, out: held + upstream,
        "What arrives is passed on unchanged: so does a +. This operation has a slope of its own.",
        "multiply out.grad by the slope: by how much the output grows for each 1 of the input.",
    ),
    "nothing arrives": (
        lambda held, slope, upstream, out: held,
        "No input gets anything: the step back has not been handed over, or gives 0.",
        "write out._backward = _backward before the return, without brackets, and look at the slope.",
    ),
}


@dataclass(frozen=True)
class Operation:
    """An operation: its name, the number that it makes, its slopes, and slopes that others take for them, as
    {name: (slopes, what is told, what to try)}. Each is a function of the inputs and of what came out; `of` gives the
    inputs by the case's Random."""

    name: str
    gives: object
    slopes: object
    others: dict
    of: object


def _cases(operation, seed):
    chance = random.Random("{seed} {name}".format(seed=seed, name=operation.name))
    return tuple(
        {"inputs": inputs, "held": held, "upstream": upstream, "op": operation.name}
        for inputs in operation.of(chance)
        for held, upstream in ((0.0, 1.0), (4.0, -1.5))
    )


def _made(operation, slopes, meet, case):
    given = case["inputs"]
    y = operation.gives(*given.values())
    several = slopes(*given.values(), y)
    ends = (meet(case["held"], float(slope), case["upstream"], y) for slope in several)
    return {"y": y, **dict(zip(given, ends, strict=True))}


def _right_share(held, slope, upstream, out):
    return held + slope * upstream


def _candidates(operation, cases, results):
    """Each slip at all inputs, and at the last alone, which is where a blank stands; the operation's own come first."""
    own = [(name, slopes, _right_share, *told) for name, (slopes, *told) in operation.others.items()]
    usual = [(name, operation.slopes, *slip) for name, slip in SLIPS.items()]
    for slips, several in ((1, own), (2, usual)):
        for name, slopes, meet, says, tries in several:
            for at_the_last in (False, True):
                model = partial(_slipped, operation, slopes, meet, at_the_last)
                yield Candidate(Misconception(name, model, says, tries), run(model, cases), slips + at_the_last / 2)


def _slipped(operation, slopes, meet, at_the_last, case):
    made, right = _made(operation, slopes, meet, case), _made(operation, operation.slopes, _right_share, case)
    return {**right, "b": made["b"]} if at_the_last and "b" in made else made


def _tells(case):
    numbers = ", ".join(f"{name} = {number:g}" for name, number in case["inputs"].items())
    return GIVES.format(op=case["op"], numbers=numbers, held=case["held"], upstream=case["upstream"])


def judge(operation):
    """The Judge of this Operation."""
    return ModelJudge(
        partial(_cases, operation),
        partial(_made, operation, operation.slopes, _right_share),
        FACTS,
        tells=_tells,
        shows=shows,
        otherwise=lambda case, result: ("", WRITE.format(upstream=case["upstream"], held=case["held"])),
        candidates=partial(_candidates, operation),
    )


def _two(chance):
    """Two inputs, the larger first, then last; never equal."""
    low, high = (round(chance.uniform(*ends), 1) for ends in ((-2.9, -1.2), (1.3, 2.9)))
    return {"a": high, "b": low}, {"a": low, "b": high}, {"a": high + 2, "b": high}


def _positive(chance):
    return tuple({"a": x} for x in (4.0, 9.0, round(chance.uniform(1.2, 2.9), 1)))


def _signs(chance):
    return {"a": round(chance.uniform(1.2, 2.9), 1)}, {"a": round(-chance.uniform(1.2, 2.9), 1)}, {"a": 3.0}


LARGER = judge(
    Operation(
        "larger",
        max,
        lambda a, b, out: (a > b, b > a),
        {
            "open to both": (
                lambda a, b, out: (1, 1),
                "Both inputs get what arrives. Only the larger one moves the output; the other could be anything below "
                "it.",
                "open the gate for the one that is the larger, and shut it for the other.",
            ),
            "gates exchanged": (
                lambda a, b, out: (b > a, a > b),
                "The smaller one gets what arrives. When that moves a little, the output does not move at all.",
                "exchange the two conditions.",
            ),
            "the same condition twice": (
                lambda a, b, out: (a > b, a > b),
                "Both inputs ask whether self is the larger: where it is, both get what arrives, and where it is not, "
                "neither does.",
                "let `other` ask whether it is the larger itself.",
            ),
            "times its own number": (
                lambda a, b, out: (a * (a > b), b * (b > a)),
                "What arrives is multiplied by the number that came through. A gate is open or shut: its slope is 1 "
                "or 0.",
                "multiply by the comparison alone: it counts as 1 or 0.",
            ),
            "open where positive": (
                lambda a, b, out: (a > 0, b > 0),
                "The gate asks whether an input is above 0: so does relu. Here it opens to the larger of the two.",
                "compare self.data with other.data.",
            ),
        },
        _two,
    )
)
ROOT = judge(
    Operation(
        "root",
        lambda a: a**0.5,
        lambda a, out: (0.5 / out,),
        {
            "half the input": (
                lambda a, out: (0.5 / a,),
                "That is half of 1 / x. The slope of the root is half of 1 / root: made of what comes out.",
                "divide by out.data.",
            ),
            "the factor is missing": (
                lambda a, out: (1 / out,),
                "Twice too much: x**0.5 has the slope 0.5 * x**-0.5, and the 0.5 is missing.",
                "write 0.5 / out.data.",
            ),
            "half the output": (
                lambda a, out: (0.5 * out,),
                "It is multiplied by the output, and should be divided: where x is large, the root hardly grows.",
                "write 0.5 / out.data.",
            ),
            "twice the output": (
                lambda a, out: (2 * out,),
                "That is how fast x grows with its root. Asked is the other way round: how fast the root grows with x.",
                "divide 1 by it.",
            ),
        },
        _positive,
    )
)
HALF = judge(Operation("half", lambda a: 0.5 * a, lambda a, out: (0.5,), {}, _signs))
SQUARE = judge(
    Operation(
        "square",
        lambda a: a * a,
        lambda a, out: (2 * a,),
        {
            "twice the output": (
                lambda a, out: (2 * out,),
                "It is twice what comes out. When x grows by a little, x * x grows by 2 * x times as much.",
                "ask for the slope of x * x at x = 3, by a nudge, and see which of the two numbers gives it.",
            ),
            "the factor is missing": (
                lambda a, out: (a,),
                "Half too little: both factors of x * x are x, and both move.",
                "add what comes over the first factor and what comes over the second.",
            ),
        },
        _signs,
    )
)
