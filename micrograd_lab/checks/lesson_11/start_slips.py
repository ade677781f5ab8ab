"""Wrong starts, as the mean and the spread that somebody's numbers have for each width and activation.

A start is recognised when the mean and the spread of all its cases, the right ones among them, are those of one slip
and of no other with another name.
"""

from itertools import product
from typing import NamedTuple

from ..judge import Misconception
from .drawing import SPREAD, going_together, mean_and_spread

TANH = (1.0, 2**0.5, 5 / 3)  # gains that people take for tanh
ROOT = 3**0.5


class Shape(NamedTuple):
    """How numbers are distributed that are drawn with a scale s: their mean and spread beside it."""

    mean: float
    spread: float


NORMAL = Shape(0.0, 1.0)
LIMITS = Shape(0.0, 1 / ROOT)  # random.uniform(-s, s)
HALF = Shape(0.0, 0.5 / ROOT)  # random.uniform(-s / 2, s / 2)
ABOVE = (
    Shape((2 / 3.141592653589793) ** 0.5, (1 - 2 / 3.141592653589793) ** 0.5),  # abs(random.gauss(0, s))
    Shape(ROOT / 2, 0.5),  # random.uniform(0, s * 3 ** 0.5), or abs() of right limits
    Shape(0.5, 0.5 / ROOT),  # random.uniform(0, s), s * random.random()
)


def gain(case, relu=2**0.5, linear=1.0, tanh=1.0):
    """The gain of what stands behind."""
    return {"relu": relu, "linear": linear, "tanh": tanh}[case["activation"]]


def of_gain(scale, **gains):
    """Scales of people who take this gain for tanh or another: scale(case, gain) for each."""
    if "tanh" in gains:
        return (lambda case: scale(case, gain(case, **gains)),)
    return tuple(lambda case, t=t: scale(case, gain(case, tanh=t, **gains)) for t in TANH)


def by_root(case, g):
    """As it should be."""
    return g / case["nin"] ** 0.5


def of_he(case):
    """The scale of whoever takes the gain of relu for all, and divides by the root of nout."""
    return (2 / case["nout"]) ** 0.5


RIGHT = of_gain(by_root)
NO_GAIN = of_gain(by_root, relu=1.0, tanh=1.0)

