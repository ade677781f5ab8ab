"""7.4: nine numbers that put four corners of a learner's own on their sides, with a margin."""

import math

from ..accident import odd
from ..judge import Judge, Misconception
from . import nine as shown
from .square import ENOUGH, UNIT, corners, score, solved


def xor_cases(seed):
    return ({"corners": corners(seed)},)


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
    if not all(type(x) in (int, float) and abs(x) <= shown.MOST for x in result):
        return NO_NUMBERS, "work that number out once more: is something divided by 0?"
    numbers = shown.nine(result)
    which = ", ".join(
        SHOWN.format(name=name, side=side, score=score(numbers, x1, x2) + 0.0)
        for name, (x1, x2, side) in case["corners"].items()
        if score(numbers, x1, x2) * side < ENOUGH
    )
    return WRONG_AT.format(which=which), (
        "work out by hand, for a corner that is named, what each hidden neuron gives, and then what the last one makes "
        "of the two."
    )


XOR = Judge(
    xor_cases,
    solved,
    given=corners,
    accepts=shown.right,
    tells=lambda case: "",
    otherwise=_otherwise,
    misconceptions=(
        Misconception(
            "no margin",
            None,
            "All four corners are on their side, and not far enough: some score is nearer to 0 than 1.",
            "multiply the last three numbers, the weights and the bias of the last neuron, by the same large number.",
            seen=shown.without_margin,
        ),
        Misconception(
            "all on the other side",
            None,
            "All four are parted with a margin, and each is on the other side.",
            "turn the sign of the last three numbers.",
            seen=shown.flipped,
        ),
        *(
            Misconception(
                name,
                None,
                "They would be right in another order: " + said,
                "write them as parameters() gives them, neuron by neuron: w1, w2, b, then the next.",
                seen=shown.in_order(name),
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
            seen=shown.at(UNIT),
        ),
        Misconception(
            "scaled, not shifted",
            None,
            "They would be right if A lay at (0, 0): your rectangle has been brought to the size of the page's square, "
            "and not to its place.",
            "take off where it begins as well: (x1 - left) / width, and the same for x2.",
            seen=shown.as_if(lambda x, y, left, low, wide, high: (x - left, y - low)),
        ),
        Misconception(
            "shifted, not scaled",
            None,
            "They would be right if your rectangle had sides of 1: it has been brought to the place of the page's "
            "square, and not to its size.",
            "divide by the width and by the height as well: (x1 - left) / width, and the same for x2.",
            seen=shown.as_if(lambda x, y, left, low, wide, high: (left + (x - left) / wide, low + (y - low) / high)),
        ),
        Misconception(
            "for the exercise's corners",
            None,
            "They are right for the corners that the exercise shows while there is no name, and yours lie elsewhere.",
            "look at the numbers in `corners` once more, after you have put your name in.",
            seen=shown.at(corners(0)),
        ),
        Misconception(
            "x1 and x2 swapped",
            None,
            "They are right if x1 and x2 are swapped in each corner.",
            "swap the two weights in each of the hidden neurons.",
            seen=shown.swapped,
        ),
        Misconception(
            "a bent score",
            None,
            "They would be right if the last neuron bent, and everything from 0 down were good enough for -1. It is "
            "straight, and below 0 a score has to get to -1 as well.",
            "move the bias of the last neuron.",
            seen=shown.bent,
        ),
        Misconception(
            "with tanh in mind",
            None,
            "They would be right if the hidden neurons bent with tanh. These bend with relu.",
            "work the hidden neurons out again: 0 where the sum is below 0, and else the sum itself.",
            seen=shown.bending(hidden=math.tanh),
        ),
        Misconception(
            "with steps in mind",
            None,
            "They would be right if each hidden neuron gave 1 where it is open. A relu gives the sum itself.",
            "work the hidden neurons out again: 0 where the sum is below 0, and else the sum itself.",
            seen=shown.bending(hidden=lambda t: float(t > 0)),
        ),
        Misconception(
            "two neurons alike",
            None,
            "Both hidden neurons have the same numbers, so together they are no more than one.",
            "let the second one begin to rise later than the first: another bias.",
            seen=shown.twins,
        ),
        Misconception(
            "both gates always alike",
            None,
            "Each hidden neuron is open at all four corners, or shut at all four. So it bends nowhere between them, "
            "and the whole is one straight line once more.",
            "move a bias, so that a neuron is shut at one corner and open at the others.",
            seen=shown.one_line,
        ),
        Misconception(
            "one neuron is shut",
            None,
            "One of the hidden neurons is shut at all four corners, and so the other one is alone. One is not enough.",
            "raise its bias, or turn the signs of its weights.",
            seen=shown.one_shut,
        ),
    ),
)
