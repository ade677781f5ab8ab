"""3.1: six gradients by hand."""

import random

from ...experiments import gradient_slips as slips
from ..accident import odd
from ..candidates import ModelJudge, of
from ..judge import Misconception, in_words, same
from .edge_slips import edge_slips
from .lecture import LECTURE, at
from .on_graph import slips_in


def hand_numbers(seed):
    """Small whole numbers, such that different slips give different gradients."""
    if not seed:
        return LECTURE
    chance = random.Random(seed)
    while True:
        numbers = {name: float(chance.choice((-1, 1)) * chance.randint(2, 9)) for name in "abcf"}
        gradients = [slip(**numbers) for slip in (_slip(), *(slip for slip, *_ in HAND_SLIPS))]
        apart = all(s != t for n, s in enumerate(gradients) for t in gradients[:n])
        if apart and by_hand(**numbers)["f"] and len({abs(x) for x in numbers.values()}) == 4:
            return numbers


def hand_cases(seed):
    """One gradient a case, from the output to the leaves."""
    return tuple({"name": name, "inputs": hand_numbers(seed)} for name in "fdecab")


def by_hand(a, b, c, f):
    return {"f": a * b + c, "d": f, "e": f, "c": f, "a": b * f, "b": a * f}


def _lecture(a, b, c, f):
    e = a * b
    d = e + c
    L = d * f
    e.label, d.label, L.label = "e", "d", "L"
    return L


_slip = slips_in(_lecture)

HAND_SLIPS = (
    (
        _slip(slips.swap, into="e"),
        "operands swapped",
        "The operands of a * b are swapped: a has got a's own number, b has got b's. When a grows by 1, a * b grows by "
        "b.",
        "give a the number of b, and b the number of a, each times what arrives at e.",
    ),
    (
        _slip(slips.upstream_alone, into="e"),
        "upstream alone",
        "You hand on what arrives at e unchanged. A + does that, a * does not.",
        "multiply what arrives at e by the local derivative: the other factor.",
    ),
    (
        _slip(slips.plus, into="e"),
        "added at the last step",
        "At a * b you add the local derivative to what arrives. Rates along one road multiply.",
        "multiply local by upstream; add only where several roads arrive at the same value.",
    ),
    (
        _slip(slips.nothing, of="c"),
        "c is constant",
        "c is an input like the others. A number that is only added does matter: when c grows by 1, d grows by 1.",
        "pass what arrives at d on to c, unchanged.",
    ),
    (
        _slip(slips.upstream_twice, into="e"),
        "upstream counted twice",
        "a and b are f times too large, as where f is multiplied in twice. It is in the gradient of e already.",
        "multiply the gradient of e by the local derivative of a * b, and by nothing more.",
    ),
    (
        _slip(slips.nothing),
        "all zero",
        "A gradient of 0 says that L does not move with this number. Here it does. When L grows by 1, L grows by 1: "
        "the output's own gradient is 1, not 0, and all others are made from it.",
        "start from dL/dL = 1, and multiply by the local derivatives of the last *.",
    ),
    (
        _slip(slips.local_alone),
        "local alone",
        "That is the local derivative alone: by how much the value's own user grows. Between that user and L stands "
        "more of the graph.",
        "multiply by what has arrived at the user, its gradient: local times upstream.",
    ),
    (
        _slip(slips.swap, inherits=False),
        "operands swapped, everywhere",
        "At a * each input has been given itself. When one factor grows by 1, the product grows by the other one.",
        "for each factor, ask what it is multiplied by, and take that.",
    ),
    (
        _slip(slips.swap, into="L"),
        "operands swapped at the output",
        "The operands of d * f are swapped: when f grows by 1, L grows by d; when d grows by 1, L grows by f. All that "
        "lies below d has inherited the slip.",
        "exchange the gradients of d and f, then work down from d once more.",
    ),
    (
        _slip(slips.plus),
        "added instead of multiplied",
        "You add the local derivative to what arrives. If e grows 3 times as fast as a, and L grows 2 times as fast "
        "as e, then L grows 6 times as fast as a.",
        "multiply local by upstream.",
    ),
    (
        _slip(slips.by_the_other, into="d"),
        "a + treated like a *",
        "You treat the + like a *: you multiply by the other input. When c grows by 1, e + c grows by 1, whatever e "
        "is.",
        "use 1 as the local derivative on both arrows into the +.",
    ),
    (
        _slip(slips.by_itself, into="d"),
        "a + multiplies by the input itself",
        "At the + you multiply by the input's own number. When c grows by 1, e + c grows by 1, whatever c is.",
        "use 1 as the local derivative on both arrows into the +.",
    ),
    (
        _slip(slips.data),
        "data for gradients",
        "These are the numbers that stand in the boxes, the data. A gradient says by how much L grows when that number "
        "grows by 1.",
        "raise one input by 0.01, compute L again, and divide the change of L by 0.01.",
    ),
    (
        _slip(by_output=True),
        "starts from L itself",
        "Your gradients are too large by a factor: the number of L. You started from what L is, and not from how fast "
        "it grows with itself.",
        "start from dL/dL = 1.",
    ),
    (
        _slip(slips.no_sign),
        "signs left out",
        "The size is right, the sign is missing. Below 0 means: L falls when this number grows.",
        "keep the sign of each factor, in both the local derivative and what arrives.",
    ),
    (
        _slip(slips.wrong_sign, inherits=False),
        "signs turned round",
        "The size is right, the sign is turned round. A gradient says how L changes when the input grows; L being "
        "negative changes nothing in that.",
        "raise f a little in your head: d * f moves by d, with the sign of d.",
    ),
)

