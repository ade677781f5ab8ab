"""7.4: nine numbers that put four corners of a learner's own on their sides, with a margin."""

import math

from ..accident import odd
from ..judge import Judge, Misconception
from .square import ENOUGH, ORDERS, UNIT, corners, score, solved

MOST = 1e12  # of a number


def xor_cases(seed):
    return ({"corners": corners(seed)},)


def scores(case, numbers, **other):
    """{name: score times side}: at least 1 where a corner is right with a margin."""
    return {name: score(numbers, x1, x2, **other) * side for name, (x1, x2, side) in case["corners"].items()}


def _nine(result):
    if not isinstance(result, list) or len(result) != 9:
        raise ValueError("not nine")
    if not all(type(x) in (int, float) and abs(x) <= MOST for x in result):
        raise ValueError("no numbers")
    return [float(x) for x in result]


def right(case, result):
    return _all_right(scores(case, _nine(result)))


def _all_right(found):
    return min(found.values()) >= ENOUGH


def _without_margin(case, result):
    return min(scores(case, _nine(result)).values()) > 0


def _flipped(case, result):
    return max(scores(case, _nine(result)).values()) <= -ENOUGH


def _in_order(name):
    def seen(case, result):
        return _all_right(scores(case, [_nine(result)[i] for i in ORDERS[name]]))

    return seen


def _at(square):
    """Right for these corners, and not for the learner's: those of the lesson's page, and of the exercise."""

    def seen(case, result):
        numbers = _nine(result)
        return any(
            _all_right(scores({"corners": {n: [x, y, turn * side] for n, (x, y, side) in square.items()}}, numbers))
            for turn in (1, -1)
        )

    return seen


def _with(**other):
    return lambda case, result: _all_right(scores(case, _nine(result), **other))


def _swapped(case, result):
    turned = {name: [y, x, side] for name, (x, y, side) in case["corners"].items()}
    return _all_right(scores({"corners": turned}, _nine(result)))


def _gates(case, result):
    """For each hidden neuron, at how many corners it is open."""
    w1, w2, b1, w3, w4, b2, *_ = _nine(result)
    points = [(x, y) for x, y, _ in case["corners"].values()]
    return [sum(u * x + v * y + b > 0 for x, y in points) for u, v, b in ((w1, w2, b1), (w3, w4, b2))]


def _one_line(case, result):
    return all(many in (0, 4) for many in _gates(case, result))


def _one_shut(case, result):
    return 0 in _gates(case, result)


def _twins(case, result):
    numbers = _nine(result)
    return numbers[:3] == numbers[3:6]


TOO_FEW = "It has {found} numbers, and MLP(2, [2, 1]) has nine: two weights and a bias for each neuron, of which there "
TOO_FEW += "are three."
SIX = "Those are the six of the hidden layer? The last neuron has two weights and a bias as well."
NO_NUMBERS = "One of the nine is no finite number, or far too large to be meant."
NUMBERS = "nine plain numbers in a list"
SHOWN = "{name} is to be {side:+.0f} and gets {score:.6g}"
WRONG_AT = "With these nine numbers {which}."


def _otherwise(case, result):
    strange = odd(result, NUMBERS, "[w1, w2, b, w1, w2, b, w1, w2, b]: two hidden neurons, then the last one.")
    if strange:
        return strange
    if not isinstance(result, list) or len(result) != 9:
        many = len(result) if isinstance(result, list) else 1
        return TOO_FEW.format(found=many), (SIX if many == 6 else "count them, neuron by neuron: w1, w2, b.")
    if not all(type(x) in (int, float) and abs(x) <= MOST for x in result):
        return NO_NUMBERS, "work that number out once more: is something divided by 0?"
    numbers = _nine(result)
    which = ", ".join(
        SHOWN.format(name=name, side=side, score=score(numbers, x1, x2) + 0.0)
        for name, (x1, x2, side) in case["corners"].items()
        if score(numbers, x1, x2) * side < ENOUGH
    )
    return WRONG_AT.format(which=which), (
        "let the first hidden neuron rise from the corner on one side to the one across, and the second begin to rise "
        "half way, so that it can bring the score back."
    )


