"""3.4: two roads."""

import math
import random

from ...experiments import gradient_slips as slips
from ..accident import odd
from ..candidates import ModelJudge, of, rounded
from ..judge import Misconception
from .judge_step import on
from .lecture import RIGHT_THERE, TYPED_IN, at
from .on_graph import slips_in
from .road_slips import road_slips

ROADS_AT = {"a": -2.0, "b": 3.0}  # the numbers of the exercise


def roads_cases(seed):
    chance = random.Random(seed)
    others = ({name: round(chance.uniform(-3, 3), 2) for name in "ab"} for _ in range(3))
    return tuple({"inputs": inputs} for inputs in (ROADS_AT, *others))


def roads(a, b):
    """Gradients of (a * b) * (a + b): over the product, and over the sum."""
    return [b * (a + b) + a * b, a * (a + b) + a * b]


def _two_roads(a, b):
    p, s = a * b, a + b
    L = p * s
    p.label, s.label, L.label = "p", "s", "L"
    return L


def _slip(share=slips.right, into=(), meet=sum):
    """[gradient of a, gradient of b], by case, where a slip is made at the edges into L, the product p or the sum s."""
    found = slips_in(_two_roads)(share, into, meet=meet)
    return lambda case: [found(**case["inputs"])[name] for name in "ab"]


DIFFERS = "What differs here is the gradient of {names}."
SHARES = "write the share of each road on a line of its own, and check each by a nudge."
MANY = "Your function gives {many} numbers; asked is {wanted}."


def _near(case, result):
    """Measured with a small step, the second derivative is in it."""
    right = roads(**case["inputs"])
    return len(result) == 2 and all(abs(r - own) <= 1e-4 * max(1, abs(r)) for r, own in zip(right, result, strict=True))


def _roads_shape(case, result):
    wanted, both = "two numbers: the gradient of a, and that of b", "return a_grad, b_grad."
    if other := odd(result, wanted, both):
        return other
    if len(result) != 2:
        return MANY.format(many=len(result), wanted=wanted), both
    if case["inputs"] != ROADS_AT:
        return RIGHT_THERE
    right = roads(**case["inputs"])
    wrong = [name for name, r, own in zip("ab", right, result, strict=True) if abs(r - own) > 1e-4 * max(1, abs(r))]
    return DIFFERS.format(names=" and of ".join(wrong)), SHARES


SLIPS = (
    Misconception(
        "the lesson's numbers typed in",
        lambda case: roads(**ROADS_AT),
        *TYPED_IN,
    ),
    Misconception(
        "the road over the product alone",
        _slip(meet=slips.only(0)),
        "That is what comes over the product. Two roads lead from the output to a: one over a * b, one over a + b.",
        "work out the share of the second road too, and add them.",
    ),
    Misconception(
        "the road over the sum alone",
        _slip(meet=slips.only(1)),
        "That is what comes over the sum. Two roads lead from the output to a: one over a + b, one over a * b. The "
        "second to arrive does not replace the first.",
        "add the shares of both roads.",
    ),
    Misconception(
        "roads multiplied",
        _slip(meet=math.prod),
        "You multiplied the shares of the two roads. Rates multiply along one road; shares of different roads add.",
        "write + between the two shares.",
    ),
    Misconception(
        "roads averaged",
        _slip(meet=slips.mean),
        "You took the mean of the two roads. When a moves, both factors move, and L feels both in full.",
        "add the two shares.",
    ),
    Misconception(
        "roads subtracted",
        _slip(meet=slips.first_less_rest),
        "You took one share off the other. Both roads carry a change of a to the output, and their changes add.",
        "write + between the two shares.",
    ),
    Misconception(
        "operands swapped",
        _slip(slips.swap, into="p"),
        "These are the right numbers, exchanged. Either b's gradient stands first, or over the product each input has "
        "been given itself: when a grows by 1, a * b grows by b.",
        "return the gradient of a first; on the road over the product, give a the number of b, and b the number of a.",
    ),
    Misconception(
        "factors of the output swapped",
        _slip(slips.swap, into="L"),
        "The last * is the wrong way round: what arrives at a * b is the number of a + b, and the reverse.",
        "at the last *, give each factor the number of the other one.",
    ),
    Misconception(
        "local alone",
        _slip(slips.local_alone, into="ps"),
        "You add the local derivatives of the two roads. What arrives at a * b and at a + b is missing.",
        "multiply each local derivative by what arrives there, then add.",
    ),
    Misconception(
        "no upstream on the sum's road",
        _slip(slips.local_alone, into="s"),
        "The share over the sum is not 1: its local derivative is 1, and what arrives there is the number of a * b.",
        "multiply that 1 by what arrives at a + b.",
    ),
    Misconception(
        "no upstream on the product's road",
        _slip(slips.local_alone, into="p"),
        "The share over the product is only its local derivative. What arrives at a * b is the number of a + b.",
        "multiply the local derivative by what arrives at a * b.",
    ),
    Misconception(
        "the output itself",
        on(lambda a, b: [a * b * (a + b)] * 2),
        "That is the output's number. Asked is how fast it grows with a, and with b.",
        "start from 1 at the output, and walk each road back to a.",
    ),
)


def _candidates(cases, results):
    yield from of(SLIPS, cases)
    yield from road_slips(cases, results)
    yield from rounded(cases, results, on(roads))


ROADS = ModelJudge(
    roads_cases,
    expected=on(roads),
    also=_near,
    tells=at,
    otherwise=_roads_shape,
    candidates=_candidates,
)
