"""0.a: a number was moved a little; the loss says whether to go on or to turn round."""

import random

from ..accident import odd
from ..judge import Judge, Misconception
from .readings import at


def way(before, after):
    return 1 if after < before else -1


def way_cases(seed):
    chance = random.Random(seed)
    fell, rose = (round(chance.uniform(0.2, 3), 2) for _ in range(2))
    pairs = ((3.12, 2.9), (0.4, 0.7), (0.05, 0.08), (fell + 0.3, fell), (rose, rose + 0.2), (1.2, 0.02))
    return tuple({"before": round(before, 2), "after": round(after, 2)} for before, after in pairs)


AIM = "a loss is better when it is smaller."
MISCONCEPTIONS = (
    Misconception(
        "uphill",
        at(lambda before, after: 1 if after > before else -1),
        "It goes on where the loss has grown, and turns round where it has fallen: so it climbs.",
        AIM,
    ),
    Misconception(
        "always on",
        lambda case: 1,
        "It goes on, whatever the loss says.",
        "compare what the loss is now, `after`, with what it was, `before`.",
    ),
    Misconception(
        "always back",
        lambda case: -1,
        "It turns round, whatever the loss says.",
        "compare what the loss is now, `after`, with what it was, `before`.",
    ),
    Misconception(
        "asks for the goal",
        at(lambda before, after: 1 if after < 0.1 else -1),
        "It goes on only where the loss is below 0.1 already. On the way there it would turn round at every step.",
        "ask whether it is smaller than before, not whether it is small.",
    ),
    Misconception(
        "asks for the goal",
        at(lambda before, after: 1 if before < 0.1 else -1),
        "It goes on only where the loss was below 0.1 already. On the way there it would turn round at every step.",
        "ask whether it is smaller than before, not whether it is small.",
    ),
    Misconception(
        "the change of the loss",
        at(lambda before, after: after - before),
        "That is by how much the loss has grown. Asked is a way: 1 to go on, -1 to turn round.",
        "compare the two, and let the lines below give 1 or -1.",
    ),
    Misconception(
        "the change of the loss",
        at(lambda before, after: before - after),
        "That is by how much the loss has fallen. Asked is a way: 1 to go on, -1 to turn round.",
        "compare the two, and let the lines below give 1 or -1.",
    ),
    Misconception(
        "0 for -1",
        at(lambda before, after: int(after < before)),
        "It gives 0 where the loss has grown: then the number stands still. It should turn round.",
        "give -1 there.",
    ),
)

WAY = Judge(
    cases=way_cases,
    expected=at(way),
    tells=lambda case: "the loss was {before:g} and is {after:g}".format(**case),
    otherwise=lambda case, result: odd(result, "1 or -1", "return 1, or return -1.") or ("", AIM),
    misconceptions=MISCONCEPTIONS,
)
