"""9.2: the share of points that are right. A score above 0 says +1; any other, 0 among them, says -1."""

import random

from ..judge import Judge, Misconception, in_words, raised
from .slips.accuracy import WAYS, says_right, share


def accuracy_cases(seed):
    """Scores of all sizes, 0 among them, for labels of both kinds; as Values and as numbers."""
    chance = random.Random(seed)

    def case(*pairs, values=True):
        pairs = chance.sample(pairs, len(pairs))
        return {"scores": [s for _, s in pairs], "labels": [y for y, _ in pairs], "values": values}

    a, b, c, d = (round(chance.uniform(1.1, 2.9), 2) for _ in range(4))
    e, f, g = (round(chance.uniform(0.05, 0.45), 2) for _ in range(3))
    h = round(chance.uniform(0.55, 0.95), 2)
    return (
        case((1, a), (1, b), (-1, -c), (-1, d), (1, -a), (-1, -d), (1, c)),
        case((1, e), (1, a), (-1, -f), (-1, -b), (-1, g), (1, -c), (1, d), (-1, -d), (1, f), (-1, -g), (-1, e), (1, h)),
        case((1, a), (-1, 0.0), (-1, 0.0), (1, 0.0), (-1, -b), (1, c), (1, -e)),
        case((1, a), (1, e), (-1, -b), (-1, f), (-1, 0.0), (1, g), values=False),
        case((-1, -a), (-1, e), (-1, b)),
        case((1, 5 * a), (1, b), (-1, -3 * c)),
        case((1, -a), (-1, b)),
        case((1, 0.001), (-1, -0.001), (-1, 0.0004), (1, -b), (1, c), values=False),
        case((1, 2), (-1, -3), (1, -1), values=False),  # whole numbers are numbers
    )


DATA = "take the number where it is a Value, and the score itself where it is a number: getattr(s, 'data', s)."


def _a_value(case, result):
    return isinstance(result, dict) and result.get("shape", "").startswith(("a Value of", "a Number of"))


ACCURACY = Judge(
    accuracy_cases,
    share(says_right),
    guesses=(lambda case: 0.0, lambda case: 1.0),
    tells=lambda case: "scores {scores}, {kind}, labels {labels}".format(
        scores=in_words(case["scores"]),
        kind="as Values" if case["values"] else "as numbers",
        labels=in_words(case["labels"]),
    ),
    misconceptions=(
        Misconception(
            "a Value compared",
            None,
            "A score is a Value here, and yours can't be asked whether it is above 0.",
            "its number can: s.data > 0. For a Value and for a number getattr(s, 'data', s) is right.",
            seen=raised("TypeError", "not supported between"),
        ),
        Misconception(
            "the data of a number",
            None,
            "The scores are plain numbers here, which have no data.",
            DATA,
            seen=raised("AttributeError", "has no attribute 'data'"),
        ),
        Misconception(
            "a Value, no number",
            None,
            "It gives a Value. The share has no slope that anybody could use, and asked is a plain number.",
            "count with plain numbers: getattr(s, 'data', s) > 0.",
            seen=_a_value,
        ),
        Misconception(
            "a list, not a share",
            None,
            "It gives one thing for each point. Asked is one number for all.",
            "count those that are right, and divide by how many points there are.",
            seen=lambda case, result: " of {n} ".format(n=len(case["labels"])) in result["shape"],
        ),
        *(Misconception(name, way, says, tries) for name, says, tries, ways in WAYS for way in ways),
    ),
)