XOR = Judge(
    xor_cases,
    solved,
    given=corners,
    accepts=right,
    tells=lambda case: "",
    otherwise=_otherwise,
    misconceptions=(
        Misconception(
            "no margin",
            None,
            "All four corners are on their side, and not far enough: some score is nearer to 0 than 1.",
            "multiply the last three numbers, the weights and the bias of the last neuron, by the same large number.",
            seen=_without_margin,
        ),
        Misconception(
            "all on the other side",
            None,
            "All four are parted with a margin, and each is on the other side.",
            "turn the sign of the last three numbers.",
            seen=_flipped,
        ),
        *(
            Misconception(
                name,
                None,
                "They would be right in another order: " + said,
                "write them as parameters() gives them, neuron by neuron: w1, w2, b, then the next.",
                seen=_in_order(name),
            )
            for name, said in (
                ("weights first, then biases", "here all six weights come first, and then the three biases."),
                ("weights of a layer first", "here the hidden layer's four weights come first, and then its biases."),
                ("bias first", "here the bias of each neuron comes before its weights."),
                ("last neuron first", "here the last neuron comes first."),
                ("by input", "here the weights of the first input come together, then those of the second."),
            )
        ),
        Misconception(
            "for the lesson's corners",
            None,
            "They are right for the square of the lesson's page, with corners at 0 and 1, and yours lie elsewhere.",
            "let each hidden neuron first bring your corners there: (x1 - left) / width, and the same for x2.",
            seen=_at(UNIT),
        ),
        Misconception(
            "for the exercise's corners",
            None,
            "They are right for the corners that the exercise shows while there is no name, and yours lie elsewhere.",
            "look at the numbers in `corners` once more, after you have put your name in.",
            seen=_at(corners(0)),
        ),
        Misconception(
            "x1 and x2 swapped",
            None,
            "They are right if x1 and x2 are swapped in each corner.",
            "swap the two weights in each of the hidden neurons.",
            seen=_swapped,
        ),
        Misconception(
            "a bent score",
            None,
            "They would be right if the last neuron bent, and everything from 0 down were good enough for -1. It is "
            "straight, and below 0 a score has to get to -1 as well.",
            "move the bias of the last neuron.",
            seen=lambda case, result: _bent(case, result),
        ),
        Misconception(
            "with tanh in mind",
            None,
            "They would be right if the hidden neurons bent with tanh. These bend with relu.",
            "work the hidden neurons out again: 0 where the sum is below 0, and else the sum itself.",
            seen=_with(hidden=math.tanh),
        ),
        Misconception(
            "with steps in mind",
            None,
            "They would be right if each hidden neuron gave 1 where it is open. A relu gives the sum itself.",
            "work the hidden neurons out again: 0 where the sum is below 0, and else the sum itself.",
            seen=_with(hidden=lambda t: float(t > 0)),
        ),
        Misconception(
            "two neurons alike",
            None,
            "Both hidden neurons have the same numbers, so together they are no more than one.",
            "let the second one begin to rise later than the first: another bias.",
            seen=_twins,
        ),
        Misconception(
            "both gates always alike",
            None,
            "Each hidden neuron is open at all four corners, or shut at all four. So it bends nowhere between them, "
            "and the whole is one straight line once more.",
            "move a bias, so that a neuron is shut at one corner and open at the others.",
            seen=_one_line,
        ),
        Misconception(
            "one neuron is shut",
            None,
            "One of the hidden neurons is shut at all four corners, and so the other one is alone. One is not enough.",
            "raise its bias, or turn the signs of its weights.",
            seen=_one_shut,
        ),
    ),
)


def _bent(case, result):
    """At +1 a score of 1, at -1 nothing above 0."""
    numbers = _nine(result)
    found = {n: (score(numbers, x1, x2), side) for n, (x1, x2, side) in case["corners"].items()}
    return all(s >= ENOUGH if side > 0 else s <= 1e-9 for s, side in found.values())