USED_BY = {"f": "L*", "d": "L*", "e": "d+", "c": "d+", "a": "e*", "b": "e*"}

UNFILLED = "{name} is still to be filled in."
GOES_INTO = (
    "{name} goes into {user}, at a {op}. Its gradient is the local derivative there, times that of {user}, {upstream}."
)
WORKED_OUT = "which you have worked out before {name}"


KEEP = 'keep the dict as it was given: {"f": 4.0, ...}.'


def _unfilled(case, result):
    if result.get("_none") == "not a dict":
        return odd(result, "a dict of all six, by name", KEEP)
    name = case["name"]
    if "_none" in result or result[name] is None:
        return UNFILLED.format(name=name), "work from the output to the leaves, one arrow at a time."
    if other := odd(result, "one number for each name", "write a number, without quotes."):
        return other
    user, op = USED_BY[name]
    upstream = "which is 1" if user == "L" else WORKED_OUT.format(name=name)
    return (
        GOES_INTO.format(name=name, user=user, op=op, upstream=upstream),
        "write down all three numbers: local, upstream, and their product.",
    )


def _gradient(case):
    return {case["name"]: by_hand(**case["inputs"])[case["name"]]}


OPS = {"L": "*", "d": "+", "e": "*"}
NAMED = tuple(
    Misconception(name, lambda case, slip=slip: {case["name"]: slip(**case["inputs"])[case["name"]]}, says, tries)
    for slip, name, says, tries in HAND_SLIPS
)


def _candidates(cases, results):
    yield from of(NAMED, cases)

    def shaped(case, gradients):
        return {case["name"]: gradients[case["name"]]}

    yield from edge_slips(cases, results, _slip, OPS, [case["name"] for case in cases], shaped)


HAND = ModelJudge(
    hand_cases,
    _gradient,
    # Not by `expected` alone, which a check shows: here it would give the answer away.
    accepts=lambda case, result: same(result, _gradient(case), 1e-3),
    tells=lambda case: "The gradient of {name}, at {numbers}".format(name=case["name"], numbers=at(case)),
    shows=lambda result: "nothing" if "_none" in result else in_words(next(iter(result.values()))),
    given=hand_numbers,
    otherwise=_unfilled,
    tolerance=1e-3,
    candidates=_candidates,
)