# (name, says, tries, scales, shapes)
WAYS = (
    (
        "nout for nin",
        "It divides by the root of nout. A unit adds up nin products, so its sum grows with nin, however many units "
        "stand beside it.",
        "divide by nin ** 0.5.",
        (
            *of_gain(lambda case, g: g / case["nout"] ** 0.5),
            *of_gain(lambda case, g: g / case["nout"] ** 0.5, relu=1.0),
            of_he,
        ),
        (NORMAL,),
    ),
    (
        "the variance for the spread",
        "What you took for the spread is its square, the variance: gain squared by nin.",
        "random.gauss takes the spread, so take the root: (gain ** 2 / nin) ** 0.5.",
        (*of_gain(lambda case, g: g * g / case["nin"]), lambda case: 2 / case["nin"]),
        (NORMAL,),
    ),
    (
        "no root of nin",
        "It divides by nin, and not by its root. The products are above 0 as often as below, so they cancel in part, "
        "and the sum grows only as the root of nin.",
        "divide by nin ** 0.5.",
        (*of_gain(lambda case, g: g / case["nin"]), *of_gain(lambda case, g: g / case["nin"], relu=1.0)),
        (NORMAL,),
    ),
    (
        "times 0.5, not to the power",
        "Its numbers are those of * 0.5 in the place of ** 0.5. One is a half of nin, and the other its root.",
        "divide by nin ** 0.5.",
        (
            *of_gain(lambda case, g: g / (case["nin"] * 0.5)),
            *of_gain(lambda case, g: g / case["nin"] * 0.5),
        ),
        (NORMAL,),
    ),
    (
        "tanh's gain upside down",
        "For tanh the numbers are too small. It pulls all towards 0, so its gain is above 1: 5 / 3, and not 3 / 5.",
        "5 / 3 for tanh, or 1.",
        of_gain(by_root, tanh=0.6),
        (NORMAL,),
    ),
    (
        "the gain of relu forgotten",
        "Before a ReLU it lacks the gain. The ReLU lets only half through, so the signal shrinks to 0.71 of itself at "
        "each layer.",
        "for relu multiply by 2 ** 0.5.",
        of_gain(by_root, relu=1.0),
        (NORMAL,),
    ),
    (
        "the root of the gain",
        "It takes the root of the gain too. Within the root of 2 / nin stands the gain's square.",
        "gain / nin ** 0.5, which is (gain ** 2 / nin) ** 0.5.",
        of_gain(lambda case, g: (g / case["nin"]) ** 0.5),
        (NORMAL,),
    ),
    (
        "a gain of 2",
        "For relu it takes a gain of 2. It is the mean square that a ReLU halves, so the gain is the root of 2.",
        "2 ** 0.5 for relu.",
        of_gain(by_root, relu=2.0),
        (NORMAL,),
    ),
    (
        "the gain of relu for a linear layer",
        "It takes the gain of relu where nothing stands behind the layer. There nothing is lost that had to be made up "
        "for.",
        'the gain is 1 for "linear".',
        of_gain(by_root, linear=2**0.5),
        (NORMAL,),
    ),
    (
        "gains swapped",
        "It takes the gain of relu for linear, and that of linear for relu.",
        '2 ** 0.5 for "relu", and 1 for "linear".',
        of_gain(by_root, relu=1.0, linear=2**0.5),
        (NORMAL,),
    ),
    (
        "half for relu",
        "For relu it makes the numbers smaller. A ReLU lets half through, so what goes in has to be larger.",
        "multiply by 2 ** 0.5 where you divide.",
        (*of_gain(by_root, relu=0.5**0.5), *of_gain(by_root, relu=0.5)),
        (NORMAL,),
    ),
    (
        "both widths",
        "It is Xavier's start, whose variance is 2 / (nin + nout): a convention too, which looks at both directions. "
        "With nin equal to nout it is that of a linear layer. Here the way there is asked for, nin alone, and each its "
        "own gain.",
        "gain / nin ** 0.5.",
        (
            *of_gain(lambda case, g: g * (2 / (case["nin"] + case["nout"])) ** 0.5),
            *of_gain(lambda case, g: g * (2 / (case["nin"] + case["nout"])) ** 0.5, relu=1.0),
            *of_gain(lambda case, g: g * (1 / (case["nin"] + case["nout"])) ** 0.5),
        ),
        (NORMAL,),
    ),
    (
        "limits for the spread",
        "You took the spread for the limit of even numbers. Between -s and s they have a spread of s / 3 ** 0.5, since "
        "most of them lie well within.",
        "take 3 ** 0.5 times the spread for the limit, or random.gauss.",
        RIGHT,
        (LIMITS, HALF),
    ),
    (
        "limits, and no gain",
        "It draws evenly between -1 / nin ** 0.5 and 1 / nin ** 0.5 for all three, as PyTorch's layers begin: their "
        "spread is that limit divided by 3 ** 0.5, and it knows of no ReLU.",
        "take 3 ** 0.5 times the spread for the limit, and the gain for relu.",
        NO_GAIN,
        (LIMITS,),
    ),
    (
        "always above 0",
        "No number lies below 0. Then nothing cancels: the sums grow with nin, and all point the same way.",
        "draw around 0: random.gauss(0, spread), or random.uniform(-limit, limit).",
        (*RIGHT, *NO_GAIN, lambda case: 1.0),
        ABOVE,
    ),
    (
        "no scale",
        "Its numbers have the same spread whatever nin is. A sum of nin products then has nin ** 0.5 times as much.",
        "divide the gain by nin ** 0.5.",
        (lambda case: 1.0, *of_gain(lambda case, g: g), lambda case: 0.1, lambda case: 0.01, lambda case: 0.5),
        (NORMAL, LIMITS),
    ),
    (
        "the root multiplied",
        "It multiplies by the root of nin. The more products there are, the smaller each has to be.",
        "divide by nin ** 0.5.",
        of_gain(lambda case, g: g * case["nin"] ** 0.5),
        (NORMAL,),
    ),
    (
        "the bias counted",
        "It divides by the root of nin + 1, as if the bias were an input. It begins at 0, and adds nothing.",
        "divide by nin ** 0.5.",
        of_gain(lambda case, g: g / (case["nin"] + 1) ** 0.5),
        (NORMAL,),
    ),
    (
        "the third root",
        "The root is another one: it falls off too slowly, or too fast, with nin.",
        "nin ** 0.5 is the square root.",
        (
            *of_gain(lambda case, g: g / case["nin"] ** (1 / 3)),
            *of_gain(lambda case, g: g / case["nin"] ** 0.25),
            *of_gain(lambda case, g: g / case["nin"] ** 2),
        ),
        (NORMAL,),
    ),
)

SLIPS = tuple(
    (Misconception(name, None, says, tries), scale, shape)
    for name, says, tries, scales, shapes in WAYS
    for scale, shape in product(scales, shapes)
)


def the_slip(cases, results):
    """The Misconception whose means and spreads are those of all results; None where none is, or several."""
    found = [mean_and_spread(case, result) for case, result in zip(cases, results, strict=True)]
    alone = [max(going_together(case, result)) for case, result in zip(cases, results, strict=True)]
    fits = [one for one, scale, shape in SLIPS if all(map(_fits, cases, found, alone, _each(scale), _each(shape)))]
    return fits[0] if len({one.name for one in fits}) == 1 else None


def _each(thing):
    while True:
        yield thing


def _fits(case, found, alone, scale, shape):
    mean, spread = found
    s = scale(case)
    off = SPREAD * s * shape.spread
    return abs(mean - s * shape.mean) <= off and abs(spread - s * shape.spread) <= off and (shape.mean or alone < 3)
